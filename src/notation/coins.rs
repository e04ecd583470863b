//! OpenURL in a `<span>`: COinS.

use std::fmt::{self, Write};

use super::flat::{Flat, each_flat};
use crate::citation::{Entry, Syntax};

/// COinS: an empty `<span class="Z3988">` whose `title` is an OpenURL context object (ANSI/NISO Z39.88-2004), for the body of a
/// web page.
///
/// The record's kind is the metadata format (`dc`, `book`, `journal`, `dissertation`), and its fields are keys of
/// that format (`rft.title`, `rft_id`). A list is written as repeated keys. The record's own key is not written,
/// because OpenURL has no key for it.
///
/// Every character except letters, digits and `-._~` is percent-encoded, so no value can end the attribute or add a key.
///
/// ```
/// use prefercite::Record;
/// use prefercite::notation::CoinsSyntax;
///
/// let mut record = Record::new(&CoinsSyntax::UTF8, "dc", "a");
/// record.push("rft.title", "War & \"Peace\"");
/// assert_eq!(
///     record.to_string(),
///     "<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc\
///      &amp;rft.title=War%20%26%20%22Peace%22\"></span>"
/// );
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct CoinsSyntax;

impl CoinsSyntax {
    /// In UTF-8.
    pub const UTF8: CoinsSyntax = CoinsSyntax;
}

impl Syntax for CoinsSyntax {
    fn media_type(&self) -> &'static str {
        "text/html"
    }

    fn extension(&self) -> &'static str {
        "html"
    }

    fn write(&self, entry: Entry<'_>, out: &mut dyn Write) -> fmt::Result {
        out.write_str(
            "<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3A",
        )?;
        encode(entry.kind, out)?;
        each_flat(entry.fields, &mut |name, value| {
            out.write_str("&amp;")?;
            encode(name, out)?;
            out.write_char('=')?;
            match value {
                Flat::Text(text) => encode(text, out),
                Flat::Number(number) => write!(out, "{number}"),
                Flat::Bool(value) => write!(out, "{value}"),
            }
        })?;
        out.write_str("\"></span>")
    }

    fn separate(&self, out: &mut dyn Write) -> fmt::Result {
        out.write_char('\n')
    }
}

/// Writes the unreserved characters of RFC 3986 unchanged and percent-encodes the UTF-8 bytes of all others.
fn encode(words: &str, out: &mut dyn Write) -> fmt::Result {
    for byte in words.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~') {
            out.write_char(byte.into())?;
        } else {
            write!(out, "%{byte:02X}")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::citation::Record;

    #[test]
    fn nothing_leaves_the_attribute() {
        let mut record = Record::new(&CoinsSyntax::UTF8, "dc\"><script>", "a");
        record.push("rft.a\"&b", "\"></span><script>&amp;rft.title=x%00\u{0}+毛");
        record.push("rft.n", 5);
        record.push("rft.n", true);
        assert_eq!(
            record.to_string(),
            "<span class=\"Z3988\" title=\"ctx_ver=Z39.88-2004&amp;rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3A\
             dc%22%3E%3Cscript%3E&amp;rft.a%22%26b=%22%3E%3C%2Fspan%3E%3Cscript%3E%26amp%3Brft.title%3Dx%2500%00%2B%E6%AF%9B\
             &amp;rft.n=5&amp;rft.n=true\"></span>"
        );
    }
}
