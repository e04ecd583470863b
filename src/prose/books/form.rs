//! How a style writes a book: the parts, their order, and their punctuation.

use super::fields::{BookField, BookFields};
use crate::prose::ranges::RangeDigits;

/// How a style writes a book.
///
/// A style has one form for each order of parts: for a book in a note, for a book in a list, for an article in a
/// journal. A form is a constant: its parts are computed when the style is compiled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookForm {
    /// The parts in their order. A part that the book does not have is omitted, with its punctuation.
    pub parts: &'static [BookPart],
    /// The candidates for the [`LEADER`](BookPart::LEADER): the first of these that the book has.
    pub leaders: &'static [BookPeople],
    /// The form of the words before people who do not lead.
    pub credits: Credits,
    /// The other titles printed after each title of the book, of its larger work and of its series.
    pub other_titles: OtherTitles,
}

/// A part of a reference to a book. A comma precedes it, unless [`after`](BookPart::after) sets something else.
///
/// Nothing is printed twice: editors who lead are not credited again, and a volume printed with its set is not
/// repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct BookPart {
    pub(super) what: What,
    /// The fields that it prints. A writer skips it if the book has none of them.
    pub(super) fields: BookFields,
    /// The punctuation before it, if that is not a comma.
    pub(super) joint: Option<BookPunctuation>,
}

