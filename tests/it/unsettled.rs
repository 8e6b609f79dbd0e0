//! Values that are still on their way, that are contradicted by what else the page says of them, or that are not set but
//! told of, each beside its correct twin.

use crate::support::{AGENT, APPLICATION, permission, read, row, value, word};
use preflight::reader::Value;

const TICKETS: &str = "Tickets Access Level";

fn tickets(markup: &str) -> Option<Value> {
    value(&permission(markup), TICKETS)
}

fn is_conflict(value: Option<&Value>) -> bool {
    matches!(value, Some(Value::Conflict(_)))
}

#[test]
fn what_is_on_its_way_is_not_there_yet() {
    for loading in [
        "<div class='read-value skeleton'></div>",
        "<div class=read-value><span class='skeleton-line'></span></div>",
        "<div class=read-value aria-busy=true></div>",
        "<div class=read-value aria-busy=true>Read Only</div>",
        "<div class=read-value><i class='fa fa-spinner fa-spin'></i></div>",
        "<div class=read-value>Loading…</div>",
        "<div class=read-value>Please wait...</div>",
        "<span class=shimmer></span>",
        "<div role=progressbar></div>",
        "<div class=read-value>Read Only</div><i class='fa fa-spinner fa-spin'></i>",
        "<div class=Select__control><div class=Select__placeholder>Loading...</div>\
         <div class=Select__loading-indicator><span></span></div></div>",
    ] {
        assert_eq!(tickets(&row(TICKETS, loading)), None, "{loading}");
        let agent = row("Username", "<div class=read-value>Sync API</div>")
            + &row("Is an API-only Agent", "<div class=read-value>Yes</div>")
            + &row("Roles", loading);
        assert_eq!(value(&read(&agent, AGENT), "Roles"), None, "{loading}");
    }
    for there in [
        "<div class=read-value aria-busy=false>Read Only</div>",
        "<div class=read-value>Read Only</div><button class='ui loading button'>Copy</button>",
        "<div class=Select__control><div class=Select__single-value>Read Only</div>\
         <div class=Select__loading-indicator><span></span></div></div>",
    ] {
        assert_eq!(tickets(&row(TICKETS, there)), Some(word("Read Only")), "{there}");
    }
    assert_eq!(tickets(&row(TICKETS, "<div class=read-value></div>")), Some(Value::Empty));
}

#[test]
fn what_else_an_element_says_of_its_value_contradicts_it() {
    for markup in [
        "<div class=read-value aria-label='No Access'>Read Only</div>",
        "<div class=read-value><span title='No Access'>Read Only</span></div>",
        "<div class=read-value><span aria-label='Read and Modify'>No Access</span></div>",
        "<div class=read-value><i class='fa fa-check' title='Read Only'></i></div>",
        "<input value='Read Only' title='No Access'>",
        "<input value='Read Only' aria-label='No Access'>",
    ] {
        assert!(is_conflict(tickets(&row(TICKETS, markup)).as_ref()), "{markup}");
    }
    for markup in [
        "<div class=read-value aria-label='Read Only'>Read Only</div>",
        "<div class=read-value aria-label='Tickets Access Level'>Read Only</div>",
        "<div class=read-value aria-label='Tickets Access Level: Read Only'>Read Only</div>",
        "<div class=read-value>Read Only <i class='fa fa-info-circle' title='What an agent sees of tickets'></i></div>",
        "<input value='Read Only' title='Choose a level' aria-label='Tickets Access Level'>",
    ] {
        assert_eq!(tickets(&row(TICKETS, markup)), Some(word("Read Only")), "{markup}");
    }
}

#[test]
fn a_box_that_tells_screen_readers_something_else_is_unclear() {
    let scope = |attributes: &str| {
        let rest = row("read:crm", "<input type=checkbox>") + &row("read:kb", "<input type=checkbox checked>");
        let screen = read(&(row("read:tickets", &format!("<input type=checkbox {attributes}>")) + &rest), APPLICATION);
        value(&screen, "read:tickets")
    };
    assert!(is_conflict(scope("checked aria-checked=false").as_ref()));
    assert!(is_conflict(scope("aria-checked=true").as_ref()));
    assert!(is_conflict(scope("checked aria-checked=mixed").as_ref()));
    assert_eq!(scope("checked aria-checked=true"), Some(word("Yes")));
    assert_eq!(scope("aria-checked=false"), Some(word("No")));
    assert_eq!(scope("checked"), Some(word("Yes")));
}

