//! When two texts are the same: Halo's own words, of which the differences are known, and names that a tenant chose.

/// How Halo's words are looked up: lower case, letters and digits only. Case, blanks, punctuation, kinds of apostrophe and
/// the `*` of a mandatory field do not matter (facts, sections 2.2 and 10). Never compare names with it: "C++" and "C" have
/// one key, and "***" has none.
#[must_use]
pub fn key(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Like [`key`], with "&" and "+" read as "and", and each word in the singular: how the values of a scale are spelled.
#[must_use]
pub fn fold(text: &str) -> String {
    let spelled_out = text.replace(['&', '+'], " and ");
    spelled_out.split(|c: char| !c.is_alphanumeric()).map(|word| singular(&key(word)).to_owned()).collect()
}

/// "tickets" → "ticket"; short words and words like "access" stay.
fn singular(word: &str) -> &str {
    word.strip_suffix('s').filter(|w| w.len() > 2 && !w.ends_with(['s', 'u', 'i'])).unwrap_or(word)
}

/// How alike two names are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Alike {
    /// The same name.
    Same,
    /// Perhaps the same name, spelled in another way; perhaps two names ("Team-1", "Team 1"; "C++", "C"). Never certain.
    Nearly,
    /// Two names.
    Different,
}

/// Compares names that a tenant chose, letter by letter. Only what a typist or a page changes without meaning it does not
/// matter: case, blanks, kinds of dash and apostrophe, and "&" for "and".
#[must_use]
pub fn alike(a: &str, b: &str) -> Alike {
    let (one, other) = (typed(a), typed(b));
    if one == other {
        Alike::Same
    } else if !key(a).is_empty() && (key(a) == key(b) || fold(a) == fold(b)) {
        Alike::Nearly
    } else {
        Alike::Different
    }
}

/// A name as it is typed on a plain keyboard, in lower case: equal for names that are [`Alike::Same`], and for no others.
#[must_use]
pub fn typed(name: &str) -> String {
    let visible: String = name.chars().filter(|c| !is_invisible(*c)).flat_map(char::to_lowercase).map(plain).collect();
    visible.replace('&', " and ").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Marks that show nothing and only steer the layout.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}' | '\u{ad}')
}

const fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{2bc}' | '`' | '\u{b4}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{Alike, alike, fold};

    #[test]
    fn spellings_of_one_value_fold_together() {
        for (one, other) in [
            ("Client ID & Secret (Services)", "Client ID and Secret (Services)"),
            ("Client ID and Secret(Services)", "ClientID and secret (Service)"),
            ("Read + Modify", "Read and Modify"),
            ("Start Date & Time", "Start Dates and Times"),
            ("24 Hour", "24 Hours"),
            ("*No Default Team*", "No Default Team"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
        for (one, other) in [("No Access", "No Acces"), ("Read Only", "Read"), ("Status", "Statu"), ("As", "A")] {
            assert_ne!(fold(one), fold(other));
        }
    }

    #[test]
    fn names_are_the_same_letter_by_letter() {
        for (one, other) in [
            ("Moovila API", " moovila\u{a0} api "),
            ("Sales & Support", "Sales and Support"),
            ("Client’s Team", "Client's Team"),
            ("Tier–1", "Tier-1"),
            ("日本", "日本"),
            ("***", "***"),
        ] {
            assert_eq!(alike(one, other), Alike::Same, "{one} = {other}");
        }
        for (one, other) in
            [("C++ Team", "C Team"), ("Team-1", "Team 1"), ("Alert", "Alerts"), ("*Default*", "Default")]
        {
            assert_eq!(alike(one, other), Alike::Nearly, "{one} ~ {other}");
        }
        for (one, other) in [
            ("Team 1", "Team 11"),
            ("***", "!!!"),
            ("***", ""),
            ("", "Team"),
            ("日本", "中国"),
            ("日本", "***"),
            ("🚀", "🛸"),
        ] {
            assert_eq!(alike(one, other), Alike::Different, "{one} ≠ {other}");
        }
    }

    proptest! {
        /// Nobody's name is another's because what tells them apart is no letter.
        #[test]
        fn names_that_differ_in_a_sign_are_never_the_same(name in "[a-zA-Z0-9日本🚀]{0,6}", sign in "[!*+#/.:_(){}@-]{1,3}", other in "[!*+#/.:_(){}@-]{0,3}") {
            prop_assume!(sign != other);
            prop_assert_ne!(alike(&format!("{name}{sign}"), &format!("{name}{other}")), Alike::Same);
        }

        #[test]
        fn a_longer_name_is_another_name(name in "\\PC{0,8}", more in "[a-z0-9]{1,3}") {
            prop_assert_ne!(alike(&name, &format!("{name}{more}")), Alike::Same);
        }

        #[test]
        fn likeness_goes_both_ways(a in "[a-c&+ *]{0,5}", b in "[a-c&+ *]{0,5}") {
            prop_assert_eq!(alike(&a, &b), alike(&b, &a));
            prop_assert_eq!(alike(&a, &a), Alike::Same);
        }
    }
}
