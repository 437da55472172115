//! The picture that a messenger shows beside a link: 1200 × 630 pixels, drawn with letters of its own, so that it comes
//! out the same on every machine.

use anyhow::{Context, Result};
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Rect, Transform};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

/// The picture's width, in pixels; the size is the one that messengers ask for.
pub(super) const WIDTH: u16 = 1200;
/// Its height, in pixels.
pub(super) const HEIGHT: u16 = 630;

/// The letters that a card may have; `card/generate.py` makes the file.
const LETTERS: &[u8] = include_bytes!("card/letters.otf");
/// Room at the left and the right of every line.
const MARGIN: f32 = 88.0;

/// The colours of the page: ground, ink, softer ink, accent.
const GROUND: [u8; 3] = [0xfa, 0xf7, 0xf2];
const INK: [u8; 3] = [0x1a, 0x1a, 0x1a];
const SOFT: [u8; 3] = [0x4d, 0x4d, 0x4d];
const ACCENT: [u8; 3] = [0xac, 0x3e, 0x00];

/// What stands on a card, from the top.
pub(super) struct Card {
    /// The name of the app.
    pub app: &'static str,
    /// The page's heading, as large as it fits.
    pub heading: String,
    /// What the page has.
    pub line: &'static str,
}

impl Card {
    /// The card as PNG.
    ///
    /// # Errors
    ///
    /// When a letter is not among ours; the error names it.
    pub fn draw(&self) -> Result<Vec<u8>> {
        let mut sheet = Sheet::new()?;
        sheet.bar(ACCENT, 28.0)?;
        sheet.line(self.app, ACCENT, 44.0, 148.0)?;
        sheet.line(&self.heading, INK, 120.0, 344.0)?;
        sheet.line(self.line, SOFT, 46.0, 456.0)?;
        sheet.picture.encode_png().context("writing a card as PNG")
    }
}

/// A card being drawn.
struct Sheet {
    picture: Pixmap,
    face: Face<'static>,
}

impl Sheet {
    fn new() -> Result<Sheet> {
        let mut picture = Pixmap::new(WIDTH.into(), HEIGHT.into()).context("a card has no size")?;
        picture.fill(colour(GROUND));
        Ok(Sheet { picture, face: Face::parse(LETTERS, 0).context("card/letters.otf")? })
    }

    /// A bar at the left edge.
    fn bar(&mut self, colour: [u8; 3], width: f32) -> Result<()> {
        let bar = Rect::from_xywh(0.0, 0.0, width, HEIGHT.into()).context("a card's bar has no size")?;
        self.picture.fill_rect(bar, &paint(colour), Transform::identity(), None);
        Ok(())
    }

    /// A line of letters on the base line `y`, `size` pixels high or as large as it fits.
    fn line(&mut self, text: &str, colour: [u8; 3], size: f32, y: f32) -> Result<()> {
        let glyphs = text.chars().map(|letter| glyph(&self.face, letter)).collect::<Result<Vec<_>>>()?;
        let advance = |glyph: &GlyphId| f32::from(self.face.glyph_hor_advance(*glyph).unwrap_or(0));
        let units: f32 = glyphs.iter().map(advance).sum();
        let room = f32::from(WIDTH) - 2.0 * MARGIN;
        let scale = (size / f32::from(self.face.units_per_em())).min(room / units.max(1.0));
        let mut pen = Pen { outline: PathBuilder::new(), scale, x: MARGIN, y };
        for glyph in &glyphs {
            // A space has no outline.
            let _ = self.face.outline_glyph(*glyph, &mut pen);
            pen.x += advance(glyph) * scale;
        }
        if let Some(outline) = pen.outline.finish() {
            self.picture.fill_path(&outline, &paint(colour), FillRule::Winding, Transform::identity(), None);
        }
        Ok(())
    }
}

fn glyph(face: &Face, letter: char) -> Result<GlyphId> {
    face.glyph_index(letter).with_context(|| {
        format!("a card says 「{letter}」, which is not in card/letters.otf; card/generate.py says how to add it")
    })
}

fn colour([red, green, blue]: [u8; 3]) -> Color {
    Color::from_rgba8(red, green, blue, u8::MAX)
}

fn paint(of: [u8; 3]) -> Paint<'static> {
    let mut paint = Paint { anti_alias: true, ..Paint::default() };
    paint.set_color(colour(of));
    paint
}

/// Draws a letter's outline where it stands on the card. The font's y grows upwards, the card's downwards.
struct Pen {
    outline: PathBuilder,
    scale: f32,
    x: f32,
    y: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.scale, self.y - y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.outline.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.outline.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.outline.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.outline.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.outline.close();
    }
}

#[cfg(test)]
mod tests {
    use sango_navi::words::japanese;

    use super::*;

    fn card(heading: &str) -> Result<Pixmap> {
        let words = japanese();
        let png = Card { app: words.app_name(), heading: heading.to_owned(), line: words.card_line() }.draw()?;
        Pixmap::decode_png(&png).context("reading the card")
    }

    /// The first and the last column with ink of the heading's colour.
    fn inked(card: &Pixmap) -> (u32, u32) {
        let ink = |pixel: &tiny_skia::PremultipliedColorU8| [pixel.red(), pixel.green(), pixel.blue()] == INK;
        let columns = card.pixels().iter().zip(0..).filter(|(pixel, _)| ink(pixel)).map(|(_, at)| at % card.width());
        columns.fold((u32::MAX, 0), |(first, last), column| (first.min(column), last.max(column)))
    }

    #[test]
    fn a_heading_of_any_length_stands_between_the_margins() {
        let (left, right) = (88, 1200 - 88);
        for heading in ["北区の産後ケア", "かすみがうら市の産後ケア", "産後ケアを、今日の電話1本まで"]
        {
            let card = card(heading).unwrap();
            assert_eq!((card.width(), card.height()), (1200, 630));
            let (first, last) = inked(&card);
            assert!(first >= left && last <= right, "{heading}: from {first} to {last}");
            assert!(last > 800, "{heading}: it is large, so it ends at {last}");
        }
    }

    #[test]
    fn every_municipality_has_its_letters() {
        let face = Face::parse(LETTERS, 0).unwrap();
        let list = include_str!("../../municipalities/municipalities.tsv");
        let names = list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split('\t').nth(2));
        for letter in names.flat_map(str::chars) {
            assert!(glyph(&face, letter).is_ok(), "{letter}");
        }
    }

    #[test]
    fn a_letter_that_is_not_there_is_named() {
        let error = card("鱻町").expect_err("no such letter").to_string();
        assert!(error.starts_with("a card says 「鱻」"), "{error}");
    }
}
