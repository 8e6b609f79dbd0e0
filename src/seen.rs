//! What was seen of one tenant, as the extension keeps it: the latest reading of each screen of each record.
//!
//! It stays in the core from one judgement to the next, so that a repaint costs what the open page costs, however many
//! screens were seen before.

use std::slice;

use crate::reader::{Reading, Record, Screen, Status};
use crate::vocabulary::typed;

/// The latest readings, oldest first.
#[derive(Debug, Default)]
pub struct Seen {
    keys: Vec<String>,
    screens: Vec<Screen>,
}

impl Seen {
    /// Takes a reading in, in place of an earlier one of the same key; true when it says something new.
    pub fn put(&mut self, key: &str, screen: Screen) -> bool {
        let screen = whole(screen);
        let before = self.take(key);
        let is_new = before.is_none_or(|(_, before)| Screen { seen: screen.seen.clone(), ..before } != screen);
        self.keys.push(key.to_owned());
        self.screens.push(screen);
        is_new
    }

    /// Forgets a reading.
    pub fn remove(&mut self, key: &str) {
        self.take(key);
    }

    /// All readings, oldest first.
    #[must_use]
    pub fn screens(&self) -> &[Screen] {
        &self.screens
    }

    /// What holds while a page is open that shows this: the page stands last, in place of the earlier reading of the same
    /// key, which `view` gets besides.
    pub fn with_open<T>(&mut self, key: Option<&str>, open: Screen, view: impl FnOnce(&[Screen], &[Screen]) -> T) -> T {
        let mut open = self.named_as_saved(open);
        open.exists |= self.is_saved_without_id(&open);
        let before = key.and_then(|key| self.take(key));
        self.screens.push(open);
        let seen = view(&self.screens, before.as_ref().map(|(_, screen)| slice::from_ref(screen)).unwrap_or_default());
        self.screens.pop();
        if let (Some((at, screen)), Some(key)) = (before, key) {
            self.keys.insert(at, key.to_owned());
            self.screens.insert(at, screen);
        }
        seen
    }

    /// A name that is being edited names nothing until it is saved: the record is the one that has this id.
    fn named_as_saved(&self, mut open: Screen) -> Screen {
        let saved = |id: &str, kind| {
            let own = self.screens.iter().rev().filter_map(|s| s.record.as_ref());
            own.into_iter().find(|r| r.kind == kind && r.id.as_deref() == Some(id) && r.name.is_some())
        };
        let is_saved = open.is_saved();
        if let Some(record) = open.record.as_mut().filter(|_| !is_saved)
            && let Some(known) = record.id.as_deref().and_then(|id| saved(id, record.kind))
        {
            record.name.clone_from(&known.name);
        }
        open
    }

    /// Whether a record with this name was seen as it is saved, with an address without an id: then none says nothing.
    fn is_saved_without_id(&self, open: &Screen) -> bool {
        let unnumbered = |screen: &Screen| screen.record.clone().filter(|record| record.id.is_none());
        let Some((kind, Some(name))) = unnumbered(open).map(|r| (r.kind, r.name)) else { return false };
        let is_its = |r: &Record| r.kind == kind && r.name.as_deref().is_some_and(|n| typed(n) == typed(&name));
        self.screens.iter().filter(|s| s.is_saved()).any(|s| unnumbered(s).is_some_and(|r| is_its(&r)))
    }

    fn take(&mut self, key: &str) -> Option<(usize, Screen)> {
        let at = self.keys.iter().position(|known| known == key)?;
        self.keys.remove(at);
        Some((at, self.screens.remove(at)))
    }
}

/// Which screen of which record a page shows; `None` for what is no evidence. A record whose name is still to be captured is
/// none yet: later it would stand beside itself.
#[must_use]
pub fn key_of(Screen { id, record, status, .. }: &Screen) -> Option<String> {
    let id = id.filter(|_| *status == Status::Read)?.id();
    let Some(record) = record else { return Some(format!("{id} ")) };
    if record.name.is_none() && record.id.is_none() && record.ask.is_some() {
        return None;
    }
    let name = record.id.as_ref().or(record.name.as_ref()).map_or("", String::as_str);
    Some(format!("{id} {name}"))
}

/// A reading as it is kept: without what holds on the open page only, and without a label that says what the field says.
#[must_use]
pub fn kept(screen: &Screen) -> Screen {
    let kept = |reading: &Reading| {
        let label = if reading.label == reading.field { String::new() } else { reading.label.clone() };
        Reading { label, target: None, label_node: None, ask: Vec::new(), ..reading.clone() }
    };
    let Screen { page, status, id, candidates, mode, record, cloud, truncated, readings, bare, conceals, exists, seen } =
        screen;
    Screen {
        page: page.clone(),
        status: *status,
        id: *id,
        candidates: candidates.clone(),
        mode: *mode,
        record: record.clone(),
        cloud: *cloud,
        truncated: *truncated,
        readings: readings.iter().map(kept).collect(),
        bare: bare.clone(),
        conceals: *conceals,
        exists: *exists,
        seen: seen.clone(),
    }
}

/// The reading that was [`kept`]; one that an earlier version kept whole stays as it is.
#[must_use]
pub fn whole(mut screen: Screen) -> Screen {
    for reading in &mut screen.readings {
        if reading.label.is_empty() {
            reading.label.clone_from(&reading.field);
        }
    }
    screen
}

#[cfg(test)]
mod tests {
    use super::{Seen, kept, key_of, whole};
    use crate::reader::{Mode, Reading, Record, Screen, Status, Value};
    use crate::vocabulary::{RecordKind, ScreenId};

