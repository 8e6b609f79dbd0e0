//! Which record counts for which part of an integration.

use crate::support::{self, word};
use preflight::audit::{self, Question};
use preflight::evidence::{Basis, Evidence, Link};
use preflight::profile::{Plan, parse};
use preflight::reader::{Mode, Reading, Record, Screen, Status, Value};
use preflight::report::{Finding, Outcome, Reason, Report};
use preflight::rights::{self, Access};
use preflight::vocabulary::{RecordKind, ScreenId};
use proptest::prelude::*;

mod judged;
mod ties;
mod unmarked;

/// A vendor that asks for these fields: screen, field, operator and operand, and more of the requirement.
fn vendor(name: &str, records: &str, asks: &[(&str, &str, &str, &str)]) -> Plan {
    let requirement = |(at, (screen, field, expect, more)): (usize, &(&str, &str, &str, &str))| {
        format!(
            r#"{{"id": "r{at}", "screen": "{screen}", "field": "{field}", "expect": {expect}{more}, "why": "It reads.",
                "source": {{"of": "guide", "lines": [1]}}}}"#
        )
    };
    let requirements: Vec<_> = asks.iter().enumerate().map(requirement).collect();
    let text = format!(
        r#"{{"schema": "preflight-profile/1", "id": "{id}", "version": "1", "name": "{name}", "summary": "",
            "sources": {{"guide": {{"title": "Set-up"}}}}, "records": [{records}],
            "features": [{{"id": "sync", "name": "Sync", "summary": "", "default": true}}],
            "requirements": [{requirements}]}}"#,
        id = name.to_lowercase().replace(' ', "-"),
        requirements = requirements.join(",")
    );
    let profile = parse::parse(&text).unwrap_or_else(|m| panic!("{m:?}"));
    Plan { features: profile.choose(&[]).unwrap(), profile }
}

