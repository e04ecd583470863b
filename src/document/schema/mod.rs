//! The record format as a JSON Schema, so that editors complete and check records.
//!
//! The schema takes what the readers take: where text or a date stands, a number may stand too, for it is read as typed.
//! It is stricter in two things that are slips more often than not: a key with nothing behind it, and a bare `true` for text.

mod descriptions;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use self::descriptions::description;
use super::keys::{Keyed, Value};
use super::name::{Body, Person};
use super::{
    Contribution, ContributionRole, Date, Document, Holding, HoldingRole, Kind, LeafUnit, Leaves, Level, LevelKind,
    Name, NameOrder, Publication, Repository, Surrogate, Title, TitleForm, Translation,
};

/// The schema of a whole file: a record, or a list of records.
///
/// ```
/// let schema = prefercite::document::record_file_schema();
/// assert!(schema.as_value()["$defs"]["Document"]["properties"]["holdings"].is_object());
/// ```
pub fn record_file_schema() -> Schema {
    let mut generator = schemars::generate::SchemaSettings::draft2020_12().into_generator();
    let document = generator.subschema_for::<Document>();
    let mut schema = json_schema!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Records of archival documents",
        "anyOf": [document, { "type": "array", "items": document }],
    });
    schema.insert("$defs".to_owned(), generator.take_definitions(true).into());
    schema
}

/// What must be there, and of which at least one must be.
fn needs(name: &str) -> (&'static [&'static str], &'static [&'static str]) {
    match name {
        "Document" => (&["id"], &["title", "creators", "recipients", "holdings", "preferred-citation"]),
        "Title" => (&["text"], &[]),
        "Person" => (&["family"], &[]),
        "Body" => (&["body"], &[]),
        "Repository" => (&[], &["name", "abbreviation"]),
        "Level" => (&[], &["id", "title"]),
        "Leaves" => (&["range"], &[]),
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
    if !required.is_empty() {
        schema.insert("required".to_owned(), required.into());
    }
    if !any_of.is_empty() {
        let one = |key: &&str| serde_json::json!({ "required": [key] });
        schema.insert("anyOf".to_owned(), any_of.iter().map(one).collect::<Vec<_>>().into());
    }
    schema
}

/// What may stand at a key, with the line that an editor shows of it. Beside a `$ref` it may stand since draft 2019-09.
fn described(name: &str, key: &str, mut schema: Schema) -> Schema {
    if let Some(line) = description(name, key) {
        schema.insert("description".to_owned(), line.into());
    }
    schema
}

/// A map with known keys, by reference, and its short form beside it.
pub(super) fn keyed<T: Keyed>(generator: &mut SchemaGenerator) -> Schema {
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

pub(super) fn text() -> Schema {
    json_schema!({ "type": ["string", "number"] })
}

pub(super) fn list(items: Schema) -> Schema {
    json_schema!({ "type": "array", "items": items })
}

pub(super) fn words<'w>(words: impl Iterator<Item = &'w str>) -> Schema {
    json_schema!({ "enum": words.collect::<Vec<_>>() })
}

/// The known words are offered, and any other may stand.
pub(super) fn open_words<'w>(words: impl Iterator<Item = &'w str>) -> Schema {
    json_schema!({ "anyOf": [{ "enum": words.collect::<Vec<_>>() }, text()] })
}

pub(super) fn name(generator: &mut SchemaGenerator) -> Schema {
    json_schema!({ "anyOf": [text(), Person::schema(generator), Body::schema(generator)] })
}

pub(super) fn date(generator: &mut SchemaGenerator) -> Schema {
    struct LongDate;

    impl JsonSchema for LongDate {
        fn schema_name() -> Cow<'static, str> {
            "Date".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            let property = |key, schema| described("Date", key, schema);
            json_schema!({
                "type": "object",
                "properties": {
                    "edtf": property("edtf", text()),
                    "inferred": property("inferred", json_schema!({ "type": "boolean" })),
                    "display": property("display", text()),
                    "bulk": property("bulk", text()),
                },
                "additionalProperties": false,
                "anyOf": [{ "required": ["edtf"] }, { "required": ["display"] }],
            })
        }
    }

    let long = generator.subschema_for::<LongDate>();
    json_schema!({ "anyOf": [text(), long] })
}

macro_rules! json_schema_of {
    ($($type:ident),+ $(,)?) => {$(
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(generator: &mut SchemaGenerator) -> Schema {
                <$type as Value>::schema(generator)
            }
        }
    )+};
}

json_schema_of!(
    Body,
    Contribution,
    ContributionRole,
    Date,
    Document,
    Holding,
    HoldingRole,
    Kind,
    LeafUnit,
    Leaves,
    Level,
    LevelKind,
    Name,
    NameOrder,
    Person,
    Publication,
    Repository,
    Surrogate,
    Title,
    TitleForm,
    Translation,
);

#[cfg(test)]
mod tests {
    use super::descriptions::DESCRIPTIONS;
    use super::*;
    use crate::document::Description;

    /// The table has a line for every key of the type, and for no other.
    #[track_caller]
    fn is_described(name: &str, keys: &[&str]) {
        let described: Vec<&str> = DESCRIPTIONS
            .iter()
            .filter(|(known, _)| *known == name)
            .flat_map(|(_, keys)| *keys)
            .map(|(key, _)| *key)
            .collect();
        assert_eq!(described, keys, "{name} in descriptions.rs");
    }

    #[test]
    fn every_key_has_its_line() {
        fn check<T: Keyed>(types: &mut Vec<&str>) {
            is_described(T::NAME, T::keys());
            types.push(T::NAME);
        }
        let mut types = vec!["Date"];
        check::<Description>(&mut types);
        check::<Title>(&mut types);
        check::<Person>(&mut types);
        check::<Body>(&mut types);
        check::<Holding>(&mut types);
        check::<Repository>(&mut types);
        check::<Level>(&mut types);
        check::<Leaves>(&mut types);
        check::<Surrogate>(&mut types);
        check::<Publication>(&mut types);
        check::<Translation>(&mut types);
        check::<Contribution>(&mut types);
        for (name, _) in DESCRIPTIONS {
            assert!(types.contains(name), "no type is called {name}");
        }
    }

    /// A type that the list above does not have yet is found here.
    #[test]
    fn every_property_of_the_schema_is_described() {
        let schema = record_file_schema();
        let types = schema.as_value()["$defs"].as_object().unwrap();
        assert_eq!(types.len(), DESCRIPTIONS.len());
        for (name, object) in types {
            let properties = object["properties"].as_object().unwrap();
            assert!(!properties.is_empty(), "{name}");
            for (key, property) in properties {
                let line = property["description"].as_str().unwrap_or_else(|| panic!("{name}.{key}"));
                assert!((8..=120).contains(&line.chars().count()), "{name}.{key}: {line}");
            }
        }
    }
}
