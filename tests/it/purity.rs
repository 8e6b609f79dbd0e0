//! The core knows no browser, no clock, no randomness, no network and no file.
use std::fs;
use std::path::{Path, PathBuf};

/// What would let the world in.
const WORLDLY: [&str; 9] =
    ["std::fs", "std::net", "std::time", "std::env", "std::process", "std::thread", "web_sys", "js_sys", "gloo"];

/// The two places that may.
const ALLOWED: [&str; 2] = ["src/wasm", "src/cli"];

#[test]
fn only_wasm_and_cli_know_the_world() {
    let mut files = Vec::new();
    collect(Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    assert!(files.len() > 15, "the core was not found");
    for file in files {
        let place = file.strip_prefix(env!("CARGO_MANIFEST_DIR")).unwrap();
        if ALLOWED.iter().any(|dir| place.starts_with(dir)) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap();
        for word in WORLDLY {
            assert!(!text.contains(word), "{} uses {word}", place.display());
        }
    }
}

fn collect(dir: PathBuf, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(path, files);
        } else if path.extension().is_some_and(|e| e == "rs") {
            files.push(path);
        }
    }
}
