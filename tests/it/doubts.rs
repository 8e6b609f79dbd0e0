//! What only looks like a value, a whole list, a field or an edit, each beside its correct twin.

use crate::support::{AGENT, APPLICATION, ROLE, permission, read, row, value, word};
use preflight::reader::{Mode, Screen, Status, Value};
use preflight::snapshot::{Flags, Snapshot};
use preflight::vocabulary::ScreenId;

const TICKETS: &str = "Tickets Access Level";

fn is_conflict(screen: &Screen, field: &str) -> bool {
    matches!(value(screen, field), Some(Value::Conflict(_)))
}

#[test]
fn two_values_for_one_label_are_a_conflict() {
    let (low, high) = ("<div class=read-value>Read Only</div>", "<div class=read-value>Read and Modify</div>");
    let label = "<label>Tickets Access Level</label>";
    for shape in [
        "<div class=row>LABEL {a} {b}</div>",
        "<div class=row><div class=col-md-4>LABEL</div><div class=col-md-4>{a}</div><div class=col-md-4>{b}</div></div>",
        "<div class=row><div class=col-md-6>LABEL {a}</div>{b}</div>",
        "<table><tr><td>LABEL</td><td>{a}</td><td>{b}</td></tr></table>",
        "<table><tr><td>Tickets Access Level</td><td>{a}</td><td>{b}</td></tr></table>",
        "<dl><dt>LABEL</dt><dd>{a}</dd><dd>{b}</dd></dl>",
    ] {
        let build = |a: &str, b: &str| permission(&shape.replace("LABEL", label).replace("{a}", a).replace("{b}", b));
        assert!(is_conflict(&build(low, high), TICKETS), "{shape}");
        assert!(is_conflict(&build(high, low), TICKETS), "{shape}");
        assert_eq!(value(&build(low, low), TICKETS), Some(word("Read Only")), "{shape}");
        assert_eq!(value(&build(low, ""), TICKETS), Some(word("Read Only")), "{shape}");
    }
}

#[test]
fn two_boxes_for_one_label_are_a_conflict_unless_each_has_its_own() {
    let scopes = |rows: &str| {
        read(&format!("<section>{rows}</section>{}", row("read:crm", "<input type=checkbox>")), APPLICATION)
    };
    let (on, off) = ("<input type=checkbox checked>", "<input type=checkbox>");
    for page in [
        format!("<div class=row><label>read:tickets</label>{on}{off}</div>"),
        format!("<div><label>{on}{off} read:tickets</label></div>"),
        format!("<table><tr><td>read:tickets</td><td>{on}</td><td>{off}</td></tr></table>"),
        format!("<div class=row><label>read:tickets</label>{on}<div class=read-value>No</div></div>"),
        format!("<div class=row><label>read:tickets</label>{on}<span>No</span></div>"),
    ] {
        assert!(is_conflict(&scopes(&page), "read:tickets"), "{page}");
    }
    let own = "<div class=row><label for=a>read:tickets</label><input type=checkbox id=a checked>\
               <label for=b>edit:tickets</label><input type=checkbox id=b></div>";
    assert_eq!(value(&scopes(own), "read:tickets"), Some(word("Yes")));
    assert_eq!(value(&scopes(own), "edit:tickets"), Some(word("No")));
    let both = format!("<div class=row><label>read:tickets</label>{on}<div class=read-value>Yes</div></div>");
    assert_eq!(value(&scopes(&both), "read:tickets"), Some(word("Yes")));
}

#[test]
fn a_form_that_is_there_twice_gives_two_values_although_the_ids_are_the_same() {
    let two_factor = |ticked: &str| {
        format!("<input type=checkbox id=two-factor {ticked}><label for=two-factor>Two Factor Enabled</label>")
    };
    let page = |first: &str, second: &str| {
        let select = row("Default Team", "<input role=combobox value='1st Line Support'>");
        read(&format!("<section>{select}{first}{second}{}</section>", row("Status", "<input value=Active>")), AGENT)
    };
    let (yes, no) = (two_factor("checked"), two_factor(""));
    assert!(is_conflict(&page(&yes, &no), "Two Factor Enabled"));
    assert!(is_conflict(&page(&no, &yes), "Two Factor Enabled"));
    assert_eq!(value(&page(&yes, &yes), "Two Factor Enabled"), Some(word("Yes")));
    assert_eq!(value(&page(&yes, ""), "Two Factor Enabled"), Some(word("Yes")));
    assert_eq!(value(&page(&no, ""), "Two Factor Enabled"), Some(word("No")));
}

