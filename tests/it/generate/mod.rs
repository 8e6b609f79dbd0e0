//! Files that are made from other files and kept in the repository, so that a build needs no generator and a change shows
//! in the diff. A stale file is written anew, and its test fails once: look at the change and commit it.

mod files;
mod screens;
mod vocabulary;

use std::collections::BTreeMap;
use std::io::Write as _;
use std::process::{Command, Stdio};
use std::{env, fs};

use preflight::profile::parse::schema;
use serde::de::DeserializeOwned;

use crate::support::root;

#[test]
fn the_tables_of_the_vocabulary_are_up_to_date() {
    keep_up_to_date(
        "src/vocabulary/tables.rs",
        &rust("src/vocabulary/halo.json and hosts.json", &vocabulary::tables()),
    );
}

#[test]
fn the_map_of_screens_is_up_to_date() {
    keep_up_to_date("src/vocabulary/map.rs", &rust("src/vocabulary/screens.json", &screens::functions()));
}

#[test]
fn the_limits_are_up_to_date() {
    let limits = limits(&data("src/limits.json"));
    keep_up_to_date("src/limits.rs", &rust("src/limits.json, the one list for the core and the extension", &limits));
}

#[test]
fn the_packaged_profiles_are_up_to_date() {
    keep_up_to_date("src/cli/packaged.rs", &rust("profiles/", &files::packaged()));
    keep_up_to_date("profiles/index.json", &files::index());
}

#[test]
fn the_schema_of_profiles_is_up_to_date() {
    keep_up_to_date("profiles/schema.json", &schema().unwrap());
}

#[test]
fn the_packaged_languages_are_up_to_date() {
    keep_up_to_date("src/words/languages.rs", &rust("extension/_locales/", &files::languages()));
}

/// Constants of how much of anything is taken in.
fn limits(most: &BTreeMap<String, usize>) -> String {
    let constant = |(name, most): (&String, &usize)| {
        format!("/// Most of `{name}`.\npub const MAX_{}: usize = {most};\n", name.to_uppercase())
    };
    most.iter().map(constant).collect()
}

/// The content of a data file; the test fails with its place where it does not fit.
fn data<T: DeserializeOwned>(file: &str) -> T {
    let text = fs::read_to_string(root(file)).unwrap_or_else(|e| panic!("{file}: {e}"));
    serde_json::from_str(&text).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn keep_up_to_date(file: &str, content: &str) {
    let path = root(file);
    let kept = fs::read_to_string(&path).unwrap_or_default();
    if kept != content {
        fs::write(&path, content).unwrap_or_else(|e| panic!("{file}: {e}"));
        panic!("{file} was stale and is written anew. Fix: look at the change and commit it.");
    }
}

/// Rust as rustfmt lays it out, with a line that says where it comes from.
fn rust(source: &str, code: &str) -> String {
    let formatter = env::var_os("RUSTFMT").unwrap_or_else(|| "rustfmt".into());
    let mut child = Command::new(formatter)
        .args(["--edition", "2024", "--config-path"])
        .arg(root("rustfmt.toml"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("rustfmt comes with the toolchain");
    let text = format!("//! Made from {source} by tests/it/generate; do not edit.\n\n{code}");
    child.stdin.take().expect("piped").write_all(text.as_bytes()).expect("rustfmt reads it all");
    let output = child.wait_with_output().expect("rustfmt ends");
    assert!(output.status.success(), "rustfmt does not take what is made from {source}");
    String::from_utf8(output.stdout).expect("Rust is UTF-8")
}
