//! A saved page → [`Snapshot`]. Native only.
//!
//! The person who saved the page is the one who reads the report, so nothing is withheld here but secrets.

use std::fmt;

use scraper::{ElementRef, Html, Node};

use crate::snapshot::{ATTRIBUTES, Attrs, Flags, MAX_NODES, MAX_TEXT, NO_PARENT, Nodes, Snapshot};

/// Larger files are refused: a saved configuration page has well under a tenth of this.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// Deeper pages are refused: parsing HTML takes time with the square of the depth.
pub const MAX_DEPTH: usize = 500;

/// Elements that hold no page content.
const SKIPPED: &[&str] = &["script", "style", "noscript", "template", "svg", "iframe", "head"];

/// Elements that HTML lets stay open at the end of a page.
const MAY_STAY_OPEN: &[&str] = &["html", "body", "p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "option"];

/// Why a file is no page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HtmlError {
    /// More than [`MAX_BYTES`].
    TooLarge,
    /// Elements nested deeper than [`MAX_DEPTH`].
    TooDeep,
    /// Not UTF-8 text, or without a single tag.
    NotHtml,
    /// Nothing in it.
    Empty,
}

impl fmt::Display for HtmlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge => {
                write!(f, "the page has more than {} MB; save the configuration page alone", MAX_BYTES / (1024 * 1024))
            }
            Self::TooDeep => {
                write!(f, "the page has elements nested more than {MAX_DEPTH} deep; no page of Halo's has")
            }
            Self::NotHtml => write!(
                f,
                "this is no HTML (or a single-file archive); save the page as \"Webpage, HTML only\" or \"complete\""
            ),
            Self::Empty => write!(f, "the page is empty; save it again after it has loaded"),
        }
    }
}

