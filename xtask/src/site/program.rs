//! The program's own files: what it waits for, and the chunks that follow.
//!
//! Cargo compiles one program. It is taken apart at its split points (`src/chunks.rs`), bound to the browser, made smaller,
//! and its files are named after what is in them. Trunk's own two files go: they are the same program in one piece.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;

use anyhow::{Context, Result, bail, ensure};

use super::glue::{self, Load, Names};
use super::{Asset, css, exports, merge, script};
use crate::process::{execute, output};
use crate::{digest, setup, workspace};

/// What the names of all of them begin with.
pub(super) const NAME: &str = "sango-navi";
/// What the names of chunks go on with.
const CHUNK: &str = "-chunk-";
/// The split point of what comes after the first look at her plan; a style sheet comes with it.
const LATER: &str = "lazy";
/// What only chunks may hold, as the compiler names functions.
const ONLY_IN_CHUNKS: [&str; 3] = ["sango_navi::ui::result::", "sango_navi::ui::lazy::", "sango_navi::ui::home::"];

/// A part of the name of each export that only foreign scripts would call: streams, which leptos brings along. The splitter
/// keeps all that an export reaches.
const FOR_OTHERS: &str = "intounderlying";
/// What `wasm-opt` does with each: what flows is built anew and made smaller twice, then functions of like names, which are
/// alike, stand beside each other, so that they are compressed together.
const OPTIMISED: [&str; 7] = [
    "--flatten",
    "--rereloop",
    "-Oz",
    "-Oz",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];
/// Its last step for the program that a page waits for.
const SHORT_NAMES: &str = "--minify-imports-and-exports-and-modules";
/// Its first step for a chunk, which nobody asks for anything by name.
const ASKED_FOR_NOTHING: &str = "--remove-exports=*";

/// What a page waits for.
pub(super) struct Program {
    /// The script between the browser and the program; it knows the chunks.
    pub glue: Asset,
    /// The program.
    pub wasm: Asset,
}

/// Whether a file is a chunk, and so comes after the first look.
pub fn comes_later(path: &str) -> bool {
    let name = path.rsplit_once('/').map_or(path, |(_, name)| name);
    name.strip_prefix(NAME).is_some_and(|rest| rest.starts_with(CHUNK))
}

