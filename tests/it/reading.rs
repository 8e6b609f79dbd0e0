//! What Halo's markup can look like, variant by variant (docs/halo/facts.md), and what is read of it.

use crate::support::{AGENT, APPLICATION, ROLE, read, value, word};
use preflight::reader::{Mode, Screen, Status, Value};
use preflight::vocabulary::ScreenId;

/// Scopes around the one in question, so that the page is one.
fn scopes(row: &str) -> Screen {
    let other = "<div><label>read:crm</label><div class=\"read-value\">No</div></div>";
    read(&format!("<section>{other}</section>{row}<section>{}</section>", other.replace("crm", "kb")), APPLICATION)
}

#[test]
fn a_scope_is_read_in_every_markup_that_it_may_have() {
    for (what, on, off) in [
        (
            "read text",
            "<div class=row><label for=input-field-for-x>read:tickets</label><div class=read-value title=Yes>Yes</div></div>",
            "<div class=row><label>read:tickets</label><div class=read-value title=No>No</div></div>",
        ),
        (
            "noedit text",
            "<div><label>read:tickets</label><div class=noedit-value>Yes</div></div>",
            "<div><label>read:tickets</label><div class=noedit-value>No</div></div>",
        ),
        (
            "label for, box first",
            "<div><input type=checkbox id=a checked><label for=a>read:tickets</label></div>",
            "<div><input type=checkbox id=a><label for=a>read:tickets</label></div>",
        ),
        (
            "label for, box last",
            "<div><label for=a>read:tickets</label><input type=checkbox id=a checked></div>",
            "<div><label for=a>read:tickets</label><input type=checkbox id=a></div>",
        ),
        (
            "label wraps the box",
            "<div><label><input type=checkbox checked> read:tickets</label></div>",
            "<div><label><input type=checkbox> read:tickets</label></div>",
        ),
        (
            "box after its label",
            "<div><label>read:tickets</label><span><input type=checkbox checked></span></div>",
            "<div><label>read:tickets</label><span><input type=checkbox></span></div>",
        ),
        (
            "box before its label",
            "<div><span><input type=checkbox checked></span><label>read:tickets</label></div>",
            "<div><span><input type=checkbox></span><label>read:tickets</label></div>",
        ),
        (
            "role checkbox",
            "<div><label id=l>read:tickets</label><span role=checkbox aria-checked=true aria-labelledby=l></span></div>",
            "<div><label id=l>read:tickets</label><span role=checkbox aria-checked=false aria-labelledby=l></span></div>",
        ),
        (
            "aria-label",
            "<div><span role=switch aria-checked=true aria-label=read:tickets></span></div>",
            "<div><span role=switch aria-checked=false aria-label=read:tickets></span></div>",
        ),
        (
            "table row",
            "<table><tr><td>read:tickets</td><td>Yes</td></tr></table>",
            "<table><tr><td>read:tickets</td><td>No</td></tr></table>",
        ),
        (
            "table row with a box",
            "<table><tr><td>read:tickets</td><td><input type=checkbox checked></td></tr></table>",
            "<table><tr><td>read:tickets</td><td><input type=checkbox></td></tr></table>",
        ),
        (
            "neighbouring columns",
            "<div class=row><div class=col-md-6><label>read:tickets</label></div><div class=col-md-6><div class=read-value>Yes</div></div></div>",
            "<div class=row><div class=col-md-6><label>read:tickets</label></div><div class=col-md-6><div class=read-value>No</div></div></div>",
        ),
        (
            "react-select",
            "<div><label>read:tickets</label><div class=Select__control><div class=Select__single-value>Yes</div><input id=react-select-3-input></div></div>",
            "<div><label>read:tickets</label><div class=Select__control><div class=Select__single-value>No</div><input id=react-select-3-input></div></div>",
        ),
        (
            "switch",
            "<div><label>read:tickets</label><div class=switches><button style='background: rgb(47, 53, 94)'>Yes</button><button>No</button></div></div>",
            "<div><label>read:tickets</label><div class=switches><button>Yes</button><button style='background: rgb(47, 53, 94)'>No</button></div></div>",
        ),
        (
            "native select",
            "<div><label>read:tickets</label><select><option>No</option><option selected>Yes</option></select></div>",
            "<div><label>read:tickets</label><select><option>No</option><option>Yes</option></select></div>",
        ),
        (
            "other spelling",
            "<div><label>Read: Tickets *</label><div class=read-value>YES</div></div>",
            "<div><label>tickets.read</label><div class=read-value>no</div></div>",
        ),
    ] {
        assert_eq!(value(&scopes(on), "read:tickets"), Some(word("Yes")), "{what}");
        assert_eq!(value(&scopes(off), "read:tickets"), Some(word("No")), "{what}");
    }
}

