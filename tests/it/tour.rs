//! The tour from nothing to done: a person who does what the pointer says, on pages that are made from what that person
//! has set so far. No browser, and no page that anybody kept.

use std::collections::BTreeSet;

use crate::halo::Halo;
use crate::support::{SEEDS, profile};
use preflight::audit::{self, Question};
use preflight::evidence::{Basis, Evidence, Link, part_of};
use preflight::guide::{Click, Guide, GuideStep, Pointer, Proof, Sight, StepState, Tour, guide, pointer};
use preflight::profile::{Check, Expect, FieldRef, Items, Plan, Severity};
use preflight::reader::{self, Controls, Screen};
use preflight::report::{Finding, Outcome, Report};
use preflight::vocabulary::ScreenId;

/// More clicks than any set-up needs; whoever needs more goes round in circles.
const ENOUGH: usize = 2_000;

#[test]
fn each_vendors_tour_leads_from_nothing_to_done() {
    for seed in SEEDS {
        let walked = Person::new(seed, Halo::empty()).walk();
        assert!(walked.is_done, "{seed}: {}", walked.story());
    }
}

#[test]
fn moovilas_tour_is_all_of_its_steps() {
    let walked = Person::new("moovila", Halo::empty()).walk();
    assert_eq!(walked.way.count.of, 94);
    assert_eq!(walked.way.count.at, 94);
}

/// Whatever of a finished set-up is taken back, the tour leads to done again.
#[test]
fn a_set_up_that_broke_is_led_back_to_done() {
    for seed in SEEDS {
        let whole = Person::new(seed, Halo::empty()).walk();
        for start in 0..25 {
            let broken = whole.halo.without_every(7, start);
            let walked = Person::new(seed, broken).walk();
            assert!(walked.is_done, "{seed}, {start}: {}", walked.story());
        }
    }
}

/// What a person who takes the tour has in hand.
struct Person {
    plans: Vec<Plan>,
    halo: Halo,
    /// What was seen, as the background keeps it: the latest reading of each screen of each record.
    kept: Vec<(String, Screen)>,
    tour: Tour,
    /// What the person answered, asked whether a record is the integration's: it is, it is not.
    answers: [Vec<Link>; 2],
}

struct Walked {
    is_done: bool,
    way: Guide,
    halo: Halo,
    clicks: Vec<String>,
}

impl Walked {
    fn story(&self) -> String {
        let open = self.way.steps.iter().filter(|s| !s.state.is_settled()).map(|s| format!("{}: {:?}", s.id, s.state));
        let last = self.clicks.len().saturating_sub(25);
        format!("open: {:#?}\nlast clicks: {:#?}", open.collect::<Vec<_>>(), &self.clicks[last..])
    }
}

impl Person {
    fn new(seed: &str, halo: Halo) -> Self {
        let profile = profile(seed);
        let plans = vec![Plan { features: profile.choose(&[]).unwrap(), profile }];
        Self { plans, halo, kept: Vec::new(), tour: Tour::default(), answers: <[_; 2]>::default() }
    }

