//! What to say when the phone is answered, filled in with her case.

use super::copy::copy_button;
use crate::reading::{Call, Whom, calls};
use crate::ui::markup::{Markup, element, together};
use crate::ui::result::Case;
use crate::ui::sentences::{list, named, paragraph};
use crate::words::japanese;

/// The words to read out, and what may be asked.
pub fn memo(case: &Case<'_>) -> Markup {
    if !case.in_reach() {
        return Markup::Nothing;
    }
    let words = japanese();
    let (calls, left_out) = calls(case);
    let calls: Vec<Markup> = calls.iter().map(|call| said(call, case)).collect();
    let left_out = (left_out > 0).then(|| paragraph("source-doubt", &words.left_out(left_out)));
    together([paragraph("soft", words.memo_lead()), left_out.into(), calls.into()])
}

/// What to say in one call.
fn said(call: &Call<'_>, case: &Case<'_>) -> Markup {
    let words = japanese();
    let lines = words.memo(call, case);
    let text = lines.join("\n");
    let said = lines.iter().map(|line| paragraph("", line));
    let script =
        element("blockquote", "memo").attribute("lang", "ja").printed_as_is().with(said.collect::<Vec<Markup>>());
    let names: Vec<&str> = match call.to {
        Whom::Office => case.plan.programme.offices_to_ask().map(|office| office.name.as_str()).collect(),
        Whom::Facility(facility) => vec![facility.name.as_str()],
        Whom::Undecided => Vec::new(),
    };
    element("div", "memo-call")
        .with(element("p", "small-heading").with(named(&words.memo_to(call.to, &case.plan), &names)))
        .with(script)
        .with(copy_button(words.copy_memo(), move || text.clone()))
        .with(
            element("details", "")
                .with(element("summary", "").with(words.memo_questions_heading()))
                .with(list("plain-list", words.memo_questions(call, case))),
        )
        .view()
}
