//! What is to be clicked next for a step, on the page that is open.

use serde::Serialize;

use super::{Guide, GuideStep, StepState};
use crate::audit::{self, is_same_place};
use crate::evidence::{Evidence, part_of};
use crate::profile::Action;
use crate::reader::{self, Blank, Controls, Mode, Reading, Screen, Status};
use crate::report::{Finding, ShownWhen, Spot};
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
    /// What stands on the tab or button, or beside the field.
    pub name: Option<String>,
    /// The element; `null` where the page has none.
    pub target: Option<NodeId>,
    /// What must be chosen before the page shows the field; `null` where nothing hides it.
    pub shown_when: Option<ShownWhen>,
    /// Elements that whoever points has to leave free: the buttons that end an edit or begin one.
    pub clear: Vec<NodeId>,
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
    /// Another field of the open form that is not as it has to be: `name` says which. It comes before Save.
    First,
    /// A mandatory field of the open form that is empty: `name` says which. Halo does not save without it.
    Fill,
    /// The field that keeps the one that is meant off the page.
    Depends,
    /// The field is on this screen, but not on the page yet: scroll, or open its section.
    Reveal,
    /// Nothing: it is for a person to look, and to tick it.
    Tick,
    /// Nothing on the page: the panel asks whether the open record is the integration's, and that comes first.
    Answer,
    /// Nothing yet: the page cannot be read.
    Wait,
    /// Nothing more: the step is done.
    Done,
}

/// What to click for the current step. `evidence` has the open page in it.
#[must_use]
pub fn pointer(guide: &Guide, evidence: &[Evidence], screen: &Screen, controls: &Controls) -> Option<Pointer> {
    let step = guide.steps.iter().find(|s| Some(&s.id) == guide.current.as_ref())?;
    let page = Page { evidence: evidence_of(evidence, &step.profile)?, screen, controls };
    // What is right on the open page has to be saved before the way leads elsewhere.
    let is_unsaved = !screen.is_saved() && guide.steps.iter().any(|s| s.state == StepState::Unsaved);
    let next = if is_unsaved && page.leaves_for(step) { page.save() } else { page.next(step) };
    let unset = if next.saves() { unset(guide, evidence, screen, controls) } else { None };
    let pointer = |next: Next, of: &GuideStep| next.pointer(Some(step.id.clone()), of.finding.clone(), controls);
    Some(match unset {
        Some((unset, next)) => pointer(next, unset),
        None => pointer(next, step),
    })
}

/// What to click to see what a finding is about. `evidence` has the open page in it.
#[must_use]
pub fn way_to(finding: &Finding, evidence: &[Evidence], screen: &Screen, controls: &Controls) -> Option<Pointer> {
    let needs = |e: &&Evidence| finding.needed_by.is_empty() || finding.needed_by.iter().any(|p| p == e.profile());
    let page = Page { evidence: evidence.iter().find(needs)?, screen, controls };
    Some(page.show(finding).pointer(None, Some(finding.id.clone()), controls))
}

/// The first step on the open form that is seen not to be done: it comes before Save. Not what is optional, and not what
/// contradicts a step that is done on the same field.
fn unset<'a>(
    guide: &'a Guide,
    evidence: &[Evidence],
    screen: &Screen,
    controls: &Controls,
) -> Option<(&'a GuideStep, Next)> {
    let is_done = |s: &GuideStep| s.state.is_settled() || s.state == StepState::Unsaved;
    let is_contradicted = |step: &GuideStep| guide.steps.iter().any(|s| is_done(s) && s.spots == step.spots);
    let to_do = guide.steps.iter().filter(|s| s.state == StepState::ToDo && !s.is_optional && !is_contradicted(s));
    to_do.into_iter().find_map(|step| {
        let page = Page { evidence: evidence_of(evidence, &step.profile)?, screen, controls };
        let is_open = page.is_of_the_record(step.screen?, step.record.as_deref());
        let reading = page.shown(&step.spots).find(|reading| is_open && reading.target.is_some())?;
        Some((step, Next { name: Some(reading.label.clone()), ..Next::at(Click::First, reading.target) }))
    })
}

fn evidence_of<'a, 'b>(evidence: &'b [Evidence<'a>], profile: &str) -> Option<&'b Evidence<'a>> {
    evidence.iter().find(|e| e.profile() == profile)
}

/// A click before anybody says whose it is.
struct Next {
    click: Click,
    name: Option<String>,
    target: Option<NodeId>,
    shown_when: Option<ShownWhen>,
}

impl Next {
    const fn at(click: Click, target: Option<NodeId>) -> Self {
        Self { click, name: None, target, shown_when: None }
    }

    const fn bare(click: Click) -> Self {
        Self::at(click, None)
    }

    /// It is Save, or what Halo wants before it saves.
    fn saves(&self) -> bool {
        self.click == Click::Fill || (self.click == Click::Button && self.name.as_deref() == Some(SAVE))
    }

    fn pointer(self, step: Option<String>, finding: Option<String>, controls: &Controls) -> Pointer {
        let Self { click, name, target, shown_when } = self;
        let clear = [SAVE, EDIT, CANCEL].iter().filter_map(|name| controls.button(name)).collect();
        Pointer { step, finding, click, name, target, shown_when, clear }
    }
}

const SAVE: &str = "Save";
const EDIT: &str = "Edit";
const CANCEL: &str = "Cancel";

struct Page<'a> {
    evidence: &'a Evidence<'a>,
    screen: &'a Screen,
    controls: &'a Controls<'a>,
}

