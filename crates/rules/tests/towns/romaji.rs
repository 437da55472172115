//! Towns typed in Latin letters, in every spelling in use.

use std::collections::BTreeSet;

use super::{INDEX, stem_of_reading};

#[test]
fn every_town_is_found_by_its_romaji() {
    for town in INDEX.towns() {
        let kunrei = kunrei_of(stem_of_reading(town));
        let hepburn = hepburn_of(&kunrei);
        let whole = hepburn_of(&kunrei_of(town.reading));
        let short = |long: &str| long.replace("ou", "o").replace("oo", "o").replace("uu", "u");
        let marked = hepburn.replace("ou", "ō").replace("oo", "Ō").replace("uu", "û");
        let before_lips = hepburn.replace("nb", "mb").replace("nm", "mm").replace("np", "mp");
        for query in BTreeSet::from([whole, short(&hepburn), marked, before_lips, short(&kunrei), kunrei, hepburn]) {
            assert!(INDEX.search(&query, usize::MAX).contains(&town), "{query}: {town:?}");
        }
    }
}

#[test]
fn a_town_stays_found_while_it_is_typed() {
    for town in INDEX.towns().step_by(23) {
        let kunrei = kunrei_of(town.reading);
        for word in [town.name, town.reading, &kunrei, &hepburn_of(&kunrei)] {
            for (end, letter) in word.char_indices() {
                let typed = &word[..end + letter.len_utf8()];
                assert!(INDEX.search(typed, usize::MAX).contains(&town), "{typed}: {town:?}");
            }
        }
    }
}

/// A kana row: its five kana and its consonant.
const ROWS: [(&str, &str); 15] = [
    ("あいうえお", ""),
    ("かきくけこ", "k"),
    ("さしすせそ", "s"),
    ("たちつてと", "t"),
    ("なにぬねの", "n"),
    ("はひふへほ", "h"),
    ("まみむめも", "m"),
    ("や　ゆ　よ", "y"),
    ("らりるれろ", "r"),
    ("わ　　　を", "w"),
    ("がぎぐげご", "g"),
    ("ざじずぜぞ", "z"),
    ("だぢづでど", "z"),
    ("ばびぶべぼ", "b"),
    ("ぱぴぷぺぽ", "p"),
];

/// A reading in Kunrei romaji, long vowels as they are written in kana.
fn kunrei_of(reading: &str) -> String {
    let mut letters = String::new();
    let mut doubled = false;
    for kana in reading.chars() {
        let sound = match kana {
            'っ' => {
                doubled = true;
                continue;
            }
            'ん' => "n".to_owned(),
            'だ' => "da".to_owned(),
            'で' => "de".to_owned(),
            'ど' => "do".to_owned(),
            'ゃ' | 'ゅ' | 'ょ' => {
                assert_eq!(letters.pop(), Some('i'), "{reading}");
                match kana {
                    'ゃ' => "ya".to_owned(),
                    'ゅ' => "yu".to_owned(),
                    _ => "yo".to_owned(),
                }
            }
            _ => {
                let (row, consonant) =
                    ROWS.iter().find(|(row, _)| row.contains(kana)).unwrap_or_else(|| panic!("{kana} in {reading}"));
                let (_, vowel) = row.chars().zip("aiueo".chars()).find(|(one, _)| *one == kana).expect("in its row");
                format!("{consonant}{vowel}")
            }
        };
        if doubled {
            letters.push(sound.chars().next().expect("a sound"));
            doubled = false;
        }
        letters += &sound;
    }
    letters
}

/// Kunrei as Hepburn: `sizuoka` is `shizuoka`, `settu` is `settsu`.
fn hepburn_of(kunrei: &str) -> String {
    [("hu", "fu"), ("si", "shi"), ("sy", "sh"), ("ti", "chi"), ("ty", "ch"), ("tu", "tsu"), ("zi", "ji"), ("zy", "j")]
        .iter()
        .fold(kunrei.to_owned(), |letters, (kunrei, hepburn)| letters.replace(kunrei, hepburn))
}

#[test]
fn the_spellings_are_right() {
    for (reading, kunrei, hepburn) in [
        ("しずおかし", "sizuokasi", "shizuokashi"),
        ("さっぽろし", "sapporosi", "sapporoshi"),
        ("せっつし", "settusi", "settsushi"),
        ("しょうないまち", "syounaimati", "shounaimachi"),
        ("ちゃたんちょう", "tyatantyou", "chatanchou"),
        ("ぎょうだし", "gyoudasi", "gyoudashi"),
        ("ふじし", "huzisi", "fujishi"),
        ("ぬまづし", "numazusi", "numazushi"),
    ] {
        let spelt = kunrei_of(reading);
        assert_eq!((spelt.as_str(), hepburn_of(&spelt).as_str()), (kunrei, hepburn));
    }
}
