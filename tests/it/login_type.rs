//! Login Type in its two shapes: a choice, and check boxes under that heading or another.

use crate::support::{APPLICATION, audit_with_defaults, read};
use preflight::audit::hidden_by;
use preflight::profile::parse;
use preflight::report::{Outcome, Reason};
use preflight::vocabulary::ScreenId;

/// What "Login Type is Agent" comes to on a page with this beside name and method.
fn login_type(expect: &str, html: &str) -> (Outcome, Option<Reason>) {
    application("Login Type", expect, html)
}

/// What a requirement on a field of the application comes to.
fn application(field: &str, expect: &str, html: &str) -> (Outcome, Option<Reason>) {
    let profile = format!(
        r#"{{"schema": "preflight-profile/1", "id": "acme", "version": "1", "name": "Acme", "summary": "",
        "sources": {{"guide": {{"title": "Set-up"}}}},
        "features": [{{"id": "sync", "name": "Sync", "summary": "", "default": true}}],
        "requirements": [{{"id": "login", "screen": "application.details", "field": "{field}", "expect": {expect}, "why": "", "source": {{"of": "guide", "lines": [1]}}}}]}}"#
    );
    let beside = row("Application Name", "Acme")
        + &row("Authentication Method", "Authorisation Code (Native Application)")
        + &row("Active", "Yes");
    let page = read(&(beside + html), APPLICATION);
    let finding = audit_with_defaults(&parse::parse(&profile).unwrap(), &[page]).findings[0].clone();
    (finding.outcome, finding.reason)
}

fn row(label: &str, value: &str) -> String {
    format!("<div class=row><label>{label}</label><div class=read-value>{value}</div></div>")
}

fn boxes(group: &str, agent: bool, user: bool) -> String {
    let tick = |on: bool| if on { " checked" } else { "" };
    format!(
        "<div class=details-group>{group}\
        <div class=row><input type=checkbox id=a{}><label for=a>Allow Agent Logins</label></div>\
        <div class=row><input type=checkbox id=b{}><label for=b>Allow End-User Logins</label></div>\
        <div class=row><input type=checkbox id=c><label for=c>Allow Anonymous Access</label></div></div>",
        tick(agent),
        tick(user)
    )
}

const AGENT: &str = r#"{"is": "Agent"}"#;
const MET: (Outcome, Option<Reason>) = (Outcome::Met, None);
const MISSING: (Outcome, Option<Reason>) = (Outcome::Missing, None);

#[test]
fn a_choice_is_as_it_was() {
    assert_eq!(login_type(AGENT, &row("Login Type", "Agent")), MET);
    assert_eq!(login_type(AGENT, &row("Login Type", "Supplier")).0, Outcome::Wrong);
    assert_eq!(login_type(AGENT, &row("Login Type", "Not set")), MISSING);
    assert_eq!(login_type(AGENT, "").0, Outcome::NotSeen);
}

#[test]
fn the_agents_box_is_the_agents_login() {
    for group in [
        "",
        "<label>Login Type</label>",
        "<label>Allowed Logins</label>",
        "<div class='details-group-header title'>Login Type</div>",
        "<div>Login Type</div>",
    ] {
        assert_eq!(login_type(AGENT, &boxes(group, true, false)), MET, "{group}");
        assert_eq!(login_type(AGENT, &boxes(group, true, true)), MET, "{group}");
        assert_eq!(login_type(AGENT, &boxes(group, false, true)), MISSING, "{group}");
        assert_eq!(login_type(AGENT, &boxes(group, false, false)), MISSING, "{group}");
    }
    let read_mode = |agent: &str| row("Allow Agent Logins", agent) + &row("Allow End-User Logins", "Yes");
    assert_eq!(login_type(AGENT, &read_mode("Yes")), MET);
    assert_eq!(login_type(AGENT, &read_mode("No")), MISSING);
}

#[test]
fn any_login_will_do_where_any_is_asked_for() {
    let set = r#"{"set": true}"#;
    assert_eq!(login_type(set, &boxes("", false, true)), MET);
    assert_eq!(login_type(set, &boxes("", false, false)), MISSING);
}

#[test]
fn both_shapes_that_contradict_each_other_are_a_conflict() {
    let both = |choice: &str, agent: bool| login_type(AGENT, &(row("Login Type", choice) + &boxes("", agent, false)));
    let conflict = (Outcome::Review, Some(Reason::SeveralCandidates));
    assert_eq!(both("Agent", true), MET);
    assert_eq!(both("Agent", false), conflict);
    assert_eq!(both("Supplier", true), conflict);
    assert_eq!(both("Supplier", false).0, Outcome::Missing);
}

/// The agent is chosen below the choice "Agent", or below the agents' box.
#[test]
fn the_agent_is_hidden_by_the_choice_or_by_the_box() {
    let when = |html: &str| {
        let beside = row("Application Name", "Acme") + &row("Active", "Yes") + &row("Client ID", "x");
        let page = read(&(beside + html), APPLICATION);
        hidden_by(&page, ScreenId::ApplicationDetails, "Agent to log in as").map(|(when, target)| {
            assert!(target.is_some());
            (when.field, when.is)
        })
    };
    let choice = |value: &str| row("Login Type", value);
    let agent = |name: &str| row("Agent to log in as", name);
    let by_box = Some(("Allow Agent Logins".to_owned(), "Yes".to_owned()));
    let by_choice = Some(("Login Type".to_owned(), "Agent".to_owned()));
    for group in ["", "<label>Login Type</label>", "<label>Allowed Logins</label>", "<div>Login Type</div>"] {
        assert_eq!(when(&boxes(group, false, true)), by_box, "{group}");
        assert_eq!(when(&boxes(group, true, true)), None, "{group}");
        // What is there is not hidden.
        assert_eq!(when(&(boxes(group, false, true) + &agent("Moovila API"))), None, "{group}");
    }
    assert_eq!(when(&choice("User")), by_choice);
    assert_eq!(when(&choice("Agent")), None);
    // Where both shapes are there, the choice decides.
    assert_eq!(when(&(choice("User") + &boxes("", true, false))), by_choice);
    assert_eq!(when(&(choice("Agent") + &boxes("", false, false))), None);
    assert_eq!(when(""), None);
}

/// What cannot be seen is neither right nor wrong, whether the two shapes agree or not.
#[test]
fn an_agent_that_the_login_type_hides_is_not_seen() {
    let agent = |html: &str| application("Agent to log in as", r#"{"set": true}"#, html);
    let choice = |value: &str| row("Login Type", value);
    let hidden = (Outcome::NotSeen, Some(Reason::HiddenByValue));
    assert_eq!(agent(&choice("User")), hidden);
    assert_eq!(agent(&boxes("", false, true)), hidden);
    assert_eq!(agent(&(choice("User") + &boxes("", true, false))), hidden);
    assert_eq!(agent(&(choice("Agent") + &boxes("", false, false))).0, Outcome::NotSeen);
    assert_eq!(agent(&(choice("User") + &boxes("", true, false) + &row("Agent to log in as", "Bot"))), MET);
}
