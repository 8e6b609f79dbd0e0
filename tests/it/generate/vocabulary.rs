//! `src/vocabulary/tables.rs` from `halo.json` and `hosts.json`: neither JSON nor its parser weighs on the WebAssembly.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use preflight::vocabulary::{fold, key};
use serde::Deserialize;

use super::data;

#[derive(Deserialize)]
struct Halo {
    sections: Vec<Section>,
    partial_orders: BTreeMap<String, PartialOrder>,
    scopes: Vec<Scope>,
    scopes_never_existed: Vec<String>,
    scopes_asked_by_vendors_but_unlisted: Vec<String>,
    scopes_of_the_sign_in: Vec<String>,
    terms: Vec<Vec<String>>,
    terms_inferred: Vec<String>,
    value_aliases: Vec<Vec<String>>,
    vendor_value_spellings: Vec<Vec<String>>,
    auth_method_vendor_texts: Vec<String>,
    auth_method_other_vendor_texts: Vec<Vec<String>>,
    values_uncertain: Vec<Vec<String>>,
    details_fields: BTreeMap<String, Vec<DetailsField>>,
}

#[derive(Deserialize)]
struct Section {
    name: String,
    aliases: Vec<String>,
    fields: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    label: String,
    aliases: Vec<String>,
    scale: Option<Vec<String>>,
    scale_is_ordered: bool,
}

#[derive(Deserialize)]
struct PartialOrder {
    lowest_first: Vec<Step>,
}

/// One step of a partial order; several values on one step are not comparable.
#[derive(Deserialize)]
#[serde(untagged)]
enum Step {
    One(String),
    Several(Vec<String>),
}

#[derive(Deserialize)]
struct Scope {
    name: String,
    includes: Vec<String>,
    /// What it may include, as far as anybody knows.
    #[serde(default)]
    includes_uncertain: Vec<String>,
}

/// `hosts.json`.
#[derive(Deserialize)]
struct Hosts {
    domains: Vec<String>,
    no_tenants: Vec<String>,
}

/// A field that is on the page only while another field of the same screen has one of these values.
#[derive(Deserialize)]
struct ShownWhen {
    field: String,
    is: Vec<String>,
}

#[derive(Deserialize)]
struct DetailsField {
    label: String,
    aliases: Vec<String>,
    kind: String,
    values: Vec<String>,
    #[serde(default)]
    scale_is_ordered: bool,
    tab: Option<String>,
    shown_when: Option<ShownWhen>,
}

/// A field on its way into the table.
struct Field {
    label: String,
    aliases: Vec<String>,
    section: String,
    kind: &'static str,
    screens: Vec<&'static str>,
    /// Value and rank; no rank where the order is not known.
    scale: Vec<(String, Option<u8>)>,
    /// The field that it depends on, and the values of that one.
    shown_when: Option<(String, Vec<String>)>,
}

/// Every field, label, scale, spelling and scope, and Halo's hosts.
pub fn tables() -> String {
    let vocabulary = vocabulary(&data("src/vocabulary/halo.json"));
    format!(
        "use super::{{Dependence, Field, Kind, ScreenId}};\n\n{vocabulary}{}",
        hosts(&data("src/vocabulary/hosts.json"))
    )
}

fn hosts(hosts: &Hosts) -> String {
    let mut out = String::new();
    constant(&mut out, "HOST_DOMAINS", "&[&str]", &format!("&{:?}", hosts.domains));
    constant(&mut out, "HOSTS_WITHOUT_TENANT", "&[&str]", &format!("&{:?}", hosts.no_tenants));
    out
}

