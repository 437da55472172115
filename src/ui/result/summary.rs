//! The answer in one sentence: which services. Until when and from how much stands in their rows.

use super::Case;
use crate::reading;
use crate::ui::markup::{Markup, element, together};
use crate::ui::sentences::{headline, paragraph};
use crate::words::japanese;

/// The heading, and under it what helps where she can use nothing.
pub fn summary(case: &Case<'_>) -> Markup {
    let (words, first, programme) = (japanese(), reading::headline(case), case.plan.programme);
    let lead = first.is_no().then(|| paragraph("lead", &words.when_not(programme)));
    let heading = element("h1", "").id("heading").focusable().with(headline(&words.headline(first, programme)));
    together([heading.view(), lead.into()])
}
