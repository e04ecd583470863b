//! Files of other programs: each of their values is in the ledger once, and is where the ledger says.

mod any;
mod back;
mod gold;
mod house_lines;
#[path = "../support/mod.rs"]
mod support;
mod walkers;
mod way_back;

use prefercite::input::{Entry, Fate, Reading, RecordFormat, Records};

/// Reads a file and checks what holds of any: the ledger has each value once.
fn read(text: &str, format: RecordFormat, mut leaves: Vec<String>) -> Reading {
    let reading = Records::new(text, format).collect_all();
    let mut told: Vec<String> = reading.ledger.iter().map(|entry| entry.value.clone()).collect();
    let (mut missing, mut more) = (Vec::new(), Vec::new());
    leaves.sort();
    told.sort();
    let (mut leaves, mut told) = (leaves.into_iter().peekable(), told.into_iter().peekable());
    loop {
        match (leaves.peek(), told.peek()) {
            (None, None) => break,
            (Some(leaf), Some(entry)) if leaf == entry => _ = (leaves.next(), told.next()),
            (Some(leaf), entry) if entry.is_none_or(|entry| leaf < entry) => missing.extend(leaves.next()),
            _ => more.extend(told.next()),
        }
    }
    assert!(missing.is_empty() && more.is_empty(), "not in the ledger: {missing:#?}\nnot in the file: {more:#?}");
    for entry in &reading.ledger {
        check(entry, text);
    }
    reading
}

/// The line of an entry is one on which its value is.
fn check(entry: &Entry, text: &str) {
    let lines = text.lines().count().max(1);
    assert!((1..=lines).contains(&entry.line), "{entry}");
    assert!(!matches!(&entry.fate, Fate::NotCarried(why) if why.is_empty()), "{entry}");
}

#[test]
fn csl_json_is_told_whole() {
    let text = include_str!("files/csl.json");
    let reading = read(text, RecordFormat::CslJson, walkers::leaves_json(text));
    assert!(reading.errors.is_empty(), "{:?}", reading.errors);
    assert_eq!(RecordFormat::detect(text), RecordFormat::CslJson);
}

fn show(name: &str, reading: &Reading) {
    if std::env::var_os("SHOW").is_some() {
        let others = reading.ledger.iter().filter(|entry| entry.is_guessed() || !matches!(entry.fate, Fate::Key(_)));
        others.for_each(|entry| println!("{name}: {entry}"));
        let chicago = prefercite::style::Chicago::EIGHTEENTH;
        reading.documents.iter().for_each(|it| println!("{}", chicago.note().text(&prefercite::Cite::new(it))));
    }
}

#[test]
fn ris_is_told_whole() {
    let text = include_str!("files/archives.ris");
    let reading = read(text, RecordFormat::Ris, walkers::leaves_lines(text));
    assert!(reading.errors.is_empty(), "{:?}", reading.errors);
    assert_eq!(RecordFormat::detect(text), RecordFormat::Ris);
    show("ris", &reading);
    gold::score_plain(include_str!("gold/ris.yaml"), RecordFormat::Ris).check("ris");
}

#[cfg(feature = "bib")]
#[test]
fn bibtex_is_told_whole() {
    let text = include_str!("files/library.bib");
    assert_eq!(RecordFormat::detect(text), RecordFormat::BibTex);
    let reading = Records::new(text, RecordFormat::BibTex).collect_all();
    assert_eq!(reading.errors.len(), 1, "{:?}", reading.errors);
    show("bib", &reading);
    gold::score_plain(include_str!("gold/bib.yaml"), RecordFormat::BibTex).check("bib");
    // Without the entry that is broken, the comments and the texts.
    let (before, behind) = text.split_once("@misc{broken").unwrap();
    let entries = before.split_once("@string{cup").unwrap().1;
    let text = format!("@string{{cup{entries}{}", &behind[behind.find('@').unwrap()..]);
    // What the other parser does not know: parentheses, and some commands.
    let text = text.replace("@STRING(hjl = {Historical Journal})", "@STRING{hjl = {Historical Journal}}");
    let text = text.replace("\\emph", "").replace("\\'\\i", "\\'{i}");
    read(&text, RecordFormat::BibTex, walkers::leaves_bib(&text));
}

/// The files of `PREFERCITE_INPUT`: all items accepted, each value told, 85 of 100 in keys of their own, and the gold set.
#[test]
fn real_items_of_zotero_are_read() {
    let Some(folder) = gold::folder() else { return };
    let (mut own, mut values, mut documents) = (0, 0, 0);
    for file in ["zotero-letters.bbt.json", "zotero-items.json", "zotero-wilson-center.items.json"] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        assert_eq!(RecordFormat::detect(&text), RecordFormat::Zotero, "{file}");
        let reading = read(&text, RecordFormat::Zotero, walkers::leaves_json(&text));
        assert!(reading.errors.is_empty(), "{file}: {:#?}", reading.errors);
        documents += reading.documents.len();
        values += reading.ledger.len();
        own += reading.ledger.iter().filter(|entry| matches!(entry.fate, Fate::Key(_) | Fate::Guessed(..))).count();
        if std::env::var_os("SHOW").is_some() {
            let others =
                reading.ledger.iter().filter(|entry| entry.is_guessed() || !matches!(entry.fate, Fate::Key(_)));
            others.for_each(|entry| println!("{file}: {entry}"));
            let chicago = prefercite::style::Chicago::EIGHTEENTH;
            reading.documents.iter().for_each(|it| println!("{}", chicago.note().text(&prefercite::Cite::new(it))));
        }
    }
    println!("{documents} documents; {own} of {values} values in keys of their own");
    let gold = include_str!("gold/zotero.yaml");
    let item = |file: &serde_json::Value, index: usize| file.get("items").unwrap_or(file)[index].clone();
    let score = gold::score(gold, &folder, RecordFormat::Zotero, item);
    assert!(own * 100 >= values * 85, "{own} of {values} values are in keys of their own");
    score.check("zotero");
}
