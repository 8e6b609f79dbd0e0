//! What stands on a page and nobody can see: nothing is read from it, and it says that a place is not empty.

use std::ops::Range;

use super::rows::is_cell;
use super::tree::Tree;
use crate::snapshot::NodeId;

/// More than stands hidden where a value would be; what has more is not looked through, and may hide anything.
const MOST: usize = 64;

/// How far an element of a value is from what says what it is.
const MAX_CLIMB: usize = 6;

/// Whether something in this range that nobody can see may be a value.
pub fn is_in(tree: &Tree, range: Range<NodeId>) -> bool {
    let unseen = tree.unseen_in(range.clone());
    unseen.len() > MOST || unseen.iter().any(|n| may_be_value(tree, *n, &range))
}

/// Whether a table has an entry that nobody can see: a row of it, or what names the row.
pub fn hides_entry(tree: &Tree, table: NodeId) -> bool {
    let unseen = tree.unseen_in(tree.range(table));
    unseen.iter().any(|n| {
        let around = || std::iter::once(*n).chain(tree.ancestors(*n)).take_while(|n| *n > table).take(MAX_CLIMB);
        let is_head = |n: NodeId| tree.tag(n) == "thead" || tree.has_class(n, "rt-thead");
        let row =
            around().find(|n| tree.tag(*n) == "tr" || tree.has_class(*n, "rt-tr") || tree.attr(*n, "role") == "row");
        let says = |n: NodeId| !tree.texts_in(tree.range(n)).is_empty() || !tree.withheld_in(tree.range(n)).is_empty();
        let names_row = |row: NodeId| around().any(|cell| cell == row + 1 && is_cell(tree, cell) && !says(cell));
        row.is_some_and(|row| !says(row) || names_row(row)) && !around().any(is_head)
    })
}

/// A library's announcements to screen readers, another field's label, and buttons that show up under the pointer are no
/// values.
fn may_be_value(tree: &Tree, node: NodeId, range: &Range<NodeId>) -> bool {
    let is_none = |n: NodeId| {
        matches!(tree.tag(n), "label" | "button" | "a")
            || matches!(tree.attr(n, "type"), "hidden" | "submit" | "button" | "reset")
            || matches!(tree.attr(n, "role"), "button" | "status" | "log" | "alert" | "tooltip")
            || tree.class_contains(n, "a11yText")
            || tree.attr(n, "id").contains("live-region")
    };
    let around = tree.ancestors(node).take_while(|n| range.contains(n)).take(MAX_CLIMB);
    !std::iter::once(node).chain(around).any(is_none)
}
