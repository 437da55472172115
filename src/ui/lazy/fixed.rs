//! The dates of an application, and those that are of no single use, each with its link to the phone's own calendar.

use super::calendar;
use crate::browser::Session;
use crate::domain::plan::What;
use crate::planner::{Standing, steps};
use crate::reading::{Kept, On, dates_of_none};
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
    let dates = dates_of_none(case);
    terms.extend(dates.iter().filter_map(|kept| linked(kept, case, session)));
    if terms.is_empty() {
        return Markup::Nothing;
    }
    let labels = [words.these_to_calendar(), words.copy_these_dates()];
    let all = (dates.len() > 1).then(|| calendar::together_as(labels, dates, case, session));
    element("div", "fixed").with(element("dl", "facts dates").with(terms)).with(all).view()
}

/// A date with its link.
fn linked(kept: &Kept<'_>, case: &Case<'_>, session: Session) -> Option<Markup> {
    let On::Fixed(date) = &kept.on else { return None };
    let words = japanese();
    let link = calendar::one(calendar::dated(kept, case), &words.fixed_title(date), case, session);
    let said = sentence(&words.fixed_date(date, case.today()));
    Some(term(words.fixed_term(date.what), together([said, " ".into(), link])))
}
