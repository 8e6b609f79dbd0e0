//! `preflight link` and `preflight site`: what vendors put into their documents.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use preflight::link::{self, host, snippets};
use preflight::render::site::{self, Entry, File, INDEX_PAGE};
use preflight::words::{Packaged, Words as _};

use super::args::{Link, Site};
use super::check::{known, language, profile};
use super::packaged::PACKAGED;

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
    let (url, default_badge) = match (&args.tenant, &args.site) {
        (Some(tenant), None) => (link.in_tenant(&host(tenant)?), "badge.svg".to_owned()),
        (None, Some(site)) => {
            if !site.starts_with("https://") && !site.starts_with("http://") {
                return Err(format!("--site {site:?}: give the address that the pages of `preflight site` have"));
            }
            (link.on_site(site), format!("{}/badge.svg", site.trim_end_matches('/')))
        }
        _ => return Err("a link to where? Use --tenant with a Halo's address, or --site with a site's".into()),
    };
    let picture = picture(args, &default_badge, &words)?;
    let badge = args.badge.as_ref().unwrap_or(&default_badge);
    let (html, markdown) = snippets(&url, badge, &words.word("site_badge_for", &[&profile.name]));
    Ok(format!("{url}\n\nHTML\n{html}\n\nMarkdown\n{markdown}\n\nPicture\n{picture}\n"))
}

/// Writes the badge's picture where the arguments say so, and says where it belongs. A file that is another picture stays.
fn picture(args: &Link, default: &str, words: &Packaged) -> Result<String, String> {
    let Some(file) = &args.badge else {
        return Ok(match &args.site {
            Some(_) => format!("{default} is a file of the site: `preflight site` writes it."),
            None => format!(
                "Put {default} beside the page that the link is on. To write the file, add --badge {default} to this command."
            ),
        });
    };
    let picture = site::badge(words);
    if fs::read_to_string(file).is_ok_and(|there| there != picture) {
        return Err(format!("--badge {file}: another file of this name is there; choose another name"));
    }
    fs::write(file, picture).map_err(|e| format!("--badge {file}: cannot be written: {e}"))?;
    Ok(format!("{file} was written. Put it beside the page that the link is on."))
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
    let profiles = ids.iter().map(|id| profile(id)).collect::<Result<Vec<_>, _>>()?;
    let folder = Path::new(out);
    let own = own_files(folder);
    let files = site::files(&profiles, &earlier(folder, &own), &words)?;
    write(folder, &own, &files)?;
    Ok(format!("{out}: {} pages, {} files\n", profiles.len() + 1, files.len()))
}

/// The list of vendors of an earlier run, without those whose page is gone.
fn earlier(folder: &Path, own: &[String]) -> Vec<Entry> {
    let is_own = |name: &String| own.contains(name) && folder.join(name).exists();
    let index = fs::read_to_string(folder.join(INDEX_PAGE)).ok().filter(|_| is_own(&INDEX_PAGE.to_owned()));
    let mut entries = index.map(|html| site::entries(&html)).unwrap_or_default();
    entries.retain(|entry| is_own(&entry.page));
    entries
}

/// The names that earlier runs wrote.
fn own_files(folder: &Path) -> Vec<String> {
    let kept = fs::read_to_string(folder.join(OWN)).unwrap_or_default();
    kept.lines().filter(|name| is_plain(name)).map(str::to_owned).collect()
}

/// Writes the files and deletes none: those of an earlier run stay, and stay its own. Everything else in the folder is
/// somebody else's; a file of the same name stops the whole, before anything is written.
fn write(folder: &Path, own: &[String], files: &[File]) -> Result<(), String> {
    let failed = |path: &Path, e: std::io::Error| format!("{}: {e}", path.display());
    for File { name, .. } in files {
        let path = folder.join(name);
        if path.exists() && !own.contains(name) {
            return Err(format!("{}: this file is not of `preflight site`; choose another folder", path.display()));
        }
    }
    fs::create_dir_all(folder).map_err(|e| failed(folder, e))?;
    let all: BTreeSet<&str> = own.iter().chain(files.iter().map(|f| &f.name)).map(String::as_str).collect();
    // The list first: should writing end half-way, the files are known to be its own.
    let list = folder.join(OWN);
    fs::write(&list, all.into_iter().collect::<Vec<_>>().join("\n")).map_err(|e| failed(&list, e))?;
    for File { name, text } in files {
        let path = folder.join(name);
        fs::write(&path, text).map_err(|e| failed(&path, e))?;
    }
    Ok(())
}

/// A name that stays in its folder.
fn is_plain(name: &str) -> bool {
    !name.starts_with('.') && name.chars().all(|c| c.is_ascii_alphanumeric() || "-.".contains(c)) && !name.is_empty()
}
