//! Supplied titles that repeat the other fields: "Telegram, A to B" (RULES 1.4; A5).

use super::language::Language;
use super::names::People;
use super::words::{has_words, strip_prefix_ignoring_case};
use crate::document::{Document, Name, NameOrder};
use crate::slice::slice;

/// Whether a document is correspondence, by its kind or genre.
fn is_correspondence(document: &Document, language: &Language) -> bool {
    let is_known = |word: &str| language.supplied.correspondence.iter().any(|known| known.eq_ignore_ascii_case(word));
    is_known(language.kind(document.kind())) || document.genre().is_some_and(is_known)
}

/// The rest after this word at the start of a title. The word may be capitalised in a title.
fn strip_opening<'t>(title: &'t str, word: &str) -> Option<&'t str> {
    // The first letter distinguishes most words.
    if !title.as_bytes().first()?.eq_ignore_ascii_case(word.as_bytes().first()?) {
        return None;
    }
    let mut letters = word.chars();
    let opens =
        title.strip_prefix(letters.next()?.to_ascii_uppercase()).and_then(|rest| rest.strip_prefix(letters.as_str()));
    title.strip_prefix(word).or(opens)
}

/// The places in a title of a word that precedes a name, with the space before it.
fn matches_within<'t>(title: &'t str, word: &'t str) -> impl Iterator<Item = (usize, usize)> + 't {
    let spaces = title.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
    spaces.filter_map(move |(space, _)| {
        let start = space + 1;
        slice(title, start..).starts_with(word).then_some((space, start + word.len()))
    })
}

/// The writer and the recipient, if the title contains nothing else, and the fields agree with it or are empty.
pub(crate) fn correspondents<'d>(
    document: &'d Document,
    title: &'d str,
    language: &Language,
) -> Option<(People<'d>, People<'d>)> {
    if !is_correspondence(document, language) {
        return None;
    }
    let words = without_kind(title, document, language);
    let (from, to) = (language.supplied.from, language.supplied.to);
    let (creators, recipients) = (document.creators(), document.recipients());
    // "Response to Proposals" names nobody. If both fields are empty, only "Letter, A to B" and "from A to B" fill
    // them.
    let says_kind = words.len() < title.len() || words.starts_with(from);
    if creators.is_empty() && recipients.is_empty() && !says_kind {
        return None;
    }
    let opened = strip_opening(words, from).unwrap_or(words);
    if let Some(recipient) = strip_opening(words, to).filter(|_| words.len() < title.len()) {
        // "Letter to B": only the field can have the writer.
        return Some((People::Names(creators), party(recipients, recipient, language)?));
    }
    matches_within(opened, to).find_map(|(before, behind)| {
        let (writer, recipient) = (slice(opened, ..before), slice(opened, behind..));
        Some((party(creators, writer, language)?, party(recipients, recipient, language)?))
    })
}

/// Whether a title of correspondence names its writer in its own words, although it does not agree with the fields or
/// contains more: `Telegram from the Embassy`, `Telegram, A to B on Korea`. It is printed without an author (RULES 1.4).
pub(crate) fn names_its_writer(document: &Document, title: &str, language: &Language) -> bool {
    if !is_correspondence(document, language) {
        return false;
    }
    let words = without_kind(title, document, language);
    let (from, to) = (language.supplied.from, language.supplied.to);
    let capital = |words: &str| words.starts_with(char::is_uppercase);
    let names_both = |(_, behind): (usize, usize)| capital(words) && capital(slice(words, behind..));
    words.len() < title.len() && (words.starts_with(from) || matches_within(words, to).any(names_both))
}

/// The title after its `Telegram, ` or `Telegram: ` or `Telegram `.
fn without_kind<'t>(title: &'t str, document: &Document, language: &Language) -> &'t str {
    for word in [document.genre(), Some(language.kind(document.kind()))].into_iter().flatten() {
        let Some(rest) = strip_prefix_ignoring_case(title, word) else { continue };
        let behind = rest.strip_prefix([',', ':']).unwrap_or(rest);
        if behind.starts_with(' ') {
            return behind.trim_start();
        }
    }
    title
}

/// The people of the field, if the words name exactly them. The words, if the field is empty and they can be a name.
fn party<'d>(names: &'d [Name], words: &'d str, language: &Language) -> Option<People<'d>> {
    if names.is_empty() {
        return could_be_a_name(words, language).then_some(People::Words(words));
    }
    names_all(names, words, language).then_some(People::Names(names))
}

/// Whether the words have no number, comma or subject, which would be further content.
fn could_be_a_name(words: &str, language: &Language) -> bool {
    let subject = language.supplied.subjects.iter().any(|word| has_words(words, word));
    !words.trim().is_empty()
        && !subject
        && !words.contains(|c: char| c.is_ascii_digit() || matches!(c, ',' | ';' | ':' | '"' | '“' | '(' | '['))
}

fn names_all(names: &[Name], words: &str, language: &Language) -> bool {
    let Some((name, others)) = names.split_first() else { return words.is_empty() };
    behind_name(name, words).into_iter().flatten().any(|rest| {
        if others.is_empty() {
            return rest.is_empty();
        }
        let mut joints = language.supplied.joints.iter();
        joints.any(|joint| rest.strip_prefix(joint).is_some_and(|rest| names_all(others, rest, language)))
    })
}

