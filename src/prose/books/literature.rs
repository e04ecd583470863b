//! Books, chapters, articles, theses and web pages: the publication that they were read in, and who leads them (RULES 13).

use super::press::{has_month, is_source_of_clipping};
use super::{BookField, BookPeople, Credits, PrintedBook, is_newspaper};
use crate::document::{Date, Document, Kind, Name, Publication, Title, TitleForm};
use crate::prose::language::{Language, Unit};
use crate::prose::sentence::Sentence;

/// A piece of literature, and the publication that it is cited from.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Literature<'d> {
    pub(crate) shape: Shape,
    /// An empty publication if the record has none.
    pub(crate) book: &'d Publication,
    document: &'d Document,
}

/// The relation of a text to its publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// It is the whole publication.
    Book,
    /// It is a part of it: a chapter, a foreword.
    Part,
    /// It is in a journal.
    Article,
    Thesis,
    WebPage,
}

static NO_PUBLICATION: Publication = Publication {
    authors: Vec::new(),
    editors: Vec::new(),
    general_editors: Vec::new(),
    compilers: Vec::new(),
    translators: Vec::new(),
    title: None,
    container: None,
    series: None,
    volume: None,
    volumes: None,
    issue: None,
    number: None,
    edition: None,
    place: None,
    publisher: None,
    date: None,
    original: None,
    pages: None,
    url: None,
    doi: None,
    isbn: None,
};

impl<'d> Literature<'d> {
    /// The literature of a document of one of the five kinds. An unpublished document in an archive is cited as an
    /// archival document, and an article of a newspaper by the rules for newspapers (B28).
    pub(crate) fn of(document: &'d Document) -> Option<Self> {
        let shape = match document.kind() {
            Kind::Book => Shape::Book,
            Kind::Chapter => Shape::Part,
            Kind::Article => Shape::Article,
            Kind::Thesis => Shape::Thesis,
            Kind::WebPage => Shape::WebPage,
            _ => return None,
        };
        let book = match document.source() {
            Some(source)
                if shape == Shape::Article
                    && (is_newspaper(source) || is_source_of_clipping(document, source))
                    && document.title().is_some() =>
            {
                return None;
            }
            Some(source) => source,
            None if !document.holdings().is_empty() => return None,
            None => &NO_PUBLICATION,
        };
        let is_in_another = document.title().zip(book.title.as_ref()).is_some_and(|(own, its)| own.text != its.text);
        let shape = if is_in_another && shape != Shape::Article { Shape::Part } else { shape };
        Some(Literature { shape, book, document })
    }