#[test]
fn boxes_and_labels_in_one_row_belong_together_by_their_order() {
    let boxes_first = "<div><input type=checkbox checked><label>read:tickets</label><input type=checkbox><label>edit:tickets</label></div>";
    let labels_first = "<div><label>read:tickets</label><input type=checkbox checked><label>edit:tickets</label><input type=checkbox></div>";
    for page in [boxes_first, labels_first] {
        let screen = read(page, APPLICATION);
        assert_eq!(value(&screen, "read:tickets"), Some(word("Yes")), "{page}");
        assert_eq!(value(&screen, "edit:tickets"), Some(word("No")), "{page}");
    }
}

/// A row of the Permissions tab in read mode.
fn row(label: &str, value: &str) -> String {
    format!(
        "<div class=row><div class='col-md-12 inline nopad'><label for=input-field-for-Tx>{label}</label>{value}</div></div>"
    )
}

fn permission(value_markup: &str) -> Option<Value> {
    let page = format!(
        "{}{}",
        row("Tickets Access Level", value_markup),
        row("Can add new Tickets", "<div class=read-value>Yes</div>")
    );
    value(&read(&page, ROLE), "Tickets Access Level")
}

#[test]
fn a_permission_row_is_read_in_every_form_that_its_value_may_have() {
    for (markup, expected) in [
        ("<div class=read-value title='Read Only'>Read Only</div>", Some(word("Read Only"))),
        ("<div class=read-value>read only</div>", Some(word("Read Only"))),
        ("<div class=read-value title='Read and Modify'>Read and…</div>", Some(word("Read and Modify"))),
        ("<div class=read-value title='Read and Modify'></div>", Some(word("Read and Modify"))),
        ("<div class=noedit-value>No Access</div>", Some(word("No Access"))),
        ("<div class=read-value>Not set</div>", Some(Value::Empty)),
        ("<div class=read-value></div>", Some(Value::Empty)),
        ("<div class=read-value>3</div>", Some(Value::Number("3".into()))),
        ("<div class=read-value>Alles</div>", Some(Value::Text("Alles".into()))),
        (
            "<div class=read-value title='Read and Modify'>Read Only</div>",
            Some(Value::Conflict(vec!["Read Only".into(), "Read and Modify".into()])),
        ),
        (
            "<div class=read-value>Read Only</div><div class=read-value hidden>Read and Modify</div>",
            Some(word("Read Only")),
        ),
        ("<div class=Select__control><div class=Select__single-value>Read Only</div></div>", Some(word("Read Only"))),
        (
            "<div class='css-1-control'><div class='css-2-singleValue'>Read Only</div><input id=react-select-9-input></div>",
            Some(word("Read Only")),
        ),
        ("<div class=Select__control><div class=Select__placeholder>Select...</div></div>", Some(Value::Empty)),
        (
            "<div class=Select__control><div class=Select__single-value>Read Only</div></div><div class=Select__menu><div class=Select__option>Read and Modify</div></div>",
            Some(word("Read Only")),
        ),
        (
            "<div class=Select__control><div class=Select__single-value>Read Only</div></div><div class=help>Includes access to notes.</div>",
            Some(word("Read Only")),
        ),
        ("", None),
    ] {
        assert_eq!(permission(markup), expected, "{markup}");
    }
}

