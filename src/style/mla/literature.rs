//! Books, chapters, articles, theses and web pages (RULES 13): what follows the title.

use super::{CALENDAR, CUT, Composer, Presses};
use crate::document::{Date, Kind, Name, Title};
use crate::prose::books::literature::{Literature, Shape, Site, push_degree, push_role};
use crate::prose::books::publishers::{Publisher, push_short_publisher};
use crate::prose::books::{
    BookField, BookForm, BookPart, BookPeople, BookPunctuation, Credits, NamesAndDates, OtherTitles, PagesForm,
    PrintedBook, TitleMarks, push_book_behind, push_book_in_elements,
};
use crate::prose::dates::{self, DatePart};
use crate::prose::lead::{push_title, translators};
use crate::prose::names::{NameForm, People, push_people};
use crate::prose::ranges::RangeDigits;
use crate::prose::sentence::{Punctuation, Sentence};

const IMPRINT: &[BookPart] = &[
    BookPart::PLACE,
    BookPart::PUBLISHER,
    BookPart::DATE,
    BookPart::NUMBER,
    BookPart::pages(PagesForm::Labelled(RangeDigits::Mla)),
];

/// What comes at the end of the entry of a book: `12 vols. Bollingen Series 192` (RULES 13.5, 13.6).
const SUPPLEMENTS: BookPart = {
    BookPart::group(&[
        BookPart::VOLUMES.after(BookPunctuation::Period),
        BookPart::series(TitleMarks::Roman).after(BookPunctuation::Period),
    ])
};

/// `Edited by A, 2nd ed., vol. 2, Publisher, 1980. Series 4`
const BOOK: BookForm = BookForm {
    parts: &[
        BookPart::CREDITS,
        BookPart::EDITION,
        BookPart::VOLUME,
        BookPart::ISSUE,
        BookPart::group(IMPRINT),
        SUPPLEMENTS,
    ],
    leaders: &[],
    credits: Credits::InFull,
    other_titles: OtherTitles::TranslatedInBrackets,
};

/// `Edited by A, Publisher, 1963. Vol. 5 of _Set_, edited by B`
const VOLUME: BookForm = {
    use BookPeople::{Authors, Compilers, Editors, GeneralEditors, Translators};
    BookForm {
        parts: &[
            BookPart::credit(Authors),
            BookPart::credit(Editors),
            BookPart::credit(Compilers),
            BookPart::credit(Translators),
            BookPart::EDITION,
            BookPart::ISSUE,
            BookPart::group(IMPRINT),
            BookPart::set_by_volume(TitleMarks::Italic).after(BookPunctuation::Period),
            BookPart::credit(GeneralEditors),
            SUPPLEMENTS,
        ],
        ..BOOK
    }
};

/// The same if only the editors of the set are known: they replace the editors of the volume.
const VOLUME_OF_EDITED_SET: BookForm = BookForm {
    parts: &[
        BookPart::CREDITS,
        BookPart::EDITION,
        BookPart::ISSUE,
        BookPart::group(IMPRINT),
        BookPart::set_by_volume(TitleMarks::Italic).after(BookPunctuation::Period),
        SUPPLEMENTS,
    ],
    ..BOOK
};

/// `_Book_, by A, edited by B, 1935, 3rd ed., vol. 2, Publisher, 1984, pp. 10–20`
const PART: BookForm = BookForm {
    parts: &[
        BookPart::title(TitleMarks::Italic),
        BookPart::container(TitleMarks::Italic),
        BookPart::CREDITS,
        BookPart::ORIGINAL_DATE,
        BookPart::EDITION,
        BookPart::VOLUME,
        BookPart::ISSUE,
        BookPart::group(IMPRINT),
        SUPPLEMENTS,
    ],
    ..BOOK
};

