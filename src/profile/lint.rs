//! What types cannot say of a profile. Each mistake names the place and how to fix it.

use std::collections::{BTreeMap, BTreeSet};

use super::{Expect, FieldRef, Items, Profile, Requirement, SCHEMA, When};
use crate::vocabulary::{self, Field, Meaning, ScreenId, key};

/// More of anything than this is no profile.
const MAX_ENTRIES: usize = 1000;
/// More of anything inside of one requirement or guide step than this says nothing more.
const MAX_INSIDE: usize = 100;
/// One field is asked for once, or once for each of some features.
const MAX_ALIKE: usize = 10;
/// A shorter name stands in the names of too many records.
const MIN_NAME: usize = 3;
/// Longer texts are no labels, values or reasons.
const MAX_CHARS: usize = 2000;

/// Every mistake; empty when the profile is fine.
#[must_use]
pub fn lint(profile: &Profile) -> Vec<String> {
    let mut mistakes = Vec::new();
    head(profile, &mut mistakes);
    sizes(profile, &mut mistakes);
    unique(profile, &mut mistakes);
    for requirement in &profile.requirements {
        let at = format!("requirement {:?}", requirement.id);
        cited(profile, &at, &requirement.source.of, &mut mistakes);
        when(profile, &at, requirement.when.as_ref(), &mut mistakes);
        record(profile, &at, requirement.record.as_deref(), &mut mistakes);
        expectation(profile, &at, requirement, &mut mistakes);
    }
    for part in &profile.records {
        if let Some(check) = &part.recognised_by {
            let at = format!("record {:?}", part.id);
            if !matches!(check.expect, Expect::Is(_)) {
                mistakes.push(format!("{at}: recognised_by takes `is` only"));
            }
            operand(profile, &at, check.screen, &check.field, &check.expect, &mut mistakes);
        }
    }
    for step in &profile.guide {
        let at = format!("guide step {:?}", step.id);
        cited(profile, &at, &step.source.of, &mut mistakes);
        when(profile, &at, step.when.as_ref(), &mut mistakes);
        record(profile, &at, step.record.as_deref(), &mut mistakes);
        if step.screen.is_none() && (step.action.is_some() || step.record.is_some()) {
            mistakes.push(format!("{at}: action and record need a screen"));
        }
    }
    mistakes
}

/// What is no mistake and yet not clear: values in another wording than Halo's, and those that may mean two of its values,
/// of which the check can say no more than "please look".
#[must_use]
#[cfg(not(target_arch = "wasm32"))]
pub fn advice(profile: &Profile) -> Vec<String> {
    let mut notes = Vec::new();
    for requirement in &profile.requirements {
        let at = format!("requirement {:?}", requirement.id);
        match (&requirement.expect, &requirement.field) {
            (Expect::AnyOf(checks), _) => {
                notes.extend(checks.iter().filter_map(|c| wording(&at, c.screen, &c.field, &c.expect)));
            }
            (expect, Some(field)) => notes.extend(wording(&at, requirement.screen, field, expect)),
            (_, None) => {}
        }
    }
    notes
}

#[cfg(not(target_arch = "wasm32"))]
fn wording(at: &str, screen: ScreenId, field: &str, expect: &Expect) -> Option<String> {
    let (Expect::Is(word) | Expect::AtLeast(word) | Expect::AtMost(word)) = expect else { return None };
    let known = vocabulary::field(screen, field)?;
    let listed = |values: &[&str]| values.iter().map(|v| format!("{v:?}")).collect::<Vec<_>>().join(" or ");
    match known.meaning(word) {
        Meaning::One(value) => {
            let longer: Vec<_> = known.longer_forms(value).collect();
            if longer.is_empty() {
                return (value != word).then(|| format!("{at}: Halo writes {word:?} as {value:?}"));
            }
            let longer = listed(&longer);
            Some(format!(
                "{at}: {word:?} may also be short for {longer}; where a page shows that, the result is review"
            ))
        }
        Meaning::Unclear(values) => {
            Some(format!("{at}: {word:?} is not clear, so the result is review; if it is, write {}", listed(&values)))
        }
        Meaning::Unknown => None,
    }
}

