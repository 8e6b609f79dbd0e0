//! Scopes: what a wider one covers, what nobody knows of it, and what cannot be ticked at all.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod support;

use preflight::profile::parse;
use preflight::report::{Outcome, Reason};
use preflight::vocabulary;
use support::{APPLICATION, audit_with_defaults, read};

/// What becomes of a scope that is asked for, with these ticked and all others not.
fn scope(field: &str, expect: &str, ticked: &[&str]) -> (Outcome, Option<Reason>, Option<String>) {
    let profile = format!(
        r#"{{"schema": "preflight-profile/1", "id": "acme", "version": "1", "name": "Acme", "summary": "",
        "sources": {{"guide": {{"title": "Set-up"}}}},
        "features": [{{"id": "sync", "name": "Sync", "summary": "", "default": true}}],
        "requirements": [{{"id": "it", "screen": "application.permissions", "field": "{field}", "expect": {expect}, "why": "", "source": {{"of": "guide", "lines": [1]}}}}]}}"#
    );
    let row = |name: &str| {
        let value = if ticked.contains(&name) { "Yes" } else { "No" };
        format!("<div class=row><label>{name}</label><div class=read-value>{value}</div></div>")
    };
    // A scope that Halo added since is a row like any other.
    let rows: String = vocabulary::scopes().chain(["read:sustainability", "edit:sustainability"]).map(row).collect();
    let page = read(&rows, APPLICATION);
    let finding = audit_with_defaults(&parse::parse(&profile).unwrap(), &[page]).findings[0].clone();
    (finding.outcome, finding.reason, finding.found)
}

const YES: &str = r#"{"is": "Yes"}"#;
const NOT: &str = r#"{"not_granted": true}"#;

fn by(outcome: Outcome, reason: Reason, scope: &str) -> (Outcome, Option<Reason>, Option<String>) {
    (outcome, Some(reason), Some(scope.to_owned()))
}

#[test]
fn a_wider_scope_covers_what_is_known() {
    assert_eq!(scope("read:tickets", YES, &["edit:tickets"]), by(Outcome::Met, Reason::Included, "edit:tickets"));
    assert_eq!(scope("read:tickets", YES, &["all:standard"]), by(Outcome::Met, Reason::Included, "all:standard"));
    assert_eq!(scope("edit:events", YES, &["all"]), by(Outcome::Met, Reason::Included, "all"));
    assert_eq!(
        scope("read:mailcampaign", YES, &["edit:mailcampaign"]),
        by(Outcome::Met, Reason::Included, "edit:mailcampaign")
    );
    assert_eq!(scope("read:tickets", NOT, &["edit:tickets"]), by(Outcome::Excess, Reason::Included, "edit:tickets"));
}

#[test]
fn what_nobody_has_tried_is_not_certain() {
    for (wanted, ticked) in [
        ("read:reporting", "all:standard"),
        ("edit:reporting", "all:standard"),
        ("read:events", "all:standard"),
        ("all:teams", "all"),
        ("admin:webhooks", "all"),
        ("admin", "all"),
    ] {
        let unsure = by(Outcome::Review, Reason::AllNotCertain, ticked);
        assert_eq!(scope(wanted, YES, &[ticked]), unsure, "{wanted}");
        // Nor is it certain that it is not granted.
        assert_eq!(scope(wanted, NOT, &[ticked]), unsure, "not {wanted}");
        assert_eq!(scope(wanted, YES, &[ticked, wanted]).0, Outcome::Met, "{wanted}");
        assert_eq!(scope(wanted, YES, &[]).0, Outcome::Missing, "{wanted}");
        assert_eq!(scope(wanted, NOT, &[]).0, Outcome::Met, "{wanted}");
    }
    assert_eq!(scope("all:teams", YES, &["all:standard"]).0, Outcome::Missing);
    assert_eq!(scope("admin", YES, &["all:standard"]).0, Outcome::Missing);
}

#[test]
fn a_scope_that_halo_does_not_have_is_for_a_person_to_look_at() {
    for name in ["read:agents", "edit:agents", "read:knowledgebase", "write:webhooks", "read:teams", "write:tickets"] {
        let (outcome, reason, _) = scope(name, YES, &["all"]);
        assert_eq!((outcome, reason), (Outcome::Review, Some(Reason::NoSuchScope)), "{name}");
    }
}

#[test]
fn a_scope_is_known_in_every_spelling() {
    for (spelled, name) in [
        ("Read: Tickets", "read:tickets"),
        ("tickets.read", "read:tickets"),
        ("read ticket", "read:tickets"),
        ("admin:webhook", "admin:webhooks"),
        ("All:Team", "all:teams"),
        ("edit:quote", "edit:quotes"),
        ("EDITMINE:timesheet", "editMine:timesheets"),
        ("read:event", "read:events"),
    ] {
        assert_eq!(vocabulary::scope(spelled), Some(name), "{spelled}");
    }
    for spelled in ["read:sustainability", "offline_access", "tickets", "read:all tickets"] {
        assert_eq!(vocabulary::scope(spelled), None, "{spelled}");
    }
}

#[test]
fn one_renamed_row_on_an_english_screen_is_not_missing() {
    let row = |label: &str, value: &str| {
        format!("<div class=row><label>{label}</label><div class=read-value>{value}</div></div>")
    };
    let outcome = |assets: &str| {
        let profile = r#"{"schema": "preflight-profile/1", "id": "acme", "version": "1", "name": "Acme", "summary": "",
            "sources": {"guide": {"title": "Set-up"}},
            "features": [{"id": "sync", "name": "Sync", "summary": "", "default": true}],
            "requirements": [{"id": "it", "screen": "role.permissions", "field": "Assets Access Level", "expect": {"at_least": "Read Only"}, "why": "", "source": {"of": "guide", "lines": [1]}}]}"#;
        let rows = [
            "Tickets Access Level",
            "Clients Access Level",
            "Users Access Level",
            "CRM Access Level",
            "Sales Access Level",
        ];
        let page: String =
            rows.iter().map(|label| row(label, "No Access")).collect::<String>() + &row(assets, "No Access");
        let finding =
            audit_with_defaults(&parse::parse(profile).unwrap(), &[read(&page, support::ROLE)]).findings[0].clone();
        (finding.outcome, finding.reason)
    };
    assert_eq!(outcome("Assets Access Level"), (Outcome::Missing, None));
    for renamed in ["Devices Access Level", "Configuration Items", "Zugriff auf Anlagen"] {
        assert_eq!(outcome(renamed), (Outcome::NotSeen, Some(Reason::NotRendered)), "{renamed}");
    }
}
