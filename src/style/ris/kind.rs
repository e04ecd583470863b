//! Which type of RIS a document is.

use crate::style::record::Facts;
use crate::style::record::class::Class;

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
        match Class::of(document) {
            Class::Correspondence => Type::Correspondence,
            Class::Paper | Class::Treaty => Type::Manuscript,
            Class::Report => Type::Report,
            Class::Picture => Type::Picture,
            Class::Map => Type::Map,
            Class::Sound => Type::Sound,
            Class::Video => Type::Video,
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
