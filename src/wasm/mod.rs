//! The core as the extension's background worker sees it. Exports only: nothing is decided here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::audit::{self, Question};
use crate::diagnosis;
use crate::evidence::{Basis, Evidence, Link};
use crate::guide::{self, Guide, Pointer, Sight, Tour};
use crate::profile::{Feature, Plan, Source, parse};
use crate::reader::{self, Before, Controls, Mode, Pane, PaneReading, Record, Screen, Status};
use crate::render::handout::Handout;
use crate::render::{csv, markdown, print, text};
use crate::report::{Mark, Preview, Report, Unmarked, Waiver};
use crate::rights;
use crate::seen;
use crate::snapshot::Snapshot;
use crate::vocabulary::{self, RecordKind, ScreenId};
use crate::words::Words;

mod sightings;

pub use sightings::Sightings;

/// An entry of the packaged index.
#[derive(Debug, Serialize, Deserialize, Tsify)]
pub struct ProfileEntry {
    id: String,
    name: String,
    summary: String,
    file: String,
    keywords: Vec<String>,
}

/// A record of which the integration needs one, beside its agent and its application.
#[derive(Debug, Serialize, Tsify)]
pub struct Part<'a> {
    /// What a [`Link`] calls it.
    id: &'a str,
    name: &'a str,
    /// The kind of record that plays it.
    kind: RecordKind,
}

/// What the panel shows of a profile.
#[derive(Debug, Serialize, Tsify)]
pub struct ProfileInfo<'a> {
    id: &'a str,
    version: &'a str,
    name: &'a str,
    summary: &'a str,
    keywords: &'a [String],
    #[tsify(type = "{ [id: string]: Source }")]
    sources: &'a BTreeMap<String, Source>,
    features: &'a [Feature],
    /// The features that count.
    chosen: &'a [String],
    records: Vec<Part<'a>>,
}

/// What is known of a tenant besides its profile and what was seen of it.
#[derive(Debug, Deserialize, Tsify)]
pub struct Known {
    /// Which record is which part of the integration, where the admin said so.
    said: Vec<Link>,
    /// Which record is not, as the admin answered.
    rejected: Vec<Link>,
    /// Also name what is granted beyond what the profile asks for.
    #[serde(rename = "leastPrivilege")]
    least_privilege: bool,
    /// Findings that the admin accepts as they are.
    waivers: Vec<Waiver>,
    /// Today, by the admin's calendar (ISO 8601).
    today: String,
    /// How far a person is who takes the tour; `null` where nobody does.
    #[tsify(type = "Tour | null")]
    tour: Option<Tour>,
}

/// What is known of the open page besides its snapshot.
#[derive(Debug, Deserialize, Tsify)]
pub struct Circumstances {
    /// The tab's address.
    address: String,
    /// The time (ISO 8601).
    now: String,
    /// The record's pane that this document showed last.
    #[tsify(type = "Pane | null")]
    pane: Option<Pane>,
    /// The node that was clicked last before the address changed.
    #[tsify(type = "number | null")]
    clicked: Option<u32>,
    /// The field that a link points at.
    #[tsify(type = "string | null")]
    field: Option<String>,
    /// Id of the finding that somebody wants to see.
    #[tsify(type = "string | null")]
    finding: Option<String>,
}

/// The open page while it is edited, as it was judged last.
#[derive(Debug, Serialize, Deserialize, Tsify)]
pub struct Edited {
    /// Its key in what was seen.
    key: String,
    screen: Screen,
}

