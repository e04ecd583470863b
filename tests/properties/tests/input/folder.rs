//! The files of any folder, `PREFERCITE_MORE`: each of their values is in the ledger once. With `SHOW` their citations are printed.

use prefercite::input::{Fate, RecordFormat};

use crate::{read, show, walkers};

#[test]
fn the_files_of_a_folder_are_told_whole() {
    let Some(folder) = std::env::var_os("PREFERCITE_MORE") else { return };
    let mut files: Vec<_> = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.sort();
    for path in files {
        let text = std::fs::read_to_string(&path).unwrap();
        let Some(format) = RecordFormat::detect_file(&path, text.as_bytes()) else { continue };
        let leaves = match text.trim_start_matches('\u{feff}').trim_start().starts_with('<') {
            #[cfg(feature = "xml")]
            true => walkers::leaves_xml(&text),
            _ => walkers::leaves_json(&text),
        };
        let reading = read(&text, format, leaves);
        let own = reading.ledger.iter().filter(|entry| matches!(entry.fate, Fate::Key(_) | Fate::Guessed(..))).count();
        let (documents, errors, values) = (reading.documents.len(), reading.errors.len(), reading.ledger.len());
        println!(
            "== {}: {format:?}, {documents} documents, {errors} errors, {own} of {values} values in keys",
            path.display()
        );
        reading.errors.iter().take(5).for_each(|error| println!("{error}"));
        show("", &reading);
    }
}
