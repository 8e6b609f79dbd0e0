//! Where on the page a value can stand, and what stands there, as it is.

use super::tree::Tree;
use crate::snapshot::{Flags, NodeId};
use crate::vocabulary;

/// A place that shows a value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The element that shows it.
    pub node: NodeId,
    /// What it shows.
    pub raw: Raw,
    /// A control, not text: the page is in edit mode.
    pub control: bool,
}

/// What a place shows, before anybody asks what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Raw {
    /// A box that is ticked or not.
    Ticked(bool),
    /// Text in parts (chips, spans) and the `title`, which may say the same in full.
    Text {
        /// Texts in document order.
        parts: Vec<String>,
        /// The `title` attribute; may be empty.
        title: String,
    },
    /// Entries of a list control.
    Chosen(Vec<String>),
    /// A control without a value (the placeholder shows).
    Blank,
    /// Something stands there that was not captured; where.
    Withheld(Vec<NodeId>),
}

/// Every place with a value, in document order: sorted by node.
pub fn places(tree: &Tree) -> Vec<Place> {
    let mut found = Vec::new();
    let mut skip_to = 0;
    for node in tree.visible() {
        if node < skip_to {
            continue;
        }
        if is_elsewhere(tree, node) {
            skip_to = tree.range(node).end;
        } else if let Some(place) = place(tree, node) {
            skip_to = tree.range(place.node).end.max(skip_to);
            found.push(place);
        }
    }
    found
}

/// Whether what stands here belongs to nothing on the record: the options of an open menu are no values (facts, 1.1), a
/// list beside the record and a dialog over it show other records, the navigation shows none.
pub fn is_elsewhere(tree: &Tree, node: NodeId) -> bool {
    let is_row_of_list = || tree.has_class(node, "rt-tr-group") && !tree.attr(node, "id").is_empty();
    is_open_list(tree, node)
        || tree.tag(node) == "nav"
        || tree.attr(node, "role") == "dialog"
        || ["rt-thead", "ReactModal__Content", "modal-window"].iter().any(|c| tree.has_class(node, c))
        || is_row_of_list()
}

/// Whether this is the menu of an open select.
pub fn is_open_list(tree: &Tree, node: NodeId) -> bool {
    tree.has_class(node, "Select__menu")
        || tree.has_class(node, "Select__menu-list")
        || tree.attr(node, "role") == "listbox"
}

fn place(tree: &Tree, node: NodeId) -> Option<Place> {
    if !tree.has_class(node, "read-value") && !tree.has_class(node, "noedit-value") {
        return control(tree, node);
    }
    let raw = text(tree, node);
    let says_nothing = matches!(&raw, Raw::Text { parts, title } if parts.is_empty() && title.is_empty());
    // A disabled box can stand in for the words.
    let wraps_control = says_nothing && tree.subtree(node).skip(1).any(|n| control(tree, n).is_some());
    (!wraps_control).then_some(Place { node, raw, control: false })
}

fn control(tree: &Tree, node: NodeId) -> Option<Place> {
    if is_select_control(tree, node) {
        return Some(Place { node, raw: react_select(tree, node), control: true });
    }
    if tree.has_class(node, "switches") {
        return switch(tree, node).map(|raw| Place { node, raw, control: true });
    }
    let raw = match (tree.tag(node), tree.attr(node, "type")) {
        ("input", "checkbox") => Raw::Ticked(tree.flag(node, Flags::CHECKED)),
        ("input", "hidden" | "submit" | "button" | "image" | "reset" | "file" | "radio") => {
            return None;
        }
        ("input" | "textarea" | "select", _) => input(tree, node),
        _ => match tree.attr(node, "role") {
            "checkbox" | "switch" => match tree.attr(node, "aria-checked") {
                "mixed" => Raw::Text { parts: vec!["mixed".into()], title: String::new() },
                checked => Raw::Ticked(checked == "true"),
            },
            _ => return None,
        },
    };
    Some(Place { node, raw, control: !tree.flag(node, Flags::DISABLED) })
}

/// The outer box of a react-select: by Halo's class prefix, or by the part's name in a generated class around the
/// library's own input (facts, 1.1).
fn is_select_control(tree: &Tree, node: NodeId) -> bool {
    let is_input = |n: &NodeId| tree.tag(*n) == "input" && tree.attr(*n, "id").starts_with("react-select");
    tree.has_class(node, "Select__control")
        || (tree.attr(node, "class").split_ascii_whitespace().any(|c| c.ends_with("-control"))
            && tree.subtree(node).skip(1).filter(is_input).count() == 1)
}

fn react_select(tree: &Tree, node: NodeId) -> Raw {
    let parts = |names: [&str; 2]| -> Vec<NodeId> {
        tree.subtree(node).filter(|n| names.iter().any(|name| tree.class_contains(*n, name))).collect()
    };
    if let Some(single) = parts(["ingle-value", "ingleValue"]).first() {
        return text(tree, *single);
    }
    let mut chips = parts(["ulti-value__label", "ultiValueLabel"]);
    if chips.is_empty() {
        chips = parts(["ulti-value", "ultiValue"]);
    }
    if chips.is_empty() {
        return Raw::Blank;
    }
    let withheld = withheld_in(tree, &chips);
    if withheld.is_empty() {
        Raw::Chosen(chips.iter().map(|c| tree.deep_text(*c)).filter(|t| !t.is_empty()).collect())
    } else {
        Raw::Withheld(withheld)
    }
}

fn withheld_in(tree: &Tree, nodes: &[NodeId]) -> Vec<NodeId> {
    nodes.iter().flat_map(|n| tree.subtree(*n)).filter(|n| tree.is_withheld(*n)).collect()
}

/// Text of a read-mode value.
pub fn text(tree: &Tree, node: NodeId) -> Raw {
    let parts: Vec<String> =
        tree.subtree(node).map(|n| tree.text(n)).filter(|t| !t.is_empty()).map(str::to_owned).collect();
    let title = tree.attr(node, "title").to_owned();
    let withheld = withheld_in(tree, &[node]);
    // Where a text shows, it is the `title` beside it that was withheld.
    let is_part = |n: &NodeId| tree.text(*n).is_empty() && (*n != node || title.is_empty());
    if withheld.iter().any(is_part) {
        return Raw::Withheld(withheld);
    }
    Raw::Text { parts, title }
}

fn input(tree: &Tree, node: NodeId) -> Raw {
    match tree.attr(node, "value") {
        "" if tree.is_withheld(node) => Raw::Withheld(vec![node]),
        "" => Raw::Blank,
        value => Raw::Text { parts: vec![value.to_owned()], title: String::new() },
    }
}

/// A segmented switch: the active button is told by `aria-pressed`, else by being the only one with a style of its own
/// (facts, 2.3).
fn switch(tree: &Tree, node: NodeId) -> Option<Raw> {
    let buttons: Vec<_> = tree.subtree(node).filter(|n| tree.tag(*n) == "button").collect();
    let pressed: Vec<_> = buttons.iter().filter(|b| tree.attr(**b, "aria-pressed") == "true").collect();
    let styled: Vec<_> = buttons.iter().filter(|b| tree.attr(**b, "style").contains("background")).collect();
    match (pressed.as_slice(), styled.as_slice()) {
        ([one], _) | ([], [one]) => Some(text(tree, **one)),
        _ => None,
    }
}

/// Whether a text can be read as a state at all: used where only the neighbourhood says that it is a value.
pub fn is_state_word(text: &str) -> bool {
    ["yes", "no", "notset", "true", "false"].contains(&vocabulary::key(text).as_str())
}