fn vocabulary(halo: &Halo) -> String {
    let mut fields = permission_rows(halo);
    fields.extend(scopes(halo));
    fields.extend(details_fields(halo));
    for field in &mut fields {
        field.aliases = renamed(&field.label, &field.aliases, halo);
    }

    let mut out = String::from("/// Every field.\npub static FIELDS: &[Field] = &[\n");
    let mut scales: Vec<&[(String, Option<u8>)]> = Vec::new();
    for f in &fields {
        distinct(f);
        let scale = scales.iter().position(|s| *s == f.scale).unwrap_or_else(|| {
            scales.push(&f.scale);
            scales.len() - 1
        });
        let screens: Vec<_> = f.screens.iter().map(|s| format!("ScreenId::{s}")).collect();
        let screens = screens.join(", ");
        let shown_when = f.shown_when.as_ref().map_or_else(
            || "None".to_owned(),
            |(field, is)| format!("Some(Dependence {{ field: {field:?}, is: &{is:?} }})"),
        );
        let _ = writeln!(
            out,
            "Field {{ label: {:?}, section: {:?}, kind: Kind::{}, screens: &[{screens}], scale: SCALE_{scale}, shown_when: {shown_when} }},",
            f.label, f.section, f.kind,
        );
    }
    out.push_str("];\n");
    for (i, scale) in scales.iter().enumerate() {
        let _ = writeln!(out, "static SCALE_{i}: &[(&str, Option<u8>)] = &{scale:?};");
    }
    out.push_str(&label_index(&fields));
    let includes: Vec<_> = halo.scopes.iter().map(|s| (s.name.clone(), s.includes.clone())).collect();
    constant(&mut out, "INCLUDES", SPELLINGS, &slices(&includes));
    let uncertain = halo.scopes.iter().filter(|s| !s.includes_uncertain.is_empty());
    let uncertain: Vec<_> = uncertain.map(|s| (s.name.clone(), s.includes_uncertain.clone())).collect();
    constant(&mut out, "MAY_INCLUDE", SPELLINGS, &slices(&uncertain));
    let mut unknown = halo.scopes_never_existed.clone();
    unknown.extend(halo.scopes_asked_by_vendors_but_unlisted.iter().cloned());
    constant(&mut out, "NO_SUCH_SCOPES", "&[&str]", &format!("&{unknown:?}"));
    constant(&mut out, "SIGN_IN_SCOPES", "&[&str]", &format!("&{:?}", halo.scopes_of_the_sign_in));
    let uncertain = spellings(&halo.values_uncertain, &[]);
    constant(&mut out, "VALUE_ALIASES", SPELLINGS, &slices(&value_aliases(halo, &uncertain)));
    constant(&mut out, "VALUES_UNCERTAIN", SPELLINGS, &slices(&uncertain));
    // A section's heading follows the tenant's own terms, as labels do (facts, section 10).
    let sections = halo.sections.iter().flat_map(|s| {
        let mut names = renamed(&s.name, &s.aliases, halo);
        names.push(s.name.clone());
        names
    });
    constant(&mut out, "SECTIONS", "&[&str]", &format!("&{:?}", Vec::from_iter(sections.collect::<BTreeSet<_>>())));
    out
}

fn constant(out: &mut String, name: &str, ty: &str, value: &str) {
    let _ = writeln!(out, "pub static {name}: {ty} = {value};");
}

/// A table of words, each with a list of others.
const SPELLINGS: &str = "&[(&str, &[&str])]";

/// Every spelling of a value that is not its own.
fn value_aliases(halo: &Halo, uncertain: &[(String, Vec<String>)]) -> Vec<(String, Vec<String>)> {
    let services = "Client ID and Secret (Services)".to_owned();
    let services: Vec<_> = std::iter::once(services).chain(halo.auth_method_vendor_texts.iter().cloned()).collect();
    let rows = [&halo.value_aliases, &halo.vendor_value_spellings, &halo.auth_method_other_vendor_texts];
    let rows: Vec<Vec<String>> = rows.into_iter().flatten().cloned().chain([services]).collect();
    let uncertain: Vec<String> = uncertain.iter().flat_map(|(_, all)| all.iter().map(|s| fold(s))).collect();
    spellings(&rows, &uncertain)
}

/// Rows of a value and its spellings: a row for each value, without what is spelled alike and without what is left out.
fn spellings(rows: &[Vec<String>], but: &[String]) -> Vec<(String, Vec<String>)> {
    let mut table: Vec<(String, Vec<String>)> = Vec::new();
    for row in rows {
        let [value, spellings @ ..] = row.as_slice() else { panic!("a row of spellings without a value") };
        let at = table.iter().position(|(v, _)| v == value).unwrap_or_else(|| {
            table.push((value.clone(), Vec::new()));
            table.len() - 1
        });
        for spelling in spellings {
            let known = &table[at].1;
            let is_new = std::iter::once(value).chain(known).all(|s| fold(s) != fold(spelling));
            if is_new && !but.contains(&fold(spelling)) {
                table[at].1.push(spelling.clone());
            }
        }
    }
    table.retain(|(_, spellings)| !spellings.is_empty());
    table
}

/// Two values of one scale that are spelled alike would be one.
fn distinct(field: &Field) {
    let folded: BTreeSet<String> = field.scale.iter().map(|(v, _)| fold(v)).collect();
    assert_eq!(
        folded.len(),
        field.scale.len(),
        "src/vocabulary/halo.json: {:?} has two values spelled alike",
        field.label
    );
}

