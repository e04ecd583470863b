//! Reads the records of a file in batches.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal};
use std::path::Path;

use indicatif::{ProgressBar, ProgressStyle};
use prefercite::document::{Document, ReadError, RecordError, RecordFormat, RecordReader, Records};
use prefercite::input::{Fate, LedgerEntry};

type Reader = Box<dyn BufRead + Send>;

/// The number of lines, or of documents, that are read, cited and written together: enough work for every core, but
/// little memory. A document takes more memory than its line.
const LINES: usize = 8192;
const DOCUMENTS: usize = 1024;
const BYTES: usize = 16 << 20;

/// One record.
pub(crate) enum Piece {
    /// A line that is parsed by the thread that cites it.
    Line(Vec<u8>),
    Read(Box<Result<Document, RecordError>>),
}

impl Piece {
    pub(crate) fn is_line(&self) -> bool {
        matches!(self, Piece::Line(_))
    }

    /// The document. `None` for an empty line.
    pub(crate) fn document(&self) -> Result<Option<Cow<'_, Document>>, RecordError> {
        match self {
            Piece::Line(line) => {
                let document = Records::from_bytes(line, Some(RecordFormat::JsonLines))?.next().transpose()?;
                Ok(document.map(Cow::Owned))
            }
            Piece::Read(read) => match &**read {
                Ok(document) => Ok(Some(Cow::Borrowed(document))),
                Err(error) => Err(error.clone()),
            },
        }
    }
}

pub(crate) struct Input<'t> {
    source: Source<'t>,
    bar: ProgressBar,
    /// The numbers of values in a file of another program: all, guessed, and not carried over.
    told: [usize; 3],
}

enum Source<'t> {
    Lines(Reader),
    Records(Box<dyn RecordSource + Send + 't>),
}

/// Records, each with the ledger of its values.
trait RecordSource {
    fn next_record(&mut self) -> Option<Result<Document, ReadError>>;

    fn ledger(&self) -> &[LedgerEntry];
}

impl<R: BufRead> RecordSource for RecordReader<R> {
    fn next_record(&mut self) -> Option<Result<Document, ReadError>> {
        self.next()
    }

    fn ledger(&self) -> &[LedgerEntry] {
        RecordReader::ledger(self)
    }
}

impl RecordSource for Records<'_> {
    fn next_record(&mut self) -> Option<Result<Document, ReadError>> {
        self.next().map(|record| record.map_err(ReadError::from))
    }

    fn ledger(&self) -> &[LedgerEntry] {
        Records::ledger(self)
    }
}

impl<'t> Input<'t> {
    /// Opens a file, or standard input. A text that must be read as a whole is kept in `held`.
    pub(crate) fn open(path: Option<&Path>, held: &'t mut String) -> io::Result<Self> {
        let path = path.filter(|path| path.as_os_str() != "-");
        let named = |error: io::Error| match path {
            Some(path) => io::Error::new(error.kind(), format!("{}: {error}", path.display())),
            None => error,
        };
        let stdin = || BufReader::with_capacity(1 << 20, io::stdin());
        let (source, length) = match path {
            None => (Source::open(stdin(), None, held, Records::from_reader)?, None),
            Some(path) => {
                let file = File::open(path).map_err(named)?;
                let length = file.metadata()?.len();
                let reader = BufReader::with_capacity(1 << 20, file);
                (Source::open(reader, Some(path), held, Records::from_file).map_err(named)?, Some(length))
            }
        };
        let bar = match (&source, length) {
            (Source::Lines(_), Some(length)) if io::stderr().is_terminal() => {
                let look = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}");
                ProgressBar::new(length).with_style(look.map_err(io::Error::other)?)
            }
            _ => ProgressBar::hidden(),
        };
        Ok(Input { source, bar, told: [0; 3] })
    }

    pub(crate) fn is_by_lines(&self) -> bool {
        matches!(self.source, Source::Lines(_))
    }

    /// Reads the next records. Lines reuse the buffers of earlier lines.
    pub(crate) fn read(&mut self, pieces: &mut Vec<Piece>) -> io::Result<()> {
        let most = if self.is_by_lines() { LINES } else { DOCUMENTS };
        let (mut count, mut bytes) = (0, 0);
        while count < most && bytes < BYTES {
            let piece = match &mut self.source {
                Source::Lines(reader) => {
                    let mut line = match pieces.get_mut(count) {
                        Some(Piece::Line(line)) => std::mem::take(line),
                        _ => Vec::new(),
                    };
                    line.clear();
                    bytes += reader.read_until(b'\n', &mut line)?;
                    (!line.is_empty()).then_some(Piece::Line(line))
                }
                Source::Records(records) => {
                    let record = records.next_record();
                    let ledger = records.ledger();
                    self.told[0] += ledger.len();
                    self.told[1] += ledger.iter().filter(|entry| entry.is_guessed()).count();
                    self.told[2] += ledger.iter().filter(|entry| matches!(entry.fate, Fate::NotCarried(_))).count();
                    match record {
                        None => None,
                        Some(Ok(document)) => Some(Piece::Read(Box::new(Ok(document)))),
                        Some(Err(ReadError::Record(error))) => Some(Piece::Read(Box::new(Err(error)))),
                        Some(Err(ReadError::Io { kind, message })) => return Err(io::Error::new(kind, message)),
                        Some(Err(error)) => return Err(io::Error::other(error)),
                    }
                }
            };
            match (piece, pieces.get_mut(count)) {
                (None, _) => break,
                (Some(piece), Some(room)) => *room = piece,
                (Some(piece), None) => pieces.push(piece),
            }
            count += 1;
        }
        pieces.truncate(count);
        self.bar.inc(bytes as u64);
        Ok(())
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
        let [values, guessed, not_carried] = self.told;
        if guessed + not_carried > 0 {
            eprintln!("bulk: of {values} values, {guessed} were guessed and {not_carried} not carried over");
        }
    }
}

impl<'t> Source<'t> {
    /// `read` makes the records of a reader whose format needs no text.
    fn open<R: BufRead + Send + 'static>(
        mut reader: R,
        path: Option<&Path>,
        held: &'t mut String,
        read: fn(R, RecordFormat) -> RecordReader<R>,
    ) -> io::Result<Self> {
        Ok(match format(path, reader.fill_buf()?)? {
            RecordFormat::JsonLines => Source::Lines(Box::new(reader)),
            format if format.has_reader() => Source::Records(Box::new(read(reader, format).with_ledger())),
            format => {
                reader.read_to_string(held)?;
                Source::Records(Box::new(Records::new(held, format)))
            }
        })
    }
}

/// The format of a file, from its name and its beginning; for standard input only from the beginning.
fn format(path: Option<&Path>, beginning: &[u8]) -> io::Result<RecordFormat> {
    let looks = || RecordFormat::detect_file(Path::new("-"), beginning).unwrap_or(RecordFormat::JsonLines);
    match path {
        _ if beginning.is_empty() => Ok(RecordFormat::JsonLines),
        None => Ok(looks()),
        Some(path) => RecordFormat::detect_file(path, beginning).ok_or_else(|| {
            io::Error::other("the file extension is not that of a record file, or of another known format")
        }),
    }
}
