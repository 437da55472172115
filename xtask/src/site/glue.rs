//! The script between the browser and the program, and how it loads chunks.
//!
//! What the splitter writes for that is a second script, which imports the first and asks for chunks without checking them.
//! In its place stand a few lines in the first: each chunk is checked by its digest, starts in the program's own memory, and
//! is asked for again after it failed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, bail, ensure};
use serde::Deserialize;

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

impl Load {
    /// Its split point.
    pub fn split(&self) -> &str {
        self.name.trim_start_matches(LOADER)
    }
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
    let script = for_the_page(script)?;
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

/// Names as `wasm-opt` shortened them.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Names {
    /// What the program asks for: of which script, as what, and as what now.
    imports: Vec<(String, String, String)>,
    /// What it gives: as what, and as what now.
    exports: Vec<(String, String)>,
}

impl Names {
    /// Reads what `wasm-opt` says of them.
    ///
    /// # Errors
    ///
    /// When it says something else.
    pub fn read(said: &str) -> Result<Names> {
        serde_json::from_str(said).context("reading the names that wasm-opt shortened")
    }
}

/// The name under which a program with short names asks for everything.
const SHORT_MODULE: &str = "a";

/// wasm-bindgen's script, with loaders of ours in it, for a program whose names are short: they are on every phone's way
/// twice, and each ends in a digest that nothing makes smaller. What the program does not ask for any more is left out.
///
/// # Errors
///
/// When the script is written otherwise than we know, or lacks what the program asks for.
pub(super) fn with_short_names(script: &str, names: &Names) -> Result<String> {
    let mut short: BTreeMap<&str, &str> = BTreeMap::new();
    let mut imports = String::new();
    for (module, name, new) in &names.imports {
        if module == LOADS {
            writeln!(imports, "        {new}: loads.{name},")?;
        } else {
            short.insert(name, new);
        }
    }
    let mut out = String::new();
    let mut place = Place::Script;
    for line in script.lines() {
        let name = line.strip_prefix("        ").and_then(|entry| entry.split_once(": function")).map(|(name, _)| name);
        match (place, name) {
            (Place::Script, _) if line == "    const import0 = {" => place = Place::Import(true),
            (Place::Import(_), _) if line == "    };" => {
                out.push_str(&imports);
                place = Place::Script;
            }
            (Place::Import(_), Some(name)) if !name.starts_with(' ') => {
                let new = short.remove(name);
                place = Place::Import(new.is_some());
                if let Some(new) = new {
                    writeln!(out, "{}", line.replacen(name, new, 1))?;
                }
                continue;
            }
            (Place::Import(false), _) => continue,
            (Place::Script, _) if line.ends_with("_bg.js\": import0,") => {
                writeln!(out, "        {SHORT_MODULE}: import0,")?;
                continue;
            }
            (Place::Script, _) if line.trim_start().starts_with(&format!("\"{LOADS}\"")) => continue,
            _ => {}
        }
        out.push_str(line);
        out.push('\n');
    }
    ensure!(short.is_empty(), "wasm-bindgen's script lacks what the program asks for: {short:?}");
    let exports: BTreeMap<&str, &str> = names.exports.iter().map(|(name, new)| (name.as_str(), new.as_str())).collect();
    ensure!(
        out.contains(&format!("        {SHORT_MODULE}: import0,\n")),
        "wasm-bindgen's script gives the program nothing"
    );
    with_exports(&out, &exports)
}

/// Where in wasm-bindgen's script a line is.
#[derive(Clone, Copy)]
enum Place {
    /// In no place that matters.
    Script,
    /// In what the program asks for, in something that it does (or does not) need.
    Import(bool),
}

/// Where the script begins to load the program.
const LOADING: &str = "async function __wbg_load(";
/// What stands in its place.
const START: &str = "
export default async (module) =>
  __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
";

