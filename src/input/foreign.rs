//! The interface of the readers of foreign formats.

use std::fmt;

use super::draft::{Draft, Told};
use super::item::Broken;

/// A file of another program, read an item at a time.
pub(super) trait Foreign<'a>: fmt::Debug + Send + Sync {
    /// The next item, or a part of the file that cannot be read as one; `None` at the end.
    ///
    /// `outside` receives the values that are in no document: those of the file's head, or of an item that is not a document.
    fn next(&mut self, outside: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>>;
}
