//! A note of labelled sentences, as our own exports write it: `Telegram. Recipient: Zhou, Enlai. Number: 153`.
//!
//! A format that has no field for a datum has it in such a sentence, and what opens it is in [`labels`]. What one says goes
//! back to its key, always as a guess: a note is only words.

use super::super::draft::{At, Draft};
use super::{credits, dates, kinds, languages, names, shelf};
use crate::labels;
use crate::slice::slice;

/// What a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Number,
    Title,
    OriginalTitle,
    TransliteratedTitle,
    Names(&'static str),
    Details,
    Date,
    Time,
    Place,
    ArchivalSource,
    Repository,
    OtherHoldings,
    DigitalArchive,
    OtherSurrogates,
    Languages,
    Medium,
    Extent,
    Classification,
    Rights,
    Subjects,
    PreferredCitation,
    /// Who translated it or obtained it, without a label.
    Credits,
    /// The edition that was used, which a format may have in fields of its own.
    Source,
    /// Another book, which stays in the note.
    Book,
}

#[rustfmt::skip]
const LABELS: &[(&str, Says)] = &[
    (labels::NUMBER, Says::Number), (labels::TITLE, Says::Title), (labels::ORIGINAL_TITLE, Says::OriginalTitle),
    (labels::TRANSLITERATED_TITLE, Says::TransliteratedTitle),
    (labels::CREATORS[0], Says::Names("creators")), (labels::CREATORS[1], Says::Names("creators")),
    (labels::RECIPIENTS[0], Says::Names("recipients")), (labels::RECIPIENTS[1], Says::Names("recipients")),
    (labels::PARTICIPANTS[0], Says::Names("participants")), (labels::PARTICIPANTS[1], Says::Names("participants")),
    (labels::INTERVIEWERS[0], Says::Names("interviewers")), (labels::INTERVIEWERS[1], Says::Names("interviewers")),
    (labels::NAMES, Says::Details), (labels::DATE, Says::Date), (labels::TIME, Says::Time), (labels::PLACE, Says::Place),
    (labels::ARCHIVAL_SOURCE, Says::ArchivalSource), (labels::REPOSITORY, Says::Repository),
    (labels::OTHER_HOLDINGS, Says::OtherHoldings), (labels::DIGITAL_ARCHIVE, Says::DigitalArchive),
    (labels::OTHER_SURROGATES, Says::OtherSurrogates), (labels::SOURCE, Says::Source), (labels::PRINTINGS, Says::Book),
    (labels::TRANSLATION, Says::Book), (labels::LANGUAGE, Says::Languages), (labels::LANGUAGES, Says::Languages),
    (labels::MEDIUM, Says::Medium), (labels::EXTENT, Says::Extent), (labels::CLASSIFICATION, Says::Classification),
    (labels::RIGHTS, Says::Rights), (labels::SUBJECTS, Says::Subjects), (labels::PREFERRED_CITATION, Says::PreferredCitation),
];

/// The sentence of a book is its label with it.
fn is_book(says: Says) -> bool {
    matches!(says, Says::Source | Says::Book)
}

/// The sentences of a note.
#[derive(Debug, Default, PartialEq, Eq)]
struct Sentences<'t> {
    /// What is before the first of them.
    opening: &'t str,
    said: Vec<(Says, &'t str)>,
    /// Without a label, behind one whose value has an end of its own.
    free: Vec<&'t str>,
}

/// Whether a text opens as such a sentence does.
pub(in crate::input) fn is_labelled(text: &str) -> bool {
    label(text).is_some()
}

/// Whether a note has such sentences.
pub(in crate::input) fn has_labels(note: &str) -> bool {
    split(note).is_some()
}

fn label(text: &str) -> Option<(Says, usize)> {
    let label = LABELS.iter().find(|(label, _)| text.starts_with(label) && text.len() > label.len());
    label.map(|(label, says)| (*says, if is_book(*says) { 0 } else { label.len() }))
}

