//! A record as a format reader returns it.

use crate::document::fault::FieldErrorKind;
use crate::document::tree::Node;

/// Limits for one record. Real descriptions are far below them; they protect against malicious files.
pub(super) const MAX_DEPTH: usize = 32;
pub(super) const MAX_NODES: usize = 100_000;

/// A record as a format reader returns it, or the reason why it cannot be read.
pub(super) type Item<'a> = Result<Node<'a>, Broken>;

/// A part of a file with a syntax error. The reader continues after it if the format allows this.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) place: usize,
    pub(super) problem: FieldErrorKind,
}

/// Counts the size of a record, so that no file can create an excessively large one.
#[derive(Debug, Default)]
pub(super) struct Budget {
    nodes: usize,
}

impl Budget {
    pub(super) fn spend(&mut self, depth: usize) -> Result<(), FieldErrorKind> {
        self.nodes += 1;
        if depth > MAX_DEPTH {
            return Err(FieldErrorKind::LimitExceeded { what: "nested levels of lists and maps", limit: MAX_DEPTH });
        }
        if self.nodes > MAX_NODES {
            return Err(FieldErrorKind::LimitExceeded { what: "values", limit: MAX_NODES });
        }
        Ok(())
    }
}
