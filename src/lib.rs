//! Cites archival documents: the box and the folder, the printed edition, the translation and the web archive, in one true
//! sentence.
//!
#![doc = "```"]
#![doc = include_str!("../examples/cite.rs")]
#![doc = "```"]
//!
//! prints a Chicago note, and to the letter the line of the Wilson Center Digital Archive's "get citation" box: both stand
//! [below](#one-telegram-in-every-style).
//!
//! # Overview
//!
//! The one type to know is [`Document`], the one trait [`Style`]: a document goes into a style, a [`Citation`] comes out.
//!
//! * A program builds a document with [`Document::builder`]; a file of records is read with [`Records`]; serde reads and
//!   writes it in any format. Every rule is checked there, and every fault told. What a record may say: [`_records`].
//! * A style is a value ([`style::Chicago`], [`style::Mla`], [`style::WilsonCenter`], [`style::Preferred`]), or is found by
//!   its name: [`style::named`], [`style::list`]. The rules of Chicago and the MLA, each with its evidence: [`_rules`].
//! * A citation is a sentence with marks ([`Text`]) or named fields ([`Record`]). A sentence is displayed as plain text, and
//!   [written](Text::render) in a [`notation`]: HTML, Markdown, LaTeX, Typst. A record has a notation of its own: BibTeX,
//!   RIS, JSON, YAML; where each datum goes is shown in [`_exports`].
//!
//! # One telegram in every style
//!
#![doc = include_str!("doc/front_page.md")]
//!
//! # What this crate does not do
//!
//! It fetches nothing from the web, guesses nothing, and never re-cases a title: what it prints, the record says.
//!
//! # Cookbook
//!
//! ## A citation for a web page
//!
//! ```
//! use prefercite::notation::Html;
//! use prefercite::{Cite, Document, style::WilsonCenter};
//!
//! let document: Document = serde_json::from_str(
//!     r#"{ "id": "r", "title": "Report <draft>", "date": "1958",
//!          "surrogates": [{ "archive": "Digital Archive", "url": "https://example.org/r?a=1&b=2" }] }"#,
//! )?;
//! let citation = WilsonCenter::new().text(&Cite::new(&document));
//! assert_eq!(
//!     citation.render(&Html::new()),
//!     "&quot;Report &lt;draft&gt;,&quot; 1958, Digital Archive \
//!      <a href=\"https://example.org/r?a=1&amp;b=2\">https://example.org/r?a=1&amp;b=2</a>",
//! );
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! ## A file of records, with every fault
//!
//! ```
//! use prefercite::document::{RecordFormat, Records};
//!
//! let notes = r#"[{ "id": "a", "title": "A report" }, { "id": "b", "title": "B", "date": "1950-02-30" }]"#;
//! let reading = Records::new(notes, RecordFormat::Json).collect_all();
//! assert_eq!(reading.documents.len(), 1);
//! for refusal in &reading.errors {
//!     for fault in refusal.field_errors() {
//!         assert_eq!((refusal.id(), fault.path().to_string().as_str()), (Some("b"), "date"));
//!     }
//! }
//! ```
//!
//! ## A million citations without an allocation each
//!
//! ```
//! # let documents: Vec<prefercite::Document> = Vec::new();
//! use prefercite::{Cite, Style, style::WilsonCenter};
//!
//! let mut words = String::new();
//! for document in &documents {
//!     words.clear();
//!     WilsonCenter::new().cite_into(&Cite::new(document), &mut words)?;
//!     println!("{words}");
//! }
//! # Ok::<(), prefercite::style::StyleError>(())
//! ```
//!
//! A [`Text`] is used again in the same way, with [`write`](style::Chicago::write), where the italics and the links are wanted.
//!
//! ## A file for Zotero, and what it does not carry
//!
//! ```
//! use prefercite::citation::RecordFile;
//! use prefercite::style::Ris;
//! use prefercite::{Cite, Document};
//!
//! let documents: Vec<Document> = serde_json::from_str(
//!     r#"[{ "id": "a", "title": { "text": "Letter to Stalin", "form": "supplied" }, "date": "1950-01~" },
//!         { "id": "b", "kind": "photograph", "title": "Bolshoi, 1949" }]"#,
//! )?;
//! let (mut file, mut text) = (RecordFile::new(Ris::syntax()), String::new());
//! for document in &documents {
//!     let record = Ris::new().record(&Cite::new(document));
//!     for omitted in record.omitted() {
//!         assert_eq!(omitted.to_string(), "title.form: the format has no field for it");
//!     }
//!     file.push(record, &mut text)?; // and the text to the disk: one buffer is enough for any file
//! }
//! file.finish(&mut text)?;
//! assert!(text.contains("PY  - 1950\r\nDA  - 1950/01//\r\n"));
//! assert!(text.contains("N1  - Document. Date: circa January 1950\r\n"), "{text}");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! ## A footnote, its later form, and a page
//!
//! ```
//! use prefercite::style::{Chicago, Mla};
//! use prefercite::{Cite, Document};
//!
//! let memorandum: Document = serde_json::from_str(
//!     r#"{ "id": "k", "kind": "memorandum", "title": "The Sources of Soviet Conduct", "creators": ["Kennan, George F."],
//!          "date": "1947-01-31", "holdings": [{ "repository": "National Archives", "path": [{ "level": "box", "id": 6462 }] }] }"#,
//! )?;
//! let cite = Cite::new(&memorandum).with_locator("pp. 12-13");
//! assert_eq!(
//!     Chicago::EIGHTEENTH.note().text(&cite).as_str(),
//!     "George F. Kennan, “The Sources of Soviet Conduct,” memorandum, January 31, 1947, box 6462, pp. 12–13, National Archives.",
//! );
//! assert_eq!(Chicago::EIGHTEENTH.short_note().text(&cite).as_str(), "Kennan, “Sources of Soviet Conduct,” pp. 12–13.");
//! assert_eq!(Mla::NINTH.in_text().text(&cite).as_str(), "(Kennan 12–13)");
//! # Ok::<(), serde_json::Error>(())
//! ```
//!
//! ## A style of one's own
//!
//! ```
//! use prefercite::style::{Style, StyleError};
//! use prefercite::{Citation, Cite, Document, Text};
//!
//! #[derive(Debug)]
//! struct ByDate;
//!
//! impl Style for ByDate {
//!     fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
//!         let document = cite.document();
//!         let date = document.date().and_then(|date| date.edtf()).unwrap_or("undated".to_owned());
//!         let title = document.title().map_or("untitled", |title| &title.text);
//!         Ok(Text::from(format!("{date} {title}")).into())
//!     }
//! }
//!
//! let document: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "circa 1950" }"#)?;
//! assert_eq!(ByDate.cite_document(&document)?.to_string(), "1950~ A report");
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Features
//!
//! * `csl` (on by default): the styles of the Citation Style Language, [`style::Csl`].
//! * `yaml` (on by default): YAML record files.
//! * `collation` (on by default): bibliographies in the order of Unicode's root collation.
//! * `xml` (on by default): finding aids in EAD, and letters in TEI.
//! * `bib` (on by default): BibTeX and BibLaTeX files.
//! * `schema`: `JsonSchema` for [`Document`] and its parts, and the schema of a record file.

