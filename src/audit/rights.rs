//! Permission rows: an agent's and its roles' together decide (facts, section 12).

use super::compare::compare;
use super::place::{self, Place};
use crate::evidence::{Candidates, Evidence, Seen};
use crate::profile::{Expect, On};
use crate::report::{Outcome, Reason};
use crate::vocabulary::{self, RecordKind, ScreenId};

/// What a row is asked of.
pub struct Row<'a> {
    /// Where the vendor asks for it.
    pub screen: ScreenId,
    pub field: &'a str,
    /// One of several records of the screen's kind.
    pub part: Option<&'a str>,
    pub on: On,
}

/// Judges a row on agent and roles. A grant on either satisfies, and a grant on either is one that must not be; what is
/// *not* granted is judged where the vendor wants it, since the other may still decide.
pub fn row(row: &Row, expect: &Expect, evidence: &Evidence) -> Place {
    let Row { screen: asked, field, part, on } = *row;
    let on_page = |screen: ScreenId, seen: &Seen| match (vocabulary::field(screen, field), seen.reading) {
        (Some(known), Some(reading)) => Place::of(screen, reading, compare(known, expect, &reading.value, None)),
        _ => Place::bare(screen, Outcome::NotSeen, Reason::NotRendered),
    };
    let decisive = decisive(field, expect);

    let agents = evidence.candidates(ScreenId::AgentPermissions, field, part);
    let agent =
        place::records(ScreenId::AgentPermissions, &agents, evidence, |s| on_page(ScreenId::AgentPermissions, s));
    let roles = roles(row, evidence);
    let places = place::each(&roles, evidence, |seen| on_page(ScreenId::RolePermissions, seen));
    let role = if roles.is_ambiguous {
        place::records(ScreenId::RolePermissions, &roles, evidence, |seen| on_page(ScreenId::RolePermissions, seen))
    } else {
        highest(&places, decisive)
    };

    if let Some(place) = [&agent, &role].into_iter().find(|p| p.outcome == decisive) {
        return place.clone();
    }
    if let Some(place) = undecided(row, evidence, decisive, |seen| on_page(asked, seen)) {
        return place;
    }
    if let Some(place) = [&agent, &role].into_iter().find(|p| p.outcome == Outcome::Review) {
        return place.clone();
    }
    let place = match on {
        On::Agent => agent,
        On::Role if is_seen(&agent) && !is_seen(&role) && role.reason == Some(Reason::ScreenNotSeen) => {
            return Place { reason: Some(Reason::RoleDecides), ..role };
        }
        On::Role => role,
        On::Either => either(asked, agent, role),
    };
    // Some of the agent's roles lack it: another one may grant it.
    let is_open = !roles.seen.is_empty() && is_seen(&place) && evidence.has_unseen_roles();
    if is_open { Place { outcome: Outcome::NotSeen, reason: Some(Reason::OtherRoles), ..place } } else { place }
}

/// What settles a row wherever it is seen: the grant that is asked for, or the one that must not be.
fn decisive(field: &str, expect: &Expect) -> Outcome {
    let grants_nothing =
        |value: &str| vocabulary::field(ScreenId::RolePermissions, field).is_some_and(|f| f.grants_nothing(value));
    match expect {
        Expect::NotGranted(_) | Expect::AtMost(_) => Outcome::Excess,
        // "Is No" forbids as well, and says of a grant that it is another value.
        Expect::Is(value) if grants_nothing(value) => Outcome::Wrong,
        _ => Outcome::Met,
    }
}

/// The roles that count for a row. A role stands in for the agent only if the agent has it. Where the vendor wants the row
/// on a role, and the agent has none of those that were seen, a role that the admin assigned is judged as it is: that the
/// agent lacks it is a finding of its own.
fn roles<'a>(row: &Row, evidence: &Evidence<'a>) -> Candidates<'a> {
    let screen = ScreenId::RolePermissions;
    if let Some(part) = row.part.filter(|part| evidence.part(RecordKind::Role, Some(part)) == *part) {
        return evidence.candidates(screen, row.field, Some(part));
    }
    let of_agent = evidence.roles_of_agent(row.field);
    let stands_alone = of_agent.seen.is_empty() && row.on == On::Role;
    if stands_alone { evidence.candidates(screen, row.field, None) } else { of_agent }
}

/// What several roles of one agent grant together: the highest applies. As long as one of them does not show it, nothing
/// is known to be lacking.
fn highest(places: &[Place], decisive: Outcome) -> Place {
    let rank = |place: &&Place| match place.outcome {
        outcome if outcome == decisive => 0,
        Outcome::Review => 1,
        Outcome::NotSeen => 2,
        // A weaker value comes closer than none.
        Outcome::Wrong => 3,
        _ => 4,
    };
    let best = places.iter().min_by_key(rank);
    best.map_or_else(
        || Place::bare(ScreenId::RolePermissions, Outcome::NotSeen, Reason::ScreenNotSeen),
        |best| match best.outcome {
            outcome if outcome == decisive => best.clone(),
            _ => place::joined(places, best.clone()),
        },
    )
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
fn undecided(row: &Row, evidence: &Evidence, decisive: Outcome, judge: impl Fn(&Seen) -> Place) -> Option<Place> {
    let seen = evidence.undecided(row.screen, row.field);
    if seen.iter().all(|s| s.reading.is_none()) {
        return None;
    }
    let place = place::records(row.screen, &Candidates { seen, is_ambiguous: false }, evidence, judge);
    if place.outcome == decisive {
        return Some(place);
    }
    Some(Place { outcome: Outcome::Review, reason: Some(Reason::RecordKindUnknown), ..place })
}