/// What a part prints. Each constructor of [`BookPart`] explains its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum What {
    Leader,
    Credit(BookPeople),
    Title(TitleMarks),
    Container(TitleMarks),
    Series(TitleMarks),
    Edition,
    Volume,
    VolumeApart,
    VolumeBetweenEditors,
    Volumes,
    BareVolume,
    SetByVolume(TitleMarks),
    Issue,
    BareIssue,
    Place,
    Publisher,
    Date,
    Reprint(Credits),
    OriginalDate,
    Original { open: &'static str, close: &'static str },
    Number,
    Pages(PagesForm),
    ArticleNumber,
    PagesInVolume(PagesForm),
    Isbn,
    Doi,
    Url,
    Group(&'static [BookPart]),
    InParentheses(&'static [BookPart]),
    InBrackets(&'static [BookPart]),
}

impl BookPart {
    /// The people who lead: `A and B`, or `A and B, eds.`
    pub const LEADER: BookPart = BookPart { what: What::Leader, fields: BookFields::PEOPLE, joint: None };
    /// `2nd ed.`
    pub const EDITION: BookPart = BookPart::new(What::Edition, BookField::Edition);
    /// `vol. 1`
    pub const VOLUME: BookPart = BookPart::new(What::Volume, BookField::Volume);
    /// `vol. 1`, unless [`pages_in_volume`](BookPart::pages_in_volume) prints it with the pages.
    pub const VOLUME_APART: BookPart = BookPart::new(What::VolumeApart, BookField::Volume);
    /// `vol. 1`, if some people edited the whole set and others this volume.
    pub const VOLUME_BETWEEN_EDITORS: BookPart = BookPart::new(What::VolumeBetweenEditors, BookField::Volume);
    /// `12 vols.`
    pub const VOLUMES: BookPart = BookPart::new(What::Volumes, BookField::Volumes);
    /// `1`, for a journal. After a comma if it is not a number: `n.s., vol. 21`.
    pub const BARE_VOLUME: BookPart = BookPart::new(What::BareVolume, BookField::Volume);
    /// `no. 2`, for a journal.
    pub const ISSUE: BookPart = BookPart::new(What::Issue, BookField::Issue);
    /// The issue without its word: `14 (3–4)`.
    pub const BARE_ISSUE: BookPart = BookPart::new(What::BareIssue, BookField::Issue);
    /// The place of publication.
    pub const PLACE: BookPart = BookPart::new(What::Place, BookField::Place);
    /// The publisher.
    pub const PUBLISHER: BookPart = BookPart::new(What::Publisher, BookField::Publisher);
    /// The date of publication.
    pub const DATE: BookPart = BookPart::new(What::Date, BookField::Date);
    /// The date of the first imprint alone: `1952`.
    pub const ORIGINAL_DATE: BookPart = BookPart::new(What::OriginalDate, BookField::Original);
    /// `originally published as _Title_ [Publisher, 1994]`
    pub const ORIGINAL_IN_BRACKETS: BookPart = BookPart::original("[", "]");
    /// `originally published as _Title_ (Publisher, 1994)`
    pub const ORIGINAL_IN_PARENTHESES: BookPart = BookPart::original("(", ")");
    /// The number of the document within the book: `no. 42`.
    pub const NUMBER: BookPart = BookPart::new(What::Number, BookField::Number);
    /// The number that an article has instead of pages, if a locator has replaced it: `e0318239`.
    pub const ARTICLE_NUMBER: BookPart = BookPart::new(What::ArticleNumber, BookField::Pages);
    /// `ISBN 978-3-16-148410-0`
    pub const ISBN: BookPart = BookPart::new(What::Isbn, BookField::Isbn);
    /// The DOI as an address.
    pub const DOI: BookPart = BookPart::new(What::Doi, BookField::Doi);
    /// The address.
    pub const URL: BookPart = BookPart::new(What::Url, BookField::Url);

    /// Everyone who does not lead: `by A, ed. B, comp. C, trans. D`.
    pub const CREDITS: BookPart = {
        use BookPeople::{Authors, Compilers, Editors, GeneralEditors, Translators};
        BookPart::group(&[
            BookPart::credit(Authors),
            BookPart::credit(GeneralEditors),
            BookPart::credit(Editors),
            BookPart::credit(Compilers),
            BookPart::credit(Translators),
        ])
    };

    /// `Place: Publisher, 1987`
    pub const IMPRINT: &[BookPart] =
        &[BookPart::PLACE, BookPart::PUBLISHER.after(BookPunctuation::Colon), BookPart::DATE];

    /// People after the title: `ed. A and B`.
    pub const fn credit(who: BookPeople) -> Self {
        BookPart::new(What::Credit(who), who.field())
    }

    /// The title: of the book, or of the article or chapter.
    pub const fn title(marks: TitleMarks) -> Self {
        BookPart::new(What::Title(marks), BookField::Title)
    }

    /// The larger work: the set that the book is a volume of, the book of a chapter, the journal of an article.
    pub const fn container(marks: TitleMarks) -> Self {
        BookPart::new(What::Container(marks), BookField::Container)
    }

    /// The larger work, after its volume: `vol. 1 of Letters`.
    pub const fn set_by_volume(marks: TitleMarks) -> Self {
        BookPart::new(What::SetByVolume(marks), BookField::Container)
    }

    /// The series.
    pub const fn series(marks: TitleMarks) -> Self {
        BookPart::new(What::Series(marks), BookField::Series)
    }

    /// The first imprint of a reprint, before its own: `Random House, 1952; repr., `, or in full `Random House, 1952.
    /// Reprint, `.
    pub const fn reprint(credits: Credits) -> Self {
        BookPart::new(What::Reprint(credits), BookField::Original)
    }

    /// The pages, or the locator instead of them.
    pub const fn pages(form: PagesForm) -> Self {
        BookPart::new(What::Pages(form), BookField::Pages)
    }

    /// The pages after the volume, if the volume is a bare number and not printed yet: `4:243` (B34).
    pub const fn pages_in_volume(form: PagesForm) -> Self {
        BookPart::new(What::PagesInVolume(form), BookField::Pages)
    }

    /// Several parts. The first one is preceded by the punctuation of the group.
    pub const fn group(parts: &'static [BookPart]) -> Self {
        BookPart::several(What::Group(parts), parts)
    }

    /// Several parts in parentheses. Without parentheses if they are first in the reference.
    pub const fn in_parentheses(parts: &'static [BookPart]) -> Self {
        BookPart::several(What::InParentheses(parts), parts)
    }

    /// Several parts in brackets. Without brackets if they are first in the reference.
    pub const fn in_brackets(parts: &'static [BookPart]) -> Self {
        BookPart::several(What::InBrackets(parts), parts)
    }

    /// The same part after something other than a comma.
    #[must_use]
    pub const fn after(self, joint: BookPunctuation) -> Self {
        BookPart { joint: Some(joint), ..self }
    }

    const fn new(what: What, field: BookField) -> Self {
        BookPart { what, fields: BookFields::of(field), joint: None }
    }

    const fn original(open: &'static str, close: &'static str) -> Self {
        BookPart::new(What::Original { open, close }, BookField::OriginalTitle)
    }

    const fn several(what: What, parts: &'static [BookPart]) -> Self {
        let (mut fields, mut rest) = (BookFields::NONE, parts);
        while let [part, following @ ..] = rest {
            (fields, rest) = (fields.union(part.fields), following);
        }
        BookPart { what, fields, joint: None }
    }
}

impl BookPeople {
    pub(crate) const fn field(self) -> BookField {
        match self {
            BookPeople::Authors => BookField::Authors,
            BookPeople::Editors => BookField::Editors,
            BookPeople::GeneralEditors => BookField::GeneralEditors,
            BookPeople::Compilers => BookField::Compilers,
            BookPeople::Translators => BookField::Translators,
        }
    }
}

/// The punctuation before a part. The first part has none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BookPunctuation {
    /// `, `
    Comma,
    /// `. `, and a capital.
    Period,
    /// A space alone.
    Space,
    /// `: ` after a place, a volume, an issue or a parenthesis, and a comma after anything else.
    Colon,
    /// Like [`Colon`](BookPunctuation::Colon), but without a space after a bare volume: `104:439`.
    ColonAtVolume,
    /// `; `
    Semicolon,
}

/// The people of a book, by their role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BookPeople {
    /// The authors.
    Authors,
    /// The editors.
    Editors,
    /// The editors of the whole set.
    GeneralEditors,
    /// The compilers.
    Compilers,
    /// The translators.
    Translators,
}

/// The form of the words before people who do not lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Credits {
    /// `ed. A`
    Abbreviated,
    /// `edited by A`
    InFull,
}

/// The typography of a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TitleMarks {
    /// In italics.
    Italic,
    /// As plain words.
    Roman,
    /// In quotation marks.
    Quoted,
}

/// The other titles printed after a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum OtherTitles {
    /// `“Title” [Translated title]`
    TranslatedInBrackets,
    /// `“Title (Translated title)”`
    TranslatedInParentheses,
    /// `“Title” (Translated title; Title in the original script; Title in Latin letters)`
    AllInParentheses,
}

/// The form of pages, also of those in a locator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PagesForm {
    /// `219-20`
    AsTyped,
    /// `pp. 219-20`, without the `pp.` if they have a label of their own.
    LabelledAsTyped,
    /// `219–20`
    Range(RangeDigits),
    /// `pp. 219–20`, without the `pp.` if they have a label of their own.
    Labelled(RangeDigits),
}

impl PagesForm {
    /// How the second number of a range is shortened.
    pub(super) fn digits(self) -> RangeDigits {
        match self {
            Self::AsTyped | Self::LabelledAsTyped => RangeDigits::Kept,
            Self::Range(digits) | Self::Labelled(digits) => digits,
        }
    }
}
