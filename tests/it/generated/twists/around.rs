//! Changes of what stands around the rows, and of all of them together.

use preflight::vocabulary::{RecordKind, ScreenId};

use super::rows::{other, plain, with};
use crate::generated::layout::{self, escape};
use crate::generated::page::{Page, Row, Sight};
use crate::generated::profile::Asked;
use crate::generated::rng::Rng;
use crate::generated::truth::Setting;

fn log_table(rng: &mut Rng, page: &Page, asked: &Asked) -> String {
    let mut rows = String::new();
    for row in page.rows().take(12) {
        let old = other(rng, page, asked, row).unwrap_or(Setting::Unset);
        let (first, second) = if rng.percent(50) { (&row.setting, &old) } else { (&old, &row.setting) };
        rows += &format!(
            "<tr><td>{}</td><td>{}</td><td>{}</td></tr>",
            escape(&row.label),
            escape(&first.shown()),
            escape(&second.shown())
        );
    }
    format!("<table><thead><tr><th>Field</th><th>Old</th><th>New</th></tr></thead><tbody>{rows}</tbody></table>")
}

/// What was changed, listed under the fields: both values of each.
pub fn change_log(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let log = log_table(rng, page, asked);
    page.last +=
        &format!("<div class=\"details-group\"><div class=\"details-group-header title\">History</div>{log}</div>");
    Some(String::new())
}

/// Only the list of changes, under a tab of its own.
pub fn change_log_tab(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    page.screen.tab()?;
    let log = log_table(rng, page, asked);
    page.sections.clear();
    page.tables.clear();
    page.active_tab = Some((rng.pick(&["History", "Audit", "Changes", "Security"])).into());
    page.last += &log;
    page.sight = Sight::None;
    Some(String::new())
}

/// Rows with other values, in another part of the page.
fn other_rows(rng: &mut Rng, page: &Page, asked: &Asked, most: usize) -> String {
    let rows: Vec<Row> = page.rows().take(most).cloned().collect();
    let mut html = String::new();
    for row in rows {
        if let Some(setting) = other(rng, page, asked, &row) {
            html += &layout::plain(rng, page, &with(&row, setting));
        }
    }
    html
}

/// A dialog over the record that shows another one.
pub fn dialog(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let rows = other_rows(rng, page, asked, 6);
    let opening = rng.pick(&[
        "div role=\"dialog\" aria-modal=\"true\"",
        "div class=\"ReactModal__Content modal-window\"",
        "div role=\"alertdialog\"",
        "dialog open",
        "div aria-modal=\"true\"",
    ]);
    let element = opening.split(' ').next().unwrap_or_default();
    page.over += &format!("<div class=\"ReactModalPortal\"><{opening}>{rows}<button>OK</button></{element}></div>");
    page.sight = page.sight.max(Sight::Doubtful);
    Some(opening.into())
}

/// The list that the record stands in, with a label and a value of another record.
pub fn list_row(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let at = plain(rng, page)?;
    let own = page.row_at(at).clone();
    let setting = other(rng, page, asked, &own)?;
    let cells = match rng.below(3) {
        0 => format!(
            "<div class=\"rt-td\">{}</div><div class=\"rt-td\">{}</div>",
            escape(&own.label),
            escape(&setting.shown())
        ),
        1 => format!("<div class=\"rt-td\">{}</div>", layout::plain(rng, page, &with(&own, setting))),
        _ => format!(
            "<div class=\"rt-td\"><label><input type=\"checkbox\" checked> {}</label></div>",
            escape(&own.label)
        ),
    };
    page.beside += &format!(
        "<div id=\"mainlist\"><div class=\"ReactTable main-table\"><div class=\"rt-table\"><div class=\"rt-thead -filters\"><div \
         class=\"rt-tr\"><div class=\"rt-th\"><input value=\"\"></div></div></div><div class=\"rt-tbody\"><div \
         class=\"rt-tr-group\" id=\"0001234\"><div class=\"rt-tr\">{cells}</div></div></div></div></div></div>"
    );
    Some(String::new())
}

/// A section of the record before, still there and hidden (facts, section 4).
pub fn stale_group(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let rows = other_rows(rng, page, asked, 20);
    let stale = format!(
        "<div class=\"details-group card-panel\" style=\"display: none\"><div class=\"details-group-header title\">General \
         Permissions</div>{rows}</div>"
    );
    if rng.percent(50) {
        page.first += &stale;
    } else {
        page.last += &stale;
    }
    Some(String::new())
}

/// The fields stand under another tab than theirs: the click was swallowed, or the pane is about to change.
pub fn other_tab(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    page.screen.tab()?;
    page.active_tab = Some((rng.pick(&["History", "Preferences", "Overview", "Security", "Custom"])).into());
    page.sight = Sight::None;
    Some(String::new())
}

pub fn loader(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let html = "<div class=\"application-loader\"><div class=\"spinner\"></div></div>";
    if rng.percent(50) {
        page.first += html;
    } else {
        page.over += html;
    }
    page.sight = Sight::None;
    Some(String::new())
}

pub fn collapsed(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    if page.sections.len() < 2 {
        return None;
    }
    let at = rng.below(page.sections.len());
    let section = &mut page.sections[at];
    section.collapsed = true;
    section.rows.iter_mut().for_each(|r| r.sight = Sight::None);
    Some(String::new())
}

/// Every label in another language.
pub fn foreign_language(_: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let is_known_everywhere = page.screen == ScreenId::ApplicationPermissions;
    if is_known_everywhere || !page.tables.is_empty() || page.rows().count() < 5 {
        return None;
    }
    for (at, row) in page.sections.iter_mut().flat_map(|s| &mut s.rows).enumerate() {
        row.label = format!("Toegang tot onderdeel {at}");
        // No copy of it keeps its English label.
        row.before.clear();
        row.after.clear();
        row.html = None;
        row.sight = Sight::None;
    }
    Some(String::new())
}

/// Inputs of the page that are no fields of the record.
pub fn page_inputs(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let html = rng.pick(&[
        "<input name=\"searchbox\" placeholder=\"Search\" value=\"\">",
        "<div class=\"-pagination\"><div class=\"-pageJump\"><input type=\"number\" value=\"1\"></div></div>",
        "<select aria-label=\"rows per page\"><option>25 rows</option></select>",
        "<form><input name=\"matches\"><input name=\"getAttribute\"><input name=\"localName\"></form>",
    ]);
    // In front of a table, a pager would be its own.
    if rng.percent(50) || !page.tables.is_empty() {
        page.beside += html;
    } else {
        page.first += html;
    }
    Some(String::new())
}

/// A saved page without its address.
pub fn no_address(_: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    page.url = String::new();
    // Agents and roles look alike.
    if page.screen.has_rows() || matches!(page.screen.kind(), RecordKind::Role | RecordKind::Agent) {
        page.sight = page.sight.max(Sight::Doubtful);
    }
    Some(String::new())
}

pub fn pending_button(_: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    page.beside += "<div class=\"filters\"><button>Save</button><button>Yes</button><button>No</button></div>";
    Some(String::new())
}

/// A card beside the record that sums up another one, without a word that says so but its place.
pub fn summary_card(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let rows = other_rows(rng, page, asked, 3);
    let role = rng.pick(&["tooltip", "menu", "listbox", "alertdialog"]);
    page.over += &format!("<div role=\"{role}\">{rows}</div>");
    page.sight = page.sight.max(Sight::Doubtful);
    Some(role.into())
}