#[test]
fn labels_are_known_in_the_terms_of_the_tenant() {
    for (label, field) in [
        ("Customers Access Level", "Clients Access Level"),
        ("Products Access Level", "Items Access Level"),
        ("Customer Agreements Access Level", "Client Contracts Access Level"),
        ("Customer Contracts Access Level", "Client Contracts Access Level"),
        ("Quotes Access Level", "Quotations Access Level"),
        ("Allow use of all Customers", "Allow use of all Clients"),
        ("Is a HaloITSM Administrator", "Is a HaloPSA Administrator"),
        ("Can change a Ticket’s Ticket Type", "Can change a Ticket's Ticket Type"),
        ("Can Remove Tickets", "Can Delete Tickets"),
        ("* Can add new tickets", "Can add new Tickets"),
    ] {
        let screen = read(
            &format!(
                "{}{}",
                row(label, "<div class=read-value>No</div>"),
                row("Can export tickets", "<div class=read-value>Yes</div>")
            ),
            ROLE,
        );
        let reading = screen.reading(field).unwrap_or_else(|| panic!("{label} is not {field}"));
        assert_eq!(reading.label, label);
    }
}

#[test]
fn what_other_extensions_put_into_a_label_does_not_count() {
    let page = row("Tickets Access Level<span class=badge>CF_123</span>", "<div class=read-value>Read Only</div>");
    assert_eq!(
        value(
            &read(&(page + &row("Can add new Tickets", "<div class=read-value>Yes</div>")), ROLE),
            "Tickets Access Level"
        ),
        Some(word("Read Only"))
    );
}

#[test]
fn a_stale_hidden_copy_loses() {
    let rows = |v: &str| {
        row("Tickets Access Level", &format!("<div class=read-value>{v}</div>"))
            + &row("Can add new Tickets", "<div class=read-value>Yes</div>")
    };
    let page = format!(
        "<div class=details-group style='display: none'>{}</div><div class=details-group>{}</div>",
        rows("Read and Modify"),
        rows("Read Only")
    );
    assert_eq!(value(&read(&page, ROLE), "Tickets Access Level"), Some(word("Read Only")));
    let only_stale = format!(
        "<div hidden>{}</div>{}",
        row("Tickets Access Level", "<div class=read-value>Read Only</div>"),
        row("Can add new Tickets", "<div class=read-value>Yes</div>")
    );
    assert_eq!(value(&read(&only_stale, ROLE), "Tickets Access Level"), None);
}

#[test]
fn two_visible_values_for_one_field_are_a_conflict_and_equal_ones_are_not() {
    let page = |second: &str| {
        row("Tickets Access Level", "<div class=read-value>Read Only</div>")
            + &row("Tickets Access Level", &format!("<div class=read-value>{second}</div>"))
    };
    assert_eq!(value(&read(&page("Read Only"), ROLE), "Tickets Access Level"), Some(word("Read Only")));
    assert!(matches!(value(&read(&page("Read and Modify"), ROLE), "Tickets Access Level"), Some(Value::Conflict(_))));
}

fn tabs(names: &[&str], selected: &str, family: &str) -> String {
    names
        .iter()
        .map(|name| match (family, *name == selected) {
            ("react-tabs", true) => {
                format!("<li class='react-tabs__tab react-tabs__tab--selected'>{name}</li>")
            }
            ("react-tabs", false) => format!("<li class=react-tabs__tab>{name}</li>"),
            ("tabsheet", true) => format!("<div class='tabsheet tabselected'>{name}</div>"),
            ("tabsheet", false) => format!("<div class=tabsheet>{name}</div>"),
            ("pill", on) => format!("<button role=tab aria-selected={on}>{name}</button>"),
            (_, true) => {
                format!("<div class=tab-container><div class='tab tabactive'>{name}</div></div>")
            }
            (_, false) => format!("<div class=tab-container><div class=tab>{name}</div></div>"),
        })
        .collect()
}

const ROLE_TABS: [&str; 5] = ["Details", "Preferences", "Departments & Teams", "Permissions", "Access Control"];

