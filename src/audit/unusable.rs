//! Scopes that are granted and good for nothing: the agent that the application logs in as lacks the right.

use crate::evidence::Evidence;
use crate::profile::{Expect, Plan, Severity};
use crate::report::{Finding, Outcome, Reason, Spot};
use crate::rights::{self, Access};
use crate::vocabulary::{ScreenId, key};

/// A finding for each area whose scope the profile asks for and has, while agent and roles were seen and do not grant it.
/// Rows that the profile asks for itself have a finding already.
///
/// A vendor that lists rows and leaves this one out may know that its product gets along: that is for a person to say.
pub fn scopes_without_right(plan: &Plan, findings: &[Finding], evidence: &Evidence) -> Vec<Finding> {
    let matrix = rights::matrix(evidence);
    let lists_rows = plan.profile.requirements.iter().any(|r| r.screen.has_rows());
    let outcome = if lists_rows { Outcome::Review } else { Outcome::Missing };
    let mut added: Vec<Finding> = Vec::new();
    for requirement in &plan.profile.requirements {
        let Some(scope) =
            requirement.field.as_deref().filter(|_| requirement.screen == ScreenId::ApplicationPermissions)
        else {
            continue;
        };
        let met = findings.iter().any(|f| f.field.as_deref() == Some(scope) && f.outcome == Outcome::Met);
        let Some((row, needed)) = rights::row_of(scope).filter(|_| met && matches!(requirement.expect, Expect::Is(_)))
        else {
            continue;
        };
        let asked = |f: &Finding| f.field.as_deref() == Some(row) && f.outcome != Outcome::NotApplicable;
        if findings.iter().chain(&added).any(asked) {
            continue;
        }
        let has = matrix.iter().find(|a| a.row == row).and_then(|a| a.effective);
        if has.is_some_and(|has| has < needed) {
            added.push(Finding { outcome, ..finding(plan, requirement.id.as_str(), row, needed) });
        }
    }
    added
}

fn finding(plan: &Plan, scope_id: &str, row: &str, needed: Access) -> Finding {
    let screen = ScreenId::AgentPermissions;
    let expected = if needed == Access::Edit { "Read and Modify" } else { "Read Only" };
    let scope = plan.profile.requirements.iter().find(|r| r.id == scope_id);
    let id = format!("right-{}", key(row));
    Finding {
        id: id.clone(),
        screen,
        field: Some(row.to_owned()),
        outcome: Outcome::Missing,
        severity: Severity::Required,
        operator: "at_least".into(),
        expected: Some(expected.into()),
        found: None,
        reason: Some(Reason::ScopeWithoutRight),
        why: scope.map(|r| r.why.clone()).unwrap_or_default(),
        source: scope.map(|r| r.source.of.clone()).unwrap_or_default(),
        says: None,
        label: None,
        needed_by: vec![plan.profile.id.clone()],
        requirements: vec![plan.profile.qualified(&id)],
        waiver: None,
        waived_until: None,
        spots: vec![Spot { screen, field: row.to_owned(), part: None }],
    }
}