    /// Its title, or if it has none, the title that was recorded with the publication.
    pub(crate) fn title(&self) -> Option<&'d Title> {
        let of_book = self.book.title.as_ref().filter(|_| !matches!(self.shape, Shape::Part | Shape::Article));
        self.document.title().or(of_book)
    }

    /// Who leads, if there is no author: its editors, compilers or translators (RULES 13.1).
    pub(crate) fn leaders(&self) -> Option<(BookPeople, &'d [Name])> {
        if !self.document.creators().is_empty() || !matches!(self.shape, Shape::Book | Shape::WebPage) {
            return None;
        }
        let book = self.book;
        let of_set = if book.container.is_none() { book.general_editors.as_slice() } else { &[] };
        [
            (BookPeople::Authors, book.authors.as_slice()),
            (BookPeople::Editors, &book.editors),
            (BookPeople::Compilers, &book.compilers),
            (BookPeople::Translators, &book.translators),
            (BookPeople::GeneralEditors, of_set),
        ]
        .into_iter()
        .find(|(_, names)| !names.is_empty())
    }

    /// The part of the publication that any style prints after the title, without what was printed before.
    pub(crate) fn printed(&self) -> PrintedBook<'d> {
        let mut printed = PrintedBook::of(self.book).dated(self.spare_date());
        if !matches!(self.shape, Shape::Part | Shape::Article) {
            // It is the title of the document, or adds nothing to it.
            printed = printed.without(BookField::Title);
        }
        if let Some((leaders, _)) = self.leaders() {
            printed = printed.without(leaders.field());
        }
        if self.book.authors.as_slice() == self.document.creators() {
            printed = printed.without(BookField::Authors);
        }
        printed
    }

    /// Whether an institution published its own work: in the MLA the title leads then (RULES 13.17).
    pub(crate) fn is_published_by_its_author(&self) -> bool {
        let ([Name::Body(body)], Some(publisher)) = (self.document.creators(), &self.book.publisher) else {
            return false;
        };
        let has_title = self.title().is_some_and(|title| title.form != TitleForm::Supplied);
        body.body == *publisher && body.parent.is_none() && has_title
    }

    /// The date of publication.
    pub(crate) fn date(&self) -> Option<&'d Date> {
        self.book.date.as_ref().or(self.document.date())
    }

    /// A date of its own, in addition to the date of its publication. For an unpublished paper, its only date (RULES 13.12).
    pub(crate) fn own_date(&self) -> Option<&'d Date> {
        let is_paper = self.document.source().is_none() && matches!(self.shape, Shape::Part | Shape::Article);
        let published = self.book.date.as_ref();
        self.document.date().filter(|date| is_paper || published.is_some_and(|published| published != *date))
    }

    /// The date of publication, if it is printed with the publication.
    pub(crate) fn imprint_date(&self) -> Option<&'d Date> {
        self.book.date.as_ref().or(self.spare_date())
    }

    /// The date of the document, if the publication has none: then it is the date of publication.
    pub(crate) fn spare_date(&self) -> Option<&'d Date> {
        self.document.date().filter(|_| self.own_date().is_none())
    }

    /// The date of the first publication of a reprint, if it has a date but no other title.
    pub(crate) fn reprint_of(&self) -> Option<&'d Date> {
        let original = self.book.original.as_ref().filter(|original| original.title.is_none())?;
        original.date.as_ref().filter(|date| date.is_printable())
    }

    /// The site that a page is on. A site that is recorded as a digital archive has no title with marks.
    pub(crate) fn site(&self) -> Option<Site<'d>> {
        let archive = || self.document.surrogates().first().and_then(|home| home.archive.as_deref());
        match &self.book.container {
            Some(container) => Some(Site::Title(container)),
            None => archive().map(Site::Archive),
        }
    }

    /// The owner of the site, if it is not the site itself.
    pub(crate) fn owner(&self) -> Option<&'d str> {
        let host = || self.document.surrogates().first().and_then(|home| home.host.as_deref());
        let owner = self.book.publisher.as_deref().or_else(host)?;
        let is_site = self.site().is_some_and(|site| site.as_str() == owner);
        (!is_site).then_some(owner)
    }

    /// Whether a page is in a blog, whose name is in italics.
    pub(crate) fn is_in_blog(&self, language: &Language) -> bool {
        let is_word = |genre: &str| language.literature.blogs.iter().any(|word| word.eq_ignore_ascii_case(genre));
        self.shape == Shape::WebPage && self.document.genre().is_some_and(is_word)
    }

    /// Whether the genre is a part of a book: `foreword`.
    pub(crate) fn is_front_matter(&self, language: &Language) -> bool {
        let is_word = |genre: &str| language.literature.parts.iter().any(|word| word.eq_ignore_ascii_case(genre));
        self.shape == Shape::Part && self.document.genre().is_some_and(is_word)
    }

    /// The genre that a citation prints after the title, unless it is printed in another way.
    pub(crate) fn genre(&self, language: &Language) -> Option<&'d str> {
        self.document.genre().filter(|_| self.shape != Shape::Thesis && !self.is_in_blog(language))
    }

    /// Whether an issue of a journal is identified by its day or month alone, as in a newspaper.
    pub(crate) fn is_dated_like_newspaper(&self) -> bool {
        let book = self.book;
        book.container.is_some()
            && book.volume.is_none()
            && book.issue.is_none()
            && book.publisher.is_none()
            && book.title.is_none()
            && self.date().is_some_and(has_month)
    }
}

