//! Which screen is this? Custom domains, saved pages and records that open in place have no reliable address, so route,
//! tabs, buttons and telling fields vote.

use super::Status;
use super::address;
use super::meaning::{self, Value};
use super::pairs::Pair;
use super::tabs::{self, Strip, is_tab};
use super::tree::Tree;
use super::values;
use crate::snapshot::{NodeId, Snapshot};
use crate::vocabulary::{self, Field, Kind, RecordKind, ScreenId, key};

/// What the votes came to.
pub struct Recognised {
    /// What could be made of the page.
    pub status: Status,
    /// The screens with the most votes; more than one when they are level.
    pub candidates: Vec<ScreenId>,
    /// Whether one row has several of a record's tabs.
    pub has_tabs: bool,
}

/// A reading is worth more than anything around it: the first click on a tab may be swallowed (facts, section 4), so the
/// selected tab is not always the one whose fields are there.
const VOTE_FIELD: usize = 10;
const VOTE_ADDRESS: usize = 4;
const VOTE_FRAME: usize = 3;

/// Decides.
pub fn recognise(tree: &Tree, snapshot: &Snapshot, pairs: &[Pair]) -> Recognised {
    let nothing = |status| Recognised { status, candidates: Vec::new(), has_tabs: false };
    let frame = Frame::of(tree, &snapshot.title);
    if frame.loading {
        return nothing(Status::StillLoading);
    }
    let address = address::screens(&snapshot.url);
    if address.as_ref().is_some_and(Vec::is_empty) {
        return nothing(Status::NotAConfigurationScreen);
    }
    if address.is_none() && !frame.is_halo && pairs.iter().filter(|p| is_halos_own(p)).count() < 2 {
        // Other products have users with roles too.
        return nothing(Status::NotAConfigurationScreen);
    }
    let candidates = vote(pairs, &frame, address.as_deref());
    if candidates.is_empty() {
        return nothing(status_of_unknown(tree, snapshot, pairs, &frame));
    }
    if address.is_some_and(|here| !candidates.iter().any(|c| here.contains(c))) {
        // Halo changes the address before the page: these are still the fields of the record before.
        return nothing(Status::StillLoading);
    }
    let on_tab = |s: &ScreenId| s.tab().is_some_and(|own| frame.strips.iter().any(|strip| strip.selects(own)));
    if is_foreign(pairs, &candidates, candidates.iter().any(on_tab)) {
        return nothing(Status::LanguageNotRecognised);
    }
    if shows_two_panes(tree) || tells_of_two_tabs(pairs, &candidates) {
        // One record's pane fades out while the next one's fades in.
        return nothing(Status::StillLoading);
    }
    match tabs::doubt(&frame.strips, &candidates) {
        Some(doubt) => nothing(doubt),
        None => Recognised { status: Status::Read, candidates, has_tabs: tabs::are_several(&frame.strips) },
    }
}

/// Whether two panes show, each with its own title.
fn shows_two_panes(tree: &Tree) -> bool {
    let mut seen = titles(tree).map(|n| (key(&tree.deep_text(n)), tree.withheld_in(tree.range(n)).len()));
    let first = seen.next();
    seen.any(|other| first.as_ref() != Some(&other) || other.1 > 0)
}

/// Only the selected tab's fields are on the page (facts, section 3). Where fields of two tabs show, one of them is
/// going: its values are not those of the record that the page names.
fn tells_of_two_tabs(pairs: &[Pair], candidates: &[ScreenId]) -> bool {
    /// One label alone may be a field of the tenant's own.
    const ENOUGH: usize = 3;
    if candidates.iter().any(|c| c.kind() == RecordKind::Tenant) {
        return false;
    }
    let is_of_another =
        |p: &&Pair| p.place.is_some() && !p.fields.is_empty() && candidates.iter().all(|c| p.field(*c).is_none());
    let others: Vec<&Pair> = pairs.iter().filter(is_of_another).collect();
    ScreenId::ALL.iter().any(|s| {
        let tab_of_record = s.kind() != RecordKind::Tenant;
        tab_of_record && others.iter().filter(|p| p.field(*s).is_some()).take(ENOUGH).count() == ENOUGH
    })
}