/// `_Volume_, edited by B, vol. 1 of _Set_, edited by A, Publisher, 2017, pp. 10–20`
const PART_OF_VOLUME: BookForm = {
    use BookPeople::{Authors, Compilers, Editors, GeneralEditors, Translators};
    BookForm {
        parts: &[
            BookPart::title(TitleMarks::Italic),
            BookPart::credit(Authors),
            BookPart::credit(Editors),
            BookPart::credit(Compilers),
            BookPart::credit(Translators),
            BookPart::ORIGINAL_DATE,
            BookPart::EDITION,
            BookPart::set_by_volume(TitleMarks::Italic),
            BookPart::credit(GeneralEditors),
            BookPart::ISSUE,
            BookPart::group(IMPRINT),
            SUPPLEMENTS,
        ],
        ..BOOK
    }
};

/// `_Journal_, vol. 18, no. 3, Mar. 2004, pp. 147–67`
const ARTICLE: BookForm = BookForm {
    parts: &[
        BookPart::container(TitleMarks::Italic),
        BookPart::CREDITS,
        BookPart::EDITION,
        BookPart::VOLUME,
        BookPart::ISSUE,
        BookPart::group(IMPRINT),
        SUPPLEMENTS,
    ],
    ..BOOK
};

/// `Special Issue`
const SPECIAL_ISSUE: BookForm = BookForm { parts: &[BookPart::title(TitleMarks::Italic)], ..BOOK };

impl<'d> Composer<'d> {
    /// The role of people who come first but did not write: `, editors` (RULES 13.1)
    pub(super) fn role(&self, s: &mut Sentence<'_>) {
        if let Some(role) = self.lead.role.filter(|role| *role != BookPeople::Authors) {
            push_role(s.punctuate(Punctuation::Comma), role, self.lead.creators.len() > 1, Credits::InFull);
        }
    }

    /// The title of the document. The title of a thesis is in italics (RULES 13.13).
    pub(super) fn own_title(&self, s: &mut Sentence<'_>, title: &Title, words: &str) {
        if *self.document.kind() == Kind::Thesis && self.literature.is_some() {
            s.italic(words);
        } else {
            push_title(s, self.document, title, words);
        }
    }

    /// What follows the title. Returns the mark before the digital archive.
    pub(super) fn published_literature(&self, s: &mut Sentence<'_>, literature: &Literature<'_>) -> Punctuation {
        let book = literature.book;
        let names = InLiterature { presses: self.style.presses, what: Publisher::Press };
        let mut printed = self.printed_literature(literature);
        self.dates_before(s, literature);
        // The sentence continues with `Translated by A, Publisher`, whichever key contains the translator.
        let goes_on = literature.shape == Shape::Book && !translators(self.document).is_empty();
        let mut joint = if goes_on { Punctuation::Comma } else { Punctuation::Period };
        let form = match literature.shape {
            Shape::Book if book.container.is_none() => BOOK,
            Shape::Book if book.editors.is_empty() => VOLUME_OF_EDITED_SET,
            Shape::Book => VOLUME,
            Shape::Part if book.title.is_some() && book.container.is_some() => PART_OF_VOLUME,
            Shape::Part => PART,
            Shape::Article => {
                if book.title.is_some() {
                    // `_Special Issue_, special issue of _Journal_`
                    push_book_in_elements(s.punctuate(joint), &printed, &SPECIAL_ISSUE, &names);
                    s.punctuate(Punctuation::Comma).term(|language| language.literature.special_issue);
                    if book.container.is_some() {
                        s.term(|language| language.books.of);
                        push_book_in_elements(s, &printed, &ARTICLE, &names);
                        return Punctuation::Comma;
                    }
                    printed = printed.without(BookField::Title);
                    joint = Punctuation::Comma;
                }
                ARTICLE
            }
            Shape::Thesis => return self.thesis(s, literature, &printed),
            Shape::WebPage => return self.web_page(s, literature, &printed),
        };
        if printed.is_printable() {
            let s = s.punctuate(joint);
            if joint == Punctuation::Period {
                s.capitalize_next();
            }
            push_book_in_elements(s, &printed, &form, &names);
        }
        Punctuation::Comma
    }

