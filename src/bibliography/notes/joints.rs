//! The joint between a citation and the text after it: periods, commas, quotation marks, and `Ibid.`

use super::item::NoteItem;
use crate::citation::Text;
use crate::document::Document;
use crate::prose::Language;
use crate::prose::ranges::{RangeDigits, push_range};
use crate::prose::sentence::Sentence;
use crate::prose::shelf::digits_of_locator;
use crate::slice::split;

/// What follows a citation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// The end of the sentence.
    Period,
    /// A comma that starts the text after it.
    Comma,
    /// A semicolon, or words.
    Open,
}

/// The marks that American style puts inside quotation marks.
pub(super) const CLINGS: [char; 2] = [',', '.'];

/// `Ibid.`, with the locator if it differs from the previous one.
pub(super) fn ibid(
    document: &Document,
    place: Option<&str>,
    item: &NoteItem<'_>,
    end: End,
    language: &Language,
) -> Text {
    let mut text = Text::new();
    let mut s = Sentence::new(&mut text, language);
    if opens_sentence(item.before, language) { s.capitalize_next() } else { &mut s }.word(language.notes.ibid);
    if let Some(locator) = place {
        text.push_str(", ");
        push_range(&mut text, locator, digits_of_locator(document, locator, RangeDigits::Chicago), language);
    }
    match end {
        End::Period if place.is_some() && !text.as_str().ends_with('.') => text.push('.'),
        End::Comma => text.push(','),
        _ => {}
    }
    text
}

/// Removes the period at the end of a citation whose style does not know that the note continues. `n.d.` keeps its own period.
pub(super) fn open_end(citation: &mut Text, language: &Language) {
    let words = citation.as_str();
    let is_short = language.notes.abbreviations.iter().any(|it| words.ends_with(it));
    let unquoted = unquoted(words);
    if unquoted.ends_with('.') && !is_short {
        let end = unquoted.len();
        citation.replace(end - 1..end, "");
    }
}

/// Adds a comma, inside the quotation mark if the style puts a period there. `closed` is the same citation with its final period.
pub(super) fn push_comma(citation: &mut Text, closed: &str) {
    let end = unquoted(citation.as_str()).len();
    let (words, quotes) = split(citation.as_str(), end);
    // After a question mark there is no period that could show the style's habit: `World Leadership?,”` (RULES 0.6).
    let asks = words.ends_with(['?', '!']) && quotes.ends_with('”');
    let takes_in = !quotes.is_empty() && (asks || closed.strip_suffix(quotes).is_some_and(|it| it.ends_with('.')));
    if takes_in && !words.ends_with('.') {
        citation.replace(end..end, ",");
    } else {
        citation.push(',');
    }
}

/// Whether a sentence begins after these words: not after `cf.` or an initial (B24).
pub(super) fn opens_sentence(before: &str, language: &Language) -> bool {
    let words = unquoted(before.trim_end());
    let last = words.rsplit([' ', '\u{a0}', '(', '[']).next().unwrap_or(words);
    let is_short = language.notes.signals.iter().chain(language.notes.abbreviations).any(|it| {
        last.eq_ignore_ascii_case(it) || it.rsplit(' ').next().is_some_and(|end| last.eq_ignore_ascii_case(end))
    });
    words.is_empty() || words.ends_with(['.', '?', '!']) && !is_short
}

pub(super) fn unquoted(words: &str) -> &str {
    words.trim_end_matches(['”', '’', '"', '»', '“'])
}
