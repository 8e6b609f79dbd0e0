//! What is to be clicked next for a step, on the page that is open.

use serde::Serialize;

use super::{Guide, GuideStep, StepState};
use crate::audit::is_same_place;
use crate::evidence::{Evidence, part_of};
use crate::profile::Action;
use crate::reader::{self, Controls, Screen};
use crate::report::{Mode, Status};
use crate::snapshot::NodeId;
use crate::vocabulary::{RecordKind, ScreenId};

/// What is to be clicked next, and where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Pointer {
    /// The step's id.
    pub step: String,
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
    Some(Pointer { step: step.id.clone(), finding: step.finding.clone(), click, name: name.map(str::to_owned), target })
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
        let is_read = matches!(self.screen.status, Status::Read | Status::NotAConfigurationScreen);
        if self.is_of_the_record(wanted, step) {
            self.on_record(wanted, step)
        } else if !is_read && reader::is_at(&self.screen.page, wanted) {
            (Click::Wait, None, None)
        } else {
            self.elsewhere(wanted, step)
        }
    }

    /// The open page shows a record that can be the step's.
    fn is_of_the_record(&self, wanted: ScreenId, step: &GuideStep) -> bool {
        let kind = self.screen.candidates.first().map(|s| s.kind());
        let may_be = self.screen.candidates.iter().any(|s| s.kind() == wanted.kind());
        let part = step.record.as_deref().unwrap_or(part_of(wanted.kind()));
        // Of the tenant itself there is one, but each of its pages stands alone.
        let is_page = kind != Some(RecordKind::Tenant) || self.screen.id == Some(wanted);
        may_be && is_page && self.evidence.counts(self.screen, part)
    }

    fn on_record(&self, wanted: ScreenId, step: &GuideStep) -> Next {
        if self.screen.candidates.iter().any(|s| is_same_place(*s, wanted)) {
            return self.on_screen(step);
        }
        match wanted.tab().map(|tab| (tab, self.controls.tab(tab))) {
            // A new record has its other tabs only when it was saved once (facts, section 3).
            Some((_, None)) if self.screen.mode == Some(Mode::Edit) => self.button("Save"),
            Some((tab, target)) => (Click::Tab, Some(tab), target),
            None => (Click::Go, None, None),
        }
    }

    fn on_screen(&self, step: &GuideStep) -> Next {
        let here =
            step.spots.iter().filter(|spot| self.screen.candidates.iter().any(|s| is_same_place(*s, spot.screen)));
        let field = here.filter_map(|spot| self.screen.reading(&spot.field)).find_map(|reading| reading.target);
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

    fn elsewhere(&self, wanted: ScreenId, step: &GuideStep) -> Next {
        if step.state.is_settled() {
            return (Click::Done, None, None);
        }
        let is_list = reader::is_at(&self.screen.page, wanted);
        match step.action {
            Some(Action::New) if is_list => self.button("New"),
            _ if is_list => (Click::Record, None, None),
            _ if wanted.kind() == RecordKind::Application && self.screen.id == Some(ScreenId::ApiDetails) => {
                self.button("View Applications")
            }
            _ => (Click::Go, None, None),
        }
    }

    fn button(&self, name: &'static str) -> Next {
        (Click::Button, Some(name), self.controls.button(name))
    }
}
