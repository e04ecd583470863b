//! `src/doc/fields.md`: the field of each datum in each format of named fields, as the styles write it.

use std::fmt::Write;
use std::path::Path;

use prefercite::citation::{Field, Value};
use prefercite::{Document, style};
use serde_json::Value as Json;

const FORMATS: &[&str] = &["bibtex", "biblatex", "ris", "csl-json", "hayagriva"];
const PAGE_METADATA: &[&str] = &["json-ld", "coins", "citation-meta"];

/// A letter with every field, each with a word of its own.
const LETTER: &str = r#"{ "id": "key", "kind": "letter", "genre": "open Genre", "date": "1950-01-07", "time": "18:30", "place": "Writtenat",
    "title": { "text": "Formaltitle", "translated": "Titletranslated", "original": "Titleoriginal", "short": "Titleshort" },
    "creators": [{ "family": "Creator", "given": "Given", "signed-as": "Signedas", "role": "Office" }],
    "recipients": [{ "body": "Recipientbody", "abbreviation": "RB", "role": "Bodyrole" }], "participants": ["Participant"], "interviewers": ["Interviewer"],
    "number": "Number 153", "medium": "Typescript", "languages": ["ru"], "summary": "Summaryofit", "extent": "12 leavesof",
    "rights": "Rightsof", "classification": "Topsecret", "subjects": ["Korea"], "note": "Noteofit", "preferred-citation": "Preferredwords",
    "holdings": [{ "repository": { "name": "Repositoryname", "place": "Cityofit", "abbreviation": "ABBR", "code": "XX-ISIL" }, "reference": "Callnumber 7",
        "path": [{ "level": "collection", "title": "Papersof" }, { "level": "box", "id": "Boxno26" }], "leaves": "97-98" },
        { "repository": "Otherrepository", "role": "copy" }],
    "surrogates": [{ "archive": "Digitalarchive", "host": "Hostofit", "id": "Webid", "url": "https://example.org/webaddress", "doi": "10.1000/doiofit",
        "accessed": "2026-05-01", "format": "scan" }],
    "source": { "title": "Sourcetitle", "editors": ["Sourceeditor"], "general-editors": ["Seteditor"] },
    "reviewed": { "title": "Reviewedtitle", "by": ["Reviewedauthor"] }, "printings": [{ "title": "Printingtitle" }], "addendum": "Addendumofit",
    "translation": { "by": ["Translator"], "for": "Projectof" },
    "contributions": [{ "roles": ["obtained"], "by": ["Obtainer"] }] }"#;

/// The words of each datum, and its name.
const DATA: &[(&str, &str)] = &[
    ("genre", "Genre"),
    ("title", "Formaltitle"),
    ("title in translation", "Titletranslated"),
    ("original title", "Titleoriginal"),
    ("short title", "Titleshort"),
    ("creator", "Creator"),
    ("signature", "Signedas"),
    ("office", "Office"),
    ("recipient", "Recipientbody"),
    ("its abbreviation", "RB"),
    ("what it did", "Bodyrole"),
    ("participant", "Participant"),
    ("interviewer", "Interviewer"),
    ("hour", "18:30"),
    ("place of writing", "Writtenat"),
    ("number", "Number 153"),
    ("repository", "Repositoryname"),
    ("its abbreviation", "ABBR"),
    ("its place", "Cityofit"),
    ("its ISIL", "XX-ISIL"),
    ("collection", "Papersof"),
    ("box", "Boxno26"),
    ("leaves", "97–98"),
    ("call number", "Callnumber 7"),
    ("another holding", "Otherrepository"),
    ("digital archive", "Digitalarchive"),
    ("who runs it", "Hostofit"),
    ("its number there", "Webid"),
    ("what is there", "scan"),
    ("address", "https://example.org/webaddress"),
    ("DOI", "10.1000/doiofit"),
    ("source edition", "Sourcetitle"),
    ("its editor", "Sourceeditor"),
    ("editor of its set", "Seteditor"),
    ("what it reviews", "Reviewedtitle"),
    ("who made that", "Reviewedauthor"),
    ("another printing", "Printingtitle"),
    ("translator", "Translator"),
    ("for which project", "Projectof"),
    ("who obtained it", "Obtainer"),
    ("addendum", "Addendumofit"),
    ("note", "Noteofit"),
    ("summary", "Summaryofit"),
    ("medium", "Typescript"),
    ("extent", "12 leavesof"),
    ("classification", "Topsecret"),
    ("rights", "Rightsof"),
    ("subjects", "Korea"),
    ("preferred citation", "Preferredwords"),
];