/// The app's own tabs stand in the navigation, and a dialog may have some.
#[test]
fn the_tab_to_click_is_the_records() {
    let tab = |page: &str| {
        let page = format!("<!doctype html><body><div class=app-container>{page}</div>");
        let page = preflight::html::snapshot(page.as_bytes(), Some(ROLE)).unwrap();
        let tab = preflight::reader::Controls::of(&page).unwrap().tab("Permissions");
        tab.map(|node| page.attrs.node.iter().zip(&page.attrs.value).any(|(n, id)| *n == node && id == "own"))
    };
    let own = "<div class=tab-container><div class=tab id=own>Permissions</div></div>";
    for other in [
        "<div class=nhd-nav><div class=tab-container><div class='tab tabactive'>Permissions</div></div></div>",
        "<nav><div role=tab aria-selected=true>Permissions</div></nav>",
        "<div role=dialog><div role=tab>Permissions</div></div>",
    ] {
        assert_eq!(tab(&format!("{other}{own}")), Some(true), "{other}");
        assert_eq!(tab(&format!("{own}{other}")), Some(true), "{other}");
        assert_eq!(tab(other), None, "{other}");
    }
}

#[test]
fn agent_and_role_are_told_apart_without_an_address() {
    let rows = row("Tickets Access Level", "<div class=read-value>Read Only</div>")
        + &row("Can add new Tickets", "<div class=read-value>Yes</div>");
    for family in ["react-tabs", "tabsheet", "pill", "tab-container"] {
        let role = read(&(tabs(&ROLE_TABS, "Permissions", family) + &rows), "");
        assert_eq!(role.id, Some(ScreenId::RolePermissions), "{family}");
        let agent = read(&(tabs(&ROLE_TABS[..4], "Permissions", family) + &rows), "");
        assert_eq!(agent.id, Some(ScreenId::AgentPermissions), "{family}");
    }
    let agent = read(&format!("<button>Impersonate Agent</button>{rows}"), "");
    assert_eq!(agent.id, Some(ScreenId::AgentPermissions));
    let either = read(&rows, "");
    assert_eq!((either.status, either.id), (Status::Read, None));
    assert_eq!(either.candidates, [ScreenId::RolePermissions, ScreenId::AgentPermissions]);
}

#[test]
fn fields_under_another_tab_are_not_believed() {
    let fields = row("Role Name", "<div class=read-value>Sync</div>")
        + &row("Agents that have this Role", "<div class=read-value>A</div>");
    for family in ["react-tabs", "tabsheet", "pill", "tab-container"] {
        let under = |selected: &str| read(&(tabs(&ROLE_TABS, selected, family) + &fields), ROLE);
        assert_eq!(under("Details").id, Some(ScreenId::RoleDetails), "{family}");
        assert_eq!(under("").id, Some(ScreenId::RoleDetails), "{family}: none is selected");
        assert_eq!(under("Permissions").status, Status::StillLoading, "{family}");
        assert_eq!(under("Access Control").status, Status::StillLoading, "{family}");
        let own = tabs(&["Details", "Permissions", "Handover"], "Handover", family) + &fields;
        assert_eq!(read(&own, ROLE).status, Status::NotAConfigurationScreen, "{family}");
        // A page tab of the app itself is none of a record's.
        let app = format!("<div class=nhd-nav>{}</div>", tabs(&["New Tab"], "New Tab", "tab-container"));
        assert_eq!(read(&(app + &tabs(&ROLE_TABS, "Details", family) + &fields), ROLE).id, Some(ScreenId::RoleDetails));
    }
    let twice = "<ul class=react-tabs__tab-list><li class='react-tabs__tab' aria-selected=true>Permissions</li>\
                 <li class='react-tabs__tab react-tabs__tab--selected'>Details</li></ul>";
    assert_eq!(read(&(twice.to_owned() + &fields), ROLE).status, Status::StillLoading);
}

