//! Scopes of an application: one may include another.

use super::compare::compare;
use super::place::{self, Place};
use crate::evidence::{Evidence, Seen};
use crate::profile::Expect;
use crate::reader::{Screen, Value};
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
    let is_settled = if forbids(expect) { own.outcome == Outcome::Excess } else { own.outcome == Outcome::Met };
    if is_settled {
        return own;
    }
    let granted = |scope: &&str| seen.screen.reading(scope).is_some_and(|r| r.value == Value::Word("Yes".into()));
    let by = |scope: &str, outcome, reason| Place {
        outcome,
        reason: Some(reason),
        found: Some(scope.into()),
        ..own.clone()
    };
    // `edit:x` is ticked, so `read:x` is granted whether wanted or not.
    if let Some(scope) = vocabulary::included_in(name).find(granted) {
        let outcome = if forbids(expect) { Outcome::Excess } else { Outcome::Met };
        return by(scope, outcome, Reason::Included);
    }
    // Of a scope that the tables do not place, `all` may include it too.
    let perhaps = || vocabulary::perhaps_included_in(name).chain(["all"].into_iter().filter(|all| *all != name));
    if let Some(scope) = perhaps().find(granted) {
        return by(scope, Outcome::Review, Reason::AllNotCertain);
    }
    // What this row says alone is not all of it while nobody can tell whether a wider one is ticked.
    let unclear = vocabulary::included_in(name).chain(perhaps()).find_map(|s| Some((s, doubt(s, seen.screen)?)));
    let is_one_absent =
        || vocabulary::included_in(name).chain(perhaps()).any(|scope| seen.screen.reading(scope).is_none());
    match unclear {
        Some((scope, reason)) if own.outcome != Outcome::NotSeen => by(scope, Outcome::Review, reason),
        // A wider one may be ticked in a row that nobody sees: then this one is granted, whatever its own row says.
        None if own.outcome == Outcome::Met && seen.screen.conceals && is_one_absent() => {
            Place { outcome: Outcome::NotSeen, reason: Some(Reason::NotRendered), ..own }
        }
        _ => own,
    }
}

/// Why nobody can tell whether a scope is ticked; `None` where that can be told, or where it is not on the page.
fn doubt(scope: &str, screen: &Screen) -> Option<Reason> {
    match screen.reading(scope).map(|r| &r.value) {
        Some(Value::Word(_) | Value::Empty) => None,
        Some(Value::Conflict(_)) => Some(Reason::SeveralCandidates),
        Some(Value::Withheld) => Some(Reason::NotCaptured),
        Some(Value::Number(_)) => Some(Reason::BareNumber),
        Some(Value::Text(_) | Value::List(_)) => Some(Reason::UnknownValue),
        None => screen.bare.iter().any(|bare| bare == scope).then_some(Reason::UnknownValue),
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
