//! A report for people and for other programs: text, Markdown, CSV.

use std::fmt::Write as _;

use super::{Contradiction, Finding, Mode, Outcome, Page, Reason, Report, Status};
use crate::profile::{Plan, Profile};
use crate::vocabulary::ScreenId;

/// Plain text: profiles with their sources, pages, then findings by screen, then the summary.
#[must_use]
pub fn text(plans: &[Plan], report: &Report) -> String {
    let mut out = String::new();
    for plan in plans {
        let _ = writeln!(out, "{}", title(&plan.profile));
        for source in plan.profile.sources.values() {
            let _ = writeln!(out, "  source: {} {}", source.title, source.url.as_deref().unwrap_or_default());
        }
    }
    for page in &report.pages {
        let _ = writeln!(out, "  {}: {}", page.page, page_line(page));
    }
    for (screen, findings) in by_screen(report) {
        let _ = writeln!(out, "\n{}", screen.id());
        for f in findings {
            let _ = writeln!(out, "  {:<15} {}", outcome(f.outcome), line(f));
        }
    }
    for contradiction in &report.contradictions {
        let _ = writeln!(out, "\nContradiction: {}", against(contradiction));
    }
    let _ = writeln!(out, "\n{}", summary(report));
    out
}

/// Markdown for a ticket.
#[must_use]
pub fn markdown(plans: &[Plan], report: &Report) -> String {
    let mut out = String::from("# Preflight\n");
    for plan in plans {
        let _ = writeln!(out, "\n{}", escaped(&title(&plan.profile)));
    }
    let _ = writeln!(out, "\n{}", summary(report));
    for contradiction in &report.contradictions {
        let _ = writeln!(out, "\n**Contradiction**: {}", escaped(&against(contradiction)));
    }
    for source in plans.iter().flat_map(|p| p.profile.sources.values()) {
        let title = escaped(&source.title);
        let _ = match &source.url {
            Some(url) => writeln!(out, "\nSource: [{title}]({url})"),
            None => writeln!(out, "\nSource: {title}"),
        };
    }
    for page in &report.pages {
        let _ = writeln!(out, "\n- `{}`: {}", page.page.replace('`', "'"), escaped(&page_line(page)));
    }
    for (screen, findings) in by_screen(report) {
        let _ = writeln!(
            out,
            "\n## {}\n\n| Result | Setting | Expected | Found | Why |\n| --- | --- | --- | --- | --- |",
            screen.id()
        );
        for f in findings {
            let cells = [
                outcome(f.outcome).to_owned(),
                setting(f),
                f.expected.clone().unwrap_or_default(),
                found(f),
                f.why.clone(),
            ];
            let _ = writeln!(out, "| {} |", cells.map(|c| escaped(&c)).join(" | "));
        }
    }
    out
}

pub(super) fn title(profile: &Profile) -> String {
    format!("{} (profile {} {})", profile.name, profile.id, profile.version)
}

/// "Tickets Access Level: acme wants No, other wants Read Only".
pub(super) fn against(contradiction: &Contradiction) -> String {
    let wants: Vec<_> = contradiction.wants.iter().map(|w| format!("{} wants {}", w.profile, w.expected)).collect();
    format!("{} on {}: {}", contradiction.field, contradiction.screen.id(), wants.join(", "))
}

/// Comma-separated values with a header line (RFC 4180).
#[must_use]
pub fn csv(report: &Report) -> String {
    let mut out = String::from("id,screen,field,outcome,severity,expected,found,reason\r\n");
    for f in &report.findings {
        let cells = [
            f.id.as_str(),
            f.screen.id(),
            f.field.as_deref().unwrap_or_default(),
            outcome(f.outcome),
            severity(f),
            f.expected.as_deref().unwrap_or_default(),
            f.found.as_deref().unwrap_or_default(),
            f.reason.map(reason).unwrap_or_default(),
        ];
        let _ = write!(out, "{}\r\n", cells.map(quoted).join(","));
    }
    out
}

