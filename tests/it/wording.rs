//! Spellings: what is the same value, what is none, and what nobody can tell. No spelling makes a green of another value.

use crate::support;
use std::collections::BTreeMap;

use crate::support::{audit_with_defaults, read};
use preflight::profile::{Profile, parse};
use preflight::report::{Outcome, Reason};
use preflight::vocabulary::{self, FIELDS, Field, Kind, Meaning, fold, key};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A profile that asks one thing.
fn asks(screen: &str, field: &str, expect: &Value) -> Profile {
    parse::parse(&text(screen, field, expect)).unwrap_or_else(|e| panic!("{e:?}"))
}

fn text(screen: &str, field: &str, expect: &Value) -> String {
    json!({
        "schema": "preflight-profile/1", "id": "acme", "version": "1", "name": "Acme", "summary": "",
        "sources": {"guide": {"title": "Set-up"}},
        "features": [{"id": "sync", "name": "Sync", "summary": "", "default": true}],
        "requirements": [{"id": "it", "screen": screen, "field": field, "expect": expect, "why": "", "source": {"of": "guide", "lines": [1]}}],
    })
    .to_string()
}

fn row(label: &str, value: &str) -> String {
    format!("<div class=row><label>{label}</label><div class=read-value>{value}</div></div>")
}

/// What becomes of a field that is asked for and shown.
fn outcome(screen: &str, field: &str, expect: &Value, shown: &str) -> (Outcome, Option<Reason>) {
    let path = match screen {
        "role.permissions" => "agents/roles?id=1",
        "agent.details" => "agents/agents?agentid=1",
        _ => "integrations/api/applications?id=1",
    };
    // Enough beside it to be the screen that it is.
    let beside = match screen {
        "role.permissions" => row("Can export tickets", "Yes") + &row("Can add new Tickets", "No"),
        "agent.details" => row("Username", "Acme API") + &row("Is an API-only Agent", "Yes"),
        _ => row("Application Name", "Acme") + &row("Active", "Yes"),
    };
    let page = read(&(beside + &row(field, shown)), &format!("https://demo.halopsa.com/config/{path}"));
    let finding = audit_with_defaults(&asks(screen, field, expect), &[page]).findings[0].clone();
    (finding.outcome, finding.reason)
}

const SERVICES: &str = "Client ID and Secret (Services)";

#[test]
fn spellings_of_a_choice_are_that_choice_in_the_profile_and_on_the_page() {
    let spellings =
        [SERVICES, "Client ID & Secret (Services)", "ClientID and Client Secret (Services)", "client credentials"];
    for wanted in spellings {
        for shown in spellings {
            let found = outcome("application.details", "Authentication Method", &json!({"is": wanted}), shown);
            assert_eq!(found, (Outcome::Met, None), "{wanted} / {shown}");
        }
    }
    for (screen, field, wanted, shown) in [
        (
            "application.details",
            "Authentication Method",
            "Authorization Code (PKCE)",
            "Authorisation Code (Native Application)",
        ),
        ("application.details", "Authentication Method", "Username and Password", "Username & Password"),
        ("application.details", "Authentication Method", "JWT Assertion", "JWT Assertion (BETA)"),
        ("agent.details", "Default Team", "No Default Team", "*No Default Team*"),
        ("agent.details", "Work Hours", "24 Hour", "24 Hours"),
        ("agent.details", "Default Team", "Sales & Support", "Sales and Support"),
        ("role.permissions", "Tickets Access Level", "Ready & Modify", "Read and Modify"),
        ("role.permissions", "Assets Access Level", "Read, Modify and Delete", "Read, Modify and Remove"),
    ] {
        assert_eq!(outcome(screen, field, &json!({"is": wanted}), shown), (Outcome::Met, None), "{wanted} / {shown}");
    }
}

#[test]
fn another_value_is_another_value() {
    for (screen, field, wanted, shown) in [
        ("application.details", "Authentication Method", SERVICES, "Username & Password"),
        ("application.details", "Authentication Method", SERVICES, "Client ID and Secret (Legacy)"),
        ("agent.details", "Default Team", "Team 1", "Team 11"),
        ("agent.details", "Work Hours", "24 Hours", "Default Working Hours"),
        ("role.permissions", "Tickets Access Level", "Read and Modify", "Read Only"),
    ] {
        assert_eq!(outcome(screen, field, &json!({"is": wanted}), shown).0, Outcome::Wrong, "{wanted} / {shown}");
    }
}

