//! Setters of the options: by method and by name.

use super::options::{
    Access, Chicago, Codes, EntryPages, Holdings, Home, OriginalScript, Recipients, RecipientsPlace, RepositoryPlace,
    ShortNotes, UnitsPlace,
};
use crate::prose::UnitCase;
use crate::prose::dates::{Months, YearRange};
use crate::prose::language::DateOrder;
use crate::prose::lead::DescriptionMarks;

impl Chicago {
    /// Prints dates as `7 January 1950`.
    #[must_use]
    pub const fn day_month_year(mut self) -> Self {
        self.order = DateOrder::DayMonthYear;
        self
    }

    /// Always prints access dates, not only if the document has no date.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "title": "A report", "date": "1950",
    ///          "surrogates": [{ "archive": "CIA Reading Room", "accessed": "2026-11-23" }] }"#,
    /// )?;
    /// let (cite, note) = (Cite::new(&report), Chicago::EIGHTEENTH.note());
    /// assert_eq!(note.text(&cite).as_str(), "“A report,” 1950, CIA Reading Room.");
    /// assert_eq!(
    ///     note.access_dates().text(&cite).as_str(),
    ///     "“A report,” 1950, CIA Reading Room, accessed November 23, 2026.",
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn access_dates(mut self) -> Self {
        self.access = Access::Always;
        self
    }

    /// Prints year ranges within a century as `1956–59`.
    #[must_use]
    pub const fn abbreviated_years(mut self) -> Self {
        self.years = YearRange::Abbreviated;
        self
    }

