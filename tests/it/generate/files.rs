//! Tables of the files that the command line carries, and the list of profiles that the extension shows.

use std::fs;
use std::path::{Path, PathBuf};

use preflight::profile::Profile;
use preflight::profile::parse::parse;
use serde_json::json;

use crate::support::root;

/// `src/cli/packaged.rs`: the profiles inside the command line.
pub fn packaged() -> String {
    let files = profiles().into_iter().map(|file| (stem(&file), format!("../../profiles/{}.json", stem(&file))));
    embedded("/// Id and text of every packaged profile.\npub static PACKAGED", files)
}

/// `src/words/languages.rs`: the words inside the command line, a folder for each language.
pub fn languages() -> String {
    let folders = entries("extension/_locales");
    let files = folders.iter().map(|dir| (stem(dir), format!("../../extension/_locales/{}/messages.json", stem(dir))));
    embedded("/// Code and words of every language.\npub static LANGUAGES", files)
}

/// `profiles/index.json`: what the picker shows before any profile is loaded.
pub fn index() -> String {
    let entry = |file: &PathBuf| {
        let Profile { id, name, summary, keywords, .. } = parse(&fs::read_to_string(file).unwrap()).unwrap();
        json!({ "id": id, "name": name, "summary": summary, "file": format!("{}.json", stem(file)), "keywords": keywords })
    };
    let entries: Vec<_> = profiles().iter().map(entry).collect();
    format!("{:#}\n", json!(entries))
}

fn profiles() -> Vec<PathBuf> {
    let mut files = entries("profiles");
    files.retain(|path| {
        path.extension().is_some_and(|e| e == "json") && !["index", "schema"].contains(&stem(path).as_str())
    });
    files
}

/// What a folder holds, in order of the names.
fn entries(dir: &str) -> Vec<PathBuf> {
    let mut paths: Vec<_> = fs::read_dir(root(dir)).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn stem(path: &Path) -> String {
    path.file_stem().and_then(|s| s.to_str()).expect("file names here are plain").to_owned()
}

/// A table of ids and the texts of files.
fn embedded(declared: &str, files: impl Iterator<Item = (String, String)>) -> String {
    let rows: Vec<_> = files.map(|(id, file)| format!("({id:?}, include_str!({file:?})),\n")).collect();
    format!("{declared}: &[(&str, &str)] = &[\n{}];\n", rows.concat())
}