#[test]
fn what_can_mean_two_values_is_for_a_person_to_look_at() {
    let review = (Outcome::Review, Some(Reason::AmbiguousValue));
    let timesheets = "Timesheets Access Level";
    for (screen, field, expect, shown) in [
        ("application.details", "Authentication Method", json!({"is": "Client ID and Secret"}), SERVICES),
        ("application.details", "Authentication Method", json!({"is": SERVICES}), "ClientID & Secret"),
        ("application.details", "Authentication Method", json!({"is": "Client ID and Secret"}), "Client ID and Secret"),
        ("role.permissions", timesheets, json!({"is": "Read and Modify"}), "Read and Modify (Own)"),
        ("role.permissions", timesheets, json!({"at_least": "Read and Modify"}), "Read and Modify (Managed)"),
        ("role.permissions", timesheets, json!({"at_least": "Read and Modify (All)"}), "Read and Modify"),
        ("role.permissions", timesheets, json!({"is": "Read Only"}), "Read Only (All), Modify Own"),
        ("role.permissions", timesheets, json!({"set": true}), "Read and Modify"),
        ("role.permissions", "Clients Access Level", json!({"at_least": "View (Names Only)"}), "View"),
        ("agent.details", "Default Team", json!({"is": "Team-1"}), "Team 1"),
        ("agent.details", "Default Team", json!({"is": "C++ Team"}), "C Team"),
    ] {
        assert_eq!(outcome(screen, field, &expect, shown), review, "{expect} / {shown}");
    }
    // The twins: what is clear stays clear.
    for (expect, shown, expected) in [
        (json!({"is": "Read Only"}), "Read Only", Outcome::Met),
        (json!({"is": "Read and Modify"}), "Read Only", Outcome::Wrong),
        (json!({"at_least": "Read and Modify"}), "Read and Modify (All)", Outcome::Met),
        (json!({"at_least": "Read and Modify"}), "No Access", Outcome::Missing),
        (json!({"at_least": "Read Only"}), "Read and Modify (All)", Outcome::Met),
    ] {
        assert_eq!(outcome("role.permissions", timesheets, &expect, shown).0, expected, "{expect} / {shown}");
    }
}

#[test]
fn nothing_is_not_set() {
    let set = json!({"set": true});
    for (screen, field, shown) in [
        ("role.permissions", "Tickets Access Level", "No Access"),
        ("role.permissions", "Tickets Access Level", "No"),
        ("role.permissions", "Editing of Actions", "Cannot Edit Actions"),
        ("role.permissions", "Can review Expenses", "None"),
        ("role.permissions", "Can export tickets", "Not set"),
        ("application.details", "Agent to log in as", "None"),
        ("application.details", "Agent to log in as", "Select..."),
        ("application.details", "Application Name", "—"),
        ("agent.details", "Default Team", "*No Default Team*"),
        ("agent.details", "Default Team", "*Unassigned*"),
        ("agent.details", "Roles", "None"),
    ] {
        // A label that is there for the second time is the one beside it.
        if field == "Application Name" || field == "Can export tickets" {
            continue;
        }
        assert_eq!(outcome(screen, field, &set, shown).0, Outcome::Missing, "{field}: {shown}");
    }
    for (screen, field, shown) in [
        ("role.permissions", "Tickets Access Level", "Read Only"),
        ("role.permissions", "Visibility of Appointments", "Can View Own Appointments Only"),
        ("application.details", "Agent to log in as", "Acme API"),
        ("agent.details", "Default Team", "1st Line"),
        ("agent.details", "Roles", "Acme API"),
    ] {
        assert_eq!(outcome(screen, field, &set, shown).0, Outcome::Met, "{field}: {shown}");
    }
    // On a closed scale only what is known can be more than nothing.
    let unknown = outcome("role.permissions", "Tickets Access Level", &set, "Kein Zugriff");
    assert_eq!(unknown, (Outcome::Review, Some(Reason::UnknownValue)));
    let number = outcome("role.permissions", "Billing Details Access Level", &set, "3");
    assert_eq!(number, (Outcome::Review, Some(Reason::BareNumber)));
}

#[test]
fn the_author_is_warned_of_what_is_unclear() {
    let advice = |field: &str, screen: &str, expect: Value| {
        parse::with_advice(&text(screen, field, &expect)).unwrap().1.join("\n")
    };
    let timesheets = |expect| advice("Timesheets Access Level", "role.permissions", expect);
    let method = |text| advice("Authentication Method", "application.details", json!({ "is": text }));
    assert!(timesheets(json!({"at_least": "Read and Modify"})).contains("\"Read and Modify (Own)\" or"));
    assert!(timesheets(json!({"is": "Read Only"})).contains("may also be short for \"Read Only (All), Modify Own\""));
    assert!(method("Client ID & Secret").contains("is not clear"));
    assert!(method("Client Credentials").contains("Halo writes"));
    assert_eq!(method(SERVICES), "");
    assert_eq!(timesheets(json!({"at_least": "Read and Modify (All)"})), "");
}

/// Fields with a scale.
fn scaled() -> impl Iterator<Item = &'static Field> {
    FIELDS.iter().filter(|f| !f.scale.is_empty())
}

#[test]
fn every_value_means_itself() {
    for field in scaled() {
        for (value, _) in field.scale {
            assert_eq!(field.meaning(value), Meaning::One(value), "{}", field.label);
            assert_eq!(field.meaning(&value.to_uppercase()), Meaning::One(value), "{}", field.label);
        }
    }
}

/// The data, as people write it.
fn halo() -> Value {
    serde_json::from_str(&support::text("src/vocabulary/halo.json")).unwrap()
}

