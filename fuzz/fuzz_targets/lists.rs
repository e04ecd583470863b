#![no_main]

use std::sync::LazyLock;

use prefercite::Document;
use prefercite::bibliography::{Bibliography, NoteItem, Notes};
use prefercite::style::{Csl, Style};

static STYLES: LazyLock<Vec<Csl>> = LazyLock::new(|| {
    let names = Csl::list().filter_map(|listing| listing.name.strip_prefix("csl:"));
    names.map(|name| Csl::bundled(name).unwrap()).collect()
});

/// Three bytes a document: how many of which names, and a date and a title that it shares with others.
fn document(place: usize, bytes: &[u8]) -> Document {
    let &[names, date, title] = bytes else { unreachable!("chunks of three") };
    let author = |index: u8| match names >> 6 {
        0 => format!("N{index}, A."),
        1 => format!("Kennedy, {}", ["John", "Jane", "Robert"][usize::from(index % 3)]),
        2 => format!("{}, John", ["Kennedy", "Mao", "Villa-Lobos"][usize::from(index % 3)]),
        _ => format!("Ministry {}", index % 2),
    };
    let dates = ["1943", "1943-05-01", "194X", "1943-05-01/1943-06-02", "1944"];
    let kind = ["report", "letter", "minutes"][usize::from(title / 3 % 3)];
    let title = ["X", "Another", "“X”"][usize::from(title % 3)];
    let mut record = serde_json::json!({
        "id": format!("d{place}"),
        "title": title,
        "kind": kind,
        "creators": (0..names % 13).map(author).collect::<Vec<_>>(),
    });
    if let Some(date) = dates.get(usize::from(date % 6)) {
        record["date"] = (*date).into();
    }
    serde_json::from_value(record).unwrap()
}

// Documents that share names, dates and titles are all printed, in any style.
libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((style, rest)) = bytes.split_first() else { return };
    let style = &STYLES[usize::from(*style) % STYLES.len()];
    let documents: Vec<Document> = rest.chunks_exact(3).take(12).enumerate().map(|(at, it)| document(at, it)).collect();
    let bibliography = Bibliography::new(style, &documents).unwrap();
    assert_eq!(bibliography.citations().filter(Result::is_ok).count(), documents.len());
    let mut notes = Notes::new(style, &documents).unwrap();
    for document in documents.iter().chain(&documents) {
        notes.note(&[NoteItem::new(document.id())]).unwrap();
        style.cite(&bibliography.in_text(document.id()).unwrap()).unwrap();
    }
});
