//! The writer of books: goes through the parts of a form and prints those that the book has.

use super::words::{NumberRule, push_edition, push_number, push_unit};
use super::{
    BookForm, BookPart, BookPeople, BookPunctuation, Credits, OtherTitles, PagesForm, PrintedBook, TitleMarks,
};
use crate::document::{Date, Name, Title};
use crate::prose::ranges::{is_labelled, push_locator, push_range};
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

/// Adds the book.
pub fn push_book(s: &mut Sentence<'_>, book: &PrintedBook<'_>, form: &BookForm, style: &impl NamesAndDates) {
    let leader = form.leaders.iter().copied().find(|who| !book.people(*who).is_empty());
    let parts = Separator::new();
    Writer { s, book, form, style, leader, parts, has_volume: false, takes_colon: false }.push_all(form.parts, None);
}

struct Writer<'w, 't, 'b, S> {
    s: &'w mut Sentence<'t>,
    book: &'w PrintedBook<'b>,
    form: &'w BookForm,
    style: &'w S,
    leader: Option<BookPeople>,
    parts: Separator,
    has_volume: bool,
    /// Whether a colon may follow the last part.
    takes_colon: bool,
}

/// What goes before a part.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    Punctuation(BookPunctuation),
    Parenthesis,
}

impl<'t, S: NamesAndDates> Writer<'_, 't, '_, S> {
    /// Adds those parts that the book has, the first of them with `opening` in place of its own; whether there was any.
    fn push_all(&mut self, parts: &[BookPart], mut opening: Option<Opening>) -> bool {
        let mut is_any = false;
        for part in parts {
            if self.push(*part, opening) {
                (opening, is_any) = (None, true);
            }
        }
        is_any
    }

    fn push(&mut self, part: BookPart, opening: Option<Opening>) -> bool {
        match part {
            BookPart::After(joint, part) => self.push(*part, opening.or(Some(Opening::Punctuation(joint)))),
            BookPart::Group(parts) => self.push_all(parts, opening),
            BookPart::InParentheses(parts) => self.push_in_parentheses(parts),
            _ => {
                let is_printed =
                    self.push_single(part, opening.unwrap_or(Opening::Punctuation(BookPunctuation::Comma)));
                if is_printed {
                    self.takes_colon = matches!(
                        part,
                        BookPart::Volume
                            | BookPart::VolumeOfSet
                            | BookPart::BareVolume
                            | BookPart::Issue
                            | BookPart::Place
                    );
                }
                is_printed
            }
        }
    }

    fn push_in_parentheses(&mut self, parts: &[BookPart]) -> bool {
        let follows = self.parts.has_begun();
        let is_any = self.push_all(parts, Some(Opening::Parenthesis));
        if is_any {
            self.s.word(if follows { ")" } else { "" });
            self.takes_colon = true;
        }
        is_any
    }

