//! Arguments of the commands for vendors' documents.

use lexopt::prelude::Long;

use super::text;

/// Arguments of `link`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Link {
    pub profile: Option<String>,
    pub features: Vec<String>,
    pub screen: Option<String>,
    pub field: Option<String>,
    pub tenant: Option<String>,
    pub site: Option<String>,
    pub language: Option<String>,
    /// Where the badge's picture is written.
    pub badge: Option<String>,
}

/// Arguments of `site`.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Site {
    pub out: Option<String>,
    pub profiles: Vec<String>,
    pub language: Option<String>,
}

/// Parses those of `link`.
pub fn link(mut parser: lexopt::Parser) -> Result<Link, String> {
    let mut link = Link::default();
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Long("profile") => link.profile = Some(text(&mut parser)?),
            Long("feature") => link.features.push(text(&mut parser)?),
            Long("screen") => link.screen = Some(text(&mut parser)?),
            Long("field") => link.field = Some(text(&mut parser)?),
            Long("tenant") => link.tenant = Some(text(&mut parser)?),
            Long("site") => link.site = Some(text(&mut parser)?),
            Long("badge") => link.badge = Some(text(&mut parser)?),
            Long("language") => link.language = Some(text(&mut parser)?),
            other => return Err(other.unexpected().to_string()),
        }
    }
    Ok(link)
}

/// Parses those of `site`.
pub fn site(mut parser: lexopt::Parser) -> Result<Site, String> {
    let mut site = Site::default();
    while let Some(arg) = parser.next().map_err(|e| e.to_string())? {
        match arg {
            Long("out") => site.out = Some(text(&mut parser)?),
            Long("profile") => site.profiles.push(text(&mut parser)?),
            Long("language") => site.language = Some(text(&mut parser)?),
            other => return Err(other.unexpected().to_string()),
        }
    }
    Ok(site)
}
