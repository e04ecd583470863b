//! Letters that the processor cannot re-case: in its place stands a private-use character, which has no case. And the marks
//! that go through the processor with the words: noncharacters, which no font has and no program exchanges.

/// Stands before values that the processor would misread.
pub(super) const GUARD: char = '\u{FDD0}';
/// Before and behind the family name of somebody whose name is never turned round.
pub(super) const FAMILY: char = '\u{FDD2}';
/// Where the letter behind a year comes.
pub(super) const LETTER: char = '\u{FDD3}';
/// Before and behind `et al.`
pub(super) const ET_AL: char = '\u{FDD4}';

/// Before and behind `n.d.`
pub(super) const NO_DATE: char = '\u{FDDA}';
/// Before and behind an opening quotation mark of the style.
pub(super) const OPEN: char = '\u{FDD8}';
/// Before and behind a closing one.
pub(super) const CLOSE: char = '\u{FDD9}';

/// What no document can say: it is taken out of its words.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, GUARD | FAMILY..='\u{FDEF}')
}

/// Behind it a private-use character means itself.
const ESCAPE: char = '\u{FDD1}';

/// No words of a document become this: the escape always stands before what it escapes.
pub(super) const UNHEARD_OF: &str = "\u{FDD1}\u{FDD0}";

/// All letters disguised.
pub(super) fn whole(words: &str) -> String {
    let mut disguised = String::with_capacity(4 * words.len());
    words.chars().filter(|c| !is_mark(*c)).for_each(|c| push(&mut disguised, c));
    disguised
}

/// All but a first letter, which a style may raise at the start of a sentence.
pub(super) fn behind_first(words: &str) -> String {
    let mut disguised = String::with_capacity(4 * words.len());
    for (index, c) in words.chars().filter(|c| !is_mark(*c)).enumerate() {
        if index == 0 && c.is_alphabetic() && c.to_uppercase().count() == 1 && !is_disguised(c) {
            disguised.push(c);
        } else {
            push(&mut disguised, c);
        }
    }
    disguised
}

/// Nothing disguised, and nothing that would be taken for it.
pub(super) fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in words.chars().filter(|c| !is_mark(*c)) {
        if is_disguised(c) || c == ESCAPE {
            escaped.push(ESCAPE);
        }
        escaped.push(c);
    }
    escaped
}

/// The words as they were.
pub(super) fn undone(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    let mut characters = words.chars();
    while let Some(c) = characters.next() {
        match c {
            ESCAPE => plain.extend(characters.next()),
            c => plain.push(original(c).unwrap_or(c)),
        }
    }
    plain
}

fn push(disguised: &mut String, c: char) {
    if is_disguised(c) || c == ESCAPE {
        disguised.extend([ESCAPE, c]);
    } else if c.is_alphabetic() {
        disguised.push(char::from_u32(u32::from(c) + PRIVATE).unwrap_or(c));
    } else {
        disguised.push(c);
    }
}

/// Planes 15 and 16 are for private use: they take the first two planes, in which all scripts with cases are.
const PRIVATE: u32 = 0xF_0000;

pub(super) fn is_disguised(c: char) -> bool {
    u32::from(c) >= PRIVATE
}

fn original(c: char) -> Option<char> {
    u32::from(c).checked_sub(PRIVATE).and_then(char::from_u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_disguised_is_itself_again() {
        for words in ["CCP CC, ‘Über’ 中文 \u{10400}\u{10428} ŉ", "\u{F0041}\u{10FFFD}\u{FDD1}a", ""] {
            for disguised in [whole(words), behind_first(words), escaped(words)] {
                assert_eq!(undone(&disguised), words);
            }
            assert!(whole(words).chars().all(|c| !c.is_lowercase() && !c.is_uppercase()));
        }
    }
}
