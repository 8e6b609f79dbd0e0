//! A reading belongs to the record that the pane names: the address changes first.

use preflight::reader::{Before, Pane, PaneReading, Record, Screen, Status, read_pane};
use preflight::snapshot::{Flags, Snapshot};
use preflight::vocabulary::{RecordKind, ScreenId};

fn page(body: &str, id: &str) -> Snapshot {
    let html = format!("<html lang=en><body><div class=app-container>{body}</div></body></html>");
    let url = format!("https://demo.halopsa.com/config/agents/roles?id={id}");
    preflight::html::snapshot(html.as_bytes(), Some(&url)).unwrap()
}

fn rows(rows: &[(&str, &str)]) -> String {
    let row = |(label, value): &(&str, &str)| {
        format!("<div class=row><label>{label}</label><div class=read-value>{value}</div></div>")
    };
    rows.iter().map(row).collect()
}

fn titled(name: &str, level: &str) -> String {
    format!("<div class=details_page_title>{name}</div>")
        + &rows(&[("Tickets Access Level", level), ("Can add new Tickets", "Yes")])
}

fn role(id: &str, name: &str, level: &str) -> Snapshot {
    page(&titled(name, level), id)
}

fn details(id: &str, name: &str) -> Snapshot {
    page(&rows(&[("Role Name", name), ("Agents that have this Role", "Sam")]), id)
}

const LOADER: &str = "<div class=application-loader></div>";

fn list(names: &[(&str, &str)]) -> String {
    let row = |(id, name): &(&str, &str)| {
        format!("<div class=rt-tr-group id={id}><div class=rt-tr><div class=rt-td>{name}</div></div></div>")
    };
    let rows: String = names.iter().map(row).collect();
    format!("<div class='ReactTable main-table'><div class=rt-tbody>{rows}</div></div>")
}

/// The page with every element whose text is one of these (all: empty) as the capture reports what stood there before.
fn standing(mut snapshot: Snapshot, texts: &[&str]) -> Snapshot {
    for (text, flags) in snapshot.nodes.text.iter().zip(&mut snapshot.nodes.flags) {
        if texts.is_empty() || texts.contains(&text.as_str()) {
            *flags |= Flags::STANDING;
        }
    }
    snapshot
}

/// The page as the capture takes it while nobody asked for this text.
fn withholding(mut snapshot: Snapshot, nth: usize, text: &str) -> (Snapshot, u32) {
    let at = snapshot.nodes.text.iter().enumerate().filter(|(_, t)| *t == text).map(|(at, _)| at).nth(nth).unwrap();
    snapshot.nodes.text[at].clear();
    snapshot.nodes.flags[at] |= Flags::WITHHELD;
    (snapshot, u32::try_from(at).unwrap())
}

fn clicked_on(snapshot: &Snapshot, text: &str) -> Option<u32> {
    snapshot.nodes.text.iter().position(|t| t == text).and_then(|at| u32::try_from(at).ok())
}

/// The readings of one document.
#[derive(Default)]
struct Document<'a> {
    pane: Option<Pane>,
    clicked: Option<u32>,
    evidence: &'a [Screen],
    ask: Vec<u32>,
}

impl Document<'_> {
    fn read(&mut self, snapshot: &Snapshot) -> Screen {
        let before = Before { pane: self.pane.take(), clicked: self.clicked, evidence: self.evidence };
        let PaneReading { screen, pane, ask } = read_pane(snapshot, "page", before).unwrap();
        (self.pane, self.ask) = (pane, ask);
        assert_eq!(screen.status == Status::Read, !screen.readings.is_empty(), "nothing of what is loading is kept");
        screen
    }

    fn status(&mut self, snapshot: &Snapshot) -> Status {
        self.read(snapshot).status
    }
}

