//! Labelled sentences in a note, for everything without a field.

use super::credits::{push_contributions, push_translation};
use super::{Facts, ark_address, books, people, plain, push_with_translation, shelf, when};
use crate::document::{Document, Holding, Name, Publication, Surrogate};
use crate::labels::{self, Label};
use crate::prose::EN_US;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::separator::Separator;

/// Adds those of the named sentences that are in a set, and returns the set of all others. It is a chain of tests and
/// not a loop, because most records have nothing for most sentences.
macro_rules! push_listed {
    ($facts:expr, $s:expr, $set:expr, [$($remark:ident),+ $(,)?]) => {{
        let set = $set;
        $(if set.has(Remark::$remark) {
            $facts.push_known_remark($s, Remark::$remark);
        })+
        set.without(&[$(Remark::$remark),+])
    }};
}
pub(crate) use push_listed;

/// The sentences in the order of a note. A format may move some of them, and it omits a sentence if it has a field
/// for the datum. A new sentence is included in all formats.
macro_rules! remarks {
    ($($(#[$meta:meta])+ $remark:ident,)+) => {
        /// A sentence of a note.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Remark {
            $($(#[$meta])+ $remark,)+
        }

        impl Remark {
            /// All sentences, in their order.
            pub(crate) const ALL: &[Remark] = &[$(Remark::$remark),+];
        }

        impl Facts<'_> {
            /// The sentences of a set in their order.
            pub(crate) fn push_remarks_of(&self, s: &mut Sentence<'_>, set: Remarks) {
                _ = push_listed!(self, s, set, [$($remark),+]);
            }
        }
    };
}

remarks! {
    /// `Telegram`
    Genre,
    /// `Title: Telegram, Mao Zedong to Zhou Enlai`: a cataloguer's title that is not cited.
    SuppliedTitle,
    /// `Original title: …`
    OriginalTitle,
    /// `Transliterated title: …`
    TransliteratedTitle,
    /// `Creator: …`
    Creators,
    /// `Recipient: …`
    Recipients,
    /// `Participants: …`
    Participants,
    /// `Interviewer: …`
    Interviewers,
    /// `Names: Stalin, Joseph: signed Filippov`
    Names,
    /// `Date: circa December 1949`, if the date field cannot contain it.
    Date,
    /// `Date: January 7, 1950`, if the date field contains the date of a book.
    DateBesideBook,
    /// `Time: 21:00`
    Time,
    /// `Place of writing: Moscow`
    Place,
    /// `Number: 153`
    Number,
    /// `Archival source: box 3, …`
    ArchivalSource,
    /// `Repository: APRF; ISIL RU-1`
    Repository,
    /// `Also held: …`
    OtherHoldings,
    /// `Digital archive: …, no. 112667`
    DigitalArchive,
    /// `Also online: …`
    OtherSurrogates,
    /// `Source edition: …`
    Source,
    /// `Printed: …; …`
    Printings,
    /// `Translation from …`; `Translated from Russian by …`
    Translation,
    /// `Obtained and translated for NKIDP by …`
    Contributions,
    /// `Enclosed in …`: the record's own words.
    Addendum,
    /// The record's own note.
    Note,
    /// `Language: Hungarian`, if the language field would invert every name.
    Language,
    /// `Languages: Russian, Chinese`
    Languages,
    /// `Medium: typescript`
    Medium,
    /// `Extent: 162 leaves`
    Extent,
    /// `Classification: Secret`
    Classification,
    /// `Rights: …`
    Rights,
    /// `Subjects: …; …`
    Subjects,
    /// `Preferred citation: …`
    PreferredCitation,
}

impl Remark {
    /// All sentences, with some of them moved to the start and some to the end.
    pub(crate) fn arranged(first: &[Remark], last: &[Remark]) -> Vec<Remark> {
        let others = Remark::ALL.iter().filter(|remark| !first.contains(remark) && !last.contains(remark));
        let order: Vec<Remark> = first.iter().chain(others).chain(last).copied().collect();
        debug_assert_eq!(order.len(), Remark::ALL.len(), "a sentence is moved twice");
        order
    }
}

/// A set of sentences. It is made once for a note, so that nothing is tested between two sentences.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Remarks(u64);

impl Remarks {
    /// All sentences, each with a bit of its own.
    pub(crate) const ALL: Remarks = {
        assert!(Remark::ALL.len() <= u64::BITS as usize);
        Remarks(u64::MAX)
    };

    /// Without this sentence, unless it is wanted.
    #[must_use]
    pub(crate) fn only_if(self, is_wanted: bool, remark: Remark) -> Self {
        Remarks(self.0 & !(u64::from(!is_wanted) << remark as u32))
    }

    /// Without these sentences.
    #[must_use]
    #[inline]
    pub(crate) fn without(self, remarks: &[Remark]) -> Self {
        remarks.iter().fold(self, |set, remark| set.only_if(false, *remark))
    }

    #[inline]
    pub(crate) fn has(self, remark: Remark) -> bool {
        self.0 & 1 << remark as u32 != 0
    }
}

impl Facts<'_> {
    /// The sentences of a note, without empty ones.
    pub(crate) fn push_remarks(&self, s: &mut Sentence<'_>, remarks: impl IntoIterator<Item = Remark>) {
        remarks.into_iter().for_each(|remark| self.push_remark(s, remark));
    }

    /// Adds a sentence, if there is anything to say.
    #[inline(never)]
    fn push_remark(&self, s: &mut Sentence<'_>, remark: Remark) {
        self.push_known_remark(s, remark);
    }

    /// The same, compiled into its caller, which knows the sentence. So this is only a table: what needs more than a
    /// test has a function of its own.
    #[inline(always)]
    pub(crate) fn push_known_remark(&self, s: &mut Sentence<'_>, remark: Remark) {
        let document = self.document;
        match remark {
            Remark::Genre => push_text(s, "", self.genre()),
            Remark::Number => push_text(s, labels::NUMBER, document.number()),
            Remark::SuppliedTitle => self.push_supplied_title(s),
            Remark::OriginalTitle => {
                push_text(s, labels::ORIGINAL_TITLE, document.title().and_then(|title| title.original.as_deref()))
            }
            Remark::TransliteratedTitle => {
                let words = document.title().and_then(|title| title.transliterated.as_deref());
                push_text(s, labels::TRANSLITERATED_TITLE, words);
            }
            Remark::Creators => push_names(s, labels::CREATORS, document.creators()),
            Remark::Recipients => push_names(s, labels::RECIPIENTS, document.recipients()),
            Remark::Participants => push_names(s, labels::PARTICIPANTS, document.participants()),
            Remark::Interviewers => push_names(s, labels::INTERVIEWERS, document.interviewers()),
            Remark::Names => push_details_of_names(s, document),
            Remark::Date => self.push_date(s),
            Remark::Time => push_text(s, labels::TIME, document.time()),
            Remark::DateBesideBook => self.push_date_beside_book(s),
            Remark::Place => push_text(s, labels::PLACE, document.place()),
            Remark::ArchivalSource => self.push_labelled_archival_source(s),
            Remark::Repository => push_present(s, self.holding, push_repository),
            Remark::OtherHoldings => push_other_holdings(s, document.holdings()),
            Remark::DigitalArchive => push_present(s, self.home, push_digital_archive),
            Remark::OtherSurrogates => self.push_other_surrogates(s),
            Remark::Source => push_present(s, document.source(), push_source),
            Remark::Printings => push_printings(s, document.printings()),
            Remark::Translation => push_present(s, document.translation(), push_translation),
            Remark::Contributions => push_contributions(s, document.contributions()),
            Remark::Addendum => push_text(s, "", document.addendum()),
            Remark::Note => push_text(s, "", document.note()),
            Remark::Language => self.push_language(s),
            Remark::Languages => push_languages(s, document.languages()),
            Remark::Medium => push_text(s, labels::MEDIUM, document.medium()),
            Remark::Extent => push_text(s, labels::EXTENT, document.extent()),
            Remark::Classification => push_text(s, labels::CLASSIFICATION, document.classification()),
            Remark::Rights => push_text(s, labels::RIGHTS, document.rights()),
            Remark::Subjects => push_subjects(s, document.subjects()),
            Remark::PreferredCitation => push_text(s, labels::PREFERRED_CITATION, document.preferred_citation()),
        }
    }

    #[inline(never)]
    fn push_supplied_title(&self, s: &mut Sentence<'_>) {
        if let (Some(title), None) = (self.document.title(), self.cited_title()) {
            push_with_translation(s.punctuate(Punctuation::Period).word(labels::TITLE), title);
        }
    }

    #[inline(never)]
    fn push_date(&self, s: &mut Sentence<'_>) {
        if !self.document.date().is_some_and(when::is_plain) {
            s.element(Punctuation::Period, labels::DATE, |s| _ = when::push_words(s, self.document));
        }
    }

    #[inline(never)]
    fn push_date_beside_book(&self, s: &mut Sentence<'_>) {
        s.element(Punctuation::Period, labels::DATE, |s| _ = when::push_whole(s, self.document));
    }

    #[inline(never)]
    fn push_labelled_archival_source(&self, s: &mut Sentence<'_>) {
        s.element(Punctuation::Period, labels::ARCHIVAL_SOURCE, |s| self.push_archival_source(s));
    }

    #[inline(never)]
    fn push_language(&self, s: &mut Sentence<'_>) {
        if let ([tag], None) = (self.document.languages(), self.cited_language()) {
            push_text(s, labels::LANGUAGE, Some(EN_US.language_name(tag).unwrap_or(tag)));
        }
    }

    /// An ARK beside a URL has no field of its own.
    #[inline(never)]
    fn push_other_surrogates(&self, s: &mut Sentence<'_>) {
        let second_address = self.home.filter(|home| home.url.is_some()).and_then(|home| home.ark.as_deref());
        let mut separator = Separator::new();
        let mut next = |s: &mut Sentence<'_>| {
            if separator.follows() {
                s.word("; ");
            } else {
                s.punctuate(Punctuation::Period).word(labels::OTHER_SURROGATES);
            }
        };
        if let Some(ark) = second_address {
            next(s);
            s.verbatim(&ark_address(ark));
        }
        for other in self.document.surrogates().iter().skip(1) {
            next(s);
            push_surrogate(s, other, Addresses::Printed);
        }
    }
}

