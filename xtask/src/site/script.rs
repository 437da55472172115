//! Scripts as they are sent.

/// `script` without indentation, empty lines and lines that are comments. No line of it may begin within a string.
pub(super) fn shorten(script: &str) -> String {
    let lines = script.lines().map(str::trim_start).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_means_nothing_goes() {
        assert_eq!(shorten("// a\n\nif (a) {\n  // b\n  c(\"//\"); // d\n}\n"), "if (a) {\nc(\"//\"); // d\n}\n");
    }
}
