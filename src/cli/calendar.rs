//! Days, and which is today.

/// Today where the reader is, as ISO 8601 (`2026-11-21`), which sorts as dates do.
pub fn today() -> String {
    chrono::Local::now().format("%Y-%m-%d").to_string()
}

/// Whether a text is a day of the calendar as ISO 8601. Any other text would sort before or after all of them.
pub fn is_day(text: &str) -> bool {
    text.len() == "2026-11-21".len() && chrono::NaiveDate::parse_from_str(text, "%Y-%m-%d").is_ok()
}