#[test]
fn two_boxes_in_one_row_are_no_matter_of_the_next_row() {
    let boxes = |rest: &str| row("read:kb", &format!("<input type=checkbox checked>{rest}"));
    let page = |rest: &str| {
        let next = "<input type=checkbox id=crm checked><label for=crm>read:crm</label>";
        read(&format!("<section>{}{}{next}</section>", row("all", "<input type=checkbox>"), boxes(rest)), APPLICATION)
    };
    let doubtful = page("<input type=checkbox>");
    assert!(is_conflict(&doubtful, "read:kb"));
    assert_eq!(value(&doubtful, "read:crm"), Some(word("Yes")));
    let plain = page("");
    assert_eq!((value(&plain, "read:kb"), value(&plain, "read:crm")), (Some(word("Yes")), Some(word("Yes"))));
}

#[test]
fn a_record_of_changes_says_nothing() {
    let log = |head: &str, cells: &str| {
        format!("<table><thead><tr>{head}</tr></thead><tbody><tr>{cells}</tr></tbody></table>")
    };
    let head = "<th>Field</th><th>Old</th><th>New</th>";
    for page in [
        log(head, "<td>Tickets Access Level</td><td>Read Only</td><td>Read and Modify</td>"),
        log(head, "<td>Tickets Access Level</td><td><div class=read-value>Read Only</div></td><td></td>"),
        log("<th>Field</th><th>Old value</th>", "<td>Tickets Access Level</td><td>Read Only</td>"),
        "<table><tr><td>Tickets Access Level</td><td>Read Only</td><td>Read and Modify</td></tr></table>".into(),
        "<table><tr><td>Sam Okafor</td><td>Tickets Access Level</td><td>Read Only</td></tr></table>".into(),
        "<div><span>Tickets Access Level</span><span>Read Only</span><span>Read and Modify</span></div>".into(),
        "<dl><dt>Tickets Access Level</dt><dd>Read Only</dd><dd>Read and Modify</dd></dl>".into(),
    ] {
        assert_eq!(value(&permission(&page), TICKETS), None, "{page}");
    }
    for page in [
        log("<th>Setting</th><th>Value</th>", "<td>Tickets Access Level</td><td>Read Only</td>"),
        "<table><tr><td>4</td><td>Tickets Access Level</td><td>Read Only</td></tr></table>".into(),
        "<table><tr><td>Tickets Access Level</td><td>Read Only</td><td><button>Edit</button></td></tr></table>".into(),
        "<dl><dt>Tickets Access Level</dt><dd>Read Only</dd></dl>".into(),
    ] {
        assert_eq!(value(&permission(&page), TICKETS), Some(word("Read Only")), "{page}");
    }
    let beside = log(head, "<td>Tickets Access Level</td><td>Read and Modify</td><td>Read Only</td>")
        + &row(TICKETS, "<div class=read-value>Read Only</div>");
    assert_eq!(value(&permission(&beside), TICKETS), Some(word("Read Only")));
}

#[test]
fn a_text_and_a_title_that_say_different_things_are_a_conflict() {
    for (text, title) in [
        ("Inherited", "Read and Modify"),
        ("Pending", "Read and Modify"),
        ("None (was Read and Modify)", "Read and Modify"),
        ("—", "Read and Modify"),
        ("Read and Modify", "Pending"),
        ("Read and Modify", "Was Read and Modify"),
    ] {
        let screen = permission(&row(TICKETS, &format!("<div class=read-value title='{title}'>{text}</div>")));
        assert!(is_conflict(&screen, TICKETS), "{text} / {title}");
    }
    for (text, title) in [
        ("Read and…", "Read and Modify"),
        ("Read and Modify", "Tickets Access Level: Read and Modify"),
        ("Read and Modify ✓", "Read and Modify"),
        ("Read and Modify", ""),
    ] {
        let screen = permission(&row(TICKETS, &format!("<div class=read-value title='{title}'>{text}</div>")));
        assert_eq!(value(&screen, TICKETS), Some(word("Read and Modify")), "{text} / {title}");
    }
}

