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

/// What a place says about a field whose label reads so on the page.
#[must_use]
pub fn value(field: &Field, label: &str, raw: Option<&Raw>) -> Value {
    match raw {
        None | Some(Raw::Blank) if field.kind == Kind::List => Value::List(Vec::new()),
        None | Some(Raw::Blank) => Value::Empty,
        Some(Raw::Ticked(true)) => Value::Word("Yes".into()),
        Some(Raw::Ticked(false)) => Value::Word("No".into()),
        // Something will stand there; nobody knows what.
        Some(Raw::Withheld(_) | Raw::Pending) => Value::Withheld,
        Some(Raw::Unclear(all)) => Value::Conflict(all.clone()),
        Some(Raw::Chosen(list)) if field.kind == Kind::List => Value::List(list.clone()),
        Some(Raw::Chosen(list)) => word(field, &list.join(", ")),
        Some(Raw::Text { parts, title, .. }) if field.kind == Kind::List => entries(parts, title),
        Some(Raw::Text { parts, title, hints }) => {
            contradicted(field, one_of(field, label, &parts.join(" "), title), hints)
        }
    }
}

/// Elements separate the entries of a list (chips in read mode). One text with a comma in it may be several entries or a
/// single name ("Smith, John"): it stays a text.
fn entries(parts: &[String], title: &str) -> Value {
    let one = |text: &str| match key(text).as_str() {
        "" | "notset" => Value::List(Vec::new()),
        _ if text.trim().trim_end_matches([',', ';']).contains([',', ';']) => Value::Text(text.trim().to_owned()),
        _ => Value::List(vec![entry(text)]),
    };
    match parts {
        [] => one(title),
        [text] if is_prefix(text, title) => one(title),
        [text] => one(text),
        many => Value::List(many.iter().filter(|e| !key(e).is_empty()).map(|e| entry(e)).collect()),
    }
}

fn entry(text: &str) -> String {
    text.trim_matches(|c: char| c.is_whitespace() || c == ',' || c == ';').to_owned()
}

/// Text and `title` say the same, one of them perhaps shortened, or decorated with the field's own label (facts, 2.1).
/// Anything else that only one of them says is a doubt ("Inherited" beside a `title` of "Read Only").
fn one_of(field: &Field, label: &str, text: &str, title: &str) -> Value {
    let (shown, full) = (word(field, text), word(field, title));
    let is_same = |known: &str, other: &str| is_shortened(other, known) || is_decorated(other, known, field, label);
    match (&shown, &full) {
        _ if title.is_empty() || shown == full => shown,
        _ if text.is_empty() => full,
        (Value::Text(a), Value::Text(b)) if is_prefix(b, a) => shown,
        (Value::Text(a), Value::Text(b)) if is_prefix(a, b) => full,
        (Value::Text(_), Value::Word(_)) if is_same(title, text) => full,
        (Value::Word(_), Value::Text(_)) if is_same(text, title) => shown,
        (Value::Empty, Value::Text(_)) if is_decorated(title, text, field, label) => shown,
        (Value::Text(_), Value::Empty) if is_decorated(text, title, field, label) => full,
        _ => Value::Conflict(vec![text.to_owned(), title.to_owned()]),
    }
}

/// A value beside which something else is said that is on the field's scale too.
fn contradicted(field: &Field, value: Value, hints: &[String]) -> Value {
    if !matches!(value, Value::Word(_) | Value::Empty) {
        return value;
    }
    let other = |hint: &String| Some(word(field, hint)).filter(|said| matches!(said, Value::Word(_)) && *said != value);
    match hints.iter().find_map(other) {
        Some(said) => Value::Conflict([value, said].iter().filter_map(Value::shown).collect()),
        None => value,
    }
}

/// "Read and…" of "Read and Modify".
fn is_shortened(text: &str, full: &str) -> bool {
    !key(text).is_empty() && is_prefix(text, full)
}

/// "Tickets Access Level: Read Only".
fn is_decorated(text: &str, value: &str, field: &Field, label: &str) -> bool {
    let (text, value) = (key(text), key(value));
    [field.label, label].iter().any(|name| text == key(name) + &value)
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
    // Who asks does not say.
    if scaled && text.trim_end().ends_with('?') {
        return Value::Text(text.to_owned());
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
