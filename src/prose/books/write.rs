//! The writer of books: it goes through the parts of a form and prints those that the book has.

use super::fields::{BookField, BookFields};
use super::form::What;
use super::pages::{is_article_number, opens_with_number, push_pages};
use super::titles::push_title;
use super::words::{NumberRule, push_edition, push_number, push_unit, push_volumes};
use super::{BookForm, BookPart, BookPeople, BookPunctuation, Credits, PagesForm, PrintedBook, TitleMarks};
use crate::document::{Date, Name, Original, Title};
use crate::prose::dates::{DatePart, DateStyle, push_date};
use crate::prose::names::{EtAl, NameForm, push_names};
use crate::prose::ranges::{push_numbers, push_published_locator};
use crate::prose::sentence::{Punctuation, Sentence};
use crate::separator::Separator;

/// How a style writes names and dates, in books and elsewhere.
pub trait NamesAndDates {
    /// Adds people after the title.
    fn push_names(&self, s: &mut Sentence<'_>, names: &[Name]);

    /// Adds people who lead.
    fn push_leaders(&self, s: &mut Sentence<'_>, names: &[Name]) {
        self.push_names(s, names);
    }

    /// Adds the date of publication.
    fn push_date(&self, s: &mut Sentence<'_>, date: &Date);

    /// Adds the date of the first publication of a reprint or of a translated book. It is always printed as a whole.
    fn push_original_date(&self, s: &mut Sentence<'_>, date: &Date) {
        self.push_date(s, date);
    }

    /// Adds the publisher.
    fn push_publisher(&self, s: &mut Sentence<'_>, publisher: &str) {
        s.data(publisher);
    }
}

/// Names in one form, cut at one number, and dates in one style.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct InOneForm {
    /// The form of the names.
    pub names: NameForm,
    /// The number at which a list of names is cut.
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

/// Adds a book.
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
///         BookPart::title(TitleMarks::Italic),
///         BookPart::credit(BookPeople::Editors),
///         BookPart::in_parentheses(BookPart::IMPRINT),
///         BookPart::pages(PagesForm::Range(RangeDigits::Chicago)),
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
    Writer::new(s, book, form, style).push_all(form.parts);
}

/// Adds a book as elements of a list: after a period, a part begins with a capital.
pub(crate) fn push_book_in_elements(
    s: &mut Sentence<'_>,
    book: &PrintedBook<'_>,
    form: &BookForm,
    style: &impl NamesAndDates,
) {
    let mut writer = Writer::new(s, book, form, style);
    writer.raises = true;
    writer.push_all(form.parts);
}

/// Adds a book after other words: the first part has its punctuation too.
pub(crate) fn push_book_behind(
    s: &mut Sentence<'_>,
    book: &PrintedBook<'_>,
    form: &BookForm,
    style: &impl NamesAndDates,
) {
    let mut writer = Writer::new(s, book, form, style);
    writer.last = Last::Part;
    writer.raises = true;
    writer.push_all(form.parts);
}

struct Writer<'w, 't, 'b, S> {
    s: &'w mut Sentence<'t>,
    book: &'w PrintedBook<'b>,
    form: &'w BookForm,
    style: &'w S,
    /// The fields that are not printed yet.
    left: BookFields,
    last: Last,
    /// Replaces the punctuation of the next part.
    next: Option<BookPunctuation>,
    /// Whether a part after a period begins with a capital.
    raises: bool,
}

/// What the next part follows.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Part,
    /// A part that a colon may follow.
    Countable,
    /// The bare volume of a journal.
    Volume,
    /// The first imprint. The label of the second is written together with its first part, so that it is never alone.
    FirstImprint(Credits),
    /// A parenthesis that is written together with the first part in it.
    Parenthesis,
    /// The same for a bracket.
    Bracket,
}

impl<'w, 't, 'b, S: NamesAndDates> Writer<'w, 't, 'b, S> {
    fn new(s: &'w mut Sentence<'t>, book: &'w PrintedBook<'b>, form: &'w BookForm, style: &'w S) -> Self {
        Writer { s, book, form, style, left: book.fields, last: Last::Nothing, next: None, raises: false }
    }

    /// Adds those parts that the book has.
    fn push_all(&mut self, parts: &[BookPart]) {
        for part in parts {
            if self.left.meets(part.fields) {
                self.push(part);
            }
        }
    }

    /// Adds parts, with this punctuation before the first one. Returns whether it added any.
    fn push_after(&mut self, joint: BookPunctuation, parts: &[BookPart]) -> bool {
        let outer = self.next.replace(joint);
        self.push_all(parts);
        let is_any = self.next.is_none();
        if !is_any {
            self.next = outer;
        }
        is_any
    }

