//! The way through a set-up: order, states, and what comes next.

use crate::support;
use crate::support::{CHOSEN_PAGES, SEEDS, pages, profile, snapshot};
use preflight::audit::{self, Question};
use preflight::evidence::{Basis, Evidence, Link};
use preflight::guide::{At, Click, Guide, GuideStep, Pointer, Proof, Sight, StepState, Tour, guide, pointer, way_to};
use preflight::profile::Plan;
use preflight::reader::{self, Controls, Screen};
use preflight::report::{Outcome, Reason};
use preflight::snapshot::Snapshot;
use proptest::prelude::*;

const LIST: &str = "https://demo.halopsa.com/config/integrations/api/applications";

fn plan(seed: &str, features: &[&str]) -> Plan {
    let profile = profile(seed);
    let features: Vec<String> = features.iter().map(|f| (*f).to_owned()).collect();
    Plan { features: profile.choose(&features).unwrap(), profile }
}

fn question(plans: &[Plan]) -> Question<'_> {
    Question { plans, basis: CHOSEN_PAGES, least_privilege: false, waivers: &[] }
}

fn walk(plans: &[Plan], screens: &[Screen], tour: &Tour) -> Guide {
    guide(&question(plans), &Sight { screens, before: &[], address: "" }, tour)
}

fn ids(guide: &Guide) -> Vec<&str> {
    guide.steps.iter().map(|s| s.id.as_str()).collect()
}

/// The part of a step's id that is the profile's own.
fn own(id: &str) -> &str {
    id.split_once('/').map_or(id, |(_, own)| own)
}

fn step<'a>(guide: &'a Guide, id: &str) -> &'a GuideStep {
    guide.steps.iter().find(|s| own(&s.id) == own(id)).unwrap_or_else(|| panic!("no step {id}"))
}

fn at(step: &str, settled: bool) -> Tour {
    Tour { at: Some(At { step: step.into(), settled }), ..Tour::default() }
}

fn read(seed: &str, name: &str, mode: &str) -> Screen {
    reader::read(&snapshot(seed, name, mode), name).unwrap()
}

/// A record that cannot be saved: what a person sees who edits it.
fn edited(seed: &str, name: &str) -> (Snapshot, Screen) {
    let snapshot = snapshot(seed, name, "edit");
    let screen = reader::read(&snapshot, name).unwrap();
    (snapshot, screen)
}

fn next(plan: &Plan, snapshot: &Snapshot, screens: &[Screen], tour: &Tour) -> Pointer {
    let way = walk(std::slice::from_ref(plan), screens, tour);
    let evidence = Evidence::new(&plan.profile, screens, CHOSEN_PAGES);
    let controls = Controls::of(snapshot).unwrap();
    pointer(&way, &[evidence], screens.last().unwrap(), &controls).unwrap()
}

/// Where these stand one behind the other.
fn assert_in_order(way: &[&str], wanted: &[&str]) {
    let places: Vec<usize> = wanted.iter().map(|id| way.iter().position(|w| own(w) == *id).expect(id)).collect();
    assert!(places.is_sorted(), "{wanted:?} is not the order in {way:?}");
}

#[test]
fn the_way_is_the_one_that_the_vendor_describes() {
    let moovila = walk(&[plan("moovila", &[])], &[], &Tour::default());
    assert_in_order(
        &ids(&moovila),
        &[
            "step-open-agents",
            "step-choose-agent",
            "agent-api-only",
            "step-agent-permissions",
            "agent-not-administrator",
            "agent-create-ticket-types",
            "step-save-agent-permissions",
            "step-edit-departments-teams",
            "agent-teams",
            "step-new-application",
            "app-authentication-method",
            "step-copy-client-id-secret",
            "step-application-permissions",
            "scope-edit-calendar",
            "step-save-application",
            "step-new-project-ticket-type",
            "ticket-type-project-team",
            "ticket-type-project-has-start-date-time",
            "step-save-project-ticket-type",
            "step-new-task-ticket-type",
            "ticket-types-same-team",
            "step-save-task-ticket-type",
            "advanced-next-ticket-id",
        ],
    );
    let laborcast = walk(&[plan("laborcast", &[])], &[], &Tour::default());
    assert_in_order(
        &ids(&laborcast),
        &[
            "step-new-agent",
            "agent-work-hours",
            "step-save-agent",
            "step-new-role",
            "role-agents",
            "step-save-new-role",
            "step-role-permissions",
            "role-view-others-tickets",
            "step-save-role-permissions",
            "step-note-api-details",
            "step-new-application",
            "app-authentication-method",
            "step-note-client-id-secret",
            "step-application-permissions",
            "scope-read-timesheets",
            "step-save-application",
            "step-laborcast-software",
            "resource-server-without-api",
            "step-test-connection",
        ],
    );
}

