//! A badge for a vendor's documents.

use super::ICON;
use crate::render::markup::escaped;
use crate::words::Words;

/// Pixels of a letter on average; the text is fitted into its place.
const LETTER: usize = 7;
const TEXT_AT: usize = 27;

/// The badge's picture (SVG): one file that looks the same on light and on dark pages.
#[must_use]
pub fn badge(words: &dyn Words) -> String {
    let text = words.word("site_badge", &[]);
    let length = text.chars().count() * LETTER;
    let (width, text) = (TEXT_AT + length + 10, escaped(&text));
    let icon = ICON.replacen("<svg ", "<svg x=\"5\" y=\"4\" width=\"16\" height=\"16\" ", 1);
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"24\" viewBox=\"0 0 {width} 24\" role=\"img\">
<title>{text}</title>
<rect x=\".5\" y=\".5\" width=\"{}\" height=\"23\" rx=\"5\" fill=\"#fff\" stroke=\"#8a8a94\"/>
{icon}<text x=\"{TEXT_AT}\" y=\"16\" textLength=\"{length}\" lengthAdjust=\"spacingAndGlyphs\" font-family=\"system-ui,Segoe UI,Roboto,sans-serif\" font-size=\"12.5\" font-weight=\"600\" fill=\"#1f1f23\">{text}</text>
</svg>
",
        width - 1
    )
}
