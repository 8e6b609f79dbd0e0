//! Profile text → [`Profile`]: the packaged profiles and those that somebody brings go the same way.

use super::{Profile, lint};

/// Longer files are no profiles: the largest packaged one has a thirtieth of this.
pub use crate::limits::MAX_PROFILE as MAX_BYTES;

/// Parses and checks a profile. Its values come out as Halo writes them.
///
/// # Errors
/// One line a mistake: for JSON that does not fit, the line and column; for the rest, the place in the profile.
pub fn parse(text: &str) -> Result<Profile, Vec<String>> {
    let mut profile = checked(text)?;
    profile.use_halos_words();
    Ok(profile)
}

/// Like [`parse`], with what its author should look at although it is no mistake ([`lint::advice`]); native only.
///
/// # Errors
/// Like [`parse`].
#[cfg(not(target_arch = "wasm32"))]
pub fn with_advice(text: &str) -> Result<(Profile, Vec<String>), Vec<String>> {
    let advice = lint::advice(&checked(text)?);
    parse(text).map(|profile| (profile, advice))
}

fn checked(text: &str) -> Result<Profile, Vec<String>> {
    if text.len() > MAX_BYTES {
        return Err(vec![format!("the file has more than {} KB; no profile has", MAX_BYTES / 1024)]);
    }
    // Windows' editors put a byte order mark before the text; JSON knows none.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let profile: Profile = serde_json::from_str(text).map_err(|e| vec![e.to_string()])?;
    let mistakes = lint::lint(&profile);
    if mistakes.is_empty() { Ok(profile) } else { Err(mistakes) }
}

/// The JSON schema of a profile (native only), as `profiles/schema.json` holds it.
///
/// # Errors
/// Never in practice: the schema is made of strings and maps.
#[cfg(not(target_arch = "wasm32"))]
pub fn schema() -> Result<String, serde_json::Error> {
    serde_json::to_string_pretty(&schemars::schema_for!(Profile)).map(|text| text + "\n")
}
