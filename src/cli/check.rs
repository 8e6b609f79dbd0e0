//! `preflight check`: files in, report out.

use std::fs;
use std::io::Read as _;

use preflight::audit::Question;
use preflight::evidence::Basis;
use preflight::guide::{self, Sight, Tour};
use preflight::profile::{Plan, Profile, Severity, parse};
use preflight::reader::Screen;
use preflight::render::csv::csv;
use preflight::render::handout::Handout;
use preflight::render::markdown::markdown;
use preflight::render::markup::in_json;
use preflight::render::print::page;
use preflight::render::text::text;
use preflight::report::{Finding, Outcome, Report, Waiver};
use preflight::words::Packaged;
use preflight::{audit, diagnosis};

use super::args::{Check, Format};
use super::packaged::PACKAGED;
use super::{FINDINGS, OK, OPEN, UNUSABLE, calendar, pages};

/// Exit status and what to print. Of pages that cannot be read, JSON has the status; the other formats have only what the
/// readable pages show, and nothing where there are none.
///
/// # Errors
/// When the arguments cannot be used: an unknown profile, feature or language.
pub fn check(check: &Check) -> Result<(u8, String), String> {
    let words = language(check.language.as_deref())?;
    let Audited { plans, report, mistakes, .. } = audited(check)?;
    for mistake in &mistakes {
        eprintln!("preflight: {mistake}");
    }
    if mistakes.len() == report.pages.len() && check.format != Format::Json {
        return Ok((UNUSABLE, String::new()));
    }
    let printed = match check.format {
        Format::Json => json(&report)?,
        Format::Text => text(&plans, &report, &words),
        Format::Markdown => markdown(&plans, &report, &words),
        Format::Csv => csv(&report),
        Format::Html => page(&plans, &report, &words),
    };
    let status = if mistakes.is_empty() { exit_status(&report, check.partial) } else { UNUSABLE };
    Ok((status, printed))
}

/// The likely causes of an error text. The status is that of the input: a diagnosis is no judgement.
///
/// # Errors
/// As [`check`]; and when a page cannot be read.
pub fn diagnose(check: &Check, error: &str) -> Result<(u8, String), String> {
    let words = language(check.language.as_deref())?;
    let Audited { plans, screens, report, .. } = audited(check)?.whole()?;
    let question = Question { plans: &plans, basis: CHOSEN_PAGES, least_privilege: false, waivers: &[] };
    let evidence = question.evidence(&screens);
    let diagnosis = diagnosis::diagnose(error, &report, &evidence);
    let printed = match check.format {
        Format::Json => json(&diagnosis)?,
        _ => preflight::render::diagnosis::text(&diagnosis, &words),
    };
    Ok((OK, printed))
}

/// The way through the set-up, to be ticked by hand.
///
/// # Errors
/// As [`check`]; when a page cannot be read; and CSV is no format for it.
pub fn guide(check: &Check) -> Result<(u8, String), String> {
    let words = language(check.language.as_deref())?;
    let Audited { plans, screens, report, waivers, .. } = audited(check)?.whole()?;
    let question = Question { plans: &plans, basis: CHOSEN_PAGES, least_privilege: false, waivers: &waivers };
    let sight = Sight { screens: &screens, before: &[], address: "" };
    let guide = guide::guide(&question, &sight, &Tour::default());
    let handout = Handout { plans: &plans, guide: &guide, report: &report, words: &words };
    let printed = match check.format {
        Format::Json => json(&guide)?,
        Format::Text => handout.text(),
        Format::Markdown => handout.markdown(),
        Format::Html => handout.html(),
        Format::Csv => return Err("a guide has no format csv; there are: text, json, markdown, html".into()),
    };
    Ok((OK, printed))
}

/// A value for programs.
fn json(value: &impl serde::Serialize) -> Result<String, String> {
    serde_json::to_string_pretty(value).map(|text| in_json(&text) + "\n").map_err(|e| e.to_string())
}

/// The named language, else English.
///
/// # Errors
/// Names the languages that there are.
pub fn language(code: Option<&str>) -> Result<Packaged, String> {
    Packaged::language(code.unwrap_or("en"))
}

/// The pages of a call were chosen by a person: the only record of a kind counts.
const CHOSEN_PAGES: Basis = Basis { assigned: &[], rejected: &[], chosen_pages: true };

/// The pages of a call, judged.
struct Audited {
    plans: Vec<Plan>,
    screens: Vec<Screen>,
    report: Report,
    waivers: Vec<Waiver>,
    /// Why pages could not be read; each names its file.
    mistakes: Vec<String>,
}

impl Audited {
    /// All of it, for commands that say nothing as long as a page cannot be read.
    fn whole(self) -> Result<Self, String> {
        if self.mistakes.is_empty() { Ok(self) } else { Err(self.mistakes.join("\npreflight: ")) }
    }
}

