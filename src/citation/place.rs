//! Where in its text a piece stands.

/// Where in its text a piece stands, for notations in which that makes a difference: `#` opens a heading in Markdown,
/// but only at the start.
///
/// ```
/// use prefercite::citation::PieceContext;
///
/// let mut place = PieceContext::default(); // the whole of a text
/// place.before = Some('(');
/// assert!(place.after.is_none() && !place.linked);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct PieceContext {
    /// The character before the piece; none at the start of the text.
    pub before: Option<char>,
    /// The character after the piece; none at the end of the text.
    pub after: Option<char>,
    /// Whether the piece lies in emphasis; where emphasis begins or ends, whether it lies in another.
    pub emphasized: bool,
    /// Whether the piece lies in a link; never so where a link begins or ends.
    pub linked: bool,
    /// Where a mark begins or ends, the whole of what it is over; none for words.
    ///
    /// Both ends are told the same, and so can be written alike.
    pub span: Option<MarkedSpan>,
}

/// What a mark is over: the characters inside and outside its two ends.
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
    /// The character before it; none at the start of the text.
    pub before: Option<char>,
    /// Its first character.
    pub first: Option<char>,
    /// Its last character.
    pub last: Option<char>,
    /// The character after it; none at the end of the text.
    pub after: Option<char>,
}
