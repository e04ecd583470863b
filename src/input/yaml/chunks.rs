//! Splits a YAML file into chunks of one record, so that only one is in memory.

use std::io::{self, BufRead};

use super::Anchors;
use crate::slice::sublist;

/// Splits a file into the entries of its lists, and into documents that are not lists.
#[derive(Debug, Default)]
pub(in crate::input) struct Chunks {
    /// The line that begins the next chunk.
    pending: Option<Vec<u8>>,
    layout: Layout,
    /// The anchors of the document so far.
    pub(in crate::input) anchors: Anchors,
}

#[derive(Clone, Copy, Debug, Default, PartialEq)]
enum Layout {
    /// Before the content of a document.
    #[default]
    Unknown,
    /// A list whose dashes are in this column.
    List(usize),
    /// Another document, which ends at the next mark.
    Other,
}

/// Some lines of a file, and whether they begin a document.
#[derive(Debug)]
pub(in crate::input) struct Chunk {
    pub(in crate::input) text: Vec<u8>,
    pub(in crate::input) starts_document: bool,
}

impl Chunks {
    pub(in crate::input) fn next(&mut self, reader: &mut impl BufRead) -> io::Result<Option<Chunk>> {
        let mut chunk = Chunk { text: Vec::new(), starts_document: false };
        let mut has_content = false;
        loop {
            let mut line = self.pending.take().unwrap_or_default();
            if line.is_empty() && reader.read_until(b'\n', &mut line)? == 0 {
                return Ok((!chunk.text.is_empty()).then_some(chunk));
            }
            let bare = line.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&line);
            let marks = |mark: &[u8]| {
                bare.strip_prefix(mark).is_some_and(|rest| rest.first().is_none_or(u8::is_ascii_whitespace))
            };
            let is_start = marks(b"---");
            let behind_mark = if is_start { sublist(bare, 3..) } else { bare };
            let indent = behind_mark.iter().take_while(|byte| **byte == b' ').count();
            let content = sublist(behind_mark, indent..);
            let is_blank = match content.trim_ascii().first() {
                None | Some(b'#') => true,
                Some(b'%') => self.layout == Layout::Unknown,
                Some(_) => false,
            };
            let is_dash = content.starts_with(b"- ") || content.trim_ascii_end() == b"-";
            let begins = is_start
                || !is_blank && (self.layout == Layout::Unknown || is_dash && self.layout == Layout::List(indent));
            if begins && has_content {
                self.layout = if is_start { Layout::Unknown } else { self.layout };
                self.pending = Some(line);
                return Ok(Some(chunk));
            }
            if marks(b"...") {
                self.layout = Layout::Unknown;
            } else {
                if is_start {
                    self.layout = Layout::Unknown;
                }
                if !is_blank {
                    if self.layout == Layout::Unknown {
                        chunk.starts_document = true;
                        // A list that begins on the line of `---` is rare, and has no known column.
                        self.layout = if is_dash && !is_start { Layout::List(indent) } else { Layout::Other };
                    }
                    has_content = true;
                }
            }
            chunk.text.extend(line);
        }
    }
}
