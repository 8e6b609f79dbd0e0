//! What was seen so far: the screens of one tenant, and which of them may count.
//!
//! A tenant has many agents, roles, applications and ticket types. An integration uses one agent, one application, some
//! roles and perhaps several ticket types; a screen of another record must never count for it. Which record is meant is
//! said by the admin ([`Link`]), else guessed from what the screens say of each other, else left open.

use serde::{Deserialize, Serialize};

use crate::profile::{Expect, Hosting, Profile};
use crate::reader::{Reading, Record, Screen, Value};
use crate::report::Status;
use crate::vocabulary::{RecordKind, ScreenId, key};

/// "This record is the agent of this vendor's integration."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Link {
    /// Id of the vendor's profile: each vendor may have an agent and an application of its own.
    pub profile: String,
    /// `agent`, `application`, or an id of the profile's records.
    pub part: String,
    /// The record.
    pub record: Record,
}

/// The agent's field that names its roles, and the application's that names the agent.
const ROLES: &str = "Roles";
const LOGS_IN_AS: &str = "Agent to log in as";

/// Fields whose text ties one record to another: needed to know which records belong together, whatever a profile asks.
pub const TIES: [(ScreenId, &str); 2] = [(ScreenId::AgentDetails, ROLES), (ScreenId::ApplicationDetails, LOGS_IN_AS)];

/// A body of evidence, as one profile counts it.
#[derive(Debug)]
pub struct Evidence<'a> {
    profile: &'a str,
    screens: &'a [Screen],
    links: Vec<Link>,
}

/// One field as one page showed it.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The page.
    pub screen: &'a Screen,
    /// What it showed; `None` when the screen was there and the field was not.
    pub reading: Option<&'a Reading>,
}

impl<'a> Evidence<'a> {
    /// Takes the screens in the order in which they were seen, and what the admin said of their records; guesses the rest.
    #[must_use]
    pub fn new(profile: &'a Profile, screens: &'a [Screen], said: &[Link]) -> Self {
        let links = said.iter().filter(|l| l.profile == profile.id).cloned().collect();
        let mut evidence = Self { profile: &profile.id, screens, links };
        evidence.guess("application", |e| e.application(profile));
        evidence.guess("agent", Self::agent);
        for part in &profile.records {
            evidence.guess(&part.id, |e| e.recognised(profile, &part.id));
        }
        for part in &profile.records {
            evidence.guess(&part.id, |e| e.remaining(profile));
        }
        evidence
    }

