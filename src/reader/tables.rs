//! Fields that are tables: memberships in departments and teams, and a ticket type's field list (facts, 11.3 and 11.4).

use super::labels::{self, Headings};
use super::meaning::{self, Value};
use super::rows::{self, Gaps, Row, Rows, Table};
use super::tree::Tree;
use super::unseen;
use super::values::{self, Place, Raw};
use super::{Reading, ScreenId};
use crate::snapshot::{Flags, NodeId};
use crate::vocabulary::{self, Field, Kind, key};

/// What the tables of a page say of a screen's fields.
pub struct Shown<'a> {
    pub tree: &'a Tree<'a>,
    pub rows: &'a Rows,
    pub places: &'a [Place],
    pub screen: ScreenId,
}

/// A row as far as it belongs to the record itself.
struct Entry {
    cells: Vec<Cell>,
}

struct Cell {
    text: String,
    withheld: Vec<NodeId>,
}

impl Shown<'_> {
    /// The table fields of the screen.
    pub fn readings(&self) -> Vec<Reading> {
        let names: &[&str] = match self.screen {
            ScreenId::AgentDepartmentsTeams | ScreenId::RoleDepartmentsTeams => &["Departments", "Teams"],
            ScreenId::TicketTypeFieldList => &["Fields"],
            _ => return Vec::new(),
        };
        let headings = Headings::of(self.tree);
        let gaps = Gaps::of(self.tree);
        // Tables beside the record, and those that offer what was not chosen, show no entries of its own.
        let titled: Vec<(String, &Table)> =
            self.on_record().into_iter().filter(|t| self.is_own(t)).map(|t| (headings.above(t.node), t)).collect();
        let offers = |(heading, table): &&(String, &Table)| is_offer(heading, table);
        let fields: Vec<&Field> = names.iter().filter_map(|name| vocabulary::field(self.screen, name)).collect();
        let is_decoy = |(_, table): &&(String, &Table)| {
            let all = headings.all_above(table.node);
            all.iter().any(|h| fields.iter().any(|field| labels::is_decoy(self.screen, field, h)))
        };
        let has_offer = titled.iter().any(|t| offers(&t)) || self.offers_chips(&headings);
        let own: Vec<&(String, &Table)> = titled.iter().filter(|t| !offers(t) && !is_decoy(t)).collect();
        let reading = |name: &&str| {
            let field = vocabulary::field(self.screen, name)?;
            let mut about: Vec<&Table> = own.iter().filter(|(h, t)| is_about(h, t, name)).map(|(_, t)| *t).collect();
            if about.is_empty() && names.len() == 1 {
                about = own.iter().map(|(_, t)| *t).collect();
            }
            match about.as_slice() {
                [] => self.chips(field, &headings, has_offer),
                [table] => Some(self.reading(field, table, has_offer || self.is_part(&gaps, table))),
                [first, second, ..] => Some(self.conflict(field, first, second)),
            }
        };
        names.iter().filter_map(reading).collect()
    }

    /// Whether the page may show only some of a table's rows, or a person sees only some of them.
    fn is_part(&self, gaps: &Gaps, table: &Table) -> bool {
        gaps.touch(self.tree, self.rows, table) || unseen::hides_entry(self.tree, table.node)
    }

    /// The tables outside of what lies beside the record or over it, found in one walk.
    fn on_record(&self) -> Vec<&Table> {
        let mut tables = self.rows.tables.iter().peekable();
        let mut elsewhere_to = 0;
        let mut found = Vec::new();
        for node in self.tree.visible() {
            if node >= elsewhere_to && values::is_elsewhere(self.tree, node) {
                elsewhere_to = self.tree.range(node).end;
            }
            if let Some(table) = tables.next_if(|t| t.node == node)
                && node >= elsewhere_to
            {
                found.push(table);
            }
        }
        found
    }

    /// Whether a table belongs to the record: it is no list of records, and does not record changes.
    fn is_own(&self, table: &Table) -> bool {
        let is_record = |row: &Row| {
            let group = self.tree.parent(row.range.start);
            [Some(row.range.start), group].into_iter().flatten().any(|n| values::is_elsewhere(self.tree, n))
        };
        !rows::records_changes(&table.columns) && !table.rows.iter().any(is_record)
    }

    fn reading(&self, field: &Field, table: &Table, mut partial: bool) -> Reading {
        let mut entries = Vec::new();
        let mut waits = Vec::new();
        for row in table.rows.iter().filter(|r| !r.cells.is_empty()) {
            let mut cells: Vec<Cell> = row.cells.iter().map(|c| self.cell(*c)).collect();
            if cells.iter().all(|c| c.text.is_empty() && c.withheld.is_empty()) {
                continue;
            }
            let is_inherited = self.is_inherited(row, &cells, table);
            if let Some(to_name) = name_column(table, field, cells.len()).and_then(|at| cells.get_mut(..=at)) {
                to_name.rotate_right(1);
            }
            let words = cells.first().map(|c| key(&c.text)).unwrap_or_default();
            if words.starts_with("loading") {
                partial = true;
            } else if !is_inherited && !is_notice(&words, &cells, table) {
                waits.extend(cells.iter().skip(1).flat_map(|c| c.withheld.iter().copied()));
                entries.push(Entry { cells });
            }
        }
        let is_list = field.kind == Kind::List;
        let names = entries.iter().filter_map(|e| e.cells.first()).flat_map(|c| c.withheld.iter().copied());
        let mut ask: Vec<NodeId> = if is_list { names.collect() } else { Vec::new() };
        // What was not captured of a row may say that it is the role's.
        let may_be_inherited = self.screen == ScreenId::AgentDepartmentsTeams && !waits.is_empty();
        if may_be_inherited {
            ask.extend(waits);
            ask.sort_unstable();
        }
        let value = match is_list {
            _ if may_be_inherited => Value::Withheld,
            true => list(&entries),
            false => lowest(field, &entries),
        };
        said(field, value, table.node, partial, ask)
    }

    /// Two tables that may both be the field's: the one that is going and the one that is coming, or something else.
    fn conflict(&self, field: &Field, first: &Table, second: &Table) -> Reading {
        let shown = |t: &Table| self.reading(field, t, true).value.shown().unwrap_or_default();
        said(field, Value::Conflict(vec![shown(first), shown(second)]), first.node, true, Vec::new())
    }

    /// What a cell shows: its text, or the value of the control in it.
    fn cell(&self, node: NodeId) -> Cell {
        let range = self.tree.range(node);
        let from = |n| self.places.partition_point(|p| p.node < n);
        let places = self.places.get(from(range.start)..from(range.end)).unwrap_or_default();
        let text = |place: &Place| match &place.raw {
            Raw::Text { parts, .. } => parts.join(" "),
            Raw::Chosen(list) => list.join(", "),
            Raw::Ticked(on) => String::from(if *on { "Yes" } else { "No" }),
            Raw::Unclear(all) => all.join(" / "),
            Raw::Blank | Raw::Withheld(_) | Raw::Pending => String::new(),
        };
        let text = if places.is_empty() {
            self.tree.deep_text(node)
        } else {
            places.iter().map(text).collect::<Vec<_>>().join(" ").trim().to_owned()
        };
        let withheld = self.tree.withheld_in(range).iter().copied().filter(|n| self.tree.flag(*n, Flags::WITHHELD));
        Cell { text, withheld: withheld.collect() }
    }

    /// Rows that a role gives belong to the role (facts, 11.3): a badge or a column says so.
    fn is_inherited(&self, row: &Row, cells: &[Cell], table: &Table) -> bool {
        let says = |text: &str| key(text).starts_with("inherit");
        let column = |at: usize| table.columns.get(at).is_some_and(|c| key(c).contains("inherit"));
        let is_on = |cell: &Cell| {
            let text = key(&cell.text);
            !cell.withheld.is_empty() || !matches!(text.as_str(), "" | "no" | "false" | "notset" | "none")
        };
        self.tree.texts_in(row.range.clone()).iter().any(|n| says(self.tree.text(*n)))
            || self.tree.subtree(row.range.start).any(|n| says(self.tree.attr(n, "title")))
            || cells.iter().enumerate().any(|(at, cell)| column(at) && is_on(cell))
    }

    /// A list that is shown as chips, without a table: in a control, or as text (facts, section 15, item 9).
    fn chips(&self, field: &Field, headings: &Headings, partial: bool) -> Option<Reading> {
        let is_list = |p: &&Place| {
            matches!(&p.raw, Raw::Chosen(_)) || matches!(&p.raw, Raw::Text { parts, .. } if parts.len() > 1)
        };
        let is_own = |p: &&Place| !self.is_others(field, headings, p.node) && self.rows.around(p.node).is_none();
        let place = self.places.iter().filter(is_list).find(is_own);
        if let Some(place) = place {
            let value = meaning::value(field, field.label, Some(&place.raw));
            let partial = partial || unseen::is_in(self.tree, self.tree.range(place.node));
            return Some(said(field, value, place.node, partial, Vec::new()));
        }
        let mut groups = self.loose_chips();
        groups.retain(|(container, _)| !self.is_others(field, headings, *container));
        match groups.as_slice() {
            [(node, chips)] => {
                let partial = partial || unseen::is_in(self.tree, self.tree.range(*node));
                Some(said(field, Value::List(chips.clone()), *node, partial, Vec::new()))
            }
            _ => None,
        }
    }

    /// Whether what stands here is offered only, or not the record's own.
    fn is_others(&self, field: &Field, headings: &Headings, node: NodeId) -> bool {
        let is_decoy = |heading: &String| labels::is_decoy(self.screen, field, heading);
        says_offer(&headings.above(node)) || headings.all_above(node).iter().any(is_decoy)
    }

    fn offers_chips(&self, headings: &Headings) -> bool {
        self.loose_chips().iter().any(|(container, _)| says_offer(&headings.above(*container)))
    }

    /// Elements whose class says that they are chips, container by container.
    fn loose_chips(&self) -> Vec<(NodeId, Vec<String>)> {
        let tree = self.tree;
        let is_chip = |n: &NodeId| tree.class_contains(*n, "chip") || tree.class_contains(*n, "label-item");
        let chips: Vec<NodeId> =
            tree.visible().filter(|n| is_chip(n) && !tree.texts_in(tree.range(*n)).is_empty()).collect();
        let mut groups: Vec<(NodeId, Vec<String>)> = Vec::new();
        for (at, chip) in chips.iter().enumerate() {
            // Document order: what is inside a chip follows it.
            let has_inner = chips.get(at + 1).is_some_and(|next| tree.contains(*chip, *next));
            let Some(parent) = tree.parent(*chip).filter(|_| !has_inner) else { continue };
            match groups.last_mut().filter(|(container, _)| *container == parent) {
                Some((_, texts)) => texts.push(tree.deep_text(*chip)),
                None => groups.push((parent, vec![tree.deep_text(*chip)])),
            }
        }
        groups
    }
}

