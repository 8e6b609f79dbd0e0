//! Where on the page a value can stand, and what stands there, as it is.

use std::collections::BTreeMap;

use super::radios;
use super::tree::{self, Tree};
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
        /// What else says it: labels for screen readers, and titles inside.
        hints: Vec<String>,
    },
    /// Entries of a list control.
    Chosen(Vec<String>),
    /// A control without a value (the placeholder shows).
    Blank,
    /// Something stands there that was not captured; where.
    Withheld(Vec<NodeId>),
    /// It is on its way: a skeleton, a spinner, or something that says that it is busy.
    Pending,
    /// What it may say: a box that is neither ticked nor clear, a control that shows two values, a text struck through.
    Unclear(Vec<String>),
}

impl Raw {
    /// A text on its own.
    pub fn plain(text: &str) -> Self {
        Self::Text { parts: vec![text.to_owned()], title: String::new(), hints: Vec::new() }
    }
}

/// Every place with a value, in document order: sorted by node.
pub fn places(tree: &Tree) -> Vec<Place> {
    let index = Index::of(tree);
    let mut found = Vec::new();
    let mut skip_to = 0;
    for node in tree.visible() {
        if node < skip_to {
            continue;
        }
        if is_elsewhere(tree, node) || tree.strikes(node) {
            skip_to = tree.range(node).end;
        } else if is_busy(tree, node) {
            skip_to = tree.range(node).end;
            found.push(Place { node, raw: Raw::Pending, control: false });
        } else if let Some(place) = index.place(tree, node) {
            skip_to = tree.range(place.node).end.max(skip_to);
            found.push(place);
        }
    }
    found
}

/// Whether what stands here belongs to nothing on the record: the options of an open menu are no values (facts, 1.1), a
/// list beside the record and a dialog over it show other records, the navigation shows none.
pub fn is_elsewhere(tree: &Tree, node: NodeId) -> bool {
    const CLASSES: [&str; 9] = [
        "rt-thead",
        "nhd-nav",
        "main-table",
        "main-tile-item",
        "ReactModal__Content",
        "ReactModal__Overlay",
        "modal-window",
        "modal-dialog",
        "modal-content",
    ];
    let is_row_of_list = || tree.has_class(node, "rt-tr-group") && !tree.attr(node, "id").is_empty();
    is_open_list(tree, node)
        || matches!(tree.tag(node), "nav" | "dialog" | "aside")
        || matches!(tree.attr(node, "role"), "dialog" | "alertdialog" | "navigation" | "tooltip" | "complementary")
        || tree.attr(node, "aria-modal") == "true"
        || matches!(tree.attr(node, "id"), "halo-nav" | "app-nav-menu" | "mainlist")
        || CLASSES.iter().any(|c| tree.has_class(node, c))
        || (tree.has_class(node, "ui") && tree.has_class(node, "modal"))
        || is_row_of_list()
}

/// Whether what an element holds is still on its way.
fn is_busy(tree: &Tree, node: NodeId) -> bool {
    /// A skeleton or a spinner is little more than one element; what has such a class and holds more is a part of the page.
    const MOST: usize = 4;
    tree.attr(node, "aria-busy") == "true" || (tree.range(node).len() <= MOST && is_loader(tree, node))
}

fn is_loader(tree: &Tree, node: NodeId) -> bool {
    const CLASSES: [&str; 7] =
        ["loading", "loader", "is-loading", "spinner", "fa-spinner", "spinner-border", "Select__loading-indicator"];
    let says = |class: &str| CLASSES.contains(&class) || class.contains("skeleton") || class.contains("shimmer");
    tree.attr(node, "role") == "progressbar"
        || (!is_button(tree, node) && tree.attr(node, "class").split_ascii_whitespace().any(says))
}

fn is_button(tree: &Tree, node: NodeId) -> bool {
    matches!(tree.tag(node), "button" | "a" | "label")
}

/// Whether this is the menu of an open select.
pub fn is_open_list(tree: &Tree, node: NodeId) -> bool {
    tree.has_class(node, "Select__menu")
        || tree.has_class(node, "Select__menu-list")
        || tree.attr(node, "role") == "listbox"
}

/// What a page's controls are made of, sorted: nested elements ask for it again and again.
struct Index {
    /// Inputs of react-selects.
    select_inputs: Vec<NodeId>,
    /// Whatever can be a control.
    controls: Vec<NodeId>,
    /// What groups of radio buttons show, by the button that says it.
    radios: BTreeMap<NodeId, Raw>,
}

impl Index {
    fn of(tree: &Tree) -> Self {
        let is_select_input = |n: &NodeId| tree.tag(*n) == "input" && tree.attr(*n, "id").starts_with("react-select");
        let select_inputs = tree.visible().filter(is_select_input).collect();
        let controls = tree.visible().filter(|n| may_be_control(tree, *n)).collect();
        Self { select_inputs, controls, radios: radios::shown(tree) }
    }

