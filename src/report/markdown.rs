//! A report as Markdown, for a ticket.

use std::fmt::Write as _;

use super::Report;
use super::told::{Row, tell};
use crate::profile::Plan;
use crate::words::Words;

/// Markdown with a table for each screen.
#[must_use]
pub fn markdown(plans: &[Plan], report: &Report, words: &dyn Words) -> String {
    let told = tell(plans, report, words);
    let mut out = format!("# {}\n\n**{}**\n", escaped(&told.title), escaped(&told.summary));
    for vendor in &told.profiles {
        let _ = writeln!(out, "\n## {}\n", escaped(&vendor.title));
        if let Some(line) = &vendor.features {
            let _ = writeln!(out, "- {}", escaped(line));
        }
        for (title, url) in &vendor.sources {
            let _ = match url {
                Some(url) => writeln!(out, "- [{}]({url})", escaped(title)),
                None => writeln!(out, "- {}", escaped(title)),
            };
        }
    }
    let lists = told.contradictions.iter().chain([&told.pages]);
    for (heading, lines) in lists {
        let _ = writeln!(out, "\n## {}\n", escaped(heading));
        for line in lines {
            let _ = writeln!(out, "- {}", escaped(line));
        }
    }
    for screen in &told.screens {
        let _ = writeln!(out, "\n## {}\n\n{}\n", escaped(&screen.title), escaped(&screen.place));
        let _ = writeln!(out, "| {} |\n| --- | --- | --- | --- | --- |", told.columns.join(" | "));
        for row in &screen.rows {
            let _ = writeln!(out, "| {} |", cells(row).map(|c| escaped(&c)).join(" | "));
        }
    }
    out
}

fn cells(row: &Row) -> [String; 5] {
    let Row { result, setting, wanted, found, notes, .. } = row;
    [result.clone(), setting.clone(), wanted.clone(), found.clone(), notes.join(" ")]
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\n' | '\r' => out.push(' '),
            // Pictures, links, code and emphasis: none of them may come from a page.
            '\\' | '|' | '*' | '[' | ']' | '`' | '!' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