#![forbid(unsafe_code)]
// Nothing in here may fail on data: the readers refuse it in words, and styles and notations are total.
#![warn(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::todo,
    clippy::unimplemented,
    clippy::unreachable,
    clippy::unwrap_used
)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod bibliography;
pub mod citation;
pub mod document;
mod error;
pub mod input;
pub mod notation;
pub mod prose;
mod separator;
mod slice;
pub mod style;

pub use citation::{Citation, Record, Text};
pub use document::{
    Body, Contribution, ContributionRole, Date, DateError, Document, Holding, HoldingRole, Kind, LeafUnit, Leaves,
    Level, LevelKind, Name, NameOrder, Person, Publication, RecordError, RecordFormat, Records, Repository, Surrogate,
    Title, TitleForm, Translation,
};
pub use error::Error;
pub use style::{Cite, Form, Style};

#[doc = include_str!("../RECORDS.md")]
pub mod _records {}

// `[M]`, `[P]` and `[J]` in the book name the evidence, and addresses in it are examples: neither are links.
#[allow(rustdoc::bare_urls, rustdoc::broken_intra_doc_links)]
#[doc = include_str!("../RULES.md")]
pub mod _rules {}

/// Where each datum of a document stands in BibTeX, BibLaTeX, RIS, CSL-JSON and hayagriva's YAML.
///
/// No field for an archive is read by all programs. So what matters most stands in the field that its format has for it, and
/// once more in a labelled sentence of a note, which nearly all programs keep: `Archival source: box 3, folder 2, …`. What a
/// format cannot carry at all is told by [`Record::omitted`].
///
#[doc = include_str!("doc/fields.md")]
pub mod _exports {}

#[doc = include_str!("../ARCHITECTURE.md")]
pub mod _architecture {}

#[doc = include_str!("../CHANGELOG.md")]
pub mod _changelog {}

/// The README's examples run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
