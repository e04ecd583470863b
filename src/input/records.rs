//! Reading of files into documents, one record at a time, with every error of every record.

#[cfg(feature = "bib")]
use super::bib::Bib;
use super::csl_json::CslJson;
use super::draft::Draft;
#[cfg(feature = "xml")]
use super::ead::Ead;
use super::entries::Entries;
use super::fates::Told;
use super::foreign::Foreign;
use super::format::RecordFormat;
#[cfg(feature = "yaml")]
use super::hayagriva::Hayagriva;
use super::house_lines::HouseLines;
use super::item::Broken;
use super::json;
use super::ledger::{Fate, LedgerEntry};
use super::lines::{Lines, line_breaks};
use super::removed::without;
use super::ris::Ris;
use super::seen::{First, Seen};
#[cfg(feature = "xml")]
use super::tei::Tei;
use super::tropy::Tropy;
#[cfg(feature = "yaml")]
use super::yaml;
use super::zotero::Zotero;
use crate::document::Document;
use crate::document::fault::{FieldError, FieldErrorKind, FieldPath, RecordError, Step};
use crate::document::keys::Value as _;
use crate::document::lossy::{self, LossyDocument, Removed};
use crate::document::tree::Node;
use crate::slice::{slice, sublist};

/// The records of a file, read one at a time.
///
/// An invalid record does not stop the others. It is an `Err` in its position, with all of its errors.
///
/// ```
/// use prefercite::{RecordFormat, Records};
///
/// let file = r#"{ "id": "one", "title": "A report" }
/// { "id": "two", "titel": "A slip" }
/// { "id": "three", "title": "Another report" }"#;
/// let reading = Records::new(file, RecordFormat::JsonLines).collect_all();
/// assert_eq!(reading.documents.len(), 2);
/// assert_eq!(
///     reading.errors[0].to_string(),
///     "two: unknown key \"titel\", did you mean \"title\"?",
/// );
/// ```
#[derive(Debug)]
pub struct Records<'a> {
    pub(super) text: &'a str,
    pub(super) source: Source<'a>,
    pub(super) record: usize,
    /// The position of the last record and its line, from which further lines are counted.
    pub(super) counted: (usize, usize),
    /// The first record with each id, and its line.
    pub(super) ids: Seen<First>,
    pub(super) entries: Entries<'a>,
}

