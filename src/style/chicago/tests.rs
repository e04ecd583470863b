use super::*;
use crate::style::{NameUse, ShortNames};

fn document(fields: &str) -> Document {
    serde_json::from_str(&format!(r#"{{ "id": "r", {fields} }}"#)).unwrap_or_else(|error| panic!("{fields}: {error}"))
}

const TELEGRAM: &str = r#""kind": "telegram", "date": "1950-10-01",
    "creators": ["Stalin, Joseph"],
    "recipients": [{ "family": "Mao", "given": "Zedong", "order": "family-first" }, "Roshchin, N. V.", "Kim Il Sung"],
    "holdings": [{ "repository": { "abbreviation": "AVPRF" }, "leaves": "97-98",
        "path": [{ "level": "fond", "id": "0100" }, { "level": "opis", "id": "43" }] }],
    "surrogates": [{ "archive": "Digital Archive", "url": "https://example.org/1", "accessed": "2026-11-23" }]"#;

/// Cites the telegram in a style.
fn cited(style: Chicago) -> String {
    style.text(&Cite::new(&document(TELEGRAM))).into_string()
}

#[test]
fn every_option_changes_what_its_name_says() {
    let note = Chicago::EIGHTEENTH.note();
    let plain = "Joseph Stalin to Mao Zedong et al., telegram, October 1, 1950, f. 0100, op. 43, ll. 97–98, AVPRF, \
                 Digital Archive, https://example.org/1.";
    assert_eq!(cited(note), plain);
    for (style, from, to) in [
        (note.day_month_year(), "October 1, 1950", "1 October 1950"),
        (note.access_dates(), "https", "accessed November 23, 2026, https"),
        (note.repository_first(), "f. 0100, op. 43, ll. 97–98, AVPRF", "AVPRF, f. 0100, op. 43, ll. 97–98"),
        (
            note.digital_home_first(),
            "f. 0100, op. 43, ll. 97–98, AVPRF, Digital Archive",
            "Digital Archive, f. 0100, op. 43, ll. 97–98, AVPRF",
        ),
        (note.all_recipients(), "Mao Zedong et al.", "Mao Zedong, N. V. Roshchin, and Kim Il Sung"),
    ] {
        assert_eq!(cited(style), plain.replace(from, to));
    }
    let entry = cited(Chicago::EIGHTEENTH);
    assert!(entry.contains(". F. 0100, op. 43"), "{entry}");
    assert_eq!(cited(Chicago::EIGHTEENTH.lower_case_codes()), entry.replace("F. 0100", "f. 0100"));
}

#[test]
fn the_other_options_need_other_documents() {
    let supplied = document(
        r#""kind": "report", "date": "1956/1959", "title": { "text": "Report on Xinjiang", "form": "supplied" }"#,
    );
    let note = |style: Chicago| style.note().text(&Cite::new(&supplied)).into_string();
    assert_eq!(note(Chicago::EIGHTEENTH), "Report on Xinjiang, 1956–1959.");
    assert_eq!(note(Chicago::EIGHTEENTH.quoted_supplied_titles()), "“Report on Xinjiang,” 1956–1959.");
    assert_eq!(note(Chicago::EIGHTEENTH.abbreviated_years()), "Report on Xinjiang, 1956–59.");

    let printed = document(
        r#""kind": "letter", "creators": ["A, B"], "recipients": ["C, D"], "date": "1867",
        "source": { "title": "Letters", "publisher": "P", "date": 1930, "pages": "133-134" }"#,
    );
    let entry = |style: Chicago| style.text(&Cite::new(&printed)).into_string();
    assert_eq!(entry(Chicago::EIGHTEENTH), "A, B. B A to D C, 1867. In Letters. P, 1930.");
    assert_eq!(entry(Chicago::EIGHTEENTH.pages_in_entries()), "A, B. B A to D C, 1867. In Letters, 133–34. P, 1930.");
}

#[test]
fn every_named_option_is_one() {
    for option in Chicago::OPTIONS {
        assert!(Chicago::EIGHTEENTH.with_option(option).is_some_and(|style| style != Chicago::EIGHTEENTH), "{option}");
    }
    assert_eq!(Chicago::EIGHTEENTH.with_option("title-case"), None);
}

#[test]
fn a_form_is_requested_or_the_default() {
    let telegram = document(TELEGRAM);
    for (style, form, opens) in [
        (Chicago::EIGHTEENTH, None, "Stalin, Joseph. Telegram"),
        (Chicago::EIGHTEENTH.author_date(), None, "Stalin, Joseph. 1950. Telegram"),
        (Chicago::EIGHTEENTH.in_text(), Some(Form::Entry), "Stalin, Joseph. 1950. Telegram"),
        (Chicago::EIGHTEENTH, Some(Form::Note), "Joseph Stalin to Mao"),
        (Chicago::EIGHTEENTH, Some(Form::Short), "Stalin to Mao"),
        (Chicago::EIGHTEENTH, Some(Form::InText), "(Stalin 1950)"),
    ] {
        let mut cite = Cite::new(&telegram);
        if let Some(form) = form {
            cite = cite.with_form(form);
        }
        let text = style.text(&cite);
        assert!(text.as_str().starts_with(opens), "{text}");
    }
}

#[test]
fn a_suffix_follows_the_year() {
    let (dated, undated) =
        (document(TELEGRAM), document(r#""kind": "report", "title": "Report", "creators": ["Kim, Il"]"#));
    let in_text = |document| Chicago::EIGHTEENTH.in_text().text(&Cite::new(document).with_suffix("a")).into_string();
    assert_eq!(in_text(&dated), "(Stalin 1950a)");
    assert_eq!(in_text(&undated), "(Kim, n.d.-a)");
}

#[test]
fn italics_are_marks() {
    let printed = document(
        r#""kind": "letter", "creators": ["A, B"], "recipients": ["C, D"], "date": "1867", "source": { "title": "Letters" }"#,
    );
    let note = Chicago::EIGHTEENTH.note().text(&Cite::new(&printed));
    assert_eq!(note.render(&crate::notation::Html::new()), "B A to D C, 1867, in <i>Letters</i>.");
}

/// A list is read on its own, so it prints the collection in full even if a short name is requested (RULES 9.1).
#[test]
fn lists_name_the_collection_in_full() {
    let letter = document(
        r#""kind": "letter", "creators": ["A, B"], "date": "1950", "holdings": [{ "repository": "Archive",
           "path": [{ "level": "collection", "title": "Papers of B A", "short": "BA Papers" }, { "level": "box", "id": "3" }] }]"#,
    );
    let cite = Cite::new(&letter).with_short_names(ShortNames { collection: NameUse::Short, ..ShortNames::default() });
    let cited = |style: Chicago| style.text(&cite).into_string();
    assert_eq!(cited(Chicago::EIGHTEENTH.note()), "B A, letter, 1950, box 3, BA Papers.");
    assert_eq!(cited(Chicago::EIGHTEENTH), "A, B. Letter. 1950. Box 3. Papers of B A. Archive.");
    assert_eq!(cited(Chicago::EIGHTEENTH.author_date()), "A, B. 1950. Letter. Box 3. Papers of B A. Archive.");
}
