//! What was seen of a tenant, held in the core from one judgement to the next.

use serde::Serialize;
use tsify::Tsify;
use wasm_bindgen::prelude::*;

use super::{Edited, out};
use crate::guide::Sight;
use crate::reader::{Mode, Record, Screen};
use crate::report::Waiver;
use crate::seen::{self, Seen};
use crate::vocabulary::ScreenId;

/// The latest reading of each screen of each record of one tenant.
#[wasm_bindgen]
#[derive(Debug, Default)]
pub struct Sightings(pub(super) Seen);

/// That a screen was seen.
#[derive(Debug, Serialize, Tsify)]
pub struct Sighting<'a> {
    screen: ScreenId,
    #[tsify(type = "Record | null")]
    record: Option<&'a Record>,
    #[tsify(type = "Mode | null")]
    mode: Option<Mode>,
    /// ISO time; `null` where it was not noted.
    #[tsify(type = "string | null")]
    seen: Option<&'a str>,
}

#[wasm_bindgen]
impl Sightings {
    /// Nothing seen yet.
    #[wasm_bindgen(constructor)]
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes a stored reading in; it is the newest one.
    ///
    /// # Errors
    /// When it is malformed.
    pub fn put(
        &mut self,
        key: &str,
        #[wasm_bindgen(unchecked_param_type = "Screen")] screen: JsValue,
    ) -> Result<(), JsError> {
        self.0.put(key, serde_wasm_bindgen::from_value::<Screen>(screen)?);
        Ok(())
    }

    /// Forgets a reading.
    pub fn remove(&mut self, key: &str) {
        self.0.remove(key);
    }

    /// What was seen, oldest first.
    ///
    /// # Errors
    /// Never in practice.
    #[wasm_bindgen(unchecked_return_type = "Sighting[]")]
    pub fn list(&self) -> Result<JsValue, JsError> {
        out(&self.0.screens().iter().filter_map(sighting).collect::<Vec<_>>())
    }
}

impl Sightings {
    /// What holds beside an open page that is being edited, or without one.
    pub(super) fn view<T>(&mut self, edited: JsValue, view: impl FnOnce(&Sight) -> T) -> Result<T, JsError> {
        let edited: Option<Edited> = serde_wasm_bindgen::from_value(edited)?;
        let view = |screens: &[Screen], before: &[Screen]| view(&Sight { screens, before, address: "" });
        Ok(match edited {
            Some(Edited { key, screen }) => self.0.with_open(Some(&key), seen::whole(screen), view),
            None => view(self.0.screens(), &[]),
        })
    }
}

fn sighting(Screen { id, record, mode, seen, .. }: &Screen) -> Option<Sighting<'_>> {
    Some(Sighting { screen: (*id)?, record: record.as_ref(), mode: *mode, seen: seen.as_deref() })
}

/// Those of the waivers that no longer hold on a day (ISO 8601).
///
/// # Errors
/// When a waiver is malformed.
#[wasm_bindgen(unchecked_return_type = "Waiver[]")]
pub fn ended(
    #[wasm_bindgen(unchecked_param_type = "Waiver[]")] waivers: JsValue,
    day: &str,
) -> Result<JsValue, JsError> {
    let waivers: Vec<Waiver> = serde_wasm_bindgen::from_value(waivers)?;
    out(&waivers.iter().filter(|w| !w.holds_on(day)).collect::<Vec<_>>())
}
