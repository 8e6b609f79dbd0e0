//! Markup that invites a wrong reading: what it says is read as it says it, or not at all.

use crate::support::{AGENT, APPLICATION, ROLE, profile, read, value, word};
use preflight::profile::Plan;
use preflight::reader::{self, Status, Value};
use preflight::snapshot::Flags;
use preflight::{audit, html};

/// What is read of `read:tickets` in this markup, between two rows that make the page one of scopes.
fn scope(row: &str) -> Option<Value> {
    let around = |scope| format!("<section><div><label>{scope}</label><div class=read-value>No</div></div></section>");
    value(&read(&format!("{}{row}{}", around("read:crm"), around("read:kb")), APPLICATION), "read:tickets")
}

/// What is read of a permission row.
fn permission(field: &str, row: &str) -> Option<Value> {
    let around = |label| format!("<div class=row><label>{label}</label><div class=read-value>No</div></div>");
    let page = format!("{}{row}{}", around("Can add new Tickets"), around("Can export tickets"));
    value(&read(&page, ROLE), field)
}

#[test]
fn a_value_belongs_to_its_own_row_whatever_the_ids_say() {
    for (what, row) in [
        (
            "an id that is there twice",
            "<div class=row><input type=checkbox id=a checked><label for=a>edit:kb</label></div>\
             <div class=row><input type=checkbox id=a><label for=a>read:tickets</label></div>",
        ),
        (
            "an id that is there twice in one row",
            "<div><input type=checkbox id=a checked><label for=a>edit:kb</label>\
             <input type=checkbox id=a><label for=a>read:tickets</label></div>",
        ),
        (
            "the id of the next row",
            "<div class=row><input type=checkbox id=a><label for=b>read:tickets</label></div>\
             <div class=row><input type=checkbox id=b checked><label for=b>edit:kb</label></div>",
        ),
        (
            "an id that a hidden copy has too",
            "<div hidden><input type=checkbox id=a checked><label for=a>read:tickets</label></div>\
             <div class=row><input type=checkbox id=a><label for=a>read:tickets</label></div>",
        ),
    ] {
        assert_eq!(scope(row), Some(word("No")), "{what}");
    }
}

#[test]
fn a_value_that_may_be_anothers_is_not_taken() {
    for (what, row) in [
        ("nested labels", "<label>read:tickets <label>edit:kb <input type=checkbox checked></label></label>"),
        (
            "a box for all, then boxes that may stand before or after",
            "<div><input type=checkbox checked><label>read:tickets</label><input type=checkbox><label>edit:kb</label>\
             <input type=checkbox checked></div>",
        ),
        (
            "a box below rows that have theirs",
            "<div><div class=row><label>edit:kb</label><div class=read-value>No</div></div>\
             <div class=row><label>read:tickets</label></div><div><input type=checkbox checked></div></div>",
        ),
        (
            "columns of labels and of values",
            "<div class=row><div class=col-md-6><label>edit:kb</label><label>read:tickets</label></div>\
             <div class=col-md-6><div class=read-value>Yes</div><div class=read-value></div></div></div>",
        ),
        (
            "columns of texts",
            "<div class=row><div class=col-md-6><div>edit:kb</div><div>read:tickets</div></div>\
             <div class=col-md-6><div>Yes</div><div></div></div></div>",
        ),
        ("a button", "<div><label>read:tickets</label><button>Yes</button><button>No</button></div>"),
        (
            "radio buttons",
            "<div><label>read:tickets</label><span><input type=radio>Yes</span><span><input type=radio checked>No</span></div>",
        ),
        (
            "an open menu",
            "<div><label>read:tickets</label><div class=Select__menu><div class=Select__option>Yes</div></div></div>",
        ),
    ] {
        assert_eq!(scope(row), None, "{what}");
    }
}

#[test]
fn what_is_not_the_records_own_is_not_read() {
    let label = "<div><label>read:tickets</label></div>";
    for (what, around) in [
        ("a filter of the list", "<div class='rt-thead -filters'><input type=checkbox checked></div>"),
        ("a row of the list", "<div class=rt-tr-group id=0001><input type=checkbox checked></div>"),
        ("the navigation", "<nav><input type=checkbox checked></nav>"),
    ] {
        let page = format!("<div><div class=ReactTable>{around}</div><div class=subscreen>{label}</div></div>");
        assert_eq!(value(&read(&page, APPLICATION), "read:tickets"), None, "{what}");
    }
    let agents = "<div class=rt-tr-group id=0001><div class=rt-td>API-only Agent</div><div class=rt-td>Yes</div></div>\
         <div class=row><label>Username</label><div class=read-value>Sync</div></div>";
    assert_eq!(value(&read(agents, AGENT), "Is an API-only Agent"), None, "a name in the list of agents");
    for hidden in ["class=ReactModal__Content", "class=modal-window", "role=dialog", "style='visibility: collapse'"] {
        let row = format!("<div {hidden}><div><label>read:tickets</label><div class=read-value>Yes</div></div></div>");
        assert_eq!(scope(&row), None, "{hidden}");
    }
    assert_eq!(scope("<dialog><label>read:tickets</label><div class=read-value>Yes</div></dialog>"), None);
}

