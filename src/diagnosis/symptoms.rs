//! The table of known error texts and what causes them (facts, section 14). Data, not code.

use super::{Cause, Symptom, Where};
use crate::vocabulary::ScreenId;

const LOGIN_TYPE: Cause = Cause {
    id: "login-type",
    at: Where::Field { screen: ScreenId::ApplicationDetails, field: "Login Type", wanted: Some("Agent") },
};
const LOGIN_AGENT: Cause = Cause {
    id: "login-agent",
    at: Where::Field { screen: ScreenId::ApplicationDetails, field: "Agent to log in as", wanted: None },
};
const SCOPES: Cause = Cause { id: "scopes", at: Where::Screens(&[ScreenId::ApplicationPermissions]) };
const RIGHTS: Cause =
    Cause { id: "rights", at: Where::Screens(&[ScreenId::AgentPermissions, ScreenId::RolePermissions]) };
const MEMBERSHIP: Cause =
    Cause { id: "membership", at: Where::Screens(&[ScreenId::AgentDepartmentsTeams, ScreenId::RoleDepartmentsTeams]) };
const ALL_TEAMS: Cause = Cause {
    id: "all-teams",
    at: Where::Field { screen: ScreenId::ApplicationPermissions, field: "all:teams", wanted: Some("Yes") },
};
const WEBHOOKS: Cause = Cause {
    id: "webhooks-scope",
    at: Where::Field { screen: ScreenId::ApplicationPermissions, field: "admin:webhooks", wanted: Some("Yes") },
};
const ALL_CLIENTS: Cause = Cause { id: "all-clients", at: Where::Row("Allow use of all Clients") };
const CLIENTS_LEVEL: Cause = Cause { id: "clients-level", at: Where::Row("Clients Access Level") };
const CREDENTIALS: Cause = Cause { id: "credentials", at: Where::Open(ScreenId::ApplicationDetails) };
const ADDRESSES: Cause = Cause { id: "addresses", at: Where::Open(ScreenId::ApiDetails) };
const REFRESH: Cause = Cause { id: "refresh-token", at: Where::Outside };
const NO_SCOPE: Cause = Cause { id: "token-without-scope", at: Where::Outside };
const CLOSED_TICKETS: Cause = Cause { id: "closed-tickets", at: Where::Row("Can edit closed Tickets") };
const ALL: Cause = Cause {
    id: "untick-all",
    at: Where::Field { screen: ScreenId::ApplicationPermissions, field: "all", wanted: Some("No") },
};
const ACCESS_CONTROL: Cause = Cause { id: "access-control", at: Where::Open(ScreenId::TicketTypeDetails) };