const SCOPE: (&str, &str, &str, &str) = ("application.permissions", "read:items", r#"{"is": "Yes"}"#, "");
const ROW: (&str, &str, &str, &str) =
    ("agent.permissions", "Items Access Level", r#"{"at_least": "Read Only"}"#, r#", "on": "either""#);
const ON_ROLE: (&str, &str, &str, &str) =
    ("role.permissions", "Items Access Level", r#"{"at_least": "Read Only"}"#, "");
const ADMIN: (&str, &str, &str, &str) =
    ("agent.permissions", "Is a HaloPSA Administrator", r#"{"not_granted": true}"#, r#", "on": "either""#);
const LOGIN: (&str, &str, &str, &str) = (
    "application.details",
    "Agent to log in as",
    r#"{"same_as": {"screen": "agent.details", "field": "Username"}}"#,
    "",
);

/// Acme asks for a scope, a right, no administrator, and to log in as its agent.
fn acme() -> Plan {
    vendor("Acme", "", &[SCOPE, ROW, ADMIN, LOGIN])
}

fn record(kind: RecordKind, id: &str, name: &str) -> Record {
    let given = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Record { kind, id: given(id), name: given(name), ask: None }
}

/// A page as it was read, of the record with this id and name; empty: the page does not show it.
fn page(screen: ScreenId, id: &str, name: &str, values: &[(&str, Value)]) -> Screen {
    let reading = |(at, (field, value)): (usize, &(&str, Value))| Reading {
        field: (*field).to_owned(),
        label: (*field).to_owned(),
        value: value.clone(),
        target: u32::try_from(at).ok(),
        label_node: None,
        ask: Vec::new(),
        partial: false,
    };
    Screen {
        status: Status::Read,
        id: Some(screen),
        candidates: vec![screen],
        mode: Some(Mode::Read),
        record: Some(record(screen.kind(), id, name)).filter(|r| r.id.is_some() || r.name.is_some()),
        readings: values.iter().enumerate().map(reading).collect(),
        ..Screen::unreadable("page")
    }
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn roles(names: &[&str]) -> Value {
    Value::List(names.iter().map(|n| (*n).to_owned()).collect())
}

fn application(id: &str, name: &str, login: &str) -> Screen {
    page(ScreenId::ApplicationDetails, id, name, &[("Agent to log in as", text(login))])
}

fn scopes(id: &str, name: &str, value: &str) -> Screen {
    page(ScreenId::ApplicationPermissions, id, name, &[("read:items", word(value))])
}

fn agent(id: &str, name: &str, own: &[&str]) -> Screen {
    page(ScreenId::AgentDetails, id, name, &[("Username", text(name)), ("Roles", roles(own))])
}

fn rows(screen: ScreenId, id: &str, name: &str, level: &str, admin: &str) -> Screen {
    let values = [("Items Access Level", word(level)), ("Is a HaloPSA Administrator", word(admin))];
    page(screen, id, name, &values)
}

fn agent_rows(id: &str, name: &str, level: &str) -> Screen {
    rows(ScreenId::AgentPermissions, id, name, level, "No")
}

fn role_rows(id: &str, name: &str, level: &str) -> Screen {
    rows(ScreenId::RolePermissions, id, name, level, "No")
}

const LIVE: Basis = Basis { assigned: &[], rejected: &[], chosen_pages: false };
const CHOSEN: Basis = Basis { assigned: &[], rejected: &[], chosen_pages: true };

fn report(plans: &[Plan], screens: &[Screen], basis: Basis) -> Report {
    audit::audit(&Question { plans, basis, least_privilege: true, waivers: &[] }, screens)
}

/// Outcomes of the requirements, in the profile's order.
fn outcomes(plan: &Plan, screens: &[Screen], basis: Basis) -> Vec<Outcome> {
    let report = report(std::slice::from_ref(plan), screens, basis);
    report.findings.iter().take(plan.profile.requirements.len()).map(|f| f.outcome).collect()
}

fn one(plan: &Plan, screens: &[Screen], basis: Basis) -> Finding {
    report(std::slice::from_ref(plan), screens, basis).findings.remove(0)
}

fn link(part: &str, screen: &Screen) -> Link {
    Link { profile: "acme".into(), part: part.into(), record: screen.record.clone().unwrap() }
}

use Outcome::{Excess, Met, Missing, NotSeen, Review, Wrong};

#[test]
fn the_application_with_the_vendors_name_its_agent_and_its_agents_roles_count() {
    let screens = [
        application("a", "Acme", "Integration User"),
        scopes("a", "Acme", "Yes"),
        agent("7", "integration user", &["Billing"]),
        agent_rows("7", "Integration User", "Not set"),
        role_rows("r", "Billing", "Read Only"),
    ];
    assert_eq!(outcomes(&acme(), &screens, LIVE), [Met, Met, Met, Met]);
    let report = report(&[acme()], &screens, LIVE);
    let records: Vec<_> = report.findings.iter().map(|f| f.record.as_deref()).collect();
    assert_eq!(records, [Some("Acme"), Some("Billing"), Some("Integration User"), Some("Acme")]);
}

#[test]
fn another_agent_than_the_one_that_the_application_logs_in_as_never_counts() {
    for level in ["Read Only", "Not set"] {
        for priya in [agent_rows("9", "Priya", level), agent_rows("9", "Acme API", level), agent_rows("9", "", level)] {
            let screens = [application("a", "Acme", "Integration User"), priya];
            assert_eq!(outcomes(&acme(), &screens, LIVE)[1], NotSeen, "{screens:?}");
        }
    }
    // On the command line neither; only a page that shows no name may be that agent's.
    let chosen = |name| {
        let screens = [application("a", "Acme", "Integration User"), agent_rows("9", name, "Read Only")];
        outcomes(&acme(), &screens, CHOSEN)[1]
    };
    assert_eq!(
        [chosen("Priya"), chosen("Acme API"), chosen(""), chosen("Integration  user")],
        [NotSeen, NotSeen, Met, Met]
    );
}

#[test]
fn the_agent_to_log_in_as_is_compared_with_the_vendors_agent_and_not_with_itself() {
    let own = agent("7", "Acme API", &[]);
    let priya = agent("9", "Priya", &[]);
    let login = |name: &str, agents: &[&Screen], basis| {
        let mut screens = vec![application("a", "Acme", name)];
        screens.extend(agents.iter().map(|s| (*s).clone()));
        outcomes(&acme(), &screens, basis)[3]
    };
    for basis in [LIVE, CHOSEN] {
        assert_eq!(login("Acme API", &[&own, &priya], basis), Met);
        assert_eq!(login("Priya", &[&own, &priya], basis), Wrong);
        assert_eq!(login("Priya", &[&own], basis), Wrong);
    }
    assert_eq!(login("Priya", &[&priya], CHOSEN), Met);
    assert_eq!(login("Somebody", &[&priya], CHOSEN), Wrong);
    let assigned = [link("agent", &own)];
    assert_eq!(login("Priya", &[&own, &priya], Basis { assigned: &assigned, ..LIVE }), Wrong);
}

#[test]
fn of_two_applications_with_the_vendors_name_none_counts_until_the_admin_says_which() {
    let details = application("a", "Acme API", "Acme API");
    let test = scopes("b", "Acme API Test", "Yes");
    let screens = [details.clone(), test.clone()];
    let scope = |basis| one(&acme(), &screens, basis);
    assert_eq!(scope(LIVE).outcome, NotSeen);
    assert_eq!((scope(CHOSEN).outcome, scope(CHOSEN).reason), (Review, Some(Reason::SeveralRecords)));
    let own = [link("application", &details)];
    assert_eq!(scope(Basis { assigned: &own, ..LIVE }).outcome, NotSeen);
    assert_eq!(scope(Basis { assigned: &own, ..CHOSEN }).outcome, NotSeen);
    let other = [link("application", &test)];
    assert_eq!(scope(Basis { assigned: &other, ..LIVE }).outcome, Met);
    // "No" to one of them leaves the other.
    assert_eq!(scope(Basis { rejected: &own, ..LIVE }).outcome, Met);
    assert_eq!(scope(Basis { rejected: &other, ..LIVE }).outcome, NotSeen);
}

#[test]
fn an_id_and_a_name_that_one_page_shows_together_are_one_record_on_all() {
    for (id, name) in [("a", ""), ("A", ""), ("", "ACME"), ("a", "Acme")] {
        let screens = [application("a", "Acme", "X"), scopes(id, name, "Yes")];
        assert_eq!(outcomes(&acme(), &screens, LIVE)[0], Met, "{id} {name}");
    }
    for (id, name) in [("b", ""), ("", "Web"), ("b", "Web")] {
        let screens = [application("a", "Acme", "X"), scopes(id, name, "Yes")];
        assert_eq!(outcomes(&acme(), &screens, LIVE)[0], NotSeen, "{id} {name}");
    }
    // Two records of one name: a page that shows only the name may be either's.
    let screens = [application("a", "Acme", "X"), application("b", "Acme", "X"), scopes("", "Acme", "Yes")];
    assert_eq!([LIVE, CHOSEN].map(|basis| outcomes(&acme(), &screens, basis)[0]), [NotSeen, Review]);
}

#[test]
fn a_role_that_the_agent_does_not_have_never_counts() {
    let tied = [application("a", "Acme", "Bot"), agent("7", "Bot", &["Billing"])];
    for (name, level, admin) in
        [("Acme", "Read Only", "No"), ("Administrator", "Read Only", "Yes"), ("Acme", "Not set", "Yes")]
    {
        for basis in [LIVE, CHOSEN] {
            let other = rows(ScreenId::RolePermissions, "r", name, level, admin);
            let screens = [tied.to_vec(), vec![other]].concat();
            let report = report(&[acme()], &screens, basis);
            let found: Vec<_> = report.findings.iter().map(|f| f.outcome).collect();
            assert_eq!(found[1..3], [NotSeen, NotSeen], "{name}");
            assert!(!found.contains(&Excess), "{name}");
        }
    }
}

#[test]
fn another_role_of_the_agent_may_grant_what_one_lacks() {
    let three = ["Billing", "Support", "Projects"];
    let base = [
        application("a", "Acme", "Bot"),
        scopes("a", "Acme", "Yes"),
        agent("7", "Bot", &three),
        agent_rows("7", "Bot", "Not set"),
    ];
    let judged = |plan: &Plan, of: &[(&str, &str)]| {
        let roles = of.iter().map(|(name, level)| role_rows(&format!("id {name}"), name, level));
        let screens: Vec<Screen> = base.iter().cloned().chain(roles).collect();
        let finding = one(plan, &screens, LIVE);
        let evidence = Evidence::new(&plan.profile, &screens, LIVE);
        let effective = rights::matrix(&evidence).into_iter().find(|a| a.area == "items").unwrap().effective;
        (finding.outcome, finding.reason, effective)
    };
    let no = "No Access";
    for (requirement, lacking) in [(ROW, Missing), (ON_ROLE, Missing)] {
        let plan = vendor("Acme", "", &[requirement]);
        let open = (NotSeen, Some(Reason::OtherRoles), None);
        assert_eq!(judged(&plan, &[("Billing", no)]), open);
        assert_eq!(judged(&plan, &[("Billing", no), ("Support", no)]), open);
        let all = [("Billing", no), ("Support", no), ("Projects", no)];
        assert_eq!(judged(&plan, &all), (lacking, None, Some(Access::None)));
        assert_eq!(judged(&plan, &[("Billing", no), ("Support", "Read Only")]).0, Met);
    }
    // That an administrator is none is not known either before all were seen; that one is, is.
    let admin = vendor("Acme", "", &[ADMIN]);
    assert_eq!(judged(&admin, &[("Billing", no)]).0, NotSeen);
    let screens = [base.to_vec(), vec![rows(ScreenId::RolePermissions, "r", "Billing", no, "Yes")]].concat();
    assert_eq!(one(&admin, &screens, LIVE).outcome, Excess);
}

#[test]
fn agents_and_roles_are_known_by_the_vendors_name_as_long_as_nothing_says_otherwise() {
    let own = [agent_rows("7", "Acme API", "Read Only")];
    assert_eq!(outcomes(&acme(), &own, LIVE)[1], Met);
    let own = [role_rows("7", "API - Acme", "Read Only")];
    assert_eq!(outcomes(&acme(), &own, LIVE)[1], Met);
    for name in ["Administrator", "", "Acm"] {
        for other in [agent_rows("7", name, "Read Only"), role_rows("7", name, "Read Only")] {
            assert_eq!(outcomes(&acme(), &[other], LIVE)[1], NotSeen, "{name}");
        }
    }
}

/// A vendor with two ticket types, of which one must have the other's team.
fn types() -> Plan {
    let recognised = |id: &str, value: &str| {
        format!(
            r#"{{"id": "{id}", "name": "{id}", "recognised_by": {{"screen": "ticket-type.details",
                "field": "Project Hierarchy", "expect": {{"is": "{value}"}}}}}}"#
        )
    };
    let records = [recognised("project", "Projects"), recognised("task", "Project Tasks")].join(",");
    let team = ("ticket-type.defaults", "Team", r#"{"set": true}"#, r#", "record": "project""#);
    let same = r#"{"same_as": {"screen": "ticket-type.defaults", "field": "Team", "record": "project"}}"#;
    vendor("Acme", &records, &[team, ("ticket-type.defaults", "Team", same, r#", "record": "task""#)])
}

fn ticket_type(id: &str, hierarchy: Option<&str>, team: &str) -> [Screen; 2] {
    let hierarchy = hierarchy.map_or(Value::Empty, word);
    [
        page(ScreenId::TicketTypeDetails, id, "", &[("Project Hierarchy", hierarchy)]),
        page(ScreenId::TicketTypeDefaults, id, "", &[("Team", text(team))]),
    ]
}

#[test]
fn one_ticket_type_never_fills_two_parts_and_is_not_compared_with_itself() {
    let project = ticket_type("1", Some("Projects"), "A");
    let task = ticket_type("2", Some("Project Tasks"), "A");
    let plain = ticket_type("3", None, "A");
    assert_eq!(outcomes(&types(), &[project.clone(), task].concat(), LIVE), [Met, Met]);
    // The one that is left is the other one's only where a person chose the pages.
    let left = [project.clone(), plain.clone()].concat();
    assert_eq!(outcomes(&types(), &left, LIVE), [Met, NotSeen]);
    assert_eq!(outcomes(&types(), &left, CHOSEN), [Met, Met]);
    assert_eq!(outcomes(&types(), &project, CHOSEN), [Met, NotSeen]);
    assert_eq!(outcomes(&types(), &plain, LIVE), [NotSeen, NotSeen]);
    assert_eq!(outcomes(&types(), &plain, CHOSEN), [Met, NotSeen]);
    // Of two answers for one record, the last one holds.
    let both = [link("project", &plain[0]), link("task", &plain[0])];
    assert_eq!(outcomes(&types(), &plain, Basis { assigned: &both, ..LIVE }), [NotSeen, NotSeen]);
    let same = ("ticket-type.details", "Project Hierarchy");
    let itself = format!(r#"{{"same_as": {{"screen": "{}", "field": "{}"}}}}"#, same.0, same.1);
    let alone = vendor("Acme", "", &[(same.0, same.1, &itself, "")]);
    let finding = one(&alone, &project, CHOSEN);
    assert_eq!((finding.outcome, finding.reason), (Review, Some(Reason::SameRecord)));
}

#[test]
fn a_requirements_record_holds_on_permissions_tabs_too() {
    let named = |id: &str, name: &str| {
        format!(
            r#"{{"id": "{id}", "name": "{id}", "recognised_by": {{"screen": "application.details",
                "field": "Application Name", "expect": {{"is": "{name}"}}}}}}"#
        )
    };
    let records = [named("reader", "Acme read"), named("writer", "Acme write")].join(",");
    let of = |part: &'static str| (SCOPE.0, SCOPE.1, SCOPE.2, part);
    let plan = vendor("Acme", &records, &[of(r#", "record": "reader""#), of(r#", "record": "writer""#)]);
    let details =
        |id: &str, name: &str| page(ScreenId::ApplicationDetails, id, name, &[("Application Name", text(name))]);
    let screens =
        [details("1", "Acme read"), details("2", "Acme write"), scopes("1", "", "Yes"), scopes("2", "", "No")];
    for basis in [LIVE, CHOSEN] {
        assert_eq!(outcomes(&plan, &screens, basis), [Met, Missing]);
    }
}

#[test]
fn a_record_that_nothing_ties_is_previewed_and_asked_about_and_counts_for_nothing() {
    let plans = [acme()];
    let open = rows(ScreenId::AgentPermissions, "9", "Priya", "Not set", "Yes");
    let asked = |basis: Basis| {
        let question = Question { plans: &plans, basis, least_privilege: true, waivers: &[] };
        let screens = [open.clone()];
        let evidence = question.evidence(&screens);
        let found = audit::report(&question, &screens, &evidence);
        assert!(found.findings.iter().all(|f| f.outcome == NotSeen), "{found:?}");
        assert!(audit::marks(&found, &evidence, &open).is_empty());
        audit::preview(&question, &evidence, &screens, &open)
    };
    let (preview, marks) = asked(LIVE).unwrap();
    assert_eq!(preview.questions, [link("agent", &open)]);
    assert!(marks.iter().all(|m| m.provisional));
    let worst: Vec<_> = marks.iter().map(|m| m.outcome).collect();
    assert_eq!(worst, [Missing, Excess]);
    assert!(preview.findings.iter().all(|f| f.record.as_deref() == Some("Priya")));
    // Answered: it is not asked about again, and has no marks.
    let no = [link("agent", &open)];
    assert!(asked(Basis { rejected: &no, ..LIVE }).is_none());
    let other = [Link { record: record(RecordKind::Agent, "7", "Bot"), ..link("agent", &open) }];
    assert!(asked(Basis { assigned: &other, ..LIVE }).is_none());
}

/// Two agents whose names a person tells apart are two, however alike they are; case and blanks tell nobody apart.
#[test]
fn agents_with_names_that_are_almost_alike_are_two_agents() {
    let plan = vendor("Acme", "", &[ROW]);
    let screens = |login: &str, agent: &str| {
        [application("1", "Acme", login), scopes("1", "Acme", "Yes"), agent_rows("9", agent, "Read Only")]
    };
    for basis in [LIVE, CHOSEN] {
        for (login, agent) in [
            ("Moovila API", "Moovila API"),
            ("Moovila API", "  moovila\u{a0}api "),
            ("Tier–1 Client’s", "tier-1 client's"),
            ("R&D bot", "R & D bot"),
            ("***", "***"),
        ] {
            assert_eq!(outcomes(&plan, &screens(login, agent), basis), [Met], "{login} = {agent}");
        }
        for (login, agent) in [
            ("Moovila API", "Moovila-API"),
            ("C++", "C"),
            ("API (Test)", "API Test"),
            ("Bot_1", "Bot 1"),
            ("***", "!!!"),
        ] {
            assert_ne!(outcomes(&plan, &screens(login, agent), basis), [Met], "{login} is not {agent}");
        }
    }
}

/// A name that is typed into a form for a new record makes it none of the records that are there.
#[test]
fn a_new_record_is_not_the_one_whose_name_is_typed() {
    let plans = [vendor("Acme", "", &[ROW])];
    let saved = [application("1", "Acme", "Bot"), agent_rows("9", "Bot", "Read Only")];
    let outcome = |open: Screen| {
        let screens: Vec<Screen> = saved.iter().cloned().chain([open.clone()]).collect();
        let question = Question { plans: &plans, basis: LIVE, least_privilege: false, waivers: &[] };
        let evidence = question.evidence(&screens);
        let found = audit::report(&question, &screens, &evidence);
        (
            found.findings[0].outcome,
            !audit::marks(&found, &evidence, &open).is_empty(),
            evidence[0].counts(&open, "agent"),
        )
    };
    let open = |id: &str, mode| Screen { mode: Some(mode), ..agent_rows(id, "Bot", "No Access") };
    for new in ["", "-1"] {
        assert_eq!(outcome(open(new, Mode::Edit)), (Met, false, false), "{new}");
    }
    // The record itself, while it is edited, and a page of it without an address.
    assert_eq!(outcome(open("9", Mode::Edit)), (Missing, true, true));
    assert_eq!(outcome(Screen { exists: true, ..open("", Mode::Edit) }), (Missing, true, true));
    assert_eq!(outcome(open("", Mode::Read)), (Missing, true, true));
}

/// New agents and roles show their other tabs only after the first save: what has them is edited, not made.
#[test]
fn an_agent_or_role_with_all_its_tabs_is_not_new() {
    let is_new = |url: &str, tabs: &[&str], label: &str| {
        let tabs: String =
            tabs.iter().map(|tab| format!("<li role=tab aria-selected={}>{tab}</li>", *tab == "Details")).collect();
        let form = format!("<div class=row><label>{label}</label><input type=text value=Bot></div>");
        let open = support::read(
            &format!(
                "<div class=buttons-container><button>Save</button><button>Cancel</button></div><ul role=tablist>{tabs}</ul>{form}"
            ),
            url,
        );
        assert_eq!((open.status, open.mode), (Status::Read, Some(Mode::Edit)), "{url} {tabs}");
        open.is_new()
    };
    let agents = "https://demo.halopsa.com/config/agents/agents";
    let roles = "https://demo.halopsa.com/config/agents/roles";
    let types = "https://demo.halopsa.com/config/tickets/tickettype";
    let all = ["Details", "Permissions"];
    for (url, label) in [(agents, "Username"), (roles, "Role Name")] {
        assert!(is_new(url, &["Details"], label), "{url}");
        assert!(!is_new(url, &all, label), "{url}");
    }
    assert!(is_new(&format!("{roles}?id=-1"), &all, "Role Name"));
    assert!(!is_new(&format!("{roles}?id=5"), &["Details"], "Role Name"));
    // Some new ticket types have all their tabs at once.
    assert!(is_new(types, &["Details", "Field List"], "Ticket Type Name"));
}

/// What is typed into a form names nothing yet; the same record is asked about once it is saved.
#[test]
fn a_record_that_is_being_made_is_previewed_and_not_asked_about() {
    let plans = [acme()];
    let question = Question { plans: &plans, basis: LIVE, least_privilege: false, waivers: &[] };
    for (id, mode, asked) in
        [("-1", Mode::Edit, 0), ("", Mode::Edit, 0), ("", Mode::Read, 1), ("9", Mode::Edit, 1), ("9", Mode::Read, 1)]
    {
        let open = Screen { mode: Some(mode), ..rows(ScreenId::AgentPermissions, id, "Pri", "Not set", "Yes") };
        let screens = [open.clone()];
        let (preview, marks) = audit::preview(&question, &question.evidence(&screens), &screens, &open).unwrap();
        assert_eq!(preview.questions.len(), asked, "{id} {mode:?}");
        assert!(!marks.is_empty() && marks.iter().all(|m| m.provisional), "{id} {mode:?}");
    }
}

#[test]
fn what_is_asked_of_no_record_of_a_kind_is_not_asked_about() {
    let plans = [vendor("Acme", "", &[SCOPE])];
    let question = Question { plans: &plans, basis: LIVE, least_privilege: false, waivers: &[] };
    for open in [agent_rows("9", "Priya", "No Access"), role_rows("9", "Administrator", "No Access")] {
        let screens = [open.clone()];
        assert!(audit::preview(&question, &question.evidence(&screens), &screens, &open).is_none());
    }
}

#[test]
fn one_vendors_scopes_are_not_marked_on_the_other_vendors_application() {
    let other = vendor("Acme Cloud", "", &[SCOPE, ROW]);
    let plans = [acme(), other];
    let question = |basis| Question { plans: &plans, basis, least_privilege: false, waivers: &[] };
    for (name, own) in [("Acme Cloud API", "acme-cloud/r0"), ("Acme", "acme/r0")] {
        for basis in [LIVE, CHOSEN] {
            let screens = [scopes("a", name, "No")];
            let evidence = question(basis).evidence(&screens);
            let found = audit::report(&question(basis), &screens, &evidence);
            let marks = audit::marks(&found, &evidence, &screens[0]);
            let marked: Vec<_> = marks.iter().flat_map(|m| &m.findings).collect();
            assert_eq!(marked, [own], "{name}");
            assert!(audit::preview(&question(basis), &evidence, &screens, &screens[0]).is_none(), "{name}");
        }
    }
}

/// Any page of a record that nothing ties to Acme's integration: its agent and application are known.
fn stranger() -> impl Strategy<Value = Screen> {
    let name = prop::sample::select(vec!["Priya", "Administrator", "Web", "", "Acm", "Other Role"]);
    let id = prop::sample::select(vec!["x", "y", "z"]);
    let level = prop::sample::select(vec!["Read Only", "No Access", "Read and Modify"]);
    let admin = prop::sample::select(vec!["Yes", "No"]);
    (0..6, id, name, level, admin).prop_map(|(kind, id, name, level, admin)| match kind {
        0 => application(id, name, "Priya"),
        1 => scopes(id, name, if admin == "Yes" { "No" } else { "Yes" }),
        2 => agent(id, name, &["Administrator"]),
        3 => rows(ScreenId::AgentPermissions, id, name, level, admin),
        4 => rows(ScreenId::RolePermissions, id, name, level, admin),
        _ => page(ScreenId::RoleDetails, id, name, &[("Role Name", text(name))]),
    })
}

proptest! {
    #[test]
    fn pages_of_a_record_that_nothing_ties_change_no_finding(
        own in prop::collection::vec(any::<bool>(), 5), strangers in prop::collection::vec(stranger(), 1..5), first in any::<bool>(),
    ) {
        let tied = [
            application("a", "Acme", "Acme API"),
            agent("7", "Acme API", &["Billing", "Acme"]),
            scopes("a", "Acme", "No"),
            agent_rows("7", "Acme API", "Not set"),
            role_rows("r", "Billing", "Read Only"),
        ];
        // The application is there: without it, an agent with the vendor's name counts.
        let tied: Vec<Screen> = tied.into_iter().zip(&own).enumerate().filter(|(at, (_, keep))| *at == 0 || **keep).map(|(_, (s, _))| s).collect();
        let all = if first { [strangers, tied.clone()].concat() } else { [tied.clone(), strangers].concat() };
        let plans = [acme()];
        let (before, after) = (report(&plans, &tied, LIVE), report(&plans, &all, LIVE));
        prop_assert_eq!(before.findings, after.findings);
        prop_assert_eq!(before.summary, after.summary);
    }
}

#[test]
fn a_waiver_holds_up_to_and_with_its_last_day() {
    let until = |day: Option<&str>| preflight::report::Waiver {
        finding: "all-teams".into(),
        reason: "Teams are listed one by one.".into(),
        until: day.map(Into::into),
    };
    for (day, holds) in [("2030-01-30", true), ("2030-01-31", true), ("2030-02-01", false), ("2031-01-01", false)] {
        assert_eq!(until(Some("2030-01-31")).holds_on(day), holds, "{day}");
        assert!(until(None).holds_on(day));
    }
}