/// None where no sentence has a label.
fn split(text: &str) -> Option<Sentences<'_>> {
    let text = text.trim();
    let mut starts = vec![0];
    for (at, _) in text.match_indices([' ', '\n']) {
        let before = slice(text, ..at).trim_end_matches(['”', '’', '"', ')', ']']);
        if before.ends_with(['.', '?', '!', '…', '。']) {
            starts.push(at + 1);
        }
    }
    let mut opens: Vec<(usize, Says, usize)> = Vec::new();
    for start in &starts {
        let sentence = slice(text, *start..);
        // Whatever is in an archive's own wording is a part of it, and that comes last.
        if opens.last().is_some_and(|(_, says, _)| *says == Says::PreferredCitation) {
            break;
        }
        if let Some((says, length)) = label(sentence) {
            opens.push((*start, says, start + length));
        } else if credits::opens(sentence) {
            opens.push((*start, Says::Credits, *start));
        }
    }
    // A credit behind other words is theirs.
    let is_credit = opens.first().is_some_and(|(start, ..)| *start == 0);
    if !is_credit && !opens.iter().any(|(_, says, _)| *says != Says::Credits) {
        return None;
    }
    let first = opens.first().map_or(0, |(start, ..)| *start);
    let mut sentences = Sentences { opening: slice(text, ..first).trim(), ..Sentences::default() };
    let ends = opens.iter().skip(1).map(|(start, ..)| *start).chain([text.len()]);
    for ((_, says, from), end) in opens.iter().zip(ends) {
        let value = slice(text, *from..end.max(*from));
        let own = match says {
            Says::Time
            | Says::DigitalArchive
            | Says::Languages
            | Says::Credits
            | Says::Extent
            | Says::Classification => end_of_first(value, *from, &starts),
            _ => value.len(),
        };
        let (own, free) = value.split_at_checked(own).unwrap_or((value, ""));
        sentences.said.push((*says, without_stop(own)));
        if !free.trim().is_empty() {
            sentences.free.push(free.trim());
        }
    }
    Some(sentences)
}

/// Where the first sentence ends that does not end with an initial or a short word: `Compiled by V. N. Malin. Published …`.
fn end_of_first(value: &str, from: usize, starts: &[usize]) -> usize {
    let behind = starts.iter().filter_map(|start| start.checked_sub(from)).filter(|at| (1..value.len()).contains(at));
    let ends = |at: &usize| {
        let word = value.get(..*at).unwrap_or_default().trim_end().trim_end_matches(['.', '”', '"']);
        let word = word.rsplit([' ', '.']).next().unwrap_or_default();
        word.chars().count() > 2 || word.bytes().any(|byte| byte.is_ascii_digit())
    };
    behind.into_iter().find(ends).unwrap_or(value.len())
}

/// The full stop that joins it to the next is not its own.
fn without_stop(text: &str) -> &str {
    let text = text.trim();
    let bare = text.strip_suffix('.').unwrap_or(text);
    let last = bare.rsplit([' ', '.']).next().unwrap_or_default();
    let is_short = last.chars().count() <= 2 && !last.bytes().any(|byte| byte.is_ascii_digit());
    if is_short { text } else { bare }
}

/// Puts what a note says, and gives the value its fate. A note without labels is one.
pub(in crate::input) fn put(draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    put_text(draft, at, &text);
}

/// The same of a part of a note, whose rest other fields say.
pub(in crate::input) fn put_text(draft: &mut Draft<'_>, at: At, text: &str) {
    let place = draft.place(at);
    let Some((paths, rest)) = take(draft, text, place) else { return draft.note_as(at, "", text) };
    let why = "a labelled sentence of the note is taken for this field";
    if let Some(rest) = rest {
        draft.note_as(at, "", rest);
        paths.iter().for_each(|path| draft.also_of(at, path, why));
        return;
    }
    let mut paths = paths.iter();
    match paths.next() {
        Some(first) => draft.guess_of(at, first, why),
        None => draft.not(at, "the other fields say it"),
    }
    paths.for_each(|path| draft.also_of(at, path, why));
}

