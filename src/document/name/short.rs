//! The short form of a name: parsed as exactly one person, or rejected with a reason.
//!
//! Catalogues put many things after a comma: life dates, offices, the parts of an institution. Read as a given name
//! or a suffix, these would be printed in the wrong order. So only what is certainly a person's name is read as one.

use std::fmt::Write as _;

use super::super::message::Quoted;
use crate::slice::{slice, sublist};

/// `Family, Given` or `Family, Given, Suffix`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Parts<'t> {
    pub(super) family: &'t str,
    pub(super) given: &'t str,
    pub(super) suffix: Option<&'t str>,
}

/// The parts of a name with a comma. `None` for a name that is printed as written. The error is the correct form.
pub(super) fn read(text: &str) -> Result<Option<Parts<'_>>, String> {
    if text.contains(';') {
        return Err(SEVERAL.to_owned());
    }
    if !text.contains(',') {
        return if ends_in_life_dates(text) { Err(years_in(text)) } else { Ok(None) };
    }
    let (mut rest, mut four) = (text.split(',').map(str::trim), [""; 4]);
    let count = four.iter_mut().map_while(|slot| rest.next().map(|part| *slot = part)).count();
    let parts = || sublist(&four, ..count).iter().copied().chain(rest.clone());
    if parts().enumerate().any(|(index, part)| names_an_institution(part, index == 0)) {
        return Err(institution(text));
    }
    if parts().any(has_year) {
        return Err(years_in(text));
    }
    if let [family, given] = *sublist(&four, ..count) {
        let ends = generation_at_end(family).map(|(family, suffix)| (family, given, suffix));
        let ends = ends.or_else(|| generation_at_end(given).map(|(given, suffix)| (family, given, suffix)));
        if let Some((family, given, suffix)) = ends {
            return Err(format!("write \"{}, {}, {}\"", Quoted(family), Quoted(given), Quoted(suffix)));
        }
    }
    match *sublist(&four, ..count) {
        [family, given] if is_generation(given) => {
            Err(format!("write {{ family: {}, suffix: {} }}", Quoted(family), Quoted(given)))
        }
        [family, given] if is_given(given) => Ok(Some(Parts { family, given, suffix: None })),
        [family, given, suffix] if is_suffix(suffix) && is_given(given) && !is_generation(given) => {
            Ok(Some(Parts { family, given, suffix: Some(suffix) }))
        }
        // BibTeX's order.
        [family, suffix, given] if is_suffix(suffix) && is_given(given) && !is_suffix(given) => {
            Err(format!("write \"{}, {}, {}\"", Quoted(family), Quoted(given), Quoted(suffix)))
        }
        [family, given, suffix] if is_given(given) => {
            let mut hint = institution(text);
            let (family, given, suffix) = (Quoted(family), Quoted(given), Quoted(suffix));
            _ = write!(hint, ", a person as {{ family: {family}, given: {given}, suffix: {suffix} }}");
            Err(hint)
        }
        [_, _] | [_, _, _] => Err(institution(text)),
        _ => Err(format!("{SEVERAL}; {}", institution(text))),
    }
}

/// Why the text must not be a name as written.
pub(super) fn refused(text: &str) -> Option<String> {
    match read(text) {
        Ok(None) => None,
        Ok(Some(Parts { family, given, .. })) => {
            let (family, given) = (Quoted(family), Quoted(given));
            Some(format!("a name as written has no comma; write {{ family: {family}, given: {given} }}"))
        }
        Err(hint) => Some(hint),
    }
}

/// A part that no person's name has.
pub(super) fn not_of_a_person(part: &str) -> Option<&'static str> {
    if part.contains(';') {
        return Some(SEVERAL);
    }
    has_year(part).then_some("leave out the years; a name has no life dates")
}

/// Whether two entries of a list are a family name and its given name: `Kennan` and `George F.`.
///
/// `W. Averell` may be a whole name (`J. Stalin`), but is taken for a given name. Quotation marks show that it is a
/// whole name.
pub(super) fn is_split(family: &str, given: &str) -> bool {
    let mut words = family.split(' ').skip_while(|word| word.starts_with(char::is_lowercase));
    if words.next().is_none() || words.next().is_some() {
        return false;
    }
    let words: Vec<&str> = given.split(' ').collect();
    let is_name = |word: &&str| word.starts_with(char::is_uppercase) && !word.ends_with('.');
    let initials = words.iter().filter(|word| is_initial(word)).count();
    let names = words.iter().filter(|word| is_name(word)).count();
    let ends_in_initial = words.last().is_some_and(|word| is_initial(word));
    initials > 0 && initials + names == words.len() && (ends_in_initial || (initials, names) == (1, 1))
}

/// `F.`, `A.J.P.`, `J.-P.`, and the digraphs of romanised Cyrillic: `Yu.`.
fn is_initial(word: &str) -> bool {
    let mut letters = word.split_terminator('.').map(|letters| letters.trim_start_matches('-'));
    let is_letter = |letters: &str| {
        let mut characters = letters.chars();
        characters.next().is_some_and(char::is_uppercase) && characters.next().is_none()
            || ["Yu", "Ya", "Yo", "Ye", "Zh", "Kh", "Ts", "Ch", "Sh", "Th", "Ph"].contains(&letters)
    };
    word.ends_with('.') && letters.all(is_letter)
}

