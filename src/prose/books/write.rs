//! The writer of books: goes through the parts of a form and prints those that the book has.

use super::fields::{BookField, BookFields};
use super::pages::{opens_with_number, push_pages};
use super::titles::push_title;
use super::words::{NumberRule, push_edition, push_number, push_unit};
use super::{BookForm, BookPart, BookPeople, BookPunctuation, Credits, PagesForm, PrintedBook, TitleMarks};
use crate::document::{Date, Name, Title};
use crate::prose::dates::{DatePart, DateStyle, push_date};
use crate::prose::names::{EtAl, NameForm, push_names};
use crate::prose::ranges::{push_locator, push_numbers};
use crate::prose::sentence::{Punctuation, Sentence};
use crate::separator::Separator;

/// How a style writes names and dates, in books as elsewhere.
pub trait NamesAndDates {
    /// Adds people behind the title.
    fn push_names(&self, s: &mut Sentence<'_>, names: &[Name]);

    /// Adds people who lead.
    fn push_leaders(&self, s: &mut Sentence<'_>, names: &[Name]) {
        self.push_names(s, names);
    }

    /// Adds the date of publication.
    fn push_date(&self, s: &mut Sentence<'_>, date: &Date);
}

/// All names in one form, cut at one number, and all dates in one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct InOneForm {
    /// The form of the names.
    pub names: NameForm,
    /// Where a list of them is cut.
    pub et_al: EtAl,
    /// The style of the dates.
    pub dates: DateStyle,
}

impl NamesAndDates for InOneForm {
    fn push_names(&self, s: &mut Sentence<'_>, names: &[Name]) {
        push_names(s, names, self.names, self.et_al);
    }

    fn push_date(&self, s: &mut Sentence<'_>, date: &Date) {
        push_date(s, date, DatePart::Whole, self.dates);
    }
}

/// Adds the book.
///
/// ```
/// use prefercite::prose::{
///     BookForm, BookPart, BookPeople, Credits, DateStyle, EN_US, EtAl, InOneForm, NameForm, OtherTitles, PagesForm,
///     PrintedBook, RangeDigits, TitleMarks, plain, push_book,
/// };
/// use prefercite::Publication;
///
/// const BOOK: BookForm = BookForm {
///     parts: &[
///         BookPart::Title(TitleMarks::Italic),
///         BookPart::Credit(BookPeople::Editors),
///         BookPart::InParentheses(BookPart::IMPRINT),
///         BookPart::Pages(PagesForm::Range(RangeDigits::Chicago)),
///     ],
///     leaders: &[],
///     credits: Credits::Abbreviated,
///     other_titles: OtherTitles::TranslatedInBrackets,
/// };
/// let names = InOneForm { names: NameForm::Natural, et_al: EtAl::NEVER, dates: DateStyle::of(&EN_US) };
/// let book = Publication::new("Letters").editor("Ford, W. C.").place("Boston").pages("134-135");
/// let printed = plain(&EN_US, |s| push_book(s, &PrintedBook::of(&book), &BOOK, &names));
/// assert_eq!(printed, "Letters, ed. W. C. Ford (Boston), 134–35");
/// ```
pub fn push_book(s: &mut Sentence<'_>, book: &PrintedBook<'_>, form: &BookForm, style: &impl NamesAndDates) {
    let (left, parts) = (book.fields, Separator::new());
    Writer { s, book, form, style, left, parts, takes_colon: false }.push_all(form.parts, None);
}

struct Writer<'w, 't, 'b, S> {
    s: &'w mut Sentence<'t>,
    book: &'w PrintedBook<'b>,
    form: &'w BookForm,
    style: &'w S,
    /// What is not printed yet.
    left: BookFields,
    parts: Separator,
    /// Whether a colon may follow the last part.
    takes_colon: bool,
}

/// What goes before a part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Punctuation(BookPunctuation),
    Parenthesis(&'static str),
}

