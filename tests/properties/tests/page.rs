//! The metadata of a web page, read by readers that follow Zotero's documented lists of fields, and by an HTML
//! parser.

mod support;

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};
use prefercite::document::Document;
use prefercite::style;
use proptest::prelude::*;
use support::{Words, document};

type Fields = BTreeMap<String, Vec<String>>;

/// The attributes of each element. Any other element fails the test.
fn elements(html: &str, allowed: &[&str]) -> Vec<(String, BTreeMap<String, String>)> {
    let mut elements = Vec::new();
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let name = String::from_utf8(tag.name.0.clone()).unwrap();
                assert!(allowed.contains(&name.as_str()), "<{name}> in {html}");
                let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
                elements.push((name, tag.attributes.iter().map(|(name, value)| (text(name), text(value))).collect()));
            }
            Token::EndTag(tag) => assert!(allowed.contains(&str::from_utf8(&tag.name).unwrap())),
            Token::String(words) => assert!(words.iter().all(u8::is_ascii_whitespace), "{html}"),
            // Characters that Unicode will never assign. The words stay.
            Token::Error(error) if error.as_str().contains("character") => {}
            other => panic!("{other:?} in {html}"),
        }
    }
    elements
}

/// The fields that Zotero's translator *Embedded Metadata* passes to its reader of RDF: names with a known prefix.
fn embedded(html: &str) -> Fields {
    let mut fields = Fields::new();
    for (name, attributes) in elements(html, &["meta", "link"]) {
        if name == "meta" {
            fields.entry(attributes["name"].clone()).or_default().push(attributes["content"].clone());
        }
    }
    fields
}

/// The context object of a COinS, split as in Zotero's `openurl.js`.
fn context_object(html: &str) -> Fields {
    let spans = elements(html, &["span"]);
    let [(_, attributes)] = spans.as_slice() else { panic!("one span: {html}") };
    assert_eq!(attributes["class"], "Z3988");
    let mut fields = Fields::new();
    for pair in attributes["title"].split('&') {
        let (key, value) = pair.split_once('=').expect("every key has a value");
        fields.entry(decode(key)).or_default().push(decode(value));
    }
    fields
}

fn decode(encoded: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let hex: Vec<u8> = rest.by_ref().take(2).collect();
            bytes.push(u8::from_str_radix(str::from_utf8(&hex).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn first<'f>(fields: &'f Fields, name: &str) -> Option<&'f str> {
    fields.get(name).map(|values| values[0].as_str())
}

fn cited(style: &str, document: &Document) -> String {
    style::named(style).unwrap().cite_document(document).unwrap().to_string()
}

const LETTER: &str = r#"{ "id": "mao/../1950", "kind": "telegram", "title": { "text": "Telegram, Mao Zedong to Zhou Enlai", "form": "supplied" },
    "creators": [{ "family": "Mao", "given": "Zedong", "order": "family-first" }],
    "recipients": [{ "body": "Central Committee, CCP" }, "Filippov, Ivan"], "date": "1950-01-07/1950-01-08", "languages": ["zh"],
    "place": "Moscow", "summary": "Korea & more", "subjects": ["Korea"],
    "holdings": [{ "repository": { "name": "Central Archive", "place": "Beijing" },
                   "path": [{ "level": "fonds", "title": "Mao Papers" }, { "level": "box", "id": 3 }] }],
    "surrogates": [{ "archive": "Digital Archive", "url": "https://example.org/a?b=c&d", "accessed": "2026-05-01" }] }"#;

#[test]
fn zotero_finds_every_field_in_meta_elements() {
    let letter: Document = serde_json::from_str(LETTER).unwrap();
    let fields = embedded(&cited("citation-meta", &letter));
    for (name, value) in [
        ("z:itemType", "letter"),
        ("DC.title", "Telegram, Mao Zedong to Zhou Enlai"),
        ("bib:authors", "Mao Zedong,"),
        ("DC.creator", "Mao Zedong"),
        ("DC.date", "1950-01-07"),
        ("z:archive", "Central Archive"),
        ("z:archiveLocation", "box 3"),
        ("citation_public_url", "https://example.org/a?b=c&d"),
        ("DCTERMS.abstract", "Korea & more"),
        ("DC.subject", "Korea"),
        ("z:accessDate", "2026-05-01"),
        (
            "z:extra",
            "archive_collection: Mao Papers\narchive-place: Beijing\nissued: 1950-01-07/1950-01-08\nevent-place: Moscow",
        ),
    ] {
        assert_eq!(first(&fields, name), Some(value), "{name}");
    }
    assert_eq!(fields["z:recipients"], ["Central Committee; CCP,", "Filippov, Ivan"]);
    // With it Zotero would lose the recipients.
    assert!(!fields.contains_key("citation_author"));
}

