//! Names in catalogues: in parts, or as a text that may contain life dates, an office or an institution.

use std::borrow::Cow;

use super::super::draft::Draft;
use crate::document::Name;
use crate::document::keys::read_whole;
use crate::document::tree::Node;

/// A name that was parsed from a text.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::input) struct Read {
    pub(in crate::input) name: Parts,
    /// What was inferred, if anything.
    pub(in crate::input) why: Option<Cow<'static, str>>,
}

#[derive(Debug, PartialEq, Eq)]
pub(in crate::input) enum Parts {
    /// The short form of the record format: `Kennan, George F.`, `Mao Zedong`.
    Short(String),
    Person {
        family: String,
        given: String,
    },
    Body(String),
}

/// A name in one text: `Kennan, George F.`, `Mao, Zedong, 1893-1976`, `United States. Department of State`.
pub(in crate::input) fn read(text: &str) -> Read {
    let text = text.trim();
    if is_short(text) {
        let name = if is_body(text) || has_acronym(text) {
            Parts::Body(text.to_owned())
        } else {
            Parts::Short(text.to_owned())
        };
        return Read { name, why: None };
    }
    if let Some(bare) = without_years(text) {
        return Read { why: Some("the years after the name were left out".into()), ..read(&bare) };
    }
    if let Some(turned) = with_suffix_last(text) {
        return Read { name: Parts::Short(turned), why: Some("the suffix is put behind the given name".into()) };
    }
    // A text with the form `Family, Given` that the short form reads as an institution or as several names.
    Read { name: Parts::Body(text.to_owned()), why: Some("read as the name of an institution".into()) }
}

/// The name of an institution, unchanged.
pub(in crate::input) fn body(text: &str) -> Read {
    Read { name: Parts::Body(text.trim().to_owned()), why: None }
}

/// A name with family name and given name; one of them may be empty.
///
/// Site translators split every name at its comma or its last space, also institutions. Names of institutions are
/// joined again.
pub(in crate::input) fn person(family: &str, given: &str) -> Read {
    let (family, given) = (family.trim(), given.trim());
    match (family.is_empty(), given.is_empty()) {
        (true, _) => return read(given),
        (_, true) => return read(family),
        _ => {}
    }
    if let Some(bare) = without_years(given).or_else(|| years_only(given).then(String::new)) {
        return Read { why: Some("the years after the name were left out".into()), ..person(family, &bare) };
    }
    // `T. H. (Thomas Hunter)`, which catalogues write to distinguish people.
    if let Some((short, full)) = given.split_once(" (").filter(|(short, _)| short.contains('.'))
        && full.ends_with(')')
        && !full.contains(['"', '“'])
    {
        let why = Some("the full form of the name in brackets was left out".into());
        return Read { why, ..person(family, short) };
    }
    let turned = format!("{family}, {given}");
    if is_short(&turned) {
        // `Arthur M., Jr.` in the field for the given name
        let name = match given.contains(',') {
            true => Parts::Short(turned),
            false => Parts::Person { family: family.to_owned(), given: given.to_owned() },
        };
        return Read { name, why: None };
    }
    let joined = if family.contains(' ') { turned } else { format!("{given} {family}") };
    let is_institution = is_body(&format!("{given} {family}"))
        || is_body(&format!("{family} {given}"))
        || family.matches('(').count() != family.matches(')').count();
    match is_institution {
        true => Read { name: Parts::Body(joined), why: Some("read as the name of an institution".into()) },
        false => Read { name: Parts::Person { family: family.to_owned(), given: given.to_owned() }, why: None },
    }
}

impl Read {
    /// Puts the name at this path: `creators[0]`.
    pub(in crate::input) fn put(&self, draft: &mut Draft<'_>, path: &str, place: usize) {
        match &self.name {
            Parts::Short(text) => draft.put(path, text.as_str(), place),
            Parts::Person { family, given } => {
                draft.put(&format!("{path}.family"), family.as_str(), place);
                draft.put(&format!("{path}.given"), given.as_str(), place);
            }
            Parts::Body(body) => draft.put(&format!("{path}.body"), body.as_str(), place),
        }
    }
}

/// Whether the record format reads the text as one name.
fn is_short(text: &str) -> bool {
    read_whole::<Name>(&Node::text(text)).is_ok()
}

/// `King, Martin Luther, Jr.` for `King, Jr., Martin Luther`, the order of BibTeX.
fn with_suffix_last(text: &str) -> Option<String> {
    let mut parts = text.split(',').map(str::trim);
    let (Some(family), Some(suffix), Some(given), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return None;
    };
    Some(format!("{family}, {given}, {suffix}")).filter(|turned| is_short(turned))
}

/// Whether a text without a comma is the name of an institution, not of a person.
///
/// The short form prints both as typed. But only a `body` is never taken for a person elsewhere.
fn is_body(text: &str) -> bool {
    // The record format rejects such a word as a given name.
    !text.contains(',') && text.contains(' ') && read_whole::<Name>(&Node::text(format!("{text}, A."))).is_err()
}