/// A sentence, if there are words for it. Without a label its first letter is capitalized.
#[inline]
pub(crate) fn push_text(s: &mut Sentence<'_>, label: &str, words: Option<&str>) {
    if let Some(words) = words {
        push_words(s, label, words);
    }
}

/// A sentence. Without a label its first letter is capitalized.
#[inline(never)]
fn push_words(s: &mut Sentence<'_>, label: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    s.punctuate(Punctuation::Period);
    if label.is_empty() { s.capitalize_next() } else { s.word(label) }.with(|text| text.push_str(words));
}

#[inline]
fn push_names(s: &mut Sentence<'_>, [one, several]: Label, names: &[Name]) {
    if !names.is_empty() {
        push_some_names(s, if names.len() == 1 { one } else { several }, names);
    }
}

#[inline(never)]
fn push_some_names(s: &mut Sentence<'_>, label: &str, names: &[Name]) {
    people::push_list(s.punctuate(Punctuation::Period).word(label), names);
}

#[inline]
fn push_present<'v, V>(s: &mut Sentence<'_>, value: Option<&'v V>, push: fn(&mut Sentence<'_>, &'v V)) {
    if let Some(value) = value {
        push(s, value);
    }
}

#[inline(never)]
fn push_details_of_names(s: &mut Sentence<'_>, document: &Document) {
    if people::of(document).into_iter().flat_map(|(_, names)| names).any(people::has_details) {
        people::push_details(s.punctuate(Punctuation::Period).word(labels::NAMES), document);
    }
}

