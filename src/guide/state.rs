//! How far one step is.

use super::{Proof, StepState};
use crate::evidence::{Evidence, part_of};
use crate::profile::{Action, Step};
use crate::reader;
use crate::report::{Finding, Outcome};
use crate::vocabulary::ScreenId;

/// What was seen, as one profile takes it.
pub struct Seen<'a> {
    /// With the open page as it stands.
    pub now: Evidence<'a>,
    /// As it is saved.
    pub saved: Evidence<'a>,
    /// The open page's address; empty when it is not known.
    pub address: &'a str,
}

impl Seen<'_> {
    /// The open page is the screen's, or the list from which it is the first to open.
    fn is_at(&self, screen: ScreenId) -> bool {
        let is_first = screen.tab().is_none_or(|tab| tab == "Details");
        is_first && reader::is_at(self.address, screen)
    }
}

/// How far a setting is; `None` where it does not apply. Only what a person has to look at can be ticked.
pub fn of_setting(now: &Finding, saved: Option<&Finding>, ticked: bool) -> Option<(StepState, Proof)> {
    let is_fine = |f: &Finding| matches!(f.outcome, Outcome::Met | Outcome::Waived);
    let (state, proof) = match now.outcome {
        Outcome::NotApplicable => return None,
        Outcome::Met | Outcome::Waived if saved.is_some_and(is_fine) => (StepState::Done, Proof::Value),
        Outcome::Met | Outcome::Waived => (StepState::Unsaved, Proof::Value),
        Outcome::Missing | Outcome::Wrong | Outcome::Excess => (StepState::ToDo, Proof::Value),
        Outcome::NotSeen => (StepState::Open, Proof::Value),
        Outcome::Review if ticked => (StepState::Ticked, Proof::Tick),
        Outcome::Review => (StepState::Check, Proof::Tick),
    };
    Some((state, proof))
}

/// How far a step is that is no setting.
pub fn of_action(step: &Step, seen: &Seen, ticked: bool) -> (StepState, Proof) {
    let (Some(action), Some(screen)) = (step.action, step.screen) else {
        return (if ticked { StepState::Ticked } else { StepState::Check }, Proof::Tick);
    };
    let record = step.record.as_deref();
    let done = match action {
        Action::Open => seen.is_at(screen) || !seen.now.seen(screen, "", record).is_empty(),
        Action::New => has_record(&seen.now, screen, record),
        Action::Save => {
            let is_edited = seen.now.seen(screen, "", record).iter().any(|s| !s.screen.is_saved());
            !is_edited && !seen.saved.seen(screen, "", record).is_empty()
        }
    };
    (if done { StepState::Done } else { StepState::Open }, Proof::Screen)
}

/// Whether any screen of such a record was seen.
fn has_record(evidence: &Evidence, screen: ScreenId, record: Option<&str>) -> bool {
    let kind = screen.kind();
    let same_kind = ScreenId::ALL.into_iter().filter(|s| s.kind() == kind);
    same_kind.into_iter().any(|s| !evidence.seen(s, "", record.or(Some(part_of(kind)))).is_empty())
}
