//! Parses dates as people type them: in EDTF, in words of several languages, or in numbers in the order of the
//! language.

use std::borrow::Cow;

use super::super::draft::{At, Draft};
use crate::document::Date;

/// A date that was parsed from a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::input) struct Read {
    /// In the spelling of the record format. `None` if only the words are known.
    pub(in crate::input) edtf: Option<String>,
    /// The words, if they contain more than the date.
    pub(in crate::input) display: Option<String>,
    /// What was inferred, if anything.
    pub(in crate::input) why: Option<Cow<'static, str>>,
}

/// Parses a date. `language` is the language of the item, if known.
pub(in crate::input) fn read(text: &str, language: Option<&str>) -> Read {
    let text = without_parentheses(text.trim());
    let sure = |edtf: String, display: Option<String>| Read { edtf: Some(edtf), display, why: None };
    // `1939-1946`, the most frequent form in finding aids; `1772--1778`. Neither is EDTF.
    if let Some((from, to)) =
        text.split_once("--").or_else(|| text.split_once(['-', '–']).filter(|(from, to)| from < to))
        && let Some(edtf) = years(from, to)
    {
        return sure(edtf, None);
    }
    if Date::is_edtf(text) {
        return sure(text.to_owned(), None);
    }
    // `~1977-12`: EDTF allows the mark before a part. Before the year it applies to the whole date.
    if let Some(mark) = text.chars().next().filter(|mark| matches!(mark, '~' | '?' | '%')) {
        let behind = format!("{}{mark}", text.trim_start_matches(mark));
        if Date::is_edtf(&behind) {
            return sure(behind, None);
        }
    }
    // `1958-09-05T12:00:00Z`
    if let Some((day, _)) = text.split_once('T').filter(|(day, _)| day.len() == 10 && Date::is_edtf(day)) {
        return sure(day.to_owned(), None);
    }
    if let Some(edtf) = older_edtf(text) {
        return sure(edtf, None);
    }
    if let Some(edtf) = year_first(text).or_else(|| from_year(text)) {
        return sure(edtf, None);
    }
    if let Some(found) = in_numbers(text, language).or_else(|| between_numbers(text, language)) {
        return found;
    }
    if let Some(edtf) = several(text) {
        return sure(edtf, None);
    }
    // `1949 - 1949`, as printed by catalogues with two fields for a date.
    if let Some((start, end)) = text.split_once(" - ").filter(|(start, end)| start == end)
        && Date::is_edtf(start)
    {
        return sure(end.to_owned(), None);
    }
    for words in [Cow::Borrowed(text), in_english(text)] {
        if let Some(date) = Date::if_words(&words) {
            let edtf = date.edtf().unwrap_or_else(|| date.to_string());
            let edtf = if date.is_inferred() { format!("[{edtf}]") } else { edtf };
            return sure(edtf, date.display().map(|_| text.to_owned()));
        }
    }
    if let Some(edtf) = between(text) {
        return sure(edtf, None);
    }
    let words = Some(text.to_owned());
    match only_year(text) {
        Some(year) => {
            let why = match year.ends_with('X') {
                true => "only the decade or the century was read, and the words are kept",
                false => "only the year was read, and the words are kept",
            };
            Read { edtf: Some(year), display: words, why: Some(why.into()) }
        }
        None => Read { edtf: None, display: words, why: Some("no date was read, and the words are kept".into()) },
    }
}

/// `(1890)`: catalogues put a date in parentheses after a title.
fn without_parentheses(text: &str) -> &str {
    let inside = text.strip_prefix('(').and_then(|text| text.strip_suffix(')'));
    inside.filter(|inside| !inside.contains(['(', ')'])).map_or(text, str::trim)
}

/// `1895/10/05`, `1895/10/00`, `1895/00/00`: zeros are not known.
fn year_first(text: &str) -> Option<String> {
    let (year, rest) = text.split_once('/')?;
    let (month, day) = rest.split_once('/')?;
    let edtf = match (month, day) {
        ("00", "00") => year.to_owned(),
        (_, "00") => [year, "-", month].concat(),
        _ => [year, "-", month, "-", day].concat(),
    };
    // EDTF has seasons above 12.
    let is_pair = |number: &str| number.len() == 2 && number.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = is_year(year) && is_pair(month) && month <= "12" && is_pair(day);
    (is_date && Date::is_edtf(&edtf)).then_some(edtf)
}

