//! A paragraph as letters: the words from the parser and the marks between them, each with its position in the
//! text.

use std::ops::Range;

/// A character of a paragraph.
#[derive(Clone, Copy)]
pub(crate) struct Letter {
    pub(crate) c: char,
    pub(crate) at: usize,
    /// The number of emphases that contain it.
    pub(crate) depth: usize,
    /// Whether it is text: not a mark, and not part of code, a link or an escape.
    pub(crate) is_text: bool,
    /// Whether it is the end of a line, which is written as a space.
    pub(crate) is_break: bool,
}

pub(crate) fn words(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.c).collect()
}

/// The distance from the opening bracket to its closing one, within the same emphasis.
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

/// Rebuilds the letters of a paragraph, because the parser returns its words without the marks.
pub(crate) struct Reader<'t> {
    text: &'t str,
    pub(crate) letters: Vec<Letter>,
    /// The position up to which the text has been read.
    pub(crate) at: usize,
    pub(crate) depth: usize,
    /// Whether a line has ended. Then the characters before the next words are not part of the paragraph.
    breaks: bool,
}

impl<'t> Reader<'t> {
    pub(crate) fn new(text: &'t str) -> Self {
        Reader { text, letters: vec![], at: 0, depth: 0, breaks: false }
    }

    pub(crate) fn words(&mut self, words: &str, range: Range<usize>) {
        self.mark(range.start..range.start);
        let is_escaped = self.letters.last().is_some_and(|it| it.c == '\\' && !it.is_text && it.at + 1 == range.start);
        // The parser returns `&` for `&amp;`.
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

    /// Characters that are not text, and the characters before them.
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
