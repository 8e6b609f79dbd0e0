//! The model of one page: what is shown of which record, how, and how far a person can rely on it.

use std::collections::BTreeMap;

use preflight::vocabulary::{Field, ScreenId};

use crate::generated::truth::Setting;

/// Whether what is really so can be told from the page. Later is worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Sight {
    /// Shown plainly: the outcome follows.
    Clear,
    /// Shown, with something beside it that may raise doubt: the outcome that is true, or none.
    Doubtful,
    /// Not to be told by anybody.
    None,
}

/// One labelled field.
#[derive(Debug, Clone)]
pub struct Row {
    pub field: &'static Field,
    /// The label as this page words it.
    pub label: String,
    pub setting: Setting,
    pub sight: Sight,
    /// Markup in place of the usual one.
    pub html: Option<String>,
    /// Markup before and after the row, in the same section.
    pub before: String,
    pub after: String,
}

/// A row of a membership table or of a field list.
#[derive(Debug, Clone)]
pub struct Entry {
    pub name: String,
    pub level: &'static str,
    pub inherited: bool,
}

/// A field that is a table.
#[derive(Debug, Clone)]
pub struct Table {
    pub field: &'static Field,
    pub entries: Vec<Entry>,
    /// What is there can be told.
    pub sight: Sight,
    /// That there is nothing else can be told.
    pub whole: Sight,
    /// Markup around the table.
    pub before: String,
    pub inside: String,
    pub after: String,
    /// Attributes of the table.
    pub attributes: String,
}

#[derive(Debug, Clone)]
pub struct Section {
    pub title: String,
    pub rows: Vec<Row>,
    pub collapsed: bool,
}

/// The families of tabs (facts, section 3).
pub const TAB_FAMILIES: usize = 5;

#[derive(Debug, Clone)]
pub struct Page {
    pub screen: ScreenId,
    pub edit: bool,
    /// The record's name, as the pane shows it; empty for pages without records.
    pub name: String,
    pub url: String,
    pub title: String,
    pub sections: Vec<Section>,
    pub tables: Vec<Table>,
    pub tab_family: usize,
    /// What the active tab is called, if not what the screen's is.
    pub active_tab: Option<String>,
    /// How boxes and their labels stand to each other; see `layout`.
    pub box_style: usize,
    /// How a react-select is marked up; see `layout`.
    pub select_style: usize,
    pub two_containers: bool,
    pub nav_tabs: bool,
    pub toolbar: bool,
    /// Markup before the record's pane, in the pane before the sections, after them, and at the end of the body.
    pub beside: String,
    pub first: String,
    pub last: String,
    pub over: String,
    /// The record is one of several that together decide: only what it grants is certain.
    pub one_of_several: bool,
    /// Caps what can be told of any field.
    pub sight: Sight,
    /// What was done to the page; shown when the case fails.
    pub twists: Vec<String>,
    /// Which of it changed a field's own row or table.
    pub touched: BTreeMap<&'static str, String>,
}

impl Page {
    pub fn rows(&self) -> impl Iterator<Item = &Row> {
        self.sections.iter().flat_map(|s| &s.rows)
    }

    /// The field's own row; one of the tenant's own fields of that name only where there is no other.
    pub fn row(&self, field: &str) -> Option<&Row> {
        let (own, custom): (Vec<&Section>, Vec<&Section>) =
            self.sections.iter().partition(|s| !s.title.starts_with("Custom Field"));
        own.into_iter().chain(custom).flat_map(|s| &s.rows).find(|r| r.field.label == field)
    }

    /// What each field looks like: to find out which of them a change touched.
    pub fn looks(&self) -> BTreeMap<&'static str, String> {
        let rows = self.rows().map(|r| (r.field.label, format!("{r:?}")));
        rows.chain(self.tables.iter().map(|t| (t.field.label, format!("{t:?}")))).collect()
    }

    /// Positions of the rows that nothing was done to yet.
    pub fn plain(&self) -> Vec<(usize, usize)> {
        let mut all = Vec::new();
        for (s, section) in self.sections.iter().enumerate().filter(|(_, s)| !s.collapsed) {
            let plain =
                |r: &Row| r.sight == Sight::Clear && r.html.is_none() && r.before.is_empty() && r.after.is_empty();
            all.extend((0..section.rows.len()).filter(|r| plain(&section.rows[*r])).map(|r| (s, r)));
        }
        all
    }

    pub fn row_at(&mut self, (section, row): (usize, usize)) -> &mut Row {
        &mut self.sections[section].rows[row]
    }
}
