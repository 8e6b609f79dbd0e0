//! What a profile needs is named before a page is captured, and nothing besides.

use crate::support::{SEEDS, audit_with_defaults, profile};
use preflight::profile::{Plan, Profile, parse};
use preflight::reader::{self, Screen};
use preflight::report::Outcome;
use preflight::snapshot::Flags;
use preflight::{audit, html};

fn labels(seed: &str) -> Vec<String> {
    let profile = profile(seed);
    let features = profile.features.iter().map(|f| f.id.clone()).collect();
    audit::needs(&[Plan { profile, features }]).labels
}

#[test]
fn what_names_and_ties_records_is_always_needed() {
    for seed in SEEDS {
        let labels = labels(seed);
        // By every name that a field has: agents may be called Technicians.
        for label in ["username", "rolename", "applicationname", "agenttologinas", "roles"] {
            assert!(labels.iter().any(|l| l == label), "{seed}: {label}");
        }
    }
}

#[test]
fn secrets_and_closed_scales_are_never_needed() {
    for seed in SEEDS {
        for label in ["clientsecret", "clientid", "ticketsaccesslevel", "readtickets"] {
            assert!(!labels(seed).iter().any(|l| l == label), "{seed}: {label}");
        }
    }
}

#[test]
fn what_no_profile_compares_is_not_needed() {
    let all: Vec<String> = SEEDS.iter().flat_map(|seed| labels(seed)).collect();
    assert!(!all.iter().any(|l| l == "emailaddress"), "{all:?}");
}

/// A profile with one requirement on a field list.
fn of_list(expect: &str) -> Profile {
    let text = format!(
        r#"{{"schema": "preflight-profile/1", "id": "acme", "version": "1", "name": "Acme", "summary": "",
        "sources": {{"guide": {{"title": "Set-up"}}}},
        "features": [{{"id": "sync", "name": "Sync", "summary": "", "default": true}}],
        "requirements": [{{"id": "it", "screen": "ticket-type.field-list", "field": "Summary", "expect": {{"{expect}": true}}, "why": "", "source": {{"of": "guide", "lines": [1]}}}}]}}"#
    );
    parse::parse(&text).unwrap()
}

/// The field list as a browser captures it: the texts of these entries are withheld.
fn field_list(withheld: bool, second: &str) -> Screen {
    let rows: String = ["Details", second]
        .map(|name| format!("<div class=rt-tr-group><div class=rt-tr><div class=rt-td>{name}</div></div></div>"))
        .concat();
    let page = format!(
        "<html><body><div class=app-container><div class='details_page_title'>Acme</div><div class=tablist><div class='tabsheet \
         tabselected'>Field List</div></div><div class=details-group><div class='details-group-header title'>Field List</div><div \
         class=ReactTable><div class=rt-tbody>{rows}</div></div></div></div></body></html>"
    );
    let url = "https://demo.halopsa.com/config/tickets/tickettype?id=4";
    let mut snapshot = html::snapshot(page.as_bytes(), Some(url)).unwrap();
    let at = snapshot.nodes.text.iter().position(|t| t == second).unwrap();
    if withheld {
        snapshot.nodes.text[at].clear();
        snapshot.nodes.flags[at] |= Flags::WITHHELD;
    }
    reader::read(&snapshot, "page").unwrap()
}

#[test]
fn an_entry_that_was_not_captured_may_be_the_one_and_is_asked_for() {
    for (expect, there, not_there) in
        [("absent", Outcome::Excess, Outcome::Met), ("present", Outcome::Met, Outcome::Missing)]
    {
        let profile = of_list(expect);
        let outcome = |screen: Screen| audit_with_defaults(&profile, &[screen]).findings[0].outcome;
        assert_eq!(outcome(field_list(false, "Summary")), there, "{expect}");
        assert_eq!(outcome(field_list(false, "Start Date")), not_there, "{expect}");
        assert_eq!(outcome(field_list(true, "Summary")), Outcome::Review, "{expect}");
        let plans = [Plan { features: profile.choose(&[]).unwrap(), profile }];
        assert!(audit::needs(&plans).labels.iter().any(|label| label == "fieldlist"), "{expect}");
        assert_eq!(audit::ask(&plans, &field_list(true, "Summary")).len(), 1, "{expect}");
        assert_eq!(audit::ask(&plans, &field_list(false, "Summary")).len(), 0, "{expect}");
    }
}
