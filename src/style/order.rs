//! The sort key of a bibliography: letter by letter, without initial articles, quotation marks and diacritics.

use chrono::{Datelike, NaiveDate};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::document::{Document, Name, NameOrder};
use crate::prose::names::People;
use crate::prose::{EN_US, Language};

/// Separates the parts of a key. It sorts before every letter, so that `Li, Wei` comes before `Liang`.
const PART: char = '\u{1}';

/// Where a list prints the particle of a family name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Particle {
    /// `Gaulle, Charles de`, as in Chicago.
    BehindGivenName,
    /// `de Gaulle, Charles`, as in the MLA.
    BeforeFamilyName,
}

/// By author, with coauthors after the author alone; in author-date then by year, undated documents last; then by the
/// words that follow in the entry (RULES 9.7). Without an author only by the words.
pub(crate) fn key(
    creators: People<'_>,
    particle: Particle,
    year: Option<Option<NaiveDate>>,
    words: &str,
    language: &Language,
) -> String {
    let mut key = String::new();
    match creators {
        People::Names(names) => names.iter().for_each(|name| {
            push_name(&mut key, name, particle);
            key.push(PART);
        }),
        People::Words(words) => {
            push_letters(&mut key, words);
            key.push(PART);
        }
    }
    let push_year = |key: &mut String| match year {
        Some(Some(day)) => {
            // Four digits: a record has no year before 1 or after 9999.
            let digits = day.year().to_string();
            key.extend(std::iter::repeat_n('0', 4usize.saturating_sub(digits.len())));
            key.push_str(&digits);
        }
        Some(None) => key.push(char::MAX),
        None => {}
    };
    let led = !creators.is_empty();
    if led {
        key.push(PART);
        push_year(&mut key);
        key.push(PART);
    }
    push_filed(&mut key, words, language);
    if !led {
        key.push(PART);
        push_year(&mut key);
    }
    key
}

/// By the names of the creators, then by the title.
pub(crate) fn by_creator(document: &Document) -> String {
    key(People::Names(document.creators()), Particle::BehindGivenName, None, title(document), &EN_US)
}

/// By the title, or by what replaces it.
pub(crate) fn by_title(document: &Document) -> String {
    let mut key = String::new();
    push_filed(&mut key, title(document), &EN_US);
    if document.title().is_none() {
        for name in document.creators().iter().chain(document.recipients()) {
            key.push(PART);
            push_name(&mut key, name, Particle::BehindGivenName);
        }
    }
    key
}

fn title(document: &Document) -> &str {
    let genre = document.genre().unwrap_or(document.kind().as_str());
    document.title().map_or(genre, |title| &title.text)
}

/// Words in the form in which they are sorted.
pub(crate) fn filed(words: &str, language: &Language) -> String {
    let mut key = String::new();
    push_filed(&mut key, words, language);
    key
}

fn push_name(key: &mut String, name: &Name, particle: Particle) {
    match name {
        Name::Person(person) => {
            // B22: in the printed order. A family name alone keeps its particle, and so does a name that is never inverted.
            let never_turned = person.given.is_none() || person.order == NameOrder::FamilyFirst;
            let leads = never_turned || particle == Particle::BeforeFamilyName;
            for particle in
                [person.dropping_particle.as_ref().filter(|_| never_turned), person.particle.as_ref().filter(|_| leads)]
            {
                push_letters(key, particle.map_or("", String::as_str));
            }
            let parts = [
                Some(&person.family),
                person.given.as_ref(),
                person.particle.as_ref().filter(|_| !leads),
                person.suffix.as_ref(),
            ];
            for part in parts {
                push_letters(key, part.map_or("", String::as_str));
                key.push(PART);
            }
        }
        Name::Body(body) => push_letters(key, &body.body),
        Name::AsWritten(name) => push_letters(key, name),
    }
}

fn push_filed(key: &mut String, words: &str, language: &Language) {
    let opened = words.trim_start_matches(|c: char| !c.is_alphanumeric());
    push_letters(key, language.without_article(opened));
}

/// Letters and digits without case and diacritics. Letter-by-letter sorting ignores everything else.
fn push_letters(key: &mut String, words: &str) {
    if words.is_ascii() {
        key.extend(words.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| char::from(byte.to_ascii_lowercase())));
        return;
    }
    // B22: ʿ, ʾ and similar characters are ignored, although they are letters.
    let is_modifier = |c: &char| matches!(c, '\u{2b0}'..='\u{2ff}' | '\u{a78b}' | '\u{a78c}');
    let counts = |c: &char| c.is_alphanumeric() && !is_combining_mark(*c) && !is_modifier(c);
    for c in words.nfkd().filter(counts).flat_map(char::to_lowercase) {
        // Latin letters that do not decompose into a letter and a mark.
        match c {
            'ł' => key.push('l'),
            'ø' => key.push('o'),
            'đ' | 'ð' => key.push('d'),
            'þ' => key.push_str("th"),
            'ß' => key.push_str("ss"),
            'æ' => key.push_str("ae"),
            'œ' => key.push_str("oe"),
            'ı' => key.push('i'),
            c => key.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_sort_by_their_letters() {
        assert_eq!(filed("“The Sources of Soviet Conduct”", &EN_US), filed("Sources of Soviet conduct", &EN_US));
        assert!(filed("Cold-War Notes", &EN_US) > filed("Cold War, A", &EN_US));
        assert_eq!(filed("A", &EN_US), "a");
        assert_eq!(filed("Łódź – Ångström", &EN_US), filed("Lodz, Angstrom", &EN_US));
    }

    #[test]
    fn an_author_alone_precedes_the_same_with_others() {
        let key = |creators: &str, title: &str, year: Option<i32>| {
            let json = format!(r#"{{ "id": "r", "creators": [{creators}], "title": "{title}" }}"#);
            let document: Document = serde_json::from_str(&json).unwrap();
            let day = year.map(|year| NaiveDate::from_ymd_opt(year, 1, 1).filter(|_| year > 0));
            super::key(People::Names(document.creators()), Particle::BehindGivenName, day, title, &EN_US)
        };
        let order = [
            key("", "Archives of the Party", None),
            key(r#""Li, Wei""#, "Report", None),
            key(r#""Liang, An""#, "Report", None),
            key("", "Situation in Korea", None),
            key(r#""Stalin, Joseph""#, "Zagreb", Some(1945)),
            key(r#""Stalin, Joseph""#, "Athens", Some(1950)),
            key(r#""Stalin, Joseph""#, "Athens", Some(0)),
            key(r#""Stalin, Joseph", "Mao Zedong""#, "Athens", Some(1940)),
        ];
        assert!(order.is_sorted(), "{order:?}");
    }
}
