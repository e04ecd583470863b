//! What a document loses in RIS.

use std::borrow::Cow;

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
    report_braces(record, facts);
    omissions::push(record, facts.document, omissions::Fields::default());
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
fn report_braces(record: &mut Record, facts: &Facts<'_>) {
    let (url, doi) = (facts.url(), facts.doi());
    fn is_suspect(value: &Value) -> bool {
        match value {
            Value::Text(text) => text.contains(['{', '}']) || text.contains("%7"),
            Value::List(values) => values.iter().any(is_suspect),
            Value::Map(fields) => fields.iter().any(|field| is_suspect(&field.value)),
            Value::Number(_) | Value::Truth(_) => false,
        }
    }
    if !record.fields().iter().any(|field| is_suspect(&field.value)) {
        return;
    }
    let mut altered = Vec::new();
    facts.document.each_text(&mut |path, text| {
        if !text.contains(['{', '}']) {
            return;
        }
        let is_address = url.as_ref().is_some_and(|url| url.ends_with(text)) || doi == Some(text);
        let is_encoded = is_address && encoded(text, path.ends_with("doi")) != text;
        let reason = if is_encoded {
            "its braces are percent-encoded: JabRef hangs at a brace without a partner"
        } else if !notation::ris::keeps(text) {
            "JabRef hangs at a brace without a partner, so it is written as a parenthesis"
        } else {
            return;
        };
        altered.push((path.to_owned(), reason));
    });
    for (path, reason) in altered {
        record.omit(path, Omission::NotWritable(reason.into()));
    }
}

/// An address as every browser sends it, with no brace; a DOI, which nobody encodes, only where it has to be.
pub(super) fn encoded(address: &str, is_doi: bool) -> Cow<'_, str> {
    let has_to_be = address.contains(['{', '}']) && !(is_doi && notation::ris::keeps(address));
    if has_to_be { address.replace('{', "%7B").replace('}', "%7D").into() } else { address.into() }
}
