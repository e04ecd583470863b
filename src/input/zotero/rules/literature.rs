//! How literature was published.

use super::known::Known;
use crate::input::draft::{At, Draft};
use crate::input::shared::{dates, shelf};

/// A document in an archive belongs to a series or a collection there. NARA's translator puts the record group
/// here.
pub(in crate::input) fn series(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    if item.literature {
        return draft.key(at, "source.series");
    }
    let text = draft.owned(at);
    let level = match text.starts_with("Records of") {
        true => "record-group",
        false if shelf::names_a_collection(&text) => "collection",
        false => "series",
    };
    let path = format!("holdings[0].path[{}]", draft.count("holdings[0].path"));
    draft.put(&format!("{path}.level"), level, draft.place(at));
    draft.guess(at, &format!("{path}.title"), text, "the document is in an archive, so its series was read as a level");
}

/// The series is a title, followed by its number: `Bollingen Series 192`.
pub(in crate::input) fn series_number(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let series = draft.get("source.series").filter(|_| item.literature).map(str::to_owned);
    let Some(series) = series else { return draft.note(at, "Number in the series") };
    let number = draft.text(at);
    let comma = if number.starts_with(|c: char| c.is_ascii_digit()) { "" } else { "," };
    let series = format!("{series}{comma} {number}");
    draft.key_as(at, "source.series", series);
}

/// For a newspaper that is cited by its day, the rest of its number is omitted.
fn put_unless_by_date(item: &Known, draft: &mut Draft<'_>, at: At, path: &str, label: &'static str) {
    match item.literature && !draft.has(path) && !item.is_cited_by_date(draft) {
        true => draft.key(at, path),
        false => draft.note(at, label),
    }
}

pub(in crate::input) fn volume(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    put_unless_by_date(item, draft, at, "source.volume", "Volume");
}

pub(in crate::input) fn issue(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    put_unless_by_date(item, draft, at, "source.issue", "Issue");
}

pub(in crate::input) fn publisher(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    // `Oxford : Clarendon Press`
    let text = draft.owned(at);
    let is_free =
        item.literature && !item.is_in_journal() && !draft.has("source.publisher") && !draft.has("source.place");
    if let Some((place, name)) = text.split_once(" : ").filter(|(_, name)| is_free && !name.contains([':', ';'])) {
        draft.put("source.place", place.trim(), draft.place(at));
        draft.guess(at, "source.publisher", name.trim(), "the place before the publisher has its own key");
        return draft.also_of(at, "source.place", "the place before the publisher has its own key");
    }
    if item.is_in_journal() {
        return draft.note(at, "Publisher");
    }
    put_unless_by_date(item, draft, at, "source.publisher", "Publisher");
}

/// `2` and `2nd` become `2nd ed.`
pub(in crate::input) fn edition(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    if !item.literature {
        return draft.note(at, "Edition");
    }
    let text = draft.owned(at);
    let ending = |number: u32| match (number % 10, number % 100) {
        (1, rest) if rest != 11 => "st",
        (2, rest) if rest != 12 => "nd",
        (3, rest) if rest != 13 => "rd",
        _ => "th",
    };
    let ordinal = text.trim_end_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok();
    let ordinal = ordinal.map(|number| format!("{number}{}", ending(number)));
    match ordinal {
        Some(ordinal) if ordinal == text || text.bytes().all(|byte| byte.is_ascii_digit()) => {
            draft.key_as(at, "source.edition", format!("{ordinal} ed."));
        }
        _ => draft.key(at, "source.edition"),
    }
}

/// For literature, the title of its first publication. A title in another script is the item's own.
pub(in crate::input) fn original_title(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let is_latin = |c: char| !c.is_alphabetic() || c < '\u{250}' || ('\u{1e00}'..'\u{1f00}').contains(&c);
    match item.literature && draft.text(at).chars().all(is_latin) {
        true => draft.key(at, "source.original.title"),
        false if draft.has("title.original") => draft.note(at, "Original title"),
        false => draft.key(at, "title.original"),
    }
}

pub(in crate::input) fn original_publisher(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match item.literature {
        true => draft.key(at, "source.original.publisher"),
        false => draft.note(at, "Original publisher"),
    }
}

pub(in crate::input) fn original_place(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match item.literature {
        true => draft.key(at, "source.original.place"),
        false => draft.note(at, "Original place"),
    }
}

pub(in crate::input) fn original_date(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let read = dates::read(draft.text(at), item.language.as_deref());
    match item.literature && read.edtf.is_some() {
        true => read.tell(draft, at, "source.original.date"),
        false => draft.note(at, "Original date"),
    }
}

pub(in crate::input) fn reviewed_title(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match item.literature {
        true => draft.key(at, "reviewed.title"),
        false => draft.note(at, "Reviewed"),
    }
}

pub(in crate::input) fn journal(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    match draft.get("source.container").map(str::to_owned) {
        Some(title) if item.literature => {
            draft.put("source.container.text", title, draft.place(at));
            draft.key(at, "source.container.short");
        }
        _ => draft.note(at, "Journal"),
    }
}
