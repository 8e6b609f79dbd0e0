//! Text in HTML, Markdown, CSV, JSON and plain text. What a page or a profile says is never markup, never a link, never a
//! formula, and never turns the direction in which a reader reads.

use std::fmt::Write as _;

/// Characters without a shape of their own: they turn the direction of writing, or hide in a text.
const fn is_invisible(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
            | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{3164}'
            | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'
            | '\u{e0000}'..='\u{e0fff}'
    )
}

/// Text of a page or a profile in one line of plain text: as it is read, and with addresses of which no mail program, ticket
/// or chat makes a link (`https[:]//…`, `www[.]…`, `sam[@]…`).
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_invisible(*c)) {
        match c {
            '\n' | '\r' | '\t' | '\u{2028}' | '\u{2029}' => out.push(' '),
            c if c.is_control() => {}
            '/' if out.ends_with(":/") => {
                out.truncate(out.len() - 2);
                out.push_str("[:]//");
            }
            ':' | '.' if begins_link(&out, c) => out.extend(['[', c, ']']),
            // What may be a mail address: GitHub and others make a link of it.
            '@' if out.ends_with(|c: char| c.is_alphanumeric() || "._-+".contains(c)) => out.push_str("[@]"),
            c => out.push(c),
        }
    }
    out
}

/// Whether the text ends with a word that makes a link of what follows this character.
fn begins_link(text: &str, c: char) -> bool {
    let word = text.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let words: &[&str] =
        if c == '.' { &["www", "ftp"] } else { &["mailto", "tel", "sip", "xmpp", "javascript", "data"] };
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// Text of a page or a profile between tags.
pub(crate) fn in_html(text: &str) -> String {
    escaped(&plain(text))
}

/// The address of a source as a link's target: nothing but a plain `https:` address is one.
pub(crate) fn target(url: &str) -> Option<&str> {
    let breaks_out = |c: char| c.is_whitespace() || c.is_control() || is_invisible(c) || "<>()[]\\\"'`".contains(c);
    Some(url).filter(|url| url.starts_with("https://") && !url.contains(breaks_out))
}

/// Text as one cell of comma-separated values (RFC 4180). What a spreadsheet would take for a formula is made text, also where
/// it takes another character than the comma for the end of a cell.
pub(crate) fn in_csv(text: &str) -> String {
    let text = plain(text);
    let mut out = String::with_capacity(text.len());
    let mut at_start = true;
    for c in text.chars() {
        if at_start && "=+-@\u{ff1d}\u{ff0b}\u{ff0d}\u{ff20}".contains(c) {
            out.push('\'');
        }
        at_start = (at_start && c == ' ') || ";,|".contains(c);
        out.push(c);
    }
    if out.contains([',', '"', ';']) { format!("\"{}\"", out.replace('"', "\"\"")) } else { out }
}

/// JSON, the same data with every character escaped that could turn a reader's direction or reach a terminal.
#[must_use]
pub fn in_json(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if is_invisible(c) || matches!(c, '\u{2028}' | '\u{2029}') || (c.is_control() && c != '\n') {
            for unit in c.encode_utf16(&mut [0; 2]) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

/// Text as it stands between tags and in quoted attributes.
pub(crate) fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// The markup of several things, one after the other.
pub(crate) fn each<T>(things: impl IntoIterator<Item = T>, markup: impl FnMut(T) -> String) -> String {
    things.into_iter().map(markup).collect::<Vec<_>>().concat()
}

/// Text of a page or a profile in a line of Markdown.
pub(crate) fn in_markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in plain(text).chars() {
        match c {
            '<' => out.push_str("&lt;"),
            '&' => out.push_str("&amp;"),
            '\\' | '|' | '*' | '_' | '~' | '[' | ']' | '`' | '!' => out.extend(['\\', c]),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{in_csv, in_html, in_json, in_markdown, is_invisible, plain, target};

    /// Texts in which what is to be made harmless is likely.
    fn text() -> impl Strategy<Value = String> {
        let parts = prop::sample::select(
            &[
                "http", "https", ":", "/", "//", "://", "www", ".", "mailto:", "a", "B", " ", "=", "+", "-", "@", ";",
                ",", "\"", "'", "\u{202e}", "\u{2066}", "\u{200f}", "\u{61c}", "\u{200b}", "\u{feff}", "\u{ad}", "\n",
                "\t", "\r", "\u{1b}", "\u{9b}", "\u{2028}", "<", "&", "[", "](", "`", "|", "\\", "é",
            ][..],
        );
        prop_oneof![prop::collection::vec(parts, 0..14).prop_map(|p| p.concat()), any::<String>()]
    }

    fn links(text: &str) -> bool {
        let text = text.to_lowercase();
        let words = |c: char| {
            text.split(|c: char| !c.is_alphanumeric() && c != '.' && c != ':')
                .any(move |w| ["www.", "mailto:"].iter().any(|l| l.ends_with(c) && w.starts_with(l)))
        };
        text.contains("://") || words('.') || words(':')
    }

    proptest! {
        #[test]
        fn no_format_has_invisible_characters_or_links(text in text()) {
            for out in [plain(&text), in_html(&text), in_markdown(&text), in_csv(&text)] {
                prop_assert!(!out.contains(|c: char| is_invisible(c) || c.is_control()), "{:?}", out);
                prop_assert!(!links(&out), "{:?}", out);
            }
            prop_assert_eq!(plain(&plain(&text)), plain(&text));
        }

        #[test]
        fn no_cell_is_a_formula(text in text()) {
            let cell = in_csv(&text);
            let inner = cell.strip_prefix('"').and_then(|c| c.strip_suffix('"')).unwrap_or(&cell).replace("\"\"", "\"");
            for part in inner.split([';', ',']) {
                prop_assert!(!part.trim_start().starts_with(['=', '+', '-', '@']), "{:?}", cell);
            }
        }

        #[test]
        fn json_is_the_same_data(text in text()) {
            let json = in_json(&serde_json::to_string_pretty(&[&text]).unwrap_or_default());
            prop_assert!(!json.contains(|c: char| is_invisible(c) || (c.is_control() && c != '\n')), "{:?}", json);
            prop_assert_eq!(serde_json::from_str::<Vec<String>>(&json).ok(), Some(vec![text]));
        }

        #[test]
        fn ordinary_text_stays_as_it_is(text in "[A-Za-z0-9é ,()']{0,30}") {
            prop_assert_eq!(plain(&text), text);
        }
    }

    #[test]
    fn only_plain_https_addresses_are_targets() {
        assert_eq!(target("https://a.example/b?c=d#e"), Some("https://a.example/b?c=d#e"));
        for url in [
            "http://a.example",
            "javascript:x",
            "https://a.example/)[x](https://b",
            "https://a b",
            "https://a\u{202e}b",
        ] {
            assert_eq!(target(url), None, "{url}");
        }
    }
}
