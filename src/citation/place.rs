//! The context of a piece in its text.

/// The context of a piece in its text. Some notations depend on it: in Markdown `#` opens a heading, but only at the start.
///
/// ```
/// use prefercite::citation::PieceContext;
///
/// let mut context = PieceContext::default(); // the whole text
/// context.before = Some('(');
/// assert!(context.after.is_none() && !context.linked);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PieceContext {
    /// The character before the piece; `None` at the start of the text.
    pub before: Option<char>,
    /// The character after the piece; `None` at the end of the text.
    pub after: Option<char>,
    /// Whether the piece is inside emphasis; for the start or the end of emphasis, inside another one.
    pub emphasized: bool,
    /// Whether the piece is inside a link; `false` for the start and the end of a link.
    pub linked: bool,
    /// For the start and the end of a mark, the whole span that it covers; `None` for words. `open` and `close` get the same value.
    pub span: Option<MarkedSpan>,
}

/// The characters on either side of the two ends of a mark.
///
/// ```
/// use prefercite::citation::MarkedSpan;
///
/// let span = MarkedSpan::default();
/// assert!(span.first.is_none());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct MarkedSpan {
    /// The character before the mark; `None` at the start of the text.
    pub before: Option<char>,
    /// The first character in it.
    pub first: Option<char>,
    /// The last character in it.
    pub last: Option<char>,
    /// The character after the mark; `None` at the end of the text.
    pub after: Option<char>,
}
