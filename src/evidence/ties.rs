//! What ties a record to an integration: the admin's word; the vendor's name; the agent that the application logs in as; the
//! roles that this agent has; what the profile recognises a record by. Strongest first: what one screen says of another
//! record is stronger than a name.

use super::identity::{self, RecordIndex, is_other};
use super::{Basis, Evidence, Link, Seen, part_of};
use crate::profile::{Expect, Profile};
use crate::reader::{Reading, Record, Value};
use crate::vocabulary::{RecordKind, ScreenId, key};

/// The agent's field that names its roles, and the application's that names the agent.
pub const ROLES: &str = "Roles";
pub const LOGS_IN_AS: &str = "Agent to log in as";

/// The records that play a part.
#[derive(Debug, Clone)]
pub struct Tie {
    pub part: String,
    /// None of them: the part is known to be played by no record that was seen.
    pub records: Vec<RecordIndex>,
    /// There are more, which cannot be told apart.
    pub has_more: bool,
    /// The admin assigned it.
    pub is_assigned: bool,
}

/// Which record is which part of one integration.
#[derive(Debug, Clone, Default)]
pub struct Ties {
    parts: Vec<Tie>,
    /// The roles on the agent's Details tab, where they were seen.
    pub roles_of_agent: Option<Tie>,
    /// A record that is not this part, as the admin answered.
    rejected: Vec<(String, RecordIndex)>,
    /// Records of the other chosen vendors.
    foreign: Vec<RecordIndex>,
}

impl Ties {
    pub fn all(&self) -> impl Iterator<Item = &Tie> {
        self.parts.iter()
    }

    pub fn of(&self, part: &str) -> Option<&Tie> {
        self.parts.iter().find(|tie| tie.part == part)
    }

    /// Whether the record is tied to any part.
    pub fn is_taken(&self, record: RecordIndex) -> bool {
        self.parts.iter().any(|tie| tie.records.contains(&record))
    }

    /// Whether nothing speaks against the record's being this part.
    pub fn may_be(&self, record: RecordIndex, part: &str) -> bool {
        !self.foreign.contains(&record) && !self.rejected.iter().any(|(p, r)| p == part && *r == record)
    }

    fn add(&mut self, part: &str, records: Vec<RecordIndex>, is_assigned: bool) {
        self.parts.push(Tie { part: part.to_owned(), records, has_more: false, is_assigned });
    }
}

/// What the application says of the agent that it logs in as.
enum Login {
    Agent(String),
    /// It says nothing, or was not seen.
    Nobody,
    /// It says something that cannot be told.
    Unknown,
}

