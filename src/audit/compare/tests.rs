//! Every kind of value against every operator, with what the facts say must come out.
#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test fails by panicking")]

use super::*;
use crate::profile::FieldRef;
use crate::vocabulary::{self, ScreenId};

const UNKNOWN: Verdict = review(Reason::UnknownValue);
const UNCLEAR: Verdict = review(Reason::AmbiguousValue);
const NOT_CAPTURED: Verdict = review(Reason::NotCaptured);
const NOT_SEEN: Verdict = (Outcome::NotSeen, Some(Reason::OtherNotSeen));

fn row(label: &str) -> &'static Field {
    vocabulary::field(ScreenId::RolePermissions, label).expect("a permission row")
}

fn field(screen: ScreenId, label: &str) -> &'static Field {
    vocabulary::field(screen, label).expect("a field")
}

fn level() -> &'static Field {
    row("Tickets Access Level")
}

fn roles() -> &'static Field {
    field(ScreenId::AgentDetails, "Roles")
}

fn name() -> &'static Field {
    field(ScreenId::ApplicationDetails, "Application Name")
}

fn team() -> &'static Field {
    field(ScreenId::AgentDetails, "Default Team")
}

fn word(text: &str) -> Value {
    Value::Word(text.into())
}

fn text(text: &str) -> Value {
    Value::Text(text.into())
}

fn list(entries: &[&str]) -> Value {
    Value::List(entries.iter().map(|e| (*e).to_owned()).collect())
}

fn names(entries: &[&str]) -> Vec<String> {
    entries.iter().map(|e| (*e).to_owned()).collect()
}

fn check(field: &Field, expect: &Expect, cases: &[(Value, Verdict)]) {
    for (value, verdict) in cases {
        assert_eq!(compare(field, expect, value, None), *verdict, "{} {expect:?} {value:?}", field.label);
    }
}

fn is(value: &str) -> Expect {
    Expect::Is(value.into())
}

fn at_least_(value: &str) -> Expect {
    Expect::AtLeast(value.into())
}

fn at_most_(value: &str) -> Expect {
    Expect::AtMost(value.into())
}

#[test]
fn what_contradicts_itself_or_was_not_captured_is_for_a_person() {
    let operators = [is("Read Only"), at_least_("Read Only"), at_most_("Read Only"), Expect::NotGranted(true)];
    for expect in &operators {
        check(
            level(),
            expect,
            &[
                (Value::Conflict(vec!["Read Only".into(), "No Access".into()]), review(Reason::SeveralCandidates)),
                (Value::Withheld, NOT_CAPTURED),
                (Value::Number("3".into()), review(Reason::BareNumber)),
            ],
        );
    }
    let conflict = Value::Conflict(vec!["a".into(), "b".into()]);
    check(name(), &Expect::Set(true), &[(conflict, review(Reason::SeveralCandidates))]);
}

#[test]
fn exactly_one_value() {
    check(
        level(),
        &is("Read Only"),
        &[
            (word("Read Only"), MET),
            (word("Read and Modify"), WRONG),
            (word("No Access"), MISSING),
            (word("Not set"), MISSING),
            (Value::Empty, MISSING),
            (text("None"), MISSING),
            (text("Inherited"), UNKNOWN),
        ],
    );
    // Not set, No and No Access are one.
    check(
        level(),
        &is("No Access"),
        &[
            (word("No Access"), MET),
            (Value::Empty, MET),
            (word("Read Only"), WRONG),
            (text("—"), MET),
            (text("Inherited"), UNKNOWN),
        ],
    );
    check(
        name(),
        &is("Acme Sync"),
        &[
            (text("Acme Sync"), MET),
            (text("acme  sync"), MET),
            (text("Acme Sync 2"), WRONG),
            (Value::Empty, MISSING),
            (Value::Number("7".into()), WRONG),
        ],
    );
    check(name(), &is("7"), &[(text("7"), MET)]);
    check(
        roles(),
        &is("Sync role"),
        &[
            (list(&["Sync role"]), MET),
            (list(&["Sync role", "Finance"]), WRONG),
            (list(&["Finance"]), WRONG),
            (list(&[]), MISSING),
        ],
    );
}

