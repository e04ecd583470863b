//! Private-use characters, which have no case, replace letters whose case the processor may not change.
//! Noncharacters, which no font contains and no program exchanges, are the marks that pass through the processor with the words.

/// Comes before values that the processor would misread.
pub(super) const GUARD: char = '\u{FDD0}';
/// Before and after a family name that is never inverted.
pub(super) const FAMILY: char = '\u{FDD2}';
/// The place of the letter after a year.
pub(super) const LETTER: char = '\u{FDD3}';
/// Before and after `et al.`
pub(super) const ET_AL: char = '\u{FDD4}';

/// Before and after `n.d.`
pub(super) const NO_DATE: char = '\u{FDDA}';
/// Before and after an opening quotation mark of the style.
pub(super) const OPEN: char = '\u{FDD8}';
/// Before and after a closing one.
pub(super) const CLOSE: char = '\u{FDD9}';

/// Whether a character is a mark. Marks are removed from the words of a document.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, GUARD | FAMILY..='\u{FDEF}')
}

/// A private-use character after it is literal.
const ESCAPE: char = '\u{FDD1}';

/// No words of a document become this, because the escape always comes before an escaped character.
pub(super) const RESERVED: &str = "\u{FDD1}\u{FDD0}";

/// All letters disguised.
pub(super) fn whole(words: &str) -> String {
    let mut disguised = String::with_capacity(4 * words.len());
    words.chars().filter(|c| !is_mark(*c)).for_each(|c| push(&mut disguised, c));
    disguised
}

/// All letters disguised except the first, which a style may capitalize at the start of a sentence.
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

/// No letters disguised, and private-use characters escaped.
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

/// The original words.
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

/// Planes 15 and 16 are for private use. They replace the first two planes, which contain all scripts with case.
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
    fn a_disguise_can_be_undone() {
        for words in ["CCP CC, ‘Über’ 中文 \u{10400}\u{10428} ŉ", "\u{F0041}\u{10FFFD}\u{FDD1}a", ""] {
            for disguised in [whole(words), behind_first(words), escaped(words)] {
                assert_eq!(undone(&disguised), words);
            }
            assert!(whole(words).chars().all(|c| !c.is_lowercase() && !c.is_uppercase()));
        }
    }
}
