//! Where words of the record meet the punctuation of the style: quotation marks within quotation marks, and what a style
//! puts behind words that end in a mark of their own.

use super::disguise::{CLOSE, OPEN};
use super::tree::Run;
use crate::citation::Text;
use crate::prose::typography::{Within, push_curled};

pub(super) fn settle(runs: &mut [Run], pulls: bool) {
    quote(runs);
    punctuate(runs, pulls);
    tidy(runs);
    if pulls {
        pull_period(runs);
    }
}

/// The style's quotation marks, which the locale marks; those of the record that stand within them become single.
fn quote(runs: &mut [Run]) {
    let mut open: Vec<String> = Vec::new();
    for run in runs {
        if open.is_empty() && !run.words.contains([OPEN, CLOSE]) {
            continue;
        }
        let words = std::mem::take(&mut run.words);
        let mut rest = words.as_str();
        while let Some(at) = rest.find([OPEN, CLOSE]) {
            let (segment, marked) = rest.split_at_checked(at).unwrap_or((rest, ""));
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
            push_curled(&mut text, segment, Within::Quotation);
            words.push_str(text.as_str());
        }
        _ => words.push_str(segment),
    }
}

/// What a style puts behind words that the processor has left out, or that end in a mark of their own.
fn punctuate(runs: &mut [Run], pulls: bool) {
    let mut before = Before::default();
    for place in 0..runs.len() {
        let behind = runs.get(place + 1..).unwrap_or_default().iter().flat_map(|run| run.words.chars()).next();
        let Some(run) = runs.get_mut(place) else { continue };
        let is_settled = !run.words.chars().any(|c| c.is_ascii_punctuation() || c.is_whitespace());
        if is_settled || run.is_address() {
            run.words.chars().for_each(|c| before.push(c));
            continue;
        }
        let words = std::mem::take(&mut run.words);
        let mut characters = words.chars().peekable();
        while let Some(c) = characters.next() {
            let next = characters.peek().copied().or(behind);
            match before.verdict(c, next) {
                // Double marks alone: a single one may be an apostrophe.
                Verdict::Keep if pulls && matches!(c, '.' | ',') && run.words.ends_with('”') => {
                    run.words.pop();
                    run.words.push(c);
                    run.words.push('”');
                    before.push(c);
                    before.push('”');
                    continue;
                }
                Verdict::Keep => {}
                Verdict::Drop => continue,
                Verdict::Replace => {
                    run.words.pop();
                }
            }
            run.words.push(c);
            before.push(c);
        }
    }
}

/// The last characters that are printed.
#[derive(Default)]
struct Before {
    last: Option<char>,
    one_but_last: Option<char>,
    /// The last one that is no space and no closing mark.
    sign: Option<char>,
}

enum Verdict {
    Keep,
    Drop,
    /// In the place of the last one.
    Replace,
}

impl Before {
    fn verdict(&self, c: char, next: Option<char>) -> Verdict {
        let ends_sentence = next.is_none_or(|next| next.is_whitespace() || matches!(next, '”' | '’' | ')' | ']'));
        let is_abbreviated = self.one_but_last == Some('.');
        match (self.last, c) {
            (Some(last), ' ') if last == ' ' => Verdict::Drop,
            // `report,.` `(1958,)` `: .`
            (Some(',' | ';' | ':'), '.' | ';') if ends_sentence => Verdict::Replace,
            (Some(','), ',' | ')' | ']') => Verdict::Replace,
            (Some(' '), '.' | ',' | ';' | ')' | ']') if ends_sentence && self.sign.is_some() => {
                if c == '.' && matches!(self.sign, Some('.' | '?' | '!')) { Verdict::Drop } else { Verdict::Replace }
            }
            // `Jr..`, but not an ellipsis.
            (Some('.'), '.') if ends_sentence && !is_abbreviated => Verdict::Drop,
            (Some('?' | '!'), '.') if ends_sentence => Verdict::Drop,
            // `report.”.`
            (Some('”' | '’'), '.') if ends_sentence && matches!(self.sign, Some('.' | '?' | '!')) => Verdict::Drop,
            _ => Verdict::Keep,
        }
    }

    fn push(&mut self, c: char) {
        (self.one_but_last, self.last) = (self.last, Some(c));
        if !c.is_whitespace() && !matches!(c, '”' | '’') {
            self.sign = Some(c);
        }
    }
}

/// Takes a period away that the processor pulls into the quotation marks of a title which has its own mark: `“Who?.”`
fn tidy(runs: &mut [Run]) {
    for run in runs {
        for (twice, once) in [("?.”", "?”"), ("!.”", "!”"), ("..”", ".”")] {
            if run.words.contains(twice) {
                run.words = run.words.replace(twice, once);
            }
        }
    }
}

/// Moves the period that ends a citation into the quotation mark before it: the processor does so with the punctuation
/// between elements, and not with the suffix of the whole. Double ones alone: a single one may be an apostrophe.
fn pull_period(runs: &mut [Run]) {
    let mut last = runs.iter_mut().rev().filter(|run| !run.words.trim().is_empty());
    let Some(end) = last.next() else { return };
    let Some(open) = end.words.trim_end().strip_suffix('.').map(str::to_owned) else { return };
    // The period may be a run of its own.
    let before = if open.is_empty() { last.next() } else { None };
    let quoted = before.as_ref().map_or(open.as_str(), |run| run.words.as_str());
    // The processor does not pull it into marks that the record brings within the style's.
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
