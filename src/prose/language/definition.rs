//! What a language has to say.

use super::words::{
    BookWords, DateWords, HeadingWords, KindWords, LeafForms, LeafWords, LevelForms, LevelWords, LiteratureWords,
    NoteWords, PeopleWords, RoleWords, TitleWords,
};
use crate::document::{ContributionRole, Kind, LeafUnit, LevelKind, Season};

/// All that is language in a citation.
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
/// A language of your own starts from one of these:
///
/// ```
/// use prefercite::prose::{EN_GB, Language};
///
/// /// British English as a house writes it that says "c." for "circa".
/// const HOUSE: Language = {
///     let mut language = EN_GB;
///     language.tag = "en-GB-x-house";
///     language.dates.ca = "c. ";
///     language
/// };
/// assert_ne!(HOUSE, EN_GB);
/// ```
///
/// Two languages are equal where their tags are.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Language {
    /// The BCP 47 tag: `en-US`.
    pub tag: &'static str,
    /// January to December, in full.
    pub months: [&'static str; 12],
    /// January to December, abbreviated.
    pub short_months: [&'static str; 12],
    /// Spring, summer, autumn, winter, as they are written within a sentence.
    pub seasons: [&'static str; 4],
    /// The order of day and month that is usual.
    pub date_order: DateOrder,
    /// Words around dates.
    pub dates: DateWords,
    /// What follows the number of a day: nothing in English, `.` in German.
    pub day_suffix: &'static str,
    /// What follows the first day of a month: `er` in French.
    pub first_day_suffix: &'static str,
    /// How a century is written of which only that is known.
    pub century: Century,
    /// Between a day and its month: a space, or one at which no line breaks.
    pub day_space: &'static str,
    /// Between the ends of a range of numbers, years or days of a month: `–`.
    pub range_dash: &'static str,
    /// Between two dates that have spaces of their own: `–`, or ` – `.
    pub date_dash: &'static str,
    /// Between an abbreviation or a unit and its number: a space, or one at which no line breaks.
    pub number_space: &'static str,
    /// After a place and before its publisher, with the spaces around it: `: `.
    pub colon: &'static str,
    /// Between parts that have commas of their own, without the space behind it: `;`.
    pub semicolon: &'static str,
    /// The quotation marks, and where a comma goes beside them.
    pub quotation: QuotationMarks,
    /// Whether a comma precedes the last "and" of three or more.
    pub serial_comma: bool,
    /// The articles that open a title, in small letters, with the space or the apostrophe that follows: `the `, `l’`.
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
    /// Words for what somebody did for a document.
    pub roles: RoleWords,
    /// Words around books.
    pub books: BookWords,
    /// Words of literature.
    pub literature: LiteratureWords,
    /// Words of notes and entries.
    pub notes: NoteWords,
    /// Words within the names of collections.
    pub titles: TitleWords,
    /// Headings of a list of archives.
    pub headings: HeadingWords,
    /// How a cataloguer's title of a letter is read: "Telegram, A to B".
    pub supplied: SuppliedTitleWords,
    /// The names of languages by their ISO 639 codes, in the order of the codes: each as it follows
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

/// How a century is written of which only that is known.
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
    /// The first has one ending, all others another: `1re`, `2e`; `1.`, `2.`.
    Endings {
        /// After 1.
        first: &'static str,
        /// After every other number.
        others: &'static str,
    },
}

impl Ordinals {
    /// What follows the number, which is in ASCII digits.
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
    /// Where a comma or a period goes that follows a quotation.
    pub punctuation: QuotedPunctuation,
    /// How typed marks that stand in no quotation are read.
    pub typed: TypedMarks,
}

/// Where a comma or a period goes that follows a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum QuotedPunctuation {
    /// `“Title,”`
    Inside,
    /// `‘Title’,`
    Outside,
}

/// How typed quotation marks that stand in no quotation are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TypedMarks {
    /// Double marks are outer ones and single marks inner ones.
    AsTyped,
    /// The outermost are outer ones, whatever was typed.
    ByDepth,
}

/// How the cataloguers of a language title letters: "Telegram, A to B", "Letter from A to B regarding C".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct SuppliedTitleWords {
    /// Words for correspondence, in small letters.
    pub correspondence: &'static [&'static str],
    /// What precedes the writer, with its space: `from `.
    pub from: &'static str,
    /// What precedes the recipient, with its space: `to `.
    pub to: &'static str,
    /// What joins two people: `, and `, ` and `, `, `.
    pub joints: &'static [&'static str],
    /// What opens a subject: `concerning`.
    pub subjects: &'static [&'static str],
}

impl Language {
    /// The word for a kind of document; words of the record as they are.
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

    /// The word that precedes several numbers of a level: `boxes`, `vols.`; the words of the record as they are, unless the
    /// language knows their plural.
    pub fn units<'l>(&self, level: &'l LevelKind) -> &'l str {
        self.levels.units(level).unwrap_or_else(|words| {
            self.other_units.iter().find(|(one, _)| *one == words).map_or(words, |(_, many)| *many)
        })
    }

    /// The word that precedes the number of one leaf, or of several: `p.`, `pp.`; the words of the record as they are.
    pub fn leaf<'l>(&self, unit: &'l LeafUnit, several: bool) -> &'l str {
        self.leaves.get(unit, several)
    }

    /// The word for what somebody did: `translated`.
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

    /// The season, as it is written within a sentence.
    pub fn season(&self, season: Season) -> &'static str {
        let [spring, summer, autumn, winter] = self.seasons;
        match season {
            Season::Spring => spring,
            Season::Summer => summer,
            Season::Autumn => autumn,
            Season::Winter => winter,
        }
    }

    /// The name of the language of a BCP 47 tag; `None` for a language that the list does not have.
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

    /// The words without the article that they open with, in whatever case: of `The Situation` the `Situation`.
    pub fn without_article<'w>(&self, words: &'w str) -> &'w str {
        let bare = |article: &&str| {
            let opening = words.get(..article.len())?;
            opening.eq_ignore_ascii_case(article).then(|| words.get(article.len()..)).flatten()
        };
        self.articles.iter().find_map(bare).unwrap_or(words)
    }

    /// The same language with every printed word passed through a function: a test can mark the words, and see that a style
    /// prints none of its own.
    ///
    /// Marks and spaces are left alone, and so are the words by which titles are read and sorted.
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
