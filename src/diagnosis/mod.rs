//! An error text of a vendor's product → its likely causes in this tenant.
//!
//! The table ([`symptoms`]) says what may cause an error; the report says which of these is so here. Nothing is guessed:
//! a text that is not in the table is unknown.

use serde::Serialize;

use crate::evidence::Evidence;
use crate::limits::MAX_ERROR;
use crate::reader::Value;
use crate::report::{Finding, Outcome, Report};
use crate::vocabulary::{ScreenId, key, says_nothing};

mod symptoms;

/// A known error.
pub(crate) struct Symptom {
    id: &'static str,
    /// Any of these; of each, all words must be in the text, in lower case.
    says: &'static [&'static [&'static str]],
    /// Likeliest first.
    causes: &'static [Cause],
}

/// Something that causes it.
#[derive(Clone, Copy)]
pub(crate) struct Cause {
    id: &'static str,
    at: Where,
}

/// Where a cause is to be looked for.
#[derive(Clone, Copy)]
enum Where {
    /// A field; with the value that would be right, where that does not depend on the vendor.
    Field { screen: ScreenId, field: &'static str, wanted: Option<&'static str> },
    /// A permission row of agent or role.
    Row(&'static str),
    /// Any requirement on these screens.
    Screens(&'static [ScreenId]),
    /// A screen that has to be looked at by a person.
    Open(ScreenId),
    /// Not in Halo's configuration.
    Outside,
}

/// The answer to an error text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Diagnosis {
    /// Which known error it is; `null`: none that is known.
    pub symptom: Option<String>,
    /// Its causes: those that were seen first, then those that may be, last those that were seen not to be.
    pub causes: Vec<Likely>,
}

/// One cause.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Likely {
    /// Which cause; worded by whoever shows it.
    pub id: String,
    /// Whether it is so in this tenant.
    pub state: State,
    /// The screen to open; `null` when it is not in Halo's configuration.
    pub screen: Option<ScreenId>,
    /// The field; `null` when there is none of its own.
    pub field: Option<String>,
    /// What the page shows for that field.
    pub found: Option<String>,
    /// Findings that say so.
    pub findings: Vec<String>,
}

/// Whether a cause is so in this tenant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Seen: this is wrong here.
    Seen,
    /// Not seen yet, or for a person to check.
    Open,
    /// Seen to be right.
    Fine,
}

/// Diagnoses an error text in all chosen profiles' evidence.
#[must_use]
pub fn diagnose(text: &str, report: &Report, evidence: &[Evidence]) -> Diagnosis {
    let text: String = text.chars().take(MAX_ERROR).flat_map(char::to_lowercase).collect();
    let says = |s: &&Symptom| s.says.iter().any(|words| words.iter().all(|w| text.contains(w)));
    let Some(symptom) = symptoms::SYMPTOMS.iter().find(says) else {
        return Diagnosis { symptom: None, causes: Vec::new() };
    };
    let mut causes: Vec<Likely> = symptom.causes.iter().map(|c| likely(c, report, evidence)).collect();
    causes.sort_by_key(|c| c.state);
    Diagnosis { symptom: Some(symptom.id.to_owned()), causes }
}

fn likely(cause: &Cause, report: &Report, evidence: &[Evidence]) -> Likely {
    let (screen, field) = match cause.at {
        Where::Field { screen, field, .. } => (Some(screen), Some(field)),
        Where::Row(field) => (Some(ScreenId::AgentPermissions), Some(field)),
        Where::Screens(screens) => (screens.first().copied(), None),
        Where::Open(screen) => (Some(screen), None),
        Where::Outside => (None, None),
    };
    let about = |f: &&Finding| match cause.at {
        Where::Field { screen, field, .. } => f.screen == screen && f.field.as_deref() == Some(field),
        Where::Row(field) => f.screen.has_rows() && f.field.as_deref() == Some(field),
        Where::Screens(screens) => screens.contains(&f.screen),
        Where::Open(_) | Where::Outside => false,
    };
    let findings: Vec<&Finding> =
        report.findings.iter().filter(about).filter(|f| f.outcome != Outcome::NotApplicable).collect();
    let bad: Vec<&Finding> = findings.iter().copied().filter(|f| is_bad(f.outcome)).collect();
    let first = bad.first().or_else(|| findings.first());
    let judged = state(&findings, &bad);
    let (state, found) = match cause.at {
        Where::Field { screen, field, wanted } if findings.is_empty() => {
            // Any of the integrations may be the one that shows the error.
            let seen = evidence.iter().map(|own| seen(screen, field, wanted, own));
            seen.min_by_key(|(state, _)| *state).unwrap_or((State::Open, None))
        }
        _ => (judged, first.and_then(|f| f.found.clone())),
    };
    Likely {
        id: cause.id.to_owned(),
        state,
        screen: first.map(|f| f.screen).or(screen),
        field: field.map(str::to_owned),
        found: field.and(found),
        findings: bad.iter().map(|f| f.id.clone()).collect(),
    }
}

const fn is_bad(outcome: Outcome) -> bool {
    matches!(outcome, Outcome::Missing | Outcome::Wrong | Outcome::Excess)
}

fn state(findings: &[&Finding], bad: &[&Finding]) -> State {
    if !bad.is_empty() {
        State::Seen
    } else if !findings.is_empty() && findings.iter().all(|f| f.outcome == Outcome::Met) {
        State::Fine
    } else {
        State::Open
    }
}

/// A field that the profile does not ask for, but whose right value is the same for everyone.
fn seen(screen: ScreenId, field: &str, wanted: Option<&str>, evidence: &Evidence) -> (State, Option<String>) {
    let seen = evidence.seen(screen, field, None);
    let [only] = seen.as_slice() else { return (State::Open, None) };
    let Some(reading) = only.reading else { return (State::Open, None) };
    let found = reading.value.shown();
    let is_nothing = matches!(&reading.value, Value::Word(text) | Value::Text(text) if says_nothing(text));
    let state = match (&reading.value, wanted) {
        // "None" as the agent to log in as, "*No Default Team*".
        (_, None) if is_nothing => State::Seen,
        (Value::Word(v) | Value::Text(v), Some(wanted)) if key(v) == key(wanted) => State::Fine,
        (Value::Word(_) | Value::Text(_) | Value::Empty, Some(_)) | (Value::Empty, None) => State::Seen,
        _ => State::Open,
    };
    (state, found)
}

#[cfg(test)]
mod tests {
    use super::symptoms::SYMPTOMS;

    #[test]
    fn every_pattern_can_match() {
        for symptom in SYMPTOMS {
            for word in symptom.says.iter().flat_map(|words| words.iter()) {
                assert_eq!(*word, word.to_lowercase(), "{}: texts are compared in lower case", symptom.id);
            }
        }
    }
}
