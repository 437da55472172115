//! `site.toml`: what the keeper of a deployment decides.

use std::fs;

use anyhow::{Context, Error, Result, bail};
use serde::Deserialize;

use crate::base::Base;
use crate::workspace;

/// The settings of `site.toml`.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Where the site is to be had by everyone.
    pub address: Address,
    /// Who hears of it when something on the site is wrong.
    pub mail: Mail,
}

impl Settings {
    /// Reads the repository's `site.toml`.
    ///
    /// # Errors
    ///
    /// When it is not there, lacks a setting or holds one that is none; the error says what would be right.
    pub fn load() -> Result<Settings> {
        let path = workspace::root().join("site.toml");
        let text = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
        Settings::read(&text).context("site.toml")
    }

    fn read(text: &str) -> Result<Settings> {
        Ok(toml::from_str(text)?)
    }
}

/// The public scheme and host, such as `https://host`: without a path, which is the build's [`Base`].
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(try_from = "String")]
pub struct Address(String);

impl Address {
    /// The whole address of `path`, which is written as seen from the site's root, without a slash before it.
    pub fn url(&self, base: &Base, path: &str) -> String {
        format!("{}{}", self.0, base.link(path))
    }
}

impl TryFrom<String> for Address {
    type Error = Error;

    fn try_from(text: String) -> Result<Address> {
        let plain = |c: char| c.is_ascii_alphanumeric() || ".-:".contains(c);
        match text.strip_prefix("https://") {
            Some(host) if host.contains('.') && host.chars().all(plain) => Ok(Address(text)),
            _ => bail!("address: found `{text}`; right is `https://` and a host, without a path or a slash at the end"),
        }
    }
}

/// An electronic mail address.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(try_from = "String")]
pub struct Mail(String);

impl Mail {
    /// The link that begins a letter; a subject and a text may follow as its query.
    pub fn link(&self) -> String {
        format!("mailto:{}", self.0)
    }
}

impl TryFrom<String> for Mail {
    type Error = Error;

    fn try_from(text: String) -> Result<Mail> {
        let plain =
            |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_alphanumeric() || ".-_+".contains(c));
        match text.split_once('@') {
            Some((name, host)) if plain(name) && plain(host) && host.contains('.') => Ok(Mail(text)),
            _ => bail!("mail: found `{text}`; right is `name@host`"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_settings_are_read() {
        let settings = Settings::read("address = \"https://a.example\"\nmail = \"b@a.example\"").unwrap();
        assert_eq!(settings.address.url(&Base::default(), ""), "https://a.example/");
        assert_eq!(settings.address.url(&"/sango/".parse().unwrap(), "kita/"), "https://a.example/sango/kita/");
        assert_eq!(settings.mail.link(), "mailto:b@a.example");
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (address, mail, said) in [
            ("http://a.example", "b@a.example", "address: found `http://a.example`"),
            ("https://a.example/", "b@a.example", "address: found `https://a.example/`"),
            ("https://a.example/sango", "b@a.example", "without a path"),
            ("https://a", "b@a.example", "address"),
            ("https://a.example\\\"", "b@a.example", "address"),
            ("https://a.example", "b", "mail: found `b`"),
            ("https://a.example", "b@a.example?bcc=c@a.example", "mail"),
        ] {
            let text = format!("address = \"{address}\"\nmail = \"{mail}\"");
            let error = format!("{:#}", Settings::read(&text).expect_err(&text));
            assert!(error.contains(said), "{said} in {error}");
        }
        assert!(Settings::read("address = \"https://a.example\"").is_err());
        assert!(Settings::read("address = \"https://a.example\"\nmail = \"b@a.example\"\nport = 1").is_err());
    }
}
