//! A date in the record format: a text, or a map if it has more parts.

#[cfg(feature = "schema")]
use std::borrow::Cow;

use chrono::{Datelike, NaiveDate};
#[cfg(feature = "schema")]
use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::error::{DateError, DateErrorKind};
use super::moment::When;
use super::{Date, Words};
use crate::document::fault::{Faults, FieldErrorKind};
use crate::document::keys::{Map, Slot, Value, through_the_tree};
#[cfg(feature = "schema")]
use crate::document::schema::shapes;
use crate::document::tree::{Content, Node};
use crate::document::values::read_text;

/// The keys of the long form.
const KEYS: [&str; 4] = ["edtf", "inferred", "display", "bulk"];

impl Value for Date {
    fn read(node: &Node<'_>, faults: &mut Faults) -> Option<Self> {
        let Content::Map(entries) = node.content() else {
            let text = match node.content() {
                Content::List(_) => {
                    faults.add(FieldErrorKind::UnexpectedType {
                        expected: "a date (in quotation marks if it begins with a bracket)",
                        found: "a list",
                    });
                    return None;
                }
                _ => read_text(node, faults)?,
            };
            return text.parse().map_err(|error: DateError| faults.add(error)).ok();
        };
        let mut map = Map::new(entries);
        let (mut date, mut inferred, mut display, mut bulk) = (None::<Date>, false, None::<String>, None::<Date>);
        map.take("edtf", &mut date, faults);
        map.take("inferred", &mut inferred, faults);
        map.take("display", &mut display, faults);
        map.take("bulk", &mut bulk, faults);
        map.finish("Date", &KEYS, |_| None, faults);
        if date.is_none() && display.is_none() {
            faults.within("edtf", |faults| faults.add_unless_known(FieldErrorKind::Missing));
            return None;
        }
        let mut date = date.unwrap_or_default();
        if inferred && !date.inferred {
            date = date.inferred();
        }
        if display.is_some() || bulk.is_some() {
            date.words = Some(Box::new(Words { display, bulk }));
        }
        Some(date)
    }

    fn write(&self) -> Node<'_> {
        if self.has_short() {
            return Node::text(self.short());
        }
        let mut entries = Vec::new();
        // `{ display }` alone is an undated document with the archive's wording.
        if !self.is_undated() || self.display().is_none() || self.typed.is_some() {
            entries.push((
                "edtf".into(),
                Node::text(self.typed.as_deref().map_or_else(|| self.when.to_string(), str::to_owned)),
            ));
        }
        if self.inferred && self.typed.is_none() {
            entries.push(("inferred".into(), Node::truth(true)));
        }
        let display = self.words.as_ref().and_then(|words| words.display.write_slot());
        let bulk = self.words.as_ref().and_then(|words| words.bulk.write_slot());
        entries.extend(display.map(|node| ("display".into(), node)));
        entries.extend(bulk.map(|node| ("bulk".into(), node)));
        Node::new(Content::Map(entries))
    }

    fn check(&mut self, faults: &mut Faults) {
        // Only a chrono date can have such a year, because the parser rejects it.
        if [self.earliest, self.latest].iter().flatten().any(|day| !(1..=9999).contains(&day.year())) {
            faults.add(DateError::new(&self.when.to_string(), 0, DateErrorKind::Year));
        }
        if let Some(words) = &mut self.words {
            faults.within("display", |faults| words.display.check_slot(faults));
            faults.within("bulk", |faults| {
                words.bulk.check_slot(faults);
                if let Some(bulk) = &words.bulk {
                    check_bulk((self.earliest, self.latest), &self.when, bulk, faults);
                }
            });
        }
    }

    #[cfg(feature = "schema")]
    fn schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        long_or_short(generator)
    }
}

/// DACS 2.4.10: bulk dates are given in addition to inclusive dates, and are within them.
fn check_bulk(whole: (Option<NaiveDate>, Option<NaiveDate>), when: &When, bulk: &Date, faults: &mut Faults) {
    if !matches!(when, When::Range { .. }) || !matches!(bulk.when, When::Range { .. }) || bulk.words.is_some() {
        return faults.add(FieldErrorKind::Rule(
            "a bulk date is a range within a range, as in { edtf: 1785/1960, bulk: 1916/1958 }",
        ));
    }
    let begins = whole.0.is_none_or(|first| bulk.earliest.is_some_and(|day| day >= first));
    let ends = whole.1.is_none_or(|last| bulk.latest.is_some_and(|day| day <= last));
    if !begins || !ends {
        faults.add(FieldErrorKind::Rule("the bulk date is not within the date"));
    }
}

through_the_tree!(Date);

#[cfg(feature = "schema")]
fn long_or_short(generator: &mut SchemaGenerator) -> Schema {
    struct LongDate;

    impl JsonSchema for LongDate {
        fn schema_name() -> Cow<'static, str> {
            "Date".into()
        }

        fn json_schema(_: &mut SchemaGenerator) -> Schema {
            let property = |key, schema| shapes::described("Date", key, schema);
            json_schema!({
                "type": "object",
                "properties": {
                    "edtf": property("edtf", shapes::text()),
                    "inferred": property("inferred", json_schema!({ "type": "boolean" })),
                    "display": property("display", shapes::text()),
                    "bulk": property("bulk", shapes::text()),
                },
                "additionalProperties": false,
                "anyOf": [{ "required": ["edtf"] }, { "required": ["display"] }],
            })
        }
    }

    let long = generator.subschema_for::<LongDate>();
    json_schema!({ "anyOf": [shapes::text(), long] })
}
