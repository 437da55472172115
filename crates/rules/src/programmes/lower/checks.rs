//! What is checked in more than one place of a file: names that are used once, ids, phone numbers.

use super::super::place::{Place, quoted};
use crate::domain::phone::PhoneNumber;

/// How a phone number is written.
const TEL: &str = "市外局番から、半角ハイフン2つ（例 \"03-5963-3311\"）。数字は10けた、050・070・080・090 は11けた";

/// The number under `tel`, where there is one.
pub(super) fn tel(tel: &Option<String>, place: &Place<'_>) -> Option<PhoneNumber> {
    let tel = tel.as_ref()?;
    place.key("tel").checked(quoted(tel), PhoneNumber::parse(tel), TEL)
}

/// Notes each element of a list whose name an earlier one has.
pub(super) fn unique<'v, T>(values: &'v [T], name: impl Fn(&'v T) -> Option<&'v str>, key: &str, place: &Place<'_>) {
    let list = place.key(key);
    for (index, value) in values.iter().enumerate() {
        let Some(own) = name(value) else { continue };
        if let Some(first) = values.iter().take(index).position(|earlier| name(earlier) == Some(own)) {
            let found = format!("{} は {key}[{first}] にもあります", quoted(own));
            list.index(index).problem(found, "同じものは1回");
        }
    }
}

/// Notes an id of another form.
pub(super) fn slug(id: &str, place: &Place<'_>) {
    let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    if !id.bytes().all(allowed) {
        place.value(quoted(id), "半角の小文字の英字・数字・ハイフン");
    }
}
