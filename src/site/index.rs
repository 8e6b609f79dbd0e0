//! The list of vendors.

use super::{Listed, frame};
use crate::markup::{each, escaped};
use crate::words::Words;

/// The first page. Without script it is the whole list, and the browser's own search finds keywords too.
pub(super) fn page(profiles: &[Listed], words: &dyn Words) -> String {
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
        each(profiles, entry),
    );
    frame::page(&title, &body, "", words)
}

fn entry(Listed { profile, keywords }: &Listed) -> String {
    let keywords = escaped(&keywords.join(" · "));
    format!(
        "<li><a href=\"{}.html\">{}</a><p>{}</p><p class=\"quiet\">{keywords}</p></li>\n",
        escaped(&profile.id),
        escaped(&profile.name),
        escaped(&profile.summary)
    )
}
