//! Base page + one change = one expected finding: every requirement of the five vendors, broken alone, in read mode and in
//! edit mode. The base is the same tenant with everything set, where all of them are met.

use crate::support;
use crate::support::{SEEDS, audit_with_defaults, change, page, pages, profile, rename, snapshot};
use preflight::profile::{Expect, FieldRef, Items, Profile, Requirement};
use preflight::reader::{self, Screen, Value};
use preflight::report::{Finding, Outcome, Reason, Report};
use preflight::rights;
use preflight::vocabulary::{self, RecordKind, ScreenId};

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
    let names = pages(seed, mode);
    let base: Vec<Screen> = names.iter().map(|n| reader::read(&page(seed, n), n).expect("sound")).collect();
    let base_report = audit_with_defaults(&profile, &base);
    let mut broken = 0;
    for (at, requirement) in profile.requirements.iter().enumerate() {
        let context = format!("{seed}, {mode}, {}", requirement.id);
        let finding = &base_report.findings[at];
        if finding.outcome == Outcome::NotApplicable || finding.reason == Some(Reason::ByHand) {
            continue;
        }
        assert_eq!(finding.outcome, Outcome::Met, "{context}: the base is not met: {finding:?}");
        let before_screens = without_stand_in(&base, requirement.screen);
        let screens = break_all(seed, requirement, &before_screens);
        let before = audit_with_defaults(&profile, &before_screens);
        let after = audit_with_defaults(&profile, &screens);
        assert_broken(&context, requirement, &after, at, &screens);
        assert_only_related_changed(&context, &profile, requirement, &before, &after);
        broken += 1;
    }
    assert!(broken > 2, "{seed}, {mode}: too little was tried");
}

/// What a requirement accepts: its own field, or each of its alternatives, which have to be broken together.
fn alternatives(requirement: &Requirement) -> Vec<(ScreenId, &str, &Expect)> {
    match &requirement.expect {
        Expect::AnyOf(checks) => checks.iter().map(|c| (c.screen, c.field.as_str(), &c.expect)).collect(),
        expect => vec![(requirement.screen, requirement.field.as_deref().expect("a field"), expect)],
    }
}

/// Moovila's two ticket types, told apart by their names as the demo tenant has them.
fn is_of(requirement: &Requirement, screen: &Screen) -> bool {
    let is_task = screen.page.contains(".task.");
    requirement.record.as_deref().is_none_or(|part| (part == "task") == is_task)
}

fn list_or<'a>(field: &'a str, expect: &Expect) -> &'a str {
    if matches!(expect, Expect::Present(_) | Expect::Absent(_)) { "Fields" } else { field }
}

/// The screens with another value in each of the requirement's fields.
fn break_all(seed: &str, requirement: &Requirement, screens: &[Screen]) -> Vec<Screen> {
    let mut screens = screens.to_vec();
    for screen in &mut screens {
        let fields: Vec<_> = alternatives(requirement)
            .into_iter()
            .filter(|(id, ..)| screen.id == Some(*id) && is_of(requirement, screen))
            .filter_map(|(_, field, expect)| Some((field, expect, screen.reading(list_or(field, expect))?.target?)))
            .collect();
        if fields.is_empty() {
            continue;
        }
        let mut twin = page(seed, &screen.page);
        for (field, expect, target) in fields {
            match expect {
                Expect::Present(_) => rename(&mut twin, target, field, "Another field"),
                Expect::Absent(_) => rename(&mut twin, target, "Summary", field),
                _ => change(&mut twin, target, bad_value(screen.id.expect("known"), field, expect)),
            }
        }
        *screen = reader::read(&twin, &screen.page).expect("sound");
    }
    screens
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

fn bad_value(screen: ScreenId, field: &str, expect: &Expect) -> &'static str {
    let field = vocabulary::field(screen, field).unwrap();
    match expect {
        Expect::NotGranted(_) => "Yes",
        Expect::Set(_) | Expect::Includes(Items::Any(_)) => "",
        Expect::Is(_) | Expect::AtLeast(_) if field.rank(field.scale.first().map_or("", |(v, _)| *v)).is_some() => {
            field.scale[0].0
        }
        _ => "Something else",
    }
}

