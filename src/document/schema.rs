//! The record format as a JSON Schema, so that editors complete and check records.
//!
//! The schema takes what the readers take: where text or a date stands, a number may stand too, for it is read as typed.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

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
    T::schema_keys(&mut |key, schema| _ = properties.insert(key.to_owned(), schema.into()), generator);
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
            json_schema!({
                "type": "object",
                "properties": {
                    "edtf": text(),
                    "inferred": { "type": "boolean" },
                    "display": text(),
                    "bulk": text(),
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
