//! The leaflet: everything that a town's page has for one without the program. Host only.

use leptos::prelude::*;

use super::help::help;
use crate::domain::Programme;
use crate::words::japanese;

/// What stands below the first page.
pub fn of_home() -> AnyView {
    help_lines(None)
}

/// What stands below a town's page.
pub fn of_town(programme: &Programme) -> AnyView {
    help_lines(Some(programme))
}

fn help_lines(programme: Option<&Programme>) -> AnyView {
    let heading = view! { <h2>{japanese().help_heading()}</h2> }.into_any();
    let help = help(programme, heading);
    view! { <section id="help">{help}</section> }.into_any()
}
