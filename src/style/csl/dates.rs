//! Dates that the processor cannot print. They replace the first date, which it has printed.
//!
//! To find the printed dates, the entry is rendered again with only that date changed. They are where the two outputs differ.

use hayagriva::citationberg::json::{DateValue, Item, Value};

use super::disguise::{CLOSE, LETTER, NO_DATE};
use super::item::Rest;
use super::tree::{Origin, Run, replace};
use crate::slice::{slice, split, sublist};

/// Corrects the dates in which the variant differs.
pub(super) fn put_right(runs: &mut [Run], variant: &[Run], rest: &Rest, year: i16, is_english: bool) {
    let mut differing = differing(runs, variant);
    if let Rest::Until(DateValue::DateParts { date_parts, .. }) = rest
        && let Some(last) = date_parts.0.first().and_then(|end| end.0.first()).filter(|last| **last != year)
    {
        put_years(runs, &mut differing, [year, *last]);
    }
    for date in differing {
        let is_meant = |origin| origin == Origin::Date(date.count);
        let starts = starts_sentence(runs, is_meant);
        replace(runs, is_meant, |printed| match rest {
            Rest::Until(_) => Some(range(printed, &date.other)),
            Rest::Season(_) => None,
            Rest::Words { words, figures } => {
                Some(worded(printed, if is_english { words } else { figures }, year, starts))
            }
        });
    }
}

/// The years of a range if days or months are printed apart from them: `(1962, March–1963, February)` if only
/// punctuation is between them, otherwise `1962–1963. … March 1962–February 1963`.
fn put_years(runs: &mut [Run], differing: &mut Vec<Differing>, years: [i16; 2]) {
    let [first, last] = years.map(|year| year.to_string());
    let place_of = |runs: &[Run], count: usize| runs.iter().position(|run| run.origin == Origin::Date(count));
    let mut before: Option<Differing> = None;
    let mut left = Vec::new();
    for date in differing.drain(..) {
        let printed = printed(runs, date.count);
        let is_bare = !printed.contains(&first) && printed.contains(char::is_alphanumeric);
        let places = before.as_ref().and_then(|year| place_of(runs, year.count)).zip(place_of(runs, date.count));
        let between = places.and_then(|(year, day)| {
            let between: String = runs.get(year + 1..day)?.iter().map(|run| run.words.as_str()).collect();
            (!between.contains(char::is_alphanumeric)).then_some(between)
        });
        match (before.take(), between, places) {
            (Some(year), Some(between), Some((at, day))) if is_bare => {
                let start = self::printed(runs, year.count);
                let mark = between.replace(LETTER, "");
                let whole = format!("{start}{between}{printed}–{}{mark}{}", year.other, date.other);
                runs.iter_mut().take(day + 1).skip(at).for_each(|run| run.words.clear());
                replace(runs, |origin| origin == Origin::Date(date.count), |_| Some(String::new()));
                replace(runs, |origin| origin == Origin::Date(year.count), |_| Some(whole));
            }
            (year, ..) => {
                left.extend(year);
                if is_bare {
                    let comma = |date: &str| if date.ends_with(char::is_numeric) { "," } else { "" };
                    let whole =
                        format!("{printed}{} {first}–{}{} {last}", comma(&printed), date.other, comma(&date.other));
                    replace(runs, |origin| origin == Origin::Date(date.count), |_| Some(whole));
                } else {
                    before = Some(date);
                }
            }
        }
    }
    left.extend(before);
    *differing = left;
}

fn printed(runs: &[Run], count: usize) -> String {
    runs.iter().filter(|run| run.origin == Origin::Date(count)).map(|run| run.words.as_str()).collect()
}

/// Whether only the end of a sentence comes before the words.
fn starts_sentence(runs: &[Run], is_meant: impl Fn(Origin) -> bool) -> bool {
    let before = runs.iter().take_while(|run| !is_meant(run.origin)).filter(|run| !run.words.trim().is_empty());
    let last = before.last().map(|run| run.words.trim_end_matches([' ', '”', '’', CLOSE]));
    last.is_none_or(|last| last.ends_with(['.', '?', '!']))
}

/// Inserts the dates with their season where the style prints a month.
pub(super) fn put_seasons(runs: &mut [Run], with_month: &[Run], with_season: &[Run]) {
    let seasons = differing(runs, with_season);
    for date in differing(runs, with_month) {
        if let Some(season) = seasons.iter().find(|season| season.count == date.count) {
            replace(runs, |origin| origin == Origin::Date(date.count), |_| Some(season.other.clone()));
        }
    }
}

