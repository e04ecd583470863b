//! What a document loses in RIS.

use super::kind::Type;
use super::{Path, people};
use crate::citation::{Omission, Record, Value};
use crate::document::Name;
use crate::notation;
use crate::style::record::{Facts, omissions};

/// Adds what the record does not carry, or carries in other characters.
pub(super) fn push(record: &mut Record, facts: &Facts<'_>, kind: Type) {
    for (_, path, names) in people(facts, kind) {
        for (index, _) in names.iter().enumerate().filter(|(_, name)| has_comma(name)) {
            let path = match path {
                Path::Field(field) => format!("{field}[{index}]"),
                Path::Contribution(number) => format!("contributions[{number}].by[{index}]"),
            };
            let reason = "RIS parts a name at its commas, so it is written without them";
            record.omit(path, Omission::NotWritable(reason.into()));
        }
    }
    report_braces(record, facts.book.is_some());
    omissions::push(record, facts.document, omissions::Fields { short_title: true, order_of_names: false });
}

pub(super) fn has_comma(name: &Name) -> bool {
    match name {
        Name::Person(person) => {
            let others = [&person.given, &person.suffix, &person.particle, &person.dropping_particle];
            person.family.contains(',') || others.into_iter().flatten().any(|part| part.contains(','))
        }
        Name::Body(body) => body.body.contains(','),
        Name::AsWritten(name) => name.contains(','),
    }
}

/// Where a brace has no partner the text is not the document's to the letter.
fn report_braces(record: &mut Record, is_of_book: bool) {
    let path = |tag: &str| match tag {
        "TI" => "title",
        "ST" => "title.short",
        "AU" => "creators",
        "A2" => "recipients",
        "M3" => "genre",
        "C3" => "extent",
        "AB" => "summary",
        "KW" => "subjects",
        "CR" => "rights",
        "DP" => "surrogates[0]",
        "ED" | "T2" | "T3" | "CY" | "PB" if is_of_book => "source",
        "T2" | "CY" | "PB" | "DB" | "AV" => "holdings[0]",
        _ => "note",
    };
    fn keeps(value: &Value) -> bool {
        match value {
            Value::Text(text) => notation::ris::keeps(text),
            Value::List(values) => values.iter().all(keeps),
            Value::Map(fields) => fields.iter().all(|field| keeps(&field.value)),
            _ => true,
        }
    }
    let mut altered: Vec<&str> = Vec::new();
    for field in record.fields().iter().filter(|field| !keeps(&field.value)) {
        let path = path(&field.name);
        if !altered.contains(&path) {
            altered.push(path);
        }
    }
    for path in altered {
        let reason = "JabRef hangs at a brace without a partner, so it is written as a parenthesis";
        record.omit(path, Omission::NotWritable(reason.into()));
    }
}
