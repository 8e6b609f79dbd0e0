//! Several vendors on one tenant: each has records of its own, or shares them.

use std::slice;

use crate::support::{AGENT, APPLICATION, CHOSEN_PAGES, assigned, page, pages, profile, read};
use preflight::audit::{self, Question};
use preflight::diagnosis::{self, State};
use preflight::evidence::{Evidence, Link};
use preflight::profile::{Expect, Plan};
use preflight::reader::{self, Screen};
use preflight::report::{Finding, Outcome, Report, Waiver};
use preflight::rights::{self, Access, Matrix};
use preflight::vocabulary::ScreenId;

fn plan(id: &str) -> Plan {
    let profile = profile(id);
    Plan { features: profile.choose(&[]).unwrap(), profile }
}

/// The kept pages of these vendors' tenants, as if it were one tenant.
fn tenant(vendors: &[&str]) -> Vec<Screen> {
    let read = |vendor: &str| -> Vec<Screen> {
        pages(vendor, "read").iter().map(|name| reader::read(&page(vendor, name), name).unwrap()).collect()
    };
    vendors.iter().flat_map(|vendor| read(vendor)).collect()
}

fn of<'a>(report: &'a Report, requirement: &str) -> &'a Finding {
    report.findings.iter().find(|f| f.requirements.iter().any(|r| r == requirement)).unwrap()
}

/// The tickets row on an agent's page.
fn agent(id: &str, tickets: &str) -> Screen {
    let row = |label, value| format!("<div><label>{label}</label><div class=read-value>{value}</div></div>");
    let url = AGENT.replace("agentid=7", &format!("agentid={id}"));
    read(&(row("Tickets Access Level", tickets) + &row("Can export tickets", "No")), &url)
}

fn said(profile: &str, part: &str, screen: &Screen) -> Link {
    Link { profile: profile.into(), part: part.into(), record: screen.record.clone().unwrap() }
}

fn waiver(finding: &str) -> Waiver {
    Waiver { finding: finding.into(), reason: "not used".into(), until: None }
}

#[test]
fn each_vendor_is_judged_by_its_own_records() {
    let plans = [plan("gradient-msp"), plan("laborcast")];
    let screens = tenant(&["gradient-msp", "laborcast"]);
    let own = |id| screens.iter().filter(move |s| s.id == Some(id)).collect::<Vec<_>>();
    let (applications, roles) = (own(ScreenId::ApplicationDetails), own(ScreenId::RoleDetails));
    // Only people know that what is named MSPCentric is Gradient's. Its agent follows from the application.
    let said = [
        said("gradient-msp", "application", applications[0]),
        said("gradient-msp", "role", roles[0]),
        said("laborcast", "role", roles[1]),
    ];
    let question = Question { plans: &plans, basis: assigned(&said), least_privilege: false, waivers: &[] };
    let report = audit::audit(&question, &screens);
    for each in &plans {
        let alone = Question { plans: slice::from_ref(each), ..question };
        for finding in audit::audit(&alone, &tenant(&[&each.profile.id])).findings {
            let [requirement] = finding.requirements.as_slice() else { panic!("{finding:?}") };
            let together = of(&report, requirement);
            assert_eq!((together.outcome, together.reason), (finding.outcome, finding.reason), "{requirement}");
        }
    }
}

#[test]
fn an_agent_of_one_vendor_is_neither_judged_nor_marked_for_another() {
    let plans = [plan("gradient-msp"), plan("laborcast")];
    let screens = [agent("1", "No Access"), agent("2", "Read and Modify")];
    let said = [said("gradient-msp", "agent", &screens[0]), said("laborcast", "agent", &screens[1])];
    let question = Question { plans: &plans, basis: assigned(&said), least_privilege: false, waivers: &[] };
    let evidence = question.evidence(&screens);
    assert_eq!(evidence.iter().flat_map(Evidence::links).cloned().collect::<Vec<_>>(), said);

    let report = audit::report(&question, &screens, &evidence);
    assert_eq!(of(&report, "laborcast/role-tickets-access-level").outcome, Outcome::Met);
    assert_ne!(of(&report, "gradient-msp/role-tickets-access-level").outcome, Outcome::Met);
    for (screen, own) in screens.iter().zip(["gradient-msp", "laborcast"]) {
        let marks = audit::marks(&report, &evidence, screen);
        let marked: Vec<_> = marks.iter().flat_map(|m| &m.findings).collect();
        assert!(!marked.is_empty() && marked.iter().all(|id| id.starts_with(own)), "{own}: {marked:?}");
    }
}

