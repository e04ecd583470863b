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
        match kind(document) {
            Kind::Letter | Kind::Telegram | Kind::Note => Class::Correspondence,
            Kind::Report if document.number().is_some() => Class::Report,
            Kind::Interview => of_interview([Some(document.kind().as_str()), document.genre(), document.medium()]),
            Kind::Photograph => Class::Picture,
            Kind::Map => Class::Map,
            Kind::Recording => Class::Sound,
            Kind::Film => Class::Video,
            _ => Class::Paper,
        }
    }
}

/// The kind, also of a record that says it in words of its own: the last word tells, of a `circular telegram` and a `pencil
/// drawing`. Words that tell nothing are left out of it.
pub(crate) fn kind(document: &Document) -> Kind {
    let Kind::Other(words) = document.kind() else { return document.kind().clone() };
    let words = words.to_lowercase();
    match words.rsplit(' ').next().unwrap_or_default() {
        "cable" | "cablegram" | "postcard" | "dispatch" | "despatch" => Kind::Letter,
        "memo" => Kind::Memorandum,
        "history" if words == "oral history" => Kind::Interview,
        "photo" | "drawing" | "painting" | "print" | "poster" | "sketch" | "engraving" | "etching" | "watercolour"
        | "watercolor" | "cartoon" => Kind::Photograph,
        "chart" if ["chart", "sea chart", "nautical chart"].contains(&words.as_str()) => Kind::Map,
        word => match Kind::from(word) {
            Kind::Document | Kind::Other(_) => Kind::Other(String::new()),
            known => known,
        },
    }
}

/// An interview is its transcript, unless the record says that it was heard or seen.
fn of_interview(words: [Option<&str>; 3]) -> Class {
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
