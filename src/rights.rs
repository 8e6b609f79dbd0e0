//! What the integration can really do: application scopes ∩ (agent ∪ roles).
//!
//! The application's scopes cap what the agent may do; of agent and roles the highest value applies, the agent's own lifts
//! and never lowers; an administrator may do everything that the scopes let through (facts, section 12, CONFIRMED).

use serde::Serialize;

use crate::evidence::Evidence;
use crate::reader::{Screen, Value};
use crate::vocabulary::{self, Field, ScreenId, key};

/// How far a right goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Access {
    /// Not at all.
    None,
    /// See.
    Read,
    /// See and change, at least one's own.
    Edit,
}

/// One area in all layers. `null`: not seen, or not to be told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Area {
    /// What scopes call it, e.g. `tickets`.
    pub area: String,
    /// The permission row that stands for it.
    pub row: String,
    /// What the application's scopes let through.
    pub scope: Option<Access>,
    /// The highest of the roles.
    pub role: Option<Access>,
    /// The agent's own value.
    pub agent: Option<Access>,
    /// What remains of all.
    pub effective: Option<Access>,
}

/// What an integration can really do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Matrix {
    /// Ids of the profiles of which this is so.
    pub profiles: Vec<String>,
    /// Every area of which something was seen.
    pub areas: Vec<Area>,
}

/// Objects of scopes and the rows that stand for the same thing (facts, 7.3 and section 8). Projects are tickets of another
/// kind: there is no row of their own.
const AREAS: [(&str, &str); 19] = [
    ("tickets", "Tickets Access Level"),
    ("projects", "Tickets Access Level"),
    ("customers", "Clients Access Level"),
    ("calendar", "Calendars and Appointments Access Level"),
    ("crm", "CRM Access Level"),
    ("contracts", "Client Contracts Access Level"),
    ("suppliers", "Suppliers Access Level"),
    ("items", "Items Access Level"),
    ("sales", "Sales Access Level"),
    ("quotes", "Quotations Access Level"),
    ("sos", "Sales Orders Access Level"),
    ("pos", "Purchase Orders Access Level"),
    ("invoices", "Invoices Access Level"),
    ("reporting", "Reporting Access Level"),
    ("timesheets", "Timesheets Access Level"),
    ("softwarelicensing", "Software Licencing Access Level"),
    ("kb", "Knowledge Base Access Level"),
    ("assets", "Assets Access Level"),
    ("distributionlists", "Distribution Lists Access Level"),
];

/// The row that grants at an agent what a scope lets through; `None` for scopes that are no area.
#[must_use]
pub fn row_of(scope: &str) -> Option<(&'static str, Access)> {
    let (verb, object) = scope.split_once(':')?;
    let access = match verb {
        "read" => Access::Read,
        "edit" | "editMine" => Access::Edit,
        _ => return None,
    };
    AREAS.iter().find(|(area, _)| *area == object).map(|(_, row)| (*row, access))
}

/// What a value of a row grants; `None` for a row that stands for no area, and for a value that grants nothing.
#[must_use]
pub fn access_of(row: &str, value: &str) -> Option<Access> {
    let is_area = AREAS.iter().any(|(_, label)| *label == row);
    let field = vocabulary::field(ScreenId::RolePermissions, row).filter(|_| is_area)?;
    Some(word_access(field, value)).filter(|access| *access > Access::None)
}

/// The layers, as far as they were seen, combined. Pure: of the scopes, the agent's value and the roles' values.
///
/// More of anything never gives less; the order of the roles does not matter; an application without scopes may nothing.
#[must_use]
pub fn effective(scope: Access, agent: Access, roles: &[Access], administrator: bool) -> Access {
    let granted = roles.iter().copied().fold(agent, Access::max);
    let granted = if administrator { Access::Edit } else { granted };
    scope.min(granted)
}

/// What each vendor's integration can really do; one matrix for those that can do the same.
#[must_use]
pub fn matrices(evidence: &[Evidence]) -> Vec<Matrix> {
    let mut matrices: Vec<Matrix> = Vec::new();
    for own in evidence {
        let (id, areas) = (own.profile().to_owned(), matrix(own));
        match matrices.iter_mut().find(|m| m.areas == areas) {
            Some(same) => same.profiles.push(id),
            None => matrices.push(Matrix { profiles: vec![id], areas }),
        }
    }
    matrices
}

/// Every area of which something was seen.
#[must_use]
pub fn matrix(evidence: &Evidence) -> Vec<Area> {
    let application = one(&evidence.screens_of(ScreenId::ApplicationPermissions));
    let agent = one(&evidence.screens_of(ScreenId::AgentPermissions));
    areas(application, agent, &evidence.screens_of(ScreenId::RolePermissions), evidence.has_unseen_roles())
}