/// In the order in which they are tried: a text that names its cause comes before one that names a status.
pub const SYMPTOMS: &[Symptom] = &[
    Symptom {
        id: "faults-tracked",
        says: &[&["entity type", "faults"], &["faultid"]],
        causes: &[Cause {
            id: "ticket-id-method",
            at: Where::Field {
                screen: ScreenId::AdvancedSettings,
                field: "Next Ticket ID Calculation Method",
                wanted: Some("Auto-incrementing key"),
            },
        }],
    },
    Symptom {
        id: "invalid-scope",
        says: &[&["invalid_scope"], &["invalid scope"]],
        causes: &[SCOPES, Cause { id: "scope-does-not-exist", at: Where::Outside }],
    },
    Symptom {
        id: "invalid-client",
        says: &[&["invalid_client"], &["invalid client"]],
        causes: &[CREDENTIALS, ADDRESSES],
    },
    Symptom {
        id: "page-for-token",
        says: &[
            &["<!doctype"],
            &["unexpected token <"],
            &["unexpected token '<'"],
            &["html", "json"],
            &["html", "token"],
        ],
        causes: &[ADDRESSES],
    },
    Symptom {
        id: "no-token",
        says: &[&["oauth2 token"], &["obtain", "token"], &["access token", "fail"]],
        causes: &[CREDENTIALS, ADDRESSES, SCOPES],
    },
    Symptom {
        id: "action-not-allowed",
        says: &[&["do not have access to this action"]],
        causes: &[Cause { id: "action-in-workflow", at: Where::Outside }],
    },
    Symptom {
        id: "reassign-refused",
        says: &[&["unable to re-assign"], &["unable to reassign"]],
        causes: &[ACCESS_CONTROL, MEMBERSHIP],
    },
    Symptom {
        id: "update-refused",
        says: &[&["do not have permission to update this ticket"]],
        causes: &[CLOSED_TICKETS, ACCESS_CONTROL],
    },
    Symptom { id: "ticket-not-found", says: &[&["ticket not found"]], causes: &[MEMBERSHIP, ALL_CLIENTS] },
    Symptom { id: "invoice-mails", says: &[&["invoice", "mail"]], causes: &[CLOSED_TICKETS] },
    Symptom {
        id: "admin-mode",
        says: &[&["admin mode"], &["button", "missing"], &["section", "missing"], &["menu", "missing"]],
        causes: &[Cause { id: "admin-mode", at: Where::Outside }, RIGHTS],
    },
    Symptom {
        id: "sign-in",
        says: &[&["sign-in", "fail"], &["sign in", "fail"], &["login", "fail"], &["log in", "fail"]],
        causes: &[CREDENTIALS, LOGIN_TYPE, LOGIN_AGENT, ALL],
    },
    Symptom {
        id: "silent",
        says: &[&["without", "message"], &["silently"], &["every call fail"], &["all calls fail"]],
        causes: &[NO_SCOPE, SCOPES, REFRESH],
    },
    Symptom {
        id: "mandatory-fields",
        says: &[&["mandatory"], &["required field"], &["cannot create ticket"], &["tickets cannot be created"]],
        causes: &[
            Cause { id: "fields-without-default", at: Where::Open(ScreenId::TicketTypeFieldList) },
            Cause { id: "add-tickets", at: Where::Row("Can add new Tickets") },
        ],
    },
    Symptom {
        id: "asset-fields",
        says: &[&["field", "asset type"]],
        causes: &[Cause { id: "administrator-for-set-up", at: Where::Row("Is a HaloPSA Administrator") }],
    },
    Symptom {
        id: "agents-not-seen",
        says: &[&["default team"], &["see", "other agents"]],
        causes: &[Cause {
            id: "default-team",
            at: Where::Field { screen: ScreenId::AgentDetails, field: "Default Team", wanted: None },
        }],
    },
    Symptom {
        id: "rate-limit",
        says: &[&["rate limit"], &["429"], &["too many requests"], &["sync", "twice"], &["duplicate", "sync"]],
        causes: &[WEBHOOKS, Cause { id: "webhook-missing", at: Where::Outside }],
    },
    Symptom { id: "webhook", says: &[&["webhook"]], causes: &[WEBHOOKS, SCOPES] },
    Symptom {
        id: "forbidden",
        says: &[&["403"], &["forbidden"], &["pending"], &["access denied"], &["insufficient permission"]],
        causes: &[LOGIN_TYPE, LOGIN_AGENT, SCOPES, RIGHTS, ALL_TEAMS, REFRESH],
    },
    Symptom {
        id: "unauthorised",
        says: &[&["401"], &["unauthorized"], &["unauthorised"]],
        causes: &[NO_SCOPE, CREDENTIALS, SCOPES],
    },
    Symptom {
        id: "customers-missing",
        says: &[
            &["customer", "missing"],
            &["client", "missing"],
            &["no customers"],
            &["no clients"],
            &["customer", "not", "list"],
        ],
        causes: &[ALL_CLIENTS, CLIENTS_LEVEL, Cause { id: "client-record", at: Where::Outside }, REFRESH],
    },
    Symptom {
        id: "teams-missing",
        says: &[&["team", "missing"], &["board", "missing"], &["no teams"], &["team", "not", "list"]],
        causes: &[ALL_TEAMS, MEMBERSHIP],
    },
    Symptom {
        id: "empty",
        says: &[&["empty"], &["no results"], &["no data"], &["nothing", "found"]],
        causes: &[MEMBERSHIP, ALL_TEAMS, ALL_CLIENTS, RIGHTS],
    },
    Symptom {
        id: "connection",
        says: &[&["connection", "fail"], &["cannot connect"], &["ssl"], &["certificate"], &["timed out"]],
        causes: &[ADDRESSES, WEBHOOKS, Cause { id: "network", at: Where::Outside }],
    },
    Symptom {
        id: "no-effect",
        says: &[&["no effect"], &["still", "permission"], &["permissions", "changed"]],
        causes: &[REFRESH],
    },
];
