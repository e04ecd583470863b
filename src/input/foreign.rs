//! The interface of the readers of foreign formats.

use std::fmt;

use super::draft::{Draft, Told};
use super::item::Broken;

/// A file of another program, read an item at a time.
pub(super) trait Foreign<'a>: fmt::Debug + Send + Sync {
    /// The next item, or the error of a part of the file that is not an item; `None` at the end.
    ///
    /// `outside` receives the values that belong to no document: the values of the file's head, and of items that
    /// are not documents.
    fn next(&mut self, outside: &mut Vec<Told<'a>>) -> Option<Result<Draft<'a>, Broken>>;
}
