//! Which element of the open page gets which mark.

use crate::evidence::{Evidence, part_of};
use crate::profile::{Expect, Profile, Requirement};
use crate::reader::{Reading, Screen};
use crate::report::{Finding, Mark, Outcome, Report};
use crate::vocabulary::{ScreenId, key};

/// One mark per judged field of the open page, with the worst outcome of its findings. A record that is known to be no
/// part of the integration has none.
#[must_use]
pub fn marks(profile: &Profile, report: &Report, evidence: &Evidence, screen: &Screen) -> Vec<Mark> {
    let Some(id) = screen.id else { return Vec::new() };
    let about: Vec<(&Requirement, &Finding)> = profile
        .requirements
        .iter()
        .zip(&report.findings)
        .filter(|(_, finding)| finding.outcome != Outcome::NotApplicable)
        .filter(|(r, _)| evidence.counts(screen, r.record.as_deref().unwrap_or(part_of(id.kind()))))
        .collect();
    screen.readings.iter().filter_map(|reading| mark(&about, id, reading)).collect()
}

fn mark(about: &[(&Requirement, &Finding)], screen: ScreenId, reading: &Reading) -> Option<Mark> {
    let findings = || about.iter().filter(|(r, _)| judges(r, screen, &reading.field)).map(|(_, f)| f);
    Some(Mark {
        target: reading.target?,
        label: reading.label_node,
        outcome: findings().map(|f| f.outcome).min()?,
        findings: findings().map(|f| f.id.clone()).collect(),
    })
}

/// Whether a requirement is about this field on this screen. Permission rows stand on agents and roles alike, entries of
/// a field list all stand in the one list.
fn judges(requirement: &Requirement, screen: ScreenId, field: &str) -> bool {
    let is_row = |s| matches!(s, ScreenId::AgentPermissions | ScreenId::RolePermissions);
    let same = |s: ScreenId| s == screen || (is_row(s) && is_row(screen));
    match &requirement.expect {
        Expect::AnyOf(checks) => checks.iter().any(|c| same(c.screen) && c.field == field),
        Expect::Present(_) | Expect::Absent(_) => requirement.screen == screen && key(field) == "fields",
        _ => same(requirement.screen) && requirement.field.as_deref() == Some(field),
    }
}
