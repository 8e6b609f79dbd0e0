//! Changes of one row.

use preflight::vocabulary::{Kind, ScreenId};

use crate::generated::hidden::WAYS;
use crate::generated::layout::{self, escape, in_row, read_value};
use crate::generated::page::{Page, Row, Section, Sight};
use crate::generated::profile::Asked;
use crate::generated::rng::Rng;
use crate::generated::truth::{Setting, draw_other};

/// A row to which nothing was done yet.
pub fn plain(rng: &mut Rng, page: &Page) -> Option<(usize, usize)> {
    let all = page.plain();
    (!all.is_empty()).then(|| rng.pick(&all))
}

/// Like [`plain`], of the fields that a predicate accepts.
pub fn plain_of(rng: &mut Rng, page: &Page, fits: impl Fn(&Row) -> bool) -> Option<(usize, usize)> {
    let all = page.plain();
    let fitting: Vec<_> = all.into_iter().filter(|(s, r)| fits(&page.sections[*s].rows[*r])).collect();
    (!fitting.is_empty()).then(|| rng.pick(&fitting))
}

/// Another value for a row, of which the requirement would come to something else.
pub fn other(rng: &mut Rng, page: &Page, asked: &Asked, row: &Row) -> Option<Setting> {
    let expect = asked.requirement(page.screen, row.field.label).map(|r| &r.expect);
    draw_other(rng, row.field, expect, &row.setting)
}

pub fn with(row: &Row, setting: Setting) -> Row {
    Row { setting, html: None, before: String::new(), after: String::new(), ..row.clone() }
}

/// A way to hide a row. Controls have a colour and a size of letters of their own, and so does a box: what hides texts only
/// does not hide them.
fn way(rng: &mut Rng, page: &Page) -> (&'static str, &'static str, &'static str) {
    let hides = |(name, ..): &&(&str, &str, &str)| !page.edit || !["font-size", "transparent", "indent"].contains(name);
    let all: Vec<_> = WAYS.iter().filter(hides).copied().collect();
    rng.pick(&all)
}

/// A hidden row with another value, before or after the one that is seen: ignored.
pub fn hidden_copy(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let at = plain(rng, page)?;
    let own = page.row_at(at).clone();
    let copy = with(&own, other(rng, page, asked, &own)?);
    let copy = layout::plain(rng, page, &copy);
    let (name, open, close) = way(rng, page);
    let row = page.row_at(at);
    if rng.percent(50) {
        row.before = format!("{open}{copy}{close}");
    } else {
        row.after = format!("{open}{copy}{close}");
    }
    Some(name.into())
}

/// A row that nobody sees, and no other: it was not seen.
pub fn hidden_alone(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let at = plain(rng, page)?;
    let own = page.row_at(at).clone();
    let html = layout::plain(rng, page, &own);
    let (name, open, close) = way(rng, page);
    let row = page.row_at(at);
    row.html = Some(format!("{open}{html}{close}"));
    row.sight = Sight::None;
    Some(name.into())
}

/// A hidden value inside a row whose visible value says something else.
pub fn hidden_neighbour(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let at = plain_of(rng, page, |r| !matches!(r.field.kind, Kind::List))?;
    if page.edit {
        return None;
    }
    let own = page.row_at(at).clone();
    let wrong = other(rng, page, asked, &own)?;
    let (name, open, close) = rng.pick(&WAYS);
    let label = layout::label(rng, &own.label, "");
    let (shown, hidden) = (read_value(rng, &own.setting), read_value(rng, &wrong));
    page.row_at(at).html = Some(in_row(rng, &label, &format!("{open}{hidden}{close}{shown}")));
    Some(name.into())
}

/// The value before, struck out, beside the one that holds.
pub fn struck_out(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let at = plain_of(rng, page, |r| r.field.kind != Kind::List && r.setting != Setting::Unset)?;
    let own = page.row_at(at).clone();
    let old = other(rng, page, asked, &own)?;
    let tag = rng.pick(&["s", "del", "strike"]);
    let (new, old) = (escape(&own.setting.shown()), escape(&old.shown()));
    let label = layout::label(rng, &own.label, "");
    let value = format!("<div class=\"read-value\"><{tag}>{old}</{tag}> <span>{new}</span></div>");
    let row = page.row_at(at);
    row.html = Some(in_row(rng, &label, &value));
    row.sight = Sight::Doubtful;
    Some(tag.into())
}

pub fn struck_alone(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let at = plain_of(rng, page, |r| r.field.kind != Kind::List && r.setting != Setting::Unset)?;
    let own = page.row_at(at).clone();
    let tag = rng.pick(&["s", "del", "strike"]);
    let label = layout::label(rng, &own.label, "");
    let value = format!("<div class=\"read-value\"><{tag}>{}</{tag}></div>", escape(&own.setting.shown()));
    let row = page.row_at(at);
    row.html = Some(in_row(rng, &label, &value));
    row.setting = Setting::Unset;
    row.sight = Sight::Doubtful;
    Some(tag.into())
}

