//! Tests of the core and its command line from outside, as one program: it is linked once.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::format_collect,
    missing_docs,
    reason = "a test fails by panicking, and makes text of text"
)]

mod alternatives;
mod cli;
mod docs;
mod doubts;
mod generate;
mod generated;
mod guide;
mod halo;
mod hidden;
mod laws;
mod layers;
mod login_type;
mod markup;
mod masks;
mod needs;
mod pane;
mod profiles;
mod purity;
mod reading;
mod records;
mod scopes;
mod seeds;
mod site;
mod support;
mod tour;
mod twins;
mod unsettled;
mod vendors;
mod wording;
