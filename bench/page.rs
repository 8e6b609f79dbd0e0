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
}

fn median(mut work: impl FnMut()) -> Duration {
    let mut times: Vec<Duration> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            work();
            start.elapsed()
        })
        .collect();
    times.sort_unstable();
    times.get(ROUNDS / 2).copied().unwrap_or_default()
}
