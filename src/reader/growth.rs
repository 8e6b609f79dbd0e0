//! Reading a page of any shape costs in proportion to its elements: counted in looks at them, on pages of two sizes.

use super::tree::STEPS;
use super::{Controls, read};
use crate::snapshot::{Flags, MAX_NODES, NO_PARENT, NodeId, Snapshot};

const SMALL: usize = MAX_NODES / 8;

/// Eight times the elements cost eight times as much, and a little for what is looked up in sorted lists.
const MOST: f64 = 10.0;

const ROLE: &str = "https://demo.halopsa.com/config/agents/roles?id=1";
const FIELD_LIST: &str = "https://demo.halopsa.com/config/tickets/tickettype?id=21";

/// A page that is built up to a number of elements.
struct Page {
    snapshot: Snapshot,
    open: Vec<NodeId>,
    most: usize,
}

type Attributes<'a> = &'a [(&'a str, &'a str)];

impl Page {
    /// A record with a title, its tabs and one field that shows a value.
    fn new(url: &str, tab: &str, most: usize) -> Self {
        let snapshot = Snapshot { url: url.into(), ..Snapshot::default() };
        let mut page = Self { snapshot, open: Vec::new(), most };
        page.enter("body", &[("class", "app-container")], "");
        page.add("div", &[("class", "details_page_title")], "Sync");
        page.add("div", &[("class", "react-tabs__tab"), ("aria-selected", "true")], tab);
        page.add("div", &[("class", "react-tabs__tab")], "Access Control");
        page.row("Tickets Access Level");
        page
    }

    fn has_room(&self) -> bool {
        self.snapshot.nodes.tag.len() + 4 < self.most
    }

    fn enter(&mut self, tag: &str, attributes: Attributes, text: &str) {
        let nodes = &mut self.snapshot.nodes;
        let id = u32::try_from(nodes.tag.len()).unwrap_or_default();
        nodes.tag.push(tag.into());
        nodes.parent.push(self.open.last().copied().unwrap_or(NO_PARENT));
        nodes.text.push(text.into());
        nodes.flags.push(0);
        for (name, value) in attributes {
            self.snapshot.attrs.node.push(id);
            self.snapshot.attrs.name.push((*name).into());
            self.snapshot.attrs.value.push((*value).into());
        }
        self.open.push(id);
    }

    fn leave(&mut self) {
        self.open.pop();
    }

    fn add(&mut self, tag: &str, attributes: Attributes, text: &str) {
        self.enter(tag, attributes, text);
        self.leave();
    }

    fn flag(&mut self, tag: &str, attributes: Attributes, flag: u16) {
        self.add(tag, attributes, "");
        if let Some(flags) = self.snapshot.nodes.flags.last_mut() {
            *flags = flag;
        }
    }

    fn row(&mut self, label: &str) {
        self.enter("div", &[("class", "row")], "");
        self.add("label", &[], label);
        self.add("div", &[("class", "read-value")], "Read Only");
        self.leave();
    }
}

/// Fills the page with this, again and again; what it leaves open nests.
type Fill = fn(&mut Page);

fn looks(url: &str, tab: &str, fill: Fill, most: usize) -> usize {
    let mut page = Page::new(url, tab, most);
    while page.has_room() {
        fill(&mut page);
    }
    let before = STEPS.get();
    let screen = read(&page.snapshot, "page").map(|screen| screen.status);
    let controls =
        Controls::of(&page.snapshot).map(|controls| (controls.blank(), controls.tab("-"), controls.button("-")));
    assert!(screen.is_ok() && controls.is_ok(), "a sound page");
    STEPS.get() - before
}

fn check(shape: &str, fill: Fill) {
    for (url, tab) in [(ROLE, "Permissions"), (ROLE, "Departments & Teams"), (FIELD_LIST, "Field List")] {
        let (small, large) = (looks(url, tab, fill, SMALL), looks(url, tab, fill, MAX_NODES));
        #[allow(clippy::cast_precision_loss, reason = "a ratio")]
        let growth = large as f64 / small as f64;
        assert!(growth <= MOST, "{shape} on {tab}: {small} looks at {SMALL} elements, {large} at {MAX_NODES}");
    }
}

macro_rules! shapes {
    ($($name:ident: $fill:expr;)*) => {
        $(#[test]
        fn $name() {
            check(stringify!($name), $fill);
        })*
    };
}

