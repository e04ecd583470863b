//! The addresses of records: the cite key as one segment of a path, and as the name of a file.

use std::borrow::Cow;
use std::fmt::Write;
use std::hash::{DefaultHasher, Hash, Hasher};

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// All characters except those that RFC 3986 calls unreserved.
const SEGMENT: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The cite key as one segment of a path, percent-encoded.
///
/// A key may be `.` or `..`, and browsers treat `%2E%2E` as `..` (WHATWG URL, "double-dot URL path segment"). No cite key has
/// a `%`, so these two are encoded twice.
pub fn segment(id: &str) -> String {
    match id {
        "." => "%252E".to_owned(),
        ".." => "%252E%252E".to_owned(),
        _ => percent_encoded(id),
    }
}

/// The cite key of a segment. `None` if it is not UTF-8.
pub fn id_of(segment: &str) -> Option<String> {
    let once = percent_decode_str(segment).decode_utf8().ok()?;
    if once.contains('%') {
        return percent_decode_str(&once).decode_utf8().ok().map(Cow::into_owned);
    }
    Some(once.into_owned())
}

/// Encodes a value of a query, or a segment of a path.
pub fn percent_encoded(words: &str) -> String {
    utf8_percent_encode(words, SEGMENT).to_string()
}

/// Encodes a path on the disk for a `file:` address. Its separators stay.
pub(crate) fn percent_encoded_path(path: &std::path::Path) -> String {
    const PATH: &AsciiSet = &SEGMENT.remove(b'/').remove(b'\\');
    percent_encoding::percent_encode(path.as_os_str().as_encoded_bytes(), PATH).to_string()
}

/// The maximum length of a name. File systems allow 255 bytes, and an extension follows the name.
const LONGEST: usize = 200;

/// The name of a file or a folder for the record: no separator, no leading dot, no character that Windows rejects,
/// and never `..`.
///
/// Letters of any script stay. Two keys never get the same name, but names may differ only in case.
pub fn file_name(id: &str) -> String {
    let mut name = String::with_capacity(id.len());
    let last = id.chars().count().saturating_sub(1);
    for (at, c) in id.chars().enumerate() {
        let edge_dot = c == '.' && (at == 0 || at == last);
        if c.is_alphanumeric() || (matches!(c, '_' | '-' | '+' | '.') && !edge_dot) {
            name.push(c);
        } else {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                // Writing to a `String` never fails.
                _ = write!(name, "%{byte:02X}");
            }
        }
    }
    if name.is_empty() {
        return "%".to_owned();
    }
    if name.len() > LONGEST {
        let mut hasher = DefaultHasher::new();
        id.hash(&mut hasher);
        let end = (0..=LONGEST).rev().find(|end| name.is_char_boundary(*end)).unwrap_or_default();
        name.truncate(end);
        _ = write!(name, "~{:016x}", hasher.finish());
    }
    name
}

/// The value of `Content-Disposition` for a download (RFC 6266): a name in ASCII, and the same name in UTF-8 if that
/// differs.
pub fn attachment(id: &str, extension: &str) -> String {
    let named = |keeps: fn(char) -> bool| -> String {
        let name: String = id.chars().map(|c| if keeps(c) { c } else { '-' }).collect();
        let name = name.trim_start_matches('.');
        if name.is_empty() { "record".to_owned() } else { name.to_owned() }
    };
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '_' | '-');
    let letters = |c: char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let (ascii, full) = (named(plain), named(letters));
    let mut value = format!("attachment; filename=\"{ascii}.{extension}\"");
    if full != ascii {
        _ = write!(value, "; filename*=UTF-8''{}.{extension}", percent_encoded(&full));
    }
    value
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEYS: [&str; 9] = [".", "..", "../../etc/passwd", "a/b", "a:b+c", "档案/1", "%", "mao-1950", "..."];

    #[test]
    fn a_key_is_one_segment_and_comes_back() {
        for key in KEYS {
            let segment = segment(key);
            assert!(!segment.contains('/') && segment != "." && segment != "..", "{segment}");
            // Browsers treat these as a step up.
            assert!(!["%2e%2e", ".%2e", "%2e.", "%2e"].contains(&segment.to_ascii_lowercase().as_str()), "{segment}");
            if key != "%" {
                assert_eq!(id_of(&segment).as_deref(), Some(key));
            }
        }
        assert_eq!(id_of("%2E%2E").as_deref(), Some(".."));
        assert_eq!(id_of("%FF"), None);
    }

    #[test]
    fn a_file_name_stays_in_its_folder() {
        let long = "/".repeat(128);
        for key in KEYS.into_iter().chain([long.as_str()]) {
            let name = file_name(key);
            assert!(!name.contains(['/', '\\', ':']) && !name.starts_with('.') && name.len() < 230, "{name}");
        }
        assert_eq!(file_name(".."), "%2E%2E");
        assert_ne!(file_name(&"/".repeat(127)), file_name(&long));
    }

    #[test]
    fn a_download_has_a_name_without_a_path() {
        assert_eq!(attachment("mao-1950", "ris"), "attachment; filename=\"mao-1950.ris\"");
        assert_eq!(attachment("../../a\"b", "ris"), "attachment; filename=\"-..-a-b.ris\"");
        assert_eq!(attachment("..", "bib"), "attachment; filename=\"record.bib\"");
        assert_eq!(attachment("档/1", "ris"), "attachment; filename=\"--1.ris\"; filename*=UTF-8''%E6%A1%A3-1.ris");
    }
}
