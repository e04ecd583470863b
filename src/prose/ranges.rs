//! Ranges of pages and leaves (RULES 4.6).

use std::fmt::Write;

use super::digits::{push_number, push_padded};
use super::language::Language;
use super::sentence::Sentence;
use crate::bytes::{self, Eight};
use crate::citation::Text;
use crate::slice::{slice, split};

/// The typed dashes that join the ends of a range.
const DASHES: [char; 3] = ['-', '–', '—'];

/// How the second number of a range is shortened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RangeDigits {
    /// The rule of the Chicago Manual, `chicago-16` in CSL: `101–8`, `321–28`.
    Chicago,
    /// At least two digits, `minimal-two` in CSL: `101–08`.
    Mla,
    /// As typed: leaves and locators (A8, A24).
    Kept,
}

/// Adds a range with the dash of the language. Each pair of numbers in it is shortened by the rule.
///
/// ```
/// use prefercite::Text;
/// use prefercite::prose::{EN_US, FR, RangeDigits, push_range};
///
/// let mut text = Text::new();
/// push_range(&mut text, "219-220", RangeDigits::Chicago, &EN_US);
/// assert_eq!(text.as_str(), "219–20");
/// text.clear();
/// push_range(&mut text, "219-220", RangeDigits::Kept, &FR);
/// assert_eq!(text.as_str(), "219-220");
/// ```
pub fn push_range(text: &mut Text, range: &str, digits: RangeDigits, language: &Language) {
    let mut rest = range;
    while let Some(at) = next_dash(rest) {
        let (before, dash_and_behind) = split(rest, at);
        let dash = dash_and_behind.chars().next().unwrap_or('-');
        let behind = slice(dash_and_behind, dash.len_utf8()..);
        let first = token_at_end(before);
        let second = token_at_start(behind);
        text.push_str(before);
        rest = behind;
        // B10: equal ends are one number. `1-1-4` is a code.
        let is_pair = !slice(before, ..before.len() - first.len()).ends_with(DASHES)
            && !slice(behind, second.len()..).starts_with(DASHES);
        if is_pair && first == second && is_number(first) {
            rest = slice(behind, second.len()..);
            continue;
        }
        if !is_number(first) || !is_number(second) {
            text.push(dash);
            continue;
        }
        text.push_str(language.range_dash);
        if digits != RangeDigits::Kept
            && let Some((number, width)) = shorten(first, second, digits)
        {
            push_digits(text, number, width);
            rest = slice(behind, second.len()..);
        }
    }
    text.push_str(rest);
}

/// Whether a range of leaves or pages has more than one: `10-13`, `5-7ob`, `3, 9`, `iv-ix`, but not `2ob`, `12r-v` or
/// `5-5`.
pub fn is_several(range: &str) -> bool {
    if !may_join(range) {
        return false;
    }
    let mut numbers = range.split(|c: char| !c.is_alphanumeric()).filter(|token| is_number(token) && *token != "v");
    let first = numbers.next();
    let is_joined = || range.contains(DASHES) || range.contains(',');
    first.is_some_and(|first| numbers.any(|other| other != first)) && is_joined()
}

/// Whether it may contain a comma or a dash: nearly all ids and leaves are one number or have letters.
fn may_join(numbers: &str) -> bool {
    numbers.bytes().any(|byte| matches!(byte, b',' | b'-') || !byte.is_ascii())
}

/// Whether an id is two or more ascending numbers, joined by commas or by a dash: `12, 14`, `4-5`, but not `86-50` or
/// `1-4-4` (B9).
pub(crate) fn is_rising(id: &str) -> bool {
    if !may_join(id) || id.bytes().any(|byte| byte.is_ascii_alphabetic()) || has_thousands(id) {
        return false;
    }
    let mut last = None;
    let mut count = 0;
    for part in id.split(',') {
        let dashes = part.matches(DASHES).count();
        for number in part.split(DASHES) {
            let digits = number.trim_matches(' ');
            let number = digits.parse::<u64>().ok().filter(|_| digits.bytes().all(|byte| byte.is_ascii_digit()));
            if number.is_none() || number <= last || dashes > 1 {
                return false;
            }
            (last, count) = (number, count + 1);
        }
    }
    count > 1
}

/// `2,976`, but not `12, 14` or `101,102`.
fn has_thousands(id: &str) -> bool {
    id.split_once(',').is_some_and(|(first, rest)| {
        let is_group = |group: &str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
        (1..3).contains(&first.len()) && rest.split(',').all(is_group)
    })
}

/// Adds a number of the record, or several with the dash of the language: `4–5` (B9).
pub(crate) fn push_numbers(s: &mut Sentence<'_>, numbers: &str) {
    if !s.is_as_typed() && is_rising(numbers) {
        let language = s.language();
        s.with(|text| push_range(text, numbers, RangeDigits::Kept, language));
    } else {
        s.data(numbers);
    }
}

