//! The values of a foreign item, each with its fate.

use std::borrow::Cow;
use std::ops::Range;

use super::field::{Field, within};
use super::fold::is_ascii_space;
use super::ledger::{Fate, Guess};
use super::path::read_path;
use crate::document::characters::is_visible;

/// A value of a foreign file.
#[derive(Clone, Debug)]
pub(super) struct Value<'a> {
    /// The position of its first byte in the file.
    pub(super) place: usize,
    /// Its path in the item, in the names of the foreign format.
    pub(super) field: Field,
    pub(super) text: Cow<'a, str>,
}

impl<'a> Value<'a> {
    pub(super) fn new(place: usize, field: impl Into<Field>, text: impl Into<Cow<'a, str>>) -> Self {
        Value { place, field: field.into(), text: text.into() }
    }

    /// Whether it has visible text. Only such values are in the ledger.
    pub(super) fn is_visible(&self) -> bool {
        has_visible(&self.text)
    }
}

pub(super) fn has_visible(text: &str) -> bool {
    // The first byte after the white space of the layout is nearly always a letter of ASCII.
    let first = text.bytes().find(|byte| !is_ascii_space(*byte));
    first.is_some_and(|first| first.is_ascii() || text.chars().any(is_visible))
}

/// A value with its fate.
#[derive(Clone, Debug)]
pub(super) struct Told<'a> {
    pub(super) value: Value<'a>,
    pub(super) fate: Fate,
    pub(super) guesses: Vec<Guess>,
}

impl<'a> Told<'a> {
    /// A value outside all items that goes into a record.
    #[cfg(feature = "xml")]
    pub(super) fn key(value: Value<'a>, path: &str) -> Self {
        Told { value, fate: Fate::Key(read_path(path)), guesses: Vec::new() }
    }

    /// The same, if the field may be wrong.
    #[cfg(feature = "xml")]
    pub(super) fn guess(value: Value<'a>, path: &str, why: &'static str) -> Self {
        Told { value, fate: Fate::Guessed(read_path(path), why.into()), guesses: Vec::new() }
    }

    /// A value outside all items, or a value of an item that is not a document.
    pub(super) fn not_carried(value: Value<'a>, why: impl Into<Cow<'static, str>>) -> Self {
        Told { value, fate: Fate::NotCarried(why.into()), guesses: Vec::new() }
    }
}

/// Where a value went, as a rule decided it: a [`Fate`] whose path is not parsed yet. Most programs read no ledger.
#[derive(Debug)]
pub(super) enum Verdict {
    Key(Range<usize>),
    Note(Cow<'static, str>),
    Guessed(Range<usize>, Cow<'static, str>),
    NotCarried(Cow<'static, str>),
}

/// A value of an item that is being read.
#[derive(Debug)]
pub(super) struct Held<'a> {
    pub(super) value: Value<'a>,
    pub(super) verdict: Option<Verdict>,
}

impl<'a> Held<'a> {
    pub(super) fn new(value: Value<'a>) -> Self {
        Held { value, verdict: None }
    }
}

/// A field that was inferred from the value with this index, and why.
pub(super) type Inferred = (usize, Range<usize>, Cow<'static, str>);

/// The values of an item that has been read.
#[derive(Debug)]
pub(super) struct Fates<'a> {
    pub(super) values: Vec<Held<'a>>,
    /// In the order of the values.
    pub(super) guesses: Vec<Inferred>,
    /// The texts of all paths, one after the other.
    pub(super) paths: String,
    /// The prefix of the fields of the item: see [`Draft`](super::draft::Draft).
    pub(super) base: &'static str,
}

impl<'a> Fates<'a> {
    /// The values with their fates, in the order of the file.
    pub(super) fn told(&self) -> impl Iterator<Item = Told<'a>> {
        let path = |range: &Range<usize>| read_path(self.paths.get(range.clone()).unwrap_or_default());
        self.values.iter().enumerate().map(move |(index, Held { value, verdict })| {
            let fate = match verdict {
                Some(Verdict::Key(range)) => Fate::Key(path(range)),
                Some(Verdict::Note(label)) => Fate::Note(label.clone()),
                Some(Verdict::Guessed(range, why)) => Fate::Guessed(path(range), why.clone()),
                Some(Verdict::NotCarried(why)) => Fate::NotCarried(why.clone()),
                None => Fate::NotCarried(Cow::Borrowed(match within(self.base, &value.field).is_some() {
                    true => "the mapping has no rule for this field",
                    false => "next to the data of the item",
                })),
            };
            let guesses = self.guesses.iter().skip(self.guesses.partition_point(|(of, ..)| *of < index));
            let guesses = guesses.take_while(|(of, ..)| *of == index);
            let guesses = guesses.map(|(_, range, why)| Guess { path: path(range), why: why.clone() });
            Told { value: value.clone(), fate, guesses: guesses.collect() }
        })
    }

    /// The greatest position of a value in the file.
    pub(super) fn last_place(&self) -> usize {
        self.values.iter().map(|held| held.value.place).max().unwrap_or_default()
    }
}
