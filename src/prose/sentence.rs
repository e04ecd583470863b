//! A citation in the making: its punctuation is settled before a quotation closes.

use std::fmt::Display;

use unicode_normalization::char::is_combining_mark;

use super::language::{Language, QuotedPunctuation};
use super::typography::{Within, push_curled, push_title_words};
use crate::citation::{Mark, Text};
use crate::document::Title;
use crate::slice::slice;

/// A sentence that settles its own punctuation, capitals and quotation marks while it is written.
///
/// A comma or a period goes into the quotation marks before it where the language has it so; nothing ends with two periods;
/// an element of a list begins with a capital. The words of a record have their straight quotation marks curled.
///
/// ```
/// use prefercite::prose::{EN_GB, EN_US, Language, Punctuation, Sentence};
/// use prefercite::Text;
///
/// let note = |language: &Language| {
///     let mut text = Text::new();
///     let mut s = Sentence::new(&mut text, language);
///     s.quoted("Reply to the \"Long Telegram\"").punctuate(Punctuation::Comma).word("report");
///     s.end();
///     text.into_string()
/// };
/// assert_eq!(note(&EN_US), "“Reply to the ‘Long Telegram,’” report.");
/// assert_eq!(note(&EN_GB), "‘Reply to the “Long Telegram”’, report.");
/// ```
#[derive(Debug)]
pub struct Sentence<'t> {
    text: &'t mut Text,
    language: &'t Language,
    start: usize,
    /// The bytes of closing quotation marks at the end, into which the next comma or period goes (RULES 0.6).
    closing: usize,
    /// The next letter opens an element of a list.
    raised: bool,
    /// Words of a note stand before it: its own first letter is not raised (B24).
    continues: bool,
    /// The words of the record stand as they were typed: no mark of theirs is curled, no hyphen lengthened.
    as_typed: bool,
}

/// What goes between one element and the next, before a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Punctuation {
    /// In notes, and within an element of a list.
    Comma,
    /// Between the elements of a list.
    Period,
    /// Nothing but the space: before a date in brackets, in notes (RULES 0.6).
    Space,
    /// Between parts that have commas of their own.
    Semicolon,
}

