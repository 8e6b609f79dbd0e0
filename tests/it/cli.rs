//! The command line: its contract, and what it says to bad input.

use crate::support;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use crate::support::{SCREENS, root};
use serde_json::Value;

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
    assert_eq!(status, 3);
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

/// A profile with one requirement of this severity on `read:tickets`, and one that is beyond dispute.
fn profile_with(severity: &str) -> String {
    let requirement = |id: &str, field: &str, value: &str, severity: &str| {
        format!(
            r#"{{"id": "{id}", "screen": "application.permissions", "field": "{field}", "expect": {{"is": "{value}"}},
                "severity": "{severity}", "why": "It reads them.", "source": {{"of": "guide", "lines": [1]}}}}"#
        )
    };
    let text = format!(
        r#"{{"schema": "preflight-profile/1", "id": "acme", "version": "1", "name": "Acme", "summary": "",
            "sources": {{"guide": {{"title": "Set-up"}}}},
            "features": [{{"id": "sync", "name": "Sync", "summary": "", "default": true}}],
            "requirements": [{}, {}]}}"#,
        requirement("tickets", "read:tickets", "Yes", severity),
        requirement("crm", "read:crm", "No", "required")
    );
    page(&format!("severity-{severity}.json"), text.as_bytes())
}

#[test]
fn the_exit_status_says_how_what_is_required_stands() {
    let (granted, refused) = (application("Yes"), application("No"));
    // Neither ticked nor clear, in words that nobody knows; and a page without the row.
    let doubtful = application("Perhaps");
    let absent = application("Yes").replace("read:tickets", "read:kb");
    for (name, content, required, partial) in
        [("yes", &granted, 0, 0), ("no", &refused, 1, 1), ("doubtful", &doubtful, 3, 0), ("absent", &absent, 3, 0)]
    {
        let file = page(&format!("status-{name}.html"), content.as_bytes());
        for (severity, whole, part) in
            [("required", required, partial), ("recommended", 0, 0), ("optional", 0, 0), ("temporary", 0, 0)]
        {
            let profile = profile_with(severity);
            let args = ["check", "--profile", &profile, "--url", APPLICATION, &file];
            assert_eq!(preflight(&args).status.code(), Some(whole), "{name}, {severity}");
            let args = [&args[..], &["--partial"]].concat();
            assert_eq!(preflight(&args).status.code(), Some(part), "{name}, {severity}, partial");
        }
    }
}

#[test]
fn what_does_not_apply_or_is_waived_leaves_the_status_clear() {
    let file = page("status-waived.html", application("No").as_bytes());
    let list = page("status-waivers.json", br#"[{"finding": "tickets", "reason": "a test tenant"}]"#);
    let profile = profile_with("required");
    let args = ["check", "--profile", &profile, "--waivers", &list, "--url", APPLICATION, &file];
    assert_eq!(preflight(&args).status.code(), Some(0));
    let apart = fs::read_to_string(&profile).unwrap().replacen(
        "\"severity\": \"required\"",
        "\"severity\": \"required\", \"when\": {\"features\": [\"other\"]}",
        1,
    );
    let other = r#""features": [{"id": "other", "name": "Other", "summary": ""}, "#;
    let apart = page("status-apart.json", apart.replace("\"features\": [{", &format!("{other}{{")).as_bytes());
    assert_eq!(preflight(&["check", "--profile", &apart, "--url", APPLICATION, &file]).status.code(), Some(0));
}

#[test]
fn each_url_belongs_to_one_page_in_order() {
    let role = "https://demo.halopsa.com/config/agents/roles?id=1";
    let rows = "<!doctype html><html lang=en><body><div class=app-container><div><label>Tickets Access Level</label>\
                <div class=read-value>Read Only</div></div><div><label>Can export tickets</label>\
                <div class=read-value>No</div></div></div></body></html>";
    let (first, second) = (page("url-1.html", application("Yes").as_bytes()), page("url-2.html", rows.as_bytes()));
    let comment = page("url-3.html", format!("<!-- saved from url=({}){role} -->{rows}", role.len()).as_bytes());
    let screens = |args: &[&str]| -> Vec<Value> {
        let report = report(&[&["check", "--profile", "laborcast", "--format", "json"], args].concat());
        report["pages"].as_array().unwrap().iter().map(|p| p["screen"].clone()).collect()
    };
    let both = ["application.permissions", "role.permissions"];
    assert_eq!(screens(&["--url", APPLICATION, "--url", role, &first, &second]), both);
    assert_eq!(screens(&[&first, &second, "--url", APPLICATION, "--url", role]), both);
    assert_eq!(screens(&["--url", APPLICATION, &first, "--url", role, &second]), both);
    // The pages that are left keep their own address, and so does one whose --url is empty.
    assert_eq!(screens(&["--url", APPLICATION, &first, &comment]), both);
    assert_eq!(screens(&["--url", "", "--url", APPLICATION, &comment, &first]), [both[1], both[0]]);
    let output = preflight(&[
        "check",
        "--profile",
        "laborcast",
        "--url",
        APPLICATION,
        "--url",
        role,
        "--url",
        role,
        &first,
        &second,
    ]);
    assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""));
    assert!(err(&output).contains("3 --url for 2 pages"), "{}", err(&output));
}

