//! One requirement on a vendor's page.

use super::writer::{Writer, condition};
use crate::profile::{Check, Expect, FieldRef, Items, On, Requirement, Severity, by_power};
use crate::render::markup::{each, escaped, in_html};
use crate::vocabulary::ScreenId;

/// An entry of a screen's list: what, which value, why, and where the vendor says so.
pub(super) fn item(writer: Writer, requirement: &Requirement) -> String {
    let Requirement { id, when, why, source, .. } = requirement;
    let quiet = |text: String| format!("<p class=\"quiet\">{text}</p>\n");
    let says = source.says.as_ref().map(|s| quiet(format!("{}: {}", writer.word("vendor_says"), in_html(s))));
    let document = writer.profile.sources.get(&source.of).filter(|_| writer.profile.sources.len() > 1);
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
        subject(writer, requirement),
        requirement.field.as_deref().map(|field| link(writer, requirement.screen, field)).unwrap_or_default(),
        wanted(writer, requirement),
        about(writer, requirement),
        writer.only(when.as_ref()),
        in_html(why),
        says.unwrap_or_default(),
        document.map(|d| quiet(writer.source(d))).unwrap_or_default(),
    )
}

/// The field, or those of which one is enough.
fn subject(writer: Writer, requirement: &Requirement) -> String {
    match (&requirement.expect, &requirement.field) {
        (Expect::AnyOf(checks), _) => escaped(&named_once(checks).join(" / ")),
        (_, Some(field)) => escaped(field),
        (_, None) => writer.word("by_hand_step"),
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
fn link(writer: Writer, screen: ScreenId, field: &str) -> String {
    format!(
        "<a class=\"open\" hidden data-screen=\"{}\" data-path=\"{}\" data-field=\"{}\" aria-label=\"{}\">{}</a>\n",
        screen.id(),
        screen.path(),
        escaped(field),
        writer.word_with("show_field", &[field]),
        writer.word("show"),
    )
}

/// Where it may be granted, on which of several records, and how much it matters.
fn about(writer: Writer, requirement: &Requirement) -> String {
    let record = requirement.record.as_ref().and_then(|id| writer.profile.records.iter().find(|r| r.id == *id));
    let on = requirement.on.map(|on| match on {
        On::Agent => "site_on_agent",
        On::Role => "site_on_role",
        On::Either => "site_on_either",
    });
    let severity = Some(requirement.severity).filter(|s| *s != Severity::Required);
    let notes = [
        record.map(|r| in_html(&r.name)),
        on.map(|id| writer.word(id)),
        severity.map(|s| writer.word(&format!("severity_{}", s.id()))),
    ];
    each(notes.into_iter().flatten(), |note| format!(" <span class=\"note\">{note}</span>"))
}

/// What is asked for: a value, one of several, or what a person has to do.
fn wanted(writer: Writer, requirement: &Requirement) -> String {
    match &requirement.expect {
        Expect::ByHand(text) => in_html(text),
        Expect::AnyOf(checks) => {
            let alternative = |check: &Check| {
                let value = value(writer, &check.expect, check.operator());
                let place = format!("{} ({})", escaped(&check.field), writer.screen(check.screen));
                format!("<br>{place}: <b>{value}</b> {}", link(writer, check.screen, &check.field))
            };
            format!("{}{}", writer.word("site_any_of"), each(by_power(checks), alternative))
        }
        expect => format!("{}: <b>{}</b>", writer.word("expected"), value(writer, expect, requirement.operator())),
    }
}

/// The value that is asked for, in words.
fn value(writer: Writer, expect: &Expect, operator: &str) -> String {
    let other = |FieldRef { screen, field, .. }: &FieldRef| {
        writer.word_with(
            "expected_same_as",
            &[&format!("{field} ({})", writer.words.word(&format!("screen_{}", screen.id()), &[]))],
        )
    };
    match expect {
        Expect::Is(value) | Expect::AtLeast(value) | Expect::AtMost(value) | Expect::ByHand(value) => {
            writer.word_with(&format!("expected_{operator}"), &[value])
        }
        Expect::Includes(Items::Any(list)) if list.is_empty() => writer.word("site_any_entry"),
        Expect::Includes(Items::Any(list)) => writer.word_with("site_one_of", &[&list.join(", ")]),
        Expect::Includes(Items::All(list)) => writer.word_with("expected_includes", &[&list.join(", ")]),
        Expect::SameAs(reference) | Expect::Includes(Items::SameAs(reference)) => other(reference),
        Expect::NotGranted(_) | Expect::Set(_) | Expect::Present(_) | Expect::Absent(_) | Expect::AnyOf(_) => {
            writer.word(&format!("wanted_{operator}"))
        }
    }
}
