//! `src/doc/front_page.md`, on the front page of the documentation, is the output of the styles.
#![cfg(feature = "yaml")]

use std::fmt::Write;
use std::path::Path;

use prefercite::document::{RecordFormat, Records};
use prefercite::{Style, style};

#[test]
fn the_founding_telegram_is_shown_in_every_style() {
    let bundled = Records::new(include_str!("../examples/records/documents.yaml"), RecordFormat::Yaml);
    let telegram = bundled.map(Result::unwrap).next().unwrap();
    let mut page = String::new();
    for listing in style::list() {
        // The other edition differs in a few words. A record without a preferred citation has none to show. The
        // styles of CSL have a page of their own.
        let elsewhere = ["chicago17", "csl:"].iter().any(|family| listing.name.starts_with(family));
        if elsewhere || listing.name == "preferred" {
            continue;
        }
        let citation = style::named(listing.name).unwrap().cite_document(&telegram).unwrap();
        match citation.as_text().map(|text| text.render(&prefercite::notation::Markdown::new())) {
            Some(written) => write!(page, "`{}`\n\n> {written}\n\n", listing.name).unwrap(),
            None => write!(page, "`{}`\n\n```text\n{citation}\n```\n\n", listing.name).unwrap(),
        }
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/doc/front_page.md");
    if std::env::var_os("UPDATE_DOC").is_some() {
        std::fs::write(&path, &page).unwrap();
    }
    let kept = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(kept == page, "run `UPDATE_DOC=1 cargo test --test front_page`");
}
