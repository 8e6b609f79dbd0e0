//! A snapshot with its relations worked out: children, attributes, visibility.
//!
//! A page can nest 20,000 elements, so nothing here walks a subtree to find what few of its nodes have: texts are looked
//! up in sorted lists, and a text is cut where no label or value of Halo's would still go on.

use std::ops::Range;

use crate::snapshot::{Flags, MAX_TEXT, NO_PARENT, NodeId, Snapshot};

/// Read-only view of a snapshot as a tree. Ids outside the snapshot have no text, no attributes and no relations.
pub struct Tree<'a> {
    snapshot: &'a Snapshot,
    hidden: Vec<bool>,
    /// Document order makes a subtree the ids from its root up to here.
    ends: Vec<NodeId>,
    /// Where a node's attributes stand.
    attrs: Vec<Range<usize>>,
    /// Visible elements by their `id`, sorted.
    ids: Vec<(&'a str, NodeId)>,
    /// Visible elements with a text of their own that is not struck through, in document order.
    texts: Vec<NodeId>,
    /// Visible elements whose text is struck through.
    struck: Vec<NodeId>,
    /// Visible elements on which something was withheld.
    withheld: Vec<NodeId>,
    /// Elements with something that a person cannot see, hidden or not.
    unseen: Vec<NodeId>,
    /// Visible elements, in document order.
    shown: Vec<NodeId>,
}

impl<'a> Tree<'a> {
    /// Works out the relations.
    ///
    /// # Errors
    /// More than [`Snapshot::check`] allows, columns of unequal length, a node before its parent, attributes out of order:
    /// names the column or the node.
    pub fn new(snapshot: &'a Snapshot) -> Result<Self, String> {
        snapshot.check()?;
        let hidden = visibility(snapshot)?;
        let mut tree = Self {
            snapshot,
            ends: ends(snapshot),
            attrs: attributes(snapshot)?,
            ids: Vec::new(),
            texts: Vec::new(),
            struck: Vec::new(),
            withheld: Vec::new(),
            unseen: Vec::new(),
            shown: (0u32..).zip(&hidden).filter(|(_, hidden)| !**hidden).map(|(id, _)| id).collect(),
            hidden,
        };
        let mut ids: Vec<_> =
            tree.visible().map(|n| (tree.attr(n, "id"), n)).filter(|(id, _)| !id.is_empty()).collect();
        ids.sort_unstable();
        tree.ids = ids;
        let mut struck_to = 0;
        let mut lists = (Vec::new(), Vec::new(), Vec::new());
        for node in tree.visible() {
            if tree.strikes(node) {
                struck_to = tree.range(node).end.max(struck_to);
            }
            if !tree.text(node).is_empty() {
                if node < struck_to { lists.1.push(node) } else { lists.0.push(node) }
            }
            if tree.is_withheld(node) {
                lists.2.push(node);
            }
        }
        (tree.texts, tree.struck, tree.withheld) = lists;
        tree.unseen = (0u32..).zip(&tree.hidden).map(|(id, _)| id).filter(|id| tree.flag(*id, Flags::UNSEEN)).collect();
        Ok(tree)
    }

    /// Whether the element strikes out what is in it.
    pub fn strikes(&self, id: NodeId) -> bool {
        matches!(self.tag(id), "s" | "del" | "strike") || self.flag(id, Flags::STRUCK)
    }

