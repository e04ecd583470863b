//! Which type of RIS a document is.

use crate::document::Kind;
use crate::style::record::Facts;

/// A type, which decides the tags that programs keep.
///
/// Never `GEN` or `UNPB`, which Zotero takes for a journal article, nor `HEAR`, `STAT` or `LEGAL`, with which it drops the
/// archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    /// Whatever was sent to somebody: the one type with recipients.
    Correspondence,
    Manuscript,
    Report,
    Picture,
    Map,
    Sound,
    Video,
    /// It is known from a printed book alone.
    Chapter,
}

impl Type {
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let document = facts.document;
        if facts.book.is_some() {
            return Type::Chapter;
        }
        if !document.recipients().is_empty() {
            return Type::Correspondence;
        }
        match document.kind() {
            Kind::Letter | Kind::Telegram | Kind::Note => Type::Correspondence,
            Kind::Report if document.number().is_some() => Type::Report,
            Kind::Interview => of_interview([document.genre(), document.medium()]),
            Kind::Photograph => Type::Picture,
            Kind::Map => Type::Map,
            Kind::Recording => Type::Sound,
            Kind::Film => Type::Video,
            Kind::Other(words) => of_words(words),
            _ => Type::Manuscript,
        }
    }

    pub(super) fn tag(self) -> &'static str {
        match self {
            Type::Correspondence => "PCOMM",
            Type::Manuscript => "MANSCPT",
            Type::Report => "RPRT",
            Type::Picture => "ART",
            Type::Map => "MAP",
            Type::Sound => "SOUND",
            Type::Video => "VIDEO",
            Type::Chapter => "CHAP",
        }
    }
}

/// The kinds that records spell in words of their own; the last word says it: `circular telegram`.
fn of_words(words: &str) -> Type {
    match words.rsplit(' ').next().unwrap_or(words).to_lowercase().as_str() {
        "letter" | "telegram" | "cable" | "cablegram" | "note" | "postcard" | "dispatch" | "despatch" => {
            Type::Correspondence
        }
        "photograph" | "photo" | "drawing" | "painting" | "print" | "poster" | "sketch" => Type::Picture,
        "map" | "chart" => Type::Map,
        _ => Type::Manuscript,
    }
}

/// An interview is its transcript, unless the record says that it was heard or seen.
fn of_interview(words: [Option<&str>; 2]) -> Type {
    let said = |wanted: &[&str]| {
        let words = words.into_iter().flatten().flat_map(|words| words.split(|c: char| !c.is_alphanumeric()));
        words.into_iter().any(|word| wanted.iter().any(|wanted| word.eq_ignore_ascii_case(wanted)))
    };
    if said(&["transcript", "transcription"]) {
        Type::Manuscript
    } else if said(&["video", "film", "videotape", "videorecording"]) {
        Type::Video
    } else if said(&["audio", "sound", "recording", "tape", "audiotape", "cassette"]) {
        Type::Sound
    } else {
        Type::Manuscript
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;

    #[test]
    fn the_type_keeps_what_the_document_has() {
        for (json, tag) in [
            (r#""kind": "telegram""#, "PCOMM"),
            (r#""kind": "note""#, "PCOMM"),
            (r#""kind": "circular cable""#, "PCOMM"),
            (r#""kind": "memorandum""#, "MANSCPT"),
            (r#""kind": "memorandum", "recipients": ["Stalin"]"#, "PCOMM"),
            (r#""kind": "report""#, "MANSCPT"),
            (r#""kind": "report", "number": "5""#, "RPRT"),
            (r#""kind": "interview", "medium": "typescript""#, "MANSCPT"),
            (r#""kind": "interview", "medium": "audio cassette""#, "SOUND"),
            (r#""kind": "interview", "genre": "transcript of a video recording""#, "MANSCPT"),
            (r#""kind": "treaty""#, "MANSCPT"),
            (r#""kind": "photograph""#, "ART"),
            (r#""kind": "pencil drawing""#, "ART"),
            (r#""kind": "map""#, "MAP"),
            (r#""kind": "recording""#, "SOUND"),
            (r#""kind": "film""#, "VIDEO"),
            (r#""kind": "telegram", "recipients": ["Zhou"], "source": { "title": "Wengao" }"#, "CHAP"),
            (
                r#""kind": "telegram", "source": { "title": "Wengao" }, "surrogates": [{ "archive": "HPPPDA" }]"#,
                "PCOMM",
            ),
            (r#""kind": "letter", "translation": { "source": { "title": "Letters" } }"#, "CHAP"),
        ] {
            let document: Document =
                serde_json::from_str(&format!(r#"{{ "id": "a", "title": "A", {json} }}"#)).unwrap();
            assert_eq!(Type::of(&Facts::of(&document)).tag(), tag, "{json}");
        }
    }
}