/// `1960-`: from this year on.
fn from_year(text: &str) -> Option<String> {
    let year = text.strip_suffix(['-', '–'])?.trim_end();
    (is_year(year) && year < "2100").then(|| [year, "/.."].concat()).filter(|range| Date::is_edtf(range))
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn years(from: &str, to: &str) -> Option<String> {
    let (from, to) = (from.trim(), to.trim());
    let range = (is_year(from) && is_year(to)).then(|| [from, "/", to].concat());
    range.filter(|range| Date::is_edtf(range))
}

/// `2007-03-14; 2007-03-21`, `1882, 1884-1886`, `1967 November, 1968 January`: all of these.
fn several(text: &str) -> Option<String> {
    let is_plain = |date: &str| date.chars().all(|c| c.is_ascii_digit() || c == '-') && Date::is_edtf(date);
    let one = |date: &str| match date.split_once(['-', '–']) {
        Some((from, to)) if is_year(from) && is_year(to) => (from < to).then(|| format!("{from}..{to}")),
        // `1920-21` is no month, and `1904-06` may be one.
        Some((from, to)) if is_year(from) && to.len() == 2 => None,
        _ if is_plain(date) => Some(date.to_owned()),
        _ => in_words(date).filter(|edtf| edtf.get(..4).is_some_and(|year| date.contains(year))),
    };
    let parts: Vec<&str> = text.split([';', ',']).map(str::trim).collect();
    let dates =
        Some(parts).filter(|parts| (2..50).contains(&parts.len()))?.into_iter().map(one).collect::<Option<Vec<_>>>()?;
    let set = format!("{{{}}}", dates.join(","));
    Date::is_edtf(&set).then_some(set)
}

/// `12 April 1918 - 23 April 1918`: two complete dates in words.
fn between(text: &str) -> Option<String> {
    let (from, to) = text.split_once(" - ").or_else(|| text.split_once('–')).or_else(|| text.split_once(" to "))?;
    let range = format!("{}/{}", in_words(from)?, in_words(to)?);
    Date::is_edtf(&range).then_some(range)
}

/// One certain date in words: a day, a month or a year.
fn in_words(text: &str) -> Option<String> {
    let date = Date::if_words(&in_english(text.trim()))?;
    let edtf = date.edtf().filter(|_| date.display().is_none() && !date.is_inferred())?;
    edtf.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-').then_some(edtf)
}

/// `199u`, `1999-uu`, `unknown/2006`, `2004/open`: EDTF before it became a standard, as Zotero and MARC write it.
fn older_edtf(text: &str) -> Option<String> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits < 2 || !["u", "open", "?~"].iter().any(|older| text.contains(older)) {
        return None;
    }
    let one = |date: &str| match date {
        "unknown" => String::new(),
        "open" => "..".to_owned(),
        _ => date.replace("?~", "%").replace('u', "X"),
    };
    let edtf = text.split('/').map(one).collect::<Vec<_>>().join("/");
    (edtf != text && Date::is_edtf(&edtf)).then_some(edtf)
}

/// `18/09/1942-02/06/1943`, `10.04.1941 - 23.09.1941`: two days in numbers, in one order.
fn between_numbers(text: &str, language: Option<&str>) -> Option<Read> {
    let (from, to) = text.split_once(" - ").or_else(|| text.split_once(['-', '–']))?;
    let both = [from.trim(), to.trim()];
    // A day above 12 in one of them tells the order of the other.
    let is_day_first = both.iter().any(|date| {
        let first = date.split(['/', '.']).next().and_then(|first| first.parse::<u32>().ok());
        first.is_some_and(|first| (13..=31).contains(&first))
    });
    let language = language.or(is_day_first.then_some("da"));
    let [start, end] = both.map(|date| in_numbers(date, language).filter(|read| read.display.is_none()));
    let (start, end) = (start?, end?);
    let (from, to) = (start.edtf?, end.edtf?);
    let edtf = if from == to { from } else { format!("{from}/{to}") };
    let why =
        start.why.or(end.why).map(|why| if is_day_first { "day first, as in the other date".into() } else { why });
    Date::is_edtf(&edtf).then_some(Read { edtf: Some(edtf), display: None, why })
}

