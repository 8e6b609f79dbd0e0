//! Requirement × evidence → finding.

use std::collections::BTreeMap;
use std::slice;

use crate::evidence::{Basis, Evidence, Seen};
use crate::profile::{Check, Expect, FieldRef, Items, On, Plan, Profile, Requirement, When, by_power};
use crate::reader::{Reading, Screen, Value};
use crate::report::{self, Alternative, Finding, Outcome, ProfileRef, Reason, Report, ShownWhen, Spot, Waiver};
use crate::snapshot::NodeId;
use crate::vocabulary::{self, Alike, Dependence, Kind, RecordKind, ScreenId};

mod any_of;
mod compare;
mod login;
mod marks;
mod needs;
mod place;
mod preview;
mod rights;
mod scope;
mod together;
mod unmarked;
mod unusable;

pub use marks::{is_drawn, is_same_place, marks, pointed};
pub use needs::{Needs, ask, needs};
use place::Place;
pub use preview::preview;
use together::Need;
pub use unmarked::unmarked;

/// What is asked of an audit.
#[derive(Debug, Clone, Copy)]
pub struct Question<'a> {
    /// The chosen profiles with their features; usually one.
    pub plans: &'a [Plan],
    /// What is known of the tenant's records besides what their screens show.
    pub basis: Basis<'a>,
    /// Also name what is granted beyond what the profiles ask for.
    pub least_privilege: bool,
    /// Findings that the admin accepts as they are.
    pub waivers: &'a [Waiver],
}