/// The chunks that a split point of the site in `dist` needs: a chunk's name says whose it is.
///
/// # Errors
///
/// When the site is not there, or has none.
pub fn chunks_of(dist: &Path, split: &str) -> Result<Vec<String>> {
    let entries = fs::read_dir(dist).with_context(|| format!("reading {}", dist.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let needed = |name: &String| comes_later(name) && name.split('-').any(|user| user == split);
    let mut chunks: Vec<String> = names.filter(needed).collect();
    ensure!(!chunks.is_empty(), "{}: there is no chunk of `{split}`", dist.display());
    chunks.sort_unstable();
    Ok(chunks)
}

/// Puts the program's files in the place of Trunk's in `staging`.
///
/// # Errors
///
/// When the program is not there, was compiled without relocations, or has in it what only a chunk may hold; when one of the
/// tools fails or warns.
pub(super) fn split(staging: &Path) -> Result<()> {
    for extension in [".js", ".wasm"] {
        let file = staging.join(find(staging, extension)?);
        fs::remove_file(&file).with_context(|| format!("removing {}", file.display()))?;
    }
    let parts = fresh("split")?;
    let ours = parts.join("ours.wasm");
    let program = fs::read(compiled()).with_context(|| format!("reading {}", compiled().display()))?;
    fs::write(&ours, exports::without(&program, FOR_OTHERS)?).with_context(|| format!("writing {}", ours.display()))?;
    take_apart(&ours, &parts)?;
    let main = parts.join(format!("{NAME}.wasm"));
    stays_out(&fs::read(&main).with_context(|| format!("reading {}", main.display()))?)?;
    let bound = fresh("bind")?;
    execute(
        Command::new(setup::bindgen()?)
            .args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", NAME, "--out-dir"])
            .arg(&bound)
            .arg(&main),
    )?;
    let loads = fs::read_to_string(parts.join("__wasm_split.js")).context("reading what the splitter says")?;
    ensure!(
        !loads.contains("__wasm_split_shared1"),
        "chunks share a second global, which `chunks.js` does not give them"
    );
    let mut loads = glue::loads(&loads)?;
    merge::into_first(&parts, &mut loads, "result", LATER)?;
    let mut chunks: Vec<&str> = loads.iter().flat_map(|load| &load.files).map(String::as_str).collect();
    chunks.sort_unstable();
    chunks.dedup();
    let bound_main = bound.join(format!("{NAME}_bg.wasm"));
    let sources = [bound_main.clone()].into_iter().chain(chunks.iter().map(|chunk| parts.join(chunk)));
    let (names, mut small) = smaller(&sources.collect::<Vec<PathBuf>>())?;
    let main = small.remove(0);
    let named = chunks.iter().zip(small).map(|(chunk, content)| {
        let users = loads.iter().filter(|load| load.files.iter().any(|file| file == chunk)).map(Load::split);
        let name = format!("{NAME}{CHUNK}{}", users.collect::<Vec<_>>().join("-"));
        Ok((*chunk, Asset::add(staging, &name, "wasm", &content)?))
    });
    let named: Vec<(&str, Asset)> = named.collect::<Result<_>>()?;
    let path = bound.join(format!("{NAME}.js"));
    let glue = fs::read_to_string(&path).with_context(|| format!("reading {}", path.display()))?;
    let style = css::later(&workspace::root().join("style"))?;
    let style = Asset::add(staging, &format!("{NAME}{CHUNK}{LATER}"), "css", style.as_bytes())?;
    let files = |load: &Load| {
        let of = |file: &String| named.iter().find(|(chunk, _)| chunk == file).map(|(_, asset)| asset);
        let style = (load.split() == LATER).then_some(&style);
        let files = load.files.iter().filter_map(of).chain(style);
        files.map(|asset| (asset.path.clone(), asset.integrity.clone())).collect()
    };
    let loads: Vec<(&str, Vec<(String, String)>)> =
        loads.iter().map(|load| (load.name.as_str(), files(load))).collect();
    let glue = glue::with_short_names(&glue::with_loads(&glue, &loads)?, &names)?;
    let glue = script::minify(&glue)?;
    Asset::add(staging, NAME, "js", glue.as_bytes())?;
    Asset::add(staging, NAME, "wasm", &main)?;
    Ok(())
}

/// The files that [`split`] left in `staging` for a page to wait for.
///
/// # Errors
///
/// When they are not there.
pub(super) fn files(staging: &Path) -> Result<Program> {
    let asset = |extension| -> Result<Asset> {
        let path = find(staging, extension)?;
        let content = fs::read(staging.join(&path)).with_context(|| format!("reading {path}"))?;
        Ok(Asset { path, integrity: digest::integrity(&content) })
    };
    Ok(Program { glue: asset(".js")?, wasm: asset(".wasm")? })
}

/// Where cargo left the program, compiled for the browser.
fn compiled() -> PathBuf {
    let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| workspace::root().join("target"), PathBuf::from);
    target.join("wasm32-unknown-unknown").join("web").join(format!("{NAME}.wasm"))
}

/// An empty folder of ours.
fn fresh(name: &str) -> Result<PathBuf> {
    let folder = workspace::scratch().join(name);
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).with_context(|| format!("making {}", folder.display()))?;
    Ok(folder)
}

/// Takes a program apart. A warning says that something stays where it is not wanted, and so is an error.
fn take_apart(program: &Path, into: &Path) -> Result<()> {
    let output = Command::new(setup::splitter()?)
        .arg(program)
        .arg(into)
        .args(["--out-name", NAME])
        .env("RUST_LOG", "warn")
        .output()
        .context("starting the splitter")?;
    let said = [output.stdout, output.stderr].map(|text| String::from_utf8_lossy(&text).trim().to_owned()).concat();
    ensure!(output.status.success() && said.is_empty(), "{}: it can't be taken apart: {said}", program.display());
    Ok(())
}

