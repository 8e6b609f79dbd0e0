//! A saved page → [`Snapshot`]. Native only.
//!
//! The person who saved the page is the one who reads the report, so nothing is withheld here but secrets.

use std::fmt;

mod privacy;
pub mod secret;
mod sight;
mod stand_in;
mod style;
mod whole;

use privacy::{Privacy, is_structural};
use scraper::{ElementRef, Html};
use sight::Sight;
use stand_in::{has_stand_in, is_box};
use whole::breaks_off;

use crate::snapshot::{ATTRIBUTES, Attrs, Flags, MAX_NODES, MAX_TEXT, NO_PARENT, Nodes, Snapshot};

/// Larger files are refused: a saved configuration page has well under a tenth of this.
pub const MAX_BYTES: usize = 32 * 1024 * 1024;

/// Deeper pages are refused: parsing HTML takes time with the square of the depth.
pub const MAX_DEPTH: usize = 500;

/// Elements that hold no page content, or none that is rendered.
const SKIPPED: &[&str] = &[
    "script", "style", "noscript", "template", "svg", "iframe", "head", "title", "object", "embed", "canvas", "audio",
    "video", "datalist", "noembed", "noframes", "rp", "progress", "meter",
];

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
    let privacy = Privacy::of(root);
    let mut builder = Builder { nodes: Nodes::default(), attrs: Attrs::default(), privacy, truncated: false };
    builder.add(root);
    reveal(&mut builder.nodes);
    let mut snapshot = Snapshot {
        url,
        title: Some(document_title(&html)).filter(|t| !secret::looks_like_token(t)).unwrap_or_default(),
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
    privacy: Privacy,
    truncated: bool,
}

/// An element with what is known of its surroundings.
struct Subject<'a> {
    element: ElementRef<'a>,
    parent: u32,
    sight: Sight,
}

impl Builder {
    /// Adds an element and all that is in it, without recursion: saved pages can be nested deeper than the stack.
    fn add(&mut self, root: ElementRef) {
        let mut stack = vec![Subject { element: root, parent: NO_PARENT, sight: Sight::window().within(root) }];
        while let Some(subject) = stack.pop() {
            let Some(id) = self.element(&subject) else {
                return;
            };
            let children: Vec<_> = subject
                .element
                .children()
                .filter_map(ElementRef::wrap)
                .filter(|e| !SKIPPED.contains(&e.value().name()))
                .map(|e| Subject { element: e, parent: id, sight: subject.sight.within(e) })
                .collect();
            stack.extend(children.into_iter().rev());
        }
    }

    fn element(&mut self, subject: &Subject) -> Option<u32> {
        if self.nodes.tag.len() >= MAX_NODES {
            self.truncated = true;
            return None;
        }
        let id = u32::try_from(self.nodes.tag.len()).ok()?;
        let Subject { element, parent, sight } = *subject;
        let value = element.value();
        let stands_for_secret = self.privacy.stands_for_secret(element);
        let mut flags = flags(element, &sight);
        if is_hidden(element, &sight) {
            flags |= Flags::HIDDEN;
        }
        let mut text = folded(element.children().filter_map(|c| c.value().as_text()).map(|t| &**t));
        let mut values = vec![];
        match value.name() {
            "textarea" => values.push(("value", std::mem::take(&mut text))),
            "select" => values.push(("value", selected(element))),
            _ => {}
        }
        values.extend(ATTRIBUTES.iter().filter_map(|name| Some((*name, attribute(name, value.attr(name)?)))));
        for (name, value) in values {
            if self.may_pass(subject, name, &value, stands_for_secret, &mut flags) {
                self.attrs.node.push(id);
                self.attrs.name.push(name.to_owned());
                self.attrs.value.push(value);
            }
        }
        // A copy that nobody sees can be told by its class and place; its texts are of no use to the reader.
        if flags & Flags::HIDDEN != 0 {
            if says_something(element, &text) {
                flags |= Flags::UNSEEN;
            }
            text.clear();
        } else if self.privacy.is_secret(&text, is_structural(element), stands_for_secret) {
            text.clear();
            flags |= Flags::SECRET;
        }
        self.nodes.tag.push(value.name().to_ascii_lowercase());
        self.nodes.parent.push(parent);
        self.nodes.text.push(text);
        self.nodes.flags.push(flags);
        Some(id)
    }

