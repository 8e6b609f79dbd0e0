//! One value against one operator.

use crate::profile::{Expect, Items};
use crate::reader::Value;
use crate::report::{Outcome, Reason};
use crate::vocabulary::{Alike, Field, Kind, Meaning, alike, says_nothing};

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
        (_, Expect::Set(_)) => set(field, value),
        (Value::Withheld, _) => review(Reason::NotCaptured),
        (Value::Number(_), _) if field.kind != Kind::Text => review(Reason::BareNumber),
        (_, Expect::Is(wanted)) => sure_of_entries(field, value, each_meaning(field, wanted, value, exactly)),
        (_, Expect::AtLeast(wanted)) => each_meaning(field, wanted, value, at_least),
        (_, Expect::AtMost(wanted)) => each_meaning(field, wanted, value, at_most),
        (_, Expect::NotGranted(_)) => not_granted(field, value),
        (_, Expect::Includes(items)) => sure_of_entries(field, value, includes(items, value, other)),
        (_, Expect::SameAs(_)) => sure_of_entries(field, value, same(value, other)),
        // The operators that judge no single value: their callers never ask.
        (_, Expect::Present(_) | Expect::Absent(_) | Expect::ByHand(_) | Expect::AnyOf(_)) => review(Reason::ByHand),
    }
}

/// One text in the place of a list may be one name with a comma in it, or several: only what it says as a whole is sure.
fn sure_of_entries(field: &Field, value: &Value, verdict: Verdict) -> Verdict {
    match value {
        Value::Text(text) if field.kind == Kind::List && text.contains([',', ';']) && verdict != MET => {
            review(Reason::UnknownValue)
        }
        _ => verdict,
    }
}

/// Judges against each value that the vendor's word may mean. Where they disagree, or where it may mean something else
/// altogether, nobody can tell; that nothing is granted is certain all the same.
fn each_meaning(field: &Field, wanted: &str, value: &Value, judge: fn(&Field, &str, &Value) -> Verdict) -> Verdict {
    match field.meaning(wanted) {
        Meaning::One(wanted) => judge(field, wanted, value),
        Meaning::Unknown => judge(field, wanted, value),
        Meaning::Unclear(values) => {
            let mut verdicts = values.iter().map(|wanted| judge(field, wanted, value));
            match verdicts.next() {
                Some(first) if first == MISSING || (values.len() > 1 && verdicts.all(|v| v == first)) => first,
                _ => review(Reason::AmbiguousValue),
            }
        }
    }
}

/// Whether the field shows that nothing is chosen: blank, or a word for it ("None", "No Access", "*No Default Team*").
fn is_nothing(field: &Field, value: &Value) -> bool {
    match value {
        Value::Empty => true,
        Value::Word(word) => field.grants_nothing(word),
        Value::Text(text) => says_nothing(text),
        Value::List(list) => list.iter().all(|entry| is_no_entry(entry)),
        Value::Number(_) | Value::Withheld | Value::Conflict(_) => false,
    }
}

/// An entry that says that the list is empty. One without a text was not captured.
fn is_no_entry(entry: &str) -> bool {
    !entry.is_empty() && says_nothing(entry)
}

/// Anything but nothing. On a closed scale, only a value that is known can be more than nothing.
fn set(field: &Field, value: &Value) -> Verdict {
    match value {
        value if is_nothing(field, value) => MISSING,
        Value::Withheld if field.is_closed() => review(Reason::NotCaptured),
        Value::Number(_) if field.is_closed() => review(Reason::BareNumber),
        Value::Text(text) if field.is_closed() => unknown(field, text),
        _ => MET,
    }
}

/// A text that is no value of the scale, or too short to tell which one.
fn unknown(field: &Field, text: &str) -> Verdict {
    match field.meaning(text) {
        Meaning::Unclear(_) => review(Reason::AmbiguousValue),
        Meaning::One(_) | Meaning::Unknown => review(Reason::UnknownValue),
    }
}

/// Whether the vendor may mean the longer value that was found: "Read Only" and "Read Only (All), Modify Own".
fn may_mean(field: &Field, wanted: &str, found: &str) -> bool {
    field.longer_forms(wanted).any(|longer| longer == found)
}

fn exactly(field: &Field, wanted: &str, value: &Value) -> Verdict {
    match value {
        // Not set, No and No Access are one (facts, section 12).
        value if field.grants_nothing(wanted) && not_granted(field, value) == MET => MET,
        Value::Word(found) if found == wanted => MET,
        Value::Word(found) if may_mean(field, wanted, found) => review(Reason::AmbiguousValue),
        value if is_nothing(field, value) => MISSING,
        Value::Text(found) if matches!(field.meaning(found), Meaning::Unclear(_)) => review(Reason::AmbiguousValue),
        Value::Text(_) if field.is_closed() => review(Reason::UnknownValue),
        Value::Text(found) => by_name(alike(found, wanted)),
        Value::List(list) if let [one] = list.as_slice() => by_name(alike(one, wanted)),
        _ => WRONG,
    }
}

