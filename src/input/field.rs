//! The fields of a foreign item by their names: `creators[2].name`.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// The name of a field. A finding aid has a few dozen, each many thousand times, so its values share them, with their
/// hashes.
#[derive(Clone, Debug)]
pub(super) enum Field {
    Own(String),
    #[cfg_attr(not(feature = "xml"), allow(dead_code, reason = "only finding aids share names"))]
    Shared(Arc<str>, u64),
}

impl Field {
    #[cfg(feature = "xml")]
    pub(super) fn shared(name: &str) -> Self {
        Field::Shared(name.into(), hash(name))
    }

    /// The hash of the field without this base.
    pub(super) fn hash_within(&self, base: &str) -> Option<u64> {
        match self {
            Field::Shared(_, hash) if base.is_empty() => Some(*hash),
            _ => Some(hash(within(base, self)?)),
        }
    }

    /// The hash of this name with these parts after it, so that a rule can ask for an attribute of an element without a
    /// copy of both names.
    #[cfg(feature = "xml")]
    pub(super) fn hash_with(&self, parts: &[&str]) -> u64 {
        let own = if let Field::Shared(_, hash) = self { *hash } else { hash(self) };
        parts.iter().fold(own, |hash, part| hash_after(hash, part))
    }
}

impl Deref for Field {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            Field::Own(name) => name,
            Field::Shared(name, _) => name,
        }
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

impl From<String> for Field {
    fn from(name: String) -> Self {
        Field::Own(name)
    }
}

impl From<&str> for Field {
    fn from(name: &str) -> Self {
        Field::Own(name.to_owned())
    }
}

/// A field without the base, which is mostly empty: then nothing is compared.
pub(super) fn within<'f>(base: &str, field: &'f str) -> Option<&'f str> {
    if base.is_empty() { Some(field) } else { field.strip_prefix(base) }
}

/// A hash by which a field is found. Equal hashes cost only time.
pub(super) fn hash(field: &str) -> u64 {
    hash_after(FACTOR, field)
}

const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;

/// The hash of a field that begins with a part of this hash.
fn hash_after(hash: u64, part: &str) -> u64 {
    part.bytes().fold(hash, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(FACTOR))
}

/// Fields by their hashes. An item may have a hundred thousand.
#[derive(Debug)]
pub(super) struct FieldIndex {
    /// Each hash with the number of its field.
    hashes: Vec<(u64, usize)>,
}

/// Up to this number of fields, a search through all of them takes less time than sorting them.
const FEW: usize = 32;

impl FieldIndex {
    /// The index of these hashes. A field without a hash is not in it.
    pub(super) fn new(fields: impl ExactSizeIterator<Item = Option<u64>>) -> Self {
        let mut hashes = Vec::with_capacity(fields.len());
        hashes.extend(fields.enumerate().filter_map(|(number, hash)| Some((hash?, number))));
        if hashes.len() > FEW {
            hashes.sort_unstable();
        }
        FieldIndex { hashes }
    }

    /// The numbers of the fields with this hash, from the first.
    pub(super) fn find(&self, wanted: u64) -> impl Iterator<Item = usize> {
        let (from, to) = match self.hashes.len() > FEW {
            true => (
                self.hashes.partition_point(|(hash, _)| *hash < wanted),
                self.hashes.partition_point(|(hash, _)| *hash <= wanted),
            ),
            false => (0, self.hashes.len()),
        };
        let near = self.hashes.get(from..to).unwrap_or_default();
        near.iter().filter(move |(hash, _)| *hash == wanted).map(|(_, number)| *number)
    }
}

/// Whether a text consists of these parts.
pub(super) fn is_joined(text: &str, parts: &[&str]) -> bool {
    parts.iter().try_fold(text, |rest, part| rest.strip_prefix(part)).is_some_and(str::is_empty)
}

/// A foreign field without its indexes: `creators[].name` for `creators[2].name`.
pub(super) fn shape(field: &str) -> String {
    let mut shape = String::with_capacity(field.len());
    let mut rest = field;
    while let Some((before, inside)) = rest.split_once('[') {
        shape.push_str(before);
        shape.push('[');
        rest = inside.trim_start_matches(|c: char| c.is_ascii_digit());
        if !rest.starts_with(']') {
            rest = inside;
        }
    }
    shape.push_str(rest);
    shape
}

/// Whether a field without indexes matches this pattern, in which `[]` is any index and a final `*` anything:
/// `creators[].*`.
pub(super) fn matches(pattern: &str, shape: &str) -> bool {
    pattern.strip_suffix('*').map_or(pattern == shape, |beginning| shape.starts_with(beginning))
}

/// The first index of a foreign field: 2 of `creators[2].name`.
pub(super) fn index_of(field: &str) -> usize {
    let inside = field.split_once('[').and_then(|(_, rest)| rest.split_once(']'));
    inside.and_then(|(index, _)| index.parse().ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(feature = "xml")]
    fn a_name_has_one_hash_in_any_parts() {
        for (start, parts) in [("did/unitdate", ["/@", "normal"]), ("did/unit", ["", "date/@normal"])] {
            for start in [Field::shared(start), Field::from(start)] {
                assert_eq!(start.hash_with(&parts), hash("did/unitdate/@normal"));
            }
        }
        let parts = ["did/unit", "", "date/@normal"];
        assert!(is_joined("did/unitdate/@normal", &parts) && !is_joined("did/unitdate/@normalized", &parts));
    }

    #[test]
    fn a_field_is_found_among_few_and_many() {
        for count in [1, FEW, FEW + 1, 1000] {
            let hashes = (0..count as u64).map(|number| (number != 7).then_some(number * 91 % 50));
            let index = FieldIndex::new(hashes.clone().collect::<Vec<_>>().into_iter());
            for wanted in 0..51 {
                let all = hashes.clone().enumerate().filter(|(_, hash)| *hash == Some(wanted));
                let all: Vec<usize> = all.map(|(number, _)| number).collect();
                assert_eq!(index.find(wanted).collect::<Vec<_>>(), all, "{wanted} of {count}");
            }
        }
    }

    #[test]
    fn a_pattern_has_indexes_and_an_end() {
        for (pattern, field, is) in [
            ("title", "title", true),
            ("title", "titles", false),
            ("creators[].lastName", "creators[12].lastName", true),
            ("creators[].lastName", "creators[x].lastName", false),
            ("creators[].lastName", "creators[1].firstName", false),
            ("issued.date-parts[][]", "issued.date-parts[0][2]", true),
            ("issued.date-parts[][]", "issued.date-parts[0]", false),
            ("links.*", "links.self.href", true),
            ("tags[]*", "tags[3].tag", true),
            ("tags[]*", "tags[3]", true),
        ] {
            assert_eq!(matches(pattern, &shape(field)), is, "{pattern} {field}");
        }
    }
}
