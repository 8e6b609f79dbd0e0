//! Which screen is this? Custom domains, saved pages and records that open in place have no reliable address, so route,
//! tabs, buttons and telling fields vote.

use super::address;
use super::meaning::{self, Value};
use super::pairs::Pair;
use super::tree::Tree;
use crate::report::{Mode, Status};
use crate::snapshot::{NodeId, Snapshot};
use crate::vocabulary::{self, Field, Kind, RecordKind, ScreenId, key};

/// What the votes came to.
pub struct Recognised {
    /// What could be made of the page.
    pub status: Status,
    /// The screens with the most votes; more than one when they are level.
    pub candidates: Vec<ScreenId>,
}

/// A reading is worth more than anything around it: the first click on a tab may be swallowed (facts, section 4), so the
/// selected tab is not always the one whose fields are there.
const VOTE_FIELD: usize = 10;
const VOTE_ADDRESS: usize = 4;
const VOTE_FRAME: usize = 3;

/// Decides.
pub fn recognise(tree: &Tree, snapshot: &Snapshot, pairs: &[Pair]) -> Recognised {
    let nothing = |status| Recognised { status, candidates: Vec::new() };
    let frame = Frame::of(tree, &snapshot.title);
    if frame.loading {
        return nothing(Status::StillLoading);
    }
    let address = address::screens(&snapshot.url);
    if address.as_ref().is_some_and(Vec::is_empty) {
        return nothing(Status::NotAConfigurationScreen);
    }
    if address.is_none() && !frame.is_halo && pairs.iter().filter(|p| is_halos_own(p)).count() < 2 {
        // Other products have users with roles too.
        return nothing(Status::NotAConfigurationScreen);
    }
    let candidates = vote(pairs, &frame, address.as_deref());
    if candidates.is_empty() {
        return nothing(status_of_unknown(tree, snapshot, pairs, &frame));
    }
    if address.is_some_and(|here| !candidates.iter().any(|c| here.contains(c))) {
        // Halo changes the address before the page: these are still the fields of the record before.
        return nothing(Status::StillLoading);
    }
    if is_foreign(pairs, &candidates) {
        return nothing(Status::LanguageNotRecognised);
    }
    Recognised { status: Status::Read, candidates }
}

/// Whether a field is one that no other product has: a scope, or a row of the Permissions tab by its full label.
fn is_halos_own(pair: &Pair) -> bool {
    let is_own = |f: &Field| f.kind == Kind::Scope || !f.section.is_empty();
    pair.place.is_some() && pair.text.contains([' ', ':']) && pair.fields.iter().any(|(_, f)| is_own(f))
}

fn vote(pairs: &[Pair], frame: &Frame, address: Option<&[ScreenId]>) -> Vec<ScreenId> {
    let mut votes: Vec<(ScreenId, usize)> = Vec::new();
    for screen in ScreenId::ALL {
        let fields = pairs.iter().filter(|p| tells(p, screen)).count();
        let on_tab = frame.selected.as_deref().is_some_and(|t| screen.tab().is_some_and(|own| key(own) == key(t)));
        let here = address.is_some_and(|screens| screens.contains(&screen));
        // A table screen has no labelled fields: there the tab and the kind of record have to tell.
        if fields == 0 && !(on_tab && (here || frame.kind_votes(screen.kind()) > 0)) {
            continue;
        }
        let address = if here { VOTE_ADDRESS } else { 0 };
        let tab = if on_tab { VOTE_FRAME } else { 0 };
        votes.push((screen, fields * VOTE_FIELD + address + tab + frame.kind_votes(screen.kind()) * VOTE_FRAME));
    }
    let most = votes.iter().map(|(_, n)| *n).max().unwrap_or_default();
    votes.into_iter().filter(|(_, n)| *n == most).map(|(screen, _)| screen).collect()
}

/// Whether a pair is a field of the screen and has a value.
fn tells(pair: &Pair, screen: ScreenId) -> bool {
    pair.place.is_some() && pair.field(screen).is_some()
}

/// Too few known words among many: another language, or every label renamed. A screen read in part would be a false
/// "missing".
fn is_foreign(pairs: &[Pair], candidates: &[ScreenId]) -> bool {
    const ENOUGH: usize = 5;
    let field = |p: &Pair| candidates.iter().find_map(|s| p.field(*s));
    let known = pairs.iter().filter(|p| field(p).is_some()).count();
    // What names itself without a label is a control of the page, not a field of the record.
    let labels = pairs.iter().filter(|p| p.label.is_some()).count();
    if known < ENOUGH && known * 5 < labels {
        return true;
    }
    // Scopes are the same in every language; their Yes and No are not.
    let (mut understood, mut strange) = (0, 0);
    for pair in pairs {
        let Some(field) = field(pair).filter(|f| f.kind != Kind::Text && f.kind != Kind::List) else {
            continue;
        };
        let scaled = field.kind != Kind::Choice || !field.section.is_empty();
        match meaning::value(field, pair.place.as_ref().map(|p| &p.raw)) {
            Value::Text(_) if scaled => strange += 1,
            Value::Word(_) => understood += 1,
            _ => {}
        }
    }
    strange > understood
}

