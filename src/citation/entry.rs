//! What a notation sees of a record.

use super::field::Fields;

/// A record as a [`Syntax`](super::Syntax) writes it: borrowed, and without what the record says of its document.
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
    /// What the format calls it: `book`, `PCOMM`.
    pub kind: &'r str,
    /// Its cite key. In a file it may be another than the record's own: no two records of a file have the same.
    pub key: &'r str,
    /// Its fields in their order, each name once.
    pub fields: &'r Fields,
}

impl<'r> Entry<'r> {
    /// An entry of this kind and key, with these fields.
    pub fn new(kind: &'r str, key: &'r str, fields: &'r Fields) -> Self {
        Entry { kind, key, fields }
    }
}
