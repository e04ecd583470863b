//! Recognizes cataloguers' titles, and what they contain about the document: its kind, its sender, its recipient.

use super::super::draft::{At, Draft};
use super::names;
use crate::document::Kind;
use crate::slice::slice;

/// Words for messages with a recipient, by language, and the words before sender and recipient.
struct Language {
    messages: &'static [(&'static str, Kind)],
    minutes: &'static [&'static str],
    from: &'static [&'static str],
    to: &'static [&'static str],
}

#[rustfmt::skip]
const LANGUAGES: &[Language] = &[
    Language {
        messages: &[
            ("letter", Kind::Letter), ("letters", Kind::Letter), ("telegram", Kind::Telegram), ("cable", Kind::Telegram),
            ("memorandum", Kind::Memorandum), ("memo", Kind::Memorandum), ("postcard", Kind::Letter), ("message", Kind::Letter),
            ("note", Kind::Note), ("e-mail", Kind::Letter), ("email", Kind::Letter),
        ],
        minutes: &["minutes"], from: &["from", "by"], to: &["to"],
    },
    Language {
        messages: &[
            ("brev", Kind::Letter), ("følgebrev", Kind::Letter), ("telegram", Kind::Telegram), ("skrivelse", Kind::Letter),
            ("postkort", Kind::Letter), ("notat", Kind::Memorandum),
        ],
        minutes: &["referat", "mødereferat", "protokoll", "møtereferat"], from: &["fra", "från"], to: &["til", "till"],
    },
    Language {
        messages: &[
            ("brief", Kind::Letter), ("schreiben", Kind::Letter), ("telegramm", Kind::Telegram), ("postkarte", Kind::Letter),
            ("karte", Kind::Letter),
        ],
        minutes: &["protokoll", "sitzungsprotokoll", "niederschrift"], from: &["von", "des", "der"], to: &["an"],
    },
    Language {
        messages: &[
            ("lettre", Kind::Letter), ("lettres", Kind::Letter), ("télégramme", Kind::Telegram), ("billet", Kind::Letter),
            ("carte", Kind::Letter), ("note", Kind::Note),
        ],
        minutes: &["procès-verbal", "compte-rendu"], from: &["de", "du", "d'", "d’"], to: &["à", "au", "aux"],
    },
    Language {
        messages: &[("carta", Kind::Letter), ("cartas", Kind::Letter), ("telegrama", Kind::Telegram), ("oficio", Kind::Letter), ("ofício", Kind::Letter)],
        minutes: &["acta", "ata"], from: &["de", "del", "do", "da"], to: &["a", "al", "para", "ao", "à"],
    },
    Language {
        messages: &[("lettera", Kind::Letter), ("lettere", Kind::Letter), ("telegramma", Kind::Telegram)],
        minutes: &["verbale"], from: &["di", "da", "del"], to: &["a", "al", "alla"],
    },
    Language {
        messages: &[("brief", Kind::Letter), ("brieven", Kind::Letter), ("telegram", Kind::Telegram)],
        minutes: &["notulen"], from: &["van"], to: &["aan"],
    },
    Language {
        messages: &[("письмо", Kind::Letter), ("телеграмма", Kind::Telegram), ("записка", Kind::Memorandum)],
        minutes: &["протокол"], from: &["от"], to: &["к"],
    },
];

/// Longer abbreviations that may end a title or a name.
const ABBREVIATIONS: &[&str] = &[
    "Corp", "Dept", "Bros", "Assn", "Univ", "Prof", "Calif", "Mass", "Conn", "Minn", "Tenn", "Wash", "Sept", "misc",
    "Misc", "corresp",
];

/// A title without the period that catalogues and databases write after it.
pub(in crate::input) fn without_period(text: &str) -> &str {
    match text.strip_suffix('.') {
        // `n.d..`
        Some(bare) if bare.ends_with('.') && !bare.ends_with("..") => bare,
        Some(bare) if bare.ends_with([')', ']']) => bare,
        Some(bare) => {
            // A short word with a period is an abbreviation: `Inc.`
            let last = bare.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let is_number = last.bytes().all(|byte| byte.is_ascii_digit());
            let is_word = last.chars().count() > 3 && !ABBREVIATIONS.contains(&last);
            if !last.is_empty() && (is_number || is_word) { bare } else { text }
        }
        None => text,
    }
}

