//! Where in a Markdown text its citations and its own footnotes stand.

use std::ops::Range;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::citation::{Group, group};

/// Tables and metadata are known, that no citation is looked for across them.
pub(crate) const OPTIONS: Options = Options::ENABLE_FOOTNOTES
    .union(Options::ENABLE_TABLES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);

pub(crate) struct Chapter<'t> {
    pub(crate) text: &'t str,
    /// In the order of the text.
    pub(crate) groups: Vec<Group>,
    pub(crate) references: Vec<Reference>,
    pub(crate) definitions: Vec<Definition>,
    /// `[^3]` that is no note, and would become one of ours.
    pub(crate) not_notes: Vec<usize>,
}

/// `[^x]`
pub(crate) struct Reference {
    pub(crate) label: String,
    pub(crate) range: Range<usize>,
    /// The note in which it stands.
    pub(crate) within: Option<usize>,
}

/// `[^x]: …`
pub(crate) struct Definition {
    pub(crate) label: String,
    pub(crate) range: Range<usize>,
    /// Within nothing else: it can be moved.
    pub(crate) is_free: bool,
}

/// A character of a paragraph.
#[derive(Clone, Copy)]
pub(crate) struct Letter {
    pub(crate) c: char,
    pub(crate) at: usize,
    /// How many emphases it stands in.
    depth: usize,
    /// A word of the text, no mark and no part of code, a link, an escape.
    pub(crate) is_text: bool,
}

impl<'t> Chapter<'t> {
    pub(crate) fn read(text: &'t str) -> Self {
        let mut chapter = Chapter { text, groups: vec![], references: vec![], definitions: vec![], not_notes: vec![] };
        let mut reader = Reader { text, letters: vec![], at: 0, depth: 0, breaks: false };
        let (mut blocks, mut skipping, mut within) = (0, 0, None);
        for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
            if skipping > 0 {
                skipping += match event {
                    Event::Start(_) => 1,
                    Event::End(_) => -1,
                    _ => 0,
                };
                reader.at = range.end.max(reader.at);
                continue;
            }
            match event {
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough) => reader.depth += 1,
                Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough) => {
                    reader.mark(range.end..range.end);
                    reader.depth -= 1;
                }
                Event::Start(Tag::Link { .. } | Tag::Image { .. }) => {
                    reader.mark(range);
                    skipping = 1;
                }
                Event::Start(tag) => {
                    chapter.scan(&mut reader, within);
                    reader.at = range.start;
                    match tag {
                        Tag::CodeBlock(_) | Tag::HtmlBlock | Tag::MetadataBlock(_) => skipping = 1,
                        Tag::FootnoteDefinition(label) => {
                            within = Some(chapter.definitions.len());
                            let (label, is_free) = (label.to_lowercase(), blocks == 0);
                            chapter.definitions.push(Definition { label, range, is_free });
                        }
                        _ => {}
                    }
                    blocks += usize::from(skipping == 0);
                }
                Event::End(tag) => {
                    chapter.scan(&mut reader, within);
                    reader.at = range.end;
                    blocks -= 1;
                    if tag == TagEnd::FootnoteDefinition {
                        within = None;
                    }
                }
                Event::Text(words) => reader.words(&words, range),
                Event::SoftBreak | Event::HardBreak => reader.line_break(range),
                Event::FootnoteReference(label) => {
                    chapter.references.push(Reference { label: label.to_lowercase(), range: range.clone(), within });
                    reader.mark(range);
                }
                _ => reader.mark(range),
            }
        }
        chapter
    }

    /// The line of a place, from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    /// The citations of a paragraph that is read.
    fn scan(&mut self, reader: &mut Reader<'t>, within: Option<usize>) {
        let letters = std::mem::take(&mut reader.letters);
        let mut at = 0;
        while let Some(letter) = letters.get(at) {
            let inside = (letter.is_text && letter.c == '[').then(|| closing(&letters[at..])).flatten();
            let found = inside.and_then(|length| {
                let inside = &letters[at + 1..at + length];
                let is_number = |words: &[Letter]| !words.is_empty() && words.iter().all(|it| it.c.is_ascii_digit());
                if matches!(inside, [first, rest @ ..] if first.c == '^' && is_number(rest)) {
                    self.not_notes.push(letter.at);
                }
                group(&letters, at..at + length + 1, within)
            });
            match found {
                Some(group) => {
                    self.groups.push(group);
                    at += inside.unwrap_or(0) + 1;
                }
                None => at += 1,
            }
        }
    }
}

/// How far behind the opening bracket its closing one stands, within the same emphasis.
fn closing(letters: &[Letter]) -> Option<usize> {
    let first = letters.first()?;
    let mut open = 0;
    for (at, letter) in letters.iter().enumerate() {
        if letter.depth < first.depth {
            return None;
        }
        match letter.c {
            '[' if letter.is_text => open += 1,
            ']' if letter.is_text => open -= 1,
            _ => continue,
        }
        if open == 0 {
            return (letter.depth == first.depth).then_some(at);
        }
    }
    None
}

/// Puts the letters of a paragraph together again, of which the parser gives the words without the marks.
struct Reader<'t> {
    text: &'t str,
    letters: Vec<Letter>,
    /// Up to where they are read.
    at: usize,
    depth: usize,
    /// A line has ended: what stands before the next words is not of the paragraph.
    breaks: bool,
}

impl Reader<'_> {
    fn words(&mut self, words: &str, range: Range<usize>) {
        self.mark(range.start..range.start);
        let is_escaped = self.letters.last().is_some_and(|it| it.c == '\\' && !it.is_text && it.at + 1 == range.start);
        // `&amp;` is read as something else than it is.
        let is_text = self.text[range.clone()] == *words;
        let start = self.letters.len();
        self.push(range, is_text);
        if let Some(first) = self.letters.get_mut(start).filter(|_| is_escaped) {
            first.is_text = false;
        }
    }

    fn line_break(&mut self, range: Range<usize>) {
        self.mark(range.start..range.start);
        self.letters.push(Letter { c: ' ', at: range.start, depth: self.depth, is_text: true });
        (self.at, self.breaks) = (range.end, true);
    }

    /// What is no word, and what stands before it.
    fn mark(&mut self, range: Range<usize>) {
        let mut start = self.at.min(range.start);
        if std::mem::take(&mut self.breaks) {
            let skipped = self.text[start..range.start].trim_start_matches([' ', '\t', '>']);
            start = range.start - skipped.len();
        }
        self.push(start..range.start, false);
        self.push(range, false);
    }

    fn push(&mut self, range: Range<usize>, is_text: bool) {
        let letters = self.text[range.clone()].char_indices();
        let depth = self.depth;
        self.letters.extend(letters.map(|(at, c)| Letter { c, at: range.start + at, depth, is_text }));
        self.at = self.at.max(range.end);
    }
}
