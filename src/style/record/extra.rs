//! What Zotero cites from its field Extra, one variable per line: `archive-place: Moscow`.
//!
//! Zotero's types have no field for the collection, the place of the archive, an interviewer of a recording, or the
//! book of a published letter. If the type has a field for the variable of a line, Zotero moves the line to that
//! field on import. It cites the others from Extra, up to the first line that is not a variable. (Seen in Zotero 10.)

use super::omissions::{OfLiterature, OfOriginal};
use super::shape::Shape;
use super::work::Work;
use super::{Facts, class, people, push_with_translation, when};
use crate::document::{Date, Kind, Name, Original, Publication, Title, TitleForm};
use crate::prose::EN_US;
use crate::prose::books::is_said_by_newspaper;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::prose::words::has_words;

/// The lines for which the format has fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lines {
    /// RIS has no type for interviews, and no tags for a place of writing and a number.
    Ris,
    CslJson,
}

/// Takes a line: its variable, and a function that writes its value, which may be empty.
pub(crate) type Take<'t> = dyn FnMut(&'static str, &mut dyn FnMut(&mut Sentence<'_>)) + 't;

impl<'d> Facts<'d> {
    /// The lines of a document.
    pub(crate) fn each_extra_line(&self, shape: Shape, lines: Lines, take: &mut Take<'_>) {
        let document = self.document;
        let kind = class::kind(document);
        if shape == Shape::Interview && lines == Lines::Ris {
            take("type", &mut |s| _ = s.word("interview"));
        }
        // Zotero has no type for collections. The styles do not quote the title of a collection, and need no date for it.
        if *kind == Kind::Collection || self.needs_made_title(shape) {
            take("type", &mut |s| _ = s.word("collection"));
        }
        if !shape.has_genre() {
            take("genre", &mut |s| _ = s.verbatim(self.zotero_genre(shape).unwrap_or_default()));
        }
        if shape != Shape::Interview || lines == Lines::Ris {
            self.take_names("interviewer", document.interviewers(), take);
        }
        if !shape.has_translators() {
            self.cited_translators().for_each(|name| self.take_names("translator", std::slice::from_ref(name), take));
        }
        if !self.wording_says_collection() {
            take("archive_collection", &mut |s| self.push_collection(s));
        }
        if self.says_archive() {
            take("archive-place", &mut |s| _ = s.verbatim(self.unsaid_archive_place().unwrap_or_default()));
        }
        if lines == Lines::Ris || !matches!(shape, Shape::Correspondence | Shape::Picture) {
            take("event-place", &mut |s| _ = s.verbatim(document.place().unwrap_or_default()));
        }
        if shape != Shape::Report {
            take("number", &mut |s| _ = s.verbatim(self.cited_number().unwrap_or_default()));
        }
        match self.book {
            Some(book) => self.take_book(shape, lines, book, take),
            None => take_date("issued", document.date(), take),
        }
        if let Some(reviewed) = document.reviewed() {
            take("reviewed-title", &mut |s| push_with_translation(s, &reviewed.title));
            self.take_names("reviewed-author", &reviewed.by, take);
        }
    }

    /// The keys for literature that Zotero's Extra contains.
    pub(crate) fn literature_fields(&self) -> OfLiterature<'d> {
        let original = self.cited_original();
        OfLiterature {
            book: self.book,
            volumes: true,
            original: OfOriginal {
                title: original.is_some(),
                place: original.is_some(),
                publisher: original.is_some(),
                date: original.and_then(|it| it.date.as_ref()).is_some_and(when::is_plain),
            },
            reviewed: true,
        }
    }

    /// The first publication of a work. For a document in a book the styles would print its date as the document's own.
    pub(crate) fn cited_original(&self) -> Option<&'d Original> {
        self.book.filter(|_| Work::of(self.document).is_some())?.original.as_ref()
    }

    /// Takes the parts of a book that the fields of a type cannot contain.
    fn take_book(&self, shape: Shape, lines: Lines, book: &Publication, take: &mut Take<'_>) {
        let words = |s: &mut Sentence<'_>, words: &Option<String>| _ = s.verbatim(words.as_deref().unwrap_or_default());
        let is_letter = shape == Shape::Correspondence;
        let own = self.document.date();
        if is_letter {
            // The field contains the date of the letter. The date of the edition is printed with its publisher.
            if let Some(date) = &book.date {
                take_exact_date("issued", date, take);
                own.iter().for_each(|date| take_exact_date("event-date", date, take));
            } else {
                take_date("issued", own, take);
            }
            let container = book.container.as_ref().or(book.title.as_ref());
            take("container-title", &mut |s| container.iter().for_each(|it| _ = s.verbatim(&it.text)));
            take("volume", &mut |s| words(s, &book.volume));
            take("issue", &mut |s| words(s, &book.issue));
            take("edition", &mut |s| words(s, &book.edition));
            take("publisher", &mut |s| words(s, &book.publisher));
            take("publisher-place", &mut |s| words(s, &book.place));
            take("page", &mut |s| words(s, &book.pages));
        } else {
            take_date("issued", book.date.as_ref().or(own), take);
        }
        if is_letter || shape == Shape::Chapter {
            let volume = book.title.as_ref().filter(|_| book.container.is_some());
            take("volume-title", &mut |s| volume.iter().for_each(|it| _ = s.verbatim(&it.text)));
        }
        if is_letter || !shape.has_editors() {
            self.take_names("editor", &book.editors, take);
            if is_letter {
                self.take_names("translator", &book.translators, take);
            }
        }
        self.take_names("compiler", &book.compilers, take);
        if lines == Lines::Ris || !shape.has_volumes() {
            take("number-of-volumes", &mut |s| words(s, &book.volumes));
        }
        if let Some(original) = self.cited_original() {
            if let Some(title) = &original.title {
                take("original-title", &mut |s| push_with_translation(s, title));
            }
            take("original-publisher", &mut |s| words(s, &original.publisher));
            take("original-publisher-place", &mut |s| words(s, &original.place));
            if let Some(date) = &original.date {
                take_exact_date("original-date", date, take);
            }
        }
        if lines == Lines::Ris || shape != Shape::Chapter {
            self.take_names("container-author", &book.authors, take);
        }
    }

    /// Each name on its own line: `interviewer: Senn || Milton J. E.`
    fn take_names(&self, variable: &'static str, names: &[Name], take: &mut Take<'_>) {
        for name in names {
            take(variable, &mut |s| people::push_family_and_given(s, name, " || "));
        }
    }

    /// The kind of document, if a citation needs the word. A letter *to* somebody is clearly a letter, a collection
    /// has its title, and a title that contains the word does not need it again.
    pub(crate) fn cited_genre(&self, shape: Shape) -> Option<&'d str> {
        let document = self.document;
        let own = document.genre();
        let is_sent = !document.recipients().is_empty();
        let has_title = self.cited_title().is_some();
        match document.kind() {
            _ if Work::of(document).is_some() => return own.filter(|_| !is_said_by_newspaper(document, &EN_US)),
            // For a document in a book the Chicago styles would print an introduction *to* the book.
            _ if shape == Shape::Chapter => return None,
            Kind::Collection => return None,
            Kind::Letter if own.is_none() && is_sent && !has_title && !document.creators().is_empty() => return None,
            Kind::Interview if own.is_none() && !document.interviewers().is_empty() => return None,
            _ => {}
        }
        // The kind is not printed with a cataloguer's title, nor with a title that contains it (A2).
        self.genre().filter(|_| is_sent || !has_title || self.description().says_kind())
    }

    /// The title, except a cataloguer's words that only repeat the other fields, such as "Telegram, A to B" (A5).
    pub(crate) fn cited_title(&self) -> Option<&'d Title> {
        let title = self.document.title();
        title.filter(|title| title.form != TitleForm::Supplied || !self.description().is_correspondence())
    }

    /// The translators of the document, if they have a field. Without an author every style prints them in its place.
    pub(crate) fn cited_translators(&self) -> impl Iterator<Item = &'d Name> + use<'d> {
        let is_cited = self.cites_translators();
        people::translators(self.document).filter(move |_| is_cited)
    }

    /// Whether the translators have a field.
    pub(crate) fn cites_translators(&self) -> bool {
        !self.document.creators().is_empty() || Work::of(self.document).is_some()
    }

    /// The language that decides how an item is cited. A title that is not in English needs its own language, because
    /// otherwise every word of it is capitalized. `None` for languages in which citeproc-js and Zotero would invert
    /// every name of the item.
    pub(crate) fn cited_language(&self) -> Option<&'d str> {
        let of_title = self.cited_title().and_then(|title| title.language.as_deref());
        let language = self.document.languages().first().map(String::as_str).or(of_title)?;
        let turned = ["zh", "ja", "ko", "hu", "vi"];
        let turns =
            language.split('-').next().is_some_and(|first| turned.iter().any(|it| first.eq_ignore_ascii_case(it)));
        Some(language).filter(|_| !turns || !self.names_someone_given_first())
    }

    fn names_someone_given_first(&self) -> bool {
        let document = self.document;
        let own = people::of(document).into_iter().flat_map(|(_, names)| names);
        let editors = self.book.into_iter().flat_map(|book| book.editors.iter().chain(&book.translators));
        let mut all = own.chain(people::translators(document)).chain(editors);
        all.any(|name| people::of_name(name).given.is_some() && !people::is_family_first(name))
    }

    /// The same for Zotero, which uses the kind as the title of an untitled document.
    pub(crate) fn zotero_genre(&self, shape: Shape) -> Option<&'d str> {
        self.cited_genre(shape).filter(|_| !self.needs_made_title(shape))
    }

    /// Whether Zotero would show an empty line for it. Then its title is the kind.
    pub(crate) fn needs_made_title(&self, shape: Shape) -> bool {
        self.cited_title().is_none() && !shape.is_titled_by_zotero()
    }

    /// The holder, and the digital archive in which the document was read. The styles print no other name of an
    /// archive, and the place after it is the holder's. If the archive's own wording names the holder, only the
    /// digital archive.
    pub(crate) fn push_cited_archive(&self, s: &mut Sentence<'_>) {
        let has_place = self.says_archive() && self.unsaid_archive_place().is_some();
        if self.says_archive() {
            self.push_archive(s);
        }
        if let Some(home) = self.home.filter(|_| self.holding.is_some() && !has_place) {
            s.element(Punctuation::Comma, "", |s| _ = s.verbatim(home.archive.as_deref().unwrap_or_default()));
        }
    }

    /// Whether participants are cited: not if a title describes the event, and never people who have another role.
    pub(crate) fn cites_participants(&self) -> bool {
        let document = self.document;
        let named = [document.creators(), document.recipients(), document.interviewers()];
        document.title().is_none()
            && !document.participants().iter().any(|name| named.iter().any(|names| names.contains(name)))
    }

    /// The number of the document without its label: the styles print `no.` before a digit.
    pub(crate) fn cited_number(&self) -> Option<&'d str> {
        self.document.number().map(|number| without_word(number, self.genre()))
    }

    /// Whether the archive's own wording, which is printed, also contains the collection.
    pub(crate) fn wording_says_collection(&self) -> bool {
        self.holding.is_some_and(|it| it.as_cited.is_some() || it.cited_whole.is_some())
    }

    /// Whether the repository is printed beside the archive's own wording, which may contain it.
    pub(crate) fn says_archive(&self) -> bool {
        let Some((wording, repository)) = self.wording().zip(self.holding.and_then(|it| it.repository.as_ref())) else {
            return true;
        };
        let mut names = [&repository.name, &repository.abbreviation].into_iter().flatten();
        let is_named = names.any(|name| has_words(wording, name));
        // If the wording is incomplete, nothing else contains the rest of the name.
        let is_whole = self.holding.is_some_and(|it| it.cited_whole.is_some());
        !is_named || self.wording_is_archive() || is_whole && !self.wording_says_all_of_archive()
    }

    /// Whether the wording contains all parts of the repository's name.
    pub(crate) fn wording_says_all_of_archive(&self) -> bool {
        let Some((wording, repository)) = self.wording().zip(self.holding.and_then(|it| it.repository.as_ref())) else {
            return false;
        };
        let name = repository.name.as_ref().or(repository.abbreviation.as_ref());
        let mut parts = [name, repository.department.as_ref(), repository.parent.as_ref()].into_iter().flatten();
        parts.all(|part| has_words(wording, part))
    }

    /// Whether the wording that replaces the archive omits a part of its name or its place.
    pub(crate) fn is_archive_incomplete(&self) -> bool {
        let place = self.archive_place().filter(|place| !self.wording().is_some_and(|it| has_words(it, place)));
        !self.says_archive() && (!self.wording_says_all_of_archive() || place.is_some())
    }

    /// The archive's own wording of the location.
    pub(crate) fn wording(&self) -> Option<&'d str> {
        let holding = self.holding?;
        holding.cited_whole.as_deref().or(holding.as_cited.as_deref())
    }

    /// Whether the wording is only the name of the repository.
    pub(crate) fn wording_is_archive(&self) -> bool {
        let name = self.holding.and_then(|it| it.repository.as_ref()?.name.as_deref());
        name.is_some() && self.wording() == name
    }
}

