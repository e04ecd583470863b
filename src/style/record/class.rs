//! The class of a document. Most formats have only a few types.

use crate::document::{Document, Kind};

/// A class of documents for which formats have types.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A letter, a telegram, a note.
    Correspondence,
    /// Any other unpublished paper.
    Paper,
    Treaty,
    /// A report with a number.
    Report,
    Picture,
    Map,
    Sound,
    Video,
}

impl Class {
    pub(crate) fn of(document: &Document) -> Self {
        Class::of_kind(kind(document), document)
    }

    /// The same for a [`kind`] that is known.
    pub(crate) fn of_kind(kind: &Kind, document: &Document) -> Self {
        match kind {
            Kind::Letter | Kind::Telegram | Kind::Note => Class::Correspondence,
            Kind::Report if document.number().is_some() => Class::Report,
            Kind::Interview => of_interview([Some(document.kind().as_str()), document.genre(), document.medium()]),
            Kind::Treaty => Class::Treaty,
            Kind::Photograph => Class::Picture,
            Kind::Map => Class::Map,
            Kind::Recording => Class::Sound,
            Kind::Film => Class::Video,
            // No `_`: a new kind must be decided here.
            Kind::Memorandum
            | Kind::Minutes
            | Kind::Report
            | Kind::Diary
            | Kind::Speech
            | Kind::Conversation
            | Kind::Order
            | Kind::Resolution
            | Kind::Directive
            | Kind::Charter
            | Kind::Deed
            | Kind::Manuscript
            | Kind::Ephemera
            | Kind::Book
            | Kind::Chapter
            | Kind::Article
            | Kind::Thesis
            | Kind::WebPage
            | Kind::Collection
            | Kind::Document
            | Kind::Other(_) => Class::Paper,
        }
    }
}

/// The kind, also for a record with its own words for it: the last word decides, as in `circular telegram` and
/// `pencil drawing`. Words without a meaning here are ignored.
pub(crate) fn kind(document: &Document) -> &Kind {
    static UNKNOWN: Kind = Kind::Other(String::new());
    let Kind::Other(words) = document.kind() else { return document.kind() };
    // A single word is none of the kinds, because it would have been read as one.
    let (is_one, last) = words.rsplit_once(' ').map_or((true, words.as_str()), |(_, last)| (false, last));
    let has = |words: &[&str], word: &str| words.iter().any(|known| known.eq_ignore_ascii_case(word));
    let of_kinds = if is_one { None } else { Kind::known(last).filter(|kind| **kind != Kind::Document) };
    let of_last = || WORDS.iter().find(|(_, known)| has(known, last)).map(|(kind, _)| kind);
    let of_all = || PHRASES.iter().find(|(_, known)| has(known, words)).map(|(kind, _)| kind);
    of_kinds.or_else(of_last).or_else(of_all).unwrap_or(&UNKNOWN)
}

/// Last words that decide the kind, beyond the names of the kinds.
const WORDS: &[(Kind, &[&str])] = &[
    (Kind::Letter, &["cable", "cablegram", "postcard", "dispatch", "despatch"]),
    (Kind::Memorandum, &["memo"]),
    (
        Kind::Photograph,
        &[
            "photo",
            "drawing",
            "painting",
            "print",
            "poster",
            "sketch",
            "engraving",
            "etching",
            "watercolour",
            "watercolor",
            "cartoon",
        ],
    ),
];

/// Phrases whose last word alone would not decide.
const PHRASES: &[(Kind, &[&str])] =
    &[(Kind::Interview, &["oral history"]), (Kind::Map, &["chart", "sea chart", "nautical chart"])];

/// An interview is a transcript, unless the record shows that it is a recording or a film.
fn of_interview(words: [Option<&str>; 3]) -> Class {
    let has = |wanted: &[&str]| {
        let mut words = words.into_iter().flatten().flat_map(|words| words.split(|c: char| !c.is_alphanumeric()));
        words.any(|word| wanted.iter().any(|wanted| word.eq_ignore_ascii_case(wanted)))
    };
    if has(&["transcript", "transcription"]) {
        Class::Paper
    } else if has(&["video", "film", "videotape", "videorecording"]) {
        Class::Video
    } else if has(&["audio", "sound", "recording", "tape", "audiotape", "cassette"]) {
        Class::Sound
    } else {
        Class::Paper
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A word that is now a kind must not be in this list, because the kind is checked first.
    #[test]
    fn no_kind_is_in_the_lists() {
        let words = WORDS.iter().chain(PHRASES).flat_map(|(_, words)| words.iter());
        let kinds: Vec<&&str> = words.filter(|word| !matches!(Kind::from(**word), Kind::Other(_))).collect();
        assert!(kinds.is_empty(), "{kinds:?}");
    }
}
