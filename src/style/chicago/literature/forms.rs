//! The forms of books, chapters, articles, theses and web pages: the parts, their order and their marks (RULES 13.0).

use crate::prose::books::{
    BookForm, BookPart, BookPeople, BookPunctuation, Credits, OtherTitles, PagesForm, TitleMarks,
};
use crate::prose::ranges::RangeDigits;

const PAGES: PagesForm = PagesForm::Range(RangeDigits::Chicago);

/// `Random House, 1952; repr., Vintage Books, 1995` (RULES 13.7)
const IMPRINT_OF_NOTE: &[BookPart] = &[
    BookPart::reprint(Credits::Abbreviated),
    BookPart::PLACE,
    BookPart::PUBLISHER.after(BookPunctuation::Colon),
    BookPart::DATE,
    BookPart::ORIGINAL_IN_BRACKETS.after(BookPunctuation::Semicolon),
];

/// `Random House, 1952. Reprint, Vintage Books, 1995`
const IMPRINT_OF_LIST: &[BookPart] = &[
    BookPart::reprint(Credits::InFull),
    BookPart::PLACE,
    BookPart::PUBLISHER.after(BookPunctuation::Colon),
    BookPart::DATE,
];

/// A part that is an element of a list.
const fn element(part: BookPart) -> BookPart {
    part.after(BookPunctuation::Period)
}

/// `…, 2nd ed., ed. A, 12 vols., Series 192 (Princeton University Press, 1984), 2:45`
pub(super) const BOOK_NOTE: BookForm = BookForm {
    parts: &[
        BookPart::EDITION,
        BookPart::CREDITS,
        BookPart::VOLUME_APART,
        BookPart::VOLUMES,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
        BookPart::in_parentheses(IMPRINT_OF_NOTE),
        BookPart::NUMBER,
        BookPart::pages_in_volume(PAGES),
    ],
    leaders: &[],
    credits: Credits::Abbreviated,
    other_titles: OtherTitles::TranslatedInBrackets,
};

/// `…. 2nd ed. Edited by A. 12 vols. Series 192. Princeton University Press, 1984`
pub(super) const BOOK_ENTRY: BookForm = {
    use BookPeople::{Authors, Compilers, Editors, GeneralEditors, Translators};
    BookForm {
        parts: &[
            element(BookPart::EDITION),
            element(BookPart::credit(Authors)),
            element(BookPart::credit(GeneralEditors)),
            element(BookPart::credit(Editors)),
            element(BookPart::credit(Compilers)),
            element(BookPart::credit(Translators)),
            element(BookPart::VOLUME),
            element(BookPart::VOLUMES),
            element(BookPart::ISSUE),
            element(BookPart::series(TitleMarks::Roman)),
            element(BookPart::group(IMPRINT_OF_LIST)),
            element(BookPart::ORIGINAL_IN_PARENTHESES),
        ],
        credits: Credits::InFull,
        ..BOOK_NOTE
    }
};

/// `…. Edited by B. Vol. 5 of _Set_, edited by A. Rupert Hart-Davis`, in author-date
pub(super) const VOLUME_BY_SET: BookForm = {
    use BookPeople::{Authors, Compilers, Editors, GeneralEditors, Translators};
    BookForm {
        parts: &[
            element(BookPart::EDITION),
            element(BookPart::credit(Authors)),
            element(BookPart::credit(Editors)),
            element(BookPart::credit(Compilers)),
            element(BookPart::credit(Translators)),
            element(BookPart::set_by_volume(TitleMarks::Italic)),
            BookPart::credit(GeneralEditors),
            BookPart::VOLUMES,
            element(BookPart::ISSUE),
            element(BookPart::series(TitleMarks::Roman)),
            element(BookPart::group(IMPRINT_OF_LIST)),
            element(BookPart::ORIGINAL_IN_PARENTHESES),
        ],
        ..BOOK_ENTRY
    }
};

