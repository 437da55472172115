//! 全国地方公共団体コード: five digits and a check digit.

use super::super::place::{Place, quoted};

/// Whether `code` has six digits of which the last checks the others; what is wrong is noted.
pub(super) fn is_checked(code: &str, place: &Place<'_>) -> bool {
    let digits: Option<Vec<u32>> = code.chars().map(|letter| letter.to_digit(10)).collect();
    let Some([first @ .., last]) = digits.as_deref().filter(|digits| digits.len() == 6) else {
        place.value(quoted(code), "数字6けた（例 \"131172\"）");
        return false;
    };
    // 総務省: the digits weighted 6, 5, 4, 3, 2; the last digit of 11 less the rest of their sum by 11.
    let sum: u32 = first.iter().zip([6, 5, 4, 3, 2]).map(|(digit, weight)| digit.saturating_mul(weight)).sum();
    let check = 11_u32.saturating_sub(sum.rem_euclid(11)).rem_euclid(10);
    if check != *last {
        place.value(quoted(code), format!("最後の検査数字が {check}（ほかの5けたが正しければ）"));
    }
    check == *last
}
