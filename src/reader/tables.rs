//! Fields that are tables: memberships in departments and teams, and a ticket type's field list (facts, 11.3 and 11.4).

use super::meaning::{self, Value};
use super::tree::Tree;
use super::values::{self, Place, Raw};
use super::{Reading, ScreenId};
use crate::snapshot::NodeId;
use crate::vocabulary::{self, Field, Kind, key};

/// A table, by either of the ways in which Halo and vendors' pages show one.
struct Table {
    node: NodeId,
    /// The heading above it; empty where there is none.
    heading: String,
    columns: Vec<String>,
    rows: Vec<Vec<Cell>>,
    /// More rows stand on other pages of it (facts, section 3: 50 per page).
    continues: bool,
}

struct Cell {
    text: String,
    withheld: Vec<NodeId>,
}

/// The table fields of a screen.
pub fn readings(tree: &Tree, screen: ScreenId) -> Vec<Reading> {
    let names: &[&str] = match screen {
        ScreenId::AgentDepartmentsTeams | ScreenId::RoleDepartmentsTeams => &["Departments", "Teams"],
        ScreenId::TicketTypeFieldList => &["Fields"],
        _ => return Vec::new(),
    };
    let places = values::places(tree);
    let tables = tables(tree, &places);
    names
        .iter()
        .filter_map(|name| {
            let field = vocabulary::field(screen, name)?;
            let table =
                tables.iter().find(|t| t.is_about(name)).or_else(|| tables.first().filter(|_| names.len() == 1));
            table.map(|t| t.reading(field)).or_else(|| chips(tree, field, &places))
        })
        .collect()
}

impl Table {
    /// "Departments" heads its table, or its first column is called "Department".
    fn is_about(&self, name: &str) -> bool {
        let singular = name.strip_suffix('s').unwrap_or(name);
        key(&self.heading) == key(name) || self.columns.first().is_some_and(|c| key(c).starts_with(&key(singular)))
    }

    fn reading(&self, field: &Field) -> Reading {
        let is_list = field.kind == Kind::List;
        let value = if is_list { self.entries() } else { self.lowest(field) };
        let withheld = self.rows.iter().filter_map(|r| r.first()).flat_map(|c| c.withheld.iter().copied());
        Reading {
            field: field.label.to_owned(),
            label: field.label.to_owned(),
            // What stands on another page may be anything.
            value: if self.continues { Value::Withheld } else { value },
            target: Some(self.node),
            label_node: None,
            ask: if is_list { withheld.collect() } else { Vec::new() },
        }
    }

    /// The rows' names. A name that was not captured is an entry without a text.
    fn entries(&self) -> Value {
        Value::List(self.rows.iter().filter_map(|r| r.first()).map(|c| c.text.clone()).collect())
    }

    /// The weakest level of any row: a table as a whole grants no more than that.
    fn lowest(&self, field: &Field) -> Value {
        let levels = self.rows.iter().map(|row| {
            let level = row.iter().skip(1).find_map(|c| field.value(&c.text));
            level.ok_or_else(|| row.iter().skip(1).map(|c| c.text.as_str()).collect::<Vec<_>>().join(" "))
        });
        let mut lowest: Option<&'static str> = None;
        for level in levels {
            match level {
                Ok(level) if lowest.is_none_or(|l| field.rank(level) < field.rank(l)) => lowest = Some(level),
                Ok(_) => {}
                Err(text) => return Value::Text(text),
            }
        }
        lowest.map_or(Value::Empty, |level| Value::Word(level.to_owned()))
    }
}

/// A list that is shown as chips, without a table: in a control, or as text (facts, section 15, item 9).
fn chips(tree: &Tree, field: &Field, places: &[Place]) -> Option<Reading> {
    let is_list =
        |p: &&Place| matches!(&p.raw, Raw::Chosen(_)) || matches!(&p.raw, Raw::Text { parts, .. } if parts.len() > 1);
    let place = places.iter().find(is_list);
    let (node, value) = match place {
        Some(place) => (place.node, meaning::value(field, Some(&place.raw))),
        None => loose_chips(tree)?,
    };
    let (label, label_node) = (field.label.to_owned(), None);
    Some(Reading { field: label.clone(), label, value, target: Some(node), label_node, ask: Vec::new() })
}

