//! Scopes: what a wider one covers, what nobody knows of it, and what cannot be ticked at all.

use crate::support;
use crate::support::{APPLICATION, audit_with_defaults, read};
use preflight::profile::parse;
use preflight::report::{Finding, Outcome, Reason};
use preflight::vocabulary;

/// What becomes of a scope that is asked for, on a page with these rows.
fn judged(field: &str, expect: &str, rows: &str) -> Finding {
    let profile = format!(
        r#"{{"schema": "preflight-profile/1", "id": "acme", "version": "1", "name": "Acme", "summary": "",
        "sources": {{"guide": {{"title": "Set-up"}}}},
        "features": [{{"id": "sync", "name": "Sync", "summary": "", "default": true}}],
        "requirements": [{{"id": "it", "screen": "application.permissions", "field": "{field}", "expect": {expect}, "why": "", "source": {{"of": "guide", "lines": [1]}}}}]}}"#
    );
    audit_with_defaults(&parse::parse(&profile).unwrap(), &[read(rows, APPLICATION)]).findings[0].clone()
}

fn row(name: &str, value: &str) -> String {
    format!("<div class=row><label>{name}</label><div class=read-value>{value}</div></div>")
}

/// What becomes of a scope that is asked for, with these ticked and all others not.
fn scope(field: &str, expect: &str, ticked: &[&str]) -> (Outcome, Option<Reason>, Option<String>) {
    // A scope that Halo added since is a row like any other.
    let names = vocabulary::scopes().chain(["read:sustainability", "edit:sustainability"]);
    let rows: String = names.map(|name| row(name, if ticked.contains(&name) { "Yes" } else { "No" })).collect();
    let finding = judged(field, expect, &rows);
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

/// A page where everything is unticked but one row, which stands as given.
fn with_wider(scope: &str, wider: &str, html: &str, expect: &str) -> Finding {
    let names = ["read:crm", "read:kb", "edit:kb", "all", "all:standard", "edit:mailcampaign", "edit:tickets", scope];
    let rows: String = names.iter().filter(|n| **n != wider).map(|n| row(n, "No")).collect();
    judged(scope, expect, &format!("{html}{rows}"))
}

#[test]
fn a_wider_scope_that_nobody_can_tell_leaves_the_narrower_one_open() {
    let unclear = [
        (
            "<div class=row><label>SCOPE</label><div class=read-value title=Yes>No</div></div>",
            Reason::SeveralCandidates,
        ),
        (
            "<div class=row><label>SCOPE</label><div class=read-value><del>Yes</del></div></div>",
            Reason::SeveralCandidates,
        ),
        (
            "<div class=row><label>SCOPE</label><div class=read-value>Yes</div><div class=read-value>No</div></div>",
            Reason::SeveralCandidates,
        ),
        ("<div class=row><label>SCOPE</label><div class=read-value>Inherited</div></div>", Reason::UnknownValue),
        ("<div class=row><label>SCOPE</label><div class=read-value>3</div></div>", Reason::BareNumber),
        ("<div class=row><label>SCOPE</label></div>", Reason::UnknownValue),
        ("<table><tr><td>SCOPE</td><td>Yes</td><td>No</td></tr></table>", Reason::UnknownValue),
        ("<table><tr><td>SCOPE</td><td>No</td><td>Yes</td></tr></table>", Reason::UnknownValue),
    ];
    let pairs = [
        ("read:tickets", "edit:tickets"),
        ("read:tickets", "all"),
        ("edit:tickets", "all:standard"),
        // Whether `all:standard` covers it nobody has tried, nor what `all` covers beside the ordinary scopes.
        ("read:mailcampaign", "all:standard"),
        ("admin:webhooks", "all"),
    ];
    for (scope, wider) in pairs {
        for (html, reason) in unclear {
            let html = html.replace("SCOPE", wider);
            for expect in [NOT, YES] {
                let finding = with_wider(scope, wider, &html, expect);
                let got = (finding.outcome, finding.reason, finding.found);
                assert_eq!(got, by(Outcome::Review, reason, wider), "{scope} {expect} beside {html}");
            }
        }
        for html in [
            "<div class=row><label>W</label><div class=read-value>No</div></div>",
            "<table><tr><td>W</td><td>No</td></tr></table>",
        ] {
            let html = html.replace('W', wider);
            assert_eq!(with_wider(scope, wider, &html, NOT).outcome, Outcome::Met, "{scope} beside {html}");
            assert_eq!(with_wider(scope, wider, &html, YES).outcome, Outcome::Missing, "{scope} beside {html}");
        }
    }
}

#[test]
fn an_unclear_scope_says_nothing_of_those_it_does_not_include() {
    let unclear = |wider: &str| format!("<div class=row><label>{wider}</label></div>");
    for (scope, beside) in [("read:tickets", "edit:kb"), ("edit:tickets", "read:kb"), ("admin", "all:standard")] {
        assert_eq!(with_wider(scope, beside, &unclear(beside), NOT).outcome, Outcome::Met, "{scope} beside {beside}");
    }
    // What is ticked is granted, whatever a wider one is.
    let ticked = format!("{}{}", unclear("all"), row("edit:tickets", "Yes"));
    let covered = with_wider("read:tickets", "edit:tickets", &ticked, YES);
    assert_eq!((covered.outcome, covered.reason), (Outcome::Met, Some(Reason::Included)));
    // A field of the tenant's own that has the same name is another field.
    let own = "<div class=details-group><div class='details-group-header title'>Custom Fields</div>";
    let custom = format!("{}{own}{}</div>", row("edit:tickets", "Yes"), row("edit:tickets", "No"));
    assert_eq!(
        judged("read:tickets", YES, &(row("read:tickets", "No") + &row("all", "No") + &custom)).outcome,
        Outcome::Met
    );
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

#[test]
fn a_wider_scope_in_a_row_that_nobody_sees_may_be_ticked() {
    let page = |hidden: &str, names: &[&str], expect: &str| {
        let rows: String = names.iter().map(|name| row(name, "No")).collect();
        judged("read:tickets", expect, &format!("<section>{}{hidden}{rows}</section>", row("read:kb", "No"))).outcome
    };
    let hidden = |name: &str| format!("<div style='display:none'>{}</div>", row(name, "Yes"));
    let wider = ["edit:tickets", "all", "all:standard"];
    for name in wider {
        let others: Vec<&str> = wider.into_iter().filter(|n| *n != name).chain(["read:tickets"]).collect();
        assert_eq!(page(&hidden(name), &others, NOT), Outcome::NotSeen, "{name}");
        // Whoever wants the scope ticks it.
        assert_eq!(page(&hidden(name), &others, YES), Outcome::Missing, "{name}");
        // A page that does not have the scope, and hides an icon only; and one that shows it beside a hidden copy.
        assert_eq!(page("<i hidden></i>", &others, NOT), Outcome::Met, "{name}");
        assert_eq!(page("", &others, NOT), Outcome::Met, "{name}");
        assert_eq!(page(&hidden(name), &[&others[..], &[name]].concat(), NOT), Outcome::Met, "{name}");
    }
}
