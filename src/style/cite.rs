//! A request for a citation.

use super::beside::{Disambiguators, ShortNames};
use crate::document::Document;

/// A request for a citation: the document, and how to cite it.
///
/// ```
/// use prefercite::{Cite, Document, Form};
///
/// let document: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report" }"#)?;
/// let cite = Cite::new(&document).with_form(Form::Note).with_locator("fol. 12r");
/// assert_eq!(cite.locator(), Some("fol. 12r"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Cite<'a> {
    document: &'a Document,
    form: Option<Form>,
    locator: Option<&'a str>,
    suffix: Option<&'a str>,
    disambiguators: Disambiguators,
    short_names: ShortNames,
    repeats_author: bool,
    omits_final_period: bool,
    is_mid_sentence: bool,
    authorless: bool,
    number: Option<usize>,
}

/// The form of a citation.
///
/// ```
/// use prefercite::{Cite, Document, Form, style::Chicago};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "t", "kind": "telegram", "creators": ["Kennan, George F."], "date": "1946-02-22" }"#,
/// )?;
/// let cite = Cite::new(&telegram);
/// let text = |form| Chicago::EIGHTEENTH.text(&cite.with_form(form)).into_string();
/// assert_eq!(text(Form::Entry), "Kennan, George F. Telegram. February 22, 1946.");
/// assert_eq!(text(Form::Note), "George F. Kennan, telegram, February 22, 1946.");
/// assert_eq!(text(Form::InText), "(Kennan 1946)");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Form {
    /// An entry of a bibliography or a list of works cited.
    Entry,
    /// A note in full.
    Note,
    /// A later note.
    Short,
    /// A citation in the text, in parentheses.
    InText,
}

impl<'a> Cite<'a> {
    /// Requests the citation of a document in the style's default form.
    pub const fn new(document: &'a Document) -> Self {
        Cite {
            document,
            form: None,
            locator: None,
            suffix: None,
            disambiguators: Disambiguators::NONE,
            short_names: ShortNames::NONE,
            repeats_author: false,
            omits_final_period: false,
            is_mid_sentence: false,
            authorless: false,
            number: None,
        }
    }