#[test]
fn zotero_finds_every_field_in_coins() {
    let letter: Document = serde_json::from_str(LETTER).unwrap();
    let fields = context_object(&cited("coins", &letter));
    for (name, value) in [
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "letter"),
        ("rft.title", "Telegram, Mao Zedong to Zhou Enlai"),
        ("rft.creator", "Mao Zedong,"),
        ("rft.date", "1950-01-07"),
        ("rft.source", "Central Archive"),
        ("rft.place", "Beijing"),
        ("rft_id", "https://example.org/a?b=c&d"),
    ] {
        assert_eq!(first(&fields, name), Some(value), "{name}");
    }
    assert_eq!(fields["rft.contributor"], ["Central Committee; CCP,", "Filippov, Ivan"]);
    let description = first(&fields, "rft.description").unwrap();
    assert!(description.starts_with("Korea & more "), "{description}");
    assert!(description.contains("Archival source: box 3, Mao Papers, Central Archive, Beijing"), "{description}");
}

#[test]
fn authors_of_literature_are_highwire_authors() {
    let article: Document = serde_json::from_str(
        r#"{ "id": "w", "kind": "article", "title": "Stalin, Mao, and Korea", "creators": ["Weathersby, Kathryn"],
             "source": { "container": "CWIHP Bulletin", "issue": "5", "date": "1995", "pages": "1-9" } }"#,
    )
    .unwrap();
    let fields = embedded(&cited("citation-meta", &article));
    assert_eq!(first(&fields, "citation_author"), Some("Weathersby, Kathryn"));
    assert_eq!(first(&fields, "citation_journal_title"), Some("CWIHP Bulletin"));
    let fields = context_object(&cited("coins", &article));
    assert_eq!(first(&fields, "rft_val_fmt"), Some("info:ofi/fmt:kev:mtx:journal"));
    assert_eq!(first(&fields, "rft.jtitle"), Some("CWIHP Bulletin"));
    assert_eq!(first(&fields, "rft.date"), Some("1995"));
}

#[test]
fn a_newspaper_is_no_journal() {
    let article: Document = serde_json::from_str(
        r#"{ "id": "w", "kind": "article", "title": "Kennan Dies at 101", "creators": ["Weiner, Tim"],
             "source": { "container": "New York Times", "date": "2005-03-18" } }"#,
    )
    .unwrap();
    let fields = embedded(&cited("citation-meta", &article));
    assert_eq!(first(&fields, "z:itemType"), Some("newspaperArticle"));
    assert_eq!(first(&fields, "z:publicationTitle"), Some("New York Times"));
    // Zotero would treat the document as an article of a journal.
    assert!(!fields.contains_key("citation_journal_title"));
}

#[test]
fn a_path_is_a_chain_of_parts() {
    let letter: Document = serde_json::from_str(LETTER).unwrap();
    let json: serde_json::Value = serde_json::from_str(&cited("json-ld", &letter)).unwrap();
    assert_eq!(json["@type"], serde_json::json!(["ArchiveComponent", "Message"]));
    assert_eq!(json["isPartOf"]["name"], "box 3");
    assert_eq!(json["isPartOf"]["isPartOf"]["name"], "Mao Papers");
    assert_eq!(json["holdingArchive"]["@type"], "ArchiveOrganization");
    assert_eq!(json["temporal"], "1950-01-07/1950-01-08");
    assert_eq!(json["recipient"][0]["@type"], "Organization");
    assert!(
        json["creditText"]
            .as_str()
            .unwrap()
            .starts_with("Telegram, Mao Zedong to Zhou Enlai, Moscow, January 7–8, 1950"),
        "{json}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, ..ProptestConfig::default() })]

    /// For any record, a page has these elements and no others, and one JSON object that cannot end a script.
    #[test]
    fn nothing_leaves_its_element(document in document(Words::Wild)) {
        let fields = embedded(&cited("citation-meta", &document));
        prop_assert_eq!(first(&fields, "z:citationKey"), Some(document.id()));
        prop_assert_eq!(fields["DC.title"].len(), 1);
        let fields = context_object(&cited("coins", &document));
        prop_assert_eq!(first(&fields, "ctx_ver"), Some("Z39.88-2004"));
        let json = cited("json-ld", &document);
        prop_assert!(!json.contains("</") && !json.contains("<!"));
        let read: serde_json::Value = serde_json::from_str(&json).unwrap();
        prop_assert_eq!(read["identifier"].as_str(), Some(document.id()));
    }
}
