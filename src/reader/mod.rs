//! Snapshot → Screen: which screen is open, in which mode, on which record, and what each known field shows.
//!
//! Everything unsure stays unsure: two candidates are a [`Value::Conflict`], a text on no scale stays [`Value::Text`], an
//! undecided kind of record leaves [`Screen::id`] empty. The audit turns these into `review`.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::report::Page;
use crate::snapshot::{NodeId, Snapshot};
use crate::vocabulary::{Field, Kind, RecordKind, ScreenId};

mod address;
mod controls;
#[cfg(test)]
mod growth;
mod labels;
mod listed;
mod meaning;
mod mode;
mod pairs;
mod pane;
mod radios;
mod recognise;
mod rows;
mod status;
mod tables;
mod tabs;
mod tree;
mod unseen;
mod values;

pub use address::is_at;
pub use controls::{Blank, Controls};
pub use meaning::Value;
use mode::Form;
use pairs::Pair;
pub use pane::{Before, Pane, PaneReading, read_pane};
use rows::Rows;
pub use status::{Mode, Status};
use tables::Shown;
use tree::Tree;
use values::Raw;

/// What was read from one page. Plain data: it is also what is kept as evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Screen {
    /// File name or address.
    pub page: String,
    /// What could be made of the page.
    pub status: Status,
    /// Which screen; `None` when that cannot be told.
    pub id: Option<ScreenId>,
    /// The screens it may be; one if [`Screen::id`] is known.
    pub candidates: Vec<ScreenId>,
    /// Read or edit mode.
    pub mode: Option<Mode>,
    /// Which record is open.
    pub record: Option<Record>,
    /// The address is one of Halo's own domains (facts, 5.3); `None` when there is no address.
    pub cloud: Option<bool>,
    /// Something was cut off: absence proves nothing.
    pub truncated: bool,
    /// The known fields that are on the page.
    pub readings: Vec<Reading>,
    /// The known fields of which only the label is there: what is set, nobody can tell.
    #[serde(default)]
    pub bare: Vec<String>,
    /// Something that nobody sees stands among the fields: one that is not seen may be there.
    #[serde(default)]
    pub conceals: bool,
    /// The record is known to be saved, though its address may not say so.
    #[serde(default)]
    pub exists: bool,
    /// When, as an ISO 8601 time; set by whoever keeps the screen, since the core has no clock.
    #[serde(default)]
    pub seen: Option<String>,
}

/// Which record a page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Record {
    /// What kind of record.
    pub kind: RecordKind,
    /// Its id from the address.
    pub id: Option<String>,
    /// Its name, where the page shows it.
    pub name: Option<String>,
    /// The element with the name, if that was not captured.
    pub ask: Option<NodeId>,
}

/// One field as the page shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Reading {
    /// The vocabulary's label.
    pub field: String,
    /// The label as the page shows it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// Its value.
    pub value: Value,
    /// The element that shows the value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub target: Option<NodeId>,
    /// The element with the label.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label_node: Option<NodeId>,
    /// Elements whose text would have to be captured to know the value.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub ask: Vec<NodeId>,
    /// There may be more than the page shows (another page of the table, a filter): what is not seen may still be there.
    #[serde(default)]
    pub partial: bool,
}

