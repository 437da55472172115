//! The script that starts the program: ours, in a file of its own, in the place of the one that Trunk writes into the
//! page.

use anyhow::{Context, Result, bail};

use super::program::{Program, Programs};
use super::{script, template, worker};
use crate::base::Base;

const OPEN: &str = "<script type=\"module\">";
const CLOSE: &str = "</script>";

/// The page with a mark in the place of Trunk's script.
///
/// # Errors
///
/// When the page has no such script, or another one beside it.
pub(super) fn take_out(page: &str) -> Result<String> {
    let (before, rest) = page.split_once(OPEN).with_context(|| format!("Trunk's index.html: no `{OPEN}` in it"))?;
    let (_, after) = rest.split_once(CLOSE).context("Trunk's index.html: its script has no end")?;
    if before.contains("<script") || after.contains("<script") {
        bail!("Trunk's index.html: one script is right, found more");
    }
    Ok(format!("{before}{}{after}", template::SCRIPT))
}

/// The script that starts the programs, which stand under `base`, and then the worker.
pub(super) fn script(programs: &Programs, base: &Base) -> String {
    let list = |Program { glue, wasm, integrity }: &Program| {
        format!("[\"{}\", \"{}\", \"{integrity}\"]", base.link(glue), base.link(wasm))
    };
    script::shorten(include_str!("start.js"))
        .replace("{first}", &list(&programs.first))
        .replace("{whole}", &list(&programs.whole))
        .replace("{worker}", &base.link(worker::WORKER))
        .replace("{base}", base.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_leaves_a_mark() {
        let page = take_out("<head><script type=\"module\">\nimport 'x';\n</script></head>").unwrap();
        assert_eq!(page, "<head><!--script--></head>");
    }

    #[test]
    fn no_script_and_two_are_both_wrong() {
        for wrong in ["<head></head>", "<script type=\"module\">a</script><script>b</script>"] {
            assert!(take_out(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_start_names_the_programs_files() {
        let program = |name: &str| Program {
            glue: format!("{name}.js"),
            wasm: format!("{name}.wasm"),
            integrity: "sha384-x".to_owned(),
        };
        let programs = Programs { first: program("a"), whole: program("b") };
        let script = script(&programs, &"/sango/".parse().unwrap());
        for part in [
            "[\"/sango/a.js\", \"/sango/a.wasm\", \"sha384-x\"]",
            "[\"/sango/b.js\", \"/sango/b.wasm\", \"sha384-x\"]",
            "createScriptURL: () => \"/sango/worker.js\"",
            "register(worker, { scope: \"/sango/\"",
        ] {
            assert!(script.contains(part), "{part} in {script}");
        }
        assert!(!script.contains("//"), "no comment is sent: {script}");
    }
}
