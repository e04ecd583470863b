//! Records written to a file or a socket.

use std::borrow::Borrow;
use std::io;

use super::record::Record;
use super::record_file::RecordFile;

/// A [`RecordFile`] that is written to an [`io::Write`].
///
/// ```
/// use prefercite::citation::RecordFile;
/// use prefercite::{Cite, Document, style::Biblatex};
///
/// let documents: Vec<Document> = serde_json::from_str(r#"[{ "id": "a", "title": "A" }, { "id": "b", "title": "B" }]"#)?;
/// let style = Biblatex::new();
/// let mut file = RecordFile::new(style.syntax()).into_writer(Vec::new()); // or a BufWriter over a File
/// for document in &documents {
///     file.push(style.record(&Cite::new(document)))?;
/// }
/// let bytes = file.finish()?;
/// assert!(String::from_utf8(bytes)?.contains("@misc{b,"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
#[must_use = "a file is complete only after `finish`"]
pub struct RecordWriter<W: io::Write> {
    file: RecordFile,
    out: W,
    /// Holds one record, because notations write to a `fmt::Write`.
    buffer: String,
}

impl RecordFile {
    /// Writes the file to a writer, such as a `BufWriter` over a `File`.
    pub fn into_writer<W: io::Write>(self, out: W) -> RecordWriter<W> {
        RecordWriter { file: self, out, buffer: String::new() }
    }
}

impl<W: io::Write> RecordWriter<W> {
    /// Writes a record, like [`RecordFile::push`].
    ///
    /// # Errors
    ///
    /// Returns the errors of the writer.
    pub fn push(&mut self, record: impl Borrow<Record>) -> io::Result<()> {
        self.buffer.clear();
        self.file.push(record, &mut self.buffer).map_err(io::Error::other)?;
        self.out.write_all(self.buffer.as_bytes())
    }

    /// Writes a record that is already formatted, like [`RecordFile::push_formatted`]. Returns `false` if its key is
    /// taken. Then nothing was written.
    ///
    /// # Errors
    ///
    /// Returns the errors of the writer.
    pub fn push_formatted(&mut self, key: &str, record: &str) -> io::Result<bool> {
        self.buffer.clear();
        let is_written = self.file.push_formatted(key, record, &mut self.buffer).map_err(io::Error::other)?;
        self.out.write_all(self.buffer.as_bytes())?;
        Ok(is_written)
    }

    /// Ends the file, flushes it and returns the writer.
    ///
    /// # Errors
    ///
    /// Returns the errors of the writer.
    pub fn finish(mut self) -> io::Result<W> {
        self.buffer.clear();
        self.file.finish(&mut self.buffer).map_err(io::Error::other)?;
        self.out.write_all(self.buffer.as_bytes())?;
        self.out.flush()?;
        Ok(self.out)
    }
}
