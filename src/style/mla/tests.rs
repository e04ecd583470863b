use super::*;

fn entry(style: Mla, fields: &str) -> String {
    let document: Document = serde_json::from_str(&format!(r#"{{ "id": "r", {fields} }}"#))
        .unwrap_or_else(|error| panic!("{fields}: {error}"));
    style.text(&Cite::new(&document)).into_string()
}

#[test]
fn the_options_change_what_their_names_say() {
    let dated = r#""title": "A Report", "date": "1950", "surrogates": [{ "archive": "Digital Archive", "url": "https://example.org/1", "accessed": "2026-11-23" }]"#;
    assert_eq!(entry(Mla::NINTH, dated), "“A Report.” 1950. Digital Archive, example.org/1.");
    assert_eq!(entry(Mla::NINTH.schemes(), dated), "“A Report.” 1950. Digital Archive, https://example.org/1.");
    assert_eq!(
        entry(Mla::NINTH.access_dates(), dated),
        "“A Report.” 1950. Digital Archive, example.org/1. Accessed 23 Nov. 2026."
    );
    let supplied = r#""title": { "text": "report on Xinjiang", "form": "supplied" }"#;
    assert_eq!(entry(Mla::NINTH, supplied), "Report on Xinjiang.");
    assert_eq!(entry(Mla::NINTH.quoted_supplied_titles(), supplied), "“report on Xinjiang.”");
    for option in Mla::OPTIONS {
        assert!(Mla::NINTH.with_option(option).is_some_and(|style| style != Mla::NINTH), "{option}");
    }
}

#[test]
fn an_address_without_its_scheme_is_still_a_link() {
    let document: Document =
        serde_json::from_str(r#"{ "id": "r", "title": "T", "surrogates": [{ "url": "https://example.org/1" }] }"#)
            .unwrap();
    let html = Mla::NINTH.text(&Cite::new(&document)).render(&crate::notation::Html::new());
    assert_eq!(html, "“T.” <a href=\"https://example.org/1\">example.org/1</a>.");
}

#[test]
fn a_doi_that_was_copied_as_an_address_keeps_its_scheme() {
    let copied = r#""title": "T", "surrogates": [{ "url": "https://doi.org/10.1086/690235" }]"#;
    assert_eq!(entry(Mla::NINTH, copied), "“T.” https://doi.org/10.1086/690235.");
}

#[test]
fn a_government_opens_the_name_of_its_body() {
    let house = r#""kind": "resolution", "title": "On China", "creators": [{ "body": "House", "parent": "United States, Congress" }]"#;
    assert!(entry(Mla::NINTH, house).starts_with("United States, Congress, House. “On China.”"));
}

#[test]
fn a_locator_loses_its_pages_label_only() {
    let document: Document =
        serde_json::from_str(r#"{ "id": "r", "title": "T", "creators": ["Kennan, George F."] }"#).unwrap();
    for (locator, expected) in
        [("pp. 12-13", "(Kennan 12–13)"), ("12", "(Kennan 12)"), ("fols. 97-98", "(Kennan, fols. 97–98)")]
    {
        assert_eq!(Mla::NINTH.in_text().text(&Cite::new(&document).with_locator(locator)).as_str(), expected);
    }
}
