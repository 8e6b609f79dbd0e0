//! Wording and layout: a report, a diagnosis and a guide as text, Markdown, HTML and CSV, and the site. What is said is
//! decided elsewhere; [`crate::words`] holds the texts.

pub mod csv;
#[cfg(not(target_arch = "wasm32"))]
pub mod diagnosis;
pub mod handout;
pub mod markdown;
pub mod markup;
pub mod print;
mod report;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod text;
