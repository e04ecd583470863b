//! The properties of a named style.

/// A style that can be looked up by its name.
///
/// ```
/// use prefercite::style;
///
/// let mla = style::info("mla").expect("a known name");
/// assert_eq!(mla.label, "MLA Handbook, 9th edition (works cited)");
/// assert!(mla.options.contains(&"access-dates"));
/// assert_eq!(mla.media_type, None); // a sentence, in the media type of its notation
///
/// let ris = style::info("ris").expect("a known name");
/// assert_eq!((ris.media_type, ris.extension), (Some("application/x-research-info-systems"), Some("ris")));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StyleInfo {
    /// The name with which [`named`](super::named) finds it.
    pub name: &'static str,
    /// A short label for a menu. Other names of the same style have the same label.
    pub label: &'static str,
    /// What the style yields, in one line.
    pub description: &'static str,
    /// The options that [`named_with`](super::named_with) accepts.
    pub options: &'static [&'static str],
    /// The main name of the style, if this is an alias.
    pub alias_of: Option<&'static str>,
    /// The media type of a file of its records; `None` for a style that yields sentences.
    pub media_type: Option<&'static str>,
    /// The extension of such a file, without the period; `None` for a style that yields sentences.
    pub extension: Option<&'static str>,
}

impl StyleInfo {
    /// A style of your own, for [`Styles`](super::Styles). Its label is its description, too.
    ///
    /// ```
    /// use prefercite::style::StyleInfo;
    ///
    /// const HOUSE: StyleInfo =
    ///     StyleInfo::new("house", "Our Archive").with_description("our archive's note").with_options(&["day-month-year"]);
    /// assert_eq!((HOUSE.name, HOUSE.options.len()), ("house", 1));
    /// ```
    pub const fn new(name: &'static str, label: &'static str) -> Self {
        StyleInfo { name, label, description: label, options: &[], alias_of: None, media_type: None, extension: None }
    }

    /// Sets what the style yields, in one line.
    #[must_use]
    pub const fn with_description(mut self, description: &'static str) -> Self {
        self.description = description;
        self
    }

    /// Sets the names of its options.
    #[must_use]
    pub const fn with_options(mut self, options: &'static [&'static str]) -> Self {
        self.options = options;
        self
    }
}