/// Whether a field is one that no other product has: a scope, or a row of the Permissions tab by its full label.
fn is_halos_own(pair: &Pair) -> bool {
    let is_own = |f: &Field| f.kind == Kind::Scope || !f.section.is_empty();
    pair.place.is_some() && pair.text.contains([' ', ':']) && pair.fields.iter().any(|(_, f)| is_own(f))
}

fn vote(pairs: &[Pair], frame: &Frame, address: Option<&[ScreenId]>) -> Vec<ScreenId> {
    let mut votes: Vec<(ScreenId, usize)> = Vec::new();
    for screen in ScreenId::ALL {
        let fields = pairs.iter().filter(|p| tells(p, screen)).count();
        let on_tab = screen.tab().is_some_and(|own| frame.strips.iter().any(|s| s.selects(own)));
        let here = address.is_some_and(|screens| screens.contains(&screen));
        // A table screen has no labelled fields: there the tab and the kind of record have to tell.
        if fields == 0 && !(on_tab && (here || frame.kind_votes(screen.kind()) > 0)) {
            continue;
        }
        let address = if here { VOTE_ADDRESS } else { 0 };
        let tab = if on_tab { VOTE_FRAME } else { 0 };
        votes.push((screen, fields * VOTE_FIELD + address + tab + frame.kind_votes(screen.kind()) * VOTE_FRAME));
    }
    let most = votes.iter().map(|(_, n)| *n).max().unwrap_or_default();
    votes.into_iter().filter(|(_, n)| *n == most).map(|(screen, _)| screen).collect()
}

/// Whether a pair is a field of the screen and has a value.
fn tells(pair: &Pair, screen: ScreenId) -> bool {
    pair.place.is_some() && pair.field(screen).is_some()
}

/// Too few known words among many: another language, or every label renamed. A screen read in part would be a false
/// "missing".
fn is_foreign(pairs: &[Pair], candidates: &[ScreenId], on_tab: bool) -> bool {
    const ENOUGH: usize = 5;
    let field = |p: &Pair| candidates.iter().find_map(|s| p.field(*s));
    let known = pairs.iter().filter(|p| field(p).is_some()).count();
    // What names itself without a label is a control of the page, not a field of the record.
    let labels = pairs.iter().filter(|p| p.label.is_some()).count();
    // A table's page has no labels but those of its pager and its search box.
    let is_table = known == 0 && on_tab && labels < ENOUGH;
    if known < ENOUGH && known * 5 < labels && !is_table {
        return true;
    }
    // Scopes are the same in every language; their Yes and No are not.
    let (mut understood, mut strange) = (0, 0);
    for pair in pairs {
        let Some(field) = field(pair).filter(|f| f.kind != Kind::Text && f.kind != Kind::List) else {
            continue;
        };
        // Of a few permission rows nobody knows the options (facts, section 16): any text may be one.
        let scaled = field.kind != Kind::Choice || !(field.section.is_empty() || field.scale.is_empty());
        match meaning::value(field, &pair.text, pair.place.as_ref().map(|p| &p.raw)) {
            Value::Text(_) if scaled => strange += 1,
            Value::Word(_) => understood += 1,
            _ => {}
        }
    }
    // One value in other words is a doubt about that value, not about the language.
    strange > 1 && strange > understood
}

fn status_of_unknown(tree: &Tree, snapshot: &Snapshot, pairs: &[Pair], frame: &Frame) -> Status {
    let on_record = address::names_a_record(&snapshot.url);
    let is_form = frame.is_halo && pairs.len() >= 3;
    // One word alone may be the same in another language ("Details").
    let english = frame.english_words > 1;
    if pairs.is_empty() && on_record && !frame.has_table {
        return Status::StillLoading;
    }
    if is_form && (on_record || !english) {
        return Status::LanguageNotRecognised;
    }
    if tree.visible().next().is_none() { Status::Unreadable } else { Status::NotAConfigurationScreen }
}

/// Whether a person can press it.
pub fn is_button(tree: &Tree, node: NodeId) -> bool {
    tree.tag(node) == "button" || (tree.tag(node) == "input" && tree.attr(node, "type") == "submit")
}

