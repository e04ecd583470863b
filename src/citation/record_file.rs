//! Files of records.

use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::entry::Entry;
use super::record::Record;
use super::syntax::Syntax;

/// A writer for a file of records: it writes the text around them, and keeps their keys unique.
///
/// Each call writes to the given writer, so a file of any length needs only one buffer. A few bytes are kept for each
/// record. [`into_writer`](RecordFile::into_writer) writes to an [`io::Write`](std::io::Write).
///
/// ```
/// use prefercite::citation::RecordFile;
/// use prefercite::{Cite, Document, Style, style::Ris};
///
/// let documents: Vec<Document> = serde_json::from_str(r#"[{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }]"#)?;
/// let (mut file, mut text) = (RecordFile::new(Ris::new().syntax()), String::new());
/// for document in &documents {
///     file.push(Ris::new().record(&Cite::new(document)), &mut text)?;
/// }
/// file.finish(&mut text)?;
/// assert_eq!(text.matches("TY  - ").count(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
#[doc(alias = "export")]
pub struct RecordFile {
    syntax: &'static dyn Syntax,
    comment: String,
    records: usize,
    /// The hashes of the identities of all keys.
    taken: HashSet<u64>,
    /// The next number for a duplicate key, by its hash.
    next: HashMap<u64, u32>,
}

impl RecordFile {
    /// A file in this notation.
    pub fn new(syntax: &'static dyn Syntax) -> Self {
        let comment = concat!("Made by prefercite ", env!("CARGO_PKG_VERSION")).to_owned();
        RecordFile { syntax, comment, records: 0, taken: HashSet::new(), next: HashMap::new() }
    }

    /// Sets the comment at the start of the file, which by default has the name and version of this crate.
    ///
    /// ```
    /// use prefercite::citation::RecordFile;
    /// use prefercite::style::Biblatex;
    ///
    /// let file = RecordFile::new(Biblatex::new().syntax()).with_comment("Fond 45, opis 1");
    /// let mut text = String::new();
    /// file.finish(&mut text)?;
    /// assert_eq!(text, "% Encoding: UTF-8\n% Fond 45, opis 1\n\n");
    /// # Ok::<(), std::fmt::Error>(())
    /// ```
    #[must_use]
    pub fn with_comment(mut self, comment: impl Into<String>) -> Self {
        self.comment = comment.into();
        self
    }

    /// Writes a record. If its key collides with an earlier one, the key gets a number: `mao-2`.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    ///
    /// ```
    /// use prefercite::citation::RecordFile;
    /// use prefercite::{Cite, Document, style::Biblatex};
    ///
    /// let json = r#"[{ "id": "Mao", "title": "A telegram" }, { "id": "mao", "title": "A letter" }]"#;
    /// let documents: Vec<Document> = serde_json::from_str(json)?;
    /// let (style, mut text) = (Biblatex::new(), String::new());
    /// let mut file = RecordFile::new(style.syntax());
    /// for document in &documents {
    ///     file.push(style.record(&Cite::new(document)), &mut text)?;
    /// }
    /// assert!(text.contains("@misc{Mao,") && text.contains("@misc{mao-2,"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn push(&mut self, record: impl Borrow<Record>, out: &mut dyn fmt::Write) -> fmt::Result {
        let entry = record.borrow().as_entry();
        let other_key = self.other_key(entry.key);
        self.separate(out)?;
        self.syntax.write(Entry { key: other_key.as_deref().unwrap_or(entry.key), ..entry }, out)
    }

    /// Writes a record that is already formatted, and returns `true`. If its key is taken, it writes nothing and
    /// returns `false`. Then [`push`](RecordFile::push) the record, which gets another key.
    ///
    /// Use it for many records: they can be formatted on all cores and then joined.
    ///
    /// ```
    /// use prefercite::citation::RecordFile;
    /// use prefercite::{Cite, Document, Style, style::Ris};
    ///
    /// let documents: Vec<Document> = serde_json::from_str(r#"[{ "id": "a", "title": "A" }, { "id": "a", "title": "B" }]"#)?;
    /// let (mut file, mut text) = (RecordFile::new(Ris::new().syntax()), String::new());
    /// for cite in documents.iter().map(Cite::new) {
    ///     let mut written = String::new();
    ///     Ris::new().cite_into(&cite, &mut written)?;
    ///     if !file.push_formatted(cite.document().id(), &written, &mut text)? {
    ///         file.push(Ris::new().record(&cite), &mut text)?;
    ///     }
    /// }
    /// file.finish(&mut text)?;
    /// assert!(text.contains("ID  - a\r\n") && text.contains("ID  - a-2\r\n"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    pub fn push_formatted(&mut self, key: &str, record: &str, out: &mut dyn fmt::Write) -> Result<bool, fmt::Error> {
        if !self.taken.insert(self.identity(key)) {
            return Ok(false);
        }
        self.separate(out)?;
        out.write_str(record)?;
        Ok(true)
    }

    /// Writes the text before the next record.
    fn separate(&mut self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.records += 1;
        if self.records == 1 { self.syntax.begin(&self.comment, out) } else { self.syntax.separate(out) }
    }

    /// Writes the end of the file. An empty file needs it too.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    ///
    /// ```
    /// use prefercite::citation::RecordFile;
    /// use prefercite::style::CslJson;
    ///
    /// let (file, mut text) = (RecordFile::new(CslJson::new().syntax()), String::new());
    /// file.finish(&mut text)?;
    /// assert_eq!(text, "[]\n"); // without it the text is not JSON
    /// # Ok::<(), std::fmt::Error>(())
    /// ```
    pub fn finish(self, out: &mut dyn fmt::Write) -> fmt::Result {
        if self.records == 0 {
            self.syntax.begin(&self.comment, out)?;
        }
        self.syntax.end(self.records, out)
    }

    fn identity(&self, key: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.syntax.identity(key).hash(&mut hasher);
        hasher.finish()
    }

    /// A new key, if this one is taken.
    fn other_key(&mut self, key: &str) -> Option<String> {
        let first = self.identity(key);
        if self.taken.insert(first) {
            return None;
        }
        let mut next = self.next.get(&first).copied().unwrap_or(2);
        loop {
            let other = format!("{key}-{next}");
            next = next.saturating_add(1);
            if self.taken.insert(self.identity(&other)) {
                self.next.insert(first, next);
                return Some(other);
            }
        }
    }
}
