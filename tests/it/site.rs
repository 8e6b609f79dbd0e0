//! What vendors put into their documents: links, and the static site.

use crate::support;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use crate::support::{CHOSEN_PAGES, SEEDS, profile, text};
use preflight::audit;
use preflight::evidence::Evidence;
use preflight::link::{Link, host};
use preflight::profile::{Profile, parse};
use preflight::reader;
use preflight::render::site::{File, files};
use preflight::vocabulary::ScreenId;
use preflight::words::Packaged;
use scraper::{Html, Selector};
use serde_json::Value;

fn preflight(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_preflight")).args(args).output().expect("it runs")
}

fn said(output: &Output) -> String {
    let text = if output.status.success() { &output.stdout } else { &output.stderr };
    String::from_utf8(text.clone()).unwrap()
}

/// A folder that nobody used yet.
fn folder(name: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = fs::remove_dir_all(&path);
    path
}

fn cases() -> Value {
    serde_json::from_str(&text("tests/links.json")).unwrap()
}

fn site(profile: Profile) -> BTreeMap<String, String> {
    let listed = [Profile { keywords: vec!["<i>".into()], ..profile }];
    let words = Packaged::language("en").unwrap();
    files(&listed, &[], &words).unwrap().into_iter().map(|File { name, text }| (name, text)).collect()
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).unwrap()).collect()
}

#[test]
fn links_are_written_as_the_extension_reads_them() {
    for case in cases()["fragments"].as_array().unwrap() {
        let list = case["features"].as_array().unwrap();
        let link = Link {
            profile: case["profile"].as_str().unwrap().into(),
            features: list.iter().map(|f| f.as_str().unwrap().into()).collect(),
            screen: ScreenId::AgentDetails,
            field: case["field"].as_str().map(str::to_owned),
        };
        assert_eq!(link.fragment(), case["fragment"].as_str().unwrap());
        let in_tenant = link.in_tenant("acme.halopsa.com");
        assert_eq!(in_tenant, format!("https://acme.halopsa.com/config/agents/agents#{}", link.fragment()));
    }
}

#[test]
fn addresses_of_a_halo_are_told_from_others() {
    for case in cases()["hosts"].as_array().unwrap() {
        assert_eq!(host(case[0].as_str().unwrap()).ok().as_deref(), case[1].as_str(), "{}", case[0]);
    }
}

#[test]
fn every_place_of_every_profile_can_be_linked_to() {
    for seed in SEEDS {
        let profile = profile(seed);
        for (screen, field) in profile.places() {
            let link = Link::into(&profile, &[], Some(screen.id()), field).unwrap();
            assert_eq!((link.screen, link.field.as_deref()), (screen, field), "{seed}");
        }
    }
}

#[test]
fn a_link_points_at_the_field_under_any_of_its_names() {
    let profile = profile("moovila");
    for (page, named, finding) in [
        ("agent.permissions.read", "Tickets Access Level", Some("agent-tickets-access-level")),
        ("agent.permissions.read", "customers access level", Some("agent-clients-access-level")),
        // One of two fields is enough, whichever of them the finding is about.
        ("agent.departments-teams.read", "Departments", Some("agent-departments")),
        ("agent.departments-teams.read", "Membership level to all Departments", Some("agent-departments")),
        // An entry of a list.
        ("ticket-type.field-list.project.edit", "Start Date & Time", Some("ticket-type-project-has-start-date-time")),
        ("agent.permissions.read", "read:tickets", None),
        ("agent.permissions.read", "", None),
    ] {
        let screen = reader::read(&support::page("moovila", page), page).unwrap();
        let screens = [screen];
        let report = support::audit_with_defaults(&profile, &screens);
        let evidence = [Evidence::new(&profile, &screens, CHOSEN_PAGES)];
        let marks = audit::marks(&report, &evidence, &screens[0]);
        assert_eq!(audit::pointed(&report.findings, &marks, &screens[0], named).as_deref(), finding, "{page}: {named}");
    }
}

#[test]
fn a_link_comes_with_a_badge_and_leads_to_a_tenant_or_to_the_site() {
    let link = |rest: &[&str]| {
        let output = preflight(&[&["link", "--profile", "moovila"], rest].concat());
        assert!(output.status.success(), "{}", said(&output));
        said(&output)
    };
    let told = link(&["--tenant", "https://Acme.halopsa.com/home", "--field", "can add new tickets"]);
    let url = "https://acme.halopsa.com/config/agents/agents#preflight=moovila&field=Can%20add%20new%20Tickets";
    assert_eq!(told.lines().next(), Some(url));
    let html = format!("<a href=\"{}\"><img src=\"badge.svg\"", url.replace('&', "&amp;"));
    assert!(told.contains(&html), "{told}");
    assert!(told.contains(&format!("Moovila with Preflight](badge.svg)]({url})")), "{told}");

    let told =
        link(&["--site", "https://docs.example/pf/", "--feature", "task-ticket-type", "--screen", "agent.details"]);
    let url = "https://docs.example/pf/moovila.html?screen=agent.details&features=task-ticket-type";
    assert_eq!(told.lines().next(), Some(url));
    assert!(told.contains("<img src=\"https://docs.example/pf/badge.svg\""), "{told}");
    assert!(told.contains("https://docs.example/pf/badge.svg is a file of the site"), "{told}");
}