    /// All nodes that are rendered, in document order.
    pub fn visible(&self) -> impl Iterator<Item = NodeId> + '_ {
        self.shown.iter().copied().inspect(|_| step())
    }

    /// Tag name; empty for an unknown id.
    pub fn tag(&self, id: NodeId) -> &'a str {
        self.snapshot.nodes.tag.get(id as usize).map_or("", String::as_str)
    }

    /// The element's own text.
    pub fn text(&self, id: NodeId) -> &'a str {
        self.snapshot.nodes.text.get(id as usize).map_or("", String::as_str)
    }

    /// The text of the element and everything visible in it that is not struck through, joined by blanks. What is longer
    /// than a captured text can be is cut off.
    pub fn deep_text(&self, id: NodeId) -> String {
        let mut joined = String::new();
        for node in self.texts_in(self.range(id)) {
            step();
            if joined.len() >= MAX_TEXT {
                break;
            }
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(self.text(*node));
        }
        joined
    }

    /// The visible elements in this range with a text of their own that is not struck through.
    pub fn texts_in(&self, range: Range<NodeId>) -> &[NodeId] {
        within(&self.texts, range)
    }

    /// The visible elements in this range whose text is struck through.
    pub fn struck_in(&self, range: Range<NodeId>) -> &[NodeId] {
        within(&self.struck, range)
    }

    /// The visible elements in this range on which something was withheld.
    pub fn withheld_in(&self, range: Range<NodeId>) -> &[NodeId] {
        within(&self.withheld, range)
    }

    /// The elements in this range, hidden or not, with something that a person cannot see.
    pub fn unseen_in(&self, range: Range<NodeId>) -> &[NodeId] {
        within(&self.unseen, range)
    }

    /// Attribute; empty where there is none.
    pub fn attr(&self, id: NodeId, name: &str) -> &'a str {
        step();
        let Some(range) = self.attrs.get(id as usize) else {
            return "";
        };
        let names = self.snapshot.attrs.name.get(range.clone()).unwrap_or_default();
        let values = self.snapshot.attrs.value.get(range.clone()).unwrap_or_default();
        names.iter().zip(values).find(|(n, _)| *n == name).map_or("", |(_, v)| v)
    }

    /// Whether the element has this class.
    pub fn has_class(&self, id: NodeId, class: &str) -> bool {
        self.attr(id, "class").split_ascii_whitespace().any(|c| c == class)
    }

    /// Whether a class contains this text: generated class names keep the part's name (facts, 1.1: `…singleValue…`).
    pub fn class_contains(&self, id: NodeId, part: &str) -> bool {
        self.attr(id, "class").contains(part)
    }

    /// Whether a bit of [`Flags`] is set.
    pub fn flag(&self, id: NodeId, flag: u16) -> bool {
        self.snapshot.nodes.flags.get(id as usize).is_some_and(|f| f & flag != 0)
    }

    /// Whether the element or one that contains it is hidden.
    pub fn is_hidden(&self, id: NodeId) -> bool {
        self.hidden.get(id as usize).copied().unwrap_or(true)
    }

    /// Whether something in this range is hidden that may hold a row. An icon has no size of its own and counts as hidden.
    pub fn hides_in(&self, range: Range<NodeId>) -> bool {
        #[rustfmt::skip]
        const OF_ROWS: [&str; 18] = [
            "article", "dd", "details", "div", "dl", "dt", "fieldset", "form", "label",
            "li", "ol", "p", "section", "table", "tbody", "td", "tr", "ul",
        ];
        range.filter(|id| self.is_hidden(*id)).any(|id| OF_ROWS.contains(&self.tag(id)))
    }

    /// The element that contains this one.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.snapshot.nodes.parent.get(id as usize).copied().filter(|p| *p != NO_PARENT)
    }

    /// The elements that contain this one, innermost first.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |n| self.parent(*n)).inspect(|_| step())
    }

    /// The ids of the element and all that is in it, hidden ones too.
    pub fn range(&self, id: NodeId) -> Range<NodeId> {
        id..self.ends.get(id as usize).copied().unwrap_or(id)
    }

    /// The element and all that is in it, visible only, in document order.
    pub fn subtree(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.visible_in(self.range(id))
    }

    /// The visible elements in a range, in document order.
    pub fn visible_in(&self, range: Range<NodeId>) -> impl Iterator<Item = NodeId> + '_ {
        within(&self.shown, range).iter().copied().inspect(|_| step())
    }

    /// Whether `outer` is `inner` or contains it.
    pub fn contains(&self, outer: NodeId, inner: NodeId) -> bool {
        self.range(outer).contains(&inner)
    }

    /// The visible element that follows this one in the same parent.
    pub fn next_sibling(&self, id: NodeId) -> Option<NodeId> {
        let parent = self.parent(id)?;
        let mut next = self.range(id).end;
        while self.contains(parent, next) {
            step();
            if !self.is_hidden(next) {
                return Some(next);
            }
            next = self.range(next).end.max(next + 1);
        }
        None
    }

    /// The visible element with this `id`; the first where a page breaks the rule.
    pub fn by_id(&self, id: &str) -> Option<NodeId> {
        self.all_by_id(id).next()
    }

    /// Of the visible elements with this `id`, the one next to another element: a page that breaks the rule shows the same
    /// form twice, and each label means the control beside it.
    pub fn nearest_by_id(&self, id: &str, to: NodeId) -> Option<NodeId> {
        self.all_by_id(id).min_by_key(|node| node.abs_diff(to))
    }

    fn all_by_id(&self, id: &str) -> impl Iterator<Item = NodeId> {
        let from = self.ids.partition_point(|(known, _)| *known < id);
        self.ids
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(move |(known, _)| *known == id)
            .map(|(_, node)| *node)
    }

    /// Whether something stands on the element (text, title or value) that the capture did not take.
    pub fn is_withheld(&self, id: NodeId) -> bool {
        self.flag(id, Flags::WITHHELD | Flags::SECRET)
    }
}

