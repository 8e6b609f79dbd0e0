//! The way through a set-up: the profile's guide and its requirements as one list of steps in click order, each with what
//! is known of it, and the step that comes next.
//!
//! A step is done when the screens seen show that it is, and only then. What no screen shows, a person ticks; a tick never
//! counts for what the screens decide.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::audit::{self, Question};
use crate::evidence::{Basis, Evidence, Link, part_of};
use crate::profile::{self, Action, Plan, Severity};
use crate::reader::{Record, Screen};
use crate::report::{Finding, Spot};
use crate::vocabulary::ScreenId;

mod next;
mod order;
mod state;

pub use next::{Click, Pointer, pointer, way_to};
use order::Item;
use state::Seen;

/// How far a person is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(deny_unknown_fields)]
pub struct Tour {
    /// The step that the person went to; `null` at the beginning.
    pub at: Option<At>,
    /// Ids of the steps that the person says are done.
    pub ticked: Vec<String>,
    /// [`Guide::settled`] as it was before: what was done once still counts, and what is done no longer is named.
    pub done: Vec<String>,
}

/// The step that a person went to.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct At {
    /// Its id.
    pub step: String,
    /// It was done by then: it is looked at once more, and does not give way to the next one.
    pub settled: bool,
}

/// What was seen.
#[derive(Debug, Clone, Copy)]
pub struct Sight<'a> {
    /// The screens seen so far, the open page as it stands among them.
    pub screens: &'a [Screen],
    /// What the open page showed before it was edited.
    pub before: &'a [Screen],
    /// The open page's address; empty when it is not known.
    pub address: &'a str,
}

/// The whole way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Guide {
    /// In click order.
    pub steps: Vec<GuideStep>,
    /// Id of the step that is to be done now; `null` when all are.
    pub current: Option<String>,
    /// The step before it.
    pub back: Option<String>,
    /// The next one that is not done.
    pub next: Option<String>,
    /// How far the way has come.
    pub count: Count,
    /// Ids of all that is settled, or was once: to be given back with [`Tour::done`].
    pub settled: Vec<String>,
    /// Ids of the steps that were done once and are seen not to be done any more.
    pub undone: Vec<String>,
}

/// "Step 7 of 94." Neither number ever becomes smaller while more is seen: `of` counts everything that was chosen, whether
/// or not it turns out to apply, and `at` everything that was settled once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Count {
    /// The step that comes next, counted by what is settled.
    pub at: usize,
    /// All steps.
    pub of: usize,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct GuideStep {
    /// Unique among the steps: the profile's id, and the step's or the requirement's own.
    pub id: String,
    /// The profile that it is out of.
    pub profile: String,
    /// The screen that it is on; `null` for what is done outside of Halo.
    pub screen: Option<ScreenId>,
    /// Which of several records of the same kind.
    pub record: Option<String>,
    /// The vocabulary's label; `null` where it is about no field.
    pub field: Option<String>,
    /// What to do, in the profile's words; `null` where field and finding say it.
    pub text: Option<String>,
    /// The finding that decides; `null` for a step that is no setting.
    pub finding: Option<String>,
    /// What the step does, where that can be seen.
    pub action: Option<Action>,
    /// What it is good for.
    pub why: String,
    /// Id of the document in the profile's sources.
    pub source: String,
    /// How far it is.
    pub state: StepState,
    /// How it is known to be done.
    pub proof: Proof,
    /// The fields that it is about.
    #[serde(skip)]
    pub spots: Vec<Spot>,
    /// The integration works without it.
    #[serde(skip)]
    pub is_optional: bool,
    /// What is settled with it: itself, and what other vendors ask of the same field.
    #[serde(skip)]
    pub settles: Vec<String>,
}

impl Guide {
    /// Has the evidence ask about the part that the way is at: what was skipped, or is optional, is not asked about first.
    pub fn lead(&self, evidence: &mut [Evidence]) {
        let Some(step) = self.steps.iter().find(|s| Some(&s.id) == self.current.as_ref()) else { return };
        let Some(screen) = step.screen else { return };
        for evidence in evidence.iter_mut().filter(|e| e.profile() == step.profile) {
            evidence.ask_first(step.record.as_deref().unwrap_or(part_of(screen.kind())));
        }
    }
}

impl GuideStep {
    /// Whether it was done once and is seen not to be. What was deleted, or is being edited, is not.
    fn is_undone(&self, done: &[String]) -> bool {
        matches!(self.state, StepState::ToDo | StepState::Check) && self.settles.iter().any(|id| done.contains(id))
    }
}

