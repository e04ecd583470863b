//! The dates of a component: in numbers, in words, or both.

use std::borrow::Cow;

use chrono::Datelike;

use super::super::draft::{At, Draft};
use super::super::field::Field;
use super::super::fold::fold;
use super::super::shared::dates;
use super::known::{Dated, Known, is_attribute, said, values};
use super::meanings::Meanings;
use super::way::Way;
use crate::document::Date;
use crate::slice::slice;

/// Reads the date of a value, unless it was already read with another of its values.
pub(super) fn date(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let element = item.element(at);
    if item.dates.iter().any(|date| *date.element == *element) {
        return;
    }
    let all = values(draft, at, &element);
    let has_parts = all.iter().any(|at| has_parts(item.names(*at)));
    // The words of a date may be in `item` too.
    let mut meanings = std::mem::take(&mut item.meanings);
    let mut read = if has_parts { parts(draft, &all) } else { one(item, &mut meanings, draft, at, &element) };
    item.meanings = meanings;
    let kind = said(draft, &element, "type").or(said(draft, &element, "unitdatetype"));
    read.is_bulk |= kind.is_some_and(|kind| kind == "bulk");
    read.values = all.into_iter().filter(|at| item.way(*at).is_some_and(|way| is_date(way))).collect();
    item.dates.push(Dated { element, ..read });
}

/// Whether a date consists of more than one text: `unitdate` has parts in EAD 4.
fn has_parts(names: &str) -> bool {
    const PARTS: &[&str] = &["datesingle", "date", "daterange", "dateset", "textualdate"];
    names.split('/').nth(1).is_some_and(|part| PARTS.contains(&part))
}

/// Whether a value is part of the date: a text, or an attribute with the same meaning.
fn is_date(way: &Way) -> bool {
    const ATTRIBUTES: &[&str] = &["normal", "standarddate", "notbefore", "notafter"];
    !way.is_attribute || ATTRIBUTES.iter().any(|attribute| attribute.eq_ignore_ascii_case(&way.name))
}

fn dated(edtf: Option<String>, display: Option<String>) -> Dated {
    Dated { element: "".into(), edtf, display, is_bulk: false, why: None, values: Vec::new() }
}

/// `<unitdate normal="1900/1906">circa 1900-1906</unitdate>`
fn one(item: &Known, meanings: &mut Meanings, draft: &Draft<'_>, at: At, element: &Field) -> Dated {
    let normal = draft.look_in(element, ["/@", "normal"]).unwrap_or_default();
    let words = if is_attribute(draft.field(at)) { Cow::default() } else { item.text(draft, at) };
    // If a date has only attributes, its words follow them.
    let words = if words.is_empty() { draft.look(element).map_or(words, fold) } else { words };
    // `1969 , 1970`
    let words = if words.contains(" ,") { words.replace(" ,", ",").into() } else { words };
    let words = words.trim_end_matches([',', ';', ' ']);
    // A period after a year or a bracket does not end an abbreviation.
    let words = match words.strip_suffix('.') {
        Some(bare) if bare.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ')' | ']')) => bare,
        _ => words,
    };
    // `-` in a field that must not be empty.
    let words = if words.contains(char::is_alphanumeric) { words } else { "" };
    let (words, is_bulk) = without_bulk(words);
    let about = draft.look_in(element, ["/@", "certainty"]).is_some_and(|word| {
        let word = word.to_lowercase();
        word.starts_with("approx") || word.starts_with("circa") || word == "ca"
    });
    let dates::Read { mut edtf, display, why } = meanings.date(normal, words, || meaning(normal, words));
    if about {
        edtf = edtf.map(|edtf| circa(edtf, &display));
    }
    Dated { is_bulk, why, ..dated(edtf, display) }
}

/// The date in an attribute and in words, either of which may be empty.
fn meaning(normal: &str, words: &str) -> dates::Read {
    match standard(normal) {
        Some(edtf) => with_words(edtf, words),
        None if words.is_empty() => dates::Read { edtf: None, display: None, why: None },
        None => dates::read(words, None),
    }
}