#[test]
fn a_spelling_of_one_value_is_no_other_value_of_any_scale() {
    let halo = halo();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for name in ["value_aliases", "vendor_value_spellings", "auth_method_other_vendor_texts"] {
        rows.extend(serde_json::from_value::<Vec<Vec<String>>>(halo[name].clone()).unwrap());
    }
    let mut services = vec![SERVICES.to_owned()];
    services.extend(serde_json::from_value::<Vec<String>>(halo["auth_method_vendor_texts"].clone()).unwrap());
    rows.push(services);
    for row in rows {
        let (value, spellings) = row.split_first().unwrap();
        let scales: Vec<_> = scaled().filter(|f| f.scale.iter().any(|(v, _)| v == value)).collect();
        assert!(!scales.is_empty(), "{value} is on no scale");
        for spelling in spellings {
            for field in &scales {
                let own = field.scale.iter().find(|(v, _)| v == value).unwrap().0;
                match field.meaning(spelling) {
                    Meaning::One(meant) => assert_eq!(meant, own, "{spelling} on {}", field.label),
                    Meaning::Unclear(values) => assert!(values.contains(&own), "{spelling} on {}", field.label),
                    Meaning::Unknown => panic!("{spelling} means nothing on {}", field.label),
                }
            }
        }
    }
}

#[test]
fn no_label_or_alias_names_two_fields_of_a_screen() {
    let halo = halo();
    let mut named: BTreeMap<(&str, String), String> = BTreeMap::new();
    let mut add = |place: &'static str, text: &str, label: &str| {
        let known = named.entry((place, key(text))).or_insert_with(|| label.to_owned());
        assert_eq!(known, label, "{place}: {text:?} names two fields");
    };
    let with_aliases = |field: &Value| {
        let aliases = field["aliases"].as_array().unwrap().iter().map(|a| a.as_str().unwrap().to_owned());
        let label = field["label"].as_str().unwrap().to_owned();
        (label.clone(), std::iter::once(label).chain(aliases).collect::<Vec<_>>())
    };
    for section in halo["sections"].as_array().unwrap() {
        for field in section["fields"].as_array().unwrap() {
            let (label, all) = with_aliases(field);
            for text in &all {
                add("Permissions", text, &label);
            }
        }
    }
    for (record, place) in [
        ("agent", "agent"),
        ("role", "role"),
        ("application", "application"),
        ("ticket_type", "ticket type"),
        ("api", "api"),
        ("advanced", "advanced"),
    ] {
        for field in halo["details_fields"][record].as_array().unwrap() {
            let (label, all) = with_aliases(field);
            for text in &all {
                add(place, text, &label);
            }
        }
    }
    // With every other term that a tenant can use, a label still finds its own field.
    for field in FIELDS {
        for screen in field.screens {
            assert_eq!(vocabulary::field(*screen, field.label), Some(field), "{}", field.label);
        }
    }
}

fn field() -> impl Strategy<Value = &'static Field> {
    prop::sample::select(scaled().filter(|f| f.scale.len() > 1).collect::<Vec<_>>())
}

/// A value as somebody may write it: another case, "&", other punctuation, a plural or a singular.
fn misspelled(text: &str, how: u8) -> String {
    let mut text = text.to_owned();
    if how & 1 != 0 {
        text = text.replace(" and ", " & ");
    }
    if how & 2 != 0 {
        text = text.to_uppercase();
    }
    if how & 4 != 0 {
        text = text.split(' ').map(|w| w.strip_suffix('s').unwrap_or(w)).collect::<Vec<_>>().join(" ");
    }
    if how & 8 != 0 {
        text = text.replace([',', '-'], "").replace(" (", "(");
    }
    if how & 16 != 0 {
        text = format!(" *{text}* ");
    }
    text
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, ..ProptestConfig::default() })]

    /// However a value is spelled, it never comes out as another one of the scale, and never meets what asks for that.
    #[test]
    fn two_values_of_a_scale_are_never_one(field in field(), at in any::<prop::sample::Index>(), by in any::<prop::sample::Index>(), how in 0u8..32) {
        let (at, by) = (at.index(field.scale.len()), 1 + by.index(field.scale.len() - 1));
        let (a, b) = (field.scale[at].0, field.scale[(at + by) % field.scale.len()].0);
        prop_assert_ne!(field.meaning(&misspelled(a, how)), Meaning::One(b));
        prop_assert_ne!(fold(a), fold(b));
    }

    /// A part of a value is either that value or unclear, never another one, unless it is that other one's own text.
    #[test]
    fn a_shortened_value_is_never_another_one(field in field(), at in any::<prop::sample::Index>(), words in 1usize..6) {
        let value = at.get(field.scale).0;
        let short = value.split(' ').take(words).collect::<Vec<_>>().join(" ");
        if let Meaning::One(meant) = field.meaning(&short) {
            let is_spelling = fold(meant) == fold(&short);
            prop_assert!(meant == value || is_spelling || field.kind == Kind::Checkbox, "{short} came out as {meant}");
        }
    }
}