    /// Prints the pages of a document in a book in entries of the 18th edition too.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let telegram: Document = serde_json::from_str(
    ///     r#"{ "id": "t", "kind": "telegram", "creators": ["Mao Zedong"],
    ///          "source": { "title": "Wengao", "volume": 1, "pages": "539-40" } }"#,
    /// )?;
    /// let (style, cite) = (Chicago::EIGHTEENTH, Cite::new(&telegram));
    /// assert_eq!(style.text(&cite).as_str(), "Mao Zedong. Telegram. In Wengao, vol. 1.");
    /// assert_eq!(style.pages_in_entries().text(&cite).as_str(), "Mao Zedong. Telegram. In Wengao, vol. 1, 539–40.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn pages_in_entries(mut self) -> Self {
        self.entry_pages = EntryPages::Always;
        self
    }

    /// Prints the repository before collection and units, as most historians of the Cold War do.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let telegram: Document = serde_json::from_str(
    ///     r#"{ "id": "t", "kind": "telegram", "creators": ["Stalin"], "recipients": ["Mao"], "date": "1950-10-01",
    ///          "holdings": [{ "repository": "APRF", "path": [{ "level": "fond", "id": 45 }] }] }"#,
    /// )?;
    /// assert_eq!(
    ///     Chicago::EIGHTEENTH.note().repository_first().text(&Cite::new(&telegram)).as_str(),
    ///     "Stalin to Mao, telegram, October 1, 1950, APRF, f. 45.",
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn repository_first(mut self) -> Self {
        self.repository = RepositoryPlace::First;
        self
    }

    /// Prints a cataloguer's description in quotation marks, as digital archives do.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let telegram: Document = serde_json::from_str(
    ///     r#"{ "id": "t", "title": { "text": "Stalin on the Korean War", "form": "supplied" }, "date": "1950" }"#,
    /// )?;
    /// let (cite, note) = (Cite::new(&telegram), Chicago::EIGHTEENTH.note());
    /// assert_eq!(note.text(&cite).as_str(), "Stalin on the Korean War, 1950.");
    /// assert_eq!(note.quoted_supplied_titles().text(&cite).as_str(), "“Stalin on the Korean War,” 1950.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn quoted_supplied_titles(mut self) -> Self {
        self.supplied = DescriptionMarks::Quoted;
        self
    }

    /// Prints the digital archive before the archive that holds the original.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "title": "A report", "date": "1950",
    ///          "holdings": [{ "repository": "AVPRF", "reference": "f. 0100" }],
    ///          "surrogates": [{ "archive": "Wilson Center Digital Archive" }] }"#,
    /// )?;
    /// let (cite, note) = (Cite::new(&report), Chicago::EIGHTEENTH.note());
    /// assert_eq!(note.text(&cite).as_str(), "“A report,” 1950, f. 0100, AVPRF, Wilson Center Digital Archive.");
    /// assert_eq!(
    ///     note.digital_home_first().text(&cite).as_str(),
    ///     "“A report,” 1950, Wilson Center Digital Archive, f. 0100, AVPRF.",
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn digital_home_first(mut self) -> Self {
        self.home = Home::First;
        self
    }

    /// Prints all recipients in notes too.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let letter: Document = serde_json::from_str(
    ///     r#"{ "id": "l", "kind": "letter", "creators": ["Stalin"], "recipients": ["Mao", "Zhou", "Liu"],
    ///          "date": "1950" }"#,
    /// )?;
    /// let (cite, note) = (Cite::new(&letter), Chicago::EIGHTEENTH.note());
    /// assert_eq!(note.text(&cite).as_str(), "Stalin to Mao et al., 1950.");
    /// assert_eq!(note.all_recipients().text(&cite).as_str(), "Stalin to Mao, Zhou, and Liu, 1950.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn all_recipients(mut self) -> Self {
        self.recipients = Recipients::All;
        self
    }

    /// Prints `f. 45, op. 1` in lower case even where it opens an element of a list.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "title": "A report",
    ///          "holdings": [{ "repository": "APRF", "path": [{ "level": "fond", "id": 45 }] }] }"#,
    /// )?;
    /// let cite = Cite::new(&report);
    /// assert_eq!(Chicago::EIGHTEENTH.text(&cite).as_str(), "“A report.” F. 45. APRF.");
    /// assert_eq!(Chicago::EIGHTEENTH.lower_case_codes().text(&cite).as_str(), "“A report.” f. 45. APRF.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn lower_case_codes(mut self) -> Self {
        self.codes = Codes::AsTheyAre;
        self
    }

    /// Omits the collection in short notes. The manual's short notes with a collection cite other items of a
    /// collection that was cited before; guides also print it for the same item.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let letter: Document = serde_json::from_str(
    ///     r#"{ "id": "l", "kind": "letter", "creators": ["Creel"], "recipients": ["House"], "date": "1918-09-25",
    ///          "holdings": [{ "path": [{ "level": "collection", "title": "House Papers" }] }] }"#,
    /// )?;
    /// let (cite, note) = (Cite::new(&letter), Chicago::EIGHTEENTH.short_note());
    /// assert_eq!(note.text(&cite).as_str(), "Creel to House, September 25, 1918, House Papers.");
    /// assert_eq!(note.bare_short_notes().text(&cite).as_str(), "Creel to House, September 25, 1918.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn bare_short_notes(mut self) -> Self {
        self.short_notes = ShortNotes::Bare;
        self
    }

    /// Capitalizes words for units. Codes such as `f.` stay in lower case.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "title": "A report", "date": "1950",
    ///          "holdings": [{ "repository": "Trinity University",
    ///                         "path": [{ "level": "box", "id": 2 }, { "level": "folder", "id": 5 }] }] }"#,
    /// )?;
    /// let note = Chicago::EIGHTEENTH.note().capital_units().text(&Cite::new(&report));
    /// assert_eq!(note.as_str(), "“A report,” 1950, Box 2, Folder 5, Trinity University.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn capital_units(mut self) -> Self {
        self.unit_case = UnitCase::Capital;
        self
    }

    /// Prints the collection before the units. The repository stays last.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let letter: Document = serde_json::from_str(
    ///     r#"{ "id": "l", "kind": "letter", "creators": ["Creel"], "recipients": ["House"], "date": "1918-09-25",
    ///          "holdings": [{ "repository": "Yale University Library",
    ///                         "path": [{ "level": "collection", "title": "House Papers" }, { "level": "box", "id": 30 }] }] }"#,
    /// )?;
    /// let note = Chicago::EIGHTEENTH.note().collection_first().text(&Cite::new(&letter));
    /// assert_eq!(note.as_str(), "Creel to House, September 25, 1918, House Papers, box 30, Yale University Library.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn collection_first(mut self) -> Self {
        self.units = UnitsPlace::BehindCollection;
        self
    }

    /// Prints all holdings in notes, not only the first.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "title": "A report", "date": "1950",
    ///          "holdings": [{ "repository": "AVPRF", "reference": "f. 0100" },
    ///                       { "repository": "National Security Archive", "role": "copy" }] }"#,
    /// )?;
    /// let note = Chicago::EIGHTEENTH.note().all_holdings().text(&Cite::new(&report));
    /// assert_eq!(note.as_str(), "“A report,” 1950, f. 0100, AVPRF; copy in National Security Archive.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn all_holdings(mut self) -> Self {
        self.holdings = Holdings::All;
        self
    }

    /// Abbreviates the months of notes: `Jan.` Lists print them in full.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let letter: Document = serde_json::from_str(
    ///     r#"{ "id": "l", "kind": "letter", "creators": ["Stevenson, Adlai E."], "recipients": ["Kennedy, John F."],
    ///          "date": "1961-01-12" }"#,
    /// )?;
    /// let (cite, style) = (Cite::new(&letter), Chicago::EIGHTEENTH.abbreviated_months());
    /// assert_eq!(style.note().text(&cite).as_str(), "Adlai E. Stevenson to John F. Kennedy, Jan. 12, 1961.");
    /// assert_eq!(style.text(&cite).as_str(), "Stevenson, Adlai E. Letter to John F. Kennedy. January 12, 1961.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn abbreviated_months(mut self) -> Self {
        self.months = Months::Short;
        self
    }

    /// Prints the original of a title after the one in Latin letters, in full notes and lists.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "title": { "text": "Доклад", "transliterated": "Doklad", "translated": "A report" },
    ///          "date": "1950" }"#,
    /// )?;
    /// let (cite, note) = (Cite::new(&report), Chicago::EIGHTEENTH.note());
    /// assert_eq!(note.text(&cite).as_str(), "“Doklad” [A report], 1950.");
    /// assert_eq!(note.original_script().text(&cite).as_str(), "“Doklad” Доклад [A report], 1950.");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn original_script(mut self) -> Self {
        self.original = OriginalScript::Printed;
        self
    }

    /// Begins a note of a titled document with `A to B`, as some books of diplomatic history do. Lists are not changed.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style::Chicago};
    ///
    /// let dispatch: Document = serde_json::from_str(
    ///     r#"{ "id": "d", "kind": "letter", "title": "Report on the Election", "creators": ["Holcomb, Thomas"],
    ///          "recipients": [{ "body": "Department of State" }], "date": "1948-06-16" }"#,
    /// )?;
    /// let (cite, note) = (Cite::new(&dispatch), Chicago::EIGHTEENTH.note());
    /// assert_eq!(
    ///     note.text(&cite).as_str(),
    ///     "Thomas Holcomb, “Report on the Election,” letter to Department of State, June 16, 1948."
    /// );
    /// assert_eq!(
    ///     note.recipients_before_titles().text(&cite).as_str(),
    ///     "Thomas Holcomb to Department of State, “Report on the Election,” June 16, 1948."
    /// );
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn recipients_before_titles(mut self) -> Self {
        self.recipients_place = RecipientsPlace::BeforeTitle;
        self
    }

    /// The names of the options.
    pub const OPTIONS: &[&str] = &[
        "day-month-year",
        "access-dates",
        "abbreviated-years",
        "pages-in-entries",
        "repository-first",
        "quoted-supplied-titles",
        "digital-home-first",
        "all-recipients",
        "lower-case-codes",
        "bare-short-notes",
        "capital-units",
        "collection-first",
        "all-holdings",
        "abbreviated-months",
        "original-script",
        "recipients-before-titles",
    ];

    /// Sets an option by its name. Returns `None` if the name is unknown.
    ///
    /// ```
    /// use prefercite::style::Chicago;
    ///
    /// let style = Chicago::EIGHTEENTH.with_option("repository-first");
    /// assert_eq!(style, Some(Chicago::EIGHTEENTH.repository_first()));
    /// assert_eq!(Chicago::EIGHTEENTH.with_option("day-first"), None);
    /// ```
    pub fn with_option(self, name: &str) -> Option<Self> {
        Some(match name {
            "day-month-year" => self.day_month_year(),
            "access-dates" => self.access_dates(),
            "abbreviated-years" => self.abbreviated_years(),
            "pages-in-entries" => self.pages_in_entries(),
            "repository-first" => self.repository_first(),
            "quoted-supplied-titles" => self.quoted_supplied_titles(),
            "digital-home-first" => self.digital_home_first(),
            "all-recipients" => self.all_recipients(),
            "lower-case-codes" => self.lower_case_codes(),
            "bare-short-notes" => self.bare_short_notes(),
            "capital-units" => self.capital_units(),
            "collection-first" => self.collection_first(),
            "all-holdings" => self.all_holdings(),
            "abbreviated-months" => self.abbreviated_months(),
            "original-script" => self.original_script(),
            "recipients-before-titles" => self.recipients_before_titles(),
            _ => return None,
        })
    }
}
