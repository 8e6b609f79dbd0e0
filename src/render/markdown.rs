//! A report as Markdown, for a ticket.

use std::fmt::Write as _;

use super::markup::{in_markdown, target};
use super::report::{Row, wording};
use crate::profile::Plan;
use crate::report::Report;
use crate::words::Words;

/// Markdown with a table for each screen.
#[must_use]
pub fn markdown(plans: &[Plan], report: &Report, words: &dyn Words) -> String {
    let wording = wording(plans, report, words);
    let mut out = format!("# {}\n\n**{}**\n", in_markdown(&wording.title), in_markdown(&wording.summary));
    for vendor in &wording.profiles {
        let _ = writeln!(out, "\n## {}\n", in_markdown(&vendor.title));
        if let Some(line) = &vendor.features {
            let _ = writeln!(out, "- {}", in_markdown(line));
        }
        for (title, url) in &vendor.sources {
            let _ = match url.as_deref().and_then(target) {
                Some(url) => writeln!(out, "- [{}]({url})", in_markdown(title)),
                None => writeln!(out, "- {}", in_markdown(title)),
            };
        }
    }
    let lists = wording.contradictions.iter().chain([&wording.pages]);
    for (heading, lines) in lists {
        let _ = writeln!(out, "\n## {}\n", in_markdown(heading));
        for line in lines {
            let _ = writeln!(out, "- {}", in_markdown(line));
        }
    }
    for screen in &wording.screens {
        let _ = writeln!(out, "\n## {}\n\n{}\n", in_markdown(&screen.title), in_markdown(&screen.place));
        let _ = writeln!(out, "| {} |\n| --- | --- | --- | --- | --- |", wording.columns.join(" | "));
        for row in &screen.rows {
            let _ = writeln!(out, "| {} |", cells(row).map(|c| in_markdown(&c)).join(" | "));
        }
    }
    out
}

fn cells(row: &Row) -> [String; 5] {
    let Row { result, setting, wanted, found, notes, .. } = row;
    [result.clone(), setting.clone(), wanted.clone(), found.clone(), notes.join(" ")]
}
