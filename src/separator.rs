//! What goes between the items of a list but not before the first, for any writer: a sentence, a text, a string.

/// Tells the first item of a list from those after it.
///
/// A list whose items are all at hand can be joined; this is for items that are written one by one, each of which may be
/// missing: ask it once for every item that is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Separator {
    begun: bool,
}

impl Separator {
    /// Before the first item.
    pub(crate) const fn new() -> Self {
        Separator { begun: false }
    }

    /// Begins an item: whether another one came before it.
    pub(crate) const fn follows(&mut self) -> bool {
        std::mem::replace(&mut self.begun, true)
    }

    /// Begins an item: `separator`, or nothing if it is the first.
    pub(crate) const fn between<'s>(&mut self, separator: &'s str) -> &'s str {
        self.choose("", separator)
    }

    /// Begins an item: `opening` if it is the first, else `separator`.
    pub(crate) const fn choose<'s>(&mut self, opening: &'s str, separator: &'s str) -> &'s str {
        if self.follows() { separator } else { opening }
    }

    /// Whether there was an item.
    pub(crate) const fn has_begun(&self) -> bool {
        self.begun
    }
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
    fn the_first_item_can_open_the_list() {
        let mut separator = Separator::new();
        assert_eq!([(); 3].map(|()| separator.choose(" (", "; ")), [" (", "; ", "; "]);
        assert!(separator.follows() && !Separator::new().follows());
    }
}
