use super::*;
use crate::document::Document;

fn item(json: &str) -> Record {
    let document: Document = serde_json::from_str(json).unwrap();
    CslJson::new().record(&Cite::new(&document))
}

#[test]
fn a_type_for_each_kind() {
    for (fields, item_type) in [
        (r#""kind": "letter""#, "personal_communication"),
        (r#""kind": "note""#, "personal_communication"),
        (r#""kind": "memorandum""#, "manuscript"),
        (r#""kind": "aide-mémoire""#, "manuscript"),
        (r#""kind": "report""#, "manuscript"),
        (r#""kind": "report", "number": "7""#, "report"),
        (r#""kind": "photograph""#, "graphic"),
        (r#""kind": "document""#, "document"),
        (r#""kind": "memorandum", "recipients": ["Ross"]"#, "personal_communication"),
        (r#""kind": "note verbale", "recipients": ["Ross"]"#, "personal_communication"),
        (r#""kind": "letter", "recipients": ["Ross"], "source": { "title": "T" }"#, "personal_communication"),
        (r#""kind": "letter", "source": { "title": "T" }"#, "chapter"),
        (r#""kind": "letter", "source": { "title": "T", "container": "J" }"#, "article-journal"),
        (r#""kind": "map", "source": { "title": "T" }, "holdings": [{ "repository": "R" }]"#, "map"),
    ] {
        assert_eq!(item(&format!(r#"{{ "id": "a", "title": "A", {fields} }}"#)).kind(), item_type, "{fields}");
    }
}

#[test]
fn the_digital_archive_is_the_archive_or_the_source() {
    let home = r#""surrogates": [{ "archive": "Digital Archive", "host": "Wilson Center" }]"#;
    let only = item(&format!(r#"{{ "id": "a", "title": "A", {home} }}"#));
    assert_eq!((only.text("archive"), only.text("source")), (Some("Digital Archive"), Some("Wilson Center")));
    let beside = item(&format!(r#"{{ "id": "a", "title": "A", {home}, "holdings": [{{ "repository": "AVPRF" }}] }}"#));
    // No style prints the source, so a digital archive in which a paper was read follows the holder.
    assert_eq!(
        (beside.text("archive"), beside.text("source")),
        (Some("AVPRF, Digital Archive"), Some("Digital Archive"))
    );
}

#[test]
fn pages_are_counted_where_the_extent_counts_them() {
    for (extent, counted) in [("12 pages", Some("12")), ("1 p.", Some("1")), ("162 leaves", None), ("a pages", None)] {
        let item = item(&format!(r#"{{ "id": "a", "title": "A", "extent": "{extent}" }}"#));
        assert_eq!(item.text("number-of-pages"), counted, "{extent}");
    }
}

#[test]
fn a_subject_with_a_semicolon_is_reported() {
    let omitted = item(r#"{ "id": "a", "title": "A", "subjects": ["Korea", "A; B"] }"#);
    let fields: Vec<&str> = omitted.omitted().iter().map(|it| it.field.as_str()).collect();
    assert_eq!((omitted.text("keyword"), fields), (Some("Korea; A; B"), vec!["subjects[1]"]));
}

#[test]
fn the_rights_are_in_the_note_or_in_license() {
    let document: Document = serde_json::from_str(r#"{ "id": "a", "title": "A", "rights": "Public domain" }"#).unwrap();
    let by_default = CslJson::new().record(&Cite::new(&document));
    assert_eq!((by_default.text("license"), by_default.text("note")), (None, Some("Document. Rights: Public domain")));
    let asked = CslJson::new().with_option("license").unwrap().record(&Cite::new(&document));
    assert_eq!((asked.text("license"), asked.text("note")), (Some("Public domain"), None));
}

#[test]
fn nothing_in_a_note_is_taken_for_a_field() {
    for (kind, words, note, omitted) in [
        ("letter", "Copy in {:type: book}", "Copy in {\u{2060}:type: book}", 1),
        ("letter", "DOI: 10.1/a. Seen", "Letter. DOI: 10.1/a. Seen", 0),
        ("document", "Дата: 1950", "Document. Дата: 1950", 0),
        ("type: book", "a:b", "Document. A:b", 0),
        ("letter", "See DOI: 10.1/a, {a: b}", "See DOI: 10.1/a, {a: b}", 0),
        ("letter", ": a", ": a", 0),
    ] {
        let record = serde_json::json!({ "id": "a", "title": "A", "kind": kind, "note": words });
        let item = CslJson::new().record(&Cite::new(&serde_json::from_value(record).unwrap()));
        assert_eq!((item.text("note"), item.omitted().len()), (Some(note), omitted));
    }
}

#[test]
fn the_keys_of_literature_have_variables() {
    let source = r#""date": 1998, "volumes": "3", "original": { "title": "O", "place": "Tokyo", "publisher": "K", "date": 1994 }"#;
    let book = item(&format!(r#"{{ "id": "a", "kind": "book", "title": "A", "source": {{ {source} }} }}"#));
    for (variable, words) in [
        ("number-of-volumes", "3"),
        ("original-title", "O"),
        ("original-publisher", "K"),
        ("original-publisher-place", "Tokyo"),
    ] {
        assert_eq!(book.text(variable), Some(words), "{variable}");
    }
    assert!(book.get("original-date").is_some() && book.omitted().is_empty(), "{book}");
    // A style would print the date of the first edition as the letter's own.
    let letter = format!(r#"{{ "id": "a", "kind": "letter", "recipients": ["R"], "source": {{ {source} }} }}"#);
    let letter = item(&letter);
    assert_eq!((letter.text("number-of-volumes"), letter.get("original-date")), (Some("3"), None));
    assert_eq!(letter.omitted().iter().map(|it| it.field.as_str()).collect::<Vec<_>>(), ["source.original"]);
    let review = r#"{ "id": "a", "kind": "article", "title": "A", "source": { "container": "J", "volume": "1" },
                      "reviewed": { "title": "T", "by": ["W"] } }"#;
    let review = item(review);
    assert_eq!(review.text("reviewed-title"), Some("T"));
    assert!(review.get("reviewed-author").is_some() && review.omitted().is_empty(), "{review}");
}
