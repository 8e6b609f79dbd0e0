//! Made from extension/_locales/ by tests/it/generate; do not edit.

/// Code and words of every language.
pub static LANGUAGES: &[(&str, &str)] = &[
    ("de", include_str!("../../extension/_locales/de/messages.json")),
    ("en", include_str!("../../extension/_locales/en/messages.json")),
];