const SEVERAL: &str = "write each name as an entry of its own";

fn institution(text: &str) -> String {
    format!("write an institution as {{ body: \"{}\" }}", Quoted(text))
}

/// What to write instead of a name with life dates.
fn years_in(text: &str) -> String {
    let without: Vec<&str> = text
        .split(',')
        .map(|part| {
            let part = part.trim();
            let years = |word: &str| has_year(word) || LIFE.iter().any(|known| known.eq_ignore_ascii_case(word));
            let kept = part.rsplit(' ').skip_while(|word| word.is_empty() || years(word)).map(str::len);
            let (words, length) = kept.fold((0, 0), |(words, length), word| (words + 1, length + word));
            slice(part, ..length + usize::saturating_sub(words, 1)).trim_end_matches(['(', ' '])
        })
        .filter(|part| !part.is_empty())
        .collect();
    let without = without.join(", ");
    // Years may remain before other words. To parse those again would never end.
    let are_left = if without.contains(',') { without.split(',').any(has_year) } else { ends_in_life_dates(&without) };
    if !are_left && !without.is_empty() && read(&without).is_ok() {
        return format!("leave out the years: \"{}\"", Quoted(&without));
    }
    format!("leave out the years, or {}", institution(text))
}

/// Words before a year of birth or death.
#[rustfmt::skip]
const LIFE: &[&str] = &[
    "b.", "d.", "born", "died", "fl.", "active", "approximately", "about", "circa", "ca.", "c.", "or", "(b.", "(d.",
    "(born", "(died", "(fl.", "cent.", "century",
];

/// `1893-1976`, `742-814`, `b. 1900`, `16th century`. No person's name has a number of three digits.
fn has_year(part: &str) -> bool {
    // A shortcut: most names have no digit.
    if !part.bytes().any(|byte| byte.is_ascii_digit()) {
        return false;
    }
    let mut run = 0;
    for byte in part.bytes() {
        run = if byte.is_ascii_digit() { run + 1 } else { 0 };
        if run == 3 {
            return true;
        }
    }
    part.split(' ').any(|word| word.eq_ignore_ascii_case("century") || word.eq_ignore_ascii_case("cent."))
}

/// `Mao Zedong (1893-1976)`, `Stalin b. 1878`. A year alone may belong to the name of a congress.
fn ends_in_life_dates(text: &str) -> bool {
    if !text.ends_with(|last: char| last.is_ascii_digit() || matches!(last, ')' | ']' | '-' | '–' | '?')) {
        return false;
    }
    let mut words = text.rsplit(' ').map(|word| word.trim_matches(['(', ')', '[', ']', '?']));
    let last = words.next().unwrap_or_default();
    let is_year = |year: &str| matches!(year.len(), 3 | 4) && year.bytes().all(|byte| byte.is_ascii_digit());
    if let Some((birth, death)) = last.split_once(['-', '–']) {
        let known = |year: &str| year.is_empty() || is_year(year.trim_end_matches('?'));
        return known(birth) && known(death) && last.len() > 3;
    }
    let before = words.next().unwrap_or_default();
    is_year(last) && ["b.", "d.", "born", "died", "fl."].iter().any(|word| word.eq_ignore_ascii_case(before))
}

/// A given name has no `of` or `and`: `Queen of Scots`, `John and Mary`. `Earl of` is an exception: Earl of Cromer.
fn is_given(given: &str) -> bool {
    let mut words = given.split(' ').peekable();
    while let Some(word) = words.next() {
        let refused = match word {
            "of" => words.peek().is_some(),
            "and" | "&" | "for" | "the" | "The" | "al." => true,
            _ => false,
        };
        if refused {
            return false;
        }
    }
    true
}

/// `Jr.`, `Senior`, `III`. Two other letters may be initials without periods (`Lenin, VI`). Jun and Sen are given
/// names.
fn is_generation(word: &str) -> bool {
    ["jr", "jr.", "sr", "sr.", "jun.", "sen.", "junior", "senior"].iter().any(|known| known.eq_ignore_ascii_case(word))
        || matches!(word, "II" | "III")
}

/// `Martin Luther Jr.`: the name, and the suffix that should be after a comma.
fn generation_at_end(part: &str) -> Option<(&str, &str)> {
    part.rsplit_once(' ').filter(|(_, last)| is_generation(last))
}

/// The suffixes of a person's name: a generation, `3rd`, `the Elder`, letters of an order, a degree or an office
/// (`S.J.`).
fn is_suffix(word: &str) -> bool {
    let letters = word.bytes().filter(u8::is_ascii_alphabetic);
    let is_letters = (2..=6).contains(&letters.clone().count())
        && letters.clone().all(|letter| letter.is_ascii_uppercase())
        && word.bytes().all(|byte| byte.is_ascii_uppercase() || byte == b'.' || byte == b' ')
        && !word.trim_end_matches('.').is_empty();
    let is_ordinal = word.len() == 3
        && word.starts_with(|first: char| first.is_ascii_digit())
        && ["st", "nd", "rd", "th"].iter().any(|end| word.ends_with(end));
    is_generation(word)
        || is_letters
        || is_ordinal
        || matches!(
            word,
            "V" | "X"
                | "I"
                | "PhD"
                | "Ph.D."
                | "Esq."
                | "Esq"
                | "Esquire"
                | "Bart."
                | "Bt."
                | "the Elder"
                | "the Younger"
        )
}

