//! What comes after the facilities.

use leptos::prelude::*;

use super::{foot, memo, picture, share, things};
use crate::ui::markup::{Markup, element, following, together};
use crate::ui::privacy::privacy_line;
use crate::ui::result::{Case, Rest, after_taps};

/// Her year, the steps, what to say and to bring, what else is printed, paper and passing on.
pub fn rest(of: Rest) -> Markup {
    let Rest { programme, session, asked, of_days, of_services } = of;
    let year = following(move || of_services().map(|case| picture::year(&case)));
    let steps = following(move || of_days().map(|case| foot::steps(&case, session)));
    let memo = after_taps(programme, session, memo::memo);
    let foot = following(move || {
        let case = Case::of(programme, asked, session.now)?;
        let things = asked.with(|answers| things::things(&case, answers, session));
        Some(together([things, foot::foot(&case)]))
    });
    let privacy = element("section", "part").with(privacy_line(session)).view();
    together([year, steps, memo, foot, share::sharing(programme, session), privacy])
}
