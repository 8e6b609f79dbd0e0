//! Markup of a label with its value, in the variants that the facts allow (2.1 to 2.3, 7.2, 7.3, 15).

use preflight::vocabulary::{Field, Kind};

use crate::generated::page::{Page, Row};
use crate::generated::rng::Rng;
use crate::generated::truth::Setting;

pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A name after `input-field-for-`; nobody knows the real ones of permission rows.
pub fn api_name(field: &Field) -> String {
    field.label.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

pub fn row(rng: &mut Rng, page: &Page, row: &Row) -> String {
    let own = row.html.clone().unwrap_or_else(|| plain(rng, page, row));
    format!("{}{own}{}", row.before, row.after)
}

/// The row as the page's mode shows it.
pub fn plain(rng: &mut Rng, page: &Page, row: &Row) -> String {
    // Some rows cannot be edited and look the same in both modes (facts, 2.2).
    let fixed = row.field.label.starts_with("Supplier");
    if page.edit && !fixed { edit(rng, page, row) } else { read(rng, row) }
}

/// A label: its text with the marks and badges that can stand in it.
pub fn label(rng: &mut Rng, text: &str, attributes: &str) -> String {
    let text = escape(text);
    let inner = match rng.below(12) {
        0 => format!("{text} *"),
        1 => format!("{text}<span class=\"asterisk\">*</span>"),
        2 => format!("{text}<span class=\"cf-badge\">CF_{}</span>", rng.below(900)),
        3 => format!("<span>{text}</span>"),
        4 => format!("<i class=\"fa fa-info-circle\" title=\"Help\"></i>{text}"),
        5 => format!("{text}:"),
        _ => text,
    };
    format!("<label{attributes}>{inner}</label>")
}

fn label_for(rng: &mut Rng, row: &Row) -> String {
    let attributes = match rng.below(6) {
        0 => String::new(),
        1 => " for=\"nothing-here\"".into(),
        _ => format!(" for=\"input-field-for-{}\"", api_name(row.field)),
    };
    label(rng, &row.label, &attributes)
}

fn read(rng: &mut Rng, row: &Row) -> String {
    let label = label_for(rng, row);
    let value = read_value(rng, &row.setting);
    in_row(rng, &label, &value)
}

/// A read-mode value.
pub fn read_value(rng: &mut Rng, setting: &Setting) -> String {
    let class = if rng.percent(20) { "noedit-value" } else { "read-value" };
    if let Setting::List(list) = setting {
        let entries: String = list.iter().map(|e| format!("<span class=\"chip\">{}</span>", escape(e))).collect();
        return format!("<div class=\"{class}\">{entries}</div>");
    }
    let text = escape(&setting.shown());
    let title = if rng.percent(60) { format!(" title=\"{text}\"") } else { String::new() };
    let long = text.chars().count() > 16 && !title.is_empty() && rng.percent(15);
    let inner = match rng.below(6) {
        _ if long => format!("{}…", text.chars().take(9).collect::<String>()),
        0 => format!("<span>{text}</span>"),
        1 => format!("\n  {text}\n"),
        _ => text,
    };
    format!("<div class=\"{class}\"{title}>{inner}</div>")
}

/// Label and value in one row, by one of the ways in which a grid can hold them.
pub fn in_row(rng: &mut Rng, label: &str, value: &str) -> String {
    match rng.below(7) {
        0 => format!(
            "<div class=\"row\"><div class=\"col-md-6\">{label}</div><div class=\"col-md-6\">{value}</div></div>"
        ),
        1 => format!("<div class=\"col-md-12 inline nopad\">{label}{value}</div>"),
        2 => {
            format!("<div class=\"row mb-2\"><div class=\"col-md-6\"><div>{label}</div><div>{value}</div></div></div>")
        }
        3 => format!("<div class=\"row\">{label}{value}</div>"),
        _ => format!("<div class=\"row\"><div class=\"col-md-12 inline nopad\">{label}{value}</div></div>"),
    }
}

fn edit(rng: &mut Rng, page: &Page, row: &Row) -> String {
    let help = if rng.percent(10) { HELP } else { "" };
    let name = api_name(row.field);
    match (row.field.kind, &row.setting) {
        (Kind::Checkbox | Kind::Scope, setting) => {
            let style = if rng.percent(10) { rng.below(BOX_STYLES) } else { page.box_style };
            tick_box(style, &name, &row.label, setting == &Setting::text("Yes"))
        }
        (Kind::List, Setting::List(list)) => {
            let label = label_for(rng, row);
            let chips: String = list.iter().map(|e| chip(page.select_style, e)).collect();
            let control = select(page.select_style, rng.below(400), &chips, "");
            in_row(rng, &label, &control) + help
        }
        (Kind::Text | Kind::Secret, setting) => {
            let value = if setting == &Setting::Unset { String::new() } else { escape(&setting.shown()) };
            let control = match rng.below(3) {
                0 => format!("<input id=\"input-field-for-{name}\" value=\"{value}\">"),
                1 => format!("<input type=\"text\" name=\"{name}\" value=\"{value}\">"),
                _ => format!("<textarea id=\"input-field-for-{name}\">{value}</textarea>"),
            };
            let label = label_for(rng, row);
            in_row(rng, &label, &control) + help
        }
        (_, setting) => {
            let number = rng.below(400);
            let label = if rng.percent(25) {
                label(rng, &row.label, &format!(" for=\"react-select-{number}-input\""))
            } else {
                label_for(rng, row)
            };
            let menu = if rng.percent(3) { open_menu(row.field) } else { String::new() };
            let shown = match setting {
                Setting::Unset => placeholder(page.select_style),
                set => single(page.select_style, &set.shown()),
            };
            in_row(rng, &label, &select(page.select_style, number, &shown, &menu)) + help
        }
    }
}

const HELP: &str = "<div class=\"help-text\">Includes access to notes tab on Halo entities. Read and Modify is needed for \
    notes.</div>";

pub const BOX_STYLES: usize = 10;

/// A box and its label (facts, 2.3 and 15, item 8).
pub fn tick_box(style: usize, name: &str, label: &str, ticked: bool) -> String {
    let (label, id) = (escape(label), format!("input-field-for-{name}"));
    let checked = if ticked { " checked" } else { "" };
    let input = format!("<input type=\"checkbox\" id=\"{id}\"{checked}>");
    let bare = format!("<input type=\"checkbox\"{checked}>");
    match style {
        0 => format!("<div class=\"row\"><label for=\"{id}\">{label}</label>{input}</div>"),
        1 => format!("<div class=\"row\">{input}<label for=\"{id}\">{label}</label></div>"),
        2 => format!("<div class=\"row\"><label>{bare} {label}</label></div>"),
        3 => format!("<div class=\"row\"><label>{label} {bare}</label></div>"),
        4 => format!("<div class=\"row\"><label>{label}</label><div>{bare}</div></div>"),
        5 => format!("<div class=\"row\"><div>{bare}</div><label>{label}</label></div>"),
        6 => format!(
            "<div class=\"row\"><label id=\"l-{name}\">{label}</label><span role=\"checkbox\" aria-checked=\"{ticked}\" \
             aria-labelledby=\"l-{name}\" tabindex=\"0\" style=\"display: inline-block; width: 16px; height: 16px\"></span></div>"
        ),
        7 => {
            let active = "style=\"background: rgb(47, 53, 94)\"";
            let (yes, no) = if ticked { (active, "") } else { ("", active) };
            format!(
                "<div class=\"row\"><label>{label}</label><div class=\"switches\"><button type=\"button\" {yes}>Yes</button>\
                 <button type=\"button\" {no}>No</button></div></div>"
            )
        }
        8 => format!(
            "<div class=\"row\"><div class=\"col-md-6\"><label for=\"{id}\">{label}</label></div><div class=\"col-md-6\">\
             {input}</div></div>"
        ),
        // No row of its own: only `for` ties them.
        _ => format!("{input}<label for=\"{id}\">{label}</label>"),
    }
}

pub const SELECT_STYLES: usize = 4;

/// The class of a part of a react-select: by prefix, by the library's generated name, or both (facts, 1.1).
fn part(style: usize, prefix: &str, generated: &str) -> String {
    match style {
        0 => format!("Select__{prefix}"),
        1 => format!("css-1{}x-{generated}", generated.len()),
        _ => format!("Select__{prefix} css-1{}x-{generated}", generated.len()),
    }
}

fn single(style: usize, text: &str) -> String {
    format!("<div class=\"{}\">{}</div>", part(style, "single-value", "singleValue"), escape(text))
}

fn placeholder(style: usize) -> String {
    format!("<div class=\"{}\">Select...</div>", part(style, "placeholder", "placeholder"))
}

fn chip(style: usize, text: &str) -> String {
    format!(
        "<div class=\"{}\"><div class=\"{}\">{}</div><div role=\"button\" class=\"{}\" aria-label=\"Remove {}\"></div></div>",
        part(style, "multi-value", "multiValue"),
        part(style, "multi-value__label", "multiValueLabel"),
        escape(text),
        part(style, "multi-value__remove", "multiValueRemove"),
        escape(text)
    )
}

/// A whole react-select around what it shows.
pub fn select(style: usize, number: usize, shown: &str, menu: &str) -> String {
    let said = match style {
        3 => "<span aria-live=\"polite\" class=\"css-7pg0cj-a11yText\">option No Access, selected.</span>",
        _ => "",
    };
    let kept = if style == 2 { "<input type=\"hidden\" name=\"level\" value=\"2\">" } else { "" };
    format!(
        "<div class=\"Select css-b62m3t-container\">{said}<div class=\"{}\"><div class=\"{}\">{shown}<div class=\"{}\">\
         <input id=\"react-select-{number}-input\" class=\"Select__input\" type=\"text\" role=\"combobox\" value=\"\"></div>\
         </div></div>{menu}{kept}</div>",
        part(style, "control", "control"),
        part(style, "value-container", "ValueContainer"),
        part(style, "input-container", "Input"),
    )
}

/// The options of a menu that is open: no values of the field.
fn open_menu(field: &Field) -> String {
    let options: String = field
        .scale
        .iter()
        .map(|(value, _)| format!("<div class=\"Select__option\" role=\"option\">{}</div>", escape(value)))
        .collect();
    format!("<div class=\"Select__menu\"><div class=\"Select__menu-list\" role=\"listbox\">{options}</div></div>")
}
