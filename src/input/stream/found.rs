//! The records that were found in a file so far, and what is remembered of them.

use std::collections::VecDeque;
use std::str;

use super::super::entries::Entries;
use super::super::ledger::LedgerEntry;
use super::super::lines::line_breaks;
use super::super::records::{Read, Records, Source};
use super::super::seen::{First, Seen};
use crate::document::fault::{FieldError, FieldErrorKind, FieldPath, RecordError};
use crate::document::lossy::LossyDocument;
use crate::slice::sublist;

/// A record, and the entries of the ledger around it.
pub(super) type Ready = (Result<LossyDocument, RecordError>, Vec<LedgerEntry>);

#[derive(Debug, Default)]
pub(super) struct Found {
    /// The records that no program has got yet.
    pub(super) ready: VecDeque<Ready>,
    /// Whether the ledger is kept, and its entries since the last record.
    pub(super) keeps_ledger: bool,
    pub(super) left: Vec<LedgerEntry>,
    /// How many records were read, and where each id was first.
    record: usize,
    ids: Seen<First>,
}

impl Found {
    /// The records of a text, after those found so far. `counted` is a position with its line.
    pub(super) fn records<'t>(&mut self, text: &'t str, source: Source<'t>, counted: (usize, usize)) -> Records<'t> {
        let (record, ids) = (self.record, std::mem::take(&mut self.ids));
        Records { text, source, record, counted, ids, entries: Entries::default() }
    }

    /// Reads the next record; `false` if there is none.
    pub(super) fn read(&mut self, records: &mut Records<'_>, read: Read) -> bool {
        let record = records.next_record(read);
        if self.keeps_ledger {
            self.left.extend(records.take_ledger());
        }
        let more = record.is_some();
        self.ready.extend(record.map(|record| (record, std::mem::take(&mut self.left))));
        more
    }

    /// Ends the reading of a text, and returns its source and the last position with its line.
    pub(super) fn end<'t>(&mut self, records: Records<'t>) -> (Source<'t>, (usize, usize)) {
        let Records { source, record, counted, ids, .. } = records;
        (self.record, self.ids) = (record, ids);
        (source, counted)
    }

    /// The text without a byte order mark; an error is ready if it is not UTF-8.
    pub(super) fn utf8<'t>(&mut self, bytes: &'t [u8], first: usize) -> Option<&'t str> {
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

    /// The same for bytes that become the text.
    pub(super) fn text(&mut self, bytes: Vec<u8>, first: usize) -> Option<String> {
        let text = self.utf8(&bytes, first)?;
        Some(match text.len() == bytes.len() {
            true => String::from_utf8(bytes).unwrap_or_default(),
            false => text.to_owned(),
        })
    }

    pub(super) fn syntax_error(&mut self, line: usize, what: &str) {
        let (problem, line) = (FieldErrorKind::Syntax(what.to_owned()), Some(line));
        let faults = vec![FieldError { path: FieldPath::default(), problem, line }];
        self.record += 1;
        let error = RecordError { id: None, record: Some(self.record), line, faults };
        self.ready.push_back((Err(error), Vec::new()));
    }
}
