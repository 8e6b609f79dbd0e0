//! Halo's own words: screens, fields, aliases, value scales, scopes.
//!
//! The data is `halo.json`, made from the facts (`docs/halo/facts.md`); `build.rs` turns it into static tables, with
//! every label also in the other terms that a tenant can use (Clients = Customers, Items = Products …).

mod screen;

pub use screen::{RecordKind, ScreenId};

mod tables {
    use super::{Field, Kind, ScreenId};
    include!(concat!(env!("OUT_DIR"), "/vocabulary.rs"));
}

pub use tables::FIELDS;

/// A setting on one or more screens.
#[derive(Debug, PartialEq, Eq)]
pub struct Field {
    /// Canonical label (facts, sections 7, 8 and 11).
    pub label: &'static str,
    /// Heading it stands under; empty where that does not matter.
    pub section: &'static str,
    /// What kind of value it has.
    pub kind: Kind,
    /// Where it is shown.
    pub screens: &'static [ScreenId],
    /// Known values, lowest first, with their rank. Equal ranks are not comparable; no rank: order not known.
    pub scale: &'static [(&'static str, Option<u8>)],
}

/// What kind of value a field has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// One of a list.
    Choice,
    /// Yes or No.
    Checkbox,
    /// A scope of an application: Yes or No.
    Scope,
    /// Free text.
    Text,
    /// Several entries.
    List,
    /// Never read.
    Secret,
}

/// How texts are compared: lower case, letters and digits only. Case, blanks, punctuation, kinds of apostrophe and the
/// `*` of a mandatory field do not matter (facts, sections 2.2 and 10).
#[must_use]
pub fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The field with this label (or alias) on this screen.
#[must_use]
pub fn field(screen: ScreenId, label: &str) -> Option<&'static Field> {
    fields(label).find(|(s, _)| *s == screen).map(|(_, f)| f)
}

/// Every field with this label or alias, with the screen that shows it.
pub fn fields(label: &str) -> impl Iterator<Item = (ScreenId, &'static Field)> {
    let own = key(label);
    let turned = || scope(label).map(key);
    let key = if with_key(&own).next().is_none() { turned().unwrap_or(own) } else { own };
    with_key(&key)
}

fn with_key(key: &str) -> impl Iterator<Item = (ScreenId, &'static Field)> + use<> {
    let start = tables::LABELS.partition_point(|(k, _)| *k < key);
    let end = tables::LABELS.partition_point(|(k, _)| *k <= key);
    let hits = tables::LABELS.get(start..end).unwrap_or_default().iter();
    let fields = hits.filter_map(|(_, i)| FIELDS.get(usize::from(*i)));
    fields.flat_map(|f| f.screens.iter().map(move |screen| (*screen, f)))
}

/// The scope that a text means: case, blanks, dots and order do not matter (facts, 7.3: "Read: Tickets",
/// `read.tickets`, `tickets:read`).
#[must_use]
pub fn scope(text: &str) -> Option<&'static str> {
    let mut words = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let in_any_order = match (words.next(), words.next(), words.next()) {
        (Some(one), None, _) => vec![key(one)],
        (Some(a), Some(b), None) => vec![key(a) + &key(b), key(b) + &key(a)],
        _ => return None,
    };
    in_any_order.iter().flat_map(|k| with_key(k)).find(|(_, f)| f.kind == Kind::Scope).map(|(_, f)| f.label)
}

fn words_of(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).map(key).filter(|w| !w.is_empty()).collect()
}

/// Every scope on Halo's list (facts, 7.3).
pub fn scopes() -> impl Iterator<Item = &'static str> {
    tables::INCLUDES.iter().map(|(name, _)| *name)
}

/// The scopes that include this one: `edit:x` includes `read:x` (facts, 7.3).
pub fn included_in(scope: &str) -> impl Iterator<Item = &'static str> {
    tables::INCLUDES.iter().filter(move |(_, list)| list.contains(&scope)).map(|(name, _)| *name)
}

/// Whether this is a scope that vendors ask for and Halo does not have (facts, 7.3).
#[must_use]
pub fn no_such_scope(text: &str) -> bool {
    let wanted = words_of(text);
    tables::NO_SUCH_SCOPES.iter().any(|name| match name.strip_suffix(":*") {
        Some(prefix) => wanted.first().is_some_and(|w| w == prefix),
        None => words_of(name) == wanted,
    })
}

/// Values that mean "not granted" on every scale (facts, section 12, CONFIRMED).
pub const NOT_GRANTED: [&str; 3] = ["Not set", "No", "No Access"];

impl Field {
    /// The value on this field's scale that a text means.
    #[must_use]
    pub fn value(&self, text: &str) -> Option<&'static str> {
        let wanted = key(text);
        let on_scale = |k: &str| self.scale.iter().map(|(v, _)| *v).find(|v| key(v) == k);
        on_scale(&wanted).or_else(|| {
            tables::VALUE_ALIASES
                .iter()
                .filter(|(_, aliases)| aliases.iter().any(|a| key(a) == wanted))
                .find_map(|(canonical, _)| on_scale(&key(canonical)))
        })
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

    /// Whether the value grants nothing: the lowest of an ordered scale, or one of [`NOT_GRANTED`].
    #[must_use]
    pub fn grants_nothing(&self, value: &str) -> bool {
        NOT_GRANTED.iter().any(|n| key(n) == key(value)) || self.rank(value) == Some(0)
    }
}

/// Words of the product around the fields: tabs, buttons, states.
const FRAME: &[&str] = &[
    "Details",
    "Preferences",
    "Departments & Teams",
    "Departments and Teams",
    "Permissions",
    "Access Control",
    "Security",
    "Defaults",
    "Allowed Values",
    "Field List",
    "Edit",
    "Save",
    "Cancel",
    "New",
    "Not set",
    "Select...",
    "Yes",
    "No",
    "No Access",
    "Inherited from Role",
];

/// Keys of every text of the vocabulary, some more than once: what the capture may take without being asked, since it says nothing about a
/// tenant but its settings.
#[must_use]
pub fn words() -> Vec<String> {
    let mut words: Vec<String> = tables::LABELS.iter().map(|(k, _)| (*k).to_owned()).collect();
    words.extend(FIELDS.iter().flat_map(|f| f.scale).map(|(v, _)| key(v)));
    words.extend(tables::VALUE_ALIASES.iter().flat_map(|(_, aliases)| *aliases).map(|a| key(a)));
    words.extend(tables::SECTIONS.iter().map(|s| key(s)));
    words.extend(FRAME.iter().map(|w| key(w)));
    words
}

/// Whether a text is one of the product's own words, and not a tenant's.
#[must_use]
pub fn is_frame_word(text: &str) -> bool {
    let wanted = key(text);
    FRAME.iter().chain(tables::SECTIONS).any(|w| key(w) == wanted)
}
