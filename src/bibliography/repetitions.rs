//! Which entries are by the author of the entry before.

/// RULES 9.7: exactly the same author or authors as the entry before. What the mark is, if there is one, the style knows.
pub(super) fn repetitions<H: PartialEq>(headings: impl Iterator<Item = Option<H>>) -> Vec<bool> {
    let mut before = None;
    let repeats = |heading: Option<H>| {
        let repeats = heading.is_some() && heading == before;
        before = heading;
        repeats
    };
    headings.map(repeats).collect()
}
