//! Read or edit mode. The address never tells (facts, section 4): the toolbar of the record's pane does, else its controls.

use super::Mode;
use super::pairs::Pair;
use super::recognise::{button_key, is_button, titles};
use super::rows::Rows;
use super::tabs::is_tab;
use super::tree::Tree;
use super::values::{self, Place, Raw};
use crate::snapshot::NodeId;
use crate::vocabulary::ScreenId;

/// What tells the mode.
pub struct Form<'a> {
    pub tree: &'a Tree<'a>,
    pub pairs: &'a [Pair],
    pub rows: &'a Rows,
    pub places: &'a [Place],
    pub screens: &'a [ScreenId],
}

/// A button of the toolbar, or one that only says the same.
struct Press {
    in_pane: bool,
    in_toolbar: bool,
}

impl Form<'_> {
    pub fn mode(&self) -> Mode {
        let (saves, edits) =
            (self.presses(&["save", "savechanges", "saveandclose", "saveclose"]), self.presses(&["edit"]));
        // Where the pane is cannot always be told; Halo's own toolbar counts wherever it stands.
        let counts = |press: &Press| press.in_pane || press.in_toolbar;
        let (saves, edits) = (saves.iter().any(counts), edits.iter().any(counts));
        let (controls, texts) = self.count();
        let is_form = controls > texts * 2 || (controls > texts && !edits);
        if (saves && !edits) || is_form || ((saves || !edits) && self.rows_can_be_changed()) {
            Mode::Edit
        } else {
            Mode::Read
        }
    }

    /// Controls and texts among the record's own fields. A table's pager and a search box are controls of the page.
    fn count(&self) -> (usize, usize) {
        let is_own = |p: &&Pair| self.screens.iter().any(|s| p.field(*s).is_some());
        let own = self.pairs.iter().filter(is_own).filter_map(|p| p.place.as_ref());
        let controls = own.clone().filter(|p| p.control).count();
        (controls, own.count() - controls)
    }

    /// Whether rows of a table hold what only an edit needs.
    fn rows_can_be_changed(&self) -> bool {
        let is_select = |p: &&Place| p.control && !matches!(p.raw, Raw::Ticked(_));
        self.places.iter().filter(is_select).any(|p| self.rows.around(p.node).is_some())
    }

    /// The buttons with one of these words, outside of the navigation, dialogs, lists and tables.
    fn presses(&self, words: &[&str]) -> Vec<Press> {
        let tree = self.tree;
        let pane = self.pane();
        let mut found = Vec::new();
        let (mut elsewhere_to, mut toolbar_to) = (0, 0);
        for node in tree.visible() {
            if node < elsewhere_to {
                continue;
            }
            if values::is_elsewhere(tree, node) || matches!(tree.tag(node), "header" | "footer" | "aside") {
                elsewhere_to = tree.range(node).end;
                continue;
            }
            if tree.has_class(node, "buttons-container") {
                toolbar_to = tree.range(node).end.max(toolbar_to);
            }
            let says = |n| words.contains(&button_key(tree, n).as_str());
            if is_button(tree, node) && self.rows.around(node).is_none() && !self.is_in_panel(node) && says(node) {
                let in_pane = pane.is_none_or(|pane| tree.contains(pane, node));
                found.push(Press { in_pane, in_toolbar: node < toolbar_to || self.stands_by_cancel(node) });
            }
        }
        found
    }

    /// Edit becomes Save and Cancel (facts, section 3).
    fn stands_by_cancel(&self, node: NodeId) -> bool {
        /// More buttons than a toolbar has.
        const MOST: usize = 60;
        let Some(toolbar) = self.tree.parent(node) else { return false };
        let is_cancel = |n: NodeId| is_button(self.tree, n) && button_key(self.tree, n) == "cancel";
        self.tree.subtree(toolbar).take(MOST).any(is_cancel)
    }

    /// A list's own little form ("Add, then Save in the panel": facts, 11.4).
    fn is_in_panel(&self, node: NodeId) -> bool {
        self.tree.ancestors(node).take(4).any(|n| self.tree.has_class(n, "add-panel"))
    }

    /// The smallest element around the record's title, its tabs and its fields; `None` where they tell too little.
    fn pane(&self) -> Option<NodeId> {
        let tree = self.tree;
        let is_own = |p: &&Pair| self.screens.iter().any(|s| p.field(*s).is_some());
        let fields = self.pairs.iter().filter(is_own).filter_map(|p| p.label.or(p.place.as_ref().map(|p| p.node)));
        let tabs = tree.visible().filter(|n| is_tab(tree, *n) && !self.is_beside(*n));
        let is_own_table = |n: &NodeId| !self.is_beside(*n) && !values::is_elsewhere(tree, *n);
        let tables = self.rows.tables.iter().map(|t| t.node).filter(is_own_table);
        let marks: Vec<NodeId> = titles(tree).chain(tabs).chain(fields).chain(tables).collect();
        let (first, last) = (*marks.iter().min()?, *marks.iter().max()?);
        // A single field has no pane that could be told from the page.
        (first < last).then(|| tree.ancestors(first).find(|n| tree.contains(*n, last)))?
    }

    fn is_beside(&self, tab: NodeId) -> bool {
        self.tree.ancestors(tab).take(6).any(|n| values::is_elsewhere(self.tree, n))
    }
}
