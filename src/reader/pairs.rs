//! Which value belongs to which label: a table of strategies, best evidence first.
//!
//! Labels and values are paired through the structure of the page, never by neighbouring lines of text (facts, 2.1).

use std::collections::{BTreeMap, BTreeSet};
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
    /// The nodes of the labels that are `label` elements.
    real: Vec<NodeId>,
    places: Vec<Place>,
    /// Places by the node that their `aria-labelledby` names.
    described: BTreeMap<NodeId, NodeId>,
    /// Which of the places belong to a label already.
    taken: BTreeSet<NodeId>,
}

/// Every label of the page with its value.
pub fn pairs(tree: &Tree) -> Vec<Pair> {
    let places = values::places(tree);
    let labels = labels(tree, &places);
    let real = labels.iter().filter(|l| l.real).map(|l| l.node).collect();
    let described = described(tree, &places);
    let mut page = Page { tree, labels, real, places, described, taken: BTreeSet::new() };
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
    /// `for=` with an id that exists, or `aria-labelledby` the other way round. An id that leads out of a row with a
    /// value of its own is there twice, or a mistake: the row is what the person sees.
    fn named_by_id(&self, at: usize) -> Option<Place> {
        let label = self.labels.get(at)?;
        let place = match self.tree.by_id(self.tree.attr(label.node, "for")) {
            Some(node) => self.place_at(node)?,
            None => self.within_node(*self.described.get(&label.node)?)?.clone(),
        };
        let row = self.row(label.node);
        let fits = row.contains(&place.node) || self.within(row).is_empty();
        (fits && !self.taken.contains(&place.node)).then_some(place)
    }

    /// The largest container around a label that holds no other.
    fn row(&self, label: NodeId) -> Range<NodeId> {
        let ancestors = self.tree.ancestors(label).take(MAX_CLIMB).map(|n| self.tree.range(n));
        ancestors.take_while(|r| !self.holds_others(label, r)).last().unwrap_or_else(|| self.tree.range(label))
    }

    /// Whether there are other `label` elements in this range.
    fn holds_others(&self, label: NodeId, range: &Range<NodeId>) -> bool {
        self.labels_in(range).iter().any(|l| *l != label)
    }

    fn labels_in(&self, range: &Range<NodeId>) -> &[NodeId] {
        let from = |node| self.real.partition_point(|l| *l < node);
        self.real.get(from(range.start)..from(range.end)).unwrap_or_default()
    }

    /// The place on this node or around it: a react-select's input stands inside its control.
    fn place_at(&self, node: NodeId) -> Option<Place> {
        std::iter::once(node)
            .chain(self.tree.ancestors(node).take(MAX_CLIMB))
            .find_map(|n| self.within_node(n))
            .or_else(|| self.within(self.tree.range(node)).first())
            .cloned()
    }

    /// The label wraps its control, and no other label does so more closely.
    fn inside(&self, at: usize) -> Option<Place> {
        let label = self.labels.get(at)?;
        let range = self.tree.range(label.node);
        let end = self.labels_in(&(label.node + 1..range.end)).first().copied().unwrap_or(range.end);
        self.free(label.node..end).next().cloned()
    }

    /// The value in the smallest container that holds this label; where that holds other labels too, the value before
    /// the next label (or, where boxes come first, the one after the last label).
    fn nearest(&self, at: usize) -> Option<Place> {
        let label = self.labels.get(at)?;
        for container in self.tree.ancestors(label.node).take(MAX_CLIMB) {
            let range = self.tree.range(container);
            if self.holds_others(label.node, &range) {
                return self.between_labels(label.node, &range);
            }
            let after = self.free(label.node..range.end).next();
            // Only a box stands before its label.
            if let Some(place) = after.or_else(|| self.free(range).find(|p| is_box(p))) {
                return Some(place.clone());
            }
        }
        None
    }

    fn between_labels(&self, label: NodeId, range: &Range<NodeId>) -> Option<Place> {
        let labels = self.labels_in(range);
        let at = labels.partition_point(|l| *l < label);
        let before = at.checked_sub(1).and_then(|i| labels.get(i)).copied();
        let after = labels.get(at..)?.iter().copied().find(|l| *l > label);
        // Where the neighbours have their values in their own rows, a value outside of the rows is nobody's.
        if [before, after].into_iter().flatten().any(|l| !self.within(self.row(l)).is_empty()) {
            return None;
        }
        let has_box = |range: Range<NodeId>| self.within(range).iter().any(is_box);
        let boxes_first = has_box(range.start..*labels.first()?);
        let boxes_last = has_box(*labels.last()?..range.end);
        match (boxes_first, boxes_last) {
            (true, true) => None,
            (true, false) => self.free(before.unwrap_or(range.start)..label).last().cloned(),
            (false, _) => self.free(label..after.unwrap_or(range.end)).next().cloned(),
        }
    }

    /// Plain text in the next cell or element, without a class that says so. Only a word that is a state counts, and
    /// never one on a control (a button "Yes" beside a button "No").
    fn beside(&self, at: usize) -> Option<Place> {
        let label = self.labels.get(at)?;
        let alone = |n: &NodeId| self.labels_of_any_kind(&self.tree.range(*n)).len() < 2;
        let around = self.tree.ancestors(label.node).take(2).take_while(alone);
        for node in std::iter::once(label.node).chain(around) {
            let Some(next) = self.tree.next_sibling(node) else {
                continue;
            };
            let range = self.tree.range(next);
            if !self.labels_of_any_kind(&range).is_empty() || self.tree.subtree(next).any(|n| self.is_control(n)) {
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

    fn is_control(&self, node: NodeId) -> bool {
        matches!(self.tree.tag(node), "button" | "input" | "select" | "textarea")
            || values::is_open_list(self.tree, node)
            || self.within_node(node).is_some()
    }

    fn labels_of_any_kind(&self, range: &Range<NodeId>) -> &[Label] {
        let from = |node| self.labels.partition_point(|l| l.node < node);
        self.labels.get(from(range.start)..from(range.end)).unwrap_or_default()
    }

    fn within_node(&self, node: NodeId) -> Option<&Place> {
        self.within(node..node + 1).first()
    }

    fn free(&self, range: Range<NodeId>) -> impl DoubleEndedIterator<Item = &Place> {
        self.within(range).iter().filter(|p| !self.taken.contains(&p.node))
    }

    fn within(&self, range: Range<NodeId>) -> &[Place] {
        let from = |node| self.places.partition_point(|p| p.node < node);
        self.places.get(from(range.start)..from(range.end)).unwrap_or_default()
    }
}

fn is_box(place: &Place) -> bool {
    matches!(place.raw, Raw::Ticked(_))
}

/// The first place that names each node with `aria-labelledby`.
fn described(tree: &Tree, places: &[Place]) -> BTreeMap<NodeId, NodeId> {
    let named = |p: &Place| {
        let ids = tree.attr(p.node, "aria-labelledby").split_ascii_whitespace();
        ids.filter_map(|id| tree.by_id(id)).map(|label| (label, p.node)).collect::<Vec<_>>()
    };
    // The first wins: a later entry would replace an earlier one.
    places.iter().rev().flat_map(named).collect()
}

/// Every text that can name a field.
fn labels(tree: &Tree, places: &[Place]) -> Vec<Label> {
    let mut labels = Vec::new();
    let mut skip_to = 0;
    let mut in_label_to = 0;
    for node in tree.visible().filter(|n| *n != 0) {
        if node < skip_to {
            continue;
        }
        if places.binary_search_by_key(&node, |p| p.node).is_ok() || is_frame(tree, node) {
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
    let says = |text: &&str| !vocabulary::key(text).is_empty();
    if let Some(own) = Some(tree.text(label)).filter(says) {
        return own.to_owned();
    }
    let parts: Vec<&str> = tree.subtree(label).map(|n| tree.text(n)).filter(says).collect();
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
