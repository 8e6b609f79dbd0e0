//! Which element of the open page gets which mark.

use crate::profile::{Expect, Profile, Requirement};
use crate::reader::{Reading, Screen};
use crate::report::{Finding, Mark, Outcome, Report};
use crate::vocabulary::ScreenId;

/// One mark per judged field of the open page, with the worst outcome of its findings.
#[must_use]
pub fn marks(profile: &Profile, report: &Report, screen: &Screen) -> Vec<Mark> {
    let Some(id) = screen.id else {
        return Vec::new();
    };
    screen.readings.iter().filter_map(|reading| mark(profile, report, id, reading)).collect()
}

fn mark(profile: &Profile, report: &Report, screen: ScreenId, reading: &Reading) -> Option<Mark> {
    let target = reading.target?;
    let findings: Vec<&Finding> = profile
        .requirements
        .iter()
        .zip(&report.findings)
        .filter(|(r, f)| f.outcome != Outcome::NotApplicable && judges(r, screen, &reading.field))
        .map(|(_, f)| f)
        .collect();
    Some(Mark {
        target,
        label: reading.label_node,
        outcome: findings.iter().map(|f| f.outcome).min()?,
        findings: findings.iter().map(|f| f.id.clone()).collect(),
    })
}

/// Whether a requirement is about this field on this screen. Permission rows stand on agents and roles alike.
fn judges(requirement: &Requirement, screen: ScreenId, field: &str) -> bool {
    let is_row = |s| matches!(s, ScreenId::AgentPermissions | ScreenId::RolePermissions);
    let same = |s: ScreenId| s == screen || (is_row(s) && is_row(screen));
    match &requirement.expect {
        Expect::AnyOf(checks) => checks.iter().any(|c| same(c.screen) && c.field == field),
        _ => same(requirement.screen) && requirement.field.as_deref() == Some(field),
    }
}
