//! What a person presses on a page: its tabs and buttons.

use super::pairs::{self, Pair};
use super::recognise::{button_key, is_button};
use super::rows::Rows;
use super::tabs::is_tab;
use super::tree::Tree;
use super::values::{self, Raw};
use crate::snapshot::{Flags, NodeId, Snapshot};
use crate::vocabulary::key;

/// A mandatory field of an open form that has no value yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blank {
    /// Its label, without the asterisk.
    pub label: String,
    /// The control.
    pub target: NodeId,
}

/// The tabs and buttons of one page.
pub struct Controls<'a> {
    tree: Tree<'a>,
}

impl<'a> Controls<'a> {
    /// Finds them.
    ///
    /// # Errors
    /// As [`super::read`].
    pub fn of(snapshot: &'a Snapshot) -> Result<Self, String> {
        Ok(Self { tree: Tree::new(snapshot)? })
    }

    /// The tab with this label.
    #[must_use]
    pub fn tab(&self, label: &str) -> Option<NodeId> {
        let tree = &self.tree;
        let mut elsewhere_to = 0;
        // The app has tabs of its own in the navigation, and a dialog may have some.
        let mut of_record = tree.visible().filter(|n| {
            if values::is_elsewhere(tree, *n) {
                elsewhere_to = tree.range(*n).end.max(elsewhere_to);
            }
            *n >= elsewhere_to
        });
        of_record.find(|n| is_tab(tree, *n) && key(&tree.deep_text(*n)) == key(label))
    }

    /// The button that says this and can be pressed.
    #[must_use]
    pub fn button(&self, label: &str) -> Option<NodeId> {
        let wanted = key(label);
        let can_be_pressed = |n: &NodeId| is_button(&self.tree, *n) && !self.tree.flag(*n, Flags::DISABLED);
        self.tree.visible().find(|n| can_be_pressed(n) && button_key(&self.tree, *n) == wanted)
    }

    /// The first mandatory field that is empty: Halo does not save the form before it is filled in.
    #[must_use]
    pub fn blank(&self) -> Option<Blank> {
        let (rows, places) = (Rows::of(&self.tree), values::places(&self.tree));
        pairs::pairs(&self.tree, &rows, &places).iter().find_map(|pair| self.blank_of(pair))
    }

    fn blank_of(&self, pair: &Pair) -> Option<Blank> {
        let place = pair.place.as_ref().filter(|place| place.control)?;
        let is_required = self.is_required(place.node);
        // The browser asks for a tick where a box says that it is required; an asterisk only asks for an answer.
        let is_blank = says_nothing(&place.raw) || (is_required && place.raw == Raw::Ticked(false));
        let is_mandatory = is_blank && (is_required || pair.label.is_some_and(|label| self.is_mandatory(label)));
        let label = pair.text.trim_matches(|c: char| c == '*' || c == ':' || c.is_whitespace()).to_owned();
        is_mandatory.then_some(Blank { label, target: place.node })
    }

    /// Whether a control says of itself that it has to be filled in: on it or in it, on what wraps it, or on the input that
    /// a react-select puts beside itself for this.
    fn is_required(&self, control: NodeId) -> bool {
        /// A react-select has about a dozen elements.
        const MOST: usize = 40;
        let says = |node: NodeId| {
            self.tree.attr(node, "required") == "true" || self.tree.attr(node, "aria-required") == "true"
        };
        let beside = self.tree.next_sibling(control).filter(|n| self.tree.class_contains(*n, "requiredInput"));
        let around = [beside, self.tree.parent(control)].into_iter().flatten();
        self.tree.subtree(control).take(MOST).chain(around).any(says)
    }

    /// Halo marks a mandatory field by an asterisk in or beside its label (facts, 2.2).
    fn is_mandatory(&self, label: NodeId) -> bool {
        let marks = |node: NodeId| {
            let text = self.tree.text(node).trim();
            let named = ["asterisk", "mandatory"].iter().any(|part| self.tree.class_contains(node, part));
            named || text.starts_with('*') || text.ends_with('*')
        };
        let beside = self.tree.next_sibling(label).filter(|node| self.tree.subtree(*node).take(2).count() == 1);
        // A label inside has a mark of its own.
        let mut own = self.tree.subtree(label).take_while(|n| *n == label || self.tree.tag(*n) != "label");
        own.any(marks) || beside.is_some_and(marks)
    }
}

/// Nothing is chosen or written: the placeholder shows, or the choice that stands for none.
fn says_nothing(raw: &Raw) -> bool {
    match raw {
        Raw::Blank => true,
        Raw::Text { parts, .. } => ["", "select", "none", "notset"].contains(&key(&parts.concat()).as_str()),
        Raw::Chosen(entries) => entries.is_empty(),
        Raw::Ticked(_) | Raw::Withheld(_) | Raw::Pending | Raw::Unclear(_) => false,
    }
}
