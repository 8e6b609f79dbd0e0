//! What Preflight says: pages, findings, summary. The shape is a contract (`preflight-report/1`).

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::evidence::Link;
use crate::profile::Severity;
use crate::reader::{Mode, Status};
use crate::snapshot::NodeId;
use crate::vocabulary::ScreenId;

mod ids;

/// The value of [`Report::schema`].
pub const SCHEMA: &str = "preflight-report/1";

/// Everything that one profile found in one body of evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Report {
    /// [`SCHEMA`].
    pub schema: String,
    /// The profile that was asked.
    pub profile: ProfileRef,
    /// The other profiles that were asked together with it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<ProfileRef>,
    /// The pages that were read, in the order given.
    pub pages: Vec<Page>,
    /// One per requirement, in the profile's order.
    pub findings: Vec<Finding>,
    /// Needs that no setting can satisfy together.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contradictions: Vec<Contradiction>,
    /// How many findings have each outcome; outcomes without a finding are left out.
    #[cfg_attr(target_arch = "wasm32", tsify(type = "{ [outcome in Outcome]?: number }"))]
    pub summary: BTreeMap<Outcome, u32>,
}

/// "This finding is accepted as it is."
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(deny_unknown_fields)]
pub struct Waiver {
    /// A requirement: by its own id, or with its profile's before it (`moovila/edit-tickets`), which holds for that vendor
    /// only. For what goes beyond the profiles, the finding's id.
    pub finding: String,
    /// Why; shown wherever the finding is.
    pub reason: String,
    /// The last day on which it holds (ISO 8601); without one, it holds until it is taken back. Whoever passes waivers
    /// leaves out those that ended ([`Waiver::holds_on`]): the core has no calendar.
    #[serde(default)]
    pub until: Option<String>,
}

impl Waiver {
    /// Whether it holds on a day of the reader's calendar (ISO 8601): up to and with its last one.
    #[must_use]
    pub fn holds_on(&self, day: &str) -> bool {
        self.until.as_deref().is_none_or(|last| day <= last)
    }

    /// Whether it is of this requirement, with its profile's id before it, or of this finding that no requirement asks for.
    #[must_use]
    pub fn is_of(&self, id: &str) -> bool {
        self.finding == id || id.split_once('/').is_some_and(|(_, own)| self.finding == own)
    }
}

/// Two requirements that exclude each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Contradiction {
    /// Where the field is.
    pub screen: ScreenId,
    /// The vocabulary's label.
    pub field: String,
    /// Who wants what.
    pub wants: Vec<Want>,
}

/// One side of a contradiction.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Want {
    /// The profile's id.
    pub profile: String,
    /// The requirement's id.
    pub requirement: String,
    /// The value it wants.
    pub expected: String,
}

/// Which profile.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ProfileRef {
    /// Its id.
    pub id: String,
    /// Its version.
    pub version: String,
}

/// One page of the evidence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Page {
    /// File name or address.
    pub page: String,
    /// Which screen it is; `null` when that cannot be told.
    pub screen: Option<ScreenId>,
    /// Read or edit mode; `null` when nothing was read.
    pub mode: Option<Mode>,
    /// Which record is open: its name, else its id; `null` when neither is on the page.
    pub record: Option<String>,
    /// What could be made of it.
    pub status: Status,
    /// When it was seen, as an ISO 8601 time, where that is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seen: Option<String>,
}

