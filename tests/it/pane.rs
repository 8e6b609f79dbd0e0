//! A reading belongs to the record that the pane names: the address changes first.

use crate::support::read;
use preflight::reader::Status;
use preflight::reader::{Record, Screen};
use preflight::vocabulary::{RecordKind, ScreenId};

fn role(id: &str, name: &str, level: &str) -> Screen {
    let row = |label: &str, value: &str| {
        format!("<div class=row><label>{label}</label><div class=read-value>{value}</div></div>")
    };
    let title = format!("<div class=details_page_title>{name}</div>");
    let rows = row("Tickets Access Level", level) + &row("Can add new Tickets", "Yes");
    read(&(title + &rows), &format!("https://demo.halopsa.com/config/agents/roles?id={id}"))
}

fn details(id: &str, name: &str) -> Screen {
    let page = format!(
        "<div class=row><label>Role Name</label><div class=read-value>{name}</div></div>\
        <div class=row><label>Agents that have this Role</label><div class=read-value>Sam</div></div>"
    );
    read(&page, &format!("https://demo.halopsa.com/config/agents/roles?id={id}"))
}

fn status(before: Option<&Screen>, now: &Screen, evidence: &[Screen]) -> Status {
    now.clone().settle(before, evidence).status
}

#[test]
fn the_pane_decides_not_the_address() {
    let before = role("1", "Sync", "Read Only");
    let seen = [before.clone()];
    let still = Status::StillLoading;
    // The same pane under the next address, on its own tab and on another.
    assert_eq!(status(Some(&before), &role("2", "Sync", "Read Only"), &seen), still);
    assert_eq!(status(Some(&before), &details("2", "Sync"), &seen), still);
    // Once the pane names the next record, it is that one's, though it may show the same.
    assert_eq!(status(Some(&before), &role("2", "Admin", "Read Only"), &seen), Status::Read);
    assert_eq!(status(Some(&before), &role("2", "Admin", "Read and Modify"), &seen), Status::Read);
    assert_eq!(status(Some(&before), &details("2", "Admin"), &seen), Status::Read);
    // Nothing of what is still loading is kept.
    assert!(role("2", "Sync", "Read Only").settle(Some(&before), &seen).readings.is_empty());
}

#[test]
fn a_name_of_another_record_is_not_this_ones() {
    let (one, two) = (role("1", "Sync", "Read Only"), role("2", "Admin", "Read and Modify"));
    let seen = [one.clone(), two.clone()];
    assert_eq!(status(Some(&one), &role("3", "Admin", "No Access"), &seen), Status::StillLoading);
    assert_eq!(status(Some(&one), &role("2", "Third", "No Access"), &seen), Status::StillLoading);
    assert_eq!(status(Some(&one), &role("1", "Admin", "No Access"), &seen), Status::StillLoading);
    assert_eq!(status(Some(&one), &two, &seen), Status::Read);
}

#[test]
fn what_is_no_other_record_is_read() {
    let before = role("1", "Sync", "Read Only");
    let seen = [before.clone()];
    // A fresh document, whatever it is called; a record that was renamed; a record that changed; two of one name.
    assert_eq!(status(None, &role("2", "Sync", "Read Only"), &seen), Status::Read);
    assert_eq!(status(Some(&before), &role("1", "Sync API", "Read Only"), &seen), Status::Read);
    assert_eq!(status(Some(&before), &role("1", "Sync", "Read and Modify"), &seen), Status::Read);
    assert_eq!(status(Some(&before), &role("2", "Sync", "Read and Modify"), &seen), Status::Read);
    assert_eq!(status(Some(&before), &details("1", "Sync"), &seen), Status::Read);
    // A new record gets its id when it is saved; a record of another kind may have the same name.
    let new = role("-1", "Fresh", "Read Only");
    assert_eq!(status(Some(&new), &role("7", "Fresh", "Read Only"), &[]), Status::Read);
    let mut agent = details("1", "Sync");
    agent.id = Some(ScreenId::AgentDetails);
    agent.record = agent.record.map(|record| Record { kind: RecordKind::Agent, id: Some("9".into()), ..record });
    assert_eq!(status(Some(&before), &agent, &seen), Status::Read);
}

