//! What was seen so far: the screens of one tenant, and which of them count for one vendor's integration.
//!
//! A tenant has many agents, roles, applications and ticket types. An integration uses one agent, one application, some
//! roles and perhaps several ticket types; a screen of another record must never count for it, for better or worse. A
//! record counts only if it is tied to the integration ([`ties`]); one that nothing ties is provisional.

use serde::{Deserialize, Serialize};

use crate::profile::{Hosting, Profile};
use crate::reader::{Reading, Record, Screen, Status};
use crate::vocabulary::{RecordKind, ScreenId};

mod identity;
mod references;
mod standing;
mod ties;

use identity::{Identities, RecordIndex, is_other};
pub use standing::Standing;
use ties::{LOGS_IN_AS, ROLES, Tie, Ties};

/// "This record is the agent of this vendor's integration."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Link {
    /// Id of the vendor's profile: each vendor may have an agent and an application of its own.
    pub profile: String,
    /// `agent`, `application`, `role`, or an id of the profile's records.
    pub part: String,
    /// The record.
    pub record: Record,
}

/// What is known of a tenant's records besides what their screens show.
#[derive(Debug, Clone, Copy, Default)]
pub struct Basis<'a> {
    /// Which record is which part of an integration, as the admin assigned it.
    pub assigned: &'a [Link],
    /// Which record is not, as the admin answered.
    pub rejected: &'a [Link],
    /// A person chose the pages for this integration: the only record of a kind counts without any other tie.
    pub chosen_pages: bool,
}

/// Fields whose text ties one record to another: needed to know which records belong together, whatever a profile asks.
pub const TIES: [(ScreenId, &str); 2] = [(ScreenId::AgentDetails, ROLES), (ScreenId::ApplicationDetails, LOGS_IN_AS)];

/// A body of evidence, as one profile counts it.
#[derive(Debug)]
pub struct Evidence<'a> {
    profile: &'a Profile,
    screens: &'a [Screen],
    identities: Identities,
    ties: Ties,
    links: Vec<Link>,
    chosen_pages: bool,
    /// The part that is asked about before all others.
    asked_first: Option<String>,
}

/// One field as one page showed it.
#[derive(Debug, Clone, Copy)]
pub struct Seen<'a> {
    /// The page.
    pub screen: &'a Screen,
    /// What it showed; `None` when the screen was there and the field was not.
    pub reading: Option<&'a Reading>,
    /// The record that the page shows; `None` where it names none.
    record: Option<RecordIndex>,
}

impl Seen<'_> {
    /// Whether both are known to show one record.
    #[must_use]
    pub fn is_same_record(&self, other: &Seen) -> bool {
        std::ptr::eq(self.screen, other.screen) || (self.record.is_some() && self.record == other.record)
    }
}

/// The pages that may decide a requirement.
#[derive(Debug, Clone, Default)]
pub struct Candidates<'a> {
    /// The latest of each record.
    pub seen: Vec<Seen<'a>>,
    /// Several records, of which nothing tells which one is the integration's.
    pub is_ambiguous: bool,
}

impl<'a> Evidence<'a> {
    /// The screens as each of the profiles counts them, oldest first.
    #[must_use]
    pub fn of(profiles: &[&'a Profile], screens: &'a [Screen], basis: Basis) -> Vec<Self> {
        let identities = Identities::of(screens, |screen| is_being_made(screen, basis.chosen_pages));
        let resolved = |profile: &&'a Profile| {
            let others: Vec<&Profile> = profiles.iter().copied().filter(|other| other.id != profile.id).collect();
            let (profile, chosen_pages) = (*profile, basis.chosen_pages);
            let mut evidence = Self {
                profile,
                screens,
                identities: identities.clone(),
                ties: Ties::default(),
                links: Vec::new(),
                chosen_pages,
                asked_first: None,
            };
            evidence.resolve(basis, &others);
            evidence.links = evidence.tied();
            evidence
        };
        let mut all: Vec<Self> = profiles.iter().map(resolved).collect();
        let tied: Vec<(&str, Vec<Record>)> = all.iter().map(|e| (e.profile(), e.tied_records())).collect();
        for evidence in &mut all {
            let others = tied.iter().filter(|(id, _)| *id != evidence.profile.id).flat_map(|(_, records)| records);
            evidence.leave_to_others(others);
        }
        all
    }

