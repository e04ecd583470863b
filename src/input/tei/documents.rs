//! A document in a volume: its head, its source note, its dateline.

use super::dates;
use super::known::{Known, Outcome, element_of, is_attribute};
use super::sources;
use crate::document::{Date, Kind};
use crate::input::draft::{At, Draft};
use crate::input::shared::{kinds, names};

const MARKUP: &str = "an attribute of the markup";

/// A part of the head of the volume. Its titles, editors and imprint are the source of each document.
pub(super) fn volume(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at);
    let path = match field.split('/').nth(2).and_then(|name| name.split('[').next()) {
        Some("title") => "source.title",
        Some("editor") if draft.has("source.editors") => "source.editors",
        Some("editor") => "source.general-editors",
        Some("publisher") => "source.publisher",
        Some("pubPlace") => "source.place",
        _ => "source.date",
    };
    match !is_attribute(field) && draft.has(path) {
        true => draft.key_of(at, path),
        false => draft.not(at, "the head of the volume"),
    }
}

/// The number of the document in its volume.
pub(super) fn number(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let number = format!("doc. {}", draft.text(at));
    draft.key_as(at, "source.number", number);
}

/// A note at the head: the source note, or another one.
pub(super) fn note(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) {
        return draft.not(at, MARKUP);
    }
    let base = if field.starts_with("document/head/") { "document/head/note" } else { "document/note" };
    let element = element_of(&field, base).to_owned();
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| {
        let Some(text) = known.text(&element).map(str::to_owned) else { return Outcome::Not("a note without a text") };
        let is_source = draft.look(&format!("{element}/@type")) == Some("source") || text.starts_with("Source:");
        let source = is_source.then(|| sources::read(&text)).flatten().filter(|_| !draft.has("holdings"));
        let Some(source) = source else { return Outcome::Note("", text) };
        source.put(draft, place);
        if let Some(marking) = source.classification {
            draft.put("classification", marking, place);
        }
        known.called = source.called.map(str::to_owned);
        if !source.rest.is_empty() {
            draft.put("note", source.rest.as_str(), place);
        }
        let why = match source.repository {
            Some(_) => "the source note was split at its commas",
            None => "a number alone is a file number of the Department of State",
        };
        Outcome::Guess("holdings[0]".to_owned(), why.into())
    });
}

/// The writers and the recipients, as marked in the head.
pub(super) fn person(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    // The outermost element with this mark.
    let marked =
        field.match_indices('/').map(|(end, _)| field.get(..end).unwrap_or_default()).chain([field.as_str()]).find_map(
            |element| {
                let role = draft.look(&format!("{element}/@type"))?;
                matches!(role, "from" | "to").then(|| (element.to_owned(), role.to_owned()))
            },
        );
    let Some((element, role)) = marked else { return };
    if is_attribute(&field) {
        return draft.not(at, MARKUP);
    }
    let place = draft.place(at);
    let list = if role == "from" { "creators" } else { "recipients" };
    known.settle(draft, at, &element, |known, draft| {
        let Some(name) = known.text(&element).map(str::to_owned) else { return Outcome::Not("a name without a text") };
        let is_person = element.rsplit('/').next().is_some_and(|last| last.starts_with("persName"));
        let read = if is_person { names::read(&name) } else { names::body(&name) };
        let path = format!("{list}[{}]", draft.count(list));
        read.put(draft, &path, place);
        read.why.map_or(Outcome::Key(path.clone()), |why| Outcome::Guess(path, why))
    });
}

