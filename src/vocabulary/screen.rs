//! The configuration screens that Preflight reads.

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

impl ScreenId {
    /// Every screen, in the order in which an admin meets them.
    pub const ALL: [Self; 13] = [
        Self::RoleDetails,
        Self::RolePermissions,
        Self::RoleDepartmentsTeams,
        Self::AgentDetails,
        Self::AgentPermissions,
        Self::AgentDepartmentsTeams,
        Self::ApiDetails,
        Self::ApplicationDetails,
        Self::ApplicationPermissions,
        Self::TicketTypeDetails,
        Self::TicketTypeDefaults,
        Self::TicketTypeFieldList,
        Self::AdvancedSettings,
    ];

    /// The id as it stands in profiles and reports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::AgentDetails => "agent.details",
            Self::AgentPermissions => "agent.permissions",
            Self::AgentDepartmentsTeams => "agent.departments-teams",
            Self::RoleDetails => "role.details",
            Self::RolePermissions => "role.permissions",
            Self::RoleDepartmentsTeams => "role.departments-teams",
            Self::ApplicationDetails => "application.details",
            Self::ApplicationPermissions => "application.permissions",
            Self::TicketTypeDetails => "ticket-type.details",
            Self::TicketTypeDefaults => "ticket-type.defaults",
            Self::TicketTypeFieldList => "ticket-type.field-list",
            Self::AdvancedSettings => "advanced-settings",
            Self::ApiDetails => "api-details",
        }
    }

    /// The kind of record that the screen shows.
    #[must_use]
    pub const fn kind(self) -> RecordKind {
        match self {
            Self::AgentDetails | Self::AgentPermissions | Self::AgentDepartmentsTeams => RecordKind::Agent,
            Self::RoleDetails | Self::RolePermissions | Self::RoleDepartmentsTeams => RecordKind::Role,
            Self::ApplicationDetails | Self::ApplicationPermissions => RecordKind::Application,
            Self::TicketTypeDetails | Self::TicketTypeDefaults | Self::TicketTypeFieldList => RecordKind::TicketType,
            Self::AdvancedSettings | Self::ApiDetails => RecordKind::Tenant,
        }
    }

    /// Whether it shows permission rows, which stand on agents and roles alike (facts, section 8).
    #[must_use]
    pub const fn has_rows(self) -> bool {
        matches!(self, Self::AgentPermissions | Self::RolePermissions)
    }

    /// The tab that shows it, as Halo labels it (facts, section 3, CONFIRMED); `None` for pages without tabs.
    #[must_use]
    pub const fn tab(self) -> Option<&'static str> {
        match self {
            Self::AgentDetails | Self::RoleDetails | Self::ApplicationDetails | Self::TicketTypeDetails => {
                Some("Details")
            }
            Self::AgentPermissions | Self::RolePermissions | Self::ApplicationPermissions => Some("Permissions"),
            Self::AgentDepartmentsTeams | Self::RoleDepartmentsTeams => Some("Departments & Teams"),
            Self::TicketTypeDefaults => Some("Defaults"),
            Self::TicketTypeFieldList => Some("Field List"),
            Self::AdvancedSettings | Self::ApiDetails => None,
        }
    }

    /// The path that shows it or the list to open it from (facts, section 5.1, CONFIRMED).
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::AdvancedSettings => "/config/advanced",
            Self::ApiDetails => "/config/integrations/api",
            _ => match self.kind() {
                RecordKind::Agent => "/config/agents/agents",
                RecordKind::Role => "/config/agents/roles",
                RecordKind::Application => "/config/integrations/api/applications",
                RecordKind::TicketType | RecordKind::Tenant => "/config/tickets/tickettype",
            },
        }
    }
}

impl RecordKind {
    /// The address parameter that names the record (facts, section 5.1; INFERRED for applications).
    #[must_use]
    pub const fn url_parameter(self) -> &'static str {
        match self {
            Self::Agent => "agentid",
            _ => "id",
        }
    }
}