#[test]
fn pages_of_one_call_are_one_body_of_evidence() {
    let files: Vec<String> = SCREENS.iter().map(|s| format!("tests/pages/laborcast/{s}.read.html")).collect();
    let mut args = vec!["check", "--profile", "laborcast", "--format", "json"];
    args.extend(files.iter().map(String::as_str));
    let output = preflight(&args);
    assert_eq!(output.status.code(), Some(3), "{}", err(&output));
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
    let text = write("text");
    assert!(text.contains("  Missing       read:tickets. Required: Yes. Current: No\n"), "{text}");
    assert!(text.contains("\nApplication · Permissions\nConfiguration › "), "{text}");
    assert!(text.contains("Source: Setting up an API Agent"), "{text}");
    assert!(write("markdown").contains("| Missing | read:tickets | Yes | No |"), "{}", write("markdown"));
    let csv = write("csv");
    assert!(csv.starts_with("id,screen,field,outcome,severity,expected,found,reason\r\n"), "{csv}");
    assert!(
        csv.contains("scope-read-tickets,application.permissions,read:tickets,missing,required,Yes,No,\r\n"),
        "{csv}"
    );
}

#[test]
fn what_a_page_says_is_text_in_every_format() {
    let hostile = "![x](https://evil.example) `a` &lt;b&gt; | *c* _d_";
    let file = page("hostile.html", application(hostile).as_bytes());
    let write = |format: &str| {
        out(&preflight(&["check", "--profile", "mspbots", "--format", format, "--url", APPLICATION, &file]))
    };
    assert!(
        write("markdown").contains(r"\!\[x\](https\[:\]//evil.example) \`a\` &lt;b> \| \*c\* \_d\_"),
        "{}",
        write("markdown")
    );
    let formula = page("formula.html", application("=1+1,2").as_bytes());
    let csv = out(&preflight(&["check", "--profile", "mspbots", "--format", "csv", "--url", APPLICATION, &formula]));
    assert!(csv.contains("\"'=1+1,2\""), "{csv}");
}