    fn question(&self) -> Question<'_> {
        let [assigned, rejected] = &self.answers;
        let basis = Basis { assigned, rejected, chosen_pages: false };
        Question { plans: &self.plans, basis, least_privilege: false, waivers: &[] }
    }

    /// Does what the pointer says until there is nothing more to do, or it says the same on the same page again.
    fn walk(mut self) -> Walked {
        let mut clicks: Vec<String> = Vec::new();
        let mut seen_before = BTreeSet::new();
        let mut left: BTreeSet<String> = BTreeSet::new();
        let mut current = String::new();
        let mut count = 0;
        loop {
            let page = self.halo.page();
            let screen = reader::read(&page, &page.url).unwrap();
            let name = key_of(&screen);
            let before: Vec<Screen> =
                self.kept.iter().filter(|(n, _)| Some(n) == name.as_ref()).map(|(_, s)| s.clone()).collect();
            let mut screens: Vec<Screen> =
                self.kept.iter().filter(|(n, _)| Some(n) != name.as_ref()).map(|(_, s)| s.clone()).collect();
            screens.push(screen.clone());
            let sight = Sight { screens: &screens, before: &before, address: &page.url };
            let way = guide(&self.question(), &sight, &self.tour);
            assert!(way.count.at >= count, "the counter ran back from {count}: {clicks:#?}");
            count = way.count.at;
            self.tour.done.clone_from(&way.settled);
            if screen.is_saved()
                && let Some(name) = name
            {
                self.kept.retain(|(n, _)| *n != name);
                self.kept.push((name, screen.clone()));
            }
            let Some(step) = way.steps.iter().find(|s| Some(&s.id) == way.current.as_ref()).cloned() else {
                return Walked { is_done: true, way, halo: self.halo, clicks };
            };
            let mut evidence = self.question().evidence(&screens);
            way.lead(&mut evidence);
            let controls = Controls::of(&page).unwrap();
            let to = pointer(&way, &evidence, &screen, &controls).unwrap();
            if to.click == Click::Answer {
                let asked = evidence[0].question(&screen).expect("a question");
                clicks.push(format!("{} [{:?}] {asked:?}", step.id, step.state));
                assert!(self.answer(asked), "asked again: {clicks:#?}");
                continue;
            }
            if step.id != current {
                // At the end, what only has to be saved is all that is left.
                let is_new = left.insert(step.id.clone()) || step.state == StepState::Unsaved;
                assert!(is_new, "{} comes again: {clicks:#?}", step.id);
                current.clone_from(&step.id);
            }
            let report = audit::audit(&self.question(), &screens);
            clicks.push(format!(
                "{} [{:?}] {:?} {:?} on {}",
                step.id,
                step.state,
                to.click,
                to.name,
                self.halo.place()
            ));
            let so_far = (&self.halo, &to, &step.id, &self.tour.ticked, &self.answers);
            let is_new = seen_before.insert(format!("{so_far:?}"));
            if !is_new || clicks.len() > ENOUGH {
                return Walked { is_done: false, way, halo: self.halo, clicks };
            }
            let records = links(&evidence, &step);
            self.click(&to, &step, &report, &screen, records.as_deref(), &clicks);
        }
    }

    fn click(
        &mut self,
        to: &Pointer,
        step: &GuideStep,
        report: &Report,
        screen: &Screen,
        record: Option<&str>,
        clicks: &[String],
    ) {
        let kind = step.screen.map(ScreenId::kind);
        match (to.click, to.name.as_deref()) {
            (Click::Tick, _) => {
                assert_eq!(step.proof, Proof::Tick, "{}", step.id);
                self.tour.ticked.push(step.id.clone());
            }
            (Click::Go, _) => self.halo.go(step.screen.unwrap(), record),
            (Click::Tab, Some(tab)) => self.halo.tab(tab),
            // Who has such a record already, opens it.
            (Click::Record, _) | (Click::Button, Some("New")) => {
                self.halo.open_or_new(kind.unwrap(), step.record.as_deref());
            }
            (Click::Button, Some("Edit")) => self.halo.edit(),
            (Click::Button, Some("View Applications")) => self.halo.go(ScreenId::ApplicationDetails, None),
            (Click::Button, Some("Save")) => {
                assert_eq!(self.halo.empty_mandatory(), None, "Save with an empty field: {clicks:#?}");
                let wrong = report.findings.iter().find(|f| is_unset_here(f, screen, &self.plans));
                assert_eq!(wrong, None, "Save with a value that is asked for and not set: {clicks:#?}");
                self.halo.save();
            }
            (Click::Field | Click::First, _) => {
                let finding = report.findings.iter().find(|f| Some(&f.id) == to.finding.as_ref()).unwrap();
                self.set(finding);
            }
            (Click::Fill, Some(label)) => self.halo.fill(label),
            (Click::Depends, _) => {
                let when = to.shown_when.as_ref().unwrap();
                self.halo.set(&when.field, vec![when.is.clone()]);
            }
            (Click::Reveal, _) => self.halo.scroll(),
            (click, name) => panic!("{click:?} {name:?} is nothing to do: {clicks:#?}"),
        }
    }

    /// Answers whether the open record is the integration's; false where that was asked before.
    fn answer(&mut self, asked: Link) -> bool {
        let is_new = !self.answers.iter().any(|links| links.contains(&asked));
        let [yes, no] = &mut self.answers;
        let is_own = self.halo.part().is_some_and(|part| part == asked.part);
        (if is_own { yes } else { no }).push(asked);
        is_new
    }

    /// Sets what a finding asks for.
    fn set(&mut self, finding: &Finding) {
        let requirements = &self.plans[0].profile.requirements;
        let requirement = requirements.iter().find(|r| r.id == finding.id).unwrap().clone();
        let (field, expect) = match &requirement.expect {
            Expect::AnyOf(checks) => {
                let here = self.halo.screen().unwrap();
                let Check { field, expect, .. } = checks.iter().find(|c| c.screen == here).unwrap();
                (field.clone(), expect.clone())
            }
            expect => (requirement.field.clone().unwrap(), expect.clone()),
        };
        let values = match &expect {
            Expect::Is(value) | Expect::AtLeast(value) | Expect::AtMost(value) => vec![value.clone()],
            Expect::NotGranted(_) => vec!["No".to_owned()],
            Expect::Set(_) => vec!["Something".to_owned()],
            Expect::Includes(Items::Any(list)) if list.is_empty() => vec!["First Team".to_owned()],
            Expect::Includes(Items::All(list) | Items::Any(list)) => list.clone(),
            Expect::SameAs(other) | Expect::Includes(Items::SameAs(other)) => vec![self.other(other)],
            Expect::Present(_) => return self.halo.list("Fields", &field, true),
            Expect::Absent(_) => return self.halo.list("Fields", &field, false),
            Expect::ByHand(_) | Expect::AnyOf(_) => panic!("{} is nothing to set", finding.id),
        };
        self.halo.set(&field, values);
    }

    fn other(&self, other: &FieldRef) -> String {
        self.halo.value_of(other.screen.kind(), other.record.as_deref(), other.screen, &other.field)
    }
}

/// The record that the integration is known to use for a step.
fn links(evidence: &[Evidence], step: &GuideStep) -> Option<String> {
    let part = step.record.as_deref().unwrap_or(part_of(step.screen?.kind()));
    let own = evidence.iter().find(|e| e.profile() == step.profile)?;
    own.links().iter().find(|l| l.part == part).and_then(|l| l.record.id.clone())
}

/// Which screen of which record a reading is; none where it is no evidence.
fn key_of(screen: &Screen) -> Option<String> {
    let record = screen.record.as_ref().and_then(|r| r.id.clone().or_else(|| r.name.clone()));
    screen.id.map(|id| format!("{} {}", id.id(), record.unwrap_or_default()))
}

/// A finding of the open form that is not as it has to be.
fn is_unset_here(finding: &Finding, screen: &Screen, plans: &[Plan]) -> bool {
    let requirement = plans[0].profile.requirements.iter().find(|r| r.id == finding.id);
    let is_bad = matches!(finding.outcome, Outcome::Missing | Outcome::Wrong | Outcome::Excess);
    let is_here = finding.spots.iter().any(|s| screen.id == Some(s.screen) && screen.reading(&s.field).is_some());
    is_bad && is_here && requirement.is_some_and(|r| r.severity != Severity::Optional)
}
