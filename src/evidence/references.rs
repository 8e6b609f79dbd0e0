//! Values that are compared with those of another record.

use super::ties::{LOGS_IN_AS, ROLES};
use super::{Candidates, Evidence, Seen, part_of};
use crate::profile::FieldRef;
use crate::vocabulary::{RecordKind, ScreenId};

impl<'a> Evidence<'a> {
    /// What the other record shows, for a field that is compared with it. Where this very field is what ties the other
    /// record to the integration, the other record is the one that is known by other means: else the agent that the
    /// application logs in as would always be the right one.
    #[must_use]
    pub fn referenced(&self, compared: (ScreenId, &str), to: &FieldRef) -> Vec<Seen<'a>> {
        let tied = match compared {
            (ScreenId::ApplicationDetails, LOGS_IN_AS) => RecordKind::Agent,
            (ScreenId::AgentDetails, ROLES) => RecordKind::Role,
            _ => return self.certain(to),
        };
        if to.record.is_some() || to.screen.kind() != tied {
            return self.certain(to);
        }
        let part = part_of(tied);
        let carriers = self.carriers(tied);
        let is_own = |index| self.tie(part).is_some_and(|tie| tie.records.contains(&index));
        if self.tie(part).is_some_and(|tie| tie.is_assigned) {
            self.certain(to)
        } else if let [one] = carriers.as_slice() {
            self.latest(to.screen, &to.field, |record| record == Some(*one))
        } else if !carriers.is_empty() {
            if carriers.iter().any(|index| is_own(*index)) { self.certain(to) } else { Vec::new() }
        } else if self.only_of_kind(tied) {
            self.latest(to.screen, &to.field, |_| true)
        } else {
            self.certain(to)
        }
    }

    fn certain(&self, to: &FieldRef) -> Vec<Seen<'a>> {
        let Candidates { seen, is_ambiguous } = self.candidates(to.screen, &to.field, to.record.as_deref());
        if is_ambiguous { Vec::new() } else { seen }
    }
}
