//! An inline style, read as a browser reads it: the last valid declaration counts, `!important` before all others.

/// The declarations of a `style` attribute, weakest first.
pub(super) struct Style {
    declarations: Vec<Declaration>,
}

struct Declaration {
    name: String,
    value: String,
    important: bool,
}

impl Style {
    /// Parses the text of a `style` attribute.
    pub fn parse(text: &str) -> Self {
        let text = without_comments(text);
        let mut declarations: Vec<_> = split(&text, ';').filter_map(declaration).collect();
        declarations.sort_by_key(|d| d.important);
        Self { declarations }
    }

    /// What the strongest of these properties says; a value that `read` cannot make sense of is none, as in a browser.
    pub fn get<T>(&self, names: &[&str], read: impl Fn(&str) -> Option<T>) -> Option<T> {
        let mut strongest = self.declarations.iter().rev().filter(|d| names.contains(&d.name.as_str()));
        strongest.find_map(|d| read(&d.value))
    }

    /// Whether the strongest valid value of a property is one of these words.
    pub fn is(&self, name: &str, words: &[&str], others: &[&str]) -> Option<bool> {
        self.get(&[name], |value| (words.contains(&value) || others.contains(&value)).then(|| words.contains(&value)))
    }
}

/// Name and value in lower case, without a vendor's prefix.
fn declaration(text: &str) -> Option<Declaration> {
    let (name, value) = text.split_once(':')?;
    let name = unescaped(name.trim()).to_ascii_lowercase();
    let name = ["-webkit-", "-moz-", "-ms-"].iter().find_map(|prefix| name.strip_prefix(prefix)).unwrap_or(&name);
    let value = unescaped(value.trim()).to_ascii_lowercase();
    let (value, important) = match value.rsplit_once('!') {
        Some((value, word)) if word.trim() == "important" => (value.trim(), true),
        _ => (value.as_str(), false),
    };
    Some(Declaration { name: name.to_owned(), value: value.to_owned(), important })
}

fn without_comments(text: &str) -> String {
    let mut parts = text.split("/*");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push(' ');
        out.push_str(part.split_once("*/").map_or("", |(_, rest)| rest));
    }
    out
}

/// CSS escapes: `\64 isplay` is `display`.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let mut code = 0;
        let mut digits = 0;
        while let Some(digit) = rest.peek().and_then(|c| c.to_digit(16)).filter(|_| digits < 6) {
            (code, digits) = (code * 16 + digit, digits + 1);
            rest.next();
        }
        if digits == 0 {
            out.extend(rest.next());
        } else {
            rest.next_if(|c| c.is_whitespace());
            out.extend(char::from_u32(code));
        }
    }
    out
}

/// The parts between separators that stand outside of quotes and brackets.
pub(super) fn split(text: &str, separator: char) -> impl Iterator<Item = &str> {
    let (mut quote, mut depth) = (None, 0usize);
    text.split(move |c| {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(c),
            (Some(open), c) if open == c => quote = None,
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            _ => {}
        }
        quote.is_none() && depth == 0 && (c == separator || (separator == ' ' && c.is_whitespace()))
    })
    .filter(|part| !part.is_empty())
}

/// The functions of a value with their arguments: `translate(1px, 2px) scale(0)`.
pub(super) fn functions(value: &str) -> impl Iterator<Item = (&str, Vec<&str>)> {
    split(value, ' ').filter_map(|part| {
        let (name, rest) = part.split_once('(')?;
        let inner = rest.strip_suffix(')').unwrap_or(rest);
        Some((name, inner.split(|c: char| c == ',' || c.is_whitespace()).filter(|a| !a.is_empty()).collect()))
    })
}

/// A number, or a percentage as a share of one.
pub(super) fn number(text: &str) -> Option<f32> {
    match text.strip_suffix('%') {
        Some(percent) => percent.parse::<f32>().ok().map(|n| n / 100.0),
        None => text.parse().ok(),
    }
    .filter(|n: &f32| n.is_finite())
}

/// A length in pixels, with a window of 1,000 by 1,000 and letters of 16; `whole` is what a percentage is of.
pub(super) fn length(text: &str, whole: f32) -> Option<f32> {
    if let Some(inner) = text.strip_prefix("calc(").and_then(|rest| rest.strip_suffix(')')) {
        return sum(inner, whole);
    }
    let at = text.rfind(|c: char| c.is_ascii_digit() || c == '.').map_or(0, |at| at + 1);
    let amount: f32 = text.get(..at)?.parse().ok().filter(|n: &f32| n.is_finite())?;
    let unit = match text.get(at..)? {
        "px" => 1.0,
        "" if amount == 0.0 => 1.0,
        "%" => whole / 100.0,
        "em" | "rem" | "pc" => 16.0,
        "ex" | "ch" => 8.0,
        "pt" => 4.0 / 3.0,
        "in" => 96.0,
        "cm" => 37.8,
        "mm" => 3.78,
        "q" => 0.945,
        "vw" | "vh" | "vmin" | "vmax" | "svw" | "svh" | "lvw" | "lvh" | "dvw" | "dvh" | "vi" | "vb" => 10.0,
        _ => return None,
    };
    Some(amount * unit)
}

