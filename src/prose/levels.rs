//! One level of a path: a unit such as a box, or part of a collection's name.

use super::ranges::{is_rising, push_numbers};
use super::sentence::{Punctuation, Sentence};
use super::words::{has_words, strip_prefix_ignoring_case};
use crate::document::{Level, LevelKind};

/// Whether a level forms a collection. All others are units (A8).
pub(super) fn is_collection_level(level: &Level) -> bool {
    is_main(level) || matches!(level.level, Some(LevelKind::Subgroup | LevelKind::Series | LevelKind::Subseries))
}

/// Whether other levels are parts of this one. A narrower collection is a collection within a collection.
pub(super) fn is_main(level: &Level) -> bool {
    use LevelKind::{Collection, Fonds, RecordGroup, Subfonds};
    matches!(level.level, Some(RecordGroup | Fonds | Subfonds | Collection))
}

/// The case in which the words for units are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum UnitCase {
    /// `box 2, folder 5`
    #[default]
    Small,
    /// `Box 2, Folder 5`. Codes stay in lower case: `f. 45`.
    Capital,
}

/// `box 26`; `boxes 12, 14` (B9); `folder 3, “China, 1950”`; `Maço “600.(24h)”` (A23).
pub(super) fn push_unit(s: &mut Sentence<'_>, level: &Level, case: UnitCase) {
    let word = level.level.as_ref();
    match (&level.id, &level.title) {
        (Some(id), Some(title)) if word.is_some_and(|kind| says(s, title, kind, id)) => _ = s.quoted(title),
        (Some(id), Some(title)) => {
            push_numbered(s, word, id, case);
            s.punctuate(Punctuation::Comma).quoted(title);
        }
        (Some(id), None) => push_numbered(s, word, id, case),
        (None, Some(title)) => match word {
            Some(kind) => {
                push_word(s, kind, false, case);
                s.quoted(title);
            }
            None => _ = s.roman(title),
        },
        (None, None) => {}
    }
}

#[inline(always)] // Every unit calls it.
fn push_numbered(s: &mut Sentence<'_>, kind: Option<&LevelKind>, id: &str, case: UnitCase) {
    let Some(kind) = kind else {
        s.data(id);
        return;
    };
    push_word(s, kind, is_rising(id), case);
    push_numbers(s, id);
}

fn push_word(s: &mut Sentence<'_>, kind: &LevelKind, several: bool, case: UnitCase) {
    let language = s.language();
    let word = if several { language.units(kind) } else { language.unit(kind) };
    let is_code = match kind {
        LevelKind::Fond | LevelKind::Opis | LevelKind::Delo | LevelKind::Papka => true,
        LevelKind::Other(word) => word.ends_with('.'),
        _ => false,
    };
    if case == UnitCase::Capital && !is_code {
        s.capitalize_next();
    }
    match kind {
        // Only words of the record may have marks to curl.
        LevelKind::Other(_) => s.data(word),
        _ => s.word(word),
    };
    s.word(language.number_space);
}

/// Whether the number of a series begins with a word in small letters: `entry A1 92`.
fn has_own_word(id: &str) -> bool {
    let (word, number) = id.split_once(' ').unwrap_or_default();
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_lowercase()) && !number.is_empty()
}

/// Whether a title begins with the word and the number of its level: `Series 2: Correspondence` (B5).
fn says(s: &Sentence<'_>, title: &str, kind: &LevelKind, id: &str) -> bool {
    let language = s.language();
    [language.unit(kind), language.level(kind)].into_iter().any(|word| {
        let number = strip_prefix_ignoring_case(title, word).and_then(|rest| rest.trim_start().strip_prefix(id));
        number.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
    })
}

/// `General Records of the Department of State, Record Group 59`; `Series 5: Financial Papers` (A15); `series 48` (B5).
pub(super) fn push_collection_level(s: &mut Sentence<'_>, level: &Level, case: UnitCase) {
    let titles = &s.language().titles;
    let word = match level.level {
        Some(LevelKind::RecordGroup) => titles.record_group,
        Some(LevelKind::Subgroup) => titles.subgroup,
        Some(LevelKind::Series) => titles.series,
        Some(LevelKind::Subseries) => titles.subseries,
        _ => "",
    };
    let numbered = |id: &str| if id.starts_with(|c: char| c.is_ascii_digit()) { word } else { "" };
    let is_series = matches!(level.level, Some(LevelKind::Series | LevelKind::Subseries));
    match (&level.level, &level.id, &level.title) {
        (Some(kind), Some(id), Some(title))
            if says(s, title, kind, id) || numbered(id).is_empty() && has_words(title, id) =>
        {
            _ = s.keep_case().roman(title)
        }
        (Some(kind), Some(id), None) if is_series && !has_words(id, word.trim_end()) && !has_own_word(id) => {
            push_numbered(s, Some(kind), id, case)
        }
        // `Final Grant Reports, entry 1`: the number has a word of its own.
        (_, Some(id), Some(title)) if is_series && has_own_word(id) => {
            _ = s.keep_case().roman(title).punctuate(Punctuation::Comma).data(id)
        }
        (_, Some(id), title) if is_series => {
            let said = has_words(id, word.trim_end()) || has_own_word(id);
            s.keep_case().word(if said { "" } else { word }).data(id);
            if let Some(title) = title {
                s.term(|language| language.colon).roman(title);
            }
        }
        (_, Some(id), Some(title)) => {
            _ = s.keep_case().roman(title).punctuate(Punctuation::Comma).word(numbered(id)).data(id)
        }
        (_, Some(id), None) => _ = s.keep_case().word(numbered(id)).data(id),
        (_, None, title) => _ = s.keep_case().roman(title.as_deref().unwrap_or_default()),
    }
}
