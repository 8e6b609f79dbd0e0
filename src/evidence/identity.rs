//! Which pages show the same record. One screen may show its id only, another one its name only.

use crate::reader::{Record, Screen, Status};
use crate::vocabulary::{RecordKind, key, typed};

/// Place of a record in [`Identities`].
pub type RecordIndex = usize;

/// Every record of which a page was seen, each once.
#[derive(Debug, Clone, Default)]
pub struct Identities {
    records: Vec<Record>,
    /// The names of the records as they are compared, in the records' order: a tenant may have hundreds of agents.
    names: Vec<Option<Name>>,
    /// The record of each page, in the pages' order; `None` where the page does not tell it.
    of_page: Vec<Option<RecordIndex>>,
}

impl Identities {
    /// Takes the pages oldest first: of a record that was renamed, the latest name counts. One that is just being made is
    /// none of those that are there, whatever name was typed.
    #[must_use]
    pub fn of(screens: &[Screen], is_made: impl Fn(&Screen) -> bool) -> Self {
        let mut all = Self { of_page: vec![None; screens.len()], ..Self::default() };
        // Ids first: a page that shows a name only may belong to a record whose id another page shows.
        for has_id in [true, false] {
            for (at, screen) in screens.iter().enumerate() {
                let record =
                    screen.record.as_ref().filter(|r| screen.status == Status::Read && r.id.is_some() == has_id);
                let record = record.filter(|_| !is_made(screen));
                let index = record.and_then(|record| all.take_in(record));
                all.rename(index, record.and_then(|r| r.name.as_ref()));
                if let (Some(page), Some(index)) = (all.of_page.get_mut(at), index) {
                    *page = Some(index);
                }
            }
        }
        all
    }

    fn rename(&mut self, index: Option<RecordIndex>, name: Option<&String>) {
        let Some((index, name)) = index.zip(name) else { return };
        if let (Some(known), Some(compared)) = (self.records.get_mut(index), self.names.get_mut(index))
            && known.name.as_ref() != Some(name)
        {
            known.name = Some(name.clone());
            *compared = Some(Name::of(name));
        }
    }

    /// The record that a page shows.
    pub fn of_page(&self, at: usize) -> Option<RecordIndex> {
        self.of_page.get(at).copied().flatten()
    }

    pub fn record(&self, index: RecordIndex) -> Option<&Record> {
        self.records.get(index)
    }

    /// The records of a kind.
    pub fn of_kind(&self, kind: RecordKind) -> impl Iterator<Item = (RecordIndex, &Record)> {
        self.records.iter().enumerate().filter(move |(_, record)| record.kind == kind)
    }

    /// The known record that this one is.
    pub fn find(&self, record: &Record) -> Option<RecordIndex> {
        let mut same = self.same(record);
        same.next().filter(|_| same.next().is_none())
    }

    /// The known record that this one is, else this one from now on; `None` where it may be any of several.
    pub fn take_in(&mut self, record: &Record) -> Option<RecordIndex> {
        let mut same = self.same(record);
        let (first, second) = (same.next(), same.next());
        drop(same);
        match (first, second) {
            (Some(index), None) => {
                if self.records.get(index).is_some_and(|known| known.name.is_none()) {
                    self.rename(Some(index), record.name.as_ref());
                }
                Some(index)
            }
            (None, _) if record.id.is_some() || record.name.is_some() => {
                self.records.push(Record { ask: None, ..record.clone() });
                self.names.push(record.name.as_deref().map(Name::of));
                Some(self.records.len() - 1)
            }
            _ => None,
        }
    }

    fn same(&self, record: &Record) -> impl Iterator<Item = RecordIndex> {
        let name = record.name.as_deref().map(Name::of);
        let known = self.records.iter().zip(&self.names).enumerate();
        known
            .filter(move |(_, (known, compared))| {
                known.kind == record.kind && is_same((&known.id, compared.as_ref()), (&record.id, name.as_ref()))
            })
            .map(|(index, _)| index)
    }
}