fn said(field: &Field, value: Value, target: NodeId, partial: bool, ask: Vec<NodeId>) -> Reading {
    Reading {
        field: field.label.to_owned(),
        label: field.label.to_owned(),
        value,
        target: Some(target),
        label_node: None,
        ask,
        partial,
    }
}

/// The column that names a table's entries, where it is not the first one: a table may begin with a sequence or a handle.
fn name_column(table: &Table, field: &Field, cells: usize) -> Option<usize> {
    let plural = key(field.label);
    let singular = plural.strip_suffix('s').unwrap_or(&plural);
    let names = |column: &String| {
        let column = key(column);
        column == plural || column.strip_prefix(singular).is_some_and(|rest| rest.is_empty() || rest == "name")
    };
    let at = table.columns.iter().position(names).or_else(|| table.columns.iter().position(|c| key(c) == "name"));
    at.filter(|_| table.columns.len() == cells)
}

/// "Departments" heads its table, or its first column is called "Department".
fn is_about(heading: &str, table: &Table, name: &str) -> bool {
    let singular = key(name.strip_suffix('s').unwrap_or(name));
    let heading = key(heading);
    heading == key(name)
        || heading == format!("{singular}list")
        || table.columns.iter().find(|c| !key(c).is_empty()).is_some_and(|c| key(c).starts_with(&singular))
}

