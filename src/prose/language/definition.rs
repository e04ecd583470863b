//! The definition of a language.

use super::words::{
    BookWords, DateWords, HeadingWords, KindWords, LeafForms, LeafWords, LevelForms, LevelWords, LiteratureWords,
    NoteWords, PeopleWords, RoleWords, TitleWords,
};
use crate::document::{ContributionRole, Kind, LeafUnit, LevelKind, Season};

/// All words and marks of a language in citations.
///
/// ```
/// use prefercite::Kind;
/// use prefercite::prose::{EN_GB, EN_US};
///
/// assert_eq!(EN_US.kind(&Kind::Telegram), "telegram");
/// assert_eq!((EN_US.seasons[0], EN_GB.seasons[0]), ("Spring", "spring"));
/// assert!(EN_US.serial_comma && !EN_GB.serial_comma);
/// ```
///
/// Define a language of your own from one of these:
///
/// ```
/// use prefercite::prose::{EN_GB, Language};
///
/// /// British English in a house style with "c." for "circa".
/// const HOUSE: Language = {
///     let mut language = EN_GB;
///     language.tag = "en-GB-x-house";
///     language.dates.ca = "c. ";
///     language
/// };
/// assert_ne!(HOUSE, EN_GB);
/// ```
///
/// Two languages are equal if their tags are equal.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Language {
    /// The BCP 47 tag: `en-US`.
    pub tag: &'static str,
    /// January to December, in full.
    pub months: [&'static str; 12],
    /// January to December, abbreviated.
    pub short_months: [&'static str; 12],
    /// Spring, summer, autumn and winter, as written within a sentence.
    pub seasons: [&'static str; 4],
    /// The usual order of day and month.
    pub date_order: DateOrder,
    /// Words around dates.
    pub dates: DateWords,
    /// The suffix of the number of a day: nothing in English, `.` in German.
    pub day_suffix: &'static str,
    /// The suffix of the first day of a month: `er` in French.
    pub first_day_suffix: &'static str,
    /// How a date is written if only its century is known.
    pub century: Century,
    /// Between a day and its month: a space or a no-break space.
    pub day_space: &'static str,
    /// Between the ends of a range of numbers, years or days of a month: `–`.
    pub range_dash: &'static str,
    /// Between two dates that have spaces of their own: `–`, or ` – `.
    pub date_dash: &'static str,
    /// Between an abbreviation or a unit and its number: a space or a no-break space.
    pub number_space: &'static str,
    /// After a place and before its publisher, with the spaces around it: `: `.
    pub colon: &'static str,
    /// Between parts that contain commas, without the space after it: `;`.
    pub semicolon: &'static str,
    /// The quotation marks, and the place of a comma next to them.
    pub quotation: QuotationMarks,
    /// Whether a comma precedes the "and" in a list of three or more.
    pub serial_comma: bool,
    /// The articles at the start of a title, in lower case, with the space or the apostrophe after them: `the `,
    /// `l’`.
    pub articles: &'static [&'static str],
    /// How a bare edition number becomes an ordinal.
    pub ordinals: Ordinals,
    /// Words around people.
    pub people: PeopleWords,
    /// Words for kinds of documents.
    pub kinds: KindWords,
    /// Words for levels of a path.
    pub levels: LevelWords,
    /// Other words for levels.
    pub level_forms: LevelForms,
    /// Words for units that the record format has no level for, and their plurals: `reel`, `reels`.
    pub other_units: &'static [(&'static str, &'static str)],
    /// Words for pages, leaves and frames.
    pub leaves: LeafWords,
    /// Other forms of words for leaves.
    pub leaf_forms: LeafForms,
    /// Words for the roles of contributors.
    pub roles: RoleWords,
    /// Words around books.
    pub books: BookWords,
    /// Words for literature.
    pub literature: LiteratureWords,
    /// Words for notes and entries.
    pub notes: NoteWords,
    /// Words within the names of collections.
    pub titles: TitleWords,
    /// Headings of a list of archives.
    pub headings: HeadingWords,
    /// How a cataloguer's title of a letter is parsed: "Telegram, A to B".
    pub supplied: SuppliedTitleWords,
    /// The names of languages by their ISO 639 codes, sorted by code. Each name has the form that it has after
    /// [`from`](NoteWords::from).
    pub languages: &'static [(&'static str, &'static str)],
}

/// The order of the parts of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DateOrder {
    /// `January 7, 1950`
    MonthDayYear,
    /// `7 January 1950`
    DayMonthYear,
}

