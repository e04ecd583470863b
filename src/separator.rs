//! Separators between the items of a list, for any writer, and the missing space between some parts of a name.

/// Distinguishes the first item of a list from those after it.
///
/// A list whose items are all available can be joined. This is for items that are written one by one, each of which
/// may be missing: call it once for each item that is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Separator {
    begun: bool,
}

impl Separator {
    /// Before the first item.
    pub(crate) const fn new() -> Self {
        Separator { begun: false }
    }

    /// Begins an item. Returns whether another item came before it.
    pub(crate) const fn follows(&mut self) -> bool {
        std::mem::replace(&mut self.begun, true)
    }

    /// Begins an item. Returns `separator`, or nothing for the first item.
    pub(crate) const fn between<'s>(&mut self, separator: &'s str) -> &'s str {
        self.choose("", separator)
    }

    /// Begins an item. Returns `opening` for the first item, else `separator`.
    pub(crate) const fn choose<'s>(&mut self, opening: &'s str, separator: &'s str) -> &'s str {
        if self.follows() { separator } else { opening }
    }

    /// Whether there was an item.
    pub(crate) const fn has_begun(&self) -> bool {
        self.begun
    }
}

/// Whether two parts of a name have no space between them: after a particle that ends in an apostrophe or a hyphen
/// (`d’Alembert`, `al-Hakim`, but `de’ Medici`), and within `毛泽东` (B22).
pub(crate) fn joins(before: &str, part: &str) -> bool {
    // A shortcut: most parts end in a letter or a period.
    if before.bytes().next_back().is_none_or(|last| last.is_ascii_alphanumeric() || last == b'.') {
        return false;
    }
    let last = before.chars().next_back();
    let elided = match last {
        Some('-' | '‐' | '‑') => true,
        Some('\'' | '’' | 'ʼ') => !before.trim_end_matches(['\'', '’', 'ʼ']).eq_ignore_ascii_case("de"),
        _ => false,
    };
    elided || last.is_some_and(is_east_asian) && part.chars().next().is_some_and(is_east_asian)
}

/// A character of Han, Kana or Hangul.
fn is_east_asian(c: char) -> bool {
    matches!(c, '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{2fdf}' | '\u{3005}'..='\u{3007}' | '\u{3031}'..='\u{318f}'
        | '\u{31a0}'..='\u{31bf}' | '\u{31f0}'..='\u{31ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}'
        | '\u{a960}'..='\u{a97f}' | '\u{ac00}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{ff66}'..='\u{ff9f}'
        | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_comes_before_the_first_item() {
        let written = |items: &[&str]| {
            let (mut text, mut separator) = (String::new(), Separator::new());
            for item in items.iter().filter(|item| !item.is_empty()) {
                text.push_str(separator.between("; "));
                text.push_str(item);
            }
            (text, separator.has_begun())
        };
        assert_eq!(written(&[]), (String::new(), false));
        assert_eq!(written(&["", "a"]), ("a".to_owned(), true));
        assert_eq!(written(&["a", "", "b", "c"]), ("a; b; c".to_owned(), true));
    }

    #[test]
    fn particles_that_are_elided_take_no_space() {
        for (before, part, joined) in [
            ("d’", "Alembert", true),
            ("d'", "Alembert", true),
            ("al-", "Hakim", true),
            ("de’", "Medici", false),
            ("de", "Gaulle", false),
            ("毛", "泽东", true),
            ("毛", "Zedong", false),
            ("김", "일성", true),
        ] {
            assert_eq!(joins(before, part), joined, "{before} {part}");
        }
    }

    #[test]
    fn the_first_item_can_open_the_list() {
        let mut separator = Separator::new();
        assert_eq!([(); 3].map(|()| separator.choose(" (", "; ")), [" (", "; ", "; "]);
        assert!(separator.follows() && !Separator::new().follows());
    }
}
