//! One small style in several languages: the lines differ only by the language.
//!
//! The lines, with a source for every mark and space in them, are data in `tests/languages`.
#![cfg(feature = "yaml")]

use std::path::Path;

use prefercite::prose::{
    BookForm, BookPart, BookPeople, BookPunctuation, Credits, DE, DatePart, DateStyle, Doubt, EN_GB, EtAl, FR,
    InOneForm, Language, NameForm, OtherTitles, PagesForm, PrintedBook, Punctuation, RangeDigits, RepositoryForm,
    Sentence, TitleMarks, Units, plain, push_book, push_date, push_names, push_repository,
};
use prefercite::style::{Cite, Style, StyleError};
use prefercite::{Citation, Document, Text};
use serde_json::Value;

/// `A to B, kind, date, repository, place, reference, units, leaves.`
#[derive(Debug)]
struct SmallStyle {
    language: &'static Language,
    book: BookForm,
}

impl Style for SmallStyle {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        let (document, language) = (cite.document(), self.language);
        let mut text = Text::new();
        let mut s = Sentence::new(&mut text, language);
        push_names(&mut s, document.creators(), NameForm::Natural, EtAl::NEVER);
        if !document.recipients().is_empty() {
            s.word(" ").term(|language| language.people.to);
            push_names(&mut s, document.recipients(), NameForm::Natural, EtAl::NEVER);
        }
        if let Some(title) = document.title() {
            s.punctuate(Punctuation::Comma).quoted(&title.text);
        }
        s.punctuate(Punctuation::Comma).word(language.kind(document.kind()));
        match document.date() {
            Some(date) if date.is_undated() => _ = s.punctuate(Punctuation::Comma).word(language.dates.undated),
            Some(date) => _ = push_date(s.punctuate(Punctuation::Comma), date, DatePart::Whole, self.dates()),
            None => {}
        }
        for holding in document.holdings() {
            if let Some(repository) = &holding.repository {
                push_repository(s.punctuate(Punctuation::Comma), repository, RepositoryForm::DEPARTMENT_FIRST);
            }
            Units::of(holding).push(&mut s, |s| _ = s.punctuate(Punctuation::Comma));
        }
        if let Some(book) = document.source() {
            s.punctuate(Punctuation::Comma).term(|language| language.books.within);
            let names = InOneForm { names: NameForm::Natural, et_al: EtAl::NEVER, dates: self.dates() };
            push_book(&mut s, &PrintedBook::of(book), &self.book, &names);
        }
        s.end();
        Ok(text.into())
    }

    fn language(&self) -> &Language {
        self.language
    }
}

impl SmallStyle {
    fn dates(&self) -> DateStyle {
        // The sources print `vers 1750` and `ca. 1750` without brackets.
        DateStyle { doubt: Doubt::Plain, ..DateStyle::of(self.language) }
    }
}

/// Title, volume, editors, imprint, pages. The form of the imprint belongs to the house style, not to the language.
macro_rules! book_with {
    ($($imprint:expr),+) => {
        BookForm {
            parts: &[
                BookPart::title(TitleMarks::Roman),
                BookPart::VOLUME,
                BookPart::credit(BookPeople::Editors),
                $($imprint,)+
                BookPart::pages(PagesForm::Labelled(RangeDigits::Kept)),
            ],
            leaders: &[],
            credits: Credits::Abbreviated,
            other_titles: OtherTitles::TranslatedInBrackets,
        }
    };
}

fn style_in(tag: &str) -> SmallStyle {
    use BookPunctuation::Space;
    match tag {
        "fr" => SmallStyle {
            language: &FR,
            book: const { book_with!(BookPart::PLACE, BookPart::PUBLISHER, BookPart::DATE) },
        },
        "de" => SmallStyle { language: &DE, book: const { book_with!(BookPart::PLACE, BookPart::DATE.after(Space)) } },
        "en-GB" => {
            SmallStyle { language: &EN_GB, book: const { book_with!(BookPart::in_parentheses(BookPart::IMPRINT)) } }
        }
        other => panic!("no style in {other}"),
    }
}

fn data() -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("../languages/lines.yaml");
    serde_saphyr::from_str(&std::fs::read_to_string(file).unwrap()).unwrap()
}

#[test]
fn every_line_is_as_its_sources_have_it() {
    for line in data()["lines"].as_array().unwrap() {
        let document: Document = serde_json::from_value(line["record"].clone()).unwrap();
        let style = style_in(line["language"].as_str().unwrap());
        assert_eq!(
            style.cite_document(&document).unwrap().to_string(),
            line["line"].as_str().unwrap(),
            "{}",
            line["name"]
        );
    }
}

#[test]
fn every_date_is_as_its_sources_have_it() {
    for case in data()["dates"].as_array().unwrap() {
        let edtf = case["edtf"].as_str().unwrap();
        let document = serde_json::json!({ "id": "d", "title": "T", "date": edtf });
        let document: Document = serde_json::from_value(document).unwrap();
        for tag in ["fr", "de", "en-GB"] {
            let style = style_in(tag);
            let date = document.date().unwrap();
            let printed = if date.is_undated() {
                style.language.dates.undated.to_owned()
            } else {
                plain(style.language, |s| _ = push_date(s, date, DatePart::Whole, style.dates()))
            };
            assert_eq!(printed, case[tag].as_str().unwrap(), "{edtf} in {tag}");
        }
    }
}
