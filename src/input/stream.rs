//! Records from a reader: with memory for one record, or for the text of a JSON array.

use std::collections::VecDeque;
use std::io::{self, BufRead};
use std::str;

use super::entries::Entries;
use super::format::RecordFormat;
use super::json::{self, Json};
use super::lines::line_breaks;
use super::records::{Read, Records, Source};
use super::seen::{First, Seen};
#[cfg(feature = "yaml")]
use super::yaml::chunks::Chunks;
#[cfg(feature = "yaml")]
use super::yaml::{self, Yaml};
use crate::document::Document;
use crate::document::fault::{FieldError, FieldErrorKind, FieldPath, RecordError};
use crate::document::lossy::{self, LossyDocument};
use crate::slice::sublist;

/// The records of a reader, one at a time: see [`Records::from_reader`].
#[derive(Debug)]
pub struct RecordReader<R> {
    reader: R,
    text: Text,
    /// How many lines were read.
    lines: usize,
    /// How many records were read, and where each id was first.
    record: usize,
    ids: Seen<First>,
    ready: VecDeque<Result<LossyDocument, RecordError>>,
    ended: bool,
}

/// How the text is split.
#[derive(Debug)]
enum Text {
    /// A record per line.
    Lines,
    /// Not at all: only the syntax shows where a record of an array ends.
    Whole(Option<Whole>),
    /// A file of another program: its ledger needs the whole text.
    Foreign,
    #[cfg(feature = "yaml")]
    Yaml(Box<Chunks>),
}

#[derive(Debug)]
struct Whole {
    text: String,
    position: json::Position,
    counted: (usize, usize),
}

/// A record cannot be read from a reader.
///
/// ```
/// use prefercite::document::{ReadError, RecordFormat, Records};
///
/// let mut records = Records::from_reader(&b"{ \"id\": \"a\", \"titel\": \"A report\" }"[..], RecordFormat::JsonLines);
/// assert!(matches!(records.next(), Some(Err(ReadError::Record(error))) if error.id() == Some("a")));
/// assert!(records.next().is_none());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ReadError {
    /// The record is not valid. The next one can still be read.
    #[error(transparent)]
    Record(#[from] RecordError),
    /// The reader failed. Nothing more is read.
    #[error("cannot read the file: {message}")]
    Io {
        /// The kind of the error.
        kind: io::ErrorKind,
        /// Its message.
        message: String,
    },
}

impl From<io::Error> for ReadError {
    fn from(error: io::Error) -> Self {
        ReadError::Io { kind: error.kind(), message: error.to_string() }
    }
}

impl Records<'_> {
    /// Reads records from a reader, in this format.
    ///
    /// The format is YAML, JSON or JSON Lines. For a file of another program an error is returned. YAML lists and
    /// JSON Lines need memory for one record (and for the ids and anchors before it), a JSON array needs memory for
    /// its text.
    ///
    /// ```
    /// use prefercite::{RecordFormat, Records};
    /// use std::io::BufReader;
    ///
    /// let file = BufReader::new(&b"{ \"id\": \"a\", \"title\": \"A\" }\n\n{ \"id\": \"b\" }\n"[..]); // or over a File
    /// let mut records = Records::from_reader(file, RecordFormat::JsonLines);
    /// assert_eq!(records.next().unwrap()?.id(), "a");
    /// let error = records.next().unwrap().unwrap_err();
    /// assert!(error.to_string().starts_with("b: "));
    /// # Ok::<(), prefercite::document::ReadError>(())
    /// ```
    pub fn from_reader<R: BufRead>(reader: R, format: RecordFormat) -> RecordReader<R> {
        let text = match format {
            #[cfg(feature = "yaml")]
            RecordFormat::Yaml => Text::Yaml(Box::default()),
            RecordFormat::Json => Text::Whole(None),
            RecordFormat::JsonLines => Text::Lines,
            _ => Text::Foreign,
        };
        let (ids, ready) = (Seen::default(), VecDeque::new());
        RecordReader { reader, text, lines: 0, record: 0, ids, ready, ended: false }
    }
}

impl<R: BufRead> RecordReader<R> {
    /// Keeps an invalid record without its invalid fields: see [`Records::lossy`].
    pub fn lossy(self) -> LossyRecordReader<R> {
        LossyRecordReader(self)
    }

    fn next_record(&mut self, read: Read) -> Option<Result<LossyDocument, ReadError>> {
        loop {
            if let Some(record) = self.ready.pop_front() {
                return Some(record.map_err(ReadError::from));
            }
            if self.ended {
                return None;
            }
            match self.fill(read) {
                Ok(more) => self.ended = !more,
                Err(error) => {
                    self.ended = true;
                    return Some(Err(error.into()));
                }
            }
        }
    }

