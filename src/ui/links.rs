//! Addresses that lead out of the app: a phone, a map, a search engine, a letter.

use crate::domain::phone::PhoneNumber;

/// The address that dials a number.
pub fn dial(number: &PhoneNumber) -> String {
    dial_text(number.as_str())
}

/// The address that dials the digits of a text, a short number like 「#8000」 among them.
pub fn dial_text(number: &str) -> String {
    let mut address = String::from("tel:");
    for sign in number.chars().filter(|sign| *sign != '-') {
        // A bare # would end the address.
        if sign == '#' { address.push_str("%23") } else { address.push(sign) }
    }
    address
}

/// A map's address for a question.
pub fn map(query: &str) -> String {
    ["https://www.google.com/maps/search/?api=1&query=", &part(query)].concat()
}

/// A search engine's address for a question.
pub fn web_search(query: &str) -> String {
    ["https://www.google.com/search?q=", &part(query)].concat()
}

/// A letter that is begun: `to` is a `mailto:` address without a query.
pub fn letter(to: &str, subject: &str, body: &str) -> String {
    [to, "?subject=", &part(subject), "&body=", &part(body)].concat()
}

/// `text` as it may stand in the part of a query. The browser itself encodes what is not ASCII.
fn part(text: &str) -> String {
    let mut part = String::with_capacity(text.len());
    for sign in text.chars() {
        match sign {
            ' ' => part.push_str("%20"),
            '\n' => part.push_str("%0D%0A"),
            '#' => part.push_str("%23"),
            '%' => part.push_str("%25"),
            '&' => part.push_str("%26"),
            '+' => part.push_str("%2B"),
            '?' => part.push_str("%3F"),
            _ => part.push(sign),
        }
    }
    part
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_said_ends_or_splits_a_query() {
        for (text, encoded) in
            [("é a&b", "é%20a%26b"), ("50% + #1?", "50%25%20%2B%20%231%3F"), ("a\nb", "a%0D%0Ab"), ("", "")]
        {
            assert_eq!(part(text), encoded);
        }
        assert_eq!(letter("mailto:a@b.example", "x y", "z"), "mailto:a@b.example?subject=x%20y&body=z");
        assert_eq!(dial_text("#8000"), "tel:%238000");
        assert_eq!(dial_text("03-3908-7050"), "tel:0339087050");
    }
}