fn slices(pairs: &[(String, Vec<String>)]) -> String {
    let body: Vec<_> = pairs.iter().map(|(name, list)| format!("({name:?}, &{list:?} as &[&str])")).collect();
    format!("&[{}]", body.join(", "))
}

fn permission_rows(halo: &Halo) -> Vec<Field> {
    let mut fields = Vec::new();
    for section in &halo.sections {
        for row in &section.fields {
            fields.push(Field {
                label: row.label.clone(),
                aliases: row.aliases.clone(),
                section: section.name.clone(),
                kind: "Choice",
                screens: vec!["AgentPermissions", "RolePermissions"],
                scale: match halo.partial_orders.get(&row.label) {
                    Some(order) => partial_scale(&order.lowest_first),
                    None => scale(row.scale.as_deref().unwrap_or_default(), row.scale_is_ordered),
                },
                shown_when: None,
            });
        }
    }
    fields
}

fn partial_scale(steps: &[Step]) -> Vec<(String, Option<u8>)> {
    let mut scale = Vec::new();
    for (rank, step) in (0u8..).zip(steps) {
        match step {
            Step::One(value) => scale.push((value.clone(), Some(rank))),
            Step::Several(values) => scale.extend(values.iter().map(|v| (v.clone(), Some(rank)))),
        }
    }
    scale
}

fn scale(values: &[String], ordered: bool) -> Vec<(String, Option<u8>)> {
    (0u8..).zip(values).map(|(rank, v)| (v.clone(), ordered.then_some(rank))).collect()
}

fn scopes(halo: &Halo) -> impl Iterator<Item = Field> + '_ {
    halo.scopes.iter().map(|scope| Field {
        label: scope.name.clone(),
        aliases: Vec::new(),
        section: String::new(),
        kind: "Scope",
        screens: vec!["ApplicationPermissions"],
        scale: scale(&["No".into(), "Yes".into()], true),
        shown_when: None,
    })
}

fn details_fields(halo: &Halo) -> Vec<Field> {
    let mut fields = Vec::new();
    for (record, list) in &halo.details_fields {
        for f in list {
            // Fields of tabs that Preflight does not read (Security, Email, Allowed Values …) stay out.
            let screens = details_screens(record, f.tab.as_deref());
            let Some(screen) = screens.first() else { continue };
            let (kind, scale) = match f.kind.as_str() {
                "checkbox" => ("Checkbox", scale(&["No".into(), "Yes".into()], true)),
                "choice" => ("Choice", scale(&f.values, f.scale_is_ordered)),
                "multi" | "list" if *screen == "TicketTypeFieldList" => ("List", scale(&f.values, false)),
                "multi" | "list" => ("List", Vec::new()),
                "secret" => ("Secret", Vec::new()),
                "text" if key(&f.label) == "password" => ("Secret", Vec::new()),
                _ => ("Text", Vec::new()),
            };
            if let Some(when) = &f.shown_when {
                let other = list.iter().find(|other| other.label == when.field);
                let has = |value| other.is_some_and(|other| other.values.contains(value));
                assert!(
                    when.is.iter().all(has),
                    "src/vocabulary/halo.json: {:?} is shown when what is not there",
                    f.label
                );
            }
            fields.push(Field {
                label: f.label.clone(),
                aliases: f.aliases.clone(),
                section: String::new(),
                kind,
                scale,
                screens,
                shown_when: f.shown_when.as_ref().map(|when| (when.field.clone(), when.is.clone())),
            });
        }
    }
    fields
}

/// The screens that show a field of a record's tab; of a ticket type, it is not known for each field which of two tabs.
fn details_screens(record: &str, tab: Option<&str>) -> Vec<&'static str> {
    match (record, tab.unwrap_or("Details")) {
        ("agent", "Details") => vec!["AgentDetails"],
        ("agent", "Departments & Teams") => vec!["AgentDepartmentsTeams"],
        ("role", "Details") => vec!["RoleDetails"],
        ("role", "Departments & Teams") => vec!["RoleDepartmentsTeams"],
        ("application", "Details") => vec!["ApplicationDetails"],
        ("ticket_type", "Details") if tab.is_none() => vec!["TicketTypeDetails", "TicketTypeDefaults"],
        ("ticket_type", "Details") => vec!["TicketTypeDetails"],
        ("ticket_type", "Defaults") => vec!["TicketTypeDefaults"],
        ("ticket_type", "Field List") => vec!["TicketTypeFieldList"],
        ("api", _) => vec!["ApiDetails"],
        ("advanced", _) => vec!["AdvancedSettings"],
        _ => Vec::new(),
    }
}

