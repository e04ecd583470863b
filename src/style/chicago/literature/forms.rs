//! The forms of books, chapters, articles, theses and web pages: the parts, their order and their marks (RULES 13.0).

use crate::prose::books::{
    BookForm, BookPart, BookPeople, BookPunctuation, Credits, OtherTitles, PagesForm, TitleMarks,
};
use crate::prose::ranges::RangeDigits;

const PAGES: PagesForm = PagesForm::Range(RangeDigits::Chicago);

/// `Random House, 1952; repr., Vintage Books, 1995` (RULES 13.7)
const IMPRINT_OF_NOTE: &[BookPart] = {
    use BookPart::{After, Date, OriginalInBrackets, Place, Publisher, Reprint};
    &[
        Reprint(Credits::Abbreviated),
        Place,
        After(BookPunctuation::Colon, &Publisher),
        Date,
        After(BookPunctuation::Semicolon, &OriginalInBrackets),
    ]
};

/// `Random House, 1952. Reprint, Vintage Books, 1995`
const IMPRINT_OF_LIST: &[BookPart] = {
    use BookPart::{After, Date, Place, Publisher, Reprint};
    &[Reprint(Credits::InFull), Place, After(BookPunctuation::Colon, &Publisher), Date]
};

/// A part that is an element of a list.
const fn element(part: &'static BookPart) -> BookPart {
    BookPart::After(BookPunctuation::Period, part)
}

/// `…, 2nd ed., ed. A, 12 vols., Series 192 (Princeton University Press, 1984), 2:45`
pub(super) const BOOK_NOTE: BookForm = {
    use BookPart::{Edition, InParentheses, Issue, Number, PagesInVolume, Series, VolumeApart, Volumes};
    BookForm {
        parts: &[
            Edition,
            BookPart::CREDITS,
            VolumeApart,
            Volumes,
            Issue,
            Series(TitleMarks::Roman),
            InParentheses(IMPRINT_OF_NOTE),
            Number,
            PagesInVolume(PAGES),
        ],
        leaders: &[],
        credits: Credits::Abbreviated,
        other_titles: OtherTitles::TranslatedInBrackets,
    }
};

/// `…. 2nd ed. Edited by A. 12 vols. Series 192. Princeton University Press, 1984`
pub(super) const BOOK_ENTRY: BookForm = {
    use BookPart::{Credit, Edition, Group, Issue, Series, Volume, Volumes};
    use BookPeople::{Authors, Compilers, Editors, GeneralEditors, Translators};
    BookForm {
        parts: &[
            element(&Edition),
            element(&Credit(Authors)),
            element(&Credit(GeneralEditors)),
            element(&Credit(Editors)),
            element(&Credit(Compilers)),
            element(&Credit(Translators)),
            element(&Volume),
            element(&Volumes),
            element(&Issue),
            element(&Series(TitleMarks::Roman)),
            element(&Group(IMPRINT_OF_LIST)),
            element(&BookPart::OriginalInParentheses),
        ],
        credits: Credits::InFull,
        ..BOOK_NOTE
    }
};

/// `…. Edited by B. Vol. 5 of _Set_, edited by A. Rupert Hart-Davis`, in author-date
pub(super) const VOLUME_BY_SET: BookForm = {
    use BookPart::{Credit, Edition, Group, Issue, Series, SetByVolume, Volumes};
    use BookPeople::{Authors, Compilers, Editors, GeneralEditors, Translators};
    BookForm {
        parts: &[
            element(&Edition),
            element(&Credit(Authors)),
            element(&Credit(Editors)),
            element(&Credit(Compilers)),
            element(&Credit(Translators)),
            element(&SetByVolume(TitleMarks::Italic)),
            Credit(GeneralEditors),
            Volumes,
            element(&Issue),
            element(&Series(TitleMarks::Roman)),
            element(&Group(IMPRINT_OF_LIST)),
            element(&BookPart::OriginalInParentheses),
        ],
        ..BOOK_ENTRY
    }
};