/// An approximate date.
fn circa(edtf: String, display: &Option<String>) -> String {
    let circa = format!("circa {edtf}");
    let is_plain = edtf.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/'));
    if is_plain && display.is_none() && Date::is_edtf(&circa) { circa } else { edtf }
}

/// `bulk 1916-1958`, `(Bulk, 1916-1958)`: the date without the word.
fn without_bulk(words: &str) -> (&str, bool) {
    let bare = words.trim_start_matches(['(', '[']).trim_end_matches([')', ']']);
    match bare.get(..4).filter(|start| start.eq_ignore_ascii_case("bulk")).and(bare.get(4..)) {
        Some(rest) if !rest.starts_with(char::is_alphanumeric) => {
            let rest = rest.trim_start().trim_start_matches("dates").trim_start_matches("date");
            (rest.trim_start_matches([' ', ',', ':', '.']), true)
        }
        _ => (words, false),
    }
}

/// A date in numbers, with its words if they contain more than the date or differ from it. Words that are a date within
/// the one in numbers are more precise: `<unitdate normal="2002/2002">Feb 23, 2002</unitdate>`.
fn with_words(edtf: String, words: &str) -> dates::Read {
    let sure = |edtf, display| dates::Read { edtf: Some(edtf), display, why: None };
    if words.is_empty() || words == edtf || words == edtf.replace('/', "-") || is_shortened(words, &edtf) {
        return sure(edtf, None);
    }
    let read = dates::read(words, None);
    let (Some(own), Some(date), Some(numbers)) =
        (read.edtf.clone(), read.edtf.as_deref().and_then(Date::if_edtf), Date::if_edtf(&edtf))
    else {
        return sure(edtf, Some(words.to_owned()));
    };
    let bounds = |date: &Date| (date.earliest(), date.latest());
    match (bounds(&date), bounds(&numbers)) {
        ((None, None), _) => sure(edtf, Some(words.to_owned())),
        // `circa 1900` contains more than 1900.
        (words, numbers) if words == numbers => sure(own, read.display),
        ((Some(from), Some(to)), (Some(first), Some(last)))
            if first <= from && to <= last && read.display.is_none() && !has_short_year(words) =>
        {
            // The words contain the year that the numbers give.
            let is_one_year = first.year() == last.year();
            let why = (!is_one_year).then_some("the words are used, which are more precise than the numbers");
            dates::Read { why: why.map(Cow::Borrowed), ..sure(own, None) }
        }
        _ => sure(edtf, Some(words.to_owned())),
    }
}

/// `1904-06`, which may be a month or two years.
fn has_short_year(words: &str) -> bool {
    let is_in_number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '–');
    words
        .split(|c: char| !is_in_number(c))
        .any(|number| number.split_once(['-', '–']).is_some_and(|(year, rest)| year.len() == 4 && rest.len() == 2))
}

/// `1904-05`: without the years in numbers it would be a month.
fn is_shortened(words: &str, edtf: &str) -> bool {
    words.split_once(['-', '–']).is_some_and(|(from, to)| {
        let century = from.get(..2).unwrap_or_default();
        from.len() == 4 && to.len() == 2 && edtf == [from, "/", century, to].concat()
    })
}

/// A date in attributes: `19000101/19061231`, `1900/9999`.
fn standard(text: &str) -> Option<String> {
    let mut ends = text.trim().split('/').map(|end| one_standard(end.trim()));
    let edtf = match (ends.next(), ends.next(), ends.next()) {
        (Some(one), None, _) if !one.is_empty() => one.into_owned(),
        (Some(start), Some(end), None) if start == end => start.into_owned(),
        (Some(start), Some(end), None) => format!("{}/{}", open(&start), open(&end)),
        _ => return None,
    };
    Date::is_edtf(&edtf).then_some(edtf)
}

/// EAD writes 9999 for an open end.
fn open(end: &str) -> &str {
    if matches!(end, "9999" | "" | "open") { ".." } else { end }
}

