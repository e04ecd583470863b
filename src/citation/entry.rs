//! The view of a record that a notation writes.

use super::field::Fields;

/// A borrowed view of a record, as a [`Syntax`](super::Syntax) writes it.
///
/// ```
/// use prefercite::citation::{Entry, Fields, Syntax};
/// use prefercite::notation::RisSyntax;
///
/// let fields = Fields::from_iter([("TI", "The Situation in Korea")]);
/// let (entry, mut text) = (Entry::new("RPRT", "korea", &fields), String::new());
/// RisSyntax::UTF8.write(entry, &mut text)?;
/// assert_eq!(text, "TY  - RPRT\r\nTI  - The Situation in Korea\r\nID  - korea\r\nER  - ");
/// # Ok::<(), std::fmt::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Entry<'r> {
    /// The type of the record, in the terms of the format: `book`, `PCOMM`.
    pub kind: &'r str,
    /// The cite key. In a file it may differ from the key of the record, because keys in a file are unique.
    pub key: &'r str,
    /// The fields in order, with unique names.
    pub fields: &'r Fields,
}

impl<'r> Entry<'r> {
    /// An entry of this kind and key, with these fields.
    pub fn new(kind: &'r str, key: &'r str, fields: &'r Fields) -> Self {
        Entry { kind, key, fields }
    }
}
