//! The tables of a page, row by row, found in one walk.

use std::ops::Range;

use super::tree::{self, Tree};
use crate::snapshot::NodeId;
use crate::vocabulary::key;

/// A table, by either of the ways in which Halo and vendors' pages show one.
pub struct Table {
    pub node: NodeId,
    /// Texts of the head's cells.
    pub columns: Vec<String>,
    pub rows: Vec<Row>,
    /// How many rows of heads there are.
    pub heads: usize,
    /// What the table says of its length (`aria-rowcount`); -1 is "not known".
    pub count: Option<i64>,
}

/// A row of a table's body.
#[derive(Default)]
pub struct Row {
    pub range: Range<NodeId>,
    /// Its cells, in document order.
    pub cells: Vec<NodeId>,
}

/// The rows of a page.
pub struct Rows {
    pub tables: Vec<Table>,
    /// Tables that record changes, and those that say what settings should be, sorted: what stands there is not set.
    pub valueless: Vec<Range<NodeId>>,
    /// For each node, the innermost row around it: the table's index and the row's.
    row_of: Vec<Option<(u32, u32)>>,
}

/// A table during the walk.
struct Open {
    table: usize,
    end: NodeId,
    /// Where the head, the row, the column and the cell end that were opened last.
    head_to: NodeId,
    row_to: NodeId,
    column_to: NodeId,
    cell_to: NodeId,
}

impl Rows {
    pub fn of(tree: &Tree) -> Self {
        let mut tables: Vec<Table> = Vec::new();
        let mut open: Vec<Open> = Vec::new();
        let mut row_of = Vec::new();
        let mut rows: Vec<(NodeId, Option<(u32, u32)>)> = Vec::new();
        for node in tree.visible() {
            while open.last().is_some_and(|o| o.end <= node) {
                open.pop();
            }
            if is_table(tree, node) && !open.last().is_some_and(|o| wraps(tree, &tables, o, node)) {
                let end = tree.range(node).end;
                open.push(Open { table: tables.len(), end, head_to: 0, row_to: 0, column_to: 0, cell_to: 0 });
                tables.push(Table { node, columns: Vec::new(), rows: Vec::new(), heads: 0, count: count(tree, node) });
            } else if let Some(innermost) = open.last_mut()
                && let Some(table) = tables.get_mut(innermost.table)
            {
                let before = table.rows.len();
                walk(tree, node, innermost, table);
                if table.rows.len() > before {
                    rows.push((tree.range(node).end, index(innermost.table, before)));
                }
            }
            while rows.last().is_some_and(|(end, _)| *end <= node) {
                rows.pop();
            }
            row_of.resize(node as usize, None);
            row_of.push(rows.last().and_then(|(_, row)| *row));
        }
        for table in &mut tables {
            take_head_from_body(tree, table);
        }
        let is_valueless = |table: &&Table| is_log(&table.columns) || is_advice(&table.columns);
        let valueless = tables.iter().filter(is_valueless).map(|t| tree.range(t.node)).collect();
        Self { tables, valueless, row_of }
    }

    /// The innermost row around an element.
    pub fn around(&self, node: NodeId) -> Option<Range<NodeId>> {
        self.row(node).map(|row| row.range.clone())
    }

    /// The cells of the innermost row around an element.
    pub fn cells_around(&self, node: NodeId) -> Option<&[NodeId]> {
        self.row(node).map(|row| row.cells.as_slice())
    }

    /// Whether this element is a row.
    pub fn is_row(&self, node: NodeId) -> bool {
        self.row(node).is_some_and(|row| row.range.start == node)
    }

    fn row(&self, node: NodeId) -> Option<&Row> {
        let (table, row) = (*self.row_of.get(node as usize)?)?;
        self.tables.get(table as usize)?.rows.get(row as usize)
    }

    /// Whether a range holds another table than this one and those in it.
    pub fn holds_another(&self, tree: &Tree, table: NodeId, range: &Range<NodeId>) -> bool {
        let own = tree.range(table);
        let from = self.tables.partition_point(|t| t.node < range.start);
        let first = self.tables.get(from).filter(|t| t.node < own.start);
        let after = self.tables.partition_point(|t| t.node < own.end);
        first.is_some() || self.tables.get(after).is_some_and(|t| t.node < range.end)
    }
}

