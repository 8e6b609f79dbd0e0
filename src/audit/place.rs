//! Where a requirement was judged, and how.

use super::compare::Verdict;
use crate::evidence::{Candidates, Evidence, Seen};
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
    /// The record that was judged; of several, all.
    pub record: Option<String>,
    /// Only where it is not the requirement's own field.
    pub field: Option<String>,
    /// Only where it is not the requirement's own operand.
    pub expected: Option<String>,
}

impl Place {
    /// A judgement without a value.
    pub const fn bare(screen: ScreenId, outcome: Outcome, reason: Reason) -> Self {
        Self {
            screen,
            outcome,
            reason: Some(reason),
            found: None,
            label: None,
            record: None,
            field: None,
            expected: None,
        }
    }

    /// A judgement of a value that was seen.
    pub fn of(screen: ScreenId, reading: &Reading, (outcome, reason): Verdict) -> Self {
        let (found, label) = (reading.value.shown(), Some(reading.label.clone()));
        Self { screen, outcome, reason, found, label, record: None, field: None, expected: None }
    }
}

/// Judges every record that shows a screen. They must agree; where nothing tells which of them belongs to the integration,
/// none of them settles anything.
pub fn records(
    screen: ScreenId,
    candidates: &Candidates,
    evidence: &Evidence,
    judge: impl Fn(&Seen) -> Place,
) -> Place {
    let places = each(candidates, evidence, judge);
    let Some(first) = places.first() else {
        return Place::bare(screen, Outcome::NotSeen, Reason::ScreenNotSeen);
    };
    let is_shown = places.iter().any(|p| p.outcome != Outcome::NotSeen);
    let agree = places.iter().all(|p| p.outcome == first.outcome);
    if agree && !(candidates.is_ambiguous && is_shown) { joined(&places, first.clone()) } else { disagreeing(&places) }
}

/// Judges one record after the other.
pub fn each(candidates: &Candidates, evidence: &Evidence, judge: impl Fn(&Seen) -> Place) -> Vec<Place> {
    let judged = |seen: &Seen| Place { record: evidence.name_of(seen.screen), ..judge(seen) };
    candidates.seen.iter().map(judged).collect()
}

/// A judgement that holds for all of these records.
pub fn joined(places: &[Place], place: Place) -> Place {
    Place { record: join(places.iter().map(|p| &p.record)), ..place }
}

fn disagreeing(places: &[Place]) -> Place {
    let Some(first) = places.iter().find(|p| p.outcome != Outcome::NotSeen).cloned() else {
        return Place::bare(ScreenId::AgentDetails, Outcome::NotSeen, Reason::ScreenNotSeen);
    };
    Place {
        outcome: Outcome::Review,
        reason: Some(Reason::SeveralRecords),
        found: join(places.iter().map(|p| &p.found)),
        ..joined(places, first)
    }
}

/// Each text once.
fn join<'p>(texts: impl Iterator<Item = &'p Option<String>>) -> Option<String> {
    let mut all: Vec<&str> = Vec::new();
    for text in texts.flatten() {
        if !all.contains(&text.as_str()) {
            all.push(text);
        }
    }
    (!all.is_empty()).then(|| all.join(" / "))
}
