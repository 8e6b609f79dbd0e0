//! Made from src/limits.json, the one list for the core and the extension by tests/it/generate; do not edit.

/// Most of `address`.
pub const MAX_ADDRESS: usize = 8192;
/// Most of `attributes`.
pub const MAX_ATTRIBUTES: usize = 300000;
/// Most of `error`.
pub const MAX_ERROR: usize = 4000;
/// Most of `finding`.
pub const MAX_FINDING: usize = 200;
/// Most of `link_features`.
pub const MAX_LINK_FEATURES: usize = 50;
/// Most of `link_field`.
pub const MAX_LINK_FIELD: usize = 120;
/// Most of `nodes`.
pub const MAX_NODES: usize = 20000;
/// Most of `profile`.
pub const MAX_PROFILE: usize = 1048576;
/// Most of `said`.
pub const MAX_SAID: usize = 500;
/// Most of `text`.
pub const MAX_TEXT: usize = 300;
/// Most of `ticks`.
pub const MAX_TICKS: usize = 5000;
/// Most of `vendors`.
pub const MAX_VENDORS: usize = 20;
