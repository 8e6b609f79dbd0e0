//! The way through a set-up on paper: for a training, or beside the screen.

use std::fmt::Write as _;

use super::markup::{each, escaped, in_html, in_markdown, plain};
use super::report;
use crate::guide::{Guide, GuideStep};
use crate::profile::Plan;
use crate::report::{Finding, Report};
use crate::words::Words;

/// A4, black on white, no script, nothing to load.
const STYLE: &str = "\
@page{size:A4;margin:16mm}\
body{font:11pt/1.4 system-ui,sans-serif;color:#111;background:#fff;max-width:48rem;margin:2rem auto;padding:0 1rem}\
h1{font-size:16pt;margin:0}h2{font-size:12pt;margin:1.4em 0 0;break-after:avoid}\
ol{margin:.4em 0;padding:0;list-style:none}li{display:flex;gap:.7em;padding:.35em 0;border-bottom:1px solid #ddd;break-inside:avoid}\
.box{flex:none;width:.9em;height:.9em;margin-top:.2em;border:1.5px solid #111;border-radius:2px;font:700 .8em/.95 sans-serif;text-align:center}\
p{margin:0}.quiet{color:#555;font-size:9.5pt}\
@media print{body{max-width:none;margin:0;padding:0}}";

/// What is done in one go on one screen.
struct Stop<'a> {
    title: String,
    place: Option<String>,
    steps: Vec<&'a GuideStep>,
}

/// Puts a guide on paper.
pub struct Handout<'a> {
    /// The chosen profiles.
    pub plans: &'a [Plan],
    /// The way.
    pub guide: &'a Guide,
    /// What was found so far.
    pub report: &'a Report,
    /// The reader's language.
    pub words: &'a dyn Words,
}

impl Handout<'_> {
    /// A page to print, with a box to tick for each step.
    #[must_use]
    pub fn html(&self) -> String {
        let title = in_html(&self.title());
        let mut out = format!(
            "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{title}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n",
            escaped(&self.word("language_code")),
        );
        for stop in self.stops() {
            let place = each(&stop.place, |place| format!("<p class=\"quiet\">{}</p>\n", in_html(place)));
            let steps = each(&stop.steps, |step| self.item(step));
            let _ = writeln!(out, "<h2>{}</h2>\n{place}<ol>\n{steps}</ol>", in_html(&stop.title));
        }
        out.push_str("</body>\n</html>\n");
        out
    }

    /// Markdown with a task list for each screen.
    #[must_use]
    pub fn markdown(&self) -> String {
        self.lines(["# ", "## ", "- "], in_markdown)
    }

    /// Plain text.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines(["", "", "  "], plain)
    }

    /// `mark` makes text of what a page or a profile says.
    fn lines(&self, [title, heading, bullet]: [&str; 3], mark: impl Fn(&str) -> String) -> String {
        let mut out = format!("{title}{}\n", mark(&self.title()));
        for stop in self.stops() {
            let _ = writeln!(out, "\n{heading}{}", mark(&stop.title));
            out.extend(stop.place.iter().map(|p| format!("{}\n", mark(p))));
            out.push('\n');
            for step in stop.steps {
                let tick = if step.state.is_settled() { "x" } else { " " };
                let _ = writeln!(out, "{bullet}[{tick}] {}", mark(&self.step(step)));
            }
        }
        out
    }

    fn item(&self, step: &GuideStep) -> String {
        let tick = if step.state.is_settled() { "✓" } else { "" };
        let notes: Vec<String> = [Some(step.why.clone()), self.source(step)].into_iter().flatten().collect();
        let notes = each(&notes, |note| format!("<p class=\"quiet\">{}</p>", in_html(note)));
        let state = escaped(&self.word(&format!("step_{}", step.state.id())));
        format!(
            "<li><span class=\"box\" role=\"img\" aria-label=\"{state}\">{tick}</span><div><p>{}</p>{notes}</div></li>\n",
            in_html(&self.step(step)),
        )
    }

    fn title(&self) -> String {
        let names: Vec<&str> = self.plans.iter().map(|p| p.profile.name.as_str()).collect();
        format!("{}: {}", self.word("tour"), names.join(", "))
    }

    /// What is to be done, in one line.
    fn step(&self, step: &GuideStep) -> String {
        let finding = || self.report.findings.iter().find(|f| Some(&f.id) == step.finding.as_ref());
        match (&step.text, finding()) {
            (Some(text), _) => text.clone(),
            (None, Some(finding)) => self.setting(finding),
            (None, None) => step.id.clone(),
        }
    }

    fn setting(&self, finding: &Finding) -> String {
        let subject = report::subject(finding, self.words);
        self.words.word("tour_set", &[&subject, &report::wanted(finding, self.words)])
    }

    fn source(&self, step: &GuideStep) -> Option<String> {
        let plan = self.plans.iter().find(|p| p.profile.id == step.profile)?;
        let source = plan.profile.sources.get(&step.source)?;
        Some(self.words.word("source", &[&source.title]))
    }

    fn stops(&self) -> Vec<Stop<'_>> {
        let same = |a: &GuideStep, b: &GuideStep| (a.screen, &a.record) == (b.screen, &b.record);
        self.guide.steps.chunk_by(same).map(|steps| self.stop(steps)).collect()
    }

    fn stop<'b>(&self, steps: &'b [GuideStep]) -> Stop<'b> {
        let screen = steps.first().and_then(|s| s.screen);
        Stop {
            title: screen.map_or_else(|| self.word("tour_outside"), |s| self.word(&format!("screen_{}", s.id()))),
            place: screen.map(|s| self.word(&format!("where_{}", s.id()))),
            steps: steps.iter().collect(),
        }
    }

    fn word(&self, id: &str) -> String {
        self.words.word(id, &[])
    }
}
