//! Printed quotation marks and dashes (A10).

use super::language::{Language, QuotationMarks, QuotedPunctuation, TypedMarks};
use crate::bytes::{self, Eight, Found};
use crate::citation::Text;
use crate::slice::{slice, split};

/// The context of words, which determines the form of their quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Within {
    /// No quotation: double marks stay double.
    Nothing,
    /// A title in double marks: its own marks become single (RULES 0.6).
    Quotation,
}

/// Adds words with their straight marks curled. Returns the number of bytes of the closing marks at the end. A comma
/// or a period of the sentence goes before them.
pub(crate) fn push_curled(text: &mut Text, words: &str, within: Within, marks: &QuotationMarks) -> usize {
    // Most words have no marks.
    if bytes::any(words.as_bytes(), may_open_marks) {
        return push_with_marks(text, words, within, marks);
    }
    text.push_str(words);
    0
}

#[inline(never)] // The short path above stays small.
fn push_with_marks(text: &mut Text, words: &str, within: Within, marks: &QuotationMarks) -> usize {
    let (mut rest, mut before, mut open, mut closing) = (words, None, Open::default(), 0);
    let (mut last_end, mut foreign) = (None, None);
    while let Some((at, mark)) = next_mark(rest) {
        let (run, marked) = split(rest, at);
        let behind = slice(marked, mark.len_utf8()..);
        if let Some(last) = run.chars().next_back() {
            text.push_str(run);
            (before, closing) = (Some(last), 0);
        }
        rest = behind;
        let opens = before.is_none_or(|c| {
            c.is_whitespace() || matches!(c, '(' | '[' | '{' | '—' | '–' | '-' | '“' | '‘' | '„' | '‚' | '/')
        });
        let foreign_mark = if let Some(pair) = foreign {
            Pair::is_closed(pair, mark, behind).then(|| {
                foreign = None;
                (pair, Read::Closes(pair.mark))
            })
        } else {
            foreign = Pair::opened(mark, behind, opens && !open.has(Mark::Double));
            foreign.map(|pair| (pair, Read::Opens(pair.mark)))
        };
        // B21: unless they are the language's own marks, which alternate like all others.
        if foreign_mark.is_some_and(|(pair, _)| !pair.is_of(marks)) {
            text.push(mark);
            (before, closing) = (Some(mark), 0);
            continue;
        }
        let read = foreign_mark.map(|(_, read)| read).unwrap_or_else(|| match mark {
            '“' => Read::Opens(Mark::Double),
            '”' => Read::Closes(Mark::Double),
            '"' if opens && !open.has(Mark::Double) => Read::Opens(Mark::Double),
            '"' => Read::Closes(Mark::Double),
            '‘' => Read::Opens(Mark::Single),
            // A single mark opens a quotation only if another one closes it: `'twas` and `’56` have omitted letters.
            '\'' if opens
                && !behind.starts_with(|c: char| c.is_ascii_digit())
                && *last_end.get_or_insert_with(|| last_end_of_quotation(words)) > Some(words.len() - behind.len()) =>
            {
                Read::Opens(Mark::Single)
            }
            _ if open.has(Mark::Single) && !behind.starts_with(char::is_alphanumeric) => Read::Closes(Mark::Single),
            _ => Read::Apostrophe,
        });
        // Marks alternate from the outside in: within a quotation, double marks become single, and the single ones
        // within these become double.
        let flips = within == Within::Quotation
            && (open.has(Mark::Double) || matches!(read, Read::Opens(Mark::Double) | Read::Closes(Mark::Double)));
        let pair = |mark: Mark, depth: u32| {
            let is_outer = match marks.typed {
                TypedMarks::AsTyped => (mark == Mark::Double) != flips,
                TypedMarks::ByDepth => (depth + u32::from(within == Within::Quotation)).is_multiple_of(2),
            };
            if is_outer { marks.outer } else { marks.inner }
        };
        let printed = match read {
            Read::Apostrophe => "’",
            Read::Opens(mark) => {
                let (opening, _) = pair(mark, open.depth());
                open.push(mark);
                opening
            }
            Read::Closes(mark) => {
                open.close(mark);
                let (_, ending) = pair(mark, open.depth());
                ending
            }
        };
        text.push_str(printed);
        closing = if matches!(read, Read::Closes(_)) { closing + printed.len() } else { 0 };
        before = printed.chars().next_back();
    }
    text.push_str(rest);
    if rest.is_empty() && marks.punctuation == QuotedPunctuation::Inside { closing } else { 0 }
}

