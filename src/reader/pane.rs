//! Whether the pane on the page is the record's that the address names.
//!
//! Halo changes the address before it renders the pane anew, so for a moment the record before shows under the address of
//! the next one. What is read then belongs to neither.

use super::Status;
use super::tree::Tree;
use super::{Record, Screen, read, recognise};
use crate::snapshot::{NodeId, Snapshot};
use crate::vocabulary::key;

/// Reads a page of a document that may have shown another record before. Also returns what the next reading of the same
/// document is to be compared with: nothing, once the pane was seen to be gone.
///
/// # Errors
/// As [`read`].
pub fn read_pane(
    snapshot: &Snapshot,
    page: &str,
    settled: Option<Screen>,
    evidence: &[Screen],
) -> Result<(Screen, Option<Screen>), String> {
    let shown = read(snapshot, page)?;
    if shown.status != Status::Read {
        let is_gone = recognise::titles(&Tree::new(snapshot)?).next().is_none();
        return Ok((shown, settled.filter(|_| !is_gone)));
    }
    let screen = match settled.as_ref().and_then(|before| row_agrees(&Tree::new(snapshot).ok()?, before, &shown)) {
        Some(false) => shown.loading(),
        // What the list says now counts for more than what was seen of the tenant before.
        Some(true) => shown.settle(settled.as_ref(), &[]),
        None => shown.settle(settled.as_ref(), evidence),
    };
    let next = match &screen.record {
        // Its name is still to be captured, or the pane is another record's.
        Some(record) if record.name.is_none() && record.ask.is_some() => settled,
        None if screen.status != Status::Read => settled,
        None => None,
        Some(_) => Some(screen.clone()),
    };
    Ok((screen, next))
}

impl Screen {
    /// The reading, if the pane can be the record's that the address names; else a page that is still loading. `settled`
    /// is what this document showed last of a record, `evidence` what was seen of the tenant.
    #[must_use]
    pub fn settle(self, settled: Option<&Self>, evidence: &[Self]) -> Self {
        if settled.is_none_or(|before| agrees(before, &self, evidence)) {
            return self;
        }
        self.loading()
    }

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

/// Whether the list beside the pane has the pane's name in the row of the record that the address names; `None` where it
/// does not tell. A record that was renamed keeps its old name in the list for a while: only a new address is checked.
fn row_agrees(tree: &Tree, before: &Screen, now: &Screen) -> Option<bool> {
    let (new, old) = (now.record.as_ref()?, before.record.as_ref()?);
    let (id, name) = (new.id.as_deref()?, key(new.name.as_deref()?));
    if is_same_address(old, new) {
        return None;
    }
    // "0001234" in the list is 1234 in the address (facts, section 3).
    let number = |id: &str| id.trim_start_matches('0').to_ascii_lowercase();
    let is_its = |n: &NodeId| tree.has_class(*n, "rt-tr-group") && number(tree.attr(*n, "id")) == number(id);
    let range = tree.range(tree.visible().find(is_its)?);
    let texts = tree.texts_in(range.clone());
    if texts.iter().any(|n| key(tree.text(*n)) == name) {
        return Some(true);
    }
    let is_whole = !texts.is_empty() && tree.withheld_in(range).is_empty();
    is_whole.then_some(false)
}

fn agrees(before: &Screen, now: &Screen, evidence: &[Screen]) -> bool {
    let (Some(new), Some(old)) = (&now.record, &before.record) else { return true };
    let Some(name) = new.name.as_ref().map(|n| key(n)) else {
        // Its name is asked for; until it is known, nothing is kept.
        return new.ask.is_some() || is_same_address(old, new) || shows_other_values(before, now);
    };
    // The fields of another kind of record are another pane, whatever the two records are called.
    if new.id.is_none() || old.kind != new.kind {
        return true;
    }
    let is_known_as = |wanted: bool| {
        evidence.iter().filter_map(|s| s.record.as_ref()).any(|r| {
            let has_name = r.name.as_ref().is_some_and(|n| key(n) == name);
            r.kind == new.kind
                && r.id.is_some()
                && if wanted { has_name && r.id != new.id } else { !has_name && r.name.is_some() && r.id == new.id }
        })
    };
    let has_name_of = |record: &Record| record.name.as_ref().is_some_and(|n| key(n) == name);
    let is_another_records = is_known_as(true);
    if is_same_address(old, new) {
        // A record can be renamed; another record's name is not the new one.
        return has_name_of(old) || !is_another_records;
    }
    if has_name_of(old) {
        // A new record gets its id when it is saved. Two records of one name are told apart by what they show.
        return is_being_made(old) || shows_other_values(before, now);
    }
    !is_another_records && !is_known_as(false)
}

/// Whether the record was not saved yet (facts, 5.1: `?id=-1`).
fn is_being_made(record: &Record) -> bool {
    record.id.as_deref().is_none_or(|id| id == "-1")
}

fn is_same_address(old: &Record, new: &Record) -> bool {
    old.kind == new.kind && old.id == new.id
}

/// Whether a field that both show has another value now. On another tab nothing can be compared.
fn shows_other_values(before: &Screen, now: &Screen) -> bool {
    before.id == now.id
        && now.readings.iter().any(|r| before.reading(&r.field).is_some_and(|earlier| earlier.value != r.value))
}
