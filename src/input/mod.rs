//! Files into documents: our own formats, and those of other programs.
//!
//! [`Records`] reads them all; [`RecordFormat`] says which there are, and [`_input`](crate::_input) where every field of theirs goes.
//! What became of each value of a foreign file is in its [ledger](Records::ledger). A model of one's own (rows of a database) is
//! brought in by the builder of a document, with [`from_words`] for what stands in its columns.
//!
//! Each reader turns its file into the tree of keys and values of the record format, in which each value has its place in the
//! file; `document` checks the tree and knows no file format.

#[cfg(feature = "bib")]
mod bib;
mod csl_json;
mod draft;
#[cfg(feature = "xml")]
mod ead;
mod foreign;
mod format;
pub mod from_words;
mod grow;
#[cfg(feature = "yaml")]
mod hayagriva;
mod house_lines;
mod item;
mod items;
mod json;
mod ledger;
mod lines;
mod records;
mod ris;
mod shared;
mod stream;
mod table;
#[cfg(feature = "xml")]
mod tei;
mod tropy;
#[cfg(feature = "xml")]
mod xml;
#[cfg(feature = "yaml")]
mod yaml;
mod zotero;

pub use format::RecordFormat;
pub use ledger::{Entry, Fate, Guess};
pub use records::{LossyRecords, Reading, Records};
pub use stream::{LossyRecordReader, ReadError, RecordReader};

#[cfg(test)]
mod tests;
