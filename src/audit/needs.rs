//! Whose text a profile needs. It is named before a page is captured, so that the first capture holds it; a text that is
//! missing nevertheless is asked for afterwards.

use serde::Serialize;

use super::{LIST, reference};
use crate::evidence;
use crate::profile::{Expect, Plan, Requirement};
use crate::reader::{NAME_FIELDS, RECORD_HEADINGS, Screen};
use crate::snapshot::NodeId;
use crate::vocabulary::{self, Field, Kind, ScreenId};

/// What a capture may take although it is free text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Needs {
    /// Keys of labels, all names of a field: what stands beside one of them.
    pub labels: Vec<String>,
    /// Classes of the headings that name the open record.
    pub headings: Vec<String>,
}

/// The texts that these profiles need, wherever they may stand.
#[must_use]
pub fn needs(plans: &[Plan]) -> Needs {
    let is_needed = |screen: ScreenId, field: &Field| {
        let is_open = !field.is_closed() && field.kind != Kind::Secret;
        is_open && (NAME_FIELDS.contains(&field.label) || is_needed_on(plans, screen, field.label))
    };
    let named = vocabulary::names().filter(|(_, screen, field)| is_needed(*screen, field));
    let mut labels: Vec<String> = named.map(|(name, ..)| name.to_owned()).collect();
    labels.sort_unstable();
    labels.dedup();
    Needs { labels, headings: RECORD_HEADINGS.iter().map(|class| (*class).to_owned()).collect() }
}

/// Nodes of the open page whose text was withheld and is needed: the record's name, and the fields that a profile
/// compares with a text or that tie records together.
#[must_use]
pub fn ask(plans: &[Plan], screen: &Screen) -> Vec<NodeId> {
    // Whether a row is the agent's own or a role's, a text in it says.
    let has_rows_of_roles = screen.id == Some(ScreenId::AgentDepartmentsTeams);
    let needed = |field: &str| has_rows_of_roles || screen.id.is_some_and(|id| is_needed_on(plans, id, field));
    let values = screen.readings.iter().filter(|r| needed(&r.field)).flat_map(|r| r.ask.iter().copied());
    values.chain(screen.record.iter().filter_map(|r| r.ask)).collect()
}

fn is_needed_on(plans: &[Plan], screen: ScreenId, field: &str) -> bool {
    let mut requirements = plans.iter().flat_map(|p| &p.profile.requirements);
    evidence::TIES.contains(&(screen, field)) || requirements.any(|r| compares(r, screen, field))
}

/// Whether a requirement compares the text of this field. That something stands there at all is known without it, unless
/// only the words of a scale can be right.
fn compares(requirement: &Requirement, screen: ScreenId, field: &str) -> bool {
    let own = |id: ScreenId, name: &str, expect: &Expect| {
        // The name is that of an entry, whose text stands in the list.
        let is_entry = matches!(expect, Expect::Present(_) | Expect::Absent(_));
        let name = if is_entry { LIST } else { name };
        let is_closed = || vocabulary::field(id, name).is_some_and(Field::is_closed);
        (screen == id && name == field && (!matches!(expect, Expect::Set(_)) || is_closed()))
            || reference(expect).is_some_and(|other| screen == other.screen && other.field == field)
    };
    match (&requirement.expect, &requirement.field) {
        (Expect::AnyOf(checks), _) => checks.iter().any(|c| own(c.screen, &c.field, &c.expect)),
        (expect, Some(name)) => own(requirement.screen, name, expect),
        (_, None) => false,
    }
}