/// Screens that a guide does not name come where an admin meets them, record by record.
#[test]
fn a_profile_without_a_guide_goes_from_role_to_settings() {
    let mut plan = plan("moovila", &[]);
    plan.profile.guide.clear();
    let way = walk(&[plan], &[], &Tour::default());
    let screens: Vec<_> = way.steps.iter().map(|s| (s.screen.unwrap().id(), s.record.as_deref())).collect();
    let mut stops = screens.clone();
    stops.dedup();
    assert_eq!(
        stops,
        [
            ("agent.details", None),
            ("agent.permissions", None),
            ("agent.departments-teams", None),
            ("application.details", None),
            ("application.permissions", None),
            ("ticket-type.details", Some("project")),
            ("ticket-type.defaults", Some("project")),
            ("ticket-type.field-list", Some("project")),
            ("ticket-type.details", Some("task")),
            ("ticket-type.defaults", Some("task")),
            ("ticket-type.field-list", Some("task")),
            ("advanced-settings", None),
        ]
    );
}

#[test]
fn several_vendors_are_one_way_and_what_both_want_is_one_step() {
    let way = walk(&[plan("moovila", &[]), plan("gradient-msp", &[])], &[], &Tour::default());
    let tickets: Vec<_> = way.steps.iter().filter(|s| s.field.as_deref() == Some("read:tickets")).collect();
    assert_eq!(tickets.len(), 1);
    assert!(ids(&way).contains(&"moovila/step-new-application"));
    assert!(ids(&way).contains(&"gradient-msp/step-new-application"));
}

#[test]
fn what_is_seen_is_done_and_what_no_page_shows_is_ticked() {
    let plans = [plan("moovila", &[])];
    let screens = [read("moovila", "application.permissions", "read")];
    let way = walk(&plans, &screens, &Tour::default());
    assert_eq!(step(&way, "step-application-permissions").state, StepState::Done);
    assert_eq!(step(&way, "step-save-application").state, StepState::Done);
    assert_eq!(step(&way, "step-new-application").state, StepState::Done);
    assert_eq!(step(&way, "scope-read-tickets").state, StepState::Done);
    assert_eq!(step(&way, "agent-api-only").state, StepState::Open);
    let copy = step(&way, "step-copy-client-id-secret");
    assert_eq!((copy.state, copy.proof), (StepState::Check, Proof::Tick));
    let ticked = Tour { ticked: vec![copy.id.clone(), "agent-api-only".into()], ..Tour::default() };
    let way = walk(&plans, &screens, &ticked);
    assert_eq!(step(&way, "step-copy-client-id-secret").state, StepState::Ticked);
    assert_eq!(step(&way, "agent-api-only").state, StepState::Open, "a tick is no proof of what a page shows");
}

#[test]
fn an_edit_is_not_done_until_it_is_saved() {
    let plans = [plan("moovila", &[])];
    let (_, edit) = edited("moovila", "application.permissions");
    let way = walk(&plans, std::slice::from_ref(&edit), &Tour::default());
    assert_eq!(step(&way, "scope-read-tickets").state, StepState::Unsaved);
    assert_eq!(step(&way, "step-save-application").state, StepState::Open);

    // What was saved before the edit, and stays as it is, stays done.
    let saved = read("moovila", "application.permissions", "read");
    let sight = Sight { screens: &[edit], before: &[saved], address: "" };
    let way = guide(&question(&plans), &sight, &Tour::default());
    assert_eq!(step(&way, "scope-read-tickets").state, StepState::Done);
}

