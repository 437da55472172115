//! Readings in Latin letters, and what people type for them, brought to one spelling.
//!
//! It is Kunrei without what is often left out or doubled: し is `si`, じ and ぢ `zi`, a long vowel is one letter, so is a
//! doubled consonant, ん is `n`. Hepburn (`shi`, `tsu`, `ji`, `mb`), Kunrei, a keyboard's `jya` and `cya`, `oh` and macrons all
//! come to the same letters, so do kana, and so does a word of which the last letters are still to be typed.

/// Two letters a kana, from ぁ to ゖ; a blank stands for none, a capital Y for a small kana that joins the one before it.
const KANA: &[u8] = b"\
    \x20a a i i u u e e o okagakigikugukegekogosazasizisuzusezesozotadatizi  tuzutedetodonaninuneno\
    habapahibipihubupuhebepehobopomamimumemoYayaYuyuYoyorarirurerowawa i e on vukake";

/// Adds the letters of a folded text; false where it holds what has no letters, kanji say.
pub(super) fn write(folded: &str, letters: &mut String) -> bool {
    // What waits for its vowel: the `y` of `sha`, which `shi` has not.
    let mut soft = false;
    let mut typed = folded.chars().peekable();
    while let Some(one) = typed.next() {
        match one {
            'ー' => {}
            'ぁ'..='ゖ' => push_kana(one, letters),
            'a' | 'i' | 'u' | 'e' | 'o' => {
                if soft && one != 'i' {
                    push('y', letters);
                }
                soft = false;
                push(one, letters);
            }
            'c' | 'j' => {
                soft = true;
                push(if one == 'c' { 't' } else { 'z' }, letters);
            }
            'h' if soft => {}
            'h' if letters.ends_with('s') => soft = true,
            // `ohta` is おおた, `ohara` may be おはら.
            'h' if letters.ends_with('o') && !matches!(typed.peek(), Some('a' | 'i' | 'u' | 'e' | 'o' | 'y')) => {}
            's' if letters.ends_with('t') => {}
            'f' => push('h', letters),
            'l' => push('r', letters),
            'a'..='z' => {
                soft = false;
                push(one, letters);
            }
            _ => return false,
        }
    }
    true
}

fn push_kana(kana: char, letters: &mut String) {
    let place = usize::try_from(u32::from(kana).saturating_sub(u32::from('ぁ'))).unwrap_or(0);
    let two = KANA.chunks_exact(2).nth(place).unwrap_or_default();
    for letter in two {
        match letter {
            b' ' => {}
            b'Y' => {
                if letters.ends_with('i') {
                    letters.pop();
                }
                push('y', letters);
            }
            _ => push(char::from(*letter), letters),
        }
    }
}

/// Adds a letter unless the one before it already stands for it.
fn push(letter: char, letters: &mut String) {
    let turned = match (letters.chars().next_back(), letter) {
        // ん before these.
        (Some('m'), 'b' | 'm' | 'p') => Some('n'),
        // づ and ぢ.
        (Some('d'), 'i' | 'u' | 'y' | 'z') => Some('z'),
        (Some('o'), 'u') => return,
        (Some(last), _) if last == letter => return,
        _ => None,
    };
    if let Some(turned) = turned {
        letters.pop();
        push(turned, letters);
        if turned == letter {
            return;
        }
    }
    letters.push(letter);
}
