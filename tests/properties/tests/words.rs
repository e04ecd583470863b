//! Styles have no words of their own: in a language with every word marked, every letter without a mark comes from
//! the record.

mod support;

use std::sync::LazyLock;

use prefercite::bibliography::{Bibliography, NoteItem, Notes};
use prefercite::prose::{EN_US, Language};
use prefercite::style::{Chicago, ChicagoForm, Cite, Form, Mla, MlaForm, Style, WilsonCenter};
use prefercite::{Document, Text};
use proptest::prelude::*;
use support::{Words, document};

/// American English with each word in `⟦` and `⟧`.
static MARKED: LazyLock<Language> = LazyLock::new(|| {
    let marked = |word: &str| -> &'static str { Box::leak(format!("⟦{word}⟧").into_boxed_str()) };
    let mut language = EN_US.map_words(marked);
    language.tag = "en-x-marked";
    language.languages = EN_US.languages.iter().map(|(code, name)| (*code, marked(name))).collect::<Vec<_>>().leak();
    language
});

fn styles() -> Vec<Box<dyn Style>> {
    let chicago = |style: Chicago| {
        [
            ChicagoForm::Note,
            ChicagoForm::ShortNote,
            ChicagoForm::Bibliography,
            ChicagoForm::AuthorDate,
            ChicagoForm::InText,
        ]
        .map(|form| Box::new(style.in_language(&MARKED).with_form(form)) as Box<dyn Style>)
    };
    let mla = [MlaForm::WorksCited, MlaForm::InText]
        .map(|form| Box::new(Mla::NINTH.in_language(&MARKED).with_form(form)) as Box<dyn Style>);
    let options = Chicago::OPTIONS.iter().filter_map(|option| Chicago::EIGHTEENTH.with_option(option));
    let mut styles: Vec<Box<dyn Style>> = options.flat_map(chicago).collect();
    styles.extend(chicago(Chicago::EIGHTEENTH));
    styles.extend(chicago(Chicago::SEVENTEENTH));
    styles.extend(mla);
    let of_mla = Mla::OPTIONS.iter().filter_map(|option| Mla::NINTH.with_option(option));
    styles.extend(of_mla.map(|style| Box::new(style.in_language(&MARKED)) as Box<dyn Style>));
    styles.push(Box::new(WilsonCenter::new().in_language(&MARKED)));
    styles
}

/// The words without a mark, in lower case.
fn unmarked(printed: &str) -> Vec<String> {
    let mut rest = printed;
    let mut bare = String::new();
    while let Some((before, marked)) = rest.split_once('⟦') {
        bare.push_str(before);
        bare.push(' ');
        rest = marked.split_once('⟧').expect("a mark is closed").1;
    }
    bare.push_str(rest);
    // The resolvers of names that are not addresses.
    let bare = bare.replace("https://doi.org/", " ").replace("doi.org/", " ");
    let bare = bare.replace("https://n2t.net/", " ").replace("n2t.net/", " ");
    let words = bare.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn check(documents: &[&Document], printed: &str, style: &dyn Style) -> Result<(), TestCaseError> {
    let records: String = documents.iter().map(|document| serde_json::to_string(document).unwrap()).collect();
    let records = records.to_lowercase();
    for word in unmarked(printed) {
        prop_assert!(records.contains(&word), "{word:?} is in no record\n{printed}\n{style:?}", style = style.forms());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_letter_of_a_citation_is_marked_or_the_records(document in document(Words::Tidy)) {
        for style in styles() {
            for form in style.forms() {
                let printed = style.cite(&Cite::new(&document).with_form(*form)).unwrap().to_string();
                check(&[&document], &printed, &*style)?;
            }
        }
    }

    #[test]
    fn every_letter_of_a_list_is_marked_or_the_records(documents in prop::collection::vec(document(Words::Tidy), 1..6)) {
        let mut documents: Vec<Document> = documents;
        documents.sort_by(|a, b| a.id().cmp(b.id()));
        documents.dedup_by(|a, b| a.id() == b.id());
        let all: Vec<&Document> = documents.iter().collect();
        let style = Chicago::EIGHTEENTH.note().in_language(&MARKED);
        let bibliography = Bibliography::new(style, &documents).unwrap();
        for group in bibliography.by_archive() {
            check(&all, &group.heading, &style)?;
            for name in group.collections.iter().filter_map(|collection| collection.name.as_deref()) {
                check(&all, name, &style)?;
            }
        }
        let mut notes = Notes::new(style, &documents).unwrap().with_ibid();
        for document in documents.iter().chain(&documents) {
            let note: Text = notes.note(&[NoteItem::new(document.id())]).unwrap();
            check(&all, note.as_str(), &style)?;
        }
        for abbreviation in notes.abbreviations() {
            check(&all, &abbreviation.to_string(), &style)?;
        }
    }
}

/// The test can fail: it finds a word that a style has of its own.
#[test]
fn a_word_without_a_mark_is_found() {
    assert_eq!(unmarked("Stalin ⟦to ⟧Mao, telegram, ⟦ca. ⟧1950a"), ["stalin", "mao", "telegram", "a"]);
    assert!(Chicago::EIGHTEENTH.forms().contains(&Form::Note));
}
