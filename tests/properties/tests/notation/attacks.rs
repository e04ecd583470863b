//! The table of attempts to break out. Each is tried everywhere: through documents and styles, and on the notations
//! directly.

use std::collections::{BTreeMap, BTreeSet};

use biblib::{CitationParser, RisParser};
use html5gum::{Token, Tokenizer};
use prefercite::citation::{Citation, Fields, Mark, Record, RecordFile, Syntax, Text, Value};
use prefercite::notation::{BibtexSyntax, HayagrivaSyntax, JsonSyntax, RisSyntax};
use prefercite::style::{self, Style};
use prefercite::{Cite, Document};
use serde_json::json;

use crate::{html, latex, markdown, typst};

fn attacks() -> Vec<String> {
    let table: BTreeMap<String, Vec<String>> = serde_saphyr::from_str(include_str!("attacks.yaml")).unwrap();
    assert!(table.len() > 8);
    table.into_values().flatten().collect()
}

/// The result that every parser must return for a text: its words, and only our marks.
fn check_text(text: &Text) {
    html::check(text);
    markdown::check(text);
    latex::check(text);
    typst::check(text);
}

/// A record between two others in a file: the file has three records, and this one has exactly its fields.
fn check_record(record: &Record) {
    let syntax = record.syntax();
    let (mut file, mut text) = (RecordFile::new(syntax), String::new());
    let witness = |key: &str| {
        let mut witness = Record::new(syntax, if is_ris(syntax) { "BOOK" } else { "book" }, key);
        let (title, author) = if is_ris(syntax) { ("TI", "AU") } else { ("title", "author") };
        witness.push(title, "Witness");
        witness.push(author, vec![Fields::from_iter([("family", "Witness")]).into()]);
        witness
    };
    file.push(witness("first"), &mut text).unwrap();
    file.push(record.clone(), &mut text).unwrap();
    file.push(witness("last"), &mut text).unwrap();
    file.finish(&mut text).unwrap();
    match syntax.media_type() {
        "application/x-bibtex" => check_bibtex(&text, record),
        "application/x-research-info-systems" => check_ris(&text, record),
        "application/json" | "application/vnd.citationstyles.csl+json" => check_json(&text, record, &["id", "type"]),
        "application/ld+json" => check_json(&text, record, &["@context", "@type", "identifier"]),
        "text/html" => check_elements(&text, record),
        "application/yaml" => check_yaml(&text, record),
        other => panic!("{other}: no parser for it here"),
    }
}

fn is_ris(syntax: &dyn Syntax) -> bool {
    syntax.media_type() == RisSyntax::UTF8.media_type()
}

fn names(record: &Record) -> BTreeSet<String> {
    record.fields().iter().map(|field| field.name.to_string()).collect()
}

fn check_bibtex(text: &str, record: &Record) {
    let read = biblatex::RawBibliography::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert!(read.abbreviations.is_empty() && read.preamble.is_empty(), "{text}");
    assert_eq!(read.entries.len(), 3, "{text}");
    let fields = read.entries[1].v.fields.iter().map(|field| field.key.v.to_owned()).collect::<BTreeSet<_>>();
    let own: BTreeSet<String> = names(record).iter().map(|name| name.to_lowercase()).collect();
    assert!(fields.is_subset(&own), "{fields:?}\n{text}");
    assert!(fields.contains("title"), "{text}");
    assert_eq!(text.lines().filter(|line| line.trim_start().starts_with('@')).count(), 3, "{text}");
}

fn check_ris(text: &str, record: &Record) {
    let read = RisParser::new().parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(read.len(), 3, "{text}");
    let records: Vec<&str> = text.split("\r\n\r\n").filter(|record| !record.is_empty()).collect();
    let [first, within, last] = records[..] else { panic!("{text}") };
    assert!(first.ends_with("ID  - first\r\nER  - ") && last.ends_with("ID  - last\r\nER  - "), "{text}");
    let breaks = ['\n', '\r', '\u{b}', '\u{c}', '\u{85}', '\u{2028}', '\u{2029}'];
    let tags: Vec<&str> = within.split("\r\n").map(|line| line.get(..2).expect(text)).collect();
    assert!(within.split("\r\n").all(|line| line.get(2..6) == Some("  - ") && !line.contains(breaks)), "{text}");
    for tag in &tags {
        assert!(matches!(*tag, "TY" | "ID" | "ER" | "M2") || names(record).contains(*tag), "{tag} in {text}");
    }
    assert_eq!(tags.iter().filter(|tag| matches!(**tag, "TY" | "ID" | "ER")).count(), 3, "{text}");
}

