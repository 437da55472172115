//! The words of the first page, and the start of a town's page.

use crate::domain::programme::Programme;

/// The words of the first page, and the start of a town's page.
pub trait StartWords: Sync {
    // The first page.

    /// Its heading.
    fn home_heading(&self) -> &'static str;
    /// What this is.
    fn home_lead(&self) -> &'static str;
    /// Where is her 住民票?
    fn residence_question(&self) -> &'static str;
    /// Not where she stays for the birth.
    fn residence_hint(&self) -> &'static str;
    /// To one who stays elsewhere for the birth (里帰り).
    fn away_from_home(&self) -> &'static str;
    /// The heading for one whose town is not here.
    fn other_towns_heading(&self) -> &'static str;
    /// What a town's page is for, under its name.
    fn town_hint(&self, programme: &Programme) -> String;

    // The start of a town's page.

    /// Its heading.
    fn start_heading(&self, programme: &Programme) -> String;
    /// What a search engine or a messenger says of it.
    fn town_description(&self, programme: &Programme) -> String;
    /// What this is, in one line.
    fn start_lead(&self) -> &'static str;
    /// Is the baby born?
    fn baby_question(&self) -> &'static str;
    /// It is.
    fn born(&self) -> &'static str;
    /// Not yet.
    fn expected(&self) -> &'static str;
    /// The way out for a mother whose baby has died.
    fn loss_link(&self) -> &'static str;
    /// The link for one who lives elsewhere.
    fn another_town(&self, programme: &Programme) -> String;
    /// Goes on with the kept answers.
    fn go_on(&self) -> &'static str;
    /// Begins anew.
    fn begin_anew(&self) -> &'static str;
    /// Asks once more, where uses would be gone with the answers.
    fn begin_anew_question(&self) -> &'static str;
    /// Begins anew all the same.
    fn begin_anew_really(&self) -> &'static str;
    /// That answers are kept.
    fn welcome_back(&self) -> &'static str;
    /// The heading and text for one who opens the page of an association.
    fn association(&self) -> &'static str;
}
