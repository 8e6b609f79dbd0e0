//! What a vendor asks for: the model of a profile file.
//!
//! A profile is data over a closed set of operators ([`Expect`]). [`lint`] holds what serde's types cannot say: ids are
//! unique, screens have the named fields, values are on the field's scale, references resolve.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::vocabulary::{self, Field, RecordKind, ScreenId};

pub mod lint;
pub mod parse;
mod power;

pub use power::by_power;

/// The only accepted value of [`Profile::schema`].
pub const SCHEMA: &str = "preflight-profile/1";

/// One vendor's wishes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Profile {
    /// Where an editor finds the JSON schema; not used by the core.
    #[serde(rename = "$schema", default, skip_serializing_if = "Option::is_none")]
    pub json_schema: Option<String>,
    /// Format of this file: [`SCHEMA`].
    pub schema: String,
    /// Lower-case letters, digits and hyphens; stands in links.
    pub id: String,
    /// Version of the profile (not of the vendor's product).
    pub version: String,
    /// Name of the vendor or product as people search for it.
    pub name: String,
    /// Other names under which the vendor's records go in Halo, where its documents use any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub also_called: Vec<String>,
    /// One sentence: what the integration does.
    pub summary: String,
    /// Words besides the name by which people look for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub keywords: Vec<String>,
    /// Documents that the requirements come from, by short id.
    pub sources: BTreeMap<String, Source>,
    /// What the admin can choose; at least one, at least one of them a default.
    pub features: Vec<Feature>,
    /// Records of which an integration needs more than one of a kind (Moovila: two ticket types).
    #[serde(default)]
    pub records: Vec<RecordRole>,
    /// What must be so.
    pub requirements: Vec<Requirement>,
    /// Steps in click order that are no check: create this, copy that.
    #[serde(default)]
    pub guide: Vec<Step>,
}

impl Profile {
    /// The id of a requirement among those of several profiles.
    #[must_use]
    pub fn qualified(&self, requirement: &str) -> String {
        format!("{}/{requirement}", self.id)
    }

    /// The features that count: the named ones, or the defaults where nobody chose.
    ///
    /// # Errors
    /// Names the feature that the profile does not have, and those that it has.
    pub fn choose(&self, named: &[String]) -> Result<Vec<String>, String> {
        let known = |id: &String| self.features.iter().any(|f| f.id == *id);
        if let Some(unknown) = named.iter().find(|id| !known(id)) {
            let all: Vec<_> = self.features.iter().map(|f| f.id.as_str()).collect();
            return Err(format!("profile {} has no feature {unknown:?}; it has: {}", self.id, all.join(", ")));
        }
        if named.is_empty() {
            return Ok(self.features.iter().filter(|f| f.default).map(|f| f.id.clone()).collect());
        }
        Ok(named.to_vec())
    }
}

impl Profile {
    /// What its records may be called after.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.name).chain(&self.also_called).map(String::as_str)
    }

    /// The kind of record that plays a part of the integration. A part that the profile names is of the kind that it is
    /// asked something of, or recognised by.
    #[must_use]
    pub fn kind_of(&self, part: &str) -> RecordKind {
        let named = self.records.iter().find(|own| own.id == part);
        let recognised = named.and_then(|own| own.recognised_by.as_ref()).map(|check| check.screen);
        let asked = || self.requirements.iter().find(|r| r.record.as_deref() == Some(part)).map(|r| r.screen);
        let is_named = |kind: &RecordKind| kind.part() == part;
        let kinds = [RecordKind::Agent, RecordKind::Role, RecordKind::Application, RecordKind::Tenant];
        match named {
            Some(_) => recognised.or_else(asked).map_or(RecordKind::TicketType, ScreenId::kind),
            None => kinds.into_iter().find(is_named).unwrap_or(RecordKind::TicketType),
        }
    }

    /// The parts of the integration that something is asked of, in the profile's order.
    #[must_use]
    pub fn parts(&self) -> Vec<&str> {
        let mut parts: Vec<&str> = Vec::new();
        for requirement in &self.requirements {
            let screens: Vec<ScreenId> = match &requirement.expect {
                Expect::AnyOf(checks) => checks.iter().map(|c| c.screen).collect(),
                _ => vec![requirement.screen],
            };
            for screen in screens {
                let named = requirement.record.as_deref().filter(|part| self.kind_of(part) == screen.kind());
                let part = named.unwrap_or(screen.kind().part());
                if !parts.contains(&part) {
                    parts.push(part);
                }
            }
        }
        parts
    }

    /// Every screen and field that something is asked of, in the profile's order.
    #[must_use]
    pub fn places(&self) -> Vec<(ScreenId, Option<&str>)> {
        let mut places = Vec::new();
        for requirement in &self.requirements {
            match (&requirement.expect, &requirement.field) {
                (Expect::AnyOf(checks), _) => places.extend(checks.iter().map(|c| (c.screen, Some(c.field.as_str())))),
                (_, field) => places.push((requirement.screen, field.as_deref())),
            }
        }
        places
    }
}

