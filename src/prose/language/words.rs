//! The tables of words that a language fills in. A table has a field for each word, so a language without one of the
//! words does not compile.

use crate::document::{ContributionRole, Kind, LeafUnit, LevelKind};

/// A word before a number, for one and for several: `page` and `pages`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Unit {
    /// Before one number.
    pub one: &'static str,
    /// Before several numbers, or a range.
    pub many: &'static str,
}

impl Unit {
    /// A word and its plural.
    pub const fn new(one: &'static str, many: &'static str) -> Self {
        Unit { one, many }
    }

    /// The word for one, or for several.
    pub const fn of(self, several: bool) -> &'static str {
        if several { self.many } else { self.one }
    }
}

/// The words that [`super::Language::map_words`] can pass through a function.
trait Words: Copy {
    fn map(&self, word: &dyn Fn(&'static str) -> &'static str) -> Self;
}

impl Words for &'static str {
    fn map(&self, word: &dyn Fn(&'static str) -> &'static str) -> Self {
        if self.is_empty() { self } else { word(self) }
    }
}

impl Words for Unit {
    fn map(&self, word: &dyn Fn(&'static str) -> &'static str) -> Self {
        Unit { one: self.one.map(word), many: self.many.map(word) }
    }
}

impl Words for &'static [&'static str] {
    // These words are only compared with printed ones.
    fn map(&self, _word: &dyn Fn(&'static str) -> &'static str) -> Self {
        self
    }
}

macro_rules! tables {
    ($($(#[$doc:meta])* $table:ident { $($(#[$field_doc:meta])* $field:ident: $type:ty,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct $table {
            $($(#[$field_doc])* pub $field: $type,)+
        }

        impl $table {
            pub(super) fn map(&self, word: &dyn Fn(&'static str) -> &'static str) -> Self {
                $table { $($field: Words::map(&self.$field, word),)+ }
            }
        }
    )+};
}

tables! {
    /// Words around dates. Words before a date end in a space.
    DateWords {
        /// `ca. `, in brackets.
        ca: &'static str,
        /// `circa `, in a sentence.
        circa: &'static str,
        /// `before `
        before: &'static str,
        /// `after `
        after: &'static str,
        /// Before the end of a range without a beginning: `until `.
        until: &'static str,
        /// After the earliest possible date: ` or later`.
        or_later: &'static str,
        /// After the latest possible date: ` or earlier`.
        or_earlier: &'static str,
        /// Between two dates, if one of them is meant: `or`.
        or: &'static str,
        /// Between two dates, if both are meant: `and`.
        and: &'static str,
        /// Before the first year of a decade: nothing in English, `années ` in French.
        decade_prefix: &'static str,
        /// After a decade: `s`.
        decade_suffix: &'static str,
        /// For a document without a date: `n.d.`
        undated: &'static str,
    }

    /// Words around people. Words before a name end in a space.
    PeopleWords {
        /// Before the last name of a list: `and`.
        and: &'static str,
        /// Replaces the other names: `et al.`
        et_al: &'static str,
        /// Before a recipient: `to `.
        to: &'static str,
        /// Before the maker of something: `by `.
        by: &'static str,
        /// Before the people in a conversation: `between `.
        between: &'static str,
        /// Before one person in a conversation: `with `.
        with: &'static str,
        /// Before an interviewer: `interview by `.
        interview_by: &'static str,
        /// Before an interviewer, after the word for the interview: `conducted by `.
        conducted_by: &'static str,
        /// For a document without an author: `conversation`.
        conversation: &'static str,
        /// Words in records for the author of the citing work, in lower case: `author`, `the author`.
        author: &'static [&'static str],
    }

    /// Words around books. Words before something end in a space.
    BookWords {
        /// Before a book that contains the document: `in `.
        within: &'static str,
        /// Between a volume and its set: ` of `.
        of: &'static str,
        /// Before the name of an author, after the title: `by `.
        by: &'static str,
        /// Before editors, abbreviated: `ed. `.
        ed: &'static str,
        /// After editors who lead, one and several: `ed.`, `eds.`
        editor: Unit,
        /// Before editors, in full: `edited by `.
        edited_by: &'static str,
        /// Before compilers, abbreviated: `comp. `.
        comp: &'static str,
        /// After compilers who lead: `comp.`, `comps.`
        compiler: Unit,
        /// Before compilers, in full: `compiled by `.
        compiled_by: &'static str,
        /// Before translators, abbreviated: `trans. `.
        trans: &'static str,
        /// Before translators, in full: `translated by `.
        translated_by: &'static str,
        /// Before a volume: `vol.`, `vols.`
        volume: Unit,
        /// Before a number: `no.`, `nos.`
        number: Unit,
        /// Before pages: `p.`, `pp.`
        page: Unit,
        /// After an edition: `ed.`
        edition: &'static str,
        /// Words in an edition that mean "edition".
        says_edition: &'static [&'static str],
        /// Before `within`, for a document that is also in a book: `printed `.
        printed: &'static str,
        /// Words for items in a newspaper that add nothing to its name.
        press: &'static [&'static str],
        /// Before the book that a translation was taken from: `translation from `.
        translation_from: &'static str,
        /// Before the book that printed an archival document: `published in `.
        published_in: &'static str,
    }

    /// Words for literature. Words before something end in a space.
    LiteratureWords {
        /// After an editor who leads, in full, one and several: `editor`, `editors`.
        editor: Unit,
        /// After a compiler who leads, in full.
        compiler: Unit,
        /// After a translator who leads, in full.
        translator: Unit,
        /// After translators who lead, abbreviated: `trans.`
        trans: Unit,
        /// Before a person who edited and translated, abbreviated: `ed. and trans. `.
        ed_and_trans: &'static str,
        /// The same in full: `edited and translated by `.
        edited_and_translated_by: &'static str,
        /// Before the imprint of a reprint, after that of the original: `repr., `.
        repr: &'static str,
        /// The same as an element of its own: `reprint, `.
        reprint: &'static str,
        /// Before the original title of a translation: `originally published as `.
        originally_published_as: &'static str,
        /// For a review without another word for its kind: `review`.
        review: &'static str,
        /// Before `review`, if it has no author: `unsigned `.
        unsigned: &'static str,
        /// Between a part of a book and the book: ` to `.
        to: &'static str,
        /// Parts of a book that are followed by "to" and the book, in lower case: `foreword`, `introduction`.
        parts: &'static [&'static str],
        /// After the title of an issue on one subject: `special issue`.
        special_issue: &'static str,
        /// Before `dissertation`, if the record has no degree: `PhD `.
        doctorate: &'static str,
        /// The work for a degree, in full: `dissertation`.
        dissertation: &'static str,
        /// The same, abbreviated: `diss.`
        diss: &'static str,
        /// The same as records write it, in lower case.
        says_dissertation: &'static [&'static str],
        /// Words for items in a blog, in lower case.
        blogs: &'static [&'static str],
        /// After the name of a blog, in parentheses: `blog`.
        blog: &'static str,
        /// Words for a university in the names of presses. The MLA shortens them.
        universities: &'static [&'static str],
        /// The short form: `U`.
        university: &'static str,
        /// Words for a press.
        presses: &'static [&'static str],
        /// The short form: `P`.
        press: &'static str,
        /// Endings of company names, which the MLA omits: `Inc.`
        company_forms: &'static [&'static str],
    }

    /// Words for notes and entries. Words before something end in a space.
    NoteWords {
        /// Before a date of access: `accessed `.
        accessed: &'static str,
        /// Before the short name of a repository, in parentheses: `hereafter `.
        hereafter: &'static str,
        /// Before the short name of a collection, in parentheses: `hereafter cited as `.
        hereafter_cited_as: &'static str,
        /// `ibid.`
        ibid: &'static str,
        /// `copy`
        copy: &'static str,
        /// Before the archive that has a copy: `copy at `.
        copy_at: &'static str,
        /// `microfilm`
        microfilm: &'static str,
        /// Before the place of a copy: `copy in `.
        copy_in: &'static str,
        /// `translated`, for a translator.
        translated: &'static str,
        /// Before the original language of a translation: `from `.
        from: &'static str,
        /// Before a project: `for `.
        on_behalf_of: &'static str,
        /// Abbreviations that keep their period before a comma.
        abbreviations: &'static [&'static str],
        /// Abbreviations before a citation within a sentence: `cf.`
        signals: &'static [&'static str],
    }

    /// Headings of a list of archives.
    HeadingWords {
        /// Documents read in printed editions.
        published: &'static str,
        /// Interviews.
        interviews: &'static str,
        /// Documents that are only on the web.
        web: &'static str,
        /// Documents without a known location.
        elsewhere: &'static str,
        /// Books and articles, after the archives.
        literature: &'static str,
    }

    /// Words for leaves that are in no list of the record format.
    LeafForms {
        /// The plural ending of other words that count leaves: `s`.
        plural: &'static str,
        /// Folios in the MLA's form: `f.`, `ff.`
        folio: Unit,
    }

    /// Other words for levels.
    LevelForms {
        /// For a papka, as printed by the Wilson Center's archive: `p.`
        papka_short: &'static str,
    }

    /// The words of levels in the name of a collection, with the space before the number.
    TitleWords {
        /// `Record Group `
        record_group: &'static str,
        /// `Subgroup `
        subgroup: &'static str,
        /// `Series `
        series: &'static str,
        /// `Subseries `
        subseries: &'static str,
    }
}

