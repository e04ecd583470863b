//! What we export is read again: which values come back in their keys, and which do not, with the reason.

use std::collections::BTreeMap;

use prefercite::input::{RecordFormat, Records};
use prefercite::style::{CslJson, Hayagriva};
use prefercite::{Cite, Document, Record};
use serde_json::Value;

use crate::{read, walkers};

const RECORDS: &[&str] = &[
    include_str!("../../../../examples/records/documents.yaml"),
    include_str!("../../../../examples/records/literature.yaml"),
    include_str!("../../../../examples/records/chapter.yaml"),
];

fn records() -> Vec<Document> {
    let all = RECORDS.iter().flat_map(|text| Records::new(text, RecordFormat::Yaml).collect_all().documents);
    let mut documents: Vec<Document> = all.collect();
    documents.sort_by(|one, other| one.id().cmp(other.id()));
    documents.dedup_by(|one, other| one.id() == other.id());
    documents
}

/// The values of a record by their keys; indexes do not count.
fn values(value: &Value, key: &str, found: &mut BTreeMap<String, Vec<String>>) {
    match value {
        Value::Object(map) => {
            map.iter().for_each(|(name, value)| {
                values(value, &if key.is_empty() { name.clone() } else { format!("{key}.{name}") }, found)
            });
        }
        Value::Array(list) => list.iter().for_each(|value| values(value, key, found)),
        Value::String(text) => found.entry(key.to_owned()).or_default().push(text.clone()),
        other => found.entry(key.to_owned()).or_default().push(other.to_string()),
    }
}

/// Letters and digits: dashes, quotation marks and the order of a name are the style's.
fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut words: Vec<String> = words.map(str::to_lowercase).collect();
    words.sort();
    words
}

/// What of a way back is the same: values whole in their first key, values anywhere in the record, and all.
#[derive(Debug, Default)]
struct Kept {
    in_key: usize,
    anywhere: usize,
    all: usize,
    lost: BTreeMap<String, usize>,
}

fn compare(kept: &mut Kept, document: &Document, again: &Document) {
    let (mut before, mut after) = (BTreeMap::new(), BTreeMap::new());
    values(&serde_json::to_value(document).unwrap(), "", &mut before);
    values(&serde_json::to_value(again).unwrap(), "", &mut after);
    let first = |key: &str| key.split('.').next().unwrap_or_default().to_owned();
    let all_words: Vec<String> = words(&after.values().flatten().cloned().collect::<Vec<_>>().join(" "));
    for (key, texts) in before {
        let of_key: Vec<String> = after
            .iter()
            .filter(|(other, _)| first(other) == first(&key))
            .flat_map(|(_, texts)| texts.iter().cloned())
            .collect();
        let of_key = words(&of_key.join(" "));
        for text in texts {
            kept.all += 1;
            let words = words(&text);
            let is_in = |all: &[String]| words.iter().all(|word| all.binary_search(word).is_ok());
            match (is_in(&of_key), is_in(&all_words)) {
                (true, _) => (kept.in_key, kept.anywhere) = (kept.in_key + 1, kept.anywhere + 1),
                (false, true) => kept.anywhere += 1,
                (false, false) => *kept.lost.entry(key.clone()).or_default() += 1,
            }
        }
    }
}

fn way_back(name: &str, format: RecordFormat, export: impl Fn(&Document) -> Record) -> Kept {
    let mut kept = Kept::default();
    let documents = records();
    for document in &documents {
        let text = match format {
            RecordFormat::CslJson => format!("[{}]", export(document)),
            _ => export(document).to_string(),
        };
        assert_eq!(RecordFormat::detect(&text), format, "{text}");
        let mut records = Records::new(&text, format);
        let again = records.next().unwrap().unwrap_or_else(|error| panic!("{error}\n{text}"));
        assert_eq!(again.id(), document.id());
        compare(&mut kept, document, &again);
        if std::env::var_os("SHOW").is_some() {
            println!("{text}\n{}", serde_json::to_string_pretty(&again).unwrap());
        }
    }
    println!(
        "{name}: of {} values of {} records {} are in their key again, {} in another key or the note",
        kept.all,
        documents.len(),
        kept.in_key,
        kept.anywhere - kept.in_key
    );
    println!("  not as they were: {:?}", kept.lost);
    kept
}

/// Keys that no format has a place for: their values are nowhere in what is read. Why:
/// * a word of the record format is said otherwise, or the format has no word for it;
/// * `Record::omitted` reports it;
/// * a date is in brackets, or only the beginning of a range is there;
/// * pages are shortened in print: 134-135 is 134–35.
const UNSAID: &[&str] = &[
    "contributions.by.affiliation",
    "contributions.roles",
    "date",
    "holdings.leaves.unit",
    "holdings.path.level",
    "holdings.path.short",
    "holdings.role",
    "kind",
    "source.title.language",
    "title.form",
    "translation.source.pages",
];

