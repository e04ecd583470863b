//! JSON-LD with the vocabulary of schema.org.

use std::fmt::{self, Write};

use super::JsonSyntax;
use super::json::{write_fields, write_text};
use crate::citation::{Entry, Syntax};

/// Records as schema.org objects in JSON-LD, for `<script type="application/ld+json">` or a file.
///
/// The record's kind is the object's `@type`, and its key is the `identifier`. Several types are separated by spaces.
/// Everything is escaped as in [`JsonSyntax`], so no value can end the script element of a web page. A file is one array.
///
/// ```
/// use prefercite::Record;
/// use prefercite::notation::JsonLdSyntax;
///
/// let mut record = Record::new(&JsonLdSyntax::UTF8, "ArchiveComponent Message", "a");
/// record.push("name", "Telegram </script>");
/// assert_eq!(
///     record.to_string(),
///     r#"{
///   "@context": "https://schema.org",
///   "@type": ["ArchiveComponent", "Message"],
///   "identifier": "a",
///   "name": "Telegram \u003c/script>"
/// }"#
/// );
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct JsonLdSyntax;

impl JsonLdSyntax {
    /// In UTF-8.
    pub const UTF8: JsonLdSyntax = JsonLdSyntax;
}

impl Syntax for JsonLdSyntax {
    fn media_type(&self) -> &'static str {
        "application/ld+json"
    }

    fn extension(&self) -> &'static str {
        "jsonld"
    }

    fn write(&self, entry: Entry<'_>, out: &mut dyn Write) -> fmt::Result {
        out.write_str("{\n  \"@context\": \"https://schema.org\",\n  \"@type\": ")?;
        if entry.kind.contains(' ') {
            out.write_char('[')?;
            for (index, name) in entry.kind.split(' ').enumerate() {
                out.write_str(if index > 0 { ", " } else { "" })?;
                write_text(name, out)?;
            }
            out.write_char(']')?;
        } else {
            write_text(entry.kind, out)?;
        }
        out.write_str(",\n  \"identifier\": ")?;
        write_text(entry.key, out)?;
        write_fields(entry.fields, &["@context", "@type", "identifier"], out)?;
        out.write_str("\n}")
    }

    fn begin(&self, remark: &str, out: &mut dyn Write) -> fmt::Result {
        JsonSyntax::UTF8.begin(remark, out)
    }

    fn separate(&self, out: &mut dyn Write) -> fmt::Result {
        JsonSyntax::UTF8.separate(out)
    }

    fn end(&self, records: usize, out: &mut dyn Write) -> fmt::Result {
        JsonSyntax::UTF8.end(records, out)
    }
}
