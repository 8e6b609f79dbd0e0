//! The words that are inside the command line.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::languages::LANGUAGES;
use super::{Words, listed};

/// One language of those in `extension/_locales`.
#[derive(Debug)]
pub struct Packaged {
    /// Id → text with its places as `$1`, `$2` …
    texts: BTreeMap<String, String>,
}

/// An entry of `messages.json`.
#[derive(Deserialize)]
struct Message {
    message: String,
    #[serde(default)]
    placeholders: BTreeMap<String, Placeholder>,
}

#[derive(Deserialize)]
struct Placeholder {
    content: String,
}

impl Packaged {
    /// The language with this code.
    ///
    /// # Errors
    /// Names the languages that there are.
    pub fn language(code: &str) -> Result<Self, String> {
        let Some((_, json)) = LANGUAGES.iter().find(|(known, _)| *known == code) else {
            return Err(format!(
                "there is no language {code:?}; there are: {}",
                Self::codes().collect::<Vec<_>>().join(", ")
            ));
        };
        Self::parse(json).map_err(|e| format!("extension/_locales/{code}/messages.json: {e}"))
    }

    /// The codes of all languages.
    pub fn codes() -> impl Iterator<Item = &'static str> {
        LANGUAGES.iter().map(|(code, _)| *code)
    }

    fn parse(json: &str) -> Result<Self, serde_json::Error> {
        let messages: BTreeMap<String, Message> = serde_json::from_str(json)?;
        Ok(Self { texts: messages.into_iter().map(|(id, message)| (id, message.text())).collect() })
    }
}

impl Words for Packaged {
    fn word(&self, id: &str, values: &[&str]) -> String {
        self.texts.get(&listed(id)).map_or_else(|| id.to_owned(), |text| filled(text, values))
    }
}

impl Message {
    /// The text with what its placeholders (`$NAME$`, in any case) stand for.
    fn text(self) -> String {
        let mut text = String::with_capacity(self.message.len());
        let mut rest = self.message.as_str();
        while let Some((before, after)) = rest.split_once('$') {
            text.push_str(before);
            let named = after.split_once('$').map(|(name, tail)| (self.placeholders.get(&name.to_lowercase()), tail));
            if let Some((Some(placeholder), tail)) = named {
                text.push_str(&placeholder.content);
                rest = tail;
            } else {
                text.push('$');
                rest = after;
            }
        }
        text.push_str(rest);
        text
    }
}

/// A text with its values: `$1` is the first. What a value holds is not looked at again.
fn filled(text: &str, values: &[&str]) -> String {
    let mut parts = text.split('$');
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let number = part.chars().next().and_then(|c| c.to_digit(10)).and_then(|n| usize::try_from(n).ok());
        if let Some(at) = number.and_then(|n| n.checked_sub(1)) {
            out.push_str(values.get(at).copied().unwrap_or_default());
            out.extend(part.chars().skip(1));
        } else {
            out.push('$');
            out.push_str(part);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{Packaged, Words};

    const MESSAGES: &str = r#"{
        "plain": { "message": "Met" },
        "screen_agent_details": { "message": "Agent" },
        "two": {
            "message": "$SEEN$ of $All$ seen",
            "placeholders": { "seen": { "content": "$1" }, "all": { "content": "$2" } }
        }
    }"#;

    fn words() -> Packaged {
        Packaged::parse(MESSAGES).unwrap_or_else(|_| Packaged { texts: std::collections::BTreeMap::new() })
    }

    #[test]
    fn values_stand_in_their_places_and_are_not_looked_at_again() {
        assert_eq!(words().word("plain", &["x"]), "Met");
        assert_eq!(words().word("two", &["3", "7"]), "3 of 7 seen");
        assert_eq!(words().word("two", &["$2", "$SEEN$"]), "$2 of $SEEN$ seen");
        assert_eq!(words().word("two", &[]), " of  seen");
    }

    #[test]
    fn an_id_is_looked_up_as_it_is_listed_and_an_unknown_one_is_its_own_text() {
        assert_eq!(words().word("screen_agent.details", &[]), "Agent");
        assert_eq!(words().word("no-such.id", &["x"]), "no-such.id");
    }

    #[test]
    fn every_packaged_language_can_be_read() {
        assert!(Packaged::codes().any(|code| code == "en"));
        for code in Packaged::codes() {
            assert!(
                Packaged::language(code).is_ok_and(|words| words.word("outcome_met", &[]) != "outcome_met"),
                "{code}"
            );
        }
        let unknown = Packaged::language("xx").err().unwrap_or_default();
        assert!(unknown.starts_with("there is no language \"xx\"; there are: ") && unknown.contains("en"), "{unknown}");
    }
}