/// What the second page is taken for in a document that showed the first one.
fn status(first: &Snapshot, evidence: &[Screen], second: &Snapshot) -> Status {
    let mut document = Document { evidence, ..Document::default() };
    assert_eq!(document.status(first), Status::Read);
    document.status(second)
}

fn screen(snapshot: &Snapshot) -> Screen {
    Document::default().read(snapshot)
}

#[test]
fn the_pane_decides_not_the_address() {
    let before = role("1", "Sync", "Read Only");
    let seen = [screen(&before)];
    let after = |second: &Snapshot| status(&before, &seen, second);
    // The same pane under the next address, on its own tab and on another.
    assert_eq!(after(&standing(role("2", "Sync", "Read Only"), &[])), Status::StillLoading);
    assert_eq!(after(&details("2", "Sync")), Status::StillLoading);
    // Once the pane names the next record, it is that one's, though it may show the same.
    assert_eq!(after(&role("2", "Admin", "Read Only")), Status::Read);
    assert_eq!(after(&role("2", "Admin", "Read and Modify")), Status::Read);
    assert_eq!(after(&details("2", "Admin")), Status::Read);
    // Its heading may come before its values.
    assert_eq!(after(&standing(role("2", "Admin", "Read Only"), &["Read Only", "Yes"])), Status::StillLoading);
    assert_eq!(after(&standing(role("2", "Admin", "Read and Modify"), &["Yes"])), Status::Read);
    assert_eq!(after(&standing(details("2", "Admin"), &["Sam"])), Status::Read);
}

#[test]
fn a_name_of_another_record_is_not_this_ones() {
    let (one, two) = (role("1", "Sync", "Read Only"), role("2", "Admin", "Read and Modify"));
    let seen = [screen(&one), screen(&two)];
    let after = |second: &Snapshot| status(&one, &seen, second);
    assert_eq!(after(&role("3", "Admin", "No Access")), Status::StillLoading);
    assert_eq!(after(&role("2", "Third", "No Access")), Status::StillLoading);
    assert_eq!(after(&role("1", "Admin", "No Access")), Status::StillLoading);
    assert_eq!(after(&two), Status::Read);
}

#[test]
fn what_is_no_other_record_is_read() {
    let before = role("1", "Sync", "Read Only");
    let seen = [screen(&before)];
    let after = |second: &Snapshot| status(&before, &seen, second);
    // A fresh document, whatever it is called; a record that was renamed; a record that changed; two of one name.
    assert_eq!(screen(&role("2", "Sync", "Read Only")).status, Status::Read);
    assert_eq!(after(&role("1", "Sync API", "Read Only")), Status::Read);
    assert_eq!(after(&role("1", "Sync", "Read and Modify")), Status::Read);
    assert_eq!(after(&role("2", "Sync", "Read and Modify")), Status::Read);
    assert_eq!(after(&details("1", "Sync")), Status::Read);
    // A new record gets its id when it is saved; a record of another kind may have the same name.
    let new = role("-1", "Fresh", "Read Only");
    assert_eq!(status(&new, &[], &standing(role("7", "Fresh", "Read Only"), &[])), Status::Read);
    let mut document = Document { evidence: &seen, ..Document::default() };
    document.read(&before);
    let pane = document.pane.as_mut().unwrap();
    pane.shown.id = Some(ScreenId::AgentDetails);
    pane.shown.record = Some(Record { kind: RecordKind::Agent, ..pane.shown.record.clone().unwrap() });
    assert_eq!(document.status(&standing(role("9", "Sync", "Read Only"), &[])), Status::Read);
}

