//! The command line's arguments.

use lexopt::prelude::{Long, Short, Value};

mod publish;

pub use publish::{Link, Site};

/// What `--help` prints.
pub const HELP: &str = "\
Preflight for HaloPSA: compares saved configuration screens with a vendor's profile.

  preflight check --profile ID|FILE... [--feature ID]... [--format text|json|markdown|csv|html]
      [--language CODE] [--least-privilege] [--waivers FILE] [--url URL] PAGE.html...
      The pages are one body of evidence. Without --feature, the profile's defaults count. Several
      profiles are one set of needs. --least-privilege also names what is granted beyond them.
      FILE holds a JSON list of waivers: finding (its id), reason, until (2027-01-31; may be left out).
      A page's address: --url before it, else its `saved from url` comment.
  preflight diagnose --profile ID|FILE [--feature ID]... [--language CODE] [--url URL] --error TEXT [PAGE.html...]
      The likely causes of what the vendor's product shows, those that the pages prove first.
  preflight guide --profile ID|FILE [--feature ID]... [--language CODE] [--format text|json|markdown|html] [PAGE.html...]
      The whole set-up in click order, with a box to tick for each step: a hand-out. What the pages show to
      be done is ticked.
  preflight link --profile ID|FILE [--feature ID]... [--screen SCREEN] [--field FIELD] [--language CODE]
      --tenant HOST | --site URL
      A link to a screen and a field, and a badge with it for a page of documentation: into one Halo, or to a
      page made with `preflight site`, which asks its reader for the address of theirs.
  preflight site --out DIR [--profile ID|FILE]... [--language CODE]
      A page for each profile, or for those named: everything that is checked, to read and to link to. It can
      be hosted anywhere. Of what is in DIR, it changes its own files only.
  preflight profiles      the packaged profiles and their features
  preflight lint FILE     checks a profile
  preflight schema        the JSON schema of profiles

Exit status: 0 nothing missing, wrong or in excess; 1 something is; 2 unusable input or arguments.
";

/// What to do.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    Check(Check),
    Diagnose(Check, String),
    Guide(Check),
    Link(Link),
    Site(Site),
    Profiles,
    Schema,
    Lint(String),
    Help,
}

/// Arguments of `check`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Check {
    pub profiles: Vec<String>,
    pub features: Vec<String>,
    pub language: Option<String>,
    pub least_privilege: bool,
    pub waivers: Option<String>,
    pub format: Format,
    pub pages: Vec<Page>,
}

/// A saved page and the address that was given for it.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    pub file: String,
    pub url: Option<String>,
}

/// How a report is written.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    #[default]
    Text,
    Json,
    Markdown,
    Csv,
    Html,
}

/// Parses the arguments.
///
/// # Errors
/// What is wrong with them.
pub fn parse(mut parser: lexopt::Parser) -> Result<Command, String> {
    match parser.next().map_err(|e| e.to_string())? {
        Some(Value(word)) => match word.to_string_lossy().as_ref() {
            "check" => check(parser, None).map(|(check, _)| Command::Check(check)),
            "diagnose" => match check(parser, Some(String::new()))? {
                (check, Some(error)) if !error.is_empty() => Ok(Command::Diagnose(check, error)),
                _ => Err("diagnose what? Use --error with the text that the vendor's product shows".into()),
            },
            "guide" => match check(parser, Some(String::new()))? {
                (check, Some(error)) if error.is_empty() => Ok(Command::Guide(check)),
                _ => Err("guide takes no --error; use diagnose".into()),
            },
            "link" => publish::link(parser).map(Command::Link),
            "site" => publish::site(parser).map(Command::Site),
            "profiles" => Ok(Command::Profiles),
            "schema" => Ok(Command::Schema),
            "lint" => Ok(Command::Lint(text(&mut parser)?)),
            other => Err(format!("there is no command {other:?}")),
        },
        Some(Long("help") | Short('h')) | None => Ok(Command::Help),
        Some(other) => Err(other.unexpected().to_string()),
    }
}

/// Arguments of `check`, and of `diagnose` where an error text is taken too.
fn check(mut parser: lexopt::Parser, mut error: Option<String>) -> Result<(Check, Option<String>), String> {
    let mut check = Check::default();
    let mut urls: Vec<String> = Vec::new();
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Long("profile") => check.profiles.push(text(&mut parser)?),
            Long("waivers") => check.waivers = Some(text(&mut parser)?),
            Long("least-privilege") => check.least_privilege = true,
            Long("feature") => check.features.push(text(&mut parser)?),
            Long("language") => check.language = Some(text(&mut parser)?),
            Long("format") => check.format = format(&text(&mut parser)?)?,
            Long("error") if error.is_some() => error = Some(text(&mut parser)?),
            Long("url") => urls.push(text(&mut parser)?),
            Value(file) => {
                check.pages.push(Page { file: file.to_string_lossy().into_owned(), url: urls.last().cloned() });
            }
            other => return Err(other.unexpected().to_string()),
        }
    }
    if check.pages.is_empty() && error.is_none() {
        return Err("no page given: name one saved page or more".into());
    }
    // One --url is for every page, wherever it stands; several are each for the pages that follow them.
    if let [only] = urls.as_slice() {
        for page in &mut check.pages {
            page.url = Some(only.clone());
        }
    }
    Ok((check, error))
}

fn text(parser: &mut lexopt::Parser) -> Result<String, String> {
    parser.value().and_then(lexopt::ValueExt::string).map_err(|e| e.to_string())
}

fn format(name: &str) -> Result<Format, String> {
    match name {
        "text" => Ok(Format::Text),
        "json" => Ok(Format::Json),
        "markdown" => Ok(Format::Markdown),
        "csv" => Ok(Format::Csv),
        "html" => Ok(Format::Html),
        other => Err(format!("there is no format {other:?}; there are: text, json, markdown, csv, html")),
    }
}
