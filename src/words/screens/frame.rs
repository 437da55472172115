//! The words of what stands on every screen, and what becomes of her answers.

use core::ops::Range;

use crate::domain::programme::Programme;

/// The words of what stands on every screen, and what becomes of her answers.
pub trait FrameWords: Sync {
    // Every screen.

    /// The runs of a sentence that are never broken over two lines: dates, amounts, phone numbers.
    fn unbroken(&self, text: &str) -> Vec<Range<usize>>;
    /// Where the phrases of a headline end, the last one excepted: it breaks there, and within none.
    fn phrase_ends(&self, text: &str) -> Vec<usize>;
    /// The app's name.
    fn app_name(&self) -> &'static str;
    /// The page's title on a screen with this heading.
    fn page_title(&self, heading: &str) -> String;
    /// The link to the help lines.
    fn help_link(&self) -> &'static str;
    /// The link to the screen before.
    fn back(&self) -> &'static str;
    /// Names in a row: 「宿泊型・日帰り型」.
    fn names(&self, names: &[&str]) -> String;
    /// Where her answers are, in a line.
    fn kept_here(&self) -> &'static str;
    /// The link to more about that.
    fn privacy_link(&self) -> &'static str;
    /// That nothing is kept, for this browser keeps nothing.
    fn not_kept(&self) -> &'static str;
    /// That the last answers are not kept, for the store is full.
    fn store_full(&self) -> &'static str;
    /// That a newer version of the app kept the answers.
    fn kept_by_newer(&self) -> &'static str;

    // Help and privacy.

    /// The heading of the help lines.
    fn help_heading(&self) -> &'static str;
    /// A line under it.
    fn help_lead(&self) -> &'static str;
    /// The heading of the town's offices.
    fn office_heading(&self, programme: &Programme) -> String;
    /// The heading for a mother whose baby has died.
    fn loss_heading(&self) -> &'static str;
    /// What she may count on.
    fn office_after_loss(&self) -> &'static str;
    /// Whom she can ask, where her municipality is not known.
    fn any_office_after_loss(&self) -> &'static str;
    /// What putting her answers away does.
    fn puts_away(&self) -> &'static str;
    /// Puts them away.
    fn put_away(&self) -> &'static str;
    /// They are away.
    fn is_put_away(&self) -> &'static str;
    /// Help lines, hers first: the number to dial, its name, when it answers, where this is read.
    fn help_lines(&self) -> &'static [[&'static str; 4]];
    /// What to press where a tap on a short number dials nothing.
    fn press_short_number(&self) -> &'static str;
    /// The ordinary numbers of こども医療電話相談: the prefecture, the number, where this is read.
    fn children_numbers(&self) -> &'static [[&'static str; 3]];
    /// What an ordinary number is for, and where and when it was read.
    fn children_number_source(&self, source: &str) -> String;
    /// An office without a printed number.
    fn tel_unprinted_office(&self) -> &'static str;
    /// Where help lines are kept up to date, and its address.
    fn help_source(&self) -> [&'static str; 2];
    /// The heading of the page on her answers.
    fn privacy_heading(&self) -> &'static str;
    /// What becomes of her answers.
    fn privacy(&self) -> [&'static str; 4];
    /// The heading on keeping the app among the phone's own.
    fn install_heading(&self) -> &'static str;
    /// What that is good for, and what is to be known before.
    fn install_lead(&self) -> &'static str;
    /// An iPhone's steps follow.
    fn on_iphone(&self) -> &'static str;
    /// The steps there.
    fn install_on_iphone(&self) -> &'static [&'static str; 3];
    /// Other phones' steps follow.
    fn on_others(&self) -> &'static str;
    /// The steps there.
    fn install_on_others(&self) -> &'static [&'static str; 3];
    /// Deletes all.
    fn delete(&self) -> &'static str;
    /// Asks once more.
    fn delete_question(&self) -> &'static str;
    /// Yes, delete.
    fn delete_really(&self) -> &'static str;
}
