//! The characters that a string of the record format may contain.

/// White space from the layout of a file.
pub(crate) fn is_layout(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters, and the embeddings and overrides of direction that let a text display as another one. The
/// marks U+200C–200F are allowed: Persian, Hebrew and Arabic need them.
pub(crate) fn is_forbidden(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Some characters without width are not white space in Unicode.
pub(crate) fn is_visible(character: char) -> bool {
    !character.is_whitespace() && !matches!(character, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}