/// `5/9/1958`, `06-02-1962`, `27.8.1957`. The day is known if it is above 12, or has a period after it, or from the
/// language.
fn in_numbers(text: &str, language: Option<&str>) -> Option<Read> {
    let separator = ['/', '-', '.'].into_iter().find(|separator| text.matches(*separator).count() == 2)?;
    let numbers: Vec<&str> = text.split(separator).map(str::trim).collect();
    let [first, second, year] = *numbers.as_slice() else { return None };
    let number = |text: &str| text.parse::<u32>().ok().filter(|_| matches!(text.len(), 1 | 2));
    let (first, second) = (number(first)?, number(second)?);
    if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let read = |day: u32, month: u32, why: Option<String>| {
        let edtf = format!("{year}-{month:02}-{day:02}");
        Date::is_edtf(&edtf).then_some(Read { edtf: Some(edtf), display: None, why: why.map(Cow::Owned) })
    };
    if first == second {
        return read(first, second, None);
    }
    match (first > 12, second > 12) {
        (true, true) => return None,
        (true, false) => return read(first, second, None),
        (false, true) => return read(second, first, None),
        _ => {}
    }
    if separator == '.' {
        return read(first, second, Some("day first, as in dates with periods".to_owned()));
    }
    match language.and_then(order) {
        Some(true) => read(first, second, Some(format!("day first, by the language {}", language.unwrap_or_default()))),
        Some(false) => {
            read(second, first, Some(format!("month first, by the language {}", language.unwrap_or_default())))
        }
        None => Some(Read {
            edtf: Some(year.to_owned()),
            display: Some(text.to_owned()),
            why: Some("day or month may come first: only the year was read, and the words are kept".into()),
        }),
    }
}

/// Whether the day comes first in numbers in this language. In English this depends on the country.
fn order(language: &str) -> Option<bool> {
    let mut parts = language.split('-');
    let (first, rest) = (parts.next()?, parts.next_back());
    #[rustfmt::skip]
    const DAY_FIRST: &[&str] = &[
        "de", "fr", "da", "nb", "nn", "no", "sv", "fi", "is", "nl", "es", "it", "pt", "pl", "cs", "sk", "ro", "bg", "hr", "sr", "sl",
        "ru", "uk", "be", "el", "tr", "ca", "gl", "et", "lv", "cy", "ga", "id", "vi", "he",
    ];
    match (first.to_ascii_lowercase().as_str(), rest) {
        ("en", Some("US" | "us" | "PH")) => Some(false),
        ("en", Some("GB" | "gb" | "IE" | "AU" | "NZ" | "IN")) => Some(true),
        ("en", _) => None,
        (first, _) => DAY_FIRST.contains(&first).then_some(true),
    }
}

/// The only year of four digits in the text, or the only decade or century: `late 1970s`, `mid-1800s`.
fn only_year(text: &str) -> Option<String> {
    let mut years = text.split(|c: char| !c.is_ascii_digit()).filter(|digits| digits.len() >= 3);
    let year = years.next().filter(|year| year.len() == 4 && !year.starts_with('0'))?;
    if years.next().is_some() {
        return None;
    }
    if !text.contains(&format!("{year}s")) || !year.ends_with('0') {
        return Some(year.to_owned());
    }
    // Not `1950s-60s`.
    let has_others = text.bytes().filter(u8::is_ascii_digit).count() > year.len();
    let digits = year.trim_end_matches('0');
    let bare = year.get(..digits.len().max(2)).filter(|bare| bare.len() == 3 || year.ends_with("00"))?;
    (!has_others).then(|| format!("{bare:X<4}"))
}

/// The month of `jan` to `dec`, the abbreviations that BibTeX defines.
#[cfg(feature = "bib")]
pub(in crate::input) fn month_of(abbreviation: &str) -> Option<&'static str> {
    let is =
        |name: &&str| abbreviation.len() == 3 && name.get(..3).is_some_and(|it| it.eq_ignore_ascii_case(abbreviation));
    MONTHS.iter().map(|(english, _)| *english).find(is)
}

