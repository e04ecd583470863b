//! Cites archival documents: with box and folder, printed edition, translation and web archive, in one sentence.
//!
#![doc = "```"]
#![doc = include_str!("../examples/cite.rs")]
#![doc = "```"]
//!
//! prints a Chicago note, and the line of the Wilson Center Digital Archive's "get citation" box. Both are shown
//! [below](#one-telegram-in-every-style), there with the address of the document.
//!
//! # Overview
//!
//! The central type is [`Document`], the central trait [`Style`]: a document goes into a style, a [`Citation`] comes out.
//!
//! * Build a document with [`Document::builder`], read a file of records with [`Records`], or deserialize it with serde, from a
//!   self-describing format. Each checks every rule and reports every error. The record format is described in [`_records`].
//! * A style is a value ([`style::Chicago`], [`style::Mla`], [`style::WilsonCenter`], [`style::Preferred`]), or is found by its name:
//!   [`style::named`], [`style::all`]. [`_rules`] has the rules of Chicago and the MLA with their evidence.
//! * A citation is a sentence with marks ([`Text`]) or a record of named fields ([`Record`]). A sentence is displayed as plain text, and
//!   [rendered](Text::render) in a [`notation`]: HTML, Markdown, LaTeX, Typst. A record has its own notation: BibTeX, RIS, JSON, YAML.
//!   [`_exports`] shows which field each datum is written to.
//! * [`bibliography`] makes lists of documents, and footnotes.
//!
//! # One telegram in every style
//!
#![doc = include_str!("doc/front_page.md")]
//!
//! # What this crate does not do
//!
//! It does not fetch anything from the web, guess, or change the case of titles: it prints what the record contains. Only
//! reading the file of another program involves guesses, and its [ledger](Records::ledger) reports them.
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
//! ## A file of records, with all errors
//!
//! ```
//! use prefercite::document::{RecordFormat, Records};
//!
//! let notes = r#"[{ "id": "a", "title": "A report" }, { "id": "b", "title": "B", "date": "1950-02-30" }]"#;
//! let reading = Records::new(notes, RecordFormat::Json).collect_all();
//! assert_eq!(reading.documents.len(), 1);
//! for error in &reading.errors {
//!     for field in error.field_errors() {
//!         assert_eq!((error.id(), field.path().to_string().as_str()), (Some("b"), "date"));
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
//! To keep italics and links, reuse a [`Text`] in the same way, with [`write`](style::Chicago::write).
//!
//! ## A file for Zotero, and what it omits
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
//! let (mut file, mut text) = (RecordFile::new(Ris::new().syntax()), String::new());
//! for document in &documents {
//!     let record = Ris::new().record(&Cite::new(document));
//!     for omitted in record.omitted() {
//!         assert_eq!(omitted.to_string(), "title.form: the format has no field for it");
//!     }
//!     file.push(record, &mut text)?;
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
//! ## Your own style
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
//! ## Formats of a web service
//!
//! [`style::for_media_type`] finds the style for a media type of the header `Accept`. [`style::all`] lists every style with a label for a
//! menu:
//!
//! ```
//! use prefercite::style;
//!
//! let options = style::all().filter(|info| info.alias_of.is_none());
//! let menu: String = options.map(|info| format!("<option value=\"{}\">{}</option>\n", info.name, info.label)).collect();
//! assert!(menu.contains("<option value=\"mla\">MLA Handbook, 9th edition (works cited)</option>"));
//! ```
//!
//! # Features
//!
//! * `csl` (on by default): the styles of the Citation Style Language, `style::Csl`. These styles and their locales are licensed under CC
//!   BY-SA 3.0; turn the feature off to build without them.
//! * `yaml` (on by default): record files in YAML.
//! * `collation` (on by default): bibliographies in the order of Unicode's root collation.
//! * `xml` (on by default): finding aids in EAD, and letters in TEI.
//! * `bib` (on by default): BibTeX and BibLaTeX files.
//! * `schema`: `JsonSchema` for [`Document`] and its parts, and the schema of a record file.
//!
//! # Versions
//!
//! The text of a citation may change in a patch release if it breaks its own rule, and in a minor release if a rule changes; see
//! README and [`_changelog`].

#![forbid(unsafe_code)]
// Nothing here may panic on data: readers reject it with a message, and styles and notations accept any document.
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
mod bytes;
pub mod citation;
pub mod document;
mod error;
pub mod input;
mod labels;
pub mod notation;
pub mod prose;
mod separator;
mod slice;
pub mod style;

/// The type of [`Date::earliest`](document::Date::earliest) and [`latest`](document::Date::latest) comes from this
/// crate.
pub use chrono;
pub use citation::{Citation, Record, Text};
pub use document::{
    Body, Contribution, ContributionRole, Date, DateError, Document, Holding, HoldingRole, Kind, LeafUnit, Leaves,
    Level, LevelKind, Name, NameOrder, Original, Person, Publication, RecordError, RecordFormat, Records, Repository,
    Reviewed, Surrogate, Title, TitleForm, Translation,
};
pub use error::Error;
pub use style::{Cite, Form, Style};

#[doc = include_str!("../RECORDS.md")]
pub mod _records {}

// `[M]`, `[P]` and `[J]` in the book name the evidence, and its addresses are examples. Both must not become links.
#[allow(rustdoc::bare_urls, rustdoc::broken_intra_doc_links)]
#[doc = include_str!("../RULES.md")]
pub mod _rules {}

/// The field of each datum in BibTeX, BibLaTeX, RIS, CSL-JSON and hayagriva's YAML.
///
/// No program reads every field for archives. So the most important data are written twice: to the field of the
/// format, and to a labelled sentence of a note, which nearly all programs keep: `Archival source: box 3, folder 2,
/// …`. [`Record::omitted`] lists what a format cannot hold at all.
///
#[doc = include_str!("doc/fields.md")]
pub mod _exports {}

/// Where each field of another program's file goes.
///
/// [`Records::ledger`] reports every guess, and every value that is not carried over, with the reason. The table
/// marks a guess with `(guess)`. A field that is not in the table is reported as not carried.
///
#[doc = include_str!("doc/input.md")]
pub mod _input {}

#[doc = include_str!("../ARCHITECTURE.md")]
pub mod _architecture {}

#[doc = include_str!("../CHANGELOG.md")]
pub mod _changelog {}

/// The README's examples run as tests.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
