//! How the record of an open page stands to an integration.

use super::{Evidence, Link, is_other, part_of};
use crate::reader::{Record, Screen};
use crate::vocabulary::{RecordKind, ScreenId};

/// How the record of an open page stands to one vendor's integration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Standing {
    /// It belongs to it.
    Counts,
    /// The integration asks nothing of records of this kind, or this one is another vendor's.
    NoPart,
    /// These play its part.
    Other(Vec<Record>),
    /// The agent's roles are known, and this is none of them.
    RoleNotHeld {
        /// The agent's name, else its id.
        agent: String,
    },
    /// The agent has roles that cannot be told.
    RolesUnclear {
        /// The agent's name, else its id.
        agent: String,
    },
    /// It may be one of these: the page shows too little to tell.
    Unsure(Vec<Record>),
}

impl Evidence<'_> {
    /// How the open page's record stands to this integration, where no question is to be asked about it.
    #[must_use]
    pub fn standing(&self, open: &Screen) -> Standing {
        let Some(kind) = open.id.map(ScreenId::kind) else { return Standing::NoPart };
        let own = self.parts_of(kind);
        if kind == RecordKind::Tenant || own.iter().any(|part| self.counts(open, part)) {
            return Standing::Counts;
        }
        if own.is_empty() {
            return Standing::NoPart;
        }
        if kind == RecordKind::Role
            && let Some(standing) = self.standing_of_role(open)
        {
            return standing;
        }
        let tied: Vec<Record> = own.iter().filter_map(|part| self.tied_to(part)).flatten().collect();
        let is_another = |tied: &Record| open.record.as_ref().is_some_and(|record| is_other(record, tied));
        match tied.as_slice() {
            [] => Standing::NoPart,
            all if all.iter().all(is_another) => Standing::Other(tied),
            _ => Standing::Unsure(tied),
        }
    }

    /// Whether the admin's answer "No" is about this record, and a part that is played by records of its kind.
    #[must_use]
    pub fn is_rejected(&self, answer: &Link, record: &Record) -> bool {
        let index = self.identities.find(record);
        answer.record.kind == record.kind
            && self.kind_of(&answer.part) == record.kind
            && index.is_some()
            && self.identities.find(&answer.record) == index
    }

    /// The parts that records of a kind play. What is asked of the agent, its roles can grant.
    fn parts_of(&self, kind: RecordKind) -> Vec<&str> {
        let (agent, role) = (part_of(RecordKind::Agent), part_of(RecordKind::Role));
        let mut parts = self.profile.parts();
        if parts.contains(&agent) && !parts.contains(&role) {
            parts.push(role);
        }
        parts.into_iter().filter(|part| self.kind_of(part) == kind).collect()
    }

    /// What the agent's Details tab says of this role; `None` where the admin said which role it is, or the tab was not seen.
    fn standing_of_role(&self, open: &Screen) -> Option<Standing> {
        let tie = self.tie(part_of(RecordKind::Role)).filter(|tie| !tie.is_assigned)?;
        let roles = self.ties.roles_of_agent.as_ref()?;
        let index = open.record.as_ref().and_then(|record| self.identities.find(record));
        if index.is_some_and(|index| roles.records.contains(&index) || tie.records.contains(&index)) {
            return None;
        }
        let agent = self.tied_to(part_of(RecordKind::Agent)).and_then(|agents| agents.into_iter().next());
        let agent = agent.and_then(|agent| agent.name.or(agent.id)).unwrap_or_default();
        Some(if roles.has_more { Standing::RolesUnclear { agent } } else { Standing::RoleNotHeld { agent } })
    }
}