#[test]
fn the_mode_is_told_by_toolbar_and_controls() {
    let text = row("Tickets Access Level", "<div class=read-value>Read Only</div>")
        + &row("Can add new Tickets", "<div class=read-value>Yes</div>");
    let select = |v: &str| format!("<div class=Select__control><div class=Select__single-value>{v}</div></div>");
    let controls = row("Tickets Access Level", &select("Read Only"))
        + &row("Can add new Tickets", &select("Yes"))
        + &row("Suppliers Access Level", "<div class=noedit-value>No Access</div>");
    assert_eq!(read(&format!("<button>Edit</button>{text}"), ROLE).mode, Some(Mode::Read));
    assert_eq!(read(&text, ROLE).mode, Some(Mode::Read));
    assert_eq!(
        read(&format!("<button title=Save></button><button>Cancel</button>{controls}"), ROLE).mode,
        Some(Mode::Edit)
    );
    assert_eq!(read(&controls, ROLE).mode, Some(Mode::Edit));
}

#[test]
fn a_record_has_its_id_from_the_address_and_its_name_from_the_page() {
    let page = row("Application Name", "<div class=read-value>Sync</div>")
        + &row("Login Type", "<div class=read-value>Agent</div>");
    let record = read(&page, APPLICATION).record.unwrap();
    assert_eq!((record.id.as_deref(), record.name.as_deref()), (Some("7d2f"), Some("Sync")));
    let page = format!(
        "<div class=details_page_title>Sync role</div>{}",
        row("Can add new Tickets", "<div class=read-value>Yes</div>")
    );
    assert_eq!(read(&page, ROLE).record.unwrap().name.as_deref(), Some("Sync role"));
}

#[test]
fn lists_are_read_as_chips_and_as_text() {
    let list = |markup: &str| {
        value(&read(&(row("Roles", markup) + &row("Username", "<div class=read-value>Sync</div>")), AGENT), "Roles")
    };
    let both = Some(Value::List(vec!["Administrator".into(), "Sync role".into()]));
    assert_eq!(list("<div class=read-value><span>Administrator</span><span>Sync role</span></div>"), both);
    let one = |name: &str| Some(Value::List(vec![name.into()]));
    assert_eq!(list("<div class=read-value>Administrator</div>"), one("Administrator"));
    // Elements separate entries; a comma may belong to a name.
    assert_eq!(
        list("<div class=read-value>Administrator, Sync role</div>"),
        Some(Value::Text("Administrator, Sync role".into()))
    );
    assert_eq!(
        list("<div class=Select__control><div class=Select__multi-value__label>Smith, John</div></div>"),
        one("Smith, John")
    );
    assert_eq!(
        list(
            "<div class=Select__control><div class=Select__multi-value><div class=Select__multi-value__label>Administrator</div><div class=Select__multi-value__remove></div></div><div class=Select__multi-value><div class=Select__multi-value__label>Sync role</div></div></div>"
        ),
        both
    );
    assert_eq!(list("<div class=read-value>Not set</div>"), Some(Value::List(Vec::new())));
    assert_eq!(list(""), Some(Value::List(Vec::new())));
}

#[test]
fn secrets_are_never_read() {
    let page = row("Client Secret", "<div class=read-value>hunter2hunter2</div>")
        + &row("Login Type", "<div class=read-value>Agent</div>")
        + &row("Client ID", "<div class=read-value>7d2f0c4e-51ab-4e0a-9c3d-0123456789ab</div>");
    let screen = read(&page, APPLICATION);
    assert!(screen.reading("Client Secret").is_none());
    assert_eq!(value(&screen, "Client ID"), Some(Value::Withheld));
    assert!(!format!("{screen:?}").contains("hunter2") && !format!("{screen:?}").contains("51ab"));
}

