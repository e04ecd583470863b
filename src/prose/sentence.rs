//! Writes a citation. Punctuation is settled before a quotation closes.

use std::fmt::Display;

use unicode_normalization::char::is_combining_mark;

use super::language::{Language, QuotedPunctuation};
use super::typography::{Within, push_curled, push_title_words};
use crate::citation::{Mark, Text};
use crate::document::Title;
use crate::slice::slice;

/// A writer that settles punctuation, capitals and quotation marks while it writes a sentence.
///
/// A comma or a period goes inside the preceding quotation mark if the language requires it. No sentence ends with
/// two periods. An element of a list begins with a capital. Straight quotation marks in the words of a record are
/// curled.
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
    /// The length in bytes of the closing quotation marks at the end. The next comma or period goes before them
    /// (RULES 0.6).
    closing: usize,
    /// Whether the next letter begins an element of a list.
    raised: bool,
    /// Whether words of a note precede the sentence: then its first letter is not capitalised (B24).
    continues: bool,
    /// Whether the words of the record stay as typed: no quotation mark is curled, and no hyphen becomes a dash.
    as_typed: bool,
}

/// The state of a sentence before an element, to undo its joint, and the length of the text after the joint.
#[derive(Clone, Copy)]
struct Joined {
    before: usize,
    closing: usize,
    was_raised: bool,
    start: usize,
}

/// The punctuation between two elements, before a space.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Punctuation {
    /// In notes, and within an element of a list.
    Comma,
    /// Between the elements of a list.
    Period,
    /// Only the space: before a date in brackets, in notes (RULES 0.6).
    Space,
    /// Between parts that contain commas.
    Semicolon,
}

