//! The types that reference managers have for documents: the tags of RIS and the types of Zotero.

use super::Facts;
use super::class::{self, Class};
use super::work::{Form, Work};
use crate::document::{Document, Kind, Precision, Publication, When};
use crate::prose::books::{is_journal, is_newspaper};

/// A type, which decides the fields that programs keep.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Anything that was sent to somebody: the only type with recipients.
    Correspondence,
    Manuscript,
    Interview,
    Report,
    Picture,
    Map,
    Sound,
    Video,
    Book,
    /// A part of a book.
    Chapter,
    Journal,
    Magazine,
    Newspaper,
    Thesis,
    WebPage,
    Blog,
}

/// The program that reads the record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) enum Reader {
    #[default]
    Any,
    Zotero,
}

impl Shape {
    /// The type and the facts of a document. For literature the publication is cited, even if a library holds the copy.
    pub(crate) fn of(document: &Document, reader: Reader) -> (Facts<'_>, Self) {
        let facts = Facts::of(document);
        if let Some(work) = Work::of(document) {
            return (Facts { book: work.source, ..facts }, Shape::of_work(&work, document));
        }
        // Zotero cites a letter in an edition as a letter, from its Extra. Other programs need the fields of the edition.
        let is_sent = !document.recipients().is_empty();
        if let Some(book) = facts.book.filter(|_| !(is_sent && reader == Reader::Zotero)) {
            let shape = match () {
                () if is_newspaper(book) => Shape::Newspaper,
                () if is_journal(book) => Shape::Journal,
                () => Shape::Chapter,
            };
            return (facts, shape);
        }
        let shape = match Class::of(document) {
            _ if is_sent => Shape::Correspondence,
            Class::Correspondence => Shape::Correspondence,
            Class::Paper if reader == Reader::Zotero && *class::kind(document) == Kind::Interview => Shape::Interview,
            Class::Paper | Class::Treaty => Shape::Manuscript,
            Class::Report => Shape::Report,
            Class::Picture => Shape::Picture,
            Class::Map => Shape::Map,
            Class::Sound => Shape::Sound,
            Class::Video => Shape::Video,
        };
        (facts, shape)
    }

    fn of_work(work: &Work<'_>, document: &Document) -> Self {
        match work.form {
            Form::Book => Shape::Book,
            Form::Chapter => Shape::Chapter,
            Form::Article if genre_names(document, "magazine") => Shape::Magazine,
            Form::Article => Shape::Journal,
            // A periodical that is cited by its month is a magazine.
            Form::Newspaper if genre_names(document, "magazine") || work.source.is_some_and(is_monthly) => {
                Shape::Magazine
            }
            Form::Newspaper => Shape::Newspaper,
            Form::Thesis => Shape::Thesis,
            Form::WebPage if genre_names(document, "blog") => Shape::Blog,
            Form::WebPage => Shape::WebPage,
        }
    }

    /// Whether it has the fields of a book, a journal, a site.
    pub(crate) fn is_published(self) -> bool {
        match self {
            Shape::Book
            | Shape::Chapter
            | Shape::Journal
            | Shape::Magazine
            | Shape::Newspaper
            | Shape::Thesis
            | Shape::WebPage
            | Shape::Blog => true,
            Shape::Correspondence
            | Shape::Manuscript
            | Shape::Interview
            | Shape::Report
            | Shape::Picture
            | Shape::Map
            | Shape::Sound
            | Shape::Video => false,
        }
    }

    /// Whether Zotero's type has editors.
    pub(crate) fn has_editors(self) -> bool {
        matches!(self, Shape::Book | Shape::Chapter | Shape::Journal)
    }

    /// Whether Zotero's type has a field for the number of volumes.
    pub(crate) fn has_volumes(self) -> bool {
        matches!(self, Shape::Book | Shape::Chapter)
    }

    /// Whether Zotero's type has translators. In the other types it makes them authors.
    pub(crate) fn has_translators(self) -> bool {
        !matches!(self, Shape::Picture | Shape::Map | Shape::Thesis)
    }

    /// Whether Zotero's type has a field for the kind.
    pub(crate) fn has_genre(self) -> bool {
        matches!(
            self,
            Shape::Correspondence
                | Shape::Manuscript
                | Shape::Report
                | Shape::Map
                | Shape::Thesis
                | Shape::WebPage
                | Shape::Blog
        )
    }

    /// Whether Zotero's type has a field for the medium.
    pub(crate) fn has_medium(self) -> bool {
        matches!(self, Shape::Interview | Shape::Picture | Shape::Sound | Shape::Video | Shape::Book | Shape::Chapter)
    }

    /// Whether Zotero's type has a field for a size or a length.
    pub(crate) fn has_dimensions(self) -> bool {
        matches!(self, Shape::Picture | Shape::Sound | Shape::Video)
    }

    /// Whether Zotero generates a title for its list if there is none.
    pub(crate) fn is_titled_by_zotero(self) -> bool {
        matches!(self, Shape::Correspondence | Shape::Interview)
    }

    /// Whether Zotero's type has a field for the archive.
    pub(crate) fn has_archive(self) -> bool {
        !matches!(self, Shape::WebPage | Shape::Blog)
    }
}

fn genre_names(document: &Document, word: &str) -> bool {
    document.genre().is_some_and(|genre| genre.split(' ').any(|part| part.eq_ignore_ascii_case(word)))
}

fn is_monthly(book: &Publication) -> bool {
    let when = book.date.as_ref().map(|date| date.when());
    matches!(when, Some(When::Moment(moment)) if matches!(moment.precision(), Precision::Month(_)))
}