/// Two values in one row.
pub fn two_values(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let at = plain_of(rng, page, |r| r.field.kind != Kind::List)?;
    let own = page.row_at(at).clone();
    let second = other(rng, page, asked, &own)?;
    let label = layout::label(rng, &own.label, "");
    let mut both = [read_value(rng, &own.setting), read_value(rng, &second)];
    rng.shuffle(&mut both);
    let row = page.row_at(at);
    row.html = Some(in_row(rng, &label, &both.concat()));
    row.sight = Sight::None;
    Some(String::new())
}

/// Two boxes in one row, one ticked.
pub fn two_boxes(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let at = plain_of(rng, page, |r| matches!(r.field.kind, Kind::Checkbox | Kind::Scope))?;
    let own = page.row_at(at).clone();
    let label = layout::label(rng, &own.label, "");
    let mut boxes = ["<input type=\"checkbox\" checked>", "<input type=\"checkbox\">"];
    rng.shuffle(&mut boxes);
    let row = page.row_at(at);
    row.html = Some(in_row(rng, &label, &boxes.concat()));
    row.sight = Sight::None;
    Some(String::new())
}

pub fn indeterminate(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let at = plain_of(rng, page, |r| matches!(r.field.kind, Kind::Checkbox | Kind::Scope))?;
    let own = page.row_at(at).clone();
    let label = layout::label(rng, &own.label, "");
    let mixed = rng.pick(&[
        "<span role=\"checkbox\" aria-checked=\"mixed\"></span>",
        "<input type=\"checkbox\" aria-checked=\"mixed\">",
        "<input type=\"checkbox\" aria-checked=\"mixed\" checked>",
        "<button role=\"switch\" aria-checked=\"mixed\"></button>",
    ]);
    let row = page.row_at(at);
    row.html = Some(in_row(rng, &label, mixed));
    row.sight = Sight::None;
    Some(String::new())
}

/// Text and `title` are two different values.
pub fn title_contradicts(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let at = plain_of(rng, page, |r| matches!(r.field.kind, Kind::Choice | Kind::Scope | Kind::Checkbox))?;
    let own = page.row_at(at).clone();
    let title = other(rng, page, asked, &own)?;
    contradiction(rng, page, at, &own, &own.setting.shown(), &title.shown());
    Some(String::new())
}

/// A text on no scale beside a `title` that is, or the other way round.
pub fn text_unknown(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let is_scaled = |r: &Row| matches!(r.field.kind, Kind::Scope | Kind::Checkbox) || !r.field.section.is_empty();
    let at = plain_of(rng, page, is_scaled)?;
    let own = page.row_at(at).clone();
    let known = own.setting.shown();
    // A dash says that there is nothing: that contradicts only what grants something.
    let grants = !["No", "Not set", "No Access"].contains(&known.as_str()) && !known.starts_with("Cannot");
    let strange = rng.pick(
        &["Inherited", "Pending", "None (was Read Only)", "See role", "Custom", "—", "-"][..if grants { 7 } else { 5 }],
    );
    let (text, title) = match rng.below(3) {
        0 => (strange, known.as_str()),
        1 => (known.as_str(), strange),
        _ if strange.chars().all(char::is_alphabetic) => (strange, ""),
        _ => (strange, known.as_str()),
    };
    contradiction(rng, page, at, &own, text, title);
    Some(strange.into())
}

pub fn contradiction(rng: &mut Rng, page: &mut Page, at: (usize, usize), own: &Row, text: &str, title: &str) {
    let label = layout::label(rng, &own.label, "");
    let title = if title.is_empty() { String::new() } else { format!(" title=\"{}\"", escape(title)) };
    let value = format!("<div class=\"read-value\"{title}>{}</div>", escape(text));
    let row = page.row_at(at);
    row.html = Some(in_row(rng, &label, &value));
    row.sight = Sight::None;
}

/// A number where a word belongs (facts, 2.1).
pub fn bare_number(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let at = plain_of(rng, page, |r| r.field.kind == Kind::Choice && !r.field.section.is_empty())?;
    let own = page.row_at(at).clone();
    let label = layout::label(rng, &own.label, "");
    let value = format!("<div class=\"read-value\">{}</div>", rng.below(5));
    let row = page.row_at(at);
    row.html = Some(in_row(rng, &label, &value));
    row.sight = Sight::None;
    Some(String::new())
}

const CUSTOM: [&str; 2] = ["Custom Fields", "Custom Field"];

