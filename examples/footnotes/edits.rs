//! Replaces ranges of the text. The rest of the text does not change.

use std::ops::Range;

use prefercite::prose::{Language, QuotedPunctuation};

use crate::chapter::Chapter;
use crate::group::Spot;

/// A replacement for a range of the text.
pub(crate) type Edit = (Range<usize>, String);

/// A note to write after the text.
pub(crate) enum Written {
    /// A note of citations.
    Words(String),
    /// The author's own note, by its position in the list of definitions.
    Definition(usize),
    /// `^[…]`, by its label and its position in the list of inline notes.
    Inline(String, usize),
}

/// What the mark of a note comes after.
const MOVED: &[char] = &['.', ',', ';', ':', '?', '!', '…'];

/// The mark of a note in the text: after the word without a space, and after the comma or period.
pub(crate) fn mark(text: &str, spot: &Spot, label: &str) -> Edit {
    // One space, or a line end, which has two bytes on Windows.
    let before = &text[..spot.range.start];
    let before = match before.strip_suffix("\r\n").or(before.strip_suffix([' ', '\n'])) {
        Some(words) if spot.spaced && !spot.starts => words,
        _ => before,
    };
    let start = before.len();
    // All of them: `?!`, an ellipsis.
    let follows = &spot.follows[..spot.follows.len() - spot.follows.trim_start_matches(MOVED).len()];
    let is_moved = spot.spaced
        && !spot.starts
        && !spot.preceded().is_some_and(|c| "”’\"'".contains(c) || MOVED.contains(&c))
        && text[spot.range.end..].starts_with(follows);
    let moved = if is_moved { follows } else { "" };
    let end = spot.range.end + moved.len();
    let mark = format!("{moved}[^{label}]");
    // `[^1]:` at the beginning of a line would be the note itself.
    let forges = text[end..].starts_with(':')
        && text[..start].chars().rev().find(|c| !" >\t".contains(*c)).is_none_or(|c| c == '\n');
    (start..end, if forges { mark + "\\" } else { mark })
}

/// How far the word continues after a name, and the comma or period that follows it: `@id’s`, `@id,`. The mark of
/// the note comes after both.
pub(crate) struct Tail<'t> {
    pub(crate) possessive: &'t str,
    pub(crate) punctuation: &'t str,
}

impl<'t> Tail<'t> {
    pub(crate) fn behind(rest: &'t str) -> Self {
        // Here a single quotation mark closes a quotation.
        let possessive = ["'s", "’s"]
            .into_iter()
            .find(|it| rest.strip_prefix(it).is_some_and(|behind| !behind.starts_with(|c: char| c.is_alphanumeric())));
        let possessive = possessive.unwrap_or_default();
        let behind = &rest[possessive.len()..];
        let marks = behind.len() - behind.trim_start_matches([',', '.', ';', ':', '?', '!']).len();
        let quotes = behind[marks..].len() - behind[marks..].trim_start_matches(['”', '’', '"', '\'']).len();
        let end = marks + if marks == 1 { quotes } else { 0 };
        // Not the periods of an ellipsis, and not a period within a word.
        let is_taken =
            marks == 1 && behind[end..].chars().next().is_none_or(|c| c.is_whitespace() || "*_)]".contains(c));
        Tail { possessive: &rest[..possessive.len()], punctuation: &behind[..if is_taken { end } else { 0 }] }
    }
}

/// A name with the rest of its word. A comma or a period goes inside quotation marks if the language requires it.
/// After `Jr.` or a question mark no period is added.
pub(crate) fn met(name: &str, Tail { possessive, punctuation }: Tail<'_>, language: &Language) -> String {
    let end = name.trim_end_matches(['”', '’', '*']).len();
    let (words, quotes) = name.split_at(end);
    if !possessive.is_empty() || punctuation.is_empty() {
        return format!("{name}{possessive}{punctuation}");
    }
    let punctuation = punctuation.strip_prefix('.').filter(|_| words.ends_with(['.', '?', '!'])).unwrap_or(punctuation);
    let is_inside = quotes.contains(['”', '’']) && language.quotation.punctuation == QuotedPunctuation::Inside;
    match punctuation.strip_prefix([',', '.']).filter(|_| is_inside) {
        Some(rest) => format!("{words}{}{quotes}{rest}", &punctuation[..1]),
        None => format!("{name}{punctuation}"),
    }
}

/// A note that begins with `see also` begins with a capital.
pub(crate) fn capital(words: String) -> String {
    match words.char_indices().find(|(_, c)| !"*_“‘\"'([".contains(*c)) {
        Some((at, c)) if c.is_lowercase() => {
            format!("{}{}{}", &words[..at], c.to_uppercase(), &words[at + c.len_utf8()..])
        }
        _ => words,
    }
}

pub(crate) fn closed(mut words: String) -> String {
    if !words.trim_end_matches(['”', '’', '"', '\'', '*', '_', '>', ')']).ends_with(['.', '?', '!']) {
        words.push('.');
    }
    words
}

/// The text without the author's own notes, followed by all notes in order. A note within a quotation stays there.
pub(crate) fn put_together(chapter: &Chapter<'_>, mut edits: Vec<Edit>, notes: Vec<Written>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    let (mut page, mut at) = (String::new(), 0);
    for definition in chapter.definitions.iter().filter(|it| it.is_free) {
        page.push_str(&edited(chapter.text, at..definition.range.start, &edits));
        at = definition.range.end;
    }
    page.push_str(&edited(chapter.text, at..chapter.text.len(), &edits));
    page.truncate(page.trim_end().len());
    page.push('\n');
    for note in notes {
        let note = match note {
            Written::Words(words) => words,
            Written::Definition(own) if !chapter.definitions[own].is_free => continue,
            Written::Definition(own) => edited(chapter.text, chapter.definitions[own].range.clone(), &edits),
            Written::Inline(label, own) => {
                let note = &chapter.inline[own];
                let mut edits: Vec<Edit> = edits.iter().filter(|(edit, _)| *edit != note.spot.range).cloned().collect();
                // A line break within a citation is removed with it.
                edits.extend(
                    note.breaks
                        .iter()
                        .filter(|(at, _)| !edits.iter().any(|(edit, _)| edit.contains(&at.start)))
                        .cloned()
                        .collect::<Vec<_>>(),
                );
                edits.sort_by_key(|(range, _)| (range.start, range.end));
                format!("[^{label}]: {}", edited(chapter.text, note.inside.clone(), &edits).trim())
            }
        };
        page.push('\n');
        page.push_str(note.trim_end());
        page.push('\n');
    }
    page
}

/// The whole text with its edits.
pub(crate) fn all_edited(text: &str, mut edits: Vec<Edit>) -> String {
    edits.sort_by_key(|(range, _)| (range.start, range.end));
    edited(text, 0..text.len(), &edits)
}

/// A range of the text with its edits. If two edits overlap, only the outer one is applied.
fn edited(text: &str, range: Range<usize>, edits: &[Edit]) -> String {
    let (mut words, mut at) = (String::new(), range.start);
    for (edit, other) in edits.iter().filter(|(edit, _)| edit.start >= range.start && edit.end <= range.end) {
        // Within a note that was moved after the text.
        if edit.start < at {
            continue;
        }
        words.push_str(&text[at..edit.start]);
        words.push_str(other);
        at = edit.end;
    }
    words.push_str(&text[at..range.end]);
    words
}