#[test]
fn what_a_setting_should_be_is_not_what_it_is() {
    let table = |head: &str| {
        format!(
            "<table><tr><th>Permission</th><th>{head}</th></tr>\
             <tr><td>Tickets Access Level</td><td>Read Only</td></tr></table>"
        )
    };
    for head in ["Required", "Required level", "Expected value", "Suggested", "Recommended", "Default", "Minimum"] {
        assert_eq!(tickets(&table(head)), None, "{head}");
    }
    for head in ["Value", "Access", "Setting", "Level", "Permission", ""] {
        assert_eq!(tickets(&table(head)), Some(word("Read Only")), "{head}");
    }
}

#[test]
fn a_line_of_a_record_of_changes_says_nothing() {
    for line in [
        "<div><span>12/03/2026</span><span>Tickets Access Level</span><span>Read Only</span></div>",
        "<li><b>Sam Okafor</b> <span>Tickets Access Level</span> <span>Read Only</span></li>",
        "<dl><dt>Tickets Access Level</dt><dd>Read Only</dd><dd>Something else</dd></dl>",
    ] {
        assert_eq!(tickets(line), None, "{line}");
    }
    for line in [
        "<div><span>4</span><span>Tickets Access Level</span><span>Read Only</span></div>",
        "<div><h4>Feature Access</h4><span>Tickets Access Level</span><span>Read Only</span></div>",
        "<li><span>Tickets Access Level</span> <span>Read Only</span></li>",
        "<dl><dt>Tickets Access Level</dt><dd>Read Only</dd><dt>Notes</dt><dd>Something else</dd></dl>",
    ] {
        assert_eq!(tickets(line), Some(word("Read Only")), "{line}");
    }
}

#[test]
fn a_text_before_a_row_of_a_log_counts_even_if_it_is_kept_back() {
    let rest = row("Application Name", "<div class=read-value>Sync</div>")
        + &row("Client Secret", "<div class=noedit-value>0123456789abcdef0123456789abcdef</div>");
    let login = |before: &str| {
        let table = format!("<table><tr>{before}<td>Login Type</td><td>Agent</td></tr></table>");
        value(&read(&(rest.clone() + &table), APPLICATION), "Login Type")
    };
    assert_eq!(login("<td>Sam Okafor</td>"), None);
    assert_eq!(login("<td></td>"), Some(word("Agent")));
}

#[test]
fn what_stands_under_a_heading_of_other_values_is_not_the_records_own() {
    let value_row = row(TICKETS, "<div class=read-value>Read Only</div>");
    let group = |heading: &str, inner: &str| {
        format!("<div class=details-group><div class='details-group-header title'>{heading}</div>{inner}</div>")
    };
    for heading in [
        "Previous Settings",
        "Recommended Settings",
        "Required permissions",
        "Default Values",
        "Example",
        "Template",
        "Compare with Priya Shah",
        "Previous Versions",
        "Inherited from Role",
        "Change Log",
    ] {
        assert_eq!(tickets(&group(heading, &value_row)), None, "{heading}");
        let nested = group(heading, &group("Tickets Permissions", &value_row));
        assert_eq!(tickets(&nested), None, "{heading}, and Halo's own in it");
        let region = format!("<section aria-label='{heading}'>{value_row}</section>");
        assert_eq!(tickets(&region), None, "{heading} as a name");
        let beside = row(TICKETS, "<div class=read-value>No Access</div>") + &group(heading, &value_row);
        assert_eq!(tickets(&beside), Some(word("No Access")), "{heading} beside the record's own");
    }
    for heading in ["Tickets Permissions", "Required fields", "Recommended", "Activity", "Defaults"] {
        assert_eq!(tickets(&group(heading, &value_row)), Some(word("Read Only")), "{heading}");
    }
    let outer = group("Previous Settings", &row("Other", "<div class=read-value>x</div>")) + &value_row;
    assert_eq!(tickets(&outer), Some(word("Read Only")), "a group that ends before the row");
    assert_eq!(tickets(&format!("<h2>Previous settings</h2><h3>Tickets</h3>{value_row}")), None);
    assert_eq!(
        tickets(&format!("<h3>Previous settings</h3><p>none</p><h3>Tickets</h3>{value_row}")),
        Some(word("Read Only"))
    );
    assert_eq!(tickets(&format!("<aside>{value_row}</aside>")), None);
}