/// Months in other languages, with their English names. Words for different months in two languages are left out.
#[rustfmt::skip]
const MONTHS: &[(&str, &[&str])] = &[
    ("January", &["januar", "jänner", "janvier", "januari", "enero", "gennaio", "janeiro", "stycznia", "styczeń", "января", "январь"]),
    ("February", &["februar", "feber", "février", "februari", "febrero", "febbraio", "fevereiro", "lutego", "luty", "февраля", "февраль"]),
    ("March", &["märz", "mars", "marts", "maart", "marzo", "março", "marca", "marzec", "марта", "март"]),
    ("April", &["avril", "abril", "aprile", "kwietnia", "kwiecień", "апреля", "апрель"]),
    ("May", &["mai", "maj", "mei", "mayo", "maggio", "maio", "maja", "мая", "май"]),
    ("June", &["juni", "juin", "junio", "giugno", "junho", "czerwca", "czerwiec", "июня", "июнь"]),
    ("July", &["juli", "juillet", "julio", "luglio", "julho", "lipca", "lipiec", "июля", "июль"]),
    ("August", &["août", "aout", "augusti", "augustus", "agosto", "sierpnia", "sierpień", "августа", "август"]),
    ("September", &["septembre", "septiembre", "settembre", "setembro", "września", "wrzesień", "сентября", "сентябрь"]),
    ("October", &["oktober", "octobre", "octubre", "ottobre", "outubro", "października", "październik", "октября", "октябрь"]),
    ("November", &["novembre", "noviembre", "novembro", "listopada", "ноября", "ноябрь"]),
    ("December", &["dezember", "décembre", "decembre", "desember", "diciembre", "dicembre", "dezembro", "grudnia", "grudzień", "декабря", "декабрь"]),
];

/// The words with foreign months in English, and without the small words between them.
fn in_english(text: &str) -> Cow<'_, str> {
    let mut words = Vec::new();
    for word in text.split_whitespace() {
        let lower = word.to_lowercase();
        let bare = lower.trim_end_matches(['.', ',']);
        if let Some((english, _)) = MONTHS.iter().find(|(_, names)| names.contains(&bare)) {
            words.push(Cow::Borrowed(*english));
        } else if matches!(bare, "de" | "den" | "del" | "di" | "le" | "г" | "года" | "roku" | "el") {
        } else if let Some(day) = bare.strip_suffix("er").or_else(|| bare.strip_suffix('º')).filter(|day| *day == "1")
        {
            words.push(Cow::Owned(day.to_owned()));
        } else if !bare.is_empty() && bare.len() <= 2 && bare.bytes().all(|byte| byte.is_ascii_digit()) {
            words.push(Cow::Owned(bare.to_owned()));
        } else {
            words.push(Cow::Borrowed(word));
        }
    }
    Cow::Owned(words.join(" "))
}

impl Read {
    /// Puts the date at this path and gives the value its fate.
    pub(in crate::input) fn tell(self, draft: &mut Draft<'_>, at: At, path: &str) {
        self.put(draft, path, draft.place(at));
        match self.why {
            None => draft.key_of(at, path),
            Some(why) => draft.guess_of(at, path, why),
        }
    }