impl<'a> Question<'a> {
    /// The screens as each of the profiles counts them, in the profiles' order.
    #[must_use]
    pub fn evidence(&self, screens: &'a [Screen]) -> Vec<Evidence<'a>> {
        let profiles: Vec<&Profile> = self.plans.iter().map(|p| &p.profile).collect();
        Evidence::of(&profiles, screens, self.basis)
    }
}

/// Audits everything that was seen.
#[must_use]
pub fn audit(question: &Question, screens: &[Screen]) -> Report {
    report(question, screens, &question.evidence(screens))
}

/// Like [`audit`], for who needs the evidence for more than the report.
#[must_use]
pub fn report(question: &Question, screens: &[Screen], evidence: &[Evidence]) -> Report {
    let Question { plans, least_privilege, waivers, .. } = *question;
    let mut findings: Vec<Finding> = Vec::new();
    let mut needs: Vec<Need> = Vec::new();
    for (plan, own) in plans.iter().zip(evidence) {
        for requirement in &plan.profile.requirements {
            let finding = finding(requirement, plan, own);
            if finding.outcome != Outcome::NotApplicable {
                needs.push(Need { plan, requirement });
            }
            together::add(&mut findings, finding, evidence);
        }
    }
    for (plan, own) in plans.iter().zip(evidence) {
        for finding in unusable::unusable(plan, &findings, own) {
            together::add(&mut findings, finding, evidence);
        }
    }
    if least_privilege {
        findings.extend(together::beyond(&needs, evidence));
    }
    for finding in &mut findings {
        waive(finding, waivers);
    }
    let mut summary = BTreeMap::new();
    for finding in &findings {
        *summary.entry(finding.outcome).or_insert(0) += 1;
    }
    Report {
        schema: report::SCHEMA.into(),
        profile: plans.first().map(|p| reference_to(&p.profile)).unwrap_or_default(),
        also: plans.iter().skip(1).map(|p| reference_to(&p.profile)).collect(),
        pages: screens.iter().map(Screen::summary).collect(),
        contradictions: together::contradictions(&needs, evidence),
        findings,
        summary,
    }
}

/// Waivers take the sting out of a finding, never out of one that is met or was not seen. What several vendors need is
/// waived once it is for each of them.
fn waive(finding: &mut Finding, waivers: &[Waiver]) {
    let waivable = matches!(finding.outcome, Outcome::Missing | Outcome::Wrong | Outcome::Excess | Outcome::Review);
    let own = if finding.requirements.is_empty() { slice::from_ref(&finding.id) } else { &finding.requirements };
    let waived: Option<Vec<&Waiver>> = own.iter().map(|id| waivers.iter().find(|w| w.is_of(id))).collect();
    let Some(waived) = waived.filter(|_| waivable) else { return };
    let mut reasons: Vec<&str> = waived.iter().map(|w| w.reason.as_str()).collect();
    reasons.dedup();
    finding.outcome = Outcome::Waived;
    finding.waiver = Some(reasons.join("; "));
    finding.waived_until = waived.iter().filter_map(|w| w.until.clone()).min();
}

fn reference_to(profile: &Profile) -> ProfileRef {
    ProfileRef { id: profile.id.clone(), version: profile.version.clone() }
}

fn finding(requirement: &Requirement, plan: &Plan, evidence: &Evidence) -> Finding {
    let (place, alternatives) =
        match requirement.when.as_ref().and_then(|when| not_applicable(when, &plan.features, evidence)) {
            Some(reason) => (Place::bare(requirement.screen, Outcome::NotApplicable, reason), Vec::new()),
            None => judge(requirement, evidence),
        };
    let spots = spots(requirement, place.outcome);
    let shown_when = shown_when(requirement, &place, evidence);
    Finding {
        id: requirement.id.clone(),
        screen: place.screen,
        field: place.field.or_else(|| requirement.field.clone()),
        outcome: place.outcome,
        severity: requirement.severity,
        operator: requirement.operator().into(),
        expected: place.expected.or_else(|| {
            let field = requirement.field.as_deref().unwrap_or_default();
            expected(requirement.screen, field, &requirement.expect, evidence)
        }),
        found: place.found,
        reason: if shown_when.is_some() { Some(Reason::HiddenByValue) } else { place.reason },
        why: requirement.why.clone(),
        source: requirement.source.of.clone(),
        says: requirement.source.says.clone(),
        label: place.label,
        record: place.record,
        needed_by: vec![plan.profile.id.clone()],
        requirements: vec![plan.profile.qualified(&requirement.id)],
        waiver: None,
        waived_until: None,
        alternatives,
        shown_when,
        spots,
    }
}

/// What keeps a field off a page that was seen; `None` where it is there, or nothing is known to hide it.
fn shown_when(requirement: &Requirement, place: &Place, evidence: &Evidence) -> Option<ShownWhen> {
    let field = requirement.field.as_deref().filter(|_| place.reason == Some(Reason::NotRendered))?;
    let seen = evidence.seen(requirement.screen, field, requirement.record.as_deref());
    seen.iter().find_map(|seen| hidden_by(seen.screen, requirement.screen, field).map(|(when, _)| when))
}

/// What must be chosen elsewhere on a page before it shows a field, and the element where that is chosen. `None` where
/// the vocabulary knows of nothing, or the page does not show the other field with another value.
#[must_use]
pub fn hidden_by(page: &Screen, screen: ScreenId, field: &str) -> Option<(ShownWhen, Option<NodeId>)> {
    let dependence = vocabulary::field(screen, field)?.shown_when?;
    if page.reading(field).is_some() {
        return None;
    }
    // Where both shapes are there, the choice decides.
    let by_choice =
        || choice_against(page, &dependence).map(|(other, is_other)| (other, is_other, dependence.is.join(" / ")));
    let by_box = || login::box_of(page, &dependence).map(|(other, is_off)| (other, is_off, "Yes".to_owned()));
    let (other, keeps_off, is) = by_choice().or_else(by_box)?;
    keeps_off.then(|| (ShownWhen { field: other.label.trim_end_matches(['*', ' ']).to_owned(), is }, other.target))
}

/// The field that another one depends on, where it is a choice, and whether its value is another one than is needed.
fn choice_against<'a>(page: &'a Screen, dependence: &Dependence) -> Option<(&'a Reading, bool)> {
    let reading = page.reading(dependence.field).filter(|reading| !login::is_box(&reading.value))?;
    let is_other = match &reading.value {
        Value::Word(value) | Value::Text(value) => {
            !dependence.is.iter().any(|is| vocabulary::key(is) == vocabulary::key(value))
        }
        Value::Empty => true,
        Value::Number(_) | Value::List(_) | Value::Withheld | Value::Conflict(_) => false,
    };
    Some((reading, is_other))
}

