//! Whether a postal code is the town's own. The list of all municipalities is read where the search is.

use std::pin::Pin;

use crate::browser::read_directory;
use crate::domain::Programme;
use crate::domain::situation::PostalCode;
use crate::words::japanese;

/// Why a postal code is not one of the town's, in words; `None` where it is, and where nobody can say.
pub type Told = Pin<Box<dyn Future<Output = Option<String>>>>;

/// Looks a postal code up.
pub fn whose(code: PostalCode, programme: &'static Programme) -> Told {
    Box::pin(async move {
        let directory = read_directory().await?;
        let others = directory.others_with(code.as_str(), &programme.code);
        // A namesake is told by its prefecture.
        let name = |prefecture: &str, name: &str| match name == programme.name {
            true => [prefecture, name].concat(),
            false => name.to_owned(),
        };
        let names: Vec<String> = others.iter().map(|town| name(town.prefecture, town.name)).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let words = japanese();
        (!names.is_empty()).then(|| words.postal_of_others(code.as_str(), &words.names(&names), programme))
    })
}