/// Words that only a cataloguer begins a title with, if it is not a message.
const DESCRIPTIONS: &[&str] = &[
    "manuscript",
    "notebook",
    "photograph of",
    "photo of",
    "portrait of",
    "sketch of",
    "view of",
    "handwritten",
    "typescript of",
];

/// The content of a title.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::input) struct Said<'t> {
    /// The title without the brackets of a cataloguer.
    pub(in crate::input) text: &'t str,
    /// Why the title is a cataloguer's.
    pub(in crate::input) supplied: Option<&'static str>,
    /// The kind at its beginning.
    pub(in crate::input) kind: Option<Kind>,
    pub(in crate::input) from: Option<&'t str>,
    pub(in crate::input) to: Option<&'t str>,
}

/// Parses a title. In the title of a letter, any word for a letter shows that it is a description.
pub(in crate::input) fn read(title: &str, is_letter: bool) -> Said<'_> {
    let title = title.trim();
    let (text, bracketed) = without_brackets(title);
    let mut said = Said { text, supplied: bracketed.then_some("it is in square brackets"), ..Said::default() };
    let words: Vec<(usize, &str)> = words(text);
    // After the first few words comes the subject of the document, not its kind.
    let opening: Vec<String> = words.iter().take(4).map(|(_, word)| bare(word)).collect();
    let first = opening.first().map_or("", String::as_str);
    for language in LANGUAGES {
        let message = opening.iter().enumerate().find_map(|(index, word)| {
            language.messages.iter().find(|(known, _)| known == word).map(|(_, kind)| (index, kind))
        });
        if language.minutes.contains(&first) {
            let described = words.get(1).is_some_and(|(_, next)| is_small(next));
            if described {
                said.kind.get_or_insert(Kind::Minutes);
                said.supplied =
                    said.supplied.or(is_letter.then_some("the document is a letter, but its title describes minutes"));
            }
            break;
        }
        let Some((index, kind)) = message else { continue };
        let is_to = |word: &str| language.to.contains(&bare(word).as_str());
        let is_from = |word: &str| {
            language.from.contains(&bare(word).as_str()) || word.starts_with("d'") || word.starts_with("d’")
        };
        let behind = words.get(index + 1..).unwrap_or_default();
        let to = behind.iter().position(|(_, word)| is_to(word));
        let from = behind.iter().take(to.unwrap_or(behind.len())).position(|(_, word)| is_from(word));
        // `Letter to Stalin`, `3 lettres de …`: the message itself, not `A Note on …`.
        let opens = from.or(to).is_some_and(|at| at <= 2);
        // `The Letter from America` is a title.
        let is_title = matches!(first, "the" | "a" | "an" | "der" | "die" | "das" | "le" | "la" | "el");
        if (!opens || is_title) && !is_letter {
            continue;
        }
        said.supplied = said.supplied.or(Some("it contains the kind, the sender or the recipient"));
        if opens {
            said.kind.get_or_insert(kind.clone());
            let start = |at: usize, word: &str| match word.split_once(['\'', '’']) {
                Some(("d", rest)) => at + word.len() - rest.len(),
                _ => at + word.len(),
            };
            let end = to.and_then(|to| behind.get(to)).map_or(text.len(), |(at, _)| *at);
            said.from = from.and_then(|from| behind.get(from)).and_then(|(at, word)| {
                let name = text.get(start(*at, word).min(end)..end)?;
                as_name(if to.is_some() { name.trim().trim_end_matches(',') } else { cut(name) })
            });
            said.to =
                to.and_then(|to| behind.get(to)).and_then(|(at, word)| as_name(cut(text.get(at + word.len()..)?)));
        }
        break;
    }
    if said.supplied.is_none() && is_letter && names_both(&words) {
        said.supplied = Some("it names the sender and the recipient of a letter");
    }
    if said.supplied.is_none() && DESCRIPTIONS.iter().any(|start| begins_with(text, start)) {
        said.supplied = Some("it describes the document");
    }
    let has = |words: &str| text.to_lowercase().contains(words);
    if said.kind.is_none() && (has("oral history") || begins_with(text, "interview with")) {
        said.kind = Some(Kind::Interview);
    }
    said
}

