//! The RIS type of a document.

use crate::style::record::shape::Shape;

/// The tag of a type.
///
/// Never `GEN` or `UNPB`, which Zotero reads as a journal article, nor `HEAR`, `STAT` or `LEGAL`, with which it drops
/// the archive. RIS has no type for interviews: a line of Zotero's Extra turns a manuscript into one.
pub(super) fn tag(shape: Shape) -> &'static str {
    match shape {
        Shape::Correspondence => "PCOMM",
        Shape::Manuscript | Shape::Interview => "MANSCPT",
        Shape::Report => "RPRT",
        Shape::Picture => "ART",
        Shape::Map => "MAP",
        Shape::Sound => "SOUND",
        Shape::Video => "VIDEO",
        Shape::Book => "BOOK",
        Shape::Chapter => "CHAP",
        Shape::Journal => "JOUR",
        Shape::Magazine => "MGZN",
        Shape::Newspaper => "NEWS",
        Shape::Thesis => "THES",
        Shape::WebPage => "ELEC",
        Shape::Blog => "BLOG",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::style::record::shape::Reader;

    #[test]
    fn the_type_keeps_what_the_document_has() {
        for (json, tag_for_any) in [
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
            (r#""kind": "letter", "source": { "container": "CWIHP Bulletin", "issue": "5" }"#, "JOUR"),
            (
                r#""kind": "telegram", "source": { "title": "Wengao" }, "surrogates": [{ "archive": "HPPPDA" }]"#,
                "PCOMM",
            ),
            (r#""kind": "letter", "translation": { "source": { "title": "Letters" } }"#, "CHAP"),
            (r#""kind": "book", "source": { "publisher": "P" }"#, "BOOK"),
            (r#""kind": "book", "holdings": [{ "repository": "British Library" }]"#, "MANSCPT"),
            (r#""kind": "chapter", "source": { "title": "B" }, "surrogates": [{ "archive": "JSTOR" }]"#, "CHAP"),
            (r#""kind": "article", "source": { "container": "J", "volume": "3" }"#, "JOUR"),
            (r#""kind": "article", "source": { "container": "N", "date": "1961-01-25" }"#, "NEWS"),
            (r#""kind": "article", "source": { "container": "N", "date": "1961-01" }"#, "MGZN"),
            (
                r#""kind": "article", "genre": "magazine article", "source": { "container": "N", "volume": "3" }"#,
                "MGZN",
            ),
            (r#""kind": "thesis", "source": { "publisher": "U" }"#, "THES"),
            (r#""kind": "web-page", "source": { "container": "Site" }"#, "ELEC"),
            (r#""kind": "web-page", "genre": "blog post""#, "BLOG"),
        ] {
            let document: Document =
                serde_json::from_str(&format!(r#"{{ "id": "a", "title": "A", {json} }}"#)).unwrap();
            assert_eq!(tag(Shape::of(&document, Reader::Any).1), tag_for_any, "{json}");
        }
    }

    #[test]
    fn zotero_has_letters_from_editions_and_interviews() {
        for (json, shape) in [
            (r#""kind": "telegram", "recipients": ["Zhou"], "source": { "title": "Wengao" }"#, Shape::Correspondence),
            (r#""kind": "telegram", "source": { "title": "Wengao" }"#, Shape::Chapter),
            (r#""kind": "interview""#, Shape::Interview),
        ] {
            let document: Document =
                serde_json::from_str(&format!(r#"{{ "id": "a", "title": "A", {json} }}"#)).unwrap();
            assert_eq!(Shape::of(&document, Reader::Zotero).1, shape, "{json}");
        }
    }
}