/// The script without the classes that it gives to others, without what is kept for them, and with a start of ours.
fn for_the_page(script: &str) -> Result<String> {
    let mut out = String::new();
    let mut lines = script.lines();
    while let Some(line) = lines.next() {
        let end = if line.starts_with("export class ") {
            "}"
        } else if line.starts_with("const ") && line.contains("Finalization = ") {
            "    : "
        } else if line.starts_with("if (Symbol.dispose) ") {
            continue;
        } else if line.starts_with(LOADING) {
            // It takes a program in five forms; the page has it compiled.
            let kept = ["function __wbg_get_imports()", "function __wbg_finalize_init(instance, module)"];
            ensure!(
                kept.iter().all(|kept| out.contains(kept)),
                "wasm-bindgen's script begins a program in another way"
            );
            out.push_str(START);
            return Ok(out);
        } else {
            out.push_str(line);
            out.push('\n');
            continue;
        };
        ensure!(lines.any(|line| line.starts_with(end)), "wasm-bindgen's script does not end what begins with {line}");
    }
    bail!("wasm-bindgen's script does not load a program: it has no line that begins with {LOADING}")
}

/// The script with the short names of what the program gives.
fn with_exports(script: &str, short: &BTreeMap<&str, &str>) -> Result<String> {
    const GIVEN: &str = "wasm.";
    let mut parts = script.split(GIVEN);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(GIVEN);
        let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        let new =
            short.get(name).with_context(|| format!("the script asks for wasm.{name}, which the program lacks"))?;
        out.push_str(new);
        out.push_str(rest);
    }
    Ok(out)
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

    const BINDGENS: &str = r#"import * as import1 from "./__wasm_split.js"
import * as import2 from "./__wasm_split.js"
export class Of {
    free() {
        wasm.__of_free();
    }
}
if (Symbol.dispose) Of.prototype[Symbol.dispose] = Of.prototype.free;
function __wbg_get_imports() {}
use({ "./__wasm_split.js": import1, "./__wasm_split.js": import2, });
const OfFinalization = (typeof FinalizationRegistry === 'undefined')
    ? { register: () => {}, unregister: () => {} }
    : new FinalizationRegistry(ptr => wasm.__of_free(ptr, 1));
let wasm;
function __wbg_finalize_init(instance, module) {}
async function __wbg_load(module, imports) {
}
export { initSync, __wbg_init as default };
"#;

    #[test]
    fn the_loaders_take_the_place_of_the_import() {
        let loads = [("__wasm_split_load_lazy", vec![("b-0.wasm".to_owned(), "sha256-x".to_owned())])];
        let glue = with_loads(BINDGENS, &loads).unwrap();
        let (bindgens, ours) = glue.split_once("let wasm;\n").unwrap();
        assert_eq!(
            bindgens,
            "function __wbg_get_imports() {}\nuse({ \"./__wasm_split.js\": loads, \"./__wasm_split.js\": loads, });\n"
        );
        assert!(ours.contains("export default async (module) =>"), "{ours}");
        assert!(
            ours.contains("const loads = {\n  __wasm_split_load_lazy: load([[\"./b-0.wasm\", \"sha256-x\"]]),\n};"),
            "{ours}"
        );
        assert!(with_loads("let wasm;", &loads).is_err());
        assert!(with_loads(&BINDGENS.replace("import", "export"), &loads).is_err());
    }

    #[test]
    fn names_are_short_and_what_nobody_asks_for_is_gone() {
        let script = r#"function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_a_01: function(arg0) {
            wasm.give(arg0); wasm.give_more('wasm');
        },
        __wbg_b_02: function() { return handleError(function () {
            b();
        }, arguments); },
    };
    return {
        __proto__: null,
        "./x_bg.js": import0,
        "./__wasm_split.js": loads,
    };
}
"#;
        let said = r#"{"imports": [["./x_bg.js", "__wbg_a_01", "$"], ["./__wasm_split.js", "__wasm_split_load_lazy", "b"]],
            "exports": [["give", "c"], ["give_more", "d"]]}"#;
        let short = with_short_names(script, &Names::read(said).unwrap()).unwrap();
        let expected = "function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        $: function(arg0) {
            wasm.c(arg0); wasm.d('wasm');
        },
        b: loads.__wasm_split_load_lazy,
    };
    return {
        __proto__: null,
        a: import0,
    };
}
";
        assert_eq!(short, expected);
        let more = Names { imports: vec![("./x_bg.js".into(), "__wbg_c_03".into(), "d".into())], exports: Vec::new() };
        let error = with_short_names(script, &more).unwrap_err().to_string();
        assert!(error.contains("__wbg_c_03"), "{error}");
        let none = Names { imports: Names::read(said).unwrap().imports, exports: Vec::new() };
        assert!(with_short_names(script, &none).unwrap_err().to_string().contains("wasm.give"));
        assert!(Names::read("").is_err());
    }
}
