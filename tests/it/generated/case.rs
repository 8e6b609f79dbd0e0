//! One case: pages of a tenant, and what may come out of them.

use preflight::profile::Requirement;
use preflight::vocabulary::ScreenId;

use crate::generated::build::{self, Shown};
use crate::generated::oracle::{self, Evidence, Known};
use crate::generated::page::{Page, Sight};
use crate::generated::profile::{Asked, VENDOR};
use crate::generated::rng::Rng;
use crate::generated::truth::Setting;
use crate::generated::{frame, lists, twists};

/// Pages with the truth about them.
pub struct Case {
    pub seed: u64,
    pub pages: Vec<(Page, String)>,
    /// Whether each page's record belongs to the integration.
    counts: Vec<bool>,
    pub kind: &'static str,
}

impl Case {
    /// What is known of a requirement.
    pub fn known(&self, requirement: &Requirement) -> Known {
        let pages: Vec<Evidence> =
            self.pages.iter().zip(&self.counts).map(|((page, _), counts)| Evidence { page, counts: *counts }).collect();
        oracle::known(requirement, &pages)
    }

    /// Shown when the case fails.
    pub fn describe(&self) -> String {
        let page =
            |p: &Page| format!("{}{} [{}]", p.screen.id(), if p.edit { " edit" } else { "" }, p.twists.join(", "));
        let pages: Vec<String> = self.pages.iter().map(|(p, _)| page(p)).collect();
        format!("PREFLIGHT_SEED={} {} {}", self.seed, self.kind, pages.join(" + "))
    }
}

const OWN: Shown = Shown { name: "Northwind API", id: "7d2f" };
const TEST: Shown = Shown { name: "Northwind API Test", id: "9e31" };
const OTHER: Shown = Shown { name: "Priya Shah", id: "44" };

/// The case of a seed.
pub fn case(seed: u64, asked: &Asked) -> Case {
    let mut rng = Rng::new(seed);
    let rng = &mut rng;
    let (kind, mut pages, counts) = match rng.below(20) {
        0 => logs_in_as(rng, asked),
        1 => roles(rng, asked),
        2 => applications(rng, asked),
        3 => two_agents(rng, asked),
        4 => pane_and_address(rng, asked),
        _ => {
            let screen = rng.pick(&ScreenId::ALL);
            ("one page", vec![twisted(rng, asked, screen, &OWN)], vec![true])
        }
    };
    let pages = pages.drain(..).map(|page| (rendered(rng, &page), page)).map(|(html, page)| (page, html)).collect();
    Case { seed, pages, counts, kind }
}

/// One page of the vendor's own record: what a browser shows at one time.
pub fn single(seed: u64, asked: &Asked) -> Case {
    let mut rng = Rng::new(seed);
    let screen = rng.pick(&ScreenId::ALL);
    let mut page = twisted(&mut rng, asked, screen, &OWN);
    page.url = build::url(screen, OWN.id);
    let html = rendered(&mut rng, &page);
    Case { seed, pages: vec![(page, html)], counts: vec![true], kind: "one page" }
}

fn rendered(rng: &mut Rng, page: &Page) -> String {
    frame::document(rng, page)
}

/// A page with up to three changes.
fn twisted(rng: &mut Rng, asked: &Asked, screen: ScreenId, shown: &Shown) -> Page {
    let mut page = build::page(rng, asked, screen, shown);
    let count = rng.pick(&[0, 1, 1, 1, 2, 2, 3]);
    for _ in 0..count {
        let of_lists = !page.tables.is_empty() && rng.percent(60);
        let (name, twist) = if of_lists { rng.pick(&lists::TWISTS) } else { rng.pick(&twists::TWISTS) };
        let before = page.looks();
        if let Some(detail) = twist(rng, &mut page, asked) {
            let after = page.looks();
            let name = if detail.is_empty() { name.to_owned() } else { format!("{name}:{detail}") };
            let changed = after.iter().filter(|(field, looks)| before.get(*field) != Some(looks));
            page.touched.extend(changed.map(|(field, _)| (*field, name.clone())));
            page.twists.push(name);
        }
    }
    page
}