/// The result for one requirement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Finding {
    /// The requirement's id; among several profiles, with its profile's before it.
    pub id: String,
    /// Where the admin would change it.
    pub screen: ScreenId,
    /// The vocabulary's label; `null` for a step that names no field.
    pub field: Option<String>,
    /// The result.
    pub outcome: Outcome,
    /// How much it matters.
    pub severity: Severity,
    /// The operator: `is`, `at_least`, `at_most`, `not_granted`, `includes`, `set`, `same_as`, `present`, `absent`, `by_hand`, `any_of`.
    pub operator: String,
    /// What the vendor wants, in Halo's words; `null` where the operator says it all.
    pub expected: Option<String>,
    /// What the page shows, in Halo's words; `null` when nothing was seen.
    pub found: Option<String>,
    /// Why the outcome is what it is, where that needs saying.
    pub reason: Option<Reason>,
    /// What breaks without it.
    pub why: String,
    /// Id of the document in the profile's sources.
    pub source: String,
    /// The vendor's own words where they differ from Halo's.
    pub says: Option<String>,
    /// The label as this tenant shows it; `null` when it was not seen.
    pub label: Option<String>,
    /// The record that it was judged on: its name, else its id; of several, all. `null` when none was seen, or where it is
    /// about the tenant itself.
    pub record: Option<String>,
    /// Ids of the profiles that need it; empty for what goes beyond them.
    pub needed_by: Vec<String>,
    /// The requirements that it is the result of, each with its profile's id before it; empty for what goes beyond them.
    pub requirements: Vec<String>,
    /// Why it is waived; `null` when it is not.
    pub waiver: Option<String>,
    /// The last day on which the waiver holds (ISO 8601); `null` where it has none.
    pub waived_until: Option<String>,
    /// The checks of which one is enough, the least powerful first; empty where there is only one. `screen`, `field` and
    /// `expected` are those of the one to look at first.
    pub alternatives: Vec<Alternative>,
    /// What must be chosen elsewhere before the page shows the field; `null` where nothing hides it.
    pub shown_when: Option<ShownWhen>,
    /// Where it is to be marked when the screen is open. Not part of the report.
    #[serde(skip)]
    pub spots: Vec<Spot>,
}

impl Finding {
    /// The fields of its alternatives, each once.
    #[must_use]
    pub fn fields(&self) -> Vec<&str> {
        let mut fields: Vec<&str> = Vec::new();
        for Alternative { field, .. } in &self.alternatives {
            if !fields.contains(&field.as_str()) {
                fields.push(field);
            }
        }
        fields
    }
}

/// One of several checks of which one is enough.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Alternative {
    /// Where the admin would change it.
    pub screen: ScreenId,
    /// The vocabulary's label.
    pub field: String,
    /// Its operator.
    pub operator: String,
    /// What it wants, in Halo's words; `null` where the operator says it all.
    pub expected: Option<String>,
    /// Its own result.
    pub outcome: Outcome,
    /// What the page shows; `null` when nothing was seen.
    pub found: Option<String>,
}

/// "Shown only when Login Type is Agent."
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct ShownWhen {
    /// The other field, as this tenant labels it.
    pub field: String,
    /// The value that it must have; several are alternatives.
    pub is: String,
}

/// A field on a screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spot {
    /// The screen that shows it.
    pub screen: ScreenId,
    /// The vocabulary's label.
    pub field: String,
    /// Which of several records of the same kind.
    pub part: Option<String>,
}

/// The result of a requirement, worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// Not granted, not ticked, empty.
    Missing,
    /// Another or a weaker value.
    Wrong,
    /// Granted where it must not be.
    Excess,
    /// A person has to look; the [`Reason`] says why.
    Review,
    /// Not on the pages seen so far.
    NotSeen,
    /// Seen, on the right screen, and as wanted.
    Met,
    /// Waived by the admin, with a reason.
    Waived,
    /// Its conditions do not hold.
    NotApplicable,
}

