//! The path under which the site will stand.

use std::fmt;
use std::str::FromStr;

use anyhow::{Error, bail};

/// A path prefix that begins and ends with a slash: `/`, or `/sango/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// The prefix itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The address of `path`, which is written as seen from the site's own root, without a slash before it.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.0)
    }
}

impl Default for Base {
    fn default() -> Self {
        Base("/".to_owned())
    }
}

impl fmt::Display for Base {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl FromStr for Base {
    type Err = Error;

    /// # Errors
    ///
    /// When `text` doesn't begin and end with a slash, or holds a character that an address would have to escape.
    fn from_str(text: &str) -> Result<Base, Error> {
        let plain = |c: char| c.is_ascii_alphanumeric() || "/-._~".contains(c);
        if !text.starts_with('/') || !text.ends_with('/') || text.contains("//") || !text.chars().all(plain) {
            bail!(
                "base: found `{text}`; right is `/` or a path such as `/sango/`, \
                 with a slash at both ends and letters, digits, `-._~` between"
            );
        }
        Ok(Base(text.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_has_a_slash_at_both_ends() {
        for right in ["/", "/sango/", "/a/b-c/"] {
            assert_eq!(right.parse::<Base>().unwrap().as_str(), right);
        }
        for wrong in ["", "sango", "/sango", "sango/", "//", "/a//b/", "/a b/", "/a\"/", "https://host/"] {
            assert!(wrong.parse::<Base>().is_err(), "{wrong}");
        }
    }
}
