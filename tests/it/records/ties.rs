//! Which pages can be of one record, and what speaks against it.

use super::*;

/// What the marks on the last of the pages say, in the order of its fields.
fn marked(plans: &[Plan], screens: &[Screen], basis: Basis) -> Vec<Outcome> {
    let question = Question { plans, basis, least_privilege: false, waivers: &[] };
    let evidence = question.evidence(screens);
    let report = audit::report(&question, screens, &evidence);
    audit::marks(&report, &evidence, screens.last().unwrap()).iter().map(|m| m.outcome).collect()
}

fn asked(plans: &[Plan], screens: &[Screen], basis: Basis) -> Vec<Link> {
    let question = Question { plans, basis, least_privilege: false, waivers: &[] };
    let evidence = question.evidence(screens);
    let preview = audit::preview(&question, &evidence, screens, screens.last().unwrap());
    preview.map(|(preview, _)| preview.questions).unwrap_or_default()
}

#[test]
fn the_rows_of_every_role_of_the_agent_are_marked_and_of_no_other() {
    let plans = [vendor("Acme", "", &[ROW])];
    let on = |name: &str| {
        let agent = agent("7", "Bot", &["Billing", "Acme"]);
        let screens = [application("a", "Acme", "Bot"), agent, role_rows(name, name, "Read Only")];
        marked(&plans, &screens, LIVE)
    };
    assert_eq!([on("Acme"), on("Billing")], [[Met], [Met]]);
    assert_eq!([on("Support"), on("Administrator")], [[], []]);
}

/// Two pages of which one names no record may be of two records, whatever they say.
#[test]
fn a_page_without_a_name_counts_alone_and_not_beside_another_one() {
    let plan = vendor("Acme", "", &[ROW]);
    let level = "Read Only";
    let judged = |screens: &[Screen]| {
        let found = one(&plan, screens, CHOSEN);
        (found.outcome, found.reason)
    };
    let several = (Review, Some(Reason::SeveralRecords));
    let (named, nameless) = (agent_rows("7", "", level), agent_rows("", "", level));
    let withheld = Screen {
        record: Some(Record { kind: RecordKind::Agent, id: None, name: None, ask: Some(1) }),
        ..nameless.clone()
    };
    for page in [&named, &nameless, &withheld] {
        assert_eq!(judged(std::slice::from_ref(page)).0, Met, "{page:?}");
    }
    assert_eq!(judged(&[named.clone(), named.clone()]).0, Met);
    for other in [&named, &nameless, &withheld] {
        assert_eq!(judged(&[other.clone(), nameless.clone()]), several, "{other:?}");
        assert_eq!(judged(&[other.clone(), withheld.clone()]), several, "{other:?}");
    }
}

#[test]
fn a_role_page_without_a_name_can_be_the_agents_role_and_not_one_more() {
    let plan = vendor("Acme", "", &[ON_ROLE]);
    let judged = |roles: &[&str]| {
        let mut screens = vec![application("a", "Acme", "Bot"), agent("7", "Bot", &["Billing"])];
        screens.extend(roles.iter().map(|name| role_rows("", name, "Read Only")));
        one(&plan, &screens, CHOSEN).outcome
    };
    assert_eq!(judged(&["Billing"]), Met);
    assert_eq!(judged(&[""]), Met);
    assert_eq!(judged(&["Billing", ""]), Review);
    assert_eq!(judged(&["Support"]), NotSeen);
}

#[test]
fn a_page_without_a_name_beside_the_assigned_record_leaves_it_open() {
    let plan = vendor("Acme", "", &[ROW]);
    let own = agent_rows("7", "Priya", "Read Only");
    let assigned = [link("agent", &own)];
    let judged = |screens: &[Screen]| one(&plan, screens, Basis { assigned: &assigned, ..CHOSEN }).outcome;
    assert_eq!(judged(std::slice::from_ref(&own)), Met);
    assert_eq!(judged(&[agent_rows("", "", "Read Only")]), Met);
    assert_eq!(judged(&[own.clone(), agent_rows("", "", "Read Only")]), Review);
    assert_eq!(judged(&[own, agent_rows("9", "Sam", "Not set")]), Met);
}