const DATES: &[&str] = &[
    "1950-01-07",
    "1950-01",
    "1950-01~",
    "1950?",
    "[1950-01-07]",
    "195X",
    "1975-21",
    "1949-12-16/1950-02-17",
    "1867/..",
    "../1867",
    "[1892,1893]",
    "undated",
];

/// The names of the fields that contain the words. For nested fields, both names.
fn fields_with(words: &str, fields: &[Field], within: &str, found: &mut Vec<String>) {
    for field in fields {
        let name = if within.is_empty() { field.name.to_string() } else { format!("{within}.{}", field.name) };
        values_with(words, &field.value, &name, found);
    }
}

fn values_with(words: &str, value: &Value, name: &str, found: &mut Vec<String>) {
    match value {
        Value::Text(text) if text.contains(words) => found.push(name.to_owned()),
        Value::List(values) => values.iter().for_each(|value| values_with(words, value, name, found)),
        Value::Map(fields) => fields_with(words, fields.as_slice(), name, found),
        _ => {}
    }
}

fn document(json: &str) -> Document {
    serde_json::from_str(json).unwrap()
}

fn row(page: &mut String, head: &str, cells: impl Iterator<Item = String>) {
    write!(page, "| {head} |").unwrap();
    for cell in cells {
        write!(page, " {cell} |").unwrap();
    }
    page.push('\n');
}

fn push_data(page: &mut String, formats: &[&str]) {
    let styles: Vec<_> = formats.iter().map(|name| style::named(name).unwrap()).collect();
    head(page, "datum", formats);
    let letter = document(LETTER);
    let records: Vec<_> =
        styles.iter().map(|style| style.cite_document(&letter).unwrap().as_record().unwrap().clone()).collect();
    row(page, "type", records.iter().map(|record| format!("`{}`", record.kind())));
    for (datum, words) in DATA {
        let cells = records.iter().map(|record| {
            let mut found = Vec::new();
            fields_with(words, record.fields(), "", &mut found);
            found.dedup();
            let cells: Vec<String> = found.iter().map(|name| format!("`{name}`")).collect();
            if cells.is_empty() { "reported by `omitted`".to_owned() } else { cells.join(" ") }
        });
        row(page, datum, cells);
    }
}

fn head(page: &mut String, first: &str, formats: &[&str]) {
    row(page, first, formats.iter().map(|name| format!("`{name}`")));
    row(page, "---", formats.iter().map(|_| "---".to_owned()));
}