#[test]
fn the_way_goes_on_where_the_person_is_and_comes_back_to_what_was_left_open() {
    let plans = [plan("mspbots", &[])];
    let way = walk(&plans, &[], &Tour::default());
    assert_eq!(way.current.as_deref(), Some("mspbots/step-recognise-the-error"));
    assert_eq!((way.back, way.next.as_deref()), (None, Some("mspbots/step-connect-first")));

    let last = way.steps.last().unwrap().id.clone();
    let way = walk(&plans, &[], &at(&last, false));
    assert_eq!(way.current, Some(last));
    assert_eq!(way.next.as_deref(), Some("mspbots/step-recognise-the-error"));

    let ticked = vec!["mspbots/step-recognise-the-error".to_owned()];
    let way = walk(&plans, &[], &Tour { ticked: ticked.clone(), ..at("mspbots/step-recognise-the-error", false) });
    assert_eq!(way.current.as_deref(), Some("mspbots/step-connect-first"), "a step that gets done gives way");
    let way = walk(&plans, &[], &Tour { ticked, ..at("mspbots/step-recognise-the-error", true) });
    assert_eq!(
        way.current.as_deref(),
        Some("mspbots/step-recognise-the-error"),
        "a step that was done is looked at again"
    );
}

#[test]
fn the_pointer_leads_from_the_list_to_the_saved_field() {
    let plan = plan("mspbots", &[]);
    let to = |step: &str| at(step, false);
    let list = list_page();
    let screen = reader::read(&list, LIST).unwrap();
    let click = next(&plan, &list, &[screen], &to("mspbots/app-login-type"));
    assert_eq!(click.click, Click::Record);

    let page = snapshot("moovila", "application.details", "read");
    let screen = reader::read(&page, "page").unwrap();
    let click = next(&plan, &page, std::slice::from_ref(&screen), &to("mspbots/app-agent-to-log-in-as"));
    assert_eq!((click.click, click.name.as_deref()), (Click::Button, Some("Edit")));
    assert!(click.target.is_some());
    let click = next(&plan, &page, &[screen], &to("mspbots/scope-read-tickets"));
    assert_eq!((click.click, click.name.as_deref()), (Click::Tab, Some("Permissions")));
    assert!(click.target.is_some());

    let (page, screen) = edited("moovila", "application.details");
    let click = next(&plan, &page, std::slice::from_ref(&screen), &to("mspbots/app-agent-to-log-in-as"));
    assert_eq!(click.click, Click::Field);
    assert_eq!(click.target, screen.reading("Agent to log in as").unwrap().target);
    // Login Type is right, but not saved; the next step is on another tab, and the agent is still another one.
    let click = next(&plan, &page, &[screen], &to("mspbots/scope-read-tickets"));
    assert_eq!((click.click, click.name.as_deref()), (Click::First, Some("Agent to log in as")));
    assert_eq!(click.step.as_deref(), Some("mspbots/scope-read-tickets"));
    assert_eq!(click.finding.as_deref(), Some("app-agent-to-log-in-as"));
}

/// The form of an application that is being edited, as the vendor wants it; `more` stands above it.
fn form(more: &str) -> (Snapshot, Screen) {
    let select = |label: &str, value: &str| {
        format!(
            "<div class=\"row\"><label>{label}</label><div class=\"Select__control\"><div class=\"Select__single-value\">{value}</div></div></div>"
        )
    };
    let body = format!(
        "<button>Save</button><button>Cancel</button><ul><li role=tab aria-selected=true>Details</li><li role=tab>Permissions</li><li role=tab>Security</li></ul>{more}{}{}",
        select("Login Type", "Agent"),
        select("Agent to log in as", "Administrator")
    );
    let page =
        format!("<!doctype html><html lang=\"en\"><body><div class=\"app-container\">{body}</div></body></html>");
    let page = preflight::html::snapshot(page.as_bytes(), Some(support::APPLICATION)).unwrap();
    let screen = reader::read(&page, support::APPLICATION).unwrap();
    (page, screen)
}

