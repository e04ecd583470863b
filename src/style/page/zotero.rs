//! Zotero's names for documents and their creators.

use crate::style::record::shape::Shape;

/// Zotero's name for the item type.
pub(super) fn item_type(shape: Shape) -> &'static str {
    match shape {
        Shape::Correspondence => "letter",
        Shape::Manuscript => "manuscript",
        Shape::Interview => "interview",
        Shape::Report => "report",
        Shape::Picture => "artwork",
        Shape::Map => "map",
        Shape::Sound => "audioRecording",
        Shape::Video => "film",
        Shape::Book => "book",
        Shape::Chapter => "bookSection",
        Shape::Journal => "journalArticle",
        Shape::Magazine => "magazineArticle",
        Shape::Newspaper => "newspaperArticle",
        Shape::Thesis => "thesis",
        Shape::WebPage => "webpage",
        Shape::Blog => "blogPost",
    }
}

/// The property under which Zotero reads authors.
pub(super) const AUTHORS: &str = "bib:authors";

/// The property under which Zotero reads the creators of a type.
pub(super) fn creators(shape: Shape) -> &'static str {
    match shape {
        Shape::Interview => "z:interviewees",
        Shape::Map => "z:cartographers",
        Shape::Picture => "z:artists",
        Shape::Sound => "z:performers",
        Shape::Video => "z:directors",
        Shape::Correspondence
        | Shape::Manuscript
        | Shape::Report
        | Shape::Book
        | Shape::Chapter
        | Shape::Journal
        | Shape::Magazine
        | Shape::Newspaper
        | Shape::Thesis
        | Shape::WebPage
        | Shape::Blog => AUTHORS,
    }
}
