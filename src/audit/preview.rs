//! What the open page would mean if its record were the integration's. Shown, asked about, and not counted.

use super::{Question, marks, report};
use crate::evidence::{Basis, Evidence, Link};
use crate::reader::Screen;
use crate::report::{Finding, Mark, Preview};

/// The marks of a page whose record nothing ties to an integration yet, for the vendors that it may belong to; `None` where
/// it belongs to one, or cannot belong to any. `screens` has the open page in it.
#[must_use]
pub fn preview(
    question: &Question,
    evidence: &[Evidence],
    screens: &[Screen],
    open: &Screen,
) -> Option<(Preview, Vec<Mark>)> {
    let vendors: Vec<&str> = evidence.iter().filter_map(|e| e.provisional(open).map(|_| e.profile())).collect();
    if vendors.is_empty() {
        return None;
    }
    let questions: Vec<Link> = evidence.iter().filter_map(|e| e.question(open)).collect();
    let assigned: Vec<Link> = question.basis.assigned.iter().chain(&questions).cloned().collect();
    let (findings, marks) = if questions.is_empty() {
        // Nothing can be said of a record that has no name yet: its page stands alone.
        let basis = Basis { chosen_pages: true, ..Basis::default() };
        drawn(&Question { basis, ..*question }, &vendors, std::slice::from_ref(open), open)
    } else {
        let basis = Basis { assigned: &assigned, ..question.basis };
        drawn(&Question { basis, ..*question }, &vendors, screens, open)
    };
    Some((Preview { questions, findings }, marks))
}

fn drawn(question: &Question, vendors: &[&str], screens: &[Screen], open: &Screen) -> (Vec<Finding>, Vec<Mark>) {
    let mut evidence = question.evidence(screens);
    let report = report(question, screens, &evidence);
    evidence.retain(|e| vendors.contains(&e.profile()));
    let marks = marks(&report, &evidence, open).into_iter().map(|mark| Mark { provisional: true, ..mark });
    let marks: Vec<Mark> = marks.collect();
    let is_marked = |id: &String| marks.iter().any(|mark| mark.findings.contains(id));
    (report.findings.into_iter().filter(|f| is_marked(&f.id)).collect(), marks)
}
