//! A profile in words, as they stand in HTML.

use super::frame;
use crate::profile::{Profile, Source, When};
use crate::render::markup::{each, escaped, plain};
use crate::vocabulary::ScreenId;
use crate::words::Words;

/// A profile with the words to tell it in.
#[derive(Clone, Copy)]
pub(super) struct Writer<'a> {
    pub profile: &'a Profile,
    pub words: &'a dyn Words,
}

impl Writer<'_> {
    /// A word as it stands in HTML.
    pub fn word(&self, id: &str) -> String {
        self.word_with(id, &[])
    }

    pub fn word_with(&self, id: &str, values: &[&str]) -> String {
        let values: Vec<String> =
            values.iter().map(|value| if *value == "\n" { (*value).to_owned() } else { plain(value) }).collect();
        escaped(&self.words.word(id, &values.iter().map(String::as_str).collect::<Vec<_>>()))
    }

    pub fn screen(&self, screen: ScreenId) -> String {
        self.word(&format!("screen_{}", screen.id()))
    }

    /// The document is linked where the sentence has its name.
    pub fn source(&self, source: &Source) -> String {
        format!(
            "<span class=\"source\">{}</span> ",
            self.word_with("source", &["\n"]).replace('\n', &frame::document(source))
        )
    }

    /// On what a requirement or a step depends, in words.
    pub fn only(&self, when: Option<&When>) -> String {
        let Some(When { features, hosting }) = when else { return String::new() };
        let names = self.profile.features.iter().filter(|f| features.contains(&f.id)).map(|f| f.name.as_str());
        let names = names.collect::<Vec<_>>().join(", ");
        let features = if names.is_empty() { String::new() } else { self.word_with("site_only_for", &[&names]) };
        let hosting = hosting.map(|h| self.word(&format!("site_hosting_{}", h.id()))).unwrap_or_default();
        each([features, hosting].iter().filter(|t| !t.is_empty()), |text| {
            format!(" <span class=\"only\">{text}</span>")
        })
    }
}

/// The features that something belongs to, for the script.
pub(super) fn condition(when: Option<&When>) -> String {
    match when.map(|w| w.features.join(" ")) {
        Some(features) if !features.is_empty() => format!(" data-features=\"{}\"", escaped(&features)),
        _ => String::new(),
    }
}