    fn place(&self, tree: &Tree, node: NodeId) -> Option<Place> {
        if !tree.has_class(node, "read-value") && !tree.has_class(node, "noedit-value") {
            return self.control(tree, node);
        }
        let raw = text(tree, node);
        let says_nothing = matches!(&raw, Raw::Text { parts, title, .. } if parts.is_empty() && title.is_empty());
        // A disabled box can stand in for the words.
        let inner = node + 1..tree.range(node).end;
        let wraps_control = says_nothing && !tree::within(&self.controls, inner).is_empty();
        (!wraps_control).then_some(Place { node, raw, control: false })
    }

    fn control(&self, tree: &Tree, node: NodeId) -> Option<Place> {
        if self.is_select_control(tree, node) {
            return Some(Place { node, raw: react_select(tree, node), control: true });
        }
        if tree.has_class(node, "switches") {
            return switch(tree, node).map(|raw| Place { node, raw, control: true });
        }
        let raw = match (tree.tag(node), tree.attr(node, "type")) {
            ("input", "checkbox") => tick_box(tree, node),
            ("input", "hidden" | "submit" | "button" | "image" | "reset" | "file") => return None,
            ("input", "radio") => self.radios.get(&node)?.clone(),
            ("input", _) if is_search_box(tree, node) => return None,
            ("input" | "textarea" | "select", _) => input(tree, node),
            _ => match tree.attr(node, "role") {
                "checkbox" | "switch" => match tree.attr(node, "aria-checked") {
                    "true" => Raw::Ticked(true),
                    "false" => Raw::Ticked(false),
                    _ => either(),
                },
                _ => return None,
            },
        };
        Some(Place { node, raw, control: !tree.flag(node, Flags::DISABLED) })
    }

    /// The outer box of a react-select: by Halo's class prefix, or by the part's name in a generated class around the
    /// library's own input (facts, 1.1).
    fn is_select_control(&self, tree: &Tree, node: NodeId) -> bool {
        let inner = node + 1..tree.range(node).end;
        tree.has_class(node, "Select__control")
            || (tree.attr(node, "class").split_ascii_whitespace().any(|c| c.ends_with("-control"))
                && tree::within(&self.select_inputs, inner).len() == 1)
    }
}

/// A box and what it says to screen readers agree, or nobody can tell.
fn tick_box(tree: &Tree, node: NodeId) -> Raw {
    let is_ticked = tree.flag(node, Flags::CHECKED);
    match tree.attr(node, "aria-checked") {
        _ if tree.flag(node, Flags::MIXED) => either(),
        "mixed" => either(),
        "true" if !is_ticked => either(),
        "false" if is_ticked => either(),
        _ => Raw::Ticked(is_ticked),
    }
}

/// A box that may be ticked and may be not.
fn either() -> Raw {
    Raw::Unclear(vec!["Yes".into(), "No".into()])
}

/// What is typed into a search box is no setting.
fn is_search_box(tree: &Tree, node: NodeId) -> bool {
    let says = |name: &str| vocabulary::key(tree.attr(node, name)).starts_with("search");
    ["type", "name", "placeholder", "aria-label"].into_iter().any(says)
}

fn may_be_control(tree: &Tree, node: NodeId) -> bool {
    let is_no_value = || matches!(tree.attr(node, "type"), "hidden" | "submit" | "button" | "image" | "reset" | "file");
    match tree.tag(node) {
        "textarea" | "select" => true,
        "input" => !is_no_value() && tree.attr(node, "type") != "radio",
        _ => {
            matches!(tree.attr(node, "role"), "checkbox" | "switch")
                || ["Select__control", "switches"].iter().any(|c| tree.has_class(node, c))
        }
    }
}

fn react_select(tree: &Tree, node: NodeId) -> Raw {
    let outermost = |names: [&str; 2]| -> Vec<NodeId> {
        let mut inside_to = 0;
        let mut parts = Vec::new();
        for part in tree.subtree(node) {
            if part >= inside_to && names.iter().any(|name| tree.class_contains(part, name)) {
                inside_to = tree.range(part).end;
                parts.push(part);
            }
        }
        parts
    };
    let singles = outermost(["ingle-value", "ingleValue"]);
    if let Some((first, others)) = singles.split_first() {
        let raw = text(tree, *first);
        return if others.iter().all(|o| text(tree, *o) == raw) {
            raw
        } else {
            Raw::Unclear(singles.iter().map(|s| tree.deep_text(*s)).collect())
        };
    }
    let labels = outermost(["ulti-value__label", "ultiValueLabel"]);
    let chips = if labels.is_empty() { outermost(["ulti-value", "ultiValue"]) } else { labels };
    if chips.is_empty() {
        let is_loading = tree.subtree(node).any(|part| tree.has_class(part, "Select__loading-indicator"));
        return if is_loading { Raw::Pending } else { Raw::Blank };
    }
    let withheld: Vec<NodeId> = chips.iter().flat_map(|c| tree.withheld_in(tree.range(*c))).copied().collect();
    if withheld.is_empty() {
        Raw::Chosen(chips.iter().map(|c| tree.deep_text(*c)).filter(|t| !t.is_empty()).collect())
    } else {
        Raw::Withheld(withheld)
    }
}

