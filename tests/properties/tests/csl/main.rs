//! Every bundled CSL style: no document makes it panic, print nothing, or print something that is not a word.
#![cfg(feature = "csl")]

#[path = "../support/mod.rs"]
mod support;

mod faults;
mod lists;
mod words;

use prefercite::bibliography::Bibliography;
use prefercite::document::Document;
use prefercite::notation::Html;
use prefercite::style::{self, Csl, Style};
use prefercite::{Cite, Text};
use proptest::collection::vec;
use proptest::prelude::*;
use support::{Words, document, sparse_document};

fn bundled() -> Vec<(&'static str, Csl)> {
    let names = Csl::list().map(|listing| listing.name.strip_prefix("csl:").unwrap());
    names.map(|name| (name, Csl::bundled(name).unwrap())).collect()
}

fn any_style() -> impl Strategy<Value = (&'static str, Csl)> {
    proptest::sample::select(bundled())
}

fn check(name: &str, text: &Text) -> Result<(), TestCaseError> {
    prop_assert!(!text.is_empty(), "{name}");
    prop_assert!(
        !text.as_str().contains(|c: char| c.is_control() || matches!(c, '\u{FDD0}' | '\u{FDD1}' | '\u{F0000}'..)),
        "{name}: {text:?}"
    );
    prop_assert_eq!(text.as_str().trim(), text.as_str(), "{}", name);
    prop_assert!(!text.render(&Html::new()).contains("<script"));
    Ok(())
}

fn check_all_forms(name: &str, style: &Csl, document: &Document) -> Result<(), TestCaseError> {
    for form in style.forms() {
        let cite = Cite::new(document).with_form(*form);
        check(name, &style.text(&cite))?;
        check(name, &style.text(&cite.with_locator("fols. 12r\u{2013}13v").with_suffix("b")))?;
        check(name, &style.text(&cite.with_locator("\u{a0}“毛”")))?;
    }
    Ok(())
}

/// Renders the entries and the citations in the text.
fn check_list(name: &str, style: &Csl, documents: &[Document]) -> Result<(), TestCaseError> {
    let list = Bibliography::new(style, documents).unwrap();
    prop_assert_eq!(list.entries().len(), documents.len(), "{}", name);
    // A title may have no letters, or a genre in place of one. Then the entry may have none either.
    let has_letters = |document: &Document| {
        let words = document.title().map(|title| title.text.as_str()).or(document.genre());
        words.is_none_or(|words| words.contains(char::is_alphanumeric)) || !document.creators().is_empty()
    };
    for (listed, entry) in list.entries().iter().zip(list.citations()) {
        let entry = entry.unwrap();
        check(name, entry.as_text().unwrap())?;
        let is_printed = entry.to_string().contains(char::is_alphanumeric);
        prop_assert!(is_printed || !has_letters(listed.document()), "{name}: {entry}");
    }
    for document in documents.iter().step_by(4) {
        check(name, &style.text(&list.in_text(document.id()).unwrap()))?;
    }
    Ok(())
}

#[test]
fn eighty_styles_are_found_by_name_and_never_on_the_disk() {
    assert!(Csl::list().count() >= 80, "{}", Csl::list().count());
    for listing in Csl::list() {
        assert!(style::named(listing.name).is_ok(), "{}", listing.name);
    }
    for name in ["csl:../apa", "csl:/etc/passwd", "csl:apa.csl", "csl:", "csl:Cargo.toml"] {
        let error = style::named(name).err().unwrap();
        assert!(error.to_string().contains(name), "{error}");
    }
    assert_eq!(style::named("csl:appa").err().unwrap().nearest().first(), Some(&"csl:apa"));
}

#[test]
#[cfg(feature = "yaml")]
fn all_bundled_records_in_all_bundled_styles() {
    let records = prefercite::Records::detect(include_str!("../../../../examples/records/documents.yaml"));
    let documents: Vec<Document> = records.map(Result::unwrap).collect();
    for (name, style) in bundled() {
        for document in documents.iter().step_by(8) {
            check_all_forms(name, &style, document).unwrap();
        }
        check_list(name, &style, &documents).unwrap();
    }
}

proptest! {
    // Each case tests one style, because rendering in all of them takes seconds.
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 4, ..ProptestConfig::default() })]

    #[test]
    fn any_document_in_any_style(document in document(Words::Wild), sparse in sparse_document(Words::Wild), style in any_style()) {
        let (name, style) = style;
        check_all_forms(name, &style, &document)?;
        check_all_forms(name, &style, &sparse)?;
    }

    #[test]
    fn any_list_in_any_style(
        documents in vec(prop_oneof![document(Words::Wild), sparse_document(Words::Marked)], 0..8), twice in any::<bool>(), style in any_style(),
    ) {
        let mut documents = documents;
        if twice {
            // Documents of one author and year, which the style must disambiguate.
            documents.extend(documents.clone());
        }
        let with_id = |(place, document): (usize, Document)| {
            let mut record = serde_json::to_value(document).unwrap();
            record["id"] = format!("d{place}").into();
            serde_json::from_value(record).unwrap()
        };
        let documents: Vec<Document> = documents.into_iter().enumerate().map(with_id).collect();
        let (name, style) = style;
        check_list(name, &style, &documents)?;
    }
}