/// Whether a locator has only numbers: `44`, `12r-13v`, `3, 9`, `iv` (B11).
pub(crate) fn is_bare(locator: &str) -> bool {
    let is_between = |c: char| DASHES.contains(&c) || matches!(c, ',' | ' ');
    locator.starts_with(char::is_alphanumeric)
        && locator.split(is_between).filter(|token| !token.is_empty()).all(is_number)
}

/// Whether it has sides of leaves: `12r`, `7v` (B10).
pub(crate) fn has_sides(range: &str) -> bool {
    range.split(|c: char| !c.is_alphanumeric()).any(|token| {
        let number = token.strip_suffix(['r', 'v']);
        number.is_some_and(|number| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()))
    })
}

/// Adds a locator with its digits as typed. Hyphens between them become dashes (A24).
pub fn push_locator(s: &mut Sentence<'_>, locator: &str) {
    if locator.contains(['"', '\'', '“', '”', '‘', '’']) {
        s.data(locator);
    } else {
        let language = s.language();
        s.with(|text| push_range(text, locator, RangeDigits::Kept, language));
    }
}

/// Adds a locator in a publication: pages are shortened as the pages of the record are (RULES 4.6).
pub(crate) fn push_published_locator(s: &mut Sentence<'_>, locator: &str, digits: RangeDigits) {
    if bare_pages(locator).is_some() {
        let language = s.language();
        s.with(|text| push_range(text, locator, digits, language));
    } else {
        push_locator(s, locator);
    }
}

/// The pages of a locator without their label. `None` if it has another label (RULES 4.4).
pub fn bare_pages(locator: &str) -> Option<&str> {
    let bare = ["pp.", "p."].iter().find_map(|label| locator.strip_prefix(label)).map(str::trim_start);
    let number = || (is_number(token_at_start(locator)) && !is_labelled(locator)).then_some(locator);
    bare.filter(|bare| !bare.is_empty()).or_else(number)
}

/// Whether the words have a label of their own: `vol. 2`, `doc. 5`, `fols. 3–5` (quirk Q10).
pub(crate) fn is_labelled(words: &str) -> bool {
    // A shortcut: most values begin with a digit.
    if words.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    words
        .split(' ')
        .next()
        .and_then(|first| first.strip_suffix('.'))
        .is_some_and(|label| !label.is_empty() && label.chars().all(char::is_alphabetic))
}

/// The position of the first dash.
fn next_dash(words: &str) -> Option<usize> {
    let may_be = |eight: Eight| eight.is(b'-') | eight.is(0xE2);
    bytes::find(words.as_bytes(), may_be, |at| words.get(at..).is_some_and(|rest| rest.starts_with(DASHES)))
}

fn token_at_end(words: &str) -> &str {
    let end_of_others = match words.as_bytes().iter().rposition(|byte| !byte.is_ascii_alphanumeric()) {
        Some(at) if words.is_char_boundary(at) && words.is_char_boundary(at + 1) => at + 1,
        Some(_) => words.char_indices().rfind(|(_, c)| !c.is_alphanumeric()).map_or(0, |(at, c)| at + c.len_utf8()),
        None => 0,
    };
    slice(words, end_of_others..)
}

fn token_at_start(words: &str) -> &str {
    let end = match words.as_bytes().iter().position(|byte| !byte.is_ascii_alphanumeric()) {
        Some(at) if words.is_char_boundary(at + 1) => at,
        Some(_) => words.find(|c: char| !c.is_alphanumeric()).unwrap_or(words.len()),
        None => words.len(),
    };
    slice(words, ..end)
}

/// `12`, `12r`, `iv`, but not the letters of a shelf mark.
fn is_number(token: &str) -> bool {
    token.starts_with(|c: char| c.is_ascii_digit())
        || !token.is_empty() && token.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l' | 'c' | 'd' | 'm'))
}

/// The second number as it is printed, and its minimum number of digits, if both are whole numbers. Roman numerals
/// stay in full.
fn shorten(first: &str, second: &str, digits: RangeDigits) -> Option<(u64, u32)> {
    let number = |token: &str| -> Option<u64> {
        (token.len() <= 12 && token.bytes().all(|b| b.is_ascii_digit())).then(|| token.parse().ok()).flatten()
    };
    let (a, typed) = (number(first)?, number(second)?);
    // A shorter second number is first completed from the first one: 219-20 is 219–220.
    let scale = 10u64.checked_pow(u32::try_from(second.len()).ok()?)?;
    let b = if second.len() < first.len() { a / scale * scale + typed } else { typed };
    if a < 100 || b <= a {
        return Some((b, 0));
    }
    // The number of final digits that differ.
    let differ = (1..13).find(|digits| a / 10u64.pow(*digits) == b / 10u64.pow(*digits))?;
    let kept = match digits {
        RangeDigits::Chicago if a.is_multiple_of(100) => return Some((b, 0)),
        RangeDigits::Chicago if a % 100 < 10 => differ,
        _ => differ.max(2),
    };
    Some((b % 10u64.pow(kept), kept)) // 103–04
}