fn index(table: usize, row: usize) -> Option<(u32, u32)> {
    Some((u32::try_from(table).ok()?, u32::try_from(row).ok()?))
}

fn is_table(tree: &Tree, node: NodeId) -> bool {
    tree.has_class(node, "ReactTable")
        || tree.tag(node) == "table"
        || matches!(tree.attr(node, "role"), "table" | "grid" | "treegrid")
}

/// A `ReactTable` has its grid inside.
fn wraps(tree: &Tree, tables: &[Table], open: &Open, node: NodeId) -> bool {
    open.row_to <= node
        && tables.get(open.table).is_some_and(|t| tree.has_class(t.node, "ReactTable") || tree.tag(t.node) == "table")
        && (tree.has_class(node, "rt-table") || tree.tag(node) != "table")
        && !tree.has_class(node, "ReactTable")
}

fn count(tree: &Tree, node: NodeId) -> Option<i64> {
    tree.attr(node, "aria-rowcount").trim().parse().ok()
}

fn walk(tree: &Tree, node: NodeId, open: &mut Open, table: &mut Table) {
    let end = tree.range(node).end;
    let has = |class: &str| tree.has_class(node, class);
    let role = tree.attr(node, "role");
    table.count = table.count.or_else(|| count(tree, node));
    if tree.tag(node) == "thead" || has("rt-thead") {
        open.head_to = end.max(open.head_to);
        if has("-filters") {
            // Boxes to filter by are no columns.
            open.column_to = end.max(open.column_to);
        }
    } else if node < open.head_to {
        let is_row = tree.tag(node) == "tr" || has("rt-tr") || role == "row";
        table.heads += usize::from(is_row && node >= open.column_to);
        if (tree.tag(node) == "th" || has("rt-th") || role == "columnheader") && node >= open.column_to {
            table.columns.push(tree.deep_text(node));
            open.column_to = end;
        }
    } else if (tree.tag(node) == "tr" || has("rt-tr") || role == "row") && node >= open.row_to {
        if !has("-padRow") {
            open.row_to = end;
            table.rows.push(Row { range: tree.range(node), cells: Vec::new() });
        }
    } else if is_cell(tree, node) && node < open.row_to && node >= open.cell_to {
        open.cell_to = end;
        if let Some(row) = table.rows.last_mut() {
            row.cells.push(node);
        }
    }
}

/// Whether this is a cell of a table.
pub fn is_cell(tree: &Tree, node: NodeId) -> bool {
    matches!(tree.tag(node), "td" | "th")
        || tree.has_class(node, "rt-td")
        || matches!(tree.attr(node, "role"), "cell" | "gridcell" | "rowheader" | "columnheader")
}

/// A first row of heads only is the head of a table that marks none.
fn take_head_from_body(tree: &Tree, table: &mut Table) {
    let is_head = |c: &NodeId| tree.tag(*c) == "th" || tree.attr(*c, "role") == "columnheader";
    let first = table.rows.first().filter(|row| !row.cells.is_empty() && row.cells.iter().all(is_head));
    if let Some(row) = first.filter(|_| table.columns.is_empty()) {
        table.columns = row.cells.iter().map(|c| tree.deep_text(*c)).collect();
        table.heads += 1;
        if let Some(row) = table.rows.first_mut() {
            row.cells.clear();
        }
    }
}

/// "Field, Old, New": a record of what settings were.
fn is_log(columns: &[String]) -> bool {
    const OTHER_TIMES: [&str; 26] = [
        "old",
        "oldvalue",
        "new",
        "newvalue",
        "before",
        "after",
        "previous",
        "previousvalue",
        "from",
        "to",
        "was",
        "now",
        "changedfrom",
        "changedto",
        "changedby",
        "modifiedby",
        "updatedby",
        "changed",
        "when",
        "date",
        "datechanged",
        "timestamp",
        "original",
        "originalvalue",
        "recommended",
        "default",
    ];
    columns.iter().any(|c| OTHER_TIMES.contains(&key(c).as_str()))
}

