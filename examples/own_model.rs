//! Imports rows of a database: a model of your own, as a web archive exports it.
//!
//!     cargo run --example own_model
//!
//! The rows have typical problems: dates in words, names of languages, years of life after names, blank strings, an
//! invalid address. Every guess is reported, and an invalid field is dropped and reported.

use prefercite::input::from_words;
use prefercite::style::{Style, WilsonCenter};
use prefercite::{Document, RecordError, Surrogate};
use serde::Deserialize;

const ROWS: &str = r#"
{"record_id": 300001, "type": "Cable", "title": "Telegram, Mao Zedong to Zhou Enlai", "authors": "Mao, Zedong, 1893-1976", "recipients": "Zhou, Enlai, 1898-1976; Central Committee of the CCP", "date": "January 07, 1950", "languages": "Chinese", "source": "", "document_url": "https://archive.example.org/document/300001", "subjects": "China; Soviet Union", "rights": ""}
{"record_id": 300002, "type": "Meeting minutes", "title": "Minutes of the Politburo", "authors": "Hungarian Socialist Workers' Party, Politburo", "recipients": "", "date": "c. October 1956", "languages": "German; Hungarian", "source": "MOL, 4. doboz, 5/a", "document_url": "archive.example.org/document/300002", "subjects": "", "rights": ""}
{"record_id": 300003, "type": "Report", "title": "Report on the Situation in Berlin", "authors": "Kvitsinsky, Yuli; Pushkin, Georgi", "recipients": "", "date": "1950s", "languages": "rus", "source": "f. 5, op. 49, d. 131, ll. 193-194", "document_url": "https://archive.example.org/document/300003", "subjects": "Berlin", "rights": "Public domain"}
{"record_id": 300004, "type": "Aide-mémoire", "title": null, "authors": "Polish Embassy, Rio", "recipients": "Ministry of Foreign Affairs", "date": "no date", "languages": "Polish", "source": "Box 36, Folder 7", "document_url": "", "subjects": null, "rights": null}
"#;

/// A row of the database.
#[derive(Deserialize)]
struct Row {
    record_id: u64,
    r#type: String,
    title: Option<String>,
    authors: String,
    recipients: String,
    date: String,
    languages: String,
    source: String,
    document_url: String,
    subjects: Option<String>,
    rights: Option<String>,
}

/// The document of a row, and the problems of the row.
fn document(row: Row) -> Result<(Document, Vec<String>), RecordError> {
    let several =
        |text: &str| text.split(';').map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned).collect::<Vec<_>>();
    let mut problems = Vec::new();
    let mut names = |text: &str| {
        let names = several(text).into_iter().map(|text| (from_words::name(&text), text));
        let names = names.map(|(name, text)| {
            problems.extend(name.doubt.map(|why| format!("{text}: {why}")));
            name.value
        });
        names.collect::<Vec<_>>()
    };
    let (creators, recipients) = (names(&row.authors), names(&row.recipients));
    let (kind, genre) = from_words::kind(&row.r#type);
    let date = from_words::date(&row.date, None);
    problems.extend(date.doubt.map(|why| format!("{}: {why}", row.date)));
    let mut builder = Document::builder(row.record_id.to_string(), kind)
        .maybe_genre(genre)
        .maybe_title(row.title)
        .creators(creators)
        .recipients(recipients)
        .date(date.value)
        .languages(from_words::languages(&row.languages).unwrap_or_default())
        .subjects(several(&row.subjects.unwrap_or_default()))
        .maybe_rights(row.rights)
        .surrogate(Surrogate::at(row.document_url));
    if !row.source.is_empty() {
        builder = builder.holding(from_words::shelf_mark(&row.source));
    }
    let kept = builder.skip_blank().build_lossy()?;
    problems.extend(kept.dropped.iter().map(ToString::to_string));
    Ok((kept.document, problems))
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for line in ROWS.lines().filter(|line| !line.is_empty()) {
        let (document, problems) = document(serde_json::from_str(line)?)?;
        println!("{}", WilsonCenter::new().cite_document(&document)?);
        problems.iter().for_each(|it| eprintln!("{}: {it}", document.id()));
    }
    Ok(())
}

#[test]
fn every_row_is_a_document() {
    let rows = ROWS.lines().filter(|line| !line.is_empty()).map(|line| serde_json::from_str(line).unwrap());
    let read: Vec<_> = rows.map(|row| document(row).unwrap()).collect();
    let lines: Vec<String> =
        read.iter().map(|(it, _)| WilsonCenter::new().cite_document(it).unwrap().to_string()).collect();
    assert_eq!(lines.len(), 4);
    let has_problem = |row: usize, words: &str| read[row].1.iter().any(|it| it.contains(words));
    let date = |row: usize| read[row].0.date().and_then(|date| date.edtf());
    // Years of life are not part of a name, and a list of recipients may contain an institution.
    assert!(lines[0].contains("January 07, 1950"), "{}", lines[0]);
    assert_eq!(read[0].0.creators()[0], prefercite::Name::person("Mao", "Zedong"));
    assert_eq!(read[0].0.recipients().len(), 2);
    assert!(has_problem(0, "Mao, Zedong, 1893-1976: "), "{:?}", read[0].1);
    // Kinds and languages in the words of the database, and an uncertain date.
    assert_eq!(read[1].0.kind(), &prefercite::Kind::Minutes);
    assert_eq!(
        (read[1].0.languages(), date(1).as_deref()),
        (&["de".to_owned(), "hu".to_owned()][..], Some("1956-10~"))
    );
    // The address without a scheme is dropped and reported. The blank rights are treated as missing.
    assert!(has_problem(1, "surrogates[0].url"), "{:?}", read[1].1);
    assert_eq!(read[1].0.rights(), None);
    // A shelf mark that can be parsed as a whole has levels. Any other stays as it is.
    assert!(lines[2].contains("f. 5, op. 49, d. 131, ll. 193-194"), "{}", lines[2]);
    assert_eq!((read[2].0.holdings()[0].path.len(), date(2).as_deref()), (3, Some("195X")));
    assert_eq!(read[1].0.holdings()[0].reference.as_deref(), Some("MOL, 4. doboz, 5/a"));
    // An embassy is not a person. "no date" is a date.
    assert_eq!(read[3].0.creators()[0], prefercite::Name::body("Polish Embassy, Rio"));
    assert_eq!(read[3].0.date(), Some(&prefercite::Date::UNDATED));
}
