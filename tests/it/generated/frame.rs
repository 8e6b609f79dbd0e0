//! What stands around the fields: navigation, list, toolbar, tabs, tables (facts, sections 1 and 3).

use std::fmt::Write as _;

use preflight::vocabulary::RecordKind;

use crate::generated::layout::{self, escape};
use crate::generated::page::{Page, Section, TAB_FAMILIES, Table};
use crate::generated::rng::Rng;

/// The whole document.
pub fn document(rng: &mut Rng, page: &Page) -> String {
    let container =
        |inner: &str| format!("<div id=\"app-container\" class=\"app-container theme-light\">{inner}</div>");
    let content = format!("{}<div class=\"mainscreen2\">{}{}</div>", nav(page), page.beside, pane(rng, page));
    let body = if page.two_containers {
        format!("<div class=\"app-container\"></div>{}", container(&content))
    } else {
        container(&content)
    };
    let saved = if page.url.is_empty() { String::new() } else { format!("<!-- saved from url={} -->", page.url) };
    format!(
        "<!DOCTYPE html>\n{saved}\n<html lang=\"en-GB\"><head><meta charset=\"utf-8\"><title>{}</title></head><body>{body}{}\
         </body></html>",
        escape(&page.title),
        page.over
    )
}

fn nav(page: &Page) -> String {
    let tabs = match page.nav_tabs {
        true => {
            "<div class=\"tab-container\"><div class=\"tab tabactive\">New Tab</div><div class=\"tab\">Tickets</div></div>"
        }
        false => "",
    };
    format!(
        "<nav id=\"halo-nav\" class=\"nhd-nav\"><a href=\"/tickets\" class=\"nhd-nav-btn undefined\" title=\"Tickets\"></a>{tabs}\
         </nav><aside id=\"app-nav-menu\"><a href=\"/config/agents/agents\">Agents</a><a href=\"/config/agents/roles\">Roles</a>\
         <a href=\"/config/advanced\">Advanced Settings</a></aside>"
    )
}

fn pane(rng: &mut Rng, page: &Page) -> String {
    let name = match page.name.as_str() {
        "" => format!("<h1 class=\"page-title\">{}</h1>", heading(page)),
        name => format!("<div class=\"details_page_title\">{}</div>", escape(name)),
    };
    let sections: String = page.sections.iter().map(|s| section(rng, page, s)).collect();
    let tables: String = page.tables.iter().map(|t| table(rng, page, t)).collect();
    let hint = if page.edit { "<div class=\"mandatory-hint\">* denotes a mandatory field</div>" } else { "" };
    format!(
        "<div class=\"subscreen\"><a href=\"/guides\">Show Guide Links</a>{}{name}{}<div class=\"details-form-holder\"><div \
         class=\"details-form readeditform\">{hint}{}{sections}{tables}{}</div></div></div>",
        toolbar(page),
        tabs(page),
        page.first,
        page.last
    )
}

const fn heading(page: &Page) -> &'static str {
    match page.screen {
        preflight::vocabulary::ScreenId::ApiDetails => "HaloPSA API",
        _ => "Advanced Settings",
    }
}

fn toolbar(page: &Page) -> String {
    if !page.toolbar {
        return String::new();
    }
    let buttons: &[&str] = if page.edit { &["Save", "Cancel"] } else { &["Edit"] };
    let all: String = buttons.iter().map(|b| format!("<button class=\"solidbutton fabtn\">{b}</button>")).collect();
    format!("<div class=\"buttons-container\">{all}</div>")
}

/// Names of a record's tabs.
const fn names(kind: RecordKind) -> &'static [&'static str] {
    match kind {
        RecordKind::Agent => &["Details", "Preferences", "Departments & Teams", "Permissions"],
        RecordKind::Role => &["Details", "Preferences", "Departments & Teams", "Permissions", "Access Control"],
        RecordKind::Application => &["Details", "Permissions", "Security"],
        RecordKind::TicketType => &["Details", "Defaults", "Allowed Values", "Field List", "Email", "Other"],
        RecordKind::Tenant => &[],
    }
}