#[test]
fn two_records_of_one_name_and_the_same_values_are_told_apart_by_their_elements() {
    let both = list(&[("0000001", "Sync"), ("0000002", "Sync")]);
    let at = |id: &str, list: &str| page(&(list.to_owned() + &titled("Sync", "Read Only")), id);
    let seen = [screen(&role("1", "Sync", "Read Only")), screen(&role("2", "Sync", "No Access"))];
    let (first, second) = (at("1", &both), at("2", &both));
    // Every element of the pane is a new one, and the list or what was seen before says that both have this name.
    assert_eq!(status(&first, &[], &second), Status::Read);
    assert_eq!(status(&at("1", ""), &seen, &at("2", "")), Status::Read);
    // A pane that is drawn anew before its data came has the old name, too.
    assert_eq!(status(&at("1", ""), &seen[..1], &at("2", "")), Status::StillLoading);
    let other = list(&[("0000001", "Sync"), ("0000002", "Admin")]);
    assert_eq!(status(&at("1", &other), &seen, &at("2", &other)), Status::StillLoading);
    // A part of it stands as it did: its heading, a label, a value.
    for part in ["Sync", "Can add new Tickets", "Read Only", "Yes"] {
        let mut partly = second.clone();
        let last = partly.nodes.text.iter().rposition(|text| text == part).unwrap();
        partly.nodes.flags[last] |= Flags::STANDING;
        assert_eq!(status(&first, &[], &partly), Status::StillLoading, "{part}");
    }
}

#[test]
fn a_value_that_was_not_captured_before_is_no_other_value() {
    let (hidden, _) = withholding(role("1", "Sync", "Read Only"), 0, "Read Only");
    assert_eq!(status(&hidden, &[], &standing(role("2", "Sync", "Read Only"), &[])), Status::StillLoading);
    // One pane fades out over the next one's: what contradicts itself is no other value, either.
    let both = page(&(titled("Sync", "Read Only") + &titled("Sync", "No Access")), "2");
    assert_eq!(status(&role("1", "Sync", "Read Only"), &[], &both), Status::StillLoading);
}

#[test]
fn a_name_that_was_not_captured_yet_keeps_nothing() {
    let mut document = Document::default();
    document.read(&role("1", "Sync", "Read Only"));
    let (nameless, node) = withholding(role("2", "Sync", "Read Only"), 0, "Sync");
    assert_eq!(document.status(&nameless), Status::StillLoading);
    assert_eq!(document.ask, [node]);
    assert_eq!(document.status(&role("2", "Admin", "Read Only")), Status::Read);
}

#[test]
fn a_pane_that_was_gone_in_between_is_a_new_one() {
    let stale = standing(role("2", "Sync", "Read Only"), &[]);
    let mut document = Document::default();
    assert_eq!(document.status(&role("1", "Sync", "Read Only")), Status::Read);
    assert_eq!(document.status(&stale), Status::StillLoading);
    // A loader over the pane does not make it another one.
    assert_eq!(document.status(&page(&(titled("Sync", "Read Only") + LOADER), "2")), Status::StillLoading);
    assert_eq!(document.status(&stale), Status::StillLoading);
    assert_eq!(document.status(&page(LOADER, "2")), Status::StillLoading);
    assert_eq!(document.status(&role("2", "Sync", "Read Only")), Status::Read);
}

const NAMES: &[(&str, &str)] = &[("0000001", "Sync"), ("0000002", "Desk"), ("0000003", "Admin")];

fn beside(list: &str, id: &str, name: &str, level: &str) -> Snapshot {
    page(&(list.to_owned() + &titled(name, level)), id)
}

#[test]
fn the_row_of_the_list_beside_the_pane_says_whose_it_is() {
    let list = list(NAMES);
    let first = beside(&list, "1", "Sync", "Read Only");
    let own = beside(&list, "3", "Admin", "Read and Modify");
    // Two clicks in a row: the second record's pane comes when the address names the third already.
    let late = beside(&list, "3", "Desk", "No Access");
    for between in [None, Some(page(&(list.clone() + LOADER), "3"))] {
        let mut document = Document::default();
        document.read(&first);
        if let Some(loader) = &between {
            assert_eq!(document.status(loader), Status::StillLoading);
        }
        assert_eq!(document.status(&late), Status::StillLoading);
        assert_eq!(document.status(&own), Status::Read);
    }
    // The list names it now; what was seen under another name or id is older.
    let seen = [screen(&role("3", "Former", "No Access")), screen(&role("7", "Admin", "No Access"))];
    assert_eq!(status(&first, &seen, &own), Status::Read);
    assert_eq!(status(&first, &seen, &beside("", "3", "Admin", "Read and Modify")), Status::StillLoading);
    // It may show the same as the record before.
    assert_eq!(status(&first, &[], &beside(&list, "3", "Admin", "Read Only")), Status::Read);
    // A renamed record keeps its old name in the list for a while.
    assert_eq!(status(&first, &[], &beside(&list, "1", "Sync API", "Read Only")), Status::Read);
}