/// Why an outcome is what it is: a closed set, worded by whoever shows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// `met`: a scope that is granted includes this one (`found` names it).
    Included,
    /// `review`: a wider scope is granted (`found` names it), and whether it covers this one is not known (facts, 7.3,
    /// INFERRED).
    AllNotCertain,
    /// `review`: two places on the page show different values.
    SeveralCandidates,
    /// `review`: records of the same kind disagree, and it is not known which one counts.
    SeveralRecords,
    /// `review`: role or agent? The page does not tell.
    RecordKindUnknown,
    /// `review`: the text is on no scale that Preflight knows.
    UnknownValue,
    /// `review`: the vendor's text or the page's can mean more than one of Halo's values, or is spelled almost like another
    /// name (facts, 7.2).
    AmbiguousValue,
    /// `review`: a bare number, whose meaning changes between Halo versions (facts, 9).
    BareNumber,
    /// `review`: a value is there but was not captured.
    NotCaptured,
    /// `review`: only a person can check this.
    ByHand,
    /// `review`: the vendor asks for a scope that Halo does not have.
    NoSuchScope,
    /// `not-seen`: the screen was seen, the field was not there (yet): scroll, or open the section.
    NotRendered,
    /// `not-seen`: another field of the screen has a value that keeps this one off the page (`shown_when` names it).
    HiddenByValue,
    /// `not-seen`: the screen was not opened.
    ScreenNotSeen,
    /// Another alternative was not seen, or needs a look: until then nobody can say that none is met.
    AlternativeOpen,
    /// `not-seen`: the value to compare with was not seen.
    OtherNotSeen,
    /// `not-seen`: the agent leaves it to its roles, and no role was seen (facts, 12).
    RoleDecides,
    /// `not-seen`: the roles that were seen do not grant it, and the agent has others, which may.
    OtherRoles,
    /// `review`: it would be compared with itself.
    SameRecord,
    /// `missing`, or `review` where the vendor leaves it out: the scope is granted (`found` names it), the right of the
    /// agent that it needs is not (facts, 12).
    ScopeWithoutRight,
    /// `missing`: the agent has the right (`found` names its row), and no scope lets it through (facts, 12).
    RightWithoutScope,
    /// `excess`: granted, and no chosen profile asks for it.
    BeyondProfiles,
    /// `not-applicable`: belongs to a feature that is not chosen.
    FeatureNotChosen,
    /// `not-applicable`: for another kind of hosting.
    OtherHosting,
}

/// What a page would mean if its record were the integration's.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify))]
pub struct Preview {
    /// What is to be asked, one for each vendor: whether the record is this part of its integration.
    pub questions: Vec<Link>,
    /// The findings that the marks name; none of them is in the report.
    pub findings: Vec<Finding>,
}

/// Why a page that was read has no marks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Unmarked {
    /// The admin answered that its record does not belong to the integration.
    Rejected {
        /// The answers, as they are stored.
        answers: Vec<Link>,
    },
    /// The integration uses other records of this kind.
    OtherRecord {
        /// Their names.
        own: Vec<String>,
    },
    /// The integration's agent does not have this role.
    RoleNotHeld {
        /// The agent's name, else its id.
        agent: String,
    },
    /// The integration's agent has roles that cannot be told: this may be one of them.
    RolesUnclear {
        /// The agent's name, else its id.
        agent: String,
    },
    /// It may be the integration's own record: the page does not show enough to tell.
    Unsure {
        /// Names of the integration's records.
        own: Vec<String>,
    },
    /// Its record belongs to another vendor's integration, which asks for nothing on this page.
    OtherVendor {
        /// That vendor's name.
        vendor: String,
    },
    /// No chosen vendor asks for anything on this page.
    NothingAsked,
}

/// What to draw on the page for one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(target_arch = "wasm32", derive(tsify::Tsify), tsify(missing_as_null))]
pub struct Mark {
    /// The element that shows the value: it gets the outline.
    pub target: NodeId,
    /// The element that names the field, where that is another one.
    pub label: Option<NodeId>,
    /// The worst outcome of its findings.
    pub outcome: Outcome,
    /// Ids of the findings, in the profile's order.
    pub findings: Vec<String>,
    /// A preview: nothing ties the open record to the integration yet.
    pub provisional: bool,
}
