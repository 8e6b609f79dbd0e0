//! Halo's own words: screens, fields, aliases, value scales, scopes.
//!
//! The data is `halo.json`, made from the facts (`docs/halo/facts.md`); `tables.rs` is made of it, with every
//! label also in the other terms that a tenant can use (Clients = Customers, Items = Products …).

use std::collections::BTreeSet;
use std::sync::LazyLock;

mod hosts;
#[allow(clippy::match_same_arms, reason = "an arm for each entry of the data")]
mod map;
mod same;
mod screen;
mod tables;
mod value;

pub use hosts::{HostKind, host_kind};
pub use same::{Alike, alike, fold, key, typed};
pub use screen::{RecordKind, ScreenId};
pub use value::{Meaning, NOT_GRANTED, says_nothing};

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
    /// What must be chosen elsewhere on the screen for the field to be on the page; `None` where it is always there.
    pub shown_when: Option<Dependence>,
}

/// A field shows only while another field of the same screen has one of these values.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Dependence {
    /// The other field's canonical label.
    pub field: &'static str,
    /// The values with which the field is shown.
    pub is: &'static [&'static str],
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

/// Every name of every field, as a key, with each screen that shows the field.
pub fn names() -> impl Iterator<Item = (&'static str, ScreenId, &'static Field)> {
    let named = tables::LABELS.iter().filter_map(|(key, i)| FIELDS.get(usize::from(*i)).map(|field| (*key, field)));
    named.flat_map(|(key, field)| field.screens.iter().map(move |screen| (key, *screen, field)))
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
        (Some(a), Some(b), None) => {
            [(a, b), (b, a)].into_iter().flat_map(|(verb, object)| spelled(verb, object)).collect()
        }
        _ => return None,
    };
    in_any_order.iter().flat_map(|k| with_key(k)).find(|(_, f)| f.kind == Kind::Scope).map(|(_, f)| f.label)
}

/// Keys of a scope: vendors also write its object in the singular, or in the plural (facts, 7.3).
fn spelled(verb: &str, object: &str) -> [String; 3] {
    let (verb, object) = (key(verb), key(object));
    let one = object.strip_suffix('s').unwrap_or(&object);
    [format!("{verb}{object}"), format!("{verb}{object}s"), format!("{verb}{one}")]
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

/// The scopes that may include this one: nobody has tried (facts, 7.3, INFERRED).
pub fn perhaps_included_in(scope: &str) -> impl Iterator<Item = &'static str> {
    tables::MAY_INCLUDE.iter().filter(move |(_, list)| list.contains(&scope)).map(|(name, _)| *name)
}

/// Whether this is a scope of the sign-in (`offline_access`), which stands in a token and is no row that can be ticked.
#[must_use]
pub fn is_sign_in_scope(text: &str) -> bool {
    tables::SIGN_IN_SCOPES.iter().any(|name| key(name) == key(text))
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
    let values = FIELDS.iter().flat_map(|f| f.scale).map(|(v, _)| *v);
    let spellings = [tables::VALUE_ALIASES, tables::VALUES_UNCERTAIN].into_iter().flatten().flat_map(|(_, all)| *all);
    for value in values.chain(spellings.copied()) {
        // With "&" for "and", too.
        words.extend([key(value), key(&value.replace(" and ", " "))]);
    }
    words.extend(value::words_for_nothing().map(key));
    words.extend(tables::SECTIONS.iter().map(|s| key(s)));
    words.extend(FRAME.iter().map(|w| key(w)));
    words
}

/// Whether a text is one of the product's own words, and not a tenant's.
#[must_use]
pub fn is_frame_word(text: &str) -> bool {
    static KEYS: LazyLock<BTreeSet<String>> =
        LazyLock::new(|| FRAME.iter().chain(tables::SECTIONS).map(|word| key(word)).collect());
    KEYS.contains(&key(text))
}