/// A table of what could be chosen, or of what others give.
fn is_offer(heading: &str, table: &Table) -> bool {
    says_offer(heading) || key(heading).starts_with("inherit") || table.columns.first().is_some_and(|c| says_offer(c))
}

/// Whether a heading says that what follows is not chosen, or not any more: "Available Fields", "Hidden fields", "Fields
/// removed", "Fields not on this form".
fn says_offer(text: &str) -> bool {
    const ANYWHERE: [&str; 27] = [
        "available",
        "unavailable",
        "unassigned",
        "unused",
        "unselected",
        "unchosen",
        "excluded",
        "removed",
        "deleted",
        "hidden",
        "invisible",
        "inactive",
        "disabled",
        "archived",
        "retired",
        "obsolete",
        "deprecated",
        "former",
        "formerly",
        "previous",
        "previously",
        "suppressed",
        "not",
        "without",
        "missing",
        "suggested",
        "possible",
    ];
    const FIRST: [&str; 5] = ["all", "add", "other", "more", "old"];
    let mut words = text.split(|c: char| !c.is_alphanumeric()).map(key).filter(|word| !word.is_empty()).peekable();
    words.peek().is_some_and(|first| FIRST.contains(&first.as_str()))
        || words.any(|word| ANYWHERE.contains(&word.as_str()))
}

/// "No rows found" in the place of rows.
fn is_notice(words: &str, cells: &[Cell], table: &Table) -> bool {
    const NOTHING: [&str; 12] = [
        "norows",
        "nodata",
        "norecords",
        "noresults",
        "noitems",
        "noentries",
        "nofields",
        "nodepartments",
        "noteams",
        "nothing",
        "thereareno",
        "noneset",
    ];
    let is_alone = cells.len() == 1 && table.columns.len() != 1;
    NOTHING.iter().any(|n| words.starts_with(n))
        || (cells.len() == 1 && words == "none")
        || (is_alone && table.columns.len() > 1)
}

/// The rows' names. A name that was not captured is an entry without a text.
fn list(entries: &[Entry]) -> Value {
    Value::List(entries.iter().filter_map(|e| e.cells.first()).map(|c| c.text.clone()).collect())
}

/// The weakest level of any row: a table as a whole grants no more than that.
fn lowest(field: &Field, entries: &[Entry]) -> Value {
    let mut lowest: Option<&'static str> = None;
    for entry in entries {
        let others = entry.cells.iter().skip(1);
        let mut levels: Vec<&'static str> = others.clone().filter_map(|c| field.value(&c.text)).collect();
        levels.dedup();
        let [level] = levels.as_slice() else {
            return Value::Text(others.map(|c| c.text.as_str()).collect::<Vec<_>>().join(" ").trim().to_owned());
        };
        if lowest.is_none_or(|l| field.rank(level) < field.rank(l)) {
            lowest = Some(level);
        }
    }
    lowest.map_or(Value::Empty, |level| Value::Word(level.to_owned()))
}
