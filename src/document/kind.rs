//! The kind of a document.

use super::keys::{Slot, Value};
use super::words::open_words;

/// The kind of a document: one of the kinds that archives know, or any other words.
///
/// ```
/// use prefercite::Kind;
///
/// assert_eq!(Kind::from("telegram"), Kind::Telegram);
/// assert_eq!(Kind::from("Telegram"), Kind::Telegram); // as in databases
/// assert_eq!(Kind::from("aide-mémoire").to_string(), "aide-mémoire");
/// assert!(Kind::ALL.contains(&Kind::Telegram) && !Kind::from("aide-mémoire").is_known());
/// ```
///
/// A later version may add a variant for a word that is now in `Other`. Compare [`as_str`](Kind::as_str), which stays
/// the same.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[allow(missing_docs)]
pub enum Kind {
    Letter,
    Telegram,
    Memorandum,
    Minutes,
    Report,
    Note,
    Diary,
    Speech,
    Conversation,
    Interview,
    Treaty,
    Order,
    Resolution,
    Directive,
    Charter,
    Deed,
    Manuscript,
    Photograph,
    Map,
    Recording,
    Film,
    Ephemera,
    Book,
    /// A part of a book.
    Chapter,
    /// An article in a journal, a magazine or a newspaper.
    Article,
    Thesis,
    WebPage,
    /// A whole fonds or collection, or a part of one.
    Collection,
    /// The kind is unknown.
    #[default]
    Document,
    /// Any other words, printed as typed.
    Other(String),
}

open_words!(Kind, {
    Letter: "letter",
    Telegram: "telegram",
    Memorandum: "memorandum",
    Minutes: "minutes",
    Report: "report",
    Note: "note",
    Diary: "diary",
    Speech: "speech",
    Conversation: "conversation",
    Interview: "interview",
    Treaty: "treaty",
    Order: "order",
    Resolution: "resolution",
    Directive: "directive",
    Charter: "charter",
    Deed: "deed",
    Manuscript: "manuscript",
    Photograph: "photograph",
    Map: "map",
    Recording: "recording",
    Film: "film",
    Ephemera: "ephemera",
    Book: "book",
    Chapter: "chapter",
    Article: "article",
    Thesis: "thesis",
    WebPage: "web-page",
    Collection: "collection",
    Document: "document",
});

impl Slot for Kind {
    fn read_slot(node: &super::tree::Node<'_>, faults: &mut super::fault::Faults) -> Self {
        Kind::read(node, faults).unwrap_or_default()
    }

    fn write_slot(&self) -> Option<super::tree::Node<'_>> {
        Some(self.write())
    }

    fn check_slot(&mut self, faults: &mut super::fault::Faults) {
        self.check(faults);
    }

    #[cfg(feature = "schema")]
    fn schema_slot(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Kind::schema(generator)
    }
}