    fn push_between(&mut self, open: Last, parts: &[BookPart], close: &str) {
        let last = self.last;
        if last != Last::Nothing {
            self.last = open;
        }
        // The parenthesis is the punctuation of the first part.
        let is_any = self.push_after(BookPunctuation::Space, parts);
        if is_any && last != Last::Nothing {
            self.s.word(close);
        }
        self.last = if is_any { Last::Countable } else { last };
    }

    /// Adds a part.
    #[inline]
    fn push(&mut self, part: &BookPart) {
        let (book, style, joint) = (self.book.book, self.style, part.joint);
        match part.what {
            What::Group(parts) => match self.next.or(joint) {
                Some(joint) => _ = self.push_after(joint, parts),
                None => self.push_all(parts),
            },
            What::InParentheses(parts) => self.push_between(Last::Parenthesis, parts, ")"),
            What::InBrackets(parts) => self.push_between(Last::Bracket, parts, "]"),
            What::Leader => self.push_leader(joint),
            What::Credit(who) => self.push_credit(who, joint),
            What::Title(marks) => self.push_title(joint, book.title.as_ref(), marks),
            What::Container(marks) => self.push_title(joint, book.container.as_ref(), marks),
            What::Series(marks) => self.push_title(joint, book.series.as_ref(), marks),
            What::Edition => self.with(joint, book.edition.as_ref(), |s, edition| push_edition(s, edition)),
            What::VolumeApart if self.volume_before_pages().is_some() => {}
            What::VolumeBetweenEditors if !self.has_editors_of_both() => {}
            What::Volume | What::VolumeBetweenEditors | What::VolumeApart => {
                self.left = self.left.without(BookField::Volume);
                self.counted(joint, book.volume.as_ref(), |s, volume| push_unit(s, |words| words.volume, volume));
            }
            What::Volumes => self.with(joint, book.volumes.as_ref(), |s, volumes| push_volumes(s, volumes)),
            What::BareVolume => {
                let Some(volume) = &book.volume else { return };
                let is_number = volume.starts_with(|c: char| c.is_ascii_digit());
                if !is_number {
                    // `_Journal_, n.s., vol. 21` (RULES 13.12)
                    self.next = Some(BookPunctuation::Comma);
                }
                push_numbers(self.open(joint), volume);
                self.last = if is_number { Last::Volume } else { Last::Countable };
            }
            What::SetByVolume(marks) => {
                let volume = book.volume.as_ref().filter(|_| self.left.has(BookField::Volume));
                let (others, joint) = (self.form.other_titles, self.next.or(joint));
                self.with(joint, book.container.as_ref(), |s, set| {
                    if let Some(volume) = volume {
                        push_volume_of(s, volume, joint);
                    }
                    push_title(s, set, marks, others);
                });
            }
            What::Issue => {
                self.counted(joint, book.issue.as_ref(), |s, issue| push_unit(s, |words| words.number, issue));
            }
            What::BareIssue => self.counted(joint, book.issue.as_ref(), |s, issue| push_numbers(s, issue)),
            What::Place => self.counted(joint, book.place.as_ref(), |s, place| _ = s.data(place)),
            What::Publisher => {
                self.with(joint, book.publisher.as_ref(), |s, publisher| style.push_publisher(s, publisher));
            }
            What::Date => {
                let Some(date) = self.book.date else { return };
                self.with(joint, Some(date), |s, date| style.push_date(s, date));
            }
            What::Reprint(credits) => self.push_reprint(joint, book.original.as_ref(), credits),
            What::OriginalDate => {
                let date = book.original.as_ref().and_then(|original| original.date.as_ref());
                let Some(date) = date.filter(|date| date.is_printable()) else { return };
                self.with(joint, Some(date), |s, date| style.push_date(s, date));
            }
            What::Original { open, close } => self.push_original(joint, book.original.as_ref(), (open, close)),
            What::ArticleNumber => {
                let number = book.pages.as_deref().filter(|it| self.book.locator.is_some() && is_article_number(it));
                let Some(number) = number else { return };
                self.with(joint, Some(number), |s, number| _ = s.data(number));
            }
            What::Number => self.with(joint, book.number.as_ref(), |s, number| {
                push_number(s, number, NumberRule::OpeningWithDigit);
            }),
            What::Pages(pages) => self.push_pages(joint, pages),
            What::PagesInVolume(pages) => match self.volume_before_pages() {
                Some(volume) => {
                    self.open(joint).data(volume).word(":");
                    self.push_bare_pages(pages);
                }
                None => self.push_pages(joint, pages),
            },
            What::Isbn => self.with(joint, book.isbn.as_ref(), |s, isbn| _ = s.word("ISBN ").verbatim(isbn)),
            What::Doi => {
                self.with(joint, book.doi.as_ref(), |s, doi| _ = s.word("https://doi.org/").verbatim(doi));
            }
            What::Url => self.with(joint, book.url.as_ref(), |s, url| _ = s.verbatim(url)),
        }
    }

