//! What a bibliography is ordered by: letter by letter, initial articles and quotation marks ignored.

use crate::document::{Document, Name};

/// Between the parts of a key: before every letter, so that `Li, Wei` stands before `Liang`.
const PART: char = '\u{1}';

/// By the names of the creators, then by the title.
pub(crate) fn by_creator(document: &Document) -> String {
    let mut key = String::new();
    for name in document.creators() {
        push_name(&mut key, name);
        key.push(PART);
    }
    push_title(&mut key, document);
    key
}

/// By the title, or by what stands for it.
pub(crate) fn by_title(document: &Document) -> String {
    let mut key = String::new();
    push_title(&mut key, document);
    if document.title().is_none() {
        for name in document.creators().iter().chain(document.recipients()) {
            key.push(PART);
            push_name(&mut key, name);
        }
    }
    key
}

/// Words as they are filed.
pub(crate) fn filed(words: &str) -> String {
    let mut key = String::new();
    push_filed(&mut key, words);
    key
}

fn push_title(key: &mut String, document: &Document) {
    let genre = document.genre().unwrap_or(document.kind().as_str());
    push_filed(key, document.title().map_or(genre, |title| &title.text));
}

fn push_name(key: &mut String, name: &Name) {
    match name {
        Name::Person(person) => {
            // A particle that is not dropped files with the given name in Chicago: `Gaulle, Charles de`.
            for part in [Some(&person.family), person.given.as_ref(), person.particle.as_ref(), person.suffix.as_ref()]
            {
                push_letters(key, part.map_or("", String::as_str));
                key.push(PART);
            }
        }
        Name::Body(body) => push_letters(key, &body.body),
        Name::AsWritten(name) => push_letters(key, name),
    }
}

fn push_filed(key: &mut String, words: &str) {
    let opened = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    let bare = opened
        .split_once(' ')
        .filter(|(first, _)| ["a", "an", "the"].iter().any(|article| first.eq_ignore_ascii_case(article)));
    push_letters(key, bare.map_or(opened, |(_, rest)| rest));
}

fn push_letters(key: &mut String, words: &str) {
    key.extend(words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_file_by_their_letters() {
        assert_eq!(filed("“The Sources of Soviet Conduct”"), filed("Sources of Soviet conduct"));
        assert!(filed("Cold-War Notes") > filed("Cold War, A"));
        assert_eq!(filed("A"), "a");
    }
}