/// The same label in a section of the tenant's own fields.
pub fn custom_field_beside(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let at = plain(rng, page)?;
    let own = page.row_at(at).clone();
    let copy = with(&own, other(rng, page, asked, &own)?);
    let copy = Row { html: Some(layout::plain(rng, page, &copy)), sight: Sight::None, ..copy };
    page.row_at(at).sight = Sight::Doubtful;
    let section = Section { title: (rng.pick(&CUSTOM)).into(), rows: vec![copy], collapsed: false };
    if rng.percent(50) {
        page.sections.push(section);
    } else {
        page.sections.insert(0, section);
    }
    Some(String::new())
}

pub fn custom_field_alone(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    // Only permission rows are known to have one section each.
    let at = plain_of(rng, page, |r| !r.field.section.is_empty())?;
    let mut row = page.sections[at.0].rows.remove(at.1);
    row.sight = Sight::None;
    page.sections.push(Section { title: "Custom Fields".into(), rows: vec![row], collapsed: false });
    Some(String::new())
}

/// One label that the tenant renamed or translated (facts, section 13).
pub fn renamed_label(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    // Scopes are the same in every language.
    if page.rows().count() < 8 || page.screen == ScreenId::ApplicationPermissions {
        return None;
    }
    let at = plain(rng, page)?;
    let row = page.row_at(at);
    row.label = (rng.pick(&["Toegangsniveau", "Our own name for it", "Zugriff"])).into();
    row.sight = Sight::None;
    Some(String::new())
}

pub fn unknown_scope(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    if page.screen != ScreenId::ApplicationPermissions {
        return None;
    }
    let at = plain(rng, page)?;
    let style = rng.below(3);
    let extra = match page.edit {
        true => layout::tick_box(style, "extra", "read:weather", true),
        false => in_row(rng, "<label>read:weather</label>", "<div class=\"read-value\">Yes</div>"),
    };
    page.row_at(at).after = extra;
    Some(String::new())
}

pub fn help_text(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let at = plain(rng, page)?;
    let own = page.row_at(at).clone();
    let text = escape(&other(rng, page, asked, &own)?.shown());
    page.row_at(at).after = format!("<div class=\"help-text\">{text}</div>");
    Some(String::new())
}

/// A label whose value is not there yet.
pub fn label_alone(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let at = plain_of(rng, page, |r| r.field.kind != Kind::List)?;
    let own = page.row_at(at).clone();
    let label = layout::label(rng, &own.label, "");
    let row = page.row_at(at);
    row.html = Some(in_row(rng, &label, ""));
    row.sight = Sight::None;
    Some(String::new())
}

/// The same field twice, with two values.
pub fn second_row(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let at = plain(rng, page)?;
    let own = page.row_at(at).clone();
    let copy = with(&own, other(rng, page, asked, &own)?);
    let html = layout::plain(rng, page, &copy);
    let row = page.row_at(at);
    row.after = html;
    row.sight = Sight::None;
    Some(String::new())
}

pub fn native_select(rng: &mut Rng, page: &mut Page, _: &Asked) -> Option<String> {
    let at = plain_of(rng, page, |r| r.field.kind == Kind::Choice && r.setting != Setting::Unset)?;
    let own = page.row_at(at).clone();
    let shown = own.setting.shown();
    let options: String = own
        .field
        .scale
        .iter()
        .map(|(v, _)| *v)
        .chain((!own.field.scale.iter().any(|(v, _)| *v == shown)).then_some(shown.as_str()))
        .map(|v| format!("<option{}>{}</option>", if v == shown { " selected" } else { "" }, escape(v)))
        .collect();
    let label = layout::label(rng, &own.label, "");
    page.row_at(at).html = Some(in_row(rng, &label, &format!("<select>{options}</select>")));
    Some(String::new())
}

/// A row of a plain table: label and value in two cells, or with another cell whose value contradicts.
pub fn table_row(rng: &mut Rng, page: &mut Page, asked: &Asked) -> Option<String> {
    let at =
        plain_of(rng, page, |r| matches!(r.field.kind, Kind::Scope | Kind::Checkbox) || !r.field.section.is_empty())?;
    let own = page.row_at(at).clone();
    let cell = |text: &str| format!("<td>{}</td>", escape(text));
    let (mut cells, mut sight) = (cell(&own.setting.shown()), Sight::Doubtful);
    if rng.percent(60) {
        let second = other(rng, page, asked, &own)?;
        cells += &cell(&second.shown());
        sight = Sight::None;
    }
    let row = page.row_at(at);
    row.html = Some(format!("<table><tbody><tr>{}{cells}</tr></tbody></table>", cell(&own.label)));
    row.sight = sight;
    Some(String::new())
}