#[test]
fn a_disabled_box_stands_in_for_the_words() {
    let row = |state| {
        format!(
            "<div><label>read:tickets</label><div class=read-value><input type=checkbox disabled {state}></div></div>"
        )
    };
    assert_eq!(scope(&row("checked")), Some(word("Yes")));
    assert_eq!(scope(&row("")), Some(word("No")));
    let mixed = "<div><label>read:tickets</label><span role=checkbox aria-checked=mixed></span></div>";
    assert!(matches!(scope(mixed), Some(Value::Conflict(_))));
}

#[test]
fn a_label_is_known_by_its_text_whatever_else_is_in_it() {
    for label in [
        "* <span>Can Delete Tickets</span>",
        "<span>*</span><span>Can Delete Tickets</span>",
        "<span>Can Delete</span> <span>Tickets</span>",
        "<span class=badge>CF_123</span><span>Can Delete Tickets</span>",
        "<i class='fa fa-info' title=Help></i>\u{200b}Can\u{a0}Delete Tickets\u{200f}",
    ] {
        let row = format!("<div class=row><label>{label}</label><div class=read-value>Yes</div></div>");
        assert_eq!(permission("Can Delete Tickets", &row), Some(word("Yes")), "{label}");
    }
}

#[test]
fn a_shortened_text_is_no_value_and_its_title_is() {
    let row = |value: &str| format!("<div class=row><label>Timesheets Access Level</label>{value}</div>");
    let read_of = |value: &str| permission("Timesheets Access Level", &row(value));
    assert_eq!(
        read_of("<div class=read-value title='Read Only (All), Modify Own'>Read Only…</div>"),
        Some(word("Read Only (All), Modify Own"))
    );
    assert_eq!(read_of("<div class=read-value>Read Only...</div>"), Some(Value::Text("Read Only...".into())));
    let roles = "<div class=row><label>Username</label><div class=read-value>Sync</div></div><div class=row>\
         <label>Roles</label><div class=read-value title='Administrator, Sync role'>Administrator, Sy…</div></div>";
    // A comma may separate entries, and may belong to a name.
    assert_eq!(value(&read(roles, AGENT), "Roles"), Some(Value::Text("Administrator, Sync role".into())));
}

#[test]
fn a_list_of_which_a_part_was_withheld_is_asked_for() {
    let page = "<html><body class=app-container><div class=row><label>Username</label><div class=read-value>Sync</div></div>\
         <div class=row><label>Roles</label><div class=read-value><span>Tickets</span><span>Sync role</span></div></div>";
    let mut snapshot = html::snapshot(page.as_bytes(), Some(AGENT)).unwrap();
    let withheld = snapshot.nodes.text.iter().position(|t| t == "Sync role").unwrap();
    snapshot.nodes.text[withheld].clear();
    snapshot.nodes.flags[withheld] |= Flags::WITHHELD;
    let screen = reader::read(&snapshot, "page").unwrap();
    assert_eq!(value(&screen, "Roles"), Some(Value::Withheld));
    let plans = [Plan { features: Vec::new(), profile: profile("moovila") }];
    assert!(audit::ask(&plans, &screen).contains(&u32::try_from(withheld).unwrap()));
}

#[test]
fn a_page_without_an_address_needs_halos_own_markup() {
    let users = "<label>Username</label><input value=bob><label>Account Active</label><input type=checkbox checked>";
    for (around, expected) in [
        (format!("<html><body>{users}</body></html>"), Status::NotAConfigurationScreen),
        (format!("<html><body><div class=app-container>{users}</div></body></html>"), Status::Read),
    ] {
        let snapshot = html::snapshot(around.as_bytes(), None).unwrap();
        assert_eq!(reader::read(&snapshot, "page").unwrap().status, expected);
    }
}

#[test]
fn control_characters_of_a_page_do_not_reach_the_terminal() {
    let page =
        "<div class=app-container><label>Username</label><div class=read-value title='a&#27;[2J'>\u{1b}[2J</div>";
    let snapshot = html::snapshot(page.as_bytes(), None).unwrap();
    assert!(snapshot.nodes.text.iter().chain(&snapshot.attrs.value).all(|t| !t.contains('\u{1b}')));
}
