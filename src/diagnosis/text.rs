//! A diagnosis as plain text. Native only; the extension words its own.

use std::fmt::Write as _;

use super::{Diagnosis, Likely, State};

/// One line a cause, likeliest first; an unknown text says so.
#[must_use]
pub fn text(diagnosis: &Diagnosis) -> String {
    let Some(symptom) = &diagnosis.symptom else {
        return "This text is not among the known errors. Check the findings of the profile instead: preflight check\n"
            .into();
    };
    let mut out = format!("Known error: {symptom}\n");
    for cause in &diagnosis.causes {
        let _ = writeln!(out, "  {:<10} {}{}", state(cause.state), advice(&cause.id), place(cause));
    }
    out
}

fn place(cause: &Likely) -> String {
    let mut place = String::new();
    if let Some(screen) = cause.screen {
        let _ = write!(place, " [{}", screen.id());
        if let Some(field) = &cause.field {
            let _ = write!(place, ": {field}");
        }
        if let Some(found) = &cause.found {
            let _ = write!(place, " = {found}");
        }
        place.push(']');
    }
    if !cause.findings.is_empty() {
        let _ = write!(place, " ({})", cause.findings.join(", "));
    }
    place
}

const fn state(state: State) -> &'static str {
    match state {
        State::Seen => "seen",
        State::Open => "check",
        State::Fine => "fine",
    }
}

/// What each cause of the table means and its mend.
pub(super) fn advice(cause: &str) -> &'static str {
    match cause {
        "ticket-id-method" => "Set the method for the next ticket id to Auto-incrementing key",
        "login-type" => "The application's Login Type must be Agent",
        "login-agent" => "Choose an agent that has the rights as Agent to log in as",
        "scopes" => "Tick the scopes that the vendor asks for",
        "scope-does-not-exist" => "The product may ask for a scope that Halo does not have: ask the vendor",
        "rights" => "Grant the access levels to the agent or one of its roles: scopes alone do not",
        "membership" => "Make the agent a member of the departments and teams whose records it needs",
        "all-teams" => "Tick all:teams, which replaces membership of each team",
        "webhooks-scope" => "Tick admin:webhooks (on older versions: admin)",
        "webhook-missing" => "Create the webhook that the vendor asks for",
        "all-clients" => "Allow use of all clients, or list those that are needed",
        "clients-level" => "Grant read access to clients",
        "client-record" => "The client may lack what the vendor needs of it (main site, relationship)",
        "credentials" => "Copy client id and secret again, without blanks; generate a new secret if in doubt",
        "addresses" => "Compare resource server, authorisation server and tenant with what the product has",
        "refresh-token" => "Rights count from the next token on: connect again in the vendor's product",
        "token-without-scope" => "The token was asked for without a scope: ask the vendor, or set scope to all there",
        "access-control" => "Add the role to the ticket type's Access Control list, or empty the list",
        "closed-tickets" => "Closed tickets need their own permission",
        "action-in-workflow" => "Choose another action, or put this one into the ticket type's workflow",
        "fields-without-default" => "A mandatory field without a default stops tickets from outside: give it one",
        "add-tickets" => "Adding tickets needs its own permission",
        "administrator-for-set-up" => "A known defect of Halo: administrator is needed for the first set-up only",
        "default-team" => "Give the agent a default team",
        "network" => "Check network, allow-list and certificate between the product and Halo",
        _ => "See the vendor's document",
    }
}
