//! The output of the processor as runs of words. Its own `Display` writes terminal codes, and its HTML escapes nothing.

use hayagriva::citationberg::taxonomy::NameVariable;
use hayagriva::citationberg::{FontStyle, FontVariant};
use hayagriva::{ElemChild, ElemChildren, ElemMeta, Formatting};

use super::disguise::{self, ET_AL, GUARD, LETTER};
use crate::citation::{Mark, Text};
use crate::separator::Separator;
use crate::slice::sublist;

/// Words with the same look and origin.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    pub(super) words: String,
    pub(super) formatting: Formatting,
    pub(super) link: Option<String>,
    pub(super) origin: Origin,
    /// The list of names that contains the words; the lists are numbered.
    pub(super) list: Option<usize>,
}

impl Run {
    #[cfg(test)]
    pub(super) fn of(words: &str) -> Self {
        let (formatting, link) = (Formatting::default(), None);
        Run { words: words.to_owned(), formatting, link, origin: Origin::Style, list: None }
    }

    /// Whether it is a URL, whose characters are not punctuation.
    pub(super) fn is_address(&self) -> bool {
        self.link.is_some()
    }
}

/// What printed the words, if they may need correction. Dates and names are numbered in order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Origin {
    #[default]
    Style,
    Date(usize),
    Name {
        count: usize,
        variable: NameVariable,
        index: usize,
    },
    CitationNumber,
}

#[derive(Default)]
struct Flattening {
    runs: Vec<Run>,
    dates: usize,
    names: usize,
    lists: usize,
    list: Option<usize>,
}

pub(super) fn flatten(children: &ElemChildren) -> Vec<Run> {
    let mut flattening = Flattening::default();
    flattening.children(children, Origin::Style);
    flattening.runs
}

/// The first field of an entry, which the processor keeps apart, is put before it.
pub(super) fn flatten_entry(first: Option<&ElemChild>, content: &ElemChildren) -> Vec<Run> {
    let mut flattening = Flattening::default();
    if let Some(first) = first {
        flattening.child(first, Origin::Style);
        flattening.space();
    }
    flattening.children(content, Origin::Style);
    flattening.runs
}

impl Flattening {
    // The depth is limited, because the nesting of the style is checked when it is loaded.
    fn children(&mut self, children: &ElemChildren, origin: Origin) {
        children.0.iter().for_each(|child| self.child(child, origin));
    }

    fn child(&mut self, child: &ElemChild, origin: Origin) {
        match child {
            ElemChild::Text(text) => self.push(&text.text, text.formatting, None, origin),
            ElemChild::Link { text, url } => self.push(&text.text, text.formatting, Some(url), origin),
            ElemChild::Markup(words) => self.push(words, Formatting::default(), None, origin),
            ElemChild::Transparent { .. } => {}
            ElemChild::Elem(elem) => {
                let inner = self.origin(elem.meta.as_ref()).unwrap_or(origin);
                let outer_list = self.list;
                // Names that substitute others are a list within theirs.
                if matches!(elem.meta, Some(ElemMeta::Names(_))) && self.list.is_none() {
                    self.lists += 1;
                    self.list = Some(self.lists);
                }
                let is_separate = elem.display.is_some();
                if is_separate {
                    self.space();
                }
                self.children(&elem.children, inner);
                self.list = outer_list;
                if is_separate {
                    self.space();
                }
            }
        }
    }

    fn origin(&mut self, meta: Option<&ElemMeta>) -> Option<Origin> {
        match meta? {
            ElemMeta::Date => {
                self.dates += 1;
                Some(Origin::Date(self.dates))
            }
            ElemMeta::Name(variable, index) => {
                self.names += 1;
                Some(Origin::Name { count: self.names, variable: *variable, index: *index })
            }
            ElemMeta::CitationNumber => Some(Origin::CitationNumber),
            _ => None,
        }
    }

    fn push(&mut self, words: &str, formatting: Formatting, link: Option<&String>, origin: Origin) {
        if words.is_empty() {
            return;
        }
        let undone = |words: &str| disguise::undone(&words.replace(GUARD, ""));
        self.runs.push(Run {
            words: undone(words),
            formatting,
            link: link.map(|url| undone(url)),
            origin,
            list: self.list,
        });
    }

    /// Elements that are separate on the page are separate words in a line.
    fn space(&mut self) {
        if let Some(last) = self.runs.last_mut().filter(|last| !last.words.ends_with(char::is_whitespace)) {
            last.words.push(' ');
        }
    }
}

/// Replaces the words of one origin, which may be in several runs. The first run gets the new words, the others become empty.
pub(super) fn replace(runs: &mut [Run], is_meant: impl Fn(Origin) -> bool, with: impl FnOnce(&str) -> Option<String>) {
    let old: String = runs.iter().filter(|run| is_meant(run.origin)).map(|run| run.words.as_str()).collect();
    let Some(new) = with(&old) else { return };
    let mut meant = runs.iter_mut().filter(|run| is_meant(run.origin));
    if let Some(first) = meant.next() {
        first.words = new;
    }
    meant.for_each(|run| run.words.clear());
}

/// Inserts the letter at the mark of the sheet: at the first date, unless the style prints the letter itself.
pub(super) fn put_letter(runs: &mut [Run], letter: &str, everywhere: bool) {
    let mut dates = Separator::new();
    for run in runs.iter_mut().filter(|run| run.words.contains(LETTER)) {
        let mut words = String::with_capacity(run.words.len());
        for (index, part) in run.words.split(LETTER).enumerate() {
            if index > 0 && (everywhere || !dates.follows()) {
                words.push_str(letter);
            } else if index > 0 && words.ends_with('-') {
                words.pop(); // `n.d.-`
            }
            words.push_str(part);
        }
        run.words = words;
    }
}

/// Removes the marks around `et al.`
pub(super) fn unmark(runs: &mut [Run]) {
    runs.iter_mut().filter(|run| run.words.contains(ET_AL)).for_each(|run| run.words = run.words.replace(ET_AL, ""));
}

/// A sentence with marks, without white space at its ends.
pub(super) fn into_text(runs: &[Run]) -> Text {
    let first = runs.iter().position(|run| !run.words.trim().is_empty()).unwrap_or(runs.len());
    let last = runs.iter().rposition(|run| !run.words.trim().is_empty()).map_or(first, |last| last + 1);
    let runs = sublist(runs, first..last);
    let mut text = Text::new();
    for (index, run) in runs.iter().enumerate() {
        let mut words = run.words.as_str();
        if index == 0 {
            words = words.trim_start();
        }
        if index + 1 == runs.len() {
            words = words.trim_end();
        }
        push(&mut text, run, words);
    }
    text
}

fn push(text: &mut Text, run: &Run, words: &str) {
    let slanted = matches!(run.formatting.font_style, FontStyle::Italic);
    let small = matches!(run.formatting.font_variant, FontVariant::SmallCaps);
    match (&run.link, slanted, small) {
        (Some(url), ..) if url == words => text.push_address(url),
        (Some(url), ..) => text.marked(Mark::Link(url), |text| text.push_str(words)),
        (None, true, _) => text.marked(Mark::Emphasis, |text| {
            if small { text.marked(Mark::SmallCapitals, |text| text.push_str(words)) } else { text.push_str(words) }
        }),
        (None, false, true) => text.marked(Mark::SmallCapitals, |text| text.push_str(words)),
        (None, false, false) => text.push_str(words),
    }
}