/// How far a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum StepState {
    /// Seen to be done, and saved.
    Done,
    /// A person says so.
    Ticked,
    /// Right on the open page, but not saved.
    Unsaved,
    /// Seen not to be done.
    ToDo,
    /// A person has to look, and to tick it.
    Check,
    /// Not seen yet.
    Open,
}

impl StepState {
    /// The id as it stands in `_locales` and in the extension.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Ticked => "ticked",
            Self::Unsaved => "unsaved",
            Self::ToDo => "to-do",
            Self::Check => "check",
            Self::Open => "open",
        }
    }

    /// Done, as far as anybody can tell.
    #[must_use]
    pub const fn is_settled(self) -> bool {
        matches!(self, Self::Done | Self::Ticked)
    }
}

/// How a step is known to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Proof {
    /// The page shows the value.
    Value,
    /// The screen was seen.
    Screen,
    /// A person ticks it.
    Tick,
}

/// The way through what was asked, as far as it was seen to be done.
#[must_use]
pub fn guide(question: &Question, sight: &Sight, tour: &Tour) -> Guide {
    let (screens, assigned) = with_what_is_made(question, sight.screens);
    let question = &Question { basis: Basis { assigned: &assigned, ..question.basis }, ..*question };
    let sight = &Sight { screens: &screens, ..*sight };
    let saved = saved(sight);
    let (evidence, evidence_saved) = (question.evidence(sight.screens), question.evidence(&saved));
    let now = audit::report(question, sight.screens, &evidence).findings;
    let then = audit::report(question, &saved, &evidence_saved).findings;
    let mut steps: Vec<GuideStep> = Vec::new();
    let mut all: Vec<String> = Vec::new();
    for (plan, (own, own_saved)) in question.plans.iter().zip(evidence.iter().zip(&evidence_saved)) {
        let seen = Seen { now: own, saved: own_saved, parts: &plan.profile.records, address: sight.address };
        for item in order::items(plan) {
            all.extend(item.is_chosen(&plan.features).then(|| plan.profile.qualified(item.id())));
            let step = match item {
                Item::Do(step) => action(plan, step, &seen, tour),
                Item::Set(requirement) => {
                    let id = plan.profile.qualified(&requirement.id);
                    let saved = finding_of(&then, &id);
                    finding_of(&now, &id).and_then(|now| setting(plan, requirement.record.as_ref(), now, saved, tour))
                }
            };
            // What several vendors ask for is one step.
            steps.extend(step.filter(|s| !steps.iter().any(|known| known.id == s.id)));
        }
    }
    let settled = settled(&all, &steps, tour);
    let current = current(&steps, tour);
    let id_at = |at: usize| steps.get(at).map(|s| s.id.clone());
    Guide {
        current: current.and_then(id_at),
        back: current.unwrap_or(steps.len()).checked_sub(1).and_then(id_at),
        next: current.and_then(|at| open_from(&steps, at + 1, &tour.done).filter(|next| *next != at)).and_then(id_at),
        count: Count { at: all.len().min(settled.len() + 1), of: all.len() },
        undone: steps.iter().filter(|s| s.is_undone(&tour.done)).map(|s| s.id.clone()).collect(),
        settled,
        steps,
    }
}

/// A record that is just being made counts on the way as the part that is still missing: there is nothing yet to ask a
/// person about. Once it is saved, it is asked about like any other.
fn with_what_is_made<'a>(question: &Question, screens: &'a [Screen]) -> (Cow<'a, [Screen]>, Vec<Link>) {
    let mut assigned = question.basis.assigned.to_vec();
    let Some((open, earlier)) = screens.split_last().filter(|(open, _)| open.is_new()) else {
        return (Cow::Borrowed(screens), assigned);
    };
    let Some(kind) = open.id.map(ScreenId::kind) else { return (Cow::Borrowed(screens), assigned) };
    // It is none of those that are there already, whatever it is called.
    let name = open.record.as_ref().and_then(|record| record.name.clone());
    let record = Record { kind, id: Some("being made".into()), name, ask: None };
    let mut named = earlier.to_vec();
    named.push(Screen { record: Some(record.clone()), ..open.clone() });
    let links: Vec<Link> = question.evidence(&named).iter().filter_map(|e| made_for(e, &named, &record)).collect();
    assigned.extend(links);
    (Cow::Owned(named), assigned)
}

