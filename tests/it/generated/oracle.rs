//! What may come out for each requirement, worked out from the models of the pages.

use preflight::profile::{Expect, Requirement};
use preflight::report::Outcome;
use preflight::vocabulary::{Kind, ScreenId};

use crate::generated::page::{Page, Row, Sight, Table};
use crate::generated::truth::{Setting, Truth, has, truth};

/// What is known of a requirement: what is true, and whether it can be told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    pub truth: Option<Truth>,
    pub sight: Sight,
}

const UNKNOWN: Known = Known { truth: None, sight: Sight::None };

/// A browser and a saved page show different things, and each is right.
const EITHER: Known = Known { truth: None, sight: Sight::Clear };

impl Known {
    /// The outcomes that are right.
    pub fn allowed(self) -> Vec<Outcome> {
        use Outcome::{Excess, Met, Missing, NotSeen, Review, Wrong};
        if self == EITHER {
            return vec![Met, Missing, Wrong, Excess, Review, NotSeen];
        }
        let mut allowed = match (self.truth, self.sight) {
            (_, Sight::None) | (None, _) => Vec::new(),
            (Some(Truth::Met), _) => vec![Outcome::Met],
            (Some(Truth::Lacking), _) => vec![Outcome::Missing, Outcome::Wrong],
            (Some(Truth::Excess), _) => vec![Outcome::Excess],
            (Some(Truth::Unordered), _) => vec![Outcome::Review, Outcome::Wrong, Outcome::Excess],
        };
        if self.sight != Sight::Clear || self.truth.is_none() {
            allowed.extend([Outcome::Review, Outcome::NotSeen]);
        }
        allowed
    }
}

/// A page, and whether its record belongs to the integration.
pub struct Evidence<'a> {
    pub page: &'a Page,
    pub counts: bool,
}

/// What is known of a requirement.
pub fn known(requirement: &Requirement, pages: &[Evidence]) -> Known {
    let own = on(requirement, requirement.screen, pages);
    let stand_in = match requirement.screen {
        ScreenId::AgentPermissions => ScreenId::RolePermissions,
        ScreenId::RolePermissions => ScreenId::AgentPermissions,
        _ => return own,
    };
    // A grant on either satisfies, and is one where there must be none (facts, section 12).
    let other = on(requirement, stand_in, pages);
    let is_value = matches!(requirement.expect, Expect::Is(_));
    let decisive = if forbids(requirement) && is_value {
        Truth::Lacking
    } else if forbids(requirement) {
        Truth::Excess
    } else {
        Truth::Met
    };
    if own.truth == Some(decisive) && own.sight == Sight::Clear {
        return own;
    }
    if other.truth == Some(decisive) && other.sight != Sight::None {
        return Known {
            truth: Some(decisive),
            sight: if own == UNKNOWN { Sight::Doubtful } else { own.sight.max(other.sight) },
        };
    }
    own
}

/// Whether a right too many is what would be wrong. "Is No" is one, too.
fn forbids(requirement: &Requirement) -> bool {
    const NOTHING: [&str; 4] = ["No", "No Access", "None", "Hidden"];
    match &requirement.expect {
        Expect::NotGranted(_) | Expect::AtMost(_) => true,
        Expect::Is(wanted) => NOTHING.contains(&wanted.as_str()) || wanted.starts_with("Cannot"),
        _ => false,
    }
}

/// What the pages of one screen say.
fn on(requirement: &Requirement, screen: ScreenId, pages: &[Evidence]) -> Known {
    let all: Vec<Known> =
        pages.iter().filter(|e| e.page.screen == screen && e.counts).map(|e| of_page(requirement, e.page)).collect();
    match all.as_slice() {
        [] => UNKNOWN,
        [one] => *one,
        [first, rest @ ..] if rest.iter().all(|k| k.truth == first.truth) => Known {
            truth: first.truth,
            sight: Sight::Doubtful.max(all.iter().map(|k| k.sight).max().unwrap_or(Sight::None)),
        },
        _ => UNKNOWN,
    }
}

