//! The script that starts the program: ours, in the page itself, in the place of what Trunk writes there.

use anyhow::{Context, Result, bail};

use super::program::Program;
use super::{template, worker};
use crate::base::Base;

const OPEN: &str = "<script type=\"module\">";
const CLOSE: &str = "</script>";
/// How Trunk's links begin.
const AHEAD: &[&str] = &["<link rel=\"modulepreload\"", "<link rel=\"preload\""];

/// The page with a mark in the place of Trunk's script, and without the links by which Trunk has a program loaded ahead:
/// which one a page needs is known only when it opens.
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
    let mut page = format!("{before}{}{after}", template::SCRIPT);
    for ahead in AHEAD {
        while let Some(start) = page.find(ahead) {
            let length = page[start..].find('>').context("Trunk's index.html: a link has no end")?;
            page.replace_range(start..=start + length, "");
        }
    }
    Ok(page)
}

/// The import map of the page: what the program's glue, which stands under `base`, must be. Chrome 127, Firefox 138,
/// Safari 18 and later check it; older ones pass over it.
pub(super) fn imports(program: &Program, base: &Base) -> String {
    format!("{{\"integrity\": {{\"{}\": \"{}\"}}}}", base.link(&program.glue.path), program.glue.integrity)
}

/// The script that starts the program, which stands under `base`, and then names the app's `manifest` and starts the worker.
pub(super) fn script(program: &Program, manifest: &str, base: &Base) -> String {
    include_str!("start.js")
        .replace("{glue}", &base.link(&program.glue.path))
        .replace("{program}", &base.link(&program.wasm.path))
        .replace("{integrity}", &program.wasm.integrity)
        .replace("{manifest}", manifest)
        .replace("{worker}", &base.link(worker::WORKER))
        .replace("{base}", base.as_str())
}

#[cfg(test)]
mod tests {
    use super::super::Asset;
    use super::*;

    #[test]
    fn the_script_leaves_a_mark_and_the_links_nothing() {
        let page = "<head><script type=\"module\">\nimport 'x';\n</script><link rel=\"icon\">\
            <link rel=\"modulepreload\" href=\"x\"><link rel=\"preload\" href=\"y\" as=\"fetch\"></head>";
        assert_eq!(take_out(page).unwrap(), "<head><!--script--><link rel=\"icon\"></head>");
    }

    #[test]
    fn no_script_and_two_are_both_wrong() {
        for wrong in ["<head></head>", "<script type=\"module\">a</script><script>b</script>"] {
            assert!(take_out(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn the_start_names_the_programs_files() {
        let file = |path: &str| Asset { path: path.to_owned(), integrity: "sha256-x".to_owned() };
        let program = Program { glue: file("a.js"), wasm: file("a.wasm") };
        let base = "/sango/".parse().unwrap();
        assert_eq!(imports(&program, &base), r#"{"integrity": {"/sango/a.js": "sha256-x"}}"#);
        let script = script(&program, "/sango/app.webmanifest", &base);
        for part in [
            "\"/sango/a.js\"",
            "\"/sango/a.wasm\"",
            "\"sha256-x\"",
            "href: \"/sango/app.webmanifest\"",
            "createScriptURL: () => \"/sango/worker.js\"",
            "register(worker, { scope: \"/sango/\"",
        ] {
            assert!(script.contains(part), "{part} in {script}");
        }
    }
}
