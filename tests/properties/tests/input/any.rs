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
            let mut own = records.ledger().iter().filter(|entry| entry.record.is_some());
            assert!(own.all(|entry| matches!(entry.fate, Fate::NotCarried(_))));
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

const TAGS: &[&str] = &[
    "AU", "A1", "A2", "A3", "A4", "ED", "TI", "T1", "T2", "T3", "BT", "ST", "TT", "DA", "PY", "Y1", "Y2", "DB", "DP",
    "PB", "CY", "AV", "AN", "CN", "VL", "IS", "NV", "M1", "M2", "M3", "N1", "N2", "AB", "KW", "SP", "EP", "SN", "UR",
    "L1", "L2", "DO", "LA", "CR", "C1", "C2", "C3", "C5", "JO", "JF", "JA", "J2", "OP", "RI", "ET", "ID", "X9", "TY",
];
const RIS_TYPES: &[&str] = &[
    "PCOMM", "ICOMM", "MANSCPT", "UNPB", "SOUND", "MAP", "ART", "CHAP", "BOOK", "JOUR", "NEWS", "THES", "RPRT", "ELEC",
    "GEN", "ODD", "",
];

/// What stands in fields of both formats, of our own export too.
const WORDS: &[&str] = &[
    "",
    "Kennan, George F.",
    "Mao Zedong,",
    "Humboldt, Alexander von",
    "Box 63, Folder 2",
    "f. 5, op. 49, d. 131, ll. 1-2",
    "FO 371/83313",
    "National Archives",
    "National Archives, Record Group 59, box 6462",
    "Kennan Papers",
    "General Records of the Department of State, Record Group 59",
    "1946/02/22/",
    "1946///",
    "1946-02-22",
    "22 February",
    "n.d.",
    "Telegram. Recipient: Zhou, Enlai. Number: 153. Archival source: box 1, National Archives. Repository: NARA; ISIL US-1; a copy",
    "Telegram. Names: Kennan, George F.: signed X, Chargé. Date: circa 1946 (1946). Time: 11:30. Language: Russian",
    "Digital archive: An Archive, no. 12, in English. Translated from Russian by A. B. Source edition: X, Y (Z, 1950)",
    "Also held: box 3, Library; copy: box 4. Also online: B, https://example.org/b, accessed May 1, 2020. Subjects: a; b",
    "[Telegram to James Byrnes, February 22, 1946]",
    "Telegram",
    "telegram to James Byrnes",
    "Letter from Mao to Stalin",
    "type: collection",
    "container-title: Book",
    "volume-title: Volume",
    "issued: 1950",
    "event-date: 1946",
    "interviewer: A || B",
    "Source edition: A, B (C, 1950)",
    "https://example.org/a",
    "10.1000/182",
    "English",
    "a; b, c",
    "12",
    "<p>Note</p>",
    "\u{7}",
    "É…—“”",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![6 => proptest::sample::select(WORDS).prop_map(str::to_owned), 1 => "[^\\PC\r\n\\\\{}~$`'\"#%@-]{0,20}"]
}

fn ris() -> impl Strategy<Value = String> {
    let tag = prop_oneof![9 => proptest::sample::select(TAGS).prop_map(str::to_owned), 1 => "[A-Z][A-Z0-9]"];
    let line = prop_oneof![
        12 => (tag, word()).prop_map(|(tag, text)| format!("{tag}  - {text}")),
        1 => word(),
        1 => Just("ER  - ".to_owned()),
        1 => Just(String::new()),
    ];
    let record = (proptest::sample::select(RIS_TYPES), proptest::collection::vec(line, 0..16))
        .prop_map(|(kind, lines)| format!("TY  - {kind}\n{}\nER  - \n", lines.join("\n")));
    (proptest::collection::vec(record, 0..4), "[a-z :]{0,12}", any::<bool>()).prop_map(|(records, head, crlf)| {
        let text = format!("{head}\n{}", records.join("\n"));
        if crlf { text.replace('\n', "\r\n") } else { text }
    })
}

#[cfg(feature = "bib")]
mod bib {
    use super::*;

    const FIELDS: &[&str] = &[
        "author",
        "editor",
        "translator",
        "bookauthor",
        "title",
        "subtitle",
        "shorttitle",
        "titleaddon",
        "date",
        "year",
        "month",
        "day",
        "origdate",
        "archive",
        "archive_location",
        "library",
        "institution",
        "organization",
        "collection",
        "box",
        "number",
        "location",
        "address",
        "note",
        "howpublished",
        "annote",
        "addendum",
        "url",
        "doi",
        "eprint",
        "eprinttype",
        "urldate",
        "booktitle",
        "maintitle",
        "journal",
        "series",
        "volume",
        "publisher",
        "pages",
        "isbn",
        "abstract",
        "keywords",
        "langid",
        "type",
        "file",
        "shortauthor",
        "origlocation",
        "origlanguage",
        "pagetotal",
        "entrysubtype",
        "unknown",
        "crossref",
    ];
    const TYPES: &[&str] = &[
        "misc",
        "unpublished",
        "letter",
        "book",
        "incollection",
        "article",
        "report",
        "thesis",
        "online",
        "odd",
        "suppcollection",
    ];

