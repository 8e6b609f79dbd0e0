//! Text in HTML and in Markdown.

/// Text as it stands between tags and in quoted attributes.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The markup of several things, one after the other.
pub(crate) fn each<T>(things: impl IntoIterator<Item = T>, markup: impl FnMut(T) -> String) -> String {
    things.into_iter().map(markup).collect::<Vec<_>>().concat()
}

/// Text as it stands in a line of Markdown. Markup, pictures, links, code and emphasis: none of them may come from a page or
/// a profile.
pub(crate) fn in_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\n' | '\r' => out.push(' '),
            '\\' | '|' | '*' | '_' | '~' | '[' | ']' | '`' | '!' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}
