//! How a style writes a book: which parts, in which order, and what goes between them.

use super::fields::{BookField, BookFields};
use crate::prose::ranges::RangeDigits;

/// How a style writes a book.
///
/// A style has as many forms as it has orders of parts: one for a book in a note, one for a book in a list, one for an
/// article in a journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BookForm {
    /// The parts in their order; a part that the book does not have is left out, with what would go before it.
    pub parts: &'static [BookPart],
    /// Who may be the [`Leader`](BookPart::Leader): the first of these that the book has.
    pub leaders: &'static [BookPeople],
    /// The words before people who do not lead.
    pub credits: Credits,
    /// What follows each title of the book, of its larger work and of its series.
    pub other_titles: OtherTitles,
}

/// A part of a reference to a book. A comma goes before it, unless [`After`](BookPart::After) has something else.
///
/// Nothing is printed twice: editors who lead are not credited again, nor is a volume that goes with its set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BookPart {
    /// The people who lead: `A and B`; `A and B, eds.`
    Leader,
    /// People behind the title: `ed. A and B`.
    Credit(BookPeople),
    /// The title: of the book, or of the article or chapter.
    Title(TitleMarks),
    /// The larger work: the set of which the book is a volume, the book of a chapter, the journal of an article.
    Container(TitleMarks),
    /// The series.
    Series(TitleMarks),
    /// `2nd ed.`
    Edition,
    /// `vol. 1`
    Volume,
    /// `vol. 1`, unless [`PagesInVolume`](BookPart::PagesInVolume) will say it with the pages.
    VolumeApart,
    /// `vol. 1`, where some edited the whole set and others this volume.
    VolumeBetweenEditors,
    /// `12 vols.`
    Volumes,
    /// `1`: of a journal; behind a comma where it is no number: `n.s., vol. 21`.
    BareVolume,
    /// The larger work, after the volume of it: `vol. 1 of Letters`.
    SetByVolume(TitleMarks),
    /// `no. 2`, of a journal.
    Issue,
    /// The issue without its word: `14 (3–4)`.
    BareIssue,
    /// The place of publication.
    Place,
    /// The publisher.
    Publisher,
    /// The date of publication.
    Date,
    /// The first imprint of a reprint, before its own: `Random House, 1952; repr., `, in full `Random House, 1952. Reprint, `.
    Reprint(Credits),
    /// The date of the first imprint alone: `1952`.
    OriginalDate,
    /// `originally published as _Title_ [Publisher, 1994]`
    OriginalInBrackets,
    /// The same with parentheses.
    OriginalInParentheses,
    /// The number of the document within the book: `no. 42`.
    Number,
    /// The pages, or the locator in their place.
    Pages(PagesForm),
    /// The number that an article has in place of pages, where a locator has taken its place: `e0318239`.
    ArticleNumber,
    /// The pages behind the volume, where that is a bare number and not said yet: `4:243` (B34).
    PagesInVolume(PagesForm),
    /// `ISBN 978-3-16-148410-0`
    Isbn,
    /// The DOI as an address.
    Doi,
    /// The address.
    Url,
    /// A part after something else than a comma.
    After(BookPunctuation, &'static BookPart),
    /// Several parts, the first of which takes what goes before all of them.
    Group(&'static [BookPart]),
    /// Several parts in parentheses; without these where they open the reference.
    InParentheses(&'static [BookPart]),
    /// The same in brackets.
    InBrackets(&'static [BookPart]),
}

impl BookPart {
    /// Everybody who does not lead: `by A, ed. B, comp. C, trans. D`.
    pub const CREDITS: BookPart = {
        use BookPart::{Credit, Group};
        use BookPeople::{Authors, Compilers, Editors, GeneralEditors, Translators};
        Group(&[Credit(Authors), Credit(GeneralEditors), Credit(Editors), Credit(Compilers), Credit(Translators)])
    };

    /// The field that it prints; any where it has several to choose from.
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

/// What goes before a part; before the first there is nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BookPunctuation {
    /// `, `
    Comma,
    /// `. `, and a capital.
    Period,
    /// A space alone.
    Space,
    /// `: ` after a place, a volume, an issue or a parenthesis; a comma after anything else.
    Colon,
    /// The same, but without the space straight after a bare volume: `104:439`.
    ColonAtVolume,
    /// `; `
    Semicolon,
}

/// The people of a book, by what they did for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BookPeople {
    /// Who wrote it.
    Authors,
    /// Who edited it.
    Editors,
    /// Who edited the whole set.
    GeneralEditors,
    /// Who compiled it.
    Compilers,
    /// Who translated it.
    Translators,
}

/// The words before people who do not lead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Credits {
    /// `ed. A`
    Abbreviated,
    /// `edited by A`
    InFull,
}

/// How a title is marked.
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

/// What follows a title.
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

/// How pages are written; a locator is always written as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PagesForm {
    /// `219-20`
    AsTyped,
    /// `pp. 219-20`; without the `pp.` where they have a label of their own.
    LabelledAsTyped,
    /// `219–20`
    Range(RangeDigits),
    /// `pp. 219–20`; without the `pp.` where they have a label of their own.
    Labelled(RangeDigits),
}
