//! What every page of the site has.

use crate::profile::Source;
use crate::render::markup::{escaped, in_html, target};
use crate::words::Words;

/// Only what lies beside the page, and nothing that leaves it.
const POLICY: &str =
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'";

/// Where people get the extension and its source.
const HOME: &str = env!("CARGO_PKG_REPOSITORY");

/// A complete page.
pub(super) fn page(title: &str, body: &str, made_from: &str, words: &dyn Words) -> String {
    let word = |id| escaped(&words.word(id, &[]));
    let made = words.word("report_made_by", &[&words.word("name", &[]), env!("CARGO_PKG_VERSION")]);
    let (title, made, made_from) = (in_html(title), in_html(&made), in_html(made_from));
    format!(
        "<!doctype html>
<html lang=\"{}\">
<head>
<meta charset=\"utf-8\">
<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">
<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">
<meta name=\"color-scheme\" content=\"light dark\">
<meta name=\"generator\" content=\"{made}\">
<meta name=\"referrer\" content=\"no-referrer\">
<title>{title}</title>
<link rel=\"icon\" href=\"icon.svg\">
<link rel=\"stylesheet\" href=\"style.css\">
<script src=\"site.js\" defer></script>
</head>
<body>
{body}
<footer>
<p>{made_from}</p>
<p><a href=\"{HOME}\">{made}</a>. {}</p>
</footer>
</body>
</html>
",
        word("language_code"),
        word("site_disclaimer"),
    )
}

/// The address of the instructions to install the extension.
pub(super) fn install() -> String {
    format!("{HOME}#install-it-in-your-browser")
}

/// A document with its date; linked where it has an address that a page may link to.
pub(super) fn document(source: &Source) -> String {
    let title = in_html(&source.title);
    let date = source.date.as_ref().map(|date| format!(" ({})", in_html(date))).unwrap_or_default();
    match source.url.as_deref().and_then(target) {
        Some(url) => format!("<a href=\"{}\">{title}</a>{date}", escaped(url)),
        None => format!("{title}{date}"),
    }
}
