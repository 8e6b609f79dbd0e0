//! Requirement × evidence → finding.

use std::collections::BTreeMap;

use crate::evidence::{Evidence, Seen};
use crate::profile::{Check, Expect, FieldRef, Items, On, Profile, Requirement, When};
use crate::reader::{Screen, Value};
use crate::report::{self, Finding, Outcome, ProfileRef, Reason, Report};
use crate::snapshot::NodeId;
use crate::vocabulary::{self, RecordKind, ScreenId};

mod compare;
mod marks;
mod place;
mod rights;
mod scope;

pub use marks::marks;
use place::Place;

/// Audits everything that was seen. `features` are the chosen ones; see [`Profile::choose`].
#[must_use]
pub fn audit(profile: &Profile, features: &[String], screens: &[Screen]) -> Report {
    let evidence = Evidence::new(screens);
    let findings: Vec<_> = profile.requirements.iter().map(|r| finding(r, features, evidence)).collect();
    let mut summary = BTreeMap::new();
    for finding in &findings {
        *summary.entry(finding.outcome).or_insert(0) += 1;
    }
    Report {
        schema: report::SCHEMA.into(),
        profile: ProfileRef { id: profile.id.clone(), version: profile.version.clone() },
        pages: screens.iter().map(Screen::summary).collect(),
        findings,
        summary,
    }
}

fn finding(requirement: &Requirement, features: &[String], evidence: Evidence) -> Finding {
    let place = match requirement.when.as_ref().and_then(|when| not_applicable(when, features, evidence)) {
        Some(reason) => Place::bare(requirement.screen, Outcome::NotApplicable, reason),
        None => judge(requirement, evidence),
    };
    Finding {
        id: requirement.id.clone(),
        screen: place.screen,
        field: place.field.or_else(|| requirement.field.clone()),
        outcome: place.outcome,
        severity: requirement.severity,
        operator: operator(&requirement.expect).into(),
        expected: place.expected.or_else(|| expected(&requirement.expect, evidence)),
        found: place.found,
        reason: place.reason,
        why: requirement.why.clone(),
        source: requirement.source.of.clone(),
        says: requirement.source.says.clone(),
        label: place.label,
    }
}

fn not_applicable(when: &When, features: &[String], evidence: Evidence) -> Option<Reason> {
    if !when.features.is_empty() && !when.features.iter().any(|f| features.contains(f)) {
        return Some(Reason::FeatureNotChosen);
    }
    // Hosting that nobody can tell leaves the requirement in force.
    let other = when.hosting.is_some_and(|wanted| evidence.hosting().is_some_and(|seen| seen != wanted));
    other.then_some(Reason::OtherHosting)
}

fn judge(requirement: &Requirement, evidence: Evidence) -> Place {
    match (&requirement.expect, &requirement.field) {
        (Expect::ByHand(_), _) => Place::bare(requirement.screen, Outcome::Review, Reason::ByHand),
        (Expect::AnyOf(checks), _) => any_of(checks, evidence),
        (expect, Some(field)) => field_check(requirement.screen, field, requirement.on, expect, evidence),
        (_, None) => Place::bare(requirement.screen, Outcome::Review, Reason::ByHand),
    }
}

/// One alternative that is met is enough; none of them may be called missing while another was not seen.
fn any_of(checks: &[Check], evidence: Evidence) -> Place {
    let places = checks.iter().map(|c| {
        let place = field_check(c.screen, &c.field, None, &c.expect, evidence);
        Place { field: Some(c.field.clone()), expected: expected(&c.expect, evidence), ..place }
    });
    let rank = |place: &Place| match place.outcome {
        Outcome::Met => 0,
        Outcome::Review => 1,
        Outcome::NotSeen => 2,
        _ => 3,
    };
    places.min_by_key(rank).unwrap_or_else(|| Place::bare(ScreenId::AgentDetails, Outcome::Review, Reason::ByHand))
}