/// `Sagan to Grinspoon comments on dissertation`: words with capitals before and after the `to`.
fn names_both(words: &[(usize, &str)]) -> bool {
    let is_name = |word: &str| word.starts_with(char::is_uppercase);
    let to = words.iter().position(|(_, word)| matches!(*word, "to" | "an" | "à" | "til" | "till" | "aan"));
    to.is_some_and(|to| {
        (1..=5).contains(&to)
            && words.get(to + 1).is_some_and(|(_, next)| is_name(next))
            && words
                .iter()
                .take(to)
                .all(|(_, word)| is_name(word) || matches!(*word, "and" | "und" | "von" | "van" | "de" | "et" | "&"))
    })
}

fn begins_with(text: &str, start: &str) -> bool {
    text.chars().take(start.chars().count()).flat_map(char::to_lowercase).eq(start.chars())
}

/// `[Letter to Stalin]`: one pair of brackets around the whole text.
fn without_brackets(title: &str) -> (&str, bool) {
    match title.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')) {
        Some(inside) if !inside.contains(['[', ']']) && !inside.trim().is_empty() => (inside.trim(), true),
        _ => (title, false),
    }
}

fn words(text: &str) -> Vec<(usize, &str)> {
    let mut words = Vec::new();
    let mut start = None;
    for (at, character) in text.char_indices().chain([(text.len(), ' ')]) {
        match (character.is_whitespace(), start) {
            (true, Some(from)) => {
                words.push((from, slice(text, from..at)));
                start = None;
            }
            (false, None) => start = Some(at),
            _ => {}
        }
        if words.len() > 60 {
            break;
        }
    }
    words
}

fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn is_small(word: &str) -> bool {
    word.chars().all(char::is_lowercase)
}

/// Words between a name and a date or a subject.
const AFTER_NAMES: &[&str] =
    &["dated", "regarding", "concerning", "re", "on", "about", "from", "vom", "über", "om", "sur", "angående"];

/// The end of a name: a comma, a date, a subject.
fn cut(text: &str) -> &str {
    let text = text.trim();
    let end = text.find([',', ';', ':', '(', '[', '"', '“', '‘', '«']).unwrap_or(text.len());
    let is_end = |space: &usize| {
        let word = slice(text, space + 1..).split_once(' ').map(|(word, _)| word);
        word.is_some_and(|word| AFTER_NAMES.contains(&word))
    };
    let word = text.match_indices(' ').map(|(space, _)| space).take_while(|space| *space < end).find(is_end);
    let text = slice(text, ..word.unwrap_or(end));
    // `to Stalin 5 May 1950`
    match text.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit())) {
        Some(number) => text.find(number).map_or(text, |at| slice(text, ..at)).trim_end(),
        None => text.trim_end(),
    }
}

/// Whether a name begins here: with a capital, possibly after an article.
fn as_name(text: &str) -> Option<&str> {
    let text = text.trim().trim_end_matches(['.', '-', '–']).trim_end();
    let mut words = text.split_whitespace();
    let first = words.next()?;
    let articles = ["the", "das", "den", "die", "der", "le", "la", "les", "los", "las", "el", "his", "her"];
    let first = if articles.contains(&first) { words.next()? } else { first };
    (first.starts_with(char::is_uppercase) && text.chars().count() <= 80).then_some(text)
}

/// Puts the title, its form, and the people in it if the item has none. Returns the kind at its beginning.
pub(in crate::input) fn put(draft: &mut Draft<'_>, at: At, is_letter: bool) -> Option<Kind> {
    let title = draft.owned(at);
    put_text(draft, at, &title, is_letter)
}