    /// Reads until a record is ready; `false` at the end.
    fn fill(&mut self, read: Read) -> io::Result<bool> {
        let mut text = std::mem::replace(&mut self.text, Text::Lines);
        let more = match &mut text {
            Text::Lines => self.fill_line(read),
            Text::Whole(whole) => self.fill_from(whole, read),
            Text::Foreign => {
                self.syntax_error(1, "files of other programs are read from their text: use Records::new");
                Ok(false)
            }
            #[cfg(feature = "yaml")]
            Text::Yaml(chunks) => self.fill_yaml(chunks, read),
        };
        self.text = text;
        more
    }

    fn fill_line(&mut self, read: Read) -> io::Result<bool> {
        let mut line = Vec::new();
        if self.reader.read_until(b'\n', &mut line)? == 0 {
            return Ok(false);
        }
        self.lines += 1;
        let first = self.lines;
        if let Some(text) = self.utf8(&line, first) {
            self.read_all(text, Source::Json(Json::lines(text)), first, read);
        }
        Ok(true)
    }

    fn fill_from(&mut self, whole: &mut Option<Whole>, read: Read) -> io::Result<bool> {
        let whole = match whole {
            Some(whole) => whole,
            None => {
                let mut bytes = Vec::new();
                self.reader.read_to_end(&mut bytes)?;
                let Some(text) = self.utf8(&bytes, 1) else { return Ok(false) };
                let text = if text.len() == bytes.len() {
                    String::from_utf8(bytes).unwrap_or_default()
                } else {
                    text.to_owned()
                };
                whole.insert(Whole { text, position: json::Position::START, counted: (0, 1) })
            }
        };
        let source = Source::Json(Json::resumed(&whole.text, whole.position));
        let (record, ids) = (self.record, std::mem::take(&mut self.ids));
        let mut records =
            Records { text: &whole.text, source, record, counted: whole.counted, ids, entries: Entries::default() };
        let item = records.next_record(read);
        let Records { source, record, counted, ids, .. } = records;
        if let Source::Json(json) = source {
            whole.position = json.position();
        }
        (self.record, self.ids, whole.counted) = (record, ids, counted);
        let more = item.is_some();
        self.ready.extend(item);
        Ok(more)
    }

    #[cfg(feature = "yaml")]
    fn fill_yaml(&mut self, chunks: &mut Chunks, read: Read) -> io::Result<bool> {
        let Some(chunk) = chunks.next(&mut self.reader)? else { return Ok(false) };
        let first = self.lines + 1;
        self.lines += line_breaks(&chunk.text);
        if chunk.starts_document {
            chunks.anchors.clear();
        }
        if let Some(text) = self.utf8(&chunk.text, first) {
            let yaml = Yaml::chunk(text, first - 1, &chunks.anchors, !chunk.starts_document);
            let source = self.read_all(text, Source::Yaml(Box::new(yaml)), first, read);
            let new = anchors(source);
            chunks.anchors.extend(new);
        }
        Ok(true)
    }

    /// Reads all records of a text that begins on this line.
    fn read_all<'t>(&mut self, text: &'t str, source: Source<'t>, first: usize, read: Read) -> Source<'t> {
        let (record, ids) = (self.record, std::mem::take(&mut self.ids));
        let mut records = Records { text, source, record, counted: (0, first), ids, entries: Entries::default() };
        while let Some(item) = records.next_record(read) {
            self.ready.push_back(item);
        }
        (self.record, self.ids) = (records.record, records.ids);
        records.source
    }

    /// The text without a byte order mark; an error is ready if it is not UTF-8.
    fn utf8<'t>(&mut self, bytes: &'t [u8], first: usize) -> Option<&'t str> {
        match str::from_utf8(bytes) {
            Ok(text) if first == 1 => Some(text.strip_prefix('\u{FEFF}').unwrap_or(text)),
            Ok(text) => Some(text),
            Err(error) => {
                let before = sublist(bytes, ..error.valid_up_to());
                let line = first + line_breaks(before);
                self.syntax_error(line, "not UTF-8; save the file as UTF-8");
                None
            }
        }
    }

    fn syntax_error(&mut self, line: usize, what: &str) {
        let (problem, line) = (FieldErrorKind::Syntax(what.to_owned()), Some(line));
        let faults = vec![FieldError { path: FieldPath::default(), problem, line }];
        self.record += 1;
        self.ready.push_back(Err(RecordError { id: None, record: Some(self.record), line, faults }));
    }
}

#[cfg(feature = "yaml")]
fn anchors(source: Source<'_>) -> yaml::Anchors {
    if let Source::Yaml(yaml) = source { yaml.into_anchors() } else { yaml::Anchors::new() }
}

impl<R: BufRead> Iterator for RecordReader<R> {
    type Item = Result<Document, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        let whole: Read = |node| Document::read(node).map(LossyDocument::from);
        self.next_record(whole).map(|record| record.map(|kept| kept.document))
    }
}

/// The records of a reader, each without its invalid fields: see [`RecordReader::lossy`].
#[derive(Debug)]
pub struct LossyRecordReader<R>(RecordReader<R>);

impl<R: BufRead> Iterator for LossyRecordReader<R> {
    type Item = Result<LossyDocument, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next_record(lossy::read)
    }
}

#[cfg(test)]
mod tests;