/// Puts the labelled sentences of a text: the fields that they fill, and the text that is left. None where it has no such.
pub(in crate::input) fn take(draft: &mut Draft<'_>, text: &str, place: usize) -> Option<(Vec<String>, Option<String>)> {
    let sentences = split(text)?;
    let (mut paths, mut rest) = (Vec::new(), Vec::new());
    if !sentences.opening.is_empty() && !put_genre(draft, sentences.opening, place, &mut paths) {
        rest.push(sentences.opening.to_owned());
    }
    for (says, value) in &sentences.said {
        if !value.is_empty() && !put_sentence(draft, *says, value, place, &mut paths) {
            let label = LABELS.iter().find(|(_, known)| known == says && !is_book(*says));
            rest.push(format!("{}{value}", label.map_or("", |(label, _)| label)));
        }
    }
    rest.extend(sentences.free.iter().map(|text| (*text).to_owned()));
    Some((paths, (!rest.is_empty()).then(|| join(&rest))))
}

fn join(sentences: &[String]) -> String {
    let mut joined = String::new();
    for sentence in sentences {
        if !joined.is_empty() {
            joined.push_str(if joined.ends_with('.') { " " } else { ". " });
        }
        joined.push_str(sentence);
    }
    joined
}

/// What the document is opens the note. Whether that is all of the opening.
fn put_genre(draft: &mut Draft<'_>, opening: &str, place: usize, paths: &mut Vec<String>) -> bool {
    let word = without_stop(opening);
    let same = |known: Option<&str>| known.is_some_and(|known| known.to_lowercase() == word.to_lowercase());
    if same(draft.get("genre")) || same(draft.get("kind")) || word == labels::DOCUMENT {
        return true;
    }
    if draft.has("genre") || word.chars().count() > 40 || word.contains(". ") {
        return false;
    }
    put_word(draft, &small(word), place);
    paths.push(if draft.has("genre") { "genre" } else { "kind" }.to_owned());
    true
}

/// The word for what a document is, as the kind: one that is not known is printed as it stands.
pub(in crate::input) fn put_word(draft: &mut Draft<'_>, word: &str, place: usize) {
    match kinds::kind(word) {
        Some(named) => {
            draft.put("kind", named.kind.as_str(), place);
            named.genre.into_iter().for_each(|genre| draft.put("genre", genre, place));
        }
        None => draft.put("kind", word, place),
    }
}

/// What opens a note of labelled sentences: what the document is.
pub(in crate::input) fn opening(note: &str) -> Option<&str> {
    let opening = without_stop(split(note)?.opening);
    (!opening.is_empty() && !opening.contains(". ")).then_some(opening)
}

/// A title with its translation in brackets behind it, as our own exports have it.
pub(in crate::input) fn put_translated(draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let parts = text.strip_suffix(']').and_then(|text| text.split_once(" ["));
    let parts = parts.filter(|(_, inside)| !inside.contains(['[', ']']) && draft.get("title.text") == Some(text.as_str()));
    if let Some((title, translated)) = parts {
        let place = draft.place(at);
        draft.put("title.text", title, place);
        draft.put("title.translated", translated, place);
        draft.also_of(at, "title.translated", "in brackets behind the title");
    }
}

/// Whether a note of labelled sentences says, beside other fields, all of these words: a title that an export makes of them.
pub(in crate::input) fn says(note: &str, others: &[&str], title: &str) -> bool {
    let words = |text: &str| -> Vec<String> {
        let words = text.split(|c: char| !(c.is_alphanumeric() || matches!(c, '-' | '’' | '\'')));
        words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
    };
    if opening(note).is_none() && !is_labelled(note) {
        return false;
    }
    let said: Vec<String> = words(note).into_iter().chain(others.iter().flat_map(|text| words(text))).collect();
    let is_small = |word: &str| matches!(word, "to" | "and" | "by" | "with" | "between" | "the");
    words(title).iter().all(|word| is_small(word) || said.contains(word))
}

