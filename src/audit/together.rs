//! Several profiles on one tenant: who needs what, where they contradict each other, and what nobody needs.

use super::marks::is_same_place;
use crate::evidence::{Evidence, part_of};
use crate::profile::{Check, Expect, Plan, Requirement};
use crate::reader::{Reading, Screen, Value};
use crate::report::{Contradiction, Finding, Outcome, Reason, Spot, Want};
use crate::vocabulary::{self, Field, ScreenId};

/// Adds a finding to those of all profiles. Vendors that ask the same of the same record are one finding that names them
/// all. Ids are a profile's own, so that among several profiles its id stands before them.
pub fn add(findings: &mut Vec<Finding>, mut finding: Finding, evidence: &[Evidence]) {
    if evidence.len() > 1 {
        if let Some(known) = findings.iter_mut().find(|known| is_same(known, &finding, evidence)) {
            known.needed_by.append(&mut finding.needed_by);
            known.requirements.append(&mut finding.requirements);
            return;
        }
        finding.id = finding.requirements.concat();
    }
    findings.push(finding);
}

/// Whether another vendor asks the same, and the records that it is asked of are not known to differ.
fn is_same(known: &Finding, new: &Finding, evidence: &[Evidence]) -> bool {
    let says_the_same = known.field == new.field
        && (known.screen, known.outcome) == (new.screen, new.outcome)
        && (&known.operator, &known.expected, &known.found) == (&new.operator, &new.expected, &new.found)
        && known.alternatives == new.alternatives;
    let is_other_vendor = || !new.needed_by.iter().any(|id| known.needed_by.contains(id));
    new.field.is_some() && says_the_same && is_other_vendor() && {
        let of = |f: &Finding| evidence.iter().find(|e| f.needed_by.iter().any(|id| id == e.profile()));
        let same_record = |part: &str| !of(known).zip(of(new)).is_some_and(|(a, b)| a.differs(b, part));
        let same_spot = |(a, b): (&Spot, &Spot)| {
            let part = b.part.as_deref().unwrap_or(part_of(new.screen.kind()));
            is_same_place(a.screen, b.screen) && a.field == b.field && a.part == b.part && same_record(part)
        };
        known.spots.len() == new.spots.len() && known.spots.iter().zip(&new.spots).all(same_spot)
    }
}

/// A requirement that applies, with the profile that it is of.
pub struct Need<'a> {
    pub plan: &'a Plan,
    pub requirement: &'a Requirement,
}

/// Needs of which no value of the same record can satisfy both. Named, never resolved: which of them gives way is not for
/// a program to say.
pub fn contradictions(needs: &[Need], evidence: &[Evidence]) -> Vec<Contradiction> {
    let mut found: Vec<Contradiction> = Vec::new();
    for (at, one) in needs.iter().enumerate() {
        for other in needs.iter().skip(at + 1) {
            let (Some(field), Some(same)) = (&one.requirement.field, &other.requirement.field) else { continue };
            let same_place = field == same
                && is_same_place(one.requirement.screen, other.requirement.screen)
                && one.requirement.record == other.requirement.record
                && !differ(one, other, evidence);
            let known = || vocabulary::field(one.requirement.screen, field);
            if same_place && known().is_some_and(|f| excludes(f, &one.requirement.expect, &other.requirement.expect)) {
                let wants = [one, other].map(want).to_vec();
                found.push(Contradiction { screen: one.requirement.screen, field: field.clone(), wants });
            }
        }
    }
    found
}

/// Whether the two vendors are known to ask it of different records.
fn differ(one: &Need, other: &Need, evidence: &[Evidence]) -> bool {
    let of = |need: &Need| evidence.iter().find(|e| e.profile() == need.plan.profile.id);
    let part = one.requirement.record.as_deref().unwrap_or(part_of(one.requirement.screen.kind()));
    of(one).zip(of(other)).is_some_and(|(a, b)| a.differs(b, part))
}

fn want(need: &Need) -> Want {
    let expected = match &need.requirement.expect {
        Expect::Is(v) | Expect::AtLeast(v) | Expect::AtMost(v) => v.clone(),
        _ => "No".to_owned(),
    };
    Want { profile: need.plan.profile.id.clone(), requirement: need.requirement.id.clone(), expected }
}

