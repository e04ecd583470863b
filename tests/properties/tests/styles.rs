//! Every valid document can be cited in every style, and the words are tidy.

mod support;

use prefercite::document::Document;
use prefercite::notation::{Html, Latex, Markdown, Plain, Typst};
use prefercite::style::{self, Form};
use prefercite::{Cite, Style};
use proptest::prelude::*;
use support::{Words, document, sparse_document};

const FORMS: [Option<Form>; 5] = [None, Some(Form::Entry), Some(Form::Note), Some(Form::Short), Some(Form::InText)];

/// Options that change the printed place of a document.
const WITH_OPTIONS: [(&str, &[&str]); 5] = [
    ("chicago-note", &["all-holdings", "collection-first", "capital-units"]),
    ("chicago-bibliography", &["collection-first", "capital-units"]),
    ("chicago-author-date", &["repository-first", "digital-home-first"]),
    ("chicago-short-note", &["bare-short-notes"]),
    ("mla", &["narrowest-first"]),
];

/// All styles except the one that prints a field of only some records.
fn styles() -> Vec<(&'static str, Box<dyn Style>)> {
    let listed = style::list()
        .filter(|listing| listing.name != "preferred")
        .map(|listing| (listing.name, style::named(listing.name).unwrap()));
    listed.chain(WITH_OPTIONS.map(|(name, options)| (name, style::named_with(name, options).unwrap()))).collect()
}

fn cited(style: &dyn Style, document: &Document, form: Option<Form>) -> prefercite::Citation {
    let mut cite = Cite::new(document).with_locator("fol. 12r");
    if let Some(form) = form {
        cite = cite.with_form(form);
    }
    style.cite(&cite).expect("every valid document can be cited")
}

/// The faults that no style may add to tidy words.
fn untidy(words: &str) -> Option<&'static str> {
    [
        "  ", " ,", " .", " ;", " :", " ?", "..", ",,", ",.", ".,,", ";;", ";,", ",;", "()", "[]", "( ", " )", "\"\"",
        "“”", "“ ", " ”", "(,", ", )", ",)",
    ]
    .into_iter()
    .find(|odd| words.contains(odd))
    .or((words.trim() != words).then_some("white space at an end"))
    .or(words.is_empty().then_some("nothing"))
}

/// The end of a manual's citation: one mark, or the bracket of a citation in the text.
fn badly_ended(name: &str, words: &str) -> Option<&'static str> {
    if name.ends_with("in-text") {
        return (!words.starts_with('(') || !words.ends_with(')')).then_some("not in brackets");
    }
    let unquoted = words.trim_end_matches(['”', '’']);
    let one_mark =
        unquoted.ends_with(['.', '?', '!']) && !unquoted.trim_end_matches(['.', '?', '!']).ends_with([',', ';', ':']);
    (!one_mark).then_some("not closed with a mark")
}

/// Curly marks must be properly nested. Tidy words have no apostrophes.
fn badly_nested(words: &str) -> bool {
    let mut open = Vec::new();
    for character in words.chars() {
        match character {
            '“' | '‘' | '(' | '[' => open.push(character),
            '”' | '’' | ')' | ']' => {
                let opening = match character {
                    '”' => '“',
                    '’' => '‘',
                    ')' => '(',
                    _ => '[',
                };
                if open.pop() != Some(opening) {
                    return true;
                }
            }
            _ => {}
        }
    }
    !open.is_empty()
}

/// Words appended to a caller's string are the words of the text, after the string's own content.
fn check_plain(document: &Document) -> Result<(), TestCaseError> {
    let cite = Cite::new(document);
    let mut words = String::from("1. ");
    style::Chicago::EIGHTEENTH.note().cite_into(&cite, &mut words).unwrap();
    style::Mla::NINTH.cite_into(&cite, &mut words).unwrap();
    style::WilsonCenter::new().cite_into(&cite, &mut words).unwrap();
    let texts = [
        style::Chicago::EIGHTEENTH.note().text(&cite),
        style::Mla::NINTH.text(&cite),
        style::WilsonCenter::new().text(&cite),
    ];
    prop_assert_eq!(words, format!("1. {}{}{}", texts[0], texts[1], texts[2]));
    Ok(())
}

fn check_tidy(document: &Document) -> Result<(), TestCaseError> {
    for (name, style) in styles() {
        for form in FORMS {
            let citation = cited(&*style, document, form);
            if let Some(text) = citation.as_text() {
                let odd = untidy(text.as_str());
                prop_assert!(
                    odd.is_none(),
                    "{name} {form:?}: {odd:?} in {text}\n{}",
                    serde_json::to_string(document).unwrap()
                );
                if name.starts_with("wilson") {
                    continue;
                }
                prop_assert!(!badly_nested(text.as_str()), "{name} {form:?}: {text}");
                if form.is_none() {
                    let odd = badly_ended(name, text.as_str());
                    prop_assert!(
                        odd.is_none(),
                        "{name}: {odd:?} in {text}\n{}",
                        serde_json::to_string(document).unwrap()
                    );
                }
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn total_in_every_style_and_notation(document in document(Words::Wild)) {
        for (name, style) in styles() {
            for form in FORMS {
                let citation = cited(&*style, &document, form);
                prop_assert!(!citation.to_string().trim().is_empty(), "{name} {form:?}");
                if let Some(text) = citation.as_text() {
                    for markup in [&Plain::new() as &dyn prefercite::citation::Markup, &Html::new(), &Markdown::new(), &Latex::new(), &Typst::new()] {
                        prop_assert!(!text.render(markup).contains(char::is_control));
                    }
                }
            }
        }
    }

    #[test]
    fn tidy_where_the_data_is(document in document(Words::Tidy)) {
        check_tidy(&document)?;
        check_plain(&document)?;
    }

    #[test]
    fn tidy_where_little_is_known(document in sparse_document(Words::Tidy)) {
        check_tidy(&document)?;
        check_plain(&document)?;
    }

    #[test]
    fn quotation_marks_nest(document in document(Words::Marked), sparse in sparse_document(Words::Marked)) {
        for document in [&document, &sparse] {
            for (name, style) in styles().iter().filter(|(name, _)| !name.starts_with("wilson")) {
                let citation = cited(&**style, document, None);
                let Some(text) = citation.as_text().map(|text| text.to_string()) else { continue };
                prop_assert!(!badly_nested(&text), "{name}: {text}\n{}", serde_json::to_string(document).unwrap());
            }
        }
    }

    #[test]
    fn a_preferred_citation_is_printed_or_missed(document in document(Words::Wild)) {
        let preferred = style::named("preferred").unwrap();
        match (preferred.cite_document(&document), document.preferred_citation()) {
            (Ok(citation), Some(words)) => prop_assert_eq!(citation.to_string(), words),
            (Err(error), None) => prop_assert!(error.to_string().starts_with(document.id())),
            (cited, words) => prop_assert!(false, "{cited:?} for {words:?}"),
        }
    }
}