/// Whether a note gives the levels of a shelf mark of which a field has the archive's own wording.
pub(in crate::input) fn has_other_shelf(note: &str, collection: Option<&str>) -> bool {
    let Some(sentences) = split(note) else { return false };
    let details = sentences.said.iter().filter(|(says, _)| *says == Says::Repository);
    let mut parts = details.flat_map(|(_, value)| value.split("; "));
    parts.any(|part| shelf::levels(part).is_some() || part.contains(',') || collection.is_some_and(|title| part.ends_with(title)))
}

/// A word within a sentence: the first letter of the one that opens it is large.
pub(in crate::input) fn small(word: &str) -> String {
    let mut letters = word.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => word.to_owned(),
    }
}

/// Whether all of it is in a field, now or before.
fn put_sentence(draft: &mut Draft<'_>, says: Says, value: &str, place: usize, paths: &mut Vec<String>) -> bool {
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
            // Names that a title has are not those of a field.
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

/// `circa December 1949`; `early in the year (1950)`; `1785–1960 (bulk 1916–1958)`. What cannot be read stays as words.
fn put_date(draft: &mut Draft<'_>, value: &str, place: usize) {
    let (value, bulk) = match value.split_once(labels::BULK) {
        Some((value, bulk)) => (value, bulk.strip_suffix(')')),
        None => (value, None),
    };
    let meaning = value.strip_suffix(')').and_then(|value| value.rsplit_once(" ("));
    let (words, meaning) = meaning.map_or((None, value), |(words, meaning)| (Some(words), meaning));
    let dashed = |text: &str| text.replace('–', "-");
    let read = [meaning.to_owned(), dashed(meaning)].into_iter().map(|text| dates::read(&text, None)).find(|read| read.edtf.is_some());
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

/// Where a field has a name in one piece and the sentence its parts, the family name comes first.
fn put_order(draft: &mut Draft<'_>, list: &str, value: &str, place: usize) -> Vec<String> {
    let mut paths = Vec::new();
    for (index, name) in value.split("; ").enumerate() {
        let path = format!("{list}[{index}]");
        let whole = draft.get(&path).or_else(|| draft.get(&format!("{path}.body"))).map(str::to_owned);
        let Some((family, given)) = name.split_once(", ").filter(|(_, given)| !given.contains(',')) else { continue };
        if whole.as_deref() == Some(&format!("{family} {given}")) {
            draft.remove(&format!("{path}.body"));
            for (key, text) in [("family", family), ("given", given), ("order", "family-first")] {
                draft.put(&format!("{path}.{key}"), text, place);
            }
            paths.push(path);
        }
    }
    paths
}

fn put_names(draft: &mut Draft<'_>, list: &str, value: &str, place: usize) {
    for name in value.split("; ") {
        let path = format!("{list}[{}]", draft.count(list));
        names::read(name).put(draft, &path, place);
    }
}

/// `Stalin, Joseph: signed Filippov, Chairman`
fn put_details(draft: &mut Draft<'_>, details: &str, place: usize, paths: &mut Vec<String>) -> bool {
    let Some((name, details)) = details.split_once(": ") else { return false };
    let lists = ["creators", "recipients", "participants", "interviewers"];
    let all = lists.iter().flat_map(|list| (0..draft.count(list)).map(move |index| format!("{list}[{index}]")));
    let Some(path) = all.into_iter().find(|path| indexed(draft, path).as_deref() == Some(name)) else { return false };
    let is_body = draft.has(&format!("{path}.body")) || details.starts_with(labels::name::ABBREVIATION);
    if let Some(short) = draft.get(&path).map(str::to_owned) {
        let mut parts = short.splitn(3, ", ");
        let keys = if is_body { ["body", "", ""] } else { ["family", "given", "suffix"] };
        for key in keys {
            if key.is_empty() {
                continue;
            }
            let part = if is_body { Some(short.as_str()) } else { parts.next() };
            part.into_iter().for_each(|part| draft.put(&format!("{path}.{key}"), part, place));
        }
    }
    let mut office: Vec<&str> = Vec::new();
    for part in details.split(", ") {
        let known = [(labels::name::SIGNATURE, "signed-as"), (labels::name::ABBREVIATION, "abbreviation")];
        let known = known.iter().find_map(|(label, key)| Some((*key, part.strip_prefix(label)?)));
        match known {
            Some((key, words)) => draft.put(&format!("{path}.{key}"), words, place),
            None if part == labels::name::ATTRIBUTED => draft.put(&format!("{path}.attributed"), "true", place),
            None => match part.strip_prefix(labels::name::PARENT).filter(|_| is_body) {
                Some(parent) => draft.put(&format!("{path}.parent"), parent, place),
                None => office.push(part),
            },
        }
    }
    if !office.is_empty() {
        let office = office.join(", ");
        let is_institution = !is_body && matches!(names::read(&office).name, names::Parts::Body(_));
        let key = if is_institution { "affiliation" } else { "role" };
        draft.put(&format!("{path}.{key}"), office, place);
    }
    paths.push(path);
    true
}

/// The name at a path as an index has it.
fn indexed(draft: &Draft<'_>, path: &str) -> Option<String> {
    let part = |key: &str| draft.get(&format!("{path}.{key}"));
    if let Some(whole) = draft.get(path).or(part("body")) {
        return Some(whole.to_owned());
    }
    let given: Vec<&str> = [part("given"), part("dropping-particle")].into_iter().flatten().collect();
    let family: Vec<&str> = [part("particle"), part("family")].into_iter().flatten().collect();
    let given = (!given.is_empty()).then(|| given.join(" "));
    let parts = [Some(family.join(" ")), given, part("suffix").map(str::to_owned)];
    Some(parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
}

/// `GARF`, `ISIL RU-1`, `a copy`, `Moscow`, `box 3, folder 2`: what else is known of the first holding.
fn put_repository(draft: &mut Draft<'_>, part: &str, place: usize, paths: &mut Vec<String>) -> bool {
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
fn put_surrogate(draft: &mut Draft<'_>, path: &str, value: &str, place: usize) {
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

/// `PDF`, `scan`, `transcript`: one word, without the capital of a name.
fn is_format(word: &str) -> bool {
    !word.contains(' ') && (word.chars().all(char::is_lowercase) || word.chars().all(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::draft::Value;

    fn read(note: &str) -> String {
        let mut draft = Draft::new(0, [Value::new(0, "N1", note)]);
        draft.put("creators[0]", "Stalin, Joseph", 0);
        draft.put("holdings[0].repository.name", "APRF", 0);
        let at = draft.first("N1").unwrap();
        put(&mut draft, at);
        draft.remove("holdings");
        serde_json::to_string(&draft.finish().0).unwrap()
    }

    #[test]
    fn a_note_is_parted_at_its_labels() {
        for (note, record) in [
            ("A note. Not more", r#"{"creators":["Stalin, Joseph"],"note":"A note. Not more"}"#),
            (
                "Telegram. Recipient: Zhou, Enlai. Number: No. 709",
                r#"{"creators":["Stalin, Joseph"],"kind":"telegram","recipients":["Zhou, Enlai"],"number":"No. 709"}"#,
            ),
            (
                "Names: Stalin, Joseph: signed Filippov. Time: 11:30. Kept apart. For years",
                r#"{"creators":[{"family":"Stalin","given":"Joseph","signed-as":"Filippov"}],"time":"11:30","note":"Kept apart. For years"}"#,
            ),
            (
                "Digital archive: An Archive, no. 7, PDF, in English. Translated from Portuguese for CWIHP by James G. Hershberg",
                r#"{"creators":["Stalin, Joseph"],"surrogates":[{"id":"7","language":"en","archive":"An Archive","format":"PDF"}],"translation":{"from":"pt","for":"CWIHP","by":["James G. Hershberg"]}}"#,
            ),
            (
                "Source edition: A, B (C, 1950). Compiled by V. N. Malin. Published in a bulletin",
                r#"{"creators":["Stalin, Joseph"],"contributions":[{"roles":["compiled"],"by":["V. N. Malin"]}],"note":"Source edition: A, B (C, 1950). Published in a bulletin"}"#,
            ),
        ] {
            assert_eq!(read(note), record, "{note}");
        }
    }
}