impl Page<'_> {
    fn next(&self, step: &GuideStep) -> Next {
        let Some(wanted) = step.screen else {
            return Next::bare(Click::Tick);
        };
        if !step.state.is_settled() && self.is_asked_about(wanted.kind()) {
            return Next::bare(Click::Answer);
        }
        match self.way(wanted, step.record.as_deref()) {
            None => self.on_screen(step),
            Some(way) if matches!(way.click, Click::Wait | Click::Tab) => way,
            Some(_) if step.state.is_settled() => Next::bare(Click::Done),
            Some(way) if way.click == Click::Record && step.action == Some(Action::New) => self.new_record(),
            Some(way) => way,
        }
    }

    /// Nobody has said yet whether the open record, of a kind that is meant, is the integration's.
    fn is_asked_about(&self, kind: RecordKind) -> bool {
        self.screen.id.is_some_and(|id| id.kind() == kind) && self.evidence.question(self.screen).is_some()
    }

    /// The step is done elsewhere.
    fn leaves_for(&self, step: &GuideStep) -> bool {
        step.screen.is_none_or(|wanted| self.way(wanted, step.record.as_deref()).is_some())
    }

    fn show(&self, finding: &Finding) -> Next {
        let part = finding.spots.iter().find_map(|spot| spot.part.as_deref());
        self.way(finding.screen, part).unwrap_or_else(|| match self.field(&finding.spots) {
            None => self.hidden(&finding.spots).unwrap_or(Next::bare(Click::Reveal)),
            field => Next::at(Click::Field, field),
        })
    }

    /// What to click to come to a screen of a record; none when it is open.
    fn way(&self, wanted: ScreenId, record: Option<&str>) -> Option<Next> {
        let is_read = matches!(self.screen.status, Status::Read | Status::NotAConfigurationScreen);
        if self.is_of_the_record(wanted, record) {
            self.to_tab(wanted)
        } else if !is_read && reader::is_at(&self.screen.page, wanted) {
            Some(Next::bare(Click::Wait))
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
        may_be && is_page && self.evidence.may_be(self.screen, part)
    }

    fn to_tab(&self, wanted: ScreenId) -> Option<Next> {
        if self.screen.candidates.iter().any(|s| is_same_place(*s, wanted)) {
            return None;
        }
        Some(match wanted.tab().map(|tab| (tab, self.controls.tab(tab))) {
            // A new record has its other tabs only when it was saved once (facts, section 3).
            Some((_, None)) if self.screen.mode == Some(Mode::Edit) => self.save(),
            Some((tab, target)) => Next { name: Some(tab.to_owned()), ..Next::at(Click::Tab, target) },
            None => Next::bare(Click::Go),
        })
    }

    fn elsewhere(&self, wanted: ScreenId) -> Next {
        if reader::is_at(&self.screen.page, wanted) {
            Next::bare(Click::Record)
        } else if wanted.kind() == RecordKind::Application && self.screen.id == Some(ScreenId::ApiDetails) {
            self.button("View Applications")
        } else {
            Next::bare(Click::Go)
        }
    }

    /// Those of these fields that the page shows.
    fn shown<'b>(&'b self, spots: &'b [Spot]) -> impl Iterator<Item = &'b Reading> {
        let is_here = |spot: &&Spot| self.screen.candidates.iter().any(|s| is_same_place(*s, spot.screen));
        spots.iter().filter(is_here).filter_map(|spot| self.screen.reading(&spot.field))
    }

    /// The first of these fields that the page shows.
    fn field(&self, spots: &[Spot]) -> Option<NodeId> {
        self.shown(spots).find_map(|reading| reading.target)
    }

    /// The field that keeps these off the page.
    fn hidden(&self, spots: &[Spot]) -> Option<Next> {
        let by = |spot: &Spot| audit::hidden_by(self.screen, spot.screen, &spot.field);
        let (when, target) = spots.iter().find_map(by)?;
        Some(Next { shown_when: Some(when), ..Next::at(Click::Depends, target) })
    }

    fn on_screen(&self, step: &GuideStep) -> Next {
        let field = self.field(&step.spots);
        let is_read = self.screen.is_saved() && self.screen.mode == Some(Mode::Read);
        match (step.state, step.action) {
            (StepState::Unsaved, _) | (StepState::Open, Some(Action::Save)) => self.save(),
            (StepState::Done | StepState::Ticked, _) => Next::at(Click::Done, field),
            (StepState::Check, _) => Next::at(Click::Tick, field),
            _ if step.action == Some(Action::New) => self.button("New"),
            _ if field.is_none() => match self.hidden(&step.spots) {
                Some(Next { shown_when, .. }) if is_read => Next { shown_when, ..self.button(EDIT) },
                hidden => hidden.unwrap_or(Next::bare(Click::Reveal)),
            },
            _ if is_read => self.button(EDIT),
            _ => Next::at(Click::Field, field),
        }
    }

    /// New, which is on the list; a window that shows a record may show no list beside it.
    fn new_record(&self) -> Next {
        let new = self.button("New");
        let shows_record = self.screen.status == Status::Read;
        if new.target.is_none() && shows_record { Next::bare(Click::Go) } else { new }
    }

    /// Save, unless a mandatory field is empty.
    fn save(&self) -> Next {
        match self.controls.blank() {
            Some(Blank { label, target }) => Next { name: Some(label), ..Next::at(Click::Fill, Some(target)) },
            None => self.button(SAVE),
        }
    }

    fn button(&self, name: &str) -> Next {
        Next { name: Some(name.to_owned()), ..Next::at(Click::Button, self.controls.button(name)) }
    }
}
