//! The title, the languages, the digital copies, the subjects.

use std::sync::Arc;

use super::super::draft::{At, Draft};
use super::super::fold::fold;
use super::super::shared::{ids, kinds, languages, titles, web};
use super::known::{Known, is_attribute};
use super::notes::{note, others};
use super::way::Way;
use crate::document::Kind;

/// Whether it is a single document: the catalogue does not describe it as a folder.
fn is_single(item: &Known) -> bool {
    !item.has_parts && !item.is_collection && item.level == "item"
}

pub(super) fn id(_: &mut Known, draft: &mut Draft<'_>, at: At) {
    match ids::id(draft.text(at)) {
        Some(id) => draft.key_as(at, "id", id),
        None => draft.not(at, "it has no character that an id may have"),
    }
}

pub(super) fn title(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    if draft.has("title.text") {
        return note(item, draft, at, "Title");
    }
    let text = without_inner_comma(whole_title(item, draft, at));
    let mut text = without_date(item, draft, tidy(&text));
    if let Some(before) = without_circa(text) {
        (text, item.is_circa) = (before, true);
    }
    if text.is_empty() {
        return draft.not(at, "a mark next to the date");
    }
    if !item.is_collection && is_date(draft, text) {
        item.title = Some(at);
        let others = others(item, draft, at);
        return others.into_iter().chain([at]).for_each(|at| draft.key_of(at, "date"));
    }
    let others = others(item, draft, at);
    match is_single(item) {
        true => item.kind = titles::put_text(draft, at, text, false),
        false => draft.key_as(at, "title.text", text),
    }
    draft.put("title.form", "supplied", draft.place(at));
    item.title = Some(at);
    if item.kind.is_some() {
        draft.also_of(at, "kind", "the title begins with this word");
    }
    others.into_iter().for_each(|at| draft.key_of(at, "title.text"));
}

/// The title of a component. If the component has only a date, the title of the component above it.
pub(super) fn title_of(item: &Known, draft: &Draft<'_>) -> (String, bool) {
    let own = draft
        .open()
        .find(|at| item.names(*at) == "unittitle")
        .map(|at| whole_title(item, draft, at))
        .unwrap_or_default();
    let own = tidy(&own).to_owned();
    let has_date = draft.open().any(|at| item.names(at).starts_with("unitdate"));
    let above = item.heads.split_first().and_then(|(first, rest)| {
        let title = rest.last()?.title.as_ref()?;
        (Some(title) != first.title.as_ref() && rest.last()?.is_titled).then(|| title.clone())
    });
    match above {
        Some(above) if has_date && (own.is_empty() || is_date(draft, &own)) => (above, true),
        _ => (own, false),
    }
}

/// The whole text of a title, without the gaps of the dates that were cut out of it.
fn whole_title(item: &Known, draft: &Draft<'_>, at: At) -> String {
    let title = item.element(at);
    let is_in_title = |field: &str| field.strip_prefix(&*title).is_some_and(|rest| rest.starts_with('/'));
    let is_date_in_title = |way: &Arc<Way>| way.key.names == "unitdate" && is_in_title(&way.field);
    let text = item.text(draft, at).into_owned();
    if item.ways.iter().any(is_date_in_title) { without_gaps(text) } else { text }
}

/// `Festival 5, , Washington`, `Family photographs ()`, `Radio Scripts, , and`, `Letters (, )`
fn without_gaps(mut text: String) -> String {
    const GAPS: &[(&str, &str)] = &[
        ("()", ""),
        ("( )", ""),
        ("[]", ""),
        ("[ ]", ""),
        ("[?]", ""),
        (" ,", ","),
        (",,", ","),
        ("(,", "("),
        (",)", ")"),
        (", )", ")"),
        ("; ;", ";"),
        ("  ", " "),
    ];
    // A gap in a gap is rare. Without a limit, a malicious title would take long.
    for _ in 0..16 {
        let Some((gap, filled)) = GAPS.iter().find(|(gap, _)| text.contains(gap)) else { break };
        text = text.replace(gap, filled);
    }
    let end = text.trim_end();
    match end.strip_suffix(", and").or_else(|| end.strip_suffix(" and")) {
        Some(before) => before.to_owned(),
        None => text,
    }
}

