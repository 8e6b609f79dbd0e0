//! One requirement on a vendor's page.

use super::teller::{Teller, condition};
use crate::markup::{each, escaped, in_html};
use crate::profile::{Check, Expect, FieldRef, Items, On, Requirement, Severity, by_power};
use crate::vocabulary::ScreenId;

/// An entry of a screen's list: what, which value, why, and where the vendor says so.
pub(super) fn item(teller: Teller, requirement: &Requirement) -> String {
    let Requirement { id, when, why, source, .. } = requirement;
    let quiet = |text: String| format!("<p class=\"quiet\">{text}</p>\n");
    let says = source.says.as_ref().map(|s| quiet(format!("{}: {}", teller.word("vendor_says"), in_html(s))));
    let document = teller.profile.sources.get(&source.of).filter(|_| teller.profile.sources.len() > 1);
    format!(
        "<li id=\"r-{}\"{}>
<label><input type=\"checkbox\" name=\"done\" value=\"{}\"><b>{}</b></label>
{}<p>{}{}{}</p>
<p>{}</p>
{}{}</li>
",
        escaped(id),
        condition(when.as_ref()),
        escaped(id),
        subject(teller, requirement),
        requirement.field.as_deref().map(|field| link(teller, requirement.screen, field)).unwrap_or_default(),
        wanted(teller, requirement),
        about(teller, requirement),
        teller.only(when.as_ref()),
        in_html(why),
        says.unwrap_or_default(),
        document.map(|d| quiet(teller.source(d))).unwrap_or_default(),
    )
}

/// The field, or those of which one is enough.
fn subject(teller: Teller, requirement: &Requirement) -> String {
    match (&requirement.expect, &requirement.field) {
        (Expect::AnyOf(checks), _) => escaped(&named_once(checks).join(" / ")),
        (_, Some(field)) => escaped(field),
        (_, None) => teller.word("by_hand_step"),
    }
}

/// The fields of some alternatives, each once.
fn named_once(checks: &[Check]) -> Vec<&str> {
    let mut names: Vec<&str> = Vec::new();
    for Check { field, .. } in by_power(checks) {
        if !names.contains(&field.as_str()) {
            names.push(field);
        }
    }
    names
}

/// The way to a field, for the script to complete.
fn link(teller: Teller, screen: ScreenId, field: &str) -> String {
    format!(
        "<a class=\"open\" hidden data-screen=\"{}\" data-path=\"{}\" data-field=\"{}\" aria-label=\"{}\">{}</a>\n",
        screen.id(),
        screen.path(),
        escaped(field),
        teller.word_with("show_field", &[field]),
        teller.word("show"),
    )
}

/// Where it may be granted, on which of several records, and how much it matters.
fn about(teller: Teller, requirement: &Requirement) -> String {
    let record = requirement.record.as_ref().and_then(|id| teller.profile.records.iter().find(|r| r.id == *id));
    let on = requirement.on.map(|on| match on {
        On::Agent => "site_on_agent",
        On::Role => "site_on_role",
        On::Either => "site_on_either",
    });
    let severity = Some(requirement.severity).filter(|s| *s != Severity::Required);
    let notes = [
        record.map(|r| in_html(&r.name)),
        on.map(|id| teller.word(id)),
        severity.map(|s| teller.word(&format!("severity_{}", s.id()))),
    ];
    each(notes.into_iter().flatten(), |note| format!(" <span class=\"note\">{note}</span>"))
}

/// What is asked for: a value, one of several, or what a person has to do.
fn wanted(teller: Teller, requirement: &Requirement) -> String {
    match &requirement.expect {
        Expect::ByHand(text) => in_html(text),
        Expect::AnyOf(checks) => {
            let alternative = |check: &Check| {
                let value = value(teller, &check.expect, check.operator());
                let place = format!("{} ({})", escaped(&check.field), teller.screen(check.screen));
                format!("<br>{place}: <b>{value}</b> {}", link(teller, check.screen, &check.field))
            };
            format!("{}{}", teller.word("site_any_of"), each(by_power(checks), alternative))
        }
        expect => format!("{}: <b>{}</b>", teller.word("expected"), value(teller, expect, requirement.operator())),
    }
}

/// The value that is asked for, in words.
fn value(teller: Teller, expect: &Expect, operator: &str) -> String {
    let other = |FieldRef { screen, field, .. }: &FieldRef| {
        teller.word_with(
            "expected_same_as",
            &[&format!("{field} ({})", teller.words.word(&format!("screen_{}", screen.id()), &[]))],
        )
    };
    match expect {
        Expect::Is(value) | Expect::AtLeast(value) | Expect::AtMost(value) | Expect::ByHand(value) => {
            teller.word_with(&format!("expected_{operator}"), &[value])
        }
        Expect::Includes(Items::Any(list)) if list.is_empty() => teller.word("site_any_entry"),
        Expect::Includes(Items::Any(list)) => teller.word_with("site_one_of", &[&list.join(", ")]),
        Expect::Includes(Items::All(list)) => teller.word_with("expected_includes", &[&list.join(", ")]),
        Expect::SameAs(reference) | Expect::Includes(Items::SameAs(reference)) => other(reference),
        Expect::NotGranted(_) | Expect::Set(_) | Expect::Present(_) | Expect::Absent(_) | Expect::AnyOf(_) => {
            teller.word(&format!("wanted_{operator}"))
        }
    }
}
