//! What a page can have besides its fields: decoys, contradictions, hidden copies, other wordings. Each changes the page
//! and says what can still be told from it.

mod around;
mod rows;

use crate::generated::page::Page;
use crate::generated::profile::Asked;
use crate::generated::rng::Rng;

/// A change; `None` where the page has nothing that it could change.
type Twist = fn(&mut Rng, &mut Page, &Asked) -> Option<String>;

/// All of them, by name.
pub const TWISTS: [(&str, Twist); 33] = [
    ("hidden-copy", rows::hidden_copy),
    ("hidden-alone", rows::hidden_alone),
    ("change-log", around::change_log),
    ("change-log-tab", around::change_log_tab),
    ("struck-out", rows::struck_out),
    ("struck-alone", rows::struck_alone),
    ("two-values", rows::two_values),
    ("two-boxes", rows::two_boxes),
    ("indeterminate", rows::indeterminate),
    ("title-contradicts", rows::title_contradicts),
    ("text-unknown", rows::text_unknown),
    ("bare-number", rows::bare_number),
    ("dialog", around::dialog),
    ("custom-field-beside", rows::custom_field_beside),
    ("custom-field-alone", rows::custom_field_alone),
    ("list-row", around::list_row),
    ("stale-group", around::stale_group),
    ("other-tab", around::other_tab),
    ("loader", around::loader),
    ("collapsed", around::collapsed),
    ("renamed-label", rows::renamed_label),
    ("unknown-scope", rows::unknown_scope),
    ("help-text", rows::help_text),
    ("foreign-language", around::foreign_language),
    ("label-alone", rows::label_alone),
    ("second-row", rows::second_row),
    ("page-inputs", around::page_inputs),
    ("no-address", around::no_address),
    ("pending-button", around::pending_button),
    ("native-select", rows::native_select),
    ("table-row", rows::table_row),
    ("summary-card", around::summary_card),
    ("hidden-neighbour", rows::hidden_neighbour),
];