/// `_Set_, ed. A, vol. 5`, before the title of the volume
pub(super) const SET_IN_NOTE: BookForm = BookForm {
    parts: &[BookPart::container(TitleMarks::Italic), BookPart::credit(BookPeople::GeneralEditors), BookPart::VOLUME],
    ..BOOK_NOTE
};

/// `_Set_. Edited by A. Vol. 5`
pub(super) const SET_IN_ENTRY: BookForm = BookForm {
    parts: &[
        BookPart::container(TitleMarks::Italic),
        element(BookPart::credit(BookPeople::GeneralEditors)),
        element(BookPart::VOLUME),
    ],
    ..BOOK_ENTRY
};

/// `_Book_, 2nd ed., ed. A, vol. 2 (Publisher, 2004), 10–20`
pub(super) const PART_NOTE: BookForm = BookForm {
    parts: &[
        BookPart::container(TitleMarks::Italic),
        BookPart::title(TitleMarks::Italic),
        BookPart::EDITION,
        BookPart::credit(BookPeople::GeneralEditors),
        BookPart::VOLUME_BETWEEN_EDITORS,
        BookPart::CREDITS,
        BookPart::VOLUME_APART,
        BookPart::VOLUMES,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
        BookPart::in_parentheses(IMPRINT_OF_NOTE),
        BookPart::NUMBER,
        BookPart::pages_in_volume(PAGES),
    ],
    ..BOOK_NOTE
};

/// `_Set_, ed. A, vol. 5, _Volume_, ed. B (Publisher, 2004), 10–20`
pub(super) const PART_OF_VOLUME_NOTE: BookForm = BookForm {
    parts: &[
        BookPart::container(TitleMarks::Italic),
        BookPart::credit(BookPeople::GeneralEditors),
        BookPart::VOLUME,
        BookPart::title(TitleMarks::Italic),
        BookPart::EDITION,
        BookPart::CREDITS,
        BookPart::VOLUMES,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
        BookPart::in_parentheses(IMPRINT_OF_NOTE),
        BookPart::NUMBER,
        BookPart::pages(PAGES),
    ],
    ..BOOK_NOTE
};

/// `_Book_, 2nd ed., edited by A, 2:10–20. Series 4. Place: Publisher, 2004`
pub(super) const PART_ENTRY: BookForm = BookForm {
    parts: &[
        BookPart::container(TitleMarks::Italic),
        BookPart::title(TitleMarks::Italic),
        BookPart::EDITION,
        BookPart::credit(BookPeople::GeneralEditors),
        BookPart::VOLUME_BETWEEN_EDITORS,
        BookPart::CREDITS,
        BookPart::VOLUME_APART,
        BookPart::VOLUMES,
        BookPart::ISSUE,
        BookPart::pages_in_volume(PAGES),
        element(BookPart::series(TitleMarks::Roman)),
        element(BookPart::group(IMPRINT_OF_LIST)),
        element(BookPart::ORIGINAL_IN_PARENTHESES),
    ],
    ..BOOK_ENTRY
};

/// `_Set_, edited by A, vol. 5, _Volume_, edited by B, 10–20. Place: Publisher, 2004`
pub(super) const PART_OF_VOLUME_ENTRY: BookForm = BookForm {
    parts: &[
        BookPart::container(TitleMarks::Italic),
        BookPart::credit(BookPeople::GeneralEditors),
        BookPart::VOLUME,
        BookPart::title(TitleMarks::Italic),
        BookPart::EDITION,
        BookPart::CREDITS,
        BookPart::VOLUMES,
        BookPart::ISSUE,
        BookPart::pages(PAGES),
        element(BookPart::series(TitleMarks::Roman)),
        element(BookPart::group(IMPRINT_OF_LIST)),
        element(BookPart::ORIGINAL_IN_PARENTHESES),
    ],
    ..BOOK_ENTRY
};

