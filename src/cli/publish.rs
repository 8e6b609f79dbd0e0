//! `preflight link` and `preflight site`: what vendors put into their documents.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use preflight::link::{self, host, snippets};
use preflight::profile::Profile;
use preflight::site::{self, File, Listed};
use preflight::words::Words as _;
use serde::Deserialize;

use super::args::{Link, Site};
use super::check::{PACKAGED, known, language, profile};

const INDEX: &str = include_str!("../../profiles/index.json");

/// The list of its own files that a site keeps beside them.
const OWN: &str = ".preflight-site";

/// A link, and the badge with it as HTML and as Markdown.
///
/// # Errors
/// Names what is unknown, and what there is.
pub fn link(args: &Link) -> Result<String, String> {
    let words = language(args.language.as_deref())?;
    let id = args.profile.as_deref().ok_or_else(|| format!("which profile? Use --profile with {}", known()))?;
    let profile = profile(id)?;
    let link = link::Link::into(&profile, &args.features, args.screen.as_deref(), args.field.as_deref())?;
    let (url, badge) = match (&args.tenant, &args.site) {
        (Some(tenant), None) => (link.in_tenant(&host(tenant)?), "badge.svg".to_owned()),
        (None, Some(site)) => {
            if !site.starts_with("https://") && !site.starts_with("http://") {
                return Err(format!("--site {site:?}: give the address that the pages of `preflight site` have"));
            }
            (link.on_site(site), format!("{}/badge.svg", site.trim_end_matches('/')))
        }
        _ => return Err("a link to where? Use --tenant with a Halo's address, or --site with a site's".into()),
    };
    let (html, markdown) = snippets(&url, &badge, &words.word("site_badge_for", &[&profile.name]));
    Ok(format!("{url}\n\nHTML\n{html}\n\nMarkdown\n{markdown}\n"))
}

/// Writes a site and says what it wrote.
///
/// # Errors
/// When a profile is unknown, or a file cannot be written or is not the site's own.
pub fn site(args: &Site) -> Result<String, String> {
    let words = language(args.language.as_deref())?;
    let out = args.out.as_deref().ok_or("where to? Use --out with a folder")?;
    let ids = match args.profiles.as_slice() {
        [] => PACKAGED.iter().map(|(id, _)| (*id).to_owned()).collect(),
        named => named.to_vec(),
    };
    let keywords = keywords()?;
    let listed =
        |profile: Profile| Listed { keywords: keywords.get(&profile.id).cloned().unwrap_or_default(), profile };
    let profiles = ids.iter().map(|id| profile(id).map(listed)).collect::<Result<Vec<_>, _>>()?;
    let files = site::files(&profiles, &words)?;
    write(Path::new(out), &files)?;
    Ok(format!("{out}: {} pages, {} files\n", profiles.len() + 1, files.len()))
}

/// By which other words people search for each packaged profile.
fn keywords() -> Result<BTreeMap<String, Vec<String>>, String> {
    #[derive(Deserialize)]
    struct Entry {
        id: String,
        keywords: Vec<String>,
    }
    let entries: Vec<Entry> = serde_json::from_str(INDEX).map_err(|e| format!("profiles/index.json: {e}"))?;
    Ok(entries.into_iter().map(|e| (e.id, e.keywords)).collect())
}

/// Writes the files, and removes those of an earlier site that are no longer among them. Everything else in the folder is
/// somebody else's: it stays, and a file of the same name stops the whole, before anything is written.
fn write(folder: &Path, files: &[File]) -> Result<(), String> {
    let failed = |path: &Path, e: std::io::Error| format!("{}: {e}", path.display());
    let list = folder.join(OWN);
    let kept = fs::read_to_string(&list).unwrap_or_default();
    let own: Vec<&str> = kept.lines().filter(|name| is_plain(name)).collect();
    for File { name, .. } in files {
        let path = folder.join(name);
        if path.exists() && !own.contains(&name.as_str()) {
            return Err(format!("{}: this file is not of `preflight site`; choose another folder", path.display()));
        }
    }
    fs::create_dir_all(folder).map_err(|e| failed(folder, e))?;
    let names: Vec<&str> = files.iter().map(|f| f.name.as_str()).collect();
    let all: Vec<&str> = own.iter().filter(|name| !names.contains(name)).chain(&names).copied().collect();
    // The list first: should writing end half-way, the files are known to be its own.
    fs::write(&list, all.join("\n")).map_err(|e| failed(&list, e))?;
    for File { name, text } in files {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|e| failed(&path, e))?;
    }
    for gone in all.iter().filter(|name| !names.contains(name)).map(|name| folder.join(name)).filter(|p| p.exists()) {
        fs::remove_file(&gone).map_err(|e| failed(&gone, e))?;
    }
    fs::write(&list, names.join("\n")).map_err(|e| failed(&list, e))
}

/// A name that stays in its folder.
fn is_plain(name: &str) -> bool {
    !name.starts_with('.') && name.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)) && !name.is_empty()
}
