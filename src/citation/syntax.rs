//! The notations of records.

use std::borrow::Cow;
use std::fmt;

use super::entry::Entry;

/// A notation for records: that of BibTeX, RIS or JSON, or your own.
///
/// # For implementors
///
/// [`media_type`](Syntax::media_type) and [`write`](Syntax::write) are required. The other methods define how a
/// [`RecordFile`](super::RecordFile) joins records. The values of an [`Entry`] are unescaped and may contain any
/// character. Escape or replace every character that has a meaning in the notation, so that no value, name or key can
/// end its field or forge another.
///
/// ```
/// use prefercite::Record;
/// use prefercite::citation::{Entry, Fields, Syntax};
/// use std::fmt;
///
/// /// For a spreadsheet: a record per line, fields separated by tabs.
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
    ///
    /// ```
    /// use prefercite::{Style, style};
    ///
    /// let syntax = style::named("csl-json")?.syntax().expect("it yields records");
    /// assert_eq!(syntax.media_type(), "application/vnd.citationstyles.csl+json");
    /// assert_eq!(syntax.extension(), "json");
    /// # Ok::<(), prefercite::Error>(())
    /// ```
    fn media_type(&self) -> &'static str;

    /// The file extension for this notation, without the period. The provided method returns `txt`.
    fn extension(&self) -> &'static str {
        "txt"
    }

    /// Writes one record, without a line break at its end.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    fn write(&self, entry: Entry<'_>, out: &mut dyn fmt::Write) -> fmt::Result;

    /// Writes the start of a file. If the format has comments, it includes one that describes how the file was made.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    fn begin(&self, _comment: &str, _out: &mut dyn fmt::Write) -> fmt::Result {
        Ok(())
    }

    /// Writes the separator of two records. The provided method writes an empty line.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    fn separate(&self, out: &mut dyn fmt::Write) -> fmt::Result {
        out.write_str("\n\n")
    }

    /// Writes the end of a file, given the number of records. The provided method ends the last line.
    ///
    /// # Errors
    ///
    /// Returns the errors of `out`.
    fn end(&self, records: usize, out: &mut dyn fmt::Write) -> fmt::Result {
        if records > 0 { out.write_char('\n') } else { Ok(()) }
    }

    /// The key as other programs compare it, for example without case in BibTeX. Records with the same identity
    /// collide.
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
