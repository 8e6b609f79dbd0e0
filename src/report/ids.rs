//! Ids as they stand in reports, in `messages.json` and in other machine formats: those that serde writes.

use super::{Outcome, Reason};

impl Outcome {
    /// Its id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Wrong => "wrong",
            Self::Excess => "excess",
            Self::Review => "review",
            Self::NotSeen => "not-seen",
            Self::Met => "met",
            Self::Waived => "waived",
            Self::NotApplicable => "not-applicable",
        }
    }
}

impl Reason {
    /// Its id.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Included => "included",
            Self::AllNotCertain => "all-not-certain",
            Self::SeveralCandidates => "several-candidates",
            Self::SeveralRecords => "several-records",
            Self::RecordKindUnknown => "record-kind-unknown",
            Self::UnknownValue => "unknown-value",
            Self::AmbiguousValue => "ambiguous-value",
            Self::BareNumber => "bare-number",
            Self::NotCaptured => "not-captured",
            Self::ByHand => "by-hand",
            Self::NoSuchScope => "no-such-scope",
            Self::NotRendered => "not-rendered",
            Self::HiddenByValue => "hidden-by-value",
            Self::ScreenNotSeen => "screen-not-seen",
            Self::AlternativeOpen => "alternative-open",
            Self::OtherNotSeen => "other-not-seen",
            Self::RoleDecides => "role-decides",
            Self::OtherRoles => "other-roles",
            Self::SameRecord => "same-record",
            Self::ScopeWithoutRight => "scope-without-right",
            Self::RightWithoutScope => "right-without-scope",
            Self::BeyondProfiles => "beyond-profiles",
            Self::FeatureNotChosen => "feature-not-chosen",
            Self::OtherHosting => "other-hosting",
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::reader::{Mode, Status};
    use serde::de::DeserializeOwned;

    use super::{Outcome, Reason};

    /// Every variant, as serde names them when it meets another one, with what it is read as.
    fn all<T: DeserializeOwned>() -> Vec<(String, T)> {
        let names = serde_json::from_value::<T>("no such id".into()).err().map(|e| e.to_string()).unwrap_or_default();
        let names = names.split('`').skip(1).step_by(2).filter(|name| *name != "no such id");
        names.filter_map(|id| Some((id.to_owned(), serde_json::from_value(id.into()).ok()?))).collect()
    }

    fn are_those_of_serde<T: DeserializeOwned>(id: impl Fn(T) -> &'static str) -> bool {
        let all = all::<T>();
        all.len() > 1 && all.into_iter().all(|(known, value)| id(value) == known)
    }

    #[test]
    fn ids_are_those_of_serde() {
        assert!(are_those_of_serde(Status::id));
        assert!(are_those_of_serde(Mode::id));
        assert!(are_those_of_serde(Outcome::id));
        assert!(are_those_of_serde(Reason::id));
    }
}
