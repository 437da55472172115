//! One spelling of what can be typed in several: width, kana, kinds of 「ヶ」, older forms of kanji, vowels with marks.

/// U+FF66 to U+FF9D, half-width katakana, as hiragana.
const HALF_WIDTH: &str =
    "をぁぃぅぇぉゃゅょっーあいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわん";

/// Kana that a voiced sound mark may follow.
const VOICEABLE: &str = "かきくけこさしすせそたちつてとはひふへほ";

/// Kanji that are written in two ways in names, in pairs: the one compared, the other.
const OTHER_FORMS: &str = "\
    竜龍桧檜諌諫鯵鰺篭籠梼檮条條恵惠釜竈釜竃曽曾\
    崎﨑高髙瀬瀨浜濱沢澤辺邊辺邉広廣国國富冨砺礪滝瀧斎齋斉齊会會桜櫻塩鹽穂穗黒黑真眞栄榮頴穎";

/// The spelling in which queries and names are compared: hiragana, ASCII in small letters, kanji; all else is left out.
pub(super) fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for typed in text.chars() {
        match typed {
            '\u{3099}' | '゛' | 'ﾞ' => mark(&mut folded, 1),
            '\u{309a}' | '゜' | 'ﾟ' => mark(&mut folded, 2),
            _ => folded.extend(fold_char(typed)),
        }
    }
    folded
}

fn fold_char(typed: char) -> Option<char> {
    let one = match typed {
        '！'..='～' => offset(typed, -0xfee0),
        'ァ'..='ヶ' => offset(typed, -0x60),
        'ｦ'..='ﾝ' => HALF_WIDTH.chars().nth(usize::try_from(u32::from(typed).saturating_sub(0xff66)).ok()?)?,
        'Ā' | 'ā' | 'Â' | 'â' => 'a',
        'Ī' | 'ī' | 'Î' | 'î' => 'i',
        'Ū' | 'ū' | 'Û' | 'û' => 'u',
        'Ē' | 'ē' | 'Ê' | 'ê' => 'e',
        'Ō' | 'ō' | 'Ô' | 'ô' => 'o',
        _ => typed,
    };
    match one {
        'ぢ' => Some('じ'),
        'づ' => Some('ず'),
        'ゖ' => Some('け'),
        'ぁ'..='ゕ' | 'ー' | '々' => Some(one),
        '0'..='9' | 'a'..='z' | 'A'..='Z' => Some(one.to_ascii_lowercase()),
        // Kanji.
        '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' => Some(usual_form(one)),
        _ => None,
    }
}

/// A voiced (1) or semi-voiced (2) sound mark makes one kana of two.
fn mark(folded: &mut String, marks: i32) {
    if let Some(last) = folded.pop() {
        let takes_it = VOICEABLE.chars().any(|kana| kana == last) && (marks == 1 || ('は'..='ほ').contains(&last));
        folded.extend(fold_char(if takes_it { offset(last, marks) } else { last }));
    }
}

fn usual_form(kanji: char) -> char {
    let mut forms = OTHER_FORMS.chars();
    while let (Some(usual), Some(other)) = (forms.next(), forms.next()) {
        if other == kanji {
            return usual;
        }
    }
    kanji
}

/// The character so many places on.
fn offset(from: char, by: i32) -> char {
    u32::from(from).checked_add_signed(by).and_then(char::from_u32).unwrap_or(from)
}