/// "Permission, Required": what a setting should be. In a table with more columns such a one is a setting of its own.
fn is_advice(columns: &[String]) -> bool {
    const WANTED: [&str; 14] = [
        "required",
        "expected",
        "needed",
        "suggested",
        "proposed",
        "requested",
        "desired",
        "target",
        "minimum",
        "baseline",
        "template",
        "example",
        "recommended",
        "default",
    ];
    const OF: [&str; 5] = ["", "value", "setting", "level", "accesslevel"];
    let is_wanted = |column: &str| WANTED.iter().any(|w| OF.iter().any(|of| key(column) == format!("{w}{of}")));
    matches!(columns, [_, second] if is_wanted(second))
}

/// Whether a list with these columns records changes. A list may have a date or a default beside each of its entries.
pub fn records_changes(columns: &[String]) -> bool {
    const BESIDE_ENTRIES: [&str; 6] = ["default", "recommended", "date", "when", "timestamp", "datechanged"];
    let told: Vec<&String> = columns.iter().filter(|c| !BESIDE_ENTRIES.contains(&key(c).as_str())).collect();
    told.into_iter().any(|column| is_log(std::slice::from_ref(column)))
}

/// What can say that a table shows only a part of what there is, found in one walk.
pub struct Gaps {
    /// Elements that hold rows back where they stand: a pager, "Load more", a loader.
    around: Vec<NodeId>,
    /// Boxes with something to search for or to filter by.
    filters: Vec<NodeId>,
    /// Lists that grow as they are scrolled.
    endless: Vec<NodeId>,
    /// Tables and what holds the record's parts, beyond which a table's own controls do not stand.
    borders: Vec<NodeId>,
}

impl Gaps {
    pub fn of(tree: &Tree) -> Self {
        let mut gaps = Self { around: Vec::new(), filters: Vec::new(), endless: Vec::new(), borders: Vec::new() };
        let (mut elsewhere_to, mut body_to, mut pager_to) = (0, 0, 0);
        for node in tree.visible() {
            let end = tree.range(node).end;
            let is_head = tree.tag(node) == "thead" || tree.has_class(node, "rt-thead");
            if !is_head && super::values::is_elsewhere(tree, node) {
                elsewhere_to = end.max(elsewhere_to);
            }
            if node < elsewhere_to {
                continue;
            }
            if tree.tag(node) == "tbody" || tree.has_class(node, "rt-tbody") {
                body_to = end.max(body_to);
            }
            if super::tabs::is_tab(tree, node) {
                gaps.borders.push(node);
            }
            if tree.class_contains(node, "infinite-scroll") || tree.class_contains(node, "virtuali") {
                gaps.endless.push(node);
            }
            if is_pager(tree, node) && node >= pager_to {
                pager_to = end;
                if pager_has_more(tree, node) {
                    gaps.around.push(node);
                }
            } else if is_loading(tree, node)
                || (node >= pager_to && brings_more(tree, node))
                || says_more_pages(tree, node)
            {
                gaps.around.push(node);
            } else if node >= body_to && node >= pager_to && is_filter(tree, node) {
                gaps.filters.push(node);
            }
        }
        gaps
    }

    /// Whether rows of this table may be missing from the page.
    pub fn touch(&self, tree: &Tree, rows: &Rows, table: &Table) -> bool {
        let shown = table.rows.iter().filter(|r| !r.cells.is_empty()).count() + table.heads;
        let is_longer = table.count.is_some_and(|count| count < 0 || usize::try_from(count).is_ok_and(|c| c > shown));
        let region = self.region(tree, rows, table.node);
        let is_inside = |n: &NodeId| tree.contains(*n, table.node);
        is_longer
            || !self.filters.is_empty()
            || !tree::within(&self.around, region.clone()).is_empty()
            || !tree::within(&self.endless, region).is_empty()
            || self.endless.iter().any(is_inside)
            || tree
                .ancestors(table.node)
                .take(REACH * 2)
                .chain([table.node])
                .any(|n| tree.attr(n, "aria-busy") == "true")
    }

    /// The part of the page that belongs to a table: its card, with the pager and the buttons in it.
    fn region(&self, tree: &Tree, rows: &Rows, table: NodeId) -> Range<NodeId> {
        let is_own = |range: &Range<NodeId>| {
            !rows.holds_another(tree, table, range) && tree::within(&self.borders, range.clone()).is_empty()
        };
        let around = tree.ancestors(table).take(REACH).map(|n| tree.range(n)).take_while(is_own);
        around.last().unwrap_or_else(|| tree.range(table))
    }
}