fn one_standard(text: &str) -> Cow<'_, str> {
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    let part = |from: usize, to: usize| text.get(from..to).unwrap_or_default();
    let text = match text.len() {
        8 if digits => format!("{}-{}-{}", part(0, 4), part(4, 6), part(6, 8)).into(),
        6 if digits => format!("{}-{}", part(0, 4), part(4, 6)).into(),
        4 if digits => return text.into(),
        1..=3 if digits => format!("{text:0>4}").into(),
        _ => Cow::Borrowed(text.split('T').next().unwrap_or_default()),
    };
    // `1900-00-00`: only the year is known.
    let end = text.trim_end_matches("-00").len();
    match text {
        Cow::Borrowed(text) => slice(text, ..end).into(),
        Cow::Owned(mut text) => {
            text.truncate(end);
            text.into()
        }
    }
}

/// `<unitdatestructured>` with single dates, ranges, or a set of them.
fn parts(draft: &Draft<'_>, all: &[At]) -> Dated {
    let mut dates: Vec<Part> = Vec::new();
    let mut words = String::new();
    for at in all {
        let field = draft.field(*at);
        let (own, attribute) = field.rsplit_once("/@").unwrap_or((field, ""));
        let attribute = attribute.to_ascii_lowercase();
        let last =
            own.rsplit('/').next().and_then(|step| step.split('[').next()).unwrap_or_default().to_ascii_lowercase();
        let (is_end, element) = match last.as_str() {
            "datesingle" | "date" => (None, own),
            "fromdate" | "todate" => (Some(last == "todate"), own.rsplit_once('/').map_or(own, |(range, _)| range)),
            "textualdate" if attribute.is_empty() => {
                words = fold(draft.text(*at)).into_owned();
                continue;
            }
            _ => continue,
        };
        if dates.last().is_none_or(|part| part.element != element) {
            dates.push(Part { element: element.to_owned(), is_range: is_end.is_some(), ends: Default::default() });
        }
        let Some(part) = dates.last_mut() else { continue };
        let [start, end] = &mut part.ends;
        let end = if is_end == Some(true) { end } else { start };
        let text = draft.text(*at);
        match attribute.as_str() {
            "standarddate" => end.standard = standard(text),
            "notbefore" => end.not_before = standard(text),
            "notafter" => end.not_after = standard(text),
            "" => end.words = fold(text).into_owned(),
            _ => {}
        }
    }
    if dates.is_empty() {
        let dates::Read { edtf, display, why } = dates::read(&words, None);
        return Dated { why, ..dated(edtf, display) };
    }
    let mut display = Vec::new();
    let mut says_more = false;
    let mut edtf: Vec<String> = Vec::new();
    for part in &dates {
        let (one, words, more) = part.read();
        says_more |= more;
        edtf.extend(one);
        display.push(words);
    }
    let known = edtf.len() == dates.len();
    if !words.is_empty()
        && known
        && let Some(edtf) = set(&edtf)
    {
        let dates::Read { edtf, display, why } = with_words(edtf, &words);
        return Dated { why, ..dated(edtf, display) };
    }
    let display = (says_more || !known).then(|| display.join(", ")).filter(|words| !words.is_empty());
    let why = (!known).then_some(Cow::Borrowed("not all of its parts are dates, so the words are kept"));
    Dated { why, ..dated(set(&edtf), display) }
}

#[derive(Debug)]
struct Part {
    element: String,
    is_range: bool,
    ends: [End; 2],
}

#[derive(Debug, Default)]
struct End {
    standard: Option<String>,
    not_before: Option<String>,
    not_after: Option<String>,
    words: String,
}