#[test]
fn what_is_struck_through_is_no_value() {
    for struck in [
        "<s>Read and Modify</s>",
        "<del>Read and Modify</del>",
        "<strike>Read and Modify</strike>",
        "<span style='text-decoration: line-through'>Read and Modify</span>",
    ] {
        let with = |rest: &str| {
            permission(&row(TICKETS, &format!("<div class=read-value title='Read and Modify'>{struck}{rest}</div>")))
        };
        assert!(is_conflict(&with(""), TICKETS), "{struck}");
        assert_eq!(value(&with(" Read Only"), TICKETS), Some(word("Read Only")), "{struck}");
        let row = permission(&format!("<div>{}</div>", row(TICKETS, "<div class=read-value>Read Only</div>")));
        assert_eq!(value(&row, TICKETS), Some(word("Read Only")));
    }
    let whole = permission(&format!("<s>{}</s>", row(TICKETS, "<div class=read-value>Read Only</div>")));
    assert_eq!(value(&whole, TICKETS), None);
}

#[test]
fn a_box_that_is_neither_ticked_nor_clear_is_a_conflict() {
    let page =
        format!("{}{}", row("read:tickets", "<input type=checkbox checked>"), row("read:crm", "<input type=checkbox>"));
    let html = format!("<!doctype html><html lang=en><body><div class=app-container>{page}</div></body></html>");
    let mut snapshot = preflight::html::snapshot(html.as_bytes(), Some(APPLICATION)).unwrap();
    let shown = |snapshot: &Snapshot| value(&preflight::reader::read(snapshot, "page").unwrap(), "read:tickets");
    assert_eq!(shown(&snapshot), Some(word("Yes")));
    let at = snapshot.nodes.flags.iter().position(|f| f & Flags::CHECKED != 0).unwrap();
    snapshot.nodes.flags[at] |= Flags::MIXED;
    assert!(matches!(shown(&snapshot), Some(Value::Conflict(_))));
}

const FIELD_LIST: &str = "https://demo.halopsa.com/config/tickets/tickettype?id=21";

fn field_list(table: &str) -> Screen {
    let tabs = "<ul class=react-tabs__tab-list><li class=react-tabs__tab>Details</li>\
                <li class='react-tabs__tab react-tabs__tab--selected'>Field List</li></ul>";
    read(&format!("<div class=record-panel>{tabs}<div class=details-form>{table}</div></div>"), FIELD_LIST)
}

fn table(heading: &str, around: &str, attributes: &str) -> String {
    format!(
        "<div class=details-group><div class='details-group-header title'>{heading}</div>{around}<div class=ReactTable>\
         <div class=rt-table {attributes}><div class='rt-thead -header'><div class=rt-tr><div class=rt-th>Field</div></div></div>\
         <div class=rt-tbody><div class=rt-tr-group><div class=rt-tr><div class=rt-td>Summary</div></div></div></div></div></div></div>"
    )
}

const ONE_PAGE: &str = "<div class=-pagination><button disabled>Previous</button><span class=-totalPages>1</span><button disabled>Next</button></div>";

#[test]
fn a_table_is_whole_only_if_nothing_holds_rows_back() {
    let partial = |screen: &Screen| screen.reading("Fields").map(|r| r.partial);
    for around in [
        "",
        ONE_PAGE,
        "<input type=search value=''>",
        "<div class=-loading><div class=-loading-inner>Loading...</div></div>",
        "<button>Add</button>",
    ] {
        assert_eq!(partial(&field_list(&table("Field List", around, ""))), Some(false), "{around}");
    }
    assert_eq!(partial(&field_list(&table("Field List", "", "aria-rowcount=2"))), Some(false));
    for around in [
        "<input type=search value=Date>",
        "<input name=searchbox value=Date>",
        "<div class='rt-thead -filters'><input value=Date></div>",
        "<div class=-pagination><span class=-totalPages>3</span></div>",
        "<div class=-pagination><button>Next</button></div>",
        "<ul class=pagination><li><a>1</a></li><li><a>2</a></li></ul>",
        "<button>Load more</button>",
        "<a>Show more</a>",
        "<div class='-loading -active'>Loading...</div>",
        "<div class=skeleton-row></div>",
        "<div class=infinite-scroll-component></div>",
    ] {
        assert_eq!(partial(&field_list(&table("Field List", around, ""))), Some(true), "{around}");
    }
    for attributes in ["aria-rowcount=40", "aria-rowcount=-1", "aria-busy=true"] {
        assert_eq!(partial(&field_list(&table("Field List", "", attributes))), Some(true), "{attributes}");
    }
    let scroller = format!("<div class=infinite-scroll-component>{}</div>", table("Field List", "", ""));
    assert_eq!(partial(&field_list(&scroller)), Some(true));
}

