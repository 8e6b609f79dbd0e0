//! A diagnosis as plain text. Native only; the panel lays its own out.

use std::fmt::Write as _;

use super::markup::plain;
use crate::diagnosis::{Diagnosis, Likely, State};
use crate::words::Words;

/// One line a cause, likeliest first; an unknown text says so.
#[must_use]
pub fn text(diagnosis: &Diagnosis, words: &dyn Words) -> String {
    let Some(symptom) = &diagnosis.symptom else {
        return words.word("diagnosis_unknown", &[]) + "\n";
    };
    let mut out = words.word("diagnosis_known", &[symptom]) + "\n";
    let state = |cause: &Likely| words.word(&format!("cause_is_{}", cause.state.id()), &[]);
    let width = diagnosis.causes.iter().map(|c| state(c).chars().count()).max().unwrap_or_default();
    for cause in &diagnosis.causes {
        let advice = words.word(&format!("cause_{}", cause.id), &[]);
        let _ = writeln!(out, "  {:<width$}  {advice}{}", state(cause), place(cause, words));
    }
    out
}

fn place(cause: &Likely, words: &dyn Words) -> String {
    let mut place = String::new();
    if let Some(screen) = cause.screen {
        let _ = write!(place, " [{}", words.word(&format!("screen_{}", screen.id()), &[]));
        if let Some(field) = &cause.field {
            let _ = write!(place, ": {}", plain(field));
        }
        if let Some(found) = &cause.found {
            let _ = write!(place, " = {}", plain(found));
        }
        place.push(']');
    }
    if !cause.findings.is_empty() {
        let _ = write!(place, " ({})", cause.findings.join(", "));
    }
    place
}

impl State {
    /// Its id, as serde writes it.
    const fn id(self) -> &'static str {
        match self {
            Self::Seen => "seen",
            Self::Open => "open",
            Self::Fine => "fine",
        }
    }
}
