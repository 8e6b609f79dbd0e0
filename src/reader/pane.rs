//! Whether the pane on the page is the record's that the address names.
//!
//! Halo changes the address before it renders the pane anew, so for a moment the record before shows under the address of
//! the next one. What is read then belongs to neither.

use serde::{Deserialize, Serialize};

use super::listed::{self, Row};
use super::tree::Tree;
use super::{Record, Screen, Status, Value, read, recognise};
use crate::snapshot::{Flags, NodeId, Snapshot};
use crate::vocabulary::typed;

/// The record's pane that a document showed last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Pane {
    /// What it showed.
    pub shown: Screen,
    /// Its row in the list beside it had its name, so the rows of this list name their records as the panes do.
    pub listed: bool,
    /// It was seen to be gone.
    pub gone: bool,
}

/// What is known before a page is read.
#[derive(Debug, Default)]
pub struct Before<'a> {
    /// The pane that the same document showed last; none in a fresh document, whose pane is the one that the address names.
    pub pane: Option<Pane>,
    /// The node that was clicked last before the address changed.
    pub clicked: Option<NodeId>,
    /// What was seen of the tenant.
    pub evidence: &'a [Screen],
}

/// What was read of a page in a document that may have shown another record before.
#[derive(Debug)]
pub struct PaneReading {
    /// The page; still loading, without readings, while the pane cannot be shown to be the record's.
    pub screen: Screen,
    /// What the next reading of the same document is to be compared with.
    pub pane: Option<Pane>,
    /// Withheld texts that say whose pane it is.
    pub ask: Vec<NodeId>,
}

/// Reads a page of a document that may have shown another record before.
///
/// # Errors
/// As [`read`].
pub fn read_pane(snapshot: &Snapshot, source: &str, before: Before) -> Result<PaneReading, String> {
    let shown = read(snapshot, source)?;
    let tree = Tree::new(snapshot)?;
    if shown.status != Status::Read {
        let is_gone = recognise::titles(&tree).next().is_none();
        let pane = before.pane.map(|pane| Pane { gone: pane.gone || is_gone, ..pane });
        // If another record is opened before this one's pane comes, its name says that the pane is not that one's.
        let ask = before.clicked.filter(|_| shown.status == Status::StillLoading);
        let ask = ask.and_then(|node| listed::withheld_name(&tree, node)).into_iter().collect();
        return Ok(PaneReading { screen: shown, pane, ask });
    }
    let Some(record) = &shown.record else { return Ok(PaneReading { screen: shown, pane: None, ask: Vec::new() }) };
    let row = Row::of(&tree, record, before.clicked);
    let now = Now { screen: &shown, record, row: &row, redrawn: Redrawn::of(&tree, &shown) };
    let verdict = match &before.pane {
        Some(pane) => now.verdict(pane, before.evidence),
        None => now.first_verdict(),
    };
    let is_same =
        before.pane.as_ref().and_then(|p| p.shown.record.as_ref()).is_some_and(|r| is_same_address(r, record));
    // Where the row was not captured yet, it is asked for: the next record's row then can be compared.
    let mut ask: Vec<NodeId> = row.withheld().into_iter().collect();
    Ok(match verdict {
        Verdict::Open => {
            ask.extend(record.ask);
            PaneReading { screen: shown.loading(), pane: before.pane, ask }
        }
        Verdict::Others => PaneReading { screen: shown.loading(), pane: before.pane, ask: Vec::new() },
        Verdict::Its if record.name.is_none() && record.ask.is_some() => {
            PaneReading { screen: shown, pane: before.pane, ask }
        }
        Verdict::Its => {
            let listed = matches!(row, Row::Its) || (is_same && before.pane.is_some_and(|pane| pane.listed));
            let pane = Some(Pane { shown: shown.clone(), listed, gone: false });
            PaneReading { screen: shown, pane, ask }
        }
    })
}

impl Screen {
    /// The page, of which nothing can be known yet.
    fn loading(self) -> Self {
        Self {
            cloud: self.cloud,
            truncated: self.truncated,
            status: Status::StillLoading,
            ..Self::unreadable(&self.page)
        }
    }
}

/// Whose the pane is.
enum Verdict {
    /// The record's that the address names.
    Its,
    /// The record's before, or of another one.
    Others,
    /// A text that was not captured yet will tell.
    Open,
}

/// How much of the pane was drawn under the address that the page has now.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Redrawn {
    All,
    Part,
    /// No value: all stand as they did under an address before.
    Nothing,
}

impl Redrawn {
    fn of(tree: &Tree, screen: &Screen) -> Self {
        let stands = |node: &NodeId| tree.flag(*node, Flags::STANDING);
        let values: Vec<NodeId> = screen.readings.iter().filter_map(|r| r.target).collect();
        let labels = screen.readings.iter().filter_map(|r| r.label_node);
        let mut titles = recognise::titles(tree).flat_map(|n| {
            let range = tree.range(n);
            [tree.texts_in(range.clone()), tree.withheld_in(range)].concat()
        });
        if values.iter().all(stands) {
            return Self::Nothing;
        }
        let is_old = values.iter().any(stands) || labels.into_iter().any(|n| stands(&n)) || titles.any(|n| stands(&n));
        if is_old { Self::Part } else { Self::All }
    }
}

