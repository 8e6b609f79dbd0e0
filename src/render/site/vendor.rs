//! The page of one vendor.

use super::writer::{Writer, condition};
use super::{frame, requirement};
use crate::profile::{Feature, Profile, Requirement, Step};
use crate::render::markup::{each, escaped, in_html};
use crate::vocabulary::ScreenId;
use crate::words::Words;

/// The whole page.
pub(super) fn page(profile: &Profile, words: &dyn Words) -> String {
    let writer = Writer { profile, words };
    let title = words.word("site_page_title", &[&profile.name]);
    let body = format!(
        "<header><nav><a href=\"index.html\">{}</a></nav></header>
<main data-profile=\"{}\" data-start=\"{}\">
<h1>{}</h1>
<p class=\"lead\">{}</p>
<p class=\"quiet\">{}</p>
{}{}{}{}{}</main>",
        writer.word("site_all_vendors"),
        escaped(&profile.id),
        writer.screens().first().map_or("/config", |screen| screen.path()),
        in_html(&title),
        in_html(&profile.summary),
        each(profile.sources.values(), |source| writer.source(source)),
        writer.your_halo(),
        writer.features(),
        writer.ways(),
        writer.steps(),
        each(writer.screens(), |screen| writer.settings(screen)),
    );
    frame::page(&title, &body, &words.word("report_profile", &[&profile.name, &profile.version]), words)
}

impl Writer<'_> {
    /// Screens that something is asked of, in the order in which an admin meets them.
    fn screens(&self) -> Vec<ScreenId> {
        let asked = |screen: &ScreenId| self.profile.requirements.iter().any(|r| r.screen == *screen);
        ScreenId::ALL.into_iter().filter(asked).collect()
    }

    /// Where the reader's Halo is; shown by the script, which makes the links.
    fn your_halo(&self) -> String {
        format!(
            "<section id=\"halo\" aria-labelledby=\"halo-title\" hidden>
<h2 id=\"halo-title\">{}</h2>
<p id=\"about\" hidden>{}</p>
<form id=\"tenant\" data-wrong=\"{}\" data-set=\"{}\" novalidate>
<label for=\"address\">{}</label>
<div class=\"line\"><input id=\"address\" inputmode=\"url\" autocomplete=\"off\" autocapitalize=\"none\" spellcheck=\"false\" placeholder=\"acme.halopsa.com\" aria-describedby=\"hint said\"><button>{}</button><button id=\"forget\" type=\"button\" class=\"plain\" hidden>{}</button></div>
<p id=\"hint\" class=\"quiet\">{}</p>
<p id=\"said\" role=\"status\"></p>
</form>
<p><a id=\"go\" class=\"button\" hidden data-any=\"{}\" data-field=\"{}\"></a></p>
</section>
",
            self.word("site_your_halo"),
            self.word("site_about"),
            self.word("site_address_wrong"),
            self.word_with("site_address_set", &["{host}"]),
            self.word("site_address"),
            self.word("site_use"),
            self.word("site_forget"),
            self.word("site_address_hint"),
            self.word("site_open"),
            self.word_with("show_field", &["{field}"]),
        )
    }

    /// What can be chosen. Without script nothing hides, and each requirement says what it is for.
    fn features(&self) -> String {
        if self.profile.features.len() < 2 {
            return String::new();
        }
        let feature = |Feature { id, name, summary, default }: &Feature| {
            let (id, checked) = (escaped(id), if *default { " checked" } else { "" });
            format!(
                "<label><input type=\"checkbox\" name=\"feature\" value=\"{id}\"{checked}><span>{}<br><span class=\"quiet\">{}</span></span></label>\n",
                in_html(name),
                in_html(summary)
            )
        };
        format!(
            "<fieldset id=\"features\"><legend>{}</legend>\n{}</fieldset>\n",
            self.word("site_features"),
            each(&self.profile.features, feature)
        )
    }

    /// How to go on, with the extension and without.
    fn ways(&self) -> String {
        format!(
            "<section class=\"ways\">
<div><h2>{}</h2><p>{}</p><p><a href=\"{}\">{}</a></p></div>
<div><h2>{}</h2><p>{}</p></div>
</section>
",
            self.word("site_with_title"),
            self.word("site_with"),
            frame::install(),
            self.word("site_install"),
            self.word("site_without_title"),
            self.word("site_without"),
        )
    }

    fn steps(&self) -> String {
        if self.profile.guide.is_empty() {
            return String::new();
        }
        let steps = each(&self.profile.guide, |step| self.step(step));
        format!(
            "<section aria-labelledby=\"steps\"><h2 id=\"steps\">{}</h2>\n<ol class=\"steps\">\n{steps}</ol></section>\n",
            self.word("site_steps")
        )
    }

    fn step(&self, step: &Step) -> String {
        format!(
            "<li{}><p>{}</p><p class=\"quiet\">{}{}</p></li>\n",
            condition(step.when.as_ref()),
            in_html(&step.text),
            in_html(&step.why),
            self.only(step.when.as_ref()),
        )
    }

    fn settings(&self, screen: ScreenId) -> String {
        let own = self.profile.requirements.iter().filter(|r: &&Requirement| r.screen == screen);
        let id = escaped(screen.id());
        format!(
            "<section class=\"screen\" id=\"{id}\" aria-labelledby=\"{id}-title\">
<div class=\"line\"><h2 id=\"{id}-title\">{}</h2><a class=\"open\" hidden data-screen=\"{id}\" data-path=\"{}\" aria-describedby=\"{id}-title\">{}</a></div>
<p class=\"quiet\">{}</p>
<ul class=\"requirements\">
{}</ul>
</section>
",
            self.screen(screen),
            screen.path(),
            self.word("site_open_screen"),
            self.word(&format!("where_{}", screen.id())),
            each(own, |requirement| requirement::item(*self, requirement)),
        )
    }
}
