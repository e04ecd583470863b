//! The files of any folder, `PREFERCITE_MORE`: each of their values is in the ledger once. With `SHOW` their citations are printed.

#[cfg(feature = "bib")]
use prefercite::input::Records;
use prefercite::input::{Fate, RecordFormat};

use crate::{read, show, walkers};

#[test]
fn the_files_of_a_folder_are_told_whole() {
    let Some(folder) = std::env::var_os("PREFERCITE_MORE") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    let mut wrong = Vec::new();
    for path in files {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let Some(format) = RecordFormat::detect_file(&path, text.as_bytes()).filter(|format| format.is_foreign())
        else {
            continue;
        };
        let leaves = std::panic::catch_unwind(|| leaves(&text, format)).ok().flatten();
        let Some(leaves) = leaves else {
            println!("== {}: another parser rejects it", path.display());
            continue;
        };
        let told = std::panic::catch_unwind(|| match format {
            // The other parser keeps commands, and has no comments: it only shows that the file is one.
            #[cfg(feature = "bib")]
            RecordFormat::BibTex => Records::new(&text, format).collect_all(),
            _ => read(&text, format, leaves),
        });
        let Ok(reading) = told else {
            wrong.push(path);
            continue;
        };
        let own = reading.ledger.iter().filter(|entry| matches!(entry.fate, Fate::Key(_) | Fate::Guessed(..))).count();
        let (documents, errors, values) = (reading.documents.len(), reading.errors.len(), reading.ledger.len());
        println!(
            "== {}: {format:?}, {documents} documents, {errors} errors, {own} of {values} values in keys",
            path.display()
        );
        reading.errors.iter().take(5).for_each(|error| println!("{error}"));
        show("", &reading);
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The values of a file by another parser. `None` for a format without one here.
fn leaves(text: &str, format: RecordFormat) -> Option<Vec<String>> {
    match format {
        #[cfg(feature = "xml")]
        RecordFormat::Ead | RecordFormat::Tei => Some(walkers::leaves_xml(text)),
        RecordFormat::Ris => Some(walkers::leaves_lines(text)),
        #[cfg(feature = "bib")]
        RecordFormat::BibTex => Some(walkers::leaves_bib(text)),
        #[cfg(feature = "yaml")]
        RecordFormat::Hayagriva => {
            let value: serde_json::Value = serde_saphyr::from_str(text).ok()?;
            Some(walkers::leaves_json(&value.to_string()))
        }
        RecordFormat::HouseLines => None,
        _ => Some(walkers::leaves_json(text)),
    }
}
