//! What must hold for every page: nothing panics, nothing is guessed.

use crate::support;
use crate::support::{SEEDS, audit_with_defaults, profile, snapshot};
use preflight::html;
use preflight::reader::{self, Screen, Status};
use preflight::report::{Outcome, Report};
use preflight::snapshot::{Flags, NO_PARENT, Snapshot};
use proptest::prelude::*;

fn audit_page(seed: &str, snapshot: &Snapshot) -> Report {
    let screen = reader::read(snapshot, "page").expect("sound");
    audit_with_defaults(&profile(seed), &[screen])
}

fn met(report: &Report) -> Vec<&str> {
    report.findings.iter().filter(|f| f.outcome == Outcome::Met).map(|f| f.id.as_str()).collect()
}

/// Hides some nodes, as a page does that has not rendered everything yet.
fn hide(snapshot: &Snapshot, share: &[prop::sample::Index]) -> Snapshot {
    let mut hidden = snapshot.clone();
    for index in share {
        let at = index.index(hidden.nodes.flags.len());
        hidden.nodes.flags[at] |= Flags::HIDDEN;
    }
    hidden
}

fn page() -> impl Strategy<Value = (&'static str, &'static str, &'static str)> {
    (
        prop::sample::select(&SEEDS[..]),
        prop::sample::select(&support::SCREENS[..]),
        prop::sample::select(&["read", "edit"][..]),
    )
}