/// A tenant can rename its terms (Clients → Customers), and labels are built from them: every label and alias is also
/// known with each of the other words.
fn renamed(label: &str, aliases: &[String], halo: &Halo) -> Vec<String> {
    let mut forms = vec![label.to_owned()];
    forms.extend(aliases.iter().cloned());
    for term in &halo.terms {
        let [first, canonical, more @ ..] = term.as_slice() else { panic!("terms: a row needs two words: {term:?}") };
        for other in std::iter::once(first).chain(more).filter(|o| !halo.terms_inferred.contains(o)) {
            for i in 0..forms.len() {
                for (from, to) in [(canonical.clone(), other.clone()), (singular(canonical), singular(other))] {
                    let form = replace_word(&forms[i], &from, &to);
                    if !forms.iter().any(|f| key(f) == key(&form)) {
                        forms.push(form);
                    }
                }
            }
        }
    }
    forms.remove(0);
    forms
}

fn singular(term: &str) -> String {
    term.strip_suffix('s').unwrap_or(term).to_owned()
}

/// Replaces whole words only: "Item" must not match in "Items".
fn replace_word(text: &str, from: &str, to: &str) -> String {
    let Some(at) = text.find(from) else {
        return text.to_owned();
    };
    let ends = text[at + from.len()..].chars().next().is_none_or(|c| !c.is_alphanumeric());
    let starts = text[..at].chars().next_back().is_none_or(|c| !c.is_alphanumeric());
    if ends && starts { format!("{}{to}{}", &text[..at], &text[at + from.len()..]) } else { text.to_owned() }
}

/// Key of every label and alias → index in FIELDS, sorted for a binary search. A label of its own beats another field's
/// alias on the same screen; two fields that share an alias there would be a guess, so neither gets it.
fn label_index(fields: &[Field]) -> String {
    let mut index: BTreeMap<(String, &str), Vec<(bool, usize)>> = BTreeMap::new();
    for (i, f) in fields.iter().enumerate() {
        for (alias, text) in std::iter::once((false, &f.label)).chain(f.aliases.iter().map(|a| (true, a))) {
            for screen in &f.screens {
                index.entry((key(text), screen)).or_default().push((alias, i));
            }
        }
    }
    let mut chosen = BTreeSet::new();
    for ((key, screen), mut hits) in index {
        hits.sort_unstable();
        hits.dedup_by_key(|(_, field)| *field);
        match hits.as_slice() {
            [(_, one)] | [(false, one), (true, _), ..] => {
                chosen.insert((key, *one));
            }
            [(true, _), ..] => {}
            _ => panic!("src/vocabulary/halo.json: two fields of {screen} have the label key {key:?}"),
        }
    }
    format!("pub static LABELS: &[(&str, u16)] = &{:?};\n", Vec::from_iter(chosen))
}

#[test]
fn a_term_is_replaced_as_a_whole_word_only() {
    assert_eq!(replace_word("Items Access Level", "Items", "Products"), "Products Access Level");
    assert_eq!(replace_word("Items Access Level", "Item", "Product"), "Items Access Level");
    assert_eq!(replace_word("Subitems", "items", "products"), "Subitems");
}

fn text_field(label: &str, aliases: &[&str]) -> Field {
    Field {
        label: label.to_owned(),
        aliases: aliases.iter().map(|alias| (*alias).to_owned()).collect(),
        section: String::new(),
        kind: "Text",
        screens: vec!["AgentDetails"],
        scale: Vec::new(),
        shown_when: None,
    }
}

#[test]
fn a_label_beats_another_fields_alias_and_a_shared_alias_is_nobodys() {
    let field = |label: &str, alias: &str| text_field(label, &[alias]);
    let of = |fields: &[Field]| label_index(fields).split_once(" = ").unwrap().1.trim().to_owned();
    assert_eq!(
        of(&[field("Name", "Title"), field("Title", "Heading")]),
        r#"&[("heading", 1), ("name", 0), ("title", 1)];"#
    );
    assert_eq!(of(&[field("Name", "Title"), field("Text", "Title")]), r#"&[("name", 0), ("text", 1)];"#);
}

#[test]
#[should_panic(expected = "two fields of AgentDetails have the label key \"name\"")]
fn two_fields_of_one_label_are_refused() {
    label_index(&[text_field("Name", &[]), text_field("name*", &[])]);
}
