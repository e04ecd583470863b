//! Records from a reader or a file, with as little memory as their format needs.

mod found;
#[cfg(feature = "xml")]
mod parts;

#[cfg(feature = "xml")]
use std::io::SeekFrom;
use std::io::{self, BufRead, Seek};

use super::format::RecordFormat;
use super::json::{self, Json};
use super::ledger::LedgerEntry;
#[cfg(feature = "yaml")]
use super::lines::line_breaks;
use super::records::{Read, Records, Source};
#[cfg(feature = "yaml")]
use super::yaml::chunks::Chunks;
#[cfg(feature = "yaml")]
use super::yaml::{self, Yaml};
use crate::document::Document;
use crate::document::fault::RecordError;
use crate::document::lossy::{self, LossyDocument};
use found::Found;
#[cfg(feature = "xml")]
use parts::Parts;

/// The records of a reader, one at a time: see [`Records::from_reader`].
#[derive(Debug)]
pub struct RecordReader<R> {
    reader: R,
    /// How to move the reader to another position, if it can move.
    #[cfg(feature = "xml")]
    seek: Option<fn(&mut R, SeekFrom) -> io::Result<u64>>,
    text: Text,
    /// How many lines were read.
    lines: usize,
    found: Found,
    ended: bool,
    /// The ledger of the last record.
    ledger: Vec<LedgerEntry>,
}

/// How the text is split.
#[derive(Debug)]
enum Text {
    /// A record per line.
    Lines,
    /// Not at all: only the syntax shows where a record of an array ends.
    Whole(Option<Whole>),
    /// A format that is only read from its text.
    Foreign,
    #[cfg(feature = "xml")]
    Ead(Box<Parts>),
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
    /// The format is YAML, JSON, JSON Lines or EAD: see [`RecordFormat::has_reader`]. For any other format an error is
    /// returned. YAML lists and JSON Lines need memory for one record (and for the ids and anchors before it), a JSON
    /// array and a finding aid need memory for their text.
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
            #[cfg(feature = "xml")]
            RecordFormat::Ead => Text::Ead(Box::default()),
            _ => Text::Foreign,
        };
        RecordReader {
            reader,
            #[cfg(feature = "xml")]
            seek: None,
            text,
            lines: 0,
            found: Found::default(),
            ended: false,
            ledger: Vec::new(),
        }
    }

    /// Reads records from a file, or from any other reader that can return to an earlier position.
    ///
    /// It is the same as [`from_reader`](Records::from_reader), but a finding aid (EAD) needs memory only for a part of
    /// it, for the ids, and for the elements of the collection after its components. It is read twice, from the current
    /// position: first up to its end, to find where it can be cut, then part by part. Some finding aids need memory for
    /// their text: those that are not well-formed, have several collections, or have an unusual structure, such as a
    /// component outside the collection. The records are the same in all cases.
    ///
    /// ```
    /// # #[cfg(feature = "xml")] {
    /// use prefercite::{RecordFormat, Records};
    /// use std::io::Cursor;
    ///
    /// let file = Cursor::new( // or a BufReader of a File
    ///     "<ead><archdesc level='collection'><did><unittitle>George F. Kennan Papers</unittitle>
    ///        <repository>Princeton University Library</repository></did>
    ///        <dsc><c level='file'><did><unittitle>Long Telegram</unittitle><container type='box'>163</container></did></c>
    ///      </dsc></archdesc></ead>",
    /// );
    /// let records = Records::from_file(file, RecordFormat::Ead);
    /// let titles: Vec<String> = records.filter_map(|record| Some(record.ok()?.title()?.text.to_string())).collect();
    /// assert_eq!(titles, ["George F. Kennan Papers", "Long Telegram"]);
    /// # }
    /// ```
    pub fn from_file<R: BufRead + Seek>(file: R, format: RecordFormat) -> RecordReader<R> {
        RecordReader {
            #[cfg(feature = "xml")]
            seek: Some(R::seek),
            ..Records::from_reader(file, format)
        }
    }
}

impl<R: BufRead> RecordReader<R> {
    /// Keeps an invalid record without its invalid fields: see [`Records::lossy`].
    pub fn lossy(self) -> LossyRecordReader<R> {
        LossyRecordReader(self)
    }

    /// Keeps where each value of a foreign file went, for [`ledger`](RecordReader::ledger). This takes time, so it is not
    /// the default.
    pub fn with_ledger(mut self) -> Self {
        self.found.keeps_ledger = true;
        self
    }

    /// Where each value of the last record went: see [`Records::ledger`]. It is empty without
    /// [`with_ledger`](RecordReader::with_ledger).
    ///
    /// ```
    /// # #[cfg(feature = "xml")] {
    /// use prefercite::{RecordFormat, Records};
    ///
    /// let aid = &b"<ead><archdesc><did><unittitle>Papers</unittitle></did></archdesc></ead>"[..];
    /// let mut records = Records::from_reader(aid, RecordFormat::Ead).with_ledger();
    /// assert!(records.next().is_some_and(|record| record.is_ok()));
    /// assert_eq!(records.ledger()[0].to_string(), "line 1: did/unittitle: \"Papers\": in title.text");
    /// # }
    /// ```
    pub fn ledger(&self) -> &[LedgerEntry] {
        &self.ledger
    }

    fn next_record(&mut self, read: Read) -> Option<Result<LossyDocument, ReadError>> {
        loop {
            if let Some((record, ledger)) = self.found.ready.pop_front() {
                self.ledger = ledger;
                return Some(record.map_err(ReadError::from));
            }
            if self.ended {
                self.ledger = std::mem::take(&mut self.found.left);
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
                self.found.syntax_error(1, "a file in this format is read from its text: use Records::new");
                Ok(false)
            }
            #[cfg(feature = "xml")]
            Text::Ead(parts) => parts.fill(&mut self.reader, self.seek, &mut self.found, read),
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
        if let Some(text) = self.found.utf8(&line, first) {
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
                let Some(text) = self.found.text(bytes, 1) else { return Ok(false) };
                whole.insert(Whole { text, position: json::Position::START, counted: (0, 1) })
            }
        };
        let source = Source::Json(Json::resumed(&whole.text, whole.position));
        let mut records = self.found.records(&whole.text, source, whole.counted);
        let more = self.found.read(&mut records, read);
        let (source, counted) = self.found.end(records);
        if let Source::Json(json) = source {
            whole.position = json.position();
        }
        whole.counted = counted;
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
        if let Some(text) = self.found.utf8(&chunk.text, first) {
            let yaml = Yaml::chunk(text, first - 1, &chunks.anchors, !chunk.starts_document);
            let source = self.read_all(text, Source::Yaml(Box::new(yaml)), first, read);
            let new = anchors(source);
            chunks.anchors.extend(new);
        }
        Ok(true)
    }

    /// Reads all records of a text that begins on this line.
    fn read_all<'t>(&mut self, text: &'t str, source: Source<'t>, first: usize, read: Read) -> Source<'t> {
        let mut records = self.found.records(text, source, (0, first));
        while self.found.read(&mut records, read) {}
        self.found.end(records).0
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

impl<R> LossyRecordReader<R> {
    /// Where each value of the last record went: see [`RecordReader::ledger`].
    pub fn ledger(&self) -> &[LedgerEntry] {
        &self.0.ledger
    }
}

impl<R: BufRead> Iterator for LossyRecordReader<R> {
    type Item = Result<LossyDocument, ReadError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next_record(lossy::read)
    }
}

#[cfg(test)]
mod tests;
