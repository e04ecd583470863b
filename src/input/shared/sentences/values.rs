//! The content of one sentence, written to its field.

use super::super::super::draft::Draft;
use super::super::{credits, dates, languages};
use super::parts::Says;
use super::people::{put_details, put_names, put_order};
use super::whereabouts::{put_repository, put_surrogate};
use crate::labels;

/// Whether the whole value is in a field, from this sentence or from before.
pub(super) fn put_sentence(
    draft: &mut Draft<'_>,
    says: Says,
    value: &str,
    place: usize,
    paths: &mut Vec<String>,
) -> bool {
    let mut text = |draft: &mut Draft<'_>, path: &str| {
        let is_said = draft.get(path) == Some(value);
        if !is_said && draft.has(path) {
            return false;
        }
        if !is_said {
            draft.put(path, value, place);
            paths.push(path.to_owned());
        }
        true
    };
    match says {
        Says::Number => text(draft, "number"),
        Says::OriginalTitle if draft.has("title") => text(draft, "title.original"),
        Says::TransliteratedTitle if draft.has("title") => text(draft, "title.transliterated"),
        Says::OriginalTitle | Says::TransliteratedTitle => false,
        Says::Time => text(draft, "time"),
        Says::Place => text(draft, "place"),
        Says::Medium => text(draft, "medium"),
        Says::Extent => text(draft, "extent"),
        Says::Classification => text(draft, "classification"),
        Says::Rights => text(draft, "rights"),
        Says::PreferredCitation => text(draft, "preferred-citation"),
        Says::Title if draft.has("title") => false,
        Says::Title => {
            draft.put("title.text", value, place);
            draft.put("title.form", "supplied", place);
            paths.push("title".to_owned());
            true
        }
        Says::Names(list) => {
            // Names in a title are not the names of a field.
            if list != "creators" && !["A2", "recipient"].iter().any(|field| draft.look(field).is_some()) {
                draft.remove(list);
            }
            match draft.count(list) {
                0 => {
                    put_names(draft, list, value, place);
                    paths.push(list.to_owned());
                }
                _ => paths.extend(put_order(draft, list, value, place)),
            }
            true
        }
        Says::Details => value.split("; ").all(|details| put_details(draft, details, place, paths)),
        Says::Date => {
            put_date(draft, value, place);
            paths.push("date".to_owned());
            true
        }
        Says::ArchivalSource => draft.has("holdings") || draft.has("surrogates[0].archive"),
        Says::Repository => value.split("; ").all(|part| put_repository(draft, part, place, paths)),
        Says::OtherHoldings => {
            for other in value.split("; ") {
                let path = format!("holdings[{}]", draft.count("holdings").max(1));
                if !draft.has("holdings") {
                    return false;
                }
                draft.put(&format!("{path}.cited-whole"), other, place);
                paths.push(path);
            }
            true
        }
        Says::DigitalArchive => {
            put_surrogate(draft, "surrogates[0]", value, place);
            paths.push("surrogates[0]".to_owned());
            true
        }
        Says::OtherSurrogates => {
            for other in value.split("; ") {
                let path = format!("surrogates[{}]", draft.count("surrogates"));
                put_surrogate(draft, &path, other, place);
                paths.push(path);
            }
            true
        }
        Says::Languages => {
            let Some(tags) = languages::tags(value) else { return false };
            for (index, tag) in tags.iter().enumerate() {
                draft.put(&format!("languages[{index}]"), tag.as_str(), place);
            }
            paths.push("languages".to_owned());
            true
        }
        Says::Subjects => {
            if draft.has("subjects") {
                draft.remove("subjects");
            }
            for (index, subject) in value.split("; ").enumerate() {
                draft.put(&format!("subjects[{index}]"), subject, place);
            }
            paths.push("subjects".to_owned());
            true
        }
        Says::Credits => match credits::translation(value) {
            Some(translation) if !draft.has("translation") => {
                translation.put(draft, place);
                paths.push("translation".to_owned());
                true
            }
            _ => match credits::split(value) {
                Some(("", credits)) => {
                    credits::put(&credits, draft, place);
                    paths.push("contributions".to_owned());
                    true
                }
                _ => false,
            },
        },
        Says::Source => draft.has("source"),
        Says::Book => false,
    }
}

/// `circa December 1949`; `early in the year (1950)`; `1785–1960 (bulk 1916–1958)`. Other text is kept as words.
fn put_date(draft: &mut Draft<'_>, value: &str, place: usize) {
    let (value, bulk) = match value.split_once(labels::BULK) {
        Some((value, bulk)) => (value, bulk.strip_suffix(')')),
        None => (value, None),
    };
    let meaning = value.strip_suffix(')').and_then(|value| value.rsplit_once(" ("));
    let (words, meaning) = meaning.map_or((None, value), |(words, meaning)| (Some(words), meaning));
    let dashed = |text: &str| text.replace('–', "-");
    let read = [meaning.to_owned(), dashed(meaning)]
        .into_iter()
        .map(|text| dates::read(&text, None))
        .find(|read| read.edtf.is_some());
    let known = draft.get("date").or_else(|| draft.get("date.edtf")).map(str::to_owned);
    let is_read = read.as_ref().is_some_and(|read| read.why.is_none());
    let edtf = read.and_then(|read| read.edtf).filter(|_| is_read).or(known);
    draft.remove("date");
    let bulk = bulk.map(dashed).and_then(|bulk| dates::read(&bulk, None).edtf);
    let display = words.or_else(|| (!is_read).then_some(value));
    match (edtf, display, &bulk) {
        (Some(edtf), None, None) => draft.put("date", edtf, place),
        (edtf, display, bulk) => {
            for (key, text) in [("edtf", edtf.as_deref()), ("display", display), ("bulk", bulk.as_deref())] {
                text.into_iter().for_each(|text| draft.put(&format!("date.{key}"), text, place));
            }
        }
    }
}
