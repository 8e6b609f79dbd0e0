//! Permission rows: an agent's and its roles' together decide (facts, section 12).

use super::compare::compare;
use super::place::{self, Place};
use super::wanted_on;
use crate::evidence::{Evidence, Seen};
use crate::profile::{Expect, On};
use crate::report::{Outcome, Reason};
use crate::vocabulary::{self, ScreenId};

/// Judges a row on agent and roles. A grant on either satisfies, and a grant on either is one that must not be; what is
/// *not* granted is judged where the vendor wants it, since the other may still decide.
pub fn row(asked: ScreenId, field: &str, on: Option<On>, expect: &Expect, evidence: &Evidence) -> Place {
    let on_page = |screen: ScreenId, seen: &Seen| match (vocabulary::field(screen, field), seen.reading) {
        (Some(known), Some(reading)) => Place::of(screen, reading, compare(known, expect, &reading.value, None)),
        _ => Place::bare(screen, Outcome::NotSeen, Reason::NotRendered),
    };
    let judged = |screen: ScreenId, seen: Vec<Seen>| place::records(screen, &seen, |seen| on_page(screen, seen));
    let on = wanted_on(asked, on);
    let agent = judged(ScreenId::AgentPermissions, evidence.seen(ScreenId::AgentPermissions, field, None));
    let role = judged(ScreenId::RolePermissions, roles(on, field, evidence));

    let forbids = matches!(expect, Expect::NotGranted(_) | Expect::AtMost(_));
    let decisive = if forbids { Outcome::Excess } else { Outcome::Met };
    if let Some(place) = [&agent, &role].into_iter().find(|p| p.outcome == decisive) {
        return place.clone();
    }
    if let Some(place) = undecided(asked, &evidence.undecided(asked, field), decisive, |seen| on_page(asked, seen)) {
        return place;
    }
    if let Some(place) = [&agent, &role].into_iter().find(|p| p.outcome == Outcome::Review) {
        return place.clone();
    }
    match on {
        On::Agent => agent,
        On::Role if is_seen(&agent) && !is_seen(&role) && role.reason == Some(Reason::ScreenNotSeen) => {
            Place { reason: Some(Reason::RoleDecides), ..role }
        }
        On::Role => role,
        On::Either => either(asked, agent, role),
    }
}

/// A role stands in for the agent only if the agent has it. Where the vendor wants the row on a role, and the agent has
/// none of those that were seen, they are judged as they are: that the agent lacks the role is a finding of its own.
fn roles<'a>(on: On, field: &str, evidence: &Evidence<'a>) -> Vec<Seen<'a>> {
    let of_agent = evidence.seen_on_roles_of_agent(ScreenId::RolePermissions, field);
    if of_agent.is_empty() && on == On::Role { evidence.seen(ScreenId::RolePermissions, field, None) } else { of_agent }
}

const fn is_seen(place: &Place) -> bool {
    !matches!(place.outcome, Outcome::NotSeen)
}

/// The one that was seen; the one that the profile names where both or none were.
fn either(asked: ScreenId, agent: Place, role: Place) -> Place {
    let (named, other) = if asked == ScreenId::RolePermissions { (role, agent) } else { (agent, role) };
    if !is_seen(&named) && is_seen(&other) { other } else { named }
}

/// A page that may be an agent's or a role's can satisfy a row, but nothing can be called missing on it.
fn undecided(asked: ScreenId, seen: &[Seen], decisive: Outcome, judge: impl Fn(&Seen) -> Place) -> Option<Place> {
    if seen.iter().all(|s| s.reading.is_none()) {
        return None;
    }
    let place = place::records(asked, seen, judge);
    if place.outcome == decisive {
        return Some(place);
    }
    Some(Place { outcome: Outcome::Review, reason: Some(Reason::RecordKindUnknown), ..place })
}
