//! Today's date.

/// Today where the reader is, as ISO 8601 (`2026-11-21`), which sorts as dates do.
pub fn today() -> String {
    chrono::Local::now().format("%Y-%m-%d").to_string()
}