#[test]
fn what_is_only_offered_is_not_there() {
    let offer = table("Available Fields", "", "").replace("Summary", "Start Date");
    let chosen = table("Field List", "", "");
    for page in [offer.clone() + &chosen, chosen.clone() + &offer] {
        let screen = field_list(&page);
        assert_eq!(value(&screen, "Fields"), Some(Value::List(vec!["Summary".into()])));
        assert!(screen.reading("Fields").unwrap().partial);
    }
    assert_eq!(value(&field_list(&offer), "Fields"), None);
    let nothing = table("Field List", "", "").replace("Summary", "No rows found");
    assert_eq!(value(&field_list(&nothing), "Fields"), Some(Value::List(Vec::new())));
}

/// A list of what is not on the form never proves that a field is on it.
#[test]
fn a_list_of_fields_that_are_not_on_the_form_proves_nothing() {
    for heading in [
        "Hidden fields",
        "Fields removed",
        "Removed Fields",
        "Fields not on this form",
        "Excluded fields",
        "Unused",
        "Archived Fields",
        "Previously used fields",
        "Other fields",
        "Add fields",
        "Fields hidden from agents",
    ] {
        let removed = table(heading, "", "").replace("Summary", "Start Date");
        let chips = format!(
            "<div class=details-group><div class='details-group-header title'>{heading}</div><div class=chips><span class=chip>Start Date</span><span class=chip>End</span></div></div>"
        );
        for removed in [removed, chips] {
            assert_eq!(value(&field_list(&removed), "Fields"), None, "{heading}");
            for page in [removed.clone() + &table("Field List", "", ""), table("Field List", "", "") + &removed] {
                let fields = Some(Value::List(vec!["Summary".into()]));
                assert_eq!(value(&field_list(&page), "Fields"), fields, "{heading}");
            }
        }
    }
    for heading in ["Field List", "Fields", "Fields on this form", "Ticket Fields", "Assigned fields", ""] {
        let screen = field_list(&table(heading, "", ""));
        assert_eq!(value(&screen, "Fields"), Some(Value::List(vec!["Summary".into()])), "{heading}");
        assert!(!screen.reading("Fields").unwrap().partial, "{heading}");
    }
}

/// The column that names the entries need not be the first one, and a date beside each makes no record of changes.
#[test]
fn a_list_is_read_from_the_column_that_names_its_entries() {
    let page = |columns: &[&str], rows: &[&[&str]]| {
        let cells = |tag: &str, all: &[&str]| all.iter().map(|c| format!("<{tag}>{c}</{tag}>")).collect::<String>();
        let rows: String = rows.iter().map(|row| format!("<tr>{}</tr>", cells("td", row))).collect();
        let head = cells("th", columns);
        value(
            &field_list(&format!(
                "<h3>Field List</h3><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
            )),
            "Fields",
        )
    };
    let fields = Some(Value::List(vec!["Summary".into(), "Start Date".into()]));
    for (columns, one, other) in [
        (&["Field", "Sequence"][..], &["Summary", "1"][..], &["Start Date", "2"][..]),
        (&["Sequence", "Field"], &["1", "Summary"], &["2", "Start Date"]),
        (&["", "Field Name", "Type"], &["::", "Summary", "Text"], &["::", "Start Date", "Date"]),
        (&["Order", "Name"], &["1", "Summary"], &["2", "Start Date"]),
        (&["Type", "Fields"], &["Text", "Summary"], &["Date", "Start Date"]),
        (&["Field", "Default"], &["Summary", "None"], &["Start Date", "Today"]),
        (&["Field", "Date"], &["Summary", "1 May"], &["Start Date", "2 May"]),
    ] {
        assert_eq!(page(columns, &[one, other]), fields, "{columns:?}");
    }
    for columns in [&["Field", "Old", "New"][..], &["When", "Field", "Changed by"], &["Date", "Field", "From", "To"]] {
        let row = ["Summary"; 4];
        assert_eq!(page(columns, &[&row[..columns.len()]]), None, "{columns:?}");
    }
}

