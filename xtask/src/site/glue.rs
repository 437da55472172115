//! The script between the browser and the program, and how it loads chunks.
//!
//! What the splitter writes for that is a second script, which imports the first and asks for chunks without checking them.
//! In its place stand a few lines in the first: each chunk is checked by its digest, starts in the program's own memory, and
//! is asked for again after it failed.

use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};

/// The module that the program takes its loaders from.
const LOADS: &str = "./__wasm_split.js";
/// How a loader's name begins.
const LOADER: &str = "__wasm_split_load_";

/// A loader, and the files that it needs.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Load {
    /// As the program calls it.
    pub name: String,
    /// As the splitter names them.
    pub files: Vec<String>,
}

/// The loaders in the script that the splitter wrote.
///
/// # Errors
///
/// When it is written otherwise than we know.
pub(super) fn loads(script: &str) -> Result<Vec<Load>> {
    let file = |text: &str| Some(text.split_once("\"./")?.1.split_once(".wasm\"")?.0.to_owned() + ".wasm");
    let mut shared: Vec<(String, String)> = Vec::new();
    for part in script.split("const __chunk_").skip(1) {
        let (number, rest) = part.split_once(' ').context("a shared chunk without a name")?;
        shared.push((format!("__chunk_{number}"), file(rest).context("a shared chunk without a file")?));
    }
    let mut loads = Vec::new();
    for part in script.split(&format!("export const {LOADER}")).skip(1) {
        let (name, rest) = part.split_once(' ').context("a loader without a name")?;
        let rest = rest.split("export const").next().unwrap_or_default();
        let own = file(rest).with_context(|| format!("the loader {name} has no file"))?;
        let needs = shared.iter().filter(|(chunk, _)| {
            rest.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == chunk)
        });
        let files = [own].into_iter().chain(needs.map(|(_, file)| file.clone())).collect();
        loads.push(Load { name: format!("{LOADER}{name}"), files });
    }
    ensure!(!loads.is_empty(), "the splitter's script has no loader: {script}");
    Ok(loads)
}

/// wasm-bindgen's script with loaders of ours: each with the names of its files and what they are checked by.
///
/// # Errors
///
/// When the script is written otherwise than we know.
pub(super) fn with_loads(script: &str, loads: &[(&str, Vec<(String, String)>)]) -> Result<String> {
    // It imports it once for each loader.
    let (imports, rest): (Vec<&str>, Vec<&str>) =
        script.lines().partition(|line| line.starts_with("import ") && line.contains(LOADS));
    let names: Vec<&str> =
        imports.iter().filter_map(|line| line.strip_prefix("import * as ")?.split(' ').next()).collect();
    ensure!(!names.is_empty(), "wasm-bindgen's script does not import the splitter's");
    let mut script = rest.join("\n");
    for name in names {
        let used = format!("\"{LOADS}\": {name},");
        ensure!(script.contains(&used), "wasm-bindgen's script does not use {name}");
        script = script.replace(&used, &format!("\"{LOADS}\": loads,"));
    }
    let mut ours = include_str!("chunks.js").to_owned();
    ours.push_str("const loads = {\n");
    for (loader, files) in loads {
        let files = files.iter().map(|(path, integrity)| format!("[\"./{path}\", \"{integrity}\"]"));
        writeln!(ours, "  {loader}: load([{}]),", files.collect::<Vec<_>>().join(", "))?;
    }
    ours.push_str("};\n");
    Ok(script + "\n" + &ours)
}

/// The files that a split point needs, as the site's script in `glue` names them.
pub(super) fn needs(glue: &str, split: &str) -> Vec<String> {
    let list =
        glue.split_once(&format!("{LOADER}{split}:")).and_then(|(_, rest)| rest.split_once(')')).map(|(list, _)| list);
    let files = list.unwrap_or_default().split("\"./").skip(1).filter_map(|rest| rest.split('"').next());
    files.map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPLITTERS: &str = r#"import { initSync } from "./a.js";
/* home, lazy */
const __chunk_3 = makeLoad(() => { const src = fetch(new URL("./chunk_3.wasm", import.meta.url)); }, []);
/* home, lazy, x */
const __chunk_31 = makeLoad(() => { const src = fetch(new URL("./chunk_31.wasm", import.meta.url)); }, []);
export const __wasm_split_load_lazy = wrapAsyncCb(makeLoad(() => { fetch(new URL("./split_lazy.wasm", import.meta.url)); }, [__chunk_3]));
export const __wasm_split_load_home = wrapAsyncCb(makeLoad(() => { fetch(new URL("./split_home.wasm", import.meta.url)); }, [__chunk_31]));
"#;

    #[test]
    fn each_loader_has_its_own_file_and_what_it_shares() {
        let loads = loads(SPLITTERS).unwrap();
        let of =
            |name: &str, files: [&str; 2]| Load { name: name.to_owned(), files: files.map(str::to_owned).to_vec() };
        assert_eq!(
            loads,
            [
                of("__wasm_split_load_lazy", ["split_lazy.wasm", "chunk_3.wasm"]),
                of("__wasm_split_load_home", ["split_home.wasm", "chunk_31.wasm"]),
            ]
        );
        assert!(super::loads("").is_err());
    }

    #[test]
    fn the_loaders_take_the_place_of_the_import() {
        let script = r#"import * as import1 from "./__wasm_split.js"
import * as import2 from "./__wasm_split.js"
let wasm;
use({ "./__wasm_split.js": import1, "./__wasm_split.js": import2, });
"#;
        let loads = [("__wasm_split_load_lazy", vec![("b-0.wasm".to_owned(), "sha256-x".to_owned())])];
        let glue = with_loads(script, &loads).unwrap();
        assert!(!glue.contains("import *"), "{glue}");
        assert!(
            glue.contains("const loads = {\n  __wasm_split_load_lazy: load([[\"./b-0.wasm\", \"sha256-x\"]]),\n};"),
            "{glue}"
        );
        assert!(with_loads("let wasm;", &loads).is_err());
        assert_eq!(needs(&glue, "lazy"), ["b-0.wasm"]);
        assert!(needs(&glue, "other").is_empty());
    }
}