impl Profile {
    /// Writes every value that is spelled in another way as Halo writes it, where that is certain.
    fn use_halos_words(&mut self) {
        for requirement in &mut self.requirements {
            match (&mut requirement.expect, &requirement.field) {
                (Expect::AnyOf(checks), _) => checks.iter_mut().for_each(Check::use_halos_words),
                (expect, Some(field)) => expect.use_halos_words(requirement.screen, field),
                (_, None) => {}
            }
        }
        self.records.iter_mut().filter_map(|part| part.recognised_by.as_mut()).for_each(Check::use_halos_words);
    }
}

/// A profile with the features that count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// What the vendor asks for.
    pub profile: Profile,
    /// Ids of the chosen features; see [`Profile::choose`].
    pub features: Vec<String>,
}

/// A document of the vendor.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Title of the document.
    pub title: String,
    /// `https:` address; absent where the exact address is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    /// Date of the document as it says, ISO 8601 where possible; absent where it does not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
}

/// A part of the integration that the admin uses or not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(deny_unknown_fields)]
pub struct Feature {
    /// Unique in the profile; stands in links and on the command line.
    pub id: String,
    /// A few words.
    pub name: String,
    /// One line on what it is for.
    pub summary: String,
    /// Counts when nobody chose.
    #[serde(default)]
    pub default: bool,
}

/// A record with a role in the integration, e.g. "the project ticket type".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecordRole {
    /// Unique in the profile; requirements point here with [`Requirement::record`].
    pub id: String,
    /// A few words for people.
    pub name: String,
    /// What such a record shows ([`Expect::Is`]), so that it can be told from the others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recognised_by: Option<Check>,
}

/// How much a requirement matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, Default)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The integration fails without it.
    #[default]
    Required,
    /// The vendor advises it.
    Recommended,
    /// Nice to have; the integration works without.
    Optional,
    /// Needed during set-up only.
    Temporary,
}

impl Severity {
    /// The severity as it stands in profiles and reports.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::Recommended => "recommended",
            Self::Optional => "optional",
            Self::Temporary => "temporary",
        }
    }
}

/// Which record may grant a permission row. A grant seen on *either* always satisfies (the highest of agent and roles
/// applies: facts, section 12, CONFIRMED); this says where a row that is *not* granted is judged.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum On {
    /// The vendor wants it on the agent.
    Agent,
    /// The vendor wants it on the role.
    Role,
    /// The vendor accepts both.
    Either,
}

/// One thing that must be so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    /// Stable and unique among the profile's requirements and steps.
    pub id: String,
    /// Where the vendor asks for it.
    pub screen: ScreenId,
    /// The vocabulary's label of the field (a scope's name on `application.permissions`). Absent only with
    /// [`Expect::ByHand`] and [`Expect::AnyOf`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// For permission rows; default: the kind of record that [`Requirement::screen`] shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<On>,
    /// Which of several records of the same kind: an id of [`Profile::records`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// The operator and its operand.
    pub expect: Expect,
    /// How much it matters.
    #[serde(default)]
    pub severity: Severity,
    /// Conditions under which it applies; without them, always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// What breaks without it, in our words.
    pub why: String,
    /// Where the vendor asks for it.
    pub source: Citation,
}

impl Requirement {
    /// The operator as it is told: of a scale's highest value there is no more, and of its lowest no less.
    #[must_use]
    pub fn operator(&self) -> &'static str {
        self.expect.operator_on(self.field.as_deref().and_then(|f| vocabulary::field(self.screen, f)))
    }
}

/// Conditions of a requirement; all that are named must hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct When {
    /// Any of these features is chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub features: Vec<String>,
    /// Where Halo runs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hosting: Option<Hosting>,
}

/// Where a Halo instance runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Hosting {
    /// On one of Halo's own domains (facts, section 5.3).
    Cloud,
    /// On the customer's own host. A custom domain looks the same from outside, so this applies to every other host.
    OnPremises,
}

impl Hosting {
    /// The kind of hosting as it stands in profiles.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Cloud => "cloud",
            Self::OnPremises => "on-premises",
        }
    }
}

