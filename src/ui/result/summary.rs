//! The answer in one sentence: which services. Until when and from how much stands in their rows.

use super::Case;
use crate::reading::headline;
use crate::ui::markup::{Markup, element, together};
use crate::ui::sentences::paragraph;
use crate::words::japanese;

/// The heading, and under it what helps where she can use nothing.
pub fn summary(case: &Case<'_>) -> Markup {
    let (words, headline, programme) = (japanese(), headline(case), case.plan.programme);
    let lead = headline.is_no().then(|| paragraph("lead", &words.when_not(programme)));
    let heading = element("h1", "").id("heading").focusable().with(words.headline(headline, programme));
    together([heading.view(), lead.into()])
}