fn head(profile: &Profile, mistakes: &mut Vec<String>) {
    if profile.schema != SCHEMA {
        mistakes.push(format!("schema is {:?}; this version reads {SCHEMA:?}", profile.schema));
    }
    if !is_id(&profile.id) {
        mistakes.push(format!("id {:?}: use lower-case letters, digits and hyphens, 64 at most", profile.id));
    }
    // An application that carries the vendor's name is the vendor's.
    if key(&profile.name).is_empty() {
        mistakes.push("name: give the vendor's name".into());
    }
    if let Some(short) = profile.also_called.iter().find(|name| key(name).len() < MIN_NAME) {
        mistakes.push(format!("also_called: {short:?} says too little; use {MIN_NAME} letters or digits at least"));
    }
    if !profile.features.iter().any(|f| f.default) {
        mistakes.push("features: at least one must have \"default\": true".into());
    }
    for (id, source) in &profile.sources {
        // The report puts it into a link.
        let breaks_off = |c: char| c.is_whitespace() || c.is_control() || "<>()\\".contains(c);
        let is_address = |u: &String| u.starts_with("https://") && !u.contains(breaks_off);
        if source.url.as_ref().is_some_and(|u| !is_address(u)) {
            mistakes.push(format!("source {id:?}: url must start with https:// and hold no blanks and brackets"));
        }
    }
}

/// What is judged again with each change of the page has its measure.
fn sizes(profile: &Profile, mistakes: &mut Vec<String>) {
    let Profile { requirements, guide, features, records, sources, also_called, keywords, .. } = profile;
    let names = also_called.len() + keywords.len();
    if [requirements.len(), guide.len(), features.len(), records.len(), sources.len(), names]
        .iter()
        .any(|n| *n > MAX_ENTRIES)
    {
        mistakes.push(format!("a list has more than {MAX_ENTRIES} entries"));
    }
    let mut alike: BTreeMap<_, usize> = BTreeMap::new();
    for requirement in requirements {
        let Requirement { id, screen, record, field, expect, why, source, .. } = requirement;
        if why.chars().count() > MAX_CHARS {
            mistakes.push(format!("requirement {id:?}: why is longer than {MAX_CHARS} characters"));
        }
        let alternatives = if let Expect::AnyOf(checks) = expect { checks.len() } else { 0 };
        if source.lines.len().max(alternatives) > MAX_INSIDE {
            mistakes.push(format!("requirement {id:?}: a list has more than {MAX_INSIDE} entries"));
        }
        *alike.entry((screen, record, field.as_ref())).or_default() += 1;
    }
    for step in guide.iter().filter(|step| step.source.lines.len() > MAX_INSIDE) {
        mistakes.push(format!("guide step {:?}: a list has more than {MAX_INSIDE} entries", step.id));
    }
    for ((screen, _, field), times) in alike {
        if let Some(field) = field.filter(|_| times > MAX_ALIKE) {
            mistakes.push(format!("{}: {field:?} is asked for {times} times; {MAX_ALIKE} at most", screen.id()));
        }
    }
}