/// Replaces `n.d.` with the year if there is one. The processor prints "no date" for a dated document if words in
/// place of an author have used the date.
pub(super) fn put_undated(runs: &mut [Run], item: &Item) {
    let Some(found) = runs.iter().position(|run| run.words.contains(NO_DATE)) else { return };
    let year = year_of(item, "issued").map(|year| year.to_string());
    for run in runs.iter_mut().skip(found).filter(|run| run.words.contains(NO_DATE)) {
        let mut words = String::with_capacity(run.words.len());
        for (index, part) in run.words.split(NO_DATE).enumerate() {
            match &year {
                Some(year) if index % 2 == 1 => words.push_str(year),
                // The hyphen of `n.d.-a`.
                Some(_) if index > 0 && part.starts_with(['-', LETTER]) => words.push_str(part.trim_start_matches('-')),
                // The style's period after that of `n.d.`
                None if index > 0 && index % 2 == 0 && words.ends_with('.') => {
                    words.push_str(part.trim_start_matches('.'));
                }
                _ => words.push_str(part),
            }
        }
        run.words = words;
    }
}

/// The first year of a date of the item.
pub(super) fn year_of(item: &Item, variable: &str) -> Option<i16> {
    let Some(Value::Date(DateValue::DateParts { date_parts, .. })) = item.0.get(variable) else { return None };
    date_parts.0.first()?.0.first().copied()
}

/// Removes the comma after a year whose month the processor does not print: `(1958,)`.
pub(super) fn tidy(runs: &mut [Run]) {
    let mut behind_date = false;
    for index in 0..runs.len() {
        let next = sublist(runs, index + 1..).iter().find(|run| !run.words.is_empty());
        let closes = next.and_then(|run| run.words.chars().next());
        let Some(run) = runs.get_mut(index).filter(|run| !run.words.is_empty()) else { continue };
        let is_date = matches!(run.origin, Origin::Date(_));
        // The disambiguating letter of the year may come between them.
        let behind_letter = run.words.trim_start_matches(|c: char| c.is_ascii_lowercase());
        let letter = run.words.len() - behind_letter.len();
        let rest = behind_letter.trim_start_matches(',');
        let follows = rest.trim_start().chars().next().or(closes);
        let is_closed = follows.is_none_or(|c| matches!(c, '.' | ';' | ')' | ']'));
        if behind_date && letter <= 2 && rest.len() < behind_letter.len() && is_closed {
            run.words = format!("{}{}", slice(&run.words, ..letter), rest.trim_start());
        }
        let is_letter = behind_date && letter == run.words.len() && letter <= 2;
        if is_date && closes.is_none_or(|c| matches!(c, '.' | ';' | ')' | ']')) && run.words.trim_end().ends_with(',') {
            run.words.truncate(run.words.trim_end().trim_end_matches(',').len());
        }
        behind_date = is_date || is_letter;
    }
}

struct Differing {
    count: usize,
    other: String,
}

fn differing(runs: &[Run], variant: &[Run]) -> Vec<Differing> {
    let (dates, others) = (dates(runs), dates(variant));
    if dates.len() != others.len() {
        return Vec::new();
    }
    let pairs = dates.into_iter().zip(others);
    pairs.filter(|((_, a), (_, b))| a != b).map(|((count, _), (_, other))| Differing { count, other }).collect()
}

fn dates(runs: &[Run]) -> Vec<(usize, String)> {
    let mut dates: Vec<(usize, String)> = Vec::new();
    for run in runs {
        if let Origin::Date(count) = run.origin {
            match dates.last_mut().filter(|(last, _)| *last == count) {
                Some((_, words)) => words.push_str(&run.words),
                None => dates.push((count, run.words.clone())),
            }
        }
    }
    dates
}

/// A number, a word, or the characters between them.
fn tokens(text: &str) -> Vec<&str> {
    let class = |c: char| (c.is_numeric(), c.is_alphabetic());
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let end = rest.find(|c| class(c) != class(first)).unwrap_or(rest.len());
        let (token, after) = split(rest, end);
        tokens.push(token);
        rest = after;
    }
    tokens
}

fn is_figure(token: &str) -> bool {
    token.starts_with(char::is_numeric)
}

fn is_year(token: &str) -> bool {
    is_figure(token) && token.len() > 2
}