#[inline(never)]
fn push_repository(s: &mut Sentence<'_>, holding: &Holding) {
    s.element(Punctuation::Period, labels::REPOSITORY, |s| shelf::push_details(s, holding));
}

#[inline(never)]
fn push_other_holdings(s: &mut Sentence<'_>, holdings: &[Holding]) {
    if holdings.len() > 1 {
        shelf::push_others(s.punctuate(Punctuation::Period).word(labels::OTHER_HOLDINGS), holdings);
    }
}

#[inline(never)]
fn push_digital_archive(s: &mut Sentence<'_>, home: &Surrogate) {
    if [&home.archive, &home.host, &home.id, &home.format, &home.language].into_iter().any(|words| words.is_some()) {
        let s = s.punctuate(Punctuation::Period).word(labels::DIGITAL_ARCHIVE);
        push_surrogate(s, home, Addresses::InTheirFields);
    }
}

#[inline(never)]
fn push_source(s: &mut Sentence<'_>, source: &Publication) {
    books::push(s.punctuate(Punctuation::Period).word(labels::SOURCE), source);
}

#[inline(never)]
fn push_printings(s: &mut Sentence<'_>, printings: &[Publication]) {
    let mut separator = Separator::new();
    for printing in printings {
        if separator.follows() {
            s.word("; ");
        } else {
            s.punctuate(Punctuation::Period).word(labels::PRINTINGS);
        }
        books::push(s, printing);
    }
}