/// Where a requirement is marked: on its field, on each of its alternatives, or on the list that its entry belongs to. An
/// alternative that grants everything has a mark only where it may be what meets the requirement.
fn spots(requirement: &Requirement, outcome: Outcome) -> Vec<Spot> {
    let spot = |screen, field: &str| Spot { screen, field: field.to_owned(), part: requirement.record.clone() };
    match (&requirement.expect, &requirement.field) {
        (Expect::AnyOf(checks), _) => {
            let is_shown = |c: &&Check| outcome == Outcome::Met || !c.grants_everything();
            by_power(checks).into_iter().filter(is_shown).map(|c| spot(c.screen, &c.field)).collect()
        }
        (Expect::Present(_) | Expect::Absent(_), _) => vec![spot(requirement.screen, LIST)],
        (_, Some(field)) if field == login::LOGIN_TYPE => {
            let boxes = login::BOXES.iter().map(|(name, _)| *name).take(1);
            std::iter::once(field.as_str()).chain(boxes).map(|field| spot(requirement.screen, field)).collect()
        }
        (_, Some(field)) => vec![spot(requirement.screen, field)],
        (_, None) => Vec::new(),
    }
}

/// Why the conditions do not hold; `None` where they do.
#[must_use]
pub fn not_applicable(when: &When, features: &[String], evidence: &Evidence) -> Option<Reason> {
    if !when.features.is_empty() && !when.features.iter().any(|f| features.contains(f)) {
        return Some(Reason::FeatureNotChosen);
    }
    // Hosting that nobody can tell leaves the requirement in force.
    let other = when.hosting.is_some_and(|wanted| evidence.hosting().is_some_and(|seen| seen != wanted));
    other.then_some(Reason::OtherHosting)
}

/// The judgement, and those of the alternatives where there are any.
fn judge(requirement: &Requirement, evidence: &Evidence) -> (Place, Vec<Alternative>) {
    let place = match (&requirement.expect, &requirement.field) {
        (Expect::AnyOf(checks), _) => return any_of::judge(requirement, checks, evidence),
        (Expect::ByHand(_), _) | (_, None) => Place::bare(requirement.screen, Outcome::Review, Reason::ByHand),
        (expect, Some(field)) => {
            let target = Target { screen: requirement.screen, field, part: requirement.record.as_deref() };
            field_check(&target, requirement.on, expect, evidence)
        }
    };
    (place, Vec::new())
}

/// What a requirement is about.
struct Target<'a> {
    screen: ScreenId,
    field: &'a str,
    part: Option<&'a str>,
}

fn field_check(target: &Target, on: Option<On>, expect: &Expect, evidence: &Evidence) -> Place {
    let Target { screen, field, part } = *target;
    if screen == ScreenId::ApplicationPermissions && vocabulary::no_such_scope(field) {
        return Place::bare(screen, Outcome::Review, Reason::NoSuchScope);
    }
    match (screen, expect) {
        (screen, _) if screen.has_rows() => {
            let row = rights::Row { screen, field, part, on: wanted_on(screen, on) };
            rights::row(&row, expect, evidence)
        }
        (ScreenId::ApplicationPermissions, _) => scope::scope(field, part, expect, evidence),
        (_, Expect::Present(_) | Expect::Absent(_)) => {
            let candidates = evidence.candidates(screen, LIST, part);
            place::records(screen, &candidates, evidence, |seen| listed(screen, field, expect, seen))
        }
        _ => {
            let candidates = evidence.candidates(screen, field, part);
            place::records(screen, &candidates, evidence, |seen| value(screen, field, expect, seen, evidence))
        }
    }
}

/// The field that holds the entries of a field list.
const LIST: &str = "Fields";

