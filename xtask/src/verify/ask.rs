//! Asking a server as a browser does.

use std::fmt;
use std::io::Read;
use std::time::Duration;

use flate2::read::MultiGzDecoder;
use ureq::Agent;
use ureq::http::HeaderMap;
use ureq::tls::TlsConfig;

/// How long one file may take.
const PATIENCE: Duration = Duration::from_secs(60);
/// More than any file of a site weighs, in bytes.
const LONGEST: u64 = 64 * 1024 * 1024;
/// Who asks, as the server's log shows it.
const NAME: &str = "Mozilla/5.0 (compatible; sango-navi verify)";

/// What asks.
pub(super) struct Client(Agent);

/// What was answered.
pub(super) struct Answer {
    pub status: u16,
    headers: HeaderMap,
    /// The body as a browser reads it: after it has been made large again.
    pub body: Vec<u8>,
}

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Silence {
    /// Nobody answers, or in the middle no more.
    Broken(Box<ureq::Error>),
    /// The body can't be made large again.
    Unreadable(String),
}

impl Client {
    /// A client that goes through the proxy that the machine names, but not to itself.
    pub fn new(on_this_machine: bool) -> Client {
        let config = Agent::config_builder()
            .http_status_as_error(false)
            // Where a file leads elsewhere, that is what a browser is told as well.
            .max_redirects(0)
            .max_redirects_will_error(false)
            .timeout_global(Some(PATIENCE))
            .user_agent(NAME)
            .tls_config(TlsConfig::default());
        Client(if on_this_machine { config.proxy(None).build() } else { config.build() }.new_agent())
    }

    /// Asks for `url`.
    pub fn get(&self, url: &str) -> Result<Answer, Silence> {
        let request = self.0.get(url).header("Accept-Encoding", "br, gzip").header("Cache-Control", "no-cache");
        let mut response = request.call().map_err(Silence::broken)?;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = response.body_mut().with_config().limit(LONGEST).read_to_vec().map_err(Silence::broken)?;
        let mut answer = Answer { status, headers, body };
        answer.body = large(&answer.header("Content-Encoding").unwrap_or_default(), answer.body)?;
        Ok(answer)
    }
}

impl Answer {
    /// What the header `name` says, in one line where it is there more than once; `None` where it is not there.
    pub fn header(&self, name: &str) -> Option<String> {
        let all: Vec<_> =
            self.headers.get_all(name).iter().map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
        (!all.is_empty()).then(|| all.join(", "))
    }

    /// Where the answer leads to, if it leads elsewhere.
    pub fn leads_to(&self) -> Option<String> {
        (300..400).contains(&self.status).then(|| self.header("Location")).flatten()
    }
}

fn large(encoding: &str, body: Vec<u8>) -> Result<Vec<u8>, Silence> {
    let mut text = Vec::new();
    let read = match encoding.trim().to_ascii_lowercase().as_str() {
        "" | "identity" => return Ok(body),
        "br" => brotli::Decompressor::new(body.as_slice(), 64 * 1024).read_to_end(&mut text),
        "gzip" | "x-gzip" => MultiGzDecoder::new(body.as_slice()).read_to_end(&mut text),
        _ => return Err(Silence::Unreadable(encoding.to_owned())),
    };
    read.map(|_| text).map_err(|error| Silence::Unreadable(format!("{encoding}: {error}")))
}

impl Silence {
    fn broken(error: ureq::Error) -> Silence {
        Silence::Broken(Box::new(error))
    }
}

impl fmt::Display for Silence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Silence::Broken(error) => write!(f, "{error}"),
            Silence::Unreadable(encoding) => write!(f, "圧縮を元に戻せません（{encoding}）"),
        }
    }
}

impl std::error::Error for Silence {}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::serve::encoding::{Effort, Encoding};

    #[test]
    fn what_was_made_smaller_is_as_it_was() {
        let text = "産後ケア".repeat(100).into_bytes();
        for encoding in [Encoding::Brotli, Encoding::Gzip] {
            let small = encoding.compress(Effort::Answering, &text).unwrap();
            assert_eq!(large(encoding.name(), small).unwrap(), text, "{encoding:?}");
        }
        assert_eq!(large("", text.clone()).unwrap(), text);
        for (encoding, body) in [("zstd", text.clone()), ("gzip", text)] {
            assert!(large(encoding, body).unwrap_err().to_string().contains(encoding), "{encoding}");
        }
    }
}
