//! What names a field on the page, and the heading that it stands under.

use std::collections::BTreeMap;
use std::ops::Range;

use super::radios;
use super::tree::Tree;
use super::values::{self, Place};
use crate::snapshot::NodeId;
use crate::vocabulary::{self, Field, ScreenId, key};

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
            let is_choice = || !names_a_field(&text) && radios::is_choice(tree, node);
            if !text.is_empty() && !is_choice() {
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

/// The headings of a page, by the element whose parts they head, in document order.
pub struct Headings<'a> {
    tree: &'a Tree<'a>,
    of_group: BTreeMap<NodeId, Vec<NodeId>>,
}

/// How far above a field its heading may stand: a row, a column, a card, a wrapper or two.
const MAX_CLIMB: usize = 8;

/// How many headings around a field, one in the other, are looked at.
const MOST_HEADINGS: usize = 4;

/// Halo's own, and those of the libraries that it and vendors' pages use.
const HEADING_CLASSES: [&str; 8] = [
    "details-group-header",
    "title",
    "card-header",
    "card-title",
    "panel-heading",
    "panel-title",
    "section-header",
    "section-title",
];

/// How many elements beside a heading its wrapper may hold.
const WRAPPED: usize = 3;

impl<'a> Headings<'a> {
    pub fn of(tree: &'a Tree<'a>) -> Self {
        let is_heading = |n: &NodeId| {
            matches!(tree.tag(*n), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "legend" | "caption" | "summary")
                || tree.attr(*n, "role") == "heading"
                || HEADING_CLASSES.iter().any(|class| tree.has_class(*n, class))
        };
        let mut of_group: BTreeMap<NodeId, Vec<NodeId>> = BTreeMap::new();
        for heading in tree.visible().filter(is_heading) {
            let Some(group) = tree.parent(heading) else { continue };
            // A heading can have a wrapper of its own, with an icon in it. A group of one row is none.
            let beside = tree.range(heading).end..tree.range(group).end;
            let is_row = tree.texts_in(beside.clone()).len() > 1 || beside.clone().any(|n| is_of_field(tree, n));
            let is_wrapper = beside.len() <= WRAPPED && !is_row;
            let outer = tree.parent(group).filter(|_| is_wrapper);
            for group in [Some(group), outer].into_iter().flatten() {
                of_group.entry(group).or_default().push(heading);
            }
        }
        Self { tree, of_group }
    }

    /// The heading of the group that this element stands in; empty where there is none.
    pub fn above(&self, node: NodeId) -> String {
        self.nodes_above(node).next().map(|n| self.tree.deep_text(n)).unwrap_or_default()
    }

    /// All headings that this element stands under, innermost first, and the names of the parts that it stands in.
    pub fn all_above(&self, node: NodeId) -> Vec<String> {
        let is_title = |n: &NodeId| super::RECORD_HEADINGS.iter().any(|class| self.tree.has_class(*n, class));
        let headings = self.nodes_above(node).filter(|n| !is_title(n)).take(MOST_HEADINGS);
        let is_part = |n: &NodeId| {
            matches!(self.tree.tag(*n), "section" | "article" | "fieldset" | "aside" | "form")
                || matches!(self.tree.attr(*n, "role"), "region" | "group" | "article" | "complementary" | "tabpanel")
        };
        let parts = self.tree.ancestors(node).take(MAX_CLIMB).filter(is_part);
        let names = parts.map(|n| self.tree.attr(n, "aria-label").to_owned()).filter(|name| !name.is_empty());
        headings.map(|n| self.tree.deep_text(n)).chain(names).collect()
    }

    /// The last heading before an element in each part of the page that it stands in, innermost first.
    fn nodes_above(&self, node: NodeId) -> impl Iterator<Item = NodeId> {
        let before = move |group: NodeId| {
            let all = self.of_group.get(&group).map(Vec::as_slice).unwrap_or_default();
            let (before, _) = all.split_at_checked(all.partition_point(|heading| *heading < node)).unwrap_or_default();
            self.outline(before)
        };
        self.tree.ancestors(node).take(MAX_CLIMB).flat_map(before)
    }

