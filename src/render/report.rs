//! Everything that a report says, in words. The formats only lay it out.

use crate::profile::{Plan, Severity, Source};
use crate::reader::Status;
use crate::report::{Alternative, Contradiction, Finding, Outcome, Page, Reason, Report, ShownWhen};
use crate::vocabulary::ScreenId;
use crate::words::Words;

/// A report in words.
pub(super) struct Wording {
    /// Code of the language, as HTML wants it.
    pub language: String,
    /// Which program made it.
    pub title: String,
    /// How many findings have each outcome.
    pub summary: String,
    pub profiles: Vec<Vendor>,
    /// What no setting can satisfy together, under its heading; none: no contradictions.
    pub contradictions: Option<(String, Vec<String>)>,
    /// What was seen, and its heading.
    pub pages: (String, Vec<String>),
    /// Headings of a row's five cells.
    pub columns: [String; 5],
    pub screens: Vec<Section>,
}

/// One of the profiles that were asked.
pub(super) struct Vendor {
    /// Its name and the profile's version.
    pub title: String,
    /// The chosen features, where there is anything to choose.
    pub features: Option<String>,
    /// Its documents: what they are called and where they are.
    pub sources: Vec<(String, Option<String>)>,
}

/// The findings of one screen.
pub(super) struct Section {
    pub title: String,
    /// Where in Halo it is, and of which record.
    pub place: String,
    pub rows: Vec<Row>,
}

/// One finding.
pub(super) struct Row {
    pub result: String,
    pub setting: String,
    pub wanted: String,
    pub found: String,
    /// What explains it, most telling first.
    pub notes: Vec<String>,
    /// Whether there is anything to do or to know about it.
    pub is_open: bool,
}

/// Puts a report into words.
pub(super) fn wording(plans: &[Plan], report: &Report, words: &dyn Words) -> Wording {
    let writer = Writer { plans, words };
    let word = |id| words.word(id, &[]);
    let contradictions: Vec<_> = report.contradictions.iter().map(|c| writer.contradiction(c)).collect();
    let count = contradictions.len().to_string();
    Wording {
        language: word("language_code"),
        title: words.word("report_made_by", &[&word("name"), env!("CARGO_PKG_VERSION")]),
        summary: writer.summary(report),
        profiles: plans.iter().map(|p| writer.vendor(p)).collect(),
        contradictions: (!contradictions.is_empty()).then(|| (words.word("contradictions", &[&count]), contradictions)),
        pages: (
            words.word("seen_screens", &[&report.pages.len().to_string()]),
            report.pages.iter().map(|p| writer.page(p)).collect(),
        ),
        columns: [word("report_result"), word("report_setting"), word("expected"), word("found"), word("report_notes")],
        screens: by_screen(report).map(|(screen, findings)| writer.section(screen, &findings)).collect(),
    }
}

/// Findings that apply, screen by screen, in the order in which an admin meets the screens.
fn by_screen(report: &Report) -> impl Iterator<Item = (ScreenId, Vec<&Finding>)> {
    ScreenId::ALL.into_iter().filter_map(|screen| {
        let here = |f: &&Finding| f.screen == screen && f.outcome != Outcome::NotApplicable;
        let findings: Vec<_> = report.findings.iter().filter(here).collect();
        (!findings.is_empty()).then_some((screen, findings))
    })
}

struct Writer<'a> {
    plans: &'a [Plan],
    words: &'a dyn Words,
}

