//! What is to be clicked next for a step, on the page that is open.

use serde::Serialize;

use super::{Guide, GuideStep, StepState};
use crate::audit::is_same_place;
use crate::evidence::{Evidence, part_of};
use crate::profile::Action;
use crate::reader::{self, Controls, Screen};
use crate::report::{Finding, Mode, Spot, Status};
use crate::snapshot::NodeId;
use crate::vocabulary::{RecordKind, ScreenId};

/// What is to be clicked next, and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Pointer {
    /// The tour's step; `null` where the finding alone is to be seen.
    pub step: Option<String>,
    /// The finding that decides, if one does.
    pub finding: Option<String>,
    /// The kind of click.
    pub click: Click,
    /// What stands on the tab or button.
    pub name: Option<String>,
    /// The element; `null` where the page has none.
    pub target: Option<NodeId>,
}

/// A closed set, worded by whoever shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Click {
    /// Another page: open it.
    Go,
    /// The record's row in the list that is open.
    Record,
    /// A tab of the record.
    Tab,
    /// A button: `name` says which.
    Button,
    /// The field itself.
    Field,
    /// The field is on this screen, but not on the page yet: scroll, or open its section.
    Reveal,
    /// Nothing: it is for a person to look, and to tick it.
    Tick,
    /// Nothing yet: the page cannot be read.
    Wait,
    /// Nothing more: the step is done.
    Done,
}

/// What to click for the current step. `evidence` has the open page in it.
#[must_use]
pub fn pointer(guide: &Guide, evidence: &[Evidence], screen: &Screen, controls: &Controls) -> Option<Pointer> {
    let step = guide.steps.iter().find(|s| Some(&s.id) == guide.current.as_ref())?;
    let evidence = evidence.iter().find(|e| e.profile() == step.profile)?;
    let page = Page { evidence, screen, controls };
    let (click, name, target) = page.next(step);
    Some(Pointer {
        step: Some(step.id.clone()),
        finding: step.finding.clone(),
        click,
        name: name.map(str::to_owned),
        target,
    })
}

/// What to click to see what a finding is about. `evidence` has the open page in it.
#[must_use]
pub fn way_to(finding: &Finding, evidence: &[Evidence], screen: &Screen, controls: &Controls) -> Option<Pointer> {
    let needs = |e: &&Evidence| finding.needed_by.is_empty() || finding.needed_by.iter().any(|p| p == e.profile());
    let page = Page { evidence: evidence.iter().find(needs)?, screen, controls };
    let (click, name, target) = page.show(finding);
    Some(Pointer { step: None, finding: Some(finding.id.clone()), click, name: name.map(str::to_owned), target })
}

/// The click, what stands on the control, and the element.
type Next = (Click, Option<&'static str>, Option<NodeId>);

struct Page<'a> {
    evidence: &'a Evidence<'a>,
    screen: &'a Screen,
    controls: &'a Controls<'a>,
}

impl Page<'_> {
    fn next(&self, step: &GuideStep) -> Next {
        let Some(wanted) = step.screen else {
            return (Click::Tick, None, None);
        };
        match self.way(wanted, step.record.as_deref()) {
            None => self.on_screen(step),
            Some(way @ (Click::Wait | Click::Tab, ..)) => way,
            Some(_) if step.state.is_settled() => (Click::Done, None, None),
            Some((Click::Record, ..)) if step.action == Some(Action::New) => self.button("New"),
            Some(way) => way,
        }
    }

    fn show(&self, finding: &Finding) -> Next {
        let part = finding.spots.iter().find_map(|spot| spot.part.as_deref());
        self.way(finding.screen, part).unwrap_or_else(|| match self.field(&finding.spots) {
            None => (Click::Reveal, None, None),
            field => (Click::Field, None, field),
        })
    }

    /// What to click to come to a screen of a record; none when it is open.
    fn way(&self, wanted: ScreenId, record: Option<&str>) -> Option<Next> {
        let is_read = matches!(self.screen.status, Status::Read | Status::NotAConfigurationScreen);
        if self.is_of_the_record(wanted, record) {
            self.to_tab(wanted)
        } else if !is_read && reader::is_at(&self.screen.page, wanted) {
            Some((Click::Wait, None, None))
        } else {
            Some(self.elsewhere(wanted))
        }
    }

    /// The open page shows a record that can be the one that is meant.
    fn is_of_the_record(&self, wanted: ScreenId, record: Option<&str>) -> bool {
        let kind = self.screen.candidates.first().map(|s| s.kind());
        let may_be = self.screen.candidates.iter().any(|s| s.kind() == wanted.kind());
        let part = record.unwrap_or(part_of(wanted.kind()));
        // Of the tenant itself there is one, but each of its pages stands alone.
        let is_page = kind != Some(RecordKind::Tenant) || self.screen.id == Some(wanted);
        may_be && is_page && self.evidence.counts(self.screen, part)
    }

    fn to_tab(&self, wanted: ScreenId) -> Option<Next> {
        if self.screen.candidates.iter().any(|s| is_same_place(*s, wanted)) {
            return None;
        }
        Some(match wanted.tab().map(|tab| (tab, self.controls.tab(tab))) {
            // A new record has its other tabs only when it was saved once (facts, section 3).
            Some((_, None)) if self.screen.mode == Some(Mode::Edit) => self.button("Save"),
            Some((tab, target)) => (Click::Tab, Some(tab), target),
            None => (Click::Go, None, None),
        })
    }

    fn elsewhere(&self, wanted: ScreenId) -> Next {
        if reader::is_at(&self.screen.page, wanted) {
            (Click::Record, None, None)
        } else if wanted.kind() == RecordKind::Application && self.screen.id == Some(ScreenId::ApiDetails) {
            self.button("View Applications")
        } else {
            (Click::Go, None, None)
        }
    }

    /// The first of these fields that the page shows.
    fn field(&self, spots: &[Spot]) -> Option<NodeId> {
        let is_here = |spot: &&Spot| self.screen.candidates.iter().any(|s| is_same_place(*s, spot.screen));
        let mut shown = spots.iter().filter(is_here).filter_map(|spot| self.screen.reading(&spot.field));
        shown.find_map(|reading| reading.target)
    }

    fn on_screen(&self, step: &GuideStep) -> Next {
        let field = self.field(&step.spots);
        match (step.state, step.action) {
            (StepState::Unsaved, _) | (StepState::Open, Some(Action::Save)) => self.button("Save"),
            (StepState::Done | StepState::Ticked, _) => (Click::Done, None, field),
            (StepState::Check, _) => (Click::Tick, None, field),
            _ if step.action == Some(Action::New) => self.button("New"),
            _ if field.is_none() => (Click::Reveal, None, None),
            _ if self.screen.is_saved() && self.screen.mode == Some(Mode::Read) => self.button("Edit"),
            _ => (Click::Field, None, field),
        }
    }

    fn button(&self, name: &'static str) -> Next {
        (Click::Button, Some(name), self.controls.button(name))
    }
}
