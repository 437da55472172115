//! What comes after the facilities.

use leptos::prelude::*;

use super::privacy::privacy_line;
use super::{foot, picture, services, share, things};
use crate::ui::fold::{Folds, fold};
use crate::ui::markup::{Markup, element, following, together};
use crate::ui::result::look::has_things;
use crate::ui::result::{Case, Rest, case_of};
use crate::ui::sentences::headline;
use crate::words::japanese;

/// The services, the steps, what to bring, her year, what else is printed, paper and passing on: a line each.
pub fn rest(of: Rest) -> Markup {
    let Rest { programme, session, folds, asked, of_days, of_services } = of;
    let words = japanese();
    let case = move || case_of(programme, asked, session.now);
    let services = following(move || {
        case().filter(|case| !case.plan.services.is_empty())?;
        let content = move || case().map(|case| services::services(&case)).into();
        Some(folded("services", "part fold services", words.services_heading(), folds, content))
    });
    let days = of_days.clone();
    let steps = following(move || {
        let of_days = of_days.clone();
        let all = move || of_days().map(|case| foot::all_steps(&case, session)).into();
        days().map(|case| foot::steps(&case, folds, all))
    });
    let things = following(move || {
        let case = case().filter(has_things)?;
        let heading = words.items_with_count(asked.with(|answers| things::count(&case, answers)));
        let content = move || {
            let case = case_of(programme, asked, session.now);
            case.map(|case| asked.with(|answers| things::things(&case, answers, session))).into()
        };
        Some(folded("things", "part fold", &heading, folds, content))
    });
    let year = following(move || {
        let of_services = of_services.clone();
        case().filter(Case::in_reach)?;
        let content = move || of_services().map(|case| picture::year(&case)).into();
        Some(folded("year", "part fold", words.year_heading(), folds, content))
    });
    let foot = move || case().map(|case| foot::foot(&case)).into();
    let foot = folded("notes", "part fold notes", words.foot_heading(), folds, foot);
    let privacy = element("section", "part").with(privacy_line(session)).view();
    together([services, steps, things, year, foot, share::sharing(programme, session, folds), privacy])
}

/// A part of her plan behind its heading.
fn folded(
    id: &'static str,
    class: &'static str,
    heading: &str,
    folds: Folds,
    content: impl Fn() -> Markup + Send + 'static,
) -> Markup {
    fold(folds, id, class, element("h2", "").with(headline(heading)), content).id(id).view()
}