/// Adds a number with at least this many digits.
fn push_digits(text: &mut Text, number: u64, width: u32) {
    match (u32::try_from(number), width) {
        (Ok(number), 0) => push_number(text, number),
        (Ok(number), _) => push_padded(text, number, width),
        // Writing to a `Text` never fails.
        (Err(_), _) => _ = write!(text, "{number:0$}", width as usize),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::EN_US;

    fn printed(range: &str, digits: RangeDigits) -> String {
        let mut text = Text::new();
        push_range(&mut text, range, digits, &EN_US);
        text.into_string()
    }

    #[test]
    fn letters_and_marks_beyond_ascii_are_no_part_of_a_number() {
        for (typed, said) in [
            ("№ 133-134", "№ 133–34"),
            ("“133–134”", "“133–34”"),
            ("л133-134", "л133-134"),
            ("133-134л", "133–134л"),
            ("133—134", "133–34"),
            ("133’-134", "133’-134"),
        ] {
            assert_eq!(printed(typed, RangeDigits::Chicago), said);
        }
    }

    #[test]
    fn chicago_omits_what_is_already_printed() {
        for (typed, said) in [
            ("3-10", "3–10"),
            ("71-72", "71–72"),
            ("95-102", "95–102"),
            ("96-117", "96–117"),
            ("21-48", "21–48"),
            ("100-104", "100–104"),
            ("200-201", "200–201"),
            ("600-613", "600–613"),
            ("1100-1113", "1100–1113"),
            ("999-1003", "999–1003"),
            ("923-1003", "923–1003"),
            ("103-1004", "103–1004"),
            ("102-203", "102–203"),
            ("498-532", "498–532"),
            ("891-903", "891–903"),
            ("1992-2006", "1992–2006"),
            ("101-108", "101–8"),
            ("103-104", "103–4"),
            ("107-115", "107–15"),
            ("505-517", "505–17"),
            ("808-833", "808–33"),
            ("1002-1006", "1002–6"),
            ("1003-1005", "1003–5"),
            ("109-110", "109–10"),
            ("110-115", "110–15"),
            ("111-112", "111–12"),
            ("134-135", "134–35"),
            ("219-20", "219–20"),
            ("321-328", "321–28"),
            ("345-355", "345–55"),
            ("1087-1089", "1087–89"),
            ("1496-1500", "1496–500"),
            ("2787-2816", "2787–816"),
            ("11564-11615", "11564–615"),
            ("12991-13001", "12991–3001"),
            ("101-8", "101–8"),
            ("iv-ix", "iv–ix"),
            ("12-15, 219-220", "12–15, 219–20"),
            ("A-7", "A-7"),
        ] {
            assert_eq!(printed(typed, RangeDigits::Chicago), said);
        }
    }

    #[test]
    fn mla_keeps_two_digits() {
        for (typed, said) in [
            ("219-20", "219–20"),
            ("100-104", "100–04"),
            ("101-108", "101–08"),
            ("200-201", "200–01"),
            ("600-613", "600–13"),
            ("1002-1006", "1002–06"),
            ("1003-1005", "1003–05"),
            ("1100-1113", "1100–13"),
            ("1087-1089", "1087–89"),
            ("498-532", "498–532"),
            ("1496-1500", "1496–500"),
            ("2787-2816", "2787–816"),
            ("11564-11615", "11564–615"),
            ("12991-13001", "12991–3001"),
            ("923-1003", "923–1003"),
            ("95-102", "95–102"),
        ] {
            assert_eq!(printed(typed, RangeDigits::Mla), said);
        }
    }

    #[test]
    fn leaves_keep_their_digits() {
        for (typed, said) in [("97-98", "97–98"), ("5-7ob", "5–7ob"), ("12r-13v", "12r–13v"), ("219-220", "219–220")]
        {
            assert_eq!(printed(typed, RangeDigits::Kept), said);
        }
    }

    #[test]
    fn several_leaves_are_distinguished_from_one() {
        for range in ["10-13", "12r-13v", "5-7ob", "3, 9", "97–98", "iv-ix", "iv-5"] {
            assert!(is_several(range), "{range}");
        }
        for range in ["78", "2ob", "0078", "A-7", "12r-v", "5-5", "iv"] {
            assert!(!is_several(range), "{range}");
        }
    }

    #[test]
    fn equal_ends_are_one_number() {
        for (typed, said) in [("78-78", "78"), ("12r–12r, 14", "12r, 14"), ("1-1-4", "1–1–4"), ("A-A", "A-A")] {
            assert_eq!(printed(typed, RangeDigits::Kept), said);
        }
    }

    #[test]
    fn only_rising_numbers_are_several_units() {
        for id in ["12, 14", "4-5", "1–3", "1,2,3", "5-6, 9", "101,102"] {
            assert!(is_rising(id), "{id}");
        }
        for id in ["12", "86-50", "1-4-4", "5-5", "A-7", "3a-5b", "12/14", "", "12,", "-5", "2,976"] {
            assert!(!is_rising(id), "{id}");
        }
    }
}