/// `709` for `No. 709`, `153` for `Cable no. 153`; the whole number if another word comes before it.
fn without_word<'n>(number: &'n str, genre: Option<&str>) -> &'n str {
    let behind = |words: &'n str, word: &str| -> Option<&'n str> {
        let (first, rest) = (words.get(..word.len())?, words.get(word.len()..)?);
        first.eq_ignore_ascii_case(word).then(|| rest.trim_start()).filter(|rest| !rest.is_empty())
    };
    let unlabelled = genre.and_then(|genre| behind(number, genre)).unwrap_or(number);
    let figure = behind(unlabelled, "no.").filter(|rest| rest.bytes().all(|byte| byte.is_ascii_digit()));
    figure.unwrap_or(unlabelled)
}

/// A line for what the date field cannot contain.
fn take_date(variable: &'static str, date: Option<&Date>, take: &mut Take<'_>) {
    if let Some(date) = date.filter(|date| !when::is_plain(date)) {
        take_exact_date(variable, date, take);
    }
}

/// In EDTF, or otherwise in words in quotation marks, which are printed unchanged.
fn take_exact_date(variable: &'static str, date: &Date, take: &mut Take<'_>) {
    // For an undated document the styles print "n.d." themselves.
    if !date.is_printable() {
        return;
    }
    take(variable, &mut |s| {
        let mut is_written = false;
        s.with(|text| is_written = when::push_edtf(text, date));
        if !is_written {
            s.word("\"");
            when::push_printed(s, date);
            s.word("\"");
        }
    });
}