/// The head is a description by the editors.
pub(super) fn head(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) {
        return draft.not(at, MARKUP);
    }
    let element = element_of(&field, "document/head").to_owned();
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| {
        let Some(text) = known.text(&element).map(str::to_owned) else { return Outcome::Not("a head without a text") };
        if draft.has("title") {
            return Outcome::Note("Head", text);
        }
        let number = draft.look("document/@n").map(|number| format!("{number}."));
        let bare = number.and_then(|number| text.strip_prefix(&number)).unwrap_or(&text).trim();
        // The period in the oldest volumes.
        let bare = bare.strip_suffix('.').filter(|_| !bare.ends_with("U.S.")).unwrap_or(bare);
        // `…, Washington, May 26, 1955`, which is also in the line of the date.
        let dated = |part: &str| known.text(&format!("document/dateline/{part}")).map(|text| format!(", {text}"));
        let bare = match dated("date").and_then(|date| bare.strip_suffix(date.as_str())) {
            Some(before) => dated("placeName").and_then(|place| before.strip_suffix(place.as_str())).unwrap_or(before),
            None => bare,
        };
        let bare = if bare.is_empty() { text.as_str() } else { bare };
        draft.put("title.text", bare, place);
        draft.put("title.form", "supplied", place);
        if let Some(kind) = kind_of(bare) {
            draft.put("kind", kind.as_str(), place);
        }
        Outcome::Key("title.text".to_owned())
    });
}

/// The kind at the beginning of a head.
fn kind_of(head: &str) -> Option<Kind> {
    let lower = head.to_lowercase();
    let is_conversation = lower.starts_with("memorandum of")
        && lower.split([',', '(']).next().is_some_and(|head| head.contains("conversation"));
    if is_conversation || lower.starts_with("record of a conversation") || lower.starts_with("transcript of telephone")
    {
        return Some(Kind::Conversation);
    }
    let words: Vec<&str> =
        lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(2).collect();
    let is_kind = |word: &&str| kinds::kind(word).map(|named| named.kind).filter(Kind::is_known);
    match words.as_slice() {
        ["circular" | "draft" | "joint" | "personal", second] => is_kind(second),
        [first, ..] => is_kind(first),
        [] => None,
    }
}

/// The place and the date.
pub(super) fn dateline(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    let dateline = element_of(&field, "document/dateline").to_owned();
    let part = field.get(dateline.len() + 1..).and_then(|rest| rest.split('/').next()).unwrap_or_default().to_owned();
    let element = format!("{dateline}/{part}");
    let place = draft.place(at);
    let is_date = part.starts_with("date");
    if is_attribute(&field) && !is_date {
        return draft.not(at, MARKUP);
    }
    match part.split('[').next().unwrap_or_default() {
        "placeName" => {
            known.settle(draft, at, &element, |known, draft| match known.text(&element).map(str::to_owned) {
                None => Outcome::Not("a place without a text"),
                Some(text) if draft.has("place") => Outcome::Note("Place", text),
                Some(text) => {
                    draft.put("place", text.trim_end_matches(','), place);
                    Outcome::Key("place".to_owned())
                }
            })
        }
        "date" => known.settle(draft, at, &element, |known, draft| {
            let text = known.text(&element).unwrap_or_default().to_owned();
            let Some(read) = dates::read(draft, &element, &text, Some("en-US")) else {
                return Outcome::Not("a date without a text");
            };
            if draft.has("date") {
                return Outcome::Note("Date", if text.is_empty() { read.edtf.unwrap_or_default() } else { text });
            }
            if let Some(time) = dates::time(draft, &element) {
                draft.put("time", time, place);
            }
            read.put(draft, "date", place);
            read.why.map_or(Outcome::Key("date".to_owned()), |why| Outcome::Guess("date".to_owned(), why))
        }),
        "time" if !draft.has("time") => {
            known.settle(draft, at, &element, |known, draft| match dates::time(draft, &element) {
                Some(time) => {
                    draft.put("time", time, place);
                    Outcome::Key("time".to_owned())
                }
                None => known
                    .text(&element)
                    .map_or(Outcome::Not("a time without a text"), |text| Outcome::Note("Time", text.to_owned())),
            })
        }
        "time" => known.settle(draft, at, &element, |_, _| Outcome::Key("time".to_owned())),
        _ if !draft.text(at).contains(char::is_alphanumeric) => draft.not(at, "the marks between place and date"),
        _ => draft.note(at, ""),
    }
}

