//! Where words of the record meet the punctuation of the style: quotation marks within quotation marks, and
//! punctuation after words that end with a mark of their own.

use super::disguise::{CLOSE, OPEN};
use super::tree::Run;
use crate::citation::Text;
use crate::prose::EN_US;
use crate::prose::typography::{Within, push_curled};
use crate::slice::split;

pub(super) fn settle(runs: &mut [Run], pulls: bool) {
    part(runs);
    quote(runs);
    punctuate(runs, pulls);
    tidy(runs);
    if pulls {
        pull_period(runs);
    }
}

/// A space after names if a style prints none: `BurtonTelegram to Merriam`.
fn part(runs: &mut [Run]) {
    for place in 1..runs.len() {
        let Ok([before, behind]) = runs.get_disjoint_mut([place - 1, place]) else { continue };
        let meet = before.words.ends_with(char::is_alphabetic) && behind.words.starts_with(char::is_alphabetic);
        if meet && before.list.is_some() && behind.list != before.list {
            before.words.push(' ');
        }
    }
}

/// The style's quotation marks, which the locale marks. Those of the record within them become single.
fn quote(runs: &mut [Run]) {
    let mut open: Vec<String> = Vec::new();
    for run in runs {
        if open.is_empty() && !run.words.contains([OPEN, CLOSE]) {
            continue;
        }
        let words = std::mem::take(&mut run.words);
        let mut rest = words.as_str();
        while let Some(at) = rest.find([OPEN, CLOSE]) {
            let (segment, marked) = split(rest, at);
            let mark = if marked.starts_with(OPEN) { OPEN } else { CLOSE };
            push_within(&mut run.words, segment, open.last());
            let marked = marked.strip_prefix(mark).unwrap_or_default();
            let (quote, behind) = marked.split_once(mark).unwrap_or(("", marked));
            if mark == OPEN {
                open.push(quote.to_owned());
            } else {
                open.pop();
            }
            run.words.push_str(quote);
            rest = behind;
        }
        push_within(&mut run.words, rest, open.last());
    }
}

fn push_within(words: &mut String, segment: &str, quote: Option<&String>) {
    match quote {
        Some(quote) if quote == "“" => {
            let mut text = Text::new();
            push_curled(&mut text, segment, Within::Quotation, &EN_US.quotation);
            words.push_str(text.as_str());
        }
        _ => words.push_str(segment),
    }
}

/// Corrects punctuation after words that the processor omitted, or that end with a mark of their own. Characters of
/// an earlier run may have to be removed, so all runs are read as one line.
fn punctuate(runs: &mut [Run], pulls: bool) {
    let mut line: Vec<Character> = Vec::new();
    let all = runs.iter().enumerate().flat_map(|(run, it)| {
        let is_address = it.is_address();
        it.words.chars().map(move |sign| Character { sign, run, is_address })
    });
    let mut all = all.peekable();
    while let Some(character) = all.next() {
        let next = all.peek().map(|next| next.sign);
        let mut verdict = verdict(&line, &character, next);
        while matches!(verdict, Verdict::Replace) {
            line.pop();
            verdict = self::verdict(&line, &character, next);
        }
        match verdict {
            Verdict::Drop => {}
            Verdict::Keep | Verdict::Replace => line.push(character),
            // Only double marks: a single one may be an apostrophe.
            Verdict::Pull if pulls => {
                let run = line.last().map_or(character.run, |quote| quote.run);
                line.insert(line.len().saturating_sub(1), Character { run, ..character });
            }
            Verdict::Pull => line.push(character),
        }
    }
    runs.iter_mut().for_each(|run| run.words.clear());
    for character in line {
        if let Some(run) = runs.get_mut(character.run) {
            run.words.push(character.sign);
        }
    }
}

#[derive(Clone, Copy)]
struct Character {
    sign: char,
    run: usize,
    is_address: bool,
}

enum Verdict {
    Keep,
    Drop,
    /// In place of the last character.
    Replace,
    /// Before the quotation mark.
    Pull,
}