fn tabs(page: &Page) -> String {
    let mut all: Vec<&str> = names(page.screen.kind()).to_vec();
    let Some(own) = page.screen.tab() else { return String::new() };
    let active = page.active_tab.as_deref().unwrap_or(own);
    if !all.contains(&active) {
        all.push(active);
    }
    let (outer, inactive, chosen) = match page.tab_family % TAB_FAMILIES {
        0 => ("ul class=\"react-tabs__tab-list\" role=\"tablist\"", TAB_REACT, TAB_REACT_ACTIVE),
        1 => ("div class=\"tablist\"", "div class=\"tabsheet\"", "div class=\"tabsheet tabselected\""),
        2 => ("div", "button role=\"tab\" aria-selected=\"false\"", "button role=\"tab\" aria-selected=\"true\""),
        3 => ("div class=\"tab-container\"", "div class=\"tab\"", "div class=\"tab tabactive\""),
        _ => (
            "ul class=\"react-tabs__tab-list\"",
            "li class=\"react-tabs__tab\"",
            "li class=\"react-tabs__tab react-tabs__tab--selected\"",
        ),
    };
    let mut html = format!("<{outer}>");
    for name in all {
        let opening = if name == active { chosen } else { inactive };
        let _ = write!(html, "<{opening}>{}</{}>", escape(name), element(opening));
    }
    let _ = write!(html, "</{}>", element(outer));
    html
}

const TAB_REACT: &str = "li class=\"react-tabs__tab\" role=\"tab\" aria-selected=\"false\"";
const TAB_REACT_ACTIVE: &str =
    "li class=\"react-tabs__tab react-tabs__tab--selected\" role=\"tab\" aria-selected=\"true\"";

fn element(opening: &str) -> &str {
    opening.split(' ').next().unwrap_or(opening)
}

fn section(rng: &mut Rng, page: &Page, section: &Section) -> String {
    let rows: String = section.rows.iter().map(|r| layout::row(rng, page, r)).collect();
    let body = if section.collapsed { format!("<div style=\"display: none\">{rows}</div>") } else { rows };
    format!(
        "<div class=\"details-group card-panel\"><div class=\"details-group-header title\">{}</div>{body}</div>",
        escape(&section.title)
    )
}

/// Titles of a table's columns; the last one has none.
fn columns(table: &Table) -> [&'static str; 3] {
    match table.field.label {
        "Departments" => ["Department", "Membership Level", ""],
        "Teams" => ["Team", "Department", ""],
        _ => ["Field", "Sequence", ""],
    }
}

fn table(rng: &mut Rng, page: &Page, table: &Table) -> String {
    let title = if table.field.label == "Fields" { "Field List" } else { table.field.label };
    let cells =
        |cells: &[String]| -> String { cells.iter().map(|c| format!("<div class=\"rt-td\">{c}</div>")).collect() };
    let mut rows = String::new();
    for (at, entry) in table.entries.iter().enumerate() {
        let second = match table.field.label {
            "Departments" => entry.level.to_owned(),
            "Teams" => "Professional Services".into(),
            _ => at.to_string(),
        };
        let third = match (entry.inherited, page.edit) {
            (true, _) if rng.percent(50) => "<span title=\"Northwind role\">Inherited from Role</span>".to_owned(),
            (true, _) => "Inherited from Role".to_owned(),
            (false, true) => "<button type=\"button\" title=\"Remove\"></button>".to_owned(),
            (false, false) => String::new(),
        };
        let cells = cells(&[escape(&entry.name), second, third]);
        let _ = write!(rows, "<div class=\"rt-tr-group\"><div class=\"rt-tr\">{cells}</div></div>");
    }
    let heads: String = columns(table)
        .iter()
        .map(|c| format!("<div class=\"rt-th\"><div class=\"rt-resizable-header-content\">{c}</div></div>"))
        .collect();
    format!(
        "<div class=\"details-group card-panel\"><div class=\"details-group-header title\">{title}</div>{}<div \
         class=\"ReactTable form-table\" {}><div class=\"rt-table\"><div class=\"rt-thead -header\"><div class=\"rt-tr\">{heads}\
         </div></div><div class=\"rt-tbody\">{rows}</div></div>{}</div>{}</div>",
        table.before, table.attributes, table.inside, table.after
    )
}
