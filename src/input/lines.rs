//! Finds the line of a position in a text.

/// The distance between remembered positions.
const STRIDE: usize = 1024;

/// The number of line breaks.
pub(super) fn line_breaks(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes).count()
}

/// Counts the lines of the whole text only once: a reader asks in any order, and often.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    /// The number of line breaks before each multiple of the stride, up to the last position asked for.
    before: Vec<usize>,
    /// The last position asked for, with its line. The next one is usually near it.
    last: (usize, usize),
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Lines { text, before: vec![0], last: (0, 1) }
    }

    /// The line of this byte, counted from 1.
    pub(super) fn line(&mut self, place: usize) -> usize {
        let place = place.min(self.text.len());
        while self.before.len() <= place / STRIDE {
            let from = (self.before.len() - 1) * STRIDE;
            let count = self.before.last().copied().unwrap_or_default() + self.breaks(from, from + STRIDE);
            self.before.push(count);
        }
        self.last = (place, self.known(place));
        self.last.1
    }

    /// The same for a byte that is not after all bytes asked for so far.
    pub(super) fn known(&self, place: usize) -> usize {
        let place = place.min(self.text.len());
        let (last, line) = self.last;
        if (last..last + STRIDE).contains(&place) {
            return line + self.breaks(last, place);
        }
        let stride = (place / STRIDE).min(self.before.len() - 1);
        let before = self.before.get(stride).copied().unwrap_or_default();
        1 + before + self.breaks(stride * STRIDE, place)
    }

    fn breaks(&self, from: usize, to: usize) -> usize {
        line_breaks(self.text.as_bytes().get(from..to.min(self.text.len())).unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_found_in_any_order() {
        let text = "a line\n".repeat(10_000);
        let mut lines = Lines::new(&text);
        for line in [9_999, 0, 5_000, 2_341, 7_000, 1] {
            assert_eq!((lines.line(line * 7), lines.line(line * 7 + 6)), (line + 1, line + 1));
        }
        assert_eq!(lines.line(usize::MAX), 10_001);
    }
}
