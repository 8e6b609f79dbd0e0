//! Alternatives of which one is enough. Which one an admin sees first is the one that grants least: nobody is led to make an
//! administrator of an integration where a row will do.

use super::place::Place;
use super::{Target, expected, field_check};
use crate::evidence::Evidence;
use crate::profile::{Check, Requirement, by_power};
use crate::report::{Alternative, Outcome, Reason};
use crate::vocabulary::ScreenId;

/// Judges the alternatives of a requirement: the finding as a whole, and each of them, the least powerful first.
pub fn judge(requirement: &Requirement, checks: &[Check], evidence: &Evidence) -> (Place, Vec<Alternative>) {
    let mut judged: Vec<(&Check, Place)> =
        by_power(checks).into_iter().map(|check| (check, one(requirement, check, evidence))).collect();
    let alternatives = judged.iter().map(|(check, place)| alternative(check, place)).collect();
    // A field that a screen does not have decides nothing beside one that it has.
    let is_absent = |p: &Place| p.reason == Some(Reason::NotRendered);
    let seen: Vec<ScreenId> = judged.iter().filter(|(_, p)| !is_absent(p)).map(|(_, p)| p.screen).collect();
    judged.retain(|(_, place)| !is_absent(place) || !seen.contains(&place.screen));
    (whole(&judged), alternatives)
}

/// One that is met is enough; none may be called missing while another was not seen.
fn whole(judged: &[(&Check, Place)]) -> Place {
    let Some((_, decisive)) = judged.iter().min_by_key(|(_, place)| rank(place)) else {
        return Place::bare(ScreenId::AgentDetails, Outcome::Review, Reason::ByHand);
    };
    if decisive.outcome == Outcome::Met {
        return decisive.clone();
    }
    let shown = judged.iter().min_by_key(|(check, place)| (check.grants_everything(), rank(place)));
    let shown = shown.map_or(decisive, |(_, place)| place);
    if shown.outcome == decisive.outcome {
        return shown.clone();
    }
    Place { outcome: decisive.outcome, reason: Some(Reason::AlternativeOpen), ..shown.clone() }
}

const fn rank(place: &Place) -> u8 {
    match place.outcome {
        Outcome::Met => 0,
        Outcome::Review => 1,
        Outcome::NotSeen => 2,
        _ => 3,
    }
}

fn one(requirement: &Requirement, check: &Check, evidence: &Evidence) -> Place {
    let is_of_the_record = check.screen.kind() == requirement.screen.kind();
    let part = requirement.record.as_deref().filter(|_| is_of_the_record);
    let target = Target { screen: check.screen, field: &check.field, part };
    let place = field_check(&target, requirement.on, &check.expect, evidence);
    Place {
        field: Some(check.field.clone()),
        expected: expected(check.screen, &check.field, &check.expect, evidence),
        ..place
    }
}

fn alternative(check: &Check, place: &Place) -> Alternative {
    Alternative {
        screen: check.screen,
        field: check.field.clone(),
        operator: check.operator().into(),
        expected: place.expected.clone(),
        outcome: place.outcome,
        found: place.found.clone(),
    }
}
