//! Profiles of an invented vendor, over all screens and all operators that judge a value.

use std::collections::BTreeMap;

use preflight::profile::{Profile, Requirement, parse};
use preflight::vocabulary::{FIELDS, Field, Kind, ScreenId};
use serde_json::{Value, json};

use crate::generated::rng::Rng;
use crate::generated::truth::NAMES;

/// The vendor's name, which its own records carry.
pub const VENDOR: &str = "Northwind";

/// Entries of field lists.
pub const ENTRIES: [&str; 6] =
    ["Summary", "Details", "Start Date & Time", "Target Date & Time", "Start Date", "Estimated time, in days"];

/// A profile, with its requirements by screen and field.
#[derive(Debug)]
pub struct Asked {
    pub profile: Profile,
    by_field: BTreeMap<(ScreenId, String), usize>,
}

impl Asked {
    pub fn requirement(&self, screen: ScreenId, field: &str) -> Option<&Requirement> {
        self.by_field.get(&(screen, field.to_owned())).map(|at| &self.profile.requirements[*at])
    }
}

/// Fields that a screen has as labelled rows.
pub fn rows_of(screen: ScreenId) -> Vec<&'static Field> {
    let is_row = |f: &&Field| f.screens.contains(&screen) && f.kind != Kind::Secret && !is_table(f);
    // Of a field that two tabs of a ticket type may show, nobody knows which of them does.
    let is_sure = |f: &&Field| f.screens.len() == 1 || screen.has_rows() || screen.tab() == Some("Departments & Teams");
    FIELDS.iter().filter(is_row).filter(is_sure).collect()
}

/// Fields that a screen has as tables.
pub fn tables_of(screen: ScreenId) -> Vec<&'static Field> {
    let tables = FIELDS.iter().filter(|f| f.screens.contains(&screen) && is_table(f));
    tables.collect()
}

fn is_table(field: &Field) -> bool {
    let is_teams = field.screens.iter().any(|s| s.tab() == Some("Departments & Teams"));
    (is_teams && ["Departments", "Teams"].contains(&field.label))
        || (field.screens.contains(&ScreenId::TicketTypeFieldList) && field.label == "Fields")
}

/// The profile of this number.
pub fn profile(number: u64) -> Asked {
    let mut rng = Rng::new(number ^ 0xA5A5);
    let mut requirements: Vec<Value> = Vec::new();
    for screen in ScreenId::ALL {
        for field in rows_of(screen).into_iter().chain(tables_of(screen)) {
            if field.label == "Fields" {
                for entry in ENTRIES {
                    let operator = if rng.percent(60) { "present" } else { "absent" };
                    requirements.push(requirement(requirements.len(), screen, entry, &json!({ operator: true })));
                }
            } else if rng.percent(60)
                && let Some(expect) = expect(&mut rng, field)
            {
                requirements.push(requirement(requirements.len(), screen, field.label, &expect));
            }
        }
    }
    let text = json!({
        "schema": "preflight-profile/1", "id": "northwind", "version": "1.0.0", "name": VENDOR, "summary": "An invented vendor.",
        "sources": { "doc": { "title": "Set-up" } },
        "features": [{ "id": "all", "name": "All", "summary": "Everything.", "default": true }],
        "requirements": requirements,
    })
    .to_string();
    let profile = parse::parse(&text).unwrap_or_else(|messages| panic!("profile {number}: {messages:?}"));
    let field = |r: &Requirement| r.field.clone().expect("each has a field");
    let by_field = profile.requirements.iter().enumerate().map(|(at, r)| ((r.screen, field(r)), at)).collect();
    Asked { profile, by_field }
}

fn requirement(number: usize, screen: ScreenId, field: &str, expect: &Value) -> Value {
    json!({
        "id": format!("r{number}"), "screen": screen.id(), "field": field, "expect": expect,
        "why": "It fails without it.", "source": { "of": "doc", "lines": [1] },
    })
}

fn expect(rng: &mut Rng, field: &Field) -> Option<Value> {
    let ranked: Vec<&str> = field.scale.iter().filter(|(_, rank)| rank.is_some()).map(|(v, _)| *v).collect();
    let any = |rng: &mut Rng| field.scale[rng.below(field.scale.len())].0;
    Some(match field.kind {
        Kind::Secret => return None,
        Kind::Checkbox | Kind::Scope if rng.percent(70) => json!({ "is": "Yes" }),
        Kind::Checkbox | Kind::Scope => json!({ "not_granted": true }),
        Kind::Text if rng.percent(50) => json!({ "set": true }),
        Kind::Text => json!({ "is": "Northwind API" }),
        Kind::List => match rng.below(3) {
            0 => json!({ "includes": { "any": [] } }),
            1 => json!({ "includes": { "all": [rng.pick(&NAMES)] } }),
            _ => json!({ "includes": { "any": [NAMES[4], rng.pick(&NAMES)] } }),
        },
        Kind::Choice if field.scale.is_empty() => json!({ "set": true }),
        Kind::Choice if field.label == "Departments" => json!({ "at_least": any(rng) }),
        Kind::Choice if ranked.is_empty() => json!({ "is": any(rng) }),
        Kind::Choice => match rng.below(10) {
            0 => json!({ "set": true }),
            1 => json!({ "not_granted": true }),
            2 => json!({ "at_most": rng.pick(&ranked) }),
            3 | 4 => json!({ "is": any(rng) }),
            _ => json!({ "at_least": ranked[1 + rng.below(ranked.len() - 1)] }),
        },
    })
}
