//! The tabs of a record: which one is selected, and whether the fields on the page can be its.

use super::Status;
use super::tree::Tree;
use super::values;
use crate::snapshot::NodeId;
use crate::vocabulary::{RecordKind, ScreenId, key};

/// Tabs in one row. Families of markup live side by side (facts, section 3), sometimes on one tab.
#[derive(Debug, Default)]
pub struct Strip {
    /// What the tabs say, as keys.
    pub tabs: Vec<String>,
    /// Those that are selected: one, where the page is sure.
    pub selected: Vec<String>,
}

/// More selected tabs in one row than this tell no more.
const MOST_SELECTED: usize = 8;

/// Tabs of Halo's that Preflight does not read (facts, section 3).
const OTHER_TABS: [&str; 8] = [
    "Preferences",
    "Access Control",
    "Security",
    "Authentication Options",
    "Allowed Values",
    "Email",
    "Email Settings",
    "Other",
];

impl Strip {
    pub fn has(&self, name: &str) -> bool {
        self.tabs.contains(&name_key(name))
    }

    pub fn selects(&self, name: &str) -> bool {
        self.selected.contains(&name_key(name))
    }

    /// How many of its tabs are a record's.
    fn known(&self) -> usize {
        self.tabs.iter().filter(|t| is_known(t)).count()
    }
}

/// A tab's name without a number behind it ("Permissions (3)"), and without the word that "&" stands for.
fn name_key(text: &str) -> String {
    let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let name = match words.split_last() {
        Some((last, first)) if !first.is_empty() && last.chars().all(|c| c.is_ascii_digit()) => first,
        _ => words.as_slice(),
    };
    key(&name.iter().filter(|w| !w.eq_ignore_ascii_case("and")).copied().collect::<Vec<_>>().join(" "))
}

fn is_known(tab: &str) -> bool {
    let own = ScreenId::ALL.iter().filter_map(|s| s.tab());
    own.chain(OTHER_TABS).any(|name| name_key(name) == tab)
}

/// The rows of tabs outside of the navigation, whose own tabs can look like a record's.
pub fn strips(tree: &Tree) -> Vec<Strip> {
    let mut strips: Vec<(NodeId, Strip)> = Vec::new();
    let (mut elsewhere_to, mut tab_to) = (0, 0);
    for node in tree.visible() {
        if node < elsewhere_to {
            continue;
        }
        if values::is_elsewhere(tree, node) {
            elsewhere_to = tree.range(node).end;
        } else if is_tab(tree, node) {
            // A tab can wrap a tab of another family.
            let row = if node < tab_to { None } else { row_of(tree, node) };
            tab_to = tree.range(node).end.max(tab_to);
            let Some(text) = Some(name_key(&tree.deep_text(node))).filter(|t| !t.is_empty()) else { continue };
            let active = is_active(tree, node);
            let open = strips.last_mut().filter(|(open, _)| row.is_none_or(|row| *open == row));
            if let Some((_, strip)) = open {
                strip.add(text, active);
            } else {
                let mut strip = Strip::default();
                strip.add(text, active);
                strips.push((row.unwrap_or(node), strip));
            }
        }
    }
    strips.into_iter().map(|(_, strip)| strip).collect()
}

/// The element that holds the row of tabs: a list of tabs, else what is around each of them.
fn row_of(tree: &Tree, tab: NodeId) -> Option<NodeId> {
    let is_list = |n: &NodeId| {
        tree.attr(*n, "role") == "tablist" || ["react-tabs__tab-list", "tablist"].iter().any(|c| tree.has_class(*n, c))
    };
    let list = tree.ancestors(tab).take(4).find(is_list);
    let container = || tree.parent(tab).filter(|p| !tree.has_class(*p, "tab-container"));
    // A container around each single tab is no row; the one around all of them is.
    list.or_else(container).or_else(|| {
        let parent = tree.parent(tab)?;
        let holds_others = tree.range(parent).len() > tree.range(tab).len() + 1;
        if holds_others { Some(parent) } else { tree.parent(parent) }
    })
}

impl Strip {
    fn add(&mut self, tab: String, active: bool) {
        if active && self.selected.len() < MOST_SELECTED && !self.selected.contains(&tab) {
            self.selected.push(tab.clone());
        }
        if self.tabs.last() != Some(&tab) {
            self.tabs.push(tab);
        }
    }
}

/// Whether one row has several of a record's tabs.
pub fn are_several(strips: &[Strip]) -> bool {
    strips.iter().any(|strip| strip.known() > 1)
}

fn is_active(tree: &Tree, node: NodeId) -> bool {
    tree.attr(node, "aria-selected") == "true"
        || ["tabselected", "react-tabs__tab--selected", "tabactive"].iter().any(|c| tree.has_class(node, c))
}

/// Whether this is a tab.
pub fn is_tab(tree: &Tree, node: NodeId) -> bool {
    tree.attr(node, "role") == "tab"
        || ["react-tabs__tab", "tabsheet"].iter().any(|c| tree.has_class(node, c))
        || (tree.has_class(node, "tab") && tree.parent(node).is_some_and(|p| tree.has_class(p, "tab-container")))
}

/// Why the fields on the page are not believed to be the screen's; `None` where the tabs do not speak against it. The
/// first click on a tab may be swallowed, and the fields of the tab before stay for a moment (facts, section 4).
pub fn doubt(strips: &[Strip], candidates: &[ScreenId]) -> Option<Status> {
    let names: Vec<&str> =
        candidates.iter().filter(|c| c.kind() != RecordKind::Tenant).filter_map(|c| c.tab()).collect();
    if names.is_empty() {
        return None;
    }
    // Tabs inside of a tab have names of their own: a record's strip is one with a record's tabs, if there is any.
    let known: Vec<&Strip> = strips.iter().filter(|s| s.known() > 0).collect();
    let of_record = if known.is_empty() { strips.iter().collect() } else { known };
    let selected: Vec<&String> = of_record.iter().flat_map(|s| &s.selected).collect();
    if selected.iter().all(|tab| names.iter().any(|name| name_key(name) == **tab)) {
        return None;
    }
    if selected.iter().any(|tab| is_known(tab)) {
        return Some(Status::StillLoading);
    }
    let is_english = of_record.iter().any(|s| s.known() > 0);
    Some(if is_english { Status::NotAConfigurationScreen } else { Status::LanguageNotRecognised })
}