    fn push_title(&mut self, joint: Option<BookPunctuation>, title: Option<&Title>, marks: TitleMarks) {
        let others = self.form.other_titles;
        self.with(joint, title, |s, title| push_title(s, title, marks, others));
    }

    fn with<V>(&mut self, joint: Option<BookPunctuation>, value: Option<V>, write: impl FnOnce(&mut Sentence<'t>, V)) {
        if let Some(value) = value {
            write(self.open(joint), value);
        }
    }

    /// Like `with`, for a part that a colon may follow.
    fn counted<V>(
        &mut self,
        joint: Option<BookPunctuation>,
        value: Option<V>,
        write: impl FnOnce(&mut Sentence<'t>, V),
    ) {
        if let Some(value) = value {
            write(self.open(joint), value);
            self.last = Last::Countable;
        }
    }

    /// Writes the punctuation before a part.
    #[inline(never)] // Nearly all parts call it.
    fn open(&mut self, joint: Option<BookPunctuation>) -> &mut Sentence<'t> {
        let joint = self.next.take().or(joint).unwrap_or(BookPunctuation::Comma);
        let last = std::mem::replace(&mut self.last, Last::Part);
        match last {
            Last::Nothing => self.s,
            Last::Parenthesis => self.s.word(" ("),
            Last::Bracket => self.s.word(" ["),
            Last::FirstImprint(credits) => self.open_second_imprint(credits),
            // Most parts follow another one after a comma.
            Last::Part | Last::Countable | Last::Volume if joint == BookPunctuation::Comma => {
                self.s.punctuate(Punctuation::Comma)
            }
            Last::Part | Last::Countable | Last::Volume => self.open_after(last, joint),
        }
    }

    #[inline(never)] // Rare, and longer.
    fn open_after(&mut self, last: Last, joint: BookPunctuation) -> &mut Sentence<'t> {
        use BookPunctuation::{Colon, ColonAtVolume, Comma, Period, Semicolon, Space};
        match (last, joint) {
            (Last::Part, Comma | Colon | ColonAtVolume) | (_, Comma) => self.s.punctuate(Punctuation::Comma),
            (_, Period) if self.raises => self.s.capitalize_next().punctuate(Punctuation::Period),
            (_, Period) => self.s.punctuate(Punctuation::Period),
            (_, Semicolon) => self.s.punctuate(Punctuation::Semicolon),
            (_, Space) => self.s.word(" "),
            (Last::Volume, ColonAtVolume) => self.s.word(":"),
            (_, Colon | ColonAtVolume) => self.s.term(|language| language.colon),
        }
    }