    /// A file that both parsers read: the key of each entry is its own.
    fn file() -> impl Strategy<Value = String> {
        let fields = proptest::collection::btree_map(proptest::sample::select(FIELDS), word(), 0..12);
        let entry = (proptest::sample::select(TYPES), fields).prop_map(|(kind, fields)| {
            let fields: Vec<String> = fields.into_iter().map(|(name, text)| format!("  {name} = {{{text}}}")).collect();
            (kind, fields.join(",\n"))
        });
        proptest::collection::vec(entry, 0..4).prop_map(|entries| {
            let entries = entries.into_iter().enumerate();
            entries.map(|(index, (kind, fields))| format!("@{kind}{{k{index},\n{fields}\n}}\n")).collect()
        })
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

        #[test]
        fn any_entry_of_bibtex_is_told_whole(text in file()) {
            read(&text, RecordFormat::BibTex, walkers::leaves_bib(&text));
            check_places(&text, RecordFormat::BibTex);
        }

        /// An entry that is broken costs itself: those before it, and those that begin behind it on lines of their own, are read.
        #[test]
        fn a_broken_entry_costs_itself(text in file(), at in any::<prop::sample::Index>(), with in "\\PC{0,3}|[{}\"@,=#]") {
            let whole = format!("@misc{{first, title = {{A}}}}\n{text}@misc{{last, title = {{Z}}}}\n");
            let (from, length) = ("@misc{first, title = {A}}\n".len(), text.len());
            let mut at = from + at.index(length.max(1)).min(length);
            while !whole.is_char_boundary(at) {
                at -= 1;
            }
            let broken = format!("{}{with}{}", &whole[..at], &whole[at..]);
            let reading = Records::new(&broken, RecordFormat::BibTex).collect_all();
            prop_assert!(reading.documents.iter().any(|document| document.id() == "first"), "{}", broken);
            Records::new(&broken[..at], RecordFormat::BibTex).collect_all();
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn any_record_of_ris_is_told_whole(text in ris()) {
        read(&text, RecordFormat::Ris, walkers::leaves_lines(&text));
        check_places(&text, RecordFormat::Ris);
    }

    /// Wherever a file is cut, the records before that are read.
    #[test]
    fn a_file_of_ris_may_end_anywhere(text in ris(), at in any::<prop::sample::Index>()) {
        let whole = format!("TY  - BOOK\nTI  - First\nID  - first\nER  - \n{text}");
        let mut at = at.index(whole.len());
        while !whole.is_char_boundary(at) {
            at -= 1;
        }
        let reading = Records::new(&whole[..at], RecordFormat::Ris).collect_all();
        prop_assert!(at < 40 || reading.documents.first().is_some_and(|document| document.id() == "first"));
    }
}

/// Files that are made to be slow, or deep, of the formats of lines and braces.
#[test]
fn a_hostile_file_of_lines_or_braces_is_read_in_time() {
    let many = |part: &str, count: usize| part.repeat(count);
    for text in [
        many("TY  - BOOK\n", 10_000),
        format!("TY  - BOOK\n{}", many("KW  - a\n", 90_000)),
        format!("TY  - BOOK\n{}", many("AU  - A, B\n", 20_000)),
        format!("TY  - PCOMM\nM3  - A\n{}", many("N1  - A. Number: 1\n", 5_000)),
        format!("TY  - BOOK\nN1  - {}", many("Number: 1. ", 100_000)),
        format!("TY  - BOOK\nN1  - {}", many("Translated by A. ", 50_000)),
        format!("TY  - PCOMM\nAU  - A\nN1  - A. Names: {}", many("A: signed B; ", 20_000)),
        format!("TY  - MANSCPT\nT2  - A\nAV  - {}", many("box 1, ", 100_000)),
        format!("TY  - BOOK\nTI  - a\n{}", many("continued\n", 50_000)),
        many("line\n", 50_000),
    ] {
        let each = std::time::Instant::now();
        Records::new(&text, RecordFormat::Ris).collect_all();
        RecordFormat::detect(&text);
        assert!(each.elapsed().as_secs() < 20, "{:?} for {}", each.elapsed(), &text[..60.min(text.len())]);
    }
    #[cfg(feature = "bib")]
    for text in [
        many("@misc{a, title={", 50_000),
        many("@misc{a, title={\n", 50_000),
        format!("@misc{{a, title={}x{}}}", many("{", 100_000), many("}", 100_000)),
        format!("@misc{{a, title={{{}x{}}}}}", many("\\emph{", 50_000), many("}", 50_000)),
        format!("@misc{{a, title={{{}}}}}", many("\\emph{a} ", 50_000)),
        format!("@misc{{a, author={{{}}}}}", many("A, B and ", 20_000)),
        format!("@misc{{a, {}}}", many("keywords = {a}, ", 50_000)),
        format!(
            "@string{{a = {{xxxxxxxxxx}}}}\n{}@misc{{b, title = z # z}}",
            (b'a'..=b'y')
                .map(|c| {
                    let (next, c) = (char::from(c + 1), char::from(c));
                    format!("@string{{{next} = {c} # {c} # {c} # {c}}}\n")
                })
                .collect::<String>()
        ),
        "@string{a = a # a}\n@misc{b, title = a # a}".to_owned(),
        many("@misc{a, crossref={a}}\n", 3_000),
        many("@misc{b, xdata={a,a,a}}\n", 2_000),
        many("@", 50_000),
        many("@a", 30_000),
        many("%\n", 30_000),
        format!("@misc{{a, library={{{}}}, note={{{}}}}}", many("a, ", 50_000), many("a, ", 50_000)),
    ] {
        let each = std::time::Instant::now();
        Records::new(&text, RecordFormat::BibTex).collect_all();
        RecordFormat::detect(&text);
        assert!(each.elapsed().as_secs() < 20, "{:?} for {}", each.elapsed(), &text[..60.min(text.len())]);
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
