//! Our own exports read again: what comes back is the record, or is marked as a guess, or is what the format cannot hold.

use std::collections::BTreeMap;

use prefercite::input::{Fate, LedgerEntry, RecordFormat, Records};
use prefercite::style::{Cite, Ris};
use prefercite::{Document, Record};
use serde_json::Value;

use crate::support::PEOPLE;

/// Where a value is, without indexes, and the value in the spelling that all exports share.
type Fields = BTreeMap<String, String>;

type Write = fn(&Cite<'_>) -> Record;

struct Export {
    name: &'static str,
    format: RecordFormat,
    write: Write,
    /// What the format cannot hold in a key of its own, and why.
    lost: &'static [(&'static str, &'static str)],
    /// What it cannot hold at all.
    gone: &'static [(&'static str, &'static str)],
}

/// Values that are nowhere in what is read. All others are at least in the note or in another key.
const GONE: &[(&str, &str)] = &[
    ("order", "no field says whether a family name comes first"),
    ("title.form", "no field says that a title is a cataloguer's, or the title of a work"),
    ("title.language", "no field has the language of a title"),
    ("source.title.language", "no field has the language of a title"),
    ("kind", "what the format has no type for is a document"),
    ("holdings.path.level", "a level is a word of the text, in its own spelling"),
    ("holdings.path.id", "RG 59 is record group 59"),
    ("holdings.path.short", "a name for later notes"),
    ("holdings.leaves.unit", "leaves are an abbreviation in the text"),
    ("holdings.role", "a copy is a word in the text of where it lies"),
    ("contributions.by.affiliation", "no sentence says where a translator works"),
    ("translation.by.affiliation", "no sentence says where a translator works"),
    ("source.pages", "134-135 is 134–35 in print"),
    ("translation.source.pages", "134-135 is 134–35 in print"),
];

#[cfg(feature = "bib")]
const BIBLATEX: &[(&str, &str)] =
    &[("reviewed", "it has no field for a reviewed work, and literature has no sentence for it")];

/// Of BibTeX, which has fewer fields than BibLaTeX.
#[cfg(feature = "bib")]
const BIBTEX: &[(&str, &str)] = &[
    ("date", "its year is the first of a range"),
    ("reviewed", "it has no field for a reviewed work, and no sentence for literature"),
    ("source.original", "it has no field for a first publication, and no sentence for literature"),
    ("source.container", "it has no field for the title of a set beside that of a volume"),
    ("source.volume", "the volume of such a set"),
];

/// Of all exports.
const LOST: &[(&str, &str)] = &[
    ("order", "no field says whether a family name comes first"),
    ("title.form", "no field says that a title is a cataloguer's, or the title of a work"),
    ("title.translated", "of a title without other sentences its translation stands in brackets behind it"),
    ("title.language", "no field has the language of a title"),
    ("class", "no citation prints it"),
    ("source", "of what lies in an archive the book is a sentence, which stays in the note"),
    ("translation.source", "a book in a sentence, which stays in the note"),
    (
        "holdings.path",
        "levels stand in one text; what has no word of the shelf is the reference, or the collection's title",
    ),
    ("holdings.leaves", "leaves stand in one text with the levels"),
    ("holdings.reference", "a call number stands in one text with the levels"),
    ("holdings.repository.parent", "the names of a repository are one text"),
    ("holdings.repository.department", "the names of a repository are one text"),
    ("holdings.repository.place", "a place that the name says already is not said again"),
    ("holdings.repository.abbreviation", "an abbreviation that is no word of capitals stays in the note"),
    ("date", "a date with a mark that the field does not have is words"),
    ("languages", "one field has the first language"),
    ("holdings.role", "a copy is a word in the text of where it lies"),
    ("holdings.repository", "the names of a repository are one text"),
    ("contributions.by.affiliation", "no sentence says where a translator works"),
    ("translation.by.affiliation", "no sentence says where a translator works"),
    ("kind", "what the format has no type for is a document"),
    ("genre", "of an article or a letter no type has a word for it"),
    ("reviewed", "of literature a sentence says it"),
];

fn spelled(text: &str) -> String {
    let mut plain = String::new();
    for c in text.chars() {
        match c {
            '–' | '—' => plain.push('-'),
            '’' | '‘' => plain.push('\''),
            '“' | '”' | '"' => plain.push('\''),
            '\u{a0}' => plain.push(' '),
            c => plain.extend(c.to_lowercase()),
        }
    }
    plain.trim().trim_end_matches('.').to_owned()
}

/// A name without the order of its parts, which depends on the form that it is in.
fn words(name: &str) -> String {
    let lower = spelled(name);
    let mut words: Vec<&str> = lower.split([' ', ',']).filter(|word| !word.is_empty()).collect();
    words.sort_unstable();
    words.join(" ")
}

/// The words of a value, without marks.
fn words_of(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

fn flatten(value: &Value, path: &str, in_names: bool, fields: &mut Fields) {
    let join = |key: &str| if path.is_empty() { key.to_owned() } else { format!("{path}.{key}") };
    match value {
        Value::Object(map) if in_names => {
            let name = ["particle", "family", "given", "dropping-particle", "suffix", "body"];
            let parts: Vec<&str> = name.iter().filter_map(|key| map.get(*key)?.as_str()).collect();
            fields.insert(path.to_owned(), words(&parts.join(" ")));
            for (key, value) in map.iter().filter(|(key, _)| !name.contains(&key.as_str())) {
                flatten(value, &join(key), false, fields);
            }
        }
        Value::Object(map) => {
            for (key, value) in map {
                // A short form is the main part of a long one.
                let is_main = matches!(key.as_str(), "edtf" | "text" | "name" | "range");
                flatten(value, &if is_main { path.to_owned() } else { join(key) }, false, fields);
            }
        }
        Value::Array(values) => {
            let is_list = PEOPLE.iter().any(|list| path.rsplit('.').next() == Some(list));
            values
                .iter()
                .enumerate()
                .for_each(|(index, value)| flatten(value, &format!("{path}[{index}]"), is_list, fields));
        }
        Value::String(text) if in_names => _ = fields.insert(path.to_owned(), words(text)),
        Value::String(text) => _ = fields.insert(path.to_owned(), spelled(text)),
        other => _ = fields.insert(path.to_owned(), other.to_string()),
    }
}

fn fields(document: &Document) -> Fields {
    let mut fields = Fields::new();
    flatten(&serde_json::to_value(document).unwrap(), "", false, &mut fields);
    fields.remove("id");
    // Who translated it is said in two ways.
    let roles: Vec<(String, String)> = fields
        .iter()
        .filter(|(path, _)| path.ends_with(".roles[0]"))
        .map(|(path, role)| (path.clone(), role.clone()))
        .collect();
    for (path, role) in roles {
        let at = path.trim_end_matches(".roles[0]");
        if role != "translated" || fields.contains_key(&format!("{at}.roles[1]")) {
            continue;
        }
        let own: Vec<String> = fields.keys().filter(|key| key.starts_with(at) && **key != path).cloned().collect();
        for key in own {
            let value = fields.remove(&key).unwrap_or_default();
            fields.insert(format!("translation{}", &key[at.len()..]), value);
        }
        fields.remove(&path);
    }
    fields
}

/// `holdings.path.id` of `holdings[0].path[1].id`
fn general(path: &str) -> String {
    path.split('[').map(|part| part.split_once(']').map_or(part, |(_, rest)| rest)).collect()
}

fn is_excused(path: &str, lists: &[&[(&str, &str)]]) -> bool {
    // Of other holdings there is one sentence.
    if path.starts_with("holdings[") && !path.starts_with("holdings[0]") {
        return true;
    }
    let path = general(path);
    let is_of = |known: &str| {
        path.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with('.') || known.ends_with('-'))
    };
    let ends = |known: &str| path.strip_suffix(known).is_some_and(|rest| rest.ends_with('.'));
    lists.iter().flat_map(|list| list.iter()).any(|(known, why)| !why.is_empty() && (is_of(known) || ends(known)))
}

fn is_guessed(path: &str, ledger: &[LedgerEntry]) -> bool {
    let plain = |path: &str| path.replace(".name", "").replace(".text", "").replace(".edtf", "");
    let path = plain(path);
    ledger.iter().any(|entry| {
        let own = match &entry.fate {
            Fate::Guessed(path, _) => Some(path),
            _ => None,
        };
        own.into_iter().chain(entry.guesses.iter().map(|guess| &guess.path)).any(|guess| {
            let guess = plain(&guess.to_string());
            guess.starts_with(&path) || path.starts_with(&guess)
        })
    })
}

fn check(export: &Export, document: &Document, problems: &mut Vec<String>) -> (usize, usize) {
    let text = (export.write)(&Cite::new(document)).to_string();
    let mut records = Records::new(&text, export.format);
    let back = records.next().unwrap_or_else(|| panic!("{}: nothing\n{text}", export.name));
    let back = back.unwrap_or_else(|refusal| panic!("{}: {refusal}\n{text}", export.name));
    let (own, mut read) = (fields(document), fields(&back));
    // Not known.
    if own.get("kind") != read.get("kind") && read.get("kind").is_some_and(|kind| kind == "document") {
        read.remove("kind");
    }
    let all: String = read.values().map(|text| format!(" {text} ")).collect();
    let mut kept = 0;
    for (path, value) in &own {
        let found = read.get(path);
        let is_kept = match path.as_str() {
            "note" | "addendum" => read.values().any(|text| text.contains(value)),
            // A kind of one's own, and what a person was: one word for both.
            "genre" => found == Some(value) || read.get("kind") == Some(value),
            "title" => {
                let both = own.get("title.translated").map(|translated| format!("{value} [{translated}]"));
                found == Some(value) || found.is_some() && found == both.as_ref()
            }
            "kind" => found == Some(value) || read.get("genre") == Some(value),
            _ if path.ends_with(".role") => {
                found == Some(value) || read.get(&path.replace(".role", ".affiliation")) == Some(value)
            }
            _ if path.ends_with(".affiliation") => {
                found == Some(value) || read.get(&path.replace(".affiliation", ".role")) == Some(value)
            }
            _ => found == Some(value),
        };
        kept += usize::from(is_kept);
        let lists: &[&[(&str, &str)]] = &[LOST, export.lost];
        let is_known =
            is_kept || if found.is_some() { is_guessed(path, records.ledger()) } else { is_excused(path, lists) };
        let is_changed = found.is_some() && path != "kind" && is_excused(path, lists);
        let is_somewhere = || words_of(value).iter().all(|word| all.contains(word.as_str()));
        let is_there = is_kept || value == "undated" || is_somewhere() || is_excused(path, &[GONE, export.gone]);
        if !is_known && !is_changed || !is_there {
            problems.push(format!("{} {}: {path}: {value:?} came back as {found:?}", export.name, document.id()));
        }
    }
    for (path, value) in read.iter().filter(|(path, _)| !own.contains_key(*path) && *path != "note") {
        // What does not parse whole is the reference.
        let is_reference = path == "holdings[0].reference" && own.keys().any(|own| own.starts_with("holdings[0].path"));
        // One level stands for two, so the others have other indexes.
        let is_level = path.starts_with("holdings[0].path[")
            && own.iter().any(|(own, same)| general(own) == general(path) && same == value);
        let is_kind = path == "genre" && own.get("kind") == Some(value);
        if !is_reference
            && !is_level
            && !is_kind
            && !is_excused(path, &[export.lost])
            && !is_guessed(path, records.ledger())
        {
            problems.push(format!("{} {}: {path}: {value:?} was not in the record", export.name, document.id()));
        }
    }
    (kept, own.len())
}

fn bundled() -> Vec<Document> {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples/records");
    let mut documents = Vec::new();
    for file in ["documents.yaml", "literature.yaml", "chapter.yaml", "more.jsonl", "one.json"] {
        let text = std::fs::read(folder.join(file)).unwrap();
        let format = RecordFormat::detect_file(std::path::Path::new(file), &text);
        let Some(format) = format else { continue };
        documents.extend(Records::from_bytes(&text, Some(format)).unwrap().filter_map(Result::ok));
    }
    assert!(documents.len() > 60 || !cfg!(feature = "yaml"));
    documents
}

fn check_all(export: &Export) {
    let (mut problems, mut kept, mut all) = (Vec::new(), 0, 0);
    for document in bundled() {
        let (own, of) = check(export, &document, &mut problems);
        (kept, all) = (kept + own, all + of);
    }
    println!("{}: {kept} of {all} values come back in their keys", export.name);
    problems.iter().for_each(|problem| println!("  {problem}"));
    assert!(problems.is_empty(), "{}: {} values are wrong", export.name, problems.len());
}

/// Of the records for Zotero alone.
const ZOTERO: &[(&str, &str)] = &[
    ("title", "a title that says no more than the other fields is none; one with its translation is one text"),
    ("languages", "of a document without one the language of its title"),
];

#[test]
fn ris_comes_back() {
    check_all(&Export {
        name: "ris",
        format: RecordFormat::Ris,
        write: |cite| Ris::new().record(cite),
        lost: &[],
        gone: &[],
    });
    let write: Write = |cite| Ris::new().zotero().record(cite);
    check_all(&Export { name: "ris zotero", format: RecordFormat::Ris, write, lost: ZOTERO, gone: &[] });
}

/// Of entries for biblatex-chicago.
#[cfg(feature = "bib")]
const CHICAGO: &[(&str, &str)] = &[
    ("title", "who wrote it stands before a title that is a description"),
    ("title.short", "without one a word of the description stands for it"),
];

#[cfg(feature = "bib")]
#[test]
fn bibtex_comes_back() {
    use prefercite::style::{Biblatex, Bibtex};
    let exports: [(&'static str, Write); 5] = [
        ("bibtex", |cite| Bibtex::new().record(cite)),
        ("bibtex ascii", |cite| Bibtex::new().ascii().record(cite)),
        ("biblatex", |cite| Biblatex::new().record(cite)),
        ("biblatex ascii", |cite| Biblatex::new().ascii().record(cite)),
        ("biblatex chicago", |cite| Biblatex::new().chicago().record(cite)),
    ];
    for (name, write) in exports {
        let lost = if name == "biblatex chicago" { CHICAGO } else { &[] };
        let gone = if name.starts_with("bibtex") { BIBTEX } else { BIBLATEX };
        check_all(&Export { name, format: RecordFormat::BibTex, write, lost, gone });
    }
}
