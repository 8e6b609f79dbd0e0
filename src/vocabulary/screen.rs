//! The configuration screens that Preflight reads. What is known of each stands in `screens.json`, which the extension reads
//! too; `map.rs` is generated from it.

use serde::{Deserialize, Serialize};

/// A screen: one tab of one kind of record, or a settings page. The ids are a contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[allow(missing_docs, reason = "each variant says what its id says")]
pub enum ScreenId {
    #[serde(rename = "agent.details")]
    AgentDetails,
    #[serde(rename = "agent.permissions")]
    AgentPermissions,
    #[serde(rename = "agent.departments-teams")]
    AgentDepartmentsTeams,
    #[serde(rename = "role.details")]
    RoleDetails,
    #[serde(rename = "role.permissions")]
    RolePermissions,
    #[serde(rename = "role.departments-teams")]
    RoleDepartmentsTeams,
    #[serde(rename = "application.details")]
    ApplicationDetails,
    #[serde(rename = "application.permissions")]
    ApplicationPermissions,
    #[serde(rename = "ticket-type.details")]
    TicketTypeDetails,
    #[serde(rename = "ticket-type.defaults")]
    TicketTypeDefaults,
    #[serde(rename = "ticket-type.field-list")]
    TicketTypeFieldList,
    #[serde(rename = "advanced-settings")]
    AdvancedSettings,
    #[serde(rename = "api-details")]
    ApiDetails,
}

/// What a screen is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum RecordKind {
    /// A person or an API-only agent.
    Agent,
    /// A role that agents have.
    Role,
    /// An application of the Halo API.
    Application,
    /// A ticket type.
    TicketType,
    /// The tenant itself: pages of which there is one.
    Tenant,
}

impl RecordKind {
    /// The part that records of this kind play in an integration, where the profile names no other.
    #[must_use]
    pub const fn part(self) -> &'static str {
        match self {
            Self::Agent => "agent",
            Self::Role => "role",
            Self::Application => "application",
            Self::TicketType => "ticket-type",
            Self::Tenant => "tenant",
        }
    }
}

impl ScreenId {
    /// Whether it shows permission rows, which stand on agents and roles alike (facts, section 8).
    #[must_use]
    pub const fn has_rows(self) -> bool {
        matches!(self, Self::AgentPermissions | Self::RolePermissions)
    }
}

#[cfg(test)]
mod tests {
    use super::ScreenId;

    #[test]
    fn ids_are_those_of_serde() {
        for screen in ScreenId::ALL {
            assert_eq!(serde_json::to_value(screen).ok(), Some(screen.id().into()));
        }
    }
}