/// Straight marks, and the first bytes of any curly ones.
fn may_open_marks(eight: Eight) -> Found {
    eight.is(b'"') | eight.is(b'\'') | eight.is(0xE2)
}

/// The next quotation mark or apostrophe, straight or curly.
fn next_mark(words: &str) -> Option<(usize, char)> {
    let mark = |at: usize| {
        let c = words.get(at..)?.chars().next()?;
        matches!(c, '"' | '\'' | '“' | '”' | '‘' | '’' | '„' | '‚').then_some(c)
    };
    let at = bytes::find(words.as_bytes(), may_open_marks, |at| mark(at).is_some())?;
    Some((at, mark(at)?))
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Double = 0b01,
    Single = 0b10,
}

/// The open quotations, the innermost in the lowest two bits. Beyond thirty-two, the outermost are dropped.
#[derive(Debug, Default)]
struct Open(u64);

impl Open {
    fn push(&mut self, mark: Mark) {
        self.0 = self.0 << 2 | mark as u64;
    }

    fn has(&self, mark: Mark) -> bool {
        // The bit of the mark, in every pair of bits.
        self.0 & (u64::MAX / 0b11 * mark as u64) != 0
    }

    /// The number of open quotations.
    fn depth(&self) -> u32 {
        (u64::BITS - self.0.leading_zeros()).div_ceil(2)
    }

    /// Closes the innermost quotation with this mark, and those within it.
    fn close(&mut self, mark: Mark) {
        while self.has(mark) {
            let innermost = self.0 & 0b11;
            self.0 >>= 2;
            if innermost == mark as u64 {
                return;
            }
        }
    }
}

/// A quotation in the marks of another language: `„…“`, `„…”`, `”…”` (B21). The marks `»…«` are never curled.
#[derive(Clone, Copy, Debug)]
struct Pair {
    opening: char,
    ends: [char; 2],
    mark: Mark,
}

impl Pair {
    fn opened(opening: char, behind: &str, may_be_high: bool) -> Option<Self> {
        let (ends, mark) = match opening {
            '„' => (['“', '”'], Mark::Double),
            '‚' => (['‘', '’'], Mark::Single),
            '”' if may_be_high => (['”', '”'], Mark::Double),
            _ => return None,
        };
        behind.contains(ends).then_some(Pair { opening, ends, mark })
    }

    fn is_closed(self, mark: char, behind: &str) -> bool {
        let is_apostrophe = self.mark == Mark::Single && behind.starts_with(char::is_alphanumeric);
        self.ends.contains(&mark) && !is_apostrophe
    }

