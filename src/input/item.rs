//! A record as its notation hands it over.

use crate::document::fault::FieldErrorKind;
use crate::document::tree::Node;

/// What a record may be made of. A description of a document comes nowhere near; a file that was made to do harm does.
pub(super) const MAX_DEPTH: usize = 32;
pub(super) const MAX_NODES: usize = 100_000;

/// A record as a format hands it over, or why it cannot.
pub(super) type Item<'a> = Result<Node<'a>, Broken>;

/// A stretch of a file that is not in its format. What is behind it is read on where the format lets one find it.
#[derive(Debug)]
pub(super) struct Broken {
    pub(super) place: usize,
    pub(super) problem: FieldErrorKind,
}

/// Counts what a record is made of, so that no file makes one that is out of all measure.
#[derive(Debug, Default)]
pub(super) struct Budget {
    nodes: usize,
}

impl Budget {
    pub(super) fn spend(&mut self, depth: usize) -> Result<(), FieldErrorKind> {
        self.nodes += 1;
        if depth > MAX_DEPTH {
            return Err(FieldErrorKind::LimitExceeded {
                what: "levels of lists and maps in each other",
                limit: MAX_DEPTH,
            });
        }
        if self.nodes > MAX_NODES {
            return Err(FieldErrorKind::LimitExceeded { what: "values", limit: MAX_NODES });
        }
        Ok(())
    }
}
