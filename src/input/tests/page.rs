//! `src/doc/input.md`: where every field of a foreign format goes, from the tables that the readers follow.

use crate::document::keys::Keyed;
#[cfg(feature = "bib")]
use crate::input::bib;
#[cfg(feature = "yaml")]
use crate::input::hayagriva;
use crate::input::path::read_path;
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

fn sections() -> Vec<String> {
    let row = |Described { field, key, how }: Described| {
        let key = if key.is_empty() { String::new() } else { format!("`{key}`") };
        format!("| `{field}` | {key} | {} |\n", how.replace('|', "\\|"))
    };
    let section = |(format, rows): (&str, Vec<Described>)| {
        let rows: String = rows.into_iter().map(row).collect();
        format!("## {format}\n\n| field | goes to | how |\n|---|---|---|\n{rows}\n")
    };
    formats().into_iter().map(section).collect()
}

/// The page has the formats of all features.
#[test]
fn the_page_is_what_the_readers_follow() {
    let (sections, has_all) = (sections(), cfg!(all(feature = "bib", feature = "yaml", feature = "xml")));
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/doc/input.md");
    if has_all && std::env::var_os("UPDATE_DOC").is_some() {
        std::fs::write(&path, sections.concat()).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    let is_kept = sections.iter().all(|section| kept.contains(section)) && (!has_all || kept == sections.concat());
    assert!(is_kept, "run `UPDATE_DOC=1 cargo test --lib input::tests::page`");
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
    let document = &reading.documents[0];
    assert!(document.title().is_none());
    let title = reading.ledger.iter().find(|entry| entry.field == "title").unwrap();
    assert!(title.to_string().contains("not carried: title.text: has the character U+0007"), "{title}");
}
