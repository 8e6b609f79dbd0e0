//! `preflight`: the core on the command line.

use std::fmt::Write as _;
use std::io::Write as _;
use std::process::ExitCode;

mod args;
mod calendar;
mod check;
mod packaged;
mod pages;
mod publish;

use args::Command;

/// Everything required is met, waived or not applicable.
const OK: u8 = 0;
/// Something required is missing, wrong or in excess.
const FINDINGS: u8 = 1;
/// Unusable input or arguments.
const UNUSABLE: u8 = 2;
/// Nothing is wrong so far, but something required was not seen or has to be looked at.
const OPEN: u8 = 3;

fn main() -> ExitCode {
    let answer = match args::parse(lexopt::Parser::from_env()) {
        Ok(Command::Check(check)) => check::check(&check),
        Ok(Command::Diagnose(check, error)) => check::diagnose(&check, &error),
        Ok(Command::Guide(check)) => check::guide(&check),
        Ok(Command::Link(link)) => publish::link(&link).map(|text| (OK, text)),
        Ok(Command::Site(site)) => publish::site(&site).map(|text| (OK, text)),
        Ok(Command::Profiles) => Ok((OK, profiles())),
        Ok(Command::Schema) => preflight::profile::parse::schema().map(|s| (OK, s)).map_err(|e| e.to_string()),
        Ok(Command::Lint(files)) => Ok(lint(&files)),
        Ok(Command::Help) => Ok((OK, args::HELP.to_owned())),
        Ok(Command::Version) => Ok((OK, concat!("preflight ", env!("CARGO_PKG_VERSION"), "\n").to_owned())),
        Err(mistake) => Err(format!("{mistake}\nSee: preflight --help")),
    };
    let (code, text) = match answer {
        Ok(answer) => answer,
        Err(mistake) => {
            eprintln!("preflight: {mistake}");
            return ExitCode::from(UNUSABLE);
        }
    };
    // A reader that has seen enough (`| head`) is no mistake.
    let _ = std::io::stdout().write_all(text.as_bytes());
    ExitCode::from(code)
}

/// One line for each valid profile; notes on it, and the mistakes of the others, go to the error output.
fn lint(files: &[String]) -> (u8, String) {
    let (mut code, mut fine) = (OK, String::new());
    for file in files {
        match check::with_advice(file) {
            Ok((profile, advice)) => {
                let _ = writeln!(fine, "{file}: profile {} is fine", profile.id);
                for note in advice {
                    eprintln!("{file}: note: {note}");
                }
            }
            Err(mistakes) => {
                code = UNUSABLE;
                eprintln!("preflight: {mistakes}");
            }
        }
    }
    (code, fine)
}

/// One line a packaged profile.
fn profiles() -> String {
    let line = |(id, text): &(&str, &str)| match preflight::profile::parse::parse(text) {
        Ok(p) => {
            let features: Vec<_> = p.features.iter().map(|f| f.id.as_str()).collect();
            format!("{id}\t{}\t{}\n", p.name, features.join(", "))
        }
        Err(mistakes) => format!("{id}\t{}\n", mistakes.join("; ")),
    };
    packaged::PACKAGED.iter().map(line).collect()
}
