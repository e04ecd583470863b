//! Any item, however odd: each value is reported once, and is where the ledger says.

use prefercite::input::{Fate, RecordFormat, Records};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use crate::support::{Words, document};
use crate::{read, walkers};

/// Fields of both formats, and some that are of none.
const FIELDS: &[&str] = &[
    "title",
    "shortTitle",
    "title-short",
    "archive",
    "archiveLocation",
    "archive_location",
    "archive_collection",
    "archive-place",
    "callNumber",
    "call-number",
    "date",
    "url",
    "URL",
    "DOI",
    "accessDate",
    "libraryCatalog",
    "source",
    "extra",
    "note",
    "language",
    "place",
    "publisher",
    "publisher-place",
    "event-place",
    "pages",
    "page",
    "numPages",
    "series",
    "collection-title",
    "letterType",
    "manuscriptType",
    "genre",
    "ISBN",
    "abstractNote",
    "abstract",
    "rights",
    "bookTitle",
    "container-title",
    "volume",
    "issue",
    "institution",
    "journalAbbreviation",
    "publicationTitle",
    "citationKey",
    "key",
    "id",
    "keyword",
    "number",
    "unknown",
    "medium",
];

const TEXTS: &[&str] = &[
    "",
    " ",
    "Box 36, Folder 7",
    "f. 5, op. 49, d. 131, ll. 1-2",
    "FO 371/83313",
    "RG 59, Lot 72 D 415",
    "5/9/1958",
    "1958",
    "1944-1945",
    "1950-13-45",
    "n.d.",
    "Letter from Mao Zedong to Stalin, 5 May 1950",
    "[Brev til Aksel Larsen]",
    "Referat af møde",
    "\u{7}",
    "\u{202e}x",
    "The National Archives, Kew",
    "Kennan Papers",
    "An Example Digital Archive",
    "Library of Congress, Washington, D.C.",
    "English",
    "da",
    "https://example.org/a",
    "ftp://x y",
    "10.1000/182",
    "2026-11-23T10:00:00Z",
    "RGANI, f. 5, op. 49. Translated by Jane Example.",
    "archive_collection: Papers\nDOI: 10.1000/1\nCitation Key: x\nissued: 1945/1952",
    "type: map",
    "Obtained by A; translated and edited by B, C, and D.",
    "true",
    "165",
    "<p>Note &amp; more</p>",
    "a, b; c",
    "Mao, Zedong, 1893-1976",
    "É…—“”",
    "Series IV: \"Korea, 1950\", Box B",
];

fn text() -> impl Strategy<Value = Value> {
    prop_oneof![
        4 => proptest::sample::select(TEXTS).prop_map(|text| json!(text)),
        1 => "\\PC{0,30}".prop_map(|text| json!(text)),
        1 => any::<i32>().prop_map(|number| json!(number)),
        1 => Just(Value::Null),
        1 => Just(json!(true)),
    ]
}

fn name() -> impl Strategy<Value = Value> {
    const PARTS: &[&str] = &[
        "lastName",
        "firstName",
        "name",
        "fieldMode",
        "creatorType",
        "family",
        "given",
        "literal",
        "suffix",
        "static-ordering",
        "non-dropping-particle",
    ];
    const NAME_TEXTS: &[&str] = &[
        "Mao",
        "Zedong",
        "Mao, Zedong, 1893-1976",
        "United States. Department of State",
        "author",
        "recipient",
        "editor",
        "contributor",
        "producer",
        "1",
        "Jr.",
        "Conference",
        "Quebec)",
        "",
        "von",
    ];
    proptest::collection::btree_map(
        proptest::sample::select(PARTS).prop_map(str::to_owned),
        proptest::sample::select(NAME_TEXTS).prop_map(|text| json!(text)),
        0..5,
    )
    .prop_map(|map| Value::Object(map.into_iter().collect()))
}