/// What is said on a form on which everything that the vendor asks for is right, and not saved.
fn said(more: &str) -> (Click, Option<String>) {
    let (page, screen) = form(more);
    let click = next(&plan("mspbots", &[]), &page, &[screen], &at("mspbots/scope-read-tickets", false));
    (click.click, click.name)
}

#[test]
fn save_is_never_said_while_a_mandatory_field_is_empty() {
    let row = |label: &str, control: &str| format!("<div class=\"row\">{label}{control}</div>");
    let labels = [
        "<label for=x>Application Name<span class=asterisk> *</span></label>",
        "<label for=x>Application Name *</label>",
        "<label for=x>* Application Name:</label>",
        "<label for=x><span>Application Name</span><span>*</span></label>",
        "<label for=x>Application Name<span class=mandatory-hint></span></label>",
        "<label for=x>Application Name</label><span class=asterisk>*</span>",
    ];
    let select = |inner: &str| format!("<div class=Select__control>{inner}<input class=Select__input id=x></div>");
    let empty = [
        "<input type=text id=x value=''>".to_owned(),
        "<textarea id=x></textarea>".to_owned(),
        select("<div class=Select__placeholder>Select...</div>"),
        select("<div class=Select__single-value>None</div>"),
    ];
    let filled = [
        "<input type=text id=x value='Acme'>".to_owned(),
        select("<div class=Select__single-value>Acme</div>"),
        select("<div class=Select__multi-value><div class=Select__multi-value__label>Acme</div></div>"),
    ];
    let save = (Click::Button, Some("Save".to_owned()));
    for label in labels {
        for control in &empty {
            let wanted = (Click::Fill, Some("Application Name".to_owned()));
            assert_eq!(said(&row(label, control)), wanted, "{label} {control}");
        }
        for control in &filled {
            assert_eq!(said(&row(label, control)), save, "{label} {control}");
        }
    }
    // What may stay empty does not stand in the way, nor what nobody can write into.
    assert_eq!(said(&row("<label for=x>Description</label>", &empty[0])), save);
    assert_eq!(said(&row(labels[0], "<div class=noedit-value></div>")), save);
    assert_eq!(said("<div class=mandatory-hint>* denotes a mandatory field</div>"), save);
}

/// A control can say itself that it has to be filled in, where no asterisk does.
#[test]
fn a_control_that_is_required_comes_before_save() {
    let label = "<label for=x>Application Name</label>";
    let row = |control: &str| format!("<div class=row>{label}{control}</div>");
    let select = |value: &str, input: &str, beside: &str| {
        format!(
            "<div class=Select__container><div class=Select__control>{value}<input class=Select__input id=x {input}></div>{beside}</div>"
        )
    };
    let acme = "<div class=Select__single-value>Acme</div>";
    let save = (Click::Button, Some("Save".to_owned()));
    let fill = (Click::Fill, Some("Application Name".to_owned()));
    for required in ["required", "required=''", "required=required", "aria-required=true"] {
        for (empty, filled) in [
            (
                format!("<input type=text id=x {required} value=''>"),
                format!("<input type=text id=x {required} value=Acme>"),
            ),
            (format!("<textarea id=x {required}></textarea>"), format!("<textarea id=x {required}>Acme</textarea>")),
            (
                format!("<select id=x {required}><option value=''></option><option>Acme</option></select>"),
                format!("<select id=x {required}><option value=''></option><option selected>Acme</option></select>"),
            ),
            (
                format!("<input type=checkbox id=x {required}>"),
                format!("<input type=checkbox id=x {required} checked>"),
            ),
            (
                format!("<div {required}><input type=text id=x value=''></div>"),
                format!("<div {required}><input type=text id=x value=Acme></div>"),
            ),
            (select("", required, ""), select(acme, required, "")),
            (
                select("", "", &format!("<input {required} class=css-1a0ro4n-requiredInput value=''>")),
                select(acme, "", ""),
            ),
        ] {
            assert_eq!(said(&row(&empty)), fill, "{empty}");
            assert_eq!(said(&row(&filled)), save, "{filled}");
        }
        let named = format!("<input type=text aria-label='Application Name' {required} value=''>");
        assert_eq!(said(&named), fill, "{required}");
        // Nobody can write into it.
        assert_eq!(said(&row(&format!("<input type=text id=x {required} disabled value=''>"))), save, "{required}");
    }
    for free in ["", "aria-required=false"] {
        assert_eq!(said(&row(&format!("<input type=text id=x {free} value=''>"))), save, "{free}");
        assert_eq!(said(&row(&format!("<input type=checkbox id=x {free}>"))), save, "{free}");
    }
}

