//! How much each of several alternatives grants.

use super::{Check, Expect, Items};
use crate::vocabulary::{ScreenId, key};

/// The alternatives, the least powerful first, else in the profile's order: so they are listed wherever they are listed.
#[must_use]
pub fn by_power(checks: &[Check]) -> Vec<&Check> {
    let mut sorted: Vec<&Check> = checks.iter().collect();
    sorted.sort_by_key(|check| power(check));
    sorted
}

impl Check {
    /// Whether it grants everything there is: an administrator, the scope `all`.
    #[must_use]
    pub fn grants_everything(&self) -> bool {
        power(self) == Power::Everything
    }
}

/// How much an integration can do by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Power {
    Nothing,
    Some,
    Change,
    Much,
    Everything,
}

fn power(check: &Check) -> Power {
    let is_administrator = |text: &str| key(text).contains("administrator");
    match (&check.expect, check.screen) {
        (Expect::NotGranted(_) | Expect::AtMost(_) | Expect::Absent(_), _) => Power::Nothing,
        (Expect::Is(value), _) if key(value) == "no" => Power::Nothing,
        (Expect::Includes(Items::All(names) | Items::Any(names)), _) if names.iter().any(|n| is_administrator(n)) => {
            Power::Everything
        }
        (_, screen) if screen.has_rows() && is_administrator(&check.field) => Power::Everything,
        (_, ScreenId::ApplicationPermissions) => scope_power(&check.field),
        (Expect::Is(value) | Expect::AtLeast(value), _) if key(value).contains("modif") => Power::Change,
        _ => Power::Some,
    }
}

fn scope_power(scope: &str) -> Power {
    match scope.split_once(':') {
        None if ["all", "admin"].contains(&scope) => Power::Everything,
        Some(("all" | "admin", _)) => Power::Much,
        Some(("edit" | "editMine", _)) => Power::Change,
        _ => Power::Some,
    }
}
