//! One of several is enough: all of them are named, wherever findings are told, and none leads to an administrator.

use crate::support;
use crate::support::{APPLICATION, ROLE, read};
use preflight::audit::{self, Question};
use preflight::guide::{self, Sight, Tour};
use preflight::profile::{Plan, parse};
use preflight::reader::Screen;
use preflight::render::handout::Handout;
use preflight::render::{csv, markdown, print, text};
use preflight::report::{Finding, Outcome, Reason, Report};
use preflight::words::Packaged;

const ADMINISTRATOR: &str =
    r#"{"screen": "role.permissions", "field": "Is a HaloPSA Administrator", "expect": {"is": "Yes"}}"#;
const EDIT: &str =
    r#"{"screen": "role.permissions", "field": "Tickets Access Level", "expect": {"at_least": "Read and Modify"}}"#;
const SCOPE: &str = r#"{"screen": "application.permissions", "field": "all:teams", "expect": {"is": "Yes"}}"#;

fn plan(alternatives: &[&str]) -> Plan {
    let text = format!(
        r#"{{"schema": "preflight-profile/1", "id": "acme", "version": "1", "name": "Acme", "summary": "",
        "sources": {{"guide": {{"title": "Set-up"}}}},
        "features": [{{"id": "sync", "name": "Sync", "summary": "", "default": true}}],
        "requirements": [{{"id": "one", "screen": "role.permissions", "expect": {{"any_of": [{}]}}, "why": "Or nothing works.", "source": {{"of": "guide", "lines": [1]}}}}]}}"#,
        alternatives.join(", ")
    );
    let profile = parse::parse(&text).unwrap_or_else(|e| panic!("{e:?}"));
    Plan { features: profile.choose(&[]).unwrap(), profile }
}

fn row(label: &str, value: &str) -> String {
    format!("<div class=row><label>{label}</label><div class=read-value>{value}</div></div>")
}

fn role(administrator: &str, tickets: &str) -> Screen {
    let rows = row("Is a HaloPSA Administrator", administrator) + &row("Tickets Access Level", tickets);
    read(&(rows + &row("Can export tickets", "No")), ROLE)
}

fn application(teams: &str) -> Screen {
    read(&["all:teams", "read:tickets", "edit:tickets"].map(|s| row(s, teams)).concat(), APPLICATION)
}

fn report(plan: &Plan, screens: &[Screen]) -> Report {
    let plans = std::slice::from_ref(plan);
    audit::audit(&Question { plans, basis: support::CHOSEN_PAGES, least_privilege: false, waivers: &[] }, screens)
}

fn finding(alternatives: &[&str], screens: &[Screen]) -> Finding {
    report(&plan(alternatives), screens).findings[0].clone()
}

#[test]
fn what_is_missing_is_pointed_at_where_it_grants_least() {
    for order in [[ADMINISTRATOR, EDIT, SCOPE], [SCOPE, EDIT, ADMINISTRATOR], [EDIT, ADMINISTRATOR, SCOPE]] {
        let missing = finding(&order, &[role("No", "No Access"), application("No")]);
        assert_eq!((missing.outcome, missing.field.as_deref()), (Outcome::Missing, Some("Tickets Access Level")));
        assert_eq!(missing.expected.as_deref(), Some("Read and Modify"));
        let fields: Vec<_> = missing.alternatives.iter().map(|a| a.field.as_str()).collect();
        assert_eq!(fields, ["Tickets Access Level", "all:teams", "Is a HaloPSA Administrator"]);
        assert!(missing.spots.iter().all(|s| s.field != "Is a HaloPSA Administrator"), "no sign says Yes there");
    }
}

#[test]
fn whatever_is_met_is_enough() {
    let met = |screens: &[Screen]| {
        let finding = finding(&[ADMINISTRATOR, EDIT, SCOPE], screens);
        (finding.outcome, finding.field.unwrap())
    };
    let (no, yes) = (application("No"), application("Yes"));
    assert_eq!(met(&[role("Yes", "No Access"), no.clone()]), (Outcome::Met, "Is a HaloPSA Administrator".into()));
    assert_eq!(met(&[role("No", "Read and Modify"), no]), (Outcome::Met, "Tickets Access Level".into()));
    assert_eq!(met(&[role("No", "No Access"), yes]), (Outcome::Met, "all:teams".into()));
}

#[test]
fn none_is_missing_while_another_was_not_seen_and_the_unseen_one_is_not_the_administrator() {
    let open = finding(&[ADMINISTRATOR, SCOPE], &[application("No")]);
    assert_eq!((open.outcome, open.reason), (Outcome::NotSeen, Some(Reason::AlternativeOpen)));
    assert_eq!(open.field.as_deref(), Some("all:teams"));
    let open = finding(&[ADMINISTRATOR, SCOPE, EDIT], &[role("No", "No Access")]);
    assert_eq!((open.outcome, open.field.as_deref()), (Outcome::NotSeen, Some("all:teams")));
}

#[test]
fn every_format_and_the_guide_name_all_of_them() {
    let plans = [plan(&[ADMINISTRATOR, EDIT, SCOPE])];
    let screens = [role("No", "No Access"), application("No")];
    let report = report(&plans[0], &screens);
    let words = Packaged::language("en").unwrap();
    let question = Question { plans: &plans, basis: support::CHOSEN_PAGES, least_privilege: false, waivers: &[] };
    let sight = Sight { screens: &screens, before: &[], address: "" };
    let guide = guide::guide(&question, &sight, &Tour::default());
    let handout = Handout { plans: &plans, guide: &guide, report: &report, words: &words };
    for (format, said) in [
        ("text", text::text(&plans, &report, &words)),
        ("markdown", markdown::markdown(&plans, &report, &words)),
        ("page", print::page(&plans, &report, &words)),
        ("csv", csv::csv(&report)),
        ("json", serde_json::to_string(&report).unwrap()),
        ("guide", handout.text()),
        ("guide in markdown", handout.markdown()),
        ("guide on paper", handout.html()),
    ] {
        let plain = said.replace('\\', "");
        for name in ["Tickets Access Level", "all:teams", "Is a HaloPSA Administrator"] {
            assert!(plain.contains(name), "{format} does not name {name}: {said}");
        }
    }
    // What the step is about comes before what one of its alternatives is.
    assert!(
        handout.text().contains("one of these: Tickets Access Level (Role · Permissions): Read and Modify"),
        "{}",
        handout.text()
    );
}