/// Words that may come before life dates.
const YEAR_WORDS: &[&str] =
    &[" b.", " d.", " born", " died", " ca.", " circa", " approximately", " active", " Active", " fl.", " flourished"];

/// `Jet Propulsion Laboratory (JPL)`
fn has_acronym(text: &str) -> bool {
    let inside = text.strip_suffix(')').and_then(|text| text.rsplit_once(" (")).map(|(_, inside)| inside);
    inside.is_some_and(|word| (2..=10).contains(&word.len()) && word.chars().all(|c| c.is_uppercase() || c == '-'))
        && !text.contains(',')
}

/// The name without the life dates at its end. `None` if it has none.
fn without_years(text: &str) -> Option<String> {
    let text = text.trim_end_matches([',', ' ', '.']);
    // `1929 - 1939`
    let spaced = text.rsplit_once(" - ").or_else(|| text.rsplit_once(" – "));
    let spaced =
        spaced.filter(|(from, to)| is_year(to) && from.get(from.len().saturating_sub(4)..).is_some_and(is_year));
    let text = spaced.map_or(text, |(from, _)| from);
    let (before, last) =
        text.rsplit_once([',', '(', ' ']).map(|(before, last)| (before, last.trim_end_matches(')')))?;
    let mut before = before.trim_end_matches([',', '(', ' ']);
    // `d. circa 1100`
    while let Some(bare) = YEAR_WORDS.iter().find_map(|word| before.strip_suffix(word)) {
        before = bare.trim_end_matches([',', '(', ' ']);
    }
    (years_only(last) && !before.is_empty()).then(|| before.to_owned())
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `1893-1976`, `1893-`, `b. 1893`, `742?-814`
fn years_only(text: &str) -> bool {
    let text = text.trim().trim_matches(['(', ')', ' ', '.']);
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let rest = text.trim_start_matches("b. ").trim_start_matches("d. ");
    (3..=8).contains(&digits) && rest.chars().all(|c| c.is_ascii_digit() || matches!(c, '-' | '–' | '?' | '/' | ' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_and_institutions_are_known() {
        let short = |text: &str| Parts::Short(text.to_owned());
        let body = |text: &str| Parts::Body(text.to_owned());
        for (text, name, guessed) in [
            ("Kennan, George F.", short("Kennan, George F."), false),
            ("Mao Zedong", short("Mao Zedong"), false),
            ("Mao, Zedong, 1893-1976", short("Mao, Zedong"), true),
            ("Slytherin, Salazar, d. circa 1100", short("Slytherin, Salazar"), true),
            ("Stalin, Joseph, 1879-1953.", short("Stalin, Joseph"), true),
            ("Wells, Les, Active 1929 - 1939", short("Wells, Les"), true),
            ("Sainty, C. J., Active circa 1941-1943", short("Sainty, C. J."), true),
            ("Bush, George, 1924-", short("Bush, George"), true),
            ("Mao Zedong (1893-1976)", short("Mao Zedong"), true),
            ("Department of Lands and Surveys", body("Department of Lands and Surveys"), false),
            ("Jet Propulsion Laboratory (JPL)", body("Jet Propulsion Laboratory (JPL)"), false),
            ("United States, Department of State", body("United States, Department of State"), true),
            ("Polish Embassy, Rio", body("Polish Embassy, Rio"), true),
            ("King, Jr., Martin Luther", short("King, Martin Luther, Jr."), true),
            ("Embassy in Rio, Brazil, Poland's", body("Embassy in Rio, Brazil, Poland's"), true),
        ] {
            let read = read(text);
            assert_eq!((read.name, read.why.is_some()), (name, guessed), "{text}");
        }
        assert_eq!(
            person("Mao", "Zedong, 1893-1976").name,
            Parts::Person { family: "Mao".to_owned(), given: "Zedong".to_owned() }
        );
        assert_eq!(
            person("Weir", "T. H. (Thomas Hunter)").name,
            Parts::Person { family: "Weir".to_owned(), given: "T. H.".to_owned() }
        );
        assert_eq!(person("Stalin", "").name, short("Stalin"));
        assert_eq!(person("Schlesinger", "Arthur M., Jr.").name, short("Schlesinger, Arthur M., Jr."));
        assert_eq!(person("Conference", "Northwest Mennonite").name, body("Northwest Mennonite Conference"));
        assert_eq!(
            person("World Council of Churches", "Programme to Combat Racism").name,
            body("World Council of Churches, Programme to Combat Racism")
        );
        assert_eq!(
            person("Kydd Memorial Presbyterian Church (Montreal", "Quebec)").name,
            body("Kydd Memorial Presbyterian Church (Montreal, Quebec)")
        );
    }
}