/// Whether a field list has an entry. An empty list is one that is not there yet; on a page that was cut off, what is not
/// seen may still be there. An entry whose text was not captured may be any.
fn listed(screen: ScreenId, entry: &str, expect: &Expect, seen: &Seen) -> Place {
    let Some(reading) = seen.reading else { return Place::bare(screen, Outcome::NotSeen, Reason::NotRendered) };
    let (entries, is_whole) = match &reading.value {
        Value::List(entries) => (entries.as_slice(), !entries.is_empty() && !reading.partial && !seen.screen.truncated),
        _ => (&[][..], false),
    };
    let like = |likeness: Alike| entries.iter().find(|e| vocabulary::alike(e, entry) == likeness);
    let found = like(Alike::Same);
    if found.is_none() && entries.iter().any(String::is_empty) {
        return Place::bare(screen, Outcome::Review, Reason::NotCaptured);
    }
    if let Some(nearly) = like(Alike::Nearly).filter(|_| found.is_none()) {
        let found = Some(nearly.clone());
        return Place { found, ..Place::bare(screen, Outcome::Review, Reason::AmbiguousValue) };
    }
    let (outcome, reason) = match (found, matches!(expect, Expect::Present(_))) {
        (Some(_), true) | (None, false) if is_whole || found.is_some() => (Outcome::Met, None),
        (Some(_), _) => (Outcome::Excess, None),
        (None, _) if !is_whole => (Outcome::NotSeen, Some(Reason::NotRendered)),
        (None, _) => (Outcome::Missing, None),
    };
    Place {
        outcome,
        reason,
        found: found.cloned(),
        label: found.cloned(),
        ..Place::bare(screen, outcome, Reason::NotRendered)
    }
}

/// One field on one page.
fn value(screen: ScreenId, field: &str, expect: &Expect, seen: &Seen, evidence: &Evidence) -> Place {
    if let Some(place) = (field == login::LOGIN_TYPE).then(|| login::by_boxes(expect, seen)).flatten() {
        return place;
    }
    let (Some(known), Some(reading)) = (vocabulary::field(screen, field), seen.reading) else {
        return Place::bare(screen, Outcome::NotSeen, Reason::NotRendered);
    };
    let others = reference(expect).map(|to| evidence.referenced((screen, field), to)).unwrap_or_default();
    if others.iter().any(|other| other.is_same_record(seen)) {
        return Place::of(screen, reading, (Outcome::Review, Some(Reason::SameRecord)));
    }
    let verdict = compare::compare(known, expect, &reading.value, only_value(&others));
    let is_part = reading.partial || (seen.screen.truncated && known.kind == Kind::List);
    if !is_part || holds_for_more(expect, verdict.0) {
        Place::of(screen, reading, verdict)
    } else {
        Place::bare(screen, Outcome::NotSeen, Reason::NotRendered)
    }
}

/// Whether a verdict on some rows of a table stands, whatever the others say: an entry that was seen is there, and so is a
/// level that is too low or too high. That nothing else is there takes the whole table.
const fn holds_for_more(expect: &Expect, outcome: Outcome) -> bool {
    match outcome {
        Outcome::Met => matches!(expect, Expect::Includes(Items::All(_) | Items::Any(_)) | Expect::Set(_)),
        Outcome::Wrong => matches!(expect, Expect::AtLeast(_) | Expect::AtMost(_)),
        Outcome::Excess | Outcome::Review => true,
        _ => false,
    }
}

const fn reference(expect: &Expect) -> Option<&FieldRef> {
    match expect {
        Expect::SameAs(reference) | Expect::Includes(Items::SameAs(reference)) => Some(reference),
        _ => None,
    }
}

/// The value to compare with, where exactly one record shows it.
fn only_value<'a>(seen: &[Seen<'a>]) -> Option<&'a Value> {
    match seen {
        [Seen { reading: Some(reading), .. }] if !reading.partial => Some(&reading.value),
        _ => None,
    }
}

fn expected(screen: ScreenId, field: &str, expect: &Expect, evidence: &Evidence) -> Option<String> {
    match expect {
        Expect::Is(word) | Expect::AtLeast(word) | Expect::AtMost(word) | Expect::ByHand(word) => Some(word.clone()),
        Expect::NotGranted(_) => Some("No".into()),
        Expect::Includes(Items::All(list) | Items::Any(list)) => (!list.is_empty()).then(|| list.join(", ")),
        Expect::SameAs(reference) | Expect::Includes(Items::SameAs(reference)) => {
            only_value(&evidence.referenced((screen, field), reference)).and_then(Value::shown)
        }
        Expect::Set(_) | Expect::Present(_) | Expect::Absent(_) | Expect::AnyOf(_) => None,
    }
}

/// The kind of record that a requirement's `on` means.
const fn wanted_on(screen: ScreenId, on: Option<On>) -> On {
    match (on, screen.kind()) {
        (Some(on), _) => on,
        (None, RecordKind::Role) => On::Role,
        (None, _) => On::Agent,
    }
}