/// The answer to one snapshot.
#[derive(Debug, Serialize, Tsify)]
pub struct Judgement {
    status: Status,
    #[tsify(type = "ScreenId | null")]
    screen: Option<ScreenId>,
    #[tsify(type = "Mode | null")]
    mode: Option<Mode>,
    #[tsify(type = "Record | null")]
    record: Option<Record>,
    /// The record's pane that this document showed last, to be handed to the next judgement.
    #[tsify(type = "Pane | null")]
    pane: Option<Pane>,
    /// The reading's key in what was seen; `null` for what is no evidence.
    #[tsify(type = "string | null")]
    key: Option<String>,
    /// The reading, where it was taken in as evidence.
    #[tsify(type = "Screen | null")]
    kept: Option<Screen>,
    /// It says something new.
    news: bool,
    /// The reading, where it is an edit that may still be thrown away.
    #[tsify(type = "Edited | null")]
    edited: Option<Edited>,
    /// What is made of all that was seen, without the list of its pages.
    report: Report,
    marks: Vec<Mark>,
    /// What the marks mean where they are a preview; `null` where they are not.
    #[tsify(type = "Preview | null")]
    preview: Option<Preview>,
    /// Why there are no marks; `null` where there are some, or where the page's findings say it.
    #[tsify(type = "Unmarked | null")]
    unmarked: Option<Unmarked>,
    /// Nodes whose withheld text the profile needs.
    ask: Vec<u32>,
    /// The finding that somebody wants to see, or that a link points at, once it is marked on the page.
    #[tsify(type = "string | null")]
    pointed: Option<String>,
    /// What is to be clicked next: to see the finding that somebody wants to see, else on the tour.
    #[tsify(type = "Pointer | null")]
    next: Option<Pointer>,
    /// What is settled on the tour, to be given back with the next question; empty where nobody takes it.
    settled: Vec<String>,
}

/// Keys of the vocabulary's own words: what the capture may take without being asked.
#[wasm_bindgen]
#[must_use]
pub fn words() -> Vec<String> {
    vocabulary::words()
}

/// The packaged profiles.
///
/// # Errors
/// When the index cannot be fetched or does not fit.
#[wasm_bindgen(unchecked_return_type = "ProfileEntry[]")]
pub async fn profiles(#[wasm_bindgen(js_name = "indexUrl")] index_url: String) -> Result<JsValue, JsError> {
    let entries: Vec<ProfileEntry> = serde_json::from_str(&fetch(&index_url).await?)?;
    out(&entries)
}

/// One profile with its chosen features.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Preflight {
    plans: Vec<Plan>,
}

#[wasm_bindgen]
impl Preflight {
    /// Fetches a packaged profile, and checks it as [`Preflight::parse`] does.
    ///
    /// # Errors
    /// When it cannot be fetched, and those of [`Preflight::parse`].
    pub async fn load(url: String, features: Option<Vec<String>>) -> Result<Preflight, JsError> {
        Self::parse(&fetch(&url).await?, features)
    }

    /// Checks the text of a profile. Without features, its defaults count.
    ///
    /// # Errors
    /// When it does not fit, contradicts itself, or lacks a feature: one line a mistake.
    pub fn parse(text: &str, features: Option<Vec<String>>) -> Result<Preflight, JsError> {
        let profile = parse::parse(text).map_err(|mistakes| JsError::new(&mistakes.join("\n")))?;
        let features = match features {
            Some(named) if named.is_empty() => named,
            named => profile.choose(&named.unwrap_or_default()).map_err(|e| JsError::new(&e))?,
        };
        Ok(Self { plans: vec![Plan { profile, features }] })
    }

    /// Takes the profiles of another one in, so that both are asked together.
    pub fn join(&mut self, other: &Preflight) {
        self.plans.extend(other.plans.iter().cloned());
    }

    /// Whose text the profiles need: what a capture may take although it is free text.
    ///
    /// # Errors
    /// Never in practice.
    #[wasm_bindgen(unchecked_return_type = "Needs")]
    pub fn needs(&self) -> Result<JsValue, JsError> {
        out(&audit::needs(&self.plans))
    }

