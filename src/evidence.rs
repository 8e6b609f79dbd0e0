//! What was seen so far: the screens of one tenant, and which of them may count.

use crate::profile::Hosting;
use crate::reader::{Reading, Screen, Value};
use crate::report::Status;
use crate::vocabulary::{ScreenId, key};

/// A body of evidence.
#[derive(Debug, Clone, Copy)]
pub struct Evidence<'a> {
    screens: &'a [Screen],
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
    /// Screens in the order in which they were seen.
    #[must_use]
    pub const fn new(screens: &'a [Screen]) -> Self {
        Self { screens }
    }

    /// What the pages that show this screen say of a field: one per record, the latest of each.
    #[must_use]
    pub fn seen(&self, id: ScreenId, field: &str) -> Vec<Seen<'a>> {
        let mut latest: Vec<Seen> = Vec::new();
        for screen in self.screens.iter().filter(|s| s.status == Status::Read && s.id == Some(id)) {
            latest.retain(|earlier| !is_same_record(earlier.screen, screen));
            latest.push(Seen { screen, reading: screen.reading(field) });
        }
        latest
    }

    /// Like [`Evidence::seen`] for the roles, without those that the agent is known not to have.
    #[must_use]
    pub fn seen_on_roles_of_agent(&self, id: ScreenId, field: &str) -> Vec<Seen<'a>> {
        let mut seen = self.seen(id, field);
        if let Some(names) = self.roles_of_agent() {
            seen.retain(|s| !is_other_role(s.screen, names));
        }
        seen
    }

    /// Pages that may be an agent's or a role's: the page does not tell.
    #[must_use]
    pub fn undecided(&self, id: ScreenId, field: &str) -> Vec<Seen<'a>> {
        let may_be = |s: &&Screen| s.status == Status::Read && s.id.is_none() && s.candidates.contains(&id);
        self.screens.iter().filter(may_be).map(|screen| Seen { screen, reading: screen.reading(field) }).collect()
    }

    /// Where the tenant runs, as far as an address tells.
    #[must_use]
    pub fn hosting(&self) -> Option<Hosting> {
        let cloud = self.screens.iter().rev().find_map(|s| s.cloud)?;
        Some(if cloud { Hosting::Cloud } else { Hosting::OnPremises })
    }

    /// The roles on the agent's Details tab, if exactly one agent was seen.
    fn roles_of_agent(&self) -> Option<&'a [String]> {
        let details = self.seen(ScreenId::AgentDetails, "Roles");
        match details.as_slice() {
            [Seen { reading: Some(Reading { value: Value::List(names), .. }), .. }] => Some(names),
            _ => None,
        }
    }
}

fn is_other_role(screen: &Screen, names: &[String]) -> bool {
    let name = screen.record.as_ref().and_then(|r| r.name.as_deref());
    name.is_some_and(|name| !names.iter().any(|n| key(n) == key(name)))
}

/// The same record seen again; without an id or a name nobody can say so.
fn is_same_record(a: &Screen, b: &Screen) -> bool {
    match (&a.record, &b.record) {
        (Some(a), Some(b)) => match (&a.id, &b.id) {
            (Some(a), Some(b)) => a == b,
            _ => a.name.is_some() && a.name == b.name,
        },
        _ => false,
    }
}