/// A part that the person skipped stays open; the tour asks about the one that it is at.
#[test]
fn the_open_record_is_asked_about_as_the_part_that_the_tour_is_at() {
    let requirement = |id: &str, part: &str| {
        format!(
            r#"{{"id": "{id}", "screen": "ticket-type.details", "field": "Ticket Type Name", "record": "{part}", "expect": {{"set": true}}, "why": "",
                "source": {{"of": "guide", "lines": [1]}}}}"#
        )
    };
    let profile = format!(
        r#"{{"schema": "preflight-profile/1", "id": "acme", "version": "1", "name": "Acme", "summary": "",
        "sources": {{"guide": {{"title": "Set-up"}}}},
        "records": [{{"id": "project", "name": "Project type"}}, {{"id": "incident", "name": "Incident type"}}],
        "features": [{{"id": "sync", "name": "Sync", "summary": "", "default": true}}],
        "requirements": [{}, {}]}}"#,
        requirement("a", "project"),
        requirement("b", "incident")
    );
    let profile = preflight::profile::parse::parse(&profile).unwrap_or_else(|m| panic!("{m:?}"));
    let plans = [Plan { features: profile.choose(&[]).unwrap(), profile }];
    let live = Basis { assigned: &[], rejected: &[], chosen_pages: false };
    let question = Question { basis: live, ..question(&plans) };
    let url = "https://demo.halopsa.com/config/tickets/tickettype?id=21";
    let open = support::read(
        "<ul><li role=tab aria-selected=true>Details</li><li role=tab>Field List</li></ul>\
         <div class=row><label>Ticket Type Name</label><div class=read-value>Incident</div></div>",
        url,
    );
    assert_eq!(open.id, Some(preflight::vocabulary::ScreenId::TicketTypeDetails));
    let screens = [open.clone()];
    for (step, part) in [("acme/a", "project"), ("acme/b", "incident")] {
        let way = guide(&question, &Sight { screens: &screens, before: &[], address: url }, &at(step, false));
        assert_eq!(way.current.as_deref(), Some(step));
        let mut evidence = question.evidence(&screens);
        way.lead(&mut evidence);
        assert_eq!(evidence[0].question(&open).map(|q| q.part).as_deref(), Some(part), "{step}");
    }
    // Without a tour, the first part that is open is asked about.
    assert_eq!(question.evidence(&screens)[0].question(&open).map(|q| q.part).as_deref(), Some("project"));
    // What is known to be played by another record is not asked about again.
    let known = Link {
        profile: "acme".into(),
        part: "incident".into(),
        record: reader::Record { id: Some("5".into()), name: Some("Alert".into()), ..open.record.clone().unwrap() },
    };
    let assigned = [known];
    let question = Question { basis: Basis { assigned: &assigned, ..live }, ..question };
    let mut evidence = question.evidence(&screens);
    evidence[0].ask_first("incident");
    assert_eq!(evidence[0].question(&open).map(|q| q.part).as_deref(), Some("project"));
}

#[test]
fn the_bubble_is_told_which_buttons_to_leave_free() {
    let (page, screen) = form("");
    let click = next(&plan("mspbots", &[]), &page, &[screen], &at("mspbots/scope-read-tickets", false));
    let names: Vec<_> = click.clear.iter().map(|n| page.nodes.text[*n as usize].as_str()).collect();
    assert_eq!(names, ["Save", "Cancel"]);
    assert_eq!(click.target, Some(click.clear[0]));
}

