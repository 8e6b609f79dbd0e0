//! What is said of a value that was seen, of a part of it, and of none.

use super::*;

fn judged(plan: &Plan, screens: &[Screen]) -> (Outcome, Option<Reason>) {
    let found = one(plan, screens, CHOSEN);
    (found.outcome, found.reason)
}

fn cut_off(mut screen: Screen) -> Screen {
    screen.truncated = true;
    screen
}

/// A page that shows some rows of a table, and not all.
fn in_part(mut screen: Screen) -> Screen {
    for reading in &mut screen.readings {
        reading.partial = true;
    }
    screen
}

fn fields(names: &[&str]) -> Screen {
    page(ScreenId::TicketTypeFieldList, "1", "Project", &[("Fields", roles(names))])
}

#[test]
fn an_entry_of_a_field_list_is_there_or_not_only_where_the_whole_list_was_seen() {
    let asks = |expect| vendor("Acme", "", &[("ticket-type.field-list", "Start Date", expect, "")]);
    let (present, absent) = (asks(r#"{"present": true}"#), asks(r#"{"absent": true}"#));
    let with = fields(&["Team", "Start Date"]);
    let without = fields(&["Team", "Priority"]);
    let open = (NotSeen, Some(Reason::NotRendered));
    assert_eq!(
        [judged(&present, std::slice::from_ref(&with)), judged(&absent, std::slice::from_ref(&without))],
        [(Met, None); 2]
    );
    assert_eq!(judged(&absent, std::slice::from_ref(&with)), (Excess, None));
    assert_eq!(judged(&present, std::slice::from_ref(&without)), (Missing, None));
    for of in [cut_off, in_part] {
        assert_eq!(judged(&present, &[of(with.clone())]), (Met, None));
        assert_eq!(judged(&absent, &[of(with.clone())]), (Excess, None));
        assert_eq!([judged(&present, &[of(without.clone())]), judged(&absent, &[of(without.clone())])], [open; 2]);
    }
    for nothing in [fields(&[]), page(ScreenId::TicketTypeFieldList, "1", "Project", &[])] {
        assert_eq!([judged(&present, std::slice::from_ref(&nothing)), judged(&absent, &[nothing])], [open; 2]);
    }
    let found = one(&present, &[with], CHOSEN);
    assert_eq!((found.found.as_deref(), found.label.as_deref()), (Some("Start Date"), Some("Start Date")));
}

#[test]
fn what_is_seen_of_a_list_is_there_and_what_is_not_seen_may_be() {
    let asks = |expect| vendor("Acme", "", &[("agent.details", "Roles", expect, "")]);
    let all = asks(r#"{"includes": {"all": ["Billing", "Support"]}}"#);
    let has = |names: &[&str]| agent("7", "Bot", names);
    let both = ["Billing", "Support", "Projects"];
    assert_eq!(judged(&all, &[has(&both)]).0, Met);
    assert!(matches!(judged(&all, &[has(&["Billing"])]).0, Missing | Wrong));
    for of in [cut_off, in_part] {
        assert_eq!(judged(&all, &[of(has(&both))]).0, Met);
        assert_eq!(judged(&all, &[of(has(&["Billing"]))]), (NotSeen, Some(Reason::NotRendered)));
    }
    // A text stands on one line: a page that was cut off behind it shows it as it is.
    let named = vendor("Acme", "", &[("agent.details", "Username", r#"{"is": "Bot"}"#, "")]);
    assert_eq!(judged(&named, &[cut_off(has(&[]))]).0, Met);
    assert_eq!(judged(&named, &[cut_off(agent("7", "Sam", &[]))]).0, Wrong);
    let expected = |plan: &Plan| one(plan, &[has(&both)], CHOSEN).expected;
    assert_eq!(expected(&all).as_deref(), Some("Billing, Support"));
}

#[test]
fn a_requirement_of_a_feature_is_asked_only_where_the_feature_is_chosen() {
    let asks = |more| vendor("Acme", "", &[(SCOPE.0, SCOPE.1, SCOPE.2, more)]);
    let screens = [scopes("a", "Acme", "No")];
    let of = |mut plan: Plan, chosen: &[&str]| {
        plan.features = chosen.iter().map(|f| (*f).to_owned()).collect();
        judged(&plan, &screens)
    };
    let sync = || asks(r#", "when": {"features": ["sync"]}"#);
    assert_eq!(of(sync(), &["sync"]), (Missing, None));
    assert_eq!(of(sync(), &[]), (Outcome::NotApplicable, Some(Reason::FeatureNotChosen)));
    assert_eq!([of(asks(""), &["sync"]), of(asks(""), &[])], [(Missing, None); 2]);
}

#[test]
fn a_requirement_of_one_hosting_is_left_out_only_where_the_tenant_is_known_to_run_otherwise() {
    let plan = vendor("Acme", "", &[(SCOPE.0, SCOPE.1, SCOPE.2, r#", "when": {"hosting": "cloud"}"#)]);
    let of = |cloud: Option<bool>| judged(&plan, &[Screen { cloud, ..scopes("a", "Acme", "No") }]);
    assert_eq!([of(Some(true)), of(None)], [(Missing, None); 2]);
    assert_eq!(of(Some(false)), (Outcome::NotApplicable, Some(Reason::OtherHosting)));
}

/// The page shows rows and does not tell whether they are an agent's or a role's.
#[test]
fn rows_of_nobody_knows_whom_grant_and_lack_nothing() {
    let plan = vendor("Acme", "", &[ROW]);
    let of = |level: &str| Screen {
        id: None,
        candidates: vec![ScreenId::AgentPermissions, ScreenId::RolePermissions],
        ..agent_rows("", "", level)
    };
    assert_eq!(judged(&plan, &[of("Read Only")]).0, Met);
    assert_eq!(judged(&plan, &[of("No Access")]), (Review, Some(Reason::RecordKindUnknown)));
    assert_eq!(outcomes(&plan, &[of("Read Only")], LIVE), [NotSeen]);
}

#[test]
fn one_role_is_the_agents_however_the_page_shows_it() {
    let plan = vendor("Acme", "", &[ON_ROLE]);
    let of = |shown: Value, name: &str| {
        let details = page(ScreenId::AgentDetails, "7", "Bot", &[("Username", text("Bot")), ("Roles", shown)]);
        outcomes(&plan, &[application("a", "Acme", "Bot"), details, role_rows("r", name, "Read Only")], LIVE)[0]
    };
    assert_eq!([of(text("Billing"), "Billing"), of(word("Billing"), "Billing")], [Met, Met]);
    assert_eq!([of(text("Billing"), "Support"), of(text("Billing"), "Acme API")], [NotSeen, NotSeen]);
}

#[test]
fn a_report_says_whose_it_is_and_counts_each_finding_once() {
    let plans = [acme(), vendor("Globex", "", &[SCOPE])];
    let report = report(&plans, &[scopes("a", "Acme", "Yes"), agent_rows("7", "Acme", "No Access")], LIVE);
    assert_eq!((report.profile.id.as_str(), report.profile.version.as_str()), ("acme", "1"));
    assert_eq!(report.also.iter().map(|p| p.id.as_str()).collect::<Vec<_>>(), ["globex"]);
    for (outcome, count) in &report.summary {
        let found = report.findings.iter().filter(|f| f.outcome == *outcome).count();
        assert_eq!(usize::try_from(*count), Ok(found), "{outcome:?}");
    }
}
