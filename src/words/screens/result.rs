//! The words of the result: her answers above it, its sentence, what to do now, the foot.

use chrono::NaiveDate;

use crate::domain::age::LastDays;
use crate::domain::deadlines::Deadline;
use crate::domain::plan::Note;
use crate::domain::programme::Programme;
use crate::domain::service::Service;
use crate::domain::situation::Situation;
use crate::interview::Question;
use crate::planner::Aim;
use crate::reading::{Ended, Headline, Open};

/// The words of the result: her answers above it, its sentence, what to do now, the foot.
pub trait ResultWords: Sync {
    // Her answers above the result.

    /// The heading of the list.
    fn answers(&self) -> &'static str;
    /// Changes an answer.
    fn change(&self) -> &'static str;
    /// What a question is about, in a word or two.
    fn topic(&self, question: Question) -> &'static str;
    /// Her birth date as an answer.
    fn born_on(&self, birth: NaiveDate) -> String;
    /// Her due date as an answer.
    fn due_on(&self, due: NaiveDate) -> String;

    // The result: its sentence.

    /// What the plan says first.
    fn headline(&self, headline: Headline, programme: &Programme) -> String;
    /// One service is.
    fn spent(&self) -> &'static str;
    /// The first day on which one who applies today may use a service may lie past its last; the day where it surely does.
    fn too_late_to_apply(&self, earliest: Option<NaiveDate>, today: NaiveDate) -> String;
    /// The same on paper, where that day stands beside.
    fn may_be_too_late(&self) -> &'static str;
    /// Not while treatment is needed.
    fn not_during_treatment(&self) -> &'static str;
    /// What helps one who can't use it.
    fn when_not(&self, programme: &Programme) -> String;
    /// Until when, as seen from today: 「12月1日（火）まで」.
    fn until(&self, days: LastDays, corrected: Option<NaiveDate>, today: NaiveDate) -> String;
    /// Until when with the corrected age, if granted.
    fn corrected_until(&self, until: NaiveDate, today: NaiveDate) -> String;
    /// The last day comes with the birth.
    fn last_day_after_birth(&self) -> &'static str;
    /// It ended then.
    fn ended(&self, ended: Ended, today: NaiveDate) -> String;
    /// That it is to be asked whether it can be had before its last day.
    fn in_time(&self) -> &'static str;

    // The result: its first look.

    /// Until when, where it is to be asked whether she can use it.
    fn to_confirm(&self, until: &str) -> String;
    /// What one who is ill today is to do.
    fn ill_today(&self) -> &'static str;
    /// What a note asks of her first, in a few words.
    fn warning(&self, note: &Note<'_>) -> &'static str;
    /// The next day by which something is to be done.
    fn next_deadline(&self) -> &'static str;
    /// That a source is past its day.
    fn some_source_expired(&self) -> &'static str;
    /// That one is old.
    fn some_source_old(&self) -> &'static str;
    /// That one has no date.
    fn some_source_undated(&self) -> &'static str;
    /// What the ways to the parts below are.
    fn jumps_label(&self) -> &'static str;
    /// The ways: to the facilities, to what she plans, to what she brings, to paper.
    fn jumps(&self) -> [&'static str; 4];

    // The result: what to do now.

    /// The heading.
    fn now_heading(&self) -> &'static str;
    /// Asks, once the due date has passed, whether the baby is born, and leads to where she says so.
    fn is_it_born(&self) -> &'static str;
    /// Why that is asked, and that there is no hurry.
    fn reckoned_from_due_date(&self) -> &'static str;
    /// Rings a facility for a service.
    fn call_for(&self, name: &str, service: Service) -> String;
    /// Rings for advice on a child, at night or on a holiday.
    fn call_for_baby_at_night(&self) -> &'static str;
    /// Rings the office to apply.
    fn call_to_apply(&self) -> &'static str;
    /// Rings the office to ask what is open; without anything, what else helps.
    fn call_to_ask(&self, open: &[Open]) -> &'static str;
    /// The same where no number is printed.
    fn go_and_ask(&self, office: &str) -> String;
    /// The town's own page on its programme.
    fn page_of_town(&self) -> &'static str;
    /// The steps are on this page.
    fn how_to_apply(&self) -> &'static str;
    /// Apply by then, so as to be in time for it.
    fn apply_by(&self, deadline: &Deadline, aim: Aim, today: NaiveDate) -> String;
    /// Applications are taken from then on.
    fn apply_from(&self, from: NaiveDate, today: NaiveDate) -> String;
    /// Applications are taken already.
    fn may_apply_now(&self) -> &'static str;
    /// An application made today is through by then.
    fn ready_about(&self, day: NaiveDate, today: NaiveDate) -> String;
    /// The same before the birth, when nothing can be used yet.
    fn approved_about(&self, day: NaiveDate, today: NaiveDate) -> String;
    /// A facility takes bookings only after the approval.
    fn booking_after_approval(&self) -> &'static str;
    /// No phone is answered now; who answers next.
    fn nobody_now(&self) -> &'static str;
    /// The office's hours are not printed.
    fn office_hours_unprinted(&self) -> &'static str;
    /// The same where another is rung: the office whose matter it is prints no number either.
    fn rung_for(&self, office: &str) -> String;
    /// What is asked there.
    fn ask_about(&self, open: &[Open], situation: &Situation) -> String;
    /// From when one who applies today can use anything.
    fn earliest_use(&self, earliest: NaiveDate, today: NaiveDate) -> String;

    // The result: its foot.

    /// The heading of documents and things to bring.
    fn items_heading(&self) -> &'static str;
    /// The same with how many they are.
    fn items_with_count(&self, count: usize) -> String;
    /// What comes with the application.
    fn items_to_apply(&self) -> &'static str;
    /// What comes on the day.
    fn items_to_use(&self) -> &'static str;
    /// The heading of the notes and the sources.
    fn foot_heading(&self) -> &'static str;
    /// The heading of the notes.
    fn notes_heading(&self) -> &'static str;
    /// What opens to all else that the town prints.
    fn printed_notes(&self, programme: &Programme, count: usize) -> String;
    /// The way to what comes a moment later: the planner and all that follows.
    fn later(&self) -> &'static str;
    /// That it is coming.
    fn later_coming(&self) -> &'static str;
    /// That it did not arrive.
    fn later_failed(&self) -> &'static str;
    /// Until the end of which year the holidays are official.
    fn calendar(&self, official_until: i32) -> String;
    /// The heading of the sources.
    fn sources_heading(&self) -> &'static str;
    /// When a source was read.
    fn checked(&self, day: NaiveDate) -> String;
    /// The heading of the steps.
    fn steps_heading(&self) -> &'static str;
    /// What opens to the steps and to their other dates.
    fn all_steps(&self) -> &'static str;
    /// Where one who is approved goes on among the steps.
    fn steps_when_approved(&self) -> &'static str;
    /// The heading of the cancel rule.
    fn cancel_heading(&self) -> &'static str;
}