fn page() -> String {
    let mut page = "A letter with every field. Data in several fields are found by more programs.\n\n".to_owned();
    push_data(&mut page, FORMATS);
    page.push_str("\nThe same letter in the metadata of a web page.\n\n");
    push_data(&mut page, PAGE_METADATA);
    let styles: Vec<_> = FORMATS.iter().map(|name| style::named(name).unwrap()).collect();
    page.push_str(
        "\nDates, in the fields that programs read as dates, and in words if these fields cannot hold them.\n\n",
    );
    head(&mut page, "date", FORMATS);
    for date in DATES {
        let dated = document(&format!(r#"{{ "id": "key", "title": "T", "kind": "letter", "date": "{date}" }}"#));
        let cells = styles.iter().map(|style| dates_of(&style.cite_document(&dated).unwrap().to_string()));
        row(&mut page, &format!("`{}`", date.replace('|', "\\|")), cells);
    }
    page
}

/// The lines about the date, as written.
fn dates_of(record: &str) -> String {
    let of_dates =
        ["year", "month", "day", "date", "note", "addendum", "annote", "PY", "DA", "N1", "\"issued\"", "\"note\""];
    let lines = record.lines().map(str::trim).filter(|line| {
        let name = line.split([' ', ':', '=']).next().unwrap_or_default();
        of_dates.contains(&name)
    });
    lines.map(|line| format!("`{}`", line.trim_end_matches(','))).collect::<Vec<_>>().join("<br>")
}

#[test]
fn the_page_shows_the_field_of_each_datum() {
    let page = page();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/doc/fields.md");
    if std::env::var_os("UPDATE_DOC").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == page, "run `UPDATE_DOC=1 cargo test --test exports`");
}

/// Texts of the letter that are in no row: they choose a word, a type or an order, or they are dates, which have a
/// table of their own.
const UNSHOWN: &[&str] = &[
    "id",
    "kind",
    "contributions.roles",
    "holdings.path.level",
    "holdings.role",
    "languages",
    "creators.given",
    "date",
    "surrogates.accessed",
];

#[test]
fn the_letter_has_every_key_and_the_page_every_datum() {
    let schema: Json = serde_json::from_str(include_str!("../examples/records.schema.json")).unwrap();
    let letter: Json = serde_json::from_str(LETTER).unwrap();
    let keys = schema["$defs"]["Document"]["properties"].as_object().unwrap().keys();
    let missing: Vec<&String> = keys.filter(|key| letter.get(key.as_str()).is_none()).collect();
    assert!(missing.is_empty(), "add to LETTER: {missing:?}");
    let mut leaves = Vec::new();
    texts(&letter, "", &mut leaves);
    let is_shown = |text: &str| DATA.iter().any(|(_, words)| text.replace('-', "–").contains(&words.replace('-', "–")));
    leaves.retain(|(path, text)| !UNSHOWN.contains(&path.as_str()) && !is_shown(text));
    assert!(leaves.is_empty(), "add to DATA: {leaves:#?}");
}

/// The texts of a record and their paths, without indexes of lists.
fn texts(value: &Json, path: &str, found: &mut Vec<(String, String)>) {
    match value {
        Json::String(text) => found.push((path.to_owned(), text.clone())),
        Json::Array(values) => values.iter().for_each(|value| texts(value, path, found)),
        Json::Object(map) => {
            for (key, value) in map {
                texts(value, &if path.is_empty() { key.clone() } else { format!("{path}.{key}") }, found);
            }
        }
        _ => {}
    }
}

/// The labels of all sentences are in one file, so that they can be compared and translated.
#[test]
fn labels_are_in_one_file() {
    let styles = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/style");
    let folders = ["record", "bibtex", "ris", "csl_json", "hayagriva"].map(|folder| styles.join(folder));
    let files = folders.iter().flat_map(|folder| folder.read_dir().unwrap()).map(|entry| entry.unwrap().path());
    let mut strays = Vec::new();
    for file in files.filter(|file| !file.ends_with("labels.rs") && !file.ends_with("tests.rs")) {
        let text = std::fs::read_to_string(&file).unwrap();
        let code = text.split("#[cfg(test)]").next().unwrap();
        let code = code.lines().filter(|line| !line.trim_start().starts_with("//"));
        let literals = code.flat_map(|line| line.split('"').skip(1).step_by(2));
        let labels = literals.filter(|words| words.ends_with(": ") && words.starts_with(char::is_alphabetic));
        strays.extend(labels.map(|label| format!("{}: {label}", file.display())));
    }
    assert!(strays.is_empty(), "belong in labels.rs: {strays:#?}");
}