fn field_check(screen: ScreenId, field: &str, on: Option<On>, expect: &Expect, evidence: Evidence) -> Place {
    if screen == ScreenId::ApplicationPermissions && vocabulary::no_such_scope(field) {
        return Place::bare(screen, Outcome::Review, Reason::NoSuchScope);
    }
    match screen {
        ScreenId::AgentPermissions | ScreenId::RolePermissions => rights::row(screen, field, on, expect, evidence),
        ScreenId::ApplicationPermissions => scope::scope(field, expect, evidence),
        _ => place::records(screen, &evidence.seen(screen, field), |seen| value(screen, field, expect, seen, evidence)),
    }
}

/// One field on one page.
fn value(screen: ScreenId, field: &str, expect: &Expect, seen: &Seen, evidence: Evidence) -> Place {
    let (Some(known), Some(reading)) = (vocabulary::field(screen, field), seen.reading) else {
        return Place::bare(screen, Outcome::NotSeen, Reason::NotRendered);
    };
    let other = reference(expect).and_then(|r| other_value(r, evidence));
    Place::of(screen, reading, compare::compare(known, expect, &reading.value, other))
}

const fn reference(expect: &Expect) -> Option<&FieldRef> {
    match expect {
        Expect::SameAs(reference) | Expect::Includes(Items::SameAs(reference)) => Some(reference),
        _ => None,
    }
}

/// The value to compare with, where exactly one record shows it.
fn other_value<'a>(reference: &FieldRef, evidence: Evidence<'a>) -> Option<&'a Value> {
    match evidence.seen(reference.screen, &reference.field).as_slice() {
        [Seen { reading: Some(reading), .. }] => Some(&reading.value),
        _ => None,
    }
}

const fn operator(expect: &Expect) -> &'static str {
    match expect {
        Expect::Is(_) => "is",
        Expect::AtLeast(_) => "at_least",
        Expect::AtMost(_) => "at_most",
        Expect::NotGranted(_) => "not_granted",
        Expect::Includes(_) => "includes",
        Expect::Set(_) => "set",
        Expect::SameAs(_) => "same_as",
        Expect::Present(_) => "present",
        Expect::Absent(_) => "absent",
        Expect::ByHand(_) => "by_hand",
        Expect::AnyOf(_) => "any_of",
    }
}

fn expected(expect: &Expect, evidence: Evidence) -> Option<String> {
    match expect {
        Expect::Is(word) | Expect::AtLeast(word) | Expect::AtMost(word) | Expect::ByHand(word) => Some(word.clone()),
        Expect::NotGranted(_) => Some("No".into()),
        Expect::Includes(Items::All(list) | Items::Any(list)) => (!list.is_empty()).then(|| list.join(", ")),
        Expect::SameAs(reference) | Expect::Includes(Items::SameAs(reference)) => {
            other_value(reference, evidence).and_then(Value::shown)
        }
        Expect::Set(_) | Expect::Present(_) | Expect::Absent(_) | Expect::AnyOf(_) => None,
    }
}

/// The kind of record that a requirement's `on` means.
const fn wanted_on(screen: ScreenId, on: Option<On>) -> On {
    match (on, screen.kind()) {
        (Some(on), _) => on,
        (None, RecordKind::Role) => On::Role,
        (None, _) => On::Agent,
    }
}

/// Nodes of the open page whose text was withheld and is needed: the record's name, and the fields that the profile
/// compares with a text.
#[must_use]
pub fn ask(profile: &Profile, screen: &Screen) -> Vec<NodeId> {
    let needed = |field: &str| profile.requirements.iter().any(|r| needs_text(r, screen, field));
    let values = screen.readings.iter().filter(|r| needed(&r.field)).flat_map(|r| r.ask.iter().copied());
    values.chain(screen.record.iter().filter_map(|r| r.ask)).collect()
}

/// Whether a requirement compares the text of this field. That something stands there at all is known without it.
fn needs_text(requirement: &Requirement, screen: &Screen, field: &str) -> bool {
    let own = |id: ScreenId, name: &str, expect: &Expect| {
        (screen.id == Some(id) && name == field && !matches!(expect, Expect::Set(_)))
            || reference(expect).is_some_and(|other| screen.id == Some(other.screen) && other.field == field)
    };
    match (&requirement.expect, &requirement.field) {
        (Expect::AnyOf(checks), _) => checks.iter().any(|c| own(c.screen, &c.field, &c.expect)),
        (expect, Some(name)) => own(requirement.screen, name, expect),
        (_, None) => false,
    }
}
