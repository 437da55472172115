//! Files made smaller on their way, as any host makes them.

use std::collections::HashMap;
use std::io::Write;
use std::sync::{Arc, LazyLock, Mutex, PoisonError};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

/// A way to make a file smaller that browsers understand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Encoding {
    /// Over https and to this machine.
    Brotli,
    /// To any browser.
    Gzip,
}

/// How hard to try.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Effort {
    /// What a host does while the browser waits: the file may be another the next time.
    Answering,
    /// All that can be had, once: the file stays as it is for ever.
    Preparing,
}

impl Encoding {
    /// The best of those that a browser accepts, by its `Accept-Encoding`.
    pub fn best(accepted: &str) -> Option<Encoding> {
        let accepts = |encoding: &Encoding| {
            accepted.split(',').any(|one| {
                let (name, quality) = one.split_once(';').unwrap_or((one, ""));
                name.trim() == encoding.name() && !matches!(quality.trim(), "q=0" | "q=0.0")
            })
        };
        [Encoding::Brotli, Encoding::Gzip].into_iter().find(accepts)
    }

    /// Its name in headers.
    pub fn name(self) -> &'static str {
        match self {
            Encoding::Brotli => "br",
            Encoding::Gzip => "gzip",
        }
    }

    /// `content` made smaller. `digest` names the content: it is done once in the life of the program, for each effort.
    ///
    /// # Errors
    ///
    /// Never in practice: nothing is written but memory.
    pub fn apply(self, effort: Effort, content: &[u8], digest: &str) -> Result<Arc<Vec<u8>>> {
        static DONE: LazyLock<Mutex<Done>> = LazyLock::new(Mutex::default);
        let key = (self, effort, digest.to_owned());
        let done = || DONE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(small) = done().get(&key) {
            return Ok(Arc::clone(small));
        }
        let small = Arc::new(self.compress(effort, content)?);
        done().insert(key, Arc::clone(&small));
        Ok(small)
    }

    /// `content` made smaller.
    ///
    /// # Errors
    ///
    /// Never in practice: nothing is written but memory.
    pub fn compress(self, effort: Effort, content: &[u8]) -> Result<Vec<u8>> {
        match self {
            Encoding::Brotli => {
                let quality = match effort {
                    Effort::Answering => 9,
                    Effort::Preparing => 11,
                };
                let mut writer = brotli::CompressorWriter::new(Vec::new(), 64 * 1024, quality, 22);
                writer.write_all(content).context("compressing")?;
                Ok(writer.into_inner())
            }
            Encoding::Gzip => {
                let mut writer = GzEncoder::new(Vec::new(), Compression::best());
                writer.write_all(content).context("compressing")?;
                writer.finish().context("compressing")
            }
        }
    }
}

/// What has been made smaller, by what it was.
type Done = HashMap<(Encoding, Effort, String), Arc<Vec<u8>>>;

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn the_best_that_is_accepted() {
        for (accepted, best) in [
            ("gzip, deflate, br, zstd", Some(Encoding::Brotli)),
            ("gzip, deflate", Some(Encoding::Gzip)),
            ("br;q=0, gzip;q=0.5", Some(Encoding::Gzip)),
            ("brotli", None),
            ("identity", None),
            ("", None),
        ] {
            assert_eq!(Encoding::best(accepted), best, "{accepted}");
        }
    }

    #[test]
    fn what_is_made_smaller_can_be_read_again() {
        let content = "産後ケア".repeat(100).into_bytes();
        let brotli = Encoding::Brotli.apply(Effort::Preparing, &content, "a").unwrap();
        let gzip = Encoding::Gzip.apply(Effort::Answering, &content, "a").unwrap();
        let mut read = [Vec::new(), Vec::new()];
        brotli::Decompressor::new(brotli.as_slice(), 4096).read_to_end(&mut read[0]).unwrap();
        flate2::read::GzDecoder::new(gzip.as_slice()).read_to_end(&mut read[1]).unwrap();
        for (read, small) in read.iter().zip([brotli, gzip]) {
            assert!(read == &content && small.len() < 100, "{} bytes", small.len());
        }
    }
}
