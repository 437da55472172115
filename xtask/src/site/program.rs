//! The program's own files, which Trunk names.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::digest;

/// What the names of Trunk's files begin with.
pub(super) const NAME: &str = "sango-navi-";

/// The program's files, as seen from the site's root.
pub(super) struct Program {
    /// The script between the browser and the program.
    pub glue: String,
    /// The program.
    pub wasm: String,
    /// What a browser may check the program by.
    pub integrity: String,
}

/// Names the program and its glue after what is in them, and says so in `page`.
///
/// Trunk's name for the program is a digest of what it was before `wasm-opt`: with another `wasm-opt`, other bytes would
/// stand under a name that browsers keep for ever.
///
/// # Errors
///
/// When they are not there, or can't be renamed, or the page doesn't name them.
pub(super) fn rename(staging: &Path, page: &mut String) -> Result<Program> {
    let mut rename = |extension: &str| -> Result<(String, String)> {
        let old = find(staging, extension)?;
        let path = staging.join(&old);
        let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
        let new = format!("{NAME}{}{extension}", digest::short(&content));
        if !page.contains(&old) {
            bail!("Trunk's index.html doesn't name {old}");
        }
        *page = page.replace(&old, &new);
        fs::rename(&path, staging.join(&new)).with_context(|| format!("renaming {}", path.display()))?;
        Ok((new, digest::integrity(&content)))
    };
    let (glue, _) = rename(".js")?;
    let (wasm, integrity) = rename(".wasm")?;
    Ok(Program { glue, wasm, integrity })
}

/// The one file of Trunk's that ends with `extension`.
fn find(staging: &Path, extension: &str) -> Result<String> {
    let entries = fs::read_dir(staging).with_context(|| format!("reading {}", staging.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let mut found: Vec<String> = names.filter(|name| name.starts_with(NAME) && name.ends_with(extension)).collect();
    if found.len() != 1 {
        bail!("{}: one {NAME}*{extension} is right, found {}", staging.display(), found.len());
    }
    Ok(found.remove(0))
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
        let mut page = "<a href='/sango-navi-1a.js'><b href='/sango-navi-1a_bg.wasm'>".to_owned();
        let Program { glue, wasm, integrity } = rename(&staging, &mut page).unwrap();
        assert_eq!(glue, format!("sango-navi-{}.js", digest::short(b"glue")));
        assert_eq!(wasm, format!("sango-navi-{}.wasm", digest::short(b"program")));
        assert_eq!(integrity, digest::integrity(b"program"));
        assert_eq!(page, format!("<a href='/{glue}'><b href='/{wasm}'>"));
        for there in [glue.as_str(), wasm.as_str(), "other.txt"] {
            assert!(staging.join(there).is_file(), "{there}");
        }
    }

    #[test]
    fn a_program_that_is_not_there_or_not_named_is_an_error() {
        for (name, files) in [
            ("unnamed", &[("sango-navi-1a.js", "glue"), ("sango-navi-2b.wasm", "program")][..]),
            ("missing", &[("sango-navi-1a.js", "glue")][..]),
            ("two", &[("sango-navi-1a.js", "glue"), ("sango-navi-2b.js", "glue"), ("sango-navi-1a.wasm", "")][..]),
        ] {
            let mut page = "<a href='/sango-navi-1a.js'>".to_owned();
            assert!(rename(&staging(name, files), &mut page).is_err(), "{name}");
        }
    }
}