#[test]
fn vendors_that_can_do_the_same_share_a_matrix() {
    let plans = [plan("gradient-msp"), plan("laborcast")];
    let screens = [agent("1", "No Access"), agent("2", "Read and Modify")];
    let matrices = |said: &[Link]| {
        let question = Question { plans: &plans, basis: assigned(said), least_privilege: false, waivers: &[] };
        let tickets = |m: Matrix| m.areas.iter().find(|a| a.area == "tickets").and_then(|a| a.agent);
        rights::matrices(&question.evidence(&screens))
            .into_iter()
            .map(|m| (m.profiles.len(), tickets(m)))
            .collect::<Vec<_>>()
    };
    let own = |agent: usize| [said("gradient-msp", "agent", &screens[0]), said("laborcast", "agent", &screens[agent])];
    assert_eq!(matrices(&own(1)), [(1, Some(Access::None)), (1, Some(Access::Edit))]);
    assert_eq!(matrices(&own(0)), [(2, Some(Access::None))]);
}

#[test]
fn an_error_may_come_from_any_of_the_integrations() {
    // Datagate's profile does not ask for the login type: it is looked up in each integration's own application.
    let mut other = plan("datagate");
    other.profile.id = "other".into();
    let plans = [plan("datagate"), other];
    let application = |id: &str, login: &str| {
        let row = |label, value| format!("<div><label>{label}</label><div class=read-value>{value}</div></div>");
        read(&(row("Application Name", id) + &row("Login Type", login)), &APPLICATION.replace("7d2f", id))
    };
    let state = |first: &str, second: &str| {
        let screens = [application("1", first), application("2", second)];
        let said = [said("datagate", "application", &screens[0]), said("other", "application", &screens[1])];
        let question = Question { plans: &plans, basis: assigned(&said), least_privilege: false, waivers: &[] };
        let evidence = question.evidence(&screens);
        let report = audit::report(&question, &screens, &evidence);
        let diagnosis = diagnosis::diagnose("/Tickets : 403:Forbidden", &report, &evidence);
        diagnosis.causes.into_iter().find(|c| c.id == "login-type").map(|c| (c.state, c.found)).unwrap()
    };
    assert_eq!(state("Agent", "Agent"), (State::Fine, Some("Agent".into())));
    assert_eq!(state("Agent", "User"), (State::Seen, Some("User".into())));
    assert_eq!(state("User", "Agent"), (State::Seen, Some("User".into())));
}

#[test]
fn a_waiver_stays_when_another_vendor_comes() {
    let scope = |name| format!("<div><label>{name}</label><div class=read-value>No</div></div>");
    let screens = [read(&(scope("read:tickets") + &scope("read:sales")), APPLICATION)];
    let (gradient, laborcast) = (plan("gradient-msp"), plan("laborcast"));
    let alone = slice::from_ref(&gradient);
    let both = &[gradient.clone(), laborcast.clone()];
    let reversed = &[laborcast, gradient.clone()];
    let judged = |plans: &[Plan], waivers: &[&str]| {
        let waivers: Vec<_> = waivers.iter().map(|id| waiver(id)).collect();
        let question = Question { plans, basis: CHOSEN_PAGES, least_privilege: false, waivers: &waivers };
        let report = audit::audit(&question, &screens);
        of(&report, "gradient-msp/scope-read-tickets").outcome
    };
    let (own, others) = ("gradient-msp/scope-read-tickets", "laborcast/scope-read-tickets");
    for plans in [alone, both, reversed] {
        assert_eq!(judged(plans, &["scope-read-tickets"]), Outcome::Waived);
        assert_eq!(judged(plans, &[own, others]), Outcome::Waived);
        assert_eq!(judged(plans, &[others]), Outcome::Missing);
    }
    assert_eq!(judged(alone, &[own]), Outcome::Waived);
    // The other vendor still needs it.
    assert_eq!(judged(both, &[own]), Outcome::Missing);
}

#[test]
fn only_what_is_asked_of_the_same_record_can_contradict() {
    let mut other = plan("laborcast");
    other.profile.id = "other".into();
    for requirement in &mut other.profile.requirements {
        requirement.expect = Expect::NotGranted(true);
    }
    let mut plans = [plan("laborcast"), other];
    let screens = [agent("1", "No Access"), agent("2", "Read and Modify")];
    for requirement in plans.iter_mut().flat_map(|p| &mut p.profile.requirements) {
        if requirement.screen == ScreenId::RolePermissions {
            requirement.screen = ScreenId::AgentPermissions;
        }
    }
    let contradictions = |second: usize| {
        let said = [said("laborcast", "agent", &screens[0]), said("other", "agent", &screens[second])];
        let question = Question { plans: &plans, basis: assigned(&said), least_privilege: false, waivers: &[] };
        let report = audit::audit(&question, &screens);
        report.contradictions.iter().any(|c| c.field == "Tickets Access Level")
    };
    assert!(contradictions(0));
    assert!(!contradictions(1));
}
