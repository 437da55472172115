//! Digests of contents: for names that change with what they name, and for subresource integrity.

use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256};

/// 16 hexadecimal digits that change with `content`: the part of a file's name that lets it be kept for ever.
pub fn short(content: &[u8]) -> String {
    Sha256::digest(content).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// The value of an `integrity` attribute. Seven of them stand in each page: a longer digest's bytes, which nothing makes
/// smaller, would cost the longest page another way to the host and back.
pub fn integrity(content: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(content)))
}

/// One digest of several files: of their names and of what is in them.
#[derive(Default)]
pub struct Files(Sha256);

impl Files {
    /// Takes in a text that stands for no file.
    pub fn add_text(&mut self, text: &str) {
        self.0.update((text.len() as u64).to_le_bytes());
        self.0.update(text);
    }

    /// Takes in a file, or a directory with all that is in it; what is not there counts as not there.
    ///
    /// # Errors
    ///
    /// When a file can't be read.
    pub fn add(&mut self, path: &Path) -> Result<()> {
        let reading = || format!("reading {}", path.display());
        self.add_text(&path.to_string_lossy());
        if path.is_dir() {
            let entries = std::fs::read_dir(path).with_context(reading)?;
            let mut inside =
                entries.map(|entry| Ok(entry?.path())).collect::<std::io::Result<Vec<_>>>().with_context(reading)?;
            inside.sort();
            for path in inside {
                self.add(&path)?;
            }
        } else if path.exists() {
            let content = std::fs::read(path).with_context(reading)?;
            self.0.update((content.len() as u64).to_le_bytes());
            self.0.update(content);
        }
        Ok(())
    }

    /// The digest, in hexadecimal.
    pub fn finish(self) -> String {
        self.0.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }
}
