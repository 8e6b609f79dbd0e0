//! What names a field on the page, and the heading that it stands under.

use std::ops::Range;

use super::tree::{self, Tree};
use super::values::{self, Place};
use crate::snapshot::NodeId;
use crate::vocabulary::{self, Field, key};

/// A text that names a field.
pub struct Label {
    pub node: NodeId,
    pub text: String,
    /// A `label` element. Other elements count only with a known text beside a known state.
    pub real: bool,
}

/// How many texts inside a label are tried as its own.
const MOST_PARTS: usize = 16;

/// Every text that can name a field. `skipped` are the parts of the page that show no fields as they are, sorted.
pub fn labels(tree: &Tree, places: &[Place], skipped: &[Range<NodeId>]) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut skip_to = 0;
    let mut in_label_to = 0;
    for node in tree.visible().filter(|n| *n != 0) {
        if node < skip_to {
            continue;
        }
        let is_skipped = || skipped.binary_search_by_key(&node, |r| r.start).is_ok();
        let is_place = || places.binary_search_by_key(&node, |p| p.node).is_ok();
        if is_place() || is_skipped() || is_frame(tree, node) || tree.strikes(node) {
            skip_to = tree.range(node).end;
        } else if tree.tag(node) == "label" {
            in_label_to = tree.range(node).end.max(in_label_to);
            let text = label_text(tree, node);
            if !text.is_empty() {
                labels.push(Label { node, text, real: true });
            }
        } else if node >= in_label_to && names_a_field(tree.text(node)) {
            labels.push(Label { node, text: tree.text(node).to_owned(), real: false });
        }
    }
    labels
}

/// The label's own text: other extensions put badges into labels (facts, 2.2). Where it has none of its own, the texts
/// inside together, or the one of them that names a field. A `*` alone is no text.
fn label_text(tree: &Tree, label: NodeId) -> String {
    let says = |text: &&str| !key(text).is_empty();
    if let Some(own) = Some(tree.text(label)).filter(says).filter(|_| tree.struck_in(label..label + 1).is_empty()) {
        return own.to_owned();
    }
    let texts = tree.texts_in(tree.range(label)).iter().take(MOST_PARTS);
    let parts: Vec<&str> = texts.map(|n| tree.text(*n)).filter(says).collect();
    let is_known = |text: &str| vocabulary::fields(text).next().is_some();
    let together = parts.join(" ");
    if is_known(&together) {
        return together;
    }
    parts.iter().find(|t| is_known(t)).or(parts.first()).map_or_else(String::new, |t| (*t).to_owned())
}

/// Single words ("Tickets", "Team") are too common outside `label` elements; scopes are not.
fn names_a_field(text: &str) -> bool {
    !text.is_empty()
        && (text.contains(' ') || vocabulary::scope(text).is_some())
        && vocabulary::fields(text).next().is_some()
}

/// Parts of the page that name no field: buttons, links, tabs, headings (of tables too), open menus.
fn is_frame(tree: &Tree, node: NodeId) -> bool {
    matches!(tree.tag(node), "a" | "button" | "nav" | "thead" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "option")
        || matches!(tree.attr(node, "role"), "tab" | "menu" | "menuitem" | "navigation")
        || ["details-group-header", "react-tabs__tab", "tabsheet", "tab", "rt-thead"]
            .iter()
            .any(|c| tree.has_class(node, c))
        || values::is_elsewhere(tree, node)
}

/// The headings of a page, sorted by node.
pub struct Headings<'a> {
    tree: &'a Tree<'a>,
    nodes: Vec<NodeId>,
}

/// How far above a field its heading may stand: a row, a column, a card, a wrapper or two.
const MAX_CLIMB: usize = 8;

/// How many elements beside a heading its wrapper may hold.
const WRAPPED: NodeId = 3;

impl<'a> Headings<'a> {
    pub fn of(tree: &'a Tree<'a>) -> Self {
        let is_heading = |n: &NodeId| {
            matches!(tree.tag(*n), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "legend" | "caption")
                || tree.has_class(*n, "details-group-header")
                || tree.has_class(*n, "title")
        };
        Self { tree, nodes: tree.visible().filter(is_heading).collect() }
    }

    /// The heading of the group that this element stands in; empty where there is none.
    pub fn above(&self, node: NodeId) -> String {
        let before = |outer: NodeId| tree::within(&self.nodes, outer..node).last().copied();
        let heads = |heading: &NodeId| {
            let Some(group) = self.tree.parent(*heading) else { return false };
            // A heading can have a wrapper of its own, with an icon in it.
            let is_wrapper = self.tree.range(group).end <= self.tree.range(*heading).end + WRAPPED;
            let outer = self.tree.parent(group).filter(|_| is_wrapper);
            [Some(group), outer].into_iter().flatten().any(|group| self.tree.contains(group, node))
        };
        let mut climb = self.tree.ancestors(node).take(MAX_CLIMB).filter_map(before);
        climb.find(heads).map(|n| self.tree.deep_text(n)).unwrap_or_default()
    }
}

/// Whether what stands under this heading only looks like the field: a field of the tenant's own, or a record of what a
/// setting was.
pub fn is_decoy(field: &Field, heading: &str) -> bool {
    const LOGS: [&str; 7] =
        ["audit", "history", "changelog", "changehistory", "historyofchanges", "auditlog", "audittrail"];
    if heading.is_empty() || vocabulary::is_frame_word(heading) {
        return false;
    }
    let words: Vec<String> = heading.split(|c: char| !c.is_alphanumeric()).map(key).collect();
    let has = |wanted: &str| words.iter().any(|w| w == wanted);
    key(heading).starts_with("customfield")
        || (has("custom") && (has("field") || has("fields") || words.len() == 1))
        || (!field.section.is_empty() && LOGS.iter().any(|log| key(heading).ends_with(log)))
}
