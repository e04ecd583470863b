//! A part of a file, and the names of the elements that are open in it.

use std::ops::Range;

use crate::slice::{slice, split};

/// A text, and its position in the file. All positions are those in the file.
#[derive(Clone, Copy, Debug)]
pub(in crate::input) struct Part<'a> {
    text: &'a str,
    start: usize,
}

impl<'a> Part<'a> {
    pub(in crate::input) fn new(text: &'a str, start: usize) -> Self {
        Part { text, start }
    }

    pub(in crate::input) fn start(self) -> usize {
        self.start
    }

    /// The position after its last byte.
    pub(in crate::input) fn end(self) -> usize {
        self.start + self.text.len()
    }

    /// The text between two positions.
    pub(in crate::input) fn range(self, Range { start, end }: Range<usize>) -> &'a str {
        slice(self.text, start - self.start..end - self.start)
    }

    /// The text from this position on. `None` if a character does not begin here.
    pub(in crate::input) fn get(self, from: usize) -> Option<&'a str> {
        self.text.get(from.checked_sub(self.start)?..)
    }

    /// The text from this position on, which is between two characters.
    pub(in crate::input) fn rest(self, from: usize) -> &'a str {
        split(self.text, from - self.start).1
    }
}

/// The names of the open elements, with their prefixes. They outlive the text.
#[derive(Debug, Default)]
pub(super) struct Names {
    joined: String,
    ends: Vec<usize>,
}

impl Names {
    pub(super) fn push(&mut self, name: &str) {
        self.joined.push_str(name);
        self.ends.push(self.joined.len());
    }

    pub(super) fn pop(&mut self) {
        self.ends.pop();
        self.joined.truncate(self.ends.last().copied().unwrap_or_default());
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn last(&self) -> Option<&str> {
        self.iter().next_back()
    }

    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &str> + ExactSizeIterator {
        let name = |index: usize| {
            let end = |index: usize| self.ends.get(index).copied().unwrap_or_default();
            slice(&self.joined, index.checked_sub(1).map_or(0, end)..end(index))
        };
        (0..self.ends.len()).map(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_are_those_in_the_file() {
        let part = Part::new("aéb", 10);
        assert_eq!((part.range(11..13), part.rest(13), part.end()), ("é", "b", 14));
        assert_eq!((part.get(11), part.get(12), part.get(9), part.get(15)), (Some("éb"), None, None, None));
    }

    #[test]
    fn names_are_a_stack() {
        let mut names = Names::default();
        names.pop();
        assert_eq!(names.last(), None);
        for name in ["ead", "", "c"] {
            names.push(name);
        }
        assert_eq!(names.iter().collect::<Vec<_>>(), ["ead", "", "c"]);
        names.pop();
        assert_eq!((names.last(), names.len()), (Some(""), 2));
        names.pop();
        assert_eq!((names.last(), names.len()), (Some("ead"), 1));
    }
}