/// `January 7–9, 1950`: what both dates share at their ends is printed once if it is a larger unit than what differs.
fn range(start: &str, end: &str) -> String {
    let (starts, ends) = (tokens(start), tokens(end));
    let mut head = starts.iter().zip(&ends).take_while(|(a, b)| a == b).count();
    let most = starts.len().min(ends.len()) - head;
    let mut tail = starts.iter().rev().zip(ends.iter().rev()).take_while(|(a, b)| a == b).count().min(most);
    let middle =
        |tokens: &[&str], head: usize, tail: usize| -> String { sublist(tokens, head..tokens.len() - tail).concat() };
    // If one date has more parts than the other, both are printed in full.
    let years_differ = starts.len() != ends.len() || tokens(&middle(&starts, head, tail)).into_iter().any(is_year);
    let days_differ = middle(&starts, head, tail).chars().all(|c| !c.is_alphabetic()) && !years_differ;
    if !days_differ {
        // Months or years differ, so a day that both share is printed twice. Brackets and similar marks are shared,
        // and so is the year if only the months differ.
        let is_shared = |token: &&str| {
            let word = token.starts_with(char::is_alphanumeric);
            !word || (!years_differ && is_year(token))
        };
        let shared_year = |tokens: &[&str]| tokens.iter().any(|token| is_year(token)) && !years_differ;
        head = match sublist(&starts, ..head) {
            shared if shared_year(shared) => shared.len(),
            shared => shared.iter().take_while(|token| is_shared(token)).count(),
        };
        tail = match sublist(&starts, starts.len() - tail..) {
            shared if shared_year(shared) => {
                let before_year = shared.iter().position(|token| is_year(token)).unwrap_or_default();
                // The mark between month and year belongs to the year.
                let mark = sublist(shared, ..before_year);
                let marks = mark.iter().rev().take_while(|token| !token.starts_with(char::is_alphanumeric)).count();
                shared.len() - before_year + marks
            }
            shared => shared.iter().rev().take_while(|token| is_shared(token)).count(),
        };
    }
    let mut joined = sublist(&starts, ..starts.len() - tail).concat();
    // The period of an abbreviated month does not belong to the year.
    let shared = sublist(&starts, starts.len() - tail..).first();
    if !days_differ && shared.is_some_and(|mark| mark.starts_with('.')) && joined.ends_with(char::is_alphabetic) {
        joined.push('.');
    }
    joined.push('–');
    joined.push_str(&sublist(&ends, head..).concat());
    joined
}

/// The words in place of the year, with the characters around it. A disambiguating letter is kept.
fn worded(printed: &str, words: &str, year: i16, starts: bool) -> String {
    let year = year.to_string();
    let is_around = |c: char| !c.is_alphanumeric();
    let (before, rest) = split(printed, printed.len() - printed.trim_start_matches(is_around).len());
    let (inner, after) = split(rest, rest.trim_end_matches(is_around).len());
    let mut raised = String::new();
    if starts && before.trim().is_empty() {
        let mut letters = words.chars();
        raised.extend(letters.next().into_iter().flat_map(char::to_uppercase));
        raised.push_str(letters.as_str());
    }
    let words = if raised.is_empty() { words } else { &raised };
    let letter = inner.rsplit_once(&year).map(|(_, letter)| letter).filter(|letter| letter.len() == 1);
    let joint = if letter.is_some() { "-" } else { "" };
    format!("{before}{words}{joint}{}{after}", letter.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_prints_shared_parts_once() {
        for (start, end, printed) in [
            ("1949", "1950", "1949–1950"),
            ("(1949)", "(1950)", "(1949–1950)"),
            ("January 7, 1950", "January 9, 1950", "January 7–9, 1950"),
            ("7 January 1950", "9 January 1950", "7–9 January 1950"),
            ("January 7, 1950", "February 7, 1950", "January 7–February 7, 1950"),
            ("7 January 1950", "7 February 1950", "7 January–7 February 1950"),
            ("7 January 1949", "7 January 1950", "7 January 1949–7 January 1950"),
            ("January 1949", "January 1950", "January 1949–January 1950"),
            ("December 16, 1949", "February 17, 1950", "December 16, 1949–February 17, 1950"),
            ("1956, October 23", "1956, October 26", "1956, October 23–26"),
            ("1956, October 23", "1956, November 2", "1956, October 23–November 2"),
            ("Aug. 1939", "Oct. 1939", "Aug.–Oct. 1939"),
            ("1949a", "1950", "1949a–1950"),
            ("1950", "1950, July", "1950–1950, July"),
        ] {
            assert_eq!(range(start, end), printed, "{start} / {end}");
        }
    }

    #[test]
    fn words_replace_the_year() {
        assert_eq!(worded("(1950).", "1950s", 1950, false), "(1950s).");
        assert_eq!(worded("(1867).", "before 1867", 1867, true), "(before 1867).");
        assert_eq!(worded("1867", "before 1867", 1867, true), "Before 1867");
        assert_eq!(worded("1867a", "before 1867", 1867, false), "before 1867-a");
    }
}
