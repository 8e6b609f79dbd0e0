//! What must hold for every page: nothing panics, nothing is guessed.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod support;

use preflight::html;
use preflight::reader::{self, Screen};
use preflight::report::{Outcome, Report};
use preflight::snapshot::{Flags, NO_PARENT, Snapshot};
use proptest::prelude::*;
use support::{SEEDS, audit_with_defaults, profile, snapshot};

fn audit_page(seed: &str, snapshot: &Snapshot) -> Report {
    let screen = reader::read(snapshot, "page").expect("sound");
    audit_with_defaults(&profile(seed), &[screen])
}

fn met(report: &Report) -> Vec<&str> {
    report.findings.iter().filter(|f| f.outcome == Outcome::Met).map(|f| f.id.as_str()).collect()
}

/// Hides some nodes, as a page does that has not rendered everything yet.
fn hide(snapshot: &Snapshot, share: &[prop::sample::Index]) -> Snapshot {
    let mut hidden = snapshot.clone();
    for index in share {
        let at = index.index(hidden.nodes.flags.len());
        hidden.nodes.flags[at] |= Flags::HIDDEN;
    }
    hidden
}

fn page() -> impl Strategy<Value = (&'static str, &'static str, &'static str)> {
    (
        prop::sample::select(&SEEDS[..]),
        prop::sample::select(&support::SCREENS[..]),
        prop::sample::select(&["read", "edit"][..]),
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_page_or_an_error(text in "\\PC{0,400}") {
        if let Ok(snapshot) = html::snapshot(text.as_bytes(), None) {
            reader::read(&snapshot, "page").unwrap();
        }
    }

    #[test]
    fn any_bytes_are_a_page_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(snapshot) = html::snapshot(&bytes, None) {
            reader::read(&snapshot, "page").unwrap();
        }
    }

    #[test]
    fn a_malformed_snapshot_is_an_error_and_never_a_panic(
        tag in prop::collection::vec("[a-z]{1,6}", 0..6), parent in prop::collection::vec(prop_oneof![Just(NO_PARENT), 0u32..8], 0..6),
        text in prop::collection::vec("[ -~]{0,9}", 0..6), flags in prop::collection::vec(any::<u8>(), 0..6),
        node in prop::collection::vec(0u32..8, 0..6),
    ) {
        let mut snapshot = Snapshot::default();
        snapshot.attrs.name = node.iter().map(|_| "class".to_owned()).collect();
        snapshot.attrs.value = node.iter().map(|_| "read-value".to_owned()).collect();
        (snapshot.nodes.tag, snapshot.nodes.parent, snapshot.nodes.text, snapshot.nodes.flags) = (tag, parent, text, flags);
        snapshot.attrs.node = node;
        let _ = reader::read(&snapshot, "page");
    }

    /// A page that shows less never has more that is met: absence is never taken for a good value. Only a text beside a
    /// conflicting one is better off alone, and these pages have none.
    #[test]
    fn what_is_not_rendered_is_not_met((seed, screen, mode) in page(), share in prop::collection::vec(any::<prop::sample::Index>(), 1..40)) {
        let whole = snapshot(seed, screen, mode);
        let less = hide(&whole, &share);
        let (before, after) = (audit_page(seed, &whole), audit_page(seed, &less));
        for id in met(&after) {
            prop_assert!(met(&before).contains(&id), "{id} is met on less of the page");
        }
    }

    /// A save that breaks off anywhere has no finding met that the whole page has not.
    #[test]
    fn a_page_that_is_cut_off_anywhere_is_not_met_by_it((seed, screen, mode) in page(), at in any::<prop::sample::Index>()) {
        let text = support::text(&format!("tests/pages/{seed}/{screen}.{mode}.html"));
        let mut cut = at.index(text.len());
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        let Ok(part) = html::snapshot(&text.as_bytes()[..cut], None) else { return Ok(()) };
        let whole = html::snapshot(text.as_bytes(), None).unwrap();
        let (before, after) = (audit_page(seed, &whole), audit_page(seed, &part));
        for id in met(&after) {
            prop_assert!(met(&before).contains(&id), "{id} is met on a part of the page");
        }
    }

    /// The order in which screens of different kinds were seen does not matter.
    #[test]
    fn the_order_of_the_pages_does_not_matter(seed in prop::sample::select(&SEEDS[..]), order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle()) {
        let screens: Vec<Screen> = support::SCREENS.iter().map(|s| reader::read(&snapshot(seed, s, "read"), s).unwrap()).collect();
        let shuffled: Vec<Screen> = order.iter().map(|i| screens[*i].clone()).collect();
        let profile = profile(seed);
        prop_assert_eq!(audit_with_defaults(&profile, &screens).findings, audit_with_defaults(&profile, &shuffled).findings);
    }
}