/// The id that a label names may stand anywhere on the page: what stands in the label's own row is what a person sees.
#[test]
fn a_label_means_the_value_of_its_own_row_before_one_far_away() {
    let far = "<section><div><div class=read-value id=x>Read and Modify</div></div></section>";
    let label = "<label for=x>Tickets Access Level</label>";
    let with = |own: &str| {
        permission(&format!(
            "<div class=row><div>{label}{own}</div></div>{}{far}",
            row("Can close tickets", "<div class=read-value>Yes</div>")
        ))
    };
    assert_eq!(value(&with("<div class=read-value>Read Only</div>"), TICKETS), Some(word("Read Only")));
    assert_eq!(
        value(&with("<div class=Select__control><div class=Select__single-value>Read Only</div></div>"), TICKETS),
        Some(word("Read Only"))
    );
    // A row without a value of its own has it where the label says.
    assert_eq!(value(&with(""), TICKETS), Some(word("Read and Modify")));
    assert_eq!(value(&with("<div class=read-value id=x>Read Only</div>"), TICKETS), Some(word("Read Only")));
}

#[test]
fn a_label_under_another_heading_or_in_a_dialog_is_another_field() {
    let value_row = row(TICKETS, "<div class=read-value>Read and Modify</div>");
    let group = |heading: &str| {
        format!(
            "<div class='details-group card-panel'><div class='details-group-header title'>{heading}</div>{value_row}</div>"
        )
    };
    for heading in ["Custom Fields", "Custom fields of this role", "Change history", "Audit"] {
        assert_eq!(value(&permission(&group(heading)), TICKETS), None, "{heading}");
    }
    let own_words = ["Recommended", "Template for integrations", "Activity and preview", "Login"];
    for heading in ["Feature Access", "Feature Access Permissions", "General Permissions"].into_iter().chain(own_words)
    {
        assert_eq!(value(&permission(&group(heading)), TICKETS), Some(word("Read and Modify")), "{heading}");
    }
    let own = group("Feature Access").replace("Read and Modify", "Read Only");
    for decoy in ["Something else", "Custom Fields"] {
        assert_eq!(value(&permission(&(group(decoy) + &own)), TICKETS), Some(word("Read Only")), "{decoy}");
    }
    for dialog in
        ["role=dialog", "role=alertdialog", "aria-modal=true", "class=ReactModal__Content", "class=modal-window"]
    {
        let page = format!("<div {dialog}>{value_row}</div>");
        assert_eq!(value(&permission(&page), TICKETS), None, "{dialog}");
    }
}

#[test]
fn a_list_that_takes_several_shows_all_that_is_chosen() {
    let select = |options: &str| row(TICKETS, &format!("<select multiple>{options}</select>"));
    let level = |options: &str| value(&permission(&select(options)), TICKETS);
    assert_eq!(level("<option>No Access<option selected>Read Only"), Some(word("Read Only")));
    let both = level("<option selected>Read Only<option selected>Read and Modify");
    assert_eq!(both, Some(Value::Text("Read Only, Read and Modify".into())));
    assert_eq!(level("<option>Read Only<option>Read and Modify"), Some(Value::Empty));
    let one = select("<option>Read Only<option>No Access").replace(" multiple", "");
    assert_eq!(value(&permission(&one), TICKETS), Some(word("Read Only")));
}

