//! Files into documents: our own formats, and those of other programs.
//!
//! Each reader turns its file into the tree of keys and values of the record format, in which each value has its place in the
//! file; `document` checks the tree and knows no file format.

mod csl_json;
mod draft;
mod foreign;
mod format;
mod item;
mod items;
mod json;
mod ledger;
mod lines;
mod records;
mod shared;
mod table;
#[cfg(feature = "yaml")]
mod yaml;

pub use format::RecordFormat;
pub use ledger::{Entry, Fate, Guess};
pub use records::{LossyRecords, Reading, Records};

#[cfg(test)]
mod tests;
