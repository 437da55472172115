//! The words of what she takes along: the list, the calendar, paper, a link to somebody, her answers to another
//! phone.

use chrono::NaiveDate;

use crate::domain::plan::What;
use crate::domain::programme::{Contact, Facility, Item, Programme};
use crate::domain::service::Service;
use crate::domain::uses::Length;
use crate::interview::AppliedHow;
use crate::interview::record::RecordError;
use crate::planner::{Fixed, FixedDate, Pregnancy};

/// The words of what she takes along.
pub trait KeepingWords: Sync {
    /// What can be done before the birth, and from when.
    fn pregnancy(&self, pregnancy: &Pregnancy, today: NaiveDate) -> Vec<String>;

    // What to have ready.

    /// How and when did she apply?
    fn applied_how_question(&self) -> &'static str;
    /// An answer; `day` parts the two.
    fn applied_how(&self, how: AppliedHow, day: NaiveDate) -> String;
    /// A thing; without the words on who needs it where it is `settled` that she does.
    fn item(&self, item: &Item, settled: bool) -> String;

    // The calendar.

    /// Gives one use to the calendar.
    fn to_calendar(&self) -> &'static str;
    /// Gives all dates to it, those of chosen days and the others.
    fn all_to_calendar(&self) -> &'static str;
    /// Gives those to it that are of no single use.
    fn these_to_calendar(&self) -> &'static str;
    /// Gives one date to it, beside the date.
    fn put_in_calendar(&self) -> &'static str;
    /// The same with the title of what it gives.
    fn puts_in_calendar(&self, title: &str) -> String;
    /// The term of a date that is of no single use.
    fn fixed_term(&self, what: Fixed) -> &'static str;
    /// That date, as it is told on `today`.
    fn fixed_date(&self, date: &FixedDate, today: NaiveDate) -> String;
    /// The same with its year, for what is read later.
    fn fixed_with_year(&self, date: &FixedDate, today: NaiveDate) -> String;
    /// The title of its entry.
    fn fixed_title(&self, date: &FixedDate) -> String;
    /// What gives several dates to the calendar, with their number.
    fn so_many_dates(&self, label: &str, count: usize) -> String;
    /// Copies the words of one date.
    fn copy_date(&self) -> &'static str;
    /// The same with the date's title, for who does not see beside which date it stands.
    fn copies_date(&self, title: &str) -> String;
    /// Copies the dates of one use.
    fn copy_its_dates(&self) -> &'static str;
    /// Copies all dates as a text.
    fn copy_all_dates(&self) -> &'static str;
    /// Copies those that are of no single use.
    fn copy_these_dates(&self) -> &'static str;
    /// An entry's title.
    fn calendar_title(&self, what: What, use_of: &str) -> String;
    /// The days of a use, with their year.
    fn days_of_use(&self, first: NaiveDate, last: NaiveDate) -> String;
    /// An entry in a line: when, what, whom to ring.
    fn calendar_line(&self, when: &str, title: &str, whom: &str) -> String;
    /// What opens to the dates as a text, each with its own link.
    fn dates_as_text(&self) -> &'static str;
    /// A use by its kind and length: 「産後ケア 宿泊型 1泊2日」.
    fn planned_use_of(&self, service: Service, length: Length) -> String;
    /// The office that takes applications, with a number to ring.
    fn office_and_phone(&self, programme: &Programme) -> String;
    /// A facility with its number.
    fn facility_and_phone(&self, facility: &Facility) -> String;

    // Copying.

    /// It is copied.
    fn copied(&self) -> &'static str;
    /// It could not be copied.
    fn not_copied(&self) -> &'static str;

    // Paper, and passing on.

    /// The heading.
    fn sharing_heading(&self) -> &'static str;
    /// Prints.
    fn print(&self) -> &'static str;
    /// What opens to the ways to pass the town's page on.
    fn send_heading(&self) -> &'static str;
    /// Sends the town's page.
    fn send_page(&self) -> &'static str;
    /// Sends it by LINE.
    fn send_by_line(&self) -> &'static str;
    /// That this carries none of her answers.
    fn sends_no_answers(&self) -> &'static str;
    /// Copies an address.
    fn copy_address(&self) -> &'static str;
    /// An office with its number, on paper.
    fn office(&self, office: &Contact) -> String;

    // Moving.

    /// What opens to moving her answers to another phone.
    fn moving_heading(&self) -> &'static str;
    /// What the link holds.
    fn moving_warning(&self) -> &'static str;
    /// Shows it.
    fn show_moving(&self) -> &'static str;
    /// What the code is, for who can't see it.
    fn moving_code(&self) -> &'static str;
    /// That some plans do not fit.
    fn not_all_moved(&self) -> &'static str;
    /// The heading where a link was opened.
    fn moving_here_heading(&self) -> &'static str;
    /// That these answers came from another phone.
    fn brought(&self) -> &'static str;
    /// That those on this phone go.
    fn replaces_answers(&self) -> &'static str;
    /// Takes them.
    fn take_over(&self) -> &'static str;
    /// Leaves all as it is.
    fn leave_as_it_is(&self) -> &'static str;
    /// No link was opened.
    fn nothing_brought(&self) -> &'static str;
    /// The label of the field that takes a link.
    fn paste_label(&self) -> &'static str;
    /// Reads what is in it.
    fn read_pasted(&self) -> &'static str;
    /// They are of another town.
    fn of_another_town(&self) -> &'static str;
    /// Opens that town's page.
    fn other_towns_page(&self) -> &'static str;
    /// Why a link can't be read.
    fn record_problem(&self, problem: RecordError) -> &'static str;
}
