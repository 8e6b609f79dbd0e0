//! What a value means on its field: the page's words become the vocabulary's.

use serde::{Deserialize, Serialize};

use super::values::Raw;
use crate::vocabulary::{Field, Kind, key};

/// A value as the audit sees it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Value {
    /// Not set: the words, the placeholder, or nothing.
    Empty,
    /// A value on the field's scale, in the vocabulary's wording.
    Word(String),
    /// A bare number where a word belongs. Never decoded (facts, section 9).
    Number(String),
    /// Text that is on no scale.
    Text(String),
    /// Entries of a list.
    List(Vec<String>),
    /// Something is there that was not captured.
    Withheld,
    /// Places that contradict each other.
    Conflict(Vec<String>),
}

impl Value {
    /// For people: the value as one text; `None` when there is nothing to show.
    #[must_use]
    pub fn shown(&self) -> Option<String> {
        match self {
            Self::Empty => Some("Not set".into()),
            Self::Word(text) | Self::Number(text) | Self::Text(text) => Some(text.clone()),
            Self::List(list) if list.is_empty() => Some("Not set".into()),
            Self::List(list) => Some(list.join(", ")),
            Self::Withheld => None,
            Self::Conflict(all) => Some(all.join(" / ")),
        }
    }
}

/// What a place says about a field.
#[must_use]
pub fn value(field: &Field, raw: Option<&Raw>) -> Value {
    match raw {
        None | Some(Raw::Blank) if field.kind == Kind::List => Value::List(Vec::new()),
        None | Some(Raw::Blank) => Value::Empty,
        Some(Raw::Ticked(true)) => Value::Word("Yes".into()),
        Some(Raw::Ticked(false)) => Value::Word("No".into()),
        Some(Raw::Withheld(_)) => Value::Withheld,
        Some(Raw::Chosen(list)) if field.kind == Kind::List => Value::List(list.clone()),
        Some(Raw::Chosen(list)) => word(field, &list.join(", ")),
        Some(Raw::Text { parts, title }) if field.kind == Kind::List => Value::List(entries(parts, title)),
        Some(Raw::Text { parts, title }) => one_of(field, &parts.join(" "), title),
    }
}

/// Chips in read mode are parts; a list in one text is separated by commas.
fn entries(parts: &[String], title: &str) -> Vec<String> {
    let split = |text: &str| -> Vec<String> {
        text.split([',', ';'])
            .map(str::trim)
            .filter(|e| !e.is_empty() && key(e) != "notset")
            .map(str::to_owned)
            .collect()
    };
    match parts {
        [] => split(title),
        [one] if is_prefix(one, title) => split(title),
        [one] => split(one),
        many => many.iter().filter(|e| !key(e).is_empty()).cloned().collect(),
    }
}

/// Text and `title` say the same, one of them perhaps shortened or decorated (facts, 2.1).
fn one_of(field: &Field, text: &str, title: &str) -> Value {
    let (shown, full) = (word(field, text), word(field, title));
    match (&shown, &full) {
        _ if title.is_empty() || shown == full => shown,
        _ if text.is_empty() => full,
        (Value::Text(a), Value::Text(b)) if is_prefix(b, a) => shown,
        (Value::Text(a), Value::Text(b)) if is_prefix(a, b) => full,
        (Value::Text(_), Value::Word(_)) => full,
        (Value::Word(_), Value::Text(_)) => shown,
        _ => Value::Conflict(vec![text.to_owned(), title.to_owned()]),
    }
}

fn is_prefix(short: &str, long: &str) -> bool {
    key(long).starts_with(&key(short))
}

fn word(field: &Field, text: &str) -> Value {
    let key = key(text);
    let scaled = !matches!(field.kind, Kind::Text | Kind::List);
    if key.is_empty() || key == "notset" || (scaled && key == "select") {
        return Value::Empty;
    }
    // What was shortened may be the start of another value ("Read Only" of "Read Only (All), Modify Own").
    if !scaled || text.ends_with('…') || text.ends_with("...") {
        return Value::Text(text.to_owned());
    }
    if let Some(value) = field.value(text) {
        return Value::Word(value.to_owned());
    }
    let boolean = field.value("Yes").is_some();
    match key.as_str() {
        "true" if boolean => Value::Word("Yes".into()),
        "false" if boolean => Value::Word("No".into()),
        // "No" and "No Access" are on every scale (facts, section 12), under whatever name its lowest step has.
        "no" | "noaccess" => Value::Word("No Access".into()),
        k if k.chars().all(|c| c.is_ascii_digit()) => Value::Number(text.to_owned()),
        _ => Value::Text(text.to_owned()),
    }
}
