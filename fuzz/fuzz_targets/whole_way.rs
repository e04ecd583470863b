//! From bytes to documents, and from each document through every style and every notation.

use std::sync::LazyLock;

use prefercite::citation::{Markup, RecordFile};
use prefercite::document::{RecordFormat, Records};
use prefercite::notation::{Html, Latex, Markdown, Plain, Typst};
use prefercite::style::{self, Style};
use prefercite::{Citation, Cite, Document};

static STYLES: LazyLock<Vec<Box<dyn Style>>> = LazyLock::new(|| {
    // A style by way of the CSL engine takes milliseconds: they have a test of their own.
    let own = style::list().filter(|listing| !listing.name.starts_with("csl:"));
    own.map(|listing| style::named(listing.name).unwrap()).collect()
});

#[allow(dead_code)]
pub fn records(bytes: &[u8], format: RecordFormat) {
    let Ok(records) = Records::from_bytes(bytes, Some(format)) else { return };
    for record in records {
        match record {
            Ok(document) => cite(&document),
            Err(refusal) => assert!(!refusal.to_string().is_empty()),
        }
    }
}

/// Every style has a citation to give, and what the record format writes of a document is the document.
pub fn cite(document: &Document) {
    let written = serde_json::to_string(document).unwrap();
    assert_eq!(&serde_json::from_str::<Document>(&written).unwrap(), document);
    for style in STYLES.iter() {
        for form in style.forms() {
            let cite = Cite::new(document).with_form(*form).with_locator("fol. 12r");
            let Ok(citation) = style.cite(&cite) else { continue };
            let mut out = String::new();
            style.cite_into(&cite, &mut out).unwrap();
            assert_eq!(out, citation.to_string(), "the short way says the same");
            out.clear();
            match citation {
                Citation::Text(text) => {
                    for markup in
                        [&Plain::new() as &dyn Markup, &Html::new(), &Markdown::new(), &Latex::new(), &Typst::new()]
                    {
                        out.clear();
                        text.render_to(markup, &mut out).unwrap();
                        assert!(!out.contains(['\n', '\r', '\0', '\u{2028}']));
                    }
                }
                Citation::Record(record) => {
                    let mut file = RecordFile::new(record.syntax());
                    file.push(record, &mut out).unwrap();
                    file.finish(&mut out).unwrap();
                }
                _ => {}
            }
        }
    }
}
