//! A tenant that is made up as a person sets it: its pages are written from its state, in Halo's markup.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use preflight::evidence::part_of;
use preflight::html;
use preflight::snapshot::Snapshot;
use preflight::vocabulary::{FIELDS, Field, Kind, RecordKind, ScreenId, field};

const HOST: &str = "https://demo.halopsa.com";

/// Rows that a long tab has before anybody scrolls.
const AT_FIRST: usize = 40;

type Values = BTreeMap<(ScreenId, String), Vec<String>>;

/// What is on show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Show {
    Home,
    List(RecordKind),
    Page(ScreenId),
    Record { at: usize, tab: ScreenId },
}

#[derive(Debug, Clone)]
struct Record {
    kind: RecordKind,
    id: String,
    part: Option<String>,
    values: Values,
}

/// The tenant, and the one browser tab that shows it.
#[derive(Debug, Clone)]
pub struct Halo {
    records: Vec<Record>,
    settings: Values,
    show: Show,
    draft: Option<Values>,
    scrolled: bool,
}

impl Halo {
    /// Nothing is set up yet.
    pub fn empty() -> Self {
        Self { records: Vec::new(), settings: Values::new(), show: Show::Home, draft: None, scrolled: false }
    }

    /// The same tenant, seen from its home, where every so many values were taken back.
    pub fn without_every(&self, nth: usize, start: usize) -> Self {
        let mut other = Self { show: Show::Home, draft: None, scrolled: false, ..self.clone() };
        let names = ["Username", "Role Name", "Application Name", "Ticket Type Name", "Project Hierarchy"];
        let all = other.records.iter_mut().map(|r| &mut r.values).chain(std::iter::once(&mut other.settings));
        let values = all.flatten().filter(|((_, field), _)| !names.contains(&field.as_str()));
        for (_, (_, value)) in values.enumerate().filter(|(at, _)| at % nth == start % nth) {
            value.clear();
        }
        other
    }

    pub fn place(&self) -> String {
        format!("{:?}{}", self.show, if self.draft.is_some() { " (edit)" } else { "" })
    }

    /// The part that the open record plays.
    pub fn part(&self) -> Option<String> {
        self.record().map(|r| r.part.clone().unwrap_or_else(|| part_of(r.kind).to_owned()))
    }

    pub fn screen(&self) -> Option<ScreenId> {
        match self.show {
            Show::Page(screen) | Show::Record { tab: screen, .. } => Some(screen),
            Show::Home | Show::List(_) => None,
        }
    }

    /// Opens a screen: of a record that is known, else its list, else the page.
    pub fn go(&mut self, screen: ScreenId, record: Option<&str>) {
        assert!(self.draft.is_none(), "an edit would be lost");
        self.scrolled = false;
        let known = self.records.iter().position(|r| Some(r.id.as_str()) == record && r.kind == screen.kind());
        self.show = match (screen.kind(), known) {
            (RecordKind::Tenant, _) => Show::Page(screen),
            (kind, Some(at)) => Show::Record { at, tab: first_tab(kind) },
            (kind, None) => Show::List(kind),
        };
    }

    pub fn open_or_new(&mut self, kind: RecordKind, part: Option<&str>) {
        let own = self.records.iter().position(|r| r.kind == kind && r.part.as_deref() == part);
        match own {
            Some(at) => self.show = Show::Record { at, tab: first_tab(kind) },
            None => self.new_record(kind, part),
        }
    }

    pub fn new_record(&mut self, kind: RecordKind, part: Option<&str>) {
        assert_eq!(self.show, Show::List(kind), "New is on the list");
        self.records.push(Record { kind, id: "-1".into(), part: part.map(str::to_owned), values: Values::new() });
        self.show = Show::Record { at: self.records.len() - 1, tab: first_tab(kind) };
        self.draft = Some(Values::new());
    }

    pub fn tab(&mut self, tab: &str) {
        let kind = self.record().expect("a record").kind;
        let to = tabs(kind).into_iter().find(|s| s.tab() == Some(tab)).expect("a tab");
        self.scrolled = false;
        if let Show::Record { tab, .. } = &mut self.show {
            *tab = to;
        }
    }

    pub fn edit(&mut self) {
        assert!(self.draft.is_none(), "it is being edited");
        self.draft = Some(self.record().expect("a record").values.clone());
    }

    pub fn save(&mut self) {
        let draft = self.draft.take().expect("an edit");
        let id = (self.records.len() + 100).to_string();
        if let Show::Record { at, .. } = self.show {
            let record = &mut self.records[at];
            record.values = draft;
            if record.id == "-1" {
                record.id = id;
            }
        }
    }

    pub fn scroll(&mut self) {
        assert!(!self.scrolled, "there is nothing more to see");
        self.scrolled = true;
    }