    /// Adds a part that has no others in it.
    fn push_single(&mut self, part: BookPart, opening: Opening) -> bool {
        let (book, style, others) = (self.book, self.style, self.form.other_titles);
        match part {
            BookPart::Leader => return self.push_leader(opening),
            BookPart::Credit(who) => return self.push_credit(who, opening),
            BookPart::SetByVolume(marks) => return self.push_set_by_volume(marks, opening),
            BookPart::Pages(pages) => return self.push_pages(pages, opening),
            BookPart::Title(marks) => self.with(opening, book.title, |s, title| push_title(s, title, marks, others)),
            BookPart::Container(marks) => {
                self.with(opening, book.container, |s, title| push_title(s, title, marks, others))
            }
            BookPart::Series(marks) => self.with(opening, book.series, |s, title| push_title(s, title, marks, others)),
            BookPart::Edition => self.with(opening, book.edition, push_edition),
            BookPart::Volume => {
                let volume = book.volume.filter(|_| !self.has_volume);
                self.with(opening, volume, |s, volume| push_unit(s, |words| words.volume, volume))
            }
            BookPart::VolumeOfSet => {
                let volume = book.volume.filter(|_| book.container.is_some());
                self.has_volume |= volume.is_some();
                self.with(opening, volume, |s, volume| push_unit(s, |words| words.volume, volume))
            }
            BookPart::BareVolume => self.with(opening, book.volume, |s, volume| _ = s.data(volume)),
            BookPart::Issue => self.with(opening, book.issue, |s, issue| push_unit(s, |words| words.number, issue)),
            BookPart::Place => self.with(opening, book.place, |s, place| _ = s.data(place)),
            BookPart::Publisher => self.with(opening, book.publisher, |s, publisher| _ = s.data(publisher)),
            BookPart::Date => self.with(opening, book.date, |s, date| style.push_date(s, date)),
            BookPart::Number => {
                self.with(opening, book.number, |s, number| push_number(s, number, NumberRule::OpeningWithDigit))
            }
            BookPart::Isbn => self.with(opening, book.isbn, |s, isbn| _ = s.word("ISBN ").verbatim(isbn)),
            BookPart::Doi => self.with(opening, book.doi, |s, doi| _ = s.word("https://doi.org/").verbatim(doi)),
            BookPart::Url => self.with(opening, book.url, |s, url| _ = s.verbatim(url)),
            BookPart::After(..) | BookPart::Group(_) | BookPart::InParentheses(_) => false,
        }
    }

    /// Adds what there is of a part; whether there was any.
    fn with<V>(&mut self, opening: Opening, value: Option<V>, write: impl FnOnce(&mut Sentence<'t>, V)) -> bool {
        let is_any = value.is_some();
        if let Some(value) = value {
            write(self.open(opening), value);
        }
        is_any
    }

    /// Makes room for a part.
    fn open(&mut self, opening: Opening) -> &mut Sentence<'t> {
        if !self.parts.follows() {
            return self.s;
        }
        match opening {
            Opening::Parenthesis => self.s.word(" ("),
            Opening::Punctuation(BookPunctuation::Period) => self.s.punctuate(Punctuation::Period),
            Opening::Punctuation(BookPunctuation::Space) => self.s.word(" "),
            Opening::Punctuation(BookPunctuation::Colon) if self.takes_colon => self.s.term(|language| language.colon),
            Opening::Punctuation(BookPunctuation::Comma | BookPunctuation::Colon) => {
                self.s.punctuate(Punctuation::Comma)
            }
        }
    }

    /// `A and B, eds.`
    fn push_leader(&mut self, opening: Opening) -> bool {
        let Some(leader) = self.leader else { return false };
        let (style, names) = (self.style, self.book.people(leader));
        let s = self.open(opening);
        style.push_leaders(s, names);
        let words = &s.language().books;
        let label = match leader {
            BookPeople::Authors | BookPeople::Translators => None,
            BookPeople::Editors => Some(words.editor),
            BookPeople::Compilers => Some(words.compiler),
        };
        if let Some(label) = label {
            s.punctuate(Punctuation::Comma).word(label.of(names.len() > 1));
        }
        true
    }

    /// `ed. A and B`
    fn push_credit(&mut self, who: BookPeople, opening: Opening) -> bool {
        let (style, names) = (self.style, self.book.people(who));
        if names.is_empty() || self.leader == Some(who) {
            return false;
        }
        let credits = self.form.credits;
        let s = self.open(opening);
        let words = &s.language().books;
        let (abbreviated, in_full) = match who {
            BookPeople::Authors => (words.by, words.by),
            BookPeople::Editors => (words.ed, words.edited_by),
            BookPeople::Compilers => (words.comp, words.compiled_by),
            BookPeople::Translators => (words.trans, words.translated_by),
        };
        s.word(if credits == Credits::InFull { in_full } else { abbreviated });
        style.push_names(s, names);
        true
    }