    fn screen(field: &str, label: &str, value: &str) -> Screen {
        let reading = Reading {
            field: field.into(),
            label: label.into(),
            value: Value::Word(value.into()),
            target: Some(7),
            label_node: Some(6),
            ask: vec![7],
            partial: false,
        };
        Screen {
            id: Some(ScreenId::ApplicationPermissions),
            status: Status::Read,
            mode: Some(Mode::Read),
            record: Some(Record { kind: RecordKind::Application, id: Some("1".into()), name: None, ask: None }),
            readings: vec![reading],
            ..Screen::unreadable("https://acme.halopsa.com/config")
        }
    }

    fn fields(screens: &[Screen]) -> Vec<&str> {
        screens.iter().flat_map(|s| &s.readings).map(|r| r.field.as_str()).collect()
    }

    #[test]
    fn what_is_kept_says_the_same_without_what_holds_on_the_open_page_only() {
        for label in ["edit:tickets", "Edit tickets"] {
            let open = screen("edit:tickets", label, "Yes");
            let text = serde_json::to_string(&kept(&open)).unwrap_or_default();
            let back: Screen = serde_json::from_str(&text).unwrap_or_else(|_| Screen::unreadable(""));
            assert!(["target", "ask\":[", "label_node"].iter().all(|part| !text.contains(part)), "{text}");
            let said = |s: &Screen| {
                s.readings.iter().map(|r| (r.field.clone(), r.label.clone(), r.value.clone())).collect::<Vec<_>>()
            };
            assert_eq!(said(&whole(back)), said(&open));
        }
    }

    #[test]
    fn a_later_reading_of_the_same_key_takes_the_place_of_the_earlier_and_is_the_newest() {
        let mut seen = Seen::default();
        assert!(seen.put("a", screen("a", "a", "No")));
        assert!(seen.put("b", screen("b", "b", "No")));
        assert!(!seen.put("a", Screen { seen: Some("later".into()), ..screen("a", "a", "No") }), "the time is no news");
        assert_eq!(fields(seen.screens()), ["b", "a"]);
        assert!(seen.put("a", screen("a", "a", "Yes")));
        seen.remove("b");
        assert_eq!(fields(seen.screens()), ["a"]);
    }

    #[test]
    fn an_open_page_stands_in_the_place_of_its_earlier_reading_and_leaves_no_trace() {
        let mut seen = Seen::default();
        seen.put("a", screen("a", "a", "No"));
        seen.put("b", screen("b", "b", "No"));
        let (during, before) = seen.with_open(Some("a"), screen("open", "open", "Yes"), |all, before| {
            (fields(all).join(" "), fields(before).join(" "))
        });
        assert_eq!((during.as_str(), before.as_str()), ("b open", "a"));
        assert_eq!(fields(seen.screens()), ["a", "b"]);
        assert_eq!(seen.with_open(None, screen("open", "open", "Yes"), |all, _| all.len()), 3);
    }

    #[test]
    fn a_name_that_is_being_edited_names_nothing_until_it_is_saved() {
        let named = |mode, name: &str| {
            let mut page = Screen { mode: Some(mode), ..screen("a", "a", "No") };
            page.record = Some(Record {
                kind: RecordKind::Application,
                id: Some("1".into()),
                name: Some(name.into()),
                ask: None,
            });
            page
        };
        let mut seen = Seen::default();
        seen.put("a", named(Mode::Read, "Moovila API"));
        let mut name_of =
            |open| seen.with_open(Some("a"), open, |all, _| all.last().and_then(|s| s.record.as_ref()?.name.clone()));
        assert_eq!(name_of(named(Mode::Edit, "Moo")).as_deref(), Some("Moovila API"));
        assert_eq!(name_of(named(Mode::Read, "Moo")).as_deref(), Some("Moo"));
    }

    /// Where saved records have no id in their address, a form without one is not a new record's.
    #[test]
    fn a_record_that_was_seen_saved_without_an_id_is_not_new_while_it_is_edited() {
        let page = |mode, id: Option<&str>, name: &str| {
            let (id, name) = (id.map(str::to_owned), Some(name.to_owned()));
            let record = Some(Record { kind: RecordKind::Application, id, name, ask: None });
            Screen { mode: Some(mode), record, ..screen("a", "a", "No") }
        };
        let is_new = |saved: Screen, open: Screen| {
            let mut seen = Seen::default();
            let key = key_of(&saved).unwrap_or_default();
            seen.put(&key, saved);
            let key = key_of(&open);
            seen.with_open(key.as_deref(), open, |all, _| all.last().is_some_and(Screen::is_new))
        };
        let saved = page(Mode::Read, None, "Moovila API");
        assert!(!is_new(saved.clone(), page(Mode::Edit, None, "Moovila API")));
        for open in [page(Mode::Edit, None, "Moovila-API"), page(Mode::Edit, Some("-1"), "Moovila API")] {
            assert!(is_new(saved.clone(), open));
        }
        // Here saved records have an id in their address.
        assert!(is_new(page(Mode::Read, Some("7"), "Moovila API"), page(Mode::Edit, None, "Moovila API")));
    }

    #[test]
    fn a_record_whose_name_is_still_to_be_captured_is_no_evidence() {
        let mut open = screen("a", "a", "No");
        assert_eq!(key_of(&open).as_deref(), Some("application.permissions 1"));
        open.record = Some(Record { kind: RecordKind::Application, id: None, name: None, ask: Some(3) });
        assert_eq!(key_of(&open), None);
        open.record =
            Some(Record { kind: RecordKind::Application, id: None, name: Some("Moovila API".into()), ask: None });
        assert_eq!(key_of(&open).as_deref(), Some("application.permissions Moovila API"));
        open.status = Status::StillLoading;
        assert_eq!(key_of(&open), None);
    }
}