/// The same for a title that consists of several values.
pub(in crate::input) fn put_text(draft: &mut Draft<'_>, at: At, title: &str, is_letter: bool) -> Option<Kind> {
    let said = read(title, is_letter);
    draft.key_as(at, "title.text", said.text);
    if let Some(why) = said.supplied {
        draft.also(at, "title.form", "supplied", why);
    }
    for (list, name, why) in [
        ("creators", said.from, "the title names the sender"),
        ("recipients", said.to, "the title names the recipient"),
    ] {
        if let Some(name) = name.filter(|_| !draft.has(list)) {
            let path = format!("{list}[0]");
            names::read(name).put(draft, &path, draft.place(at));
            draft.also_of(at, &path, why);
        }
    }
    said.kind
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_says_whose_it_is() {
        for (title, is_letter, supplied, kind, from, to) in [
            (
                "Brev fra Byplannævnet, Hovedstadsafdelingen, til Byudviklingsudvalget for Egnen",
                true,
                true,
                Some(Kind::Letter),
                Some("Byplannævnet, Hovedstadsafdelingen"),
                Some("Byudviklingsudvalget for Egnen"),
            ),
            (
                "Brev 30/9-1960 fra Arbejderbo til Karlebo sogneråd",
                true,
                true,
                Some(Kind::Letter),
                Some("Arbejderbo"),
                Some("Karlebo sogneråd"),
            ),
            (
                "Følgebrev til Boligministeriet, dispositionsplan for kystdistriktet",
                true,
                true,
                Some(Kind::Letter),
                None,
                Some("Boligministeriet"),
            ),
            ("Referat af det første møde i byudviklingsudvalget", true, true, Some(Kind::Minutes), None, None),
            (
                "[Letter from P. Abrecht (WCC, Geneva) to L. Nillus, Buenos Aires]",
                true,
                true,
                Some(Kind::Letter),
                Some("P. Abrecht (WCC, Geneva)"),
                Some("L. Nillus"),
            ),
            (
                "Lettre d'Adolphe Aderer à Adolphe Jullien",
                false,
                true,
                Some(Kind::Letter),
                Some("Adolphe Aderer"),
                Some("Adolphe Jullien"),
            ),
            (
                "Schreiben des Bundeskanzlers an das Auswärtige Amt vom 3. Mai 1950",
                false,
                true,
                Some(Kind::Letter),
                Some("Bundeskanzlers"),
                Some("das Auswärtige Amt"),
            ),
            (
                "Carta de Luis Carrero a Francisco Franco",
                false,
                true,
                Some(Kind::Letter),
                Some("Luis Carrero"),
                Some("Francisco Franco"),
            ),
            (
                "Telegram from Kennan to Secretary of State, 22 February 1946",
                false,
                true,
                Some(Kind::Telegram),
                Some("Kennan"),
                Some("Secretary of State"),
            ),
            ("Davey, John (Jack) Letter: 1915 December 12th", true, true, None, None, None),
            ("Letter to the Editor", false, true, Some(Kind::Letter), None, Some("the Editor")),
            ("Sagan to Grinspoon comments on dissertation", true, true, None, None, None),
            ("Sagan to Grinspoon comments on dissertation", false, false, None, None, None),
            ("Un million et demi d'infirmes", true, false, None, None, None),
            ("Minutes of Meetings of Council", false, false, Some(Kind::Minutes), None, None),
            ("A Note on the Method", false, false, None, None, None),
            ("The Letter from America to come", false, false, None, None, None),
            ("Knuth, Donald oral history", false, false, Some(Kind::Interview), None, None),
            ("Manuscript notebook of poems", false, true, None, None, None),
            ("", false, false, None, None, None),
        ] {
            let said = read(title, is_letter);
            assert_eq!((said.supplied.is_some(), said.kind, said.from, said.to), (supplied, kind, from, to), "{title}");
        }
    }
}
