//! The list of municipalities, as rule files are held against it.

use sango_navi::programmes::KnownTown;

/// Every prefecture, municipality and ward of the list, which is compiled in.
pub(super) fn all() -> Vec<KnownTown> {
    include_str!("../../municipalities/municipalities.tsv").lines().filter_map(town).collect()
}

/// A line: code, prefecture, municipality, ward, reading.
fn town(line: &str) -> Option<KnownTown> {
    let mut fields = line.split('\t');
    let (code, prefecture) = (fields.next().filter(|code| code.len() == 6)?, fields.next()?);
    let (municipality, ward, reading) = (fields.next()?, fields.next()?, fields.next()?);
    let name = [ward, municipality, prefecture].into_iter().find(|name| !name.is_empty())?;
    Some(KnownTown {
        code: code.to_owned(),
        prefecture: prefecture.to_owned(),
        name: name.to_owned(),
        reading: reading.to_owned(),
    })
}