/// `_Journal_ 18, no. 3 (2004): 147–67`, in notes and lists.
pub(super) const ARTICLE: BookForm = BookForm {
    parts: &[
        BookPart::container(TitleMarks::Italic),
        BookPart::BARE_VOLUME.after(BookPunctuation::Space),
        BookPart::ISSUE,
        BookPart::VOLUMES,
        BookPart::EDITION,
        BookPart::series(TitleMarks::Roman),
        BookPart::CREDITS,
        BookPart::in_parentheses(IMPRINT_OF_NOTE),
        BookPart::NUMBER,
        BookPart::pages(PAGES).after(BookPunctuation::Colon),
        BookPart::ARTICLE_NUMBER,
    ],
    ..BOOK_NOTE
};

/// `_Journal_ 18 (3): 147–67`, `_Journal_ 104:439–58`: author-date has already printed the year.
pub(super) const ARTICLE_WITHOUT_DATE: BookForm = BookForm {
    parts: &[
        BookPart::container(TitleMarks::Italic),
        BookPart::BARE_VOLUME.after(BookPunctuation::Space),
        BookPart::in_parentheses(&[BookPart::BARE_ISSUE]),
        BookPart::VOLUMES,
        BookPart::EDITION,
        BookPart::series(TitleMarks::Roman),
        BookPart::CREDITS,
        BookPart::in_parentheses(IMPRINT_OF_NOTE),
        BookPart::pages(PAGES).after(BookPunctuation::ColonAtVolume),
    ],
    ..BOOK_NOTE
};

/// `“Special Issue,” ed. A and B`
pub(super) const SPECIAL_ISSUE: BookForm =
    BookForm { parts: &[BookPart::title(TitleMarks::Quoted), BookPart::CREDITS], ..BOOK_NOTE };

/// What comes before the degree of a thesis.
pub(super) const THESIS: BookForm = BookForm {
    parts: &[
        BookPart::title(TitleMarks::Italic),
        BookPart::container(TitleMarks::Italic),
        BookPart::EDITION,
        BookPart::CREDITS,
        BookPart::VOLUME,
        BookPart::VOLUMES,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
    ],
    ..BOOK_NOTE
};

/// `Columbia University, 1993`, after the degree.
pub(super) const UNIVERSITY: BookForm = BookForm {
    parts: &[
        BookPart::reprint(Credits::Abbreviated),
        BookPart::PUBLISHER,
        BookPart::DATE,
        BookPart::ORIGINAL_IN_BRACKETS.after(BookPunctuation::Semicolon),
    ],
    ..BOOK_NOTE
};

pub(super) const NUMBER_AND_PAGES: BookForm =
    BookForm { parts: &[BookPart::NUMBER, BookPart::pages(PAGES)], ..BOOK_NOTE };

/// What follows the site and owner of a page: `January 5, 2020`.
pub(super) const WEB_PAGE: BookForm = BookForm {
    parts: &[
        BookPart::EDITION,
        BookPart::CREDITS,
        BookPart::VOLUME,
        BookPart::VOLUMES,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
        BookPart::reprint(Credits::Abbreviated),
        BookPart::DATE,
        BookPart::ORIGINAL_IN_BRACKETS,
        BookPart::NUMBER,
        BookPart::pages(PAGES),
    ],
    ..BOOK_NOTE
};

/// The same as elements of a list.
pub(super) const WEB_PAGE_ENTRY: BookForm = BookForm {
    parts: &[
        element(BookPart::EDITION),
        element(BookPart::CREDITS),
        element(BookPart::VOLUME),
        element(BookPart::VOLUMES),
        element(BookPart::ISSUE),
        element(BookPart::series(TitleMarks::Roman)),
        element(BookPart::group(&[BookPart::reprint(Credits::InFull), BookPart::DATE])),
        element(BookPart::ORIGINAL_IN_PARENTHESES),
    ],
    ..BOOK_ENTRY
};
