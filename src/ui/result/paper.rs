//! Rows on paper, and how much of a page they take.
//!
//! A page can't be asked whether something fits before it is printed, so that is reckoned here, with some to spare.

use crate::ui::markup::{Markup, element};
use crate::ui::sentences::sentence;

/// What a line takes: heights are told in tenths of it.
pub const LINE: usize = 10;
/// What a page holds: 273 mm of lines of 3.7 mm.
pub const PAGE: usize = 73 * LINE;
/// What lies between two rows.
const GAP: usize = 3;

/// A row of cells.
pub struct Row {
    cells: [String; 4],
    columns: &'static [usize],
}

impl Row {
    /// Of these cells, in columns so many letters wide.
    pub fn new(cells: [String; 4], columns: &'static [usize]) -> Row {
        Row { cells, columns }
    }

    /// What it takes.
    pub fn height(&self) -> usize {
        let highest = self.cells.iter().zip(self.columns).map(|(cell, width)| lines(cell, *width)).max();
        highest.unwrap_or(1).max(1).saturating_mul(LINE).saturating_add(GAP)
    }

    /// What it takes after others that take `sum`.
    pub fn after(sum: usize, row: &Row) -> usize {
        sum.saturating_add(row.height())
    }

    fn view(self) -> Markup {
        let cells = self.cells.map(|cell| element("span", "").with(sentence(&cell)).view());
        element("li", "sheet-row").with(Vec::from(cells)).view()
    }
}

/// How many lines a text takes in a column so many letters wide, at most: a date that is not broken may leave an end of a
/// line empty.
pub fn lines(text: &str, width: usize) -> usize {
    let halves = text.chars().fold(0_usize, |sum, sign| sum.saturating_add(if sign.is_ascii() { 1 } else { 2 }));
    let on_one = width.saturating_mul(2);
    match halves {
        halves if halves <= on_one => 1,
        halves => halves.saturating_mul(6).div_ceil(on_one.saturating_mul(5).max(1)),
    }
}

/// Rows under their heading, which keeps with the first of them.
pub fn headed(class: &'static str, heading: &'static str, rows: Vec<Row>) -> Markup {
    let mut rows = rows.into_iter().map(Row::view);
    let first = element("ul", "").with(Vec::from_iter(rows.next()));
    let kept = element("div", "sheet-keep").with(element("h2", "").with(heading)).with(first);
    element("section", class).with(kept).with(element("ul", "").with(rows.collect::<Vec<Markup>>())).view()
}
