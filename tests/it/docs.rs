//! What README and `docs/` say is so: links lead somewhere, examples work, tables are complete.
use std::fs;
use std::path::{Path, PathBuf};

use preflight::profile::parse;

/// README and every page under `docs/`.
fn pages() -> Vec<(PathBuf, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("docs")];
    let mut files = vec![root.join("README.md")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "md") {
                files.push(path);
            }
        }
    }
    files.into_iter().map(|f| (f.clone(), fs::read_to_string(f).unwrap())).collect()
}

fn page(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The targets of `[text](target)`, and of pictures.
fn links(text: &str) -> impl Iterator<Item = &str> {
    let between = |open, close| text.split(open).skip(1).filter_map(move |rest: &str| rest.split(close).next());
    between("](", ')').chain(between("src=\"", '"')).chain(between("srcset=\"", '"'))
}

#[test]
fn every_link_to_a_file_leads_to_one() {
    let mut checked = 0;
    for (file, text) in pages() {
        for link in links(&text).filter(|l| !l.contains("://") && !l.starts_with('#')) {
            let target = link.split('#').next().unwrap();
            assert!(file.parent().unwrap().join(target).exists(), "{}: {link} leads nowhere", file.display());
            checked += 1;
        }
    }
    assert!(checked > 5);
}

#[test]
fn every_command_of_build_sh_that_is_named_is_there() {
    let script = page("build.sh");
    for (file, text) in pages() {
        for command in text.split("./build.sh ").skip(1) {
            let name: String = command.chars().take_while(char::is_ascii_lowercase).collect();
            assert!(script.contains(&format!("\n  {name})")), "{}: ./build.sh {name}", file.display());
        }
    }
}

#[test]
fn every_script_that_is_named_is_there() {
    for (file, text) in pages() {
        for script in text.split("node ").skip(1).filter_map(|rest| rest.split([' ', '`', '\n']).next()) {
            let path = Path::new(script);
            let is_one = path.extension().is_some_and(|e| e == "mjs") && !script.contains('*');
            assert!(!is_one || path.exists(), "{}: node {script}", file.display());
        }
    }
}

#[test]
fn the_profile_that_vendors_are_shown_is_a_good_one() {
    let guide = page("docs/vendors.md");
    let example = guide.split("```json\n").nth(1).unwrap().split("```").next().unwrap();
    let profile = parse::parse(example).unwrap();
    assert_eq!(profile.requirements.len(), 2);
}

#[test]
fn vendors_are_told_every_operator() {
    let guide = page("docs/vendors.md");
    let schema: serde_json::Value = serde_json::from_str(&page("profiles/schema.json")).unwrap();
    let operators = schema["$defs"]["Expect"]["oneOf"].as_array().unwrap();
    assert!(operators.len() > 10);
    for operator in operators {
        for name in operator["properties"].as_object().unwrap().keys() {
            assert!(guide.contains(&format!("{{\"{name}\":")), "docs/vendors.md does not explain {name}");
        }
    }
}