fn verdict(line: &[Character], character: &Character, next: Option<char>) -> Verdict {
    let sign = character.sign;
    let mut before = line.iter().rev().map(|it| it.sign);
    let (last, one_but_last) = (before.next(), before.next());
    let is_mark = |c: &char| !c.is_whitespace() && !matches!(c, '”' | '’');
    let last_mark = || line.iter().rev().map(|it| it.sign).find(is_mark);
    let ends_word = next.is_none_or(|next| next.is_whitespace() || matches!(next, '”' | '’' | ')' | ']' | ',' | '.'));
    // The characters of a URL are not punctuation.
    let is_free = !character.is_address && !line.last().is_some_and(|it| it.is_address);
    let Some(last) = last.filter(|_| is_free) else { return Verdict::Keep };
    match (last, sign) {
        (' ', ' ') => Verdict::Drop,
        // `report,.` `(1958,)`
        (',' | ';' | ':', '.' | ';') if ends_word => Verdict::Replace,
        (',', ',') if ends_word => Verdict::Drop,
        (',', ')' | ']' | ':') => Verdict::Replace,
        (' ', ',' | '.') if ends_word && matches!(last_mark(), Some(',' | '.' | '?' | '!')) => Verdict::Drop,
        (' ', '.' | ',' | ';' | ')' | ']') if ends_word => Verdict::Replace,
        // `A thesis. ;(1):7`, `A thesis. ;8`: the style puts a semicolon after a date that is not printed.
        (' ', ';')
            if next.is_some_and(|next| next == '(' || next.is_ascii_digit())
                && matches!(last_mark(), Some('.' | ',' | '?' | '!')) =>
        {
            Verdict::Drop
        }
        // `Jr..`, but not an ellipsis.
        ('.', '.') if ends_word && next != Some('.') && one_but_last != Some('.') => Verdict::Drop,
        ('?' | '!', '.') if ends_word => Verdict::Drop,
        // `report.”.`
        ('”' | '’', '.') if ends_word && matches!(last_mark(), Some('.' | '?' | '!')) => Verdict::Drop,
        ('”', ',') if last_mark() == Some(',') => Verdict::Drop,
        ('”', '.' | ',') => Verdict::Pull,
        _ => Verdict::Keep,
    }
}

/// Removes a period that the processor pulls into the quotation marks of a title with its own mark: `“Who?.”`
fn tidy(runs: &mut [Run]) {
    for run in runs {
        for (twice, once) in [("?.”", "?”"), ("!.”", "!”"), ("..”", ".”")] {
            if run.words.contains(twice) {
                run.words = run.words.replace(twice, once);
            }
        }
    }
}

/// Moves the period at the end of a citation inside the quotation mark before it. The processor does this between
/// elements, but not for the suffix of the whole. Only for double marks: a single one may be an apostrophe.
fn pull_period(runs: &mut [Run]) {
    let mut last = runs.iter_mut().rev().filter(|run| !run.words.trim().is_empty());
    let Some(end) = last.next() else { return };
    let Some(open) = end.words.trim_end().strip_suffix('.').map(str::to_owned) else { return };
    // The period may be a separate run.
    let before = if open.is_empty() { last.next() } else { None };
    let quoted = before.as_ref().map_or(open.as_str(), |run| run.words.as_str());
    // The processor does not pull the period inside the record's marks within those of the style.
    let inside = quoted.strip_suffix('”').unwrap_or(quoted);
    let Some(quotes) = quoted.get(inside.len()..).filter(|quotes| !quotes.is_empty()) else { return };
    let is_closed = inside.trim_end_matches(['”', '’']).ends_with(['.', '?', '!']);
    let closed = format!("{inside}{}{quotes}", if is_closed { "" } else { "." });
    match before {
        Some(before) => {
            end.words.clear();
            before.words = closed;
        }
        None => end.words = closed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn settled(pieces: &[&str]) -> String {
        let mut runs: Vec<Run> = pieces.iter().map(|words| Run::of(words)).collect();
        settle(&mut runs, true);
        runs.into_iter().map(|run| run.words).collect()
    }

    #[test]
    fn marks_of_the_record_and_of_the_style_meet() {
        for (pieces, right) in [
            (&["report", ",", "."][..], "report."),
            (&["(1958,", ")"], "(1958)"),
            (&["Mann, K.", "."], "Mann, K."),
            (&["Mann, K.."], "Mann, K."),
            (&["Mann, K.", ":."], "Mann, K."),
            (&["Committee,", ", 1859"], "Committee, 1859"),
            (&["Mifflin, , 1930"], "Mifflin, 1930"),
            (&["Wait... what", "."], "Wait... what."),
            (&["Who?", "."], "Who?"),
            (&["Maço “600//6223”", ". Archives"], "Maço “600//6223.” Archives"),
            (&["the “Plan.” . Yale"], "the “Plan.” Yale"),
            (&["A thesis. ", ";(1):7."], "A thesis. (1):7."),
            (&["A book. ", ";", "8."], "A book. 8."),
            (&["the “Plan.”", ". n.d."], "the “Plan.” n.d."),
            (&["\u{FDD8}“\u{FDD8}On “Design”,\u{FDD9}”\u{FDD9} report"], "“On ‘Design’,” report"),
            (&["\u{FDD8}„\u{FDD8}Über „Lage“\u{FDD9}“\u{FDD9}"], "„Über „Lage““"),
        ] {
            assert_eq!(settled(pieces), right);
        }
    }
}