    #[inline(never)] // As above.
    fn open_second_imprint(&mut self, credits: Credits) -> &mut Sentence<'t> {
        match credits {
            Credits::Abbreviated => self.s.punctuate(Punctuation::Semicolon).term(|language| language.literature.repr),
            Credits::InFull => {
                self.s.punctuate(Punctuation::Period).capitalize_next().term(|language| language.literature.reprint)
            }
        }
    }

    fn has_editors_of_both(&self) -> bool {
        let fields = self.book.fields;
        fields.has(BookField::GeneralEditors) && fields.has(BookField::Editors)
    }

    /// The volume before the pages: a bare number that is not printed yet (B34).
    fn volume_before_pages(&self) -> Option<&'b str> {
        let volume = self.book.book.volume.as_deref().filter(|_| self.left.has(BookField::Volume))?;
        let pages =
            self.book.locator.or(self.book.book.pages.as_deref()).filter(|_| self.left.has(BookField::Pages))?;
        (volume.bytes().all(|byte| byte.is_ascii_digit()) && opens_with_number(pages)).then_some(volume)
    }

    fn push_pages(&mut self, joint: Option<BookPunctuation>, form: PagesForm) {
        self.open(joint);
        self.push_bare_pages(form);
    }

    fn push_bare_pages(&mut self, form: PagesForm) {
        match (self.book.locator, &self.book.book.pages) {
            (Some(locator), _) => push_published_locator(self.s, locator, form.digits()),
            (None, Some(typed)) => push_pages(self.s, typed, form),
            (None, None) => {}
        }
    }

    /// `A and B, eds.`
    fn push_leader(&mut self, joint: Option<BookPunctuation>) {
        let left = self.left;
        let Some(leader) = self.form.leaders.iter().copied().find(|who| left.has(who.field())) else { return };
        self.left = left.without(leader.field());
        let (style, names) = (self.style, self.book.people(leader));
        let s = self.open(joint);
        style.push_leaders(s, names);
        let words = &s.language().books;
        let label = match leader {
            BookPeople::Authors | BookPeople::Translators => return,
            BookPeople::Editors | BookPeople::GeneralEditors => words.editor,
            BookPeople::Compilers => words.compiler,
        };
        s.punctuate(Punctuation::Comma).word(label.of(names.len() > 1));
    }

    /// `Random House, 1952; repr., `: the imprint of the reprint follows (RULES 13.7).
    fn push_reprint(&mut self, joint: Option<BookPunctuation>, original: Option<&Original>, credits: Credits) {
        let Some(original) = original else { return };
        let (style, has_place) = (self.style, self.left.has(BookField::OriginalPlace));
        push_imprint(self.open(joint), original, style, has_place);
        let of_reprint = BookFields::of(BookField::Place).with(BookField::Publisher).with(BookField::Date);
        self.last = if self.left.meets(of_reprint) { Last::FirstImprint(credits) } else { Last::Part };
    }

    /// `originally published as _Title_ [Kodansha, 1994]`
    fn push_original(
        &mut self,
        joint: Option<BookPunctuation>,
        original: Option<&Original>,
        (open, close): (&str, &str),
    ) {
        let others = self.form.other_titles;
        let Some((original, title)) = original.and_then(|it| it.title.as_ref().map(|title| (it, title))) else {
            return;
        };
        push_title(
            self.open(joint).term(|language| language.literature.originally_published_as),
            title,
            TitleMarks::Italic,
            others,
        );
        // A style may print no part of a date. Then empty parentheses are removed.
        let before = self.s.as_str().len();
        let (style, has_place) = (self.style, self.left.has(BookField::OriginalPlace));
        self.s.element(Punctuation::Space, open, |s| push_imprint(s, original, style, has_place));
        if self.s.as_str().len() > before {
            self.s.word(close);
        }
    }

    /// `ed. A and B`
    fn push_credit(&mut self, who: BookPeople, joint: Option<BookPunctuation>) {
        self.left = self.left.without(who.field());
        // RULES 13.2: people who edited and translated are named once.
        let did_both = who == BookPeople::Editors
            && self.left.has(BookField::Translators)
            && self.book.people(BookPeople::Editors) == self.book.people(BookPeople::Translators);
        if did_both {
            self.left = self.left.without(BookField::Translators);
        }
        let (style, names, credits) = (self.style, self.book.people(who), self.form.credits);
        let s = self.open(joint);
        let words = &s.language().books;
        let both = &s.language().literature;
        let (abbreviated, in_full) = match who {
            BookPeople::Editors if did_both => (both.ed_and_trans, both.edited_and_translated_by),
            BookPeople::Authors => (words.by, words.by),
            BookPeople::Editors | BookPeople::GeneralEditors => (words.ed, words.edited_by),
            BookPeople::Compilers => (words.comp, words.compiled_by),
            BookPeople::Translators => (words.trans, words.translated_by),
        };
        s.word(if credits == Credits::InFull { in_full } else { abbreviated });
        style.push_names(s, names);
    }
}

/// `Vol. 1 of `. The capital follows a period.
fn push_volume_of(s: &mut Sentence<'_>, volume: &str, joint: Option<BookPunctuation>) {
    if joint == Some(BookPunctuation::Period) {
        s.capitalize_next();
    }
    push_unit(s, |words| words.volume, volume);
    s.term(|language| language.books.of);
}

/// `New York: Random House, 1952`
fn push_imprint(s: &mut Sentence<'_>, original: &Original, style: &impl NamesAndDates, has_place: bool) {
    let mut parts = Separator::new();
    if let Some(place) = original.place.as_ref().filter(|_| has_place) {
        parts.follows();
        s.data(place);
    }
    if let Some(publisher) = &original.publisher {
        if parts.follows() {
            s.term(|language| language.colon);
        }
        style.push_publisher(s, publisher);
    }
    if let Some(date) = original.date.as_ref().filter(|date| date.is_printable()) {
        if parts.follows() {
            s.punctuate(Punctuation::Comma);
        }
        style.push_original_date(s, date);
    }
}

#[cfg(test)]
mod tests;
