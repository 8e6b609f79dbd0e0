//! Values of a field: what a text means on its scale, and which of two values grants more.

use super::{Field, Kind, fold, tables};

/// Values that mean "not granted" on every scale (facts, section 12, CONFIRMED).
pub const NOT_GRANTED: [&str; 3] = ["Not set", "No", "No Access"];

/// What stands where nothing is chosen (facts, 2.1, 2.2, 7.2 and 11): words of the screen, never a value.
const NOTHING: &[&str] = &[
    "None",
    "Select...",
    "Unassigned",
    "No Default Team",
    "Not assigned",
    "Not selected",
    "Nothing selected",
    "Please select",
];

/// Whether a text says that nothing is chosen or granted.
#[must_use]
pub fn says_nothing(text: &str) -> bool {
    let own = fold(text);
    let is_stroke = |c: char| c.is_whitespace() || c.is_ascii_punctuation() || matches!(c, '–' | '—' | '…');
    text.chars().all(is_stroke) || NOT_GRANTED.iter().chain(NOTHING).any(|word| fold(word) == own)
}

/// The words that [`says_nothing`] knows.
pub(super) fn words_for_nothing() -> impl Iterator<Item = &'static str> {
    NOT_GRANTED.iter().chain(NOTHING).copied()
}

/// What a text means on a field's scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// This value.
    One(&'static str),
    /// Perhaps one of these values, perhaps another one: too short to tell.
    Unclear(Vec<&'static str>),
    /// No value of the scale.
    Unknown,
}

impl Field {
    /// What a text means: a value as Halo writes it, or in one of the spellings of vendors and older builds (facts, 7.2,
    /// 9 and 10). A text that leaves out what tells two values apart is unclear.
    #[must_use]
    pub fn meaning(&self, text: &str) -> Meaning {
        let own = fold(text);
        if let Some(value) = self.spelled(&own) {
            return Meaning::One(value);
        }
        let uncertain = listed(tables::VALUES_UNCERTAIN, &own).filter_map(|v| self.spelled(&fold(v)));
        let uncertain: Vec<_> = uncertain.collect();
        if !uncertain.is_empty() {
            return Meaning::Unclear(uncertain);
        }
        let canonical: Vec<String> = listed(tables::VALUE_ALIASES, &own).map(fold).collect();
        if let Some(value) = canonical.iter().find_map(|alias| self.spelled(alias)) {
            // "Read, Modify" is a spelling of "Read and Modify", and the beginning of "Read, Modify and Delete".
            let begun = self.scale.iter().map(|(v, _)| *v).filter(|v| *v != value && fold(v).starts_with(&own));
            let values: Vec<_> = std::iter::once(value).chain(begun).collect();
            return if values.len() == 1 { Meaning::One(value) } else { Meaning::Unclear(values) };
        }
        let is_short_for = |value: &&str| {
            let short = fold(without_note(value));
            fold(value) != short && (short == own || canonical.contains(&short))
        };
        let values: Vec<_> = self.scale.iter().map(|(v, _)| *v).filter(is_short_for).collect();
        match values.as_slice() {
            [] => Meaning::Unknown,
            [one] if !self.is_closed() => Meaning::One(one),
            _ => Meaning::Unclear(values),
        }
    }

    /// The value that a text means, where that is certain.
    #[must_use]
    pub fn value(&self, text: &str) -> Option<&'static str> {
        match self.meaning(text) {
            Meaning::One(value) => Some(value),
            Meaning::Unclear(_) | Meaning::Unknown => None,
        }
    }

    /// The other values that somebody may mean who writes this one without what follows in brackets: "Read Only" for
    /// "Read Only (All), Modify Own".
    pub fn longer_forms(&self, value: &str) -> impl Iterator<Item = &'static str> {
        let short = fold(value);
        self.scale.iter().map(|(v, _)| *v).filter(move |v| fold(v) != short && fold(without_note(v)) == short)
    }

    fn spelled(&self, folded: &str) -> Option<&'static str> {
        self.scale.iter().map(|(v, _)| *v).find(|v| fold(v) == folded)
    }

    /// Rank of a value on the scale; `None` where the value or its place is not known.
    #[must_use]
    pub fn rank(&self, value: &str) -> Option<u8> {
        self.scale.iter().find(|(v, _)| *v == value).and_then(|(_, rank)| *rank)
    }

    /// Whether nothing on the scale is stronger.
    #[must_use]
    pub fn is_highest(&self, value: &str) -> bool {
        self.rank(value).is_some_and(|own| self.ranks().all(|rank| rank <= own))
    }

    /// Whether nothing on the scale is weaker.
    #[must_use]
    pub fn is_lowest(&self, value: &str) -> bool {
        self.rank(value).is_some_and(|own| self.ranks().all(|rank| rank >= own))
    }

    fn ranks(&self) -> impl Iterator<Item = u8> {
        self.scale.iter().filter_map(|(_, rank)| *rank)
    }

    /// Whether a value off the scale cannot be right: permission rows and boxes have closed scales, a choice among the
    /// tenant's own things has not.
    #[must_use]
    pub const fn is_closed(&self) -> bool {
        match self.kind {
            Kind::Checkbox | Kind::Scope => true,
            Kind::Choice => !self.section.is_empty(),
            Kind::Text | Kind::List | Kind::Secret => false,
        }
    }

    /// Whether the value grants nothing: a word for nothing, or a lowest step that says so ("Cannot Edit Actions"). The
    /// lowest step of other scales grants something ("Can View Own Appointments Only", "Basic Member").
    #[must_use]
    pub fn grants_nothing(&self, value: &str) -> bool {
        let denies = || value.starts_with("Cannot") || value == "Hidden";
        says_nothing(value) || (self.rank(value) == Some(0) && denies())
    }
}

/// The values beside which a list of spellings has this one.
fn listed(
    spellings: &'static [(&'static str, &'static [&'static str])],
    folded: &str,
) -> impl Iterator<Item = &'static str> {
    spellings.iter().filter(move |(_, all)| all.iter().any(|s| fold(s) == folded)).map(|(value, _)| *value)
}

/// What stands before the first bracket.
fn without_note(value: &str) -> &str {
    value.split_once('(').map_or(value, |(short, _)| short.trim_end())
}
