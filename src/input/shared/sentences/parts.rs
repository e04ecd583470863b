//! The labelled sentences of a note: their labels, their ends and their meanings.

use super::super::credits;
use crate::labels;
use crate::slice::slice;

/// What a sentence contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
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
    /// The edition that was used. A format may have its own fields for it.
    Source,
    /// Another book, which stays in the note.
    Book,
}

#[rustfmt::skip]
pub(super) const LABELS: &[(&str, Says)] = &[
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

/// The sentence of a book begins with its label.
pub(super) fn is_book(says: Says) -> bool {
    matches!(says, Says::Source | Says::Book)
}

/// The sentences of a note.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Sentences<'t> {
    /// The text before the first sentence.
    pub(super) opening: &'t str,
    pub(super) said: Vec<(Says, &'t str)>,
    /// Sentences without a label, after a sentence whose value has a known end.
    pub(super) free: Vec<&'t str>,
}

/// Whether a text begins with a label.
pub(in crate::input) fn is_labelled(text: &str) -> bool {
    label(text).is_some()
}

/// Whether a note has such sentences.
pub(in crate::input) fn has_labels(note: &str) -> bool {
    split(note).is_some()
}

pub(super) fn label(text: &str) -> Option<(Says, usize)> {
    let label = LABELS.iter().find(|(label, _)| text.starts_with(label) && text.len() > label.len());
    label.map(|(label, says)| (*says, if is_book(*says) { 0 } else { label.len() }))
}

/// The most sentences of a note. Our own notes have about thirty. A longer text is not searched.
const MAX_SENTENCES: usize = 1_000;

/// `None` if no sentence has a label.
pub(super) fn split(text: &str) -> Option<Sentences<'_>> {
    let text = text.trim();
    let mut starts = vec![0];
    for (at, _) in text.match_indices([' ', '\n']) {
        let before = slice(text, ..at).trim_end_matches(['”', '’', '"', ')', ']']);
        if before.ends_with(['.', '?', '!', '…', '。']) {
            starts.push(at + 1);
        }
    }
    if starts.len() > MAX_SENTENCES {
        return None;
    }
    let mut opens: Vec<(usize, Says, usize)> = Vec::new();
    for start in &starts {
        let sentence = slice(text, *start..);
        // An archive's own wording comes last, and everything after its label belongs to it.
        if opens.last().is_some_and(|(_, says, _)| *says == Says::PreferredCitation) {
            break;
        }
        if let Some((says, length)) = label(sentence) {
            opens.push((*start, says, start + length));
        } else if credits::opens(sentence) {
            opens.push((*start, Says::Credits, *start));
        }
    }
    // A credit after other words belongs to them.
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

/// The end of the first sentence that does not end with an initial or a short word: `Compiled by V. N. Malin.
/// Published …`.
fn end_of_first(value: &str, from: usize, starts: &[usize]) -> usize {
    let behind = starts.iter().filter_map(|start| start.checked_sub(from)).filter(|at| (1..value.len()).contains(at));
    let ends = |at: &usize| {
        let word = value.get(..*at).unwrap_or_default().trim_end().trim_end_matches(['.', '”', '"']);
        let word = word.rsplit([' ', '.']).next().unwrap_or_default();
        word.chars().count() > 2 || word.bytes().any(|byte| byte.is_ascii_digit())
    };
    behind.into_iter().find(ends).unwrap_or(value.len())
}

/// Removes the period that joins the sentence to the next one.
pub(super) fn without_stop(text: &str) -> &str {
    let text = text.trim();
    let bare = text.strip_suffix('.').unwrap_or(text);
    let last = bare.rsplit([' ', '.']).next().unwrap_or_default();
    let is_short = last.chars().count() <= 2 && !last.bytes().any(|byte| byte.is_ascii_digit());
    if is_short { text } else { bare }
}