fn is_id(id: &str) -> bool {
    !id.is_empty() && id.len() <= 64 && id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

fn unique(profile: &Profile, mistakes: &mut Vec<String>) {
    let requirements = profile.requirements.iter().map(|r| r.id.as_str());
    let ids: [(&str, Vec<&str>); 3] = [
        ("requirement or guide step", requirements.chain(profile.guide.iter().map(|s| s.id.as_str())).collect()),
        ("feature", profile.features.iter().map(|f| f.id.as_str()).collect()),
        ("record", profile.records.iter().map(|r| r.id.as_str()).collect()),
    ];
    for (what, list) in ids {
        let mut seen = BTreeSet::new();
        for id in list {
            if !is_id(id) {
                mistakes.push(format!("{what} {id:?}: use lower-case letters, digits and hyphens, 64 at most"));
            }
            if !seen.insert(id) {
                mistakes.push(format!("{what} {id:?} is there twice; ids must be unique"));
            }
        }
    }
}

fn cited(profile: &Profile, at: &str, source: &str, mistakes: &mut Vec<String>) {
    if !profile.sources.contains_key(source) {
        mistakes.push(format!("{at}: source {source:?} is not among the profile's sources"));
    }
}

fn when(profile: &Profile, at: &str, when: Option<&When>, mistakes: &mut Vec<String>) {
    for feature in when.iter().flat_map(|w| &w.features) {
        if !profile.features.iter().any(|f| f.id == *feature) {
            mistakes.push(format!("{at}: when names the feature {feature:?}, which the profile does not have"));
        }
    }
}

fn record(profile: &Profile, at: &str, record: Option<&str>, mistakes: &mut Vec<String>) {
    if let Some(id) = record.filter(|id| !profile.records.iter().any(|r| r.id == **id)) {
        mistakes.push(format!("{at}: record {id:?} is not among the profile's records"));
    }
}

fn expectation(profile: &Profile, at: &str, requirement: &Requirement, mistakes: &mut Vec<String>) {
    match (&requirement.expect, &requirement.field) {
        (Expect::ByHand(_), _) => {}
        (Expect::AnyOf(checks), _) => {
            if checks.len() < 2 {
                mistakes.push(format!("{at}: any_of needs two alternatives at least"));
            }
            for check in checks {
                if matches!(check.expect, Expect::AnyOf(_) | Expect::ByHand(_)) {
                    mistakes.push(format!("{at}: any_of may hold neither any_of nor by_hand"));
                }
                operand(profile, at, check.screen, &check.field, &check.expect, mistakes);
            }
        }
        (expect, Some(field)) => operand(profile, at, requirement.screen, field, expect, mistakes),
        (_, None) => mistakes.push(format!("{at}: field is missing; only by_hand and any_of go without")),
    }
}

fn operand(profile: &Profile, at: &str, screen: ScreenId, field: &str, expect: &Expect, mistakes: &mut Vec<String>) {
    if matches!(expect, Expect::NotGranted(false) | Expect::Set(false) | Expect::Present(false) | Expect::Absent(false))
    {
        mistakes.push(format!("{at}: not_granted, set, present and absent take true only"));
    }
    match expect {
        // A field list holds the tenant's own fields too: any name may stand there.
        Expect::Present(_) | Expect::Absent(_) if screen == ScreenId::TicketTypeFieldList => return,
        Expect::Present(_) | Expect::Absent(_) => {
            mistakes.push(format!("{at}: present and absent belong to ticket-type.field-list"));
            return;
        }
        Expect::Includes(Items::All(wanted)) if wanted.is_empty() => {
            mistakes.push(format!("{at}: includes all of nothing always holds; name at least one entry"));
        }
        Expect::SameAs(other) | Expect::Includes(Items::SameAs(other)) => reference(profile, at, other, mistakes),
        _ => {}
    }
    if screen == ScreenId::ApplicationPermissions && vocabulary::is_sign_in_scope(field) {
        mistakes.push(format!(
            "{at}: {field:?} is a scope of the sign-in and no row of the Permissions tab, so nobody can tick it; leave it out, or name it in a guide step"
        ));
        return;
    }
    // A scope that Halo does not have may be asked for: the finding says so.
    if screen == ScreenId::ApplicationPermissions && vocabulary::no_such_scope(field) {
        return;
    }
    if let Some(known) = known(at, screen, field, mistakes) {
        value(at, known, expect, mistakes);
    }
}

fn known(at: &str, screen: ScreenId, field: &str, mistakes: &mut Vec<String>) -> Option<&'static Field> {
    let known = vocabulary::field(screen, field);
    match known {
        None => mistakes.push(format!("{at}: {} has no field {field:?}", screen.id())),
        Some(f) if f.label != field => mistakes.push(format!("{at}: write the field as {:?}, not {field:?}", f.label)),
        Some(_) => {}
    }
    known
}

fn value(at: &str, field: &Field, expect: &Expect, mistakes: &mut Vec<String>) {
    let (word, needs_order) = match expect {
        Expect::Is(word) => (word, false),
        Expect::AtLeast(word) | Expect::AtMost(word) => (word, true),
        _ => return,
    };
    let meaning = field.meaning(word);
    let scale: Vec<_> = field.scale.iter().map(|(v, _)| *v).collect();
    let has_place = match &meaning {
        Meaning::One(value) => field.rank(value).is_some(),
        Meaning::Unclear(values) => values.iter().all(|value| field.rank(value).is_some()),
        Meaning::Unknown => false,
    };
    if needs_order && !has_place {
        mistakes.push(format!("{at}: {word:?} has no place on the scale of {:?} ({})", field.label, scale.join(" < ")));
    } else if key(word).is_empty() {
        mistakes.push(format!("{at}: {word:?} is no value; for a field that must not be granted, use not_granted"));
    } else if meaning == Meaning::Unknown && field.is_closed() {
        mistakes.push(format!("{at}: {word:?} is no value of {:?} ({})", field.label, scale.join(", ")));
    }
}

fn reference(profile: &Profile, at: &str, other: &FieldRef, mistakes: &mut Vec<String>) {
    known(at, other.screen, &other.field, mistakes);
    record(profile, at, other.record.as_deref(), mistakes);
}