/// Whether it has a word that occurs in names of institutions, but not of persons.
fn names_an_institution(part: &str, is_family: bool) -> bool {
    let several = is_family && part.contains(' ');
    part.split([' ', '/']).filter(|word| word.len() > 2).any(|word| {
        let is_bare = [word.bytes().next(), word.bytes().next_back()].iter().flatten().all(u8::is_ascii_alphanumeric);
        let word = if is_bare { word } else { word.trim_matches(|edge: char| !edge.is_alphanumeric()) };
        // John S. Service and Edward M. House were persons. The Foreign Service is an institution.
        word.len() > 2
            && (is_listed(word, INSTITUTIONS, &BEGINNINGS)
                || several && is_listed(word, ALSO_FAMILY_NAMES, &ALSO_BEGINNINGS))
    })
}

/// Whether a word is in a sorted list of lower-case words. Capitals are ignored.
fn is_listed(word: &str, list: &[&str], beginnings: &Beginnings) -> bool {
    if !word.is_ascii() {
        let lower = || word.chars().flat_map(char::to_lowercase);
        return list.binary_search_by(|known| known.chars().cmp(lower())).is_ok();
    }
    // Nearly every word is ASCII and in no list. Its first letter and its length show that.
    let (letter, length) = beginning(word);
    beginnings.get(letter).is_some_and(|lengths| lengths & length != 0)
        && list.iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// For each first letter, without its case, the lengths of words as bits.
type Beginnings = [u32; 32];

/// The first ASCII letter of a word, and the bit of its length.
const fn beginning(word: &str) -> (usize, u32) {
    match word.as_bytes() {
        [first, ..] => ((*first % 32) as usize, 1 << (word.len() % 32)),
        [] => (0, 0),
    }
}

/// Those of all words of a list.
const fn beginnings(mut list: &[&str]) -> Beginnings {
    let mut beginnings = [0; 32];
    while let [word, rest @ ..] = list {
        let (letter, length) = beginning(word);
        if let [lengths, ..] = beginnings.split_at_mut(letter).1 {
            *lengths |= length;
        }
        list = rest;
    }
    beginnings
}

/// Sorted by character.
#[rustfmt::skip]
const INSTITUTIONS: &[&str] = &[
    "academy", "administration", "agency", "ambasada", "ambasciata", "ambassade", "archive", "archives", "army",
    "assembly", "association", "auswärtiges", "authority", "außenministerium", "botschaft", "bundesarchiv",
    "bundesministerium", "bureau", "cabinet", "chancellery", "comisión", "comissão", "comité", "commissariat",
    "commission", "committee", "company", "conference", "congress", "conseil", "consejo", "conselho", "consulate",
    "corporation", "council", "delegation", "department", "dept", "directorate", "embaixada", "embajada", "embassy",
    "federation", "forces", "foundation", "gmbh", "gobierno", "gouvernement", "government", "governo", "govt",
    "headquarters", "inc", "institute", "institution", "kingdom", "komitee", "komitet", "kommission", "legation",
    "library", "légation", "ministerio", "ministerium", "ministero", "ministerstvo", "ministerstwo", "ministry",
    "ministère", "ministério", "museum", "navy", "office", "organisation", "organization", "parliament", "partei",
    "partido", "partito", "party", "politburo", "posolstvo", "presidium", "préfecture", "regierung", "republic",
    "secretariat", "senate", "society", "union", "united", "university", "комиссариат", "комитет", "министерство",
    "посольство",
];

/// These are also family names, if they are alone.
#[rustfmt::skip]
const ALSO_FAMILY_NAMES: &[&str] = &[
    "bank", "board", "branch", "center", "centre", "church", "college", "command", "court", "division", "force",
    "group", "house", "league", "mission", "press", "school", "section", "service", "staff",
];

static BEGINNINGS: Beginnings = beginnings(INSTITUTIONS);
static ALSO_BEGINNINGS: Beginnings = beginnings(ALSO_FAMILY_NAMES);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_before_other_words_are_refused_once() {
        let hint = read("Mao, 1893-1976 Chairman").unwrap_err();
        assert!(hint.starts_with("leave out the years, or write an institution"), "{hint}");
        assert_eq!(read("Mao, Zedong, 1893-1976").unwrap_err(), "leave out the years: \"Mao, Zedong\"");
    }

    #[test]
    fn the_lists_are_in_order() {
        for list in [INSTITUTIONS, ALSO_FAMILY_NAMES] {
            assert!(list.windows(2).all(|pair| pair[0] < pair[1]), "{list:?}");
        }
    }
}
