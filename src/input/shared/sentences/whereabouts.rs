//! The sentences on the repository and on the copies on the web.

use super::super::super::draft::Draft;
use super::super::{dates, languages, shelf};
use crate::labels;
use crate::slice::slice;

/// `GARF`, `ISIL RU-1`, `a copy`, `Moscow`, `box 3, folder 2`: further facts about the first holding.
pub(super) fn put_repository(draft: &mut Draft<'_>, part: &str, place: usize, paths: &mut Vec<String>) -> bool {
    if let Some(code) = part.strip_prefix(labels::holding::CODE) {
        name_in_long_form(draft, place);
        draft.put("holdings[0].repository.code", code, place);
        paths.push("holdings[0].repository.code".to_owned());
        return true;
    }
    if part == labels::holding::IS_COPY && draft.has("holdings") {
        draft.put("holdings[0].role", "copy", place);
        paths.push("holdings[0].role".to_owned());
        return true;
    }
    let known = draft.get("holdings[0].path[0].title").map(str::to_owned);
    if draft.has("holdings[0].as-cited") || draft.has("holdings[0].cited-whole") {
        let units = match &known {
            Some(title) => part.strip_suffix(title.as_str()).map(|units| units.trim_end_matches(", ")),
            None => Some(part).filter(|_| !draft.has("holdings[0].path")),
        };
        if let Some(shelf) = units.and_then(shelf::levels) {
            shelf.put(draft, place);
            paths.push("holdings[0].path".to_owned());
            return true;
        }
        if units.is_some_and(str::is_empty) {
            return true;
        }
    }
    let large = part.chars().filter(|c| c.is_uppercase()).count();
    if large >= 2
        && part.chars().count() <= 16
        && !part.contains(',')
        && !draft.has("holdings[0].repository.abbreviation")
    {
        name_in_long_form(draft, place);
        draft.put("holdings[0].repository.abbreviation", part, place);
        paths.push("holdings[0].repository.abbreviation".to_owned());
        return true;
    }
    false
}

fn name_in_long_form(draft: &mut Draft<'_>, place: usize) {
    if let Some(name) = draft.get("holdings[0].repository").map(str::to_owned) {
        draft.put("holdings[0].repository.name", name, place);
    }
}

/// `History and Public Policy Program Digital Archive, no. 112667, PDF, in English`
pub(super) fn put_surrogate(draft: &mut Draft<'_>, path: &str, value: &str, place: usize) {
    let mut words: Vec<&str> = Vec::new();
    let mut rest = value.split(", ").peekable();
    while let Some(part) = rest.next() {
        let (key, text) = match part {
            _ if part.starts_with(labels::surrogate::ID) => ("id", slice(part, labels::surrogate::ID.len()..)),
            _ if part.starts_with("https://doi.org/") => ("doi", slice(part, "https://doi.org/".len()..)),
            _ if part.contains("ark:/") => ("ark", part),
            _ if part.starts_with("http") => ("url", part),
            _ if part.starts_with(labels::surrogate::ACCESSED) => {
                // `accessed November 23, 2026`
                let day = slice(part, labels::surrogate::ACCESSED.len()..);
                let year = rest.peek().copied().unwrap_or_default();
                let read = dates::read(&format!("{day}, {year}"), None);
                if let (Some(edtf), None) = (read.edtf, read.display) {
                    rest.next();
                    draft.put(&format!("{path}.accessed"), edtf, place);
                }
                continue;
            }
            _ => match part.strip_prefix(labels::surrogate::LANGUAGE).and_then(languages::tag) {
                Some(tag) => {
                    draft.put(&format!("{path}.language"), tag, place);
                    continue;
                }
                None => {
                    words.push(part);
                    continue;
                }
            },
        };
        if !draft.has(&format!("{path}.{key}")) {
            draft.put(&format!("{path}.{key}"), text, place);
        }
    }
    let mut words = words.into_iter();
    if let Some(archive) = words.next() {
        draft.put(&format!("{path}.archive"), archive, place);
    }
    let others: Vec<&str> = words.collect();
    let format = others.last().copied().filter(|last| is_format(last));
    let host = others.get(..others.len() - usize::from(format.is_some())).unwrap_or_default().join(", ");
    for (key, text) in [("host", host.as_str()), ("format", format.unwrap_or_default())] {
        if !text.is_empty() {
            draft.put(&format!("{path}.{key}"), text, place);
        }
    }
}

/// `PDF`, `scan`, `transcript`: one word, not capitalized like a name.
fn is_format(word: &str) -> bool {
    !word.contains(' ') && (word.chars().all(char::is_lowercase) || word.chars().all(char::is_uppercase))
}