    /// Puts the date at this path.
    pub(in crate::input) fn put(&self, draft: &mut Draft<'_>, path: &str, place: usize) {
        match (&self.edtf, &self.display) {
            (Some(edtf), None) => draft.put(path, edtf.as_str(), place),
            (edtf, display) => {
                for (key, text) in [("edtf", edtf), ("display", display)] {
                    if let Some(text) = text {
                        draft.put(&format!("{path}.{key}"), text.as_str(), place);
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_as_far_as_it_says() {
        for (text, language, edtf, display, guessed) in [
            ("1950-01-07", None, Some("1950-01-07"), None, false),
            ("1950-01-07T10:00:00Z", None, Some("1950-01-07"), None, false),
            ("~1977-12", None, Some("1977-12~"), None, false),
            ("?1977", None, Some("1977?"), None, false),
            ("1939-1946", None, Some("1939/1946"), None, false),
            ("15/12/1959", None, Some("1959-12-15"), None, false),
            ("12/15/1959", None, Some("1959-12-15"), None, false),
            ("5/9/1958", Some("da"), Some("1958-09-05"), None, true),
            ("5/9/1958", Some("en-US"), Some("1958-05-09"), None, true),
            ("5/9/1958", Some("en"), Some("1958"), Some("5/9/1958"), true),
            ("5/9/1958", None, Some("1958"), Some("5/9/1958"), true),
            ("2007-03-14; 2007-03-21", None, Some("{2007-03-14,2007-03-21}"), None, false),
            ("1772--1778", None, Some("1772/1778"), None, false),
            ("18/09/1942-02/06/1943", None, Some("1942-09-18/1943-06-02"), None, true),
            ("18/05/1943-18/05/1943", None, Some("1943-05-18"), None, false),
            ("10.04.1941 - 23.09.1941", None, Some("1941-04-10/1941-09-23"), None, true),
            ("05/06/1942-07/08/1943", None, None, Some("05/06/1942-07/08/1943"), true),
            ("199u", None, Some("199X"), None, false),
            ("1999-uu", None, Some("1999-XX"), None, false),
            ("unknown/2006", None, Some("/2006"), None, false),
            ("2004-06/open", None, Some("2004-06/.."), None, false),
            ("1273?~", None, Some("1273%"), None, false),
            ("1882, 1884-1886", None, Some("{1882,1884..1886}"), None, false),
            ("1920-21, 1925", None, None, Some("1920-21, 1925"), true),
            ("1967 November, 1968 January", None, Some("{1967-11,1968-01}"), None, false),
            ("5 May 1967, 1968", None, Some("{1967-05-05,1968}"), None, false),
            ("May 5, 1967", None, Some("1967-05-05"), None, false),
            ("12 April 1918 - 3 May 1918", None, Some("1918-04-12/1918-05-03"), None, false),
            ("April - May 1918", None, Some("1918-04/1918-05"), None, false),
            ("1949 - 1949", None, Some("1949"), None, false),
            ("9/9/1958", None, Some("1958-09-09"), None, false),
            ("06-02-1962", Some("da"), Some("1962-02-06"), None, true),
            ("5.9.1958", None, Some("1958-09-05"), None, true),
            ("31/02/1958", None, Some("1958"), Some("31/02/1958"), true),
            ("November 1944", None, Some("1944-11"), None, false),
            ("14. oktober 1960", Some("da"), Some("1960-10-14"), None, false),
            ("1er janvier 1950", None, Some("1950-01-01"), None, false),
            ("7 de enero de 1950", None, Some("1950-01-07"), None, false),
            ("7 января 1950 г.", None, Some("1950-01-07"), None, false),
            ("(1890)", None, Some("1890"), None, false),
            ("(1964-1965)", None, Some("1964/1965"), None, false),
            ("(no) (date)", None, None, Some("(no) (date)"), true),
            ("1895/10/05", None, Some("1895-10-05"), None, false),
            ("1895/10/00", None, Some("1895-10"), None, false),
            ("1895/00/00", None, Some("1895"), None, false),
            ("1895/21/00", None, Some("1895"), Some("1895/21/00"), true),
            ("9999-", None, Some("9999"), Some("9999-"), true),
            ("mid-1800s", None, Some("18XX"), Some("mid-1800s"), true),
            ("1950s-60s", None, None, Some("1950s-60s"), true),
            ("1895/13/00", None, Some("1895"), Some("1895/13/00"), true),
            ("late 1970s", None, Some("197X"), Some("late 1970s"), true),
            ("1970s-1980s", None, None, Some("1970s-1980s"), true),
            ("1960-", None, Some("1960/.."), None, false),
            ("before 1950", None, Some("../1950"), Some("before 1950"), false),
            ("n.d.", None, Some("n.d."), None, false),
            ("Trinity term 1950", None, Some("1950"), Some("Trinity term 1950"), true),
            ("long ago", None, None, Some("long ago"), true),
        ] {
            let read = read(text, language);
            let shown = (read.edtf.as_deref(), read.display.as_deref(), read.why.is_some());
            assert_eq!(shown, (edtf, display, guessed), "{text} {language:?}");
        }
    }
}