/// The areas of these screens; the ones of which nothing was seen stay out.
fn areas(application: Option<&Screen>, agent: Option<&Screen>, roles: &[&Screen], has_unseen_roles: bool) -> Vec<Area> {
    let administrator = agent.into_iter().chain(roles.iter().copied()).any(is_administrator);
    AREAS
        .iter()
        .map(|(area, row)| {
            let scope = application.and_then(|a| scope_access(a, area));
            let of_agent = agent.and_then(|s| row_access(s, row));
            let of_roles: Option<Vec<Access>> = roles.iter().map(|s| row_access(s, row)).collect();
            let of_roles = of_roles.filter(|r| !r.is_empty());
            // Another role may grant more, unless one grants all there is.
            let highest = of_roles.as_ref().and_then(|r| r.iter().copied().max());
            let highest = highest.filter(|access| !has_unseen_roles || *access == Access::Edit);
            let whole = of_roles.clone().filter(|_| !has_unseen_roles);
            let lifted = of_roles.unwrap_or_default().into_iter().chain(of_agent).max();
            let is_lifted = scope.zip(lifted).is_some_and(|(scope, lifted)| lifted >= scope);
            let known = combined(scope, of_agent, whole.as_deref(), administrator);
            Area {
                area: (*area).to_owned(),
                row: (*row).to_owned(),
                scope,
                role: highest,
                agent: of_agent,
                effective: known.or(scope.filter(|_| is_lifted)),
            }
        })
        .filter(|a| a.scope.is_some() || a.role.is_some() || a.agent.is_some())
        .collect()
}

/// Nothing is known of the whole unless every layer that could lift it was seen, or one settles it.
fn combined(
    scope: Option<Access>,
    agent: Option<Access>,
    roles: Option<&[Access]>,
    administrator: bool,
) -> Option<Access> {
    match (scope, agent, roles) {
        (Some(Access::None), _, _) => Some(Access::None),
        (scope, _, _) if administrator => scope,
        (Some(scope), Some(agent), Some(roles)) => Some(effective(scope, agent, roles, false)),
        (Some(scope), Some(own), None) if own >= scope => Some(scope),
        (Some(scope), None, Some(roles)) if roles.iter().any(|r| *r >= scope) => Some(scope),
        // No scope gives what neither the agent nor a role has.
        (None, Some(agent), Some(roles)) => {
            Some(effective(Access::Edit, agent, roles, false)).filter(|access| *access == Access::None)
        }
        _ => None,
    }
}

/// The one screen; of several, none counts.
fn one<'a>(screens: &[&'a Screen]) -> Option<&'a Screen> {
    match screens {
        [one] => Some(one),
        _ => None,
    }
}

fn is_yes(screen: &Screen, field: &str) -> bool {
    screen.reading(field).is_some_and(|r| matches!(&r.value, Value::Word(word) if word == "Yes"))
}

fn is_no(screen: &Screen, field: &str) -> bool {
    screen.reading(field).is_some_and(|r| r.value == Value::Empty || r.value == Value::Word("No".into()))
}

fn is_administrator(screen: &Screen) -> bool {
    is_yes(screen, "Is a HaloPSA Administrator")
}

/// What the scopes let through: the scope itself, or one that includes it. `None` where a wider scope is granted, which may
/// let more through or not (facts, 7.3, INFERRED), and where a scope that could let more through was not seen.
fn scope_access(application: &Screen, area: &str) -> Option<Access> {
    let [edit, read] = ["edit", "read"].map(|verb| format!("{verb}:{area}"));
    let granted =
        |scope: &str| is_yes(application, scope) || vocabulary::included_in(scope).any(|by| is_yes(application, by));
    let perhaps = |scope: &str| vocabulary::perhaps_included_in(scope).any(|by| is_yes(application, by));
    let is_open = |scope: &str| {
        vocabulary::field(ScreenId::ApplicationPermissions, scope).is_some() && !is_no(application, scope)
    };
    if granted(&edit) {
        Some(Access::Edit)
    } else if is_yes(application, "all") || perhaps(&edit) || is_open(&edit) {
        None
    } else if granted(&read) {
        Some(Access::Read)
    } else {
        (!is_open(&read)).then_some(Access::None)
    }
}

/// What a row's value grants; `None` for what cannot be told (a bare number, another language).
fn row_access(screen: &Screen, row: &str) -> Option<Access> {
    let field = vocabulary::field(ScreenId::RolePermissions, row)?;
    match &screen.reading(row)?.value {
        Value::Empty => Some(Access::None),
        Value::Word(word) => Some(word_access(field, word)),
        _ => None,
    }
}

fn word_access(field: &Field, word: &str) -> Access {
    let text = key(word);
    if field.grants_nothing(word) {
        Access::None
    } else if ["modify", "create", "delete", "send"].iter().any(|verb| text.contains(verb)) {
        Access::Edit
    } else {
        Access::Read
    }
}

#[cfg(test)]
mod tests;
