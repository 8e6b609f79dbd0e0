//! The core as the extension's background worker sees it. Exports only: nothing is decided here.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use crate::audit;
use crate::evidence::Evidence;
use crate::profile::{Feature, Profile, Source, lint};
use crate::reader::{self, Screen};
use crate::report::{Mark, Report};
use crate::snapshot::Snapshot;
use crate::vocabulary;

/// An entry of the packaged index.
#[derive(Debug, Serialize, Deserialize, Tsify)]
pub struct ProfileEntry {
    id: String,
    name: String,
    summary: String,
    file: String,
    keywords: Vec<String>,
}

/// What the panel shows of a profile.
#[derive(Debug, Serialize, Tsify)]
pub struct ProfileInfo<'a> {
    id: &'a str,
    version: &'a str,
    name: &'a str,
    summary: &'a str,
    #[tsify(type = "Record<string, Source>")]
    sources: &'a BTreeMap<String, Source>,
    features: &'a [Feature],
    /// The features that count.
    chosen: &'a [String],
}

/// The answer to one snapshot.
#[derive(Debug, Serialize, Tsify)]
pub struct Judgement {
    screen: Screen,
    report: Report,
    marks: Vec<Mark>,
    /// Nodes whose withheld text the profile needs.
    ask: Vec<u32>,
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
    let entries: Vec<ProfileEntry> = fetch(&index_url).await?;
    out(&entries)
}

/// One profile with its chosen features.
#[wasm_bindgen]
#[derive(Debug)]
pub struct Preflight {
    profile: Profile,
    features: Vec<String>,
}

#[wasm_bindgen]
impl Preflight {
    /// Fetches and checks a packaged profile. Without features, its defaults count.
    ///
    /// # Errors
    /// When it cannot be fetched, does not fit, contradicts itself, or lacks a feature.
    pub async fn load(url: String, features: Option<Vec<String>>) -> Result<Preflight, JsError> {
        let profile: Profile = fetch(&url).await?;
        let mistakes = lint::lint(&profile);
        if !mistakes.is_empty() {
            return Err(JsError::new(&mistakes.join("\n")));
        }
        let features = match features {
            Some(named) if named.is_empty() => named,
            named => profile.choose(&named.unwrap_or_default()).map_err(|e| JsError::new(&e))?,
        };
        Ok(Self { profile, features })
    }

    /// What the panel shows of it.
    ///
    /// # Errors
    /// Never in practice.
    #[wasm_bindgen(unchecked_return_type = "ProfileInfo")]
    pub fn profile(&self) -> Result<JsValue, JsError> {
        let p = &self.profile;
        out(&ProfileInfo {
            id: &p.id,
            version: &p.version,
            name: &p.name,
            summary: &p.summary,
            sources: &p.sources,
            features: &p.features,
            chosen: &self.features,
        })
    }

    /// Reads the open page and audits it together with what was seen before.
    ///
    /// # Errors
    /// When the snapshot or the evidence is malformed.
    #[wasm_bindgen(unchecked_return_type = "Judgement")]
    pub fn judge(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Snapshot")] snapshot: JsValue,
        page: &str,
        #[wasm_bindgen(unchecked_param_type = "Screen[]")] evidence: JsValue,
    ) -> Result<JsValue, JsError> {
        let snapshot: Snapshot = serde_wasm_bindgen::from_value(snapshot)?;
        let mut screens: Vec<Screen> = serde_wasm_bindgen::from_value(evidence)?;
        screens.push(reader::read(&snapshot, page).map_err(|e| JsError::new(&e))?);
        let report = audit::audit(&self.profile, &self.features, &screens, &[]);
        let evidence = Evidence::new(&self.profile, &screens, &[]);
        let Some(screen) = screens.last().cloned() else {
            return Err(JsError::new("no page was read"));
        };
        let marks = audit::marks(&self.profile, &report, &evidence, &screen);
        let ask = audit::ask(&self.profile, &screen);
        out(&Judgement { screen, report, marks, ask })
    }

    /// The report on what was seen so far.
    ///
    /// # Errors
    /// When the evidence is malformed.
    #[wasm_bindgen(unchecked_return_type = "Report")]
    pub fn report(
        &self,
        #[wasm_bindgen(unchecked_param_type = "Screen[]")] evidence: JsValue,
    ) -> Result<JsValue, JsError> {
        let screens: Vec<Screen> = serde_wasm_bindgen::from_value(evidence)?;
        out(&audit::audit(&self.profile, &self.features, &screens, &[]))
    }
}

async fn fetch<T: serde::de::DeserializeOwned>(url: &str) -> Result<T, JsError> {
    let response = gloo_net::http::Request::get(url).send().await?;
    if !response.ok() {
        return Err(JsError::new(&format!("{url}: the answer was {}", response.status())));
    }
    let text = response.text().await?;
    let json = js_sys::JSON::parse(&text).map_err(|e| JsError::new(&format!("{url}: {}", describe(&e))))?;
    serde_wasm_bindgen::from_value(json).map_err(|e| JsError::new(&format!("{url}: {e}")))
}

fn describe(error: &JsValue) -> String {
    error.dyn_ref::<js_sys::Error>().map_or_else(|| "not JSON".into(), |e| String::from(e.message()))
}

fn out<T: Serialize>(value: &T) -> Result<JsValue, JsError> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