impl Evidence<'_> {
    /// Finds the records that are tied to the integration. `others` are the other chosen vendors.
    pub(super) fn resolve(&mut self, basis: Basis, others: &[&Profile]) {
        self.take_answers(basis);
        self.leave_what_carries_a_name_of(others);
        self.tie_by_name(RecordKind::Application);
        for part in &self.profile.records {
            self.recognise(&part.id);
        }
        self.tie_agent();
        self.ties.roles_of_agent = self.listed_roles();
        self.tie_role();
        for part in self.profile.parts() {
            self.tie_only(part);
        }
    }

    /// Records that are tied to another vendor's integration, and to none of this one's parts, are not asked about.
    pub(super) fn leave_to_others<'r>(&mut self, others: impl Iterator<Item = &'r Record>) {
        for record in others {
            let index = self.identities.find(record);
            self.ties.foreign.extend(index.filter(|index| !self.ties.is_taken(*index)));
        }
    }

    fn take_answers(&mut self, basis: Basis) {
        let own = |links: &[Link]| -> Vec<Link> {
            let fits = |l: &&Link| l.profile == self.profile.id && l.record.kind == self.kind_of(&l.part);
            links.iter().filter(fits).cloned().collect()
        };
        let (assigned, rejected) = (own(basis.assigned), own(basis.rejected));
        // One record plays one part: of two, the one that was said last.
        for Link { part, record, .. } in assigned.iter().rev() {
            let Some(index) = self.identities.take_in(record) else { continue };
            if self.tie(part).is_none() && !self.ties.is_taken(index) {
                self.ties.add(part, vec![index], true);
            }
        }
        self.ties.parts.reverse();
        for Link { part, record, .. } in &rejected {
            self.ties.rejected.extend(self.identities.find(record).map(|index| (part.clone(), index)));
        }
    }

    /// A record whose name holds another chosen vendor's name, and not this one's or only a shorter one, is that vendor's.
    fn leave_what_carries_a_name_of(&mut self, others: &[&Profile]) {
        let kinds = [RecordKind::Application, RecordKind::Agent, RecordKind::Role];
        let records = kinds.into_iter().flat_map(|kind| self.identities.of_kind(kind));
        let is_other = |(index, record): &(RecordIndex, &Record)| {
            let name = record.name.as_deref().unwrap_or_default();
            let theirs = identity::carried(name, others.iter().flat_map(|p| p.names()));
            theirs.is_some() && !self.ties.is_taken(*index) && theirs > identity::carried(name, self.profile.names())
        };
        self.ties.foreign = records.filter(is_other).map(|(index, _)| index).collect();
    }

    /// The records of a kind that carry the vendor's name.
    pub(super) fn carriers(&self, kind: RecordKind) -> Vec<RecordIndex> {
        let carries = |record: &Record| record.name.as_deref().is_some_and(|name| self.carries(name));
        let part = part_of(kind);
        let is_named = |(index, record): &(RecordIndex, &Record)| carries(record) && self.ties.may_be(*index, part);
        self.identities.of_kind(kind).filter(is_named).map(|(index, _)| index).collect()
    }

    fn carries(&self, name: &str) -> bool {
        identity::carried(name, self.profile.names()).is_some()
    }

    /// The only record of a kind that carries the vendor's name. Of several, none: "Moovila API" and "Moovila API Test".
    fn tie_by_name(&mut self, kind: RecordKind) {
        let part = part_of(kind);
        let free: Vec<_> = self.carriers(kind).into_iter().filter(|index| !self.ties.is_taken(*index)).collect();
        if let ([one], None) = (free.as_slice(), self.tie(part)) {
            self.ties.add(part, vec![*one], false);
        }
    }

    /// The record that shows what the profile recognises this part by.
    fn recognise(&mut self, part: &str) {
        let check = self.profile.records.iter().find(|p| p.id == part).and_then(|p| p.recognised_by.as_ref());
        let Some((check, Expect::Is(wanted))) = check.map(|check| (check, &check.expect)) else { return };
        let mut found: Vec<RecordIndex> = Vec::new();
        for Seen { reading, record, .. } in self.latest(check.screen, &check.field, |_| true) {
            let shows =
                matches!(reading.map(|r| &r.value), Some(Value::Word(v) | Value::Text(v)) if key(v) == key(wanted));
            found.extend(record.filter(|r| shows && self.ties.may_be(*r, part) && !self.ties.is_taken(*r)));
        }
        if let ([one], None) = (found.as_slice(), self.tie(part)) {
            self.ties.add(part, vec![*one], false);
        }
    }

    fn tie_agent(&mut self) {
        if self.tie(part_of(RecordKind::Agent)).is_some() {
            return;
        }
        match self.login() {
            Login::Nobody => self.tie_by_name(RecordKind::Agent),
            Login::Unknown => {}
            Login::Agent(name) => {
                let agent = Record { kind: RecordKind::Agent, id: None, name: Some(name), ask: None };
                // Two agents of that name: which of them is not known, and no other is meant.
                let index = self.identities.take_in(&agent);
                let part = part_of(RecordKind::Agent);
                if let Some(index) = index.filter(|index| self.ties.may_be(*index, part)) {
                    self.ties.add(part, vec![index], false);
                }
            }
        }
    }

    fn login(&self) -> Login {
        let seen = self.seen(ScreenId::ApplicationDetails, LOGS_IN_AS, None);
        let values = seen.iter().map(|s| s.reading.map(|r| &r.value)).collect::<Vec<_>>();
        match values.as_slice() {
            [Some(Value::Text(name) | Value::Word(name))] => Login::Agent(name.clone()),
            [] | [None | Some(Value::Empty)] => Login::Nobody,
            _ => Login::Unknown,
        }
    }

    /// The roles on the Details tab of the integration's agent.
    fn listed_roles(&mut self) -> Option<Tie> {
        let details = self.seen(ScreenId::AgentDetails, ROLES, None);
        let [Seen { reading: Some(Reading { value, partial, .. }), .. }] = details.as_slice() else { return None };
        let names: Vec<String> = match value {
            Value::List(names) => names.clone(),
            Value::Text(name) | Value::Word(name) => vec![name.clone()],
            Value::Empty => Vec::new(),
            _ => return None,
        };
        let mut roles =
            Tie { part: part_of(RecordKind::Role).into(), records: Vec::new(), has_more: *partial, is_assigned: false };
        for name in names {
            let role = Record { kind: RecordKind::Role, id: None, name: Some(name), ask: None };
            match self.identities.take_in(&role) {
                Some(index) => roles.records.push(index),
                None => roles.has_more = true,
            }
        }
        Some(roles)
    }

    fn tie_role(&mut self) {
        let part = part_of(RecordKind::Role);
        if self.tie(part).is_some() {
            return;
        }
        // An agent without any role may not have been given it yet: a finding of its own. One with others does not use it.
        let is_listed = |roles: &Tie| !roles.records.is_empty() || roles.has_more;
        let Some(roles) = self.ties.roles_of_agent.clone().filter(is_listed) else {
            if !self.is_agent_a_stranger() {
                self.tie_by_name(RecordKind::Role);
            }
            return;
        };
        let carriers = self.carriers(RecordKind::Role);
        let named: Vec<_> = roles.records.iter().copied().filter(|index| carriers.contains(index)).collect();
        // Of several roles, the one with the vendor's name is the vendor's.
        let records = if named.len() == 1 { named } else { roles.records };
        self.ties.parts.push(Tie { part: part.to_owned(), records, has_more: roles.has_more, is_assigned: false });
    }

    /// Among chosen pages, the only record that can be this part.
    fn tie_only(&mut self, part: &str) {
        if !self.chosen_pages || self.tie(part).is_some() || !self.is_alone(part) {
            return;
        }
        let free = |index: &RecordIndex| self.ties.may_be(*index, part) && !self.ties.is_taken(*index);
        let free: Vec<_> = self.identities.of_kind(self.kind_of(part)).map(|(index, _)| index).filter(free).collect();
        if let [one] = free.as_slice() {
            self.ties.add(part, vec![*one], false);
        }
    }

    /// Whether the agent is known and does not carry the vendor's name: whether it has a role that does is not known then.
    fn is_agent_a_stranger(&self) -> bool {
        let Some(tie) = self.tie(part_of(RecordKind::Agent)) else { return false };
        let names = tie.records.iter().filter_map(|index| self.identities.record(*index)?.name.as_deref());
        let mut strangers = names.filter(|name| !self.carries(name));
        strangers.next().is_some()
    }

    /// Whether chosen pages show one record of this kind only, whatever ties there are.
    pub(super) fn only_of_kind(&self, kind: RecordKind) -> bool {
        let records: Vec<&Record> = self
            .identities
            .of_kind(kind)
            .filter(|(index, _)| self.read().any(|(at, _)| self.identities.of_page(at) == Some(*index)))
            .map(|(_, record)| record)
            .collect();
        self.chosen_pages
            && !records.iter().enumerate().any(|(at, a)| records.iter().skip(at + 1).any(|b| is_other(a, b)))
    }
}