    /// `Vol. 1 of Letters`
    fn push_set_by_volume(&mut self, marks: TitleMarks, opening: Opening) -> bool {
        let (volume, others) = (self.book.volume, self.form.other_titles);
        self.with(opening, self.book.container, |s, set| {
            if let Some(volume) = volume {
                if opening == Opening::Punctuation(BookPunctuation::Period) {
                    s.capitalize_next();
                }
                push_unit(s, |words| words.volume, volume);
                s.term(|language| language.books.of);
            }
            push_title(s, set, marks, others);
        })
    }

    fn push_pages(&mut self, form: PagesForm, opening: Opening) -> bool {
        match (self.book.locator, self.book.pages) {
            (Some(locator), _) => push_locator(self.open(opening), locator),
            (None, Some(pages)) => push_pages(self.open(opening), pages, form),
            (None, None) => return false,
        }
        true
    }
}

fn push_pages(s: &mut Sentence<'_>, pages: &str, form: PagesForm) {
    let language = s.language();
    let digits = match form {
        PagesForm::AsTyped => {
            s.data(pages);
            return;
        }
        PagesForm::Range(digits) => digits,
        PagesForm::Labelled(digits) => {
            if !is_labelled(pages) {
                let are_several = pages.contains(['-', '–', '—', ',']);
                s.word(language.books.page.of(are_several)).word(language.number_space);
            }
            digits
        }
    };
    s.with(|text| push_range(text, pages, digits, language));
}

/// Adds a title with its other titles.
fn push_title(s: &mut Sentence<'_>, title: &Title, marks: TitleMarks, others: OtherTitles) {
    if marks == TitleMarks::Quoted && others == OtherTitles::TranslatedInParentheses {
        return s.quotation(|s| push_title(s, title, TitleMarks::Roman, others));
    }
    match marks {
        TitleMarks::Italic => s.italic(&title.text),
        TitleMarks::Roman => s.roman(&title.text),
        TitleMarks::Quoted => s.quoted(&title.text),
    };
    match others {
        OtherTitles::TranslatedInBrackets => _ = s.translated(title),
        OtherTitles::TranslatedInParentheses => push_in_parentheses(s, [title.translated.as_deref()]),
        OtherTitles::AllInParentheses => push_in_parentheses(
            s,
            [title.translated.as_deref(), title.original.as_deref(), title.transliterated.as_deref()],
        ),
    }
}

