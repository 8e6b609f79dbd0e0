//! A static site that can be hosted anywhere: a page for each profile, with everything that is checked, for readers whose
//! tenant nobody knows. Pure: texts in, files out.
//!
//! Everything stands in the HTML. The script only makes links to the reader's own tenant, hides what belongs to features that
//! are not used, keeps ticks and searches; the policy of each page lets it do no more.

use crate::profile::Profile;
use crate::words::Words;

mod badge;
mod frame;
mod index;
mod requirement;
mod teller;
mod vendor;

/// The extension's icon.
const ICON: &str = include_str!("../../extension/icons/icon.svg");

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name; all are in one folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// A profile as the site lists it.
#[derive(Debug)]
pub struct Listed {
    /// What the vendor asks for.
    pub profile: Profile,
    /// Other words by which people search for it.
    pub keywords: Vec<String>,
}

/// The whole site.
///
/// # Errors
/// When two pages would have the same name.
pub fn files(profiles: &[Listed], words: &dyn Words) -> Result<Vec<File>, String> {
    let file = |name: &str, text: &str| File { name: name.into(), text: text.into() };
    let mut files = vec![
        file("index.html", &index::page(profiles, words)),
        file("style.css", include_str!("style.css")),
        file("site.js", include_str!("site.js")),
        file("icon.svg", ICON),
        file("badge.svg", &badge::badge(words)),
    ];
    for Listed { profile, .. } in profiles {
        let name = format!("{}.html", profile.id);
        if files.iter().any(|f| f.name == name) {
            return Err(format!("two pages would be called {name}: give one profile another id"));
        }
        files.push(File { name, text: vendor::page(profile, words) });
    }
    Ok(files)
}
