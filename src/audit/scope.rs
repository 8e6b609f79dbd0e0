//! Scopes of an application: one may include another.

use super::compare::compare;
use super::place::{self, Place};
use crate::evidence::{Evidence, Seen};
use crate::profile::Expect;
use crate::reader::Value;
use crate::report::{Outcome, Reason};
use crate::vocabulary::{self, ScreenId};

const SCREEN: ScreenId = ScreenId::ApplicationPermissions;

/// Judges a scope on every application that was seen.
pub fn scope(name: &str, expect: &Expect, evidence: &Evidence) -> Place {
    place::records(SCREEN, &evidence.seen(SCREEN, name, None), |seen| on_page(name, expect, seen))
}

fn on_page(name: &str, expect: &Expect, seen: &Seen) -> Place {
    let own = match (vocabulary::field(SCREEN, name), seen.reading) {
        (Some(field), Some(reading)) => Place::of(SCREEN, reading, compare(field, expect, &reading.value, None)),
        _ => Place::bare(SCREEN, Outcome::NotSeen, Reason::NotRendered),
    };
    let granted = |scope: &str| seen.screen.reading(scope).is_some_and(|r| r.value == Value::Word("Yes".into()));
    let including = vocabulary::included_in(name).find(|scope| granted(scope));
    match (own.outcome, expect, including) {
        // `edit:x` is ticked, so `read:x` is granted whether wanted or not.
        (Outcome::Met, Expect::NotGranted(_), Some(by)) => {
            Place { outcome: Outcome::Excess, reason: Some(Reason::Included), found: Some(by.into()), ..own }
        }
        (Outcome::Met, ..) | (_, Expect::NotGranted(_), _) => own,
        (_, _, Some(by)) => {
            Place { outcome: Outcome::Met, reason: Some(Reason::Included), found: Some(by.into()), ..own }
        }
        (_, _, None) if granted("all") => {
            Place { outcome: Outcome::Review, reason: Some(Reason::AllNotCertain), found: Some("all".into()), ..own }
        }
        _ => own,
    }
}
