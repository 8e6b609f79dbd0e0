//! What several test files need: profiles, pages, one change.

use std::fs;
use std::path::PathBuf;

use preflight::audit::Question;
use preflight::evidence::{Basis, Link};
use preflight::profile::{Plan, Profile, parse};
use preflight::reader::{self, Screen, Value};
use preflight::snapshot::{Flags, NodeId, Snapshot};
use preflight::{audit, html, report::Report};

/// The five vendors whose documents are the measure.
pub const SEEDS: [&str; 5] = ["datagate", "gradient-msp", "laborcast", "moovila", "mspbots"];

/// A person chose the pages, as on the command line.
pub const CHOSEN_PAGES: Basis = Basis { assigned: &[], rejected: &[], chosen_pages: true };

/// Chosen pages, of which some records are assigned.
pub const fn assigned(links: &[Link]) -> Basis<'_> {
    Basis { assigned: links, ..CHOSEN_PAGES }
}

/// The kept pages of a tenant in one mode, by file name without its ending. A page that is always in edit mode belongs to
/// both.
pub fn pages(seed: &str, mode: &str) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(root(&format!("tests/pages/{seed}")))
        .expect("the pages are there")
        .map(|entry| entry.expect("readable").file_name().into_string().expect("a plain name"))
        .filter_map(|name| name.strip_suffix(".html").map(str::to_owned))
        .collect();
    names.sort();
    let all = names.clone();
    names.retain(|name| {
        let Some((screen, own)) = name.rsplit_once('.') else { return false };
        own == mode || !all.contains(&format!("{screen}.{mode}"))
    });
    names
}

/// A kept page by its name.
pub fn page(seed: &str, name: &str) -> Snapshot {
    let path = format!("tests/pages/{seed}/{name}.html");
    html::snapshot(text(&path).as_bytes(), None).unwrap_or_else(|e| panic!("{path}: {e}"))
}

/// The screens that every vendor's tenant has in both modes.
pub const SCREENS: [&str; 6] = [
    "agent.details",
    "agent.permissions",
    "application.details",
    "application.permissions",
    "role.details",
    "role.permissions",
];

/// Addresses of one record of each kind.
pub const APPLICATION: &str = "https://demo.halopsa.com/config/integrations/api/applications?id=7d2f";
pub const ROLE: &str = "https://demo.halopsa.com/config/agents/roles?id=11aa";
pub const AGENT: &str = "https://demo.halopsa.com/config/agents/agents?id=1&agentid=7";

/// A value on a scale.
pub fn word(text: &str) -> Value {
    Value::Word(text.into())
}

/// What a page shows for a field.
pub fn value(screen: &Screen, field: &str) -> Option<Value> {
    screen.reading(field).map(|r| r.value.clone())
}

pub fn root(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

pub fn text(path: &str) -> String {
    fs::read_to_string(root(path)).unwrap_or_else(|e| panic!("{path}: {e}"))
}

pub fn profile(id: &str) -> Profile {
    parse::parse(&text(&format!("profiles/{id}.json"))).unwrap_or_else(|m| panic!("{id}: {m:?}"))
}

pub fn snapshot(seed: &str, screen: &str, mode: &str) -> Snapshot {
    page(seed, &format!("{screen}.{mode}"))
}

/// Reads a fragment as if it were a whole page of a tenant.
pub fn read(fragment: &str, url: &str) -> Screen {
    let page =
        format!("<!doctype html><html lang=\"en\"><body><div class=\"app-container\">{fragment}</div></body></html>");
    let snapshot = html::snapshot(page.as_bytes(), Some(url)).expect("a page");
    reader::read(&snapshot, "page").expect("a sound snapshot")
}

pub fn audit_with_defaults(profile: &Profile, screens: &[Screen]) -> Report {
    let plans = [Plan { features: profile.choose(&[]).expect("defaults"), profile: profile.clone() }];
    audit::audit(&Question { plans: &plans, basis: CHOSEN_PAGES, least_privilege: false, waivers: &[] }, screens)
}

/// Puts another value where this element shows one: a tick, a text with its `title`, or an input's `value`.
pub fn change(snapshot: &mut Snapshot, target: NodeId, value: &str) {
    let end = end_of(snapshot, target);
    if attr(snapshot, target, "type") == Some("checkbox") {
        snapshot.nodes.flags[target as usize] &= !Flags::CHECKED;
        if value == "Yes" {
            snapshot.nodes.flags[target as usize] |= Flags::CHECKED;
        }
        return;
    }
    for node in target..end {
        if !snapshot.nodes.text[node as usize].is_empty() {
            value.clone_into(&mut snapshot.nodes.text[node as usize]);
        }
    }
    for at in 0..snapshot.attrs.node.len() {
        let here = (target..end).contains(&snapshot.attrs.node[at]);
        if here && ["title", "value"].contains(&snapshot.attrs.name[at].as_str()) {
            value.clone_into(&mut snapshot.attrs.value[at]);
        }
    }
}

/// Document order: the subtree ends at the first node whose parent stands before it.
fn end_of(snapshot: &Snapshot, node: NodeId) -> NodeId {
    let count = NodeId::try_from(snapshot.nodes.tag.len()).expect("bounded");
    (node + 1..count).find(|id| snapshot.nodes.parent[*id as usize] < node).unwrap_or(count)
}

fn attr<'a>(snapshot: &'a Snapshot, node: NodeId, name: &str) -> Option<&'a str> {
    let columns = &snapshot.attrs;
    (0..columns.node.len())
        .find(|at| columns.node[*at] == node && columns.name[*at] == name)
        .map(|at| columns.value[at].as_str())
}

/// Another text where an entry of a list stands.
pub fn rename(snapshot: &mut Snapshot, list: NodeId, from: &str, to: &str) {
    let range = list as usize..end_of(snapshot, list) as usize;
    for text in snapshot.nodes.text[range].iter_mut().filter(|t| *t == from) {
        to.clone_into(text);
    }
}

/// A row of a permissions page.
pub fn row(label: &str, value: &str) -> String {
    format!("<div class=row><div class='col-md-12 inline nopad'><label>{label}</label>{value}</div></div>")
}

/// A role's permissions page with this markup for one row.
pub fn permission(markup: &str) -> Screen {
    let rest = row("Can add new Tickets", "<div class=read-value>Yes</div>")
        + &row("Can export tickets", "<div class=read-value>Yes</div>");
    read(&(markup.to_owned() + &rest), ROLE)
}