#[test]
fn a_badge_brings_its_picture_along_or_says_where_it_belongs() {
    let dir = folder("badge");
    fs::create_dir_all(&dir).unwrap();
    let link = |badge: Option<&str>| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_preflight"));
        command.args(["link", "--profile", "moovila", "--tenant", "acme.halopsa.com"]).current_dir(&dir);
        command.args(badge.iter().flat_map(|file| ["--badge", file])).output().expect("it runs")
    };
    assert!(said(&link(None)).contains("Put badge.svg beside the page"), "{}", said(&link(None)));
    assert!(fs::read_dir(&dir).unwrap().next().is_none(), "nothing is written unasked");
    for _ in 0..2 {
        let output = link(Some("ours.svg"));
        assert!(
            said(&output).contains("<img src=\"ours.svg\"") && said(&output).contains("](ours.svg)]("),
            "{}",
            said(&output)
        );
        assert!(fs::read_to_string(dir.join("ours.svg")).unwrap().starts_with("<svg "));
    }
    fs::write(dir.join("theirs.svg"), "theirs").unwrap();
    let output = link(Some("theirs.svg"));
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("choose another name"), "{}", said(&output));
    assert_eq!(fs::read_to_string(dir.join("theirs.svg")).unwrap(), "theirs");
}

#[test]
fn what_is_unknown_is_named_with_what_there_is() {
    for (rest, fix) in [
        (vec![], "which profile? Use --profile with datagate"),
        (vec!["--profile", "moovila"], "Use --tenant with a Halo's address, or --site"),
        (vec!["--profile", "acme", "--tenant", "a.example"], "neither a packaged one (datagate"),
        (vec!["--profile", "moovila", "--tenant", "http://a.example"], "is no address of a Halo"),
        (vec!["--profile", "moovila", "--site", "javascript:x"], "give the address that the pages"),
        (
            vec!["--profile", "moovila", "--feature", "x", "--tenant", "a.example"],
            "has no feature \"x\"; it has: project-",
        ),
        (vec!["--profile", "mspbots", "--screen", "x", "--tenant", "a.example"], "it does on: application.details"),
        (vec!["--profile", "mspbots", "--field", "x", "--tenant", "a.example"], "it asks for: "),
        (
            vec![
                "--profile",
                "moovila",
                "--screen",
                "agent.details",
                "--field",
                "read:tickets",
                "--tenant",
                "a.example",
            ],
            "no field \"read:tickets\" on agent.details; it asks for: Is an API-only Agent",
        ),
    ] {
        let output = preflight(&[&["link"], rest.as_slice()].concat());
        assert_eq!(output.status.code(), Some(2), "{rest:?}");
        assert!(said(&output).contains(fix), "{rest:?}: {}", said(&output));
    }
}

#[test]
fn everything_of_every_profile_is_on_its_page_exactly_once() {
    for seed in SEEDS {
        let profile = profile(seed);
        let text = &site(profile.clone())[&format!("{seed}.html")];
        let page = Html::parse_document(text);
        let all: Vec<_> = select(&page, ".requirements > li").iter().map(|li| li.attr("id").unwrap()).collect();
        let mut known: Vec<_> = all.clone();
        known.sort_unstable();
        known.dedup();
        assert_eq!((known.len(), all.len()), (profile.requirements.len(), profile.requirements.len()), "{seed}");
        for requirement in &profile.requirements {
            let selector = format!("section[id='{}'] li#r-{}", requirement.screen.id(), requirement.id);
            let [item] = select(&page, &selector)[..] else { panic!("{seed}: {selector}") };
            let told: String = item.text().collect();
            let own = [requirement.field.as_ref(), Some(&requirement.why), requirement.source.says.as_ref()];
            for part in own.into_iter().flatten() {
                assert!(told.contains(part.as_str()), "{seed}: {part} is not in {told}");
            }
        }
        let links: Vec<_> =
            select(&page, "a.open").iter().map(|a| (a.attr("data-screen"), a.attr("data-field"))).collect();
        for (screen, field) in profile.places() {
            assert!(links.contains(&(Some(screen.id()), field)), "{seed}: no link to {field:?} on {}", screen.id());
        }
        assert_eq!(select(&page, ".steps > li").len(), profile.guide.len(), "{seed}");
        for source in profile.sources.values() {
            assert!(page.root_element().text().collect::<String>().contains(&source.title), "{seed}");
        }
        // In the order in which an admin meets them.
        let screens: Vec<_> = select(&page, "section.screen").iter().map(|s| s.attr("id").unwrap()).collect();
        let order = ScreenId::ALL.iter().map(|s| s.id());
        assert_eq!(screens, order.filter(|id| screens.contains(id)).collect::<Vec<_>>(), "{seed}");
        assert!(!text.contains("site_"), "{seed}: a word is missing");
    }
}

