//! Which record counts for which part of an integration.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    missing_docs,
    reason = "a test fails by panicking"
)]

mod support;

use preflight::evidence::{Evidence, Link};
use preflight::reader::{self, Record, Screen};
use support::{assigned, profile, snapshot};

/// Moovila's ticket type that shows nothing by which it could be recognised.
fn ticket_type() -> Screen {
    let page = snapshot("moovila", "ticket-type.details.task", "read");
    reader::read(&page, "task").unwrap()
}

#[test]
fn a_record_that_is_known_to_be_another_part_no_longer_counts() {
    let profile = profile("moovila");
    let task = ticket_type();
    let record = task.record.clone().unwrap();
    let other = Screen {
        record: Some(Record { id: Some("99".into()), name: Some("Another".into()), ..record.clone() }),
        ..task.clone()
    };
    let unnamed = Screen { record: None, ..task.clone() };
    let screens = [task.clone(), other.clone()];
    let counts = |said: &[Link], screen: &Screen| {
        let evidence = Evidence::new(&profile, &screens, assigned(said));
        ["project", "task"].map(|part| evidence.counts(screen, part))
    };
    // As long as nothing is known, each may be either of them.
    assert_eq!((counts(&[], &task), counts(&[], &other)), ([true, true], [true, true]));
    let said = [Link { profile: "moovila".into(), part: "task".into(), record }];
    assert_eq!(counts(&said, &task), [false, true]);
    assert_eq!(counts(&said, &other), [true, false]);
    // A page that names no record is not known to be another one.
    assert_eq!(counts(&said, &unnamed), [true, true]);
}
