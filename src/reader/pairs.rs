//! Which value belongs to which label: a table of strategies, best evidence first.
//!
//! Labels and values are paired through the structure of the page, never by neighbouring lines of text (facts, 2.1). What
//! else stands in a label's row is its rival: two values for one label are a conflict, whichever comes first.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::labels::{self, Headings, Label, is_decoy};
use super::rows::Rows;
use super::tree::{self, Tree};
use super::unseen;
use super::values::{self, Place, Raw};
use crate::snapshot::NodeId;
use crate::vocabulary::{self, Field, Kind, ScreenId, key};

/// How far a label and its value may be apart: a row, a column in it, a wrapper or two.
const MAX_CLIMB: usize = 6;

/// How many other values of a row are compared with the first.
const MOST_RIVALS: usize = 8;

/// More cells than a row that names a setting has.
const MOST_CELLS: usize = 64;

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
    /// What else may belong to it, by where it stands.
    pub rivals: Vec<Raw>,
    /// It stands under one of Halo's own headings.
    pub in_section: bool,
    /// Where its value stands, or would stand, is something that a person cannot see.
    pub unseen: bool,
}

impl Pair {
    /// The field of this screen that the label names.
    pub fn field(&self, screen: ScreenId) -> Option<&'static Field> {
        self.fields.iter().find(|(s, _)| *s == screen).map(|(_, f)| *f)
    }

    /// Whether its value, or a part of it, is still on its way.
    pub fn is_pending(&self) -> bool {
        self.place.iter().map(|p| &p.raw).chain(&self.rivals).any(|raw| *raw == Raw::Pending)
    }
}

/// Labels and values of a page, sorted by node, with what is taken already.
struct Page<'a> {
    tree: &'a Tree<'a>,
    rows: &'a Rows,
    labels: Vec<Label>,
    /// The nodes of the labels that are `label` elements.
    real: Vec<NodeId>,
    places: &'a [Place],
    /// The nodes of those places that are boxes.
    boxes: Vec<NodeId>,
    /// Places by the node that their `aria-labelledby` names.
    described: BTreeMap<NodeId, NodeId>,
    /// The places that belong to no label yet.
    free: BTreeSet<NodeId>,
    /// Those of them that are boxes.
    free_boxes: BTreeSet<NodeId>,
}

/// Every label of the page with its value.
pub fn pairs(tree: &Tree, rows: &Rows, places: &[Place]) -> Vec<Pair> {
    let labels = labels::labels(tree, places, &rows.valueless);
    let described = described(tree, places);
    let nodes = |keep: fn(&Place) -> bool| places.iter().filter(move |p| keep(p)).map(|p| p.node);
    let mut page = Page {
        tree,
        rows,
        real: labels.iter().filter(|l| l.real).map(|l| l.node).collect(),
        boxes: nodes(is_box).collect(),
        free: nodes(|_| true).collect(),
        free_boxes: nodes(is_box).collect(),
        labels,
        described,
        places,
    };
    let mut chosen: Vec<Option<Place>> = vec![None; page.labels.len()];
    // All labels try the strongest strategy before any tries the next: what one names by id, no neighbour may take.
    for strategy in [Page::named_by_id, Page::inside, Page::nearest, Page::beside] {
        for (at, slot) in chosen.iter_mut().enumerate() {
            if slot.is_none() {
                *slot = strategy(&page, at);
                page.take(slot.as_ref());
            }
        }
    }
    let headings = Headings::of(tree);
    let is_label = |label: &Label, place: Option<&Place>| label.real || place.is_some() || page.is_row_of_scope(label);
    let labelled = page.labels.iter().zip(&chosen).filter(|(label, place)| is_label(label, place.as_ref()));
    let mut pairs: Vec<Pair> = labelled.map(|(label, place)| page.pair(label, place.clone())).collect();
    pairs.extend(page.named_by_aria());
    for pair in &mut pairs {
        place_under_heading(pair, &headings);
    }
    pairs
}