/// The closed set of operators.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Expect {
    /// Exactly this value.
    Is(String),
    /// This value or a stronger one on the field's scale.
    AtLeast(String),
    /// This value or a weaker one on the field's scale.
    AtMost(String),
    /// `true`: No, No Access or Not set; anything else is in excess.
    NotGranted(bool),
    /// The field's list holds these.
    Includes(Items),
    /// `true`: any value that is not empty.
    Set(bool),
    /// The value equals that of another record's field.
    SameAs(FieldRef),
    /// `true`: the field list holds this entry (`field` names the entry).
    Present(bool),
    /// `true`: the field list does not hold this entry.
    Absent(bool),
    /// Nothing that a program can see: what a person has to check, in our words.
    ByHand(String),
    /// One of these is enough.
    AnyOf(Vec<Check>),
}

impl Expect {
    /// The operator as it stands in profiles and reports.
    #[must_use]
    pub const fn operator(&self) -> &'static str {
        match self {
            Self::Is(_) => "is",
            Self::AtLeast(_) => "at_least",
            Self::AtMost(_) => "at_most",
            Self::NotGranted(_) => "not_granted",
            Self::Includes(_) => "includes",
            Self::Set(_) => "set",
            Self::SameAs(_) => "same_as",
            Self::Present(_) => "present",
            Self::Absent(_) => "absent",
            Self::ByHand(_) => "by_hand",
            Self::AnyOf(_) => "any_of",
        }
    }
}

impl Check {
    /// The operator as it is told; see [`Requirement::operator`].
    #[must_use]
    pub fn operator(&self) -> &'static str {
        self.expect.operator_on(vocabulary::field(self.screen, &self.field))
    }

    fn use_halos_words(&mut self) {
        self.expect.use_halos_words(self.screen, &self.field);
    }
}

impl Expect {
    fn operator_on(&self, field: Option<&Field>) -> &'static str {
        match self {
            Self::AtLeast(value) if field.is_some_and(|f| f.is_highest(value)) => "is",
            Self::AtMost(value) if field.is_some_and(|f| f.is_lowest(value)) => "is",
            expect => expect.operator(),
        }
    }

    fn use_halos_words(&mut self, screen: ScreenId, field: &str) {
        if let Self::Is(word) | Self::AtLeast(word) | Self::AtMost(word) = self
            && let Some(value) = vocabulary::field(screen, field).and_then(|f| f.value(word))
        {
            value.clone_into(word);
        }
    }
}

/// Operand of [`Expect::Includes`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Items {
    /// Every one of these.
    All(Vec<String>),
    /// At least one of these; an empty list means at least one entry of any name.
    Any(Vec<String>),
    /// The value of another record's field is among them.
    SameAs(FieldRef),
}

/// Points at a field of another record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FieldRef {
    /// The screen that shows it.
    pub screen: ScreenId,
    /// The vocabulary's label.
    pub field: String,
    /// Which of several records of the same kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
}

/// One alternative of [`Expect::AnyOf`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Check {
    /// The screen that shows the field.
    pub screen: ScreenId,
    /// The vocabulary's label.
    pub field: String,
    /// The operator; not [`Expect::AnyOf`] again, not [`Expect::ByHand`].
    pub expect: Expect,
}

/// Place in a document, and what stands there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Citation {
    /// An id of [`Profile::sources`].
    pub of: String,
    /// Lines of the document's text that ask for it (1-based), for the people who keep the profile.
    pub lines: Vec<u32>,
    /// The vendor's own words where they differ from Halo's (a misprint, another name).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub says: Option<String>,
}

/// A step of the guide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// Stable and unique among the profile's requirements and steps.
    pub id: String,
    /// The screen it happens on; absent for steps outside Halo.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub screen: Option<ScreenId>,
    /// Which of several records of the same kind: an id of [`Profile::records`].
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<String>,
    /// What is done there, where the screens seen tell that it was done. A step without it is ticked by a person.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<Action>,
    /// What to do, in our words.
    pub text: String,
    /// Conditions under which it applies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// What it is good for.
    pub why: String,
    /// Where the vendor asks for it.
    pub source: Citation,
}

/// What a guide step does to a screen, as far as what is seen tells that it was done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Action {
    /// Goes to the screen, or to the list that its record stands in: done when it was seen.
    Open,
    /// Begins a new record: done when one of the integration's own was seen.
    New,
    /// Saves: done when the screen was seen as it is saved, and is not being edited.
    Save,
}