#[test]
fn a_pager_a_search_box_and_a_button_elsewhere_make_no_edit() {
    let tabs = "<ul class=react-tabs__tab-list><li class=react-tabs__tab>Details</li>\
                <li class='react-tabs__tab react-tabs__tab--selected'>Departments &amp; Teams</li></ul>";
    let table = |level: &str| {
        format!(
            "<div class=details-group><div class='details-group-header title'>Departments</div><div class=ReactTable>\
         <div class='rt-thead -header'><div class=rt-tr><div class=rt-th>Department</div><div class=rt-th>Membership level</div></div></div>\
         <div class=rt-tbody><div class=rt-tr><div class=rt-td>Support</div><div class=rt-td>{level}</div></div></div></div></div>"
        )
    };
    let page = |buttons: &str, inside: &str, outside: &str, level: &str| {
        let pane =
            format!("<div class=subscreen>{buttons}{tabs}<div class=details-form>{}{inside}</div></div>", table(level));
        read(&(pane + outside), AGENT)
    };
    let pager = "<input aria-label='jump to page' type=number value=1><select aria-label='rows per page'><option>50 rows</option></select>";
    for (inside, outside) in [
        (pager, ""),
        ("<label>Search <input name=searchbox></label><label>Show <select><option>All</option></select></label>", ""),
        ("", "<div class=widget><button>Save</button></div>"),
        ("", "<div class=nhd-nav><button>Save</button></div>"),
        ("", "<div role=dialog><input><button>Save</button></div>"),
    ] {
        let screen = page("", inside, outside, "Modify All");
        assert_eq!(
            (screen.id, screen.mode),
            (Some(ScreenId::AgentDepartmentsTeams), Some(Mode::Read)),
            "{inside}{outside}"
        );
    }
    let select = "<div class=Select__control><div class=Select__single-value>Modify All</div></div>";
    for (buttons, level) in [
        ("<button>Save</button><button>Cancel</button>", "Modify All"),
        ("<button title=Save></button>", select),
        ("", select),
    ] {
        assert_eq!(page(buttons, pager, "", level).mode, Some(Mode::Edit), "{buttons}{level}");
    }
}

#[test]
fn two_panes_at_once_are_none() {
    let pane = |title: &str, level: &str| {
        format!(
            "<div class=subscreen><div class=details_page_title>{title}</div>{}</div>",
            row(TICKETS, &format!("<div class=read-value>{level}</div>"))
        )
    };
    let both = pane("Sync", "Read Only") + &pane("Administrator", "Read and Modify");
    assert_eq!(permission(&both).status, Status::StillLoading);
    let one = pane("Sync", "Read Only") + "<div hidden>" + &pane("Administrator", "Read and Modify") + "</div>";
    assert_eq!(value(&permission(&one), TICKETS), Some(word("Read Only")));
    // The tabs of one record fade into each other.
    let details = row("Role Name", "<div class=read-value>Sync</div>");
    let agents = ["Username", "Account Active", "Is an API-only Agent", "Default Team"]
        .map(|label| row(label, "<div class=read-value>Yes</div>"))
        .concat();
    assert_eq!(permission(&(details + &agents)).status, Status::StillLoading);
}

#[test]
fn what_is_typed_into_a_search_box_is_no_setting() {
    let label = "<label>Membership level to all Departments</label>";
    let page = |box_: &str| read(&format!("<div class=row>{label}</div><div class=details-group>{box_}</div>"), AGENT);
    for own in ["type=search", "name=searchbox", "placeholder='Search…'", "aria-label='Search departments'"] {
        let screen = page(&format!("<input {own} value=st>"));
        assert_eq!(value(&screen, "Membership level to all Departments"), None, "{own}");
    }
    let twin = page("<input name=membership value='View All'>");
    assert_eq!(value(&twin, "Membership level to all Departments"), Some(word("View all")));
}

#[test]
fn the_help_of_the_field_before_is_no_rival_of_a_box() {
    let page = |between: &str, after: &str| {
        let fields = row("read:crm", "<input type=checkbox>");
        let own = format!("<input type=checkbox id=own checked>{after}<label for=own>read:tickets</label>");
        value(&read(&format!("<section>{fields}{between}{own}</section>"), APPLICATION), "read:tickets")
    };
    assert_eq!(page("<div>No</div>", ""), Some(word("Yes")));
    assert_eq!(page("", ""), Some(word("Yes")));
    assert!(matches!(page("", "<span>No</span>"), Some(Value::Conflict(_))));
}

#[test]
fn one_strange_value_does_not_make_a_page_foreign() {
    let page = |active: &str, more: &str| {
        let named = row("Application Name", "<div class=read-value>Acme API</div>");
        let row_of = |value: &str| row("Active", &format!("<div class=read-value>{value}</div>"));
        read(&format!("{named}{}{more}", row_of(active)), APPLICATION).status
    };
    assert_eq!(page("Yes", ""), Status::Read);
    assert_eq!(page("Inherited", ""), Status::Read);
    let boxes = ["Allow Agent Logins", "Allow End-User Logins"];
    let rows: String = boxes.iter().map(|label| row(label, "<div class=read-value>Ja</div>")).collect();
    assert_eq!(page("Ja", &rows), Status::LanguageNotRecognised);
}

