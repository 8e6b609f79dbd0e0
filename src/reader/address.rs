//! What the page's address says.

use crate::vocabulary::ScreenId;

/// Halo's own domains (facts, 5.3, CONFIRMED).
const CLOUD: [&str; 4] = [".halopsa.com", ".haloitsm.com", ".haloservicedesk.com", ".halocrm.com"];

/// The configuration's home, from where records can open in place.
const HOME: &str = "/config";

/// Whether the host is one of Halo's own; `None` without an address.
pub fn is_cloud(url: &str) -> Option<bool> {
    let rest = url.split_once("://")?.1;
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default().to_ascii_lowercase();
    if host.is_empty() { None } else { Some(CLOUD.iter().any(|domain| host.ends_with(domain))) }
}

/// The path, lower case, without a slash at its end.
pub fn path(url: &str) -> String {
    let after_host = url.split_once("://").and_then(|(_, rest)| rest.find('/').and_then(|at| rest.get(at..)));
    let path = after_host.unwrap_or_default().split(['?', '#']).next().unwrap_or_default();
    path.trim_end_matches('/').to_ascii_lowercase()
}

/// A query parameter, unless it is empty.
pub fn parameter<'a>(url: &'a str, name: &str) -> Option<&'a str> {
    let query = url.split('#').next()?.split_once('?')?.1;
    query.split('&').filter_map(|pair| pair.split_once('=')).find(|(k, v)| *k == name && !v.is_empty()).map(|(_, v)| v)
}

/// The screens that the address can show: none when it is another page of Halo's, `None` when it tells nothing (no
/// address, a file, the configuration's home). A custom domain has the same paths.
pub fn screens(url: &str) -> Option<Vec<ScreenId>> {
    let path = path(url);
    if !url.starts_with("http") || path.is_empty() || path == HOME {
        return None;
    }
    let fits = |screen: &ScreenId| {
        path.strip_prefix(screen.path()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let longest = ScreenId::ALL.iter().filter(|s| fits(s)).map(|s| s.path().len()).max();
    Some(ScreenId::ALL.into_iter().filter(|s| fits(s) && Some(s.path().len()) == longest).collect())
}

/// Whether the address is that of the screen, or of the list that its record stands in.
#[must_use]
pub fn is_at(url: &str, screen: ScreenId) -> bool {
    screens(url).is_some_and(|here| here.contains(&screen))
}

/// Whether the address names a record that is open in its list.
pub fn names_a_record(url: &str) -> bool {
    let screens = screens(url).unwrap_or_default();
    screens.iter().filter_map(|s| s.kind().url_parameter()).any(|name| parameter(url, name).is_some())
}