/// A name as it is compared.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name(String);

impl Name {
    fn of(name: &str) -> Self {
        Self(typed(name))
    }
}

/// The same record; two pages of which one shows only the id and the other only the name cannot be shown to be. The address
/// can be that of another record than the pane shows: two names are two records, whatever the address says.
fn is_same((a, own): (&Option<String>, Option<&Name>), (b, other): (&Option<String>, Option<&Name>)) -> bool {
    let names = own.zip(other).map(|(own, other)| own == other);
    match (a, b) {
        (Some(a), Some(b)) => a.eq_ignore_ascii_case(b) && names != Some(false),
        _ => names == Some(true),
    }
}

/// Known to be another record of the same kind.
pub fn is_other(a: &Record, b: &Record) -> bool {
    let has_other_name = a.name.as_deref().zip(b.name.as_deref()).is_some_and(|(a, b)| !same_name(a, b));
    has_other_name || a.id.as_deref().zip(b.id.as_deref()).is_some_and(|(a, b)| !a.eq_ignore_ascii_case(b))
}

/// Names are one where nobody who reads them could tell them apart: "Moovila API" and "Moovila-API" are two agents.
fn same_name(a: &str, b: &str) -> bool {
    Name::of(a) == Name::of(b)
}

/// A key shorter than this must stand alone: "IT" is no part of "Ithaca".
const LONG: usize = 5;

/// The length of the longest of these names that stands in the text, from the beginning of a word on; `None`: of none.
pub fn carried<'n>(text: &str, names: impl Iterator<Item = &'n str>) -> Option<usize> {
    let starts = word_starts(text);
    let carries = |name: &str| {
        let name = key(name);
        let begins = |start: &usize| text.get(*start..).is_some_and(|rest| begins_with(rest, &name));
        (!name.is_empty() && starts.iter().any(begins)).then_some(name.len())
    };
    names.filter_map(carries).max()
}

fn begins_with(text: &str, name: &str) -> bool {
    let mut rest = name;
    for (at, c) in text.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
        for lower in c.to_lowercase() {
            let Some(next) = rest.strip_prefix(lower) else { return false };
            rest = next;
        }
        if rest.is_empty() {
            let after = text.get(at + c.len_utf8()..).and_then(|text| text.chars().next());
            return name.len() >= LONG || after.is_none_or(|c| !c.is_alphanumeric() || c.is_uppercase());
        }
    }
    false
}

fn word_starts(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut before: Option<char> = None;
    for (at, c) in text.char_indices() {
        let is_start = before.is_none_or(|b| !b.is_alphanumeric() || (b.is_lowercase() && c.is_uppercase()));
        if c.is_alphanumeric() && is_start {
            starts.push(at);
        }
        before = Some(c);
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::carried;

    #[test]
    fn a_name_is_carried_from_the_beginning_of_a_word_on() {
        let carries = |text, name| carried(text, std::iter::once(name)).is_some();
        for (text, name) in [
            ("Moovila API", "Moovila"),
            ("api - moovila", "Moovila"),
            ("MoovilaAPI", "Moovila"),
            ("moovilaapi", "Moovila"),
            ("ApiMoovila", "Moovila"),
            ("N able (sync)", "N-able"),
            ("gradientmsp", "Gradient MSP"),
            ("IT Glue", "IT"),
        ] {
            assert!(carries(text, name), "{text} carries {name}");
        }
        for (text, name) in [
            ("Enable API", "N-able"),
            ("Ithaca", "IT"),
            ("Kit", "IT"),
            ("Moo", "Moovila"),
            ("", "Moovila"),
            ("Any", "-"),
            ("Transit", "Sit"),
            ("EXIT", "IT"),
            ("Remoovila", "Moovila"),
        ] {
            assert!(!carries(text, name), "{text} does not carry {name}");
        }
    }
}
