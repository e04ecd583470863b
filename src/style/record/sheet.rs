//! What a style with named fields writes to: a record, or directly to its notation.
//!
//! A record owns its words and can be inspected. Writing only a file needs no copies. The same lines of a style fill
//! both, so that the results are the same.

use std::borrow::Cow;

use super::{people, when};
use crate::citation::{Record, Text, Value};
use crate::document::{Name, Title};
use crate::notation::{NameParts, bibtex, ris};
use crate::prose::EN_US;
use crate::prose::sentence::Sentence;

/// Accepts fields in the order in which they are written.
pub(crate) trait Sheet {
    /// Adds a field with these words.
    fn push_text(&mut self, name: &'static str, words: &str);

    /// Adds a field with the written text, if it is not empty.
    fn push_words(&mut self, name: &'static str, write: impl FnOnce(&mut Sentence<'_>));

    /// Adds one name in its own field.
    fn push_name(&mut self, name: &'static str, value: &Name);

    /// Adds a field with names in parts, if there are any.
    fn push_parts<'n>(&mut self, name: &'static str, values: impl Iterator<Item = NameParts<'n>>);

    /// Adds two fields with the same written text, if it is not empty.
    fn push_words_twice(&mut self, names: [&'static str; 2], write: impl Fn(&mut Sentence<'_>)) {
        names.into_iter().for_each(|name| self.push_words(name, &write));
    }

    /// Adds a field with a written date or number, if it is not empty. Every notation writes its digits and signs
    /// unchanged.
    fn push_figures(&mut self, name: &'static str, write: impl FnOnce(&mut Text));

    /// Adds a field with a month.
    fn push_month(&mut self, name: &'static str, month: u8);

    /// Adds a field with several values, if there are any.
    fn push_list<'w>(&mut self, name: &'static str, values: impl Iterator<Item = Cow<'w, str>>);

    /// Adds a field with these words, if present.
    fn push(&mut self, name: &'static str, words: Option<&str>) {
        if let Some(words) = words {
            self.push_text(name, words);
        }
    }

    /// Adds a title, with its translation in brackets.
    fn push_title(&mut self, name: &'static str, title: &Title) {
        match &title.translated {
            None => self.push_text(name, &title.text),
            Some(translated) => self.push_words(name, |s| {
                s.with(|text| [&title.text, " [", translated, "]"].into_iter().for_each(|part| text.push_str(part)));
            }),
        }
    }
}

/// Fills a record.
pub(crate) struct RecordSheet<'r> {
    record: &'r mut Record,
    /// Holds the text that is being written, so that a field allocates once, and an omitted one not at all.
    words: String,
}

impl<'r> RecordSheet<'r> {
    pub(crate) fn new(record: &'r mut Record) -> Self {
        // Few notes are longer.
        RecordSheet { record, words: String::with_capacity(512) }
    }

    /// Adds a field with the value of the written text, if it is not empty.
    pub(crate) fn push_written(
        &mut self,
        name: &'static str,
        write: impl FnOnce(&mut Text),
        value: impl FnOnce(&str) -> Value,
    ) {
        self.words.clear();
        Text::write_plain(&mut self.words, write);
        if !self.words.is_empty() {
            self.record.push(name, value(&self.words));
        }
    }
}

impl Sheet for RecordSheet<'_> {
    fn push_text(&mut self, name: &'static str, words: &str) {
        self.record.push(name, words);
    }

    fn push_words(&mut self, name: &'static str, write: impl FnOnce(&mut Sentence<'_>)) {
        self.push_written(name, sentence(write), |words| words.into());
    }

    fn push_name(&mut self, name: &'static str, value: &Name) {
        self.record.push(name, people::parts(value));
    }

    fn push_parts<'n>(&mut self, name: &'static str, values: impl Iterator<Item = NameParts<'n>>) {
        let values: Vec<Value> = values.map(|parts| people::value(&parts)).collect();
        if !values.is_empty() {
            self.record.push(name, values);
        }
    }

    fn push_figures(&mut self, name: &'static str, write: impl FnOnce(&mut Text)) {
        self.push_written(name, write, |words| words.into());
    }

    fn push_month(&mut self, name: &'static str, month: u8) {
        self.record.push(name, i64::from(month));
    }

    fn push_list<'w>(&mut self, name: &'static str, values: impl Iterator<Item = Cow<'w, str>>) {
        let values: Vec<Value> = values.map(|words| Value::from(words.into_owned())).collect();
        if !values.is_empty() {
            self.record.push(name, values);
        }
    }
}

/// Writes a sentence into a text. Exports are in English.
pub(crate) fn sentence(write: impl FnOnce(&mut Sentence<'_>)) -> impl FnOnce(&mut Text) {
    |text| write(&mut Sentence::new(text, &EN_US))
}

impl Sheet for ris::Lines<'_> {
    fn push_text(&mut self, name: &'static str, words: &str) {
        self.push_text(name, words);
    }

    fn push_words(&mut self, name: &'static str, write: impl FnOnce(&mut Sentence<'_>)) {
        self.push_words(name, sentence(write));
    }

    fn push_name(&mut self, name: &'static str, value: &Name) {
        self.push_name(name, &people::of_name(value));
    }

    fn push_parts<'n>(&mut self, name: &'static str, values: impl Iterator<Item = NameParts<'n>>) {
        values.for_each(|parts| self.push_name(name, &parts));
    }

    fn push_words_twice(&mut self, names: [&'static str; 2], write: impl Fn(&mut Sentence<'_>)) {
        self.push_words_twice(names, sentence(write));
    }

    fn push_figures(&mut self, name: &'static str, write: impl FnOnce(&mut Text)) {
        self.push_figures(name, write);
    }

    fn push_month(&mut self, name: &'static str, month: u8) {
        self.push_figures(name, |text| when::push_number(text, month.into()));
    }

    fn push_list<'w>(&mut self, name: &'static str, values: impl Iterator<Item = Cow<'w, str>>) {
        values.for_each(|words| self.push_text(name, &words));
    }
}

impl Sheet for bibtex::Lines<'_> {
    #[inline(always)]
    fn push_text(&mut self, name: &'static str, words: &str) {
        self.push_text(name, words);
    }

    #[inline(always)]
    fn push_words(&mut self, name: &'static str, write: impl FnOnce(&mut Sentence<'_>)) {
        self.push_words(name, sentence(write));
    }

    fn push_name(&mut self, name: &'static str, value: &Name) {
        self.push_names(name, std::iter::once(people::of_name(value)));
    }

    fn push_parts<'n>(&mut self, name: &'static str, values: impl Iterator<Item = NameParts<'n>>) {
        self.push_names(name, values);
    }

    #[inline(always)]
    fn push_figures(&mut self, name: &'static str, write: impl FnOnce(&mut Text)) {
        self.push_figures(name, write);
    }

    fn push_month(&mut self, name: &'static str, month: u8) {
        self.push_month(name, month);
    }

    fn push_list<'w>(&mut self, name: &'static str, values: impl Iterator<Item = Cow<'w, str>>) {
        self.push_list(name, values);
    }
}
