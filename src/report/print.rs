//! A report as a page of its own, to print or to send.

use std::fmt::Write as _;

use super::text::{against, by_screen, found, outcome, page_line, setting, summary, title};
use super::{Finding, Report};
use crate::profile::Plan;

/// No script, no address to load: it looks the same wherever it is opened.
const STYLE: &str = "\
body{font:14px/1.45 system-ui,sans-serif;color:#1b1f2a;max-width:60rem;margin:2rem auto;padding:0 1rem}\
table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}\
th,td{text-align:left;vertical-align:top;padding:.35rem .5rem;border-bottom:1px solid #d5d9e2}\
th{font-weight:600}tr{break-inside:avoid}h2{break-after:avoid;margin-bottom:0}\
.outcome{white-space:nowrap;font-weight:600}";

/// A complete HTML page.
#[must_use]
pub fn page(plans: &[Plan], report: &Report) -> String {
    let mut out = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Preflight</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>Preflight</h1>\n"
    );
    for plan in plans {
        let _ = writeln!(out, "<p>{}</p>\n<ul>", escaped(&title(&plan.profile)));
        for source in plan.profile.sources.values() {
            let title = escaped(&source.title);
            let _ = match &source.url {
                Some(url) => writeln!(out, "<li><a href=\"{}\">{title}</a></li>", escaped(url)),
                None => writeln!(out, "<li>{title}</li>"),
            };
        }
        out.push_str("</ul>\n");
    }
    let _ = writeln!(out, "<p><strong>{}</strong></p>\n<ul>", escaped(&summary(report)));
    for page in &report.pages {
        let _ = writeln!(out, "<li>{}: {}</li>", escaped(&page.page), escaped(&page_line(page)));
    }
    out.push_str("</ul>\n");
    for contradiction in &report.contradictions {
        let _ = writeln!(out, "<p><strong>Contradiction:</strong> {}</p>", escaped(&against(contradiction)));
    }
    for (screen, findings) in by_screen(report) {
        let _ = writeln!(
            out,
            "<h2>{}</h2>\n<table>\n<thead><tr><th>Result</th><th>Setting</th><th>Expected</th><th>Found</th><th>Why</th></tr></thead>\n<tbody>",
            screen.id()
        );
        for finding in findings {
            row(&mut out, finding);
        }
        out.push_str("</tbody>\n</table>\n");
    }
    out.push_str("</body>\n</html>\n");
    out
}

fn row(out: &mut String, finding: &Finding) {
    let cells = [setting(finding), finding.expected.clone().unwrap_or_default(), found(finding), finding.why.clone()];
    let _ = write!(out, "<tr><td class=\"outcome\">{}</td>", outcome(finding.outcome));
    for cell in cells {
        let _ = write!(out, "<td>{}</td>", escaped(&cell));
    }
    out.push_str("</tr>\n");
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
