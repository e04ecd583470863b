//! A finding aid, read in parts.

use std::collections::VecDeque;
use std::io::{self, BufRead, Read as _, SeekFrom};

use super::super::ead::{Ead, Paused, Plan, Tail};
use super::super::lines::{LineCounts, Lines};
use super::super::records::{Read, Source};
use super::super::xml::Part;
use super::found::Found;

/// The least number of bytes of a part.
const LEAST: usize = 1 << 18;

/// The maximum number of documents that are in memory together.
const BATCH: usize = 16;

const BYTE_ORDER_MARK: &[u8] = "\u{FEFF}".as_bytes();

#[derive(Debug)]
pub(super) struct Parts {
    least: usize,
    /// Where the later parts begin. `None` before the file is read.
    cuts: Option<VecDeque<usize>>,
    /// The text of the part that is being read, and whether another part follows.
    text: Option<String>,
    continues: bool,
    counts: LineCounts,
    /// The elements of the collection after its components with their position and line, if the file has several parts.
    tail: Option<(String, usize, usize)>,
    paused: Paused,
}

/// How to move a reader to another position.
type Seek<R> = fn(&mut R, SeekFrom) -> io::Result<u64>;

impl Default for Parts {
    fn default() -> Self {
        Parts::new(LEAST)
    }
}

impl Parts {
    /// Parts of at least this many bytes.
    fn new(least: usize) -> Self {
        Parts {
            least,
            cuts: None,
            text: None,
            continues: false,
            counts: LineCounts::new(0, 1),
            tail: None,
            paused: Paused::default(),
        }
    }

    /// Reads the next records; `false` at the end of the file. A reader without `seek` has one part.
    pub(super) fn fill<R: BufRead>(
        &mut self,
        reader: &mut R,
        seek: Option<Seek<R>>,
        found: &mut Found,
        read: Read,
    ) -> io::Result<bool> {
        if self.cuts.is_none() {
            let cuts = seek.map(|seek| self.cut(reader, seek)).transpose()?;
            self.cuts = Some(cuts.unwrap_or_default());
        }
        let text = match self.text.take() {
            Some(text) => text,
            None => match self.next_part(reader, found)? {
                Some(text) => text,
                None => return Ok(false),
            },
        };
        if self.read(&text, found, read) {
            self.tail = None;
            return Ok(self.continues);
        }
        self.text = Some(text);
        Ok(true)
    }

    /// Reads the next records of the part with this text. Returns whether they are its last ones.
    fn read(&mut self, text: &str, found: &mut Found, read: Read) -> bool {
        let counts = std::mem::replace(&mut self.counts, LineCounts::new(0, 1));
        let part = Part::new(text, counts.start());
        let is_whole = counts.start() == 0 && !self.continues;
        let tail = self.tail.as_ref();
        let after = tail.map(|(text, start, line)| Lines::of(text, LineCounts::new(*start, *line)));
        let tail = match is_whole {
            true => Tail::In(part),
            false => Tail::Is(tail.map(|(text, start, _)| Part::new(text, *start))),
        };
        let ead = Ead::resumed(part, self.continues, tail, std::mem::take(&mut self.paused));
        let source = Source::Ead(Box::new(ead), Lines::of(text, counts).and(after));
        let mut records = found.records(text, source, (0, 1));

        let mut is_read = false;
        while !is_read && (found.ready.len() < BATCH || !records.can_pause()) {
            is_read = !found.read(&mut records, read);
        }

        if let (Source::Ead(ead, mut lines), _) = found.end(records) {
            self.paused = ead.paused();
            self.counts = if is_read {
                let places = self.paused.places().into_iter();
                let before = places.map(|place| (place, lines.line(place))).collect();
                LineCounts::new(part.end(), lines.line(part.end())).with(before)
            } else {
                lines.into_counts()
            };
        }
        is_read
    }

    /// The text of the next part. `None` if it is not UTF-8, which is an error.
    fn next_part<R: BufRead>(&mut self, reader: &mut R, found: &mut Found) -> io::Result<Option<String>> {
        let start = self.counts.start();
        let cut = self.cuts.as_mut().and_then(VecDeque::pop_front);
        self.continues = cut.is_some();
        let bytes = next_bytes(reader, cut.map(|cut| cut - start))?;
        Ok(found.text(bytes, self.counts.first()))
    }

    /// Finds the parts.
    fn cut<R: BufRead>(&mut self, reader: &mut R, seek: Seek<R>) -> io::Result<VecDeque<usize>> {
        let mut origin = seek(reader, SeekFrom::Current(0))?;
        let mut mark = Vec::new();
        reader.by_ref().take(BYTE_ORDER_MARK.len() as u64).read_to_end(&mut mark)?;
        if mark == BYTE_ORDER_MARK {
            origin += mark.len() as u64;
        }
        seek(reader, SeekFrom::Start(origin))?;
        let Plan { mut cuts, tail } = Plan::new(&mut *reader, self.least)?;
        if let Some((range, line)) = tail.filter(|_| !cuts.is_empty()) {
            seek(reader, SeekFrom::Start(origin + range.start as u64))?;
            match String::from_utf8(next_bytes(reader, Some(range.len()))?) {
                Ok(text) => self.tail = Some((text, range.start, line)),
                // The error is reported in its place.
                Err(_) => cuts.clear(),
            }
        }
        seek(reader, SeekFrom::Start(origin))?;
        Ok(cuts.into())
    }
}

/// The next bytes: this many, or all.
fn next_bytes(reader: &mut impl BufRead, count: Option<usize>) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(count.unwrap_or_default());
    match count {
        Some(count) => reader.take(count as u64).read_to_end(&mut bytes)?,
        None => reader.read_to_end(&mut bytes)?,
    };
    if count.is_some_and(|count| bytes.len() < count) {
        return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the file became shorter while it was read"));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests;
