//! Text in HTML.

/// Text as it stands between tags and in quoted attributes.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The markup of several things, one after the other.
pub(crate) fn each<T>(things: impl IntoIterator<Item = T>, markup: impl FnMut(T) -> String) -> String {
    things.into_iter().map(markup).collect::<Vec<_>>().concat()
}
