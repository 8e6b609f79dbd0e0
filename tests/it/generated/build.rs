//! A page of a screen, with everything shown plainly.

use std::collections::BTreeMap;

use preflight::profile::Requirement;
use preflight::vocabulary::{Field, Kind, RecordKind, ScreenId};

use crate::generated::layout::{BOX_STYLES, SELECT_STYLES};
use crate::generated::page::{Entry, Page, Row, Section, Sight, TAB_FAMILIES, Table};
use crate::generated::profile::{Asked, ENTRIES, rows_of, tables_of};
use crate::generated::rng::Rng;
use crate::generated::truth::{NAMES, Setting, draw, draw_for};
use crate::generated::wording;

/// A record that a page shows.
#[derive(Debug, Clone)]
pub struct Shown<'a> {
    pub name: &'a str,
    pub id: &'a str,
}

pub fn page(rng: &mut Rng, asked: &Asked, screen: ScreenId, shown: &Shown) -> Page {
    let edit = screen == ScreenId::AdvancedSettings || rng.percent(50);
    let wording = wording::Wording::draw(rng);
    let mut fields = rendered(rng, screen);
    login_type(rng, &mut fields);
    let mut rows: Vec<Row> = Vec::new();
    for field in fields {
        let expect = asked.requirement(screen, field.label).map(|r| &r.expect);
        let mut setting = match name_field(field) {
            true => Setting::text(shown.name),
            false => draw_for(rng, field, expect),
        };
        // Wide scopes include nearly all others: rarely ticked, so that the others are judged too.
        if field.kind == Kind::Scope && !field.label.contains(':') || field.label == "all:standard" {
            setting = Setting::text(if rng.percent(4) { "Yes" } else { "No" });
        }
        rows.push(Row {
            field,
            label: wording.label(rng, field.label),
            setting,
            sight: Sight::Clear,
            html: None,
            before: String::new(),
            after: String::new(),
        });
    }
    let tables = tables_of(screen).into_iter().map(|field| table(rng, asked, screen, field)).collect();
    Page {
        screen,
        edit,
        name: if screen.kind() == RecordKind::Tenant { String::new() } else { shown.name.to_owned() },
        url: url(screen, shown.id),
        title: title(screen).to_owned(),
        sections: sections(rows),
        tables,
        tab_family: rng.below(TAB_FAMILIES),
        active_tab: None,
        box_style: rng.below(BOX_STYLES),
        select_style: rng.below(SELECT_STYLES),
        two_containers: rng.percent(20),
        nav_tabs: rng.percent(25),
        toolbar: screen != ScreenId::AdvancedSettings && screen != ScreenId::ApiDetails,
        beside: String::new(),
        first: String::new(),
        last: String::new(),
        over: String::new(),
        one_of_several: false,
        sight: Sight::Clear,
        twists: Vec::new(),
        touched: BTreeMap::new(),
    }
}

/// The fields that hold the record's name.
fn name_field(field: &Field) -> bool {
    ["Username", "Role Name", "Application Name", "Ticket Type Name"].contains(&field.label)
}

/// Sections render as they scroll into view: often only some are there.
fn rendered(rng: &mut Rng, screen: ScreenId) -> Vec<&'static Field> {
    let all = rows_of(screen);
    if screen.has_rows() {
        let from = rng.below(all.len());
        let count = if rng.percent(8) { all.len() } else { 8 + rng.below(20) };
        let start = if count == all.len() { 0 } else { from.min(all.len() - count) };
        return all[start..start + count].to_vec();
    }
    if screen == ScreenId::ApplicationPermissions {
        // Newer versions have more scopes; the order on the screen is not known.
        let mut all = all;
        rng.shuffle(&mut all);
        if rng.percent(50) {
            all.truncate(15 + rng.below(15));
        }
        return all;
    }
    all
}

/// Login Type is a choice or three check boxes (facts, 7.2), never both.
fn login_type(rng: &mut Rng, fields: &mut Vec<&'static Field>) {
    let as_boxes = rng.percent(40);
    fields.retain(|f| match f.label {
        "Login Type" => !as_boxes,
        label if label.starts_with("Allow ") && f.screens.contains(&ScreenId::ApplicationDetails) => as_boxes,
        _ => true,
    });
}

fn sections(rows: Vec<Row>) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for row in rows {
        let title = if row.field.section.is_empty() { "Details" } else { row.field.section };
        match sections.last_mut().filter(|s| s.title == title) {
            Some(section) => section.rows.push(row),
            None => sections.push(Section { title: title.to_owned(), rows: vec![row], collapsed: false }),
        }
    }
    sections
}

fn table(rng: &mut Rng, asked: &Asked, screen: ScreenId, field: &'static Field) -> Table {
    let names: Vec<&str> = if field.label == "Fields" { ENTRIES.to_vec() } else { NAMES.to_vec() };
    let mut names = names;
    rng.shuffle(&mut names);
    let least = usize::from(field.label == "Fields");
    names.truncate(least + rng.below(4));
    let expect = asked.requirement(screen, field.label).map(|r: &Requirement| &r.expect);
    let entries = names.into_iter().map(|name| Entry {
        name: name.to_owned(),
        level: if field.label == "Departments" { level(rng, field, expect) } else { "" },
        inherited: false,
    });
    let entries: Vec<Entry> = entries.collect();
    // An empty table may be one whose rows are still to come.
    let sight = if entries.is_empty() { Sight::Doubtful } else { Sight::Clear };
    Table {
        field,
        entries,
        sight,
        whole: sight,
        before: String::new(),
        inside: String::new(),
        after: String::new(),
        attributes: String::new(),
    }
}

fn level(rng: &mut Rng, field: &'static Field, expect: Option<&preflight::profile::Expect>) -> &'static str {
    let drawn = match rng.percent(70) {
        true => draw_for(rng, field, expect),
        false => draw(rng, field),
    };
    let of_scale = field.scale.iter().map(|(v, _)| *v).find(|v| drawn == Setting::text(v));
    of_scale.unwrap_or(field.scale[0].0)
}

/// The address of a record's tab: the tab itself does not show in it (facts, 5.1).
pub fn url(screen: ScreenId, id: &str) -> String {
    let base = format!("https://demo.halopsa.com{}", screen.path());
    match screen.kind().url_parameter() {
        Some(parameter) => format!("{base}?{parameter}={id}"),
        None => base,
    }
}

const fn title(screen: ScreenId) -> &'static str {
    match screen.kind() {
        RecordKind::Agent => "Teams & Agents > Agents",
        RecordKind::Role => "Teams & Agents > Roles",
        RecordKind::Application => "Integrations > Applications",
        RecordKind::TicketType => "Tickets > Ticket Types",
        RecordKind::Tenant => "Configuration",
    }
}
