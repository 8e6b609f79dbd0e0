//! The words that people read. They all stand in `extension/_locales`; the core knows only their ids.

#[cfg(not(target_arch = "wasm32"))]
mod languages;
#[cfg(not(target_arch = "wasm32"))]
mod packaged;

#[cfg(not(target_arch = "wasm32"))]
pub use packaged::Packaged;

/// Who knows the words of one language.
pub trait Words {
    /// The text with this id, as `messages.json` lists it, with `values` in its places. Characters that an id there cannot
    /// have count as `_`: `screen_agent.details` is `screen_agent_details`. An id that is not known is its own text.
    fn word(&self, id: &str, values: &[&str]) -> String;
}

/// An id as it stands in `messages.json`.
#[must_use]
pub fn listed(id: &str) -> String {
    id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect()
}
