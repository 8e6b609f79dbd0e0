//! A right needs both layers: a scope of the application, and an access level of the agent or a role.

use crate::support::{AGENT, APPLICATION, ROLE, audit_with_defaults, read};
use preflight::profile::{Profile, parse};
use preflight::report::{Finding, Outcome, Reason};

/// A vendor that asks for these fields: screen, field, operator and operand.
fn vendor(asks: &[(&str, &str, &str)]) -> Profile {
    let requirement = |(at, (screen, field, expect)): (usize, &(&str, &str, &str))| {
        format!(
            r#"{{"id": "r{at}", "screen": "{screen}", "field": "{field}", "expect": {expect}, "why": "It reads them.",
                "source": {{"of": "guide", "lines": [1]}}}}"#
        )
    };
    let requirements: Vec<_> = asks.iter().enumerate().map(requirement).collect();
    let text = format!(
        r#"{{"schema": "preflight-profile/1", "id": "acme", "version": "1", "name": "Acme", "summary": "",
            "sources": {{"guide": {{"title": "Set-up"}}}},
            "features": [{{"id": "sync", "name": "Sync", "summary": "", "default": true}}],
            "requirements": [{}]}}"#,
        requirements.join(",")
    );
    parse::parse(&text).unwrap()
}

fn rows(values: &[(&str, &str)]) -> String {
    let row =
        |(label, value): &(&str, &str)| format!("<div><label>{label}</label><div class=read-value>{value}</div></div>");
    values.iter().map(row).collect()
}

/// What is found beside the requirements, with this level on the agent and these scopes on the application.
fn beside(profile: &Profile, level: &str, scopes: &[(&str, &str)]) -> Option<Finding> {
    let screens = [
        read(&rows(&[("Items Access Level", level), ("Can export tickets", "No")]), AGENT),
        read(&rows(&[("Items Access Level", "Not set"), ("Can export tickets", "No")]), ROLE),
        read(&rows(&[&[("read:reporting", "No"), ("edit:reporting", "No")], scopes].concat()), APPLICATION),
    ];
    let report = audit_with_defaults(profile, &screens);
    report.findings.into_iter().nth(profile.requirements.len())
}

const READ_ROW: (&str, &str, &str) = ("agent.permissions", "Items Access Level", r#"{"at_least": "Read Only"}"#);
const EDIT_ROW: (&str, &str, &str) = ("agent.permissions", "Items Access Level", r#"{"at_least": "Read and Modify"}"#);
const READ_SCOPE: (&str, &str, &str) = ("application.permissions", "read:items", r#"{"is": "Yes"}"#);
const OTHER_ROW: (&str, &str, &str) = ("agent.permissions", "Can export tickets", r#"{"is": "No"}"#);
const OTHER_SCOPE: (&str, &str, &str) = ("application.permissions", "read:reporting", r#"{"is": "Yes"}"#);

#[test]
fn a_right_without_the_scope_is_a_finding_that_names_both() {
    let profile = vendor(&[READ_ROW]);
    let lack = beside(&profile, "Read Only", &[("read:items", "No"), ("edit:items", "No")]).unwrap();
    assert_eq!((lack.outcome, lack.reason), (Outcome::Missing, Some(Reason::RightWithoutScope)));
    assert_eq!((lack.screen.id(), lack.field.as_deref()), ("application.permissions", Some("read:items")));
    assert_eq!(lack.found.as_deref(), Some("Items Access Level"));
    // Its twins: the scope, one that includes it, and one that may cover it.
    for scope in ["read:items", "edit:items", "all"] {
        let scopes = ["read:items", "edit:items", "all"].map(|name| (name, if name == scope { "Yes" } else { "No" }));
        assert_eq!(beside(&profile, "Read Only", &scopes), None, "{scope}");
    }
    // Without the right, that is the finding.
    assert_eq!(beside(&profile, "No Access", &[("read:items", "No")]), None);
}

#[test]
fn a_scope_that_is_not_on_the_page_is_not_called_missing() {
    // The one that was not seen may be granted, and so may one that includes what was.
    for seen in ["read:items", "edit:items"] {
        assert_eq!(beside(&vendor(&[READ_ROW]), "Read Only", &[(seen, "No")]), None, "{seen}");
    }
    assert!(beside(&vendor(&[READ_ROW]), "Read Only", &[("read:items", "No"), ("edit:items", "No")]).is_some());
}

#[test]
fn a_scope_that_reads_does_not_let_a_change_through() {
    let scopes = |edit| [("read:items", "Yes"), ("edit:items", edit)];
    let lack = beside(&vendor(&[EDIT_ROW]), "Read and Modify", &scopes("No")).unwrap();
    assert_eq!(lack.field.as_deref(), Some("edit:items"));
    assert_eq!(beside(&vendor(&[EDIT_ROW]), "Read and Modify", &scopes("Yes")), None);
}

#[test]
fn a_scope_without_the_right_is_a_finding_that_names_both() {
    let profile = vendor(&[READ_SCOPE]);
    let scopes = [("read:items", "Yes"), ("edit:items", "No")];
    let lack = beside(&profile, "No Access", &scopes).unwrap();
    assert_eq!((lack.outcome, lack.reason), (Outcome::Missing, Some(Reason::ScopeWithoutRight)));
    assert_eq!((lack.screen.id(), lack.field.as_deref()), ("agent.permissions", Some("Items Access Level")));
    assert_eq!(lack.found.as_deref(), Some("read:items"));
    assert_eq!(beside(&profile, "Read Only", &scopes), None);
}

#[test]
fn who_lists_a_layer_has_the_say_over_it() {
    let scopes = [("read:items", "Yes"), ("edit:items", "No"), ("read:reporting", "Yes")];
    let left_out = beside(&vendor(&[READ_SCOPE, OTHER_ROW]), "No Access", &scopes).unwrap();
    assert_eq!((left_out.outcome, left_out.reason), (Outcome::Review, Some(Reason::ScopeWithoutRight)));
    let scopes = [("read:items", "No"), ("edit:items", "No"), ("read:reporting", "Yes")];
    assert_eq!(beside(&vendor(&[READ_ROW, OTHER_SCOPE]), "Read Only", &scopes), None);
}
