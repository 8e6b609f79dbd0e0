//! The command line's arguments.

use lexopt::prelude::{Long, Value};

mod publish;

pub use publish::{Link, Site};

/// What `--help` prints.
pub const HELP: &str = "\
Preflight for HaloPSA: compares saved configuration screens with a vendor's profile.

  preflight check --profile ID|FILE... [--feature ID]... [--format text|json|markdown|csv|html]
      [--language CODE] [--least-privilege] [--waivers FILE] [--partial] [--url URL]... PAGE.html...
      The pages are one body of evidence. Without --feature, the profile's default features count.
      Several profiles are one set of needs. --least-privilege also recommends removing what is granted
      beyond them. FILE holds a JSON list of waivers: finding (its id), reason, until (2027-01-31;
      optional). --url gives a page its address: the first --url the first page, the second --url the
      second page, and so on. A page without one (or with an empty one) has the address of its
      `saved from url` comment.
  preflight diagnose --profile ID|FILE [--feature ID]... [--language CODE] [--url URL]... --error TEXT [PAGE.html...]
      The likely causes of what the vendor's product shows, those that the pages prove first.
  preflight guide --profile ID|FILE [--feature ID]... [--language CODE] [--format text|json|markdown|html] [PAGE.html...]
      The whole set-up in click order, with a box to tick for each step: a hand-out. What the pages show to
      be done is ticked.
  preflight link --profile ID|FILE [--feature ID]... [--screen SCREEN] [--field FIELD] [--language CODE]
      [--badge FILE.svg] --tenant HOST | --site URL
      A link to a screen and a field, and a badge with it for a page of documentation: into one Halo, or to a
      page made with `preflight site`, which asks its reader for the address of theirs. --badge writes the
      badge's picture to FILE.svg; without it, the output says where the picture belongs.
  preflight site --out DIR [--profile ID|FILE]... [--language CODE]
      A page for each profile, or for those named: everything that is checked, to read and to link to. It can
      be hosted anywhere. It changes only files that it wrote itself, and deletes none: pages of profiles
      that are not named stay, and the list of vendors keeps them.
  preflight profiles      the packaged profiles and their features
  preflight lint FILE...  checks profiles
  preflight schema        the JSON schema of profiles
  preflight --version     the version

Exit status of check:
  0  everything required is met, waived or not applicable
  1  something required is missing, wrong or in excess
  3  nothing is wrong so far, but something required was not seen or has to be looked at;
     with --partial, 0
  2  unusable input or arguments; nothing is said about a page that cannot be read
Findings that are recommended, optional or for the set-up only (temporary) never change the status.
Exit status of the other commands: 0, or 2 for unusable input or arguments. lint: 2 where a profile has a
mistake or cannot be read.
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
    Lint(Vec<String>),
    Help,
    Version,
}

/// Arguments of `check`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Check {
    pub profiles: Vec<String>,
    pub features: Vec<String>,
    pub language: Option<String>,
    pub least_privilege: bool,
    pub waivers: Option<String>,
    /// What was not seen yet is no reason for a status of its own.
    pub partial: bool,
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
    if let Some(asked) = asked_for_help(&mut parser) {
        return Ok(asked);
    }
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
            "lint" => lint(parser).map(Command::Lint),
            other => Err(format!("there is no command {other:?}")),
        },
        None => Ok(Command::Help),
        Some(other) => Err(other.unexpected().to_string()),
    }
}

/// `--help` and `--version`, alone or right after a command.
fn asked_for_help(parser: &mut lexopt::Parser) -> Option<Command> {
    let arguments = parser.try_raw_args()?;
    let commands = ["check", "diagnose", "guide", "link", "site", "profiles", "schema", "lint"];
    let mut asked = arguments.as_slice().iter().filter_map(|argument| argument.to_str());
    let first = asked.next()?;
    let word = if commands.contains(&first) { asked.next()? } else { first };
    match word {
        "--help" | "-h" => Some(Command::Help),
        "--version" | "-V" => Some(Command::Version),
        _ => None,
    }
}

/// Arguments of `check`, and of `diagnose` where an error text is taken too.
fn check(mut parser: lexopt::Parser, mut error: Option<String>) -> Result<(Check, Option<String>), String> {
    let mut check = Check::default();
    let (mut files, mut urls) = (Vec::new(), Vec::new());
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Long("profile") => check.profiles.push(text(&mut parser)?),
            Long("waivers") => check.waivers = Some(text(&mut parser)?),
            Long("least-privilege") => check.least_privilege = true,
            Long("partial") => check.partial = true,
            Long("feature") => check.features.push(text(&mut parser)?),
            Long("language") => check.language = Some(text(&mut parser)?),
            Long("format") => check.format = format(&text(&mut parser)?)?,
            Long("error") if error.is_some() => error = Some(text(&mut parser)?),
            Long("url") => urls.push(text(&mut parser)?),
            Value(file) => files.push(file.to_string_lossy().into_owned()),
            other => return Err(other.unexpected().to_string()),
        }
    }
    if files.is_empty() && error.is_none() {
        return Err("no page given: name one saved page or more".into());
    }
    check.pages = pages(files, urls)?;
    Ok((check, error))
}

/// Each address belongs to one page, in order. An empty one leaves its page the address that the file carries.
fn pages(files: Vec<String>, urls: Vec<String>) -> Result<Vec<Page>, String> {
    if urls.len() > files.len() {
        return Err(format!(
            "{} --url for {} pages: each --url belongs to one page, the first to the first; leave out the others",
            urls.len(),
            files.len()
        ));
    }
    let is_address =
        |url: &&String| url.is_empty() || ["https://", "http://", "file:"].iter().any(|p| url.starts_with(p));
    if let Some(other) = urls.iter().find(|url| !is_address(url)) {
        return Err(format!("--url {other}: no address of a page; it begins with https://"));
    }
    let urls = urls.into_iter().map(Some).chain(std::iter::repeat(None));
    Ok(files.into_iter().zip(urls).map(|(file, url)| Page { file, url: url.filter(|u| !u.is_empty()) }).collect())
}

/// The profiles that `lint` checks.
fn lint(mut parser: lexopt::Parser) -> Result<Vec<String>, String> {
    let mut files = Vec::new();
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Value(file) => files.push(file.to_string_lossy().into_owned()),
            other => return Err(other.unexpected().to_string()),
        }
    }
    if files.is_empty() {
        return Err("no profile given: name one file or more".into());
    }
    Ok(files)
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
