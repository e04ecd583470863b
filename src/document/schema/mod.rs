//! The record format as a JSON Schema, so that editors complete and check records.
//!
//! The schema accepts what the readers accept: a number may be in the place of text or a date, because it is read as
//! typed. It is stricter in three points that are usually mistakes: a key without a value, a bare `true` for text,
//! and capitals in a word of a closed list.

mod descriptions;
pub(super) mod shapes;

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::keys::Value;
use super::{
    Body, Contribution, ContributionRole, Date, Document, Holding, HoldingRole, Kind, LeafUnit, Leaves, Level,
    LevelKind, Name, NameOrder, Original, Person, Publication, Repository, Reviewed, Surrogate, Title, TitleForm,
    Translation,
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
    Original,
    Person,
    Publication,
    Repository,
    Reviewed,
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
    use crate::document::keys::Keyed;

    /// The table has a line for every key of the type, and for no other key.
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
        check::<Original>(&mut types);
        check::<Reviewed>(&mut types);
        check::<Translation>(&mut types);
        check::<Contribution>(&mut types);
        for (name, _) in DESCRIPTIONS {
            assert!(types.contains(name), "no type is called {name}");
        }
    }

    /// Finds a type that is missing in the list above.
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