#[derive(Debug)]
pub(super) enum Source<'a> {
    #[cfg(feature = "yaml")]
    Yaml(Box<yaml::Yaml<'a>>),
    Json(json::Json<'a>),
    Foreign(Box<dyn Foreign<'a> + 'a>, Lines<'a>),
    /// A finding aid, which may be read in parts.
    #[cfg(feature = "xml")]
    Ead(Box<Ead<'a>>, Lines<'a>),
}

/// The content of a whole file: its documents and its errors.
///
/// ```
/// use prefercite::document::{Reading, Records};
///
/// let Reading { documents, errors, .. } =
///     Records::detect(r#"[{ "id": "a", "title": "A report" }, { "id": "a", "title": "Another" }]"#).collect_all();
/// assert_eq!(documents[0].id(), "a");
/// assert_eq!(errors[0].to_string(), "a: id: the id \"a\" is taken by record 1 (line 1)");
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Reading {
    /// The documents, in the file's order.
    pub documents: Vec<Document>,
    /// The errors of the invalid records, in the file's order.
    pub errors: Vec<RecordError>,
    /// Where each value of a foreign file went, in the file's order: see [`Records::ledger`].
    pub ledger: Vec<LedgerEntry>,
}

impl<'a> Records<'a> {
    /// Reads a text in this format. A leading byte order mark is skipped.
    pub fn new(text: &'a str, format: RecordFormat) -> Self {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let source = match format {
            #[cfg(feature = "yaml")]
            RecordFormat::Yaml => Source::Yaml(Box::new(yaml::Yaml::new(text))),
            RecordFormat::Json => Source::Json(json::Json::array(text)),
            RecordFormat::JsonLines => Source::Json(json::Json::lines(text)),
            RecordFormat::Zotero => Source::Foreign(Box::new(Zotero::new(text)), Lines::new(text)),
            #[cfg(feature = "yaml")]
            RecordFormat::Hayagriva => Source::Foreign(Box::new(Hayagriva::new(text)), Lines::new(text)),
            RecordFormat::HouseLines => Source::Foreign(Box::new(HouseLines::new(text)), Lines::new(text)),
            RecordFormat::Tropy => Source::Foreign(Box::new(Tropy::new(text)), Lines::new(text)),
            #[cfg(feature = "xml")]
            RecordFormat::Tei => Source::Foreign(Box::new(Tei::new(text)), Lines::new(text)),
            RecordFormat::CslJson => Source::Foreign(Box::new(CslJson::new(text)), Lines::new(text)),
            RecordFormat::Ris => Source::Foreign(Box::new(Ris::new(text)), Lines::new(text)),
            #[cfg(feature = "bib")]
            RecordFormat::BibTex => Source::Foreign(Box::new(Bib::new(text)), Lines::new(text)),
            #[cfg(feature = "xml")]
            RecordFormat::Ead => Source::Ead(Box::new(Ead::new(text)), Lines::new(text)),
        };
        Records { text, source, record: 0, counted: (0, 1), ids: Seen::default(), entries: Entries::default() }
    }

    /// Reads a text and detects its format.
    ///
    /// ```
    /// use prefercite::Records;
    ///
    /// for record in Records::detect(r#"[{ "id": "kennan-1946", "kind": "telegram", "title": "Long Telegram" }]"#) {
    ///     assert_eq!(record?.id(), "kennan-1946");
    /// }
    /// # Ok::<(), prefercite::RecordError>(())
    /// ```
    pub fn detect(text: &'a str) -> Self {
        Records::new(text, RecordFormat::detect(text.strip_prefix('\u{FEFF}').unwrap_or(text)))
    }

    /// Reads UTF-8 bytes in this format, or in the detected one.
    ///
    /// # Errors
    ///
    /// If the bytes are not UTF-8. The error has the line.
    ///
    /// ```
    /// use prefercite::Records;
    ///
    /// let latin_1 = b"[{ \"id\": \"a\",\n  \"title\": \"Aide-m\xe9moire\" }]";
    /// let refusal = Records::from_bytes(latin_1, None).unwrap_err();
    /// assert_eq!(refusal.line(), Some(2));
    /// assert_eq!(refusal.to_string(), "the file: not UTF-8; save the file as UTF-8");
    /// ```
    pub fn from_bytes(bytes: &'a [u8], format: Option<RecordFormat>) -> Result<Self, RecordError> {
        let text = std::str::from_utf8(bytes).map_err(|error| {
            let before = sublist(bytes, ..error.valid_up_to());
            let line = 1 + line_breaks(before);
            let problem = FieldErrorKind::Syntax("not UTF-8; save the file as UTF-8".to_owned());
            let fault = FieldError { path: FieldPath::default(), problem, line: Some(line) };
            RecordError { id: None, record: None, line: Some(line), faults: vec![fault] }
        })?;
        Ok(match format {
            Some(format) => Records::new(text, format),
            None => Records::detect(text),
        })
    }

    /// Keeps an invalid record without its invalid fields, and lists those fields.
    ///
    /// A record is still an error if nothing of it can be kept: it has no valid id, its id is taken, or the remaining fields do
    /// not identify a document.
    ///
    /// ```
    /// use prefercite::Records;
    ///
    /// let file = r#"[{ "id": "a", "title": "A report", "date": "1950-13", "languages": ["German", "ru"] }]"#;
    /// for record in Records::detect(file).lossy() {
    ///     let kept = record?;
    ///     assert_eq!(kept.document.languages(), ["ru"]);
    ///     let fields: Vec<String> = kept.dropped.iter().map(|fault| fault.path().to_string()).collect();
    ///     assert_eq!(fields, ["date", "languages[0]"]);
    /// }
    /// # Ok::<(), prefercite::RecordError>(())
    /// ```
    pub fn lossy(self) -> LossyRecords<'a> {
        LossyRecords(self)
    }

    /// Reads all records.
    pub fn collect_all(mut self) -> Reading {
        let mut reading = Reading::default();
        loop {
            let record = self.next();
            reading.ledger.extend(self.take_ledger());
            match record {
                Some(Ok(document)) => reading.documents.push(document),
                Some(Err(refusal)) => reading.errors.push(refusal),
                None => return reading,
            }
        }
    }

    /// Where each value of the last record went, in the order of the file.
    ///
    /// The list begins with the values between the previous record and this one that belong to no record. After the last
    /// record it has the values at the end of the file. A file in one of our own formats has no ledger: each value is in its
    /// key, or the record is an error. A field of a foreign file that is not valid is left out, and the ledger reports it.
    ///
    /// ```
    /// use prefercite::input::{Fate, RecordFormat, Records};
    ///
    /// let items = r#"[{ "id": "a", "type": "manuscript", "title": "Diary", "URL": "ftp://example.org/diary" }]"#;
    /// let mut records = Records::new(items, RecordFormat::CslJson);
    /// assert!(records.next().is_some_and(|record| record.is_ok()));
    /// let url = records.ledger().iter().find(|entry| entry.field == "URL").ok_or("no entry")?;
    /// assert!(matches!(&url.fate, Fate::Note(_))); // an address begins with http:// or https://
    /// # Ok::<(), &str>(())
    /// ```
    pub fn ledger(&self) -> &[LedgerEntry] {
        self.entries.get(|place| known_line(&self.source, place))
    }

    /// Takes the entries of [`ledger`](Records::ledger).
    pub(super) fn take_ledger(&mut self) -> Vec<LedgerEntry> {
        self.entries.take(|place| known_line(&self.source, place))
    }

    /// The line of a position in the last record or after it.
    fn line(&mut self, place: usize) -> Option<usize> {
        match &mut self.source {
            Source::Foreign(_, lines) => Some(lines.line(place)),
            #[cfg(feature = "xml")]
            Source::Ead(_, lines) => Some(lines.line(place)),
            // Positions in YAML are lines.
            #[cfg(feature = "yaml")]
            Source::Yaml(_) => (place > 0).then_some(place),
            Source::Json(_) => {
                let (from, line) = self.counted;
                let between = slice(self.text, from..place).as_bytes();
                Some(line + line_breaks(between))
            }
        }
    }

    fn begin_record(&mut self, place: usize) -> Option<usize> {
        let line = self.line(place);
        self.count_record(place, line);
        line
    }

    fn count_record(&mut self, place: usize, line: Option<usize>) {
        self.record += 1;
        if let (Source::Json(_), Some(line)) = (&self.source, line) {
            self.counted = (place, line);
        }
    }

    fn record(
        &mut self,
        node: &Node<'_>,
        read: impl FnOnce(&Node<'_>) -> Result<LossyDocument, (Option<String>, Vec<FieldError>)>,
    ) -> Result<LossyDocument, RecordError> {
        let line = self.begin_record(node.place);
        let (document, id, mut faults) = match read(node) {
            Ok(LossyDocument { document, dropped }) => {
                let id = document.id().to_owned();
                (Some(document), Some(id), dropped)
            }
            Err((id, faults)) => (None, id, faults),
        };
        for fault in &mut faults {
            let path = fault.path.steps();
            fault.line = self.line(match &fault.problem {
                FieldErrorKind::UnknownKey { key, .. } | FieldErrorKind::DuplicateKey(key) => {
                    node.place_of_key(path, key)
                }
                _ => node.place_of(path),
            });
        }
        let repeated = id.as_deref().and_then(|id| self.repeated(id, line, node));
        match document {
            Some(document) if repeated.is_none() => Ok(LossyDocument { document, dropped: faults }),
            _ => {
                faults.extend(repeated);
                Err(RecordError { id, record: Some(self.record), line, faults })
            }
        }
    }

    /// The error if an earlier record has this id. Otherwise registers the id.
    fn repeated(&mut self, id: &str, line: Option<usize>, node: &Node<'_>) -> Option<FieldError> {
        let (first, first_line) = self.ids.insert_new(id, First::new(self.record, line))?.place();
        let path = FieldPath(vec![Step::Key("id".into())]);
        let line = self.line(node.place_of(path.steps()));
        Some(FieldError { path, problem: FieldErrorKind::DuplicateId { id: id.to_owned(), first, first_line }, line })
    }

    pub(super) fn next_record(&mut self, read: Read) -> Option<Result<LossyDocument, RecordError>> {
        self.entries.clear();
        let mut outside = Vec::new();
        let item = match &mut self.source {
            Source::Foreign(foreign, _) => {
                let item = foreign.next(&mut outside);
                return self.next_foreign(item, outside);
            }
            #[cfg(feature = "xml")]
            Source::Ead(ead, _) => {
                let item = ead.next(&mut outside);
                return self.next_foreign(item, outside);
            }
            #[cfg(feature = "yaml")]
            Source::Yaml(yaml) => yaml.next()?,
            Source::Json(json) => match json.next()? {
                Ok(raw) => {
                    let document = raw.at_once();
                    let line = self.line(raw.place());
                    let first = First::new(self.record + 1, line);
                    match document.filter(|document| self.ids.insert_new(document.id(), first).is_none()) {
                        Some(document) => {
                            self.count_record(raw.place(), line);
                            return Some(Ok(document.into()));
                        }
                        None => raw.node(),
                    }
                }
                Err(broken) => Err(broken),
            },
        };
        Some(match item {
            Ok(node) => self.record(&node, read),
            Err(broken) => Err(self.broken(broken)),
        })
    }

    /// Whether it can continue later with another reader.
    #[cfg(feature = "xml")]
    pub(super) fn can_pause(&self) -> bool {
        matches!(&self.source, Source::Ead(ead, _) if ead.can_pause())
    }

    fn next_foreign(
        &mut self,
        item: Option<Result<Draft<'a>, Broken>>,
        outside: Vec<Told<'a>>,
    ) -> Option<Result<LossyDocument, RecordError>> {
        self.entries.extend(None, outside);
        let record = item.map(|item| match item {
            Ok(draft) => self.foreign_record(draft),
            Err(broken) => Err(self.broken(broken)),
        });
        // Counts the lines up to the last value now: `ledger` cannot, because it only borrows the reader.
        self.line(self.entries.last_place());
        record
    }

    fn broken(&mut self, Broken { place, problem }: Broken) -> RecordError {
        let line = self.begin_record(place);
        let fault = FieldError { path: FieldPath::default(), problem, line };
        RecordError { id: None, record: Some(self.record), line, faults: vec![fault] }
    }

    /// Drops only the invalid fields of a foreign record: its reader did not write the file.
    fn foreign_record(&mut self, draft: Draft<'a>) -> Result<LossyDocument, RecordError> {
        let (node, fates) = draft.finish();
        let mut removed = Removed::default();
        let kept = self.record(&node, |node| lossy::read_without(node, &mut removed));
        match &kept {
            Ok(kept) if !removed.is_empty() => {
                let written = kept.document.write();
                let changed = fates.told().map(|told| without(told, &removed, &kept.dropped, &written));
                self.entries.extend(Some(self.record), changed);
            }
            Ok(_) => self.entries.set_record(self.record, fates),
            Err(_) => {
                let rejected = |told| Told {
                    fate: Fate::NotCarried("the record was rejected".into()),
                    guesses: Vec::new(),
                    ..told
                };
                self.entries.extend(Some(self.record), fates.told().map(rejected));
            }
        }
        kept
    }
}

/// The line of a position up to which lines have been counted.
fn known_line(source: &Source<'_>, place: usize) -> usize {
    match source {
        Source::Foreign(_, lines) => lines.known(place),
        #[cfg(feature = "xml")]
        Source::Ead(_, lines) => lines.known(place),
        _ => 0,
    }
}

/// Reads a whole record, or drops its invalid fields.
pub(super) type Read = fn(&Node<'_>) -> Result<LossyDocument, (Option<String>, Vec<FieldError>)>;

impl Iterator for Records<'_> {
    type Item = Result<Document, RecordError>;

    fn next(&mut self) -> Option<Self::Item> {
        let whole: Read = |node| Document::read(node).map(LossyDocument::from);
        self.next_record(whole).map(|record| record.map(|kept| kept.document))
    }
}

/// The records of a file, each without its invalid fields: see [`Records::lossy`].
#[derive(Debug)]
pub struct LossyRecords<'a>(Records<'a>);

impl LossyRecords<'_> {
    /// Where each value of the last record went: see [`Records::ledger`].
    pub fn ledger(&self) -> &[LedgerEntry] {
        self.0.ledger()
    }
}

impl Iterator for LossyRecords<'_> {
    type Item = Result<LossyDocument, RecordError>;

    fn next(&mut self) -> Option<Self::Item> {
        self.0.next_record(lossy::read)
    }
}
