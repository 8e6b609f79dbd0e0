//! Which value belongs to which label: a table of strategies, best evidence first.
//!
//! Labels and values are paired through the structure of the page, never by neighbouring lines of text (facts, 2.1).

use std::ops::Range;

use super::tree::Tree;
use super::values::{self, Place, Raw};
use crate::snapshot::NodeId;
use crate::vocabulary::{self, Field, ScreenId};

/// How far a label and its value may be apart: a row, a column in it, a wrapper or two.
const MAX_CLIMB: usize = 6;

/// A label with the value that belongs to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// The label's own text.
    pub text: String,
    /// The fields that have this label, with the screen that shows them.
    pub fields: Vec<(ScreenId, &'static Field)>,
    /// The element with the label; `None` where the control names itself.
    pub label: Option<NodeId>,
    /// What belongs to it; `None` where nothing does (an empty list shows nothing: facts, 2.1).
    pub place: Option<Place>,
}

impl Pair {
    fn new(text: String, label: Option<NodeId>, place: Option<Place>) -> Self {
        Self { fields: vocabulary::fields(&text).collect(), text, label, place }
    }

    /// The field of this screen that the label names.
    pub fn field(&self, screen: ScreenId) -> Option<&'static Field> {
        self.fields.iter().find(|(s, _)| *s == screen).map(|(_, f)| *f)
    }
}

/// A text that names a field.
struct Label {
    node: NodeId,
    text: String,
    /// A `label` element. Other elements count only with a known text beside a known state.
    real: bool,
}

/// Labels and values of a page, sorted by node, with what is taken already.
struct Page<'a> {
    tree: &'a Tree<'a>,
    labels: Vec<Label>,
    places: Vec<Place>,
    /// Which of the places belong to a label already.
    taken: Vec<NodeId>,
}

/// Every label of the page with its value.
pub fn pairs(tree: &Tree) -> Vec<Pair> {
    let places = values::places(tree);
    let labels = labels(tree, &places);
    let mut page = Page { tree, labels, places, taken: Vec::new() };
    let mut chosen: Vec<Option<Place>> = vec![None; page.labels.len()];
    // All labels try the strongest strategy before any tries the next: what one names by id, no neighbour may take.
    for strategy in [Page::named_by_id, Page::inside, Page::nearest, Page::beside] {
        for (at, slot) in chosen.iter_mut().enumerate() {
            if slot.is_none() {
                *slot = strategy(&page, at);
                page.taken.extend(slot.as_ref().map(|p| p.node));
            }
        }
    }
    let named_by_control: Vec<_> = page.named_by_aria().collect();
    page.labels
        .into_iter()
        .zip(chosen)
        .filter(|(label, place)| label.real || place.is_some())
        .map(|(label, place)| Pair::new(label.text, Some(label.node), place))
        .chain(named_by_control)
        .collect()
}

