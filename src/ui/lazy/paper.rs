//! Rows on paper, and how much of a page they take.
//!
//! A page can't be asked whether something fits before it is printed, so that is reckoned here, with some to spare.

use crate::ui::markup::{Markup, element};
use crate::ui::sentences::{named, paragraph};
use crate::words::japanese;

/// What a line takes: heights are told in tenths of it.
pub const LINE: usize = 10;
/// What a page holds: 273 mm of lines of 3.7 mm.
pub const PAGE: usize = 73 * LINE;
/// What all that is printed may take.
pub const BOTH: usize = 2 * PAGE;
/// What a heading takes.
pub const HEADING: usize = 2 * LINE;
/// What a line of a row takes, whose letters are smaller.
const ROW_LINE: usize = 93;
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
        let highest =
            self.cells.iter().zip(self.columns).map(|(cell, width)| japanese().lines_on_paper(cell, *width)).max();
        highest.unwrap_or(1).max(1).saturating_mul(ROW_LINE).div_ceil(10).saturating_add(GAP)
    }

    fn view(self, names: &[&str]) -> Markup {
        let cells = self.cells.map(|cell| element("span", "").with(named(&cell, names)).view());
        element("li", "sheet-row").with(Vec::from(cells)).view()
    }
}

/// Where blocks end that are put one under the other, none of them over two pages; from the top of the first page.
pub fn laid_out(from: usize, heights: impl IntoIterator<Item = usize>) -> usize {
    heights.into_iter().fold(from, |at, height| {
        let left = PAGE.saturating_sub(at.checked_rem(PAGE).unwrap_or(0));
        let begins = if height > left { at.saturating_add(left) } else { at };
        begins.saturating_add(height)
    })
}

/// Rows under their heading, which keeps with the first of them, and what is said under them. These names stay in them as
/// they are printed.
pub fn headed(
    class: &'static str,
    heading: &'static str,
    rows: Vec<Row>,
    said: Option<String>,
    names: &[&str],
) -> Markup {
    let mut rows = rows.into_iter().map(|row| row.view(names));
    let first = element("ul", "").with(Vec::from_iter(rows.next()));
    let kept = element("div", "sheet-keep").with(element("h2", "").with(heading)).with(first);
    let said = said.map(|said| paragraph("", &said));
    element("section", class).with(kept).with(element("ul", "").with(rows.collect::<Vec<Markup>>())).with(said).view()
}

#[cfg(test)]
mod tests {
    use super::{BOTH, PAGE, laid_out};

    /// No block lies over two pages.
    #[test]
    fn a_block_that_does_not_fit_goes_to_the_next_page() {
        for (heights, expected) in [
            (&[100, 100][..], 200),
            (&[PAGE - 100, 100], PAGE),
            (&[PAGE - 100, 101], PAGE + 101),
            (&[PAGE, 100, PAGE], BOTH + PAGE),
            (&[], 0),
        ] {
            assert_eq!(laid_out(0, heights.iter().copied()), expected, "{heights:?}");
        }
    }
}