fn of_page(requirement: &Requirement, page: &Page) -> Known {
    let label = requirement.field.as_deref().expect("each has a field");
    let known = match &requirement.expect {
        Expect::Present(_) | Expect::Absent(_) => {
            page.tables.first().map_or(UNKNOWN, |t| listed(label, &requirement.expect, t))
        }
        expect => match (page.tables.iter().find(|t| t.field.label == label), page.row(label)) {
            (Some(table), _) => of_table(expect, table),
            (None, Some(row)) => {
                let is_empty_list = matches!(&row.setting, Setting::List(list) if list.is_empty());
                let has_unknown_options = row.field.scale.is_empty() && !row.field.section.is_empty();
                // One entry with a comma, outside of a control, may be two.
                let is_one_text = !page.edit
                    && matches!(&row.setting, Setting::List(list) if matches!(list.as_slice(), [one] if one.contains(',')));
                let is_unsure = is_empty_list || has_unknown_options || is_one_text;
                let sight = sight(page, row);
                let sight = if is_unsure { sight.max(Sight::Doubtful) } else { sight };
                Known { truth: Some(truth(row.field, expect, &row.setting)), sight }
            }
            (None, None) if label == "Login Type" => {
                page.row("Allow Agent Logins").map_or(UNKNOWN, |r| by_box(expect, r, sight(page, r)))
            }
            (None, None) => UNKNOWN,
        },
    };
    let is_left_out = is_left_out(page, label) || page.twists.iter().any(|t| t == "hidden-row:scroll-box");
    // A sign that there is more may be that of the table beside.
    let is_beside_part = page.tables.len() > 1 && page.twists.iter().any(|t| t.starts_with("partial-list"));
    let is_left_out = is_left_out || (is_beside_part && known.sight == Sight::Clear);
    let known = if is_left_out { Known { sight: Sight::Doubtful, ..known } } else { known };
    let known = if page.screen == ScreenId::ApplicationPermissions {
        with_wider(label, requirement, page, known)
    } else {
        known
    };
    if page.one_of_several {
        return match known.truth {
            Some(Truth::Met) if !forbids(requirement) => Known { sight: known.sight.max(Sight::Doubtful), ..known },
            Some(Truth::Excess | Truth::Lacking) if forbids(requirement) => {
                Known { sight: known.sight.max(Sight::Doubtful), ..known }
            }
            _ => UNKNOWN,
        };
    }
    Known { sight: known.sight.max(page.sight), ..known }
}

/// What a box of fixed height leaves out is measured in a browser; in a saved page nobody can.
fn is_left_out(page: &Page, label: &str) -> bool {
    page.touched.get(label).is_some_and(|t| t.ends_with(":scroll-box"))
}

fn is_hidden(page: &Page, label: &str) -> bool {
    page.touched.get(label).is_some_and(|t| t.starts_with("hidden-alone"))
}

/// Whether a row can be told: one that a box of fixed height leaves out may be read as it is or not at all.
fn sight(page: &Page, row: &Row) -> Sight {
    if is_left_out(page, row.field.label) { Sight::Doubtful } else { row.sight }
}

/// "Login Type is Agent" where the types are boxes: the one for agents.
fn by_box(expect: &Expect, agents: &Row, sight: Sight) -> Known {
    let is_ticked = agents.setting == Setting::text("Yes");
    match expect {
        Expect::Is(wanted) if wanted == "Agent" => {
            Known { truth: Some(if is_ticked { Truth::Met } else { Truth::Lacking }), sight }
        }
        // What else is ticked is no matter of this operator's.
        _ => Known { truth: is_ticked.then_some(Truth::Met), sight: Sight::Doubtful },
    }
}

fn listed(entry: &str, expect: &Expect, table: &Table) -> Known {
    let names = Setting::List(table.entries.iter().map(|e| e.name.clone()).collect());
    match (has(&names, entry), matches!(expect, Expect::Present(_))) {
        (true, true) => Known { truth: Some(Truth::Met), sight: table.sight },
        (true, false) => Known { truth: Some(Truth::Excess), sight: table.sight },
        (false, true) => Known { truth: Some(Truth::Lacking), sight: table.whole },
        (false, false) => Known { truth: Some(Truth::Met), sight: table.whole },
    }
}

