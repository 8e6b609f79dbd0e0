//! Runs cases and compares what comes out with what may.

use std::collections::BTreeMap;
use std::fmt::{self, Write as _};
use std::fs;
use std::ops::Range;
use std::path::Path;

use preflight::report::{Finding, Outcome};
use preflight::{html, reader};
use serde_json::json;

use crate::generated::PROFILES;
use crate::generated::case::{Case, case, single};
use crate::generated::oracle::Known;
use crate::generated::profile::{Asked, profile};
use crate::support::audit_with_defaults;

/// How an outcome is wrong; the first is the worst.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wrong {
    /// `met` where it is not so or cannot be told.
    FalseGreen,
    /// An alarm where there is no reason, or for another reason.
    FalseAlarm,
    /// Nothing said although the page shows it plainly.
    Blind,
}

/// One requirement of one case that came out wrong.
#[derive(Debug, Clone)]
pub struct Failure {
    pub wrong: Wrong,
    pub case: String,
    /// What tells kinds of failures apart.
    pub group: String,
    pub detail: String,
}

#[derive(Debug, Default)]
pub struct Totals {
    pub cases: u64,
    pub pages: u64,
    pub judged: u64,
    pub failures: Vec<Failure>,
}

impl Totals {
    pub fn assert_true(&self) {
        assert!(self.judged > self.pages, "too little was judged: {self}");
        assert!(self.failures.is_empty(), "{self}");
    }

    fn count(&self, wrong: Wrong) -> usize {
        self.failures.iter().filter(|f| f.wrong == wrong).count()
    }
}

/// Numbers, then each kind of failure with how often it came and its first cases.
impl fmt::Display for Totals {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        writeln!(f, "{} cases, {} pages, {} requirements judged", self.cases, self.pages, self.judged)?;
        for wrong in [Wrong::FalseGreen, Wrong::FalseAlarm, Wrong::Blind] {
            writeln!(f, "{wrong:?}: {}", self.count(wrong))?;
        }
        let mut groups: BTreeMap<(Wrong, &str), Vec<&Failure>> = BTreeMap::new();
        for failure in &self.failures {
            groups.entry((failure.wrong, &failure.group)).or_default().push(failure);
        }
        let mut groups: Vec<_> = groups.into_iter().collect();
        groups.sort_by_key(|((wrong, _), all)| (*wrong, usize::MAX - all.len()));
        for ((wrong, group), all) in groups.iter().take(400) {
            writeln!(f, "{wrong:?} ×{} · {group}", all.len())?;
            for failure in all.iter().take(2) {
                writeln!(f, "    {} · {}", failure.case, failure.detail)?;
            }
        }
        Ok(())
    }
}

/// The profile by which a seed's case is judged.
pub fn profiles() -> Vec<Asked> {
    (0..PROFILES).map(profile).collect()
}

fn asked_of(profiles: &[Asked], seed: u64) -> &Asked {
    &profiles[usize::try_from(seed % PROFILES).expect("small")]
}

pub fn run(seeds: Range<u64>) -> Totals {
    let profiles = profiles();
    let mut totals = Totals::default();
    for seed in seeds {
        let asked = asked_of(&profiles, seed);
        let case = case(seed, asked);
        totals.cases += 1;
        totals.pages += case.pages.len() as u64;
        judge(&case, asked, &mut totals);
    }
    totals
}

/// The report of the case, as the command line makes it.
pub fn findings(case: &Case, asked: &Asked) -> Vec<Finding> {
    let screens: Vec<_> = case
        .pages
        .iter()
        .map(|(page, text)| {
            let snapshot = html::snapshot(text.as_bytes(), None).unwrap_or_else(|e| panic!("{}: {e}", case.describe()));
            reader::read(&snapshot, page.screen.id()).unwrap_or_else(|e| panic!("{}: {e}", case.describe()))
        })
        .collect();
    audit_with_defaults(&asked.profile, &screens).findings
}

fn judge(case: &Case, asked: &Asked, totals: &mut Totals) {
    let findings = findings(case, asked);
    for (requirement, finding) in asked.profile.requirements.iter().zip(&findings) {
        assert_eq!(requirement.id, finding.id, "one finding a requirement, in order");
        let known = case.known(requirement);
        totals.judged += u64::from(known.truth.is_some());
        let allowed = known.allowed();
        if let Some(wrong) = wrong(finding.outcome, &allowed) {
            totals.failures.push(failure(wrong, case, finding, known));
        }
    }
}

fn wrong(outcome: Outcome, allowed: &[Outcome]) -> Option<Wrong> {
    if allowed.contains(&outcome) {
        return None;
    }
    Some(match outcome {
        Outcome::Met => Wrong::FalseGreen,
        Outcome::Missing | Outcome::Wrong | Outcome::Excess => Wrong::FalseAlarm,
        _ => Wrong::Blind,
    })
}

fn failure(wrong: Wrong, case: &Case, finding: &Finding, known: Known) -> Failure {
    let group = match case.pages.as_slice() {
        [(page, _)] => {
            let field = finding.field.as_deref().unwrap_or_default();
            let own = page
                .touched
                .get(field)
                .or_else(|| page.touched.get("Fields").filter(|_| page.screen == finding.screen));
            let mut of_page: Vec<&str> =
                page.twists.iter().filter(|t| !page.touched.values().any(|v| v == *t)).map(String::as_str).collect();
            of_page.sort_unstable();
            own.cloned().unwrap_or_else(|| format!("page: {}", of_page.join(" + ")))
        }
        _ => case.kind.to_owned(),
    };
    let group = format!("{group} · {}", finding.operator);
    let detail = format!(
        "{} {:?} {} {:?}: {:?} ({:?}) found {:?}, known {known:?}",
        finding.screen.id(),
        finding.field.as_deref().unwrap_or(""),
        finding.operator,
        finding.expected.as_deref().unwrap_or(""),
        finding.outcome,
        finding.reason,
        finding.found
    );
    Failure { wrong, case: case.describe(), group, detail }
}

/// Prints a case: its pages and what came out.
pub fn show(seed: u64) {
    let profiles = profiles();
    let asked = asked_of(&profiles, seed);
    let case = case(seed, asked);
    println!("{}", case.describe());
    for (_, html) in &case.pages {
        println!("{html}\n");
    }
    let mut totals = Totals::default();
    judge(&case, asked, &mut totals);
    println!("{totals}");
}

/// Writes single pages for browsers: the profile, and one line of JSON for each page.
pub fn write(seeds: impl Iterator<Item = u64>, folder: &Path) {
    let asked = profile(0);
    let mut lines = String::new();
    for seed in seeds {
        let case = single(seed, &asked);
        let (page, html) = &case.pages[0];
        let allowed: BTreeMap<&str, Vec<&str>> = asked
            .profile
            .requirements
            .iter()
            .map(|r| (r.id.as_str(), case.known(r).allowed().into_iter().map(Outcome::id).collect()))
            .collect();
        let line = json!({
            "seed": seed, "case": case.describe(), "screen": page.screen.id(), "edit": page.edit, "url": page.url,
            "html": html, "allowed": allowed,
        });
        let _ = writeln!(lines, "{line}");
    }
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join("cases.jsonl"), lines).unwrap();
    fs::write(folder.join("profile.json"), serde_json::to_string_pretty(&asked.profile).unwrap()).unwrap();
}
