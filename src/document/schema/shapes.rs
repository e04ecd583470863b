//! The parts of a schema: text, lists, words, maps with known keys.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::descriptions::description;
use crate::document::keys::Keyed;

/// The required keys, and the keys of which at least one is required. `source.pages` is a key of the map at `source`.
fn needs(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "Document" => (
            &["id"],
            &[
                "title",
                "creators",
                "recipients",
                "participants",
                "holdings",
                "source.number",
                "source.pages",
                "preferred-citation",
            ],
        ),
        "Title" => (&["text"], &[]),
        "Person" => (&["family"], &[]),
        "Body" => (&["body"], &[]),
        "Repository" => (&[], &["name", "abbreviation"]),
        "Level" => (&[], &["id", "title"]),
        "Leaves" => (&["range"], &[]),
        "Original" => (&[], &["title", "place", "publisher", "date"]),
        "Reviewed" => (&["title"], &[]),
        "Translation" => (&[], &["by", "source"]),
        "Contribution" => (&["roles", "by"], &[]),
        _ => (&[], &[]),
    }
}

/// The object of a map with known keys.
fn object<T: Keyed>(generator: &mut SchemaGenerator) -> Schema {
    let mut properties = serde_json::Map::new();
    let mut add = |key: &str, schema| _ = properties.insert(key.to_owned(), described(T::NAME, key, schema).into());
    T::schema_keys(&mut |key, schema| add(key, schema), generator);
    let (required, any_of) = needs(T::NAME);
    let mut schema = json_schema!({ "type": "object", "properties": properties, "additionalProperties": false });
    if T::default().extensions().is_some() {
        schema.insert("patternProperties".to_owned(), serde_json::json!({ "^x-": {} }));
    }
    if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    if !any_of.is_empty() {
        schema.insert("anyOf".to_owned(), any_of.iter().map(|path| requires(path)).collect::<Vec<_>>().into());
    }
    schema
}

/// The condition that a map has the key, or the path of keys.
fn requires(path: &str) -> serde_json::Value {
    match path.split_once('.') {
        Some((key, rest)) => serde_json::json!({ "required": [key], "properties": { key: requires(rest) } }),
        None => serde_json::json!({ "required": [path] }),
    }
}

/// The schema of a key, with the line that an editor shows. Since draft 2019-09 it may be next to a `$ref`.
pub(in crate::document) fn described(name: &str, key: &str, mut schema: Schema) -> Schema {
    if let Some(line) = description(name, key) {
        schema.insert("description".to_owned(), line.into());
    }
    schema
}

/// A map with known keys, by reference, or its short form.
pub(in crate::document) fn keyed<T: Keyed>(generator: &mut SchemaGenerator) -> Schema {
    struct Long<T>(std::marker::PhantomData<T>);

    impl<T: Keyed> JsonSchema for Long<T> {
        fn schema_name() -> Cow<'static, str> {
            T::NAME.into()
        }

        fn json_schema(generator: &mut SchemaGenerator) -> Schema {
            object::<T>(generator)
        }
    }

    let long = generator.subschema_for::<Long<T>>();
    if T::SHORT { json_schema!({ "anyOf": [text(), long] }) } else { long }
}

pub(in crate::document) fn text() -> Schema {
    json_schema!({ "type": ["string", "number"] })
}

pub(in crate::document) fn list(items: Schema) -> Schema {
    json_schema!({ "type": "array", "items": items })
}

pub(in crate::document) fn words<'w>(words: impl Iterator<Item = &'w str>) -> Schema {
    json_schema!({ "enum": words.collect::<Vec<_>>() })
}

/// The known words are suggested, and any other word is allowed.
pub(in crate::document) fn open_words<'w>(words: impl Iterator<Item = &'w str>) -> Schema {
    json_schema!({ "anyOf": [{ "enum": words.collect::<Vec<_>>() }, text()] })
}