#[test]
fn nothing_of_a_profile_is_markup() {
    const HOSTILE: &str = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>&amp;";
    let mut data: Value = serde_json::from_str(&text("profiles/gradient-msp.json")).unwrap();
    poison(&mut data, HOSTILE);
    let profile = parse::parse(&data.to_string()).unwrap();
    let pages = [format!("{}.html", profile.id), "index.html".into()];
    let site = site(profile);
    for name in pages {
        let text = &site[&name];
        let page = Html::parse_document(text);
        assert!(page.root_element().text().any(|t| t.contains(HOSTILE)), "{name}");
        let scripts: Vec<_> = select(&page, "script").iter().map(|s| s.attr("src")).collect();
        assert_eq!(scripts, [Some("site.js")], "{name}");
        assert!(select(&page, "img, style, iframe, [style]").is_empty(), "{name}");
        for element in select(&page, "*") {
            assert!(!element.value().attrs().any(|(name, _)| name.starts_with("on")), "{name}: {element:?}");
        }
        for link in select(&page, "[href]") {
            let href = link.attr("href").unwrap();
            assert!(href.starts_with("https://") || !href.contains(':'), "{name}: {href}");
        }
        assert!(text.contains("default-src 'none'"), "{name}");
    }
}

/// Puts this into every text that is for people.
fn poison(value: &mut Value, with: &str) {
    match value {
        Value::Array(list) => list.iter_mut().for_each(|v| poison(v, with)),
        Value::Object(map) => {
            for (key, value) in map {
                match value {
                    Value::String(text)
                        if ["name", "summary", "title", "date", "why", "says", "text", "by_hand"]
                            .contains(&key.as_str()) =>
                    {
                        with.clone_into(text);
                    }
                    other => poison(other, with),
                }
            }
        }
        _ => {}
    }
}

#[test]
fn a_site_keeps_the_pages_of_earlier_runs_and_what_is_not_its_own() {
    let dir = folder("site");
    let out = dir.to_str().unwrap();
    let write = |profiles: &[&str]| {
        let profiles = profiles.iter().flat_map(|p| ["--profile", p]);
        preflight(&["site", "--out", out].into_iter().chain(profiles).collect::<Vec<_>>())
    };
    assert!(write(&[]).status.success());
    let names = |dir: &PathBuf| {
        let mut names: Vec<_> =
            fs::read_dir(dir).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let index = || fs::read_to_string(dir.join("index.html")).unwrap();
    let pages = ["datagate.html", "gradient-msp.html", "laborcast.html", "moovila.html", "mspbots.html"];
    assert!(pages.iter().all(|page| names(&dir).contains(&(*page).to_owned())));
    let (whole, list) = (index(), names(&dir));
    let untouched = fs::read_to_string(dir.join("moovila.html")).unwrap() + "<!-- as it was -->";
    fs::write(dir.join("moovila.html"), &untouched).unwrap();
    // One profile into a folder of five: the other four stay, in the folder and in the list.
    assert!(write(&["mspbots"]).status.success());
    assert_eq!((names(&dir), index()), (list.clone(), whole.clone()));
    assert_eq!(fs::read_to_string(dir.join("moovila.html")).unwrap(), untouched);

    // A page that its owner took away is out of the list; one that is not ours stays as it is.
    fs::remove_file(dir.join("datagate.html")).unwrap();
    fs::write(dir.join("ours.html"), "ours").unwrap();
    assert!(write(&["mspbots"]).status.success());
    assert!(!index().contains("datagate.html") && index().contains("moovila.html"));
    assert_eq!(fs::read_to_string(dir.join("ours.html")).unwrap(), "ours");
    assert!(write(&[]).status.success());
    assert_eq!(index(), whole);

    // Somebody else's page of the same name stops the whole.
    let dir = folder("site-of-others");
    fs::create_dir_all(&dir).unwrap();
    fs::write(dir.join("index.html"), "theirs").unwrap();
    let output = preflight(&["site", "--out", dir.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("index.html: this file is not of `preflight site`"), "{}", said(&output));
    assert_eq!(
        (names(&dir), fs::read_to_string(dir.join("index.html")).unwrap()),
        (vec!["index.html".into()], "theirs".into())
    );
}

#[test]
fn the_list_of_own_files_cannot_reach_out_of_the_folder() {
    let dir = folder("site-list");
    fs::create_dir_all(dir.join("site")).unwrap();
    fs::write(dir.join("precious"), "x").unwrap();
    fs::write(dir.join("site/.preflight-site"), "../precious\n..\n.\nsub/x\nindex.html").unwrap();
    let index = "<ul class=vendors><li><a href=../precious>P</a><li><a href='javascript:x'>J</a></ul>";
    fs::write(dir.join("site/index.html"), index).unwrap();
    let output = preflight(&["site", "--out", dir.join("site").to_str().unwrap()]);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(fs::read_to_string(dir.join("precious")).unwrap(), "x");
    let index = fs::read_to_string(dir.join("site/index.html")).unwrap();
    assert!(!index.contains("precious") && !index.contains("javascript"), "{index}");
}
