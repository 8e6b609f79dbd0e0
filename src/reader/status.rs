//! What became of a page, and whether it shows values or controls.

use serde::{Deserialize, Serialize};

/// What could be made of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// Read.
    Read,
    /// Halo has not put the record there yet.
    StillLoading,
    /// It looks like Halo, but too few words are known: another language, or every label renamed.
    LanguageNotRecognised,
    /// Not one of the screens that Preflight reads.
    NotAConfigurationScreen,
    /// No page at all (empty, binary, too large).
    Unreadable,
}

/// Read or edit mode.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// Values as text.
    Read,
    /// Values in controls; what they show may not be saved yet.
    Edit,
}

impl Status {
    /// Its id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::StillLoading => "still-loading",
            Self::LanguageNotRecognised => "language-not-recognised",
            Self::NotAConfigurationScreen => "not-a-configuration-screen",
            Self::Unreadable => "unreadable",
        }
    }
}

impl Mode {
    /// Its id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Read => "read",
            Self::Edit => "edit",
        }
    }
}