/// Elements whose class says that they are chips, in one container.
fn loose_chips(tree: &Tree) -> Option<(NodeId, Value)> {
    let is_chip = |n: &NodeId| tree.class_contains(*n, "chip") || tree.class_contains(*n, "label-item");
    let chips: Vec<NodeId> = tree.visible().filter(|n| is_chip(n) && !tree.deep_text(*n).is_empty()).collect();
    let leaves: Vec<NodeId> =
        chips.iter().copied().filter(|c| !chips.iter().any(|other| other != c && tree.contains(*c, *other))).collect();
    let container = tree.parent(*leaves.first()?)?;
    Some((container, Value::List(leaves.iter().map(|c| tree.deep_text(*c)).collect())))
}

fn tables(tree: &Tree, places: &[Place]) -> Vec<Table> {
    let is_table = |n: &NodeId| tree.has_class(*n, "ReactTable") || tree.tag(*n) == "table";
    tree.visible().filter(is_table).map(|node| table(tree, places, node)).collect()
}

fn table(tree: &Tree, places: &[Place], node: NodeId) -> Table {
    let heads = |n: NodeId| tree.tag(n) == "thead" || tree.has_class(n, "rt-thead");
    let in_head = |n: NodeId| tree.ancestors(n).take_while(|a| *a != node).any(heads);
    let is_filter = |n: NodeId| tree.ancestors(n).take_while(|a| *a != node).any(|a| tree.has_class(a, "-filters"));
    let columns = tree
        .subtree(node)
        .filter(|n| (tree.tag(*n) == "th" || tree.has_class(*n, "rt-th")) && !is_filter(*n))
        .map(|n| tree.deep_text(n))
        .collect();
    let is_row = |n: &NodeId| {
        (tree.tag(*n) == "tr" || tree.has_class(*n, "rt-tr")) && !in_head(*n) && !tree.has_class(*n, "-padRow")
    };
    let is_cell = |n: &NodeId| tree.tag(*n) == "td" || tree.has_class(*n, "rt-td");
    let rows = tree
        .subtree(node)
        .filter(is_row)
        .map(|row| tree.subtree(row).filter(is_cell).map(|c| cell(tree, places, c)).collect::<Vec<_>>())
        .filter(|row| row.iter().any(|c| !c.text.is_empty() || !c.withheld.is_empty()))
        .collect();
    Table { node, heading: heading(tree, node), columns, rows, continues: continues(tree, node) }
}

/// What a cell shows: its text, or the value of the control in it.
fn cell(tree: &Tree, places: &[Place], node: NodeId) -> Cell {
    let place = places.iter().find(|p| tree.contains(node, p.node));
    let text = match place.map(|p| &p.raw) {
        Some(Raw::Text { parts, .. }) => parts.join(" "),
        Some(Raw::Chosen(list)) => list.join(", "),
        Some(_) => String::new(),
        None => tree.deep_text(node),
    };
    let withheld = tree.subtree(node).filter(|n| tree.is_withheld(*n)).collect();
    Cell { text, withheld }
}

/// The nearest heading before the table, in the same card.
fn heading(tree: &Tree, table: NodeId) -> String {
    let is_heading = |n: &NodeId| {
        tree.has_class(*n, "details-group-header")
            || tree.has_class(*n, "title")
            || matches!(tree.tag(*n), "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "legend" | "label")
    };
    let before = |outer: NodeId| tree.subtree(outer).take_while(|n| *n < table).filter(is_heading).last();
    tree.ancestors(table).take(4).find_map(before).map(|n| tree.deep_text(n)).unwrap_or_default()
}

fn continues(tree: &Tree, table: NodeId) -> bool {
    let pages = tree.subtree(table).find(|n| tree.has_class(*n, "-totalPages"));
    pages.is_some_and(|n| tree.deep_text(n).parse::<u32>().is_ok_and(|pages| pages > 1))
}