    /// Of the headings of one part, the last, and those before it that stand over it: an `h2` over an `h3`.
    fn outline(&self, headings: &[NodeId]) -> impl Iterator<Item = NodeId> {
        let level = |n: NodeId| self.tree.tag(n).strip_prefix('h').and_then(|number| number.parse::<u8>().ok());
        let mut last: Option<Option<u8>> = None;
        headings
            .iter()
            .rev()
            .take(MOST_HEADINGS * 4)
            .copied()
            .filter(move |heading| {
                let is_over =
                    last.is_none_or(|below| level(*heading).zip(below).is_some_and(|(own, below)| own < below));
                if is_over {
                    last = Some(level(*heading));
                }
                is_over
            })
            .collect::<Vec<_>>()
            .into_iter()
    }
}

/// Whether what stands under this heading only looks like the field: a field of the tenant's own, a record of what a setting
/// was, or what it should be.
pub fn is_decoy(screen: ScreenId, field: &Field, heading: &str) -> bool {
    let words: Vec<String> =
        heading.split(|c: char| !c.is_alphanumeric()).map(key).filter(|word| !word.is_empty()).collect();
    let is_inherited = words.first().is_some_and(|word| word == "inherited");
    if is_inherited {
        return true;
    }
    if words.is_empty() || vocabulary::is_frame_word(heading) {
        return false;
    }
    let has = |wanted: &str| words.iter().any(|w| w == wanted);
    key(heading).starts_with("customfield")
        || (has("custom") && (has("field") || has("fields") || words.len() == 1))
        || is_log(field, &words)
        || says_other_values(screen, &words)
}

/// A record of changes. The rights to one are about it, and no part of it.
fn is_log(field: &Field, words: &[String]) -> bool {
    const LOGS: [&str; 7] = ["audit", "history", "changelog", "log", "logs", "trail", "changes"];
    let is_about = |log: &String| field.label.split(|c: char| !c.is_alphanumeric()).any(|word| key(word) == *log);
    words.last().is_some_and(|last| LOGS.contains(&last.as_str()) && !is_about(last))
}

/// Whether an element is part of a field: its label, or a control.
fn is_of_field(tree: &Tree, node: NodeId) -> bool {
    matches!(tree.tag(node), "label" | "input" | "select" | "textarea") || names_a_field(tree.text(node))
}

/// Whether the values under a heading are not the record's current ones: "Previous settings", "Compare with Priya Shah".
/// An adjective alone ("Recommended") can head a tenant's own group of settings.
fn says_other_values(screen: ScreenId, words: &[String]) -> bool {
    const WHICH: [&str; 19] = [
        "another",
        "default",
        "desired",
        "draft",
        "earlier",
        "example",
        "expected",
        "former",
        "last",
        "old",
        "original",
        "previous",
        "prior",
        "proposed",
        "recommended",
        "required",
        "sample",
        "suggested",
        "template",
    ];
    const WHAT: [&str; 16] = [
        "access",
        "config",
        "configuration",
        "level",
        "levels",
        "options",
        "permissions",
        "rights",
        "setting",
        "settings",
        "setup",
        "state",
        "value",
        "values",
        "version",
        "versions",
    ];
    const ALONE: [&str; 6] = ["example", "examples", "previous", "previously", "template", "templates"];
    const FIRST: [&str; 6] = ["before", "compare", "compared", "comparing", "comparison", "copied"];
    let which = words.iter().position(|word| WHICH.contains(&word.as_str()));
    // A ticket type's own defaults are what its tab "Defaults" shows.
    let is_own = |word: &String| word == "default" && screen == ScreenId::TicketTypeDefaults;
    let of_values = which
        .and_then(|at| words.get(at..))
        .is_some_and(|rest| rest.iter().any(|word| WHAT.contains(&word.as_str())) && !rest.first().is_some_and(is_own));
    let is = |list: &[&str]| words.first().is_some_and(|word| list.contains(&word.as_str()));
    of_values || is(&FIRST) || (words.len() == 1 && is(&ALONE))
}