#[test]
fn what_is_no_screen_says_so() {
    for (what, page, url, expected) in [
        (
            "another product",
            "<form><label>Name</label><input value=x><label>Colour</label><input></form>",
            "https://example.org/settings",
            Status::NotAConfigurationScreen,
        ),
        (
            "a ticket",
            "<div class=nhd-nav></div><div class=summary-header><label>Summary</label><div class=read-value>Printer</div></div>",
            "https://demo.halopsa.com/tickets?id=7",
            Status::NotAConfigurationScreen,
        ),
        (
            "a ticket with familiar labels",
            "<div class=nhd-nav></div><label>Team</label><div class=read-value>A</div><label>Priority</label><div class=read-value>P1</div>",
            "https://demo.halopsa.com/ticket?id=7",
            Status::NotAConfigurationScreen,
        ),
        (
            "the record before",
            "<div><label>read:crm</label><div class=read-value>Yes</div></div><div><label>read:kb</label><div class=read-value>Yes</div></div>",
            ROLE,
            Status::StillLoading,
        ),
        (
            "the list of roles",
            "<div class=ReactTable><div class=rt-thead><div class=rt-th>Role Name</div><div class=rt-th><input></div></div><div class=rt-tr-group id=0001><div class=rt-td>Administrator</div></div></div>",
            "https://demo.halopsa.com/config/agents/roles",
            Status::NotAConfigurationScreen,
        ),
        (
            "the loader",
            "<div class=application-loader></div><div class=details-group style='display:none'><label>read:crm</label><div class=read-value>Yes</div></div>",
            APPLICATION,
            Status::StillLoading,
        ),
        (
            "only the menu",
            "<a href=/config/agents/agents>Agents</a><a href=/config/agents/roles>Roles</a>",
            ROLE,
            Status::StillLoading,
        ),
    ] {
        assert_eq!(read(page, url).status, expected, "{what}");
    }
}

#[test]
fn a_page_without_address_and_frame_is_known_by_what_only_halo_has() {
    let bare = |body: &str| {
        let page = format!("<!doctype html><html><body>{body}</body></html>");
        let snapshot = preflight::html::snapshot(page.as_bytes(), None).unwrap();
        preflight::reader::read(&snapshot, "page").unwrap()
    };
    let box_for = |scope: &str| format!("<div><label><input type=checkbox> {scope}</label></div>");
    let scopes = bare(&(box_for("read:tickets") + &box_for("edit:tickets")));
    assert_eq!((scopes.status, scopes.id), (Status::Read, Some(ScreenId::ApplicationPermissions)));
    let users = "<div><label>Username</label><input value=x></div><div><label>Roles</label><input value=y></div>";
    assert_eq!(bare(users).status, Status::NotAConfigurationScreen);
}

#[test]
fn another_language_is_not_recognised_and_nothing_is_read() {
    let dutch = tabs(&["Details", "Voorkeuren", "Afdelingen en teams", "Machtigingen"], "Machtigingen", "react-tabs")
        + &row("Toegangsniveau tickets", "<div class=read-value>Alleen lezen</div>")
        + &row("Kan nieuwe tickets toevoegen", "<div class=read-value>Ja</div>")
        + &row("Kan gesloten tickets bewerken", "<div class=read-value>Nee</div>")
        + &row("Kan tickets verwijderen", "<div class=read-value>Ja</div>");
    for url in [ROLE, AGENT, ""] {
        let screen = read(&dutch, url);
        assert_eq!(screen.status, Status::LanguageNotRecognised, "{url}");
        assert!(screen.readings.is_empty());
    }
    let scopes: String = ["read:tickets", "edit:tickets", "read:crm", "all:teams"]
        .iter()
        .map(|s| row(s, "<div class=read-value>Ja</div>"))
        .collect();
    assert_eq!(read(&scopes, APPLICATION).status, Status::LanguageNotRecognised);
}

const TEAMS: &str = "https://demo.halopsa.com/config/agents/agents?agentid=7";

/// A table of react-table v6.
fn table(heading: &str, columns: &[&str], rows: &[&[&str]]) -> String {
    let head: String = columns.iter().map(|c| format!("<div class=rt-th>{c}</div>")).collect();
    let body: String = rows
        .iter()
        .map(|row| row.iter().map(|c| format!("<div class=rt-td>{c}</div>")).collect::<String>())
        .map(|cells| format!("<div class=rt-tr-group><div class=rt-tr>{cells}</div></div>"))
        .collect();
    format!(
        "<div class=details-group><div class='details-group-header title'>{heading}</div><div class=ReactTable>\
         <div class='rt-thead -header'><div class=rt-tr>{head}</div></div><div class=rt-tbody>{body}</div></div></div>"
    )
}