const fn by_name(alike: Alike) -> Verdict {
    match alike {
        Alike::Same => MET,
        Alike::Nearly => review(Reason::AmbiguousValue),
        Alike::Different => WRONG,
    }
}

fn at_least(field: &Field, wanted: &str, value: &Value) -> Verdict {
    match value {
        Value::Word(found) if found == wanted => MET,
        value if is_nothing(field, value) => MISSING,
        Value::Word(found) => match (field.rank(found), field.rank(wanted)) {
            (Some(found), Some(wanted)) if found > wanted => MET,
            (Some(_), Some(_)) if may_mean(field, wanted, found) => review(Reason::AmbiguousValue),
            (Some(_), Some(_)) => WRONG,
            _ => review(Reason::UnknownValue),
        },
        Value::Text(text) => unknown(field, text),
        _ => review(Reason::UnknownValue),
    }
}

fn at_most(field: &Field, wanted: &str, value: &Value) -> Verdict {
    match value {
        Value::Word(found) if found == wanted => MET,
        value if is_nothing(field, value) => MET,
        Value::Word(found) => match (field.rank(found), field.rank(wanted)) {
            (Some(found), Some(wanted)) if found < wanted => MET,
            (Some(_), Some(_)) if may_mean(field, wanted, found) => review(Reason::AmbiguousValue),
            (Some(_), Some(_)) => EXCESS,
            _ => review(Reason::UnknownValue),
        },
        Value::Text(text) => unknown(field, text),
        _ => review(Reason::UnknownValue),
    }
}

fn not_granted(field: &Field, value: &Value) -> Verdict {
    match value {
        value if is_nothing(field, value) => MET,
        Value::Word(_) | Value::List(_) => EXCESS,
        Value::Text(text) => unknown(field, text),
        _ => review(Reason::UnknownValue),
    }
}

/// The entries of a list; a single value is a list of one.
fn entries(value: &Value) -> Vec<&str> {
    match value {
        Value::List(list) => list.iter().map(String::as_str).filter(|e| !is_no_entry(e)).collect(),
        Value::Word(one) | Value::Text(one) | Value::Number(one) => vec![one],
        Value::Empty | Value::Withheld | Value::Conflict(_) => Vec::new(),
    }
}

/// Whether a list holds an entry of this name. One that was not captured may be it.
fn holds(found: &[&str], wanted: &str) -> Verdict {
    let likeness = |a: Alike| found.iter().any(|entry| alike(entry, wanted) == a);
    if likeness(Alike::Same) {
        MET
    } else if likeness(Alike::Nearly) {
        review(Reason::AmbiguousValue)
    } else if found.contains(&"") {
        review(Reason::NotCaptured)
    } else if found.is_empty() {
        MISSING
    } else {
        WRONG
    }
}

/// The worst of several judgements: what is known to be lacking comes before what is unsure.
fn all_of(verdicts: impl Iterator<Item = Verdict>) -> Verdict {
    verdicts.min_by_key(|(outcome, _)| *outcome).unwrap_or(MET)
}

fn includes(items: &Items, value: &Value, other: Option<&Value>) -> Verdict {
    let found = entries(value);
    match items {
        Items::All(wanted) => all_of(wanted.iter().map(|w| holds(&found, w))),
        Items::Any(wanted) if wanted.is_empty() => {
            if found.is_empty() {
                MISSING
            } else {
                MET
            }
        }
        Items::Any(wanted) => {
            let verdicts = || wanted.iter().map(|w| holds(&found, w));
            verdicts().max_by_key(|(outcome, _)| *outcome).unwrap_or(MISSING)
        }
        Items::SameAs(_) if found.is_empty() => MISSING,
        Items::SameAs(_) => compared(other, |wanted| all_of(wanted.iter().map(|w| holds(&found, w)))),
    }
}

/// Compares with the entries of another value, where that is known.
fn compared(other: Option<&Value>, judge: impl FnOnce(&[&str]) -> Verdict) -> Verdict {
    match other {
        None => (Outcome::NotSeen, Some(Reason::OtherNotSeen)),
        Some(Value::Withheld) => review(Reason::NotCaptured),
        Some(Value::Conflict(_)) => review(Reason::SeveralCandidates),
        Some(other) => match entries(other).as_slice() {
            [] => WRONG,
            wanted => judge(wanted),
        },
    }
}

fn same(value: &Value, other: Option<&Value>) -> Verdict {
    let found: Vec<&str> = entries(value).into_iter().filter(|e| !is_no_entry(e)).collect();
    if found.is_empty() {
        return MISSING;
    }
    compared(other, |wanted| {
        let pairs = found.iter().zip(wanted).map(|(a, b)| by_name(alike(a, b)));
        if found.len() == wanted.len() { all_of(pairs) } else { WRONG }
    })
}

#[cfg(test)]
mod tests;