#[test]
fn a_wording_that_may_mean_the_longer_value_is_for_a_person() {
    let times = row("Timesheets Access Level");
    let longer = "Read Only (All), Modify Own";
    check(
        times,
        &is("Read Only"),
        &[(word("Read Only"), MET), (word(longer), UNCLEAR), (word("Read and Modify (All)"), WRONG)],
    );
    check(times, &at_least_("Read Only"), &[(word(longer), UNCLEAR), (word("Read and Modify (All)"), MET)]);
    check(times, &at_most_("Read Only"), &[(word(longer), UNCLEAR), (word("Read and Modify (All)"), EXCESS)]);
    check(times, &at_most_("Read Only"), &[(text("Read and Modify"), UNCLEAR)]);
    check(times, &Expect::NotGranted(true), &[(text("Read and Modify"), UNCLEAR)]);
    // One vendor says that the plain "Client ID and Secret" is another method.
    let method = field(ScreenId::ApplicationDetails, "Authentication Method");
    let services = "Client ID and Secret (Services)";
    check(method, &is(services), &[(word(services), MET), (text("Client ID and Secret"), UNCLEAR)]);
    check(method, &is("Client ID and Secret"), &[(word(services), UNCLEAR), (Value::Empty, MISSING)]);
    // "Read and Modify" may mean three of its values, which disagree; that nothing is granted is certain.
    check(
        times,
        &at_least_("Read and Modify"),
        &[
            (word("Read and Modify (All)"), MET),
            (word("Read and Modify (Own)"), UNCLEAR),
            (word("Read Only"), WRONG),
            (word("No Access"), MISSING),
            (Value::Empty, MISSING),
            (text("Read and Modify"), UNCLEAR),
        ],
    );
}

#[test]
fn a_value_or_a_stronger_one() {
    check(
        level(),
        &at_least_("Read Only"),
        &[
            (word("Read Only"), MET),
            (word("Read and Modify"), MET),
            (word("No Access"), MISSING),
            (Value::Empty, MISSING),
            (text("Inherited"), UNKNOWN),
            (list(&["Read Only"]), UNKNOWN),
        ],
    );
    check(level(), &at_least_("Read and Modify"), &[(word("Read Only"), WRONG), (word("Read and Modify"), MET)]);
    // Of two values on one step, neither is the stronger.
    let invoices = row("Invoices Access Level");
    check(
        invoices,
        &at_least_("Read and Create"),
        &[(word("Read and Modify"), WRONG), (word("Read, Create and Modify"), MET), (word("Read Only"), WRONG)],
    );
    // A value off the scale has no rank.
    check(level(), &at_least_("Read Only"), &[(word("Yes"), UNKNOWN)]);
}

#[test]
fn a_value_or_a_weaker_one() {
    check(
        level(),
        &at_most_("Read Only"),
        &[
            (word("Read Only"), MET),
            (word("No Access"), MET),
            (Value::Empty, MET),
            (word("Read and Modify"), EXCESS),
            (text("Inherited"), UNKNOWN),
            (list(&["Read Only"]), UNKNOWN),
        ],
    );
    let invoices = row("Invoices Access Level");
    check(
        invoices,
        &at_most_("Read, Create and Modify"),
        &[(word("Read and Create"), MET), (word("Read, Create, Modify and Delete"), EXCESS)],
    );
    check(invoices, &at_most_("Read and Create"), &[(word("Read and Modify"), EXCESS), (word("Read Only"), MET)]);
    check(level(), &at_most_("Read Only"), &[(word("Yes"), UNKNOWN)]);
}

#[test]
fn nothing_granted() {
    let none = Expect::NotGranted(true);
    check(
        level(),
        &none,
        &[
            (word("No Access"), MET),
            (Value::Empty, MET),
            (word("Read Only"), EXCESS),
            (text("Inherited"), UNKNOWN),
            (text("None"), MET),
        ],
    );
    check(roles(), &none, &[(list(&[]), MET), (list(&["Administrator"]), EXCESS), (list(&["None"]), MET)]);
    check(roles(), &none, &[(list(&["None", "Administrator"]), EXCESS), (list(&[""]), EXCESS)]);
    check(name(), &none, &[(Value::Number("3".into()), UNKNOWN)]);
}

#[test]
fn anything_but_nothing() {
    let set_ = Expect::Set(true);
    check(
        level(),
        &set_,
        &[
            (word("Read Only"), MET),
            (word("No Access"), MISSING),
            (Value::Empty, MISSING),
            (Value::Withheld, NOT_CAPTURED),
            (Value::Number("2".into()), review(Reason::BareNumber)),
            (text("Inherited"), UNKNOWN),
            (text("Select..."), MISSING),
        ],
    );
    let times = row("Timesheets Access Level");
    check(times, &set_, &[(text("Read and Modify"), UNCLEAR)]);
    check(name(), &set_, &[(text("Acme"), MET), (Value::Withheld, MET), (Value::Number("2".into()), MET)]);
    check(team(), &set_, &[(text("*No Default Team*"), MISSING), (text("Finance"), MET), (text("None"), MISSING)]);
    check(roles(), &set_, &[(list(&["A"]), MET), (list(&[""]), MET), (list(&[]), MISSING), (list(&["None"]), MISSING)]);
}

