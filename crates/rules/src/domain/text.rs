//! Looking into texts.

/// Where `part` first begins in `text`, in bytes. The standard library's own search is made for long texts: it and what it
/// says when it fails are 4 kB (brotli) of the program.
pub fn find(text: &str, part: &str) -> Option<usize> {
    if part.is_empty() {
        return Some(0);
    }
    text.as_bytes().windows(part.len()).position(|window| window == part.as_bytes())
}

/// Whether `part` stands in `text`.
pub fn has(text: &str, part: &str) -> bool {
    find(text, part).is_some()
}

/// Whether `sign` is one of `signs`. `str::contains` would bring the standard library's search, for signs beyond ASCII.
pub fn is_one_of(sign: char, signs: &str) -> bool {
    signs.chars().any(|one| one == sign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_finds_what_the_standard_library_finds() {
        for text in ["", "a", "乳房ケア", "宿泊型（ショートステイ）"] {
            for part in ["", "a", "ケア", "宿泊型", "乳房ケアを", "）"] {
                assert_eq!(find(text, part), text.find(part), "{part} in {text}");
                assert!(part.chars().all(|sign| is_one_of(sign, text) == text.contains(sign)), "{part} in {text}");
                assert_eq!(has(text, part), text.contains(part), "{part} in {text}");
            }
        }
    }
}
