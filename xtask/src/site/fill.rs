//! Putting values where a page has marks for them.

/// `text` with each mark's value in its place, in one pass: no value is searched for marks.
pub(super) fn fill(text: &str, values: &[(&str, &str)]) -> String {
    let mut filled = String::with_capacity(text.len() + values.iter().map(|(_, value)| value.len()).sum::<usize>());
    let mut rest = text;
    while let Some((at, mark, value)) =
        values.iter().filter_map(|(mark, value)| Some((rest.find(mark)?, mark, value))).min()
    {
        filled.push_str(&rest[..at]);
        filled.push_str(value);
        rest = &rest[at + mark.len()..];
    }
    filled.push_str(rest);
    filled
}

/// `text` as it may stand in markup, between tags or in a quoted attribute.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_is_read_for_marks() {
        assert_eq!(fill("{a}|{b}|{a}", &[("{a}", "{b}"), ("{b}", "c")]), "{b}|c|{b}");
    }
}