/// How far from a table its pager may stand.
const REACH: usize = 5;

fn is_pager(tree: &Tree, node: NodeId) -> bool {
    let class = tree.attr(node, "class").to_ascii_lowercase();
    class.split_ascii_whitespace().any(|c| c.contains("pagination") || c.contains("pager"))
}

/// One page is all there is where the pager says so, or where nothing leads on or back. A pager whose total is not known
/// proves nothing.
fn pager_has_more(tree: &Tree, pager: NodeId) -> bool {
    /// Enough for any pager; more in one proves nothing either.
    const MOST: usize = 400;
    let range = tree.range(pager);
    if range.len() > MOST {
        return true;
    }
    let mut total = None;
    let mut leads_on = false;
    let mut buttons = 0;
    for node in tree.subtree(pager) {
        if tree.has_class(node, "-totalPages") {
            total = Some(tree.deep_text(node).trim().parse::<u32>().ok());
        }
        let is_button = matches!(tree.tag(node), "button" | "a") || tree.attr(node, "role") == "button";
        if is_button {
            buttons += 1;
            let text = tree.deep_text(node);
            let is_first_page = text.trim() == "1";
            let is_off = tree.flag(node, crate::snapshot::Flags::DISABLED)
                || tree
                    .ancestors(node)
                    .take_while(|a| *a >= pager)
                    .any(|a| tree.has_class(a, "disabled") || tree.flag(a, crate::snapshot::Flags::DISABLED))
                || tree.has_class(node, "disabled");
            leads_on |= !is_off && !is_first_page;
        }
    }
    match total {
        Some(Some(count)) => count > 1 || leads_on,
        Some(None) => true,
        None => leads_on || buttons == 0,
    }
}

/// A number of pages outside of any pager.
fn says_more_pages(tree: &Tree, node: NodeId) -> bool {
    tree.has_class(node, "-totalPages") && tree.deep_text(node).trim().parse::<u32>().ok() != Some(1)
}

fn brings_more(tree: &Tree, node: NodeId) -> bool {
    const WORDS: [&str; 9] =
        ["loadmore", "showmore", "viewmore", "seemore", "moreresults", "morerows", "showall", "viewall", "loadall"];
    let is_button = matches!(tree.tag(node), "button" | "a") || tree.attr(node, "role") == "button";
    is_button && {
        // "Show 14 more" says the same as "Show more".
        let text: String = key(&tree.deep_text(node)).chars().filter(|c| !c.is_ascii_digit()).collect();
        WORDS.iter().any(|w| text.starts_with(w)) || matches!(text.as_str(), "next" | "nextpage" | "more")
    }
}

/// Something says that rows are on their way. React-table keeps its loader in the page; it shows only when it is active.
fn is_loading(tree: &Tree, node: NodeId) -> bool {
    let class = tree.attr(node, "class");
    if tree.attr(node, "aria-busy") == "true" {
        return true;
    }
    if class.is_empty() {
        return tree.attr(node, "role") == "progressbar";
    }
    let lower = class.to_ascii_lowercase();
    let has = |part: &str| lower.contains(part);
    if tree.has_class(node, "-loading") {
        return tree.has_class(node, "-active");
    }
    has("skeleton")
        || has("shimmer")
        || has("spinner")
        || lower.split_ascii_whitespace().any(|c| matches!(c, "loading" | "loader" | "loading-overlay" | "is-loading"))
        || tree.attr(node, "role") == "progressbar"
}

/// A box to search in or to filter by that is not empty.
fn is_filter(tree: &Tree, node: NodeId) -> bool {
    if !matches!(tree.tag(node), "input" | "select") {
        return false;
    }
    let has_value = tree.is_withheld(node) || !matches!(key(tree.attr(node, "value")).as_str(), "" | "all" | "showall");
    has_value && (names_a_search(tree, node) || tree.ancestors(node).take(6).any(|a| tree.has_class(a, "-filters")))
}

fn names_a_search(tree: &Tree, node: NodeId) -> bool {
    tree.attr(node, "type") == "search"
        || ["name", "id", "placeholder", "aria-label", "class", "title"].iter().any(|name| {
            let text = tree.attr(node, name).to_ascii_lowercase();
            text.contains("search") || text.contains("filter") || text == "find"
        })
}