/// How a date is written if only its century is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Century {
    /// Like a decade: `1800s`.
    AsDecade,
    /// By its first and its last year: `1800–1899`.
    AsRange,
}

/// How a number becomes an ordinal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Ordinals {
    /// `1st`, `2nd`, `3rd`, `4th`, `11th`.
    English,
    /// One ending for the first number, and another for all others: `1re`, `2e`; `1.`, `2.`.
    Endings {
        /// After 1.
        first: &'static str,
        /// After every other number.
        others: &'static str,
    },
}

impl Ordinals {
    /// The ending of this number, which is in ASCII digits.
    pub fn ending(self, digits: &str) -> &'static str {
        match self {
            Ordinals::English => {
                let teens = digits.ends_with("11") || digits.ends_with("12") || digits.ends_with("13");
                match digits.bytes().next_back() {
                    Some(b'1') if !teens => "st",
                    Some(b'2') if !teens => "nd",
                    Some(b'3') if !teens => "rd",
                    _ => "th",
                }
            }
            Ordinals::Endings { first, .. } if digits == "1" => first,
            Ordinals::Endings { others, .. } => others,
        }
    }
}

/// The quotation marks of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct QuotationMarks {
    /// Around a quotation: `“` and `”`. A space within the marks is part of them: `«\u{a0}`.
    pub outer: (&'static str, &'static str),
    /// Around a quotation within a quotation.
    pub inner: (&'static str, &'static str),
    /// The place of a comma or a period after a quotation.
    pub punctuation: QuotedPunctuation,
    /// How typed quotation marks outside quotations are printed.
    pub typed: TypedMarks,
}

/// The place of a comma or a period after a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QuotedPunctuation {
    /// `“Title,”`
    Inside,
    /// `‘Title’,`
    Outside,
}

/// How typed quotation marks outside quotations are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TypedMarks {
    /// Double marks are printed as outer ones, and single marks as inner ones.
    AsTyped,
    /// The outermost marks are printed as outer ones, regardless of the typed marks.
    ByDepth,
}

/// The titles that cataloguers give to letters in a language: "Telegram, A to B", "Letter from A to B regarding C".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SuppliedTitleWords {
    /// Words for correspondence, in lower case.
    pub correspondence: &'static [&'static str],
    /// The word before the writer, with its space: `from `.
    pub from: &'static str,
    /// The word before the recipient, with its space: `to `.
    pub to: &'static str,
    /// Words and marks that join two people: `, and `, ` and `, `, `.
    pub joints: &'static [&'static str],
    /// Words before a subject: `concerning`.
    pub subjects: &'static [&'static str],
}

