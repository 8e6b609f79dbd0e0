//! The steps of a plan in click order.
//!
//! The profile's guide says where the way leads: each run of its steps on one screen of one record is a *stop*. A
//! requirement joins the stop of its screen that is nearest in the vendor's document, at the place where the document
//! asks for it. Screens that the guide does not name are stops of their own, in the order in which an admin meets them.

use crate::profile::{Action, Plan, Requirement, Step};
use crate::vocabulary::ScreenId;

/// One step, as the profile holds it.
#[derive(Debug, Clone, Copy)]
pub enum Item<'a> {
    /// Something that is no setting.
    Do(&'a Step),
    /// A setting.
    Set(&'a Requirement),
}

impl Item<'_> {
    /// Its id in its profile.
    pub fn id(&self) -> &str {
        match self {
            Self::Do(step) => &step.id,
            Self::Set(requirement) => &requirement.id,
        }
    }

    /// Whether it belongs to what was chosen.
    pub fn is_chosen(&self, features: &[String]) -> bool {
        let when = match self {
            Self::Do(step) => step.when.as_ref(),
            Self::Set(requirement) => requirement.when.as_ref(),
        };
        when.is_none_or(|when| when.features.is_empty() || when.features.iter().any(|f| features.contains(f)))
    }
}

/// Every guide step and every requirement of the profile, each once.
pub fn items(plan: &Plan) -> Vec<Item<'_>> {
    let mut stops: Vec<Stop> = Vec::new();
    for step in &plan.profile.guide {
        match stops.last_mut() {
            Some(stop) if stop.place == Place::of_step(step) => stop.steps.push(step),
            _ => stops.push(Stop { place: Place::of_step(step), steps: vec![step], requirements: Vec::new() }),
        }
    }
    for requirement in &plan.profile.requirements {
        join(&mut stops, requirement);
    }
    stops.iter().flat_map(Stop::items).collect()
}

/// A screen of one of the integration's records; no screen for what is done outside of Halo.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place<'a> {
    screen: Option<ScreenId>,
    record: Option<&'a str>,
}

impl<'a> Place<'a> {
    fn of_step(step: &'a Step) -> Self {
        Self { screen: step.screen, record: step.record.as_deref() }
    }

    /// Where an admin meets the screen.
    fn rank(&self) -> usize {
        ScreenId::ALL.iter().position(|s| Some(*s) == self.screen).unwrap_or(ScreenId::ALL.len())
    }

    fn is_same_record(&self, other: &Self) -> bool {
        self.record == other.record && self.screen.map(ScreenId::kind) == other.screen.map(ScreenId::kind)
    }
}

/// What is done in one go on one screen.
struct Stop<'a> {
    place: Place<'a>,
    steps: Vec<&'a Step>,
    /// With the line that counts here.
    requirements: Vec<(u32, &'a Requirement)>,
}

impl<'a> Stop<'a> {
    /// The line that is nearest to this stop's own lines, and how far it is from them.
    fn nearest(&self, lines: &[u32]) -> Option<(u32, u32)> {
        let own = || self.steps.iter().map(|s| first_line(s)).chain(self.requirements.iter().map(|(l, _)| *l));
        let (first, last) = (own().min()?, own().max()?);
        lines.iter().map(|line| (first.saturating_sub(*line).max(line.saturating_sub(last)), *line)).min()
    }

    /// Its items as the document has them. The guide's own order holds, and what saves the stop comes last. On one line,
    /// what leads to a setting comes before it, and what a person does with it after it.
    fn items(&self) -> Vec<Item<'a>> {
        let last_save = self.steps.iter().rposition(|s| s.action == Some(Action::Save));
        let mut key = (0, 0);
        let mut keyed: Vec<((u32, u8), Item)> = Vec::new();
        for (at, step) in self.steps.iter().enumerate() {
            let own = if Some(at) == last_save { u32::MAX } else { first_line(step) };
            key = key.max((own, if step.action.is_some() { 0 } else { 2 }));
            keyed.push((key, Item::Do(step)));
        }
        keyed.extend(self.requirements.iter().map(|(line, r)| ((*line, 1), Item::Set(r))));
        keyed.sort_by_key(|(key, _)| *key);
        keyed.into_iter().map(|(_, item)| item).collect()
    }
}

fn first_line(step: &Step) -> u32 {
    step.source.lines.iter().copied().min().unwrap_or_default()
}

/// Puts a requirement into the stop of its screen that one of its lines is nearest to.
fn join<'a>(stops: &mut Vec<Stop<'a>>, requirement: &'a Requirement) {
    let place = Place { screen: Some(requirement.screen), record: requirement.record.as_deref() };
    let own = stops.iter().enumerate().filter(|(_, stop)| stop.place == place);
    let lines = &requirement.source.lines;
    let near = own.filter_map(|(at, stop)| stop.nearest(lines).map(|(distance, line)| (distance, at, line)));
    let nearest = near.min();
    let at = nearest.map_or_else(|| place_for(stops, place), |(_, at, _)| at);
    let line = nearest.map_or_else(|| lines.iter().copied().min().unwrap_or_default(), |(_, _, line)| line);
    if nearest.is_none() {
        stops.insert(at, Stop { place, steps: Vec::new(), requirements: Vec::new() });
    }
    if let Some(stop) = stops.get_mut(at) {
        stop.requirements.push((line, requirement));
    }
}

/// Where a screen comes in that the guide does not name: beside the other screens of its record, else before the first
/// screen of another kind that an admin meets later.
fn place_for(stops: &[Stop], place: Place) -> usize {
    let before = stops.iter().rposition(|s| s.place.is_same_record(&place) && s.place.rank() < place.rank());
    let behind = || stops.iter().position(|s| s.place.is_same_record(&place));
    let kind = |place: Place| place.screen.map(ScreenId::kind);
    let is_later = |other: Place| kind(other) != kind(place) && other.rank() > place.rank();
    let later = || stops.iter().position(|s| s.place.screen.is_some() && is_later(s.place));
    before.map(|at| at + 1).or_else(behind).or_else(later).unwrap_or(stops.len())
}
