#![allow(clippy::expect_used, reason = "a test fails by panicking")]

use proptest::prelude::*;

use super::{Access, Area, access_of, areas, combined, effective, one, row_of};
use crate::html;
use crate::reader::{self, Screen};

const NONE: Option<Access> = Some(Access::None);
const READ: Option<Access> = Some(Access::Read);
const EDIT: Option<Access> = Some(Access::Edit);

fn access() -> impl Strategy<Value = Access> {
    prop::sample::select(vec![Access::None, Access::Read, Access::Edit])
}

fn layer() -> impl Strategy<Value = Option<Access>> {
    prop::option::of(access())
}

proptest! {
    #[test]
    fn granting_more_never_loses_a_right(
        scope in access(), agent in access(), roles in prop::collection::vec(access(), 0..4), admin in any::<bool>(),
        more in access(), more_scope in access(),
    ) {
        let before = effective(scope, agent, &roles, admin);
        let mut with_role = roles.clone();
        with_role.push(more);
        prop_assert!(effective(scope, agent, &with_role, admin) >= before);
        prop_assert!(effective(scope, agent.max(more), &roles, admin) >= before);
        prop_assert!(effective(scope.max(more_scope), agent, &roles, admin) >= before);
        prop_assert!(effective(scope, agent, &roles, true) >= before);
    }

    #[test]
    fn the_order_of_the_roles_does_not_matter(
        scope in access(), agent in access(), roles in Just(vec![Access::None, Access::Read, Access::Edit, Access::Read]).prop_shuffle(),
    ) {
        prop_assert_eq!(effective(scope, agent, &roles, false), effective(scope, agent, &[Access::Edit], false));
    }

    #[test]
    fn an_application_without_scopes_may_nothing(agent in access(), roles in prop::collection::vec(access(), 0..4), admin in any::<bool>()) {
        prop_assert_eq!(effective(Access::None, agent, &roles, admin), Access::None);
    }

    #[test]
    fn a_scope_caps_what_the_agent_may(scope in access(), agent in access(), roles in prop::collection::vec(access(), 0..4), admin in any::<bool>()) {
        prop_assert!(effective(scope, agent, &roles, admin) <= scope);
    }

    /// What is said of the whole holds whatever the layers show that were not seen; and where every completion comes to
    /// the same, it is said.
    #[test]
    fn a_layer_that_was_not_seen_changes_nothing_that_is_said(
        scope in layer(), agent in layer(), roles in prop::option::of(prop::collection::vec(access(), 1..3)), admin in any::<bool>(),
    ) {
        let all = [Access::None, Access::Read, Access::Edit];
        let fill = |layer: Option<Access>| layer.map_or(all.to_vec(), |one| vec![one]);
        let of_roles = roles.clone().map_or_else(|| all.iter().map(|one| vec![*one]).collect(), |known| vec![known]);
        let mut outcomes = Vec::new();
        for scope in fill(scope) {
            for agent in fill(agent) {
                outcomes.extend(of_roles.iter().map(|roles| effective(scope, agent, roles, admin)));
            }
        }
        let is_certain = outcomes.iter().all(|o| Some(o) == outcomes.first());
        let expected = outcomes.first().copied().filter(|_| is_certain);
        prop_assert_eq!(combined(scope, agent, roles.as_deref(), admin), expected);
    }
}

#[test]
fn scopes_stand_for_rows() {
    assert_eq!(row_of("edit:tickets"), Some(("Tickets Access Level", Access::Edit)));
    assert_eq!(row_of("editMine:timesheets"), Some(("Timesheets Access Level", Access::Edit)));
    assert_eq!(row_of("read:customers"), Some(("Clients Access Level", Access::Read)));
    for none in ["all:teams", "admin:webhooks", "access:chat", "admin", "read:software"] {
        assert_eq!(row_of(none), None, "{none}");
    }
}

#[test]
fn a_level_grants_to_read_or_to_change() {
    for (row, value, access) in [
        ("Tickets Access Level", "Read Only", READ),
        ("Tickets Access Level", "Read and Modify", EDIT),
        ("Tickets Access Level", "No Access", None),
        ("Clients Access Level", "View (Names Only)", READ),
        ("Invoices Access Level", "Read and Create", EDIT),
        ("Distribution Lists Access Level", "Read and Send", EDIT),
        ("Knowledge Base Access Level", "Read, Modify and Delete", EDIT),
        // Rows that stand for no area of scopes.
        ("Can Delete Tickets", "Yes", None),
        ("Services Access Level", "Read and Modify", None),
    ] {
        assert_eq!(access_of(row, value), access, "{row}: {value}");
    }
}

