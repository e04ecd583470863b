//! Braces without a partner, which break programs that count braces.

/// How the programs that read a notation treat a backslash before a brace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Backslash {
    /// They count the brace anyway.
    IsNothing,
    /// They do not count it.
    HidesTheBrace,
}

/// The positions of braces without a partner, in order.
pub(super) fn lone(words: &str, backslash: Backslash) -> Vec<usize> {
    let (mut open, mut lone) = (Vec::new(), Vec::new());
    // Checking every byte is faster than stopping at the first brace.
    if !words.bytes().fold(false, |found, byte| found | matches!(byte, b'{' | b'}')) {
        return lone;
    }
    let mut is_hidden = false;
    for (at, byte) in words.bytes().enumerate() {
        match byte {
            b'{' | b'}' if is_hidden => lone.push(at),
            b'{' => open.push(at),
            b'}' if open.pop().is_none() => lone.push(at),
            _ => {}
        }
        is_hidden = byte == b'\\' && backslash == Backslash::HidesTheBrace;
    }
    if !open.is_empty() {
        lone.append(&mut open);
        lone.sort_unstable();
    }
    lone
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_its_partner_or_is_lone() {
        for (words, counted, hidden) in [
            ("a {b} c", vec![], vec![]),
            ("a } {b} {", vec![2, 8], vec![2, 8]),
            ("}{", vec![0, 1], vec![0, 1]),
            ("{ {b}", vec![0], vec![0]),
            (r"\{b}", vec![], vec![1, 3]),
            (r"{\}", vec![], vec![0, 2]),
        ] {
            assert_eq!(lone(words, Backslash::IsNothing), counted, "{words}");
            assert_eq!(lone(words, Backslash::HidesTheBrace), hidden, "{words}");
        }
    }
}
