//! Reading of files into documents: our own formats, and those of other programs.
//!
//! [`Records`] reads all formats, [`RecordFormat`] lists them, and [`_input`](crate::_input) documents where each of their
//! fields goes. The [ledger](Records::ledger) of a foreign file reports where each value went. For a data model of your own
//! (rows of a database), use the document builder, and [`from_words`] to parse the text of a column.
//!
//! Each reader converts its file to the tree of keys and values of the record format. Each value has its position in the
//! file. `document` checks the tree and does not depend on a file format.

#[cfg(feature = "bib")]
mod bib;
mod csl_json;
mod draft;
#[cfg(feature = "xml")]
mod ead;
mod entries;
mod fates;
mod field;
mod fold;
mod foreign;
mod format;
pub mod from_words;
mod grow;
mod hashed;
#[cfg(feature = "yaml")]
mod hayagriva;
mod house_lines;
mod item;
mod items;
mod json;
mod ledger;
mod lines;
mod path;
mod records;
mod removed;
mod ris;
mod seen;
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
pub use ledger::{Fate, Guess, LedgerEntry};
pub use records::{LossyRecords, Reading, Records};
pub use stream::{LossyRecordReader, ReadError, RecordReader};

#[cfg(test)]
mod tests;
