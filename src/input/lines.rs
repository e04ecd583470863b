//! Finds the line of a position in a file.

/// The distance between remembered positions.
const STRIDE: usize = 1024;

/// The number of line breaks.
pub(super) fn line_breaks(bytes: &[u8]) -> usize {
    memchr::memchr_iter(b'\n', bytes).count()
}

/// Counts the lines of a text only once: a reader asks in any order, and often.
#[derive(Debug)]
pub(super) struct Lines<'a> {
    text: &'a str,
    counts: LineCounts,
    /// The lines of another part of the file, after this text.
    after: Option<Box<Lines<'a>>>,
}

/// What is remembered of the lines of a text.
#[derive(Debug)]
pub(super) struct LineCounts {
    /// The position of the text in the file, and the line there.
    start: usize,
    first: usize,
    /// The number of line breaks before each multiple of the stride, up to the last position asked for.
    breaks: Vec<usize>,
    /// The last position in the text asked for, with its line. The next one is usually near it.
    last: (usize, usize),
    /// The lines of some positions outside the text, in their order.
    others: Vec<(usize, usize)>,
}

impl LineCounts {
    /// For a text at this position and line.
    pub(super) fn new(start: usize, first: usize) -> Self {
        LineCounts { start, first, breaks: vec![0], last: (0, first), others: Vec::new() }
    }

    /// The position of the text in the file.
    #[cfg(feature = "xml")]
    pub(super) fn start(&self) -> usize {
        self.start
    }

    /// The line where it begins.
    #[cfg(feature = "xml")]
    pub(super) fn first(&self) -> usize {
        self.first
    }

    /// Adds the lines of positions outside the text.
    #[cfg(feature = "xml")]
    pub(super) fn with(self, mut others: Vec<(usize, usize)>) -> Self {
        others.sort_unstable();
        LineCounts { others, ..self }
    }
}

impl<'a> Lines<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        Lines::of(text, LineCounts::new(0, 1))
    }

    /// For a part of a file, with the counts that were made for it.
    pub(super) fn of(text: &'a str, counts: LineCounts) -> Self {
        Lines { text, counts, after: None }
    }

    /// Adds another part of the file, after this one.
    #[cfg(feature = "xml")]
    pub(super) fn and(self, after: Option<Lines<'a>>) -> Self {
        Lines { after: after.map(Box::new), ..self }
    }

    #[cfg(feature = "xml")]
    pub(super) fn into_counts(self) -> LineCounts {
        self.counts
    }

    /// The line of this byte, counted from 1.
    pub(super) fn line(&mut self, place: usize) -> usize {
        if let Some(after) = self.after.as_mut().filter(|after| place >= after.counts.start) {
            return after.line(place);
        }
        let Some(at) = self.position(place) else { return self.known(place) };
        while self.counts.breaks.len() <= at / STRIDE {
            let from = (self.counts.breaks.len() - 1) * STRIDE;
            let count = self.counts.breaks.last().copied().unwrap_or_default() + self.breaks(from, from + STRIDE);
            self.counts.breaks.push(count);
        }
        self.counts.last = (at, self.known(place));
        self.counts.last.1
    }

    /// The same for a byte that is not after all bytes asked for so far.
    pub(super) fn known(&self, place: usize) -> usize {
        if let Some(after) = self.after.as_ref().filter(|after| place >= after.counts.start) {
            return after.known(place);
        }
        let Some(at) = self.position(place) else { return self.outside(place) };
        let (last, line) = self.counts.last;
        if (last..last + STRIDE).contains(&at) {
            return line + self.breaks(last, at);
        }
        let stride = (at / STRIDE).min(self.counts.breaks.len() - 1);
        let before = self.counts.breaks.get(stride).copied().unwrap_or_default();
        self.counts.first + before + self.breaks(stride * STRIDE, at)
    }

    /// The position in the text. `None` if the place is before it, or its line is known otherwise.
    fn position(&self, place: usize) -> Option<usize> {
        let at = place.checked_sub(self.counts.start)?;
        let is_behind = at > self.text.len() && self.counts.others.last().is_some_and(|(last, _)| place <= *last);
        (!is_behind).then(|| at.min(self.text.len()))
    }

    /// The line of a position outside the text, or of the one before it.
    fn outside(&self, place: usize) -> usize {
        let known = self.counts.others.partition_point(|(at, _)| *at <= place);
        let last = known.checked_sub(1).and_then(|last| self.counts.others.get(last));
        last.map_or(self.counts.first, |(_, line)| *line)
    }

    fn breaks(&self, from: usize, to: usize) -> usize {
        line_breaks(self.text.as_bytes().get(from..to.min(self.text.len())).unwrap_or_default())
    }
}
#[cfg(test)]
mod tests {
    use super::*;
    #[cfg(feature = "xml")]
    use crate::slice::slice;

    #[test]
    fn a_line_is_found_in_any_order() {
        let text = "a line\n".repeat(10_000);
        let mut lines = Lines::new(&text);
        for line in [9_999, 0, 5_000, 2_341, 7_000, 1] {
            assert_eq!((lines.line(line * 7), lines.line(line * 7 + 6)), (line + 1, line + 1));
        }
        assert_eq!(lines.line(usize::MAX), 10_001);
    }

    #[cfg(feature = "xml")]
    #[test]
    fn a_part_of_a_file_has_lines() {
        let whole = "a line\n".repeat(3_000);
        let known = [(7, 2), (0, 1), (700, 101)].to_vec();
        let (middle, end) = (LineCounts::new(7_000, 1_001).with(known), LineCounts::new(20_300, 2_901));
        let end = Lines::of(slice(&whole, 20_300..), end);
        let mut lines = Lines::of(slice(&whole, 7_000..14_000), middle).and(Some(end));
        for (place, line) in [(7_000, 1_001), (13_999, 2_000), (20_300, 2_901), (20_999, 3_000), (9_100, 1_301)] {
            assert_eq!((lines.line(place), lines.known(place)), (line, line), "{place}");
        }
        assert_eq!([0, 7, 8, 700].map(|place| lines.line(place)), [1, 2, 2, 101]);
    }
}
