//! Titles, and descriptions that replace a missing title.

use super::super::record::described::{Description, Ends};
use super::super::record::sheet::{RecordSheet, Sheet, sentence};
use crate::citation::Fields;
use crate::document::{Document, Kind, Title, TitleForm};
use crate::notation::bibtex::{Lines, TitleMark};
use crate::prose::sentence::Sentence;

/// How a title is marked in print, if the style marks the titles of the entry type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Printed {
    /// Quotation marks. Those inside the title become single (RULES 0.6).
    InQuotationMarks,
    Otherwise,
}

/// A sheet for BibLaTeX, whose titles can contain their own marks.
pub(super) trait TitleSheet: Sheet {
    fn push_marked_title(&mut self, name: &'static str, mark: TitleMark, write: impl FnOnce(&mut Sentence<'_>));
}

impl TitleSheet for RecordSheet<'_> {
    fn push_marked_title(&mut self, name: &'static str, mark: TitleMark, write: impl FnOnce(&mut Sentence<'_>)) {
        self.push_written(name, sentence(write), |words| Fields::from_iter([(mark.command(), words)]).into());
    }
}

impl TitleSheet for Lines<'_> {
    fn push_marked_title(&mut self, name: &'static str, mark: TitleMark, write: impl FnOnce(&mut Sentence<'_>)) {
        self.push_marked_title(name, mark, sentence(write));
    }
}

/// The words of a title in Chicago's quotation marks, and its translation in brackets.
fn push_words(s: &mut Sentence<'_>, title: &Title, printed: Printed) {
    match printed {
        Printed::InQuotationMarks => s.within_quotation(&title.text),
        Printed::Otherwise => s.roman(&title.text),
    };
    s.translated(title);
}

pub(super) fn push_title(sheet: &mut impl Sheet, name: &'static str, title: &Title, printed: Printed) {
    sheet.push_words(name, |s| push_words(s, title, printed));
}

pub(super) fn push_short_title(sheet: &mut impl Sheet, title: &Title) {
    if let Some(short) = &title.short {
        sheet.push_words("shorttitle", |s| _ = s.roman(short));
    }
}

/// A title with its own marks: a document's in quotation marks, a work's or a film's in italics, a description in
/// roman (RULES 1.4).
pub(super) fn push_title_of_note(sheet: &mut impl TitleSheet, document: &Document, title: &Title) {
    match title.form {
        TitleForm::Supplied => push_title(sheet, "title", title, Printed::Otherwise),
        TitleForm::Work => {
            sheet.push_marked_title("title", TitleMark::Emphasis, |s| push_words(s, title, Printed::Otherwise))
        }
        _ if *document.kind() == Kind::Film => {
            sheet.push_marked_title("title", TitleMark::Emphasis, |s| push_words(s, title, Printed::Otherwise));
        }
        _ => sheet.push_marked_title("title", TitleMark::Quoted, |s| push_words(s, title, Printed::InQuotationMarks)),
    }
}

/// `letter to Thomas Jefferson, May 24, 1804`: how a later note names a document without a title.
pub(super) fn push_short_description(sheet: &mut impl Sheet, description: &Description<'_>) {
    if description.is_printable() {
        sheet.push_words("shorttitle", |s| description.push_ending(s, Ends::Date));
    }
}
