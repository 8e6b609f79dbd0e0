//! Preflight's core: pure functions from a page to a report.
//!
//! ```text
//! the open page ──capture──▶ Snapshot ──read──▶ Screen ──audit──▶ Report ──▶ marks, panel, exports
//! a saved .html ──html─────▶ Snapshot
//! ```
//!
//! [`snapshot`] is the input, [`html`] makes one of a saved page, [`vocabulary`] holds Halo's words, [`reader`] makes a
//! [`reader::Screen`] of a snapshot, [`profile`] is what a vendor asks for, [`evidence`] what was seen so far, [`audit`]
//! compares them, [`report`] is the result, [`guide`] the way through it step by step, and [`render`] lays both out in the texts
//! of [`words`]; [`link`] and [`render::site`] are for vendors' documents. `wasm` (for the extension) and `cli` only pass data in and out.

pub mod audit;
pub mod diagnosis;
pub mod evidence;
pub mod guide;
#[cfg(not(target_arch = "wasm32"))]
pub mod html;
#[allow(clippy::unreadable_literal, reason = "generated")]
pub mod limits;
#[cfg(not(target_arch = "wasm32"))]
pub mod link;
pub mod profile;
pub mod reader;
pub mod render;
pub mod report;
pub mod rights;
pub mod seen;
pub mod snapshot;
pub mod vocabulary;
#[cfg(target_arch = "wasm32")]
pub mod wasm;
pub mod words;
