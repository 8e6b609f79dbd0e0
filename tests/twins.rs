//! Base page + one change = one expected finding: every requirement of the five vendors that the six screens show, broken
//! alone, in read mode and in edit mode. The base is the same tenant with everything set, where all of them are met.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod support;

use preflight::profile::{Expect, FieldRef, Items, Profile, Requirement};
use preflight::reader::{self, Screen, Value};
use preflight::report::{Outcome, Reason, Report};
use preflight::vocabulary::{self, RecordKind, ScreenId};
use support::{SCREENS, SEEDS, audit_with_defaults, change, profile, snapshot};

#[test]
fn each_requirement_broken_alone_is_exactly_that_finding_in_read_mode() {
    for seed in SEEDS {
        twins(seed, "read");
    }
}

#[test]
fn each_requirement_broken_alone_is_exactly_that_finding_in_edit_mode() {
    for seed in SEEDS {
        twins(seed, "edit");
    }
}

fn twins(seed: &str, mode: &str) {
    let profile = profile(seed);
    let base = screens(seed, mode);
    let base_report = audit_with_defaults(&profile, &base);
    let mut broken = 0;
    for (at, requirement) in profile.requirements.iter().enumerate() {
        if base_report.findings[at].outcome == Outcome::NotApplicable {
            continue;
        }
        let Some(field) = &requirement.field else {
            continue;
        };
        let Some(page) = base.iter().position(|s| s.id == Some(requirement.screen)) else {
            continue;
        };
        let context = format!("{seed}, {mode}, {}", requirement.id);
        assert_eq!(base_report.findings[at].outcome, Outcome::Met, "{context}: the base is not met");

        let mut twin = snapshot(seed, requirement.screen.id(), mode);
        let reading = base[page].reading(field).unwrap_or_else(|| panic!("{context}: not read"));
        change(&mut twin, reading.target.expect("an element"), bad_value(requirement));
        let mut screens = without_stand_in(&base, requirement.screen);
        let place = screens.iter().position(|s| s.id == Some(requirement.screen)).expect("the page");
        screens[place] = reader::read(&twin, "twin").expect("sound");

        let before = audit_with_defaults(&profile, &without_stand_in(&base, requirement.screen));
        let after = audit_with_defaults(&profile, &screens);
        assert_broken(&context, requirement, &after, at, &screens[place]);
        assert_only_related_changed(&context, &profile, requirement, &before, &after);
        broken += 1;
    }
    assert!(broken > 0, "{seed}, {mode}: nothing was tried");
}

fn screens(seed: &str, mode: &str) -> Vec<Screen> {
    SCREENS.iter().map(|s| reader::read(&snapshot(seed, s, mode), s).expect("sound")).collect()
}

/// A grant on the role stands in for one on the agent and the other way round: a twin of one goes without the other.
fn without_stand_in(screens: &[Screen], of: ScreenId) -> Vec<Screen> {
    let other = match of {
        ScreenId::AgentPermissions => Some(ScreenId::RolePermissions),
        ScreenId::RolePermissions => Some(ScreenId::AgentPermissions),
        _ => None,
    };
    screens.iter().filter(|s| other.is_none() || s.id != other).cloned().collect()
}

fn bad_value(requirement: &Requirement) -> &'static str {
    let field = vocabulary::field(requirement.screen, requirement.field.as_deref().unwrap()).unwrap();
    match &requirement.expect {
        Expect::NotGranted(_) => "Yes",
        Expect::Set(_) => "",
        Expect::Is(_) | Expect::AtLeast(_) if field.rank(field.scale.first().map_or("", |(v, _)| *v)).is_some() => {
            field.scale[0].0
        }
        _ => "Something else",
    }
}

fn assert_broken(context: &str, requirement: &Requirement, after: &Report, at: usize, screen: &Screen) {
    let finding = &after.findings[at];
    let granted = |scope: &str| screen.reading(scope).is_some_and(|r| r.value == Value::Word("Yes".into()));
    let by = vocabulary::included_in(requirement.field.as_deref().unwrap()).find(|s| granted(s));
    if let Some(by) = by.filter(|_| requirement.screen == ScreenId::ApplicationPermissions) {
        let expected = (Outcome::Met, Some(Reason::Included), Some(by.to_owned()));
        assert_eq!((finding.outcome, finding.reason, finding.found.clone()), expected, "{context}");
        return;
    }
    let expected = match &requirement.expect {
        Expect::NotGranted(_) => vec![Outcome::Excess],
        Expect::Set(_) | Expect::AtLeast(_) => vec![Outcome::Missing],
        _ => vec![Outcome::Missing, Outcome::Wrong],
    };
    assert!(expected.contains(&finding.outcome), "{context}: {finding:?}");
}

/// Only findings on the same field, or on one that is compared with it, may change.
fn assert_only_related_changed(
    context: &str,
    profile: &Profile,
    broken: &Requirement,
    before: &Report,
    after: &Report,
) {
    let field = broken.field.as_deref().unwrap();
    for ((requirement, a), b) in profile.requirements.iter().zip(&before.findings).zip(&after.findings) {
        if a.outcome == b.outcome {
            continue;
        }
        let same = requirement.screen == broken.screen && requirement.field.as_deref() == Some(field);
        let refers = reference(requirement).is_some_and(|r| r.screen == broken.screen && r.field == field);
        assert!(same || refers, "{context}: {} changed too: {:?} → {:?}", requirement.id, a.outcome, b.outcome);
    }
}

fn reference(requirement: &Requirement) -> Option<&FieldRef> {
    match &requirement.expect {
        Expect::SameAs(r) | Expect::Includes(Items::SameAs(r)) => Some(r),
        _ => None,
    }
}

#[test]
fn an_agent_that_sets_nothing_leaves_it_to_its_roles() {
    let profile = profile("gradient-msp");
    let base = screens("gradient-msp", "read");
    let agent_only: Vec<_> = base.iter().filter(|s| s.id != Some(ScreenId::RolePermissions)).cloned().collect();
    let report = audit_with_defaults(&profile, &agent_only);
    let rows = report.findings.iter().filter(|f| f.screen == ScreenId::RolePermissions && f.field.is_some());
    let verdicts: Vec<_> = rows.map(|f| (f.outcome, f.reason)).collect();
    assert!(verdicts.len() > 5);
    assert!(verdicts.iter().all(|v| *v == (Outcome::NotSeen, Some(Reason::RoleDecides))), "{verdicts:?}");
}

#[test]
fn a_role_that_the_agent_does_not_have_does_not_stand_in() {
    let profile = profile("moovila");
    let granted_by_role = |roles: &str| {
        let mut details = snapshot("moovila", "agent.details", "read");
        let target = reader::read(&details, "a").unwrap().reading("Roles").unwrap().target.unwrap();
        change(&mut details, target, roles);
        let role = reader::read(&snapshot("moovila", "role.permissions", "read"), "r").unwrap();
        assert_eq!(role.record.as_ref().map(|r| r.kind), Some(RecordKind::Role));
        let report = audit_with_defaults(&profile, &[reader::read(&details, "a").unwrap(), role]);
        report.findings.iter().find(|f| f.id == "agent-tickets-access-level").unwrap().outcome
    };
    assert_eq!(granted_by_role("Moovila API"), Outcome::Met);
    assert_eq!(granted_by_role("1st Line Support"), Outcome::NotSeen);
}
