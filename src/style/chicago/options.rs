//! What a historian may choose: small enums, never booleans, and the setters that name them.

use super::{Chicago, ChicagoForm, Edition};
use crate::style::prose::dates::{Order, Years};
use crate::style::prose::lead::SuppliedTitles;

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident: $first:ident, $second:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub(super) enum $name {
            $first,
            $second,
        }
    )+};
}

choices! {
    /// When an access date is printed (RULES 5).
    Access: WhereUndated, Always;
    /// Whether an entry has the pages of a document in a book (RULES 6.2).
    EntryPages: AsTheEditionHas, Always;
    /// Where the repository stands.
    RepositoryPlace: Last, First;
    /// Where the digital archive stands (RULES 5).
    Home: Last, First;
    /// How many recipients a note has (quirk Q28).
    Recipients: CutAsAuthors, All;
    /// Whether `f. 45` is raised where it opens an element (quirk Q33).
    Codes: Raised, AsTheyAre;
}

impl Chicago {
    /// The 18th edition, of 2024: the entry of its bibliography.
    pub const EIGHTEENTH: Chicago = Chicago {
        edition: Edition::Eighteenth,
        form: ChicagoForm::Bibliography,
        order: Order::MonthDayYear,
        years: Years::Full,
        access: Access::WhereUndated,
        entry_pages: EntryPages::AsTheEditionHas,
        repository: RepositoryPlace::Last,
        supplied: SuppliedTitles::Roman,
        home: Home::Last,
        recipients: Recipients::CutAsAuthors,
        codes: Codes::Raised,
    };

    /// The 17th edition, of 2017: the entry of its bibliography.
    pub const SEVENTEENTH: Chicago = Chicago { edition: Edition::Seventeenth, ..Chicago::EIGHTEENTH };

    /// In this form, where none is asked for.
    #[must_use]
    pub const fn form(mut self, form: ChicagoForm) -> Self {
        self.form = form;
        self
    }

    /// As a note in full.
    #[must_use]
    pub const fn note(self) -> Self {
        self.form(ChicagoForm::Note)
    }

    /// As a later note.
    #[must_use]
    pub const fn short_note(self) -> Self {
        self.form(ChicagoForm::ShortNote)
    }

    /// As an entry of the reference list of author-date.
    #[must_use]
    pub const fn author_date(self) -> Self {
        self.form(ChicagoForm::AuthorDate)
    }

    /// In the text, by author and date.
    #[must_use]
    pub const fn in_text(self) -> Self {
        self.form(ChicagoForm::InText)
    }

    /// Dates as `7 January 1950`.
    #[must_use]
    pub const fn day_month_year(mut self) -> Self {
        self.order = Order::DayMonthYear;
        self
    }

    /// Access dates always, not only where the document has no date.
    #[must_use]
    pub const fn access_dates(mut self) -> Self {
        self.access = Access::Always;
        self
    }

    /// Years as `1956–59`, within a century.
    #[must_use]
    pub const fn abbreviated_years(mut self) -> Self {
        self.years = Years::Abbreviated;
        self
    }

    /// The pages of a document in a book also in the 18th edition's entries.
    #[must_use]
    pub const fn pages_in_entries(mut self) -> Self {
        self.entry_pages = EntryPages::Always;
        self
    }

    /// The repository before collection and units, as most historians of the Cold War have it.
    #[must_use]
    pub const fn repository_first(mut self) -> Self {
        self.repository = RepositoryPlace::First;
        self
    }

    /// A cataloguer's description in quotation marks, as digital archives print them.
    #[must_use]
    pub const fn quoted_supplied_titles(mut self) -> Self {
        self.supplied = SuppliedTitles::Quoted;
        self
    }

    /// The digital archive before the archive that holds the original.
    #[must_use]
    pub const fn digital_home_first(mut self) -> Self {
        self.home = Home::First;
        self
    }

    /// All recipients in notes too.
    #[must_use]
    pub const fn all_recipients(mut self) -> Self {
        self.recipients = Recipients::All;
        self
    }

    /// `f. 45, op. 1` also where it opens an element of a list.
    #[must_use]
    pub const fn lower_case_codes(mut self) -> Self {
        self.codes = Codes::AsTheyAre;
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
    ];

    /// Sets an option by its name; none where no option is called so.
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
            _ => return None,
        })
    }
}
