//! `--name value` on the command line.

use std::str::FromStr;

use anyhow::{Context, Error, Result, bail};

/// The options that follow a command's name.
pub struct Options<'a> {
    command: &'static str,
    pairs: Vec<(&'a str, &'a str)>,
}

impl<'a> Options<'a> {
    /// Reads `arguments`, of which `known` may stand there, each with its value.
    ///
    /// # Errors
    ///
    /// On a word that is no known option, and on an option without a value.
    pub fn read(command: &'static str, known: &[&str], arguments: &'a [String]) -> Result<Options<'a>> {
        let mut pairs = Vec::new();
        let mut words = arguments.iter();
        while let Some(word) = words.next() {
            let (name, value) = match word.split_once('=') {
                Some((name, value)) => (name, Some(value)),
                None => (word.as_str(), None),
            };
            if !known.contains(&name) {
                bail!("{command}: found `{word}`; right is {}", expected(known));
            }
            let value = value.or_else(|| words.next().map(String::as_str));
            pairs.push((name, value.with_context(|| format!("{command}: {name} needs a value"))?));
        }
        Ok(Options { command, pairs })
    }

    /// The value of the option `name`, or its default.
    ///
    /// # Errors
    ///
    /// When the value can't be understood.
    pub fn value<T: FromStr<Err: Into<Error>> + Default>(&self, name: &str) -> Result<T> {
        match self.pairs.iter().rev().find(|(known, _)| *known == name) {
            None => Ok(T::default()),
            Some((_, value)) => {
                value.parse().map_err(Into::into).with_context(|| format!("{} {name}: found `{value}`", self.command))
            }
        }
    }
}

/// A value that may be absent.
pub struct Given<T>(pub Option<T>);

impl<T> Default for Given<T> {
    fn default() -> Given<T> {
        Given(None)
    }
}

impl<T: FromStr> FromStr for Given<T> {
    type Err = T::Err;
    fn from_str(text: &str) -> Result<Given<T>, T::Err> {
        text.parse().map(|value| Given(Some(value)))
    }
}

fn expected(known: &[&str]) -> String {
    match known {
        [] => "nothing".to_owned(),
        names => names.iter().map(|name| format!("`{name} VALUE`")).collect::<Vec<_>>().join(" or "),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        text.split_whitespace().map(String::from).collect()
    }

    #[test]
    fn both_ways_of_giving_a_value() {
        for line in ["--port 80", "--port=80", "--port 1 --port 80"] {
            let words = words(line);
            let options = Options::read("serve", &["--port"], &words).unwrap();
            assert_eq!(options.value::<u16>("--port").unwrap(), 80, "{line}");
        }
        assert_eq!(Options::read("serve", &["--port"], &[]).unwrap().value::<u16>("--port").unwrap(), 0);
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (line, message) in [
            ("--prot 80", "serve: found `--prot`; right is `--port VALUE`"),
            ("--port", "serve: --port needs a value"),
            ("--port many", "serve --port: found `many`: invalid digit found in string"),
        ] {
            let words = words(line);
            let error = Options::read("serve", &["--port"], &words)
                .and_then(|options| options.value::<u16>("--port"))
                .expect_err(line);
            assert_eq!(format!("{error:#}"), message);
        }
    }
}