impl End {
    /// The date, and whether its words contain more.
    fn read(&self) -> (Option<String>, bool) {
        let between = match (&self.not_before, &self.not_after) {
            (None, None) => None,
            (from, to) => Some(format!("{}/{}", from.as_deref().unwrap_or(".."), to.as_deref().unwrap_or(".."))),
        };
        match self.standard.clone().or(between) {
            Some(edtf) => {
                let read = with_words(edtf.clone(), &self.words);
                // A part has no reason of its own, so a guess is not used.
                match read.why {
                    Some(_) => (Some(edtf), true),
                    None => (read.edtf, read.display.is_some()),
                }
            }
            None => {
                let read = dates::read(&self.words, None);
                (read.edtf, read.display.is_some())
            }
        }
    }
}

impl Part {
    fn read(&self) -> (Option<String>, String, bool) {
        let [from, to] = &self.ends;
        let (start, more) = from.read();
        if !self.is_range {
            return (start, from.words.clone(), more);
        }
        let (end, more_of_end) = to.read();
        let words = match (from.words.is_empty(), to.words.is_empty()) {
            (false, false) => format!("{}-{}", from.words, to.words),
            _ => format!("{}{}", from.words, to.words),
        };
        let is_open = |words: &str, end: &Option<String>| {
            end.is_none() && (words.is_empty() || words.eq_ignore_ascii_case("present"))
        };
        let end = if is_open(&to.words, &end) { Some("..".to_owned()) } else { end };
        let start = if is_open(&from.words, &start) { Some("..".to_owned()) } else { start };
        // `circa 1900` at one end of a range is not a date of its own.
        let bare = |edtf: String| edtf.trim_start_matches("circa ").to_owned();
        let circa = [&start, &end].iter().any(|end| end.as_ref().is_some_and(|end| end.starts_with("circa ")));
        let edtf = start.zip(end).map(|(start, end)| (bare(start), bare(end))).map(|(start, end)| match start == end {
            true => start,
            false => format!("{start}/{end}"),
        });
        let edtf = edtf.map(|edtf| if circa { format!("circa {edtf}") } else { edtf });
        (edtf.filter(|edtf| Date::is_edtf(edtf)), words, more || more_of_end)
    }
}

/// Several dates as one set: all of these.
fn set(dates: &[String]) -> Option<String> {
    match dates {
        [] => None,
        [one] => Some(one.clone()),
        several => {
            let plain: Vec<String> =
                several.iter().map(|date| date.trim_start_matches("circa ").replacen('/', "..", 1)).collect();
            let set = format!("{{{}}}", plain.join(","));
            Date::is_edtf(&set).then_some(set)
        }
    }
}

/// Puts the dates of a component after all of them are read.
pub(super) fn put(item: &mut Known, draft: &mut Draft<'_>) {
    let dates = std::mem::take(&mut item.dates);
    let (bulk, mut main): (Vec<Dated>, Vec<Dated>) = dates.into_iter().partition(|date| date.is_bulk);
    let mut bulk = Some(bulk).filter(|bulk| !bulk.is_empty());
    if main.is_empty() {
        main = bulk.take().unwrap_or_default();
        for date in &mut main {
            date.why.get_or_insert(Cow::Borrowed("it has only the dates of most of the documents"));
        }
    }
    let Some(place) = main.iter().flat_map(|date| date.values.first()).next().map(|at| draft.place(*at)) else {
        return;
    };
    item.dated = main.iter().flat_map(|date| date.values.first()).next().copied();
    let (edtf, display) = one_of_several(&main);
    let edtf = if item.is_circa { edtf.map(|edtf| circa(edtf, &display)) } else { edtf };
    // A bulk date is a range within a range.
    let is_range = |edtf: &Option<String>| edtf.as_ref().is_some_and(|edtf| edtf.contains('/'));
    let bulk_edtf =
        bulk.as_ref().and_then(|bulk| one_of_several(bulk).0).filter(|bulk| is_range(&edtf) && bulk.contains('/'));
    if edtf.is_none() && display.is_none() {
        return main.iter().flat_map(|date| &date.values).for_each(|at| draft.not(*at, "it contains no date"));
    }
    match (edtf, display, &bulk_edtf) {
        (Some(edtf), None, None) => draft.put("date", edtf, place),
        (edtf, display, _) => {
            edtf.into_iter().for_each(|edtf| draft.put("date.edtf", edtf, place));
            display.into_iter().for_each(|words| draft.put("date.display", words, place));
        }
    }
    for date in main {
        tell(draft, &date, "date");
    }
    for date in bulk.into_iter().flatten() {
        match &bulk_edtf {
            Some(edtf) => {
                draft.put("date.bulk", edtf.as_str(), place);
                tell(draft, &date, "date.bulk");
            }
            None => date.values.iter().for_each(|at| draft.note(*at, "Most of it")),
        }
    }
}