/// The part that a record which is just being made can play; it is the last of the screens.
fn made_for(evidence: &Evidence, screens: &[Screen], record: &Record) -> Option<Link> {
    let part = evidence.provisional(screens.last()?)?.to_owned();
    Some(Link { profile: evidence.profile().to_owned(), part, record: record.clone() })
}

/// Of all ids, those that are settled, or were once. What is no step does not apply here, and is nothing to do.
fn settled(all: &[String], steps: &[GuideStep], tour: &Tour) -> Vec<String> {
    let is_open = |id: &&String| steps.iter().any(|s| !s.state.is_settled() && s.settles.contains(id));
    all.iter().filter(|id| tour.done.contains(id) || !is_open(id)).cloned().collect()
}

/// The screens as they are saved.
fn saved<'a>(sight: &Sight<'a>) -> Cow<'a, [Screen]> {
    if sight.screens.iter().all(Screen::is_saved) {
        return sight.screens.into();
    }
    sight.before.iter().chain(sight.screens).filter(|s| s.is_saved()).cloned().collect()
}

fn finding_of<'a>(findings: &'a [Finding], requirement: &str) -> Option<&'a Finding> {
    findings.iter().find(|f| f.requirements.iter().any(|id| id == requirement))
}

/// A step that is no setting, unless it belongs to what was not chosen.
fn action(plan: &Plan, step: &profile::Step, seen: &Seen, tour: &Tour) -> Option<GuideStep> {
    let when = step.when.as_ref();
    if when.is_some_and(|when| audit::not_applicable(when, &plan.features, seen.now).is_some()) {
        return None;
    }
    let id = plan.profile.qualified(&step.id);
    let (state, proof) = state::of_action(step, seen, tour.ticked.contains(&id));
    Some(GuideStep {
        settles: vec![id.clone()],
        id,
        profile: plan.profile.id.clone(),
        screen: step.screen,
        record: step.record.clone(),
        field: None,
        text: Some(step.text.clone()),
        finding: None,
        action: step.action,
        why: step.why.clone(),
        source: step.source.of.clone(),
        state,
        proof,
        spots: Vec::new(),
        is_optional: false,
    })
}

/// A setting, unless it does not apply.
fn setting(
    plan: &Plan,
    record: Option<&String>,
    now: &Finding,
    saved: Option<&Finding>,
    tour: &Tour,
) -> Option<GuideStep> {
    // What several vendors ask for is one step: the first one's.
    let id = now.requirements.first()?.clone();
    let (state, proof) = state::of_setting(now, saved, tour.ticked.contains(&id))?;
    let by_hand = now.operator == "by_hand";
    Some(GuideStep {
        id,
        profile: plan.profile.id.clone(),
        screen: Some(now.screen),
        record: record.cloned(),
        field: now.field.clone(),
        text: now.expected.clone().filter(|_| by_hand),
        finding: Some(now.id.clone()),
        action: None,
        why: now.why.clone(),
        source: now.source.clone(),
        state,
        proof,
        spots: now.spots.clone(),
        is_optional: now.severity == Severity::Optional,
        settles: now.requirements.clone(),
    })
}

/// The step that is to be done now: the one that the person went to, or the next one after it that is open; at the end, one
/// that only has to be saved.
fn current(steps: &[GuideStep], tour: &Tour) -> Option<usize> {
    let at = tour.at.as_ref();
    let start = at.and_then(|at| steps.iter().position(|s| s.id == at.step));
    if let (Some(start), Some(At { settled: true, .. })) = (start, at) {
        return Some(start);
    }
    let unsaved = || steps.iter().rposition(|s| s.state == StepState::Unsaved);
    open_from(steps, start.unwrap_or_default(), &tour.done).or_else(unsaved)
}

/// The first open step from here on; what was left open before comes again at the end. What was done once and only is not
/// seen any more comes last: a record can be out of sight for a while, such as a role that no agent has yet.
fn open_from(steps: &[GuideStep], start: usize, done: &[String]) -> Option<usize> {
    let is_open = |s: &GuideStep| !s.state.is_settled() && s.state != StepState::Unsaved;
    let is_out_of_sight = |s: &GuideStep| s.state == StepState::Open && s.action != Some(Action::Save);
    let was_done = |s: &GuideStep| is_out_of_sight(s) && s.settles.iter().any(|id| done.contains(id));
    let from_here = || (start..steps.len()).chain(0..start.min(steps.len()));
    let find = |wanted: &dyn Fn(&GuideStep) -> bool| from_here().find(|at| steps.get(*at).is_some_and(wanted));
    find(&|s| is_open(s) && !was_done(s)).or_else(|| find(&is_open))
}