shapes! {
    rows: |p| p.row("Can add new Tickets");
    nested_elements: |p| p.enter("div", &[], "");
    nested_texts: |p| p.enter("div", &[("class", "row")], "Yes");
    nested_buttons: |p| p.enter("button", &[("class", "button")], "Save");
    buttons_in_a_row: |p| p.add("button", &[], "Save");
    save_buttons_after_hidden_ones: |p| {
        p.flag("i", &[], Flags::HIDDEN);
        p.add("button", &[], "Save");
    };
    tabs: |p| p.add("div", &[("class", "react-tabs__tab"), ("aria-selected", "true")], "Permissions");
    nested_tabs: |p| p.enter("div", &[("role", "tab")], "Permissions");
    titles: |p| p.add("div", &[("class", "details_page_title")], "Sync");
    nested_titles: |p| p.enter("div", &[("class", "details_page_title")], "");
    withheld_titles: |p| p.flag("div", &[("class", "details_page_title")], Flags::WITHHELD);
    nested_labels: |p| p.enter("label", &[], "Can add new Tickets");
    nested_labels_without_text: |p| p.enter("label", &[("for", "none")], "");
    nested_mandatory_labels: |p| {
        p.enter("label", &[], "Can add new Tickets");
        p.flag("input", &[("type", "text")], 0);
    };
    nested_labels_with_values: |p| {
        p.enter("label", &[], "");
        p.add("span", &[], "Can add new Tickets");
        p.add("div", &[("class", "read-value")], "Yes");
    };
    labels_in_one_row: |p| p.add("label", &[], "Can add new Tickets");
    labels_then_values: |p| {
        if p.snapshot.nodes.tag.len() * 2 < p.most {
            p.add("label", &[], "Can add new Tickets");
        } else {
            p.add("div", &[("class", "read-value")], "Yes");
        }
    };
    boxes_then_labels: |p| {
        p.flag("input", &[("type", "checkbox")], 0);
        p.add("label", &[], "Can add new Tickets");
    };
    labels_for_one_control: |p| p.add("label", &[("for", "none")], "Can add new Tickets");
    labels_for_far_controls: |p| {
        let at = p.snapshot.nodes.tag.len();
        if at * 2 < p.most {
            p.add("label", &[("for", &format!("c{}", at + p.most / 2))], "Can add new Tickets");
        } else {
            p.flag("input", &[("id", &format!("c{at}")), ("aria-label", "Can delete Tickets")], 0);
        }
    };
    texts_beside_texts: |p| p.add("span", &[], "Can add new Tickets");
    states_after_a_label: |p| p.add("span", &[], "Yes");
    named_controls: |p| p.flag("input", &[("aria-label", "Can delete Tickets"), ("value", "Yes")], 0);
    controls_with_another_name: |p| p.flag("input", &[("aria-label", "Search"), ("placeholder", "Search")], 0);
    placeholders: |p| p.flag("input", &[("placeholder", "Filter"), ("type", "text")], Flags::WITHHELD);
    nested_selects: |p| {
        p.enter("div", &[("class", "css-1-control")], "");
        p.add("input", &[("id", "react-select-2-input")], "");
    };
    nested_switches: |p| p.enter("div", &[("class", "switches")], "");
    nested_values: |p| p.enter("div", &[("class", "read-value")], "");
    nested_withheld_values: |p| {
        p.enter("div", &[("class", "read-value")], "");
        p.flag("i", &[], Flags::WITHHELD);
    };
    chips: |p| p.add("span", &[("class", "css-1-multiValue chip")], "Team");
    nested_chips: |p| p.enter("span", &[("class", "chip")], "Team");
    tables: |p| {
        p.enter("table", &[], "");
        p.enter("tr", &[], "");
        p.add("td", &[], "Team");
        p.leave();
        p.leave();
    };
    logs: |p| {
        p.enter("table", &[], "");
        p.enter("tr", &[], "");
        p.add("th", &[], "Old");
        p.leave();
        p.leave();
    };
    nested_tables: |p| {
        p.enter("table", &[], "");
        p.enter("tr", &[], "");
        p.enter("td", &[], "Can add new Tickets");
    };
    cells_in_one_row: |p| {
        if p.open.len() < 3 {
            p.enter("table", &[], "");
            p.enter("tr", &[], "");
        }
        p.add("td", &[], "Can add new Tickets");
    };
    labels_in_cells_of_one_row: |p| {
        if p.open.len() < 3 {
            p.enter("table", &[], "");
            p.enter("tr", &[], "");
        }
        p.enter("td", &[], "");
        p.add("label", &[], "Can add new Tickets");
        p.leave();
    };
    empty_cells_after_labels: |p| {
        if p.open.len() < 3 {
            p.enter("table", &[], "");
            p.enter("tr", &[], "");
        }
        if p.snapshot.nodes.tag.len() * 2 < p.most {
            p.enter("td", &[], "");
            p.add("label", &[], "7");
            p.leave();
        } else {
            p.add("td", &[], "");
        }
    };
    rows_of_one_table: |p| {
        if p.open.len() < 3 {
            p.enter("div", &[("class", "ReactTable")], "");
            p.enter("div", &[("class", "rt-tbody")], "");
        }
        p.enter("div", &[("class", "rt-tr"), ("role", "row")], "");
        p.add("div", &[("class", "rt-td")], "Support");
        p.add("div", &[("class", "rt-td")], "Yes");
        p.leave();
    };
    pagers: |p| p.add("div", &[("class", "pagination-bottom")], "1");
    nested_pagers: |p| p.enter("div", &[("class", "pagination-bottom")], "1");
    headings: |p| p.add("h3", &[], "Recommended");
    nested_headings: |p| p.enter("h3", &[("class", "title")], "Recommended");
    loaders: |p| p.add("div", &[("class", "skeleton"), ("role", "progressbar")], "");
}
