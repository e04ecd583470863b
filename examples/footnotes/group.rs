//! Citations in the text: `[see @id, fol. 12, on Korea; @id2]`, `@id [p. 3]`, `^[a note @id]`.

use std::ops::Range;

use crate::key::{self, Key};
use crate::letters::{Letter, closing, words};
use crate::locator::locator;

/// The author's own note that contains a citation.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Within {
    /// `[^x]: …`, by its position in the list of definitions.
    Definition(usize),
    /// `^[…]`, by its position in the list of inline notes.
    Inline(usize),
}

/// The position of a citation in its paragraph.
pub(crate) struct Spot {
    pub(crate) range: Range<usize>,
    /// Whether a space precedes it.
    pub(crate) spaced: bool,
    /// Whether the paragraph begins with it.
    pub(crate) starts: bool,
    /// The paragraph before it, without final spaces.
    pub(crate) precedes: String,
    /// The paragraph after it.
    pub(crate) follows: String,
}

/// The citations in one pair of brackets, or of a sentence that names a document.
pub(crate) struct Group {
    pub(crate) spot: Spot,
    pub(crate) within: Option<Within>,
    /// Whether it is `@id` without brackets: the sentence names the author of the first document.
    pub(crate) is_named: bool,
    /// The words before the first citation.
    pub(crate) before: String,
    pub(crate) cited: Vec<Cited>,
}

/// A cited document, with the words after it up to the next citation.
pub(crate) struct Cited {
    /// The position of its id.
    pub(crate) at: usize,
    pub(crate) id: String,
    pub(crate) hides_author: bool,
    pub(crate) locator: Option<String>,
    pub(crate) after: String,
    /// Whether no record has this id, and the citation is left to pandoc.
    pub(crate) left: bool,
}

/// `^[…]`
pub(crate) struct Inline {
    pub(crate) spot: Spot,
    /// The words between its brackets.
    pub(crate) inside: Range<usize>,
    /// Replacements for its line breaks, because a note has its words in one line.
    pub(crate) breaks: Vec<(Range<usize>, String)>,
}

impl Group {
    /// Whether no record has any of its documents. Then it is not changed.
    pub(crate) fn is_left(&self) -> bool {
        self.cited.iter().all(|it| it.left)
    }
}

impl Spot {
    /// Parses the letters between two positions of their paragraph.
    fn of(letters: &[Letter], range: Range<usize>) -> Self {
        let spaces = letters[..range.start].iter().rev().take_while(|it| it.is_text && it.c == ' ').count();
        let (start, last) = (letters[range.start].at, letters[range.end - 1]);
        let before = letters[..range.start].last();
        Spot {
            range: start..last.at + last.c.len_utf8(),
            spaced: spaces == 1 && before.is_some_and(|it| it.at + 1 == start),
            starts: range.start == spaces,
            precedes: words(&letters[..range.start - spaces]),
            follows: words(&letters[range.end..]),
        }
    }

    pub(crate) fn preceded(&self) -> Option<char> {
        self.precedes.chars().next_back()
    }
}

/// The citations in these brackets, if there are any.
pub(crate) fn in_brackets(letters: &[Letter], brackets: Range<usize>, within: Option<Within>) -> Option<Group> {
    // `[@id]{.class}` is a span in pandoc, and `@id` is text in it.
    if letters.get(brackets.end).is_some_and(|it| it.is_text && it.c == '{') {
        return None;
    }
    let inside = &letters[brackets.start + 1..brackets.end - 1];
    let keys = key::all(inside);
    let first = keys.first()?.from;
    let before = words(&inside[..first]).trim_start().to_owned();
    let cited = cited(inside, keys);
    Some(Group { spot: Spot::of(letters, brackets), within, is_named: false, before, cited })
}

