//! Where a requirement was judged, and how.

use super::compare::Verdict;
use crate::evidence::Seen;
use crate::reader::Reading;
use crate::report::{Outcome, Reason};
use crate::vocabulary::ScreenId;

/// The part of a finding that depends on what was seen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    pub screen: ScreenId,
    pub outcome: Outcome,
    pub reason: Option<Reason>,
    pub found: Option<String>,
    pub label: Option<String>,
    /// Only where it is not the requirement's own field.
    pub field: Option<String>,
    /// Only where it is not the requirement's own operand.
    pub expected: Option<String>,
}

impl Place {
    /// A judgement without a value.
    pub const fn bare(screen: ScreenId, outcome: Outcome, reason: Reason) -> Self {
        Self { screen, outcome, reason: Some(reason), found: None, label: None, field: None, expected: None }
    }

    /// A judgement of a value that was seen.
    pub fn of(screen: ScreenId, reading: &Reading, (outcome, reason): Verdict) -> Self {
        let (found, label) = (reading.value.shown(), Some(reading.label.clone()));
        Self { screen, outcome, reason, found, label, field: None, expected: None }
    }
}

/// Judges every record that shows a screen. They must agree: which of them belongs to the integration is not known.
pub fn records(screen: ScreenId, seen: &[Seen], judge: impl Fn(&Seen) -> Place) -> Place {
    let mut places = seen.iter().map(judge);
    let Some(first) = places.next() else {
        return Place::bare(screen, Outcome::NotSeen, Reason::ScreenNotSeen);
    };
    match places.find(|p| p.outcome != first.outcome) {
        None => first,
        Some(other) => {
            let found: Vec<_> = [&first, &other].into_iter().filter_map(|p| p.found.clone()).collect();
            Place {
                outcome: Outcome::Review,
                reason: Some(Reason::SeveralRecords),
                found: Some(found.join(" / ")),
                ..first
            }
        }
    }
}