fn check_json(text: &str, record: &Record, own: &[&str]) {
    let read: Vec<serde_json::Map<String, serde_json::Value>> =
        serde_json::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(read.len(), 3, "{text}");
    let fields: BTreeSet<String> = read[1].keys().filter(|key| !own.contains(&key.as_str())).cloned().collect();
    assert_eq!(fields, names(record), "{text}");
    for field in record.fields() {
        if let Value::Text(words) = &field.value {
            assert_eq!(read[1][&*field.name], words.as_ref(), "{text}");
        }
    }
    // A file that is embedded in a page or a script.
    assert!(!text.contains("</") && !text.contains("<!") && !text.contains(['\u{2028}', '\u{2029}']), "{text}");
}

/// COinS and `<meta>` elements: one element for each record or value, and no others.
fn check_elements(text: &str, record: &Record) {
    let (mut spans, mut metas, mut keys) = (0, 0, 0);
    for Ok(token) in Tokenizer::new(text) {
        match token {
            Token::StartTag(tag) => match &tag.name[..] {
                b"span" => {
                    spans += 1;
                    let (_, object) = tag.attributes.iter().find(|(name, _)| &name[..] == b"title").expect(text);
                    keys += str::from_utf8(object).unwrap().split('&').count();
                }
                b"meta" => metas += 1,
                b"link" => {}
                other => panic!("{}: {text}", String::from_utf8_lossy(other)),
            },
            Token::EndTag(tag) => assert_eq!(&tag.name[..], b"span", "{text}"),
            Token::String(words) => assert!(words.iter().all(u8::is_ascii_whitespace), "{text}"),
            // Characters that Unicode will never assign. The words stay.
            Token::Error(error) if error.as_str().contains("character") => {}
            other => panic!("{other:?} in {text}"),
        }
    }
    // A witness has two values, and each record has two more: version and format, or type and key.
    let values = record.fields().iter().map(|field| singles(&field.value)).sum::<usize>() + 2 * 2 + 3 * 2;
    if spans > 0 {
        assert_eq!((spans, metas, keys), (3, 0, values), "{text}");
    } else {
        assert_eq!(metas, values, "{text}");
    }
}

fn singles(value: &Value) -> usize {
    match value {
        Value::List(values) => values.iter().map(singles).sum(),
        Value::Map(fields) => fields.iter().map(|field| singles(&field.value)).sum(),
        _ => 1,
    }
}

fn check_yaml(text: &str, record: &Record) {
    let read: BTreeMap<String, BTreeMap<String, serde_json::Value>> =
        serde_saphyr::from_str(text).unwrap_or_else(|error| panic!("{error}\n{text}"));
    assert_eq!(read.len(), 3, "{text}");
    let entry = read.iter().find(|(key, _)| !matches!(key.as_str(), "first" | "last")).expect(text).1;
    // A value for which its reader would reject the file has a name that the reader does not know.
    let fields = entry.keys().filter(|key| *key != "type").map(|key| key.strip_prefix("x-").unwrap_or(key).to_owned());
    assert_eq!(fields.collect::<BTreeSet<_>>(), names(record), "{text}");
}

