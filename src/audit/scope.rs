//! Scopes of an application: one may include another.

use super::compare::compare;
use super::place::{self, Place};
use crate::evidence::{Evidence, Seen};
use crate::profile::Expect;
use crate::reader::Value;
use crate::report::{Outcome, Reason};
use crate::vocabulary::{self, ScreenId, key};

const SCREEN: ScreenId = ScreenId::ApplicationPermissions;

/// Judges a scope on the application; `part` names one of several.
pub fn scope(name: &str, part: Option<&str>, expect: &Expect, evidence: &Evidence) -> Place {
    let candidates = evidence.candidates(SCREEN, name, part);
    place::records(SCREEN, &candidates, evidence, |seen| on_page(name, expect, seen))
}

fn on_page(name: &str, expect: &Expect, seen: &Seen) -> Place {
    let own = match (vocabulary::field(SCREEN, name), seen.reading) {
        (Some(field), Some(reading)) => Place::of(SCREEN, reading, compare(field, expect, &reading.value, None)),
        _ => Place::bare(SCREEN, Outcome::NotSeen, Reason::NotRendered),
    };
    let granted = |scope: &&str| seen.screen.reading(scope).is_some_and(|r| r.value == Value::Word("Yes".into()));
    // `edit:x` is ticked, so `read:x` is granted whether wanted or not.
    let including = vocabulary::included_in(name).find(granted);
    // Of a scope that the tables do not place, `all` may include it too.
    let perhaps = vocabulary::perhaps_included_in(name).chain(["all"]).find(granted);
    let by = |scope: &str, outcome, reason| Place {
        outcome,
        reason: Some(reason),
        found: Some(scope.into()),
        ..own.clone()
    };
    // A wider scope of which nobody can tell whether it is ticked may grant this one.
    let is_unclear = |scope: &&str| {
        let wider = seen.screen.reading(scope).map(|r| &r.value);
        wider.is_some_and(|v| !matches!(v, Value::Word(_) | Value::Empty))
    };
    let unclear = vocabulary::included_in(name).find(is_unclear);
    let is_settled = if forbids(expect) { own.outcome == Outcome::Excess } else { own.outcome == Outcome::Met };
    match (including, perhaps) {
        _ if is_settled => own,
        (Some(scope), _) if forbids(expect) => by(scope, Outcome::Excess, Reason::Included),
        (Some(scope), _) => by(scope, Outcome::Met, Reason::Included),
        (None, Some(scope)) => by(scope, Outcome::Review, Reason::AllNotCertain),
        (None, None) => match unclear.filter(|_| forbids(expect) && own.outcome == Outcome::Met) {
            Some(scope) => by(scope, Outcome::Review, Reason::SeveralCandidates),
            None => own,
        },
    }
}

/// Whether the scope must not be granted.
fn forbids(expect: &Expect) -> bool {
    match expect {
        Expect::NotGranted(_) => true,
        Expect::Is(value) | Expect::AtMost(value) => key(value) == "no",
        _ => false,
    }
}