#[test]
fn a_list_that_holds_names() {
    let all = |wanted: &[&str]| Expect::Includes(Items::All(names(wanted)));
    let any = |wanted: &[&str]| Expect::Includes(Items::Any(names(wanted)));
    check(
        roles(),
        &all(&["Sync", "Finance"]),
        &[
            (list(&["Finance", "Other", "Sync"]), MET),
            (list(&["Sync"]), WRONG),
            (list(&["Other"]), WRONG),
            (list(&[]), MISSING),
            (list(&["Sync", ""]), NOT_CAPTURED),
            (Value::Empty, MISSING),
        ],
    );
    check(
        roles(),
        &any(&["Sync", "Finance"]),
        &[
            (list(&["Finance"]), MET),
            (list(&["Other", "Sync"]), MET),
            (list(&["Other"]), WRONG),
            (list(&["None"]), MISSING),
            (list(&["Other", ""]), NOT_CAPTURED),
        ],
    );
    check(roles(), &any(&[]), &[(list(&["Other"]), MET), (list(&[]), MISSING), (list(&["None"]), MISSING)]);
    // One value is a list of one.
    check(team(), &any(&["Sync"]), &[(text("Sync"), MET), (text("Other"), WRONG), (word("Sync"), MET)]);
    // "R&D" and "R-D" may be one, or two.
    let nearly = |wanted: &[&str]| compare(roles(), &all(wanted), &list(&["Level-2 support", "Sync"]), None);
    assert_eq!(nearly(&["Level-2 support"]), MET);
    assert_eq!(nearly(&["Level 2 Support"]), by_name(alike("Level-2 support", "Level 2 Support")));
}

fn other_role() -> FieldRef {
    FieldRef { screen: ScreenId::RoleDetails, field: "Role Name".into(), record: None }
}

#[test]
fn a_list_that_holds_what_another_record_shows() {
    let expect = Expect::Includes(Items::SameAs(other_role()));
    let judge = |own: &[&str], other: Option<Value>| compare(roles(), &expect, &list(own), other.as_ref());
    assert_eq!(judge(&["Sync"], Some(text("Sync"))), MET);
    assert_eq!(judge(&["Sync", "Finance"], Some(text("Finance"))), MET);
    assert_eq!(judge(&["Finance"], Some(text("Sync"))), WRONG);
    assert_eq!(judge(&[], Some(text("Sync"))), MISSING);
    assert_eq!(judge(&[], None), MISSING);
    assert_eq!(judge(&["Sync"], Some(Value::Empty)), WRONG);
    assert_eq!(judge(&["Sync"], Some(list(&["Sync", "Finance"]))), WRONG);
    assert_eq!(judge(&["Sync"], None), NOT_SEEN);
    assert_eq!(judge(&["Sync"], Some(Value::Withheld)), NOT_CAPTURED);
    assert_eq!(judge(&["Sync"], Some(Value::Conflict(Vec::new()))), review(Reason::SeveralCandidates));
}

#[test]
fn the_value_of_another_record() {
    let expect = Expect::SameAs(other_role());
    let judge = |own: Value, other: Option<Value>| compare(roles(), &expect, &own, other.as_ref());
    assert_eq!(judge(text("Sync"), Some(text("Sync"))), MET);
    assert_eq!(judge(text("Sync"), Some(word("sync"))), MET);
    assert_eq!(judge(text("Sync"), Some(text("Finance"))), WRONG);
    assert_eq!(judge(list(&["A", "B"]), Some(list(&["A", "B"]))), MET);
    assert_eq!(judge(list(&["A", "B"]), Some(list(&["A", "C"]))), WRONG);
    assert_eq!(judge(list(&["A"]), Some(list(&["A", "B"]))), WRONG);
    assert_eq!(judge(list(&["A", "B"]), Some(list(&["A"]))), WRONG);
    assert_eq!(judge(Value::Empty, Some(text("Sync"))), MISSING);
    assert_eq!(judge(list(&["None"]), Some(text("None"))), MISSING);
    assert_eq!(judge(text("None"), Some(text("None"))), MISSING);
    assert_eq!(judge(text("Sync"), Some(Value::Empty)), WRONG);
    assert_eq!(judge(text("Sync"), None), NOT_SEEN);
    assert_eq!(judge(text("Sync"), Some(Value::Withheld)), NOT_CAPTURED);
}

#[test]
fn operators_that_judge_no_value_are_for_a_person() {
    for expect in [Expect::Present(true), Expect::Absent(true), Expect::ByHand("x".into()), Expect::AnyOf(Vec::new())] {
        assert_eq!(compare(level(), &expect, &word("Read Only"), None), review(Reason::ByHand));
    }
}
