//! What a profile needs is named before a page is captured, and nothing besides.

use crate::support::{SEEDS, profile};
use preflight::audit;
use preflight::profile::Plan;

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
