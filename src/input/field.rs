//! The fields of a foreign item by their names: `creators[2].name`.

/// A field without the base, which is mostly empty: then nothing is compared.
pub(super) fn within<'f>(base: &str, field: &'f str) -> Option<&'f str> {
    if base.is_empty() { Some(field) } else { field.strip_prefix(base) }
}

/// A hash by which a field is found. Equal hashes cost only time.
pub(super) fn hash(field: &str) -> u64 {
    const FACTOR: u64 = 0x9E37_79B9_7F4A_7C15;
    let (eights, rest) = field.as_bytes().as_chunks::<8>();
    let rest = rest.iter().fold(field.len() as u64, |eight, byte| eight << 8 | u64::from(*byte));
    let add = |hash: u64, eight: u64| (hash.rotate_left(5) ^ eight).wrapping_mul(FACTOR);
    eights.iter().fold(add(0, rest), |hash, eight| add(hash, u64::from_le_bytes(*eight)))
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
