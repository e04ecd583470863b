//! Records put together in a file.

use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::entry::Entry;
use super::record::Record;
use super::syntax::Syntax;

/// Records on their way into a file: what stands around them, and keys that no two of them share.
///
/// Each call writes to the place it is given, so that a file of any length goes through one buffer. Of the records that
/// were written it keeps a few bytes each.
///
/// ```
/// use prefercite::citation::RecordFile;
/// use prefercite::{Cite, Document, Style, style::Ris};
///
/// let documents: Vec<Document> = serde_json::from_str(r#"[{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }]"#)?;
/// let (mut file, mut text) = (RecordFile::new(Ris::syntax()), String::new());
/// for document in &documents {
///     file.push(Ris::new().record(&Cite::new(document)), &mut text)?;
/// }
/// file.finish(&mut text)?;
/// assert_eq!(text.matches("TY  - ").count(), 2);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug)]
pub struct RecordFile {
    syntax: &'static dyn Syntax,
    remark: String,
    records: usize,
    /// The hashes of the identities of all keys.
    taken: HashSet<u64>,
    /// By the hash of a key that came again, the number that the next of its kind gets.
    next: HashMap<u64, u32>,
}

impl RecordFile {
    /// A file in this notation.
    pub fn new(syntax: &'static dyn Syntax) -> Self {
        let remark = concat!("Made by prefercite ", env!("CARGO_PKG_VERSION")).to_owned();
        RecordFile { syntax, remark, records: 0, taken: HashSet::new(), next: HashMap::new() }
    }

    /// Says how the file was made, for the comment at its head, in place of the name and version of this crate.
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
        self.remark = comment.into();
        self
    }

    /// Writes one more record. Where programs would take its key for an earlier one's it gets a number: `mao-2`.
    ///
    /// # Errors
    ///
    /// As `out` fails.
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
        self.part(out)?;
        self.syntax.write(Entry { key: other_key.as_deref().unwrap_or(entry.key), ..entry }, out)
    }

    /// Writes one more record that is in its notation already, unless its key is taken: then it must come as a record, which
    /// can be given another. Tells whether it was written.
    ///
    /// For files of many records, which can be written apart, on all cores, and then put together.
    ///
    /// ```
    /// use prefercite::citation::RecordFile;
    /// use prefercite::{Cite, Document, Style, style::Ris};
    ///
    /// let documents: Vec<Document> = serde_json::from_str(r#"[{ "id": "a", "title": "A" }, { "id": "a", "title": "B" }]"#)?;
    /// let (mut file, mut text) = (RecordFile::new(Ris::syntax()), String::new());
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
    /// As `out` fails.
    pub fn push_formatted(&mut self, key: &str, record: &str, out: &mut dyn fmt::Write) -> Result<bool, fmt::Error> {
        if !self.taken.insert(self.identity(key)) {
            return Ok(false);
        }
        self.part(out)?;
        out.write_str(record)?;
        Ok(true)
    }

    /// Parts the next record from what stands before it.
    fn part(&mut self, out: &mut dyn fmt::Write) -> fmt::Result {
        self.records += 1;
        if self.records == 1 { self.syntax.begin(&self.remark, out) } else { self.syntax.separate(out) }
    }

    /// Ends the file, also one without any record.
    ///
    /// # Errors
    ///
    /// As `out` fails.
    ///
    /// ```
    /// use prefercite::citation::RecordFile;
    /// use prefercite::style::CslJson;
    ///
    /// let (file, mut text) = (RecordFile::new(CslJson::syntax()), String::new());
    /// file.finish(&mut text)?;
    /// assert_eq!(text, "[]\n"); // without it the text is no JSON
    /// # Ok::<(), std::fmt::Error>(())
    /// ```
    pub fn finish(self, out: &mut dyn fmt::Write) -> fmt::Result {
        if self.records == 0 {
            self.syntax.begin(&self.remark, out)?;
        }
        self.syntax.end(self.records, out)
    }

    fn identity(&self, key: &str) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.syntax.identity(key).hash(&mut hasher);
        hasher.finish()
    }

    /// The key that stands in for one that is taken.
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