/// Reads a page.
///
/// # Errors
/// When the snapshot contradicts itself (columns of unequal length, unknown nodes).
pub fn read(snapshot: &Snapshot, page: &str) -> Result<Screen, String> {
    let tree = Tree::new(snapshot)?;
    let rows = Rows::of(&tree);
    let places = values::places(&tree);
    let pairs = pairs::pairs(&tree, &rows, &places);
    let seen = recognise::recognise(&tree, snapshot, &pairs);
    let readings = match seen.status {
        Status::Read => {
            let in_tables =
                |screen: &ScreenId| Shown { tree: &tree, rows: &rows, places: &places, screen: *screen }.readings();
            let mut all: Vec<_> = seen.candidates.iter().flat_map(in_tables).collect();
            // A heading of a table may look like a label without a value.
            let labelled = readings(&pairs, &seen.candidates);
            all.extend(labelled.into_iter().filter(|r| !all.iter().any(|t| t.field == r.field)).collect::<Vec<_>>());
            all
        }
        _ => Vec::new(),
    };
    let id = match seen.candidates.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let mode = (seen.status == Status::Read)
        .then(|| Form { tree: &tree, pairs: &pairs, rows: &rows, places: &places, screens: &seen.candidates }.mode());
    let kind = seen.candidates.first().map(|s| s.kind()).filter(|_| id.is_some());
    Ok(Screen {
        page: page.to_owned(),
        record: kind.and_then(|kind| record(&tree, kind, &snapshot.url, &readings)),
        cloud: address::is_cloud(&snapshot.url),
        truncated: snapshot.truncated,
        candidates: seen.candidates,
        status: seen.status,
        id,
        mode,
        bare: bare(&pairs, id, &readings),
        conceals: conceals(&tree, &pairs, id),
        // New agents and roles show their other tabs only after the first save (facts, section 3).
        exists: seen.has_tabs && matches!(kind, Some(RecordKind::Agent | RecordKind::Role)),
        readings,
        seen: None,
    })
}

impl Screen {
    /// A page of which nothing could be made.
    #[must_use]
    pub fn unreadable(page: &str) -> Self {
        Self {
            page: page.to_owned(),
            status: Status::Unreadable,
            id: None,
            candidates: Vec::new(),
            mode: None,
            record: None,
            cloud: None,
            truncated: false,
            readings: Vec::new(),
            bare: Vec::new(),
            conceals: false,
            exists: false,
            seen: None,
        }
    }

    /// The page as a report shows it.
    #[must_use]
    pub fn summary(&self) -> Page {
        Page {
            page: self.page.clone(),
            screen: self.id,
            mode: self.mode,
            record: self.record.as_ref().and_then(|r| r.name.clone().or_else(|| r.id.clone())),
            status: self.status,
            seen: self.seen.clone(),
        }
    }

    /// Whether what it shows is what Halo holds: an edit may still be thrown away. The advanced settings have no other
    /// mode, and what is changed there holds at once.
    #[must_use]
    pub fn is_saved(&self) -> bool {
        self.mode != Some(Mode::Edit) || self.id == Some(ScreenId::AdvancedSettings)
    }

    /// Whether it shows a record that is just being made: it has no id of its own yet, and no name that lasts. Some saved
    /// records have an address without an id, too.
    #[must_use]
    pub fn is_new(&self) -> bool {
        let id = self.record.as_ref().and_then(|record| record.id.as_deref());
        self.mode == Some(Mode::Edit) && id.map_or(!self.exists, |id| id == NEW)
    }

    /// What the page shows for a field.
    #[must_use]
    pub fn reading(&self, field: &str) -> Option<&Reading> {
        self.readings.iter().find(|r| r.field == field)
    }
}

/// The pairs that are fields of the screen. A field that is there twice counts once if both say the same.
fn readings(pairs: &[Pair], screens: &[ScreenId]) -> Vec<Reading> {
    let mut readings: Vec<(Reading, bool)> = Vec::new();
    for pair in pairs {
        let Some(field) = screens.iter().find_map(|s| pair.field(*s)) else {
            continue;
        };
        let Some(reading) = reading(field, pair) else {
            continue;
        };
        // Where Halo has a label in one section only, the same label elsewhere is another field's.
        let at_home = pair.in_section && !field.section.is_empty();
        match readings.iter_mut().find(|(r, _)| r.field == reading.field) {
            None => readings.push((reading, at_home)),
            Some((_, true)) if !field.section.is_empty() && !at_home => {}
            Some(first) if at_home && !first.1 => *first = (reading, true),
            Some((first, _)) => {
                let value = std::mem::replace(&mut first.value, Value::Empty);
                first.value = agreed(value, reading.value);
            }
        }
    }
    readings.into_iter().map(|(reading, _)| reading).collect()
}

/// The fields of a screen whose label is there and whose value is not.
fn bare(pairs: &[Pair], screen: Option<ScreenId>, readings: &[Reading]) -> Vec<String> {
    let of_screen = |pair: &Pair| screen.and_then(|s| pair.field(s)).filter(|f| f.kind != Kind::Secret);
    let has_none = |pair: &&Pair| pair.place.is_none() || pair.is_pending() || pair.unseen;
    let labels = pairs.iter().filter(has_none).filter_map(of_screen).map(|f| f.label);
    let unread: BTreeSet<&str> = labels.filter(|l| !readings.iter().any(|r| r.field == *l)).collect();
    unread.into_iter().map(str::to_owned).collect()
}