    /// The first mandatory field of the open form without a value.
    pub fn empty_mandatory(&self) -> Option<&'static str> {
        let screen = self.screen()?;
        let fields = self.fields(screen).into_iter().filter(|f| is_mandatory(f));
        fields.map(|f| f.label).find(|label| self.values(screen, label).is_empty())
    }

    /// Writes something into a field by its label.
    pub fn fill(&mut self, label: &str) {
        let name = self.record().and_then(|r| r.part.clone()).unwrap_or_default();
        self.set(label, vec![format!("Integration {name}").trim().to_owned()]);
    }

    pub fn set(&mut self, label: &str, values: Vec<String>) {
        let screen = self.screen().expect("a screen");
        let field = field(screen, label).expect("a field").label.to_owned();
        match (&mut self.draft, &self.show) {
            (Some(draft), _) => draft.insert((screen, field), values),
            (None, Show::Page(_)) => self.settings.insert((screen, field), values),
            (None, _) => panic!("{label} cannot be set: nothing is being edited"),
        };
    }

    /// Adds an entry to a list, or removes it.
    pub fn list(&mut self, label: &str, entry: &str, on: bool) {
        let screen = self.screen().expect("a screen");
        let mut entries = self.values(screen, label);
        entries.retain(|e| e != entry);
        if on {
            entries.push(entry.to_owned());
        }
        self.set(label, entries);
    }

    pub fn value_of(&self, kind: RecordKind, part: Option<&str>, screen: ScreenId, label: &str) -> String {
        let record = self.records.iter().find(|r| r.kind == kind && r.part.as_deref() == part).expect("a record");
        record.values.get(&(screen, label.to_owned())).and_then(|v| v.first()).expect("a value").clone()
    }

    fn record(&self) -> Option<&Record> {
        match self.show {
            Show::Record { at, .. } => self.records.get(at),
            _ => None,
        }
    }

    fn values(&self, screen: ScreenId, label: &str) -> Vec<String> {
        let all = self.draft.as_ref().or_else(|| self.record().map(|r| &r.values)).unwrap_or(&self.settings);
        let set = all.get(&(screen, label.to_owned())).cloned();
        set.unwrap_or_else(|| if label == "Fields" { START.map(str::to_owned).to_vec() } else { Vec::new() })
    }

    /// The fields that a screen shows now.
    fn fields(&self, screen: ScreenId) -> Vec<&'static Field> {
        let is_shown = |f: &&Field| {
            f.shown_when
                .is_none_or(|when| self.values(screen, when.field).iter().any(|v| when.is.contains(&v.as_str())))
        };
        let all = FIELDS.iter().filter(|f| f.screens.contains(&screen) && f.kind != Kind::Secret).filter(is_shown);
        let most = if screen.has_rows() && !self.scrolled { AT_FIRST } else { usize::MAX };
        all.take(most).collect()
    }

    /// The open page.
    pub fn page(&self) -> Snapshot {
        let (path, body) = match self.show {
            Show::Home => ("/config".to_owned(), String::new()),
            Show::List(kind) => (first_tab(kind).path().to_owned(), list(kind)),
            Show::Page(screen) => (screen.path().to_owned(), self.form(screen, screen == ScreenId::AdvancedSettings)),
            Show::Record { tab, .. } => {
                let record = self.record().expect("a record");
                let parameter = record.kind.url_parameter().expect("a parameter");
                (format!("{}?{parameter}={}", tab.path(), record.id), self.panel(record, tab))
            }
        };
        let page = format!(
            "<!doctype html><html lang=\"en\"><body><div class=\"app-container\">{}{body}</div></body></html>",
            "<nav class=\"nhd-nav\"></nav>"
        );
        html::snapshot(page.as_bytes(), Some(&format!("{HOST}{path}"))).expect("a page")
    }

    fn panel(&self, record: &Record, tab: ScreenId) -> String {
        let editing = self.draft.is_some();
        let buttons = if editing { ["Save", "Cancel"].as_slice() } else { &["Edit"] };
        let buttons = each(buttons, |b| format!("<button>{b}</button>"));
        let shown = if record.id == "-1" { vec![tab] } else { tabs(record.kind) };
        let names = shown.iter().map(|s| {
            let selected = if *s == tab { " aria-selected=\"true\"" } else { "" };
            format!("<li role=\"tab\"{selected}>{}</li>", s.tab().unwrap_or_default().replace('&', "&amp;"))
        });
        // What only this kind of record has (facts, section 3).
        let more = match record.kind {
            RecordKind::Role => "<li role=\"tab\">Access Control</li>",
            RecordKind::Application => "<li role=\"tab\">Security</li>",
            RecordKind::TicketType => "<li role=\"tab\">Allowed Values</li>",
            RecordKind::Agent | RecordKind::Tenant => "",
        };
        let more = if record.id == "-1" { "" } else { more };
        let name = self.values(first_tab(record.kind), name_field(record.kind));
        let title = name.first().map_or("New", String::as_str);
        let tabs = names.collect::<String>();
        format!(
            "<div class=\"page-title\">{}</div><div class=\"buttons-container\">{buttons}</div>\
             <div class=\"details_page_title\">{title}</div><ul>{tabs}{more}</ul>{}",
            heading(record.kind),
            self.form(tab, editing)
        )
    }

    fn form(&self, screen: ScreenId, editing: bool) -> String {
        let mut out = String::from("<div class=\"details-form\">");
        if editing {
            out.push_str("<div class=\"mandatory-hint\">* denotes a mandatory field</div>");
        }
        if screen == ScreenId::ApiDetails {
            out.push_str("<button>View Applications</button>");
        }
        for (at, field) in self.fields(screen).into_iter().enumerate() {
            let values = self.values(screen, field.label);
            let _ = match (screen, field.label) {
                (_, "Departments" | "Teams") if screen.tab() == Some("Departments & Teams") => {
                    write!(out, "{}", table(field.label, &values))
                }
                (ScreenId::TicketTypeFieldList, "Fields") => write!(out, "{}", table(field.label, &values)),
                _ => write!(out, "{}", row(at, field, &values, editing)),
            };
        }
        out.push_str("</div>");
        out
    }
}