    fn is_of(self, marks: &QuotationMarks) -> bool {
        [marks.outer.0, marks.inner.0].iter().any(|own| own.starts_with(self.opening))
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Read {
    Apostrophe,
    Opens(Mark),
    Closes(Mark),
}

/// The position of the last single mark that may end a quotation.
fn last_end_of_quotation(words: &str) -> Option<usize> {
    let letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    let ends = |at: usize, mark: &str| {
        let before = slice(words, ..at).chars().next_back();
        let after = slice(words, at + mark.len()..).chars().next();
        before.is_some_and(|c| !c.is_whitespace()) && !letter(after)
    };
    words.rmatch_indices(['\'', '’']).find(|(at, mark)| ends(*at, mark)).map(|(at, _)| at)
}

/// Adds the words of a title. A hyphen between two years becomes a dash (`1944–1950`).
pub(crate) fn push_title_words(text: &mut Text, words: &str, within: Within, language: &Language) -> usize {
    if bytes::any(words.as_bytes(), |eight| may_open_marks(eight) | eight.is(b'-')) {
        return push_marked_title(text, words, within, language);
    }
    text.push_str(words);
    0
}

#[inline(never)] // As above.
fn push_marked_title(text: &mut Text, words: &str, within: Within, language: &Language) -> usize {
    let start = text.as_str().len();
    let closing = push_curled(text, words, within, &language.quotation);
    if words.contains('-') {
        dash_years(text, start, language.range_dash);
    }
    closing
}

fn dash_years(text: &mut Text, start: usize, dash: &str) {
    let Some(first) = year_hyphen(slice(text.as_str(), start..)) else { return };
    text.replace(start + first..start + first + 1, dash);
    let start = start + first + dash.len();
    if year_hyphen(slice(text.as_str(), start..)).is_some() {
        // Moving the text after each hyphen would be quadratic, so the words are written again.
        let words = slice(text.as_str(), start..).to_owned();
        text.truncate(start);
        let mut rest = words.as_str();
        while let Some((before, after)) = year_hyphen(rest).map(|at| split(rest, at)) {
            text.push_str(before);
            text.push_str(dash);
            rest = slice(after, '-'.len_utf8()..);
        }
        text.push_str(rest);
    }
}

/// The position of the first hyphen between two numbers of four digits, if the second is larger and nothing is joined
/// to them.
fn year_hyphen(words: &str) -> Option<usize> {
    words.match_indices('-').map(|(at, _)| at).find(|at| {
        let before = slice(words, ..*at);
        let after = slice(words, at + 1..);
        let first = before.get(before.len().saturating_sub(4)..).and_then(year);
        let second = after.get(..4).and_then(year);
        let alone = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '-');
        matches!((first, second), (Some(first), Some(second)) if first < second)
            && alone(slice(before, ..before.len() - 4).chars().next_back())
            && alone(slice(after, 4..).chars().next())
    })
}

fn year(digits: &str) -> Option<u32> {
    (digits.len() == 4 && digits.bytes().all(|b| b.is_ascii_digit())).then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::EN_US;

    fn curled(words: &str, within: Within) -> (String, usize) {
        let mut text = Text::new();
        let closing = push_title_words(&mut text, words, within, &EN_US);
        (text.into_string(), closing)
    }

    #[test]
    fn marks_are_curled() {
        for (typed, printed) in [
            ("Mao Zedong's Manuscripts", "Mao Zedong’s Manuscripts"),
            ("Reply to the \"Long Telegram\"", "Reply to the “Long Telegram”"),
            ("the '56 revolution", "the ’56 revolution"),
            ("'Twas said", "’Twas said"),
            ("Cable, 'Premier Kim's Son'", "Cable, ‘Premier Kim’s Son’"),
            ("(\"so\")", "(“so”)"),
            ("the soldiers' letters", "the soldiers’ letters"),
            ("New Evidence, 1944-1950", "New Evidence, 1944–1950"),
            ("The 'É', 1944-1950, 1953-1944, 1950-1953 and 'É'", "The ‘É’, 1944–1950, 1953-1944, 1950–1953 and ‘É’"),
            ("105-0001-1944-1950", "105-0001-1944-1950"),
        ] {
            assert_eq!(curled(typed, Within::Nothing).0, printed);
        }
    }

    #[test]
    fn marks_of_other_languages_stay_in_pairs() {
        for title in [
            "Bericht über die „Lage“ heute",
            "Raport o „sytuacji” w kraju",
            "Ein »Bericht« zur Lage",
            "Kirje ”tilanteesta” Helsingistä",
            "Die ‚Lage‘ heute",
            "Die „Lage“",
        ] {
            for within in [Within::Nothing, Within::Quotation] {
                assert_eq!(curled(title, within), (title.to_owned(), 0));
            }
        }
        let mixed = "Die „Lage“ und die \"Reply\"";
        assert_eq!(curled(mixed, Within::Quotation), ("Die „Lage“ und die ‘Reply’".to_owned(), 3));
        // In German these marks are the language's own.
        let mut text = Text::new();
        push_curled(&mut text, "Die „Lage“ heute", Within::Quotation, &crate::prose::DE.quotation);
        assert_eq!(text.as_str(), "Die ‚Lage‘ heute");
    }

    #[test]
    fn within_a_quotation_marks_alternate() {
        for (typed, printed, closing) in [
            ("Reply to the \"Long Telegram\"", "Reply to the ‘Long Telegram’", 3),
            ("He said “the ‘end’ is near”", "He said ‘the “end” is near’", 3),
            ("Cable, 'Premier Kim’s Son'", "Cable, ‘Premier Kim’s Son’", 3),
            ("Soldiers'", "Soldiers’", 0),
        ] {
            assert_eq!(curled(typed, Within::Quotation), (printed.to_owned(), closing));
        }
    }
}
