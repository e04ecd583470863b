//! What a document is, as far as formats tell: most know a few types.

use crate::document::{Document, Kind};

/// A class of documents that formats have types for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A letter, a telegram, a note.
    Correspondence,
    /// Any other unpublished paper.
    Paper,
    /// A report with a number.
    Report,
    Picture,
    Map,
    Sound,
    Video,
}

impl Class {
    pub(crate) fn of(document: &Document) -> Self {
        match document.kind() {
            Kind::Letter | Kind::Telegram | Kind::Note => Class::Correspondence,
            Kind::Report if document.number().is_some() => Class::Report,
            Kind::Interview => of_interview([document.genre(), document.medium()]),
            Kind::Photograph => Class::Picture,
            Kind::Map => Class::Map,
            Kind::Recording => Class::Sound,
            Kind::Film => Class::Video,
            Kind::Other(words) => of_words(words),
            _ => Class::Paper,
        }
    }
}

/// The kinds that records spell in words of their own; the last word says it: `circular telegram`.
fn of_words(words: &str) -> Class {
    match words.rsplit(' ').next().unwrap_or(words).to_lowercase().as_str() {
        "letter" | "telegram" | "cable" | "cablegram" | "note" | "postcard" | "dispatch" | "despatch" => {
            Class::Correspondence
        }
        "photograph" | "photo" | "drawing" | "painting" | "print" | "poster" | "sketch" | "engraving" | "etching"
        | "watercolour" | "watercolor" | "cartoon" => Class::Picture,
        "map" | "chart" => Class::Map,
        _ => Class::Paper,
    }
}

/// An interview is its transcript, unless the record says that it was heard or seen.
fn of_interview(words: [Option<&str>; 2]) -> Class {
    let said = |wanted: &[&str]| {
        let mut words = words.into_iter().flatten().flat_map(|words| words.split(|c: char| !c.is_alphanumeric()));
        words.any(|word| wanted.iter().any(|wanted| word.eq_ignore_ascii_case(wanted)))
    };
    if said(&["transcript", "transcription"]) {
        Class::Paper
    } else if said(&["video", "film", "videotape", "videorecording"]) {
        Class::Video
    } else if said(&["audio", "sound", "recording", "tape", "audiotape", "cassette"]) {
        Class::Sound
    } else {
        Class::Paper
    }
}