/// A level: its word in full, and the word before its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct LevelWord {
    /// `fond`
    pub full: &'static str,
    /// `f.`
    pub unit: Unit,
}

impl LevelWord {
    /// A level with its full word before the number.
    pub const fn new(one: &'static str, many: &'static str) -> Self {
        LevelWord { full: one, unit: Unit::new(one, many) }
    }

    /// A level with an abbreviation before the number.
    pub const fn abbreviated(full: &'static str, one: &'static str, many: &'static str) -> Self {
        LevelWord { full, unit: Unit::new(one, many) }
    }
}

impl Words for LevelWord {
    fn map(&self, word: &dyn Fn(&'static str) -> &'static str) -> Self {
        LevelWord { full: self.full.map(word), unit: self.unit.map(word) }
    }
}

/// A table with a word for each variant of an enum of the record format. A new variant requires a word in each
/// language.
macro_rules! tables_of {
    ($($(#[$doc:meta])* $table:ident of $enum:ident: $type:ty { $($variant:ident => $field:ident,)+ $(; $other:ident)? })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub struct $table {
            $(#[doc = concat!("For [`", stringify!($enum), "::", stringify!($variant), "`](crate::document::", stringify!($enum), ").")]
            pub $field: $type,)+
        }

        impl $table {
            pub(super) fn map(&self, word: &dyn Fn(&'static str) -> &'static str) -> Self {
                $table { $($field: Words::map(&self.$field, word),)+ }
            }

            /// The word of the table. `Err` contains the words of the record, if it has its own.
            fn entry<'k>(&self, of: &'k $enum) -> Result<$type, &'k str> {
                Ok(match of {
                    $($enum::$variant => self.$field,)+
                    $($enum::$other(words) => return Err(words),)?
                })
            }
        }
    )+};
}

