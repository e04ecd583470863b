//! The fields of a book, and sets of them.

/// A field of a book.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BookField {
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
    /// The title: of the book, or of the article or chapter.
    Title,
    /// The larger work.
    Container,
    /// The series.
    Series,
    /// The volume.
    Volume,
    /// The number of volumes of the whole work.
    Volumes,
    /// The issue of a journal.
    Issue,
    /// The number of the document within the book.
    Number,
    /// The edition.
    Edition,
    /// The place of publication.
    Place,
    /// The publisher.
    Publisher,
    /// The date of publication.
    Date,
    /// The first publication of a reprint.
    Original,
    /// The original title of a translation.
    OriginalTitle,
    /// The place of the original.
    OriginalPlace,
    /// The pages, or the locator instead of them.
    Pages,
    /// The ISBN.
    Isbn,
    /// The DOI, without its resolver.
    Doi,
    /// The address.
    Url,
}

/// A set of fields, as bits: a writer skips the fields that a book does not have, without reading the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct BookFields(u32);

impl BookFields {
    pub(super) const NONE: BookFields = BookFields(0);
    pub(super) const PEOPLE: BookFields = BookFields::of(BookField::Authors)
        .with(BookField::Editors)
        .with(BookField::GeneralEditors)
        .with(BookField::Compilers)
        .with(BookField::Translators);

    pub(super) const fn of(field: BookField) -> Self {
        BookFields(1 << field as u32)
    }

    pub(super) const fn with(self, field: BookField) -> Self {
        BookFields(self.0 | 1 << field as u32)
    }

    pub(super) const fn with_if(self, field: BookField, is_there: bool) -> Self {
        BookFields(self.0 | (is_there as u32) << field as u32)
    }

    pub(super) const fn without(self, field: BookField) -> Self {
        BookFields(self.0 & !(1 << field as u32))
    }

    pub(super) const fn has(self, field: BookField) -> bool {
        self.0 & 1 << field as u32 != 0
    }

    pub(super) const fn union(self, other: BookFields) -> Self {
        BookFields(self.0 | other.0)
    }

    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Whether the two sets have a field in common.
    pub(super) const fn meets(self, other: BookFields) -> bool {
        self.0 & other.0 != 0
    }
}