/// Looks whether the compiler's names in a program are all of what may stand in it: one call from what she waits for to
/// what is to follow would draw that in, and nothing else would tell.
fn stays_out(program: &[u8]) -> Result<()> {
    for name in ONLY_IN_CHUNKS {
        if let Some(at) = program.windows(name.len()).position(|bytes| bytes == name.as_bytes()) {
            let rest = program[at..].iter().take_while(|byte| byte.is_ascii_graphic()).take(120);
            let found: String = rest.map(|byte| char::from(*byte)).collect();
            bail!("{found} is in what she waits for; only `src/chunks.rs` may name its folder");
        }
    }
    Ok(())
}

/// The content of programs after `wasm-opt`, two at a time: first that which a page waits for, with its names made short.
fn smaller(files: &[PathBuf]) -> Result<(Names, Vec<Vec<u8>>)> {
    let optimiser = setup::wasm_opt()?;
    let folder = fresh("opt")?;
    let one = |file: &PathBuf, before: Option<&str>, after: Option<&str>| -> Result<(String, Vec<u8>)> {
        let into = folder.join(file.file_name().context("a file without a name")?);
        let mut command = Command::new(&optimiser);
        command.args(merge::FEATURES).args(before).args(OPTIMISED).args(after);
        let said = output(command.arg(file).arg("-o").arg(&into))?;
        Ok((said, fs::read(&into).with_context(|| format!("reading {}", into.display()))?))
    };
    let (first, rest) = files.split_first().context("no program")?;
    thread::scope(|scope| {
        let longest = scope.spawn(|| one(first, None, Some(SHORT_NAMES)));
        let rest: Vec<Result<(String, Vec<u8>)>> =
            rest.iter().map(|file| one(file, Some(ASKED_FOR_NOTHING), None)).collect();
        let (names, first) = longest.join().unwrap_or_else(|_| bail!("making {} smaller", first.display()))?;
        let rest: Vec<Vec<u8>> = rest.into_iter().map(|one| Ok(one?.1)).collect::<Result<_>>()?;
        Ok((Names::read(&names)?, [first].into_iter().chain(rest).collect()))
    })
}

/// The one file with this ending that a page waits for.
fn find(staging: &Path, extension: &str) -> Result<String> {
    let entries = fs::read_dir(staging).with_context(|| format!("reading {}", staging.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let ours = |file: &String| file.ends_with(extension) && file.starts_with(NAME) && !comes_later(file);
    let mut found: Vec<String> = names.filter(ours).collect();
    if found.len() != 1 {
        bail!("{}: one {NAME}*{extension} is right, found {}", staging.display(), found.len());
    }
    Ok(found.remove(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn staging(name: &str, files: &[&str]) -> PathBuf {
        let directory = workspace::scratch().join("tests").join(name);
        let _ = fs::remove_dir_all(&directory);
        fs::create_dir_all(&directory).unwrap();
        for file in files {
            fs::write(directory.join(file), file).unwrap();
        }
        directory
    }

    #[test]
    fn a_page_waits_for_the_program_and_not_for_chunks() {
        let files =
            ["sango-navi-1.js", "sango-navi-2.wasm", "sango-navi-chunk-lazy-0123456789abcdef.wasm", "other.txt"];
        let found = super::files(&staging("program", &files)).unwrap();
        assert_eq!((found.glue.path.as_str(), found.wasm.path.as_str()), ("sango-navi-1.js", "sango-navi-2.wasm"));
        assert_eq!(found.wasm.integrity, digest::integrity(b"sango-navi-2.wasm"));
        assert!(comes_later(files[2]));
        assert!(!comes_later(files[1]));
    }

    #[test]
    fn a_program_that_is_not_there_or_there_twice_is_an_error() {
        assert!(super::files(&staging("missing", &["sango-navi-1.js"])).is_err());
        assert!(super::files(&staging("two", &["sango-navi-1.js", "sango-navi-2.js", "sango-navi-3.wasm"])).is_err());
    }

    #[test]
    fn what_only_a_chunk_may_hold_is_found_by_name() {
        assert!(stays_out(b"\x00sango_navi::ui::start::start::h1\x00").is_ok());
        let error = stays_out(b"\x00sango_navi::ui::lazy::planner::planner::h1\x00").unwrap_err().to_string();
        assert!(error.starts_with("sango_navi::ui::lazy::planner::planner::h1 is in"), "{error}");
    }
}
