//! A snapshot with its relations worked out: children, attributes, visibility.

use std::ops::Range;

use crate::snapshot::{Flags, NO_PARENT, NodeId, Snapshot};

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
}

impl<'a> Tree<'a> {
    /// Works out the relations.
    ///
    /// # Errors
    /// Columns of unequal length, a node before its parent, attributes out of order: names the column or the node.
    pub fn new(snapshot: &'a Snapshot) -> Result<Self, String> {
        let hidden = visibility(snapshot)?;
        let mut tree = Self { snapshot, ends: ends(snapshot), attrs: attributes(snapshot)?, ids: Vec::new(), hidden };
        let mut ids: Vec<_> =
            tree.visible().map(|n| (tree.attr(n, "id"), n)).filter(|(id, _)| !id.is_empty()).collect();
        ids.sort_unstable();
        tree.ids = ids;
        Ok(tree)
    }

    /// All nodes that are rendered, in document order.
    pub fn visible(&self) -> impl Iterator<Item = NodeId> + '_ {
        (0u32..).zip(&self.hidden).filter(|(_, hidden)| !**hidden).map(|(id, _)| id)
    }

    /// Tag name; empty for an unknown id.
    pub fn tag(&self, id: NodeId) -> &'a str {
        self.snapshot.nodes.tag.get(id as usize).map_or("", String::as_str)
    }

    /// The element's own text.
    pub fn text(&self, id: NodeId) -> &'a str {
        self.snapshot.nodes.text.get(id as usize).map_or("", String::as_str)
    }

    /// The text of the element and everything visible in it, joined by blanks.
    pub fn deep_text(&self, id: NodeId) -> String {
        let parts: Vec<_> = self.subtree(id).map(|n| self.text(n)).filter(|t| !t.is_empty()).collect();
        parts.join(" ")
    }

    /// Attribute; empty where there is none.
    pub fn attr(&self, id: NodeId, name: &str) -> &'a str {
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
    pub fn flag(&self, id: NodeId, flag: u8) -> bool {
        self.snapshot.nodes.flags.get(id as usize).is_some_and(|f| f & flag != 0)
    }

    /// Whether the element or one that contains it is hidden.
    pub fn is_hidden(&self, id: NodeId) -> bool {
        self.hidden.get(id as usize).copied().unwrap_or(true)
    }

    /// The element that contains this one.
    pub fn parent(&self, id: NodeId) -> Option<NodeId> {
        self.snapshot.nodes.parent.get(id as usize).copied().filter(|p| *p != NO_PARENT)
    }

    /// The elements that contain this one, innermost first.
    pub fn ancestors(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        std::iter::successors(self.parent(id), |n| self.parent(*n))
    }

    /// The ids of the element and all that is in it, hidden ones too.
    pub fn range(&self, id: NodeId) -> Range<NodeId> {
        id..self.ends.get(id as usize).copied().unwrap_or(id)
    }

    /// The element and all that is in it, visible only, in document order.
    pub fn subtree(&self, id: NodeId) -> impl Iterator<Item = NodeId> + '_ {
        self.range(id).filter(|n| !self.is_hidden(*n))
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
            if !self.is_hidden(next) {
                return Some(next);
            }
            next = self.range(next).end.max(next + 1);
        }
        None
    }

    /// The visible element with this `id`; the first where a page breaks the rule.
    pub fn by_id(&self, id: &str) -> Option<NodeId> {
        let at = self.ids.partition_point(|(known, _)| *known < id);
        self.ids.get(at).filter(|(known, _)| *known == id).map(|(_, node)| *node)
    }

    /// Whether something stands on the element (text, title or value) that the capture did not take.
    pub fn is_withheld(&self, id: NodeId) -> bool {
        self.flag(id, Flags::WITHHELD | Flags::SECRET)
    }
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
