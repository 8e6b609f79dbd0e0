//! What reading a page and judging it costs, as a ratio to a floor of the same run: parsing the same page's HTML with the
//! library alone. The largest page is taken: a role's Permissions tab in edit mode, 113 rows with their controls.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::print_stdout,
    missing_docs,
    reason = "a benchmark fails by panicking and speaks by printing"
)]

use std::fs;
use std::hint::black_box;
use std::time::{Duration, Instant};

use preflight::audit::Question;
use preflight::profile::{Plan, parse};
use preflight::{audit, html, reader};
use scraper::Html;

const ROUNDS: usize = 41;

fn main() {
    let text = fs::read_to_string("tests/pages/moovila/role.permissions.edit.html").expect("the page");
    let profile = parse::parse(&fs::read_to_string("profiles/moovila.json").expect("the profile")).expect("it fits");
    let plans = [Plan { features: profile.choose(&[]).expect("defaults"), profile }];
    let question = Question {
        plans: &plans,
        basis: preflight::evidence::Basis { assigned: &[], rejected: &[], chosen_pages: true },
        least_privilege: false,
        waivers: &[],
    };
    let snapshot = html::snapshot(text.as_bytes(), None).expect("a page");
    let screens = [reader::read(&snapshot, "page").expect("sound")];

    let floor = median(|| drop(black_box(Html::parse_document(&text))));
    println!("{} KB of HTML, {} elements; medians of {ROUNDS}", text.len() / 1024, snapshot.nodes.tag.len());
    println!("{:<28} {floor:>9.1?}   1.00 (floor)", "parse the HTML alone");
    for (what, time) in [
        ("HTML to snapshot", median(|| drop(black_box(html::snapshot(text.as_bytes(), None))))),
        ("snapshot to screen", median(|| drop(black_box(reader::read(&snapshot, "page"))))),
        ("screen to report", median(|| drop(black_box(audit::audit(&question, &screens))))),
    ] {
        println!("{what:<28} {time:>9.1?}   {:.2}", time.as_secs_f64() / floor.as_secs_f64());
    }
    for (shape, piece) in SHAPES {
        let page = shaped(piece);
        let snapshot = html::snapshot(page.as_bytes(), Some(ROLE)).expect("a page");
        let floor = median_of(SHAPE_ROUNDS, || drop(black_box(Html::parse_document(&page))));
        let time = median_of(SHAPE_ROUNDS, || drop(black_box(reader::read(&snapshot, "page"))));
        let ratio = time.as_secs_f64() / floor.as_secs_f64();
        println!("{:>6} elements of {shape:<20} {time:>9.1?}   {ratio:.2}", snapshot.nodes.tag.len());
    }
}

const SHAPE_ROUNDS: usize = 5;
const ROLE: &str = "https://demo.halopsa.com/config/agents/roles?id=1";

/// Shapes that cost a reader most, each repeated up to the largest page; the ratio is to parsing the same page.
const SHAPES: [(&str, [&str; 2]); 7] = [
    ("rows", ["<div class=row><label>Can add new Tickets</label><div class=read-value>Yes</div></div>", ""]),
    ("nested labels", ["<label>Can add new Tickets<i>*</i>", "</label>"]),
    ("nested texts", ["<div class=row>Yes", "</div>"]),
    ("labels in one row", ["<label>Can add new Tickets</label>", ""]),
    ("tabs", ["<div role=tab aria-selected=true>Permissions</div>", ""]),
    ("tables", ["<table><tr><td>Can add new Tickets<td>Yes</table>", ""]),
    ("titles", ["<div class=details_page_title>Sync</div>", ""]),
];

fn shaped([open, close]: [&str; 2]) -> String {
    /// Less deep than what is refused.
    const DEEP: usize = 200;
    let elements = open.matches('<').count() - open.matches("</").count();
    let run = open.repeat(DEEP) + &close.repeat(DEEP);
    let first = "<div class=row><label>Tickets Access Level</label><div class=read-value>Read Only</div></div>";
    let runs = run.repeat(19_000 / (DEEP * elements));
    format!("<html lang=en><body class=app-container>{first}{runs}</body></html>")
}

fn median(work: impl FnMut()) -> Duration {
    median_of(ROUNDS, work)
}

fn median_of(rounds: usize, mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..rounds)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(rounds / 2).copied().unwrap_or_default()
}