fn status_of_unknown(tree: &Tree, snapshot: &Snapshot, pairs: &[Pair], frame: &Frame) -> Status {
    let on_record = address::names_a_record(&snapshot.url);
    let is_form = frame.is_halo && pairs.len() >= 3;
    // One word alone may be the same in another language ("Details").
    let english = frame.english_words > 1;
    if pairs.is_empty() && on_record && !frame.has_table {
        return Status::StillLoading;
    }
    if is_form && (on_record || !english) {
        return Status::LanguageNotRecognised;
    }
    if tree.visible().next().is_none() { Status::Unreadable } else { Status::NotAConfigurationScreen }
}

/// Read or edit mode: the toolbar says it, else the controls do. The address never does (facts, section 4).
pub fn mode(tree: &Tree, pairs: &[Pair]) -> Mode {
    let buttons: Vec<String> = tree.visible().filter(|n| is_button(tree, *n)).map(|n| button_key(tree, n)).collect();
    let has = |word: &str| buttons.iter().any(|b| b == word);
    let controls = pairs.iter().filter_map(|p| p.place.as_ref()).filter(|p| p.control).count();
    let texts = pairs.iter().filter_map(|p| p.place.as_ref()).filter(|p| !p.control).count();
    if has("save") || (controls > texts && !has("edit")) || controls > texts * 2 { Mode::Edit } else { Mode::Read }
}

/// Whether a person can press it.
pub fn is_button(tree: &Tree, node: NodeId) -> bool {
    tree.tag(node) == "button" || (tree.tag(node) == "input" && tree.attr(node, "type") == "submit")
}

/// What a button says, as a key.
pub fn button_key(tree: &Tree, node: NodeId) -> String {
    let text = tree.deep_text(node);
    let named = [text.as_str(), tree.attr(node, "title"), tree.attr(node, "aria-label"), tree.attr(node, "value")];
    key(named.into_iter().find(|t| !t.is_empty()).unwrap_or_default())
}

/// What stands around the fields.
struct Frame {
    /// Halo's own markup is there (facts, 1.2 and 2).
    is_halo: bool,
    /// The loader shows (facts, 1.2: present while a page loads).
    loading: bool,
    /// A list of records shows.
    has_table: bool,
    /// Text of the active tab.
    selected: Option<String>,
    /// Keys of all tabs.
    tabs: Vec<String>,
    /// Keys of all buttons.
    buttons: Vec<String>,
    /// Keys of headings and of the parts of the document's title ("Configuration > Roles").
    headings: Vec<String>,
    /// How many tabs and buttons are English words of the product.
    english_words: usize,
}

impl Frame {
    fn of(tree: &Tree, title: &str) -> Self {
        let mut frame = Self {
            is_halo: false,
            loading: false,
            has_table: false,
            selected: None,
            tabs: Vec::new(),
            buttons: Vec::new(),
            headings: title.split(['>', '|', '-']).map(key).collect(),
            english_words: 0,
        };
        for node in tree.visible() {
            frame.is_halo |=
                ["app-container", "nhd-nav", "details-group", "details-form", "read-value", "noedit-value"]
                    .iter()
                    .any(|c| tree.has_class(node, c))
                    || tree.attr(node, "for").starts_with("input-field-for-");
            frame.loading |= tree.has_class(node, "application-loader");
            frame.has_table |= tree.has_class(node, "ReactTable");
            if is_tab(tree, node) {
                frame.add_tab(tree, node);
            } else if is_button(tree, node) {
                frame.buttons.push(button_key(tree, node));
            } else if matches!(tree.tag(node), "h1" | "h2" | "h3") || tree.has_class(node, "page-title") {
                frame.headings.push(key(&tree.deep_text(node)));
            }
        }
        let words = frame.tabs.iter().chain(&frame.buttons);
        frame.english_words = words.filter(|w| vocabulary::is_frame_word(w)).count();
        frame
    }

    fn add_tab(&mut self, tree: &Tree, node: NodeId) {
        let text = tree.deep_text(node);
        let active = tree.attr(node, "aria-selected") == "true"
            || ["tabselected", "react-tabs__tab--selected", "tabactive"].iter().any(|c| tree.has_class(node, c));
        self.tabs.push(key(&text));
        if active {
            self.selected = Some(text);
        }
    }

    /// How many things around the fields speak for this kind of record (facts, sections 3 and 11, CONFIRMED).
    fn kind_votes(&self, kind: RecordKind) -> usize {
        let tab = |text: &str| usize::from(self.tabs.contains(&key(text)));
        let button = |text: &str| usize::from(self.buttons.contains(&key(text)));
        let heading = |text: &str| usize::from(self.headings.iter().any(|h| *h == key(text)));
        // Agents and roles both have this tab; only roles are known to have Access Control beside it.
        let (teams, access) = (tab("Departments & Teams"), tab("Access Control"));
        match kind {
            RecordKind::Agent => {
                button("Impersonate Agent")
                    + button("Revoke All Tokens")
                    + button("Resend email confirmation")
                    + heading("Agents")
                    + (teams & (1 - access))
            }
            RecordKind::Role => (teams & access) + heading("Roles"),
            RecordKind::Application => tab("Security") + heading("Applications"),
            RecordKind::TicketType => tab("Field List") + tab("Allowed Values") + heading("Ticket Types"),
            RecordKind::Tenant => 0,
        }
    }
}

/// The families of tabs live side by side (facts, section 3).
pub fn is_tab(tree: &Tree, node: NodeId) -> bool {
    tree.attr(node, "role") == "tab"
        || ["react-tabs__tab", "tabsheet"].iter().any(|c| tree.has_class(node, c))
        || (tree.has_class(node, "tab") && tree.parent(node).is_some_and(|p| tree.has_class(p, "tab-container")))
}