impl<'t, 'b, S: NamesAndDates> Writer<'_, 't, 'b, S> {
    /// Adds those parts that the book has, the first of them with `opening` in place of its own; whether there was any.
    fn push_all(&mut self, parts: &[BookPart], mut opening: Option<Opening>) -> bool {
        let mut is_any = false;
        for part in parts {
            let (opens, part) = match part {
                BookPart::After(joint, part) => (opening.or(Some(Opening::Punctuation(*joint))), *part),
                part => (opening, part),
            };
            if !self.left.meets(part.fields()) {
                continue;
            }
            let is_printed = match part {
                BookPart::Group(parts) => self.push_all(parts, opens),
                BookPart::InParentheses(parts) => self.push_between(" (", parts, ")"),
                BookPart::InBrackets(parts) => self.push_between(" [", parts, "]"),
                part => self.push(part, opens.unwrap_or(Opening::Punctuation(BookPunctuation::Comma))),
            };
            if is_printed {
                (opening, is_any) = (None, true);
            }
        }
        is_any
    }

    fn push_between(&mut self, open: &'static str, parts: &[BookPart], close: &str) -> bool {
        let follows = self.parts.has_begun();
        let is_any = self.push_all(parts, Some(Opening::Parenthesis(open)));
        if is_any {
            self.s.word(if follows { close } else { "" });
            self.takes_colon = true;
        }
        is_any
    }

    /// Adds a part that has no others in it; whether there was anything to add after all.
    fn push(&mut self, part: &BookPart, opening: Opening) -> bool {
        let (book, style, others) = (self.book.book, self.style, self.form.other_titles);
        match *part {
            BookPart::Leader => return self.push_leader(opening),
            BookPart::Credit(who) => self.push_credit(who, opening),
            BookPart::Title(marks) => self.push_title(opening, book.title.as_ref(), marks),
            BookPart::Container(marks) => self.push_title(opening, book.container.as_ref(), marks),
            BookPart::Series(marks) => self.push_title(opening, book.series.as_ref(), marks),
            BookPart::Edition => self.with(opening, book.edition.as_ref(), |s, edition| push_edition(s, edition)),
            BookPart::VolumeApart if self.volume_before_pages().is_some() => return false,
            BookPart::VolumeBetweenEditors if !self.has_editors_of_both() => return false,
            BookPart::Volume | BookPart::VolumeBetweenEditors | BookPart::VolumeApart => {
                self.left = self.left.without(BookField::Volume);
                self.counted(opening, book.volume.as_ref(), |s, volume| push_unit(s, |words| words.volume, volume));
            }
            BookPart::BareVolume => self.counted(opening, book.volume.as_ref(), |s, volume| push_numbers(s, volume)),
            BookPart::SetByVolume(marks) => {
                let volume = book.volume.as_ref().filter(|_| self.left.has(BookField::Volume));
                self.with(opening, book.container.as_ref(), |s, set| {
                    if let Some(volume) = volume {
                        push_volume_of(s, volume, opening);
                    }
                    push_title(s, set, marks, others);
                });
            }
            BookPart::Issue => {
                self.counted(opening, book.issue.as_ref(), |s, issue| push_unit(s, |words| words.number, issue));
            }
            BookPart::BareIssue => self.counted(opening, book.issue.as_ref(), |s, issue| push_numbers(s, issue)),
            BookPart::Place => self.counted(opening, book.place.as_ref(), |s, place| _ = s.data(place)),
            BookPart::Publisher => self.with(opening, book.publisher.as_ref(), |s, publisher| _ = s.data(publisher)),
            BookPart::Date => self.with(opening, book.date.as_ref(), |s, date| style.push_date(s, date)),
            BookPart::Number => self.with(opening, book.number.as_ref(), |s, number| {
                push_number(s, number, NumberRule::OpeningWithDigit);
            }),
            BookPart::Pages(pages) => self.push_pages(opening, pages),
            BookPart::PagesInVolume(pages) => match self.volume_before_pages() {
                Some(volume) => {
                    self.open(opening).data(volume).word(":");
                    self.push_bare_pages(pages);
                }
                None => self.push_pages(opening, pages),
            },
            BookPart::Isbn => self.with(opening, book.isbn.as_ref(), |s, isbn| _ = s.word("ISBN ").verbatim(isbn)),
            BookPart::Doi => {
                self.with(opening, book.doi.as_ref(), |s, doi| _ = s.word("https://doi.org/").verbatim(doi));
            }
            BookPart::Url => self.with(opening, book.url.as_ref(), |s, url| _ = s.verbatim(url)),
            BookPart::After(..) | BookPart::Group(_) | BookPart::InParentheses(_) | BookPart::InBrackets(_) => {
                return false;
            }
        }
        true
    }

    fn push_title(&mut self, opening: Opening, title: Option<&Title>, marks: TitleMarks) {
        let others = self.form.other_titles;
        self.with(opening, title, |s, title| push_title(s, title, marks, others));
    }

    fn with<V>(&mut self, opening: Opening, value: Option<V>, write: impl FnOnce(&mut Sentence<'t>, V)) {
        if let Some(value) = value {
            write(self.open(opening), value);
        }
    }

    /// The same for a part that a colon may follow.
    fn counted<V>(&mut self, opening: Opening, value: Option<V>, write: impl FnOnce(&mut Sentence<'t>, V)) {
        self.with(opening, value, write);
        self.takes_colon = true;
    }

    /// Makes room for a part.
    fn open(&mut self, opening: Opening) -> &mut Sentence<'t> {
        let takes_colon = std::mem::take(&mut self.takes_colon);
        if !self.parts.follows() {
            return self.s;
        }
        match opening {
            Opening::Parenthesis(open) => self.s.word(open),
            Opening::Punctuation(BookPunctuation::Period) => self.s.punctuate(Punctuation::Period),
            Opening::Punctuation(BookPunctuation::Space) => self.s.word(" "),
            Opening::Punctuation(BookPunctuation::Colon) if takes_colon => self.s.term(|language| language.colon),
            Opening::Punctuation(BookPunctuation::Comma | BookPunctuation::Colon) => {
                self.s.punctuate(Punctuation::Comma)
            }
        }
    }

    fn has_editors_of_both(&self) -> bool {
        let fields = self.book.fields;
        fields.has(BookField::GeneralEditors) && fields.has(BookField::Editors)
    }

    /// The volume that the pages take before them: a bare number that is not said yet (B34).
    fn volume_before_pages(&self) -> Option<&'b str> {
        let volume = self.book.book.volume.as_deref().filter(|_| self.left.has(BookField::Volume))?;
        let pages =
            self.book.locator.or(self.book.book.pages.as_deref()).filter(|_| self.left.has(BookField::Pages))?;
        (volume.bytes().all(|byte| byte.is_ascii_digit()) && opens_with_number(pages)).then_some(volume)
    }

    fn push_pages(&mut self, opening: Opening, form: PagesForm) {
        self.open(opening);
        self.push_bare_pages(form);
    }

    fn push_bare_pages(&mut self, form: PagesForm) {
        match (self.book.locator, &self.book.book.pages) {
            (Some(locator), _) => push_locator(self.s, locator),
            (None, Some(typed)) => push_pages(self.s, typed, form),
            (None, None) => {}
        }
    }

    /// `A and B, eds.`
    fn push_leader(&mut self, opening: Opening) -> bool {
        let left = self.left;
        let Some(leader) = self.form.leaders.iter().copied().find(|who| left.has(who.field())) else { return false };
        self.left = left.without(leader.field());
        let (style, names) = (self.style, self.book.people(leader));
        let s = self.open(opening);
        style.push_leaders(s, names);
        let words = &s.language().books;
        let label = match leader {
            BookPeople::Authors | BookPeople::Translators => return true,
            BookPeople::Editors | BookPeople::GeneralEditors => words.editor,
            BookPeople::Compilers => words.compiler,
        };
        s.punctuate(Punctuation::Comma).word(label.of(names.len() > 1));
        true
    }

    /// `ed. A and B`
    fn push_credit(&mut self, who: BookPeople, opening: Opening) {
        self.left = self.left.without(who.field());
        let (style, names, credits) = (self.style, self.book.people(who), self.form.credits);
        let s = self.open(opening);
        let words = &s.language().books;
        let (abbreviated, in_full) = match who {
            BookPeople::Authors => (words.by, words.by),
            BookPeople::Editors | BookPeople::GeneralEditors => (words.ed, words.edited_by),
            BookPeople::Compilers => (words.comp, words.compiled_by),
            BookPeople::Translators => (words.trans, words.translated_by),
        };
        s.word(if credits == Credits::InFull { in_full } else { abbreviated });
        style.push_names(s, names);
    }
}

/// `Vol. 1 of `, with a capital after a period.
fn push_volume_of(s: &mut Sentence<'_>, volume: &str, opening: Opening) {
    if opening == Opening::Punctuation(BookPunctuation::Period) {
        s.capitalize_next();
    }
    push_unit(s, |words| words.volume, volume);
    s.term(|language| language.books.of);
}

#[cfg(test)]
mod tests;
