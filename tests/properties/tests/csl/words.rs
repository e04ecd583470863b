//! Every style prints tidy words tidily.

use prefercite::Cite;
use prefercite::Document;
use prefercite::style::{Csl, Style};
use proptest::prelude::*;

use super::any_style;
use super::support::{Words, document, sparse_document};

/// The faults that no style may add to tidy words.
fn untidy(words: &str) -> Option<&'static str> {
    ["  ", " ,", " ;", "..", ",,", ",.", ";.", ";,", "”.”", ".”.", ". .", "()", "[]", "“”", " )", " ]"]
        .into_iter()
        .find(|odd| words.contains(odd))
}

fn check_tidy(name: &str, style: &Csl, document: &Document) -> Result<(), TestCaseError> {
    for form in style.forms() {
        let text = style.text(&Cite::new(document).with_form(*form));
        let odd = untidy(text.as_str());
        prop_assert!(odd.is_none(), "{name} {form:?}: {odd:?} in {text}\n{}", serde_json::to_string(document).unwrap());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 2, ..ProptestConfig::default() })]

    #[test]
    fn tidy_where_the_data_is(document in document(Words::Tidy), sparse in sparse_document(Words::Tidy), style in any_style()) {
        let (name, style) = style;
        check_tidy(name, &style, &document)?;
        check_tidy(name, &style, &sparse)?;
    }
}