/// Reads a saved page. `url` overrides the address that the page carries (`<!-- saved from url=… -->`).
///
/// # Errors
/// [`HtmlError`] when the bytes are no page.
pub fn snapshot(bytes: &[u8], url: Option<&str>) -> Result<Snapshot, HtmlError> {
    if bytes.len() > MAX_BYTES {
        return Err(HtmlError::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| HtmlError::NotHtml)?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    if text.trim().is_empty() {
        return Err(HtmlError::Empty);
    }
    if text.contains('\0') || !has_a_tag(text) || is_archive(text) {
        return Err(HtmlError::NotHtml);
    }
    let broke_off = breaks_off(text)?;
    let html = Html::parse_document(text);
    let root = html.root_element();
    let url = url.map_or_else(|| saved_from(text).unwrap_or_default(), str::to_owned);
    let mut builder = Builder { nodes: Nodes::default(), attrs: Attrs::default(), truncated: false };
    builder.add(root);
    let mut snapshot = Snapshot {
        url,
        title: document_title(&html),
        lang: root.attr("lang").unwrap_or_default().to_owned(),
        truncated: builder.truncated,
        nodes: builder.nodes,
        attrs: builder.attrs,
    };
    if broke_off {
        snapshot.truncated = true;
        forget_last_text(&mut snapshot);
    }
    Ok(snapshot)
}

fn has_a_tag(text: &str) -> bool {
    text.match_indices('<').any(|(at, _)| {
        text.get(at + 1..).and_then(|rest| rest.chars().next()).is_some_and(|c| c.is_ascii_alphabetic() || c == '!')
    })
}

/// A page saved as a single file (MHTML): its markup is encoded, so that styles would be missed and words cut.
fn is_archive(text: &str) -> bool {
    let head = text.lines().take_while(|line| !line.is_empty());
    !text.starts_with('<') && head.into_iter().any(|line| line.starts_with("MIME-Version:"))
}

fn document_title(html: &Html) -> String {
    let title = html.root_element().descendent_elements().find(|e| e.value().name() == "title");
    title.map(|t| folded(t.text())).unwrap_or_default()
}

/// The address in the comment that browsers put at the top of a saved page.
fn saved_from(text: &str) -> Option<String> {
    let after = text.split_once("<!-- saved from url=")?.1;
    let comment = after.split("-->").next()?.trim();
    let url = comment.strip_prefix('(').and_then(|c| c.split_once(')')).map_or(comment, |(_, url)| url);
    Some(url.trim().to_owned())
}

/// Whether the save broke off: the text ends inside a tag or with elements open that HTML does not let stay open.
fn breaks_off(text: &str) -> Result<bool, HtmlError> {
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

/// Where a save broke off, the last text may be half a value ("Read Only" of "Read Only (All), Modify Own").
fn forget_last_text(snapshot: &mut Snapshot) {
    let Some(at) = snapshot.nodes.text.iter().rposition(|t| !t.is_empty()) else {
        return;
    };
    if let (Some(text), Some(flags)) = (snapshot.nodes.text.get_mut(at), snapshot.nodes.flags.get_mut(at)) {
        text.clear();
        *flags |= Flags::WITHHELD;
    }
}

struct Builder {
    nodes: Nodes,
    attrs: Attrs,
    truncated: bool,
}

impl Builder {
    /// Adds an element and all that is in it, without recursion: saved pages can be nested deeper than the stack.
    fn add(&mut self, root: ElementRef) {
        let mut stack = vec![(root, NO_PARENT)];
        while let Some((element, parent)) = stack.pop() {
            let Some(id) = self.element(element, parent) else {
                return;
            };
            let children: Vec<_> = element
                .children()
                .filter_map(ElementRef::wrap)
                .filter(|e| !SKIPPED.contains(&e.value().name()))
                .map(|e| (e, id))
                .collect();
            stack.extend(children.into_iter().rev());
        }
    }

    fn element(&mut self, element: ElementRef, parent: u32) -> Option<u32> {
        if self.nodes.tag.len() >= MAX_NODES {
            self.truncated = true;
            return None;
        }
        let id = u32::try_from(self.nodes.tag.len()).ok()?;
        let value = element.value();
        let mut flags = flags(element);
        let own: Vec<&str> = element
            .children()
            .filter_map(|c| match c.value() {
                Node::Text(text) => Some(&**text),
                _ => None,
            })
            .collect();
        let mut text = folded(own.into_iter());
        if value.name() == "textarea" {
            self.attribute(id, "value", &text, &mut flags);
            text.clear();
        }
        if is_secret_text(&text) {
            text.clear();
            flags |= Flags::SECRET;
        }
        for name in ATTRIBUTES {
            if let Some(attribute) = value.attr(name) {
                self.attribute(id, name, attribute, &mut flags);
            }
        }
        if value.name() == "select" {
            self.attribute(id, "value", &selected(element), &mut flags);
        }
        self.nodes.tag.push(value.name().to_ascii_lowercase());
        self.nodes.parent.push(parent);
        self.nodes.text.push(text);
        self.nodes.flags.push(flags);
        Some(id)
    }

    fn attribute(&mut self, node: u32, name: &str, value: &str, flags: &mut u8) {
        if matches!(name, "value" | "title")
            && !value.is_empty()
            && (*flags & Flags::SECRET != 0 || is_secret_text(value))
        {
            *flags |= Flags::SECRET;
            return;
        }
        self.attrs.node.push(node);
        self.attrs.name.push(name.to_owned());
        self.attrs.value.push(folded(std::iter::once(value)));
    }
}

fn flags(element: ElementRef) -> u8 {
    let value = element.value();
    let style = value.attr("style").unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    let mut flags = 0;
    let is_closed = value.name() == "dialog" && value.attr("open").is_none();
    let is_styled_away =
        ["display:none", "visibility:hidden", "visibility:collapse"].iter().any(|rule| style.contains(rule));
    if value.attr("hidden").is_some() || is_closed || is_styled_away {
        flags |= Flags::HIDDEN;
    }
    if style.contains("line-through") {
        flags |= Flags::STRUCK;
    }
    if value.attr("disabled").is_some() || value.attr("aria-disabled") == Some("true") {
        flags |= Flags::DISABLED;
    }
    if value.attr("checked").is_some() {
        flags |= Flags::CHECKED;
    }
    if value.attr("type").is_some_and(|t| t.eq_ignore_ascii_case("password")) {
        flags |= Flags::SECRET;
    }
    flags
}

/// The text of a native select's chosen option; without a `selected` attribute, the first one is chosen.
fn selected(select: ElementRef) -> String {
    let options = || select.descendent_elements().filter(|e| e.value().name() == "option");
    let chosen = options().find(|o| o.value().attr("selected").is_some()).or_else(|| options().next());
    chosen.map(|o| folded(o.text())).unwrap_or_default()
}

/// White space is folded; control characters would reach the terminal.
fn folded<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<&str> = parts.flat_map(str::split_whitespace).collect();
    words.join(" ").chars().filter(|c| !c.is_control()).take(MAX_TEXT).collect()
}

/// An address of a server: no user, no query, no fragment in which a key could stand.
fn is_address(text: &str) -> bool {
    (text.starts_with("http://") || text.starts_with("https://")) && !text.contains(['?', '#', '@'])
}

/// Looks like a token: at least 20 characters without a blank, letters and digits mixed, and no address. The content
/// script has the same rule.
fn is_secret_text(text: &str) -> bool {
    text.chars().count() >= 20
        && !text.contains(char::is_whitespace)
        && !is_address(text)
        && text.contains(|c: char| c.is_ascii_digit())
        && text.contains(|c: char| c.is_ascii_alphabetic())
}