/// A sum of lengths, as in `calc(-100% - 9999px)`.
fn sum(inner: &str, whole: f32) -> Option<f32> {
    let (mut total, mut sign) = (0.0, 1.0);
    for part in inner.split_whitespace() {
        match part {
            "+" => sign = 1.0,
            "-" => sign = -1.0,
            term if !term.contains('(') => total += sign * length(term, whole)?,
            _ => return None,
        }
    }
    Some(total)
}

const NAMED: &[&str] = &[
    "black",
    "white",
    "red",
    "green",
    "blue",
    "gray",
    "grey",
    "darkgray",
    "darkgrey",
    "lightgray",
    "lightgrey",
    "silver",
    "navy",
    "orange",
    "yellow",
    "purple",
    "maroon",
    "teal",
    "currentcolor",
    "canvastext",
    "initial",
];

/// How much a colour covers: 0 where it is transparent; none for what is no colour.
pub(super) fn opacity_of(colour: &str) -> Option<f32> {
    if colour == "transparent" {
        return Some(0.0);
    }
    if let Some(hex) = colour.strip_prefix('#') {
        let is_hex = hex.chars().all(|c| c.is_ascii_hexdigit());
        return match hex.len() {
            3 | 6 if is_hex => Some(1.0),
            4 if is_hex => hex.get(3..).and_then(|a| u8::from_str_radix(a, 16).ok()).map(|a| f32::from(a) / 15.0),
            8 if is_hex => hex.get(6..).and_then(|a| u8::from_str_radix(a, 16).ok()).map(|a| f32::from(a) / 255.0),
            _ => None,
        };
    }
    let Some((_, inner)) = colour.split_once('(') else {
        // A word that is no colour is ignored; of those that are, pages write these.
        return NAMED.contains(&colour).then_some(1.0);
    };
    let inner = inner.trim_end_matches(')');
    let alpha = match inner.rsplit_once('/') {
        Some((_, alpha)) => Some(alpha),
        None => inner.split(',').nth(3),
    };
    alpha.map_or(Some(1.0), |alpha| number(alpha.trim()))
}

#[cfg(test)]
mod tests {
    use super::{Style, length, opacity_of};

    #[test]
    fn the_last_valid_declaration_counts_and_important_before_all() {
        for (style, shown) in [
            ("display: none", Some("none")),
            ("DISPLAY:NONE", Some("none")),
            ("display:none;display:bogus", Some("none")),
            ("display:none;display:block", Some("block")),
            ("display:none ! important;display:block", Some("none")),
            ("dis/**/play:none", None),
            ("/* a; b */display/**/:/**/none", Some("none")),
            ("background:url('a;display:block');display:none", Some("none")),
            ("background:url(data:a;display:none)", None),
            ("\\64 isplay:n\\6f ne", Some("none")),
            ("content:\"display:none", None),
        ] {
            let words = ["none", "block"];
            let read = |v: &str| words.into_iter().find(|w| *w == v);
            assert_eq!(Style::parse(style).get(&["display"], read), shown, "{style}");
        }
    }

    #[test]
    fn lengths_have_units() {
        for (text, pixels) in [
            ("0", Some(0.0)),
            ("-9999px", Some(-9999.0)),
            ("-100vw", Some(-1000.0)),
            ("-999em", Some(-15984.0)),
            ("50%", Some(50.0)),
            ("5", None),
            ("auto", None),
            ("calc(1px)", Some(1.0)),
            ("calc(-100% - 900px)", Some(-1000.0)),
            ("calc(1px * 2)", None),
        ] {
            assert_eq!(length(text, 100.0), pixels, "{text}");
        }
    }

    #[test]
    fn colours_may_be_transparent() {
        for (colour, opacity) in [
            ("transparent", Some(0.0)),
            ("rgba(0,0,0,0)", Some(0.0)),
            ("rgb(0 0 0 / 0%)", Some(0.0)),
            ("hsla(0, 0%, 0%, 0.0)", Some(0.0)),
            ("#0000", Some(0.0)),
            ("#ff000000", Some(0.0)),
            ("#fff", Some(1.0)),
            ("red", Some(1.0)),
            ("rgb(1, 2, 3)", Some(1.0)),
            ("12px", None),
        ] {
            assert_eq!(opacity_of(colour), opacity, "{colour}");
        }
    }
}