#[test]
fn a_list_that_names_its_records_otherwise_says_nothing() {
    let others = list(&[("0000001", "S. Ync"), ("0000003", "A. Dmin")]);
    let first = beside(&others, "1", "Sync", "Read Only");
    assert_eq!(status(&first, &[], &beside(&others, "3", "Admin", "No Access")), Status::Read);
}

#[test]
fn the_row_is_asked_for_where_it_was_not_captured() {
    let list = list(NAMES);
    let mut document = Document::default();
    let (first, node) = withholding(beside(&list, "1", "Sync", "Read Only"), 0, "Sync");
    assert_eq!(document.status(&first), Status::Read);
    assert_eq!(document.ask, [node], "so that the next record's row can be compared");
    document.read(&beside(&list, "1", "Sync", "Read Only"));
    for (name, then) in [("Desk", Status::StillLoading), ("Admin", Status::Read)] {
        let (unasked, node) = withholding(beside(&list, "3", name, "No Access"), 0, "Admin");
        assert_eq!(document.status(&unasked), Status::StillLoading);
        assert_eq!(document.ask, [node]);
        assert_eq!(document.status(&beside(&list, "3", name, "No Access")), then);
    }
    assert_eq!(document.ask, [] as [u32; 0]);
}

#[test]
fn the_row_that_was_clicked_is_the_records_where_the_address_has_another_id() {
    let list = list(NAMES);
    let at = |name: &str, id: &str| beside(&list, id, name, "No Access");
    let mut document = Document::default();
    let first = at("Sync", "a1f0");
    document.clicked = clicked_on(&first, "Sync");
    assert_eq!(document.status(&first), Status::Read);
    document.clicked = clicked_on(&first, "Admin");
    assert_eq!(document.status(&at("Desk", "c3f0")), Status::StillLoading);
    assert_eq!(document.status(&at("Admin", "c3f0")), Status::Read);
}

#[test]
fn a_pane_that_comes_first_and_late_is_that_of_the_row_with_its_name() {
    let list = list(NAMES);
    let mut document = Document::default();
    // From the list: the first record's row is clicked, and its name is asked for while nothing is there yet.
    let loading = page(&(list.clone() + LOADER), "a1f0");
    let (unasked, node) = withholding(loading.clone(), 0, "Desk");
    document.clicked = Some(node);
    assert_eq!(document.status(&unasked), Status::StillLoading);
    assert_eq!(document.ask, [node]);
    // Then another one is opened, before any pane came.
    let late = beside(&list, "c3f0", "Desk", "No Access");
    let (unasked, node) = withholding(late.clone(), 0, "Admin");
    document.clicked = Some(node);
    assert_eq!(document.status(&unasked), Status::StillLoading);
    assert_eq!(document.ask, [node]);
    assert_eq!(document.status(&late), Status::StillLoading);
    assert_eq!(document.status(&beside(&list, "c3f0", "Admin", "No Access")), Status::Read);
    // A list that names its records otherwise says nothing, nor does a name that no row has.
    let mut fresh = Document { clicked: Some(node), ..Document::default() };
    assert_eq!(fresh.status(&beside(&list, "c3f0", "A. Dmin", "No Access")), Status::Read);
}