/// The first and the last day of a document, as its editors determined them.
pub(super) fn days(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    let day = |draft: &Draft<'_>, end: &str| {
        let when = draft.look(&format!("document/@doc-dateTime-{end}"))?;
        when.get(..10).filter(|day| Date::is_edtf(day)).map(str::to_owned)
    };
    let is_first = draft.field(at).ends_with("min");
    match (day(draft, "min"), day(draft, "max")) {
        (Some(from), Some(to)) if is_first && !draft.has("date") => {
            let date = if from == to { from } else { format!("{from}/{to}") };
            match Date::is_edtf(&date) {
                true => draft.key_as(at, "date", date),
                false => draft.not(at, "the days of the document, for searching"),
            }
        }
        (Some(from), Some(_)) if !is_first && draft.get("date").is_some_and(|date| date.starts_with(&from)) => {
            draft.key_of(at, "date");
        }
        _ => draft.not(at, "the days of the document, for searching"),
    }
}

/// A line above the text: the marking, the number, or the kind of document.
pub(super) fn line(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) {
        return draft.not(at, MARKUP);
    }
    let element = element_of(&field, "document/seg").to_owned();
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| {
        let Some(text) = known.text(&element).map(str::to_owned) else { return Outcome::Not("a line without a text") };
        let bare = text.trim_matches(['[', ']', ' ', '.']).to_owned();
        if sources::is_marking(&bare) && !draft.has("classification") {
            draft.put("classification", bare, place);
            return Outcome::Key("classification".to_owned());
        }
        let has_number = bare.contains(|c: char| c.is_ascii_digit());
        if has_number && bare.len() < 60 && !draft.has("number") {
            draft.put("number", bare, place);
            return Outcome::Guess("number".to_owned(), "a line with a number above the text".into());
        }
        if !has_number && kinds::kind(&bare).is_some() && known.called.is_none() {
            known.called = Some(bare);
            return Outcome::Key("kind".to_owned());
        }
        Outcome::Note("", text)
    });
}

/// The kind that the source note or a line contains, if the head does not contain it.
pub(super) fn put_kind(known: &Known, draft: &mut Draft<'_>, place: usize) {
    let called = known.called.as_deref().and_then(kinds::kind);
    match (draft.has("kind"), called) {
        (true, _) => {}
        (false, Some(named)) => draft.put("kind", named.kind.as_str(), place),
        (false, None) => draft.put("kind", "document", place),
    }
}

/// `Dr. George K. C. Yeh, Chinese Ambassador`
pub(super) fn participant(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) {
        return draft.not(at, MARKUP);
    }
    let element = element_of(&field, "document/participants/item").to_owned();
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| {
        let Some(text) = known.text(&element).map(str::to_owned) else {
            return Outcome::Not("an entry without a text");
        };
        let (name, role) = text.split_once(", ").map_or((text.as_str(), None), |(name, role)| (name, Some(role)));
        let bare = ["Mr. ", "Mrs. ", "Miss ", "Ms. ", "Dr. "]
            .iter()
            .find_map(|title| name.strip_prefix(title))
            .unwrap_or(name);
        let path = format!("participants[{}]", draft.count("participants"));
        match role {
            Some(role) => {
                draft.put(&format!("{path}.family"), bare, place);
                draft.put(&format!("{path}.role"), role.trim_end_matches('.'), place);
            }
            None => names::read(bare).put(draft, &path, place),
        }
        Outcome::Guess(path, "the entry was split at its first comma".into())
    });
}

pub(super) fn subject(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) {
        return draft.not(at, MARKUP);
    }
    let element = element_of(&field, "document/subject/item").to_owned();
    known.settle(draft, at, &element, |known, _| {
        known
            .text(&element)
            .map_or(Outcome::Not("an entry without a text"), |text| Outcome::Note("Subject", text.to_owned()))
    });
}
