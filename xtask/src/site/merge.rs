//! Two chunks in one file.
//!
//! What two split points share the splitter puts into a file of its own. Where one of them comes with the other in any case,
//! that is one more file to ask for, and two are compressed worse than one.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use super::glue::Load;
use crate::process::{execute, output};
use crate::setup;

/// What chunks call the program's module.
const PROGRAM: &str = "__wasm_split";
/// What the merged chunk calls it: the merger looks for [`PROGRAM`] among what it merges.
const OUTSIDE: &str = "shared";
/// What the compiler uses of WebAssembly: the merger forgets it.
pub(super) const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Merges what the split points `first` and `second`, and no others, share into the own file of `first`, which both then
/// need. `parts` is the folder of the files.
///
/// # Errors
///
/// When there is no such split point, or the merger fails.
pub(super) fn into_first(parts: &Path, loads: &mut [Load], first: &str, second: &str) -> Result<()> {
    let users = |file: &str| -> Vec<&str> {
        loads.iter().filter(|load| load.files.iter().any(|one| one == file)).map(Load::split).collect()
    };
    let of_first = loads.iter().find(|load| load.split() == first).with_context(|| format!("no loader of {first}"))?;
    let own =
        of_first.files.iter().find(|file| users(file) == [first]).context("a loader without a file of its own")?;
    let both = |file: &&String| users(file).len() == 2 && users(file).contains(&second);
    let Some(shared) = of_first.files.iter().find(both) else { return Ok(()) };
    let (own, shared) = (own.clone(), shared.clone());
    let bin = setup::wasm_opt()?;
    let tool = |name: &str| bin.with_file_name(name);
    let text = output(Command::new(tool("wasm-dis")).arg(parts.join(&own)))?;
    let program = stand_in(&text)?;
    let [written, compiled, merged] = ["program.wat", "program.wasm", "merged.wasm"].map(|name| parts.join(name));
    fs::write(&written, program).with_context(|| format!("writing {}", written.display()))?;
    execute(Command::new(tool("wasm-as")).arg(&written).arg("-o").arg(&compiled))?;
    let mut merge = Command::new(tool("wasm-merge"));
    merge.args(FEATURES).arg(&compiled).arg(PROGRAM).arg(parts.join(&own)).arg("own").arg(parts.join(&shared));
    // With names, by which functions are put in order later.
    execute(merge.arg("shared").arg("-g").arg("-o").arg(&merged))?;
    fs::rename(&merged, parts.join(&own)).with_context(|| format!("renaming {}", merged.display()))?;
    for load in loads {
        for file in &mut load.files {
            if *file == shared {
                file.clone_from(&own);
            }
        }
        load.files.sort();
        load.files.dedup();
    }
    Ok(())
}

/// A module that gives what a chunk asks of the program, and takes it from outside once: else the merged chunk would ask for
/// two memories.
fn stand_in(chunk: &str) -> Result<String> {
    let from = format!("(import \"{PROGRAM}\" ");
    let mut module = String::from("(module\n");
    let mut exports = String::new();
    for import in chunk.lines().map(str::trim).filter(|line| line.starts_with(&from)) {
        let rest = &import[from.len()..];
        let (name, kind) = rest.split_once(" (").context("an import without a kind")?;
        let kind = kind.split(' ').next().unwrap_or_default();
        ensure!(!exports.contains(&format!("({kind} ")), "a chunk asks for two of the kind `{kind}`");
        module.push_str(&format!("{}{rest}\n", from.replace(PROGRAM, OUTSIDE)));
        exports.push_str(&format!("(export {name} ({kind} 0))\n"));
    }
    ensure!(!exports.is_empty(), "a chunk that asks nothing of the program");
    Ok(module + &exports + ")\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_program_is_asked_once() {
        let chunk = r#"(module
 (type $0 (func))
 (import "__wasm_split" "memory" (memory $mimport$0 18))
 (import "__wasm_split" "__wasm_split_shared0" (global $stack (mut i32)))
)"#;
        let expected = r#"(module
(import "shared" "memory" (memory $mimport$0 18))
(import "shared" "__wasm_split_shared0" (global $stack (mut i32)))
(export "memory" (memory 0))
(export "__wasm_split_shared0" (global 0))
)
"#;
        assert_eq!(stand_in(chunk).unwrap(), expected);
        assert!(stand_in("(module)").is_err());
    }
}