#[test]
fn no_format_carries_links_or_characters_that_turn_the_direction() {
    let hostile = "Yes\u{202e}\u{2066} see www.evil.example or https://evil.example/a mailto:x@evil.example\u{200b}";
    let name = page("bidi\u{202e}.html", application(hostile).as_bytes());
    let profile = support::text("profiles/mspbots.json")
        .replace("\"why\": \"", "\"why\": \"\\u202e http://evil.example www.evil.example ");
    let profile = page("bidi.json", profile.as_bytes());
    let formats = |command: &'static str, formats: &'static [&'static str]| {
        formats.iter().map(move |format| [command, "--format", format])
    };
    let all = formats("check", &["text", "markdown", "csv", "html", "json"])
        .chain(formats("guide", &["text", "markdown", "html", "json"]));
    for args in all {
        let printed = out(&preflight(&[&args[..], &["--profile", &profile, "--url", APPLICATION, &name]].concat()));
        assert!(args[0] == "guide" || printed.contains("evil.example"), "{args:?}: {printed}");
        assert!(!printed.contains(['\u{202e}', '\u{2066}', '\u{200b}']), "{args:?}: {printed}");
        let is_data = args[2] == "json";
        for link in ["http://evil", "https://evil", "www.evil", "mailto:x", "x@evil"] {
            assert!(is_data || !printed.contains(link), "{args:?}: {printed}");
        }
        assert!(!is_data || printed.contains("\\u202e"), "{printed}");
        // The vendor's own documents stay links.
        let is_linked = !is_data && args[0] == "check" && args[2] != "csv";
        assert!(!is_linked || printed.contains("https://"), "{args:?}: {printed}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_an_error_and_no_report() {
    let huge = [b"<!doctype html><html><body>".as_slice(), &vec![b' '; 50 * 1024 * 1024]].concat();
    let deep = "<div>".repeat(100_000);
    let folder = env!("CARGO_TARGET_TMPDIR").to_owned();
    let archive = b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n\r\n<div class=3D\"app-container\"><label>read:tickets</label><p>Yes";
    for (file, word) in [
        (page("empty.html", b""), "the page is empty"),
        (page("blank.html", b" \n "), "the page is empty"),
        (page("picture.png", b"\x89PNG\r\n\x1a\n\0\0"), "no HTML"),
        (page("archive.mhtml", archive), "single-file archive"),
        (page("prose.txt", b"read:tickets Yes"), "no HTML"),
        (page("huge.html", &huge), "more than 32 MB"),
        (page("deep.html", deep.as_bytes()), "more than 500 deep"),
        ("nowhere.html".to_owned(), "cannot be read"),
        (folder, "cannot be read"),
    ] {
        let (code, report, message) = check(&file, APPLICATION);
        assert_eq!((code, &report["pages"][0]["status"]), (2, &"unreadable".into()), "{file}");
        assert!(message.contains(&file) && message.contains(word), "{file}: {message}");
        assert_eq!(report["findings"], serde_json::json!([]), "{file}");
        for format in ["text", "markdown", "csv", "html"] {
            let output = preflight(&["check", "--profile", "mspbots", "--partial", "--format", format, &file]);
            assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""), "{file}, {format}");
        }
        for command in [&["diagnose", "--error", "403"][..], &["guide"]] {
            let output = preflight(&[command, &["--profile", "mspbots", &file]].concat());
            assert_eq!((output.status.code(), out(&output).as_str()), (Some(2), ""), "{file}, {command:?}");
            assert!(err(&output).contains(word), "{file}, {command:?}");
        }
    }
}

#[test]
fn a_page_that_shows_no_settings_leaves_them_open_and_never_met() {
    let other = b"<html><body><h1>Hello</h1><form><label>Name</label><input></form></body></html>".as_slice();
    let dutch = application("Ja").replace(">No<", ">Nee<");
    let loading = application("Yes")
        .replace("<div class=app-container>", "<div class=app-container><div class=application-loader></div>");
    for (name, content, url, status) in [
        ("other.html", other, "https://example.org/", "not-a-configuration-screen"),
        ("dutch.html", dutch.as_bytes(), APPLICATION, "language-not-recognised"),
        ("loading.html", loading.as_bytes(), APPLICATION, "still-loading"),
    ] {
        let (code, report, message) = check(&page(name, content), url);
        assert_eq!((code, &report["pages"][0]["status"]), (3, &status.into()), "{name}: {message}");
        assert!(report["summary"]["met"].is_null() && report["summary"]["not-seen"].is_u64(), "{name}");
    }
}

