//! The script that starts the program: Trunk writes it into the page, the site keeps it in a file.

use anyhow::{Context, Result, bail};

const OPEN: &str = "<script type=\"module\">";
const CLOSE: &str = "</script>";

/// Takes Trunk's script out of `page`: the page with a mark in its place, and the script.
///
/// # Errors
///
/// When the page has no such script, or another one beside it.
pub(super) fn take(page: &str) -> Result<(String, String)> {
    let (before, rest) = page.split_once(OPEN).with_context(|| format!("Trunk's index.html: no `{OPEN}` in it"))?;
    let (script, after) = rest.split_once(CLOSE).context("Trunk's index.html: its script has no end")?;
    if before.contains("<script") || after.contains("<script") {
        bail!("Trunk's index.html: one script is right, found more");
    }
    Ok((format!("{before}{}{after}", super::template::SCRIPT), script.trim().to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_leaves_a_mark() {
        let (page, script) = take("<head><script type=\"module\">\nimport 'x';\n</script></head>").unwrap();
        assert_eq!(page, "<head><!--script--></head>");
        assert_eq!(script, "import 'x';");
    }

    #[test]
    fn no_script_and_two_are_both_wrong() {
        for wrong in ["<head></head>", "<script type=\"module\">a</script><script>b</script>"] {
            assert!(take(wrong).is_err(), "{wrong}");
        }
    }
}