fn audited(check: &Check) -> Result<Audited, String> {
    if check.profiles.is_empty() {
        return Err(format!("which profile? Use --profile with {}", known()));
    }
    let plans = plans(check)?;
    let (screens, mistakes) = pages::read(&check.pages);
    let waivers = check.waivers.as_deref().map(waivers).transpose()?.unwrap_or_default();
    let question =
        Question { plans: &plans, basis: CHOSEN_PAGES, least_privilege: check.least_privilege, waivers: &waivers };
    let mut report = audit::audit(&question, &screens);
    for waiver in waivers.iter().filter(|w| !report.findings.iter().any(|f| is_about(w, f))) {
        // A slip of the pen waives nothing, and nobody would notice.
        eprintln!("preflight: note: a waiver names \"{}\", which is no finding of this report", waiver.finding);
    }
    if !mistakes.is_empty() && mistakes.len() == screens.len() {
        // Nothing was looked at, so there is nothing to say of what was not seen.
        report.findings.clear();
        report.summary.clear();
    }
    Ok(Audited { plans, screens, report, waivers, mistakes })
}

/// Whether a waiver names this finding, by its id, or by its requirement's.
fn is_about(waiver: &Waiver, finding: &Finding) -> bool {
    let id = waiver.finding.as_str();
    finding.id == id || finding.id.ends_with(&format!("/{id}")) || id.ends_with(&format!("/{}", finding.id))
}

/// The waivers in a file that are in force today.
fn waivers(file: &str) -> Result<Vec<Waiver>, String> {
    let text = fs::read_to_string(file).map_err(|e| format!("{file}: cannot be read: {e}"))?;
    let mut waivers: Vec<Waiver> = serde_json::from_str(&text).map_err(|e| format!("{file}: {e}"))?;
    for waiver in &waivers {
        let about = |what: &str| format!("{file}: the waiver of \"{}\" {what}", waiver.finding);
        if waiver.reason.trim().is_empty() {
            return Err(about("has no reason; say why it is accepted"));
        }
        if let Some(until) = waiver.until.as_deref().filter(|day| !calendar::is_day(day)) {
            return Err(about(&format!("has no day as its end: \"{until}\"; write it as 2027-01-31")));
        }
    }
    let today = calendar::today();
    waivers.retain(|w| w.holds_on(&today));
    Ok(waivers)
}

/// The named profiles, each with those of the named features that are its own. A feature must be of one of them.
fn plans(check: &Check) -> Result<Vec<Plan>, String> {
    let profiles = check.profiles.iter().map(|p| profile(p)).collect::<Result<Vec<_>, _>>()?;
    let ids: Vec<&str> = profiles.iter().map(|p| p.id.as_str()).collect();
    // What is found is told apart by the profile's id.
    if let Some((_, twice)) = ids.iter().enumerate().find(|(at, id)| ids.iter().take(*at).any(|known| known == *id)) {
        return Err(format!("profile {twice} is named twice; leave one out, or give one another id"));
    }
    let own = |p: &Profile| -> Vec<String> {
        check.features.iter().filter(|id| p.features.iter().any(|f| f.id == **id)).cloned().collect()
    };
    let is_known = |id: &&String| profiles.iter().any(|p| own(p).contains(id));
    if let Some(unknown) = check.features.iter().find(|id| !is_known(id)) {
        let messages = profiles.iter().filter_map(|p| p.choose(std::slice::from_ref(unknown)).err());
        return Err(messages.collect::<Vec<_>>().join("\n"));
    }
    profiles.into_iter().map(|p| Ok(Plan { features: p.choose(&own(&p))?, profile: p })).collect()
}

/// The status of a report on pages that could all be read. Only what is required counts: what is recommended or optional
/// may be left as it is, and what is temporary is taken back after the set-up.
fn exit_status(report: &Report, partial: bool) -> u8 {
    let required = || report.findings.iter().filter(|f| f.severity == Severity::Required);
    let is_wrong = |f: &Finding| matches!(f.outcome, Outcome::Missing | Outcome::Wrong | Outcome::Excess);
    let is_open = |f: &Finding| matches!(f.outcome, Outcome::Review | Outcome::NotSeen);
    if required().any(is_wrong) {
        FINDINGS
    } else if required().any(is_open) && !partial {
        OPEN
    } else {
        OK
    }
}

/// A packaged profile by its id, or one in a file.
///
/// # Errors
/// What is wrong with the file, one line a mistake, or which ids there are.
pub fn profile(wanted: &str) -> Result<Profile, String> {
    with_advice(wanted).map(|(profile, _)| profile)
}

/// Like [`profile`], with what its author should look at.
///
/// # Errors
/// Like [`profile`].
pub fn with_advice(wanted: &str) -> Result<(Profile, Vec<String>), String> {
    if let Some((_, text)) = PACKAGED.iter().find(|(id, _)| *id == wanted) {
        return parse::with_advice(text).map_err(|m| format!("packaged profile {wanted}: {}", m.join("\n")));
    }
    // One byte more than it may have: enough to be refused.
    let limit = u64::try_from(parse::MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    let text = fs::File::open(wanted).and_then(|file| std::io::read_to_string(file.take(limit))).map_err(|e| {
        format!("profile {wanted:?} is neither a packaged one ({}) nor a file that can be read: {e}", known())
    })?;
    parse::with_advice(&text).map_err(|mistakes| {
        let lines: Vec<_> = mistakes.iter().map(|m| format!("{wanted}: {m}")).collect();
        lines.join("\n")
    })
}

/// The ids of the packaged profiles, for a message.
pub fn known() -> String {
    let ids: Vec<_> = PACKAGED.iter().map(|(id, _)| *id).collect();
    ids.join(", ")
}
