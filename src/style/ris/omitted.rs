//! What a document loses in RIS.

use std::borrow::Cow;

use super::credits::{self, Path};
use super::literature;
use crate::citation::{OmissionReason, Record};
use crate::notation;
use crate::style::record::shape::{Reader, Shape};
use crate::style::record::{Facts, omissions, people};

/// Reports what the record does not contain, or contains in other characters.
pub(super) fn push(record: &mut Record, facts: &Facts<'_>, shape: Shape, reader: Reader) {
    credits::each(facts, shape, reader, |_, path, names| {
        for (index, _) in names.iter().enumerate().filter(|(_, name)| people::holds(name, b",")) {
            let path = match path {
                Path::Field(field) => format!("{field}[{index}]"),
                Path::Contribution(number) => format!("contributions[{number}].by[{index}]"),
            };
            let reason = "RIS splits a name at its commas, so it is written without them";
            record.omit(path, OmissionReason::NotWritable(reason.into()));
        }
    });
    report_braces(record, facts);
    report_extra(record, facts);
    let is_zotero = reader == Reader::Zotero;
    let literature = if is_zotero { facts.literature_fields() } else { literature::fields(facts) };
    let fields = omissions::Fields { order_of_names: is_zotero, literature, ..omissions::Fields::default() };
    omissions::push(record, facts.document, fields);
}

/// A brace without a partner changes the text.
fn report_braces(record: &mut Record, facts: &Facts<'_>) {
    // Also a brace that is percent-encoded. This is a fast check over the bytes.
    let may_hold_brace = |text: &str| text.bytes().fold(false, |found, b| found | matches!(b, b'{' | b'}' | b'%'));
    if !record.any_text(may_hold_brace) {
        return;
    }
    facts.document.each_text(&mut |path, text| {
        if !text.contains(['{', '}']) {
            return;
        }
        let is_encoded = facts.has_address_at(path) && encoded(text, path.ends_with("doi")) != text;
        let reason = if is_encoded {
            "its braces are percent-encoded, because JabRef hangs on a brace without a partner"
        } else if !notation::ris::keeps(text) {
            "a brace without a partner is written as a parenthesis, because JabRef hangs on it"
        } else {
            return;
        };
        record.omit(path, OmissionReason::NotWritable(reason.into()));
    });
}

/// What Extra contains in other characters.
fn report_extra(record: &mut Record, facts: &Facts<'_>) {
    let Some(lines) = record.get("M2") else { return };
    let is_one = |words: &str| lines.as_text().is_some_and(|line| line.contains(words));
    let is_any = |words: &str| {
        let mut all = lines.as_list().unwrap_or_default().iter().filter_map(|line| line.as_text());
        is_one(words) || all.any(|line| line.contains(words))
    };
    let mut altered = Vec::new();
    facts.document.each_text(&mut |path, text| {
        if notation::ris::is_altered_in_extra(text) && is_any(text) {
            altered.push(path.to_owned());
        }
    });
    for path in altered {
        let reason = "in Extra a brace becomes a parenthesis and an entity is broken up, because Zotero would read a separate line";
        record.omit(path, OmissionReason::NotWritable(reason.into()));
    }
}

/// A URL as every browser sends it, without braces. A DOI is encoded only if necessary, because programs do not encode it.
pub(super) fn encoded(address: &str, is_doi: bool) -> Cow<'_, str> {
    let has_to_be = address.contains(['{', '}']) && !(is_doi && notation::ris::keeps(address));
    if has_to_be { address.replace('{', "%7B").replace('}', "%7D").into() } else { address.into() }
}