/// A label under another heading than Halo's may name another field.
fn place_under_heading(pair: &mut Pair, headings: &Headings) {
    let Some(node) = pair.label.or(pair.place.as_ref().map(|p| p.node)).filter(|_| !pair.fields.is_empty()) else {
        return;
    };
    let heading = headings.above(node);
    pair.in_section = !heading.is_empty() && vocabulary::is_frame_word(&heading);
    let all = headings.all_above(node);
    pair.fields.retain(|(screen, field)| !all.iter().any(|heading| is_decoy(*screen, field, heading)));
}

impl Page<'_> {
    fn pair(&self, label: &Label, place: Option<Place>) -> Pair {
        let fields: Vec<_> = vocabulary::fields(&label.text).collect();
        let rivals = match &place {
            Some(place) if !fields.is_empty() => self.rivals(label, place, &fields),
            _ => Vec::new(),
        };
        let unseen = match &place {
            Some(place) => unseen::is_in(self.tree, self.tree.range(place.node)),
            None => !fields.is_empty() && self.hides_value(label.node),
        };
        Pair { text: label.text.clone(), fields, label: Some(label.node), place, rivals, in_section: false, unseen }
    }

    /// Whether something that nobody can see stands beside a label without a value: in the smallest container that holds
    /// anything else, and no other label.
    fn hides_value(&self, label: NodeId) -> bool {
        let own = self.tree.range(label);
        let mut around = self.around(label).map(|n| self.tree.range(n));
        let holds_more = |range: &Range<NodeId>| range.start + 1 < own.start || range.end > own.end;
        let beside = around.find(holds_more).filter(|range| !self.holds_others(label, range));
        beside.is_some_and(|range| {
            unseen::is_in(self.tree, range.start..own.start) || unseen::is_in(self.tree, own.end..range.end)
        })
    }

    fn take(&mut self, place: Option<&Place>) {
        if let Some(place) = place {
            self.free.remove(&place.node);
            self.free_boxes.remove(&place.node);
        }
    }

    /// `for=` with an id that exists, or `aria-labelledby` the other way round. An id that leads out of a row with a
    /// value of its own is there twice, or a mistake: the row is what the person sees.
    fn named_by_id(&self, at: usize) -> Option<Place> {
        let label = self.labels.get(at)?;
        let place = match self.tree.nearest_by_id(self.tree.attr(label.node, "for"), label.node) {
            Some(node) => self.place_at(node)?,
            None => self.within_node(*self.described.get(&label.node)?)?.clone(),
        };
        let row = self.row(label.node);
        let fits = row.contains(&place.node) || self.within(row).is_empty();
        (fits && self.free.contains(&place.node)).then_some(place)
    }

    /// The largest container around a label that holds no other.
    fn row(&self, label: NodeId) -> Range<NodeId> {
        let ancestors = self.around(label).map(|n| self.tree.range(n));
        ancestors.take_while(|r| !self.holds_others(label, r)).last().unwrap_or_else(|| self.tree.range(label))
    }

    /// The elements around a label, innermost first, that its value may stand in: never beyond the row of a table.
    fn around(&self, label: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        let row = self.rows.around(label);
        let inside = move |n: &NodeId| row.as_ref().is_none_or(|row| row.contains(n));
        self.tree.ancestors(label).take(MAX_CLIMB).take_while(inside)
    }

    /// Whether there are other `label` elements in this range.
    fn holds_others(&self, label: NodeId, range: &Range<NodeId>) -> bool {
        tree::within(&self.real, range.clone()).iter().any(|l| *l != label)
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
        let end = tree::within(&self.real, label.node + 1..range.end).first().copied().unwrap_or(range.end);
        self.first_free(label.node..end)
    }

    /// The value in the smallest container that holds this label; where that holds other labels too, the value before
    /// the next label (or, where boxes come first, the one after the last label).
    fn nearest(&self, at: usize) -> Option<Place> {
        let label = self.labels.get(at)?;
        for container in self.around(label.node) {
            let range = self.tree.range(container);
            if self.holds_others(label.node, &range) {
                return self.between_labels(label.node, &range);
            }
            let after = self.first_free(label.node..range.end);
            // Only a box stands before its label.
            let before = || self.free_boxes.range(range.clone()).next().and_then(|n| self.within_node(*n)).cloned();
            if let Some(place) = after.or_else(before) {
                return Some(place);
            }
        }
        None
    }

    fn between_labels(&self, label: NodeId, range: &Range<NodeId>) -> Option<Place> {
        let labels = tree::within(&self.real, range.clone());
        let at = labels.partition_point(|l| *l < label);
        let before = at.checked_sub(1).and_then(|i| labels.get(i)).copied();
        let after = labels.get(at..)?.iter().copied().find(|l| *l > label);
        // Where the neighbours have their values in their own rows, a value outside of the rows is nobody's.
        if [before, after].into_iter().flatten().any(|l| !self.within(self.row(l)).is_empty()) {
            return None;
        }
        let has_box = |range: Range<NodeId>| !tree::within(&self.boxes, range).is_empty();
        let boxes_first = has_box(range.start..*labels.first()?);
        let boxes_last = has_box(*labels.last()?..range.end);
        match (boxes_first, boxes_last) {
            (true, true) => None,
            (true, false) => {
                let last = self.free.range(before.unwrap_or(range.start)..label).next_back()?;
                self.within_node(*last).cloned()
            }
            (false, _) => self.first_free(label..after.unwrap_or(range.end)),
        }
    }

    /// Plain text in the next cell or element, without a class that says so. Only a word that is a state counts, and
    /// never one on a control (a button "Yes" beside a button "No"), nor one of several.
    fn beside(&self, at: usize) -> Option<Place> {
        let label = self.labels.get(at)?;
        let alone = |n: &NodeId| self.labels_of_any_kind(&self.tree.range(*n)).len() < 2;
        let cells = self.rows.cells_around(label.node).unwrap_or_default();
        let at = cells.partition_point(|c| *c <= label.node).checked_sub(1);
        let cell = at.and_then(|at| cells.get(at)).copied().filter(|c| self.tree.contains(*c, label.node));
        if let Some(at) = at.filter(|_| cells.len() > 1 && cell.is_some_and(|c| alone(&c))) {
            return self.beside_in_row(label, cells, at);
        }
        let in_cell = |n: &NodeId| cell.is_none_or(|c| c < *n);
        let around = self.tree.ancestors(label.node).take(2).take_while(alone).take_while(in_cell);
        for node in std::iter::once(label.node).chain(around) {
            let Some(next) = self.tree.next_sibling(node) else {
                continue;
            };
            let place = self.plain(label, next)?;
            if self.follows_text(label, node) {
                return None;
            }
            let others = std::iter::successors(self.tree.next_sibling(next), |n| self.tree.next_sibling(*n));
            let is_second = |other| self.plain(label, other).is_some() || self.is_second_description(next, other);
            return (!others.take(MOST_RIVALS).any(is_second)).then_some(place);
        }
        None
    }

    /// Whether something is said before the label in an element that it shares with its value only, as in a record of
    /// changes: "12 March, Login Type, Agent". A number, or a heading, says nothing of the kind.
    fn follows_text(&self, label: &Label, node: NodeId) -> bool {
        let Some(parent) = self.tree.parent(node).filter(|p| self.labels_of_any_kind(&self.tree.range(*p)).len() == 1)
        else {
            return false;
        };
        let is_heading = |n: NodeId| {
            matches!(
                self.tree.tag(n),
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "legend" | "caption" | "summary" | "dt"
            ) || self.tree.has_class(n, "title")
                || self.tree.has_class(n, "details-group-header")
        };
        let is_own = |n: NodeId| std::iter::once(n).chain(self.tree.ancestors(n)).take_while(|n| *n > parent);
        let range = parent..label.node.min(node);
        if !self.tree.withheld_in(range.clone()).is_empty() {
            return true;
        }
        let before = self.tree.texts_in(range).iter().rev().take(MOST_RIVALS);
        before.filter(|n| !is_own(**n).any(is_heading)).any(|n| {
            let text = self.tree.text(*n);
            let is_date = text.contains(['/', '-', ':', '.']) && text.contains(|c: char| c.is_ascii_digit());
            is_date || !key(text).chars().all(|c| c.is_ascii_digit())
        })
    }

    /// A term of a description list has one description, or which of them counts is not known.
    fn is_second_description(&self, first: NodeId, other: NodeId) -> bool {
        [first, other].iter().all(|n| self.tree.tag(*n) == "dd")
            && !self.tree.texts_in(self.tree.range(other)).is_empty()
            && !self.tree.visible_in(first..other).any(|n| self.tree.tag(n) == "dt")
    }

    /// A row of a table is a label with its value if exactly one cell with something in it follows the label, and no
    /// text stands before it: "When, Field, Old, New" is a record of changes.
    fn beside_in_row(&self, label: &Label, cells: &[NodeId], at: usize) -> Option<Place> {
        let (before, from) = cells.split_at_checked(at).filter(|_| cells.len() <= MOST_CELLS)?;
        let says = |c: &&NodeId| {
            let is_number = |text: &str| text.chars().all(|c| c.is_ascii_digit());
            let text = key(&self.tree.deep_text(**c));
            (!text.is_empty() && !is_number(&text)) || !self.tree.withheld_in(self.tree.range(**c)).is_empty()
        };
        if before.iter().any(|c| says(&c)) {
            return None;
        }
        let shows = |c: &&NodeId| {
            let range = self.tree.range(**c);
            let button = |n: NodeId| matches!(self.tree.tag(n), "button" | "a");
            let is_button = |n: &&NodeId| !self.tree.ancestors(**n).take(3).chain([**n]).any(button);
            self.tree.texts_in(range.clone()).iter().filter(is_button).any(|n| !self.tree.text(*n).is_empty())
                || !self.tree.withheld_in(range.clone()).is_empty()
                || !self.tree.struck_in(range).is_empty()
        };
        let mut values = from.iter().skip(1).filter(shows);
        match (values.next(), values.next()) {
            (Some(one), None) => self.plain(label, *one),
            _ => None,
        }
    }

    /// Whether a row of a table is about a scope: where it shows no value, or several, nobody can tell what is set.
    fn is_row_of_scope(&self, label: &Label) -> bool {
        let mut fields = vocabulary::fields(&label.text);
        let is_scope = fields.next().is_some_and(|(_, f)| f.kind == Kind::Scope);
        let is_first = |cells: &[NodeId]| cells.first().is_some_and(|c| self.tree.contains(*c, label.node));
        is_scope && self.rows.cells_around(label.node).is_some_and(|cells| cells.len() > 1 && is_first(cells))
    }

    /// What an element says as plain text, if that is a state of the label's field.
    fn plain(&self, label: &Label, node: NodeId) -> Option<Place> {
        let range = self.tree.range(node);
        if !self.labels_of_any_kind(&range).is_empty() || self.tree.subtree(node).any(|n| self.is_control(n)) {
            return None;
        }
        let text = self.tree.deep_text(node);
        let known = || vocabulary::fields(&label.text).any(|(_, f)| f.value(&text).is_some());
        let raw = values::text(self.tree, node);
        (values::is_state_word(&text) || known()).then_some(Place { node, raw, control: false })
    }

    /// What else stands in the row of a label and its value, and belongs to no other label.
    fn rivals(&self, label: &Label, place: &Place, fields: &[(ScreenId, &'static Field)]) -> Vec<Raw> {
        let row = self.shared_row(label.node, place.node);
        let range = row.clone().unwrap_or_else(|| self.gap(label.node, place.node));
        // Without a row of its own, a text before the box is the help of the field before.
        let texts = if row.is_none() { range.start.max(label.node.min(place.node))..range.end } else { range.clone() };
        let has_other_name = |p: &&Place| {
            let name = self.tree.attr(p.node, "aria-label");
            !name.is_empty() && key(name) != key(&label.text) && vocabulary::fields(name).next().is_some()
        };
        let places = self.free.range(range).filter_map(|n| self.within_node(*n));
        let unnamed = places.take(MOST_RIVALS * 4).filter(|p| !has_other_name(p));
        let mut rivals: Vec<Raw> = unnamed.take(MOST_RIVALS).map(|p| p.raw.clone()).collect();
        let is_state = |text: &str| values::is_state_word(text) || fields.iter().any(|(_, f)| f.value(text).is_some());
        let texts = self.tree.texts_in(texts).iter().take(MOST_RIVALS * 4);
        let plain = texts.filter(|n| self.is_plain(**n, label.node, place.node) && is_state(self.tree.text(**n)));
        rivals.extend(plain.map(|n| Raw::plain(self.tree.text(*n))));
        rivals
    }

    /// Whether a text stands on its own: in no label, value or control.
    fn is_plain(&self, node: NodeId, label: NodeId, place: NodeId) -> bool {
        let mut around = std::iter::once(node).chain(self.tree.ancestors(node).take(MAX_CLIMB));
        !self.tree.contains(label, node)
            && !self.tree.contains(place, node)
            && around.all(|n| {
                self.tree.contains(n, label)
                    || (self.tree.tag(n) != "label" && !self.is_control(n) && !values::is_elsewhere(self.tree, n))
            })
    }

    /// The part of the page that a label and its value share with no other label, where there is one.
    fn shared_row(&self, label: NodeId, place: NodeId) -> Option<Range<NodeId>> {
        let alone = |range: &Range<NodeId>| self.labels_of_any_kind(range).iter().all(|l| l.node == label);
        let is_row = |n: NodeId| {
            let class = self.tree.attr(n, "class");
            class.split_ascii_whitespace().any(|c| c == "row" || c.starts_with("col-"))
        };
        let mut shared: Option<Range<NodeId>> = None;
        for container in std::iter::once(label).chain(self.around(label)) {
            let range = self.tree.range(container);
            let is_shared = range.contains(&place);
            if !alone(&range) {
                break;
            }
            if is_shared && (shared.is_none() || is_row(container) || self.rows.is_row(container)) {
                shared = Some(range);
            }
        }
        shared
    }

    /// The stretch between a label and the row of the one before or after it, on the side of its value.
    fn gap(&self, label: NodeId, place: NodeId) -> Range<NodeId> {
        let at = self.labels.partition_point(|l| l.node < label);
        if place >= label {
            let next = self.labels.get(at + 1).map_or(place + 1, |l| self.row(l.node).start);
            return label..next.max(place);
        }
        let before = at.checked_sub(1).and_then(|i| self.labels.get(i)).map_or(place, |l| self.row(l.node).end);
        before.min(place)..label
    }

    /// Controls that no label took and that carry their name themselves.
    fn named_by_aria(&self) -> impl Iterator<Item = Pair> + '_ {
        self.free.iter().filter_map(|node| {
            let place = self.within_node(*node)?;
            let named = |n: &NodeId| !self.tree.attr(*n, "aria-label").is_empty();
            let node = self.tree.subtree(place.node).find(named)?;
            let text = self.tree.attr(node, "aria-label").to_owned();
            let fields = vocabulary::fields(&text).collect();
            let unseen = unseen::is_in(self.tree, self.tree.range(place.node));
            let (place, rivals) = (Some(place.clone()), Vec::new());
            Some(Pair { text, fields, label: None, place, rivals, in_section: false, unseen })
        })
    }

    fn is_control(&self, node: NodeId) -> bool {
        matches!(self.tree.tag(node), "button" | "input" | "select" | "textarea")
            || values::is_open_list(self.tree, node)
            || self.within_node(node).is_some()
    }

    fn labels_of_any_kind(&self, range: &Range<NodeId>) -> &[Label] {
        tree::step();
        let from = |node| self.labels.partition_point(|l| l.node < node);
        self.labels.get(from(range.start)..from(range.end)).unwrap_or_default()
    }

    fn within_node(&self, node: NodeId) -> Option<&Place> {
        self.within(node..node + 1).first()
    }

    fn first_free(&self, range: Range<NodeId>) -> Option<Place> {
        let node = self.free.range(range).next()?;
        self.within_node(*node).cloned()
    }

    fn within(&self, range: Range<NodeId>) -> &[Place] {
        tree::step();
        let from = |node| self.places.partition_point(|p| p.node < node);
        self.places.get(from(range.start)..from(range.end)).unwrap_or_default()
    }
}

fn is_box(place: &Place) -> bool {
    match &place.raw {
        Raw::Ticked(_) => true,
        Raw::Unclear(all) => place.control && matches!(all.as_slice(), [yes, no] if yes == "Yes" && no == "No"),
        _ => false,
    }
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