/// The pane that is on the page now.
struct Now<'a> {
    screen: &'a Screen,
    record: &'a Record,
    row: &'a Row,
    redrawn: Redrawn,
}

impl Now<'_> {
    /// The verdict where the document showed no pane before: the address names the record, unless the list says otherwise.
    fn first_verdict(&self) -> Verdict {
        match self.row {
            Row::Other { is_anothers: true } => Verdict::Others,
            Row::Withheld { is_anothers: true, .. } => Verdict::Open,
            _ => Verdict::Its,
        }
    }

    fn verdict(&self, before: &Pane, evidence: &[Screen]) -> Verdict {
        let (new, Some(old)) = (self.record, &before.shown.record) else { return Verdict::Its };
        // The fields of another kind of record are another pane, whatever the two records are called.
        if new.id.is_none() || old.kind != new.kind {
            return Verdict::Its;
        }
        let Some(name) = new.name.as_deref().map(typed) else {
            let is_its = before.gone || is_same_address(old, new) || self.shows_other_values(before);
            return if is_its || new.ask.is_none() { as_verdict(is_its) } else { Verdict::Open };
        };
        let known = Known { evidence, record: new, name: &name };
        let has_name_of = |record: &Record| record.name.as_ref().is_some_and(|n| typed(n) == name);
        if is_same_address(old, new) {
            // A record can be renamed, and the list keeps its old name for a while. Another record's name is not the new one.
            return as_verdict(has_name_of(old) || before.gone || !known.as_another());
        }
        match self.row {
            Row::Withheld { .. } => return Verdict::Open,
            Row::Other { is_anothers } if before.listed || *is_anothers => return Verdict::Others,
            _ => {}
        }
        let is_listed = matches!(self.row, Row::Its);
        as_verdict(if before.gone {
            true
        } else if has_name_of(old) {
            // A new record gets its id when it is saved. Two records of one name are told apart by what they show, or by
            // the elements that show it; the latter prove nothing unless both are known to have this name.
            is_being_made(old)
                || self.shows_other_values(before)
                || (self.redrawn == Redrawn::All && (is_listed || known.as_this()))
        } else if self.redrawn == Redrawn::Nothing && self.shows_the_same(before) {
            // The heading is the next record's, the values are still those of the one before.
            false
        } else {
            // What the list says now counts for more than what was seen of the tenant before.
            is_listed || !(known.as_another() || known.under_another_name())
        })
    }

    /// Whether a field that both show has another value now. On another tab nothing can be compared.
    fn shows_other_values(&self, before: &Pane) -> bool {
        self.values(before).is_some_and(|mut both| both.any(|(earlier, now)| earlier != now))
    }

    /// Whether it is the same tab with the same values.
    fn shows_the_same(&self, before: &Pane) -> bool {
        self.values(before).is_some_and(|both| {
            let mut both = both.peekable();
            both.peek().is_some() && both.all(|(earlier, now)| earlier == now)
        })
    }

    /// The values that can be compared. One that was not captured says nothing, and while one pane fades out over the
    /// other, both contradict each other.
    fn values<'b>(&'b self, before: &'b Pane) -> Option<impl Iterator<Item = (&'b Value, &'b Value)>> {
        let tells = |value: &&Value| !matches!(value, Value::Withheld | Value::Conflict(_));
        (before.shown.id == self.screen.id).then(|| {
            let both = |r: &'b super::Reading| Some((&before.shown.reading(&r.field)?.value, &r.value));
            self.screen.readings.iter().filter_map(both).filter(move |(a, b)| tells(a) && tells(b))
        })
    }
}

fn as_verdict(is_its: bool) -> Verdict {
    if is_its { Verdict::Its } else { Verdict::Others }
}

/// What was seen of the tenant about a record and a name.
struct Known<'a> {
    evidence: &'a [Screen],
    record: &'a Record,
    name: &'a str,
}

impl Known<'_> {
    /// The name was seen on another record.
    fn as_another(&self) -> bool {
        self.any(|has_name, is_its| has_name && !is_its)
    }

    /// The record was seen under another name.
    fn under_another_name(&self) -> bool {
        self.any(|has_name, is_its| !has_name && is_its)
    }

    /// The record was seen under this name.
    fn as_this(&self) -> bool {
        self.any(|has_name, is_its| has_name && is_its)
    }

    fn any(&self, fits: impl Fn(bool, bool) -> bool) -> bool {
        let records = self.evidence.iter().filter_map(|s| s.record.as_ref());
        let mut named = records.filter(|r| r.kind == self.record.kind && r.id.is_some() && r.name.is_some());
        named.any(|r| fits(r.name.as_ref().is_some_and(|n| typed(n) == self.name), r.id == self.record.id))
    }
}

/// Whether the record was not saved yet (facts, 5.1: `?id=-1`).
fn is_being_made(record: &Record) -> bool {
    record.id.as_deref().is_none_or(|id| id == super::NEW)
}

fn is_same_address(old: &Record, new: &Record) -> bool {
    old.kind == new.kind && old.id == new.id
}
