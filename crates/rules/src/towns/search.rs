//! Finding municipalities by what is typed. Every place is looked at: at 1,900 of them no better order is needed.

use super::fold::fold;
use super::index::{Form, Index, Place, Row, Town};
use super::{postal, romaji};

/// A query is cut here; no address is longer.
const LONGEST_QUERY: usize = 64;

/// What stands for 「市」, 「区」, 「町」 and 「村」 in English.
const ENGLISH_ENDINGS: [&str; 4] = ["city", "ward", "town", "village"];

/// How well a municipality answers, the best first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Its name, with or without 「市」; or its postal code.
    Exact,
    /// The name of one of its wards.
    ExactWard,
    /// How its name begins.
    Beginning,
    /// How a ward's name begins.
    BeginningOfWard,
    /// A part of its name.
    Inside,
    /// Its prefecture.
    Prefecture,
}

const RANKS: [Rank; 6] =
    [Rank::Exact, Rank::ExactWard, Rank::Beginning, Rank::BeginningOfWard, Rank::Inside, Rank::Prefecture];

/// The best rank of each municipality so far.
struct Found {
    ranks: Vec<Option<Rank>>,
    any: bool,
}

impl Found {
    fn add(&mut self, town: usize, rank: Rank) {
        if let Some(best) = self.ranks.get_mut(town) {
            *best = Some(best.map_or(rank, |best| best.min(rank)));
            self.any = true;
        }
    }
}

/// A query, or what is left of one, and the prefecture in which it is looked for.
#[derive(Clone, Copy)]
struct Wanted<'q> {
    text: &'q str,
    form: Form,
    prefecture: Option<usize>,
}