/// A cell that a spreadsheet would take for a formula is made text.
fn quoted(cell: &str) -> String {
    let harmless =
        if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{cell}") } else { cell.to_owned() };
    if harmless.contains([',', '"', '\n', '\r']) { format!("\"{}\"", harmless.replace('"', "\"\"")) } else { harmless }
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

/// Findings that apply, screen by screen, in the order in which an admin meets the screens.
pub(super) fn by_screen(report: &Report) -> impl Iterator<Item = (ScreenId, Vec<&Finding>)> {
    ScreenId::ALL.into_iter().filter_map(|screen| {
        let here = |f: &&Finding| f.screen == screen && f.outcome != Outcome::NotApplicable;
        let findings: Vec<_> = report.findings.iter().filter(here).collect();
        (!findings.is_empty()).then_some((screen, findings))
    })
}

pub(super) fn page_line(page: &Page) -> String {
    let mut line = status(page.status).to_owned();
    if let Some(screen) = page.screen {
        let _ = write!(line, ", {}", screen.id());
    }
    match page.mode {
        Some(Mode::Read) => line.push_str(", read mode"),
        Some(Mode::Edit) => line.push_str(", edit mode"),
        None => {}
    }
    if let Some(record) = &page.record {
        let _ = write!(line, ", {record}");
    }
    if let Some(seen) = &page.seen {
        let _ = write!(line, ", seen {seen}");
    }
    line
}

fn line(f: &Finding) -> String {
    let mut line = setting(f);
    if let Some(expected) = &f.expected {
        let _ = write!(line, ": expected {expected}");
    }
    if f.outcome != Outcome::Met && !found(f).is_empty() {
        let _ = write!(line, ", found {}", found(f));
    }
    line
}

pub(super) fn setting(f: &Finding) -> String {
    f.field.clone().unwrap_or_else(|| f.id.clone())
}

pub(super) fn found(f: &Finding) -> String {
    if let Some(waiver) = &f.waiver {
        return format!("{} (waived: {waiver})", f.found.as_deref().unwrap_or("–"));
    }
    match (&f.found, f.reason) {
        (Some(found), Some(r)) => format!("{found} ({})", reason(r)),
        (Some(found), None) => found.clone(),
        (None, Some(r)) => reason(r).to_owned(),
        (None, None) => String::new(),
    }
}

pub(super) fn summary(report: &Report) -> String {
    let counts: Vec<_> = report.summary.iter().map(|(o, n)| format!("{n} {}", outcome(*o))).collect();
    counts.join(", ")
}

const fn severity(f: &Finding) -> &'static str {
    match f.severity {
        crate::profile::Severity::Required => "required",
        crate::profile::Severity::Recommended => "recommended",
        crate::profile::Severity::Optional => "optional",
        crate::profile::Severity::Temporary => "temporary",
    }
}

const fn status(status: Status) -> &'static str {
    match status {
        Status::Read => "read",
        Status::StillLoading => "still loading: save it again when the record is there",
        Status::LanguageNotRecognised => "language not recognised: switch Halo to English and save it again",
        Status::NotAConfigurationScreen => "not a configuration screen that Preflight reads",
        Status::Unreadable => "unreadable",
    }
}

pub(super) const fn outcome(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Missing => "missing",
        Outcome::Wrong => "wrong",
        Outcome::Excess => "excess",
        Outcome::Review => "review",
        Outcome::NotSeen => "not-seen",
        Outcome::Met => "met",
        Outcome::Waived => "waived",
        Outcome::NotApplicable => "not-applicable",
    }
}

const fn reason(reason: Reason) -> &'static str {
    match reason {
        Reason::Included => "includes this scope",
        Reason::AllNotCertain => "whether `all` covers this is not known: tick it too",
        Reason::SeveralCandidates => "the page shows different values",
        Reason::SeveralRecords => "the records disagree",
        Reason::RecordKindUnknown => "the page does not tell whether this is an agent or a role",
        Reason::UnknownValue => "not a value that Preflight knows",
        Reason::BareNumber => "a bare number, whose meaning changes between versions: open edit mode",
        Reason::NotCaptured => "not on the saved page",
        Reason::ByHand => "check by hand",
        Reason::NoSuchScope => "Halo has no such scope",
        Reason::NotRendered => "not on the page yet: scroll down or open the section",
        Reason::ScreenNotSeen => "screen not seen",
        Reason::OtherNotSeen => "the value to compare with was not seen",
        Reason::RoleDecides => "the role decides, and it was not seen",
        Reason::ScopeWithoutRight => "the scope is ticked, but neither agent nor role grants the right",
        Reason::BeyondProfiles => "no chosen profile asks for it",
        Reason::FeatureNotChosen => "feature not chosen",
        Reason::OtherHosting => "for other hosting",
    }
}