#[test]
fn the_page_that_shows_id_and_name_ties_the_others_wherever_it_comes() {
    let plan = vendor("Acme", "", &[SCOPE]);
    let pages = [
        page(ScreenId::ApplicationDetails, "", "Acme", &[]),
        page(ScreenId::ApplicationDetails, "a", "Acme", &[]),
        scopes("a", "", "Yes"),
    ];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let screens = order.map(|at| pages[at].clone());
        assert_eq!(outcomes(&plan, &screens, LIVE), [Met], "{order:?}");
    }
    let other = [pages[0].clone(), pages[1].clone(), scopes("b", "", "Yes")];
    assert_eq!(outcomes(&plan, &other, LIVE), [NotSeen]);
}

/// A record is who it is: the element that would show its name is the page's.
#[test]
fn what_is_kept_of_a_record_names_no_element() {
    let plan = vendor("Acme", "", &[ROW]);
    let record = Record { kind: RecordKind::Agent, id: Some("7".into()), name: None, ask: Some(1) };
    let screens = [Screen { record: Some(record.clone()), ..agent_rows("7", "", "Read Only") }];
    let kept = Link { profile: "acme".into(), part: "agent".into(), record: Record { ask: None, ..record } };
    assert_eq!(Evidence::new(&plan.profile, &screens, CHOSEN).links(), std::slice::from_ref(&kept));
    assert_eq!(asked(&[plan], &screens, LIVE), [kept]);
}

#[test]
fn a_record_of_another_vendors_integration_is_not_asked_about() {
    let plans = [vendor("Acme", "", &[ROW]), vendor("Globex", "", &[ROW])];
    let open = agent_rows("9", "Priya", "Not set");
    let of = |vendor: &str| vec![Link { profile: vendor.into(), ..link("agent", &open) }];
    let screens = [open.clone()];
    assert_eq!(asked(&plans, &screens, LIVE), [of("acme"), of("globex")].concat());
    let assigned = of("globex");
    assert_eq!(asked(&plans, &screens, Basis { assigned: &assigned, ..LIVE }), []);
    // One agent may serve two integrations: the admin says so, and it counts for both.
    let both = [of("acme"), of("globex")].concat();
    let report = report(&plans, &screens, Basis { assigned: &both, ..LIVE });
    let judged: Vec<_> = report.findings.iter().map(|f| (f.outcome, f.needed_by.len())).collect();
    assert_eq!(judged, [(Missing, 2)]);
}

#[test]
fn the_vendors_role_is_the_one_to_have_and_not_any_that_the_agent_has() {
    let same = r#"{"includes": {"same_as": {"screen": "role.details", "field": "Role Name"}}}"#;
    let plan = vendor("Acme", "", &[("agent.details", "Roles", same, "")]);
    let role = |name: &str| page(ScreenId::RoleDetails, name, name, &[("Role Name", text(name))]);
    let judged = |own: &[&str]| {
        let screens = [application("a", "Acme", "Bot"), agent("7", "Bot", own), role("Acme API"), role("Support")];
        outcomes(&plan, &screens, LIVE)[0]
    };
    assert_eq!([judged(&["Acme API"]), judged(&["Acme API", "Support"])], [Met, Met]);
    assert!(matches!(judged(&["Support"]), Missing | Wrong));
}

/// Names that differ in case and blanks only are one name: the same agent cannot be administrator and none.
#[test]
fn two_vendors_that_log_in_as_one_agent_contradict_each_other_about_it() {
    let asks = |expect| (ADMIN.0, ADMIN.1, expect, "");
    let plans = [vendor("Acme", "", &[asks(r#"{"is": "Yes"}"#)]), vendor("Globex", "", &[asks(r#"{"is": "No"}"#)])];
    let contradictions = |login: &str| {
        let screens = [application("a", "Acme", "Service Bot"), application("g", "Globex", login)];
        report(&plans, &screens, LIVE).contradictions.len()
    };
    assert_eq!([contradictions("Service Bot"), contradictions("service  bot")], [1, 1]);
    assert_eq!(contradictions("Another Bot"), 0);
}

#[test]
fn a_name_that_holds_two_vendors_names_is_the_longer_ones() {
    let plans = [vendor("Acme", "", &[SCOPE]), vendor("Globex Sync", "", &[SCOPE])];
    let judged = |name: &str| {
        let report = report(&plans, &[scopes("a", name, "Yes")], LIVE);
        let met = report.findings.iter().filter(|f| f.outcome == Met).flat_map(|f| f.needed_by.clone());
        met.collect::<Vec<_>>()
    };
    assert_eq!(judged("Acme"), ["acme"]);
    assert_eq!(judged("Globex Sync for Acme"), ["globex-sync"]);
    assert_eq!(judged("Web"), Vec::<String>::new());
}
