//! The index of all municipalities together with what the app has of some of them: a page, or a group to ask about.

use serde::{Deserialize, Serialize};

use super::decode::DecodeError;
use super::index::{Index, Town};

/// What the search screen fetches.
pub struct Directory {
    index: Index,
    here: Here,
}

/// What the app has.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Here {
    /// The municipalities with a page.
    pub pages: Vec<Page>,
    /// Groups that may help beside the municipalities' own offices.
    pub groups: Vec<Group>,
}

/// A municipality's page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page {
    /// 全国地方公共団体コード, 6 digits.
    pub code: String,
    /// Its place in addresses: `kita`.
    pub id: String,
}

/// A group that may help, which is no programme to apply for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Group {
    /// 全国地方公共団体コード of the municipalities in which it works.
    pub covers: Vec<String>,
    /// What it is.
    pub title: String,
    /// What its page says of itself, in our words.
    pub remarks: Vec<String>,
    /// The addresses of its pages.
    pub addresses: Vec<String>,
}

impl Directory {
    /// The directory of these bytes: a checksum of all that follows in 8 bytes, the length of the first part in 4, each
    /// lowest first, what the app has, the index.
    ///
    /// # Errors
    /// [`DecodeError::Damaged`] where they are cut off or changed, and what [`Index::decode`] says of the index.
    pub fn decode(bytes: &[u8]) -> Result<Directory, DecodeError> {
        let (sum, rest) = bytes.split_first_chunk::<8>().ok_or(DecodeError::Damaged)?;
        if u64::from_le_bytes(*sum) != checksum(rest) {
            return Err(DecodeError::Damaged);
        }
        let (length, rest) = rest.split_first_chunk::<4>().ok_or(DecodeError::Damaged)?;
        let length = usize::try_from(u32::from_le_bytes(*length)).map_err(|_| DecodeError::Damaged)?;
        let (here, index) = rest.split_at_checked(length).ok_or(DecodeError::Damaged)?;
        let here = postcard::from_bytes(here).map_err(|_| DecodeError::Damaged)?;
        Ok(Directory { index: Index::decode(index.to_vec())?, here })
    }

    /// The municipalities that a query may mean; see [`Index::search`].
    pub fn search(&self, query: &str, limit: usize) -> Vec<Town<'_>> {
        self.index.search(query, limit)
    }

    /// The municipality with this 全国地方公共団体コード, 6 digits.
    pub fn town(&self, code: &str) -> Option<Town<'_>> {
        self.index.town(code)
    }

    /// The municipalities that have a postal code which is not `town`'s; see [`Index::others_with`].
    pub fn others_with(&self, postal_code: &str, town: &str) -> Vec<Town<'_>> {
        self.index.others_with(postal_code, town)
    }

    /// The place in addresses of a municipality's page; `None` where it has none.
    pub fn page(&self, code: &str) -> Option<&str> {
        self.here.pages.iter().find(|page| page.code == code).map(|page| page.id.as_str())
    }

    /// The groups that work in a municipality.
    pub fn groups<'a>(&'a self, code: &'a str) -> impl Iterator<Item = &'a Group> {
        self.here.groups.iter().filter(move |group| group.covers.iter().any(|covered| covered == code))
    }
}

/// The bytes of a directory.
#[cfg(not(target_arch = "wasm32"))]
pub fn encode_directory(here: &Here, index: &[u8]) -> Vec<u8> {
    // Writing to a growing vector can't fail.
    let here = postcard::to_allocvec(here).unwrap_or_default();
    let length = u32::try_from(here.len()).unwrap_or(u32::MAX);
    let content = [&length.to_le_bytes(), here.as_slice(), index].concat();
    [checksum(&content).to_le_bytes().as_slice(), &content].concat()
}

/// FNV-1a, 64 bits: enough to tell accident, which is all that it is for. A single changed byte always gives another sum.
fn checksum(bytes: &[u8]) -> u64 {
    let add = |sum: u64, byte: &u8| (sum ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, add)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
#[expect(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "tests may fail loudly")]
mod tests {
    use super::*;

    fn here() -> Here {
        let page = |code: &str, id: &str| Page { code: code.to_owned(), id: id.to_owned() };
        let group = Group {
            covers: vec!["000018".to_owned()],
            title: "group".to_owned(),
            remarks: vec!["remark".to_owned()],
            addresses: Vec::new(),
        };
        Here { pages: vec![page("000026", "two"), page("000034", "three")], groups: vec![group] }
    }

    fn bytes() -> Vec<u8> {
        encode_directory(&here(), &crate::towns::encode("", "").expect("an empty list"))
    }

    #[test]
    fn what_the_app_has_is_found_by_code() {
        let directory = Directory::decode(&bytes()).unwrap_or_else(|error| panic!("{error}"));
        for (code, page, groups) in
            [("000018", None, 1), ("000026", Some("two"), 0), ("000034", Some("three"), 0), ("", None, 0)]
        {
            assert_eq!((directory.page(code), directory.groups(code).count()), (page, groups), "{code}");
        }
        assert!(directory.search("a", 5).is_empty());
    }

    #[test]
    fn bytes_that_are_cut_off_are_refused() {
        let bytes = bytes();
        for length in 0..bytes.len() {
            assert!(Directory::decode(&bytes[..length]).is_err(), "{length} bytes");
        }
    }

    #[test]
    fn bytes_of_which_one_is_changed_are_refused() {
        let whole = bytes();
        for place in 0..whole.len() {
            for change in [1, 0x20, 0xff] {
                let mut bytes = whole.clone();
                bytes[place] ^= change;
                assert!(Directory::decode(&bytes).is_err(), "byte {place} by {change:#x}");
            }
        }
    }
}