/// A document with the attack in every text.
fn document(attack: &str) -> Result<Document, serde_json::Error> {
    let address = format!("https://example.org/?q={}", attack.replace(char::is_whitespace, "+"));
    // A name with years or a semicolon is rejected, regardless of its other characters.
    let in_name: String = attack.chars().map(|c| if c == ';' || c.is_ascii_digit() { 'x' } else { c }).collect();
    let name = json!({ "family": in_name, "given": in_name, "suffix": in_name, "role": attack });
    let body = json!({ "body": attack });
    let title = json!({ "text": attack, "original": attack, "translated": attack, "short": attack });
    let book = json!({
        "authors": [name], "editors": [body], "title": title, "container": attack, "series": attack,
        "volume": attack, "edition": attack, "place": attack, "publisher": attack, "date": 1987, "pages": attack,
    });
    let mut record = json!({
        "id": "attack", "kind": attack, "genre": attack, "title": title, "creators": [name, body],
        "recipients": [body], "participants": [body], "interviewers": [body],
        "date": { "edtf": "1950-01-07", "display": attack }, "place": attack, "number": attack, "medium": attack,
        "holdings": [{
            "repository": { "name": attack, "abbreviation": attack, "department": attack, "place": attack },
            "path": [{ "level": "collection", "title": attack, "short": attack }, { "level": attack, "id": attack }],
            "reference": attack, "leaves": attack,
        }, { "repository": "X", "as-cited": attack }, { "cited-whole": attack, "reference": "1" }],
        "surrogates": [{ "archive": attack, "host": attack, "id": attack, "url": address, "format": attack }],
        "source": book, "translation": { "by": [body], "source": book }, "note": attack, "summary": attack,
        "extent": attack, "rights": attack, "classification": attack, "subjects": [attack, attack],
        "preferred-citation": attack,
    });
    // An invalid address is rejected, and the record with it.
    if serde_json::from_value::<Document>(record.clone()).is_err() {
        record["surrogates"][0].as_object_mut().unwrap().remove("url");
    }
    serde_json::from_value(record)
}

#[test]
fn by_way_of_a_document_in_every_style() {
    let mut refused = Vec::new();
    for attack in attacks() {
        let document = match document(&attack) {
            Ok(document) => document,
            Err(error) => {
                refused.push((attack, error.to_string()));
                continue;
            }
        };
        for listing in style::list() {
            let style = style::named(listing.name).unwrap();
            for form in style.forms() {
                let cite = Cite::new(&document).with_form(*form).with_locator(&attack);
                match style.cite(&cite).unwrap() {
                    Citation::Text(text) => check_text(&text),
                    Citation::Record(record) => check_record(&record),
                    other => panic!("{other:?}"),
                }
            }
        }
    }
    // Only attacks that no document accepts are rejected, and each with its place.
    for (attack, reason) in refused {
        let forbidden = |c: char| {
            c.is_control() && !matches!(c, '\t' | '\n' | '\r')
                || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
        };
        let is_nothing = attack.chars().all(|c| c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{61c}'));
        assert!(attack.contains(forbidden) || is_nothing, "{attack:?} is refused: {reason}");
    }
}

#[test]
fn in_a_text_of_a_strangers_style() {
    for attack in attacks() {
        let mut text = Text::new();
        text.push_str(&attack);
        text.marked(Mark::Emphasis, |text| text.push_str(&attack));
        text.marked(Mark::SmallCapitals, |text| text.push_str(&attack));
        for scheme in ["https://example.org/", "https://", "mailto:", "doi:", "javascript:", ""] {
            let target = format!("{scheme}{attack}");
            text.marked(Mark::Link(&target), |text| text.push_str(&attack));
            text.push_address(&target);
        }
        check_text(&text);
    }
}

#[test]
fn in_a_record_of_a_strangers_style() {
    for attack in attacks() {
        for syntax in [
            &BibtexSyntax::UTF8 as &'static dyn Syntax,
            &BibtexSyntax::ASCII,
            &RisSyntax::UTF8,
            &JsonSyntax::UTF8,
            &HayagrivaSyntax::UTF8,
        ] {
            let name = Fields::from_iter([("family", attack.as_str()), ("given", &attack), ("suffix", &attack)]);
            let title = if is_ris(syntax) { "TI" } else { "title" };
            let kind = if is_ris(syntax) { "BOOK" } else { "misc" };
            let mut record = Record::new(syntax, kind, format!("key {attack}"));
            record.push(title, format!("Title {attack}"));
            for field in ["author", "AU"] {
                record.push(field, vec![name.clone().into(), Fields::from_iter([("literal", attack.as_str())]).into()]);
            }
            for field in ["note", "N1", "url", "UR", "date", "keywords", "KW", "month"] {
                record.push(field, attack.as_str());
            }
            check_record(&record);
        }
    }
}
