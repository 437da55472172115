//! The dates of an application, and those that are of no single use, each with its link to the phone's own calendar.

use super::calendar;
use crate::browser::Session;
use crate::domain::plan::What;
use crate::planner::{FixedDate, Standing, fixed_dates, steps};
use crate::ui::markup::{Markup, element, together};
use crate::ui::result::Case;
use crate::ui::result::dates::step;
use crate::ui::sentences::{sentence, term};
use crate::words::japanese;

/// The dates as terms, and all of them at once; nothing where there is none.
pub fn fixed(case: &Case<'_>, session: Session) -> Markup {
    let words = japanese();
    let today = case.now.date();
    // The day from which on she can apply stands among those with a link, until it has come.
    let steps = steps(&case.plan, None, case.now);
    let steps = steps.iter().filter(|date| date.what != What::ApplyFrom || date.standing == Standing::Open);
    let mut terms: Vec<Markup> = steps.map(|date| step(date, today)).collect();
    let dates = fixed_dates(&case.plan, &case.situation, today);
    terms.extend(dates.iter().map(|date| linked(date, case, session)));
    if terms.is_empty() {
        return Markup::Nothing;
    }
    let dated = || dates.iter().map(|date| calendar::fixed(date, case)).collect();
    let labels = [words.these_to_calendar(), words.copy_these_dates()];
    let all = (dates.len() > 1).then(|| calendar::together_as(labels, dated(), case, session));
    element("div", "fixed").with(element("dl", "facts dates").with(terms)).with(all).view()
}

/// A date with its link.
fn linked(date: &FixedDate, case: &Case<'_>, session: Session) -> Markup {
    let words = japanese();
    let link = calendar::one(calendar::fixed(date, case), &words.fixed_title(date), case, session);
    let said = sentence(&words.fixed_date(date, case.now.date()));
    term(words.fixed_term(date.what), together([said, " ".into(), link]))
}