fn plain(rng: &mut Rng, asked: &Asked, screen: ScreenId, shown: &Shown) -> Page {
    build::page(rng, asked, screen, shown)
}

type Made = (&'static str, Vec<Page>, Vec<bool>);

fn set(page: &mut Page, field: &str, setting: &Setting) {
    for row in page.sections.iter_mut().flat_map(|s| &mut s.rows).filter(|r| r.field.label == field) {
        row.setting = setting.clone();
    }
}

/// The application logs in as its own agent, or as somebody else than the one whose permissions show.
fn logs_in_as(rng: &mut Rng, asked: &Asked) -> Made {
    let own = rng.percent(50);
    let agent = Shown { name: "Sync agent", id: "12" };
    let mut application = plain(rng, asked, ScreenId::ApplicationDetails, &OWN);
    set(&mut application, "Agent to log in as", &Setting::text(agent.name));
    let shown = if own { agent } else { OTHER };
    let permissions = plain(rng, asked, ScreenId::AgentPermissions, &shown);
    let kind = if own { "application and its agent" } else { "application and another agent" };
    (kind, vec![application, permissions], vec![true, own])
}

/// The agent has one or three roles; one role shows, which may be none of them.
fn roles(rng: &mut Rng, asked: &Asked) -> Made {
    let mut agent = plain(rng, asked, ScreenId::AgentDetails, &OWN);
    let role = Shown { name: VENDOR, id: "11aa" };
    let (kind, names, counts) = match rng.below(3) {
        0 => ("agent and its role", vec![role.name], true),
        1 => ("agent and one of its roles", vec!["Dispatch", role.name, "Finance"], true),
        _ => ("agent and a role that it does not have", vec!["Dispatch"], false),
    };
    let several = names.len() > 1;
    set(&mut agent, "Roles", &Setting::List(names.into_iter().map(str::to_owned).collect()));
    let mut permissions = plain(rng, asked, ScreenId::RolePermissions, &role);
    // Another role may grant what this one does not.
    permissions.one_of_several = several;
    (kind, vec![agent, permissions], vec![true, counts])
}

/// Details of one application, permissions of the same or of the vendor's test application.
fn applications(rng: &mut Rng, asked: &Asked) -> Made {
    let own = rng.percent(40);
    let details = plain(rng, asked, ScreenId::ApplicationDetails, &OWN);
    let shown = if own { OWN } else { TEST };
    let mut permissions = plain(rng, asked, ScreenId::ApplicationPermissions, &shown);
    let mut details = details;
    if !own {
        // Both carry the vendor's name: which is meant, nobody said.
        details.sight = Sight::Doubtful;
        permissions.sight = Sight::None;
    }
    let kind = if own { "application" } else { "application and the test application" };
    (kind, vec![details, permissions], vec![true, true])
}

/// Two agents that nothing ties.
fn two_agents(rng: &mut Rng, asked: &Asked) -> Made {
    let first = plain(rng, asked, ScreenId::AgentPermissions, &Shown { name: "Alex Fry", id: "45" });
    let second = plain(rng, asked, ScreenId::AgentPermissions, &OTHER);
    ("two agents", vec![first, second], vec![true, true])
}

/// The address has moved on to a record that was seen under another name.
fn pane_and_address(rng: &mut Rng, asked: &Asked) -> Made {
    let mut details = plain(rng, asked, ScreenId::ApplicationDetails, &OWN);
    // Both names hold the vendor's.
    details.sight = Sight::Doubtful;
    let mut permissions = plain(rng, asked, ScreenId::ApplicationPermissions, &TEST);
    permissions.url.clone_from(&details.url);
    ("address of one record, pane of another", vec![details, permissions], vec![true, false])
}
