//! A document in a note.

/// A document in a note, with words around it.
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
}

impl<'n> NoteItem<'n> {
    /// The document of this id.
    pub const fn new(id: &'n str) -> Self {
        NoteItem { id, before: "", locator: None, after: "" }
    }

    /// Words before it, with the space behind them: `see also `.
    #[must_use]
    pub const fn with_prefix(mut self, words: &'n str) -> Self {
        self.before = words;
        self
    }

    /// The place within it: `fol. 12`.
    #[must_use]
    pub const fn with_locator(mut self, locator: &'n str) -> Self {
        self.locator = Some(locator);
        self
    }

    /// Words behind it, with the space or the comma before them: `, on Korea`.
    #[must_use]
    pub const fn with_suffix(mut self, words: &'n str) -> Self {
        self.after = words;
        self
    }
}