impl Writer<'_> {
    fn word(&self, id: &str) -> String {
        self.words.word(id, &[])
    }

    /// "Found: No"
    fn labelled(&self, id: &str, value: &str) -> String {
        format!("{}: {value}", self.word(id))
    }

    fn screen(&self, screen: ScreenId) -> String {
        self.word(&format!("screen_{}", screen.id()))
    }

    fn summary(&self, report: &Report) -> String {
        let count = |(outcome, number): (&Outcome, &u32)| format!("{}: {number}", self.outcome(*outcome));
        report.summary.iter().map(count).collect::<Vec<_>>().join(", ")
    }

    fn outcome(&self, outcome: Outcome) -> String {
        self.word(&format!("outcome_{}", outcome.id()))
    }

    fn vendor(&self, Plan { profile, features }: &Plan) -> Vendor {
        let chosen = profile.features.iter().filter(|f| features.contains(&f.id)).map(|f| f.name.as_str());
        let chosen: Vec<_> = chosen.collect();
        let counts = [chosen.len(), profile.features.len()].map(|n| n.to_string());
        let heading = || self.words.word("features", &counts.each_ref().map(String::as_str));
        Vendor {
            title: self.words.word("report_profile", &[&profile.name, &profile.version]),
            features: (profile.features.len() > 1).then(|| format!("{}: {}", heading(), chosen.join(", "))),
            sources: profile.sources.values().map(|s| (self.source(s), s.url.clone())).collect(),
        }
    }

    fn source(&self, source: &Source) -> String {
        let title = self.words.word("source", &[&source.title]);
        source.date.as_ref().map_or_else(|| title.clone(), |date| format!("{title} ({date})"))
    }

    /// "Tickets Access Level (Agent · Permissions). Moovila: No, Other: Read Only"
    fn contradiction(&self, contradiction: &Contradiction) -> String {
        let wants = contradiction.wants.iter().map(|w| format!("{}: {}", self.name(&w.profile), w.expected));
        let wants = wants.collect::<Vec<_>>().join(", ");
        format!("{} ({}). {wants}", contradiction.field, self.screen(contradiction.screen))
    }

    /// The vendor's name.
    fn name<'b>(&'b self, profile: &'b str) -> &'b str {
        self.plans.iter().find(|p| p.profile.id == profile).map_or(profile, |p| &p.profile.name)
    }

    /// A page that was read, by its screen; another one, by why it was not.
    fn page(&self, page: &Page) -> String {
        let mut parts = Vec::new();
        if page.status != Status::Read {
            parts.push(self.word(&format!("page_{}", page.status.id())));
        }
        parts.extend(page.screen.map(|screen| self.screen(screen)));
        parts.extend(page.record.clone());
        parts.extend(page.mode.map(|mode| self.word(&format!("mode_{}", mode.id()))));
        parts.extend(page.seen.as_deref().map(time));
        format!("{}: {}", page.page, parts.join(", "))
    }

    fn section(&self, screen: ScreenId, findings: &[&Finding]) -> Section {
        let record = common_record(findings);
        let place = self.word(&format!("where_{}", screen.id()));
        Section {
            title: self.screen(screen),
            place: record.map_or_else(|| place.clone(), |record| format!("{place} ({record})")),
            rows: findings.iter().map(|f| self.row(f, record)).collect(),
        }
    }

    /// `of` is the record that the section names already.
    fn row(&self, finding: &Finding, of: Option<&str>) -> Row {
        let subject = subject(finding, self.words);
        Row {
            result: self.outcome(finding.outcome),
            setting: match finding.severity {
                Severity::Required => subject,
                other => format!("{subject} ({})", self.word(&format!("severity_{}", other.id()))),
            },
            wanted: wanted(finding, self.words),
            found: finding.found.clone().unwrap_or_default(),
            notes: self.record(finding, of).into_iter().chain(self.notes(finding)).collect(),
            is_open: !matches!(finding.outcome, Outcome::Met | Outcome::NotSeen),
        }
    }

    /// "Record: Moovila API", where the section does not say it.
    fn record(&self, finding: &Finding, of: Option<&str>) -> Option<String> {
        let record = finding.record.as_deref().filter(|record| Some(*record) != of);
        record.map(|record| self.labelled("finding_record", record))
    }

    fn notes(&self, finding: &Finding) -> Vec<String> {
        let waiver = finding.waiver.as_ref().map(|reason| self.waiver(reason, finding.waived_until.as_deref()));
        let reason = finding.reason.map(|reason| self.reason(reason, finding.shown_when.as_ref()));
        let says = finding.says.as_ref().map(|says| self.labelled("vendor_says", says));
        let names: Vec<_> = finding.needed_by.iter().map(|id| self.name(id)).collect();
        let needed_by =
            (self.plans.len() > 1 && !names.is_empty()).then(|| self.labelled("needed_by", &names.join(", ")));
        let why = (!finding.why.is_empty()).then(|| finding.why.clone());
        [waiver, reason, why, says, needed_by].into_iter().flatten().collect()
    }

    fn reason(&self, reason: Reason, shown_when: Option<&ShownWhen>) -> String {
        let values: Vec<&str> =
            shown_when.into_iter().flat_map(|when| [when.field.as_str(), when.is.as_str()]).collect();
        self.words.word(&format!("reason_{}", reason.id()), &values)
    }

    fn waiver(&self, reason: &str, until: Option<&str>) -> String {
        let because = self.labelled("waived_because", reason);
        until.map_or_else(|| because.clone(), |day| format!("{because} ({})", self.words.word("waived_until", &[day])))
    }
}

/// What a finding is about, as this tenant names it: the field, or those of which one is enough.
pub(crate) fn subject(finding: &Finding, words: &dyn Words) -> String {
    let fields = finding.fields();
    if fields.len() > 1 {
        return fields.join(" / ");
    }
    let subject = finding.label.as_ref().or(finding.field.as_ref());
    subject.cloned().unwrap_or_else(|| words.word("by_hand_step", &[]))
}

/// The one record that all of these findings are about, as far as they are about any.
fn common_record<'f>(findings: &[&'f Finding]) -> Option<&'f str> {
    let mut records = findings.iter().filter_map(|f| f.record.as_deref());
    let first = records.next()?;
    records.all(|record| record == first).then_some(first)
}

/// What the vendor wants, whole: "Read Only or more".
pub(crate) fn wanted(finding: &Finding, words: &dyn Words) -> String {
    let alternative = |a: &Alternative| {
        let screen = words.word(&format!("screen_{}", a.screen.id()), &[]);
        format!("{} ({screen}): {}", a.field, value(&a.operator, a.expected.as_ref(), words))
    };
    if finding.alternatives.is_empty() {
        return value(&finding.operator, finding.expected.as_ref(), words);
    }
    let all: Vec<_> = finding.alternatives.iter().map(alternative).collect();
    words.word("expected_any_of", &[&all.join("; ")])
}

fn value(operator: &str, expected: Option<&String>, words: &dyn Words) -> String {
    match expected {
        Some(expected) => words.word(&format!("expected_{operator}"), &[expected]),
        None => words.word(&format!("wanted_{operator}"), &[]),
    }
}

/// An ISO 8601 time for people: 2026-11-22T01:08:59.123Z → 2026-11-22 01:08 UTC.
fn time(seen: &str) -> String {
    match (seen.get(..10), seen.get(10..11), seen.get(11..16)) {
        (Some(day), Some("T"), Some(minute)) if seen.ends_with('Z') => format!("{day} {minute} UTC"),
        _ => seen.to_owned(),
    }
}
