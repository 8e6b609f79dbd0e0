//! Halo's own hosts (facts, 5.3), from `hosts.json`, which the extension reads too.

use super::tables::{HOST_DOMAINS, HOSTS_WITHOUT_TENANT};

/// Whose host it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostKind {
    /// A tenant's, on one of Halo's domains.
    Tenant,
    /// Halo's, without a tenant: marketing, documents, sign-in.
    NoTenant,
    /// Any other: perhaps a tenant's own domain.
    Other,
}

/// Whose host it is; upper and lower case and a dot at the end do not matter.
#[must_use]
pub fn host_kind(host: &str) -> HostKind {
    let host = host.trim_end_matches('.').to_ascii_lowercase();
    let is_under = |domain: &str| host.strip_suffix(domain).is_some_and(|rest| rest.ends_with('.'));
    if HOSTS_WITHOUT_TENANT.contains(&host.as_str()) {
        HostKind::NoTenant
    } else if HOST_DOMAINS.iter().any(|d| is_under(d)) {
        HostKind::Tenant
    } else {
        HostKind::Other
    }
}

#[cfg(test)]
mod tests {
    use super::{HostKind, host_kind};

    #[test]
    fn tenants_are_under_halos_domains() {
        for host in ["acme.halopsa.com", "Acme.HaloITSM.com", "acme.trial.usehalo.com", "acme12.halocrm.com."] {
            assert_eq!(host_kind(host), HostKind::Tenant, "{host}");
        }
        for host in [
            "halopsa.com",
            "www.halopsa.com",
            "auth.haloservicedesk.com",
            "us-cdn.haloservicedesk.com",
            "usehalo.co",
            "trial.usehalo.com",
        ] {
            assert_eq!(host_kind(host), HostKind::NoTenant, "{host}");
        }
        for host in [
            "evilhalopsa.com",
            "halopsa.com.evil.example",
            "community.usehalo.com",
            "support.acme.example",
            "halopsa.io",
            "",
        ] {
            assert_eq!(host_kind(host), HostKind::Other, "{host}");
        }
    }
}
