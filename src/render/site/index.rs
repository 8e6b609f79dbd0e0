//! The list of vendors.

use scraper::{ElementRef, Html};

use super::{frame, page_of};
use crate::profile::Profile;
use crate::render::markup::{each, escaped, in_html};
use crate::words::Words;

/// A vendor in the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The file name of its page.
    pub page: String,
    /// What the vendor is called.
    pub name: String,
    /// What its integration does.
    pub summary: String,
    /// Other words by which people search for it, as one line.
    pub keywords: String,
}

impl Entry {
    /// The entry of a profile.
    pub(super) fn of(profile: &Profile) -> Self {
        let keywords = profile.keywords.join(" · ");
        Self { page: page_of(profile), name: profile.name.clone(), summary: profile.summary.clone(), keywords }
    }
}

/// The entries of a list that [`page`] wrote. Whoever passes it on checks that the pages are there.
#[must_use]
pub fn entries(html: &str) -> Vec<Entry> {
    let html = Html::parse_document(html);
    let is_list = |e: &ElementRef| e.value().name() == "ul" && e.attr("class") == Some("vendors");
    let Some(list) = html.root_element().descendent_elements().find(is_list) else { return Vec::new() };
    list.child_elements().filter_map(read_entry).collect()
}

fn read_entry(item: ElementRef) -> Option<Entry> {
    let mut parts = item.child_elements();
    let link = parts.next()?;
    let mut text = || parts.next().map(|e| e.text().collect::<String>()).unwrap_or_default();
    let (summary, keywords) = (text(), text());
    Some(Entry { page: link.attr("href")?.to_owned(), name: link.text().collect(), summary, keywords })
}

/// The first page. Without script it is the whole list, and the browser's own search finds keywords too.
pub(super) fn page(entries: &[Entry], words: &dyn Words) -> String {
    let word = |id| escaped(&words.word(id, &[]));
    let title = words.word("site_title", &[]);
    let body = format!(
        "<main class=\"index\">
<h1>{}</h1>
<p class=\"lead\">{}</p>
<search><form id=\"search\" hidden><label for=\"query\">{}</label><input id=\"query\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\"></form></search>
<p id=\"none\" role=\"status\" data-none=\"{}\"></p>
<ul class=\"vendors\">
{}</ul>
</main>",
        escaped(&title),
        word("site_lead"),
        word("search_vendor"),
        escaped(&words.word("no_vendor_found", &["{query}"])),
        each(entries, entry),
    );
    frame::page(&title, &body, "", words)
}

fn entry(Entry { page, name, summary, keywords }: &Entry) -> String {
    let page = escaped(page);
    let [name, summary, keywords] = [name, summary, keywords].map(|text| in_html(text));
    format!("<li><a href=\"{page}\">{name}</a><p>{summary}</p><p class=\"quiet\">{keywords}</p></li>\n")
}
