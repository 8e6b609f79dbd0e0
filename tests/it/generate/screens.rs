//! `src/vocabulary/screens.rs` from `screens.json`: what is known of screens and records, as functions.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde::Deserialize;

use super::data;

/// `screens.json`.
#[derive(Deserialize)]
struct Map {
    records: BTreeMap<String, Record>,
    screens: Vec<Screen>,
}

#[derive(Deserialize)]
struct Record {
    path: String,
    parameter: String,
}

#[derive(Deserialize)]
struct Screen {
    id: String,
    record: Option<String>,
    tab: Option<String>,
    path: Option<String>,
}

/// `impl ScreenId` and `impl RecordKind`.
pub fn functions() -> String {
    let map = data("src/vocabulary/screens.json");
    format!("use super::{{RecordKind, ScreenId}};\n\n{}", screens(&map))
}

/// What is known of screens and records, as functions of `ScreenId` and `RecordKind`.
fn screens(map: &Map) -> String {
    let record = |s: &Screen| s.record.as_ref().map(|r| (variant(r), map.records.get(r).expect("a known record")));
    let path = |s: &Screen| s.path.clone().or_else(|| record(s).map(|(_, r)| r.path.clone())).expect("a path");
    let all: Vec<_> = map.screens.iter().map(|s| format!("Self::{}", variant(&s.id))).collect();
    let functions = [
        (
            "The id as it stands in profiles and reports",
            "id",
            "&'static str",
            by_screen(map, |s| format!("{:?}", s.id)),
        ),
        (
            "The kind of record that the screen shows",
            "kind",
            "RecordKind",
            by_screen(map, |s| format!("RecordKind::{}", record(s).map_or("Tenant".into(), |(kind, _)| kind))),
        ),
        (
            "The tab that shows it, as Halo labels it; `None` for pages without tabs",
            "tab",
            "Option<&'static str>",
            by_screen(map, |s| format!("{:?}", s.tab)),
        ),
        (
            "The path that shows it or the list to open it from",
            "path",
            "&'static str",
            by_screen(map, |s| format!("{:?}", path(s))),
        ),
    ];
    let mut out = format!(
        "impl ScreenId {{\n/// Every screen, in the order in which an admin meets them.\npub const ALL: [Self; {}] = [{}];\n",
        all.len(),
        all.join(", ")
    );
    for (doc, name, ty, arms) in functions {
        let _ =
            writeln!(out, "/// {doc}.\n#[must_use]\npub const fn {name}(self) -> {ty} {{ match self {{\n{arms}}} }}");
    }
    let arms = arms(map.records.iter().map(|(kind, r)| (kind.as_str(), format!("Some({:?})", r.parameter))));
    let _ = writeln!(
        out,
        "}}\nimpl RecordKind {{\n/// The address parameter that names the record.\n#[must_use]\n\
         pub const fn url_parameter(self) -> Option<&'static str> {{ match self {{\n{arms}\nSelf::Tenant => None }} }}\n}}"
    );
    out
}

fn by_screen(map: &Map, value: impl Fn(&Screen) -> String) -> String {
    arms(map.screens.iter().map(|s| (s.id.as_str(), value(s))))
}

fn arms<'a>(values: impl Iterator<Item = (&'a str, String)>) -> String {
    let arms: Vec<_> = values.map(|(id, value)| format!("Self::{} => {value},", variant(id))).collect();
    arms.join("\n")
}

/// `agent.departments-teams` → `AgentDepartmentsTeams`
fn variant(id: &str) -> String {
    id.split(['.', '-']).map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}
