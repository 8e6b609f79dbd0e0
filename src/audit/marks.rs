//! Which element of the open page gets which mark.

use crate::evidence::Evidence;
use crate::reader::{Reading, Screen};
use crate::report::{Finding, Mark, Outcome, Report, Spot};
use crate::vocabulary::{self, ScreenId, key};

/// One mark per judged field of the open page, with the worst outcome of its findings. A record
/// that is known to be no part of a vendor's integration has none of that vendor's.
#[must_use]
pub fn marks(report: &Report, evidence: &[Evidence], screen: &Screen) -> Vec<Mark> {
    let Some(id) = screen.id else { return Vec::new() };
    let counts = |spot: &Spot, finding: &Finding| {
        // What nobody needs is marked on the record that grants it.
        let needs = |e: &&Evidence| match finding.needed_by.as_slice() {
            [] => finding.record == e.name_of(screen),
            vendors => vendors.iter().any(|p| p == e.profile()),
        };
        is_same_place(spot.screen, id)
            && evidence.iter().filter(needs).any(|e| e.counts(screen, e.part(id.kind(), spot.part.as_deref())))
    };
    let about: Vec<(&Spot, &Finding)> = report
        .findings
        .iter()
        .filter(|finding| finding.outcome != Outcome::NotApplicable)
        .flat_map(|finding| finding.spots.iter().map(move |spot| (spot, finding)))
        .filter(|(spot, finding)| counts(spot, finding))
        .collect();
    screen.readings.iter().filter_map(|reading| mark(&about, reading)).collect()
}

fn mark(about: &[(&Spot, &Finding)], reading: &Reading) -> Option<Mark> {
    let findings = || about.iter().filter(|(spot, _)| spot.field == reading.field).map(|(_, f)| f);
    Some(Mark {
        target: reading.target?,
        label: reading.label_node,
        outcome: findings().map(|f| f.outcome).min()?,
        findings: findings().map(|f| f.id.clone()).collect(),
        provisional: false,
    })
}

/// The finding that a link to this field means, if it is marked on the open page. A link may name the field by any of its
/// aliases, and one of several fields of which one is enough.
#[must_use]
pub fn pointed(findings: &[Finding], marks: &[Mark], screen: &Screen, field: &str) -> Option<String> {
    let known = screen.id.and_then(|id| vocabulary::field(id, field));
    let wanted = key(known.map_or(field, |f| f.label));
    let reading = screen.readings.iter().find(|reading| key(&reading.field) == wanted);
    let at_field = marks.iter().find(|mark| reading.is_some_and(|r| r.target == Some(mark.target)));
    // An entry of a field list is marked at the list.
    let is_entry = |id: &&String| {
        findings.iter().any(|f| f.id == **id && f.field.as_deref().is_some_and(|name| key(name) == wanted))
    };
    let at_list = || marks.iter().flat_map(|mark| &mark.findings).find(is_entry);
    at_field.and_then(|mark| mark.findings.first()).or_else(at_list).cloned()
}

/// True when the page shows a mark for a finding; what was not seen has none to show.
#[must_use]
pub fn is_drawn(marks: &[Mark], finding: &Finding) -> bool {
    marks.iter().any(|mark| mark.outcome != Outcome::NotSeen && mark.findings.contains(&finding.id))
}

/// Permission rows stand on agents and roles alike.
#[must_use]
pub fn is_same_place(a: ScreenId, b: ScreenId) -> bool {
    a == b || (a.has_rows() && b.has_rows())
}
