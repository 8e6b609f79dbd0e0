//! Why a page that was read has no marks: in one reason, the one that a person can do most about.

use super::Question;
use crate::evidence::{Evidence, Link, Standing};
use crate::reader::{Record, Screen, Status};
use crate::report::{Finding, Outcome, Report, Unmarked};
use crate::vocabulary::RecordKind;

/// The reason why the open page has no marks, and no preview either; `None` where its findings say it. The last one of the
/// evidence's screens is the open page.
#[must_use]
pub fn unmarked(question: &Question, evidence: &[Evidence], report: &Report, open: &Screen) -> Option<Unmarked> {
    let id = open.id.filter(|_| open.status == Status::Read)?;
    let standings: Vec<Standing> = evidence.iter().map(|own| own.standing(open)).collect();
    let own: Vec<&Evidence> = evidence.iter().zip(&standings).filter(|(_, s)| counts(s)).map(|(e, _)| e).collect();
    let is_asked = |vendor: &Evidence| {
        let needs = |f: &Finding| f.needed_by.iter().any(|other| other == vendor.profile());
        report.findings.iter().filter(|f| f.screen == id && f.outcome != Outcome::NotApplicable).any(needs)
    };
    if own.iter().any(|vendor| is_asked(vendor)) {
        return None;
    }
    if let Some(vendor) = own.first() {
        let is_for_others = id.kind() != RecordKind::Tenant && evidence.iter().any(is_asked);
        let name = question.plans.iter().map(|p| &p.profile).find(|p| p.id == vendor.profile()).map(|p| p.name.clone());
        return Some(match name {
            Some(vendor) if is_for_others => Unmarked::OtherVendor { vendor },
            _ => Unmarked::NothingAsked,
        });
    }
    let answers = answers(question, evidence, open);
    if !answers.is_empty() {
        return Some(Unmarked::Rejected { answers });
    }
    Some(standings.into_iter().reduce(stronger).map_or(Unmarked::NothingAsked, reason))
}

fn counts(standing: &Standing) -> bool {
    matches!(standing, Standing::Counts)
}

/// The admin's answers that this record plays no part, as they are stored.
fn answers(question: &Question, evidence: &[Evidence], open: &Screen) -> Vec<Link> {
    let Some(record) = &open.record else { return Vec::new() };
    let is_of =
        |link: &&Link| evidence.iter().any(|own| own.profile() == link.profile && own.is_rejected(link, record));
    question.basis.rejected.iter().filter(is_of).cloned().collect()
}

/// Several other records are named together; else what says more about this record comes first.
fn stronger(a: Standing, b: Standing) -> Standing {
    match (a, b) {
        (Standing::Other(mut own), Standing::Other(more)) => {
            own.extend(more);
            Standing::Other(own)
        }
        (Standing::Counts | Standing::NoPart, b) | (_, b @ Standing::Other(_)) => b,
        (a, _) => a,
    }
}

fn reason(standing: Standing) -> Unmarked {
    let names = |own: Vec<Record>| {
        let mut names: Vec<String> = own.into_iter().filter_map(|record| record.name.or(record.id)).collect();
        names.dedup();
        names
    };
    match standing {
        Standing::Other(own) => Unmarked::OtherRecord { own: names(own) },
        Standing::Unsure(own) => Unmarked::Unsure { own: names(own) },
        Standing::RoleNotHeld { agent } => Unmarked::RoleNotHeld { agent },
        Standing::RolesUnclear { agent } => Unmarked::RolesUnclear { agent },
        Standing::Counts | Standing::NoPart => Unmarked::NothingAsked,
    }
}