/// The text after the name, for each form that the words may begin with: natural, short, full or abbreviated (A5).
fn behind_name<'w>(name: &Name, words: &'w str) -> [Option<&'w str>; 6] {
    let person = match name {
        Name::AsWritten(name) => return [words.strip_prefix(name.as_str()), None, None, None, None, None],
        Name::Body(body) => {
            let abbreviation = body.abbreviation.as_deref().and_then(|short| words.strip_prefix(short));
            return [words.strip_prefix(body.body.as_str()), abbreviation, None, None, None, None];
        }
        Name::Person(person) => person,
    };
    let (given, family) = (person.given.as_deref(), Some(person.family.as_str()));
    let (dropping, particle, suffix) =
        (person.dropping_particle.as_deref(), person.particle.as_deref(), person.suffix.as_deref());
    let natural = |suffix| match person.order {
        NameOrder::GivenFirst => behind(words, [given, dropping, particle, family, suffix]),
        NameOrder::FamilyFirst => behind(words, [dropping, particle, family, given, suffix]),
    };
    // Archives write Filippov [Stalin] and Filippov (Stalin).
    let signed = person.signed_as.as_deref().and_then(|signed| words.strip_prefix(signed));
    let bearer = |open: &str, close: &str| {
        let inside = signed?.strip_prefix(open)?;
        behind(inside, [None, None, None, particle, family])?.strip_prefix(close)
    };
    [
        natural(suffix),
        suffix.and_then(|_| natural(None)),
        behind(words, [None, None, None, particle, family]),
        bearer(" [", "]"),
        bearer(" (", ")"),
        signed,
    ]
}

fn behind<'w>(words: &'w str, parts: [Option<&str>; 5]) -> Option<&'w str> {
    let mut rest = words;
    for (index, part) in parts.into_iter().flatten().enumerate() {
        rest = if index > 0 { rest.strip_prefix(' ')? } else { rest }.strip_prefix(part)?;
    }
    Some(rest)
}

/// Whether a description contains a person's short name, as whole words (A5).
pub(crate) fn names_one(description: &str, names: &[Name]) -> bool {
    names.iter().any(|name| {
        let short = match name {
            Name::Person(person) => person.family.as_str(),
            Name::Body(body) => body.abbreviation.as_deref().unwrap_or(&body.body),
            Name::AsWritten(name) => name,
        };
        let full = name.as_body().map_or(short, |body| body.body.as_str());
        has_words(description, short) || has_words(description, full)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::EN_US;

    #[test]
    fn a_title_that_names_another_writer_has_no_author() {
        for (kind, title, alone) in [
            ("telegram", "Telegram, Zhou Enlai to Stalin", true),
            ("telegram", "Telegram from the Embassy in Havana", true),
            ("letter", "Letter, Roshchin to Filippov on Korea", true),
            ("memorandum", "Reply to Stalin", false),
            ("letter", "draft of a letter to the editor", false),
            ("report", "Report from the Embassy to Moscow", false),
        ] {
            let json =
                format!(r#"{{ "id": "r", "kind": "{kind}", "title": {{ "text": "{title}", "form": "supplied" }} }}"#);
            let document: Document = serde_json::from_str(&json).unwrap();
            assert_eq!(names_its_writer(&document, title, &EN_US), alone, "{title}");
        }
    }

    fn agrees(json: &str) -> bool {
        let document: Document = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
        correspondents(&document, &document.title().unwrap().text, &EN_US).is_some()
    }

    #[test]
    fn a_title_agrees_or_contains_more() {
        let fields = r#""creators": [{ "family": "Stalin", "given": "Joseph", "signed-as": "Filippov" }],
            "recipients": [{ "family": "Mao", "given": "Zedong", "order": "family-first" }, { "body": "Central Committee", "abbreviation": "CCP CC" }]"#;
        for (title, says_no_more) in [
            ("Telegram, Stalin to Mao Zedong and CCP CC", true),
            ("Telegram from Joseph Stalin to Mao and Central Committee", true),
            ("telegram: Filippov [Stalin] to Mao Zedong and CCP CC", true),
            ("Filippov to Mao Zedong and CCP CC", true),
            ("Telegram, Stalin to Mao Zedong", false),
            ("Telegram No. 5, Stalin to Mao Zedong and CCP CC", false),
            ("Telegram, Stalin to Mao Zedong and CCP CC concerning Korea", false),
            ("Cable, Stalin to Mao Zedong and CCP CC", false),
        ] {
            let json = format!(
                r#"{{ "id": "r", "kind": "telegram", {fields}, "title": {{ "text": "{title}", "form": "supplied" }} }}"#
            );
            assert_eq!(agrees(&json), says_no_more, "{title}");
        }
        assert!(agrees(
            r#"{ "id": "r", "kind": "letter", "title": { "text": "Letter from Bagirov to Mikoyan", "form": "supplied" } }"#
        ));
        assert!(!agrees(
            r#"{ "id": "r", "kind": "report", "title": { "text": "Report to the Overseers", "form": "supplied" } }"#
        ));
    }
}