/// Whether something that nobody sees stands among the fields of the screen. Its texts are not captured, so it may be a row.
fn conceals(tree: &Tree, pairs: &[Pair], screen: Option<ScreenId>) -> bool {
    let Some(screen) = screen else { return false };
    let labels = || pairs.iter().filter(|p| p.field(screen).is_some()).filter_map(|p| p.label);
    let (Some(first), Some(last)) = (labels().min(), labels().max()) else { return false };
    let around = tree.ancestors(first).find(|outer| tree.contains(*outer, last));
    around.is_some_and(|outer| tree.hides_in(tree.range(outer)))
}

/// Two values for one field are a conflict, unless they are the same.
fn agreed(first: Value, other: Value) -> Value {
    /// More of them tell a person no more.
    const MOST: usize = 4;
    let mut all = match first {
        _ if first == other => return other,
        Value::Conflict(all) => all,
        first => first.shown().into_iter().collect(),
    };
    let more = other.shown().filter(|text| all.len() < MOST && !all.contains(text));
    all.extend(more);
    Value::Conflict(all)
}

fn reading(field: &Field, pair: &Pair) -> Option<Reading> {
    // A label alone says something of a list (nothing chosen); of anything else, only that its value is not there yet.
    if field.kind == Kind::Secret || (pair.place.is_none() && field.kind != Kind::List) {
        return None;
    }
    let raw = pair.place.as_ref().map(|p| &p.raw);
    if pair.is_pending() {
        return None;
    }
    let ask = match raw {
        Some(Raw::Withheld(nodes)) => nodes.clone(),
        _ => Vec::new(),
    };
    let meant = |raw| meaning::value(field, &pair.text, raw);
    let value = pair.rivals.iter().fold(meant(raw), |first, rival| agreed(first, meant(Some(rival))));
    if pair.unseen && value == Value::Empty {
        return None;
    }
    Some(Reading {
        field: field.label.to_owned(),
        label: pair.text.clone(),
        value,
        target: pair.place.as_ref().map(|p| p.node).or(pair.label),
        label_node: pair.label,
        ask,
        partial: pair.unseen && field.kind == Kind::List,
    })
}

/// The id of a record that is just being made, where it has an address (facts, 3).
const NEW: &str = "-1";

/// Fields that hold the record's name (facts, 11; "Ticket Type Name" INFERRED).
pub(crate) const NAME_FIELDS: [&str; 4] = ["Username", "Role Name", "Application Name", "Ticket Type Name"];

/// Classes of the heading that names the record (facts, 1.2).
pub(crate) const RECORD_HEADINGS: [&str; 1] = ["details_page_title"];

fn record(tree: &Tree, kind: RecordKind, url: &str, readings: &[Reading]) -> Option<Record> {
    if kind == RecordKind::Tenant {
        return None;
    }
    let id = kind.url_parameter().and_then(|name| address::parameter(url, name)).map(str::to_owned);
    let own = readings.iter().find(|r| NAME_FIELDS.contains(&r.field.as_str()));
    let (name, ask) = match own {
        Some(Reading { value: Value::Text(name), .. }) => (Some(name.clone()), None),
        Some(Reading { value: Value::Withheld, ask, .. }) => (None, ask.first().copied()),
        _ => title(tree),
    };
    if id.is_none() && name.is_none() && ask.is_none() { None } else { Some(Record { kind, id, name, ask }) }
}

/// The heading that names the record where the name's own tab is not open (facts, 1.2).
fn title(tree: &Tree) -> (Option<String>, Option<NodeId>) {
    for node in recognise::titles(tree) {
        let text = tree.deep_text(node);
        if let Some(withheld) = tree.withheld_in(tree.range(node)).first().filter(|_| text.is_empty()) {
            return (None, Some(*withheld));
        }
        if !text.is_empty() {
            return (Some(text), None);
        }
    }
    (None, None)
}