    /// The screens as this profile alone counts them, oldest first.
    #[must_use]
    pub fn new(profile: &'a Profile, screens: &'a [Screen], basis: Basis) -> Self {
        let empty = Self {
            profile,
            screens,
            identities: Identities::default(),
            ties: Ties::default(),
            links: Vec::new(),
            chosen_pages: basis.chosen_pages,
            asked_first: None,
        };
        Self::of(&[profile], screens, basis).pop().unwrap_or(empty)
    }

    /// Id of the profile that counts it.
    #[must_use]
    pub fn profile(&self) -> &'a str {
        &self.profile.id
    }

    /// Which record is which part of the integration. A part that several records play stands there once for each.
    #[must_use]
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    fn tied(&self) -> Vec<Link> {
        let link = |part: &str, record: &Record| Link {
            profile: self.profile.id.clone(),
            part: part.to_owned(),
            record: record.clone(),
        };
        let links = self.ties.all().map(|tie| (tie.part.as_str(), &tie.records));
        let records = links.flat_map(|(part, indices)| indices.iter().map(move |index| (part, *index)));
        records.filter_map(|(part, index)| Some(link(part, self.identities.record(index)?))).collect()
    }

    /// What the pages of the integration's own records say of a field: one per record, the latest of each. `part` names
    /// one of several records of the same kind. Nothing where it is not certain which record is meant.
    #[must_use]
    pub fn seen(&self, id: ScreenId, field: &str, part: Option<&str>) -> Vec<Seen<'a>> {
        let Candidates { seen, is_ambiguous } = self.candidates(id, field, part);
        if is_ambiguous { Vec::new() } else { seen }
    }

    /// Like [`Evidence::seen`], with the pages of which it is not certain whether they are the integration's.
    #[must_use]
    pub fn candidates(&self, id: ScreenId, field: &str, part: Option<&str>) -> Candidates<'a> {
        let part = self.part(id.kind(), part);
        let seen = self.latest(id, field, |record| self.is_candidate(record, part));
        let is_ambiguous = match self.tie(part) {
            _ if seen.is_empty() => false,
            Some(tie) => seen.len() > 1 && !seen.iter().all(|s| s.record.is_some_and(|r| tie.records.contains(&r))),
            None => id.kind() != RecordKind::Tenant && !self.is_alone(part),
        };
        Candidates { seen, is_ambiguous }
    }

    /// Whether a page counts for a part of the integration.
    #[must_use]
    pub fn counts(&self, screen: &Screen, part: &str) -> bool {
        let Some(kind) = screen.id.map(ScreenId::kind) else { return false };
        if kind != self.kind_of(part) {
            return false;
        }
        let record = self.record_of(screen);
        let is_of_agent = |tie: &Tie| record.is_some_and(|index| tie.records.contains(&index));
        let has_rows = screen.id.is_some_and(ScreenId::has_rows);
        kind == RecordKind::Tenant
            || self.is_candidate(record, part)
            || (part == part_of(RecordKind::Role)
                && has_rows
                && self.ties.roles_of_agent.as_ref().is_some_and(is_of_agent))
    }

    /// Whether a page is not known to show another record than the integration's own.
    #[must_use]
    pub fn may_be(&self, screen: &Screen, part: &str) -> bool {
        let Some(record) = screen.record.as_ref() else { return true };
        if is_being_made(screen, self.chosen_pages) {
            return self.tie(part).is_none();
        }
        let Some(index) = self.identities.find(record) else { return true };
        let is_other = |tied: &RecordIndex| self.identities.record(*tied).is_some_and(|tied| is_other(record, tied));
        match self.tie(part) {
            Some(tie) => tie.records.contains(&index) || !tie.records.iter().all(is_other),
            None => self.ties.may_be(index, part) && !self.ties.is_taken(index),
        }
    }

    /// The part that the page's record may play, where nothing ties it to the integration and nothing speaks against it.
    #[must_use]
    pub fn provisional(&self, screen: &Screen) -> Option<&str> {
        let kind = screen.id.filter(|_| screen.status == Status::Read && !self.chosen_pages)?.kind();
        let record = self.record_of(screen);
        let may_be = |part: &&str| {
            self.kind_of(part) == kind
                && self.tie(part).is_none()
                && record.is_none_or(|r| self.ties.may_be(r, part) && !self.ties.is_taken(r))
        };
        let parts = self.profile.parts();
        let first = parts.iter().copied().filter(|part| self.asked_first.as_deref() == Some(*part));
        (kind != RecordKind::Tenant).then(|| first.chain(parts.iter().copied()).find(may_be)).flatten()
    }

    /// Asks about this part before all others, as long as nothing is known to play it.
    pub fn ask_first(&mut self, part: &str) {
        self.asked_first = Some(part.to_owned());
    }

    fn record_of(&self, screen: &Screen) -> Option<RecordIndex> {
        let record = screen.record.as_ref().filter(|_| !is_being_made(screen, self.chosen_pages))?;
        self.identities.find(record)
    }

    /// What to ask about the open page: whether its record is this part of the integration. Nothing as long as there is
    /// neither a name nor an id to answer for.
    #[must_use]
    pub fn question(&self, open: &Screen) -> Option<Link> {
        let part = self.provisional(open)?;
        let record = open.record.as_ref().filter(|r| !open.is_new() && (r.id.is_some() || r.name.is_some()))?;
        let record = Record { ask: None, ..record.clone() };
        Some(Link { profile: self.profile.id.clone(), part: part.to_owned(), record })
    }

    /// The name of the record that a page shows, else its id.
    #[must_use]
    pub fn name_of(&self, screen: &Screen) -> Option<String> {
        let own = screen.record.as_ref()?;
        let known = self.identities.find(own).and_then(|index| self.identities.record(index)).unwrap_or(own);
        known.name.clone().or_else(|| known.id.clone())
    }

    /// Whether two integrations are known to use different records for a part.
    #[must_use]
    pub fn differs(&self, other: &Evidence, part: &str) -> bool {
        let Some((own, others)) = self.tied_to(part).zip(other.tied_to(part)) else { return false };
        own.iter().all(|record| others.iter().all(|other| is_other(record, other)))
    }

    /// The roles that decide the rows of the integration's agent: those that it has, as far as they were seen.
    #[must_use]
    pub fn roles_of_agent(&self, field: &str) -> Candidates<'a> {
        let Some(tie) = &self.ties.roles_of_agent else {
            return self.candidates(ScreenId::RolePermissions, field, None);
        };
        let seen = self.latest(ScreenId::RolePermissions, field, |record| self.is_one_of(record, tie));
        let is_certain = seen.iter().all(|s| s.record.is_some_and(|r| tie.records.contains(&r)));
        Candidates { is_ambiguous: !is_certain && seen.len() > tie.records.len(), seen }
    }

    /// Whether the agent is known to have a role whose permissions were not seen.
    #[must_use]
    pub fn has_unseen_roles(&self) -> bool {
        let seen = || self.roles_of_agent("").seen.len();
        self.ties.roles_of_agent.as_ref().is_some_and(|tie| tie.has_more || seen() < tie.records.len())
    }

    /// The pages that show this screen of the integration's own records, the latest of each.
    #[must_use]
    pub fn screens_of(&self, id: ScreenId) -> Vec<&'a Screen> {
        let seen = if id == ScreenId::RolePermissions {
            let Candidates { seen, is_ambiguous } = self.roles_of_agent("");
            if is_ambiguous { Vec::new() } else { seen }
        } else {
            self.seen(id, "", None)
        };
        seen.into_iter().map(|s| s.screen).collect()
    }

    /// Pages that may be an agent's or a role's: the page does not tell. Only who chose the page can know that it counts.
    #[must_use]
    pub fn undecided(&self, id: ScreenId, field: &str) -> Vec<Seen<'a>> {
        let may_be = self.read().filter(|(_, s)| self.chosen_pages && s.id.is_none() && s.candidates.contains(&id));
        may_be.map(|(_, screen)| Seen { screen, reading: screen.reading(field), record: None }).collect()
    }

    /// Where the tenant runs, as far as an address tells.
    #[must_use]
    pub fn hosting(&self) -> Option<Hosting> {
        let cloud = self.screens.iter().rev().find_map(|s| s.cloud)?;
        Some(if cloud { Hosting::Cloud } else { Hosting::OnPremises })
    }

    /// The part that is meant among records of this kind.
    #[must_use]
    pub fn part<'p>(&self, kind: RecordKind, part: Option<&'p str>) -> &'p str {
        part.filter(|part| self.kind_of(part) == kind).unwrap_or(part_of(kind))
    }

    fn kind_of(&self, part: &str) -> RecordKind {
        self.profile.kind_of(part)
    }

    fn read(&self) -> impl Iterator<Item = (usize, &'a Screen)> {
        self.screens.iter().enumerate().filter(|(_, s)| s.status == Status::Read)
    }

    fn tie(&self, part: &str) -> Option<&Tie> {
        self.ties.of(part)
    }

    /// The latest page of each record that is to be taken. Pages that name no record are not known to be of one.
    fn latest(&self, id: ScreenId, field: &str, takes: impl Fn(Option<RecordIndex>) -> bool) -> Vec<Seen<'a>> {
        let mut latest: Vec<Seen> = Vec::new();
        for (at, screen) in self.read().filter(|(_, s)| s.id == Some(id)) {
            let record = self.identities.of_page(at);
            if id.kind() == RecordKind::Tenant || takes(record) {
                latest.retain(|earlier| record.is_none() || earlier.record != record);
                latest.push(Seen { screen, reading: screen.reading(field), record });
            }
        }
        latest
    }

    fn is_candidate(&self, record: Option<RecordIndex>, part: &str) -> bool {
        match self.tie(part) {
            Some(tie) => self.is_one_of(record, tie),
            None => self.chosen_pages && record.is_none_or(|r| self.ties.may_be(r, part) && !self.ties.is_taken(r)),
        }
    }

    /// Whether it is one of these records. Among chosen pages, one that shows no name (or no id) can be taken for it.
    fn is_one_of(&self, record: Option<RecordIndex>, tie: &Tie) -> bool {
        let Some(index) = record else { return self.chosen_pages && !tie.records.is_empty() };
        let may_be = |tied: &RecordIndex| {
            let both = self.identities.record(index).zip(self.identities.record(*tied));
            both.is_some_and(|(a, b)| !is_other(a, b)) && self.ties.may_be(index, &tie.part)
        };
        tie.records.contains(&index)
            || (self.chosen_pages && !self.ties.is_taken(index) && tie.records.iter().any(may_be))
    }

    /// Whether all chosen pages that may show this part can be of one record, and can be of no other part.
    fn is_alone(&self, part: &str) -> bool {
        let kind = self.kind_of(part);
        let open = |p: &&str| self.kind_of(p) == kind && self.tie(p).is_none();
        // Of several parts that nothing fills yet, the first one comes first: one record never fills two.
        let first_open = self.profile.parts().into_iter().find(open);
        let records: Vec<&Record> = self
            .identities
            .of_kind(kind)
            .filter(|(index, _)| self.ties.may_be(*index, part) && !self.ties.is_taken(*index))
            .map(|(_, record)| record)
            .collect();
        let differ = |(at, a): (usize, &&Record)| records.iter().skip(at + 1).any(|b| is_other(a, b));
        first_open.is_none_or(|first| first == part)
            && !records.iter().enumerate().any(differ)
            && !self.has_two_of_a_screen(kind)
    }

    /// Whether a screen was seen of several records of which one names none: that may be any.
    fn has_two_of_a_screen(&self, kind: RecordKind) -> bool {
        let of_kind = ScreenId::ALL.into_iter().filter(|id| id.kind() == kind);
        of_kind.into_iter().any(|id| {
            let pages = self.latest(id, "", |_| true);
            pages.len() > 1 && pages.iter().any(|page| page.record.is_none())
        })
    }

    fn tied_to(&self, part: &str) -> Option<Vec<Record>> {
        let tie = self.tie(part)?;
        Some(tie.records.iter().filter_map(|index| self.identities.record(*index).cloned()).collect())
    }

    fn tied_records(&self) -> Vec<Record> {
        self.links.iter().map(|link| link.record.clone()).collect()
    }
}

/// Whether an open page shows a record that is just being made: what is typed into it names nothing yet. Pages that a
/// person chose show records that are there, with or without an address.
fn is_being_made(screen: &Screen, chosen_pages: bool) -> bool {
    !chosen_pages && screen.is_new()
}

/// The part that records of a kind play where the profile names no other.
#[must_use]
pub const fn part_of(kind: RecordKind) -> &'static str {
    kind.part()
}
