//! `docs/seeds.md` and the profiles say the same: every line of the five documents is accounted for.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::{SEEDS, profile, text};

/// A row: first and last line, and the ids.
type Row = (u32, u32, BTreeSet<String>);

#[test]
fn every_line_of_the_documents_is_in_one_row() {
    for seed in SEEDS {
        let (lines, rows) = section(seed);
        let mut next = 1;
        for (first, last, _) in &rows {
            assert_eq!(*first, next, "{seed}: the row {first}–{last} does not follow line {}", next - 1);
            assert!(last >= first, "{seed}: {first}–{last}");
            next = last + 1;
        }
        assert_eq!(next, lines + 1, "{seed}: the rows end before the document does");
    }
}

#[test]
fn rows_and_profiles_name_the_same_ids_on_the_same_lines() {
    for seed in SEEDS {
        let profile = profile(seed);
        let cited: BTreeMap<&str, &Vec<u32>> = profile
            .requirements
            .iter()
            .map(|r| (r.id.as_str(), &r.source.lines))
            .chain(profile.guide.iter().map(|s| (s.id.as_str(), &s.source.lines)))
            .collect();
        let (_, rows) = section(seed);
        for (id, lines) in &cited {
            assert!(!lines.is_empty(), "{seed}: {id} cites no line");
            for line in *lines {
                let row = rows.iter().find(|(a, b, _)| (a..=b).contains(&line)).expect("every line has a row");
                assert!(row.2.contains(*id), "{seed}: line {line} asks for {id}, its row does not say so");
            }
        }
        for (first, last, ids) in &rows {
            for id in ids {
                let lines = cited.get(id.as_str()).unwrap_or_else(|| panic!("{seed}: no requirement or step {id}"));
                assert!(lines.iter().any(|l| (first..=last).contains(&l)), "{seed}: {id} does not cite {first}–{last}");
            }
        }
    }
}

fn section(seed: &str) -> (u32, Vec<Row>) {
    let doc = text("docs/seeds.md");
    let section =
        doc.split("\n## ").find(|s| s.lines().next() == Some(seed)).unwrap_or_else(|| panic!("no section {seed}"));
    let lines = section.lines().find_map(|l| l.strip_prefix("Lines: ")).expect("Lines: N").trim().parse().unwrap();
    let rows = section.lines().filter_map(row).collect();
    (lines, rows)
}

fn row(line: &str) -> Option<Row> {
    let cells: Vec<_> = line.strip_prefix('|')?.split('|').map(str::trim).collect();
    let (first, last) = cells[0].split_once('–').unwrap_or((cells[0], cells[0]));
    let ids = cells[2].split('`').skip(1).step_by(2).map(str::to_owned).collect();
    Some((first.parse().ok()?, last.parse().ok()?, ids))
}
