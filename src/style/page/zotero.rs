//! What Zotero calls a document and its people.

use crate::document::{Kind, Publication};
use crate::prose::books::{is_journal, is_newspaper};
use crate::style::record::Facts;
use crate::style::record::class::{self, Class};
use crate::style::record::work::{Form, Work};

/// An item type of Zotero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemType {
    Letter,
    Manuscript,
    Interview,
    Report,
    Map,
    Artwork,
    AudioRecording,
    Film,
    Book,
    BookSection,
    JournalArticle,
    NewspaperArticle,
    Thesis,
    Webpage,
}

impl ItemType {
    pub(super) fn of(facts: &Facts<'_>) -> Self {
        let document = facts.document;
        if !document.recipients().is_empty() {
            return ItemType::Letter;
        }
        match Work::of(document).map(|work| work.form) {
            Some(Form::Book) => return ItemType::Book,
            Some(Form::Chapter) => return ItemType::BookSection,
            Some(Form::Article) => return ItemType::JournalArticle,
            Some(Form::Newspaper) => return ItemType::NewspaperArticle,
            Some(Form::Thesis) => return ItemType::Thesis,
            Some(Form::WebPage) => return ItemType::Webpage,
            None if *class::kind(document) == Kind::Interview => return ItemType::Interview,
            None => {}
        }
        if let Some(book) = facts.book {
            return if is_journal(book) { Self::of_periodical(book) } else { ItemType::BookSection };
        }
        match Class::of(document) {
            Class::Correspondence => ItemType::Letter,
            Class::Paper | Class::Treaty => ItemType::Manuscript,
            Class::Report => ItemType::Report,
            Class::Picture => ItemType::Artwork,
            Class::Map => ItemType::Map,
            Class::Sound => ItemType::AudioRecording,
            Class::Video => ItemType::Film,
        }
    }

    fn of_periodical(book: &Publication) -> Self {
        if is_newspaper(book) { ItemType::NewspaperArticle } else { ItemType::JournalArticle }
    }

    /// Zotero's name of the type.
    pub(super) fn name(self) -> &'static str {
        match self {
            ItemType::Letter => "letter",
            ItemType::Manuscript => "manuscript",
            ItemType::Interview => "interview",
            ItemType::Report => "report",
            ItemType::Map => "map",
            ItemType::Artwork => "artwork",
            ItemType::AudioRecording => "audioRecording",
            ItemType::Film => "film",
            ItemType::Book => "book",
            ItemType::BookSection => "bookSection",
            ItemType::JournalArticle => "journalArticle",
            ItemType::NewspaperArticle => "newspaperArticle",
            ItemType::Thesis => "thesis",
            ItemType::Webpage => "webpage",
        }
    }

    /// The property under which Zotero reads the creators of this type.
    pub(super) fn creators(self) -> &'static str {
        match self {
            ItemType::Interview => "z:interviewees",
            ItemType::Map => "z:cartographers",
            ItemType::Artwork => "z:artists",
            ItemType::AudioRecording => "z:performers",
            ItemType::Film => "z:directors",
            ItemType::Letter
            | ItemType::Manuscript
            | ItemType::Report
            | ItemType::Book
            | ItemType::BookSection
            | ItemType::JournalArticle
            | ItemType::NewspaperArticle
            | ItemType::Thesis
            | ItemType::Webpage => "bib:authors",
        }
    }

    /// Whether it is cited by its publication, wherever it is read.
    pub(super) fn is_literature(self) -> bool {
        matches!(
            self,
            ItemType::Book
                | ItemType::BookSection
                | ItemType::JournalArticle
                | ItemType::NewspaperArticle
                | ItemType::Thesis
                | ItemType::Webpage
        )
    }
}
