//! The JSON Schema of a rule file, made from the types beside it: their doc comments are its descriptions.

use schemars::Schema;
use schemars::generate::SchemaSettings;
use schemars::transform::RecursiveTransform;

use super::File;

/// The JSON Schema of a rule file, for editors that complete and check while one types. Draft 7, which TOML editors read.
pub fn json_schema() -> String {
    let mut schema = schema().to_value();
    // The order of keys must not hang on how a dependency was built.
    schema.sort_all_objects();
    format!("{schema:#}\n")
}

/// The same, to be asked.
pub(in crate::programmes) fn schema() -> Schema {
    let settings = SchemaSettings::draft07().with_transform(RecursiveTransform(without_null));
    settings.into_generator().into_root_schema_for::<File>()
}

/// TOML has no null: what is not there is simply absent, and an editor must not offer it as a default.
fn without_null(schema: &mut Schema) {
    schema.remove("default");
    if let Some(types) = schema.get_mut("type").and_then(|types| types.as_array_mut()) {
        types.retain(|name| name != "null");
        if let [only] = types.as_slice() {
            let only = only.clone();
            schema.insert("type".to_owned(), only);
        }
    }
    let Some(forms) = schema.get_mut("anyOf").and_then(|forms| forms.as_array_mut()) else { return };
    forms.retain(|form| form.get("type").is_none_or(|name| name != "null"));
    if forms.len() == 1
        && let Some(only) = schema.remove("anyOf")
    {
        schema.insert("allOf".to_owned(), only);
    }
}
