//! The words for one whose municipality is looked for, and for one whose municipality is not here yet.

/// The words of the search and of the page for other municipalities.
pub trait SearchWords: Sync {
    /// The way from the first page to the search.
    fn search_link(&self) -> &'static str;
    /// What can be typed there.
    fn search_hint(&self) -> &'static str;
    /// The heading of the search.
    fn search_heading(&self) -> &'static str;
    /// The name of its field.
    fn search_field(&self) -> &'static str;
    /// How many were found; none among them.
    fn towns_found(&self, count: usize) -> String;
    /// More than are shown.
    fn many_towns_found(&self, shown: usize) -> String;
    /// The list is on its way.
    fn towns_coming(&self) -> &'static str;
    /// The list could not be had.
    fn towns_missing(&self) -> &'static str;
    /// Tries again.
    fn try_again(&self) -> &'static str;
    /// What stands under a municipality that is here.
    fn here(&self) -> &'static str;
    /// What stands under one that is not.
    fn not_here(&self) -> &'static str;
    /// The heading for one that is not here: its name.
    fn elsewhere_heading(&self, town: &str) -> String;
    /// The heading where no municipality has the code.
    fn elsewhere_unknown(&self) -> &'static str;
    /// That nothing can be said of it here, and what helps all the same.
    fn elsewhere_lead(&self) -> &'static str;
    /// The heading of what 産後ケア is.
    fn law_heading(&self) -> &'static str;
    /// What 産後ケア is by law: 母子保健法 第17条の2.
    fn law(&self) -> &'static [&'static str];
    /// Where that stands, and the address of the national government's page.
    fn law_source(&self) -> [&'static str; 2];
    /// The heading of the questions.
    fn ask_heading(&self) -> &'static str;
    /// Whom to ring, and what to say first.
    fn ask_lead(&self) -> &'static str;
    /// The five questions to put to the office.
    fn ask_questions(&self) -> [&'static str; 5];
    /// The way to the municipality's own page: what the link says.
    fn find_page(&self, town: &str) -> String;
    /// What is looked for there.
    fn find_page_query(&self, prefecture: &str, town: &str) -> String;
    /// The heading of groups that may help beside the office.
    fn groups_heading(&self) -> &'static str;
}
