//! Which entries have the same author as the previous entry.

/// RULES 9.7: whether an entry has exactly the same author or authors as the previous one. The style chooses the
/// mark, if it prints one.
pub(super) fn repetitions<H: PartialEq>(headings: impl Iterator<Item = Option<H>>) -> Vec<bool> {
    let mut before = None;
    let repeats = |heading: Option<H>| {
        let repeats = heading.is_some() && heading == before;
        before = heading;
        repeats
    };
    headings.map(repeats).collect()
}
