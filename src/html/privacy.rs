//! Which texts of a saved page are kept back: the content script's rule for secrets (`extension/content`). Free text is
//! read, since the person who saved the page is the one who reads the report.

use std::collections::BTreeSet;

use scraper::ElementRef;

use super::folded;
use super::secret::{looks_like_token, names_secret};
use crate::vocabulary::{self, key};

/// What is known of secrets while a page is gone through in document order.
pub(super) struct Privacy {
    /// Keys of the vocabulary's own words: they give nothing away, wherever they stand.
    words: BTreeSet<String>,
    /// Ids of controls whose label announces a secret.
    labelled: BTreeSet<String>,
    /// The label read last announces a secret: whatever follows, up to the next label, is one.
    under_secret_label: bool,
}

impl Privacy {
    pub fn of(root: ElementRef) -> Self {
        let labels = root.descendent_elements().filter(|e| e.value().name() == "label");
        let secret = labels.filter(|label| names_secret(&folded(label.text())));
        let labelled = secret.filter_map(|label| label.attr("for").map(str::to_owned)).collect();
        Self { words: vocabulary::words().into_iter().collect(), labelled, under_secret_label: false }
    }

    /// Takes notice of the next element; says whether it stands for a secret by its name or its label.
    pub fn stands_for_secret(&mut self, element: ElementRef) -> bool {
        if names_field(element) {
            let own = folded(element.text()) + " " + element.attr("for").unwrap_or_default();
            self.under_secret_label = names_secret(&own);
        }
        let id = element.attr("id").unwrap_or_default();
        self.under_secret_label
            || names_secret(id)
            || names_secret(element.attr("name").unwrap_or_default())
            || self.labelled.contains(id)
    }

    /// Whether a text is kept back that stands on an element of this kind.
    pub fn is_secret(&self, text: &str, is_structural: bool, stands_for_secret: bool) -> bool {
        let may_be = looks_like_token(text) || (stands_for_secret && !is_structural);
        !text.is_empty() && may_be && !self.words.contains(&key(text))
    }
}

/// What begins a new field.
fn names_field(element: ElementRef) -> bool {
    matches!(element.value().name(), "label" | "legend" | "th" | "dt") || has_class(element, &["details-group-header"])
}

/// The screen's own furniture: a label, a heading, a tab or a button.
pub(super) fn is_structural(element: ElementRef) -> bool {
    const CLASSES: &[&str] = &[
        "rt-th",
        "rt-resizable-header-content",
        "react-tabs__tab",
        "tab",
        "tabsheet",
        "details-group-header",
        "title",
    ];
    let is_press = |kind: &str| kind.eq_ignore_ascii_case("submit") || kind.eq_ignore_ascii_case("button");
    match element.value().name() {
        "label" | "legend" | "th" | "button" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => true,
        "input" if element.attr("type").is_some_and(is_press) => true,
        _ => element.attr("role") == Some("tab") || has_class(element, CLASSES),
    }
}

fn has_class(element: ElementRef, names: &[&str]) -> bool {
    element.value().classes().any(|class| names.contains(&class))
}
