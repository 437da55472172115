//! The program's own files, which Trunk names.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::digest;

/// What the names of Trunk's files begin with.
const NAME: &str = "sango-navi-";

/// Names the program and its glue after what is in them, and says so in `page`.
///
/// Trunk's name for the program is a digest of what it was before `wasm-opt`: with another `wasm-opt`, other bytes would
/// stand under a name that browsers keep for ever.
///
/// # Errors
///
/// When a file can't be read or renamed, or the page doesn't name it.
pub(super) fn rename(staging: &Path, mut page: String) -> Result<String> {
    let mut renamed = 0;
    for entry in fs::read_dir(staging).with_context(|| format!("reading {}", staging.display()))? {
        let path = entry?.path();
        let Some(old) = path.file_name().and_then(|name| name.to_str()).filter(|name| name.starts_with(NAME)) else {
            continue;
        };
        let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let extension = path.extension().and_then(|extension| extension.to_str()).unwrap_or_default();
        let new = format!("{NAME}{}.{extension}", digest::short(&content));
        if !page.contains(old) {
            bail!("Trunk's index.html doesn't name {old}");
        }
        page = page.replace(old, &new);
        fs::rename(&path, staging.join(new)).with_context(|| format!("renaming {}", path.display()))?;
        renamed += 1;
    }
    // Else the next Trunk has changed its ways.
    if renamed != 2 {
        bail!("a program and its glue are right, found {renamed} files beginning with `{NAME}`");
    }
    Ok(page)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staging(name: &str, files: &[(&str, &str)]) -> std::path::PathBuf {
        let directory = crate::workspace::scratch().join("tests").join(name);
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(&directory).unwrap();
        for (file, content) in files {
            fs::write(directory.join(file), content).unwrap();
        }
        directory
    }

    #[test]
    fn names_follow_the_content_and_the_page_the_names() {
        let files = [("sango-navi-1a.js", "glue"), ("sango-navi-1a_bg.wasm", "program"), ("other.txt", "")];
        let staging = staging("rename", &files);
        let page =
            rename(&staging, "<a href='/sango-navi-1a.js'><b href='/sango-navi-1a_bg.wasm'>".to_owned()).unwrap();
        let glue = format!("sango-navi-{}.js", digest::short(b"glue"));
        let program = format!("sango-navi-{}.wasm", digest::short(b"program"));
        assert_eq!(page, format!("<a href='/{glue}'><b href='/{program}'>"));
        for there in [glue.as_str(), program.as_str(), "other.txt"] {
            assert!(staging.join(there).is_file(), "{there}");
        }
    }

    #[test]
    fn a_file_that_the_page_does_not_name_is_an_error() {
        let staging = staging("unnamed", &[("sango-navi-1a.js", "glue"), ("sango-navi-2b.wasm", "program")]);
        assert!(rename(&staging, "<a href='/sango-navi-1a.js'>".to_owned()).is_err());
    }
}