/// Whether a title is only the date: `1772-1778` of a volume.
fn is_date(draft: &Draft<'_>, title: &str) -> bool {
    draft.look("did/unitdate").is_some_and(|words| tidy(&fold(words)) == title)
}

/// `Correspondence, ` before a date that was cut off, `Correspondence,` before a date that a program adds,
/// `Records.`
pub(super) fn tidy(text: &str) -> &str {
    let text = text.trim_matches([',', ';', ':', ' ']);
    match text.strip_suffix('.') {
        // `Paris: Durand, .`: the date before the period was cut off.
        Some(bare) if bare.ends_with([',', ';', ':', ' ']) => tidy(bare),
        _ => titles::without_period(text),
    }
}

/// `"Analysis," ` before a date that was cut off: the comma inside the quotation marks goes too.
fn without_inner_comma(text: String) -> String {
    let mark = text.trim_end().chars().next_back().filter(|mark| matches!(mark, '"' | '”' | '’' | '\''));
    let inside = mark.and_then(|mark| text.trim_end().strip_suffix(mark)?.strip_suffix(','));
    match (inside, mark) {
        (Some(inside), Some(mark)) => format!("{inside}{mark}"),
        _ => text,
    }
}

/// `Registers, 1941-1944` with the date 1941-1944: the date has a key of its own.
fn without_date<'t>(item: &Known, draft: &Draft<'_>, title: &'t str) -> &'t str {
    let is_end = |at: &At| item.names(*at).starts_with("unitdate") && !is_attribute(draft.field(*at));
    let dates = draft.open().filter(is_end).map(|at| item.text(draft, at));
    let cut = dates.filter(|date| date.contains(|c: char| c.is_ascii_digit())).find_map(|date| {
        let before = title.strip_suffix(tidy(&date))?.trim_end();
        // `Meeting, May 21, 1946` with the date 1946: the day is not in the date.
        let is_whole =
            |before: &&str| before.contains(char::is_alphabetic) && !before.ends_with(|c: char| c.is_ascii_digit());
        before.strip_suffix([',', ';', ':']).map(tidy).filter(is_whole)
    });
    cut.unwrap_or(title)
}

/// A title that ended with a date: `Student papers, circa`.
fn without_circa(text: &str) -> Option<&str> {
    let (before, last) = text.rsplit_once([' ', ','])?;
    ["circa", "ca.", "ca", "c."].iter().any(|word| last.eq_ignore_ascii_case(word)).then(|| tidy(before))
}

/// A code, or otherwise a name.
pub(super) fn language(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = fold(draft.text(at)).into_owned();
    let has_some = draft.has("languages");
    if is_attribute(draft.field(at)) {
        return match languages::tag(&text) {
            Some(tag) => {
                let path = put_language(draft, tag, at);
                draft.key_of(at, &path);
            }
            None => draft.not(at, "the code belongs to no known language"),
        };
    }
    if draft.field(at).to_lowercase().contains("/script") {
        return draft.not(at, "the script");
    }
    let bare = text.trim_matches(['.', ',', ';', ':', ' ', '(', ')']);
    if let Some(tags) = languages::tags(bare).filter(|_| bare.chars().count() > 3) {
        let paths: Vec<String> = tags.into_iter().map(|tag| put_language(draft, tag, at)).collect();
        let path = paths.first().cloned().unwrap_or_default();
        return draft.key_of(at, &path);
    }
    if has_some || bare.is_empty() {
        return draft.not(at, "the words around the names of languages");
    }
    // `The records are in English and German.`
    let words = bare
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 3 && word.starts_with(char::is_uppercase));
    let tags: Vec<String> = words.filter_map(languages::tag).filter(|tag| tag.len() == 2).collect();
    if tags.is_empty() {
        return note(item, draft, at, "Language");
    }
    let paths: Vec<String> = tags.into_iter().map(|tag| put_language(draft, tag, at)).collect();
    let mut paths = paths.iter();
    if let Some(first) = paths.next() {
        draft.guess_of(at, first, "the names of languages are from a sentence");
    }
    paths.for_each(|path| draft.also_of(at, path, "the names of languages are from a sentence"));
}