    /// What the panel shows of the profiles.
    ///
    /// # Errors
    /// Never in practice.
    #[wasm_bindgen(unchecked_return_type = "ProfileInfo[]")]
    pub fn profiles(&self) -> Result<JsValue, JsError> {
        let info = |plan: &'_ Plan| -> Result<JsValue, JsError> {
            let p = &plan.profile;
            out(&ProfileInfo {
                id: &p.id,
                version: &p.version,
                name: &p.name,
                summary: &p.summary,
                keywords: &p.keywords,
                sources: &p.sources,
                features: &p.features,
                chosen: &plan.features,
                records: p.records.iter().map(|r| Part { id: &r.id, name: &r.name, kind: p.kind_of(&r.id) }).collect(),
            })
        };
        let all = self.plans.iter().map(info).collect::<Result<js_sys::Array, _>>()?;
        Ok(all.into())
    }

    /// Reads the open page and audits it together with what was seen before; what it shows is taken in, where it is saved.
    ///
    /// # Errors
    /// When the snapshot or what is known is malformed: nothing is taken in then.
    #[wasm_bindgen(unchecked_return_type = "Judgement")]
    pub fn judge(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Snapshot")] snapshot: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Circumstances")] circumstances: JsValue,
        seen: &mut Sightings,
        #[wasm_bindgen(unchecked_param_type = "Known")] known: JsValue,
    ) -> Result<JsValue, JsError> {
        let snapshot: Snapshot = serde_wasm_bindgen::from_value(snapshot)?;
        let known = self::known(known)?;
        let Circumstances { address, now, pane, clicked, field, finding } =
            serde_wasm_bindgen::from_value(circumstances)?;
        let before = Before { pane: pane.map(whole), clicked, evidence: seen.0.screens() };
        let PaneReading { screen, pane, ask } =
            reader::read_pane(&snapshot, &address, before).map_err(|e| JsError::new(&e))?;
        let controls = Controls::of(&snapshot).map_err(|e| JsError::new(&e))?;
        let ask = audit::ask(&self.plans, &screen).into_iter().chain(ask).collect();
        let key = seen::key_of(&screen);
        let Screen { status, id, mode, .. } = screen;
        let record = screen.record.clone();
        let reading = Screen { seen: Some(now), ..seen::kept(&screen) };
        let is_saved = screen.is_saved();
        let drawn = seen.0.with_open(key.as_deref(), screen, |screens, before| {
            self.draw(&known, &Sight { screens, before, address: &snapshot.url }, &controls, field, finding)
        });
        let Drawn { report, marks, preview, unmarked, pointed, next, settled } =
            drawn.ok_or_else(|| JsError::new("no page is open"))?;
        let (kept, edited) = match &key {
            Some(_) if is_saved => (Some(reading), None),
            Some(key) => (None, Some(Edited { key: key.clone(), screen: reading })),
            None => (None, None),
        };
        let news = key.as_ref().zip(kept.clone()).is_some_and(|(key, reading)| seen.0.put(key, reading));
        out(&Judgement {
            status,
            screen: id,
            mode,
            record,
            pane: pane.map(|pane| Pane { shown: seen::kept(&pane.shown), ..pane }),
            key,
            kept,
            news,
            edited,
            // What was seen is not listed at every repaint: the panel asks for it.
            report: Report { pages: Vec::new(), ..report },
            marks,
            preview,
            unmarked,
            ask,
            pointed,
            next,
            settled,
        })
    }

    /// The report on what was seen so far.
    ///
    /// # Errors
    /// When what is known is malformed.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn report(
        &self,
        seen: &mut Sightings,
        #[wasm_bindgen(unchecked_param_type = "Known")] known: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Edited | null")] edited: JsValue,
    ) -> Result<JsValue, JsError> {
        let known = self::known(known)?;
        out(&seen.view(edited, |sight| self.audit(&known, sight))?)
    }

    /// The way through the set-up, as seen from the page with this address (empty: from none); `null` where nobody takes the tour.
    ///
    /// # Errors
    /// When what is known is malformed.
    #[wasm_bindgen(unchecked_return_type = "Guide | null")]
    pub fn guide(
        &self,
        seen: &mut Sightings,
        #[wasm_bindgen(unchecked_param_type = "Known")] known: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Edited | null")] edited: JsValue,
        address: &str,
    ) -> Result<JsValue, JsError> {
        let known = self::known(known)?;
        out(&seen.view(edited, |sight| {
            let sight = Sight { address, ..*sight };
            known.tour.as_ref().map(|tour| self.way(&known, &sight, tour))
        })?)
    }

    /// Which record is which part of each vendor's integration: said, else guessed.
    ///
    /// # Errors
    /// When what is known is malformed.
    #[wasm_bindgen(unchecked_return_type = "Link[]")]
    pub fn links(
        &self,
        seen: &mut Sightings,
        #[wasm_bindgen(unchecked_param_type = "Known")] known: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Edited | null")] edited: JsValue,
    ) -> Result<JsValue, JsError> {
        let known = self::known(known)?;
        out(&seen.view(edited, |sight| {
            let evidence = self.question(&known).evidence(sight.screens);
            evidence.iter().flat_map(Evidence::links).cloned().collect::<Vec<_>>()
        })?)
    }

    /// What each vendor's integration can really do, area by area.
    ///
    /// # Errors
    /// When what is known is malformed.
    #[wasm_bindgen(unchecked_return_type = "Matrix[]")]
    pub fn rights(
        &self,
        seen: &mut Sightings,
        #[wasm_bindgen(unchecked_param_type = "Known")] known: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Edited | null")] edited: JsValue,
    ) -> Result<JsValue, JsError> {
        let known = self::known(known)?;
        out(&seen.view(edited, |sight| rights::matrices(&self.question(&known).evidence(sight.screens)))?)
    }

    /// The report as a text in the words of `say`: `text`, `markdown`, `csv` or `html` (a page to print).
    ///
    /// # Errors
    /// When what is known is malformed, or there is no such format.
    pub fn write(
        &self,
        format: &str,
        seen: &mut Sightings,
        #[wasm_bindgen(unchecked_param_type = "Known")] known: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Edited | null")] edited: JsValue,
        #[wasm_bindgen(unchecked_param_type = "(id: string, values: string[]) => string")] say: js_sys::Function,
    ) -> Result<String, JsError> {
        let known = self::known(known)?;
        let report = seen.view(edited, |sight| self.audit(&known, sight))?;
        let words = Say(say);
        match format {
            "text" => Ok(text::text(&self.plans, &report, &words)),
            "markdown" => Ok(markdown::markdown(&self.plans, &report, &words)),
            "csv" => Ok(csv::csv(&report)),
            "html" => Ok(print::page(&self.plans, &report, &words)),
            other => Err(JsError::new(&format!("there is no format {other:?}; there are: text, markdown, csv, html"))),
        }
    }

    /// The way through the set-up as a page to print, in the words of `say`.
    ///
    /// # Errors
    /// When what is known is malformed.
    pub fn handout(
        &self,
        seen: &mut Sightings,
        #[wasm_bindgen(unchecked_param_type = "Known")] known: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Edited | null")] edited: JsValue,
        #[wasm_bindgen(unchecked_param_type = "(id: string, values: string[]) => string")] say: js_sys::Function,
    ) -> Result<String, JsError> {
        let known = self::known(known)?;
        seen.view(edited, |sight| {
            let guide = self.way(&known, sight, &known.tour.clone().unwrap_or_default());
            Handout { plans: &self.plans, guide: &guide, report: &self.audit(&known, sight), words: &Say(say) }.html()
        })
    }

    /// The likely causes of what the vendor's product shows.
    ///
    /// # Errors
    /// When what is known is malformed.
    #[wasm_bindgen(unchecked_return_type = "Diagnosis")]
    pub fn diagnose(
        &self,
        error: &str,
        seen: &mut Sightings,
        #[wasm_bindgen(unchecked_param_type = "Known")] known: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Edited | null")] edited: JsValue,
    ) -> Result<JsValue, JsError> {
        let known = self::known(known)?;
        let question = self.question(&known);
        out(&seen.view(edited, |sight| {
            let evidence = question.evidence(sight.screens);
            diagnosis::diagnose(error, &audit::report(&question, sight.screens, &evidence), &evidence)
        })?)
    }
}

