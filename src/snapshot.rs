//! A page as plain data: the one input of the [`crate::reader`].
//!
//! The content script makes a [`Snapshot`] of the open page, [`crate::html`] makes one of a saved page; both are
//! read by the same code. Columns instead of objects, because a page has thousands of nodes and crosses two
//! boundaries (page → background worker → WebAssembly) on every change.
//!
//! **Privacy.** Text that is neither structure (labels, headings, tabs, buttons) nor one of the vocabulary's own
//! words is *withheld* by the capture: the node says that something stands there ([`Flags::WITHHELD`]), not what.
//! The reader answers with the nodes whose text it needs ([`crate::reader::Screen::ask`]), and only these are captured
//! next time. Secrets ([`Flags::SECRET`]) are never captured at all.

use serde::{Deserialize, Serialize};

use crate::limits::{MAX_ADDRESS, MAX_ATTRIBUTES};

/// Index of a node in [`Nodes`]; parents come before their children.
#[cfg_attr(target_arch = "wasm32", tsify::declare)]
pub type NodeId = u32;

/// Parent of a node without one.
pub const NO_PARENT: u32 = u32::MAX;

/// More nodes than [`MAX_NODES`] are cut off by the capture, which then sets [`Snapshot::truncated`]; longer texts than
/// [`MAX_TEXT`] characters too: no label or value of Halo's is near it.
pub use crate::limits::{MAX_NODES, MAX_TEXT};

/// A captured page.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Snapshot {
    /// Address of the page; empty when it is not known (a saved page without a comment that tells).
    pub url: String,
    /// `document.title`.
    pub title: String,
    /// `lang` of the root element, e.g. `en-GB`; empty when there is none.
    pub lang: String,
    /// Something was cut off (too many nodes, a save that broke off): absence proves nothing on such a page.
    pub truncated: bool,
    /// Elements in document order.
    pub nodes: Nodes,
    /// Attributes of these elements.
    pub attrs: Attrs,
}

impl Snapshot {
    /// Holds the snapshot to the bounds that every capture keeps, whoever made it.
    ///
    /// # Errors
    /// Names the column, the bound, and what to do.
    pub fn check(&self) -> Result<(), String> {
        let Self { url, title, lang, nodes, attrs, .. } = self;
        within("`nodes`", nodes.tag.len(), MAX_NODES)?;
        within("`attrs`", attrs.node.len(), MAX_ATTRIBUTES)?;
        within("`url`", url.chars().count(), MAX_ADDRESS)?;
        for (place, text) in [("`title`", title), ("`lang`", lang)] {
            within(place, text.chars().count(), MAX_TEXT)?;
        }
        for (place, column) in
            [("tag", &nodes.tag), ("text", &nodes.text), ("attrs.name", &attrs.name), ("attrs.value", &attrs.value)]
        {
            for (row, text) in column.iter().enumerate().filter(|(_, text)| text.len() > MAX_TEXT) {
                within(&format!("row {row} of `{place}`"), text.chars().count(), MAX_TEXT)?;
            }
        }
        Ok(())
    }
}

fn within(place: &str, length: usize, most: usize) -> Result<(), String> {
    if length <= most {
        return Ok(());
    }
    Err(format!("snapshot: {place} has {length} of at most {most}; reload the page, it may hold an older Preflight"))
}

/// Elements as columns of equal length.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Nodes {
    /// Tag name, lower case.
    pub tag: Vec<String>,
    /// Parent's index, [`NO_PARENT`] for the root.
    pub parent: Vec<u32>,
    /// The element's own text: its text nodes joined by one blank, white space folded, children's text left out.
    pub text: Vec<String>,
    /// Bits of [`Flags`].
    pub flags: Vec<u16>,
}

/// Attributes as columns of equal length, sorted by node. Only names in [`ATTRIBUTES`] are captured.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Attrs {
    /// Index of the element.
    pub node: Vec<u32>,
    /// Attribute name, lower case. `value` is the *property* of an input, not its initial attribute.
    pub name: Vec<String>,
    /// Attribute value.
    pub value: Vec<String>,
}

/// The attributes that the reader knows. `style` is captured on the buttons of a `.switches` only;
/// `required`, which has no value of its own, is captured as `true`.
pub const ATTRIBUTES: &[&str] = &[
    "class",
    "for",
    "id",
    "title",
    "type",
    "role",
    "name",
    "placeholder",
    "value",
    "style",
    "aria-label",
    "aria-labelledby",
    "aria-selected",
    "aria-checked",
    "aria-pressed",
    "aria-disabled",
    "aria-rowcount",
    "aria-busy",
    "aria-modal",
    "required",
    "aria-required",
];

/// Bits in [`Nodes::flags`].
#[derive(Debug, Clone, Copy)]
pub struct Flags;

impl Flags {
    /// Not rendered: `display: none`, `visibility: hidden`, `hidden`. The live capture leaves such nodes' children out.
    pub const HIDDEN: u16 = 1;
    /// A disabled control.
    pub const DISABLED: u16 = 2;
    /// A ticked checkbox or radio button (the property, not the attribute).
    pub const CHECKED: u16 = 4;
    /// Something stands here (text, `title` or `value`) that was not captured because nobody asked for it.
    pub const WITHHELD: u16 = 8;
    /// Like [`Flags::WITHHELD`], and never captured: a password input, or text that looks like a token.
    pub const SECRET: u16 = 16;
    /// A box that is neither ticked nor clear (`indeterminate`, a property without an attribute).
    pub const MIXED: u16 = 32;
    /// Struck through by its own style (`line-through`). The tags `s`, `del` and `strike` show without this bit.
    pub const STRUCK: u16 = 64;
    /// The element was on the page under another address before, and says the same as there. Only a live page can tell.
    pub const STANDING: u16 = 128;
    /// A text or a value stands here that a person cannot see: the place is not empty.
    pub const UNSEEN: u16 = 256;
}