/// `_Set_, ed. A, vol. 5`, before the title of the volume
pub(super) const SET_IN_NOTE: BookForm = {
    use BookPart::{Container, Credit, Volume};
    BookForm { parts: &[Container(TitleMarks::Italic), Credit(BookPeople::GeneralEditors), Volume], ..BOOK_NOTE }
};

/// `_Set_. Edited by A. Vol. 5`
pub(super) const SET_IN_ENTRY: BookForm = {
    use BookPart::{Container, Credit, Volume};
    BookForm {
        parts: &[Container(TitleMarks::Italic), element(&Credit(BookPeople::GeneralEditors)), element(&Volume)],
        ..BOOK_ENTRY
    }
};

/// `_Book_, 2nd ed., ed. A, vol. 2 (Publisher, 2004), 10–20`
pub(super) const PART_NOTE: BookForm = {
    use BookPart::{
        Container, Credit, Edition, InParentheses, Issue, Number, PagesInVolume, Series, Title, VolumeApart,
        VolumeBetweenEditors, Volumes,
    };
    BookForm {
        parts: &[
            Container(TitleMarks::Italic),
            Title(TitleMarks::Italic),
            Edition,
            Credit(BookPeople::GeneralEditors),
            VolumeBetweenEditors,
            BookPart::CREDITS,
            VolumeApart,
            Volumes,
            Issue,
            Series(TitleMarks::Roman),
            InParentheses(IMPRINT_OF_NOTE),
            Number,
            PagesInVolume(PAGES),
        ],
        ..BOOK_NOTE
    }
};

/// `_Set_, ed. A, vol. 5, _Volume_, ed. B (Publisher, 2004), 10–20`
pub(super) const PART_OF_VOLUME_NOTE: BookForm = {
    use BookPart::{Container, Credit, Edition, InParentheses, Issue, Number, Pages, Series, Title, Volume, Volumes};
    BookForm {
        parts: &[
            Container(TitleMarks::Italic),
            Credit(BookPeople::GeneralEditors),
            Volume,
            Title(TitleMarks::Italic),
            Edition,
            BookPart::CREDITS,
            Volumes,
            Issue,
            Series(TitleMarks::Roman),
            InParentheses(IMPRINT_OF_NOTE),
            Number,
            Pages(PAGES),
        ],
        ..BOOK_NOTE
    }
};

/// `_Book_, 2nd ed., edited by A, 2:10–20. Series 4. Place: Publisher, 2004`
pub(super) const PART_ENTRY: BookForm = {
    use BookPart::{
        Container, Credit, Edition, Group, Issue, PagesInVolume, Series, Title, VolumeApart, VolumeBetweenEditors,
        Volumes,
    };
    BookForm {
        parts: &[
            Container(TitleMarks::Italic),
            Title(TitleMarks::Italic),
            Edition,
            Credit(BookPeople::GeneralEditors),
            VolumeBetweenEditors,
            BookPart::CREDITS,
            VolumeApart,
            Volumes,
            Issue,
            PagesInVolume(PAGES),
            element(&Series(TitleMarks::Roman)),
            element(&Group(IMPRINT_OF_LIST)),
            element(&BookPart::OriginalInParentheses),
        ],
        ..BOOK_ENTRY
    }
};

/// `_Set_, edited by A, vol. 5, _Volume_, edited by B, 10–20. Place: Publisher, 2004`
pub(super) const PART_OF_VOLUME_ENTRY: BookForm = {
    use BookPart::{Container, Credit, Edition, Group, Issue, Pages, Series, Title, Volume, Volumes};
    BookForm {
        parts: &[
            Container(TitleMarks::Italic),
            Credit(BookPeople::GeneralEditors),
            Volume,
            Title(TitleMarks::Italic),
            Edition,
            BookPart::CREDITS,
            Volumes,
            Issue,
            Pages(PAGES),
            element(&Series(TitleMarks::Roman)),
            element(&Group(IMPRINT_OF_LIST)),
            element(&BookPart::OriginalInParentheses),
        ],
        ..BOOK_ENTRY
    }
};

