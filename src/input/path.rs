//! Paths of the record format as rules write them: `holdings[0].path[1].id`.

use std::borrow::Cow;

use crate::document::fault::{FieldPath, Step};
use crate::slice::split;

/// A step of a path, borrowed from its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PathStep<'p> {
    Key(&'p str),
    Index(usize),
}

/// The steps of a path. Rules look at a path far more often than they store one, so nothing is allocated.
#[derive(Clone, Debug)]
pub(super) struct Steps<'p> {
    rest: &'p str,
}

pub(super) fn steps(path: &str) -> Steps<'_> {
    Steps { rest: path }
}

impl<'p> Iterator for Steps<'p> {
    type Item = PathStep<'p>;

    fn next(&mut self) -> Option<PathStep<'p>> {
        let ends = |byte: &u8| matches!(byte, b'.' | b'[' | b']');
        let rest = self.rest.strip_prefix(['.', '[']).unwrap_or(self.rest);
        let (part, behind) = split(rest, rest.as_bytes().iter().position(ends).unwrap_or(rest.len()));
        if part.is_empty() {
            return None;
        }
        match behind.strip_prefix(']') {
            Some(behind) => {
                self.rest = behind;
                part.parse().ok().map(PathStep::Index)
            }
            None => {
                self.rest = behind;
                Some(PathStep::Key(part))
            }
        }
    }
}

/// The path as the ledger has it.
pub(super) fn read_path(path: &str) -> FieldPath {
    let step = |step| match step {
        PathStep::Key(key) => Step::Key(owned(key)),
        PathStep::Index(index) => Step::Index(index),
    };
    FieldPath(steps(path).map(step).collect())
}

/// The keys in most paths of a ledger, so that these need no allocation.
const FREQUENT: &[&str] = &[
    "id",
    "kind",
    "title",
    "text",
    "form",
    "date",
    "edtf",
    "display",
    "holdings",
    "path",
    "level",
    "repository",
    "name",
    "reference",
    "surrogates",
    "url",
    "subjects",
    "summary",
    "extent",
    "languages",
    "creators",
];

/// A key that outlives its path.
pub(super) fn owned(key: &str) -> Cow<'static, str> {
    match FREQUENT.iter().find(|frequent| **frequent == key) {
        Some(frequent) => Cow::Borrowed(frequent),
        None => Cow::Owned(key.to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_has_keys_and_indexes() {
        use PathStep::{Index, Key};
        for (path, expected) in [
            ("id", vec![Key("id")]),
            ("holdings[0].path[12].id", vec![Key("holdings"), Index(0), Key("path"), Index(12), Key("id")]),
            ("a[1][2].b", vec![Key("a"), Index(1), Index(2), Key("b")]),
        ] {
            assert_eq!(steps(path).collect::<Vec<_>>(), expected);
            assert_eq!(read_path(path).to_string(), path);
        }
    }
}