/// What a button says, as a key.
pub fn button_key(tree: &Tree, node: NodeId) -> String {
    let text = tree.deep_text(node);
    let named = [text.as_str(), tree.attr(node, "title"), tree.attr(node, "aria-label"), tree.attr(node, "value")];
    key(named.into_iter().find(|t| !t.is_empty()).unwrap_or_default())
}

/// What stands around the fields.
struct Frame {
    /// Halo's own markup is there (facts, 1.2 and 2).
    is_halo: bool,
    /// The loader shows (facts, 1.2: present while a page loads).
    loading: bool,
    /// A list of records shows.
    has_table: bool,
    /// The rows of tabs.
    strips: Vec<Strip>,
    /// Keys of all buttons.
    buttons: Vec<String>,
    /// Keys of headings and of the parts of the document's title ("Configuration > Roles").
    headings: Vec<String>,
    /// How many tabs and buttons are English words of the product.
    english_words: usize,
}

impl Frame {
    fn of(tree: &Tree, title: &str) -> Self {
        let mut frame = Self {
            is_halo: false,
            loading: false,
            has_table: false,
            strips: tabs::strips(tree),
            buttons: Vec::new(),
            headings: title.split(['>', '|', '-']).map(key).collect(),
            english_words: 0,
        };
        for node in tree.visible() {
            frame.is_halo |=
                ["app-container", "nhd-nav", "details-group", "details-form", "read-value", "noedit-value"]
                    .iter()
                    .any(|c| tree.has_class(node, c))
                    || tree.attr(node, "for").starts_with("input-field-for-");
            frame.loading |= tree.has_class(node, "application-loader");
            frame.has_table |= tree.has_class(node, "ReactTable");
            if is_tab(tree, node) {
                continue;
            }
            if is_button(tree, node) {
                frame.buttons.push(button_key(tree, node));
            } else if matches!(tree.tag(node), "h1" | "h2" | "h3") || tree.has_class(node, "page-title") {
                frame.headings.push(key(&tree.deep_text(node)));
            }
        }
        let words = frame.strips.iter().flat_map(|s| &s.tabs).chain(&frame.buttons);
        frame.english_words = words.filter(|w| vocabulary::is_frame_word(w)).count();
        frame
    }

    /// How many things around the fields speak for this kind of record (facts, sections 3 and 11, CONFIRMED).
    fn kind_votes(&self, kind: RecordKind) -> usize {
        let tab = |text: &str| usize::from(self.strips.iter().any(|s| s.has(text)));
        let button = |text: &str| usize::from(self.buttons.contains(&key(text)));
        let heading = |text: &str| usize::from(self.headings.iter().any(|h| *h == key(text)));
        // Agents and roles both have this tab; only roles are known to have Access Control beside it.
        let (teams, access) = (tab("Departments & Teams"), tab("Access Control"));
        match kind {
            RecordKind::Agent => {
                button("Impersonate Agent")
                    + button("Revoke All Tokens")
                    + button("Resend email confirmation")
                    + heading("Agents")
                    + (teams & (1 - access))
            }
            RecordKind::Role => (teams & access) + heading("Roles"),
            RecordKind::Application => tab("Security") + heading("Applications"),
            RecordKind::TicketType => tab("Field List") + tab("Allowed Values") + heading("Ticket Types"),
            RecordKind::Tenant => 0,
        }
    }
}

/// The headings that name the open record.
pub fn titles<'a>(tree: &'a Tree) -> impl Iterator<Item = NodeId> + 'a {
    let mut inside_to = 0;
    tree.visible().filter(move |node| {
        let is_title = *node >= inside_to && super::RECORD_HEADINGS.iter().any(|class| tree.has_class(*node, class));
        if is_title || values::is_elsewhere(tree, *node) {
            inside_to = tree.range(*node).end.max(inside_to);
        }
        let says = || {
            let text = tree.deep_text(*node);
            let is_withheld = !tree.withheld_in(tree.range(*node)).is_empty();
            if key(&text).is_empty() { is_withheld } else { !vocabulary::is_frame_word(&text) }
        };
        is_title && says()
    })
}
