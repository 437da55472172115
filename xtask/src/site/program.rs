//! The two programs' own files, which Trunk names.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

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

/// A program's files, as seen from the site's root.
pub(super) struct Program {
    /// The script between the browser and the program.
    pub glue: String,
    /// The program.
    pub wasm: String,
    /// What a browser may check the program by.
    pub integrity: String,
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

/// Names the programs and their glue after what is in them, and says so in `page`.
///
/// Trunk's names for a program are a digest of what it was before `wasm-opt`, or none: with another `wasm-opt`, other
/// bytes would stand under a name that browsers keep for ever.
///
/// # Errors
///
/// When they are not there, or can't be renamed, or the page doesn't name the first.
pub(super) fn rename(staging: &Path, page: &mut String) -> Result<Programs> {
    let mut program = |name: &'static str, named: Named| -> Result<Program> {
        let mut rename = |extension: &str| -> Result<(String, String)> {
            let old = find(staging, name, extension)?;
            let path = staging.join(&old);
            let content = fs::read(&path).with_context(|| format!("reading {}", path.display()))?;
            let new = format!("{name}-{}{extension}", digest::short(&content));
            if named == Named::ByPage && !page.contains(&old) {
                bail!("Trunk's index.html doesn't name {old}");
            }
            *page = page.replace(&old, &new);
            fs::rename(&path, staging.join(&new)).with_context(|| format!("renaming {}", path.display()))?;
            Ok((new, digest::integrity(&content)))
        };
        let (glue, _) = rename(".js")?;
        let (wasm, integrity) = rename(".wasm")?;
        Ok(Program { glue, wasm, integrity })
    };
    Ok(Programs { first: program(FIRST, Named::ByPage)?, whole: program(NAME, Named::Nowhere)? })
}

/// Where Trunk says a program's name.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    ByPage,
    Nowhere,
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
    fn names_follow_the_content_and_the_page_the_names() {
        let files = [
            ("sango-navi-first-1a.js", "glue"),
            ("sango-navi-first-1a_bg.wasm", "program"),
            ("sango-navi.js", "other glue"),
            ("sango-navi_bg.wasm", "whole"),
            ("other.txt", ""),
        ];
        let staging = staging("rename", &files);
        let mut page = "<a href='/sango-navi-first-1a.js'><b href='/sango-navi-first-1a_bg.wasm'>".to_owned();
        let Programs { first, whole } = rename(&staging, &mut page).unwrap();
        assert_eq!(first.glue, format!("sango-navi-first-{}.js", digest::short(b"glue")));
        assert_eq!(first.wasm, format!("sango-navi-first-{}.wasm", digest::short(b"program")));
        assert_eq!(first.integrity, digest::integrity(b"program"));
        assert_eq!(whole.glue, format!("sango-navi-{}.js", digest::short(b"other glue")));
        assert_eq!(whole.wasm, format!("sango-navi-{}.wasm", digest::short(b"whole")));
        assert_eq!(page, format!("<a href='/{}'><b href='/{}'>", first.glue, first.wasm));
        for there in [&first.glue, &first.wasm, &whole.glue, &whole.wasm] {
            assert!(staging.join(there).is_file(), "{there}");
        }
        for (program, later) in [(&first, false), (&whole, true)] {
            assert_eq!((comes_later(&program.wasm), is_first(&program.glue)), (later, !later), "{}", program.wasm);
        }
    }

    #[test]
    fn a_program_that_is_not_there_or_not_named_is_an_error() {
        for (name, files) in [
            ("unnamed", &[("sango-navi-first-1a.js", "glue"), ("sango-navi-first-2b.wasm", "program")][..]),
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
            let mut page = "<a href='/sango-navi-first-1a.js'>".to_owned();
            assert!(rename(&staging(name, files), &mut page).is_err(), "{name}");
        }
    }
}
