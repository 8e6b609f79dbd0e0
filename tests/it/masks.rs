//! What is a secret stays out of what is read, of saved pages as of open ones.

use crate::support::{APPLICATION, text};
use preflight::html;
use preflight::html::secret::{id_holds_token, looks_like_token, names_secret};
use preflight::reader;
use preflight::snapshot::{Flags, Snapshot};
use proptest::prelude::*;
use serde_json::Value;

fn cases() -> Value {
    serde_json::from_str(&text("tests/masks.json")).unwrap()
}

fn texts(list: &str) -> Vec<String> {
    cases()[list].as_array().unwrap().iter().map(|v| v.as_str().unwrap().to_owned()).collect()
}

fn snapshot(body: &str) -> Snapshot {
    html::snapshot(format!("<html><body>{body}</body></html>").as_bytes(), Some(APPLICATION)).unwrap()
}

fn says(snapshot: &Snapshot, text: &str) -> bool {
    snapshot.nodes.text.iter().chain(&snapshot.attrs.value).any(|t| t.contains(text))
}

#[test]
fn secrets_are_told_from_names() {
    for secret in texts("secrets") {
        assert!(looks_like_token(&secret), "{secret}");
    }
    for name in texts("names") {
        assert!(!looks_like_token(&name), "{name}");
    }
    for case in cases()["ids"].as_array().unwrap() {
        assert_eq!(Some(id_holds_token(case[0].as_str().unwrap())), case[1].as_bool(), "{case}");
    }
    for case in cases()["announce"].as_array().unwrap() {
        assert_eq!(Some(names_secret(case[0].as_str().unwrap())), case[1].as_bool(), "{case}");
    }
}

/// A record whose name is a secret has no name in any report; the same page with an ordinary name has it.
#[test]
fn a_secret_in_a_records_name_is_read_nowhere() {
    let page = |name: &str| {
        format!(
            "<div class=app-container><h2 class=details_page_title>{name}</h2><div><label>Application Name</label>\
             <div class=read-value title='{name}'>{name}</div></div><div><label>Login Type</label>\
             <div class=read-value>Agent</div></div></div>"
        )
    };
    let name_of = |name: &str| {
        let screen = reader::read(&snapshot(&page(name)), "page").unwrap();
        screen.record.and_then(|r| r.name)
    };
    for secret in texts("secrets") {
        assert!(!says(&snapshot(&page(&secret)), &secret), "{secret}");
        assert_eq!(name_of(&secret), None, "{secret}");
    }
    assert_eq!(name_of("Moovila-Integration-2024").as_deref(), Some("Moovila-Integration-2024"));
}

#[test]
fn what_stands_under_the_label_of_a_secret_is_one() {
    for (markup, is_secret) in [
        ("<label>Client Secret</label><div class=read-value>hunter two</div>", true),
        ("<label>Client Secret</label><div title='hunter two'></div>", true),
        ("<label>API key</label><input value='hunter two'>", true),
        ("<table><tr><th>Password</th><td>hunter two</td></tr></table>", true),
        ("<input name=clientSecret value='hunter two'>", true),
        ("<div id=secret-3>hunter two</div>", true),
        ("<textarea id=x>hunter two</textarea><label for=x>Client Secret</label>", true),
        ("<input type=password value='hunter two'>", true),
        ("<label>Client Secret</label><div>Yes</div><label>Application Name</label><div>hunter two</div>", false),
        ("<label>Application Name</label><div class=read-value>hunter two</div>", false),
        ("<label>Client Secret</label><button>hunter two</button>", false),
    ] {
        let read = snapshot(markup);
        assert_eq!(!says(&read, "hunter two"), is_secret, "{markup}");
        assert_eq!(read.nodes.flags.iter().any(|f| f & Flags::SECRET != 0), is_secret, "{markup}");
    }
    // A word of Halo's own gives nothing away.
    assert!(says(&snapshot("<label>Client Secret</label><div class=read-value>No</div>"), "No"));
}

proptest! {
    /// Whatever stands around a secret, it stays one.
    #[test]
    fn a_secret_among_words_is_one(at in any::<prop::sample::Index>(), before in "[A-Za-z]{0,8}", after in "[a-z]{0,8}") {
        let secrets = texts("secrets");
        let secret = &secrets[at.index(secrets.len())];
        let among = [&before, secret, &after].map(|s| s.trim().to_owned()).join(" ");
        prop_assert!(looks_like_token(&among), "{}", among);
    }

    /// Random keys of letters and digits are never taken for names.
    #[test]
    fn a_random_key_is_a_secret(key in "[A-Za-z0-9]{32,64}") {
        prop_assert!(looks_like_token(&key) || !key.contains(|c: char| c.is_ascii_digit()), "{}", key);
    }

    /// Words of a tenant's own are shown.
    #[test]
    fn words_are_no_secrets(words in prop::collection::vec("(Acme|Halo|sync|Billing|agent|MSP|Team|2024|7|v2)", 1..8), joint in "[ _.-]") {
        let name = words.join(&joint);
        prop_assume!(name.chars().filter(char::is_ascii_digit).count() == 0 || joint != "-" );
        prop_assert!(!looks_like_token(&name), "{}", name);
    }
}
