//! Deep links: to a screen and a field of a tenant's Halo, or of a page of the static [`crate::render::site`] for readers whose tenant
//! nobody knows. `extension/domain/link.ts` reads what is written here; both are tested on `tests/links.json`.

use std::fmt::Write as _;

use crate::profile::Profile;
use crate::render::markup::{escaped, in_html, in_markdown};
use crate::vocabulary::{ScreenId, key};

/// Where a link leads, and with which profile chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// Id of the profile.
    pub profile: String,
    /// Ids of the features; none: the profile's defaults, or what the admin chose.
    pub features: Vec<String>,
    /// The screen that is opened, or the list of its records.
    pub screen: ScreenId,
    /// The field that is pointed at once it is on the page, as the profile calls it.
    pub field: Option<String>,
}

impl Link {
    /// A link into a profile: to the named screen or the one with the named field, else to the first that it asks for.
    ///
    /// # Errors
    /// Names what the profile does not have, and what it has.
    pub fn into(
        profile: &Profile,
        features: &[String],
        screen: Option<&str>,
        field: Option<&str>,
    ) -> Result<Self, String> {
        if !features.is_empty() {
            profile.choose(features)?;
        }
        let id = &profile.id;
        let mut places = profile.places();
        if let Some(wanted) = screen {
            let known = distinct(places.iter().map(|(s, _)| s.id()));
            places.retain(|(s, _)| s.id() == wanted);
            if places.is_empty() {
                return Err(format!("profile {id} asks for nothing on the screen {wanted:?}; it does on: {known}"));
            }
        }
        if let Some(wanted) = field {
            let known = distinct(places.iter().filter_map(|(_, field)| *field));
            places.retain(|(_, field)| field.is_some_and(|f| key(f) == key(wanted)));
            if places.is_empty() {
                let place = screen.map(|s| format!(" on {s}")).unwrap_or_default();
                return Err(format!("profile {id} asks for no field {wanted:?}{place}; it asks for: {known}"));
            }
        }
        let first = ScreenId::ALL.iter().find_map(|s| places.iter().find(|(screen, _)| screen == s));
        let (screen, first_field) = first.ok_or_else(|| format!("profile {id} asks for nothing"))?;
        Ok(Self {
            profile: id.clone(),
            features: features.to_vec(),
            screen: *screen,
            field: field.and(*first_field).map(str::to_owned),
        })
    }

    /// Into the Halo on this host, as [`host`] gives it.
    #[must_use]
    pub fn in_tenant(&self, host: &str) -> String {
        format!("https://{host}{}#{}", self.screen.path(), self.fragment())
    }

    /// To the profile's page of the static site at this address, which asks for the reader's tenant.
    #[must_use]
    pub fn on_site(&self, site: &str) -> String {
        let mut url = format!("{}/{}.html?screen={}", site.trim_end_matches('/'), self.profile, self.screen.id());
        self.write_rest(&mut url);
        url
    }

    /// What stands behind the `#` of a link into Halo.
    #[must_use]
    pub fn fragment(&self) -> String {
        let mut fragment = format!("preflight={}", self.profile);
        self.write_rest(&mut fragment);
        fragment
    }

    fn write_rest(&self, out: &mut String) {
        if !self.features.is_empty() {
            let _ = write!(out, "&features={}", self.features.join(","));
        }
        if let Some(field) = &self.field {
            let _ = write!(out, "&field={}", encoded(field));
        }
    }
}

/// Each once, in their order, for a message.
fn distinct<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut seen: Vec<&str> = Vec::new();
    for name in names {
        if !seen.contains(&name) {
            seen.push(name);
        }
    }
    seen.join(", ")
}

/// Percent-encoded: whatever could mean something in an address, in HTML or in Markdown.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:".contains(&byte) {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

/// The host in what somebody gives as the address of a Halo: "acme.halopsa.com", or any https address there.
///
/// # Errors
/// Says what an address looks like.
pub fn host(typed: &str) -> Result<String, String> {
    let refused = || format!("{typed:?} is no address of a Halo; one looks like acme.halopsa.com");
    let address = typed.trim();
    let rest = match address.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => rest,
        Some(_) => return Err(refused()),
        None => address,
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default().to_ascii_lowercase();
    let (name, port) = host.split_once(':').unwrap_or((&host, "443"));
    let is_label = |label: &str| {
        !label.is_empty()
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
    };
    if !name.contains('.') || !name.split('.').all(is_label) || port.parse::<u16>().is_err() {
        return Err(refused());
    }
    Ok(if port == "443" { name.to_owned() } else { host })
}

/// What a page of documentation puts where the link shall be: HTML and Markdown with the badge.
#[must_use]
pub fn snippets(link: &str, badge: &str, label: &str) -> (String, String) {
    let text = in_html(label);
    let html =
        format!("<a href=\"{}\"><img src=\"{}\" alt=\"{text}\" height=\"24\"></a>", escaped(link), escaped(badge));
    (html, format!("[![{}]({badge})]({link})", in_markdown(label)))
}
