//! Which characters a string of the record format may hold.

/// White space that comes from laying a file out.
pub(crate) fn is_layout(character: char) -> bool {
    matches!(character, ' ' | '\t' | '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Control characters, and the embeddings and overrides of direction that let a text display as another one. The marks
/// U+200C–200F are not among them: Persian, Hebrew and Arabic are not written rightly without.
pub(crate) fn is_forbidden(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// Not all that has no width is white space to Unicode.
pub(crate) fn is_visible(character: char) -> bool {
    !character.is_whitespace() && !matches!(character, '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}')
}