#[test]
fn memberships_are_read_from_their_tables() {
    let page = |departments: &[&[&str]]| {
        let list = "<div class=ReactTable><div class=rt-tbody><div class=rt-tr><div class=rt-td>Another agent</div></div></div></div>";
        let tables = table("Departments", &["Department", "Membership level"], departments)
            + &table("Teams", &["Team", ""], &[&["1st Line", ""], &["Projects", "Inherited from Role"]]);
        read(&(list.to_owned() + &tabs(&ROLE_TABS[..4], "Departments & Teams", "react-tabs") + &tables), TEAMS)
    };
    let screen = page(&[&["Support", "Modify All"], &["Sales", "Department Manager"]]);
    assert_eq!(screen.id, Some(ScreenId::AgentDepartmentsTeams));
    assert_eq!(value(&screen, "Departments"), Some(word("Modify All")));
    assert_eq!(value(&screen, "Teams"), Some(Value::List(vec!["1st Line".into()])));
    // What a role gives is the role's.
    assert_eq!(
        value(&page(&[&["Support", "Modify All"], &["Sales", "Basic Member", "Inherited from Role"]]), "Departments"),
        Some(word("Modify All"))
    );
    // The weakest row is what all of them grant; a level that is not known is no level.
    assert_eq!(
        value(&page(&[&["Support", "Modify All"], &["Sales", "View All"]]), "Departments"),
        Some(word("View All"))
    );
    assert_eq!(value(&page(&[&["Support", "Alles"]]), "Departments"), Some(Value::Text("Alles".into())));
    assert_eq!(value(&page(&[]), "Departments"), Some(Value::Empty));
    let control = "<div class=Select__control><div class=Select__single-value>View All</div></div>";
    assert_eq!(value(&page(&[&["Support", control]]), "Departments"), Some(word("View All")));
}

#[test]
fn a_field_list_is_read_as_table_and_as_chips() {
    let url = "https://demo.halopsa.com/config/tickets/tickettype?id=21";
    let tabs = tabs(&["Details", "Defaults", "Field List"], "Field List", "react-tabs");
    let fields = Some(Value::List(vec!["Summary".into(), "Start Date & Time".into()]));
    let as_table = table("Field List", &["Field", "Sequence"], &[&["Summary", "1"], &["Start Date & Time", "2"]]);
    assert_eq!(value(&read(&(tabs.clone() + &as_table), url), "Fields"), fields);
    let chips = "<div class=chips><span class=chip>Summary</span><span class=chip>Start Date &amp; Time</span></div>";
    assert_eq!(value(&read(&(tabs.clone() + chips), url), "Fields"), fields);
    let paged = read(
        &(tabs
            + "<div>"
            + &table("Field List", &["Field"], &[&["Summary"]])
                .replace("<div class=rt-tbody>", "<span class=-totalPages>2</span><div class=rt-tbody>")
            + "</div>"),
        url,
    );
    assert_eq!(value(&paged, "Fields"), Some(Value::List(vec!["Summary".into()])));
    assert!(paged.reading("Fields").unwrap().partial);
}

#[test]
fn settings_pages_are_read_without_a_save_button() {
    let select = "<div class=Select__control><div class=Select__single-value>Auto-incrementing key</div></div>";
    let page =
        row("Next Ticket ID Calculation Method", select) + &row("24-hour clock", "<input type=checkbox checked>");
    let screen = read(&page, "https://demo.halopsa.com/config/advanced");
    assert_eq!((screen.id, screen.mode), (Some(ScreenId::AdvancedSettings), Some(Mode::Edit)));
    assert_eq!(value(&screen, "Next Ticket ID Calculation Method"), Some(word("Auto-incrementing key")));
    for shown in
        ["<div class=read-value>https://acme.halopsa.com/api</div>", "<input value=https://acme.halopsa.com/api>"]
    {
        let page = row("Resource Server", shown) + &row("Tenant", "<div class=read-value>acme</div>");
        let screen = read(&page, "https://acme.halopsa.com/config/integrations/api");
        assert_eq!(screen.id, Some(ScreenId::ApiDetails));
        assert_eq!(value(&screen, "Resource Server"), Some(Value::Text("https://acme.halopsa.com/api".into())));
    }
}
