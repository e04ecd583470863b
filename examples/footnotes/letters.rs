//! A paragraph as letters: the words that the parser gives, with the marks between them and the place of each in the text.

use std::ops::Range;

/// A character of a paragraph.
#[derive(Clone, Copy)]
pub(crate) struct Letter {
    pub(crate) c: char,
    pub(crate) at: usize,
    /// How many emphases it is in.
    pub(crate) depth: usize,
    /// A word of the text: not a mark, and not a part of code, a link, an escape.
    pub(crate) is_text: bool,
    /// The end of a line, written as a space.
    pub(crate) is_break: bool,
}

pub(crate) fn words(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.c).collect()
}

/// How far behind the opening bracket its closing one is, within the same emphasis.
pub(crate) fn closing(letters: &[Letter]) -> Option<usize> {
    let first = letters.first()?;
    let mut open = 0;
    for (at, letter) in letters.iter().enumerate() {
        if letter.depth < first.depth {
            return None;
        }
        match letter.c {
            '[' if letter.is_text => open += 1,
            ']' if letter.is_text => open -= 1,
            _ => continue,
        }
        if open == 0 {
            return (letter.depth == first.depth).then_some(at);
        }
    }
    None
}

/// Puts the letters of a paragraph together again, of which the parser gives the words without the marks.
pub(crate) struct Reader<'t> {
    text: &'t str,
    pub(crate) letters: Vec<Letter>,
    /// Up to where they are read.
    pub(crate) at: usize,
    pub(crate) depth: usize,
    /// A line has ended: what is before the next words is not of the paragraph.
    breaks: bool,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Reader { text, letters: vec![], at: 0, depth: 0, breaks: false }
    }

    pub(crate) fn words(&mut self, words: &str, range: Range<usize>) {
        self.mark(range.start..range.start);
        let is_escaped = self.letters.last().is_some_and(|it| it.c == '\\' && !it.is_text && it.at + 1 == range.start);
        // `&amp;` is read as something else than it is.
        let is_text = self.text[range.clone()] == *words;
        let start = self.letters.len();
        self.push(range, is_text);
        if let Some(first) = self.letters.get_mut(start).filter(|_| is_escaped) {
            first.is_text = false;
        }
    }

    pub(crate) fn line_break(&mut self, range: Range<usize>) {
        self.mark(range.start..range.start);
        self.letters.push(Letter { c: ' ', at: range.end - 1, depth: self.depth, is_text: true, is_break: true });
        (self.at, self.breaks) = (range.end, true);
    }

    /// What is no word, and what is before it.
    pub(crate) fn mark(&mut self, range: Range<usize>) {
        let mut start = self.at.min(range.start);
        if std::mem::take(&mut self.breaks) {
            let skipped = self.text[start..range.start].trim_start_matches([' ', '\t', '>', '\r', '\n']);
            start = range.start - skipped.len();
        }
        self.push(start..range.start, false);
        self.push(range, false);
    }

    pub(crate) fn push(&mut self, range: Range<usize>, is_text: bool) {
        let letters = self.text[range.clone()].char_indices();
        let depth = self.depth;
        self.letters.extend(letters.map(|(at, c)| Letter { c, at: range.start + at, depth, is_text, is_break: false }));
        self.at = self.at.max(range.end);
    }
}
