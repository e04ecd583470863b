//! Finds the citations and the author's own footnotes in a Markdown text.

use std::collections::HashSet;
use std::ops::Range;

use pulldown_cmark::{Event, MetadataBlockKind, Options, Parser, Tag, TagEnd};

use crate::group::{self, Group, Inline, Within};
use crate::key;
use crate::letters::{Letter, Reader, closing};
use crate::raw;

/// The extensions of pandoc's Markdown, so that no citation crosses tables, metadata or formulas.
pub(crate) const OPTIONS: Options = Options::ENABLE_FOOTNOTES
    .union(Options::ENABLE_TABLES)
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_HEADING_ATTRIBUTES)
    .union(Options::ENABLE_MATH)
    .union(Options::ENABLE_YAML_STYLE_METADATA_BLOCKS);

pub(crate) struct Chapter<'t> {
    pub(crate) text: &'t str,
    /// The YAML at the start of the text, between its lines of dashes.
    pub(crate) head: Option<Range<usize>>,
    /// In the order of the text.
    pub(crate) groups: Vec<Group>,
    pub(crate) inline: Vec<Inline>,
    pub(crate) references: Vec<Reference>,
    pub(crate) definitions: Vec<Definition>,
    /// `[^3]` without a definition. It would become the mark of one of our notes.
    pub(crate) not_notes: Vec<usize>,
    /// What cannot be parsed, with its position and the reason.
    pub(crate) unread: Vec<(usize, String)>,
    /// `(@label)`: the numbered examples of pandoc.
    examples: HashSet<&'t str>,
}

/// `[^x]`
pub(crate) struct Reference {
    pub(crate) label: String,
    pub(crate) range: Range<usize>,
    /// The note that contains it.
    pub(crate) within: Option<usize>,
}

/// `[^x]: …`
pub(crate) struct Definition {
    pub(crate) label: String,
    pub(crate) range: Range<usize>,
    /// Not inside another block: it can be moved.
    pub(crate) is_free: bool,
}