    /// The first publication of a reprint, or the date of writing, as a separate element (RULES 13.7).
    fn dates_before(&self, s: &mut Sentence<'_>, literature: &Literature<'_>) {
        let first = literature.reprint_of().filter(|_| literature.shape != Shape::Part);
        for date in [literature.own_date(), first].into_iter().flatten().filter(|date| date.is_printable()) {
            dates::push_date(s.punctuate(Punctuation::Period).capitalize_next(), date, DatePart::Whole, CALENDAR);
        }
    }

    /// `1993. Columbia U, PhD dissertation`
    fn thesis(&self, s: &mut Sentence<'_>, literature: &Literature<'_>, printed: &PrintedBook<'_>) -> Punctuation {
        let names = InLiterature { presses: self.style.presses, what: Publisher::University };
        if let Some(date) = literature.date().filter(|date| date.is_printable()) {
            dates::push_date(s.punctuate(Punctuation::Period).capitalize_next(), date, DatePart::Whole, CALENDAR);
        }
        s.punctuate(Punctuation::Period);
        if let Some(publisher) = &literature.book.publisher {
            names.push_publisher(s.capitalize_next(), publisher);
            s.punctuate(Punctuation::Comma);
        } else {
            s.capitalize_next();
        }
        push_degree(s, self.document.genre(), Credits::InFull);
        let rest = printed.without(BookField::Publisher).without(BookField::Place).without(BookField::Date);
        let rest = rest.without(BookField::Title);
        push_book_behind(s, &rest, &ARTICLE, &names);
        Punctuation::Comma
    }

    /// `_Site_, Owner, 5 Jan. 2020`
    fn web_page(&self, s: &mut Sentence<'_>, literature: &Literature<'_>, printed: &PrintedBook<'_>) -> Punctuation {
        let names = InLiterature { presses: Presses::AsTyped, what: Publisher::Press };
        let (site, owner) = (literature.site(), literature.owner());
        let mut printed = printed.without(BookField::Container).without(BookField::Publisher).without(BookField::Place);
        let mut joint = Punctuation::Period;
        if let Some(site) = site {
            s.punctuate(joint);
            match site {
                Site::Title(title) => _ = s.italic(&title.text).translated(title),
                Site::Archive(archive) => _ = s.italic(archive),
            }
            joint = Punctuation::Comma;
        }
        if let Some(owner) = owner {
            let s = s.punctuate(joint);
            if joint == Punctuation::Period {
                s.capitalize_next();
            }
            s.data(owner);
            joint = Punctuation::Comma;
        }
        printed = printed.without(BookField::Title);
        if printed.is_printable() {
            let s = s.punctuate(joint);
            if joint == Punctuation::Period {
                s.capitalize_next();
            }
            push_book_in_elements(s, &printed, &ARTICLE, &names);
        }
        Punctuation::Comma
    }

    fn printed_literature<'b>(&'b self, literature: &Literature<'b>) -> PrintedBook<'b> {
        let book = literature.book;
        let mut printed = literature.printed();
        // RULES 6.4: no place of publication, unless no publisher is printed.
        if book.publisher.is_some() {
            printed = printed.without(BookField::Place);
        }
        if book.volume.is_some() {
            printed = printed.without(BookField::Volumes);
        }
        printed
    }
}

struct InLiterature {
    presses: Presses,
    what: Publisher,
}

impl NamesAndDates for InLiterature {
    fn push_names(&self, s: &mut Sentence<'_>, names: &[Name]) {
        push_people(s, People::Names(names), (NameForm::Natural, NameForm::Natural), CUT);
    }

    fn push_date(&self, s: &mut Sentence<'_>, date: &Date) {
        dates::push_date(s, date, DatePart::Whole, CALENDAR);
    }

    fn push_publisher(&self, s: &mut Sentence<'_>, publisher: &str) {
        match self.presses {
            Presses::Short => push_short_publisher(s, publisher, self.what),
            Presses::AsTyped => _ = s.data(publisher),
        }
    }
}