    /// Id of the profile that counts it.
    #[must_use]
    pub const fn profile(&self) -> &'a str {
        self.profile
    }

    /// Which record is which part of the integration, as far as it was said or could be guessed.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// What the pages that show this screen say of a field: one per record, the latest of each. `part` names one of
    /// several records of the same kind.
    #[must_use]
    pub fn seen(&self, id: ScreenId, field: &str, part: Option<&str>) -> Vec<Seen<'a>> {
        let part = part.unwrap_or(part_of(id.kind()));
        let mut latest: Vec<Seen> = Vec::new();
        for screen in self.read().filter(|s| s.id == Some(id) && self.counts(s, part)) {
            latest.retain(|earlier| !is_same(earlier.screen.record.as_ref(), screen.record.as_ref()));
            latest.push(Seen { screen, reading: screen.reading(field) });
        }
        latest
    }

    /// Whether a page may count for a part of the integration: it is not known to show another record, nor the record of
    /// another part.
    #[must_use]
    pub fn counts(&self, screen: &Screen, part: &str) -> bool {
        let record = screen.record.as_ref();
        let is_taken = |l: &Link| record.is_some_and(|r| r.kind == l.record.kind) && is_same(record, Some(&l.record));
        match self.link(part) {
            Some(link) => !is_other(record, &link.record),
            None => !self.links.iter().any(is_taken),
        }
    }

    /// Whether two integrations are known to use different records for a part.
    #[must_use]
    pub fn differs(&self, other: &Evidence, part: &str) -> bool {
        self.link(part).zip(other.link(part)).is_some_and(|(own, others)| is_other(Some(&own.record), &others.record))
    }

    /// Like [`Evidence::seen`] for the roles, without those that the agent is known not to have.
    #[must_use]
    pub fn seen_on_roles_of_agent(&self, id: ScreenId, field: &str) -> Vec<Seen<'a>> {
        let mut seen = self.seen(id, field, None);
        if let Some(names) = self.roles_of_agent() {
            seen.retain(|s| !is_other_role(s.screen, names));
        }
        seen
    }

    /// The pages that show this screen of the integration's own records, the latest of each.
    #[must_use]
    pub fn screens_of(&self, id: ScreenId) -> Vec<&'a Screen> {
        let seen =
            if id == ScreenId::RolePermissions { self.seen_on_roles_of_agent(id, "") } else { self.seen(id, "", None) };
        seen.into_iter().map(|s| s.screen).collect()
    }

    /// Pages that may be an agent's or a role's: the page does not tell.
    #[must_use]
    pub fn undecided(&self, id: ScreenId, field: &str) -> Vec<Seen<'a>> {
        let may_be = self.read().filter(|s| s.id.is_none() && s.candidates.contains(&id));
        may_be.map(|screen| Seen { screen, reading: screen.reading(field) }).collect()
    }

    /// Where the tenant runs, as far as an address tells.
    #[must_use]
    pub fn hosting(&self) -> Option<Hosting> {
        let cloud = self.screens.iter().rev().find_map(|s| s.cloud)?;
        Some(if cloud { Hosting::Cloud } else { Hosting::OnPremises })
    }

    fn read(&self) -> impl Iterator<Item = &'a Screen> {
        self.screens.iter().filter(|s| s.status == Status::Read)
    }

    fn link(&self, part: &str) -> Option<&Link> {
        self.links.iter().find(|l| l.part == part)
    }

    fn guess(&mut self, part: &str, find: impl FnOnce(&Self) -> Option<Record>) {
        if self.link(part).is_none()
            && let Some(record) = find(self)
        {
            self.links.push(Link { profile: self.profile.to_owned(), part: part.to_owned(), record });
        }
    }

    /// Of several applications, the one that carries the vendor's name.
    fn application(&self, profile: &Profile) -> Option<Record> {
        let vendor = key(&profile.name);
        only(
            self.records(RecordKind::Application)
                .filter(|r| r.name.as_deref().is_some_and(|n| key(n).contains(&vendor))),
        )
    }

    /// The agent that the application logs in as.
    fn agent(&self) -> Option<Record> {
        let seen = self.seen(ScreenId::ApplicationDetails, LOGS_IN_AS, None);
        let [Seen { reading: Some(Reading { value: Value::Text(name), .. }), .. }] = seen.as_slice() else {
            return None;
        };
        only(self.records(RecordKind::Agent).filter(|r| r.name.as_deref().is_some_and(|n| key(n) == key(name))))
    }

    /// The record that shows what the profile recognises this part by.
    fn recognised(&self, profile: &Profile, part: &str) -> Option<Record> {
        let check = profile.records.iter().find(|p| p.id == part)?.recognised_by.as_ref()?;
        let Expect::Is(wanted) = &check.expect else { return None };
        let shows = |screen: &&Screen| {
            let value = screen.reading(&check.field).map(|r| &r.value);
            matches!(value, Some(Value::Word(v) | Value::Text(v)) if key(v) == key(wanted))
        };
        let screens = self.read().filter(|s| s.id == Some(check.screen)).filter(shows);
        only(screens.filter_map(|s| s.record.clone()))
    }

    /// The one ticket type that is no other part.
    fn remaining(&self, profile: &Profile) -> Option<Record> {
        let is_part = |l: &&Link| profile.records.iter().any(|p| p.id == l.part);
        let taken: Vec<_> = self.links.iter().filter(is_part).map(|l| &l.record).collect();
        if taken.len() + 1 < profile.records.len() {
            return None;
        }
        only(self.records(RecordKind::TicketType).filter(|r| taken.iter().all(|t| is_other(Some(r), t))))
    }

    fn records(&self, kind: RecordKind) -> impl Iterator<Item = Record> {
        self.read().filter_map(|s| s.record.clone()).filter(move |r| r.kind == kind)
    }

    /// The roles on the agent's Details tab, if exactly one agent was seen.
    fn roles_of_agent(&self) -> Option<&'a [String]> {
        let details = self.seen(ScreenId::AgentDetails, ROLES, None);
        match details.as_slice() {
            [Seen { reading: Some(Reading { value: Value::List(names), .. }), .. }] => Some(names),
            _ => None,
        }
    }
}

/// The part that records of a kind play where the profile names no other.
#[must_use]
pub const fn part_of(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Agent => "agent",
        RecordKind::Role => "role",
        RecordKind::Application => "application",
        RecordKind::TicketType => "ticket-type",
        RecordKind::Tenant => "tenant",
    }
}

/// The one record that all of them are; a screen may add the name that another one lacks.
fn only(records: impl Iterator<Item = Record>) -> Option<Record> {
    let mut found: Option<Record> = None;
    for record in records {
        match &mut found {
            None => found = Some(record),
            Some(known) if is_same(Some(known), Some(&record)) => known.name = known.name.take().or(record.name),
            Some(_) => return None,
        }
    }
    found
}

fn is_other_role(screen: &Screen, names: &[String]) -> bool {
    let name = screen.record.as_ref().and_then(|r| r.name.as_deref());
    name.is_some_and(|name| !names.iter().any(|n| key(n) == key(name)))
}

/// The same record seen again; without an id or a name nobody can say so.
fn is_same(a: Option<&Record>, b: Option<&Record>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => match (&a.id, &b.id) {
            (Some(a), Some(b)) => a == b,
            _ => a.name.is_some() && a.name == b.name,
        },
        _ => false,
    }
}

/// Known to be another record. A page that names no record is not.
fn is_other(a: Option<&Record>, b: &Record) -> bool {
    let Some(a) = a else { return false };
    match (&a.id, &b.id) {
        (Some(a), Some(b)) => a != b,
        _ => a.name.is_some() && b.name.is_some() && a.name != b.name,
    }
}
