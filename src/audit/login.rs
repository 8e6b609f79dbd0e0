//! Login Type in its two shapes (facts, 7.2): a choice ("Agent"), or check boxes ("Allow Agent Logins" …) of which several
//! can be ticked.

use super::compare::compare;
use super::place::Place;
use crate::evidence::Seen;
use crate::profile::Expect;
use crate::reader::{Reading, Screen, Value};
use crate::report::{Outcome, Reason};
use crate::vocabulary::{self, Dependence, ScreenId};

/// The choice.
pub const LOGIN_TYPE: &str = "Login Type";

/// The boxes, and what the choice would say where one of them is ticked; not known for all (facts, 7.2).
pub const BOXES: [(&str, Option<&str>); 3] =
    [("Allow Agent Logins", Some("Agent")), ("Allow End-User Logins", None), ("Allow Anonymous Access", None)];

/// Judges the boxes where the page has them; `None` where it has not, or where they cannot answer what is asked.
pub fn by_boxes(expect: &Expect, seen: &Seen) -> Option<Place> {
    let boxes: Vec<&Reading> = BOXES.iter().filter_map(|(name, _)| seen.screen.reading(name)).collect();
    let ticked = |reading: &Reading| reading.value == Value::Word("Yes".into());
    let decisive = match expect {
        Expect::Is(wanted) => {
            let (name, _) = BOXES.iter().find(|(_, value)| *value == Some(wanted.as_str()))?;
            seen.screen.reading(name)?
        }
        Expect::Set(_) => boxes.iter().find(|b| ticked(b)).or(boxes.first()).copied()?,
        _ => return None,
    };
    let field = vocabulary::field(ScreenId::ApplicationDetails, &decisive.field)?;
    let verdict = compare(field, &Expect::Is("Yes".into()), &decisive.value, None);
    let place = Place::of(ScreenId::ApplicationDetails, decisive, verdict);
    Some(match choice(seen) {
        Some(choice) if !agrees(expect, choice, place.outcome) => Place {
            outcome: Outcome::Review,
            reason: Some(Reason::SeveralCandidates),
            found: Some(
                [choice.value.shown(), place.found.clone()].into_iter().flatten().collect::<Vec<_>>().join(" / "),
            ),
            ..place
        },
        _ => place,
    })
}

/// The choice, where it is one: as the heading of the boxes, the label may seem to own the first of them.
fn choice<'a>(seen: &Seen<'a>) -> Option<&'a Reading> {
    seen.reading.filter(|reading| !is_box(&reading.value))
}

/// Whether this is what a box says.
pub fn is_box(value: &Value) -> bool {
    matches!(value, Value::Word(word) | Value::Text(word) if ["Yes", "No"].contains(&word.as_str()))
}

/// The box that stands for a choice of Login Type on which another field depends, and whether it is not ticked.
pub fn box_of<'a>(page: &'a Screen, dependence: &Dependence) -> Option<(&'a Reading, bool)> {
    let stands_for = |value: Option<&str>| value.is_some_and(|value| dependence.is.contains(&value));
    let (name, _) = BOXES.iter().find(|(_, value)| dependence.field == LOGIN_TYPE && stands_for(*value))?;
    let reading = page.reading(name)?;
    Some((reading, reading.value == Value::Word("No".into())))
}

/// Whether the choice and the boxes come to the same.
fn agrees(expect: &Expect, choice: &Reading, outcome: Outcome) -> bool {
    let field = vocabulary::field(ScreenId::ApplicationDetails, LOGIN_TYPE);
    field.is_some_and(|field| {
        (compare(field, expect, &choice.value, None).0 == Outcome::Met) == (outcome == Outcome::Met)
    })
}
