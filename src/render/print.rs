//! A report as a page of its own, to print or to send.

use std::fmt::Write as _;

use super::markup::{each, escaped, in_html, target};
use super::report::{Row, Vendor, Wording, wording};
use crate::profile::Plan;
use crate::report::Report;
use crate::words::Words;

/// No script, no address to load: it looks the same wherever it is opened.
const STYLE: &str = "\
:root{color-scheme:light dark}\
body{font:14px/1.45 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:1.5rem;margin-bottom:.25rem}h2{font-size:1.1rem;break-after:avoid;margin:1.75rem 0 0}\
.quiet{opacity:.75;margin:.15rem 0}\
table{border-collapse:collapse;width:100%;margin:.5rem 0 0}\
th,td{text-align:start;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid color-mix(in srgb,currentcolor 20%,transparent)}\
th{font-weight:600}tr{break-inside:avoid}td p{margin:0 0 .25rem}\
.result{white-space:nowrap;font-weight:600}";

/// A complete HTML page.
#[must_use]
pub fn page(plans: &[Plan], report: &Report, words: &dyn Words) -> String {
    let wording = wording(plans, report, words);
    let title = in_html(&wording.title);
    let mut out = format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n<p><strong>{}</strong></p>\n",
        escaped(&wording.language),
        in_html(&wording.summary),
    );
    for profile in &wording.profiles {
        vendor(&mut out, profile);
    }
    for (heading, lines) in wording.contradictions.iter().chain([&wording.pages]) {
        let items = each(lines, |line| format!("<li>{}</li>\n", in_html(line)));
        let _ = writeln!(out, "<h2>{}</h2>\n<ul>\n{items}</ul>", in_html(heading));
    }
    for screen in &wording.screens {
        let [title, place] = [&screen.title, &screen.place].map(|text| in_html(text));
        let _ = writeln!(out, "<h2>{title}</h2>\n<p class=\"quiet\">{place}</p>\n{}", table(&wording, &screen.rows));
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn vendor(out: &mut String, vendor: &Vendor) {
    let _ = writeln!(out, "<h2>{}</h2>", in_html(&vendor.title));
    if let Some(line) = &vendor.features {
        let _ = writeln!(out, "<p class=\"quiet\">{}</p>", in_html(line));
    }
    for (title, url) in &vendor.sources {
        let title = in_html(title);
        let _ = match url.as_deref().and_then(target) {
            Some(url) => writeln!(out, "<p class=\"quiet\"><a href=\"{}\">{title}</a></p>", escaped(url)),
            None => writeln!(out, "<p class=\"quiet\">{title}</p>"),
        };
    }
}

fn table(wording: &Wording, rows: &[Row]) -> String {
    let headings = each(&wording.columns, |column| format!("<th scope=\"col\">{}</th>", in_html(column)));
    let mut out = format!("<table>\n<thead><tr>{headings}</tr></thead>\n<tbody>\n");
    for Row { result, setting, wanted, found, notes, .. } in rows {
        let cells = each([setting, wanted, found], |cell| format!("<td>{}</td>", in_html(cell)));
        let notes = each(notes, |note| format!("<p>{}</p>", in_html(note)));
        let _ = writeln!(out, "<tr><td class=\"result\">{}</td>{cells}<td>{notes}</td></tr>", in_html(result));
    }
    out.push_str("</tbody>\n</table>");
    out
}