/// Returns the words that `write` adds, as plain text.
///
/// ```
/// use prefercite::prose::{EN_US, plain};
///
/// assert_eq!(plain(&EN_US, |s| s.capitalize_next().word("box 26").end()), "Box 26.");
/// ```
pub fn plain(language: &Language, write: impl FnOnce(&mut Sentence<'_>)) -> String {
    // Most callers write only a phrase.
    let mut text = Text::with_capacity(64);
    write(&mut Sentence::new(&mut text, language));
    text.into_string()
}

/// Adds the joint between two parts in parentheses. The first part has none.
pub(crate) fn in_parentheses<'s, 't>(s: &'s mut Sentence<'t>, joint: Punctuation) -> &'s mut Sentence<'t> {
    if s.as_str().ends_with('(') { s } else { s.punctuate(joint) }
}

impl<'t> Sentence<'t> {
    /// A sentence at the end of a text, in this language.
    pub fn new(text: &'t mut Text, language: &'t Language) -> Self {
        let start = text.as_str().len();
        Sentence { text, language, start, closing: 0, raised: false, continues: false, as_typed: false }
    }

    /// Marks the sentence as continued from words before it: its first letter is not capitalised.
    #[must_use]
    pub fn mid_sentence(mut self, continues: bool) -> Self {
        self.continues = continues;
        self
    }

    /// The words written so far.
    pub fn as_str(&self) -> &str {
        slice(self.text.as_str(), self.start..)
    }

    /// The language of the sentence.
    pub fn language(&self) -> &'t Language {
        self.language
    }

    /// Whether nothing is written yet.
    pub fn is_empty(&self) -> bool {
        self.text.as_str().len() == self.start
    }

    /// Ends an element and begins the next: writes the punctuation and a space. At the beginning of the sentence,
    /// writes nothing.
    #[inline]
    pub fn punctuate(&mut self, joint: Punctuation) -> &mut Self {
        // Most joints are commas behind plain words.
        if joint == Punctuation::Comma && self.closing == 0 && !self.is_empty() {
            self.text.push_str(", ");
            return self;
        }
        self.settle(joint)
    }

    #[inline(never)]
    fn settle(&mut self, joint: Punctuation) -> &mut Self {
        if !self.is_empty() {
            match joint {
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

    /// Adds an element that may be empty. Then its punctuation and its label are omitted too. After a period, an
    /// element without a label begins with a capital.
    pub fn element(&mut self, joint: Punctuation, label: &str, write: impl FnOnce(&mut Sentence<'_>)) -> &mut Self {
        let joined = self.join(joint, label);
        self.part(write);
        if self.text.as_str().len() == joined.start {
            self.take_back(joined);
        }
        self
    }

    fn join(&mut self, joint: Punctuation, label: &str) -> Joined {
        let (before, closing, was_raised) = (self.text.as_str().len(), self.closing, self.raised);
        self.punctuate(joint).word(label);
        self.raised |= label.is_empty() && joint == Punctuation::Period;
        Joined { before, closing, was_raised, start: self.text.as_str().len() }
    }

    /// Removes the joint before an empty element, also from the quotation marks that it went into.
    fn take_back(&mut self, joined: Joined) {
        let Joined { before, closing, was_raised, .. } = joined;
        if closing > 0 {
            let at = before - closing;
            let is_marked = slice(self.text.as_str(), at..).starts_with([',', '.']);
            self.text.truncate(before + usize::from(is_marked));
            self.text.replace(at..at + usize::from(is_marked), "");
        } else {
            self.text.truncate(before);
        }
        (self.closing, self.raised) = (closing, was_raised);
    }

    /// Adds a part with a beginning of its own: punctuation at its start is not written.
    pub fn part(&mut self, write: impl FnOnce(&mut Sentence<'_>)) -> &mut Self {
        let start = self.text.as_str().len();
        let mut part = Sentence { as_typed: self.as_typed, ..Sentence::new(self.text, self.language) };
        write(&mut part);
        let closing = part.closing;
        self.written(start, closing)
    }

    /// Adds a part, and removes it again if its words are not needed. Returns whether it is kept.
    pub(crate) fn part_unless(
        &mut self,
        is_needless: impl FnOnce(&str) -> bool,
        write: impl FnOnce(&mut Sentence<'_>),
    ) -> bool {
        let (start, closing, was_raised) = (self.text.as_str().len(), self.closing, self.raised);
        self.part(write);
        let is_kept = !is_needless(slice(self.text.as_str(), start..));
        if !is_kept {
            self.text.truncate(start);
            (self.closing, self.raised) = (closing, was_raised);
        }
        is_kept
    }

    /// Keeps the words of the record as typed while `write` runs: no quotation mark is curled, and no hyphen between
    /// years becomes a dash. For fields that programs read back.
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

    /// Begins the next words with a capital, unless they are verbatim, quoted or in italics. `iPhone` is not changed.
    pub fn capitalize_next(&mut self) -> &mut Self {
        self.raised = true;
        self
    }

    /// Cancels [`capitalize_next`](Self::capitalize_next): names and codes keep their letters.
    pub fn keep_case(&mut self) -> &mut Self {
        self.raised = false;
        self
    }

    /// Adds the period at the end. Adds no second period, and none after the `?` or `!` of a title.
    pub fn end(&mut self) {
        let end = self.text.as_str().len() - self.closing;
        let words = slice(self.text.as_str(), ..end);
        let is_ended = match words.as_bytes().last() {
            Some(last) if last.is_ascii() => matches!(last, b'.' | b'?' | b'!'),
            _ => words.ends_with(['。', '？', '！']),
        };
        if !is_ended {
            self.push_mark('.');
        }
    }

    /// Adds a comma or a period, before the quotation marks at the end.
    fn push_mark(&mut self, mark: char) {
        self.text.insert(self.text.as_str().len() - self.closing, mark);
    }

    /// Ends the words written from `start` on. At the beginning of an element, their first letter is capitalised.
    #[inline]
    fn written(&mut self, start: usize, closing: usize) -> &mut Self {
        self.closing = closing;
        if self.raised {
            self.begin_element(start);
        }
        self
    }

    #[inline(never)] // Few words begin an element, and `written` is everywhere.
    fn begin_element(&mut self, start: usize) {
        if self.text.as_str().len() > start {
            self.raised = false;
            if !(self.continues && start == self.start) {
                self.raise_letter(start);
            }
        }
    }

    /// Capitalises the first letter, also after an opening mark. `iPhone` is not changed, because it has a capital of
    /// its own.
    fn raise_letter(&mut self, start: usize) {
        let words = slice(self.text.as_str(), start..);
        // Nearly all words begin with two ASCII letters.
        if let [first, second, ..] = words.as_bytes()
            && first.is_ascii_alphanumeric()
            && second.is_ascii()
        {
            if !second.is_ascii_uppercase() {
                self.text.raise(start);
            }
            return;
        }
        let letter = words.trim_start_matches(['“', '‘', '„', '‚', '«', '\u{a0}', '(', '[']);
        let at = start + words.len() - letter.len();
        let mut following = letter.chars();
        // A combining mark is not a letter, although a Greek one is lower case and has a capital.
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

    /// Adds words of the style.
    #[inline] // A literal is then copied without a call.
    pub fn word(&mut self, words: &str) -> &mut Self {
        if words.is_empty() {
            return self;
        }
        let start = self.text.as_str().len();
        self.text.push_str(words);
        self.written(start, 0)
    }

    /// Adds a word of the language: `s.term(|language| language.people.to)`.
    pub fn term(&mut self, term: impl FnOnce(&'t Language) -> &'t str) -> &mut Self {
        self.word(term(self.language))
    }

    /// Adds words that must not change: a call number, the archive's own wording.
    pub fn verbatim(&mut self, words: &str) -> &mut Self {
        self.raised = false;
        self.closing = 0;
        self.text.push_str(words);
        self
    }

    /// Adds words of the record, with curled quotation marks.
    #[inline]
    pub fn data(&mut self, words: &str) -> &mut Self {
        if self.as_typed { self.typed(words) } else { self.curled(words) }
    }

    fn curled(&mut self, words: &str) -> &mut Self {
        let start = self.text.as_str().len();
        let closing = push_curled(self.text, words, Within::Nothing, &self.language.quotation);
        self.written(start, closing)
    }

    fn typed(&mut self, words: &str) -> &mut Self {
        let start = self.text.as_str().len();
        self.text.push_str(words);
        self.written(start, 0)
    }

    fn words_in_quotation(&mut self, words: &str) -> usize {
        if self.as_typed {
            self.text.push_str(words);
            return 0;
        }
        push_title_words(self.text, words, Within::Quotation, self.language)
    }

    /// Adds a title without quotation marks or italics. Its own marks are curled, and a hyphen between two years
    /// becomes a dash.
    #[inline]
    pub fn roman(&mut self, words: &str) -> &mut Self {
        if self.as_typed { self.typed(words) } else { self.roman_title(words) }
    }

    fn roman_title(&mut self, words: &str) -> &mut Self {
        let start = self.text.as_str().len();
        let closing = push_title_words(self.text, words, Within::Nothing, self.language);
        self.written(start, closing)
    }

    /// Adds a title in quotation marks.
    pub fn quoted(&mut self, words: &str) -> &mut Self {
        self.raised = false;
        let (open, close) = self.language.quotation.outer;
        self.text.push_str(open);
        let inner = self.words_in_quotation(words);
        self.text.push_str(close);
        self.closing = match self.language.quotation.punctuation {
            QuotedPunctuation::Inside => inner + close.len(),
            QuotedPunctuation::Outside => 0,
        };
        self
    }

    /// Adds the words of a title within quotation marks that the caller writes. Quotation marks in the title become
    /// single.
    pub(crate) fn within_quotation(&mut self, words: &str) -> &mut Self {
        self.raised = false;
        self.closing = self.words_in_quotation(words);
        self
    }

    /// Adds quotation marks around what `write` adds, for more than a title.
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

    /// Adds a title in italics.
    pub fn italic(&mut self, words: &str) -> &mut Self {
        self.raised = false;
        self.closing = 0;
        let language = self.language;
        self.text.marked(Mark::Emphasis, |text| push_title_words(text, words, Within::Nothing, language));
        self
    }

    /// Adds ` [Translated title]`, roman and without quotation marks (RULES 6.3).
    pub fn translated(&mut self, title: &Title) -> &mut Self {
        if let Some(translated) = &title.translated {
            self.text.push_str(" [");
            push_title_words(self.text, translated, Within::Nothing, self.language);
            self.text.push(']');
            self.closing = 0;
        }
        self
    }

    /// Adds a web address that links to itself.
    pub fn address(&mut self, address: impl Display) -> &mut Self {
        self.raised = false;
        self.closing = 0;
        self.text.push_address(address);
        self
    }

    /// Adds a link with words that are not its address.
    pub fn link(&mut self, target: &str, words: &str) -> &mut Self {
        self.raised = false;
        self.closing = 0;
        self.text.marked(Mark::Link(target), |text| text.push_str(words));
        self
    }

    /// Adds what a writer of plain text writes.
    pub fn with(&mut self, write: impl FnOnce(&mut Text)) -> &mut Self {
        let start = self.text.as_str().len();
        write(self.text);
        self.written(start, 0)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{EN_GB, EN_US};
    use super::*;

    #[test]
    fn a_comma_goes_into_a_quotation_that_ends_an_element() {
        let note = |language| {
            plain(language, |s| {
                s.word("Kennan");
                s.element(Punctuation::Comma, "", |s| _ = s.quoted("On Korea"));
                s.element(Punctuation::Comma, "", |s| _ = s.word("report"));
                s.element(Punctuation::Comma, "in ", |s| _ = s.part(|s| _ = s.quoted("Papers")));
                s.end();
            })
        };
        assert_eq!(note(&EN_US), "Kennan, “On Korea,” report, in “Papers.”");
        assert_eq!(note(&EN_GB), "Kennan, ‘On Korea’, report, in ‘Papers’.");
    }

    #[test]
    fn an_empty_element_leaves_the_sentence_as_it_was() {
        for (title, joint) in [
            ("On Korea", Punctuation::Comma),
            ("On Korea", Punctuation::Period),
            ("On Korea", Punctuation::Semicolon),
            ("Why Korea?", Punctuation::Period),
            ("On the ‘Long Telegram’", Punctuation::Comma),
        ] {
            let (mut text, mut plain) = (Text::new(), Text::new());
            let mut s = Sentence::new(&mut text, &EN_US);
            s.italic("Reply").word(", ").quoted(title);
            s.element(joint, "", |_| ()).element(joint, "to ", |_| ());
            s.punctuate(Punctuation::Comma).word("report");
            Sentence::new(&mut plain, &EN_US)
                .italic("Reply")
                .word(", ")
                .quoted(title)
                .punctuate(Punctuation::Comma)
                .word("report");
            assert_eq!(text, plain, "{title} {joint:?}");
        }
    }

    #[test]
    fn an_element_after_a_quotation_keeps_its_marks_and_its_end() {
        let mut text = Text::new();
        let mut s = Sentence::new(&mut text, &EN_US);
        s.quoted("On Korea");
        s.element(Punctuation::Comma, "", |s| _ = s.italic("Letters"));
        s.quoted("A");
        s.element(Punctuation::Comma, "", |s| _ = s.quoted("B"));
        s.element(Punctuation::Period, "", |s| _ = s.word("box 2"));
        s.element(Punctuation::Comma, "", |_| ());
        s.end();
        assert_eq!(text.as_str(), "“On Korea,” Letters“A,” “B.” Box 2.");
        assert_eq!(text.marked_spans().collect::<Vec<_>>(), [(Mark::Emphasis, "Letters")]);
    }
}
