//! A report as plain text.

use std::fmt::Write as _;

use super::markup::{plain, target};
use super::report::{Row, Wording, wording};
use crate::profile::Plan;
use crate::report::Report;
use crate::words::Words;

/// Plain text: profiles with their sources, what was seen, then findings by screen, then the summary.
#[must_use]
pub fn text(plans: &[Plan], report: &Report, words: &dyn Words) -> String {
    let wording = wording(plans, report, words);
    let mut out = String::new();
    for vendor in &wording.profiles {
        let _ = writeln!(out, "{}", plain(&vendor.title));
        if let Some(line) = &vendor.features {
            let _ = writeln!(out, "  {}", plain(line));
        }
        for (title, url) in &vendor.sources {
            let _ = writeln!(out, "  {} {}", plain(title), url.as_deref().and_then(target).unwrap_or_default());
        }
    }
    let (heading, pages) = &wording.pages;
    section(&mut out, heading, pages);
    let results = wording.screens.iter().flat_map(|s| &s.rows).map(|r| r.result.chars().count());
    let width = results.max().unwrap_or_default();
    for screen in &wording.screens {
        let _ = writeln!(out, "\n{}\n{}", screen.title, screen.place);
        for row in &screen.rows {
            finding(&mut out, row, &wording, width);
        }
    }
    if let Some((heading, lines)) = &wording.contradictions {
        section(&mut out, heading, lines);
    }
    let _ = writeln!(out, "\n{}\n{}", wording.summary, wording.title);
    out
}

fn section(out: &mut String, heading: &str, lines: &[String]) {
    let _ = writeln!(out, "\n{heading}");
    for line in lines {
        let _ = writeln!(out, "  {}", plain(line));
    }
}

/// One line, and what explains it where somebody has to act. `width` is that of the widest result.
fn finding(out: &mut String, row: &Row, wording: &Wording, width: usize) {
    let [_, _, wanted, found, _] = &wording.columns;
    let _ = write!(out, "  {:<width$}  {}. {wanted}: {}", row.result, plain(&row.setting), plain(&row.wanted));
    let _ = match row.found.as_str() {
        "" => writeln!(out),
        value => writeln!(out, ". {found}: {}", plain(value)),
    };
    for note in row.notes.iter().filter(|_| row.is_open) {
        let _ = writeln!(out, "  {:<width$}  {}", "", plain(note));
    }
}
