//! `@key`: parses the key of a citation by pandoc's rules.

use crate::letters::{Letter, words};

/// `@key`, and its start and end in the letters.
pub(crate) struct Key {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) id: String,
    /// `-@key`: the author is left out.
    pub(crate) hides_author: bool,
}

/// The key at this `@`. `None` if there is a name before it, as in an e-mail address (`editor@example.org`).
pub(crate) fn at(letters: &[Letter], at: usize) -> Option<Key> {
    let is = |place: usize, c: char| letters.get(place).is_some_and(|it| it.is_text && it.c == c);
    let before = at.checked_sub(1).map(|place| letters[place]);
    if !is(at, '@') || before.is_some_and(|it| it.c.is_alphanumeric() || it.c == '@') {
        return None;
    }
    let (id, length) = id(&letters[at + 1..])?;
    // `@user@example.org` is also an address.
    if is(at + 1 + length, '@') && letters.get(at + 2 + length).is_some_and(|it| it.c.is_alphanumeric()) {
        return None;
    }
    let begins =
        |place: usize| place == 0 || letters[place - 1].c.is_whitespace() || "([“‘\"'".contains(letters[place - 1].c);
    let hides_author = at > 0 && is(at - 1, '-') && begins(at - 1);
    Some(Key { from: at - usize::from(hides_author), to: at + 1 + length, id, hides_author })
}

/// The keys directly in these brackets, not in brackets inside them.
pub(crate) fn all(letters: &[Letter]) -> Vec<Key> {
    let (mut keys, mut open, mut place) = (Vec::new(), 0, 0);
    while let Some(letter) = letters.get(place) {
        let key = (open == 0).then(|| at(letters, place)).flatten();
        match letter.c {
            '[' if letter.is_text => open += 1,
            ']' if letter.is_text => open -= 1,
            _ => {}
        }
        place = key.as_ref().map_or(place + 1, |key| key.to);
        keys.extend(key);
    }
    keys
}

/// The characters of a key after its `@`, and their number: letters, digits and underscores with single marks
/// between them, or any characters in braces.
fn id(letters: &[Letter]) -> Option<(String, usize)> {
    if letters.first().is_some_and(|it| it.is_text && it.c == '{') {
        let mut open = 0;
        let end = letters.iter().position(|it| {
            open += i32::from(it.c == '{') - i32::from(it.c == '}');
            open == 0
        })?;
        let id = words(&letters[1..end]).trim().to_owned();
        return (!id.is_empty()).then_some((id, end + 1));
    }
    let is_word = |it: Option<&Letter>| it.is_some_and(|it| it.is_text && (it.c.is_alphanumeric() || it.c == '_'));
    if !is_word(letters.first()) {
        return None;
    }
    let mut length = 0;
    while let Some(letter) = letters.get(length).filter(|it| it.is_text) {
        let next = letters.get(length + 1);
        // `https://x.org/a` is also a key.
        let opens_path = ":/".contains(letter.c) && next.is_some_and(|it| it.c == '/');
        if is_word(Some(letter)) || opens_path || ":.#$%&-+?<>~/".contains(letter.c) && is_word(next) {
            length += 1;
        } else {
            break;
        }
    }
    Some((words(&letters[..length]), length))
}

/// The spelling of a key in the text: `@{…}` if it has characters that end a plain key.
pub(crate) fn typed(id: &str) -> String {
    let letters: Vec<Letter> =
        id.char_indices().map(|(at, c)| Letter { c, at, depth: 0, is_text: true, is_break: false }).collect();
    match self::id(&letters) {
        Some((known, _)) if known == id => format!("@{id}"),
        _ => format!("@{{{id}}}"),
    }
}
