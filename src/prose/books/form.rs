//! How a style writes a book: the parts, their order, and their punctuation.

use super::fields::{BookField, BookFields};
use crate::prose::ranges::RangeDigits;

/// How a style writes a book.
///
/// A style has one form for each order of parts: for a book in a note, for a book in a list, for an article in a
/// journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookForm {
    /// The parts in their order. A part that the book does not have is omitted, with its punctuation.
    pub parts: &'static [BookPart],
    /// The candidates for the [`Leader`](BookPart::Leader): the first of these that the book has.
    pub leaders: &'static [BookPeople],
    /// The form of the words before people who do not lead.
    pub credits: Credits,
    /// The other titles printed after each title of the book, of its larger work and of its series.
    pub other_titles: OtherTitles,
}

/// A part of a reference to a book. A comma precedes it, unless [`After`](BookPart::After) sets something else.
///
/// Nothing is printed twice: editors who lead are not credited again, and a volume printed with its set is not
/// repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BookPart {
    /// The people who lead: `A and B`, or `A and B, eds.`
    Leader,
    /// People after the title: `ed. A and B`.
    Credit(BookPeople),
    /// The title: of the book, or of the article or chapter.
    Title(TitleMarks),
    /// The larger work: the set that the book is a volume of, the book of a chapter, the journal of an article.
    Container(TitleMarks),
    /// The series.
    Series(TitleMarks),
    /// `2nd ed.`
    Edition,
    /// `vol. 1`
    Volume,
    /// `vol. 1`, unless [`PagesInVolume`](BookPart::PagesInVolume) prints it with the pages.
    VolumeApart,
    /// `vol. 1`, if some people edited the whole set and others this volume.
    VolumeBetweenEditors,
    /// `12 vols.`
    Volumes,
    /// `1`, for a journal. After a comma if it is not a number: `n.s., vol. 21`.
    BareVolume,
    /// The larger work, after its volume: `vol. 1 of Letters`.
    SetByVolume(TitleMarks),
    /// `no. 2`, for a journal.
    Issue,
    /// The issue without its word: `14 (3–4)`.
    BareIssue,
    /// The place of publication.
    Place,
    /// The publisher.
    Publisher,
    /// The date of publication.
    Date,
    /// The first imprint of a reprint, before its own: `Random House, 1952; repr., `, or in full `Random House, 1952.
    /// Reprint, `.
    Reprint(Credits),
    /// The date of the first imprint alone: `1952`.
    OriginalDate,
    /// `originally published as _Title_ [Publisher, 1994]`
    OriginalInBrackets,
    /// `originally published as _Title_ (Publisher, 1994)`
    OriginalInParentheses,
    /// The number of the document within the book: `no. 42`.
    Number,
    /// The pages, or the locator instead of them.
    Pages(PagesForm),
    /// The number that an article has instead of pages, if a locator has replaced it: `e0318239`.
    ArticleNumber,
    /// The pages after the volume, if the volume is a bare number and not printed yet: `4:243` (B34).
    PagesInVolume(PagesForm),
    /// `ISBN 978-3-16-148410-0`
    Isbn,
    /// The DOI as an address.
    Doi,
    /// The address.
    Url,
    /// A part after something other than a comma.
    After(BookPunctuation, &'static BookPart),
    /// Several parts. The first one is preceded by the punctuation of the group.
    Group(&'static [BookPart]),
    /// Several parts in parentheses. Without parentheses if they are first in the reference.
    InParentheses(&'static [BookPart]),
    /// Several parts in brackets. Without brackets if they are first in the reference.
    InBrackets(&'static [BookPart]),
}

impl BookPart {
    /// Everyone who does not lead: `by A, ed. B, comp. C, trans. D`.
    pub const CREDITS: BookPart = {
        use BookPart::{Credit, Group};
        use BookPeople::{Authors, Compilers, Editors, GeneralEditors, Translators};
        Group(&[Credit(Authors), Credit(GeneralEditors), Credit(Editors), Credit(Compilers), Credit(Translators)])
    };

    /// The fields that it prints. All fields if it can choose between several.
    pub(super) const fn fields(&self) -> BookFields {
        let field = match self {
            BookPart::Leader
            | BookPart::After(..)
            | BookPart::Group(_)
            | BookPart::InParentheses(_)
            | BookPart::InBrackets(_) => {
                return BookFields::ALL;
            }
            BookPart::Credit(who) => who.field(),
            BookPart::Title(_) => BookField::Title,
            BookPart::Container(_) | BookPart::SetByVolume(_) => BookField::Container,
            BookPart::Series(_) => BookField::Series,
            BookPart::Edition => BookField::Edition,
            BookPart::Volume | BookPart::VolumeBetweenEditors | BookPart::VolumeApart | BookPart::BareVolume => {
                BookField::Volume
            }
            BookPart::Volumes => BookField::Volumes,
            BookPart::Reprint(_) | BookPart::OriginalDate => BookField::Original,
            BookPart::OriginalInBrackets | BookPart::OriginalInParentheses => BookField::OriginalTitle,
            BookPart::Issue | BookPart::BareIssue => BookField::Issue,
            BookPart::Place => BookField::Place,
            BookPart::Publisher => BookField::Publisher,
            BookPart::Date => BookField::Date,
            BookPart::Number => BookField::Number,
            BookPart::Pages(_) | BookPart::PagesInVolume(_) | BookPart::ArticleNumber => BookField::Pages,
            BookPart::Isbn => BookField::Isbn,
            BookPart::Doi => BookField::Doi,
            BookPart::Url => BookField::Url,
        };
        BookFields::of(field)
    }

    /// `Place: Publisher, 1987`
    pub const IMPRINT: &[BookPart] = {
        use BookPart::{After, Date, Place, Publisher};
        &[Place, After(BookPunctuation::Colon, &Publisher), Date]
    };
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