/// Whether no value satisfies both.
fn excludes(field: &Field, a: &Expect, b: &Expect) -> bool {
    let at_most = |e: &Expect| match e {
        Expect::NotGranted(_) => Some(0),
        Expect::AtMost(v) | Expect::Is(v) => field.rank(v),
        _ => None,
    };
    let at_least = |e: &Expect| match e {
        Expect::AtLeast(v) | Expect::Is(v) => field.rank(v),
        _ => None,
    };
    let below = |low: Option<u8>, high: Option<u8>| low.is_some() && high.is_some() && low < high;
    match (a, b) {
        (Expect::Is(a), Expect::Is(b)) => a != b,
        _ => below(at_most(a), at_least(b)) || below(at_most(b), at_least(a)),
    }
}

/// What is granted on the integration's own agent, roles and application beyond what any of the needs asks for.
pub fn beyond(needs: &[Need], evidence: &[Evidence]) -> Vec<Finding> {
    let screens = [ScreenId::ApplicationPermissions, ScreenId::AgentPermissions, ScreenId::RolePermissions];
    let mut findings: Vec<Finding> = Vec::new();
    let granted = screens.iter().flat_map(|screen| evidence.iter().flat_map(|e| readings(e, *screen)));
    for (screen, reading, record) in granted {
        let Some(field) = vocabulary::field(screen, &reading.field) else { continue };
        let Value::Word(value) = &reading.value else { continue };
        let id = format!("beyond-{}-{}", screen.id(), vocabulary::key(field.label));
        if is_more(field, value, &needed(needs, screen, field)) && !findings.iter().any(|f| f.id == id) {
            findings.push(excess(id, screen, reading, record));
        }
    }
    findings
}

fn readings<'a>(evidence: &Evidence<'a>, screen: ScreenId) -> Vec<(ScreenId, &'a Reading, Option<String>)> {
    let of_page = |page: &'a Screen| {
        let record = evidence.name_of(page);
        page.readings.iter().map(move |reading| (screen, reading, record.clone()))
    };
    evidence.screens_of(screen).into_iter().flat_map(of_page).collect()
}

/// The values that somebody wants of a field, or of a scope that includes it.
fn needed<'a>(needs: &[Need<'a>], screen: ScreenId, field: &Field) -> Vec<&'a str> {
    let about = |s: ScreenId, name: &str| is_same_place(s, screen) && name == field.label;
    let mut values = Vec::new();
    for Need { requirement, .. } in needs {
        let checks: Vec<(ScreenId, &str, &'a Expect)> = match (&requirement.expect, &requirement.field) {
            (Expect::AnyOf(checks), _) => {
                checks.iter().map(|Check { screen, field, expect }| (*screen, &**field, expect)).collect()
            }
            (expect, Some(name)) => vec![(requirement.screen, name.as_str(), expect)],
            (_, None) => Vec::new(),
        };
        for (on, name, expect) in checks {
            if let Expect::Is(value) | Expect::AtLeast(value) = expect {
                let included = on == screen && vocabulary::included_in(field.label).any(|by| by == name);
                if about(on, name) || included {
                    values.push(value.as_str());
                }
            }
        }
    }
    values
}

fn is_more(field: &Field, value: &str, needed: &[&str]) -> bool {
    if field.grants_nothing(value) || field.is_lowest(value) || field.rank(value).is_none() {
        return false;
    }
    // A value on the same step as the wanted one is another finding, not more than it.
    needed.iter().all(|wanted| field.rank(value) > field.rank(wanted))
}

fn excess(id: String, screen: ScreenId, reading: &Reading, record: Option<String>) -> Finding {
    Finding {
        id,
        screen,
        field: Some(reading.field.clone()),
        outcome: Outcome::Excess,
        severity: crate::profile::Severity::Recommended,
        operator: "not_granted".into(),
        expected: None,
        found: reading.value.shown(),
        reason: Some(Reason::BeyondProfiles),
        why: String::new(),
        source: String::new(),
        says: None,
        label: Some(reading.label.clone()),
        record,
        needed_by: Vec::new(),
        requirements: Vec::new(),
        waiver: None,
        waived_until: None,
        alternatives: Vec::new(),
        shown_when: None,
        spots: vec![Spot { screen, field: reading.field.clone(), part: None }],
    }
}
