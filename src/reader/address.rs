//! What the page's address says.

use crate::vocabulary::{HostKind, ScreenId, host_kind};

/// The configuration's home, from where records can open in place.
const HOME: &str = "/config";

/// The host, without its port; `None` without an address.
fn host(url: &str) -> Option<&str> {
    let authority = url.split_once("://")?.1.split(['/', '?', '#']).next()?;
    let host = authority.rsplit('@').next()?.split(':').next()?;
    (!host.is_empty()).then_some(host)
}

/// Whether the tenant runs on one of Halo's own domains; `None` without a tenant's address.
pub fn is_cloud(url: &str) -> Option<bool> {
    match host_kind(host(url)?) {
        HostKind::Tenant => Some(true),
        HostKind::Other => Some(false),
        HostKind::NoTenant => None,
    }
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

/// The screens that the address can show: none when it is another page of Halo's, or on a host of Halo's without a tenant, `None` when it tells nothing (no
/// address, a file, the configuration's home). A custom domain has the same paths.
pub fn screens(url: &str) -> Option<Vec<ScreenId>> {
    if host(url).is_some_and(|host| host_kind(host) == HostKind::NoTenant) {
        return Some(Vec::new());
    }
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

#[cfg(test)]
mod tests {
    use super::{is_cloud, names_a_record, parameter, screens};
    use crate::vocabulary::ScreenId;

    #[test]
    fn a_trial_is_a_tenant_and_halos_guides_are_none() {
        for (url, cloud) in [
            ("https://acme.trial.usehalo.com/config", Some(true)),
            ("https://acme.halopsa.com:8443/config", Some(true)),
            ("https://psa.acme.example:444/config", Some(false)),
            ("https://usehalo.com.acme.example/config", Some(false)),
            ("https://www.usehalo.com/guides/2546", None),
            ("https://usehalo.com/config/agents/roles", None),
            ("https://www.halopsa.com/config/agents/roles?id=1", None),
            ("agent.html", None),
        ] {
            assert_eq!(is_cloud(url), cloud, "{url}");
        }
        assert_eq!(screens("https://www.halopsa.com/config/agents/roles?id=1"), Some(Vec::new()));
        assert_ne!(screens("https://acme.trial.usehalo.com/config/agents/roles?id=1"), Some(Vec::new()));
    }

    #[test]
    fn configuration_comes_before_tickets() {
        let at = |path: &str| screens(&format!("https://acme.halopsa.com{path}"));
        assert!(at("/config/tickets/tickettype?id=27").is_some_and(|s| s.contains(&ScreenId::TicketTypeDetails)));
        assert_eq!(at("/tickets?area=1&mainview=team"), Some(Vec::new()));
        assert_eq!(at("/ticket?id=5"), Some(Vec::new()));
        assert_eq!(at("/config?selid=7"), None);
    }

    #[test]
    fn a_record_is_named_by_its_own_parameter() {
        let at = |path: &str| names_a_record(&format!("https://acme.halopsa.com{path}"));
        assert!(at("/config/agents/agents?agentid=5") && at("/config/agents/agents?tab=1&agentid=5"));
        assert!(at("/config/agents/roles?id=2b"));
        // The agents' `id` opens the list; a team is no record that is read.
        assert!(!at("/config/agents/agents?id=5") && !at("/config/agents/teams?teamid=5") && !at("/config?selid=7"));
        assert_eq!(parameter("https://acme.halopsa.com/config/agents/agents?agentid=#x", "agentid"), None);
    }
}