/// Names are text in the order of the style.
const ORDER: &[&str] = &["contributions.by.order", "creators.order", "recipients.order"];

/// `keys` are the keys that this format alone has no place for.
fn check(kept: &Kept, in_key: usize, anywhere: usize, keys: &[&[&str]]) {
    assert!(kept.in_key * 100 >= kept.all * in_key, "{} of {}", kept.in_key, kept.all);
    assert!(kept.anywhere * 100 >= kept.all * anywhere, "{} of {}", kept.anywhere, kept.all);
    let mut known: Vec<&str> = [UNSAID].iter().chain(keys).flat_map(|keys| keys.iter().copied()).collect();
    known.sort_unstable();
    let lost: Vec<&str> = kept.lost.keys().map(String::as_str).collect();
    // No excuse for a value that comes back.
    assert_eq!(lost, known);
}

#[test]
fn hayagriva_is_read_again() {
    let kept = way_back("hayagriva", RecordFormat::Hayagriva, |it| Hayagriva::new().record(&Cite::new(it)));
    let keys = &[
        "preferred-citation",
        "reviewed.by",
        "reviewed.title",
        "source.original.place",
        "source.original.publisher",
        "title.language",
    ];
    check(&kept, 88, 91, &[ORDER, keys]);
}

#[test]
fn csl_json_is_read_again() {
    let plain = way_back("csl-json", RecordFormat::CslJson, |it| CslJson::new().record(&Cite::new(it)));
    check(&plain, 88, 95, &[&["source.pages"]]);
    let zotero =
        way_back("csl-json, zotero", RecordFormat::CslJson, |it| CslJson::new().zotero().record(&Cite::new(it)));
    check(&zotero, 88, 94, &[ORDER, &["source.number", "source.pages"]]);
    for document in records() {
        let item = format!("[{}]", CslJson::new().whole_record().record(&Cite::new(&document)));
        let again = Records::detect(&item).next().unwrap().unwrap();
        assert_eq!(again, document);
    }
}

#[test]
fn a_library_of_typst_is_told_whole() {
    let text = include_str!("files/typst.yml");
    let value: Value = serde_saphyr::from_str(text).unwrap();
    let reading = read(text, RecordFormat::Hayagriva, walkers::leaves_json(&value.to_string()));
    assert!(reading.errors.is_empty(), "{:?}", reading.errors);
    assert_eq!(RecordFormat::detect(text), RecordFormat::Hayagriva);
    let means = serde_json::to_value(&reading.documents).unwrap();
    let expected: Value = serde_saphyr::from_str(include_str!("gold/typst.yaml")).unwrap();
    for (document, expected) in means.as_array().unwrap().iter().zip(expected.as_array().unwrap()) {
        assert_eq!(document, expected);
    }
    assert_eq!(means.as_array().unwrap().len(), expected.as_array().unwrap().len());
    // A broken entry costs itself.
    let broken = text.replace("title: Automata studies", "title: [Automata studies");
    let reading = Records::new(&broken, RecordFormat::Hayagriva).collect_all();
    assert_eq!((reading.documents.len(), reading.errors.len()), (expected.as_array().unwrap().len() - 1, 1));
}

proptest::proptest! {
    /// A broken library is read as far as it goes.
    #[test]
    fn a_broken_library_is_read_as_far_as_it_goes(at in proptest::prelude::any::<proptest::sample::Index>(), with in "\\PC{0,3}|[\\[\\]{}\",:&*|-]|\n") {
        let text = include_str!("files/typst.yml");
        let at = (0..=at.index(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
        let broken = format!("{}{with}{}", &text[..at], text[at..].chars().skip(1).collect::<String>());
        let reading = Records::new(&broken, RecordFormat::Hayagriva).collect_all();
        proptest::prop_assert!(reading.documents.len() + reading.errors.len() >= 4, "{}", broken);
        Records::detect(&broken).collect_all();
        Records::new(&broken, RecordFormat::HouseLines).collect_all();
    }
}

/// None of our own files is taken for another's.
#[test]
fn our_own_records_are_not_taken_for_a_library() {
    for text in RECORDS {
        assert_eq!(RecordFormat::detect(text), RecordFormat::Yaml);
        for document in Records::new(text, RecordFormat::Yaml).collect_all().documents {
            let one = serde_json::to_value(&document).unwrap();
            let lines = one.as_object().unwrap().iter().map(|(key, value)| format!("{key}: {value}\n"));
            assert_eq!(RecordFormat::detect(&lines.collect::<String>()), RecordFormat::Yaml);
        }
    }
    for text in [
        "title:\n  text: A\n  form: work\nid: a\n",
        "x-own:\n  type: book\nid: a\ntitle: A\n",
        "source:\n  title: B\nid: a\n",
    ] {
        assert_eq!(RecordFormat::detect(text), RecordFormat::Yaml, "{text}");
    }
}
