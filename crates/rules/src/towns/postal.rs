//! Postal codes.

use core::ops::RangeInclusive;

/// Postal codes in a row in one municipality, given by its place in the index.
pub(super) struct Run {
    pub(super) first: u32,
    pub(super) last: u32,
    pub(super) town: usize,
}

/// The postal codes that begin with the digits of a query; none (an empty range) below 3 digits and above 7.
///
/// `None` where the query is no postal code: without a digit, or with more than digits, 〒, spaces and hyphens.
pub(super) fn typed(query: &str) -> Option<RangeInclusive<u32>> {
    let (mut digits, mut number) = (0_u32, 0_u32);
    for one in query.chars() {
        let ascii = match one {
            '０'..='９' => u32::from(one).checked_sub(0xfee0).and_then(char::from_u32)?,
            _ => one,
        };
        match ascii.to_digit(10) {
            Some(digit) => {
                digits = digits.saturating_add(1);
                number = number.saturating_mul(10).saturating_add(digit);
            }
            None if matches!(one, '〒' | '-' | '‐'..='―' | '−' | '－' | 'ー' | 'ｰ') || one.is_whitespace() =>
                {}
            None => return None,
        }
    }
    let open = match digits {
        0 => return None,
        3..=7 => 10_u32.saturating_pow(7_u32.saturating_sub(digits)),
        _ => return Some(RangeInclusive::new(1, 0)),
    };
    let first = number.saturating_mul(open);
    Some(first..=first.saturating_add(open).saturating_sub(1))
}

impl Run {
    /// Whether one of these codes is in it.
    pub(super) fn meets(&self, codes: &RangeInclusive<u32>) -> bool {
        self.first <= *codes.end() && *codes.start() <= self.last && !codes.is_empty()
    }
}
