//! A document in a note.

/// A document that a note cites, with text before and after it.
///
/// ```
/// use prefercite::Document;
/// use prefercite::bibliography::{NoteItem, Notes};
/// use prefercite::style::Chicago;
///
/// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "The Situation in Korea", "date": "1950" }"#)?;
/// let style = Chicago::EIGHTEENTH.note();
/// let mut notes = Notes::new(&style, [&report])?;
/// let item = NoteItem::new("r").with_prefix("See ").with_locator("p. 3").with_suffix(", on Pyongyang");
/// assert_eq!(notes.note(&[item])?.as_str(), "See “The Situation in Korea,” 1950, p. 3, on Pyongyang.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NoteItem<'n> {
    pub(super) id: &'n str,
    pub(super) before: &'n str,
    pub(super) locator: Option<&'n str>,
    pub(super) after: &'n str,
    pub(super) authorless: bool,
}

impl<'n> NoteItem<'n> {
    /// The document with this id.
    pub const fn new(id: &'n str) -> Self {
        NoteItem { id, before: "", locator: None, after: "", authorless: false }
    }

    /// Sets the text before the citation, with its final space: `see also `.
    #[must_use]
    pub const fn with_prefix(mut self, words: &'n str) -> Self {
        self.before = words;
        self
    }

    /// Sets the place within the document: `fol. 12`.
    #[must_use]
    pub const fn with_locator(mut self, locator: &'n str) -> Self {
        self.locator = Some(locator);
        self
    }

    /// Sets the text after the citation, with the space or comma that begins it: `, on Korea`.
    #[must_use]
    pub const fn with_suffix(mut self, words: &'n str) -> Self {
        self.after = words;
        self
    }

    /// Omits the author, whom the sentence before the note mark names
    /// ([`Cite::without_author`](crate::Cite::without_author)).
    ///
    /// ```
    /// use prefercite::Document;
    /// use prefercite::bibliography::{NoteItem, Notes};
    /// use prefercite::style::Chicago;
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "On Korea", "creators": ["Kay, Ann"] }"#)?;
    /// let style = Chicago::EIGHTEENTH.note();
    /// let mut notes = Notes::new(&style, [&report])?;
    /// assert_eq!(notes.note(&[NoteItem::new("r").without_author(true)])?.as_str(), "“On Korea.”");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn without_author(mut self, authorless: bool) -> Self {
        self.authorless = authorless;
        self
    }
}