/// The site of a web page.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Site<'d> {
    Title(&'d Title),
    Archive(&'d str),
}

impl<'d> Site<'d> {
    pub(crate) fn as_str(&self) -> &'d str {
        match self {
            Site::Title(title) => &title.text,
            Site::Archive(archive) => archive,
        }
    }
}

/// Adds the role of those who lead a book without an author: `eds.`, in full `editors`.
pub(crate) fn push_role(s: &mut Sentence<'_>, who: BookPeople, several: bool, credits: Credits) {
    let (books, full) = (&s.language().books, &s.language().literature);
    let word: Unit = match (who, credits) {
        (BookPeople::Authors, _) => return,
        (BookPeople::Editors | BookPeople::GeneralEditors, Credits::Abbreviated) => books.editor,
        (BookPeople::Compilers, Credits::Abbreviated) => books.compiler,
        (BookPeople::Translators, Credits::Abbreviated) => full.trans,
        (BookPeople::Editors | BookPeople::GeneralEditors, Credits::InFull) => full.editor,
        (BookPeople::Compilers, Credits::InFull) => full.compiler,
        (BookPeople::Translators, Credits::InFull) => full.translator,
    };
    s.word(word.of(several));
}

/// Adds the kind of work for a degree: `PhD diss.`, in full `PhD dissertation`. Other words, such as `master's
/// thesis`, are printed as typed.
pub(crate) fn push_degree(s: &mut Sentence<'_>, genre: Option<&str>, credits: Credits) {
    let words = &s.language().literature;
    let said = match credits {
        Credits::Abbreviated => words.diss,
        Credits::InFull => words.dissertation,
    };
    let Some(genre) = genre else {
        s.word(words.doctorate).word(said);
        return;
    };
    let degree = words.says_dissertation.iter().find_map(|word| {
        let at = genre.len().checked_sub(word.len())?;
        let (degree, ending) = (genre.get(..at)?, genre.get(at..)?);
        (ending.eq_ignore_ascii_case(word) && (degree.is_empty() || degree.ends_with(' '))).then_some(degree)
    });
    match degree {
        Some(degree) => _ = s.data(degree).word(said),
        None => _ = s.data(genre),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::EN_US;
    use crate::prose::sentence::plain;

    #[test]
    fn a_dissertation_is_found_by_each_of_its_words() {
        for (genre, abbreviated, in_full) in [
            (None, "PhD diss.", "PhD dissertation"),
            (Some("PhD diss."), "PhD diss.", "PhD dissertation"),
            (Some("PhD dissertation"), "PhD diss.", "PhD dissertation"),
            (Some("EdD Dissertation"), "EdD diss.", "EdD dissertation"),
            (Some("master's thesis"), "master’s thesis", "master’s thesis"),
        ] {
            assert_eq!(plain(&EN_US, |s| push_degree(s, genre, Credits::Abbreviated)), abbreviated);
            assert_eq!(plain(&EN_US, |s| push_degree(s, genre, Credits::InFull)), in_full);
        }
    }

    #[test]
    fn literature_is_identified_by_its_kind() {
        for (json, expected) in [
            (r#""kind": "book""#, Some(Shape::Book)),
            (r#""kind": "book", "holdings": [{ "repository": "A", "reference": "1" }]"#, None),
            (r#""kind": "book", "source": { "title": "Another" }"#, Some(Shape::Part)),
            (r#""kind": "book", "source": { "title": "T" }"#, Some(Shape::Book)),
            (r#""kind": "article", "source": { "container": "Pravda", "date": "1961-01-25" }"#, None),
            (r#""kind": "article", "source": { "container": "J", "volume": 1 }"#, Some(Shape::Article)),
            (r#""kind": "letter", "source": { "title": "Letters" }"#, None),
        ] {
            let json = format!(r#"{{ "id": "a", "title": "T", {json} }}"#);
            let document: Document = serde_json::from_str(&json).unwrap();
            assert_eq!(Literature::of(&document).map(|it| it.shape), expected, "{json}");
        }
    }
}
