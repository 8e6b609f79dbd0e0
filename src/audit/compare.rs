//! One value against one operator.

use crate::profile::{Expect, Items};
use crate::reader::Value;
use crate::report::{Outcome, Reason};
use crate::vocabulary::{Field, Kind, key};

/// Outcome and, where it needs saying, the reason.
pub type Verdict = (Outcome, Option<Reason>);

const MET: Verdict = (Outcome::Met, None);
const MISSING: Verdict = (Outcome::Missing, None);
const WRONG: Verdict = (Outcome::Wrong, None);
const EXCESS: Verdict = (Outcome::Excess, None);

const fn review(reason: Reason) -> Verdict {
    (Outcome::Review, Some(reason))
}

/// Judges a value that was seen. `other` is the value that [`Expect::SameAs`] and [`Items::SameAs`] compare with.
pub fn compare(field: &Field, expect: &Expect, value: &Value, other: Option<&Value>) -> Verdict {
    match (value, expect) {
        (Value::Conflict(_), _) => review(Reason::SeveralCandidates),
        (Value::Withheld | Value::Number(_) | Value::Text(_), Expect::Set(_)) => MET,
        (Value::Withheld, _) => review(Reason::NotCaptured),
        (Value::Number(_), _) if field.kind != Kind::Text => review(Reason::BareNumber),
        (_, Expect::Is(wanted)) => exactly(field, wanted, value),
        (_, Expect::AtLeast(wanted)) => at_least(field, wanted, value),
        (_, Expect::AtMost(wanted)) => at_most(field, wanted, value),
        (_, Expect::NotGranted(_)) => not_granted(field, value),
        (_, Expect::Set(_)) => {
            if is_empty(value) {
                MISSING
            } else {
                MET
            }
        }
        (_, Expect::Includes(items)) => includes(items, value, other),
        (_, Expect::SameAs(_)) => same(value, other),
        // The operators that judge no single value: their callers never ask.
        (_, Expect::Present(_) | Expect::Absent(_) | Expect::ByHand(_) | Expect::AnyOf(_)) => review(Reason::ByHand),
    }
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Empty => true,
        Value::List(list) => list.is_empty(),
        _ => false,
    }
}

fn exactly(field: &Field, wanted: &str, value: &Value) -> Verdict {
    match value {
        // Not set, No and No Access are one (facts, section 12).
        value if field.grants_nothing(wanted) && not_granted(field, value) == MET => MET,
        Value::Word(found) if found == wanted => MET,
        Value::Text(found) if key(found) == key(wanted) => MET,
        Value::List(list) if matches!(list.as_slice(), [one] if key(one) == key(wanted)) => MET,
        Value::Word(found) if field.grants_nothing(found) && field.rank(wanted).is_some() => MISSING,
        Value::Text(_) if field.is_closed() => review(Reason::UnknownValue),
        value if is_empty(value) => MISSING,
        _ => WRONG,
    }
}

fn at_least(field: &Field, wanted: &str, value: &Value) -> Verdict {
    match value {
        Value::Word(found) if found == wanted => MET,
        Value::Word(found) if field.grants_nothing(found) => MISSING,
        Value::Word(found) => match (field.rank(found), field.rank(wanted)) {
            (Some(found), Some(wanted)) if found > wanted => MET,
            (Some(_), Some(_)) => WRONG,
            _ => review(Reason::UnknownValue),
        },
        value if is_empty(value) => MISSING,
        _ => review(Reason::UnknownValue),
    }
}

fn at_most(field: &Field, wanted: &str, value: &Value) -> Verdict {
    match value {
        Value::Word(found) if found == wanted || field.grants_nothing(found) => MET,
        Value::Word(found) => match (field.rank(found), field.rank(wanted)) {
            (Some(found), Some(wanted)) if found < wanted => MET,
            (Some(_), Some(_)) => EXCESS,
            _ => review(Reason::UnknownValue),
        },
        value if is_empty(value) => MET,
        _ => review(Reason::UnknownValue),
    }
}

fn not_granted(field: &Field, value: &Value) -> Verdict {
    match value {
        Value::Word(found) if field.grants_nothing(found) => MET,
        Value::Word(_) => EXCESS,
        Value::List(list) if !list.is_empty() => EXCESS,
        value if is_empty(value) => MET,
        _ => review(Reason::UnknownValue),
    }
}

/// The entries of a list; a single value is a list of one.
fn entries(value: &Value) -> Vec<&str> {
    match value {
        Value::List(list) => list.iter().map(String::as_str).collect(),
        Value::Word(one) | Value::Text(one) | Value::Number(one) => vec![one],
        Value::Empty | Value::Withheld | Value::Conflict(_) => Vec::new(),
    }
}

fn includes(items: &Items, value: &Value, other: Option<&Value>) -> Verdict {
    let found = entries(value);
    let has = |wanted: &str| found.iter().any(|f| key(f) == key(wanted));
    let verdict = |all: bool| match (all, found.is_empty()) {
        (true, _) => MET,
        (false, true) => MISSING,
        (false, false) => WRONG,
    };
    match items {
        Items::All(wanted) => verdict(wanted.iter().all(|w| has(w))),
        Items::Any(wanted) if wanted.is_empty() => verdict(!found.is_empty()),
        Items::Any(wanted) => verdict(wanted.iter().any(|w| has(w))),
        Items::SameAs(_) if found.is_empty() => MISSING,
        Items::SameAs(_) => match other {
            None => (Outcome::NotSeen, Some(Reason::OtherNotSeen)),
            Some(Value::Withheld) => review(Reason::NotCaptured),
            Some(Value::Conflict(_)) => review(Reason::SeveralCandidates),
            Some(other) => {
                let wanted = entries(other);
                verdict(!wanted.is_empty() && wanted.iter().all(|w| has(w)))
            }
        },
    }
}

fn same(value: &Value, other: Option<&Value>) -> Verdict {
    if is_empty(value) {
        return MISSING;
    }
    match other {
        None => (Outcome::NotSeen, Some(Reason::OtherNotSeen)),
        Some(Value::Withheld) => review(Reason::NotCaptured),
        Some(Value::Conflict(_)) => review(Reason::SeveralCandidates),
        Some(other) => {
            let keys = |v| entries(v).into_iter().map(key).collect::<Vec<_>>();
            if !is_empty(other) && keys(value) == keys(other) { MET } else { WRONG }
        }
    }
}
