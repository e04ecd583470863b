//! What the styles with named fields share: BibTeX, BibLaTeX, RIS, CSL-JSON and hayagriva's YAML.
//!
//! No archive field is read by all programs. So each datum goes into the field that its format has for it. Data
//! without a field go into labelled sentences of a note, which nearly all programs keep.

pub(crate) mod books;
pub(crate) mod class;
pub(crate) mod credits;
pub(crate) mod described;
pub(crate) mod extra;
pub(crate) mod numbers;
pub(crate) mod omissions;
pub(crate) mod people;
pub(crate) mod remarks;
pub(crate) mod shape;
pub(crate) mod sheet;
pub(crate) mod shelf;
pub(crate) mod when;
pub(crate) mod work;
pub(crate) mod zotero_note;

use std::borrow::Cow;

use crate::document::{Document, Holding, Kind, Publication, Surrogate, Title};
use crate::labels;
use crate::prose::EN_US;
use crate::prose::books as printed;
use crate::prose::lead::{DescriptionMarks, Lead};
use crate::prose::sentence::{self, Sentence};

/// The facts about a document that every export needs.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Facts<'d> {
    pub(crate) document: &'d Document,
    /// The first holding, which is cited.
    pub(crate) holding: Option<&'d Holding>,
    /// The first copy on the web, which is cited.
    pub(crate) home: Option<&'d Surrogate>,
    /// The book that is cited if the location of the document itself is unknown.
    pub(crate) book: Option<&'d Publication>,
    /// How a note begins, for formats that need it [several times](Facts::with_lead).
    pub(crate) lead: Option<Lead<'d>>,
}

impl<'d> Facts<'d> {
    pub(crate) fn of(document: &'d Document) -> Self {
        let (holding, home) = (document.holdings().first(), document.surrogates().first());
        let book = if holding.is_none() && home.is_none() {
            printed::source(document).or_else(|| printed::translation_source(document))
        } else {
            None
        };
        Facts { document, holding, home, book, lead: None }
    }

    /// The same, with the lead determined.
    pub(crate) fn with_lead(self) -> Self {
        Facts { lead: Some(self.lead()), ..self }
    }

    /// How a note begins.
    pub(crate) fn lead(&self) -> Lead<'d> {
        self.lead.unwrap_or_else(|| Lead::of(self.document, DescriptionMarks::Roman, &EN_US))
    }

    /// The words for the kind, or `None` if unknown.
    pub(crate) fn genre(&self) -> Option<&'d str> {
        let known = *self.document.kind() != Kind::Document;
        self.document.genre().or_else(|| known.then(|| self.document.kind().as_str()))
    }

    /// The same with a capital, for the start of a sentence.
    pub(crate) fn push_genre(&self, s: &mut Sentence<'_>) {
        if let Some(genre) = self.genre() {
            s.capitalize_next().with(|text| text.push_str(genre));
        }
    }

    /// `毛泽东致斯大林的信 [Letter, Mao Zedong to Stalin]`
    pub(crate) fn title(&self) -> Option<String> {
        self.document.title().map(with_translation)
    }

    /// `Diary`
    pub(crate) fn push_word_as_title(&self, s: &mut Sentence<'_>) {
        match self.genre() {
            Some(_) => self.push_genre(s),
            None => _ = s.word(labels::DOCUMENT),
        }
    }

    /// The URL of its copy on the web, otherwise of the book. An ARK counts as a URL.
    pub(crate) fn url(&self) -> Option<Cow<'d, str>> {
        let of_home = |home: &'d Surrogate| {
            let url = home.url.as_deref().map(Cow::Borrowed);
            url.or_else(|| home.ark.as_deref().map(ark_address))
        };
        self.home.and_then(of_home).or_else(|| self.book.and_then(|book| book.url.as_deref()).map(Cow::Borrowed))
    }

    /// The number in an extent that is a number of pages.
    pub(crate) fn page_count(&self) -> Option<&'d str> {
        let (number, unit) = self.document.extent()?.split_once(' ')?;
        let counts = !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit());
        (counts && matches!(unit, "p." | "pp." | "page" | "pages")).then_some(number)
    }

    /// The path in the record of the book that is cited.
    pub(crate) fn path_of_book(&self) -> &'static str {
        let is_source =
            self.document.source().is_some_and(|source| self.book.is_some_and(|book| std::ptr::eq(source, book)));
        if is_source { "source" } else { "translation.source" }
    }

    /// Whether the text at this path of the record is a URL with its own field. The URLs of other copies and books
    /// are in sentences.
    pub(crate) fn has_address_at(&self, path: &str) -> bool {
        let of_what = if self.book.is_some() { self.path_of_book() } else { "surrogates[0]" };
        path.strip_prefix(of_what).is_some_and(|key| matches!(key, ".url" | ".doi" | ".ark"))
    }

    pub(crate) fn doi(&self) -> Option<&'d str> {
        let home = self.home.and_then(|home| home.doi.as_deref());
        home.or_else(|| self.book.and_then(|book| book.doi.as_deref()))
    }
}

/// The written words as plain text. Exports are in English.
pub(crate) fn plain(write: impl FnOnce(&mut Sentence<'_>)) -> String {
    sentence::plain(&EN_US, write)
}

/// The written words, or `None` if nothing was written.
pub(crate) fn nonempty(write: impl FnOnce(&mut Sentence<'_>)) -> Option<String> {
    Some(plain(write)).filter(|words| !words.is_empty())
}

/// The resolver of all ARKs, unless the record contains another.
pub(crate) fn ark_address(ark: &str) -> Cow<'_, str> {
    if ark.starts_with("ark:") { format!("https://n2t.net/{ark}").into() } else { ark.into() }
}

/// The same, written in place.
pub(crate) fn push_with_translation(s: &mut Sentence<'_>, title: &Title) {
    s.verbatim(&title.text);
    if let Some(translated) = &title.translated {
        s.word(" [").verbatim(translated).word("]");
    }
}

pub(crate) fn with_translation(title: &Title) -> String {
    match &title.translated {
        Some(translated) => format!("{} [{translated}]", title.text),
        None => title.text.clone(),
    }
}