#[test]
fn a_page_that_cannot_be_read_does_not_hide_the_others() {
    let good = page("good.html", application("Yes").as_bytes());
    for format in ["json", "text"] {
        let args = ["check", "--profile", "mspbots", "--format", format, "--url", APPLICATION, &good, "nowhere.html"];
        let output = preflight(&args);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains("nowhere.html: cannot be read"));
        match format {
            "json" => {
                let report: Value = serde_json::from_slice(&output.stdout).unwrap();
                let read = (&report["pages"][1]["status"], &report["summary"]["met"]);
                assert_eq!(read, (&"unreadable".into(), &1.into()));
            }
            _ => assert!(out(&output).contains("nowhere.html: not checked"), "{}", out(&output)),
        }
    }
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
fn bad_arguments_are_named_with_their_fix() {
    let file = page("arguments.html", application("Yes").as_bytes());
    let broken = page("broken.json", b"{\n  \"schema\": 1,\n}");
    for (args, word) in [
        (vec!["check", "--profile", "mspbots"], "no page given"),
        (vec!["check", &file], "which profile? Use --profile with datagate, gradient-msp"),
        (vec!["check", "--profile", "acme", &file], "neither a packaged one (datagate"),
        (vec!["check", "--profile", &broken, &file], "line 2 column"),
        (vec!["check", "--profile", "mspbots", "--feature", "x", &file], "has no feature \"x\"; it has: minimum"),
        (
            vec!["check", "--profile", "mspbots", "--profile", "profiles/mspbots.json", &file],
            "profile mspbots is named twice",
        ),
        (vec!["check", "--profile", "mspbots", "--format", "pdf", &file], "there is no format \"pdf\""),
        (vec!["check", "--profile", "mspbots", "--language", "xx", &file], "there is no language \"xx\"; there are: "),
        (vec!["check", "--profile"], "missing argument"),
        (vec!["check", "--colour", &file], "--colour"),
        (vec!["check", "--profile", "mspbots", "--url", "nonsense", &file], "--url nonsense"),
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
}

#[test]
fn lint_checks_every_file_that_is_named() {
    let lint = |files: &[&str]| {
        let output = preflight(&[&["lint"], files].concat());
        (output.status.code().unwrap(), out(&output), err(&output))
    };
    let (moovila, mspbots) = ("profiles/moovila.json", "profiles/mspbots.json");
    let fine = "profiles/moovila.json: profile moovila is fine\nprofiles/mspbots.json: profile mspbots is fine\n";
    assert_eq!(lint(&[moovila, mspbots]), (0, fine.to_owned(), String::new()));
    let broken =
        page("lint-broken.json", support::text(mspbots).replace("\"is\": \"Yes\"", "\"is\": \"Maybe\"").as_bytes());
    let (status, said, mistakes) = lint(&[moovila, &broken, "nowhere.json", mspbots]);
    assert_eq!((status, said.as_str()), (2, fine));
    assert!(mistakes.contains("lint-broken.json: ") && mistakes.contains("\"nowhere.json\""), "{mistakes}");
    let unclear =
        support::text("profiles/moovila.json").replace("\"Client ID and Secret (Services)\"", "\"Client ID & Secret\"");
    let (status, said, notes) = lint(&[&page("lint-unclear.json", unclear.as_bytes())]);
    assert!(status == 0 && said.contains("is fine"), "{said}");
    assert!(notes.contains("note: ") && notes.contains("write \"Client ID and Secret (Services)\""), "{notes}");
    assert_eq!(lint(&[]).0, 2);
    assert!(lint(&[]).2.contains("no profile given"));
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

    let nobody = user.replace("Login Type", "Agent to log in as").replace(">User<", ">None<");
    let (_, causes_seen) = causes("mspbots", "403", &[&page("login-agent.html", nobody.as_bytes())]);
    assert_eq!(causes_seen[0], ("login-agent".into(), "seen".into()));
    for (error, symptom, cause) in [
        ("Unexpected token < in JSON at position 0", "page-for-token", "addresses"),
        ("401 on /api/Webhook", "webhook", "webhooks-scope"),
        ("Invoice mails are not sent", "invoice-mails", "closed-tickets"),
        ("The Integrations section is missing", "admin-mode", "admin-mode"),
        ("Sign-in failed", "sign-in", "untick-all"),
        ("Ticket updates fail without any message", "silent", "token-without-scope"),
        ("Ticket not found, or you do not have access to this Ticket.", "ticket-not-found", "membership"),
    ] {
        let (found, causes) = causes("mspbots", error, &[]);
        assert_eq!(found.as_deref(), Some(symptom), "{error}");
        assert!(causes.iter().any(|(id, _)| id == cause), "{error}: {causes:?}");
    }

    let faults = "The instance of entity type 'Faults' cannot be tracked because another instance is";
    assert_eq!(causes("moovila", faults, &[]).1, [("ticket-id-method".into(), "open".into())]);
    assert_eq!(causes("moovila", "invalid_scope", &[]).0.as_deref(), Some("invalid-scope"));
    assert_eq!(causes("moovila", "the moon is blue", &[]), (None, Vec::new()));
    let unknown = preflight(&["diagnose", "--profile", "moovila", "--error", "the moon is blue"]);
    assert!(out(&unknown).contains("not among the errors that Preflight knows"));
}

fn report(args: &[&str]) -> Value {
    let output = preflight(args);
    serde_json::from_slice(&output.stdout).unwrap_or_else(|e| panic!("{e}: {}", err(&output)))
}

fn finding<'a>(report: &'a Value, id: &str) -> &'a Value {
    report["findings"].as_array().unwrap().iter().find(|f| f["id"] == id).unwrap_or_else(|| panic!("no finding {id}"))
}