    /// The same request for another document.
    pub(crate) const fn of<'b>(self, document: &'b Document) -> Cite<'b>
    where
        'a: 'b,
    {
        Cite { document, ..self }
    }

    /// Sets the form. A style that does not have it uses its default form.
    ///
    /// ```
    /// use prefercite::{Cite, Document, Form, style::Mla};
    ///
    /// let letter = r#"{ "id": "m", "kind": "letter", "creators": ["Moore, Marianne"] }"#;
    /// let letter: Document = serde_json::from_str(letter)?;
    /// assert_eq!(Mla::NINTH.text(&Cite::new(&letter).with_form(Form::InText)).as_str(), "(Moore)");
    /// // MLA has no notes: it uses its default form.
    /// assert_eq!(Mla::NINTH.text(&Cite::new(&letter).with_form(Form::Note)).as_str(), "Moore, Marianne. Letter.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn with_form(mut self, form: Form) -> Self {
        self.form = Some(form);
        self
    }

    /// Sets the place within the document: `fol. 12r`, `pp. 12–13`. Blank text is ignored.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let diary: Document = serde_json::from_str(
    ///     r#"{ "id": "d", "title": "Diary", "date": "1786", "holdings": [{ "repository": "Bodleian Library" }] }"#,
    /// )?;
    /// let note = Chicago::EIGHTEENTH.note().text(&Cite::new(&diary).with_locator("fols. 12r-13v"));
    /// assert_eq!(note.as_str(), "“Diary,” 1786, fols. 12r–13v, Bodleian Library.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    #[doc(alias = "page")]
    pub const fn with_locator(mut self, locator: &'a str) -> Self {
        let locator = locator.trim_ascii();
        self.locator = if locator.is_empty() { None } else { Some(locator) };
        self
    }

    /// Sets the letter after the year, which disambiguates documents with the same author and year: `a`.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let letter: Document = serde_json::from_str(
    ///     r#"{ "id": "c", "kind": "letter", "creators": ["Creel, George"], "date": "1918-09-25" }"#,
    /// )?;
    /// let (style, cite) = (Chicago::EIGHTEENTH.author_date(), Cite::new(&letter).with_suffix("b"));
    /// assert_eq!(style.text(&cite).as_str(), "Creel, George. 1918b. Letter. September 25.");
    /// assert_eq!(style.in_text().text(&cite).as_str(), "(Creel 1918b)");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn with_suffix(mut self, suffix: &'a str) -> Self {
        self.suffix = Some(suffix);
        self
    }

    /// Sets the details that a short note or a citation in the text adds, so that it differs from all others.
    ///
    /// ```
    /// use prefercite::style::{Chicago, Disambiguator, Disambiguators};
    /// use prefercite::{Cite, Document};
    ///
    /// let order: Document = serde_json::from_str(
    ///     r#"{ "id": "o", "kind": "order", "creators": ["Stalin, Joseph"], "date": "1950" }"#,
    /// )?;
    /// let cite = Cite::new(&order).with_disambiguators(Disambiguators::NONE.with(Disambiguator::Initials)); // there is a Vasily Stalin too
    /// assert_eq!(Chicago::EIGHTEENTH.in_text().text(&cite).as_str(), "(J. Stalin 1950)");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn with_disambiguators(mut self, disambiguators: Disambiguators) -> Self {
        self.disambiguators = disambiguators;
        self
    }

    /// Sets how repository and collection are named.
    ///
    /// ```
    /// use prefercite::style::{Chicago, NameUse, ShortNames};
    /// use prefercite::{Cite, Document};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "title": "A report", "date": "1950",
    ///          "holdings": [{ "repository": { "name": "Archive of the President", "abbreviation": "APRF" } }] }"#,
    /// )?;
    /// let cite = Cite::new(&report).with_short_names(ShortNames::NONE.with_repository(NameUse::Short));
    /// assert_eq!(Chicago::EIGHTEENTH.note().text(&cite).as_str(), "“A report,” 1950, APRF.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn with_short_names(mut self, short_names: ShortNames) -> Self {
        self.short_names = short_names;
        self
    }

    /// Sets whether the previous entry has the same author: some styles print a dash for the name.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Mla};
    ///
    /// let letter = r#"{ "id": "m", "kind": "letter", "creators": ["Moore, Marianne"] }"#;
    /// let letter: Document = serde_json::from_str(letter)?;
    /// assert_eq!(Mla::NINTH.text(&Cite::new(&letter).with_repeated_author(true)).as_str(), "---. Letter.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn with_repeated_author(mut self, repeats: bool) -> Self {
        self.repeats_author = repeats;
        self
    }

    /// Omits the final period, for a note that continues.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "1950" }"#)?;
    /// let note = Chicago::EIGHTEENTH.note().text(&Cite::new(&report).without_final_period());
    /// assert_eq!(format!("{note}, on the harvest."), "“A report,” 1950, on the harvest.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn without_final_period(mut self) -> Self {
        self.omits_final_period = true;
        self
    }

    /// Sets whether words of the note come before the citation. Then its first word is not capitalized (B24).
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let telegram: Document = serde_json::from_str(
    ///     r#"{ "id": "t", "kind": "telegram", "recipients": ["Mao Zedong"], "date": "1950" }"#,
    /// )?;
    /// let (style, cite) = (Chicago::EIGHTEENTH.note(), Cite::new(&telegram));
    /// assert_eq!(style.text(&cite).as_str(), "Telegram to Mao Zedong, 1950.");
    /// let note = style.text(&cite.mid_sentence(true));
    /// assert_eq!(format!("See {note}"), "See telegram to Mao Zedong, 1950.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn mid_sentence(mut self, is_mid_sentence: bool) -> Self {
        self.is_mid_sentence = is_mid_sentence;
        self
    }

    /// Omits the author, because the running text names them: `Kennan says (1946, 700)`.
    ///
    /// In a note of correspondence writer and recipient are kept, because without them the note would not name the letter. In
    /// the text only the year and the locator are printed; in a style without years and with no locator, `()`. The words for the
    /// running text are those of [`subject`](crate::style::subject). A style that does not support this prints the author.
    ///
    /// ```
    /// use prefercite::{Cite, Document, Form, style::Chicago};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "title": "On Korea", "creators": ["Kay, Ann"], "date": "1952", "kind": "report" }"#,
    /// )?;
    /// let cite = Cite::new(&report).without_author(true);
    /// assert_eq!(Chicago::EIGHTEENTH.text(&cite.with_form(Form::Note)).as_str(), "“On Korea,” report, 1952.");
    /// let in_text = Chicago::EIGHTEENTH.author_date().text(&cite.with_form(Form::InText).with_locator("3"));
    /// assert_eq!(format!("Kay says {in_text}"), "Kay says (1952, 3)");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn without_author(mut self, authorless: bool) -> Self {
        self.authorless = authorless;
        self
    }

    /// Sets the number in the list, counted from 1: some styles cite by number.
    ///
    /// ```
    /// # #[cfg(feature = "csl")] {
    /// use prefercite::{Cite, Document, Form, style::Csl};
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report" }"#).unwrap();
    /// let cite = Cite::new(&report).with_form(Form::InText).with_number(7);
    /// assert_eq!(Csl::bundled("ieee").unwrap().text(&cite).as_str(), "[7]");
    /// # }
    /// ```
    #[must_use]
    pub const fn with_number(mut self, number: usize) -> Self {
        self.number = Some(number);
        self
    }

    /// The document.
    pub const fn document(&self) -> &'a Document {
        self.document
    }

    /// The form; `None` for the style's default.
    pub const fn form(&self) -> Option<Form> {
        self.form
    }

    /// The place within the document.
    pub const fn locator(&self) -> Option<&'a str> {
        self.locator
    }

    /// The letter after the year.
    pub const fn suffix(&self) -> Option<&'a str> {
        self.suffix
    }

    /// What a short note or a citation in the text adds.
    pub const fn disambiguators(&self) -> Disambiguators {
        self.disambiguators
    }

    /// How repository and collection are named.
    pub const fn short_names(&self) -> ShortNames {
        self.short_names
    }

    /// The number in the list.
    pub const fn number(&self) -> Option<usize> {
        self.number
    }

    /// Whether the final period is omitted.
    pub const fn omits_final_period(&self) -> bool {
        self.omits_final_period
    }

    /// Whether words of the note come before the citation.
    pub const fn is_mid_sentence(&self) -> bool {
        self.is_mid_sentence
    }

    /// Whether the author is omitted.
    pub const fn leaves_author_out(&self) -> bool {
        self.authorless
    }

    /// Whether the previous entry has the same author.
    pub const fn repeats_author(&self) -> bool {
        self.repeats_author
    }
}
