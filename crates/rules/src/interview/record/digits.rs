//! Numbers in digits of base 64, the highest first, of characters that an address carries as they are.

const DIGITS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Adds `value` in `count` digits; what does not fit them is lost.
pub fn push(text: &mut String, value: u32, count: usize) {
    for place in (0..count).rev() {
        let shift = u32::try_from(place.saturating_mul(6)).unwrap_or(u32::MAX);
        let digit = value.checked_shr(shift).unwrap_or(0) & 63;
        text.extend(usize::try_from(digit).ok().and_then(|digit| DIGITS.chars().nth(digit)));
    }
}

/// The number of `digits`; `None` where one is no digit or the number is too large.
pub fn value(digits: &str) -> Option<u32> {
    digits.chars().try_fold(0_u32, |value, letter| {
        let digit = u32::try_from(DIGITS.find(letter)?).ok()?;
        value.checked_mul(64)?.checked_add(digit)
    })
}