/// What a page gets to show.
struct Drawn {
    report: Report,
    marks: Vec<Mark>,
    preview: Option<Preview>,
    unmarked: Option<Unmarked>,
    pointed: Option<String>,
    next: Option<Pointer>,
    settled: Vec<String>,
}

impl Preflight {
    fn audit(&self, known: &Known, sight: &Sight) -> Report {
        audit::audit(&self.question(known), sight.screens)
    }

    fn way(&self, known: &Known, sight: &Sight, tour: &Tour) -> Guide {
        guide::guide(&self.question(known), sight, tour)
    }

    /// Judges the last one of the screens, which is open.
    fn draw(
        &self,
        known: &Known,
        sight: &Sight,
        controls: &Controls,
        field: Option<String>,
        finding: Option<String>,
    ) -> Option<Drawn> {
        let screen = sight.screens.last()?;
        let question = self.question(known);
        let way = known.tour.as_ref().map(|tour| self.way(known, sight, tour));
        let mut evidence = question.evidence(sight.screens);
        if let Some(way) = &way {
            way.lead(&mut evidence);
        }
        let report = audit::report(&question, sight.screens, &evidence);
        let (preview, previewed) = audit::preview(&question, &evidence, sight.screens, screen).unzip();
        let marks = previewed.unwrap_or_else(|| audit::marks(&report, &evidence, screen));
        let is_bare = marks.is_empty() && preview.is_none();
        let unmarked = is_bare.then(|| audit::unmarked(&question, &evidence, &report, screen)).flatten();
        let drawn = preview.as_ref().map_or(&report.findings, |p: &Preview| &p.findings);
        let wanted = finding.and_then(|id| report.findings.iter().find(|f| f.id == id));
        let shown = wanted.filter(|finding| audit::is_drawn(&marks, finding));
        let pointed = shown.map(|finding| finding.id.clone());
        let pointed = pointed.or_else(|| field.and_then(|field| audit::pointed(drawn, &marks, screen, &field)));
        let next = match wanted {
            Some(finding) if shown.is_none() => guide::way_to(finding, &evidence, screen, controls),
            _ => way.as_ref().and_then(|way| guide::pointer(way, &evidence, screen, controls)),
        };
        let settled = way.map(|way| way.settled).unwrap_or_default();
        Some(Drawn { report, marks, preview, unmarked, pointed, next, settled })
    }