fn item(kind: &'static str, types: &'static [&'static str]) -> impl Strategy<Value = Value> {
    let fields =
        proptest::collection::btree_map(proptest::sample::select(FIELDS).prop_map(str::to_owned), text(), 0..14);
    const LISTS: &[&str] =
        &["creators", "author", "recipient", "editor", "translator", "contributor", "narrator", "container-author"];
    let names = proptest::collection::btree_map(
        proptest::sample::select(LISTS).prop_map(str::to_owned),
        proptest::collection::vec(name(), 0..4).prop_map(Value::Array),
        0..3,
    );
    let part = prop_oneof![
        Just(json!(1950)),
        Just(json!("1950")),
        Just(json!(13)),
        Just(json!("x")),
        Just(json!(0)),
        Just(json!(5))
    ];
    let parts = proptest::collection::vec(proptest::collection::vec(part, 0..4), 0..3);
    let dates = (parts, proptest::option::of(text()), any::<bool>())
        .prop_map(|(parts, literal, circa)| json!({ "date-parts": parts, "literal": literal, "circa": circa }))
        .boxed();
    let others =
        (proptest::option::of(dates.clone()), proptest::option::of(dates), proptest::collection::vec(text(), 0..3));
    (proptest::sample::select(types), fields, names, others).prop_map(
        move |(word, fields, names, (issued, event, tags))| {
            let mut item: Map<String, Value> = fields.into_iter().chain(names).collect();
            item.insert(kind.to_owned(), json!(word));
            item.insert("tags".to_owned(), Value::Array(tags.into_iter().map(|tag| json!({ "tag": tag })).collect()));
            if kind == "type" {
                item.extend(issued.map(|date| ("issued".to_owned(), date)));
                item.extend(event.map(|date| ("event-date".to_owned(), date)));
            }
            Value::Object(item)
        },
    )
}

/// Properties as files of Tropy name them, and some that its context does not know.
const PROPERTIES: &[&str] = &[
    "title",
    "creator",
    "audience",
    "date",
    "type",
    "source",
    "dcterms:source",
    "collection",
    "box",
    "folder",
    "piece",
    "identifier",
    "dcterms:identifier",
    "http://purl.org/dc/terms/title",
    "language",
    "rights",
    "format",
    "coverage",
    "description",
    "subject",
    "tag",
    "list",
    "url",
    "template",
    "@type",
    "@id",
    "own:word",
    "unknown[0].x",
    "photographer",
    "LocationCreated",
];

fn tropy_item() -> impl Strategy<Value = Value> {
    let value = prop_oneof![
        4 => text(),
        1 => text().prop_map(|text| json!({ "@type": "https://tropy.org/v1/tropy#date", "@value": text })),
        1 => text().prop_map(|text| json!({ "@id": text })),
        1 => text().prop_map(|text| json!({ "name": text, "color": "red" })),
        1 => proptest::collection::vec(text(), 0..3).prop_map(Value::Array),
        1 => proptest::collection::vec(text(), 0..3).prop_map(|texts| json!({ "@list": texts, "@type": "x" })),
    ];
    let note = (text(), proptest::option::of(text())).prop_map(
        |(text, html)| json!({ "@type": "Note", "text": { "@value": text, "@language": "en" }, "html": html }),
    );
    let photo = (proptest::collection::vec(note, 0..3), text(), any::<bool>()).prop_map(|(notes, title, many)| {
        let selection = json!([{ "@type": "Selection", "x": 1, "note": notes.clone() }]);
        let notes = if many || notes.len() != 1 { Value::Array(notes) } else { notes[0].clone() };
        json!({ "@type": "Photo", "title": title, "page": 0, "note": notes, "selection": selection })
    });
    let fields =
        proptest::collection::btree_map(proptest::sample::select(PROPERTIES).prop_map(str::to_owned), value, 0..12);
    (fields, proptest::collection::vec(photo, 0..3)).prop_map(|(fields, photos)| {
        let mut item: Map<String, Value> = fields.into_iter().collect();
        item.insert("photo".to_owned(), Value::Array(photos));
        Value::Object(item)
    })
}

fn tropy_context() -> Value {
    json!({
        "@vocab": "https://tropy.org/v1/tropy#", "template": { "@type": "@id" }, "dcterms": "http://purl.org/dc/terms/",
        "title": "http://purl.org/dc/elements/1.1/title", "creator": "http://purl.org/dc/terms/creator", "audience": "dcterms:audience",
        "date": { "@id": "http://purl.org/dc/elements/1.1/date", "@type": "https://tropy.org/v1/tropy#date" },
        "type": "http://purl.org/dc/elements/1.1/type", "source": "http://purl.org/dc/elements/1.1/source",
        "identifier": "http://purl.org/dc/elements/1.1/identifier", "format": "http://purl.org/dc/elements/1.1/format",
        "coverage": "http://purl.org/dc/elements/1.1/coverage",
        "LocationCreated": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/LocationCreated",
    })
}

const ZOTERO: &[&str] =
    &["letter", "manuscript", "book", "document", "report", "map", "thesis", "journalArticle", "attachment", "odd"];
const CSL: &[&str] =
    &["personal_communication", "manuscript", "book", "chapter", "report", "article-journal", "collection", "odd"];

/// A field that the ledger names is in the document: the value itself, or the short form that stands for it.
pub(crate) fn check_places(text: &str, format: RecordFormat) {
    let mut records = Records::new(text, format);
    while let Some(record) = records.next() {
        let Ok(document) = record else {
            assert!(records.ledger().iter().all(|entry| matches!(entry.fate, Fate::NotCarried(_))));
            continue;
        };
        let written = serde_json::to_value(&document).unwrap();
        for entry in records.ledger() {
            let own = match &entry.fate {
                Fate::Key(path) | Fate::Guessed(path, _) => Some(path),
                Fate::Note(_) => {
                    assert!(document.note().is_some(), "{entry}\n{written:#}");
                    None
                }
                _ => None,
            };
            for path in own.into_iter().chain(entry.guesses.iter().map(|guess| &guess.path)) {
                let mut node = &written;
                for step in path.steps() {
                    let below = match step {
                        prefercite::document::Step::Key(key) => node.get(key.as_ref()),
                        prefercite::document::Step::Index(index) => node.get(*index),
                        _ => None,
                    };
                    match below {
                        Some(below) => node = below,
                        None => {
                            assert!(node.is_string(), "{entry}: nothing is at {path}\n{written:#}");
                            break;
                        }
                    }
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_item_of_zotero_is_told_whole(items in proptest::collection::vec(item("itemType", ZOTERO), 1..5), shape in 0..3) {
        let text = match shape {
            0 => serde_json::to_string_pretty(&items).unwrap(),
            1 => json!({ "config": { "id": 1 }, "items": items }).to_string(),
            _ => Value::Array(items.iter().map(|item| json!({ "key": "K", "links": { "a": "b" }, "data": item })).collect()).to_string(),
        };
        read(&text, RecordFormat::Zotero, walkers::leaves_json(&text));
        check_places(&text, RecordFormat::Zotero);
    }

    #[test]
    fn any_item_of_csl_json_is_told_whole(items in proptest::collection::vec(item("type", CSL), 1..5)) {
        let text = serde_json::to_string_pretty(&items).unwrap();
        read(&text, RecordFormat::CslJson, walkers::leaves_json(&text));
        check_places(&text, RecordFormat::CslJson);
    }

    #[test]
    fn any_item_of_tropy_is_told_whole(items in proptest::collection::vec(tropy_item(), 1..4), shape in 0..5) {
        let context = tropy_context();
        let text = match shape {
            0 => serde_json::to_string_pretty(&json!({ "@context": context, "@graph": items, "version": "1.17.3" })).unwrap(),
            // Keys have no order.
            1 => format!("{{\"@graph\": {}, \"@context\": {context}}}", Value::Array(items)),
            2 => json!([{ "@context": context, "@graph": items, "template": "x" }, { "@context": context, "@graph": { "title": "One" } }]).to_string(),
            3 => json!({ "@context": context, "template": "x", "item": items }).to_string(),
            _ => Value::Array(items).to_string(),
        };
        read(&text, RecordFormat::Tropy, walkers::leaves_json(&text));
        check_places(&text, RecordFormat::Tropy);
    }

    /// The whole record at `custom.prefercite` comes back exactly.
    #[test]
    fn our_own_record_comes_back(document in document(Words::Wild)) {
        let item = json!([{ "id": "other", "type": "document", "title": "T", "custom": { "prefercite": serde_json::to_value(&document).unwrap() } }]);
        let text = item.to_string();
        let read = Records::new(&text, RecordFormat::CslJson).next().unwrap();
        let read = read.map_err(|refusal| TestCaseError::fail(format!("{refusal}\n{text}")))?;
        prop_assert_eq!(&read, &document);
        prop_assert_eq!(RecordFormat::detect(&text), RecordFormat::CslJson);
    }

    /// A broken file is read as far as it goes: never a panic, never a wait.
    #[test]
    fn a_broken_file_costs_what_is_broken(items in proptest::collection::vec(item("itemType", ZOTERO), 1..5), at in any::<prop::sample::Index>(), with in "\\PC{0,3}|[\\[\\]{}\",:]") {
        let text = serde_json::to_string_pretty(&items).unwrap();
        let mut at = at.index(text.len());
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        let broken = format!("{}{with}{}", &text[..at], &text[at..].chars().skip(1).collect::<String>());
        let reading = Records::new(&broken, RecordFormat::Zotero).collect_all();
        prop_assert!(reading.documents.len() + reading.errors.len() + 3 >= items.len().min(1));
        Records::new(&broken, RecordFormat::CslJson).collect_all();
    }
}

/// Files that are made to be slow: each costs no more than its length.
#[test]
fn a_hostile_file_is_read_in_time() {
    let start = std::time::Instant::now();
    let many = |part: &str, count: usize| part.repeat(count);
    for text in [
        format!("[{}", many("{\"a\":[", 100_000)),
        format!("[{}", many("{\"itemType\":\"book\",\"title\":\"", 50_000)),
        format!("[{}]", many("{\"itemType\" \"book\"},", 50_000)),
        format!(
            "[{{\"itemType\":\"book\",\"creators\":[{}{{}}]}}]",
            many("{\"lastName\":\"A\",\"creatorType\":\"author\"},", 20_000)
        ),
        format!("[{{\"itemType\":\"book\",\"tags\":[{}\"x\"]}}]", many("\"x\",", 90_000)),
        format!("[{{\"itemType\":\"book\",\"title\":\"t\",\"tags\":[{}\"x\"]}}]", many("\"\\u0007\",", 90_000)),
        format!("[{{\"itemType\":\"book\",\"title\":\"{}\"}}]", many("letter to ", 100_000)),
        format!("[{{\"itemType\":\"book\",\"archiveLocation\":\"{}\"}}]", many("Box 1, ", 100_000)),
        format!("[{{\"itemType\":\"book\",\"archiveLocation\":\"{}\"}}]", many("Translated by A. ", 50_000)),
        format!("[{{\"itemType\":\"book\",\"extra\":\"{}\"}}]", many("Collection Title: A\\n", 30_000)),
        format!("[{{\"itemType\":\"book\",\"date\":\"{}\"}}]", many("1950;", 100_000)),
        format!("[{{\"itemType\":\"book\",\"{}\":[{}1]}}]", many("k", 100_000), many("1,", 90_000)),
        format!(
            "{{\"@context\":{{{}\"a\":\"b\"}},\"@graph\":[{{\"title\":\"t\"}}]}}",
            many("\"k:k\":\"k:k\",", 40_000)
        ),
        format!("{{\"@graph\":[{}{{}}]}}", many("{\"title\":\"t\"},", 50_000)),
        format!("[{{\"title\":\"t\",\"creator\":\"{}\"}}]", many("A;", 50_000)),
        format!("[{{\"title\":\"t\",\"photo\":[{}{{}}]}}]", many("{\"note\":{\"text\":\"n\"}},", 30_000)),
        many("{\"@graph\":[", 50_000),
        many("[{\"@graph\":", 50_000),
        many("{\"items\":[", 50_000),
        many("[", 200_000),
    ] {
        for format in [RecordFormat::Zotero, RecordFormat::CslJson, RecordFormat::Tropy] {
            let each = std::time::Instant::now();
            Records::new(&text, format).collect_all();
            RecordFormat::detect(&text);
            assert!(each.elapsed().as_secs() < 20, "{:?} for {}", each.elapsed(), &text[..60]);
            if std::env::var_os("SHOW").is_some() {
                println!("{format:?} {:?} {}", each.elapsed(), &text[..60]);
            }
        }
    }
    assert!(start.elapsed().as_secs() < 120, "{:?}", start.elapsed());
}
