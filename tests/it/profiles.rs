//! The packaged profiles fit, and mistakes in a profile are named with their place.

use crate::support::profile;
use preflight::profile::parse::parse;
use serde_json::{Value, json};

/// A sound profile to break.
fn sound() -> Value {
    json!({
        "schema": "preflight-profile/1", "id": "acme", "version": "1.0.0", "name": "Acme", "summary": "Syncs tickets.",
        "sources": {"guide": {"title": "Set-up"}},
        "features": [{"id": "sync", "name": "Sync", "summary": "Tickets.", "default": true}],
        "requirements": [{
            "id": "scope", "screen": "application.permissions", "field": "read:tickets", "expect": {"is": "Yes"},
            "why": "Reads tickets.", "source": {"of": "guide", "lines": [1]}
        }]
    })
}

fn mistakes(change: impl FnOnce(&mut Value)) -> String {
    let mut profile = sound();
    change(&mut profile);
    parse(&profile.to_string()).map(|_| ()).unwrap_err().join("\n")
}

#[test]
fn the_sound_profile_is_sound() {
    assert!(parse(&sound().to_string()).is_ok());
}

#[test]
fn json_that_does_not_fit_is_named_with_line_and_column() {
    let text = serde_json::to_string_pretty(&sound()).unwrap();
    let unknown = text.replace("\"is\": \"Yes\"", "\"roughly\": \"Yes\"");
    let message = parse(&unknown).unwrap_err().join("\n");
    assert!(message.contains("unknown variant `roughly`") && message.contains("`at_least`"), "{message}");
    assert!(message.contains("line ") && message.contains("column "), "{message}");
    let message = parse("{\n  \"schema\": oops\n}").unwrap_err().join("\n");
    assert!(message.contains("line 2 column"), "{message}");
    let message = parse("").unwrap_err().join("\n");
    assert!(message.contains("line 1 column 0"), "{message}");
}

#[test]
fn what_types_cannot_say_is_named_with_its_place() {
    let requirement = |key: &'static str, value: Value| move |p: &mut Value| p["requirements"][0][key] = value;
    for (change, expected) in [
        (mistakes(requirement("field", json!("read:spaceships"))), "has no field \"read:spaceships\""),
        (mistakes(requirement("field", json!("Read: tickets"))), "write the field as \"read:tickets\""),
        (mistakes(requirement("expect", json!({"at_least": "Much"}))), "no place on the scale"),
        (mistakes(requirement("expect", json!({"not_granted": false}))), "take true only"),
        (mistakes(requirement("expect", json!({"present": false}))), "take true only"),
        (mistakes(requirement("expect", json!({"includes": {"all": []}}))), "always holds"),
        (mistakes(requirement("expect", json!({"is": ""}))), "use not_granted"),
        (mistakes(requirement("expect", json!({"is": "ja"}))), "\"ja\" is no value"),
        (mistakes(requirement("field", json!("offline_access"))), "nobody can tick it"),
        (mistakes(requirement("field", json!("openid"))), "leave it out"),
        (mistakes(|p| p["summary"] = json!("x".repeat(2_000_000))), "more than 1024 KB"),
        (mistakes(|p| p["sources"]["guide"]["url"] = json!("https://a) [b](c")), "no blanks and brackets"),
        (mistakes(|p| p["sources"]["guide"]["url"] = json!("https://a\t\"title\"")), "no blanks and brackets"),
        (mistakes(|p| p["name"] = json!("--")), "name: give the vendor's name"),
        (mistakes(|p| p["also_called"] = json!(["MSPCentric", "-A"])), "also_called: \"-A\" says too little"),
        (mistakes(requirement("expect", json!({"present": true}))), "belong to ticket-type.field-list"),
        (mistakes(requirement("when", json!({"features": ["billing"]}))), "feature \"billing\""),
        (mistakes(requirement("record", json!("project"))), "record \"project\""),
        (mistakes(requirement("source", json!({"of": "book", "lines": [1]}))), "source \"book\""),
        (mistakes(requirement("id", json!("Bad Id"))), "lower-case letters"),
        (mistakes(requirement("source", json!({"of": "guide", "lines": vec![1; 101]}))), "more than 100 entries"),
        (mistakes(|p| p["records"] = vec![json!({"id": "a", "name": "A"}); 1001].into()), "more than 1000 entries"),
        (
            mistakes(|p| {
                let alike = |at: usize| {
                    let mut requirement = p["requirements"][0].clone();
                    requirement["id"] = json!(format!("r{at}"));
                    requirement
                };
                p["requirements"] = (0..11).map(alike).collect();
            }),
            "\"read:tickets\" is asked for 11 times; 10 at most",
        ),
        (mistakes(|p| p["schema"] = json!("preflight-profile/9")), "this version reads"),
        (mistakes(|p| p["features"][0]["default"] = json!(false)), "\"default\": true"),
        (mistakes(|p| p["sources"]["guide"]["url"] = json!("http://x")), "https://"),
        (mistakes(|p| p["requirements"][0]["surprise"] = json!(1)), "unknown field `surprise`"),
        (mistakes(|p| p["requirements"][0]["screen"] = json!("agent.garage")), "unknown variant `agent.garage`"),
        (
            mistakes(|p| {
                let twice = p["requirements"][0].clone();
                p["requirements"].as_array_mut().unwrap().push(twice);
            }),
            "\"scope\" is there twice",
        ),
        (
            mistakes(|p| {
                p["requirements"][0].as_object_mut().unwrap().remove("field");
            }),
            "field is missing",
        ),
    ] {
        assert!(change.contains(expected), "expected {expected:?} in {change:?}");
    }
}

#[test]
fn a_scope_that_halo_does_not_have_may_be_asked_for() {
    let mut profile = sound();
    profile["requirements"][0]["field"] = json!("write:tickets");
    assert!(parse(&profile.to_string()).is_ok());
}

#[test]
fn features_that_do_not_exist_are_named_with_those_that_do() {
    let profile = profile("datagate");
    let message = profile.choose(&["telepathy".into()]).unwrap_err();
    assert!(message.contains("\"telepathy\"") && message.contains("invoice-export-charges"), "{message}");
}
