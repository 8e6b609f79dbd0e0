//! Whether a saved page is whole.

use super::{HtmlError, MAX_DEPTH};

/// Elements that HTML lets stay open at the end of a page.
const MAY_STAY_OPEN: &[&str] = &["html", "body", "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "option"];

/// Whether the save broke off: the text ends inside a tag or with elements open that HTML does not let stay open.
pub(super) fn breaks_off(text: &str) -> Result<bool, HtmlError> {
    let mut open: Vec<String> = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.find('<') {
        rest = rest.get(at..).unwrap_or_default();
        if let Some(comment) = rest.strip_prefix("<!--") {
            let Some(end) = comment.find("-->") else {
                return Ok(true);
            };
            rest = comment.get(end + 3..).unwrap_or_default();
            continue;
        }
        let Some((tag, after)) = tag(rest) else {
            return Ok(true);
        };
        rest = after;
        let name = tag.name.to_ascii_lowercase();
        if tag.closes {
            if let Some(at) = open.iter().rposition(|o| *o == name) {
                open.truncate(at);
            }
        } else if matches!(name.as_str(), "script" | "style" | "textarea" | "title") {
            // Their content is text: a `<` in it opens nothing.
            let Some(after) = after_raw_text(rest, &name) else { return Ok(true) };
            rest = after;
        } else if !tag.is_void && !MAY_STAY_OPEN.contains(&name.as_str()) {
            open.push(name);
            if open.len() > MAX_DEPTH {
                return Err(HtmlError::TooDeep);
            }
        }
    }
    Ok(!open.is_empty())
}

/// What follows the end tag of an element whose content is text.
fn after_raw_text<'a>(mut text: &'a str, name: &str) -> Option<&'a str> {
    loop {
        text = text.get(text.find("</")? + 2..)?;
        if text.get(..name.len()).is_some_and(|t| t.eq_ignore_ascii_case(name)) {
            return text.get(text.find('>')? + 1..);
        }
    }
}

/// A tag in the text.
struct Tag<'a> {
    name: &'a str,
    closes: bool,
    is_void: bool,
}

const VOID: &[&str] =
    &["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"];

/// The tag at the start of the text and what follows it; `None` where it does not end. A `<` that opens no tag is text.
fn tag(text: &str) -> Option<(Tag<'_>, &str)> {
    let inner = text.get(1..)?;
    let closes = inner.starts_with('/');
    let start = inner.strip_prefix('/').unwrap_or(inner);
    if !start.starts_with(|c: char| c.is_ascii_alphabetic() || c == '!') {
        return Some((Tag { name: "", closes: true, is_void: true }, inner));
    }
    let mut quote = None;
    let end = start.char_indices().find_map(|(at, c)| match (quote, c) {
        (None, '>') => Some(at),
        (None, '"' | '\'') => {
            quote = Some(c);
            None
        }
        (Some(q), c) if q == c => {
            quote = None;
            None
        }
        _ => None,
    })?;
    let body = start.get(..end)?;
    let name = body.split(|c: char| c.is_whitespace() || c == '/').next().unwrap_or_default();
    let is_void = body.ends_with('/') || name.starts_with('!') || VOID.contains(&name.to_ascii_lowercase().as_str());
    Some((Tag { name, closes, is_void }, start.get(end + 1..)?))
}