impl Page<'_> {
    /// `for=` with an id that exists, or `aria-labelledby` the other way round.
    fn named_by_id(&self, at: usize) -> Option<Place> {
        let label = self.labels.get(at)?;
        if let Some(node) = self.tree.by_id(self.tree.attr(label.node, "for")) {
            return self.place_at(node);
        }
        let id = self.tree.attr(label.node, "id");
        let refers = |p: &&Place| self.tree.attr(p.node, "aria-labelledby").split_ascii_whitespace().any(|i| i == id);
        if id.is_empty() { None } else { self.places.iter().find(refers).cloned() }
    }

    /// The place on this node or around it: a react-select's input stands inside its control.
    fn place_at(&self, node: NodeId) -> Option<Place> {
        std::iter::once(node)
            .chain(self.tree.ancestors(node).take(MAX_CLIMB))
            .find_map(|n| self.within(n..n + 1).first())
            .or_else(|| self.within(self.tree.range(node)).first())
            .cloned()
    }

    /// The label wraps its control.
    fn inside(&self, at: usize) -> Option<Place> {
        let label = self.labels.get(at)?;
        self.free(self.tree.range(label.node)).next().cloned()
    }

    /// The value in the smallest container that holds this label; where that holds other labels too, the value before
    /// the next label (or, where boxes come first, the one after the last label).
    fn nearest(&self, at: usize) -> Option<Place> {
        let label = self.labels.get(at)?;
        for container in self.tree.ancestors(label.node).take(MAX_CLIMB) {
            let range = self.tree.range(container);
            let others = self.labels.iter().any(|l| l.real && l.node != label.node && range.contains(&l.node));
            if others {
                return self.between_labels(label.node, &range);
            }
            let after = self.free(label.node..range.end).next();
            if let Some(place) = after.or_else(|| self.free(range).next()) {
                return Some(place.clone());
            }
        }
        None
    }

    fn between_labels(&self, label: NodeId, range: &Range<NodeId>) -> Option<Place> {
        let labels = || self.labels.iter().filter(|l| l.real && range.contains(&l.node)).map(|l| l.node);
        let first_label = labels().next()?;
        let boxes_first = self.within(range.start..first_label).iter().any(|p| matches!(p.raw, Raw::Ticked(_)));
        if boxes_first {
            let start = labels().rfind(|l| *l < label).unwrap_or(range.start);
            return self.free(start..label).last().cloned();
        }
        let end = labels().find(|l| *l > label).unwrap_or(range.end);
        self.free(label..end).next().cloned()
    }

    /// Plain text in the next cell or element, without a class that says so. Only a word that is a state counts.
    fn beside(&self, at: usize) -> Option<Place> {
        let label = self.labels.get(at)?;
        for node in std::iter::once(label.node).chain(self.tree.ancestors(label.node).take(2)) {
            let Some(next) = self.tree.next_sibling(node) else {
                continue;
            };
            if self.labels.iter().any(|l| self.tree.contains(next, l.node)) {
                return None;
            }
            let raw = values::text(self.tree, next);
            let text = self.tree.deep_text(next);
            let known = || vocabulary::fields(&label.text).any(|(_, f)| f.value(&text).is_some());
            return (values::is_state_word(&text) || known()).then_some(Place { node: next, raw, control: false });
        }
        None
    }

    /// Controls that no label took and that carry their name themselves.
    fn named_by_aria(&self) -> impl Iterator<Item = Pair> + '_ {
        self.free(0..NodeId::MAX).filter_map(|place| {
            let named = |n: &NodeId| !self.tree.attr(*n, "aria-label").is_empty();
            let node = self.tree.subtree(place.node).find(named)?;
            let text = self.tree.attr(node, "aria-label").to_owned();
            Some(Pair::new(text, None, Some(place.clone())))
        })
    }

    fn free(&self, range: Range<NodeId>) -> impl DoubleEndedIterator<Item = &Place> {
        self.within(range).iter().filter(|p| !self.taken.contains(&p.node))
    }

    fn within(&self, range: Range<NodeId>) -> &[Place] {
        let from = |node| self.places.partition_point(|p| p.node < node);
        self.places.get(from(range.start)..from(range.end)).unwrap_or_default()
    }
}

/// Every text that can name a field.
fn labels(tree: &Tree, places: &[Place]) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut skip_to = 0;
    for node in tree.visible().filter(|n| *n != 0) {
        if node < skip_to {
            continue;
        }
        if places.binary_search_by_key(&node, |p| p.node).is_ok() || is_frame(tree, node) {
            skip_to = tree.range(node).end;
        } else if tree.tag(node) == "label" {
            skip_to = tree.range(node).end;
            let text = label_text(tree, node);
            if !text.is_empty() {
                labels.push(Label { node, text, real: true });
            }
        } else if names_a_field(tree.text(node)) {
            labels.push(Label { node, text: tree.text(node).to_owned(), real: false });
        }
    }
    labels
}

/// The label's own text: other extensions put badges into labels (facts, 2.2). Where it has none of its own, the first
/// text inside.
fn label_text(tree: &Tree, label: NodeId) -> String {
    let in_place = |n: &NodeId| !tree.text(*n).is_empty() && !tree.has_class(*n, "asterisk");
    tree.subtree(label).find(in_place).map_or_else(String::new, |n| tree.text(n).to_owned())
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
        || values::is_open_list(tree, node)
}