tables_of! {
    /// Words for kinds of documents, in lower case.
    KindWords of Kind: &'static str {
        Letter => letter,
        Telegram => telegram,
        Memorandum => memorandum,
        Minutes => minutes,
        Report => report,
        Note => note,
        Diary => diary,
        Speech => speech,
        Conversation => conversation,
        Interview => interview,
        Treaty => treaty,
        Order => order,
        Resolution => resolution,
        Directive => directive,
        Charter => charter,
        Deed => deed,
        Manuscript => manuscript,
        Photograph => photograph,
        Map => map,
        Recording => recording,
        Film => film,
        Ephemera => ephemera,
        Book => book,
        Chapter => chapter,
        Article => article,
        Thesis => thesis,
        WebPage => web_page,
        Collection => collection,
        Document => document,
        ; Other
    }

    /// Words for levels of a path, in lower case.
    LevelWords of LevelKind: LevelWord {
        RecordGroup => record_group,
        Subgroup => subgroup,
        Fonds => fonds,
        Subfonds => subfonds,
        Collection => collection,
        Series => series,
        Subseries => subseries,
        Entry => entry,
        Lot => lot,
        Fond => fond,
        Opis => opis,
        Delo => delo,
        Papka => papka,
        File => file,
        Box => r#box,
        Folder => folder,
        Carton => carton,
        Volume => volume,
        Album => album,
        Register => register,
        Bundle => bundle,
        Piece => piece,
        Item => item,
        Publication => publication,
        Roll => roll,
        ; Other
    }

    /// Words for leaves.
    LeafWords of LeafUnit: Unit {
        Page => page,
        Leaf => leaf,
        Folio => folio,
        List => list,
        Blatt => blatt,
        Frame => frame,
        Image => image,
        ; Other
    }

    /// Words for the roles of contributors.
    RoleWords of ContributionRole: &'static str {
        Obtained => obtained,
        Donated => donated,
        Contributed => contributed,
        Provided => provided,
        Compiled => compiled,
        Translated => translated,
        Edited => edited,
        Transcribed => transcribed,
        Annotated => annotated,
    }
}

impl KindWords {
    pub(super) fn get<'k>(&self, kind: &'k Kind) -> &'k str {
        self.entry(kind).unwrap_or_else(|words| words)
    }
}

impl LevelWords {
    pub(super) fn full<'l>(&self, level: &'l LevelKind) -> &'l str {
        self.entry(level).map_or_else(|words| words, |word| word.full)
    }

    pub(super) fn unit<'l>(&self, level: &'l LevelKind) -> &'l str {
        self.entry(level).map_or_else(|words| words, |word| word.unit.one)
    }

    /// The plural word of the table. `Err` contains the words of the record, if it has its own.
    pub(super) fn units<'l>(&self, level: &'l LevelKind) -> Result<&'static str, &'l str> {
        self.entry(level).map(|word| word.unit.many)
    }
}

impl LeafWords {
    pub(super) fn get<'l>(&self, unit: &'l LeafUnit, several: bool) -> &'l str {
        self.entry(unit).map_or_else(|words| words, |word| word.of(several))
    }
}

impl RoleWords {
    pub(super) fn get(&self, role: ContributionRole) -> &'static str {
        self.entry(&role).unwrap_or_default()
    }
}
