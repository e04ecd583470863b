//! When a document was written, and how literature was published.

use super::rules::Item;
use super::titles::is_printed_document;
use crate::input::draft::{At, Draft};
use crate::input::shared::dates;

fn path_of_date(item: &Item) -> &'static str {
    if item.is_literature() { "source.date" } else { "date" }
}

fn read_date(item: &Item, text: &str) -> dates::Read {
    dates::read(text, item.known.language.as_deref())
}

pub(super) fn date(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let path = path_of_date(item);
    match draft.has(path) {
        true => draft.note(at, "Date"),
        false => read_date(item, draft.text(at)).tell(draft, at, path),
    }
}

/// A month by its number or by the beginning of its name, possibly with a day: `10~jan`.
fn month_and_day(text: &str) -> Option<(u32, Option<u32>)> {
    const MONTHS: &[&str] = &["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let (mut month, mut day) = (None, None);
    for word in text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let lower = word.to_lowercase();
        let named = MONTHS.iter().zip(1..).find(|(name, _)| lower.starts_with(*name)).map(|(_, number)| number);
        match (named, word.parse::<u32>().ok()) {
            (Some(number), _) if month.is_none() => month = Some(number),
            (None, Some(number)) if day.is_none() => day = Some(number),
            _ => return None,
        }
    }
    match (month, day) {
        (Some(month), day) => Some((month, day.filter(|day| (1..=31).contains(day)))),
        (None, Some(number)) if (1..=12).contains(&number) => Some((number, None)),
        _ => None,
    }
}

pub(super) fn year(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let path = path_of_date(item);
    let text = draft.owned(at);
    if draft.has(path) {
        let known = draft.get(path).or_else(|| draft.get(&format!("{path}.edtf"))).unwrap_or_default();
        return match known.contains(&text) {
            true => draft.key_of(at, path),
            false => draft.note(at, "Year"),
        };
    }
    let is_year = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let month = draft.first("month").and_then(|month| Some((month, month_and_day(draft.text(month))?)));
    let Some((month, (number, inside))) = month.filter(|_| is_year) else {
        return read_date(item, &text).tell(draft, at, path);
    };
    let day = draft.first("day").and_then(|day| Some((day, draft.text(day).parse::<u32>().ok()?)));
    let edtf = match day.map(|(_, day)| day).or(inside) {
        Some(day) => format!("{text}-{number:02}-{day:02}"),
        None => format!("{text}-{number:02}"),
    };
    if edtf.parse::<crate::document::Date>().is_err() {
        return draft.key_as(at, path, text);
    }
    draft.key_as(at, path, edtf);
    draft.key_of(month, path);
    if let Some((day, _)) = day {
        draft.key_of(day, path);
    }
}

pub(super) fn rest_of_date(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    draft.note(at, "Month or day");
}

pub(super) fn original_date(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    if is_printed_document(draft) {
        if draft.has("date") {
            return match draft.get("date") == Some(draft.text(at)) {
                true => draft.key_of(at, "date"),
                false => draft.note(at, "Original date"),
            };
        }
        read_date(item, draft.text(at)).put(draft, "date", draft.place(at));
        return draft.guess_of(at, "date", "the document is in a book, and this is its own date");
    }
    if !item.is_literature() {
        return match draft.get("date") == Some(draft.text(at)) {
            true => draft.key_of(at, "date"),
            false if draft.has("date") => draft.note(at, "Original date"),
            false => date(item, draft, at),
        };
    }
    match draft.look("annote").is_some_and(|note| note.contains(crate::labels::DATE)) {
        // The date of writing, which is also in the note.
        true => draft.not(at, "the note contains it"),
        false => read_date(item, draft.text(at)).tell(draft, at, "source.original.date"),
    }
}

pub(super) fn event_date(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.is_literature() || draft.has("date") {
        true => draft.note(at, "Date of the event"),
        false => date(item, draft, at),
    }
}

pub(super) fn book_title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.is_literature() {
        true if item.known.item_type == "journalArticle" && !draft.has("source.container") => {
            draft.key(at, "source.container")
        }
        true if item.known.item_type == "bookSection" => draft.key(at, "source.title.text"),
        true if is_untitled(item, draft) => draft.key(at, "title.text"),
        _ => draft.note(at, "Published in"),
    }
}

/// Whether literature has no title of its own: then a wider title is its title.
fn is_untitled(item: &Item, draft: &Draft<'_>) -> bool {
    item.is_literature() && !item.is_titled && !draft.has("title") && draft.look("title").is_none()
}

/// The title of a set, or of a book that only it has.
pub(super) fn main_title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.is_literature() {
        true if is_untitled(item, draft) => draft.key(at, "title.text"),
        true if !draft.has("source.container") => draft.key(at, "source.container"),
        _ => draft.note(at, "Published in"),
    }
}

/// The title of a special issue.
pub(super) fn issue_title(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match is_untitled(item, draft) {
        true => draft.key(at, "title.text"),
        false => draft.note(at, "Title of the issue"),
    }
}

/// The series. Some names are words that a style translates.
pub(super) fn series(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    let text = match draft.text(at) {
        "newseries" => "n.s.".to_owned(),
        "oldseries" => "o.s.".to_owned(),
        text => text.to_owned(),
    };
    match draft.get("source.series") {
        _ if !item.is_literature() => draft.note(at, "Series"),
        // With its number.
        Some(known) if known.starts_with(&text) => draft.key_of(at, "source.series"),
        Some(_) => draft.note(at, "Series"),
        None => draft.key_as(at, "source.series", text),
    }
}

pub(super) fn book_subtitle(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    // The book is the entry itself if it has no other title.
    let path = if draft.look("title").is_none() { "title.text" } else { "source.title.text" };
    let path = if draft.has("source.title.text") { "source.title.text" } else { path };
    let Some(title) = draft.get(path).map(str::to_owned) else {
        return draft.note(at, "Subtitle of the book");
    };
    draft.put(path, format!("{title}: {}", draft.text(at)), draft.place(at));
    draft.key_of(at, path);
}

pub(super) fn journal(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.is_literature() && item.known.item_type != "bookSection" {
        true if !draft.has("source.container") => draft.key(at, "source.container"),
        _ => draft.note(at, "Journal"),
    }
}

pub(super) fn original_place(item: &mut Item, draft: &mut Draft<'_>, at: At) {
    match item.is_literature() && !is_printed_document(draft) {
        true => draft.key(at, "source.original.place"),
        false if draft.get("place") == Some(draft.text(at)) => draft.key_of(at, "place"),
        false if draft.has("place") => draft.note(at, "Original place"),
        false => draft.key(at, "place"),
    }
}

pub(super) fn original_language(_: &mut Item, draft: &mut Draft<'_>, at: At) {
    match draft.has("translation.from") {
        true => draft.key_of(at, "translation.from"),
        false => draft.note(at, "Original language"),
    }
}