/// Puts a tag, unless it is there.
fn put_language(draft: &mut Draft<'_>, tag: String, at: At) -> String {
    let count = draft.count("languages");
    let paths = (0..count).map(|index| format!("languages[{index}]"));
    if let Some(path) = paths.into_iter().find(|path| draft.get(path) == Some(&tag)) {
        return path;
    }
    let path = format!("languages[{count}]");
    draft.put(&path, tag, draft.place(at));
    path
}

pub(super) fn dao(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    let element = item.element(at);
    let role = draft.look_in(&element, ["/@", "role"]).or(draft.look_in(&element, ["/@", "label"])).unwrap_or_default();
    if role.to_lowercase().contains("thumb") {
        return draft.not(at, "the address of a thumbnail");
    }
    let count = draft.count("surrogates");
    if let Some(start) = text.find("ark:").filter(|start| *start == 0 || draft.field(at).ends_with("@xpointer")) {
        let path = format!("surrogates[{count}].ark");
        let ark = text.get(start..).unwrap_or_default().trim_end_matches([')', '\'', '"']).to_owned();
        return draft.key_as(at, &path, ark);
    }
    if !web::is_address(&text) {
        return match draft.field(at).ends_with("@href") {
            true => draft.note(at, "Digital copy"),
            false => draft.not(at, "a position in the digital copy"),
        };
    }
    let known = (0..count).map(|index| format!("surrogates[{index}].url"));
    match known.into_iter().find(|path| draft.get(path) == Some(&text)) {
        Some(path) => draft.key_of(at, &path),
        None => draft.key(at, &format!("surrogates[{count}].url")),
    }
}

pub(super) fn subject(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let element = item.element(at);
    let others = others(item, draft, at);
    let names = item.names(at).split('/').next().unwrap_or_default().to_owned();
    let parts = || std::iter::once(at).chain(others.iter().copied()).map(|at| fold(draft.text(at)));
    let is_name = matches!(names.as_str(), "persname" | "corpname" | "famname" | "name");
    let has_parts = draft.field(at).len() > element.len();
    let text = match has_parts {
        true => parts().collect::<Vec<_>>().join(if is_name { ", " } else { " -- " }),
        false => item.text(draft, at).into_owned(),
    };
    if names == "genreform"
        && is_single(item)
        && item.kind.is_none()
        && let Some(named) = kinds::kind(text.trim_end_matches('.'))
        && named.kind != Kind::Collection
    {
        item.kind = Some(named.kind);
        draft.also_of(at, "kind", "the form in the catalogue");
    }
    let path = format!("subjects[{}]", draft.count("subjects"));
    draft.key_as(at, &path, text);
    others.into_iter().for_each(|at| draft.key_of(at, &path));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_ends_with_its_last_word() {
        for (text, title) in [
            ("Correspondence,", "Correspondence"),
            ("Emma Young Dickson papers.", "Emma Young Dickson papers"),
            ("Smith & Sons, Inc.", "Smith & Sons, Inc."),
            ("Letters, etc.", "Letters, etc."),
            ("Northern Telegraph Corp.", "Northern Telegraph Corp."),
            ("minutes: 1949-1969.", "minutes: 1949-1969"),
            ("Paris: Durand, .", "Paris: Durand"),
            ("Church of the Workshop (St. Joseph).", "Church of the Workshop (St. Joseph)"),
            ("Notities, z.d..", "Notities, z.d."),
            ("And so on...", "And so on..."),
            (" , ", ""),
        ] {
            assert_eq!(tidy(text), title, "{text}");
        }
        assert_eq!(without_inner_comma("\"Analysis,\" ".to_owned()), "\"Analysis\"");
        assert_eq!(without_inner_comma("“Analysis”, ".to_owned()), "“Analysis”, ");
        assert_eq!(without_circa("Student papers, circa"), Some("Student papers"));
        assert_eq!(without_circa("Student papers"), None);
    }
}
