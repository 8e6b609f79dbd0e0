//! What the list beside a record's pane says of the record.

use std::ops::Range;

use super::Record;
use super::tree::Tree;
use crate::snapshot::NodeId;
use crate::vocabulary::typed;

/// What the list says of the record that the address names.
pub enum Row {
    /// It has the pane's name.
    Its,
    /// It has another name; the pane's name may be in another row.
    Other { is_anothers: bool },
    /// Its name was not captured; the pane's name may be in another row.
    Withheld { name: NodeId, is_anothers: bool },
    /// There is no row, or the pane has no name.
    Silent,
}

impl Row {
    pub fn of(tree: &Tree, record: &Record, clicked: Option<NodeId>) -> Self {
        let row = record.id.as_deref().and_then(|id| with_id(tree, id)).or_else(|| around(tree, clicked?));
        let (Some(row), Some(name)) = (row, record.name.as_deref().map(typed)) else { return Self::Silent };
        let texts = tree.texts_in(row.clone());
        if texts.iter().any(|n| typed(tree.text(*n)) == name) {
            return Self::Its;
        }
        if let Some(name_node) = withheld_first(tree, row) {
            return Self::Withheld { name: name_node, is_anothers: is_listed(tree, &name) };
        }
        if texts.is_empty() { Self::Silent } else { Self::Other { is_anothers: is_listed(tree, &name) } }
    }

    /// The name in the row, if it was not captured.
    pub fn withheld(&self) -> Option<NodeId> {
        if let Self::Withheld { name, .. } = self { Some(*name) } else { None }
    }
}

/// The name in the row that was clicked, if it was not captured.
pub fn withheld_name(tree: &Tree, clicked: NodeId) -> Option<NodeId> {
    around(tree, clicked).and_then(|row| withheld_first(tree, row))
}

/// A list names its records first. No other text of a row is asked for.
fn withheld_first(tree: &Tree, row: Range<NodeId>) -> Option<NodeId> {
    let text = tree.texts_in(row.clone()).first().copied();
    let withheld = tree.withheld_in(row).first().copied()?;
    text.is_none_or(|text| withheld <= text).then_some(withheld)
}

/// Whether a row of the list has this name.
fn is_listed(tree: &Tree, name: &str) -> bool {
    tree.visible().filter(|n| is_row(tree, *n)).any(|row| {
        let row = tree.range(row);
        withheld_first(tree, row.clone()).is_none()
            && tree.texts_in(row).first().is_some_and(|n| typed(tree.text(*n)) == name)
    })
}

fn is_row(tree: &Tree, node: NodeId) -> bool {
    tree.has_class(node, "rt-tr-group")
}

/// The row of the record with this id; "0001234" in the list is 1234 in the address (facts, section 3).
fn with_id(tree: &Tree, id: &str) -> Option<Range<NodeId>> {
    let number = |id: &str| id.trim_start_matches('0').to_ascii_lowercase();
    let wanted = number(id);
    tree.visible().find(|n| is_row(tree, *n) && number(tree.attr(*n, "id")) == wanted).map(|n| tree.range(n))
}

/// The row in which this node is. Roles and applications have another id in the address than in the list: there the row
/// that was clicked tells.
fn around(tree: &Tree, node: NodeId) -> Option<Range<NodeId>> {
    let mut outer = std::iter::once(node).chain(tree.ancestors(node));
    outer.find(|n| is_row(tree, *n)).map(|n| tree.range(n))
}
