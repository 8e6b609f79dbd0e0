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
mod vendor;
mod writer;

pub use badge::badge;
pub use index::{Entry, entries};

/// The extension's icon.
const ICON: &str = include_str!("../../../extension/icons/icon.svg");

/// The file with the list of vendors.
pub const INDEX_PAGE: &str = "index.html";

/// A file of the site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name; all are in one folder.
    pub name: String,
    /// Its text.
    pub text: String,
}

/// The whole site; `earlier` is the list of a site that is already there and stays.
///
/// # Errors
/// When two pages would have the same name.
pub fn files(profiles: &[Profile], earlier: &[Entry], words: &dyn Words) -> Result<Vec<File>, String> {
    let file = |name: &str, text: &str| File { name: name.into(), text: text.into() };
    let mut files = vec![
        file(INDEX_PAGE, &index::page(&listed(profiles, earlier), words)),
        file("style.css", include_str!("style.css")),
        file("site.js", include_str!("site.js")),
        file("icon.svg", ICON),
        file("badge.svg", &badge(words)),
    ];
    for profile in profiles {
        let name = page_of(profile);
        if files.iter().any(|f| f.name == name) {
            return Err(format!("two pages would be called {name}: give one profile another id"));
        }
        files.push(File { name, text: vendor::page(profile, words) });
    }
    Ok(files)
}

/// Every vendor with a page, by name.
fn listed(profiles: &[Profile], earlier: &[Entry]) -> Vec<Entry> {
    let mut entries: Vec<Entry> = profiles.iter().map(Entry::of).collect();
    let others = earlier.iter().filter(|e| !entries.iter().any(|own| own.page == e.page)).cloned();
    entries.extend(others.collect::<Vec<_>>());
    entries.sort_by_cached_key(|e| (e.name.to_lowercase(), e.page.clone()));
    entries
}

/// The name of a profile's page.
fn page_of(profile: &Profile) -> String {
    format!("{}.html", profile.id)
}