    fn question<'a>(&'a self, known: &'a Known) -> Question<'a> {
        let Known { said, rejected, waivers, least_privilege, .. } = known;
        let basis = Basis { assigned: said, rejected, chosen_pages: false };
        Question { plans: &self.plans, basis, waivers, least_privilege: *least_privilege }
    }
}

fn whole(pane: Pane) -> Pane {
    Pane { shown: seen::whole(pane.shown), ..pane }
}

/// What is known, with the waivers that still hold.
fn known(known: JsValue) -> Result<Known, JsError> {
    let mut known: Known = serde_wasm_bindgen::from_value(known)?;
    known.waivers.retain(|w| w.holds_on(&known.today));
    Ok(known)
}

/// The words of the interface, by the browser's own means.
struct Say(js_sys::Function);

impl Words for Say {
    fn word(&self, id: &str, values: &[&str]) -> String {
        let values: js_sys::Array = values.iter().map(|v| JsValue::from_str(v)).collect();
        let said = self.0.call2(&JsValue::UNDEFINED, &id.into(), &values);
        said.ok().and_then(|text| text.as_string()).unwrap_or_else(|| id.to_owned())
    }
}

async fn fetch(url: &str) -> Result<String, JsError> {
    let response = gloo_net::http::Request::get(url).send().await?;
    if !response.ok() {
        return Err(JsError::new(&format!("{url}: the answer was {}", response.status())));
    }
    Ok(response.text().await?)
}

fn out<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