fn screen(path: &str, rows: &[(&str, &str)]) -> Screen {
    let row = |(label, value): &(&str, &str)| {
        format!("<div class=row><label>{label}</label><div class=read-value>{value}</div></div>")
    };
    let rows: String = rows.iter().map(row).collect();
    let page = format!("<html><body><div class=app-container>{rows}</div></body></html>");
    let url = format!("https://demo.halopsa.com/config/{path}");
    let snapshot = html::snapshot(page.as_bytes(), Some(&url)).expect("a page");
    reader::read(&snapshot, path).expect("a sound snapshot")
}

const APPLICATION: &str = "integrations/api/applications?id=7d2f";
const AGENT: &str = "agents/agents?agentid=7";
const ROLE: &str = "agents/roles?id=11aa";

fn area<'a>(areas: &'a [Area], name: &str) -> &'a Area {
    areas.iter().find(|a| a.area == name).expect("the area was seen")
}

#[test]
fn a_scope_is_known_once_all_that_include_it_were_seen() {
    for (rows, expected) in [
        (&[("read:items", "Yes"), ("edit:items", "No")][..], READ),
        (&[("read:items", "No"), ("edit:items", "Yes")], EDIT),
        (&[("read:items", "No"), ("edit:items", "No")], NONE),
        (&[("read:items", "No"), ("edit:items", "Not set")], NONE),
        (&[("read:items", "Yes"), ("edit:crm", "No")], None),
        (&[("edit:items", "No"), ("edit:crm", "No")], None),
        (&[("read:items", "Yes"), ("edit:items", "No"), ("all", "Yes")], EDIT),
        (&[("read:items", "Yes"), ("edit:items", "Pending")], None),
    ] {
        let application = screen(APPLICATION, rows);
        let areas = areas(Some(&application), None, &[], false);
        let own = areas.iter().find(|a| a.area == "items").and_then(|a| a.scope);
        assert_eq!(own, expected, "{rows:?}");
    }
    // Whether `all:standard` covers reporting, nobody has tried.
    let rows = [("read:reporting", "No"), ("edit:reporting", "No"), ("all:standard", "Yes")];
    let application = screen(APPLICATION, &rows);
    assert!(areas(Some(&application), None, &[], false).iter().all(|a| a.area != "reporting"));
}

#[test]
fn each_area_shows_its_layers_and_what_remains_of_them() {
    let scopes = [("read:items", "Yes"), ("edit:items", "Yes"), ("read:crm", "Yes"), ("edit:crm", "No")];
    let application = screen(APPLICATION, &scopes);
    let agent = screen(AGENT, &[("Items Access Level", "Read Only"), ("CRM Access Level", "Read and Modify")]);
    let weak = screen(ROLE, &[("Items Access Level", "Not set"), ("CRM Access Level", "No Access")]);
    let strong = screen(ROLE, &[("Items Access Level", "Read and Modify"), ("CRM Access Level", "3")]);
    let both = areas(Some(&application), Some(&agent), &[&weak, &strong], false);
    let items = area(&both, "items");
    assert_eq!((items.scope, items.agent, items.role, items.effective), (EDIT, READ, EDIT, EDIT));
    assert_eq!(items.row, "Items Access Level");
    // A number tells nothing; what the agent has by itself is enough here.
    let crm = area(&both, "crm");
    assert_eq!((crm.scope, crm.agent, crm.role, crm.effective), (READ, EDIT, None, READ));
    assert_eq!(both.len(), 2, "nothing was seen of the other areas");
    let of_roles = areas(None, None, &[&weak], false);
    assert_eq!(of_roles.len(), 2);
    assert_eq!((area(&of_roles, "items").role, area(&of_roles, "items").effective), (NONE, None));
    assert_eq!(areas(Some(&application), None, &[], false).len(), 2);
    assert_eq!(areas(None, Some(&agent), &[], false).len(), 2);
    let alone = areas(Some(&application), Some(&agent), &[&weak], false);
    assert_eq!(area(&alone, "items").effective, READ);
}

#[test]
fn an_administrator_may_what_the_scopes_let_through() {
    let application = screen(APPLICATION, &[("read:items", "Yes"), ("edit:items", "No")]);
    let rows = |admin| [("Is a HaloPSA Administrator", admin), ("Items Access Level", "No Access")];
    for (agent, role, expected) in [("Yes", "No", READ), ("No", "Yes", READ), ("No", "No", NONE)] {
        let (agent, role) = (screen(AGENT, &rows(agent)), screen(ROLE, &rows(role)));
        let areas = areas(Some(&application), Some(&agent), &[&role], false);
        assert_eq!(area(&areas, "items").effective, expected, "{agent:?} {role:?}");
    }
}

#[test]
fn of_several_screens_none_is_the_one() {
    let agent = screen(AGENT, &[("Items Access Level", "Read Only")]);
    assert_eq!(one(&[&agent]), Some(&agent));
    assert_eq!(one(&[&agent, &agent]), None);
    assert_eq!(one(&[]), None);
}