#[test]
fn the_pressed_radio_button_of_a_group_is_its_value() {
    let rest = row("Application Name", "<input value=Sync>") + &row("Client ID", "<input value=abc>");
    let login = |markup: &str| value(&read(&(rest.clone() + markup), APPLICATION), "Login Type");
    let group = |agent: &str, user: &str| {
        format!(
            "<fieldset class=row><legend>Login Type</legend><label><input type=radio name=q {user}> User</label>\
             <label><input type=radio name=q {agent}> Agent</label></fieldset>"
        )
    };
    assert_eq!(login(&group("checked", "")), Some(word("Agent")));
    assert_eq!(login(&group("", "checked")), Some(Value::Text("User".into())));
    assert_eq!(login(&group("", "")), Some(Value::Empty));
    assert!(is_conflict(login(&group("checked", "checked")).as_ref()));
    assert!(is_conflict(login(&group("checked aria-checked=false", "")).as_ref()));
    assert_ne!(login(&group("checked hidden", "")), Some(word("Agent")));
    let other = group("", "checked").replace("name=q", "name=other").replace("Login Type", "Colour of the tile");
    assert_eq!(login(&(other + &group("checked", ""))), Some(word("Agent")));
    let labelled = "<div class=row><label>Login Type</label><input type=radio name=q id=u><label for=u>User</label>\
                    <input type=radio name=q id=a checked><label for=a>Agent</label></div>";
    assert_eq!(login(labelled), Some(word("Agent")));
}

#[test]
fn a_value_with_a_question_mark_and_a_box_in_between_are_doubts() {
    for doubt in ["Read Only?", "Read Only ?"] {
        let shown = tickets(&row(TICKETS, &format!("<div class=read-value>{doubt}</div>")));
        assert_eq!(shown, Some(Value::Text(doubt.into())));
    }
    let scope = |attributes: &str| {
        let rest = row("read:crm", "<input type=checkbox>") + &row("read:kb", "<input type=checkbox checked>");
        let screen = read(&(row("read:tickets", &format!("<input type=checkbox {attributes}>")) + &rest), APPLICATION);
        value(&screen, "read:tickets")
    };
    assert!(is_conflict(scope("checked indeterminate").as_ref()));
    assert_eq!(scope("checked indeterminate=false"), Some(word("Yes")));
}

#[test]
fn a_group_of_one_row_is_no_wrapper_of_its_heading() {
    let rest = row("Tickets Access Level", "<div class=read-value>Read Only</div>");
    let group = |heading: &str, inside: &str| {
        format!("<div class=details-group><div class='details-group-header title'>{heading}</div>{inside}</div>")
    };
    for one in [
        "<div class=row><label>Active <input type=checkbox></label></div>",
        "<div class=row><div>Our team</div><div>Blue</div></div>",
        "<div>Our team</div><div>Blue</div>",
    ] {
        let page = permission(&(group("Custom Fields", one) + &group("Ticket Permissions", &rest)));
        assert_eq!(value(&page, TICKETS), Some(word("Read Only")), "{one}");
    }
    // A heading that stands alone in its wrapper, or with an icon, heads what follows the wrapper.
    for alone in ["", "<i class='fa fa-history'></i>", "<button>Close</button>"] {
        let page = permission(&format!("<div>{}<div>{rest}</div></div>", group("Previous settings", alone)));
        assert_eq!(value(&page, TICKETS), None, "{alone}");
    }
}
