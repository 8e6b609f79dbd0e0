//! Which texts are kept back as secrets, wherever they stand. The content script has the same rule
//! (`extension/content/privacy.ts`); `tests/masks.json` holds both together.

/// A secret has at least this many characters.
const TOKEN_LENGTH: usize = 20;
/// The digits that a name ends with, or a year in it.
const MAX_NUMBER: usize = 4;
/// Consonants that follow each other in a word or an abbreviation.
const MAX_CONSONANTS: usize = 4;
/// Longer parts without a small letter are no abbreviations.
const MAX_CAPITALS: usize = 5;

/// Whether a word in a name, an id or a label announces a secret.
#[must_use]
pub fn names_secret(text: &str) -> bool {
    let text = text.to_lowercase();
    let plain = text.replace([' ', '_', '-'], "");
    let joined = ["apikey", "privatekey"].iter().any(|word| plain.contains(word));
    joined || ["secret", "passw", "passphrase", "token"].iter().any(|word| text.contains(word))
}

/// Whether a key, a token or a GUID is in a text.
#[must_use]
pub fn looks_like_token(text: &str) -> bool {
    let text: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    holds_guid(&text)
        || words.iter().any(|word| is_token(word) || holds_jwt(word))
        || words.windows(2).any(|pair| matches!(pair, [scheme, key] if is_authorization(scheme, key)))
        || are_groups(&words, |mixed, of| mixed * 2 >= of)
}

/// The same for ids and names, which join words by hyphens: `input-field-for-customfield_123` is no token.
#[must_use]
pub fn id_holds_token(id: &str) -> bool {
    let is_long = |part: &str| part.chars().count() >= TOKEN_LENGTH && mixes(part);
    holds_guid(id) || id.split(|c: char| !c.is_ascii_alphanumeric()).any(is_long)
}

/// Formatting characters, which part words that a reader sees as one.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn mixes(text: &str) -> bool {
    text.contains(char::is_alphabetic) && text.contains(char::is_numeric)
}

/// A word too long and too mixed for a name.
fn is_token(word: &str) -> bool {
    if word.chars().count() < TOKEN_LENGTH {
        return false;
    }
    if is_address(word) {
        return word.split('/').any(is_token);
    }
    let is_hex = word.chars().all(|c| c.is_ascii_hexdigit());
    let body = word.trim_end_matches('=');
    let is_padded = body.len() < word.len() && body.chars().all(|c| c.is_ascii_alphanumeric() || "+/_-".contains(c));
    let groups: Vec<&str> = word.split('-').collect();
    is_hex || is_padded || (mixes(word) && (!is_name(word) || are_groups(&groups, |_, _| true)))
}

/// An address of a server: no user, no query, no fragment in which a key could stand.
fn is_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| !rest.is_empty() && !rest.contains(['?', '#', '@']))
}

/// `Bearer …`, as it stands in a header.
fn is_authorization(scheme: &str, key: &str) -> bool {
    let scheme = scheme.trim_end_matches(':').to_ascii_lowercase();
    let length = key.chars().count();
    let is_odd = key.contains(|c: char| c.is_ascii_digit()) || key.ends_with('=') || !is_name(key);
    let is_key = length >= 8 && is_odd;
    (scheme == "bearer" && (is_key || length >= TOKEN_LENGTH)) || (scheme == "basic" && is_key)
}

/// A JSON Web Token begins with an encoded `{"`.
fn holds_jwt(word: &str) -> bool {
    let is_part = |c: &char| c.is_ascii_alphanumeric() || "_-".contains(*c);
    word.match_indices("eyJ")
        .any(|(at, _)| word.get(at..).unwrap_or_default().chars().take_while(is_part).count() >= 12)
}

fn holds_guid(text: &str) -> bool {
    let is_guid = |bytes: &[u8]| {
        bytes
            .iter()
            .enumerate()
            .all(|(at, b)| if [8, 13, 18, 23].contains(&at) { *b == b'-' } else { b.is_ascii_hexdigit() })
    };
    text.as_bytes().windows(36).any(is_guid)
}

/// A key in groups of equal length, as people read it out: at least 20 characters in all. `enough` is given how many of the
/// groups mix letters and digits.
fn are_groups(parts: &[&str], enough: impl Fn(usize, usize) -> bool) -> bool {
    let is_group = |part: &&str| (4..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric());
    parts.chunk_by(|a, b| a.len() == b.len()).any(|run| {
        let length = run.first().map_or(0, |group| group.len());
        let joined = run.concat();
        let mixed = run.iter().filter(|group| mixes(group)).count();
        run.iter().all(is_group)
            && length * run.len() >= TOKEN_LENGTH
            && run.len() >= 4
            && mixes(&joined)
            && enough(mixed, run.len())
    })
}

/// Words, abbreviations and short numbers, joined: `Moovila-Integration-2024`, `svc.halo01@acme.example`.
fn is_name(word: &str) -> bool {
    let is_joint = |c: char| "-_.:,;@/&'()[]#".contains(c);
    word.split(is_joint).filter(|part| !part.is_empty()).all(is_part_of_name)
}

/// One word with at most one short number in, before or after it.
fn is_part_of_name(part: &str) -> bool {
    let digits = part.chars().filter(char::is_ascii_digit).count();
    let runs: Vec<&str> = part.split(|c: char| c.is_ascii_digit()).filter(|run| !run.is_empty()).collect();
    let is_one_number = part.contains(&part.chars().filter(char::is_ascii_digit).collect::<String>());
    digits <= MAX_NUMBER && is_one_number && runs.into_iter().all(is_spelled)
}

/// Letters as words have them: capitals begin a word or are an abbreviation, and there are vowels among them.
fn is_spelled(letters: &str) -> bool {
    if !letters.chars().all(char::is_alphabetic) {
        return false;
    }
    if letters.chars().count() <= 3 {
        return true;
    }
    let is_vowel = |c: char| !c.is_ascii() || "aeiouy".contains(c.to_ascii_lowercase());
    let consonants = letters.split(is_vowel).map(str::len).max().unwrap_or_default();
    let capitals = letters.split(|c: char| !c.is_uppercase()).map(|run| run.chars().count()).max().unwrap_or_default();
    let small: Vec<usize> = letters.split(char::is_uppercase).map(|run| run.chars().count()).collect();
    let is_cased =
        letters.chars().all(char::is_uppercase) || (capitals <= MAX_CAPITALS && !small.iter().skip(1).any(|n| *n == 1));
    letters.contains(is_vowel) && consonants <= MAX_CONSONANTS && is_cased
}