#[inline(never)]
fn push_languages(s: &mut Sentence<'_>, languages: &[String]) {
    if languages.len() > 1 {
        s.punctuate(Punctuation::Period).word(labels::LANGUAGES);
        let mut separator = Separator::new();
        for tag in languages {
            s.word(separator.between(", ")).verbatim(EN_US.language_name(tag).unwrap_or(tag));
        }
    }
}

#[inline(never)]
fn push_subjects(s: &mut Sentence<'_>, subjects: &[String]) {
    let mut separator = Separator::new();
    for subject in subjects {
        if separator.follows() { s.word("; ") } else { s.punctuate(Punctuation::Period).word(labels::SUBJECTS) }
            .verbatim(subject);
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Addresses {
    Printed,
    InTheirFields,
}

/// `History and Public Policy Program Digital Archive, no. 112667, PDF, in English`
fn push_surrogate(s: &mut Sentence<'_>, surrogate: &Surrogate, addresses: Addresses) {
    let mut separator = Separator::new();
    let mut next = |s: &mut Sentence<'_>, label: &str, words: Option<&str>| {
        if let Some(words) = words {
            if separator.follows() {
                s.punctuate(Punctuation::Comma);
            }
            s.word(label).verbatim(words);
        }
    };
    let Surrogate { archive, host, id, url, doi, ark, accessed, format, language } = surrogate;
    next(s, "", archive.as_deref());
    next(s, "", host.as_deref());
    next(s, labels::surrogate::ID, id.as_deref());
    next(s, "", format.as_deref());
    next(s, labels::surrogate::LANGUAGE, language.as_deref().map(|tag| EN_US.language_name(tag).unwrap_or(tag)));
    if addresses == Addresses::Printed {
        next(s, "https://doi.org/", doi.as_deref());
        next(s, "", ark.as_deref().map(ark_address).as_deref());
        next(s, "", url.as_deref());
        let accessed = accessed.as_ref().map(|date| plain(|s| when::push(s, date)));
        next(s, labels::surrogate::ACCESSED, accessed.as_deref());
    }
}
