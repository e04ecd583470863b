//! Web addresses: valid links go into a surrogate, others into the note. Also the words of HTML.

use super::super::draft::{At, Draft};

/// Whether the record format accepts it as the address of a surrogate.
pub(in crate::input) fn is_address(text: &str) -> bool {
    let lower = text.get(..8).map(str::to_ascii_lowercase).unwrap_or_default();
    (lower.starts_with("http://") || lower.starts_with("https://")) && !text.contains(char::is_whitespace)
}

/// Puts the address into the first surrogate, or into a new one if that has another address.
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