    /// Whether an attribute is captured; one that is a secret is noted instead.
    fn may_pass(&self, subject: &Subject, name: &str, value: &str, stands_for_secret: bool, flags: &mut u16) -> bool {
        let is_structural = name == "aria-label" || is_structural(subject.element);
        match name {
            "id" | "for" | "name" | "aria-labelledby" => !secret::id_holds_token(value),
            "title" | "placeholder" | "aria-label" | "value" if *flags & Flags::HIDDEN != 0 => false,
            "title" | "placeholder" | "aria-label" | "value" => {
                let is_password = name == "value" && *flags & Flags::SECRET != 0 && !value.is_empty();
                let is_secret = is_password || self.privacy.is_secret(value, is_structural, stands_for_secret);
                if is_secret {
                    *flags |= Flags::SECRET;
                }
                !is_secret
            }
            _ => true,
        }
    }
}

/// What holds something that can be seen is no hidden copy, though its own text is.
fn reveal(nodes: &mut Nodes) {
    let is_control = |tag: &str| matches!(tag, "input" | "select" | "textarea");
    let mut shows = vec![false; nodes.tag.len()];
    for at in (0..nodes.tag.len()).rev() {
        let (Some(tag), Some(text), Some(flags)) = (nodes.tag.get(at), nodes.text.get(at), nodes.flags.get_mut(at))
        else {
            continue;
        };
        let inner = shows.get(at).copied().unwrap_or_default();
        if inner {
            *flags &= !Flags::HIDDEN;
        }
        let own = !text.is_empty() || is_control(tag) || *flags & Flags::SECRET != 0;
        let is_seen = inner || (own && *flags & Flags::HIDDEN == 0);
        if let Some(parent) = nodes.parent.get(at).and_then(|p| shows.get_mut(*p as usize)).filter(|_| is_seen) {
            *parent = true;
        }
    }
}

/// Whether a person cannot see what an element holds.
fn is_hidden(element: ElementRef, sight: &Sight) -> bool {
    if is_box(element) {
        let is_drawn = || sight.is_only_veiled() && has_stand_in(element, sight);
        return !sight.shows_box() && !is_drawn();
    }
    // A select library's own input is transparent as long as nobody types.
    let is_idle = element.value().name() == "input" && element.attr("value").unwrap_or_default().is_empty();
    if is_idle && sight.is_only_veiled() && !sight.is_veiled_around(1) {
        return false;
    }
    !sight.shows_text()
}

/// Whether the element itself holds a text, a value or a box.
fn says_something(element: ElementRef, text: &str) -> bool {
    !text.is_empty()
        || match element.value().name() {
            "input" => is_box(element) || element.attr("value").is_some_and(|value| !value.is_empty()),
            "textarea" => element.text().any(|text| !text.trim().is_empty()),
            "select" => !selected(element).is_empty(),
            _ => false,
        }
}

fn flags(element: ElementRef, sight: &Sight) -> u16 {
    let value = element.value();
    let mut flags = 0;
    if sight.is_struck() {
        flags |= Flags::STRUCK;
    }
    if value.attr("disabled").is_some() || value.attr("aria-disabled") == Some("true") {
        flags |= Flags::DISABLED;
    }
    if value.attr("checked").is_some() {
        flags |= Flags::CHECKED;
    }
    if value.attr("indeterminate").is_some_and(|v| v != "false") {
        flags |= Flags::MIXED;
    }
    if value.attr("type").is_some_and(|t| t.eq_ignore_ascii_case("password")) {
        flags |= Flags::SECRET;
    }
    flags
}

/// The texts of what is chosen in a native select; without a `selected` attribute, the first option of a list that takes
/// only one.
fn selected(select: ElementRef) -> String {
    let options = || select.descendent_elements().filter(|e| e.value().name() == "option");
    let mut chosen: Vec<ElementRef> = options().filter(|o| o.value().attr("selected").is_some()).collect();
    if select.attr("multiple").is_none() {
        // The last one counts.
        chosen = chosen.pop().or_else(|| options().next()).into_iter().collect();
    }
    chosen.into_iter().map(|o| folded(o.text())).collect::<Vec<_>>().join(", ").chars().take(MAX_TEXT).collect()
}

fn attribute(name: &str, value: &str) -> String {
    if name == "required" { "true".to_owned() } else { folded(std::iter::once(value)) }
}

/// White space is folded; control characters would reach the terminal.
fn folded<'a>(parts: impl Iterator<Item = &'a str>) -> String {
    let words: Vec<&str> = parts.flat_map(str::split_whitespace).collect();
    words.join(" ").chars().filter(|c| !c.is_control()).take(MAX_TEXT).collect()
}