#[test]
fn a_waiver_holds_until_its_last_day() {
    let file = page("waived.html", application("No").as_bytes());
    let waivers =
        |until: &str| format!("[{{\"finding\": \"scope-read-tickets\", \"reason\": \"a test tenant\"{until}}}]");
    for (until, expected, status) in
        [("", "waived", 3), (", \"until\": \"2999-12-31\"", "waived", 3), (", \"until\": \"2020-01-31\"", "missing", 1)]
    {
        let list = page("waivers.json", waivers(until).as_bytes());
        let args =
            ["check", "--profile", "mspbots", "--format", "json", "--waivers", &list, "--url", APPLICATION, &file];
        let report = report(&args);
        assert_eq!(finding(&report, "scope-read-tickets")["outcome"], expected, "{until}");
        assert_eq!(preflight(&args).status.code(), Some(status), "{until}");
    }
}

#[test]
fn a_waiver_without_a_reason_or_with_an_end_that_is_no_day_is_a_mistake() {
    let file = page("waiver-mistake.html", application("No").as_bytes());
    let status = |name: &str, waiver: &str| {
        let list = page(name, format!("[{waiver}]").as_bytes());
        let output = preflight(&["check", "--profile", "mspbots", "--waivers", &list, "--url", APPLICATION, &file]);
        (output.status.code(), err(&output))
    };
    for (name, waiver, word) in [
        ("w1.json", r#"{"finding":"scope-read-tickets","reason":"x","until":"soon"}"#, "\"soon\""),
        ("w2.json", r#"{"finding":"scope-read-tickets","reason":"x","until":"2099-02-30"}"#, "2099-02-30"),
        ("w3.json", r#"{"finding":"scope-read-tickets","reason":"x","until":"2099-1-31"}"#, "2099-1-31"),
        ("w4.json", r#"{"finding":"scope-read-tickets","reason":"x","until":""}"#, "no day"),
        ("w5.json", r#"{"finding":"scope-read-tickets","reason":" "}"#, "no reason"),
    ] {
        let (code, said) = status(name, waiver);
        assert_eq!(code, Some(2), "{waiver}");
        assert!(said.contains(word), "{said}");
    }
    let (code, said) = status("w6.json", r#"{"finding":"scope-read-tickets","reason":"x","until":"2099-01-31"}"#);
    assert!(code != Some(2) && code != Some(1), "{said}");
}

#[test]
fn a_waiver_stands_in_the_report_with_its_reason_and_its_last_day() {
    let file = page("waived-told.html", application("No").as_bytes());
    let list = r#"[{"finding": "scope-read-tickets", "reason": "a test tenant", "until": "2999-12-31"}]"#;
    let list = page("waivers-told.json", list.as_bytes());
    for format in ["text", "markdown", "html"] {
        let args =
            ["check", "--profile", "mspbots", "--format", format, "--waivers", &list, "--url", APPLICATION, &file];
        let told = out(&preflight(&args));
        assert!(told.contains("Accepted because: a test tenant (until 2999-12-31)"), "{told}");
    }
}

#[test]
fn several_profiles_are_one_set_of_needs() {
    let file = page("several.html", application("No").as_bytes());
    let args =
        ["check", "--profile", "mspbots", "--profile", "laborcast", "--format", "json", "--url", APPLICATION, &file];
    let report = report(&args);
    assert_eq!((&report["profile"]["id"], &report["also"][0]["id"]), (&"mspbots".into(), &"laborcast".into()));
    let both = finding(&report, "mspbots/scope-read-tickets");
    assert_eq!(both["needed_by"], serde_json::json!(["mspbots", "laborcast"]));
    assert_eq!(both["outcome"], "missing");
}

#[test]
fn needs_that_exclude_each_other_are_named() {
    let mut other: Value = serde_json::from_str(&support::text("profiles/moovila.json")).unwrap();
    other["id"] = "other".into();
    let administrator = |r: &&mut Value| r["field"] == "Is a HaloPSA Administrator";
    let wanted = other["requirements"].as_array_mut().unwrap().iter_mut().find(administrator).unwrap();
    wanted["expect"] = serde_json::json!({"at_least": "Yes"});
    let other = page("other.json", other.to_string().as_bytes());
    let file = page("contradiction.html", application("No").as_bytes());
    let args = ["check", "--profile", "moovila", "--profile", &other, "--format", "json", "--url", APPLICATION, &file];
    let report = report(&args);
    let contradictions = report["contradictions"].as_array().unwrap();
    assert_eq!(contradictions.len(), 1, "{contradictions:?}");
    assert_eq!(contradictions[0]["field"], "Is a HaloPSA Administrator");
    assert_eq!(contradictions[0]["wants"][0]["expected"], "No");
    assert_eq!(contradictions[0]["wants"][1]["expected"], "Yes");
}

#[test]
fn least_privilege_names_what_nobody_asks_for() {
    let content = application("Yes")
        .replace("read:crm</label><div class=read-value>No", "read:crm</label><div class=read-value>Yes");
    let file = page("beyond.html", content.as_bytes());
    let common = ["check", "--profile", "mspbots", "--format", "json", "--url", APPLICATION, &file];
    let advised = [&common[..], &["--least-privilege"]].concat();
    // What is recommended does not change the status.
    assert_eq!([&common[..], &advised].map(|args| preflight(args).status.code()), [Some(3); 2]);
    let report = report(&advised);
    let beyond: Vec<_> = report["findings"].as_array().unwrap().iter().filter(|f| f["outcome"] == "excess").collect();
    assert_eq!(beyond.len(), 1, "{beyond:?}");
    assert_eq!((&beyond[0]["field"], &beyond[0]["reason"]), (&"read:crm".into(), &"beyond-profiles".into()));
}

#[test]
fn a_scope_without_the_right_is_a_finding() {
    let agent = "https://demo.halopsa.com/config/agents/agents?agentid=7";
    let rows = |level: &str| {
        format!(
            "<!doctype html><!-- saved from url=({}){agent} --><html lang=en><body><div><label>Tickets Access Level</label>\
             <div class=read-value>{level}</div></div><div><label>Can export tickets</label><div class=read-value>No</div></div></body></html>",
            agent.len()
        )
    };
    let role = rows("Not set").replace("agents/agents?agentid", "agents/roles?id");
    let scopes = format!("<!-- saved from url=({}){APPLICATION} -->{}", APPLICATION.len(), application("Yes"));
    let (scopes, role) = (page("right-scopes.html", scopes.as_bytes()), page("right-role.html", role.as_bytes()));
    for (level, expected) in [("No Access", Some("missing")), ("Read Only", None)] {
        let file = page("right-agent.html", rows(level).as_bytes());
        let report = report(&["check", "--profile", "mspbots", "--format", "json", &scopes, &role, &file]);
        let right = report["findings"].as_array().unwrap().iter().find(|f| f["reason"] == "scope-without-right");
        assert_eq!(right.map(|f| f["outcome"].as_str().unwrap()), expected, "{level}");
        assert!(right.is_none_or(|f| f["field"] == "Tickets Access Level"));
    }
}

#[test]
fn the_printable_page_holds_no_markup_from_data() {
    let file = page("print.html", application("<b onclick=x>").as_bytes());
    let printed = out(&preflight(&["check", "--profile", "mspbots", "--format", "html", "--url", APPLICATION, &file]));
    assert!(printed.starts_with("<!doctype html>") && printed.contains("<td>read:tickets</td>"), "{printed}");
    assert!(!printed.contains("<b onclick") && !printed.contains("<script"));
}

#[test]
fn the_planted_secret_is_in_no_report() {
    let is_secret = |page: &str| support::text(page).contains("pf-SECRET");
    for seed in support::SEEDS {
        let files: Vec<String> =
            ["read", "edit"].iter().map(|m| format!("tests/pages/{seed}/application.details.{m}.html")).collect();
        assert!(files.iter().any(|f| is_secret(f)), "{seed}: nothing is planted");
        for format in ["text", "json", "markdown", "csv", "html"] {
            let args =
                [&["check", "--profile", seed, "--least-privilege", "--format", format][..], &[&files[0], &files[1]]]
                    .concat();
            let printed = out(&preflight(&args));
            let has_ids = ["json", "csv"].contains(&format);
            let screen = if has_ids { "application.details" } else { "Application · Details" };
            assert!(printed.contains(screen) && !printed.contains("pf-SECRET"), "{seed}, {format}");
        }
    }
}

#[test]
fn a_guide_is_the_whole_way_with_a_box_for_each_step() {
    let page = page("guide.html", application("Yes").as_bytes());
    let guide = |format: &str| {
        let output =
            preflight(&["guide", "--profile", "mspbots", "--format", format, "--url", APPLICATION, page.as_str()]);
        assert_eq!(output.status.code(), Some(0), "{}", err(&output));
        out(&output)
    };
    let text = guide("text");
    let steps: Vec<&str> = text.lines().filter(|l| l.contains("[ ]") || l.contains("[x]")).collect();
    assert_eq!(steps.len(), 8, "{text}");
    assert!(steps[0].contains("[ ] Look at what MSPbots shows"), "{text}");
    assert!(text.contains("[x] read:tickets: Yes"), "{text}");
    assert!(guide("markdown").contains("\n- [x] read:tickets: Yes"));

    // What a profile says is text on paper too.
    let hostile = fs::read_to_string("profiles/mspbots.json").unwrap();
    let hostile = hostile.replace("\"text\": \"", "\"text\": \"![x](https://evil.example)<b> ");
    let file = self::page("hostile.json", hostile.as_bytes());
    for (format, wanted) in [("markdown", r"\!\[x\](https\[:\]//evil.example)&lt;b> "), ("html", "example)&lt;b&gt; ")]
    {
        let written = out(&preflight(&["guide", "--profile", &file, "--format", format]));
        assert!(written.contains(wanted) && !written.contains("<b>"), "{written}");
    }

    let html = guide("html");
    assert_eq!(html.matches("class=\"box\"").count(), 8);
    assert_eq!(html.matches('✓').count(), 1, "only what the page shows is ticked");
    assert!(html.contains("Configuration › Integrations") && !html.contains("<script"));
    let json: Value = serde_json::from_str(&guide("json")).unwrap();
    assert_eq!(json["current"], "mspbots/step-recognise-the-error");
}

#[test]
fn a_guide_needs_no_page_and_says_what_it_does_not_take() {
    let output = preflight(&["guide", "--profile", "moovila"]);
    assert_eq!(output.status.code(), Some(0), "{}", err(&output));
    assert!(out(&output).contains("[ ] Press New to add an application."));
    for (args, mistake) in [
        (&["guide", "--profile", "moovila", "--format", "csv"][..], "no format csv"),
        (&["guide", "--profile", "moovila", "--error", "403"], "use diagnose"),
        (&["guide"], "which profile?"),
    ] {
        let output = preflight(args);
        assert_eq!(output.status.code(), Some(2));
        assert!(err(&output).contains(mistake), "{}", err(&output));
    }
}

#[test]
fn help_and_version_can_be_asked_of_a_command_too() {
    for args in [&["--help"][..], &["check", "--help"], &["guide", "-h"]] {
        let output = preflight(args);
        assert_eq!(output.status.code(), Some(0), "{args:?}");
        assert!(out(&output).contains("preflight check"), "{args:?}");
    }
    for args in [&["--version"][..], &["check", "--version"]] {
        let output = preflight(args);
        assert_eq!((output.status.code(), out(&output).starts_with("preflight ")), (Some(0), true), "{args:?}");
    }
    assert_eq!(preflight(&["check", "--profile", "--help"]).status.code(), Some(2));
}

#[test]
fn a_waiver_of_no_finding_is_named_and_changes_nothing() {
    let file = page("waiver-unknown.html", application("No").as_bytes());
    let run = |id: &str| {
        let list =
            page("waiver-unknown.json", format!("[{{\"finding\": \"{id}\", \"reason\": \"a test\"}}]").as_bytes());
        let output = preflight(&["check", "--profile", "mspbots", "--waivers", &list, "--url", APPLICATION, &file]);
        (output.status.code(), err(&output))
    };
    let (status, said) = run("no-such-finding");
    assert_eq!(status, Some(1));
    assert!(said.contains("no-such-finding"), "{said}");
    let (_, said) = run("scope-read-tickets");
    assert!(!said.contains("note:"), "{said}");
}
