//! Whether the pane on the page is the record's that the address names.
//!
//! Halo changes the address before it renders the pane anew, so for a moment the record before shows under the address of
//! the next one. What is read then belongs to neither.

use super::tree::Tree;
use super::{Record, Screen, read, recognise};
use crate::report::Status;
use crate::snapshot::Snapshot;
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
    let screen = shown.settle(settled.as_ref(), evidence);
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
        Self {
            cloud: self.cloud,
            truncated: self.truncated,
            status: Status::StillLoading,
            ..Self::unreadable(&self.page)
        }
    }
}

fn agrees(before: &Screen, now: &Screen, evidence: &[Screen]) -> bool {
    let (Some(new), Some(old)) = (&now.record, &before.record) else { return true };
    let Some(name) = new.name.as_ref().map(|n| key(n)) else {
        // Its name is asked for; until it is known, nothing is kept.
        return new.ask.is_some() || is_same_address(old, new) || shows_other_values(before, now);
    };
    if new.id.is_none() {
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
        // Two records of one name are told apart by what they show.
        return shows_other_values(before, now);
    }
    let stands_still = before.id == now.id && !shows_other_values(before, now);
    !is_another_records && !is_known_as(false) && !stands_still
}

fn is_same_address(old: &Record, new: &Record) -> bool {
    old.kind == new.kind && old.id == new.id
}

/// Whether a field that both show has another value now. On another tab nothing can be compared.
fn shows_other_values(before: &Screen, now: &Screen) -> bool {
    before.id == now.id
        && now.readings.iter().any(|r| before.reading(&r.field).is_some_and(|earlier| earlier.value != r.value))
}