#[test]
fn a_pane_that_was_gone_in_between_is_a_new_one() {
    let page = |body: &str, id: &str| {
        let html = format!("<html lang=en><body><div class=app-container>{body}</div></body></html>");
        let url = format!("https://demo.halopsa.com/config/agents/roles?id={id}");
        preflight::html::snapshot(html.as_bytes(), Some(&url)).unwrap()
    };
    let shown = |name: &str| {
        format!(
            "<div class=details_page_title>{name}</div><div><label>Tickets Access Level</label><div class=read-value>Read Only</div></div>"
        )
    };
    let loader = "<div class=application-loader></div>";
    let read = |snapshot, settled| preflight::reader::read_pane(&snapshot, "page", settled, &[]).unwrap();
    let (first, settled) = read(page(&shown("Sync"), "1"), None);
    assert_eq!(first.status, Status::Read);
    let (stale, settled) = read(page(&shown("Sync"), "2"), settled);
    assert_eq!(stale.status, Status::StillLoading);
    // A loader over the pane does not make it another one.
    let (_, kept) = read(page(&(shown("Sync") + loader), "2"), settled);
    assert_eq!(read(page(&shown("Sync"), "2"), kept.clone()).0.status, Status::StillLoading);
    let (_, gone) = read(page(loader, "2"), kept);
    assert_eq!(read(page(&shown("Sync"), "2"), gone).0.status, Status::Read);
}

#[test]
fn the_row_of_the_list_beside_the_pane_says_whose_it_is() {
    let page = |id: &str, name: &str, level: &str, list: &str| {
        let html = format!(
            "<html lang=en><body><div class=app-container><div class='ReactTable main-table'><div class=rt-tbody>{list}</div></div>\
            <div class=details_page_title>{name}</div><div class=row><label>Tickets Access Level</label>\
            <div class=read-value>{level}</div></div></div></body></html>"
        );
        let url = format!("https://demo.halopsa.com/config/agents/roles?id={id}");
        preflight::html::snapshot(html.as_bytes(), Some(&url)).unwrap()
    };
    let row = |id: &str, name: &str| {
        format!("<div class=rt-tr-group id={id}><div class=rt-tr><div class=rt-td>{name}</div></div></div>")
    };
    let list = row("0000001", "Sync") + &row("0000002", "Desk") + &row("0000003", "Admin");
    let read =
        |snapshot, settled, seen: &[Screen]| preflight::reader::read_pane(&snapshot, "page", settled, seen).unwrap();
    let (_, settled) = read(page("1", "Sync", "Read Only", &list), None, &[]);
    // Two clicks in a row: the second record's pane comes when the address names the third already.
    let late = page("3", "Desk", "No Access", &list);
    let (screen, settled) = read(late, settled, &[]);
    assert_eq!(screen.status, Status::StillLoading);
    assert!(screen.record.is_none() && screen.readings.is_empty());
    let own = page("3", "Admin", "Read and Modify", &list);
    assert_eq!(read(own.clone(), settled.clone(), &[]).0.status, Status::Read);
    // The list names it now; what was seen under another name or id is older.
    let seen = [role("3", "Former", "No Access"), role("7", "Admin", "No Access")];
    assert_eq!(read(own, settled.clone(), &seen).0.status, Status::Read);
    let unlisted = page("3", "Admin", "Read and Modify", "");
    assert_eq!(read(unlisted, settled.clone(), &seen).0.status, Status::StillLoading);
    // It may show the same as the record before.
    assert_eq!(read(page("3", "Admin", "Read Only", &list), settled, &[]).0.status, Status::Read);
    // A renamed record keeps its old name in the list for a while.
    let (_, same) = read(page("1", "Sync", "Read Only", &list), None, &[]);
    assert_eq!(read(page("1", "Sync API", "Read Only", &list), same, &[]).0.status, Status::Read);
}