#[cfg(test)]
thread_local! {
    /// How often a node was looked at: what a page costs, whatever the machine.
    pub static STEPS: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

/// Counts one look at one node, in tests.
#[inline]
pub fn step() {
    #[cfg(test)]
    STEPS.with(|steps| steps.set(steps.get() + 1));
}

/// The part of a sorted list that lies in a range.
pub fn within(sorted: &[NodeId], range: Range<NodeId>) -> &[NodeId] {
    step();
    let from = |node| sorted.partition_point(|n| *n < node);
    sorted.get(from(range.start)..from(range.end)).unwrap_or_default()
}

/// For each node, whether it or an ancestor is hidden.
fn visibility(snapshot: &Snapshot) -> Result<Vec<bool>, String> {
    let nodes = &snapshot.nodes;
    let count = nodes.tag.len();
    if [nodes.parent.len(), nodes.text.len(), nodes.flags.len()].iter().any(|n| *n != count) {
        return Err("snapshot: the columns of `nodes` have different lengths".into());
    }
    let mut hidden: Vec<bool> = Vec::with_capacity(count);
    for (id, (parent, flags)) in nodes.parent.iter().zip(&nodes.flags).enumerate() {
        let inherited = match *parent {
            NO_PARENT => false,
            p => *hidden.get(p as usize).ok_or_else(|| format!("snapshot: node {id} comes before its parent {p}"))?,
        };
        hidden.push(inherited || flags & Flags::HIDDEN != 0);
    }
    Ok(hidden)
}

/// For each node, the id after the last one in its subtree.
fn ends(snapshot: &Snapshot) -> Vec<NodeId> {
    let parents = &snapshot.nodes.parent;
    let mut ends: Vec<NodeId> = (1u32..).take(parents.len()).collect();
    for (id, parent) in parents.iter().enumerate().rev() {
        let end = ends.get(id).copied().unwrap_or_default();
        if let Some(outer) = ends.get_mut(*parent as usize) {
            *outer = end.max(*outer);
        }
    }
    ends
}

/// For each node, where its attributes stand in the columns.
fn attributes(snapshot: &Snapshot) -> Result<Vec<Range<usize>>, String> {
    let attrs = &snapshot.attrs;
    if attrs.name.len() != attrs.node.len() || attrs.value.len() != attrs.node.len() {
        return Err("snapshot: the columns of `attrs` have different lengths".into());
    }
    if !attrs.node.is_sorted() {
        return Err("snapshot: `attrs` are not sorted by node".into());
    }
    let mut ranges = vec![0..0; snapshot.nodes.tag.len()];
    for (at, node) in attrs.node.iter().enumerate() {
        let range = ranges
            .get_mut(*node as usize)
            .ok_or_else(|| format!("snapshot: an attribute belongs to node {node}, which does not exist"))?;
        if range.end == 0 {
            range.start = at;
        }
        range.end = at + 1;
    }
    Ok(ranges)
}
