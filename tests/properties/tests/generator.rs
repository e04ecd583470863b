//! The documents of the property tests have everything that a record can have. A key or a word that is in none of
//! them would be in no test.

mod support;

use std::collections::BTreeSet;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;
use serde_json::Value;
use support::{Words, document};

/// The words that no document can show: a record omits the default word.
const UNDERSTOOD: [&str; 3] = ["Holding.role: original", "Person.order: given-first", "Title.form: formal"];

#[test]
fn documents_at_random_cover_the_record_format() {
    let schema: Value = serde_json::from_str(include_str!("../../../examples/records.schema.json")).unwrap();
    let schema = Schema(&schema);
    let mut wanted = schema.all();
    assert!(wanted.len() > 150, "{wanted:?}");
    for word in UNDERSTOOD {
        assert!(wanted.remove(word), "{word}");
    }
    let (mut runner, documents) = (TestRunner::deterministic(), document(Words::Tidy));
    let mut found = BTreeSet::new();
    for _ in 0..1000 {
        if wanted.is_subset(&found) {
            break;
        }
        let document = documents.new_tree(&mut runner).unwrap().current();
        schema.walk("Document", &serde_json::to_value(&document).unwrap(), &mut found);
    }
    let missing: Vec<&String> = wanted.difference(&found).collect();
    assert!(missing.is_empty(), "add to tests/support: {missing:#?}");
    let unknown: Vec<&String> = found.difference(&wanted).collect();
    assert!(unknown.is_empty(), "not in the schema: {unknown:#?}");
}

/// A JSON Schema. Its keys and words are named `Person.order` and `Person.order: family-first` here.
#[derive(Clone, Copy)]
struct Schema<'s>(&'s Value);

impl<'s> Schema<'s> {
    fn all(self) -> BTreeSet<String> {
        let mut all = BTreeSet::new();
        for name in self.0["$defs"].as_object().unwrap().keys() {
            for (key, property) in self.properties(name) {
                all.insert(format!("{name}.{key}"));
                all.extend(words(property).map(|word| format!("{name}.{key}: {word}")));
            }
        }
        all
    }

    fn properties(self, name: &str) -> impl Iterator<Item = (&'s String, &'s Value)> {
        self.0["$defs"][name]["properties"].as_object().unwrap().iter()
    }

    /// Adds the keys and words that a value of a definition has.
    fn walk(self, name: &str, value: &Value, found: &mut BTreeSet<String>) {
        // Keys of your own are in no schema.
        let keys = value.as_object().into_iter().flatten().filter(|(key, _)| !key.starts_with("x-"));
        for (key, value) in keys {
            found.insert(format!("{name}.{key}"));
            let Some((_, property)) = self.properties(name).find(|(known, _)| *known == key) else { continue };
            for value in value.as_array().map_or(std::slice::from_ref(value), Vec::as_slice) {
                if words(property).any(|word| Some(word) == value.as_str()) {
                    found.insert(format!("{name}.{key}: {}", value.as_str().unwrap()));
                }
                let of_value = |name: &&str| {
                    let has = |key: &Value| value.get(key.as_str().unwrap()).is_some();
                    let required = self.0["$defs"][name]["required"].as_array();
                    value.is_object() && required.into_iter().flatten().all(has)
                };
                let names: Vec<&str> = shapes(property).filter_map(reference).filter(of_value).collect();
                names.iter().for_each(|name| self.walk(name, value, found));
            }
        }
    }
}

/// The shapes that the values of a property can have, or those of its items.
fn shapes(property: &Value) -> Box<dyn Iterator<Item = &Value> + '_> {
    let choices = property["anyOf"].as_array().into_iter().flatten().flat_map(shapes);
    Box::new(std::iter::once(property).chain(choices).chain(property.get("items").into_iter().flat_map(shapes)))
}

fn words(property: &Value) -> impl Iterator<Item = &str> {
    shapes(property).filter_map(|shape| shape["enum"].as_array()).flatten().filter_map(Value::as_str)
}

fn reference(shape: &Value) -> Option<&str> {
    shape["$ref"].as_str()?.strip_prefix("#/$defs/")
}