/// The plain words of what is written.
///
/// ```
/// use prefercite::prose::{EN_US, plain};
///
/// assert_eq!(plain(&EN_US, |s| s.capitalize_next().word("box 26").end()), "Box 26.");
/// ```
pub fn plain(language: &Language, write: impl FnOnce(&mut Sentence<'_>)) -> String {
    // Most of what is asked for is a phrase.
    let mut text = Text::with_capacity(64);
    write(&mut Sentence::new(&mut text, language));
    text.into_string()
}

impl<'t> Sentence<'t> {
    /// A sentence at the end of a text, in this language.
    pub fn new(text: &'t mut Text, language: &'t Language) -> Self {
        let start = text.as_str().len();
        Sentence { text, language, start, closing: 0, raised: false, continues: false, as_typed: false }
    }

    /// The same where a sentence has begun before it: what opens it is not raised.
    #[must_use]
    pub fn mid_sentence(mut self, continues: bool) -> Self {
        self.continues = continues;
        self
    }

    /// The words so far.
    pub fn as_str(&self) -> &str {
        slice(self.text.as_str(), self.start..)
    }

    /// The language that it is written in.
    pub fn language(&self) -> &'t Language {
        self.language
    }

    /// Whether nothing was written yet.
    pub fn is_empty(&self) -> bool {
        self.text.as_str().len() == self.start
    }

    /// Ends an element and begins the next: the punctuation, then a space. At the beginning of the sentence nothing.
    pub fn punctuate(&mut self, joint: Punctuation) -> &mut Self {
        if !self.is_empty() {
            match joint {
                Punctuation::Comma if self.closing == 0 => {
                    self.text.push_str(", ");
                    return self;
                }
                Punctuation::Comma => self.push_mark(','),
                Punctuation::Period => self.end(),
                Punctuation::Semicolon => self.text.push_str(self.language.semicolon),
                Punctuation::Space => {}
            }
            self.text.push(' ');
        }
        self.closing = 0;
        self
    }

    /// An element that may turn out empty: then its punctuation and its label are left out too. After a period, an element
    /// without a label begins with a capital.
    pub fn element(&mut self, joint: Punctuation, label: &str, write: impl FnOnce(&mut Sentence<'_>)) -> &mut Self {
        if self.closing > 0 {
            // A joint within a quotation could not be taken back.
            let mut words = Text::new();
            write(&mut Sentence { as_typed: self.as_typed, ..Sentence::new(&mut words, self.language) });
            let words = words.into_string();
            return if words.is_empty() { self } else { self.said(joint, label, |s| _ = s.verbatim(&words)) };
        }
        self.said(joint, label, write)
    }

    fn said(&mut self, joint: Punctuation, label: &str, write: impl FnOnce(&mut Sentence<'_>)) -> &mut Self {
        let (before, was_raised) = (self.text.as_str().len(), self.raised);
        self.punctuate(joint).word(label);
        let start = self.text.as_str().len();
        self.raised |= label.is_empty() && joint == Punctuation::Period;
        self.part(write);
        if self.text.as_str().len() == start {
            self.text.truncate(before);
            self.raised = was_raised;
        }
        self
    }

    /// A part with a beginning of its own: punctuation at its start writes nothing.
    pub fn part(&mut self, write: impl FnOnce(&mut Sentence<'_>)) -> &mut Self {
        let start = self.text.as_str().len();
        write(&mut Sentence { as_typed: self.as_typed, ..Sentence::new(self.text, self.language) });
        self.written(start, 0)
    }

    /// Keeps the words of the record as they were typed while `write` runs: no quotation mark is curled, no hyphen between years
    /// becomes a dash. For fields from which programs read the words back.
    pub fn as_typed(&mut self, write: impl FnOnce(&mut Self)) -> &mut Self {
        let was_typed = std::mem::replace(&mut self.as_typed, true);
        write(self);
        self.as_typed = was_typed;
        self
    }

    /// Whether the words of the record stay as they were typed.
    pub(crate) fn is_as_typed(&self) -> bool {
        self.as_typed
    }

    /// Begins the next words with a capital, unless they are verbatim, quoted or in italics. `iPhone` keeps its letters.
    pub fn capitalize_next(&mut self) -> &mut Self {
        self.raised = true;
        self
    }

    /// Takes [`capitalize_next`](Self::capitalize_next) back: names and codes keep their letters.
    pub fn keep_case(&mut self) -> &mut Self {
        self.raised = false;
        self
    }

    /// The period at the end: never a second one, and none after the `?` or `!` of a title.
    pub fn end(&mut self) {
        let end = self.text.as_str().len() - self.closing;
        let ended = slice(self.text.as_str(), ..end).ends_with(['.', '?', '!', '。', '？', '！']);
        if !ended {
            self.push_mark('.');
        }
    }

    fn push_mark(&mut self, mark: char) {
        if self.closing == 0 {
            return self.text.push(mark);
        }
        let end = self.text.as_str().len() - self.closing;
        // Quotations nest three deep at most where people write them; what is deeper keeps its innermost marks outside.
        let mut marks = ['\0'; 4];
        let closing = slice(self.text.as_str(), end..).chars();
        let count = marks.iter_mut().zip(closing).map(|(kept, mark)| *kept = mark).count();
        self.text.truncate(end);
        self.text.push(mark);
        marks.iter().take(count).for_each(|mark| self.text.push(*mark));
    }

    /// Ends what was written from `start` on: its first letter is raised where it opens an element.
    #[inline]
    fn written(&mut self, start: usize, closing: usize) -> &mut Self {
        self.closing = closing;
        if self.raised && self.text.as_str().len() > start {
            self.raised = false;
            if !(self.continues && start == self.start) {
                self.raise_letter(start);
            }
        }
        self
    }

    /// The first letter, also behind an opening mark; not that of `iPhone`, which is a capital in its own way.
    #[cold]
    fn raise_letter(&mut self, start: usize) {
        let words = slice(self.text.as_str(), start..);
        let letter = words.trim_start_matches(['“', '‘', '„', '‚', '«', '\u{a0}', '(', '[']);
        let at = start + words.len() - letter.len();
        let mut following = letter.chars();
        // A mark on the letter before it is no letter, though one of Greek is small and has a capital.
        if let Some(lower) = following.next().filter(|first| first.is_lowercase() && !is_combining_mark(*first))
            && !following.next().is_some_and(char::is_uppercase)
        {
            let bytes = at..at + lower.len_utf8();
            let mut upper = lower.to_uppercase();
            match (upper.next(), upper.next()) {
                (Some(letter), None) => self.text.replace(bytes, letter.encode_utf8(&mut [0; 4])),
                _ => self.text.replace(bytes, &lower.to_uppercase().to_string()), // ß
            }
        }
    }

    /// Words of the style.
    pub fn word(&mut self, words: &str) -> &mut Self {
        if words.is_empty() {
            return self;
        }
        let start = self.text.as_str().len();
        self.text.push_str(words);
        self.written(start, 0)
    }

    /// A word of the language: `s.term(|language| language.people.to)`.
    pub fn term(&mut self, term: impl FnOnce(&'t Language) -> &'t str) -> &mut Self {
        self.word(term(self.language))
    }

    /// Words that nothing may change: a call number, the archive's own wording.
    pub fn verbatim(&mut self, words: &str) -> &mut Self {
        self.raised = false;
        self.closing = 0;
        self.text.push_str(words);
        self
    }

    /// Words of the record, their quotation marks curled.
    pub fn data(&mut self, words: &str) -> &mut Self {
        let start = self.text.as_str().len();
        let closing = if self.as_typed {
            self.typed(words)
        } else {
            push_curled(self.text, words, Within::Nothing, &self.language.quotation)
        };
        self.written(start, closing)
    }

    fn typed(&mut self, words: &str) -> usize {
        self.text.push_str(words);
        0
    }

    fn title_words(&mut self, words: &str, within: Within) -> usize {
        if self.as_typed { self.typed(words) } else { push_title_words(self.text, words, within, self.language) }
    }

    /// A title without quotation marks or italics; its own marks are curled, and a hyphen between two years becomes a dash.
    pub fn roman(&mut self, words: &str) -> &mut Self {
        let start = self.text.as_str().len();
        let closing = self.title_words(words, Within::Nothing);
        self.written(start, closing)
    }

    /// A title in quotation marks.
    pub fn quoted(&mut self, words: &str) -> &mut Self {
        self.raised = false;
        let (open, close) = self.language.quotation.outer;
        self.text.push_str(open);
        let inner = self.title_words(words, Within::Quotation);
        self.text.push_str(close);
        self.closing = match self.language.quotation.punctuation {
            QuotedPunctuation::Inside => inner + close.len(),
            QuotedPunctuation::Outside => 0,
        };
        self
    }

    /// Words in quotation marks that are more than a title.
    pub fn quotation(&mut self, write: impl FnOnce(&mut Self)) {
        let (open, close) = self.language.quotation.outer;
        self.verbatim(open);
        write(self);
        self.text.push_str(close);
        self.closing = match self.language.quotation.punctuation {
            QuotedPunctuation::Inside => self.closing + close.len(),
            QuotedPunctuation::Outside => 0,
        };
    }

    /// A title in italics.
    pub fn italic(&mut self, words: &str) -> &mut Self {
        self.raised = false;
        self.closing = 0;
        let language = self.language;
        self.text.marked(Mark::Emphasis, |text| push_title_words(text, words, Within::Nothing, language));
        self
    }

    /// ` [Translated title]`, roman and without marks (RULES 6.3).
    pub fn translated(&mut self, title: &Title) -> &mut Self {
        if let Some(translated) = &title.translated {
            self.text.push_str(" [");
            push_title_words(self.text, translated, Within::Nothing, self.language);
            self.text.push(']');
            self.closing = 0;
        }
        self
    }

    /// A web address that is its own link.
    pub fn address(&mut self, address: impl Display) -> &mut Self {
        self.raised = false;
        self.closing = 0;
        self.text.push_address(address);
        self
    }

    /// A link whose words are not its address.
    pub fn link(&mut self, target: &str, words: &str) -> &mut Self {
        self.raised = false;
        self.closing = 0;
        self.text.marked(Mark::Link(target), |text| text.push_str(words));
        self
    }

    /// What a writer of plain text adds.
    pub fn with(&mut self, write: impl FnOnce(&mut Text)) -> &mut Self {
        let start = self.text.as_str().len();
        write(self.text);
        self.written(start, 0)
    }
}