impl<'t> Chapter<'t> {
    pub(crate) fn read(text: &'t str) -> Self {
        let mut chapter = Chapter {
            text,
            head: None,
            groups: vec![],
            inline: vec![],
            references: vec![],
            definitions: vec![],
            not_notes: vec![],
            unread: vec![],
            examples: examples(text),
        };
        let mut reader = Reader::new(text);
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
                // The text of an image is its caption, which may contain citations.
                Event::Start(Tag::Emphasis | Tag::Strong | Tag::Strikethrough | Tag::Image { .. }) => reader.depth += 1,
                Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Image) => {
                    reader.mark(range.end..range.end);
                    reader.depth -= 1;
                }
                Event::Start(Tag::Link { .. }) => {
                    reader.mark(range);
                    skipping = 1;
                }
                Event::Start(tag) => {
                    chapter.paragraph(&mut reader, within);
                    reader.at = range.start;
                    match tag {
                        Tag::CodeBlock(_) => skipping = 1,
                        Tag::HtmlBlock => {
                            skipping = 1;
                            chapter.unread.extend(raw::cites(&text[range.clone()]).map(|at| {
                                let what = "a citation in a block of HTML is not read: leave a line empty behind the tag; \
                                            &#64; keeps @ as text";
                                (range.start + at, what.to_owned())
                            }));
                        }
                        Tag::MetadataBlock(MetadataBlockKind::YamlStyle) if chapter.head.is_none() => {
                            skipping = 1;
                            chapter.head = Some(range);
                        }
                        Tag::MetadataBlock(_) => skipping = 1,
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
                    chapter.paragraph(&mut reader, within);
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
                // `$20 or US$30`: in pandoc no digit may follow a formula.
                Event::InlineMath(_) if text[range.end..].starts_with(|c: char| c.is_ascii_digit()) => {
                    reader.mark(range.start..range.start);
                    reader.push(range, true);
                }
                _ => reader.mark(range),
            }
        }
        chapter
    }

    /// The line of a position, counted from 1.
    pub(crate) fn line(&self, at: usize) -> usize {
        self.text[..at].matches('\n').count() + 1
    }

    /// The citations of the current paragraph.
    fn paragraph(&mut self, reader: &mut Reader<'t>, within: Option<usize>) {
        let letters = std::mem::take(&mut reader.letters);
        self.scan(&letters, within.map(Within::Definition));
    }

    fn scan(&mut self, letters: &[Letter], within: Option<Within>) {
        // An unclosed bracket.
        let mut unclosed = None;
        let mut at = 0;
        while let Some(letter) = letters.get(at) {
            let taken = match letter.c {
                _ if !letter.is_text => None,
                '^' => self.inline(letters, at, within),
                '[' => self.brackets(letters, at, within, &mut unclosed),
                '@' => self.key(letters, at, within, unclosed),
                _ => None,
            };
            at += taken.unwrap_or(1);
        }
    }

    fn inline(&mut self, letters: &[Letter], at: usize, within: Option<Within>) -> Option<usize> {
        let (note, inside) = group::inline(letters, at)?;
        if within.is_some() {
            self.unread.push((note.spot.range.start, "a note within a note: combine the two".to_owned()));
        }
        let taken = inside.end + 1 - at;
        self.inline.push(note);
        self.scan(&letters[inside], Some(Within::Inline(self.inline.len() - 1)));
        Some(taken)
    }

    fn brackets(
        &mut self,
        letters: &[Letter],
        at: usize,
        within: Option<Within>,
        unclosed: &mut Option<usize>,
    ) -> Option<usize> {
        let Some(length) = closing(&letters[at..]) else {
            unclosed.get_or_insert(at);
            return None;
        };
        let inside = &letters[at + 1..at + length];
        let is_number = |words: &[Letter]| !words.is_empty() && words.iter().all(|it| it.c.is_ascii_digit());
        if matches!(inside, [first, rest @ ..] if first.c == '^' && is_number(rest)) {
            self.not_notes.push(letters[at].at);
        }
        let group = group::in_brackets(letters, at..at + length + 1, within)?;
        for (one, next) in group.cited.iter().zip(group.cited.iter().skip(1)) {
            if one.after.trim().is_empty() {
                let what = format!("@{} and @{} need a semicolon or words between them", one.id, next.id);
                self.unread.push((next.at, what));
            }
        }
        self.groups.push(group);
        Some(length + 1)
    }

    fn key(&mut self, letters: &[Letter], at: usize, within: Option<Within>, unclosed: Option<usize>) -> Option<usize> {
        let Some(key) = key::at(letters, at) else {
            let opens = letters.get(at + 1).is_some_and(|it| it.is_text && it.c == '{');
            if opens && (at == 0 || !letters[at - 1].c.is_alphanumeric()) {
                self.unread
                    .push((letters[at].at, "@{ begins a key that is not closed; \\@ keeps it as text".to_owned()));
            }
            return None;
        };
        if self.examples.contains(key.id.as_str()) {
            return Some(key.to - at);
        }
        if let Some(bracket) = unclosed {
            let what =
                format!("the bracket before @{} is not closed in its paragraph; write \\[ to keep it as text", key.id);
            self.unread.push((letters[bracket].at, what));
        }
        let (group, end) = group::in_a_sentence(letters, key, within);
        self.groups.push(group);
        Some(end - at)
    }
}

/// The labels of pandoc's numbered examples: `(@label) …` at the start of a line. Elsewhere `@label` refers to one
/// of them.
fn examples(text: &str) -> HashSet<&str> {
    let label = |line: &str| -> Option<Range<usize>> {
        let start = line.len() - line.trim_start_matches([' ', '>']).len();
        let rest = line[start..].strip_prefix("(@")?;
        let end = rest.find(')')?;
        let known = end > 0 && rest[..end].chars().all(|c| c.is_alphanumeric() || "_-".contains(c));
        (known && rest[end + 1..].starts_with(' ')).then_some(start + 2..start + 2 + end)
    };
    text.lines().filter_map(|line| label(line).map(|range| &line[range])).collect()
}
