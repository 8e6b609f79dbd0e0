//! Radio buttons of the browser's own: those of one name are one setting, and the one that is pressed says its value.

use std::collections::BTreeMap;

use super::tree::Tree;
use super::values::Raw;
use crate::snapshot::{Flags, NodeId};

/// What the groups of radio buttons show, each at the button that says it: the one that is pressed, else the first.
pub fn shown(tree: &Tree) -> BTreeMap<NodeId, Raw> {
    let mut groups: BTreeMap<(Option<NodeId>, &str), Vec<NodeId>> = BTreeMap::new();
    // One that nobody sees may be the one that is pressed.
    for node in tree.range(0).filter(|n| is_radio(tree, *n)) {
        let name = tree.attr(node, "name");
        if !name.is_empty() {
            groups.entry((form(tree, node), name)).or_default().push(node);
        }
    }
    groups.values().filter_map(|group| group_shows(tree, group)).collect()
}

pub fn is_radio(tree: &Tree, node: NodeId) -> bool {
    tree.tag(node) == "input" && tree.attr(node, "type").eq_ignore_ascii_case("radio")
}

/// Whether a `label` is that of one radio button: it names a choice, and no setting.
pub fn is_choice(tree: &Tree, label: NodeId) -> bool {
    let inside = tree.subtree(label).filter(|n| is_radio(tree, *n)).take(2).count();
    inside == 1 || tree.nearest_by_id(tree.attr(label, "for"), label).is_some_and(|n| is_radio(tree, n))
}

/// Buttons of one name in two forms are two groups.
fn form(tree: &Tree, node: NodeId) -> Option<NodeId> {
    tree.ancestors(node).find(|n| tree.tag(*n) == "form")
}

fn group_shows(tree: &Tree, group: &[NodeId]) -> Option<(NodeId, Raw)> {
    let seen: Vec<NodeId> = group.iter().copied().filter(|n| !tree.is_hidden(*n)).collect();
    let first = *seen.first().filter(|_| seen.len() > 1)?;
    let pressed: Vec<NodeId> = group.iter().copied().filter(|n| tree.flag(*n, Flags::CHECKED)).collect();
    let says = |n: &NodeId| tree.attr(*n, "aria-checked");
    let is_contradicted =
        seen.iter().any(|n| !says(n).is_empty() && (says(n) == "true") != tree.flag(*n, Flags::CHECKED));
    let raw = match pressed.as_slice() {
        _ if is_contradicted => unclear(tree, &seen),
        [] => return Some((first, Raw::Blank)),
        [one] if !tree.is_hidden(*one) => return Some((*one, choice(tree, *one))),
        _ => unclear(tree, &seen),
    };
    Some((first, raw))
}

fn unclear(tree: &Tree, buttons: &[NodeId]) -> Raw {
    let text = |n: &NodeId| choice_node(tree, *n).map(|label| tree.deep_text(label)).unwrap_or_default();
    Raw::Unclear(buttons.iter().map(text).collect())
}

/// What a button stands for. Where nothing says it, it cannot be known.
fn choice(tree: &Tree, node: NodeId) -> Raw {
    let Some(label) = choice_node(tree, node) else {
        let own = tree.attr(node, "aria-label");
        return if own.is_empty() { Raw::Unclear(Vec::new()) } else { Raw::plain(own) };
    };
    let range = tree.range(label);
    let withheld = tree.withheld_in(range);
    if withheld.is_empty() { super::values::text(tree, label) } else { Raw::Withheld(withheld.to_vec()) }
}

/// How far a button stands in its label.
const MAX_CLIMB: usize = 3;

fn choice_node(tree: &Tree, node: NodeId) -> Option<NodeId> {
    let around = || tree.ancestors(node).take(MAX_CLIMB).find(|n| tree.tag(*n) == "label" && is_choice(tree, *n));
    let id = tree.attr(node, "id");
    let is_for = |n: &NodeId| !id.is_empty() && tree.attr(*n, "for") == id;
    let beside = || {
        let parent = tree.parent(node)?;
        tree.subtree(parent).take(16).find(is_for)
    };
    around().or_else(beside)
}
