//! What a person presses on a page: its tabs and buttons.

use super::recognise::{button_key, is_button, is_tab};
use super::tree::Tree;
use crate::snapshot::{Flags, NodeId, Snapshot};
use crate::vocabulary::key;

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
        self.tree.visible().find(|n| is_tab(&self.tree, *n) && key(&self.tree.deep_text(*n)) == key(label))
    }

    /// The button that says this and can be pressed.
    #[must_use]
    pub fn button(&self, label: &str) -> Option<NodeId> {
        let wanted = key(label);
        let can_be_pressed = |n: &NodeId| is_button(&self.tree, *n) && !self.tree.flag(*n, Flags::DISABLED);
        self.tree.visible().find(|n| can_be_pressed(n) && button_key(&self.tree, *n) == wanted)
    }
}