/// Text of a read-mode value. What is struck through is no value, and a `title` beside it may still say what was.
pub fn text(tree: &Tree, node: NodeId) -> Raw {
    let range = tree.range(node);
    let parts: Vec<String> = tree.texts_in(range.clone()).iter().map(|n| tree.text(*n).to_owned()).collect();
    if is_under_way(tree, node, &parts) {
        return Raw::Pending;
    }
    let struck = tree.struck_in(range.clone());
    let (withheld_struck, withheld): (Vec<NodeId>, Vec<NodeId>) =
        tree.withheld_in(range).iter().partition(|n| tree.strikes(**n));
    let is_struck = !struck.is_empty() || !withheld_struck.is_empty();
    let title = if is_struck { String::new() } else { tree.attr(node, "title").to_owned() };
    // Of text and `title`, the one that was withheld may contradict the other.
    if withheld.iter().any(|n| *n == node || tree.text(*n).is_empty()) {
        let shown = if parts.is_empty() { title } else { parts.join(" ") };
        // Something stands there, and the other half says that nothing does.
        let contradicts = !shown.is_empty() && vocabulary::says_nothing(&shown);
        return if contradicts { Raw::Unclear(vec![shown, "…".into()]) } else { Raw::Withheld(withheld) };
    }
    if is_struck && parts.is_empty() {
        let first = struck.first().map_or("…", |n| tree.text(*n));
        return Raw::Unclear(vec![first.to_owned(), "Not set".into()]);
    }
    let hints = hints(tree, node);
    Raw::Text { parts, title, hints }
}

/// How much of a value is looked through for what else it says.
const MOST_PARTS: usize = 16;

/// Whether the text says that the value is still to come.
fn is_under_way(tree: &Tree, node: NodeId, parts: &[String]) -> bool {
    let says = |text: &String| matches!(vocabulary::key(text).as_str(), "loading" | "pleasewait");
    parts.iter().any(says) || tree.subtree(node).take(MOST_PARTS).any(|n| is_busy(tree, n))
}

/// What the value says besides its text and its own `title`.
fn hints(tree: &Tree, node: NodeId) -> Vec<String> {
    let of = |n: NodeId| {
        let inner = if n == node { "" } else { tree.attr(n, "title") };
        [tree.attr(n, "aria-label"), inner]
    };
    tree.subtree(node).take(MOST_PARTS).flat_map(of).filter(|hint| !hint.is_empty()).map(str::to_owned).collect()
}

fn input(tree: &Tree, node: NodeId) -> Raw {
    match tree.attr(node, "value") {
        "" if tree.is_withheld(node) => Raw::Withheld(vec![node]),
        "" => Raw::Blank,
        value => {
            let hints = vec![tree.attr(node, "title").to_owned(), tree.attr(node, "aria-label").to_owned()];
            Raw::Text { parts: vec![value.to_owned()], title: String::new(), hints }
        }
    }
}

/// A segmented switch: the active button is told by `aria-pressed`, else by being the only one with a style of its own
/// (facts, 2.3). Where the two name different buttons, nobody can say.
fn switch(tree: &Tree, node: NodeId) -> Option<Raw> {
    /// Halo's switches have two or three.
    const MOST: usize = 20;
    let children = tree.subtree(node).take(MOST * 8);
    let buttons: Vec<_> = children.filter(|n| tree.tag(*n) == "button").take(MOST).collect();
    let pressed: Vec<_> = buttons.iter().filter(|b| tree.attr(**b, "aria-pressed") == "true").collect();
    let styled: Vec<_> = buttons.iter().filter(|b| tree.attr(**b, "style").contains("background")).collect();
    match (pressed.as_slice(), styled.as_slice()) {
        ([one], [other]) if one != other => Some(Raw::Unclear(vec![tree.deep_text(**one), tree.deep_text(**other)])),
        ([one], _) | ([], [one]) => Some(text(tree, **one)),
        _ => None,
    }
}

/// Whether a text can be read as a state at all: used where only the neighbourhood says that it is a value.
pub fn is_state_word(text: &str) -> bool {
    ["yes", "no", "notset", "true", "false"].contains(&vocabulary::key(text).as_str())
}