/// ` (in translation; in the original script; in Latin letters)`
fn push_in_parentheses<const N: usize>(s: &mut Sentence<'_>, titles: [Option<&str>; N]) {
    let mut separator = Separator::new();
    for title in titles.into_iter().flatten() {
        s.word(separator.choose(" (", "; ")).roman(title);
    }
    s.word(if separator.has_begun() { ")" } else { "" });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Publication;
    use crate::prose::EN_US;
    use crate::prose::names::push_plain_name;
    use crate::prose::ranges::RangeDigits;
    use crate::prose::sentence::plain;

    struct Plain;

    impl NamesAndDates for Plain {
        fn push_names(&self, s: &mut Sentence<'_>, names: &[Name]) {
            names.iter().for_each(|name| push_plain_name(s, name));
        }

        fn push_date(&self, s: &mut Sentence<'_>, date: &Date) {
            s.data(&date.to_string());
        }
    }

    fn printed(json: &str, parts: &'static [BookPart]) -> String {
        let book: Publication = serde_json::from_str(json).unwrap();
        let form = BookForm {
            parts,
            leaders: &[BookPeople::Authors, BookPeople::Editors],
            credits: Credits::Abbreviated,
            other_titles: OtherTitles::TranslatedInBrackets,
        };
        plain(&EN_US, |s| push_book(s, &PrintedBook::of(&book), &form, &Plain))
    }

    #[test]
    fn parts_that_are_missing_take_their_punctuation_with_them() {
        use BookPart::{After, Date, InParentheses, Pages, Place, Publisher, Title};
        const PARTS: &[BookPart] = &[
            Title(TitleMarks::Quoted),
            InParentheses(&[Place, After(BookPunctuation::Colon, &Publisher), Date]),
            Pages(PagesForm::Labelled(RangeDigits::Mla)),
        ];
        for (json, expected) in [
            (
                r#"{ "title": "T", "place": "P", "publisher": "Q", "date": "1987", "pages": "3-4" }"#,
                "“T” (P: Q, 1987), pp. 3–4",
            ),
            (r#"{ "title": "T", "publisher": "Q", "pages": "3" }"#, "“T” (Q), p. 3"),
            (r#"{ "title": "T", "date": "1987", "pages": "Sp. 3" }"#, "“T” (1987), Sp. 3"),
            (r#"{ "title": "T", "pages": "3" }"#, "“T,” p. 3"),
            (r#"{ "place": "P", "date": "1987" }"#, "P, 1987"),
            (r#"{ "isbn": "978" }"#, ""),
        ] {
            assert_eq!(printed(json, PARTS), expected);
        }
    }

    #[test]
    fn who_leads_is_not_said_again() {
        use BookPart::{Credit, Leader, Title};
        const PARTS: &[BookPart] = &[
            Leader,
            Title(TitleMarks::Roman),
            Credit(BookPeople::Authors),
            Credit(BookPeople::Editors),
            Credit(BookPeople::Translators),
        ];
        for (json, expected) in [
            (r#"{ "authors": ["A"], "editors": ["E"], "title": "T" }"#, "A, T, ed. E"),
            (r#"{ "editors": ["E"], "title": "T", "translators": ["X"] }"#, "E, ed., T, trans. X"),
            (r#"{ "translators": ["X"], "title": "T" }"#, "T, trans. X"),
        ] {
            assert_eq!(printed(json, PARTS), expected);
        }
    }

    #[test]
    fn a_colon_follows_nothing_but_numbers_places_and_parentheses() {
        use BookPart::{After, BareVolume, Container, Credit, InParentheses, Issue, Number, Pages};
        const PARTS: &[BookPart] = &[
            Container(TitleMarks::Roman),
            After(BookPunctuation::Space, &BareVolume),
            Issue,
            Credit(BookPeople::Translators),
            InParentheses(&[BookPart::Date]),
            Number,
            After(BookPunctuation::Colon, &Pages(PagesForm::AsTyped)),
        ];
        for (json, expected) in [
            (
                r#"{ "container": "J", "volume": "4", "issue": "2", "date": "1999", "pages": "12-15" }"#,
                "J 4, no. 2 (1999): 12-15",
            ),
            (r#"{ "container": "J", "volume": "4", "pages": "12" }"#, "J 4: 12"),
            (r#"{ "container": "J", "volume": "4", "translators": ["X"], "pages": "12" }"#, "J 4, trans. X, 12"),
            (r#"{ "container": "J", "volume": "4", "number": "7", "pages": "12" }"#, "J 4, no. 7, 12"),
            (r#"{ "container": "J", "pages": "12" }"#, "J, 12"),
        ] {
            assert_eq!(printed(json, PARTS), expected);
        }
    }

    #[test]
    fn the_volume_of_a_set_is_said_once() {
        use BookPart::{After, Container, Edition, SetByVolume, Title, Volume, VolumeOfSet};
        const BEFORE: &[BookPart] =
            &[Container(TitleMarks::Roman), VolumeOfSet, Title(TitleMarks::Roman), Edition, Volume];
        const BEHIND: &[BookPart] =
            &[Title(TitleMarks::Roman), After(BookPunctuation::Period, &SetByVolume(TitleMarks::Roman))];
        let volume = r#"{ "title": "T", "container": "Set", "volume": "6", "edition": "2" }"#;
        assert_eq!(printed(volume, BEFORE), "Set, vol. 6, T, 2nd ed.");
        assert_eq!(printed(volume, BEHIND), "T. Vol. 6 of Set");
        assert_eq!(printed(r#"{ "title": "T", "volume": "Bd. 6", "edition": "2" }"#, BEFORE), "T, 2nd ed., Bd. 6");
        assert_eq!(printed(r#"{ "title": "T", "container": "Set" }"#, BEHIND), "T. Set");
    }
}
