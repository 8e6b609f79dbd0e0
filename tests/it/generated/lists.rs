//! What can be wrong with a table: rows from a role, parts of it on other pages, another table beside it.

use preflight::vocabulary::RecordKind;

use crate::generated::page::{Entry, Page, Sight, Table};
use crate::generated::profile::{Asked, ENTRIES};
use crate::generated::rng::Rng;
use crate::generated::truth::NAMES;

type Twist = fn(&mut Rng, &mut Page, &Asked) -> Option<String>;

pub const TWISTS: [(&str, Twist); 5] = [
    ("partial-list", partial_list),
    ("available", available),
    ("inherited", inherited),
    ("hidden-row", hidden_row),
    ("list-of-others", list_of_others),
];

fn table<'a>(rng: &mut Rng, page: &'a mut Page) -> Option<&'a mut Table> {
    if page.tables.is_empty() {
        return None;
    }
    let at = rng.below(page.tables.len());
    page.tables.get_mut(at)
}

/// Signs that there is more than what shows.
const SIGNS: [(&str, &str); 9] = [
    (
        "pages",
        "<div class=\"-pagination\"><span class=\"-pageInfo\">Page <span>1</span> of <span class=\"-totalPages\">3</span></span></div>",
    ),
    ("next", "<div class=\"-pagination\"><div class=\"-next\"><button class=\"-btn\">Next</button></div></div>"),
    ("pager", "<ul class=\"pagination\"><li><a href=\"#\">1</a></li><li><a href=\"#\">2</a></li></ul>"),
    ("load-more", "<button type=\"button\">Load more</button>"),
    ("show-more", "<a href=\"#\">Show 14 more…</a>"),
    (
        "filter",
        "<div class=\"rt-thead -filters\"><div class=\"rt-tr\"><div class=\"rt-th\"><input type=\"text\" value=\"start\"></div></div></div>",
    ),
    ("search", "<input type=\"search\" placeholder=\"Search\" value=\"st\">"),
    ("overlay", "<div class=\"-loading -active\"><div class=\"-loading-inner\">Loading...</div></div>"),
    (
        "scroll",
        "<div class=\"infinite-scroll-component__outerdiv\"><div class=\"infinite-scroll-component\"></div></div>",
    ),
];

/// Part of the list shows. What shows is there; that nothing else is cannot be told.
fn partial_list(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let table = table(rng, page)?;
    table.whole = Sight::None;
    table.sight = table.sight.max(Sight::Doubtful);
    if rng.percent(12) {
        table.attributes = format!("role=\"grid\" aria-rowcount=\"{}\"", table.entries.len() + 7);
        return Some("rowcount".into());
    }
    let (name, sign) = rng.pick(&SIGNS);
    match rng.below(2) {
        0 if name != "overlay" => table.before += sign,
        _ => table.inside += sign,
    }
    Some(name.into())
}

/// The fields that could be added, in a table of their own.
fn available(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let table = table(rng, page)?;
    if table.field.label != "Fields" {
        return None;
    }
    let rest: String = ENTRIES
        .iter()
        .filter(|name| !table.entries.iter().any(|e| e.name == **name))
        .map(|name| {
            format!(
                "<div class=\"rt-tr-group\"><div class=\"rt-tr\"><div class=\"rt-td\">{}</div></div></div>",
                name.replace('&', "&amp;")
            )
        })
        .collect();
    let other = format!(
        "<div class=\"details-group-header title\">Available Fields</div><div class=\"ReactTable\"><div class=\"rt-table\"><div \
         class=\"rt-thead -header\"><div class=\"rt-tr\"><div class=\"rt-th\">Field</div></div></div><div \
         class=\"rt-tbody\">{rest}</div></div></div>"
    );
    table.sight = table.sight.max(Sight::Doubtful);
    table.whole = table.whole.max(Sight::Doubtful);
    if rng.percent(50) {
        page.first += &other;
    } else {
        page.last += &other;
    }
    Some(String::new())
}

/// Rows that a role gives: they are not the agent's own.
fn inherited(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    if page.screen.kind() != RecordKind::Agent {
        return None;
    }
    let table = table(rng, page)?;
    let free: Vec<&str> = NAMES.into_iter().filter(|n| !table.entries.iter().any(|e| e.name == *n)).collect();
    let level = if table.field.scale.is_empty() { "" } else { rng.pick(table.field.scale).0 };
    let at = rng.below(table.entries.len() + 1);
    table.entries.insert(at, Entry { name: (rng.pick(&free)).to_owned(), level, inherited: true });
    table.sight = table.sight.max(Sight::Doubtful);
    table.whole = table.whole.max(Sight::Doubtful);
    Some(String::new())
}

/// A second table of the same kind that nobody sees.
fn hidden_row(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let (name, open, close) = rng.pick(&crate::generated::hidden::WAYS);
    let table = table(rng, page)?;
    let title = if table.field.label == "Fields" { "Field List" } else { table.field.label };
    let rows: String = ENTRIES
        .iter()
        .chain(&NAMES)
        .map(|n| format!("<div class=\"rt-tr-group\"><div class=\"rt-tr\"><div class=\"rt-td\">{}</div><div class=\"rt-td\">Modify All</div></div></div>", n.replace('&', "&amp;")))
        .collect();
    let stale = format!(
        "{open}<div class=\"details-group card-panel\"><div class=\"details-group-header title\">{title}</div><div \
         class=\"ReactTable\"><div class=\"rt-table\"><div class=\"rt-tbody\">{rows}</div></div></div></div>{close}"
    );
    page.first += &stale;
    Some(name.into())
}

/// The list of records beside the pane: its rows are no entries.
fn list_of_others(_: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    if page.tables.is_empty() {
        return None;
    }
    let rows: String = ENTRIES
        .iter()
        .chain(&NAMES)
        .map(|n| format!("<div class=\"rt-tr-group\" id=\"000{}\"><div class=\"rt-tr\"><div class=\"rt-td\">{}</div></div></div>", n.len(), n.replace('&', "&amp;")))
        .collect();
    page.beside += &format!(
        "<div id=\"mainlist\"><div class=\"ReactTable main-table\"><div class=\"rt-table\"><div class=\"rt-thead -header\"><div \
         class=\"rt-tr\"><div class=\"rt-th\">Name</div></div></div><div class=\"rt-tbody\">{rows}</div></div></div></div>"
    );
    Some(String::new())
}