#[test]
fn a_field_that_another_value_hides_says_so() {
    let plans = [plan("mspbots", &[])];
    let to = at("mspbots/app-agent-to-log-in-as", false);
    for mode in ["read", "edit"] {
        let mut page = snapshot("moovila", "application.details", mode);
        let screen = reader::read(&page, "page").unwrap();
        let reading = |field: &str| screen.reading(field).unwrap().clone();
        support::change(&mut page, reading("Login Type").target.unwrap(), "User");
        let label = reading("Agent to log in as").label_node.unwrap() as usize;
        page.nodes.flags[page.nodes.parent[label] as usize] |= preflight::snapshot::Flags::HIDDEN;
        let screens = [reader::read(&page, "page").unwrap()];
        let report = audit::audit(&question(&plans), &screens);
        let finding = report.findings.iter().find(|f| f.id == "app-agent-to-log-in-as").unwrap();
        assert_eq!((finding.outcome, finding.reason), (Outcome::NotSeen, Some(Reason::HiddenByValue)));
        let when = finding.shown_when.clone().unwrap();
        assert_eq!((when.field.as_str(), when.is.as_str()), ("Login Type", "Agent"));

        let click = next(&plans[0], &page, &screens, &to);
        assert_eq!(click.shown_when.as_ref(), Some(&when), "{mode}");
        let wanted = if mode == "read" { Click::Button } else { Click::Depends };
        assert_eq!(click.click, wanted);
        let evidence = [Evidence::new(&plans[0].profile, &screens, CHOSEN_PAGES)];
        let way = way_to(finding, &evidence, &screens[0], &Controls::of(&page).unwrap()).unwrap();
        assert_eq!((way.click, way.target), (Click::Depends, screens[0].reading("Login Type").unwrap().target));
    }
    // Where Login Type is Agent, the field only is not there yet.
    let mut page = snapshot("moovila", "application.details", "read");
    page.nodes.text.iter_mut().filter(|t| *t == "Agent to log in as").for_each(String::clear);
    let screens = [reader::read(&page, "page").unwrap()];
    let report = audit::audit(&question(&plans), &screens);
    let finding = report.findings.iter().find(|f| f.id == "app-agent-to-log-in-as").unwrap();
    assert_eq!((finding.reason, finding.shown_when.clone()), (Some(Reason::NotRendered), None));
}

#[test]
fn what_is_undone_is_named() {
    let plans = [plan("moovila", &[])];
    let mut page = snapshot("moovila", "application.permissions", "read");
    let screen = reader::read(&page, "page").unwrap();
    let before = walk(&plans, std::slice::from_ref(&screen), &Tour::default());
    assert!(before.undone.is_empty());
    support::change(&mut page, screen.reading("read:timesheets").unwrap().target.unwrap(), "No");
    support::change(&mut page, screen.reading("edit:timesheets").unwrap().target.unwrap(), "No");
    let changed = [reader::read(&page, "page").unwrap()];
    let after = walk(&plans, &changed, &Tour { done: before.settled.clone(), ..Tour::default() });
    assert_eq!(after.undone, ["moovila/scope-read-timesheets", "moovila/scope-edit-timesheets"]);
    assert_eq!(after.count, before.count, "the counter stays where it was");
    // What nobody sees any more is not called undone.
    let gone = walk(&plans, &[], &Tour { done: before.settled.clone(), ..Tour::default() });
    assert!(gone.undone.is_empty());
    assert_eq!(gone.count, before.count);
}

#[test]
fn a_target_that_is_not_there_is_said() {
    let plan = plan("mspbots", &[]);
    let mut page = snapshot("moovila", "application.details", "read");
    for text in page.nodes.text.iter_mut().filter(|t| ["Edit", "Permissions"].contains(&t.as_str())) {
        text.clear();
    }
    let screen = reader::read(&page, "page").unwrap();
    let click = next(&plan, &page, std::slice::from_ref(&screen), &at("mspbots/app-agent-to-log-in-as", false));
    assert_eq!((click.click, click.name.as_deref(), click.target), (Click::Button, Some("Edit"), None));
    let click = next(&plan, &page, &[screen], &at("mspbots/scope-read-tickets", false));
    assert_eq!((click.click, click.name.as_deref(), click.target), (Click::Tab, Some("Permissions"), None));
    let screen = read("moovila", "role.permissions", "read");
    let page = snapshot("moovila", "role.permissions", "read");
    assert_eq!(next(&plan, &page, &[screen], &at("mspbots/scope-read-tickets", false)).click, Click::Go);
}

