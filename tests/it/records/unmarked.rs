//! Why a page that was read has no marks.

use super::*;
use preflight::report::Unmarked;

/// The reason that the last one of the pages has no marks; the marks, where it has some or a preview.
fn reason(plans: &[Plan], screens: &[Screen], basis: Basis) -> Result<Option<Unmarked>, usize> {
    let question = Question { plans, basis, least_privilege: false, waivers: &[] };
    let evidence = question.evidence(screens);
    let report = audit::report(&question, screens, &evidence);
    let open = screens.last().unwrap();
    let preview = audit::preview(&question, &evidence, screens, open);
    let marks = preview.map_or_else(|| audit::marks(&report, &evidence, open), |(_, marks)| marks);
    if marks.is_empty() { Ok(audit::unmarked(&question, &evidence, &report, open)) } else { Err(marks.len()) }
}

fn names(own: &[&str]) -> Vec<String> {
    own.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn an_answer_no_is_named_and_can_be_taken_back() {
    let plans = [acme()];
    let open = agent_rows("9", "Priya", "No Access");
    let screens = [open.clone()];
    let no = [link("agent", &open)];
    let basis = Basis { rejected: &no, ..LIVE };
    assert_eq!(reason(&plans, &screens, basis), Ok(Some(Unmarked::Rejected { answers: no.to_vec() })));
    // Also where another record plays the part since then, and not for another record.
    let tied = [application("a", "Acme", "Bot"), open];
    assert_eq!(reason(&plans, &tied, basis), Ok(Some(Unmarked::Rejected { answers: no.to_vec() })));
    let other = [agent_rows("8", "Sam", "No Access")];
    assert!(reason(&plans, &other, basis).is_err());
    // Taken back, it is asked about again.
    assert!(reason(&plans, &screens, LIVE).is_err());
}

#[test]
fn another_record_is_named_with_the_integrations_own() {
    let plans = [acme()];
    let screens = [application("a", "Acme", "Bot"), agent_rows("9", "Priya", "No Access")];
    assert_eq!(reason(&plans, &screens, LIVE), Ok(Some(Unmarked::OtherRecord { own: names(&["Bot"]) })));
    let own = [application("a", "Acme", "Bot"), agent_rows("9", "Bot", "No Access")];
    assert!(reason(&plans, &own, LIVE).is_err());
    let nameless = [application("a", "Acme", "Bot"), agent_rows("9", "", "No Access")];
    assert_eq!(reason(&plans, &nameless, LIVE), Ok(Some(Unmarked::Unsure { own: names(&["Bot"]) })));
}

#[test]
fn a_role_that_the_agent_does_not_have_says_so() {
    let plans = [acme()];
    let pages = |own: Value, open: &str| {
        let details = page(ScreenId::AgentDetails, "7", "Bot", &[("Username", text("Bot")), ("Roles", own)]);
        [application("a", "Acme", "Bot"), details, role_rows("3", open, "No Access")]
    };
    let agent = "Bot".to_owned();
    let held = pages(roles(&["Integration"]), "Integration");
    assert!(reason(&plans, &held, LIVE).is_err());
    let not_held = pages(roles(&["Integration"]), "Administrator");
    assert_eq!(reason(&plans, &not_held, LIVE), Ok(Some(Unmarked::RoleNotHeld { agent: agent.clone() })));
    // A list that goes on: this role may be on it.
    let [app, mut details, role] = not_held;
    for reading in &mut details.readings {
        reading.partial = true;
    }
    for listed in [vec![], vec!["Integration".to_owned()]] {
        details.readings[1].value = Value::List(listed);
        let screens = [app.clone(), details.clone(), role.clone()];
        assert_eq!(reason(&plans, &screens, LIVE), Ok(Some(Unmarked::RolesUnclear { agent: agent.clone() })));
    }
}

#[test]
fn what_is_another_vendors_names_it() {
    let plans = [acme(), vendor("Other", "", &[SCOPE])];
    // Other asks nothing of agents, and this one is the agent that its application logs in as.
    let screens =
        [application("a", "Acme", "Bot"), application("b", "Other", "Second"), agent_rows("9", "Second", "No Access")];
    assert_eq!(reason(&plans, &screens, LIVE), Ok(Some(Unmarked::OtherRecord { own: names(&["Bot"]) })));
    let narrow = [vendor("Acme", "", &[SCOPE, LOGIN]), vendor("Other", "", &[SCOPE])];
    let details = |name: &str, login: &str| application("b", name, login);
    let screens = [application("a", "Acme", "Bot"), details("Other", "Second")];
    let vendor = "Other".to_owned();
    assert_eq!(reason(&narrow, &screens, LIVE), Ok(Some(Unmarked::OtherVendor { vendor })));
    let screens = [details("Other", "Second"), application("a", "Acme", "Bot")];
    assert!(reason(&narrow, &screens, LIVE).is_err());
}

#[test]
fn a_page_of_which_nothing_is_asked_says_so_and_one_whose_field_is_not_rendered_does_not() {
    let plans = [vendor("Acme", "", &[SCOPE])];
    let screens = [agent_rows("9", "Priya", "Yes")];
    assert_eq!(reason(&plans, &screens, LIVE), Ok(Some(Unmarked::NothingAsked)));
    let bare = [page(ScreenId::ApplicationPermissions, "a", "Acme", &[])];
    assert_eq!(reason(&plans, &bare, LIVE), Ok(None));
}
