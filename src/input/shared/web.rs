//! Web addresses: what may be linked to goes into a surrogate, all else into the note. Also the words of HTML.

use super::super::draft::{At, Draft};

/// Whether the record format takes it for the address of a surrogate.
pub(in crate::input) fn is_address(text: &str) -> bool {
    let lower = text.get(..8).map(str::to_ascii_lowercase).unwrap_or_default();
    (lower.starts_with("http://") || lower.starts_with("https://")) && !text.contains(char::is_whitespace)
}

/// The address of the first surrogate, or of one of its own where that has another.
pub(in crate::input) fn put_address(draft: &mut Draft<'_>, at: At) {
    match draft.get("surrogates[0].url") {
        None => draft.key(at, "surrogates[0].url"),
        Some(known) if known == draft.text(at) => draft.key_of(at, "surrogates[0].url"),
        Some(_) => {
            let path = format!("surrogates[{}].url", draft.count("surrogates"));
            draft.key(at, &path);
        }
    }
}
