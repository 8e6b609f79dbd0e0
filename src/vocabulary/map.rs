//! Made from src/vocabulary/screens.json by tests/it/generate; do not edit.

use super::{RecordKind, ScreenId};

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
            Self::RoleDetails => "role.details",
            Self::RolePermissions => "role.permissions",
            Self::RoleDepartmentsTeams => "role.departments-teams",
            Self::AgentDetails => "agent.details",
            Self::AgentPermissions => "agent.permissions",
            Self::AgentDepartmentsTeams => "agent.departments-teams",
            Self::ApiDetails => "api-details",
            Self::ApplicationDetails => "application.details",
            Self::ApplicationPermissions => "application.permissions",
            Self::TicketTypeDetails => "ticket-type.details",
            Self::TicketTypeDefaults => "ticket-type.defaults",
            Self::TicketTypeFieldList => "ticket-type.field-list",
            Self::AdvancedSettings => "advanced-settings",
        }
    }
    /// The kind of record that the screen shows.
    #[must_use]
    pub const fn kind(self) -> RecordKind {
        match self {
            Self::RoleDetails => RecordKind::Role,
            Self::RolePermissions => RecordKind::Role,
            Self::RoleDepartmentsTeams => RecordKind::Role,
            Self::AgentDetails => RecordKind::Agent,
            Self::AgentPermissions => RecordKind::Agent,
            Self::AgentDepartmentsTeams => RecordKind::Agent,
            Self::ApiDetails => RecordKind::Tenant,
            Self::ApplicationDetails => RecordKind::Application,
            Self::ApplicationPermissions => RecordKind::Application,
            Self::TicketTypeDetails => RecordKind::TicketType,
            Self::TicketTypeDefaults => RecordKind::TicketType,
            Self::TicketTypeFieldList => RecordKind::TicketType,
            Self::AdvancedSettings => RecordKind::Tenant,
        }
    }
    /// The tab that shows it, as Halo labels it; `None` for pages without tabs.
    #[must_use]
    pub const fn tab(self) -> Option<&'static str> {
        match self {
            Self::RoleDetails => Some("Details"),
            Self::RolePermissions => Some("Permissions"),
            Self::RoleDepartmentsTeams => Some("Departments & Teams"),
            Self::AgentDetails => Some("Details"),
            Self::AgentPermissions => Some("Permissions"),
            Self::AgentDepartmentsTeams => Some("Departments & Teams"),
            Self::ApiDetails => None,
            Self::ApplicationDetails => Some("Details"),
            Self::ApplicationPermissions => Some("Permissions"),
            Self::TicketTypeDetails => Some("Details"),
            Self::TicketTypeDefaults => Some("Defaults"),
            Self::TicketTypeFieldList => Some("Field List"),
            Self::AdvancedSettings => None,
        }
    }
    /// The path that shows it or the list to open it from.
    #[must_use]
    pub const fn path(self) -> &'static str {
        match self {
            Self::RoleDetails => "/config/agents/roles",
            Self::RolePermissions => "/config/agents/roles",
            Self::RoleDepartmentsTeams => "/config/agents/roles",
            Self::AgentDetails => "/config/agents/agents",
            Self::AgentPermissions => "/config/agents/agents",
            Self::AgentDepartmentsTeams => "/config/agents/agents",
            Self::ApiDetails => "/config/integrations/api",
            Self::ApplicationDetails => "/config/integrations/api/applications",
            Self::ApplicationPermissions => "/config/integrations/api/applications",
            Self::TicketTypeDetails => "/config/tickets/tickettype",
            Self::TicketTypeDefaults => "/config/tickets/tickettype",
            Self::TicketTypeFieldList => "/config/tickets/tickettype",
            Self::AdvancedSettings => "/config/advanced",
        }
    }
}
impl RecordKind {
    /// The address parameter that names the record.
    #[must_use]
    pub const fn url_parameter(self) -> Option<&'static str> {
        match self {
            Self::Agent => Some("agentid"),
            Self::Application => Some("id"),
            Self::Role => Some("id"),
            Self::TicketType => Some("id"),
            Self::Tenant => None,
        }
    }
}