/// `_Journal_ 18, no. 3 (2004): 147–67`, in notes and lists.
pub(super) const ARTICLE: BookForm = {
    use BookPart::{
        After, ArticleNumber, BareVolume, Container, Edition, InParentheses, Issue, Number, Pages, Series, Volumes,
    };
    BookForm {
        parts: &[
            Container(TitleMarks::Italic),
            After(BookPunctuation::Space, &BareVolume),
            Issue,
            Volumes,
            Edition,
            Series(TitleMarks::Roman),
            BookPart::CREDITS,
            InParentheses(IMPRINT_OF_NOTE),
            Number,
            After(BookPunctuation::Colon, &Pages(PAGES)),
            ArticleNumber,
        ],
        ..BOOK_NOTE
    }
};

/// `_Journal_ 18 (3): 147–67`, `_Journal_ 104:439–58`: author-date has already printed the year.
pub(super) const ARTICLE_WITHOUT_DATE: BookForm = {
    use BookPart::{After, BareIssue, BareVolume, Container, Edition, InParentheses, Pages, Series, Volumes};
    BookForm {
        parts: &[
            Container(TitleMarks::Italic),
            After(BookPunctuation::Space, &BareVolume),
            InParentheses(&[BareIssue]),
            Volumes,
            Edition,
            Series(TitleMarks::Roman),
            BookPart::CREDITS,
            InParentheses(IMPRINT_OF_NOTE),
            After(BookPunctuation::ColonAtVolume, &Pages(PAGES)),
        ],
        ..BOOK_NOTE
    }
};

/// `“Special Issue,” ed. A and B`
pub(super) const SPECIAL_ISSUE: BookForm =
    BookForm { parts: &[BookPart::Title(TitleMarks::Quoted), BookPart::CREDITS], ..BOOK_NOTE };

/// What comes before the degree of a thesis.
pub(super) const THESIS: BookForm = {
    use BookPart::{Container, Edition, Issue, Series, Title, Volume, Volumes};
    BookForm {
        parts: &[
            Title(TitleMarks::Italic),
            Container(TitleMarks::Italic),
            Edition,
            BookPart::CREDITS,
            Volume,
            Volumes,
            Issue,
            Series(TitleMarks::Roman),
        ],
        ..BOOK_NOTE
    }
};

/// `Columbia University, 1993`, after the degree.
pub(super) const UNIVERSITY: BookForm = {
    use BookPart::{After, Date, OriginalInBrackets, Publisher, Reprint};
    BookForm {
        parts: &[
            Reprint(Credits::Abbreviated),
            Publisher,
            Date,
            After(BookPunctuation::Semicolon, &OriginalInBrackets),
        ],
        ..BOOK_NOTE
    }
};

pub(super) const NUMBER_AND_PAGES: BookForm =
    BookForm { parts: &[BookPart::Number, BookPart::Pages(PAGES)], ..BOOK_NOTE };

/// What follows the site and owner of a page: `January 5, 2020`.
pub(super) const WEB_PAGE: BookForm = {
    use BookPart::{Date, Edition, Issue, Number, OriginalInBrackets, Pages, Reprint, Series, Volume, Volumes};
    BookForm {
        parts: &[
            Edition,
            BookPart::CREDITS,
            Volume,
            Volumes,
            Issue,
            Series(TitleMarks::Roman),
            Reprint(Credits::Abbreviated),
            Date,
            OriginalInBrackets,
            Number,
            Pages(PAGES),
        ],
        ..BOOK_NOTE
    }
};

/// The same as elements of a list.
pub(super) const WEB_PAGE_ENTRY: BookForm = {
    use BookPart::{Date, Edition, Group, Issue, OriginalInParentheses, Reprint, Series, Volume, Volumes};
    BookForm {
        parts: &[
            element(&Edition),
            element(&BookPart::CREDITS),
            element(&Volume),
            element(&Volumes),
            element(&Issue),
            element(&Series(TitleMarks::Roman)),
            element(&Group(&[Reprint(Credits::InFull), Date])),
            element(&OriginalInParentheses),
        ],
        ..BOOK_ENTRY
    }
};
