//! What is granted on one of the two layers and good for nothing, because the other one lacks it: a scope whose right the
//! agent does not have, a right that no scope lets through.

use crate::evidence::Evidence;
use crate::profile::{Expect, Plan, Requirement, Severity};
use crate::report::{Finding, Outcome, Reason, Spot};
use crate::rights::{self, Access, Area};
use crate::vocabulary::{self, ScreenId, key};

/// What one layer lacks of what the other one grants.
struct Lack {
    id: String,
    screen: ScreenId,
    field: String,
    operator: &'static str,
    expected: &'static str,
    reason: Reason,
}

/// A finding for each area that the profile asks for on one layer and has there, while the other layer was seen and does
/// not grant it. What the profile asks for on that layer itself has a finding already.
pub fn unusable(plan: &Plan, findings: &[Finding], evidence: &Evidence) -> Vec<Finding> {
    let matrix = rights::matrix(evidence);
    let own: Vec<&Finding> = findings.iter().filter(|f| f.needed_by.contains(&plan.profile.id)).collect();
    let mut added: Vec<Finding> = Vec::new();
    for requirement in &plan.profile.requirements {
        let id = plan.profile.qualified(&requirement.id);
        let is_met = own.iter().any(|f| f.outcome == Outcome::Met && f.requirements.contains(&id));
        let Some(lack) = lack(requirement, &matrix).filter(|_| is_met) else { continue };
        let asked = |f: &&Finding| f.outcome != Outcome::NotApplicable && is_same_area(&lack, f);
        let Some(outcome) = outcome(plan, &lack) else { continue };
        if !own.iter().copied().chain(&added).any(|f| asked(&f)) {
            added.push(finding(plan, requirement, lack, outcome));
        }
    }
    added
}

fn lack(requirement: &Requirement, matrix: &[Area]) -> Option<Lack> {
    let field = requirement.field.as_deref()?;
    match (requirement.screen, &requirement.expect) {
        (ScreenId::ApplicationPermissions, Expect::Is(_)) => right_of(field, matrix),
        (screen, Expect::Is(value) | Expect::AtLeast(value)) if screen.has_rows() => scope_of(field, value, matrix),
        _ => None,
    }
}

/// The right that a scope needs and the agent does not have.
fn right_of(scope: &str, matrix: &[Area]) -> Option<Lack> {
    let (row, needed) = rights::row_of(scope)?;
    let area = matrix.iter().find(|a| scope.split_once(':').is_some_and(|(_, object)| object == a.area))?;
    (area.effective? < needed).then(|| Lack {
        id: format!("right-{}", key(row)),
        screen: ScreenId::AgentPermissions,
        field: row.to_owned(),
        operator: "at_least",
        expected: if needed == Access::Edit { "Read and Modify" } else { "Read Only" },
        reason: Reason::ScopeWithoutRight,
    })
}

/// The scope that would let a right through and is not granted. Several scopes may stand for a row: one of them is enough.
fn scope_of(row: &str, value: &str, matrix: &[Area]) -> Option<Lack> {
    let needed = rights::access_of(row, value)?;
    let areas: Vec<&Area> = matrix.iter().filter(|a| a.row == row).collect();
    let granted: Option<Vec<Access>> = areas.iter().map(|a| a.scope).collect();
    let verb = if needed == Access::Edit { "edit" } else { "read" };
    let mut scopes = areas.iter().map(|a| format!("{verb}:{}", a.area));
    let scope = scopes.find(|s| vocabulary::field(ScreenId::ApplicationPermissions, s).is_some())?;
    granted?.iter().all(|has| *has < needed).then(|| Lack {
        id: format!("scope-{}", key(&scope)),
        screen: ScreenId::ApplicationPermissions,
        field: scope,
        operator: "is",
        expected: "Yes",
        reason: Reason::RightWithoutScope,
    })
}

/// Whether a finding is about what is lacking: its field, or another scope of the same row.
fn is_same_area(lack: &Lack, finding: &Finding) -> bool {
    let row = |field: &str| rights::row_of(field).map_or_else(|| field.to_owned(), |(row, _)| row.to_owned());
    let same_layer = lack.screen == finding.screen || (lack.screen.has_rows() && finding.screen.has_rows());
    same_layer && finding.field.as_deref().is_some_and(|field| row(field) == row(&lack.field))
}

/// A vendor that lists rows and leaves this one out may know that its product gets along: that is for a person to say. One
/// that lists scopes has its product ask for these and no others, and there is nothing to say.
fn outcome(plan: &Plan, lack: &Lack) -> Option<Outcome> {
    let is_scope = lack.screen == ScreenId::ApplicationPermissions;
    let lists = |r: &Requirement| if is_scope { r.screen == lack.screen } else { r.screen.has_rows() };
    match (plan.profile.requirements.iter().any(lists), is_scope) {
        (false, _) => Some(Outcome::Missing),
        (true, false) => Some(Outcome::Review),
        (true, true) => None,
    }
}

fn finding(plan: &Plan, granted: &Requirement, lack: Lack, outcome: Outcome) -> Finding {
    Finding {
        requirements: vec![plan.profile.qualified(&lack.id)],
        id: lack.id,
        screen: lack.screen,
        outcome,
        severity: Severity::Required,
        operator: lack.operator.into(),
        expected: Some(lack.expected.into()),
        found: granted.field.clone(),
        reason: Some(lack.reason),
        why: granted.why.clone(),
        source: granted.source.of.clone(),
        says: None,
        label: None,
        record: None,
        needed_by: vec![plan.profile.id.clone()],
        waiver: None,
        waived_until: None,
        alternatives: Vec::new(),
        shown_when: None,
        spots: vec![Spot { screen: lack.screen, field: lack.field.clone(), part: None }],
        field: Some(lack.field),
    }
}