#[test]
fn a_pager_outside_of_the_record_is_not_its_tables() {
    let tabs = [
        ("<div class=tablist>", "<div class='tabsheet tabselected'>Field List</div><div class=tabsheet>Details</div>"),
        ("<div class=tab-container>", "<div class='tab tabactive'>Field List</div><div class=tab>Details</div>"),
        ("<div>", "<button role=tab aria-selected=true>Field List</button><button role=tab>Details</button>"),
    ];
    let pager = "<div class=-pagination><input type=number value=1></div>";
    let table = "<div class=ReactTable><div class=rt-tbody><div class=rt-tr-group><div class=rt-tr><div \
                 class=rt-td>Summary</div></div></div></div></div>";
    let is_partial = |(open, names): (&str, &str), before: &str, inside: &str| {
        let card = format!(
            "<div class=details-group><div class='details-group-header title'>Field List</div>{inside}{table}</div>"
        );
        let page = format!("<div>{before}<div class=subscreen>{open}{names}</div><div>{card}</div></div></div>");
        let screen = read(&page, "https://demo.halopsa.com/config/tickets/tickettype?id=4");
        screen.reading("Fields").map(|r| r.partial)
    };
    for strip in tabs {
        assert_eq!(is_partial(strip, pager, ""), Some(false), "{strip:?}");
        assert_eq!(is_partial(strip, "", pager), Some(true), "{strip:?}");
    }
}

/// That a field is filled in is known without its text, unless that is struck through or its `title` says otherwise.
#[test]
fn a_withheld_text_that_may_be_no_value_is_not_one() {
    let page = |tag: &str, text: &str, title: &str| {
        let markup = format!(
            "<div class=row><label>Tenant</label><div class=read-value title='{title}'><{tag}>{text}</{tag}></div></div>"
        );
        let more = "<div class=row><label>Resource Server</label><div class=read-value>a</div></div>";
        let page = format!("<html><body><div class=app-container>{markup}{more}</div></body></html>");
        let url = "https://demo.halopsa.com/config/integrations/api";
        let mut snapshot: Snapshot = preflight::html::snapshot(page.as_bytes(), Some(url)).unwrap();
        let at = snapshot.nodes.text.iter().position(|t| t == text).unwrap();
        snapshot.nodes.text[at].clear();
        snapshot.nodes.flags[at] |= Flags::WITHHELD;
        value(&preflight::reader::read(&snapshot, "page").unwrap(), "Tenant")
    };
    assert_eq!(page("span", "acme", ""), Some(Value::Withheld));
    for (tag, title) in [("s", ""), ("del", "Not set"), ("span", "Not set"), ("span", "None")] {
        assert!(matches!(page(tag, "acme", title), Some(Value::Conflict(_))), "{tag} {title}");
    }
}

/// A page with one permission of which the capture withheld the text, the `title`, or nothing.
#[test]
fn a_text_beside_a_withheld_one_is_not_taken_at_its_word() {
    let read_with = |flag: u16, text: &str, title: &str| {
        let markup =
            format!("<div class=row><label>{TICKETS}</label><div class=read-value title='{title}'>{text}</div></div>");
        let page = format!("<html><body><div class=app-container>{markup}</div></body></html>");
        let mut snapshot: Snapshot = preflight::html::snapshot(page.as_bytes(), Some(ROLE)).unwrap();
        let at = snapshot.nodes.tag.len() - 1;
        snapshot.nodes.flags[at] |= flag;
        value(&preflight::reader::read(&snapshot, "page").unwrap(), TICKETS)
    };
    for (text, title) in [("", "Read Only"), ("Read Only", "")] {
        assert_eq!(read_with(0, text, title), Some(word("Read Only")));
        assert_eq!(read_with(Flags::WITHHELD, text, title), Some(Value::Withheld));
        assert_eq!(read_with(Flags::SECRET, text, title), Some(Value::Withheld));
    }
}