fn tell(draft: &mut Draft<'_>, date: &Dated, path: &str) {
    for at in date.values.iter().copied() {
        match &date.why {
            Some(why) => draft.guess_of(at, path, why.clone()),
            None => draft.key_of(at, path),
        }
    }
}

/// The dates as one date, and the words if one of them has words.
fn one_of_several(dates: &[Dated]) -> (Option<String>, Option<String>) {
    if let [one] = dates {
        return (one.edtf.clone(), one.display.clone());
    }
    let mut edtf: Vec<String> = dates.iter().filter_map(|date| date.edtf.clone()).collect();
    edtf.dedup();
    let whole = set(&edtf);
    let words = |date: &Dated| date.display.clone().or(date.edtf.clone());
    let says_more = whole.is_none() || edtf.len() > 1 && dates.iter().any(|date| date.display.is_some());
    (whole, says_more.then(|| dates.iter().filter_map(words).collect::<Vec<_>>().join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_words_are_one_date() {
        for (normal, words, edtf, display) in [
            ("1900/1906", "circa 1900-1906", "1900~/1906~", None),
            ("1930/1930", "1930", "1930", None),
            ("1904/1904", "1904, n.d.", "1904", Some("1904, n.d.")),
            ("19000105/19061231", "", "1900-01-05/1906-12-31", None),
            ("1900-00-00", "1900", "1900", None),
            ("1900/9999", "1900-ongoing", "1900/..", Some("1900-ongoing")),
            ("1904-03-05", "March 5, 1904", "1904-03-05", None),
            ("1904/1905", "1904-05", "1904/1905", None),
            ("1998-11/1998-12", "1998-11-1998-12", "1998-11/1998-12", None),
            ("1904/1904", "1904-05", "1904", Some("1904-05")),
            ("19040101/19061231", "1904-06", "1904-01-01/1906-12-31", Some("1904-06")),
            ("1904/1906", "(1904-06)", "1904/1906", Some("(1904-06)")),
            ("1905/1907", "1905, 1906-07", "1905/1907", Some("1905, 1906-07")),
            ("1998/1998", "1998-05-06", "1998-05-06", None),
            ("2002/2002", "Feb 23, 2002", "2002-02-23", None),
            ("1985/1995", "circa 1989", "circa 1989", None),
            ("2007/2007", "[Feb 20, 2007]", "[2007-02-20]", None),
            ("1953/1971", "1953", "1953", None),
            ("1969/1973", "1919-1973", "1969/1973", Some("1919-1973")),
            ("1950-03-04", "1950", "1950-03-04", Some("1950")),
            ("1994/1995", "undated", "1994/1995", Some("undated")),
            ("1900/1950", "1912 and later", "1900/1950", Some("1912 and later")),
            ("1890/1899", "1890s", "189X", None),
        ] {
            let date = with_words(standard(normal).unwrap(), words);
            assert_eq!((date.edtf.as_deref(), date.display.as_deref()), (Some(edtf), display), "{normal} {words}");
        }
        for text in ["", "0000/1900", "1900-13", "long ago", "1/2/3"] {
            assert_eq!(standard(text), None, "{text}");
        }
        assert_eq!(without_bulk("(Bulk, 1916-1958)"), ("1916-1958", true));
        assert_eq!(without_bulk("bulky"), ("bulky", false));
        assert_eq!(set(&["1789/1984".to_owned(), "1996".to_owned()]).as_deref(), Some("{1789..1984,1996}"));
    }
}
