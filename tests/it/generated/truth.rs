//! What is set on a record, and what a requirement therefore comes to. Worked out from the facts alone: nothing here
//! asks the reader or the audit.

use preflight::profile::{Expect, Items};
use preflight::vocabulary::{Field, Kind, key};

use crate::generated::rng::Rng;

/// What is set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Setting {
    Unset,
    Text(String),
    List(Vec<String>),
}

impl Setting {
    pub fn text(text: &str) -> Self {
        Self::Text(text.to_owned())
    }

    /// The words that a screen shows for it.
    pub fn shown(&self) -> String {
        match self {
            Self::Unset => "Not set".into(),
            Self::Text(text) => text.clone(),
            Self::List(list) => list.join(", "),
        }
    }
}

/// What is really so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Truth {
    Met,
    /// Not granted, or something else.
    Lacking,
    Excess,
    /// The facts give no order between what is set and what is asked for.
    Unordered,
}

/// Names that a tenant could have; one of them holds a comma.
pub const NAMES: [&str; 7] =
    ["1st Line Support", "Projects", "Service Desk", "Finance", "Support, Level 2", "Dispatch", "Northwind"];

const TEXTS: [&str; 5] = ["Northwind API", "Alpha", "Second choice", "north-1", "Main"];

/// A value that the field can have; `None` in the list of entries stands for nothing set.
pub fn draw(rng: &mut Rng, field: &Field) -> Setting {
    match field.kind {
        Kind::Checkbox | Kind::Scope => Setting::text(rng.pick(&["Yes", "No"])),
        // Of a few permission rows nobody knows the options.
        Kind::Choice if field.scale.is_empty() && !field.section.is_empty() => {
            if rng.percent(25) {
                Setting::Unset
            } else {
                Setting::text(rng.pick(&["Read Only", "Everything"]))
            }
        }
        Kind::Choice if field.scale.is_empty() || (field.section.is_empty() && rng.percent(25)) => {
            if rng.percent(25) {
                Setting::Unset
            } else {
                Setting::text(rng.pick(&TEXTS))
            }
        }
        Kind::Choice if rng.percent(12) => Setting::Unset,
        Kind::Choice => Setting::text(rng.pick(field.scale).0),
        Kind::Text if rng.percent(20) => Setting::Unset,
        Kind::Text | Kind::Secret => Setting::text(rng.pick(&TEXTS)),
        Kind::List => {
            let mut names = NAMES.map(str::to_owned).to_vec();
            rng.shuffle(&mut names);
            names.truncate(rng.below(4));
            Setting::List(names)
        }
    }
}

/// A value that fits what is asked in about half of the cases.
pub fn draw_for(rng: &mut Rng, field: &Field, expect: Option<&Expect>) -> Setting {
    let mut drawn = draw(rng, field);
    let Some(expect) = expect.filter(|_| rng.percent(45)) else { return drawn };
    for _ in 0..12 {
        if truth(field, expect, &drawn) == Truth::Met {
            break;
        }
        drawn = draw(rng, field);
    }
    drawn
}

/// A value of which the requirement comes to something else; `None` where there is none.
pub fn draw_other(rng: &mut Rng, field: &Field, expect: Option<&Expect>, own: &Setting) -> Option<Setting> {
    (0..20).map(|_| draw(rng, field)).find(|other| match expect {
        Some(expect) => truth(field, expect, other) != truth(field, expect, own),
        None => other != own,
    })
}

fn rank(field: &Field, value: &str) -> Option<u8> {
    field.scale.iter().find(|(v, _)| *v == value).and_then(|(_, rank)| *rank)
}

/// Not set, No and No Access are one (facts, section 12); so is the lowest step of an ordered scale.
fn grants_nothing(field: &Field, setting: &Setting) -> bool {
    match setting {
        Setting::Unset => true,
        Setting::List(list) => list.is_empty(),
        Setting::Text(text) => {
            const WORDS: [&str; 7] =
                ["No", "No Access", "Not set", "None", "*None*", "*No Default Team*", "*Unassigned*"];
            // The lowest step of some scales says that nothing is granted in its own words; of others it grants something.
            let denies = text.starts_with("Cannot") || text == "Hidden";
            WORDS.contains(&text.as_str()) || (denies && rank(field, text) == Some(0))
        }
    }
}

/// What a requirement comes to where this is set.
pub fn truth(field: &Field, expect: &Expect, setting: &Setting) -> Truth {
    let nothing = grants_nothing(field, setting);
    let met = |is: bool| if is { Truth::Met } else { Truth::Lacking };
    match expect {
        Expect::Is(wanted) => {
            let wants_nothing = grants_nothing(field, &Setting::text(wanted));
            met((wants_nothing && nothing) || is_text(setting, wanted))
        }
        Expect::AtLeast(wanted) => compared(field, setting, wanted, nothing, |a, b| a > b, Truth::Lacking),
        Expect::AtMost(_) if nothing => Truth::Met,
        Expect::AtMost(wanted) => compared(field, setting, wanted, false, |a, b| a < b, Truth::Excess),
        Expect::NotGranted(_) if nothing => Truth::Met,
        Expect::NotGranted(_) => Truth::Excess,
        Expect::Set(_) => met(!nothing),
        Expect::Includes(Items::All(wanted)) => met(wanted.iter().all(|w| has(setting, w))),
        Expect::Includes(Items::Any(wanted)) if wanted.is_empty() => met(!nothing),
        Expect::Includes(Items::Any(wanted)) => met(wanted.iter().any(|w| has(setting, w))),
        other => unreachable!("the generated profiles have no {other:?}"),
    }
}

fn is_text(setting: &Setting, wanted: &str) -> bool {
    matches!(setting, Setting::Text(text) if key(text) == key(wanted))
}

pub fn has(setting: &Setting, wanted: &str) -> bool {
    match setting {
        Setting::List(list) => list.iter().any(|entry| key(entry) == key(wanted)),
        other => is_text(other, wanted),
    }
}

fn compared(
    field: &Field,
    setting: &Setting,
    wanted: &str,
    nothing: bool,
    beyond: impl Fn(u8, u8) -> bool,
    otherwise: Truth,
) -> Truth {
    let Setting::Text(text) = setting else { return otherwise };
    match (rank(field, text), rank(field, wanted)) {
        _ if text == wanted => Truth::Met,
        (Some(own), Some(wanted)) if beyond(own, wanted) => Truth::Met,
        (Some(own), Some(wanted)) if own == wanted => Truth::Unordered,
        (Some(_), Some(_)) => otherwise,
        _ if nothing => otherwise,
        _ => Truth::Unordered,
    }
}
