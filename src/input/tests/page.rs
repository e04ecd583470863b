//! `src/doc/input.md`: where every field of a foreign format goes, from the tables that the readers follow.

#[cfg(feature = "xml")]
use crate::document::Document;
use crate::document::keys::Keyed;
#[cfg(feature = "bib")]
use crate::input::bib;
use crate::input::draft::read_path;
#[cfg(feature = "yaml")]
use crate::input::hayagriva;
use crate::input::table::Described;
use crate::input::{csl_json, house_lines, ris, tropy, zotero};
#[cfg(feature = "xml")]
use crate::input::{ead, tei};

/// Every format with its table, in the order of the page.
fn formats() -> Vec<(&'static str, Vec<Described>)> {
    vec![
        ("Zotero", zotero::described()),
        ("Tropy", tropy::described()),
        ("CSL-JSON", csl_json::described()),
        ("RIS", ris::described()),
        #[cfg(feature = "bib")]
        ("BibTeX and BibLaTeX", bib::described()),
        #[cfg(feature = "yaml")]
        ("hayagriva", hayagriva::described()),
        #[cfg(feature = "xml")]
        ("EAD", ead::described()),
        #[cfg(feature = "xml")]
        ("TEI", tei::described()),
        ("House lines", house_lines::described()),
    ]
}

#[cfg(all(feature = "bib", feature = "yaml", feature = "xml"))]
fn page() -> String {
    let mut page = String::new();
    for (format, rows) in formats() {
        page.push_str(&format!("## {format}\n\n| field | goes to | how |\n|---|---|---|\n"));
        for Described { field, key, how } in rows {
            let key = if key.is_empty() { String::new() } else { format!("`{key}`") };
            page.push_str(&format!("| `{field}` | {key} | {} |\n", how.replace('|', "\\|")));
        }
        page.push('\n');
    }
    page
}

/// The page has the formats of all features.
#[cfg(all(feature = "bib", feature = "yaml", feature = "xml"))]
#[test]
fn the_page_is_what_the_readers_follow() {
    let page = page();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/doc/input.md");
    if std::env::var_os("UPDATE_DOC").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == page, "run `UPDATE_DOC=1 cargo test --lib input::tests::page`");
}

/// A row names a key of the record format, and its field once.
#[test]
fn every_row_names_a_key_and_a_field_of_its_own() {
    for (format, rows) in formats() {
        let mut fields: Vec<&str> = rows.iter().map(|row| row.field).collect();
        fields.sort_unstable();
        let double: Vec<_> = fields.windows(2).filter(|pair| pair[0] == pair[1]).collect();
        assert!(double.is_empty(), "{format}: {double:?}");
        for row in rows.iter().filter(|row| !row.key.is_empty()) {
            for key in row.key.trim_end_matches(" …").split(", ") {
                let first = read_path(key).steps()[0].clone();
                let crate::document::Step::Key(first) = first else { panic!("{key}") };
                assert!(crate::document::Description::keys().contains(&first.as_ref()), "{format}: {key}");
            }
        }
    }
}

/// What is refused as a whole record is not in the ledger as carried.
#[test]
fn a_field_that_would_be_refused_is_told_as_not_carried() {
    let text =
        r#"[{ "id": "a", "type": "manuscript", "title": "A\u0007", "author": [{ "family": "B" }], "archive": "X" }]"#;
    let reading = crate::input::Records::detect(text).collect_all();
    let document: &Document = &reading.documents[0];
    assert!(document.title().is_none());
    let title = reading.ledger.iter().find(|entry| entry.field == "title").unwrap();
    assert!(title.to_string().contains("not carried: title.text: has the character U+0007"), "{title}");
}