fn assert_broken(context: &str, requirement: &Requirement, after: &Report, at: usize, screens: &[Screen]) {
    let finding = &after.findings[at];
    let granted = |scope: &str| {
        let yes = Value::Word("Yes".into());
        screens.iter().any(|s| s.reading(scope).is_some_and(|r| r.value == yes))
    };
    let by = requirement.field.as_deref().and_then(|f| vocabulary::included_in(f).find(|s| granted(s)));
    if let Some(by) = by.filter(|_| requirement.screen == ScreenId::ApplicationPermissions) {
        let expected = (Outcome::Met, Some(Reason::Included), Some(by.to_owned()));
        assert_eq!((finding.outcome, finding.reason, finding.found.clone()), expected, "{context}");
        return;
    }
    let expected = match &requirement.expect {
        Expect::NotGranted(_) | Expect::Absent(_) => vec![Outcome::Excess],
        Expect::Set(_) | Expect::Present(_) => vec![Outcome::Missing],
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
    let fields: Vec<_> = alternatives(broken).into_iter().map(|(s, f, e)| (s, list_or(f, e))).collect();
    let (own, more) = before.findings.split_at(profile.requirements.len());
    let (own_after, more_after) = after.findings.split_at(profile.requirements.len());
    for ((requirement, a), b) in profile.requirements.iter().zip(own).zip(own_after) {
        assert_eq!(
            (&a.id, &b.id),
            (&requirement.id, &requirement.id),
            "{context}: one finding a requirement, in order"
        );
        if a.outcome == b.outcome {
            continue;
        }
        // What is on a record that the integration no longer uses is not known.
        if b.outcome == Outcome::NotSeen
            && fields.iter().any(|field| tied_by(*field).contains(&requirement.screen.kind()))
        {
            continue;
        }
        let own = requirement.field.is_some() || matches!(requirement.expect, Expect::AnyOf(_));
        let same = own && alternatives(requirement).into_iter().any(|(s, f, e)| fields.contains(&(s, list_or(f, e))));
        let refers = reference(requirement).is_some_and(|r| fields.contains(&(r.screen, r.field.as_str())));
        assert!(same || refers, "{context}: {} changed too: {:?} → {:?}", requirement.id, a.outcome, b.outcome);
    }
    // What is granted on one layer and lacks the other is a finding that no requirement stands for: one area, one row.
    let row = |field: &str| rights::row_of(field).map_or_else(|| field.to_owned(), |(row, _)| row.to_owned());
    let is_known =
        |finding: &Finding, all: &[Finding]| all.iter().any(|f| (&f.id, f.outcome) == (&finding.id, finding.outcome));
    let changed =
        more_after.iter().filter(|f| !is_known(f, more)).chain(more.iter().filter(|f| !is_known(f, more_after)));
    for finding in changed {
        let is_related = |field: &String| fields.iter().any(|(_, broken)| row(field) == row(broken));
        let is_untied = fields.iter().any(|field| !tied_by(*field).is_empty());
        let related = is_untied || finding.field.iter().chain(&finding.found).any(is_related);
        assert!(related, "{context}: {} appeared or went too: {finding:?}", finding.id);
    }
}

/// The kinds of record that count because of this field.
fn tied_by(field: (ScreenId, &str)) -> &'static [RecordKind] {
    match field {
        (ScreenId::ApplicationDetails, "Agent to log in as") => &[RecordKind::Agent, RecordKind::Role],
        (ScreenId::AgentDetails, "Roles") => &[RecordKind::Role],
        _ => &[],
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
    let base: Vec<Screen> = pages("gradient-msp", "read")
        .iter()
        .map(|name| reader::read(&page("gradient-msp", name), name).expect("sound"))
        .collect();
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

#[test]
fn not_granted_has_several_words_and_each_of_them_is_no() {
    let sound = r#"{"schema": "preflight-profile/1", "id": "acme", "version": "1", "name": "Acme", "summary": "",
        "sources": {"guide": {"title": "Set-up"}},
        "features": [{"id": "sync", "name": "Sync", "summary": "", "default": true}],
        "requirements": [{"id": "costs", "screen": "role.permissions", "field": "Can View Item Costs",
            "expect": {"is": "No"}, "why": "Not its business.", "source": {"of": "guide", "lines": [1]}}]}"#;
    let profile = preflight::profile::parse::parse(sound).unwrap();
    let outcome = |costs: &str| {
        let row = |label, value| format!("<div><label>{label}</label><div class=read-value>{value}</div></div>");
        let page = row("Can View Item Costs", costs) + &row("Can export tickets", "Yes");
        let role = support::read(&page, "https://demo.halopsa.com/config/agents/roles?id=1");
        audit_with_defaults(&profile, &[role]).findings[0].outcome
    };
    for (costs, expected) in [
        ("No", Outcome::Met),
        ("No Access", Outcome::Met),
        ("Not set", Outcome::Met),
        ("Read Only", Outcome::Wrong),
        ("Yes", Outcome::Review),
    ] {
        assert_eq!(outcome(costs), expected, "{costs}");
    }
}