/// The texts of all of them, one behind the other.
fn each<T>(items: impl IntoIterator<Item = T>, text: impl Fn(T) -> String) -> String {
    items.into_iter().fold(String::new(), |all, item| all + &text(item))
}

/// Fields of a list before anybody changes it.
const START: [&str; 3] = ["Summary", "Start Date", "Target Date"];

fn first_tab(kind: RecordKind) -> ScreenId {
    tabs(kind)[0]
}

fn tabs(kind: RecordKind) -> Vec<ScreenId> {
    let mut all: Vec<_> = ScreenId::ALL.into_iter().filter(|s| s.kind() == kind).collect();
    all.sort_by_key(|s| s.tab() != Some("Details"));
    all
}

fn heading(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Agent => "Agents",
        RecordKind::Role => "Roles",
        RecordKind::Application => "Applications",
        RecordKind::TicketType => "Ticket Types",
        RecordKind::Tenant => "Configuration",
    }
}

fn name_field(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Agent => "Username",
        RecordKind::Role => "Role Name",
        RecordKind::Application => "Application Name",
        RecordKind::TicketType | RecordKind::Tenant => "Ticket Type Name",
    }
}

fn is_mandatory(field: &Field) -> bool {
    let names = ["Username", "Role Name", "Application Name", "Ticket Type Name", "Agent to log in as"];
    names.contains(&field.label)
}

fn list(kind: RecordKind) -> String {
    format!(
        "<div class=\"page-title\">{}</div><button>+ New</button><div class=\"ReactTable\"><div class=\"rt-td\">Acme</div></div>",
        heading(kind)
    )
}

fn row(at: usize, field: &Field, values: &[String], editing: bool) -> String {
    let mark = if is_mandatory(field) { "<span class=\"asterisk\"> *</span>" } else { "" };
    let label = field.label.replace('&', "&amp;");
    let value = values.iter().map(|v| v.replace('&', "&amp;")).collect::<Vec<_>>();
    let control = match (editing, field.kind) {
        (false, Kind::List) => each(&value, |v| format!("<span>{v}</span>")),
        (false, _) => value.first().cloned().unwrap_or_else(|| "Not set".into()),
        (true, Kind::Checkbox | Kind::Scope) => {
            let checked = if values.first().is_some_and(|v| v == "Yes") { " checked" } else { "" };
            format!("<input type=\"checkbox\" id=\"input-field-for-{at}\"{checked}>")
        }
        (true, Kind::Text | Kind::Secret) => {
            format!("<input type=\"text\" id=\"input-field-for-{at}\" value=\"{}\">", value.concat())
        }
        (true, Kind::Choice) => select(at, &value, "Select__single-value"),
        (true, Kind::List) => select(at, &value, "Select__multi-value__label"),
    };
    let control = if editing { control } else { format!("<div class=\"read-value\">{control}</div>") };
    format!("<div class=\"row\"><label for=\"input-field-for-{at}\">{label}{mark}</label>{control}</div>")
}

fn select(at: usize, values: &[String], class: &str) -> String {
    let shown = each(values, |v| format!("<div class=\"{class}\">{v}</div>"));
    let shown = if shown.is_empty() { "<div class=\"Select__placeholder\">Select...</div>".into() } else { shown };
    format!(
        "<div class=\"Select__control\">{shown}<input class=\"Select__input\" id=\"react-select-{at}-input\"></div>"
    )
}

fn table(label: &str, values: &[String]) -> String {
    let rows = values.iter().map(|value| {
        let cells = if label == "Departments" {
            format!("<td>Professional Services</td><td>{value}</td>")
        } else {
            format!("<td>{}</td>", value.replace('&', "&amp;"))
        };
        format!("<tr>{cells}</tr>")
    });
    let column = label.strip_suffix('s').unwrap_or(label);
    format!(
        "<div class=\"details-group\"><div class=\"details-group-header\">{label}</div><table><thead><tr><th>{column}</th></tr></thead><tbody>{}</tbody></table></div>",
        rows.collect::<String>()
    )
}
