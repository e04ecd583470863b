//! The date with the place of writing, and the year of author-date (RULES 3, 9.3; A7, A13, A19).

use super::composer::Composer;
use super::whereabouts::Mode;
use crate::document::Date;
use crate::prose::books;
use crate::prose::dates::{self, DatePart};
use crate::prose::lead::Opening;
use crate::prose::scripts::printed;
use crate::prose::sentence::{Punctuation, Sentence};

/// Whether a form prints that a document is undated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Undated {
    /// A note in full prints "n.d." if the record is marked as undated.
    Printed,
    /// A later note does not.
    LeftOut,
}

impl Composer<'_> {
    /// Place and date in a note. There is no comma before a date in brackets (RULES 0.6).
    pub(super) fn note_date(&self, s: &mut Sentence<'_>, undated: Undated) {
        if let Some(place) = self.document.place() {
            s.punctuate(Punctuation::Comma).data(place);
        }
        let calendar = self.style.calendar();
        if let Some(day) = &self.day {
            return day.push(s.punctuate(Punctuation::Comma), calendar);
        }
        match self.own_date() {
            Some(date) if date.is_printable() => {
                s.punctuate(if dates::is_bracketed(date, calendar) { Punctuation::Space } else { Punctuation::Comma });
                dates::push_date(s, date, DatePart::Whole, calendar);
            }
            // B3: nothing is printed for a record without a date.
            Some(_) if undated == Undated::Printed && self.prints_undated() => {
                _ = s.punctuate(Punctuation::Comma).term(|language| language.dates.undated)
            }
            _ => {}
        }
    }

    /// A19: not with a published source, not after a description that contains a year, not if an access date is
    /// printed instead.
    fn prints_undated(&self) -> bool {
        let has_year = |words: &str| {
            words.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4 && digits.starts_with(['1', '2']))
        };
        let described = matches!(self.lead.opening, Opening::Description(title) if has_year(printed(title)));
        let accessed =
            self.is_web_only() && self.document.surrogates().first().is_some_and(|home| home.accessed.is_some());
        !self.is_published() && !described && !accessed && self.literature.is_none()
    }

    /// Place and date in a list are one element (A13). Author-date has already printed the year, unless it is the
    /// year of a book.
    pub(super) fn entry_date(&self, s: &mut Sentence<'_>, mode: Mode, joint: Punctuation) {
        let calendar = self.style.calendar();
        let own_label = self.literature.is_none() && !self.is_published()
            || self.literature.is_none() && self.document.source().is_none_or(|source| source.date.is_none());
        let part = if mode == Mode::AuthorDate && own_label { DatePart::Rest } else { DatePart::Whole };
        let date = self.own_date().filter(|date| dates::has_part(date, part));
        let mut joint = joint;
        if let Some(place) = self.document.place() {
            open(s, joint).data(place);
            joint = Punctuation::Comma;
        }
        if let Some(date) = date {
            let bracketed = dates::is_bracketed(date, calendar);
            open(s, if joint == Punctuation::Comma && bracketed { Punctuation::Space } else { joint });
            dates::push_date(s, date, part, calendar);
        }
    }

    /// The document's date, unless its newspaper has the same one (B28).
    fn own_date(&self) -> Option<&Date> {
        if let Some(literature) = &self.literature {
            return literature.own_date();
        }
        self.document.date().filter(|_| !books::is_dated_by_newspaper(self.document, self.language()))
    }

    pub(super) fn year_element(&self, s: &mut Sentence<'_>) {
        s.punctuate(Punctuation::Period);
        // "Before 1867", but never "N.d."
        if self.label_date().is_some() {
            s.capitalize_next();
        }
        self.year(s, ("(", ")"));
    }

    /// The label of author-date: the year of the book, or the document's own (RULES 6.2, 9.3).
    pub(super) fn year(&self, s: &mut Sentence<'_>, (open, close): (&str, &str)) {
        // RULES 13.7: `(1952) 1995`, in the text `[1952] 1995`.
        if let Some(first) = self.literature.and_then(|literature| literature.reprint_of()) {
            s.word(open);
            dates::push_date(s, first, DatePart::Year(None), self.style.calendar());
            s.word(close).word(" ");
        }
        let suffix = self.cite.suffix();
        match self.label_date() {
            Some(date) => _ = dates::push_date(s, date, DatePart::Year(suffix), self.style.calendar()),
            None => {
                s.term(|language| language.dates.undated);
                if let Some(suffix) = suffix {
                    s.word("-").word(suffix);
                }
            }
        }
    }

    /// B3: a date in words only is also a label.
    pub(super) fn label_date(&self) -> Option<&Date> {
        if let Some(literature) = &self.literature {
            return literature.date().filter(|date| date.is_printable());
        }
        let published = self.document.source().filter(|_| self.is_published()).and_then(|source| source.date.as_ref());
        published.or(self.document.date()).filter(|date| date.is_printable())
    }

    /// Whether the label has a year. In the text a comma comes before "n.d." and other words, but not before a year (RULES 9.3).
    pub(super) fn has_year(&self) -> bool {
        let has_digit = |words: &str| words.contains(|c: char| c.is_ascii_digit());
        self.label_date().is_some_and(|date| !date.is_undated() || date.display().is_some_and(has_digit))
    }
}

/// Begins a new element, or continues the current one.
fn open<'s, 't>(s: &'s mut Sentence<'t>, joint: Punctuation) -> &'s mut Sentence<'t> {
    let s = s.punctuate(joint);
    if joint == Punctuation::Period { s.capitalize_next() } else { s }
}
