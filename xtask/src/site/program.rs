//! The two programs' own files, which Trunk names.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::{Asset, script};
use crate::digest;

/// What the names of all of them begin with.
pub(super) const NAME: &str = "sango-navi";
/// What the names of the first program's files begin with; those of the whole lack the `first`.
const FIRST: &str = "sango-navi-first";

/// Both programs.
pub(super) struct Programs {
    /// Leads to the first result.
    pub first: Program,
    /// Goes on from there.
    pub whole: Program,
}

/// A program's files.
pub(super) struct Program {
    /// The script between the browser and the program.
    pub glue: Asset,
    /// The program.
    pub wasm: Asset,
}

/// Whether a file is part of the whole program alone, and so comes after the first result.
pub fn comes_later(path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    name.starts_with(NAME) && !name.starts_with(FIRST)
}

/// Whether a file is part of the first program alone.
pub(super) fn is_first(path: &str) -> bool {
    path.starts_with(FIRST)
}

/// Makes both programs' glue smaller: wasm-bindgen writes it to be read.
///
/// # Errors
///
/// When it is not there, or no script.
pub(super) fn minify_glue(staging: &Path) -> Result<()> {
    for name in [FIRST, NAME] {
        let glue = staging.join(find(staging, name, ".js")?);
        let content = fs::read_to_string(&glue).with_context(|| format!("reading {}", glue.display()))?;
        let content = script::minify(&content).with_context(|| glue.display().to_string())?;
        fs::write(&glue, content).with_context(|| format!("writing {}", glue.display()))?;
    }
    Ok(())
}

/// Names the programs and their glue after what is in them.
///
/// Trunk's names for a program are a digest of what it was before `wasm-opt`, or none: with another `wasm-opt`, other
/// bytes would stand under a name that browsers keep for ever.
///
/// # Errors
///
/// When they are not there, or can't be renamed.
pub(super) fn rename(staging: &Path) -> Result<Programs> {
    let program = |name: &str| -> Result<Program> {
        let rename = |extension: &str| -> Result<Asset> {
            let old = staging.join(find(staging, name, extension)?);
            let content = fs::read(&old).with_context(|| format!("reading {}", old.display()))?;
            let path = format!("{name}-{}{extension}", digest::short(&content));
            fs::rename(&old, staging.join(&path)).with_context(|| format!("renaming {}", old.display()))?;
            Ok(Asset { path, integrity: digest::integrity(&content) })
        };
        Ok(Program { glue: rename(".js")?, wasm: rename(".wasm")? })
    };
    Ok(Programs { first: program(FIRST)?, whole: program(NAME)? })
}

/// The one file of Trunk's that ends with `extension` and belongs to the program `name`.
fn find(staging: &Path, name: &str, extension: &str) -> Result<String> {
    let entries = fs::read_dir(staging).with_context(|| format!("reading {}", staging.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let ours = |file: &String| {
        file.ends_with(extension) && file.starts_with(name) && (name == FIRST || !file.starts_with(FIRST))
    };
    let mut found: Vec<String> = names.filter(ours).collect();
    if found.len() != 1 {
        bail!("{}: one {name}*{extension} is right, found {}", staging.display(), found.len());
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
    fn names_follow_the_content() {
        let files = [
            ("sango-navi-first-1a.js", "glue"),
            ("sango-navi-first-1a_bg.wasm", "program"),
            ("sango-navi.js", "other glue"),
            ("sango-navi_bg.wasm", "whole"),
            ("other.txt", ""),
        ];
        let staging = staging("rename", &files);
        let Programs { first, whole } = rename(&staging).unwrap();
        assert_eq!(first.glue.path, format!("sango-navi-first-{}.js", digest::short(b"glue")));
        assert_eq!(first.wasm.path, format!("sango-navi-first-{}.wasm", digest::short(b"program")));
        assert_eq!(first.glue.integrity, digest::integrity(b"glue"));
        assert_eq!(first.wasm.integrity, digest::integrity(b"program"));
        assert_eq!(whole.glue.path, format!("sango-navi-{}.js", digest::short(b"other glue")));
        assert_eq!(whole.wasm.path, format!("sango-navi-{}.wasm", digest::short(b"whole")));
        for (program, later) in [(&first, false), (&whole, true)] {
            for there in [&program.glue.path, &program.wasm.path] {
                assert!(staging.join(there).is_file(), "{there}");
                assert_eq!((comes_later(there), is_first(there)), (later, !later), "{there}");
            }
        }
    }

    #[test]
    fn a_program_that_is_not_there_or_there_twice_is_an_error() {
        for (name, files) in [
            ("missing", &[("sango-navi-first-1a.js", "glue")][..]),
            (
                "two",
                &[
                    ("sango-navi-first-1a.js", "glue"),
                    ("sango-navi-first-2b.js", "glue"),
                    ("sango-navi-first-1a.wasm", ""),
                ][..],
            ),
        ] {
            assert!(rename(&staging(name, files)).is_err(), "{name}");
        }
    }
}