#[test]
fn a_finding_is_shown_without_a_step_to_take() {
    let plans = [plan("mspbots", &[])];
    let to = |finding: &str, page: &Snapshot| {
        let address = if page.url.is_empty() { "page" } else { &page.url };
        let screens = [reader::read(page, address).unwrap()];
        let report = audit::audit(&question(&plans), &screens);
        let finding = report.findings.iter().find(|f| f.id == finding).unwrap();
        let evidence = [Evidence::new(&plans[0].profile, &screens, CHOSEN_PAGES)];
        let way = way_to(finding, &evidence, &screens[0], &Controls::of(page).unwrap()).unwrap();
        assert_eq!((way.step, way.finding.as_deref()), (None, Some(finding.id.as_str())));
        (way.click, way.name, way.target.is_some())
    };
    let details = snapshot("moovila", "application.details", "read");
    // In read mode too: it is to be seen, not to be set.
    assert_eq!(to("app-login-type", &details), (Click::Field, None, true));
    assert_eq!(to("scope-read-tickets", &details), (Click::Tab, Some("Permissions".into()), true));
    let role = snapshot("moovila", "role.permissions", "read");
    assert_eq!(to("scope-read-tickets", &role), (Click::Go, None, false));
    assert_eq!(to("scope-read-tickets", &list_page()), (Click::Record, None, false));
    let mut hidden = details;
    hidden.nodes.text.iter_mut().filter(|t| *t == "Login Type").for_each(String::clear);
    assert_eq!(to("app-login-type", &hidden), (Click::Reveal, None, false));
}

#[test]
fn new_is_pressed_on_the_list() {
    let plan = plan("moovila", &[]);
    let list = list_page();
    let screen = reader::read(&list, LIST).unwrap();
    let click = next(&plan, &list, &[screen], &at("moovila/step-new-application", false));
    assert_eq!((click.click, click.name.as_deref()), (Click::Button, Some("New")));
    assert!(click.target.is_some());
}

/// The list of applications, without a record.
fn list_page() -> Snapshot {
    let page = "<!doctype html><html lang=\"en\"><body><div class=\"app-container\"><div class=\"page-title\">Applications</div>\
        <button>+ New</button><div class=\"ReactTable\"><div class=\"rt-td\">Acme</div></div></div></body></html>";
    preflight::html::snapshot(page.as_bytes(), Some(LIST)).unwrap()
}

