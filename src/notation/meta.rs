//! `<meta>` elements for the head of a web page.

use std::fmt::{self, Write};

use super::flat::{Flat, each_flat};
use super::html::escape;
use super::in_one_line;
use crate::citation::{Entry, Syntax};

/// A `<meta>` element for each value, for the head of a web page.
///
/// The record's kind is Zotero's item type, and its key is the cite key: `z:itemType` and `z:citationKey`, in the
/// namespace of Zotero's export, which Zotero's reader of embedded metadata knows. The namespaces of the names are
/// declared first, as [Dublin Core](https://www.dublincore.org/specifications/dublin-core/dcq-html/) requires. A list
/// is written as repeated elements.
///
/// ```
/// use prefercite::Record;
/// use prefercite::notation::MetaSyntax;
///
/// let mut record = Record::new(&MetaSyntax::UTF8, "letter", "a");
/// record.push("DC.title", "War & \"Peace\"");
/// let html = record.to_string();
/// assert!(html.contains("<meta name=\"z:itemType\" content=\"letter\">\n"));
/// assert!(html.ends_with("<meta name=\"DC.title\" content=\"War &amp; &quot;Peace&quot;\">"));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct MetaSyntax;

impl MetaSyntax {
    /// In UTF-8.
    pub const UTF8: MetaSyntax = MetaSyntax;
}

const NAMESPACES: &str = "<link rel=\"schema.DC\" href=\"http://purl.org/dc/elements/1.1/\">\n\
    <link rel=\"schema.DCTERMS\" href=\"http://purl.org/dc/terms/\">\n\
    <link rel=\"schema.bib\" href=\"http://purl.org/net/biblio#\">\n\
    <link rel=\"schema.z\" href=\"http://www.zotero.org/namespaces/export#\">";

impl Syntax for MetaSyntax {
    fn media_type(&self) -> &'static str {
        "text/html"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn write(&self, entry: Entry<'_>, out: &mut dyn Write) -> fmt::Result {
        out.write_str(NAMESPACES)?;
        write_element("z:itemType", entry.kind, out)?;
        write_element("z:citationKey", entry.key, out)?;
        each_flat(entry.fields, &mut |name, value| match value {
            Flat::Text(text) => write_element(name, text, out),
            Flat::Number(number) => write_element(name, &number.to_string(), out),
            Flat::Bool(value) => write_element(name, if value { "true" } else { "false" }, out),
        })
    }

    fn separate(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_char('\n')
    }
}

fn write_element(name: &str, content: &str, out: &mut dyn Write) -> fmt::Result {
    out.write_str("\n<meta name=\"")?;
    escape(&in_one_line(name), out)?;
    out.write_str("\" content=\"")?;
    // Zotero's Extra has several lines. The style has already joined the lines of all other fields.
    for (index, line) in content.split('\n').enumerate() {
        out.write_str(if index > 0 { "&#10;" } else { "" })?;
        escape(&in_one_line(line), out)?;
    }
    out.write_str("\">")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::Record;

    #[test]
    fn nothing_leaves_the_attribute() {
        let mut record = Record::new(&MetaSyntax::UTF8, "letter\"><script>", "a'b");
        record.push("DC.\"title", "\"><script>\u{202e}\nx</script>&amp;'");
        assert_eq!(
            record.to_string().strip_prefix(NAMESPACES).unwrap(),
            "\n<meta name=\"z:itemType\" content=\"letter&quot;&gt;&lt;script&gt;\">\
             \n<meta name=\"z:citationKey\" content=\"a&#39;b\">\
             \n<meta name=\"DC.&quot;title\" content=\"&quot;&gt;&lt;script&gt;&#10;x&lt;/script&gt;&amp;amp;&#39;\">"
        );
    }
}
