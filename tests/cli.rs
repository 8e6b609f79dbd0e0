//! The command line: its contract, and what it says to bad input.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod support;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;
use support::{SCREENS, root};

fn preflight(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_preflight")).args(args).current_dir(root(".")).output().expect("it runs")
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

/// Writes a page into the build's own folder for temporary files.
fn page(name: &str, content: &[u8]) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

/// Exit status and report for one page.
fn check(file: &str, url: &str) -> (i32, Value, String) {
    let output = preflight(&["check", "--profile", "mspbots", "--format", "json", "--url", url, file]);
    let report = serde_json::from_slice(&output.stdout).unwrap_or(Value::Null);
    (output.status.code().unwrap(), report, err(&output))
}

const APPLICATION: &str = "https://demo.halopsa.com/config/integrations/api/applications?id=7d2f";

fn application(granted: &str) -> String {
    format!(
        "<!doctype html><html lang=en><body><div class=app-container><div><label>read:tickets</label>\
         <div class=read-value>{granted}</div></div><div><label>read:crm</label><div class=read-value>No</div></div>\
         </div></body></html>"
    )
}

#[test]
fn the_report_has_the_shape_of_the_contract() {
    let (status, report, _) = check(&page("contract.html", application("Yes").as_bytes()), APPLICATION);
    assert_eq!(status, 0);
    assert_eq!(report["schema"], "preflight-report/1");
    assert_eq!(report["profile"]["id"], "mspbots");
    assert!(report["profile"]["version"].is_string());
    let seen = &report["pages"][0];
    assert_eq!((&seen["screen"], &seen["mode"]), (&"application.permissions".into(), &"read".into()));
    assert_eq!((&seen["status"], &seen["record"]), (&"read".into(), &"7d2f".into()));
    let finding = report["findings"].as_array().unwrap().iter().find(|f| f["field"] == "read:tickets").unwrap();
    for key in ["id", "screen", "field", "outcome", "severity", "expected", "found", "reason"] {
        assert!(finding.get(key).is_some(), "no {key}");
    }
    assert_eq!((&finding["outcome"], &finding["found"]), (&"met".into(), &"Yes".into()));
    assert_eq!(report["summary"]["met"], 1);
    assert_eq!(report["summary"]["not-seen"], 2);
}

#[test]
fn the_exit_status_says_whether_something_is_missing() {
    let (status, report, _) = check(&page("missing.html", application("No").as_bytes()), APPLICATION);
    assert_eq!((status, &report["summary"]["missing"]), (1, &1.into()));
    let (status, _, _) = check(&page("granted.html", application("Yes").as_bytes()), APPLICATION);
    assert_eq!(status, 0);
}

#[test]
fn pages_of_one_call_are_one_body_of_evidence() {
    let files: Vec<String> = SCREENS.iter().map(|s| format!("tests/pages/laborcast/{s}.read.html")).collect();
    let mut args = vec!["check", "--profile", "laborcast", "--format", "json"];
    args.extend(files.iter().map(String::as_str));
    let output = preflight(&args);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    let verdict = |f: &Value| f["outcome"] == "met" || (f["outcome"] == "review" && f["reason"] == "by-hand");
    let others: Vec<_> = report["findings"].as_array().unwrap().iter().filter(|f| !verdict(f)).collect();
    assert!(others.is_empty(), "{others:?}");
    assert_eq!(report["pages"].as_array().unwrap().len(), 6);
}

#[test]
fn features_that_are_not_chosen_do_not_apply() {
    let file = page("features.html", application("No").as_bytes());
    let args =
        ["check", "--profile", "datagate", "--feature", "customers", "--format", "json", "--url", APPLICATION, &file];
    let report: Value = serde_json::from_slice(&preflight(&args).stdout).unwrap();
    let outcome = |field: &str| {
        let findings = report["findings"].as_array().unwrap();
        findings.iter().find(|f| f["field"] == field).map(|f| f["outcome"].clone()).unwrap()
    };
    assert_eq!(outcome("read:assets"), "not-applicable");
    assert_eq!(outcome("read:customers"), "not-seen");
}

#[test]
fn every_format_is_written() {
    let file = page("formats.html", application("No").as_bytes());
    let write = |format: &str| {
        out(&preflight(&["check", "--profile", "mspbots", "--format", format, "--url", APPLICATION, &file]))
    };
    assert!(write("text").contains("missing         read:tickets: expected Yes, found No"), "{}", write("text"));
    assert!(write("markdown").contains("| missing | read:tickets | Yes | No |"), "{}", write("markdown"));
    let csv = write("csv");
    assert!(csv.starts_with("id,screen,field,outcome,severity,expected,found,reason\r\n"), "{csv}");
    assert!(
        csv.contains("scope-read-tickets,application.permissions,read:tickets,missing,required,Yes,No,\r\n"),
        "{csv}"
    );
}

#[test]
fn input_of_which_nothing_can_be_said_is_status_2_and_never_met() {
    let huge = [b"<!doctype html><html><body>".as_slice(), &vec![b' '; 50 * 1024 * 1024]].concat();
    let deep = "<div>".repeat(100_000);
    for (name, content, url, status, word) in [
        ("empty.html", b"".as_slice(), APPLICATION, "unreadable", "the page is empty"),
        ("blank.html", b" \n ".as_slice(), APPLICATION, "unreadable", "the page is empty"),
        ("picture.png", b"\x89PNG\r\n\x1a\n\0\0".as_slice(), APPLICATION, "unreadable", "no HTML"),
        ("prose.txt", b"read:tickets Yes".as_slice(), APPLICATION, "unreadable", "no HTML"),
        ("huge.html", huge.as_slice(), APPLICATION, "unreadable", "more than 32 MB"),
        ("deep.html", deep.as_bytes(), "", "unreadable", "more than 500 deep"),
        (
            "other.html",
            b"<html><body><h1>Hello</h1><form><label>Name</label><input></form></body></html>",
            "https://example.org/",
            "not-a-configuration-screen",
            "",
        ),
        (
            "dutch.html",
            application("Ja").replace(">No<", ">Nee<").as_bytes(),
            APPLICATION,
            "language-not-recognised",
            "",
        ),
        (
            "loading.html",
            application("Yes")
                .replace("<div class=app-container>", "<div class=app-container><div class=application-loader></div>")
                .as_bytes(),
            APPLICATION,
            "still-loading",
            "",
        ),
    ] {
        let (code, report, message) = check(&page(name, content), url);
        assert_eq!(code, 2, "{name}");
        assert_eq!(report["pages"][0]["status"], status, "{name}");
        assert!(report["summary"]["met"].is_null(), "{name}");
        assert!(message.contains(word), "{name}: {message}");
    }
}

#[test]
fn a_page_that_cannot_be_read_does_not_hide_the_others() {
    let good = page("good.html", application("Yes").as_bytes());
    let output =
        preflight(&["check", "--profile", "mspbots", "--format", "json", "--url", APPLICATION, &good, "nowhere.html"]);
    let report: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(err(&output).contains("nowhere.html: cannot be read"));
    assert_eq!((&report["pages"][1]["status"], &report["summary"]["met"]), (&"unreadable".into(), &1.into()));
}

#[test]
fn a_save_that_broke_off_is_never_met_by_half_a_word() {
    let whole = "<!doctype html><html lang=en><body><div class=app-container><div><label>Tickets Access Level</label>\
                 <div class=read-value>Read and Modify</div></div><div><label>Timesheets Access Level</label>\
                 <div class=read-value>Read Only (All), Modify Own</div></div></div></body></html>";
    let half = &whole[..whole.find(" (All)").unwrap()];
    let role = "https://demo.halopsa.com/config/agents/roles?id=1";
    let outcome = |name: &str, content: &str| {
        let file = page(name, content.as_bytes());
        let output = preflight(&["check", "--profile", "laborcast", "--format", "json", "--url", role, &file]);
        let report: Value = serde_json::from_slice(&output.stdout).unwrap();
        let findings = report["findings"].as_array().unwrap().clone();
        findings.into_iter().find(|f| f["field"] == "Timesheets Access Level").unwrap()["outcome"].clone()
    };
    assert_eq!(outcome("whole.html", whole), "met");
    assert_eq!(outcome("half.html", half), "review");
}

#[test]
fn bad_arguments_are_named_with_their_mend() {
    let file = page("arguments.html", application("Yes").as_bytes());
    let broken = page("broken.json", b"{\n  \"schema\": 1,\n}");
    for (args, word) in [
        (vec!["check", "--profile", "mspbots"], "no page given"),
        (vec!["check", &file], "which profile? Use --profile with datagate, gradient-msp"),
        (vec!["check", "--profile", "acme", &file], "neither a packaged one (datagate"),
        (vec!["check", "--profile", &broken, &file], "line 2 column"),
        (vec!["check", "--profile", "mspbots", "--feature", "x", &file], "has no feature \"x\"; it has: minimum"),
        (vec!["check", "--profile", "mspbots", "--format", "pdf", &file], "there is no format \"pdf\""),
        (vec!["check", "--profile"], "missing argument"),
        (vec!["check", "--colour", &file], "--colour"),
        (vec!["fly"], "there is no command \"fly\""),
    ] {
        let output = preflight(&args);
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        assert!(err(&output).contains(word), "{args:?}: {}", err(&output));
        assert!(out(&output).is_empty(), "{args:?}");
    }
}

#[test]
fn help_and_the_list_of_profiles_are_there() {
    assert!(out(&preflight(&["--help"])).contains("Exit status"));
    assert!(out(&preflight(&["profiles"])).contains("moovila\tMoovila\tproject-ticket-type, task-ticket-type"));
    let lint = preflight(&["lint", "profiles/moovila.json"]);
    assert_eq!((lint.status.code(), out(&lint).contains("is fine")), (Some(0), true));
}

/// What `diagnose` says of an error text, as ids of causes with their state.
fn causes(seed: &str, error: &str, pages: &[&str]) -> (Option<String>, Vec<(String, String)>) {
    let mut args = vec!["diagnose", "--profile", seed, "--format", "json", "--error", error];
    args.extend(pages);
    let output = preflight(&args);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    let answer: Value = serde_json::from_slice(&output.stdout).unwrap();
    let text = |v: &Value| v.as_str().unwrap().to_owned();
    let causes = answer["causes"].as_array().unwrap().iter().map(|c| (text(&c["id"]), text(&c["state"]))).collect();
    (answer["symptom"].as_str().map(str::to_owned), causes)
}

#[test]
fn an_error_text_is_traced_to_what_was_seen() {
    let user = "<!doctype html><html lang=en><body><div><label>Login Type</label><div class=read-value>User</div></div>\
                <div><label>Application Name</label><div class=read-value>MSPbots</div></div></body></html>";
    let wrong = page("login-type.html", user.as_bytes());
    let (symptom, causes_seen) = causes("mspbots", "\"/Tickets : 403:Forbidden\"", &[&wrong]);
    assert_eq!(symptom.as_deref(), Some("forbidden"));
    assert_eq!(causes_seen[0], ("login-type".into(), "seen".into()));

    let right = page("login-type-right.html", user.replace(">User<", ">Agent<").as_bytes());
    let (_, causes_fine) = causes("mspbots", "Sync pending", &[&right]);
    assert_eq!(causes_fine.last().unwrap(), &("login-type".into(), "fine".into()));

    let faults = "The instance of entity type 'Faults' cannot be tracked because another instance is";
    assert_eq!(causes("moovila", faults, &[]).1, [("ticket-id-method".into(), "open".into())]);
    assert_eq!(causes("moovila", "invalid_scope", &[]).0.as_deref(), Some("invalid-scope"));
    assert_eq!(causes("moovila", "the moon is blue", &[]), (None, Vec::new()));
    let unknown = preflight(&["diagnose", "--profile", "moovila", "--error", "the moon is blue"]);
    assert!(out(&unknown).contains("not among the known errors"));
}