impl Index {
    /// The municipalities that `query` may mean, at most `limit`, the likeliest first, equals in order of their codes.
    ///
    /// `query` is a name, with or without 「市」, its prefecture, a ward of it, or a whole address; its reading in kana or
    /// romaji; or a postal code of which 3 digits or more are typed. A name still being typed finds what begins with it.
    pub fn search(&self, query: &str, limit: usize) -> Vec<Town<'_>> {
        let mut found = Found { ranks: vec![None; self.towns.len()], any: false };
        if let Some(codes) = postal::typed(query) {
            for run in self.runs.iter().filter(|run| run.meets(&codes)) {
                found.add(run.town, Rank::Exact);
            }
        } else {
            self.search_words(query, &mut found);
        }
        let ranked = RANKS
            .iter()
            .flat_map(|rank| self.towns.iter().zip(&found.ranks).filter(move |(_, found)| **found == Some(*rank)));
        ranked.take(limit).map(|(row, _)| self.shown(row)).collect()
    }

    /// From the narrowest understanding of the words to the widest, until something is found.
    fn search_words(&self, query: &str, found: &mut Found) {
        let end = query.char_indices().nth(LONGEST_QUERY).map_or(query.len(), |(end, _)| end);
        let folded = fold(query.get(..end).unwrap_or_default());
        // A postal code may stand before an address.
        let script = folded.trim_start_matches(|digit: char| digit.is_ascii_digit());
        let script = ENGLISH_ENDINGS.iter().find_map(|ending| script.strip_suffix(ending)).unwrap_or(script);
        let mut letters = String::new();
        let spelt = romaji::write(script, &mut letters);
        let forms = [(Form::Script, script), (Form::Romaji, if spelt { &letters } else { "" })];
        for step in [Index::find_by_name, Index::find_in_bare_prefecture, Index::find_by_beginning] {
            for (form, text) in forms {
                if !text.is_empty() && !found.any {
                    step(self, Wanted { text, form, prefecture: None }, found);
                }
            }
        }
    }

    /// 「横浜」, 「東京都北区」, 「札幌市中央区」; 「東京都」 finds all that is there, 「北海」 too if nothing else is called so.
    fn find_by_name(&self, wanted: Wanted<'_>, found: &mut Found) {
        self.compare(wanted, found);
        let nothing_else = !found.any;
        for (number, prefecture) in self.prefectures.iter().enumerate() {
            for key in prefecture.keys(wanted.form) {
                let (full, stem) = self.key(key);
                let rest = wanted.text.strip_prefix(full).unwrap_or_default();
                if wanted.text == full || wanted.text == stem || nothing_else && full.starts_with(wanted.text) {
                    let rows = self.towns.iter().enumerate().filter(|(_, row)| row.prefecture == number);
                    rows.for_each(|(town, _)| found.add(town, Rank::Prefecture));
                } else if !rest.is_empty() {
                    self.compare(Wanted { text: rest, prefecture: Some(number), ..wanted }, found);
                }
            }
        }
    }

    /// 「東京 北区」, 「石狩郡当別町」.
    fn find_in_bare_prefecture(&self, wanted: Wanted<'_>, found: &mut Found) {
        for narrowed in self.narrowed(wanted) {
            if !found.any {
                self.compare(narrowed, found);
            }
        }
    }

    /// An address: the municipality whose name, as long a one as possible, stands at its beginning.
    fn find_by_beginning(&self, wanted: Wanted<'_>, found: &mut Found) {
        for narrowed in self.narrowed(wanted) {
            if found.any {
                return;
            }
            let mut longest = 0;
            for (town, row) in self.rows(narrowed) {
                for key in row.place.keys(narrowed.form) {
                    let (full, stem) = self.key(key);
                    for part in [full, stem] {
                        if part.len() >= longest && says_enough(part) && narrowed.text.starts_with(part) {
                            if part.len() > longest {
                                found.ranks.fill(None);
                            }
                            longest = part.len();
                            found.add(town, Rank::Exact);
                        }
                    }
                }
            }
        }
    }

    /// What is wanted without its prefecture (「東京」 as well as 「東京都」) and without its 郡, the narrowest first.
    fn narrowed<'q>(&self, wanted: Wanted<'q>) -> Vec<Wanted<'q>> {
        let districts = match wanted.form {
            Form::Script => &["郡", "ぐん"][..],
            Form::Romaji => &["gun"],
        };
        let mut narrowed = Vec::new();
        let mut add = |text: &'q str, prefecture| {
            for district in districts {
                if let Some((_, text)) = split_at(text, district) {
                    narrowed.push(Wanted { text, prefecture, ..wanted });
                }
            }
            narrowed.push(Wanted { text, prefecture, ..wanted });
        };
        for (number, prefecture) in self.prefectures.iter().enumerate() {
            for key in prefecture.keys(wanted.form) {
                let (full, stem) = self.key(key);
                for part in [full, stem] {
                    if let Some(rest) = wanted.text.strip_prefix(part) {
                        add(rest, Some(number));
                    }
                }
            }
        }
        add(wanted.text, None);
        narrowed.retain(|wanted| !wanted.text.is_empty());
        narrowed
    }

    /// The municipalities, with their places in the index, where this is looked for.
    fn rows(&self, wanted: Wanted<'_>) -> impl Iterator<Item = (usize, &Row)> {
        let there = move |row: &Row| wanted.prefecture.is_none_or(|prefecture| row.prefecture == prefecture);
        self.towns.iter().enumerate().filter(move |(_, row)| there(row))
    }

    /// Adds what the whole of the text is the name of, or a part of the name.
    fn compare(&self, wanted: Wanted<'_>, found: &mut Found) {
        for (town, row) in self.rows(wanted) {
            if let Some(rank) = self.rank(wanted, &row.place) {
                found.add(town, rank);
            }
        }
        for ward in &self.wards {
            let city = self.towns.get(ward.city);
            let Some(city) = city.filter(|row| wanted.prefecture.is_none_or(|number| row.prefecture == number)) else {
                continue;
            };
            let of_city = city.place.keys(wanted.form).flat_map(|key| <[&str; 2]>::from(self.key(key)));
            let rests = of_city.filter_map(|name| wanted.text.strip_prefix(name)).filter(|rest| !rest.is_empty());
            let ranks = rests.chain([wanted.text]).filter_map(|text| self.rank(Wanted { text, ..wanted }, &ward.place));
            match ranks.min() {
                Some(Rank::Exact) => found.add(ward.city, Rank::ExactWard),
                Some(Rank::Beginning) => found.add(ward.city, Rank::BeginningOfWard),
                _ => {}
            }
        }
    }

    /// How well the text answers to a place's name or reading.
    fn rank(&self, wanted: Wanted<'_>, place: &Place) -> Option<Rank> {
        let ranks = place.keys(wanted.form).filter_map(|key| {
            let (full, stem) = self.key(key);
            if wanted.text == full || wanted.text == stem {
                Some(Rank::Exact)
            } else if full.starts_with(wanted.text) {
                Some(Rank::Beginning)
            } else {
                split_at(full, wanted.text).map(|_| Rank::Inside)
            }
        });
        ranks.min()
    }
}

/// What stands before and after a part of a text. A plain scan: the standard library's search is ten times the code.
fn split_at<'t>(text: &'t str, part: &str) -> Option<(&'t str, &'t str)> {
    let mut windows = text.as_bytes().windows(part.len().max(1));
    let start = windows.position(|window| window == part.as_bytes())?;
    Some((text.get(..start)?, text.get(start.checked_add(part.len())?..)?))
}

/// Whether a name stands at the beginning of a text by more than chance: two kanji, three kana, four letters.
fn says_enough(name: &str) -> bool {
    let least = match name.chars().next() {
        Some('a'..='z') => 4,
        Some('ぁ'..='ゖ') => 3,
        _ => 2,
    };
    name.chars().count() >= least
}