/// One change of a snapshot; each of them can leave it sound or not.
#[derive(Debug, Clone)]
enum Change {
    /// The last entry of one of the seven columns is missing.
    Cut(usize),
    /// A node has another parent.
    Parent(prop::sample::Index, prop::sample::Index),
    /// An attribute belongs to another node, perhaps to one that does not exist.
    Owner(prop::sample::Index, u32),
    /// A node has another text, tag or state.
    Text(prop::sample::Index, &'static str),
    Tag(prop::sample::Index, &'static str),
    Flags(prop::sample::Index, u16),
    /// An attribute has another value.
    Value(prop::sample::Index, &'static str),
}

/// Words that mean something to the reader.
const WORDS: [&str; 9] = ["Yes", "No", "Not set", "Login Type", "read:tickets", "*", "", "Save", "read-value"];

fn change() -> impl Strategy<Value = Change> {
    let index = any::<prop::sample::Index>;
    let word = || prop::sample::select(&WORDS[..]);
    prop_oneof![
        1 => (0usize..7).prop_map(Change::Cut),
        1 => (index(), index()).prop_map(|(node, parent)| Change::Parent(node, parent)),
        1 => (index(), 0u32..3_000).prop_map(|(at, node)| Change::Owner(at, node)),
        6 => (index(), word()).prop_map(|(node, word)| Change::Text(node, word)),
        3 => (index(), prop::sample::select(&["label", "input", "td", "button", "div"][..])).prop_map(|(node, tag)| Change::Tag(node, tag)),
        6 => (index(), any::<u16>()).prop_map(|(node, flags)| Change::Flags(node, flags)),
        6 => (index(), word()).prop_map(|(at, word)| Change::Value(at, word)),
    ]
}

impl Change {
    fn make(&self, Snapshot { nodes, attrs, .. }: &mut Snapshot) {
        match self {
            Self::Cut(column) => match column {
                0 => drop(nodes.tag.pop()),
                1 => drop(nodes.parent.pop()),
                2 => drop(nodes.text.pop()),
                3 => drop(nodes.flags.pop()),
                4 => drop(attrs.node.pop()),
                5 => drop(attrs.name.pop()),
                _ => drop(attrs.value.pop()),
            },
            Self::Parent(node, parent) => {
                let parent = u32::try_from(parent.index(nodes.parent.len())).expect("bounded");
                let at = node.index(nodes.parent.len());
                nodes.parent[at] = parent;
            }
            Self::Owner(at, node) => *at.get_mut(&mut attrs.node) = *node,
            Self::Text(node, word) => (*word).clone_into(node.get_mut(&mut nodes.text)),
            Self::Tag(node, tag) => (*tag).clone_into(node.get_mut(&mut nodes.tag)),
            Self::Flags(node, flags) => *node.get_mut(&mut nodes.flags) ^= flags,
            Self::Value(at, word) => (*word).clone_into(at.get_mut(&mut attrs.value)),
        }
    }
}

/// What a snapshot has to be, said anew: columns of equal length, parents before children, attributes in their order.
fn is_sound(Snapshot { nodes, attrs, .. }: &Snapshot) -> bool {
    let count = nodes.tag.len();
    let same = |lengths: &[usize], length| lengths.iter().all(|l| *l == length);
    let before = |(id, parent): (usize, &u32)| *parent == NO_PARENT || (*parent as usize) < id;
    same(&[nodes.parent.len(), nodes.text.len(), nodes.flags.len()], count)
        && same(&[attrs.name.len(), attrs.value.len()], attrs.node.len())
        && nodes.parent.iter().enumerate().all(before)
        && attrs.node.windows(2).all(|pair| pair[0] <= pair[1])
        && attrs.node.iter().all(|node| (*node as usize) < count)
}

/// Whatever is read is a node of the page, each field once, and no field is read from a page that could not be.
fn assert_on_page(screen: &Screen, snapshot: &Snapshot) {
    let count = u32::try_from(snapshot.nodes.tag.len()).expect("bounded");
    let mut fields: Vec<&str> = screen.readings.iter().map(|r| r.field.as_str()).collect();
    for reading in &screen.readings {
        let nodes = reading.target.iter().chain(&reading.label_node).chain(&reading.ask);
        assert!(nodes.into_iter().all(|node| *node < count), "{reading:?}");
    }
    fields.sort_unstable();
    let all = fields.len();
    fields.dedup();
    assert_eq!(fields.len(), all, "a field is there twice");
    assert!(screen.status == Status::Read || screen.readings.is_empty());
    assert!(screen.id.is_none_or(|id| screen.candidates == [id]));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_page_or_an_error(text in "\\PC{0,400}") {
        if let Ok(snapshot) = html::snapshot(text.as_bytes(), None) {
            reader::read(&snapshot, "page").unwrap();
        }
    }

    #[test]
    fn any_bytes_are_a_page_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        if let Ok(snapshot) = html::snapshot(&bytes, None) {
            reader::read(&snapshot, "page").unwrap();
        }
    }

    /// A snapshot that somebody changed is read if and only if it is sound, and what is read then is on the page.
    #[test]
    fn a_changed_snapshot_is_read_or_an_error((seed, screen, mode) in page(), changes in prop::collection::vec(change(), 0..6)) {
        let mut snapshot = snapshot(seed, screen, mode);
        for change in &changes {
            change.make(&mut snapshot);
        }
        match (reader::read(&snapshot, "page"), is_sound(&snapshot)) {
            (Ok(screen), true) => assert_on_page(&screen, &snapshot),
            (Err(error), false) => prop_assert!(error.starts_with("snapshot: "), "{error}"),
            (read, sound) => prop_assert!(false, "sound: {sound}, read: {:?}", read.map(|_| ())),
        }
    }

    /// Nor does a page that was made by nobody do any harm.
    #[test]
    fn any_columns_are_a_snapshot_or_an_error(
        tag in prop::collection::vec("[a-z]{1,6}", 4), parent in prop::collection::vec(prop_oneof![Just(NO_PARENT), 0u32..4], 4),
        flags in prop::collection::vec(any::<u16>(), 3..5), node in prop::collection::vec(0u32..5, 0..3),
    ) {
        let mut snapshot = Snapshot::default();
        snapshot.attrs.name = node.iter().map(|_| "class".to_owned()).collect();
        snapshot.attrs.value = node.iter().map(|_| "read-value".to_owned()).collect();
        snapshot.nodes.text = tag.clone();
        (snapshot.nodes.tag, snapshot.nodes.parent, snapshot.nodes.flags) = (tag, parent, flags);
        snapshot.attrs.node = node;
        prop_assert_eq!(reader::read(&snapshot, "page").is_ok(), is_sound(&snapshot));
    }

    /// A page that shows less never has more that is met: absence is never taken for a good value. Only a text beside a
    /// conflicting one is better off alone, and these pages have none.
    #[test]
    fn what_is_not_rendered_is_not_met((seed, screen, mode) in page(), share in prop::collection::vec(any::<prop::sample::Index>(), 1..40)) {
        let whole = snapshot(seed, screen, mode);
        let less = hide(&whole, &share);
        let (before, after) = (audit_page(seed, &whole), audit_page(seed, &less));
        for id in met(&after) {
            prop_assert!(met(&before).contains(&id), "{id} is met on less of the page");
        }
    }

    /// A save that breaks off anywhere has no finding met that the whole page has not.
    #[test]
    fn a_page_that_is_cut_off_anywhere_is_not_met_by_it((seed, screen, mode) in page(), at in any::<prop::sample::Index>()) {
        let text = support::text(&format!("tests/pages/{seed}/{screen}.{mode}.html"));
        let mut cut = at.index(text.len());
        while !text.is_char_boundary(cut) {
            cut -= 1;
        }
        let Ok(part) = html::snapshot(&text.as_bytes()[..cut], None) else { return Ok(()) };
        let whole = html::snapshot(text.as_bytes(), None).unwrap();
        let (before, after) = (audit_page(seed, &whole), audit_page(seed, &part));
        for id in met(&after) {
            prop_assert!(met(&before).contains(&id), "{id} is met on a part of the page");
        }
    }

    /// The order in which screens of different kinds were seen does not matter.
    #[test]
    fn the_order_of_the_pages_does_not_matter(seed in prop::sample::select(&SEEDS[..]), order in Just((0..6).collect::<Vec<usize>>()).prop_shuffle()) {
        let screens: Vec<Screen> = support::SCREENS.iter().map(|s| reader::read(&snapshot(seed, s, "read"), s).unwrap()).collect();
        let shuffled: Vec<Screen> = order.iter().map(|i| screens[*i].clone()).collect();
        let profile = profile(seed);
        prop_assert_eq!(audit_with_defaults(&profile, &screens).findings, audit_with_defaults(&profile, &shuffled).findings);
    }
}