/// A plan with some of its features, and some of the pages of its tenant.
fn scene() -> impl Strategy<Value = (Plan, Vec<Screen>)> {
    let any = any::<prop::sample::Index>;
    (prop::sample::select(&SEEDS[..]), prop::collection::vec(any(), 0..4), prop::collection::vec(any(), 0..8)).prop_map(
        |(seed, features, picks)| {
            let mut plan = plan(seed, &[]);
            let all: Vec<String> = plan.profile.features.iter().map(|f| f.id.clone()).collect();
            plan.features = features.iter().map(|i| all[i.index(all.len())].clone()).collect();
            plan.features.dedup();
            let names = pages(seed, "read");
            let read = |name: &String| reader::read(&support::page(seed, name), name).unwrap();
            let screens = picks.iter().map(|i| read(&names[i.index(names.len())]));
            (plan, screens.collect())
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn each_requirement_that_applies_is_there_once((plan, screens) in scene()) {
        let plans = [plan];
        let report = audit::audit(&question(&plans), &screens);
        let way = walk(&plans, &screens, &Tour::default());
        for requirement in &plans[0].profile.requirements {
            let id = plans[0].profile.qualified(&requirement.id);
            let own = report.findings.iter().find(|f| f.requirements == [id.clone()]).unwrap();
            let wanted = usize::from(own.outcome != Outcome::NotApplicable);
            prop_assert_eq!(way.steps.iter().filter(|s| s.id == id).count(), wanted, "{}", id);
        }
        let mut unique = ids(&way);
        unique.sort_unstable();
        unique.dedup();
        prop_assert_eq!(unique.len(), way.steps.len());
    }

    /// Whatever was seen or ticked, the steps that are there keep their order.
    #[test]
    fn the_order_is_stable((plan, screens) in scene()) {
        let plans = [plan];
        let (before, after) = (walk(&plans, &[], &Tour::default()), walk(&plans, &screens, &Tour::default()));
        let kept: Vec<_> = ids(&before).into_iter().filter(|id| ids(&after).contains(id)).collect();
        prop_assert_eq!(kept, ids(&after));
    }

    /// A step that is done stays so when more is seen, unless its finding is another one. What more was seen may also show
    /// that a record is not the one it was taken for; then what was done to it was done to another.
    #[test]
    fn more_evidence_undoes_nothing((plan, screens) in scene(), cut in any::<prop::sample::Index>()) {
        let plans = [plan];
        let some = &screens[..cut.index(screens.len() + 1)];
        let (before, after) = (walk(&plans, some, &Tour::default()), walk(&plans, &screens, &Tour::default()));
        let report = audit::audit(&question(&plans), &screens);
        let links = |seen| Evidence::new(&plans[0].profile, seen, CHOSEN_PAGES).links().to_vec();
        let same_records = links(some) == links(&screens);
        for was in before.steps.iter().filter(|s| s.state == StepState::Done) {
            let Some(is) = after.steps.iter().find(|s| s.id == was.id) else { continue };
            if was.finding.is_none() && !same_records {
                continue;
            }
            let is_fine = was.finding.as_ref().is_none_or(|id| {
                report.findings.iter().any(|f| f.id == *id && matches!(f.outcome, Outcome::Met | Outcome::Waived))
            });
            prop_assert_eq!(is.state == StepState::Done, is_fine, "{}", was.id);
        }
    }

    /// "Step n of m": whatever is seen, in whatever order, m stays and n never becomes smaller; and what is taken back of
    /// what was done is named, unless it is out of sight or being edited.
    #[test]
    fn the_counter_never_runs_backwards(
        (plan, screens) in scene(), ticks in prop::collection::vec(any::<prop::sample::Index>(), 0..6), lost in 0usize..8,
    ) {
        let plans = [plan];
        let mut tour = Tour::default();
        let first = walk(&plans, &[], &tour).count;
        let mut count = first;
        for seen in 0..=screens.len() {
            // Old evidence gives way to new.
            let kept = &screens[seen.saturating_sub(lost.max(1))..seen];
            let way = walk(&plans, kept, &tour);
            prop_assert_eq!(way.count.of, first.of);
            prop_assert!(way.count.at >= count.at);
            for step in way.steps.iter().filter(|s| s.settles.iter().any(|id| tour.done.contains(id))) {
                let is_bad = matches!(step.state, StepState::ToDo | StepState::Check);
                prop_assert_eq!(way.undone.contains(&step.id), is_bad, "{}", &step.id);
            }
            count = way.count;
            tour.done = way.settled;
            tour.ticked.extend(ticks.get(seen).map(|i| way.steps[i.index(way.steps.len())].id.clone()));
        }
    }

    /// Ticks come from storage: any text, any number. They settle nothing that a page decides.
    #[test]
    fn any_ticks_will_do((plan, screens) in scene(), noise in prop::collection::vec("\\PC{0,30}", 0..5), place in "\\PC{0,30}", settled in any::<bool>()) {
        let plans = [plan];
        let bare = walk(&plans, &screens, &Tour::default());
        let ticked = ids(&bare).into_iter().map(str::to_owned).chain(noise).collect();
        let way = walk(&plans, &screens, &Tour { at: Some(At { step: place, settled }), ticked, ..Tour::default() });
        for (bare, ticked) in bare.steps.iter().zip(&way.steps) {
            let is_for_a_person = bare.state == StepState::Check;
            prop_assert_eq!(ticked.state, if is_for_a_person { StepState::Ticked } else { bare.state });
        }
        let current = way.current.as_ref().map(|id| step(&way, id).state);
        prop_assert!(current.is_none_or(|state| !state.is_settled()));
        prop_assert_eq!(current.is_none(), way.steps.iter().all(|s| s.state.is_settled()));
    }
}
