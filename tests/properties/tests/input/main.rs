//! Files of other programs: each of their values is in the ledger once, and is where the ledger says.

mod any;
mod back;
#[cfg(feature = "xml")]
mod finding_aids;
mod folder;
mod gold;
mod house_lines;
#[path = "../support/mod.rs"]
mod support;
#[cfg(feature = "xml")]
mod tei;
mod walkers;
#[cfg(feature = "yaml")]
mod way_back;

use prefercite::input::{Fate, LedgerEntry, Reading, RecordFormat, Records};

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
    let lines = text.lines().count().max(1);
    for entry in &reading.ledger {
        check(entry, lines);
    }
    reading
}

/// The line of an entry is one of the file.
fn check(entry: &LedgerEntry, lines: usize) {
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

/// With `SHOW`, prints what is not in a key of its own, and the citations.
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

#[test]
fn tropy_is_told_whole() {
    let text = include_str!("files/tropy.jsonld");
    let reading = read(text, RecordFormat::Tropy, walkers::leaves_json(text));
    assert!(reading.errors.is_empty(), "{:?}", reading.errors);
    assert_eq!(RecordFormat::detect(text), RecordFormat::Tropy);
    let ids: Vec<&str> = reading.documents.iter().map(prefercite::Document::id).collect();
    assert_eq!(ids, ["example-ann-1956-letter-to-a-friend", "item-7", "a-map-of-the-harbour"]);
    let letter = &reading.documents[0];
    assert_eq!(letter.holdings()[0].path.len(), 3);
    assert_eq!(letter.note(), Some("Seen on a rainy day. Is part of: Correspondence"));
}

/// The export of `PREFERCITE_INPUT`: each value told, and the gold set.
#[test]
fn real_items_of_tropy_are_read() {
    let Some(folder) = gold::folder() else { return };
    let text = std::fs::read_to_string(folder.join("tropy-sagan.jsonld")).unwrap();
    let path = std::path::Path::new("tropy-sagan.jsonld");
    assert_eq!(RecordFormat::detect_file(path, text.as_bytes()), Some(RecordFormat::Tropy));
    let reading = read(&text, RecordFormat::Tropy, walkers::leaves_json(&text));
    assert!(reading.errors.is_empty(), "{:#?}", reading.errors);
    show("tropy-sagan.jsonld", &reading);
    let item = |text: &str, index: usize| {
        let file: serde_json::Value = serde_json::from_str(text).unwrap();
        file["@graph"][index].clone()
    };
    gold::score(include_str!("gold/tropy.yaml"), &folder, RecordFormat::Tropy, item).check("tropy");
}

#[cfg(feature = "xml")]
#[test]
fn tei_is_told_whole() {
    for text in [include_str!("files/cmif.xml"), include_str!("files/volume.xml")] {
        let reading = read(text, RecordFormat::Tei, walkers::leaves_xml(text));
        assert!(reading.errors.is_empty(), "{:?}", reading.errors);
        assert_eq!(RecordFormat::detect(text), RecordFormat::Tei);
        show("", &reading);
    }
    let volume = Records::new(include_str!("files/volume.xml"), RecordFormat::Tei).collect_all();
    let ids: Vec<&str> = volume.documents.iter().map(prefercite::Document::id).collect();
    assert_eq!(ids, ["frus1918Examplev03-d1", "frus1918Examplev03-d3"]);
}

/// The letters and documents of `PREFERCITE_INPUT`: each value told, and the gold set.
#[cfg(feature = "xml")]
#[test]
fn real_letters_in_tei_are_read() {
    let Some(folder) = gold::folder() else { return };
    for file in ["tei-schnitzler-L00022-header.xml", "frus-excerpts.xml"] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let path = std::path::Path::new(file);
        assert_eq!(RecordFormat::detect_file(path, text.as_bytes()), Some(RecordFormat::Tei));
        let reading = read(&text, RecordFormat::Tei, walkers::leaves_xml(&text));
        assert!(reading.errors.is_empty(), "{:#?}", reading.errors);
        show(file, &reading);
    }
    let item = |_: &str, _: usize| serde_json::Value::Null;
    gold::score(include_str!("gold/tei.yaml"), &folder, RecordFormat::Tei, item).check("tei");
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
        show(file, &reading);
    }
    println!("{documents} documents; {own} of {values} values in keys of their own");
    let gold = include_str!("gold/zotero.yaml");
    let item = |text: &str, index: usize| {
        let file: serde_json::Value = serde_json::from_str(text).unwrap();
        file.get("items").unwrap_or(&file)[index].clone()
    };
    let score = gold::score(gold, &folder, RecordFormat::Zotero, item);
    assert!(own * 100 >= values * 85, "{own} of {values} values are in keys of their own");
    score.check("zotero");
}

/// The finding aids of `PREFERCITE_INPUT`: every component is a record, each value is told, and the gold set.
#[cfg(feature = "xml")]
#[test]
fn real_finding_aids_are_read() {
    let Some(folder) = gold::folder() else { return };
    for (file, records) in
        [("ead2002-a0011.xml", 2), ("ead2002-m0198-archivesspace.xml", 7), ("ead3-multi-level.xml", 6)]
    {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        assert_eq!(RecordFormat::detect(&text), RecordFormat::Ead, "{file}");
        let reading = read(&text, RecordFormat::Ead, walkers::leaves_xml(&text));
        assert!(reading.errors.is_empty(), "{file}: {:#?}", reading.errors);
        assert_eq!(reading.documents.len(), records, "{file}");
        show(file, &reading);
    }
    gold::score(include_str!("gold/ead.yaml"), &folder, RecordFormat::Ead, |_, _| serde_json::Value::Null).check("ead");
}
