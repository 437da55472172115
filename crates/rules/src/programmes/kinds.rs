//! Which headings of a rule file repeat, by the shape of a rule file.

use std::sync::OnceLock;

use schemars::Schema;

use super::shape;

/// Whether the key path of a heading stands for a list of tables; nothing where the shape knows no such heading.
pub(super) fn is_list<'p>(path: impl Iterator<Item = &'p str>) -> Option<bool> {
    static SCHEMA: OnceLock<Schema> = OnceLock::new();
    let schema = SCHEMA.get_or_init(shape::schema);
    let mut place = String::new();
    let mut list = None;
    for key in path {
        place = resolved(schema, format!("{place}/properties/{key}"))?;
        list = Some(is(schema, &place, "array"));
        if list == Some(true) {
            place = resolved(schema, format!("{place}/items"))?;
        }
        if !is(schema, &place, "object") {
            return None;
        }
    }
    list
}

fn is(schema: &Schema, place: &str, kind: &str) -> bool {
    schema.pointer(&format!("{place}/type")).is_some_and(|written| written == kind)
}

/// The place that a reference names, or the place itself.
fn resolved(schema: &Schema, place: String) -> Option<String> {
    schema.pointer(&place)?;
    let named = ["/$ref", "/allOf/0/$ref"].iter().find_map(|by| schema.pointer(&format!("{place}{by}"))?.as_str());
    Some(named.map_or(place, |name| name.trim_start_matches('#').to_owned()))
}