/// Memberships: the agent's own rows. The level of a table is that of its weakest row.
fn of_table(expect: &Expect, table: &Table) -> Known {
    let own = table.entries.iter().filter(|e| !e.inherited);
    if table.field.kind == Kind::List {
        let came = truth(table.field, expect, &Setting::List(own.map(|e| e.name.clone()).collect()));
        // One that is there is enough; that none is needs the whole list.
        return Known { truth: Some(came), sight: if came == Truth::Met { table.sight } else { table.whole } };
    }
    let levels: Vec<Truth> = own.map(|e| truth(table.field, expect, &Setting::text(e.level))).collect();
    match levels.iter().copied().find(|t| *t != Truth::Met) {
        // One row that grants too little is enough, whatever the others are.
        Some(came) => Known { truth: Some(came), sight: table.sight.max(Sight::Doubtful) },
        None if levels.is_empty() => {
            Known { truth: Some(truth(table.field, expect, &Setting::Unset)), sight: table.whole }
        }
        None => Known { truth: Some(Truth::Met), sight: table.whole },
    }
}

/// A scope that includes the one that is asked for, as the page shows it.
struct Wider {
    ticked: bool,
    sight: Sight,
    /// What it includes is known (facts, 7.3); of the rest nobody has tried it.
    certain: bool,
    /// Its only row is one that nobody sees.
    is_hidden: bool,
    /// Only a browser can tell that nobody sees it.
    is_left_out: bool,
}

/// The names of the scopes that include this one or may: `edit:x` includes `read:x` (CONFIRMED), what the wide ones include
/// is INFERRED.
fn names_of_wider(scope: &str) -> Vec<(String, bool)> {
    let is_ordinary = ["read:", "edit:", "editMine:"].iter().any(|verb| scope.starts_with(verb));
    let is_rare = ["reporting", "events", "mailcampaign"].iter().any(|o| scope.ends_with(o));
    let of_verb = scope.strip_prefix("read:").map(|object| (format!("edit:{object}"), true));
    let all = ("all".to_owned(), is_ordinary || scope == "all:standard");
    let standard = is_ordinary.then(|| ("all:standard".to_owned(), !is_rare));
    of_verb.into_iter().chain([all]).chain(standard).filter(|(name, _)| name != scope).collect()
}

fn as_shown(name: &str, certain: bool, row: &Row, page: &Page) -> Wider {
    let is_hidden = is_hidden(page, name);
    Wider {
        ticked: row.setting == Setting::text("Yes"),
        sight: sight(page, row),
        certain,
        is_hidden,
        is_left_out: is_hidden && is_left_out(page, name),
    }
}

/// Whether something that nobody sees stands among the rows: it may be a row that the page does not show otherwise.
fn conceals(page: &Page) -> bool {
    page.twists.iter().any(|t| t.starts_with("hidden-"))
}

fn with_wider(scope: &str, requirement: &Requirement, page: &Page, own: Known) -> Known {
    let forbids = matches!(requirement.expect, Expect::NotGranted(_));
    let granted = if forbids { Truth::Excess } else { Truth::Met };
    if own.truth == Some(granted) && own.sight == Sight::Clear {
        return own;
    }
    let names = names_of_wider(scope);
    let rows = names.iter().filter_map(|(name, certain)| Some(as_shown(name, *certain, page.row(name)?, page)));
    let (hidden, seen): (Vec<Wider>, Vec<Wider>) = rows.partition(|w| w.is_hidden);
    let any = |is: fn(&Wider) -> bool| seen.iter().any(is);
    // Shown as ticked, with something beside it that raises doubt: what is set is known all the same, so a reader that
    // takes it at its word is right, and one that leaves it to a person is, too.
    if any(|w| w.ticked && w.certain && w.sight != Sight::None) {
        return Known { truth: Some(granted), sight: Sight::Doubtful };
    }
    if hidden.iter().any(|w| w.is_left_out && w.ticked) {
        return EITHER;
    }
    if own.truth == Some(granted) && own.sight != Sight::None {
        return own;
    }
    // A hidden scope may be ticked: whether this one is not granted, nobody can tell. That its own box is not ticked
    // remains so.
    if any(|w| w.sight == Sight::None || w.ticked) || (forbids && hidden.iter().any(|w| !w.is_left_out)) {
        return UNKNOWN;
    }
    let may_be_concealed = forbids && conceals(page) && names.iter().any(|(name, _)| page.row(name).is_none());
    if any(|w| w.sight == Sight::Doubtful) || hidden.iter().any(|w| w.is_left_out) || may_be_concealed {
        return Known { sight: own.sight.max(Sight::Doubtful), ..own };
    }
    own
}
