//! A document in an archive, as the styles of each BibLaTeX dialect print it.

use super::titles::{Printed, TitleSheet, push_short_description, push_short_title, push_title, push_title_of_note};
use super::{Entry, dates, push_date};
use crate::document::{Date, Document, Moment, Precision, When};
use crate::prose::lead::is_artwork;
use crate::style::record::Facts;
use crate::style::record::described::{Description, Ends};

/// The styles for which the entries are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Dialect {
    /// The standard styles of biblatex, and all other programs.
    Standard,
    /// biblatex-chicago, where a `@letter` is a published letter and a document in an archive is a `@misc`.
    Chicago,
}

impl Dialect {
    /// Whether the style prints the whole date from its field: biblatex-chicago prints `[ca. 1772]` and `[1950?]`.
    pub(super) fn prints_whole(self, date: Option<&Date>) -> bool {
        let in_brackets = |moment: &Moment| {
            let exact = matches!(moment.precision(), Precision::Year | Precision::Month(_) | Precision::Day { .. });
            exact && !(moment.is_approximate() && moment.is_uncertain())
        };
        date.is_none_or(|date| match date.when() {
            // A plain date that is not on the document is not printed twice. `annote` contains the brackets.
            _ if dates::says_all(date) || dates::is_plain_but_inferred(date) => true,
            When::Moment(moment) if self == Dialect::Chicago => {
                in_brackets(moment) && date.display().is_none() && date.bulk().is_none()
            }
            _ => false,
        })
    }
}

/// An object in a museum, which is cited by its medium.
pub(super) fn is_museum_piece(document: &Document) -> bool {
    is_artwork(document)
}

pub(super) fn push(
    sheet: &mut impl TitleSheet,
    facts: &Facts<'_>,
    entry: Entry<'_>,
    description: &Description<'_>,
    date: Option<&Date>,
    dialect: Dialect,
    has_eprint: bool,
) {
    match dialect {
        Dialect::Standard => push_standard(sheet, facts, entry, description, date, has_eprint),
        Dialect::Chicago => push_chicago(sheet, facts, entry, description, date, has_eprint),
    }
    sheet.push("origlocation", facts.document.place());
    sheet.push_words("library", |s| facts.push_archive_and_collection(s));
}

/// The whole location in a field that all styles print, and the place in a field of its own.
fn push_standard(
    sheet: &mut impl TitleSheet,
    facts: &Facts<'_>,
    entry: Entry<'_>,
    description: &Description<'_>,
    date: Option<&Date>,
    has_eprint: bool,
) {
    let document = facts.document;
    if let Some(title) = document.title() {
        let printed = if entry == Entry::Unpublished { Printed::InQuotationMarks } else { Printed::Otherwise };
        push_title(sheet, "title", title, printed);
        push_short_title(sheet, title);
    } else {
        push_short_description(sheet, description);
    }
    push_date(sheet, "date", date);
    if let Entry::Report(institution) = entry {
        sheet.push("institution", institution);
        sheet.push("number", document.number());
        sheet.push_words("type", |s| {
            if description.says_kind() {
                description.push(s.capitalize_next());
            } else {
                facts.push_genre(s);
            }
        });
        // A place after the institution would be read as the place of the institution.
        sheet.push_words("note", |s| facts.push_archival_source(s.capitalize_next()));
        return;
    }
    sheet.push_text("entrysubtype", if entry == Entry::Letter { "letter" } else { "yes" });
    sheet.push_words("howpublished", |s| description.push_ending(s.capitalize_next(), Ends::Place));
    // The number in the digital archive is printed with the name of that archive.
    if facts.holding.is_some() || !has_eprint {
        sheet.push_words("note", |s| facts.push_archival_source_without_place(s.capitalize_next()));
    }
    sheet.push("location", facts.unsaid_archive_place());
}

/// According to the manual of biblatex-chicago: the kind is in the title or after it, then four fields from narrow to broad.
fn push_chicago(
    sheet: &mut impl TitleSheet,
    facts: &Facts<'_>,
    entry: Entry<'_>,
    description: &Description<'_>,
    date: Option<&Date>,
    has_eprint: bool,
) {
    let document = facts.document;
    let is_museum_piece = entry == Entry::Picture && is_museum_piece(document);
    if let Some(title) = document.title() {
        if is_museum_piece {
            push_title(sheet, "title", title, Printed::Otherwise);
        } else {
            push_title_of_note(sheet, document, title);
            sheet.push_words("titleaddon", |s| description.push(s));
        }
        push_short_title(sheet, title);
    } else {
        sheet.push_words("title", |s| description.push(s));
        push_short_description(sheet, description);
    }
    let is_letter = entry == Entry::Letter;
    push_date(sheet, "origdate", date.filter(|_| is_letter));
    push_date(sheet, "date", date);
    if is_museum_piece {
        sheet.push_words("type", |s| description.push(s));
    } else {
        sheet.push_text("entrysubtype", if is_letter { "letter" } else { "yes" });
    }
    sheet.push_words("note", |s| facts.push_numbered_location(s));
    if facts.holding.is_some_and(|holding| holding.cited_whole.is_some()) {
        return;
    }
    if facts.holding.is_some() || !has_eprint {
        sheet.push_words(if is_museum_piece { "institution" } else { "organization" }, |s| facts.push_archive(s));
    }
    sheet.push("location", facts.unsaid_archive_place());
}
