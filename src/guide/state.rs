//! How far one step is.

use super::{Proof, StepState};
use crate::evidence::{Evidence, part_of};
use crate::profile::{Action, RecordRole, Step};
use crate::reader;
use crate::report::{Finding, Outcome};
use crate::vocabulary::ScreenId;

/// What was seen, as one profile takes it.
pub struct Seen<'a> {
    /// With the open page as it stands.
    pub now: &'a Evidence<'a>,
    /// As it is saved.
    pub saved: &'a Evidence<'a>,
    /// The records of one kind of which the integration needs several.
    pub parts: &'a [RecordRole],
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
        Action::Open => seen.is_at(screen) || was_opened(seen.now, screen, record),
        Action::New => seen.has_record(screen, record),
        Action::Save => {
            let is_edited = seen.now.seen(screen, "", record).iter().any(|s| !s.screen.is_saved());
            !is_edited && !seen.saved.seen(screen, "", record).is_empty()
        }
    };
    (if done { StepState::Done } else { StepState::Open }, Proof::Screen)
}

/// Whether this screen was seen: of the record that is meant, else of any that the integration uses. What became known of
/// a record since, such as which of two parts it is, closes nothing that was opened.
fn was_opened(evidence: &Evidence, screen: ScreenId, record: Option<&str>) -> bool {
    let was_seen = |part| !evidence.seen(screen, "", part).is_empty();
    let parts = || evidence.links().iter().filter(|l| l.record.kind == screen.kind()).map(|l| l.part.as_str());
    was_seen(record) || (record.is_none() && parts().any(|part| was_seen(Some(part))))
}

impl Seen<'_> {
    /// Whether any screen of such a record was seen. A record of which nothing tells yet which part it is, is the first one
    /// that is still missing: nobody begins the second before the first.
    fn has_record(&self, screen: ScreenId, record: Option<&str>) -> bool {
        let kind = screen.kind();
        let is_known = |part: &str| self.now.links().iter().any(|l| l.part == part);
        let earlier = self.parts.iter().take_while(|part| Some(part.id.as_str()) != record);
        if record.is_some() && !earlier.into_iter().all(|part| is_known(&part.id)) {
            return record.is_some_and(is_known);
        }
        let same_kind = ScreenId::ALL.into_iter().filter(|s| s.kind() == kind);
        same_kind.into_iter().any(|s| !self.now.seen(s, "", record.or(Some(part_of(kind)))).is_empty())
    }
}
