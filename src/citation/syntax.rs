//! How records are written.

use std::borrow::Cow;
use std::fmt;

use super::entry::Entry;

/// How a record is written: the notation of BibTeX, of RIS, of JSON, or one of your own.
///
/// # For implementors
///
/// [`media_type`](Syntax::media_type) and [`write`](Syntax::write) are required; the rest says how records are put together
/// in a [`RecordFile`](super::RecordFile). The values of an [`Entry`] are unescaped and may hold any character: escape or
/// replace whatever the notation gives a meaning to, so that no value, name or key can end its field or forge another.
///
/// ```
/// use prefercite::Record;
/// use prefercite::citation::{Entry, Fields, Syntax};
/// use std::fmt;
///
/// /// For a spreadsheet: a record on each line, its fields between tabs.
/// #[derive(Debug)]
/// struct Tabs;
///
/// impl Syntax for Tabs {
///     fn media_type(&self) -> &'static str {
///         "text/tab-separated-values"
///     }
///
///     fn write(&self, entry: Entry<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
///         out.write_str(entry.key)?;
///         let mut texts = entry.fields.iter().filter_map(|field| field.value.as_text());
///         texts.try_for_each(|text| write!(out, "\t{}", text.replace(char::is_control, " ")))
///     }
/// }
///
/// let mut record = Record::new(&Tabs, "telegram", "kennan-1946");
/// record.push("title", "Long\tTelegram");
/// assert_eq!(record.to_string(), "kennan-1946\tLong Telegram");
///
/// let mut line = String::new(); // without a record
/// Tabs.write(Entry::new("telegram", "kennan-1946", &Fields::from_iter([("title", "Long Telegram")])), &mut line)?;
/// assert_eq!(line, record.to_string());
/// # Ok::<(), fmt::Error>(())
/// ```
pub trait Syntax: fmt::Debug + Send + Sync {
    /// The media type of a file of such records.
    fn media_type(&self) -> &'static str;

    /// Writes one record, without a line break behind it.
    ///
    /// # Errors
    ///
    /// As `out` fails.
    fn write(&self, entry: Entry<'_>, out: &mut dyn fmt::Write) -> fmt::Result;

    /// Writes what stands before the records of a file. The remark says how the file was made, for formats with comments.
    ///
    /// # Errors
    ///
    /// As `out` fails.
    fn begin(&self, _remark: &str, _out: &mut dyn fmt::Write) -> fmt::Result {
        Ok(())
    }

    /// Writes what stands between two records: as provided, an empty line.
    ///
    /// # Errors
    ///
    /// As `out` fails.
    fn separate(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str("\n\n")
    }

    /// Writes what stands behind the last record of a file of so many: as provided, the end of its line.
    ///
    /// # Errors
    ///
    /// As `out` fails.
    fn end(&self, records: usize, out: &mut dyn fmt::Write) -> fmt::Result {
        if records > 0 { out.write_char('\n') } else { Ok(()) }
    }

    /// What programs take a key for: two records for whose keys this is the same are one to them.
    ///
    /// ```
    /// use prefercite::citation::Syntax;
    /// use prefercite::notation::{BibtexSyntax, JsonSyntax};
    ///
    /// assert_eq!(BibtexSyntax::UTF8.identity("Mao-1950"), BibtexSyntax::UTF8.identity("mao-1950"));
    /// assert_ne!(JsonSyntax::UTF8.identity("Mao-1950"), JsonSyntax::UTF8.identity("mao-1950"));
    /// ```
    fn identity<'k>(&self, key: &'k str) -> Cow<'k, str> {
        key.into()
    }
}