/// The citation of `@id` without brackets. The brackets after it belong to it; in a note also the locator after a
/// comma.
pub(crate) fn in_a_sentence(letters: &[Letter], key: Key, within: Option<Within>) -> (Group, usize) {
    let spaces = letters[key.to..].iter().take_while(|it| it.is_text && it.c.is_whitespace()).count();
    let open = key.to + spaces;
    let is = |place: usize, c: char| letters.get(place).is_some_and(|it| it.is_text && it.c == c);
    let brackets = is(open, '[')
        .then(|| closing(&letters[open..]))
        .flatten()
        .map(|length| open + length)
        .filter(|close| !is(open + 1, '^') && !"[({".chars().any(|c| is(close + 1, c)));
    let (from, at, hides_author) = (key.from, letters[key.from + usize::from(key.hides_author)].at, key.hides_author);
    let head = |locator, after| Cited { at, id: key.id.clone(), hides_author, locator, after, left: false };
    let (all, end) = if let Some(close) = brackets {
        let inside = &letters[open + 1..close];
        let keys = key::all(inside);
        let rest = keys.first().map_or(inside.len(), |next| next.from);
        let (locator, behind) = locator(&inside[..rest]);
        let mut after = words(behind);
        if !keys.is_empty() && !after.contains(';') {
            // `@id [@id2]`, `@id [see @id2]`
            after.insert_str(0, "; ");
        }
        // `@id [on Korea]`
        if !after.is_empty() && !after.starts_with([' ', ',', ';', '.']) {
            after.insert_str(0, if locator.is_some() || after.starts_with('(') { " " } else { ", " });
        }
        let mut all = vec![head(locator, joined(after, !keys.is_empty()))];
        all.extend(cited(inside, keys));
        (all, close + 1)
    } else if within.is_some() && is(key.to, ',') {
        let (found, behind) = locator(&letters[key.to..]);
        (vec![head(found, String::new())], letters.len() - behind.len())
    } else {
        (vec![head(None, String::new())], key.to)
    };
    let group = Group {
        spot: Spot::of(letters, from..end),
        within,
        is_named: !hides_author,
        before: String::new(),
        cited: all,
    };
    (group, end)
}

fn cited(inside: &[Letter], keys: Vec<Key>) -> Vec<Cited> {
    let mut cited = Vec::with_capacity(keys.len());
    for (index, key) in keys.iter().enumerate() {
        let end = keys.get(index + 1).map_or(inside.len(), |next| next.from);
        let (locator, behind) = locator(&inside[key.to..end]);
        let mut after = joined(words(behind), index + 1 < keys.len());
        // `@id, {}99 years`
        if after.starts_with(char::is_alphanumeric) {
            after.insert_str(0, ", ");
        }
        let at = inside[key.from + usize::from(key.hides_author)].at;
        cited.push(Cited { at, id: key.id.clone(), hides_author: key.hides_author, locator, after, left: false });
    }
    cited
}

/// The words after a citation, with the space that a semicolon needs: `;see @id2`, `;@id2`.
fn joined(mut after: String, is_followed: bool) -> String {
    if !is_followed {
        after.truncate(after.trim_end_matches([' ', ',', ';', ':']).len());
    }
    if after.starts_with(';') && !after.starts_with("; ") {
        after.insert(1, ' ');
    } else if after.ends_with(';') && is_followed {
        after.push(' ');
    }
    after
}

/// The inline note that begins with this `^`, and its length in letters.
pub(crate) fn inline(letters: &[Letter], at: usize) -> Option<(Inline, Range<usize>)> {
    let is = |place: usize, c: char| letters.get(place).is_some_and(|it| it.is_text && it.c == c);
    if !is(at, '^') || !is(at + 1, '[') || letters[at].at + 1 != letters[at + 1].at {
        return None;
    }
    let close = at + 1 + closing(&letters[at + 1..])?;
    let inside = at + 2..close;
    let mut breaks = Vec::new();
    for place in inside.clone().filter(|place| letters[*place].is_break) {
        let end = letters.get(place + 1).map_or(letters[close].at, |next| next.at);
        let last = letters[place - 1];
        breaks.push((last.at + last.c.len_utf8()..end, " ".to_owned()));
    }
    let bytes = letters[at + 1].at + 1..letters[close].at;
    Some((Inline { spot: Spot::of(letters, at..close + 1), inside: bytes, breaks }, inside))
}
