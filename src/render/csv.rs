//! A report for a spreadsheet: ids, the same in every language.

use std::fmt::Write as _;

use super::markup::in_csv;
use crate::report::{Alternative, Finding, Reason, Report};

/// Comma-separated values with a header line (RFC 4180).
#[must_use]
pub fn csv(report: &Report) -> String {
    let mut out = String::from("id,screen,field,outcome,severity,expected,found,reason\r\n");
    for f in &report.findings {
        let expected = expected(f);
        let cells = [
            f.id.as_str(),
            f.screen.id(),
            f.field.as_deref().unwrap_or_default(),
            f.outcome.id(),
            f.severity.id(),
            &expected,
            f.found.as_deref().unwrap_or_default(),
            f.reason.map(Reason::id).unwrap_or_default(),
        ];
        let _ = write!(out, "{}\r\n", cells.map(in_csv).join(","));
    }
    out
}

/// What is wanted; of several alternatives, each with its field and operator.
fn expected(finding: &Finding) -> String {
    let value = |expected: &Option<String>| expected.clone().unwrap_or_default();
    let alternative =
        |a: &Alternative| format!("{} {} {}", a.field, a.operator, value(&a.expected)).trim_end().to_owned();
    match finding.alternatives.as_slice() {
        [] => value(&finding.expected),
        several => several.iter().map(alternative).collect::<Vec<_>>().join("; "),
    }
}