impl Language {
    /// The word for a kind of document. Other words of the record are returned as they are.
    pub fn kind<'k>(&self, kind: &'k Kind) -> &'k str {
        self.kinds.get(kind)
    }

    /// The word for a level, in full: `box`, `fond`.
    pub fn level<'l>(&self, level: &'l LevelKind) -> &'l str {
        self.levels.full(level)
    }

    /// The word that precedes the number of a level: `box`, `f.`, `vol.`.
    pub fn unit<'l>(&self, level: &'l LevelKind) -> &'l str {
        self.levels.unit(level)
    }

    /// The word that precedes several numbers of a level: `boxes`, `vols.`. Other words of the record are returned as
    /// they are, unless the language has their plural.
    pub fn units<'l>(&self, level: &'l LevelKind) -> &'l str {
        self.levels.units(level).unwrap_or_else(|words| {
            self.other_units.iter().find(|(one, _)| *one == words).map_or(words, |(_, many)| *many)
        })
    }

    /// The word that precedes the number of one leaf, or of several: `p.`, `pp.`. Other words of the record are
    /// returned as they are.
    pub fn leaf<'l>(&self, unit: &'l LeafUnit, several: bool) -> &'l str {
        self.leaves.get(unit, several)
    }

    /// The word for the role of a contributor: `translated`.
    pub fn role(&self, role: ContributionRole) -> &'static str {
        self.roles.get(role)
    }

    /// The month of this number, from 1, in full.
    pub fn month(&self, number: u8) -> &'static str {
        self.months.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default()
    }

    /// The month of this number, from 1, abbreviated.
    pub fn short_month(&self, number: u8) -> &'static str {
        self.short_months.get(usize::from(number).wrapping_sub(1)).copied().unwrap_or_default()
    }

    /// The season, as written within a sentence.
    pub fn season(&self, season: Season) -> &'static str {
        let [spring, summer, autumn, winter] = self.seasons;
        match season {
            Season::Spring => spring,
            Season::Summer => summer,
            Season::Autumn => autumn,
            Season::Winter => winter,
        }
    }

    /// The name of the language of a BCP 47 tag. `None` for a language that is not in the list.
    ///
    /// ```
    /// use prefercite::prose::EN_US;
    ///
    /// assert_eq!(EN_US.language_name("pt-BR"), Some("Portuguese"));
    /// assert_eq!(EN_US.language_name("und"), None);
    /// ```
    pub fn language_name(&self, tag: &str) -> Option<&'static str> {
        let primary = tag.split('-').next()?.bytes().map(|byte| byte.to_ascii_lowercase());
        let found = self.languages.binary_search_by(|(code, _)| code.bytes().cmp(primary.clone()));
        found.ok().and_then(|at| self.languages.get(at)).map(|(_, name)| *name)
    }

    /// The words without an article at their start, in any case: `Situation` for `The Situation`.
    pub fn without_article<'w>(&self, words: &'w str) -> &'w str {
        let bare = |article: &&str| {
            let opening = words.get(..article.len())?;
            opening.eq_ignore_ascii_case(article).then(|| words.get(article.len()..)).flatten()
        };
        self.articles.iter().find_map(bare).unwrap_or(words)
    }

    /// Applies a function to every printed word of the language. A test can use it to mark the words, and check that
    /// a style has no words of its own.
    ///
    /// Marks and spaces are not changed, and neither are the words used to parse and sort titles.
    pub fn map_words(&self, word: impl Fn(&'static str) -> &'static str) -> Language {
        Language {
            months: self.months.map(&word),
            short_months: self.short_months.map(&word),
            seasons: self.seasons.map(&word),
            dates: self.dates.map(&word),
            day_suffix: word(self.day_suffix),
            first_day_suffix: word(self.first_day_suffix),
            ordinals: match self.ordinals {
                Ordinals::English => Ordinals::Endings { first: word("st"), others: word("th") },
                Ordinals::Endings { first, others } => Ordinals::Endings { first: word(first), others: word(others) },
            },
            people: self.people.map(&word),
            kinds: self.kinds.map(&word),
            levels: self.levels.map(&word),
            level_forms: self.level_forms.map(&word),
            leaves: self.leaves.map(&word),
            leaf_forms: self.leaf_forms.map(&word),
            roles: self.roles.map(&word),
            books: self.books.map(&word),
            literature: self.literature.map(&word),
            notes: self.notes.map(&word),
            titles: self.titles.map(&word),
            headings: self.headings.map(&word),
            ..*self
        }
    }
}

impl PartialEq for Language {
    fn eq(&self, other: &Self) -> bool {
        self.tag == other.tag
    }
}

impl Eq for Language {}

impl std::hash::Hash for Language {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.tag.hash(state);
    }
}
