//! Where the document is held, and where it is read (RULES 4, 5).

use super::composer::Composer;
use super::options::{Access, Codes, Holdings, Home, RepositoryPlace, UnitsPlace};
use crate::document::{Holding, HoldingRole, Kind};
use crate::prose::books;
use crate::prose::dates::{self, DatePart};
use crate::prose::lead::{Opening, is_artwork, is_recorded, kind_word};
use crate::prose::links::{Link, link};
use crate::prose::medium::is_recording;
use crate::prose::ranges::push_locator;
use crate::prose::repository::{RepositoryForm, push_repository};
use crate::prose::scripts::printed;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::prose::shelf::{self, CollectionForm, CollectionOrder, NumberPlace, Units};
use crate::prose::words::{has_words, without_stop};
use crate::separator::Separator;
use crate::style::NameUse;

/// The form that is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mode {
    Note,
    /// A later note: the locator comes after the units, not among them.
    Short,
    Bibliography,
    AuthorDate,
}

impl Mode {
    pub(super) fn is_list(self) -> bool {
        matches!(self, Mode::Bibliography | Mode::AuthorDate)
    }

    /// Begins an element: after a comma in a note, after a period and with a capital in a list.
    pub(super) fn element<'s, 't>(self, s: &'s mut Sentence<'t>) -> &'s mut Sentence<'t> {
        if self.is_list() {
            s.punctuate(Punctuation::Period).capitalize_next()
        } else {
            s.punctuate(Punctuation::Comma)
        }
    }
}

impl Composer<'_> {
    /// The book or the archive, the translation, the digital archive, the link. The URL comes last (A16).
    pub(super) fn whereabouts(&self, s: &mut Sentence<'_>, mode: Mode) {
        // B1: if the reference begins with the repository, the digital archive cannot come first.
        let home_first = self.style.home == Home::First && !self.is_reference();
        if home_first {
            self.digital_home(s, mode);
        }
        // A21: with a source the holdings are not printed.
        match books::source(self.document) {
            _ if self.literature.is_some() => {
                self.published_literature(s, mode);
                self.clipping_location(s, mode);
            }
            Some(source) => {
                self.source(s, mode, source);
                self.clipping_location(s, mode);
            }
            None if is_artwork(self.document) => self.artwork(s, mode),
            None => self.location(s, mode),
        }
        self.what_it_is_made_of(s, mode);
        if self.style.holdings == Holdings::All && mode == Mode::Note && !self.is_published() {
            self.other_holdings(s);
        }
        self.printings(s, mode);
        self.translation_source(s, mode);
        self.addendum(s, mode);
        if !home_first {
            self.digital_home(s, mode);
        }
        self.access_date(s, mode);
        self.link(s, mode);
    }

    pub(super) fn location(&self, s: &mut Sentence<'_>, mode: Mode) {
        let Some(holding) = self.document.holdings().first() else {
            self.number(s, mode, None);
            return self.locator(s, mode);
        };
        if self.is_reference() && mode.is_list() {
            // The entry already begins with the repository or shelf mark.
            if holding.cited_whole.is_none() && holding.repository.is_some() {
                self.reference_shelf(s, mode, holding);
            }
            return;
        }
        if let Some(whole) = &holding.cited_whole {
            mode.element(s).verbatim(without_stop(whole));
            return self.locator(s, mode);
        }
        if self.is_reference() {
            self.repository(s, mode, holding);
            return self.reference_shelf(s, mode, holding);
        }
        if let Some(short) = self.short_name().filter(|_| {
            mode == Mode::Note && self.cite.short_names().collection == NameUse::Short && holding.as_cited.is_none()
        }) {
            // The short name replaces collection and repository (RULES 9.1).
            self.units(s, mode, holding);
            s.punctuate(Punctuation::Comma).data(short);
            return;
        }
        let first = self.style.repository == RepositoryPlace::First;
        if first {
            self.repository(s, mode, holding);
        }
        if matches!(self.lead.opening, Opening::Path(_)) {
            // The path already contains the collection, or everything.
            if shelf::has_collection(holding) { self.units(s, mode, holding) } else { self.locator(s, mode) }
        } else if let Some(words) = &holding.as_cited {
            self.wording(s, mode, holding, words);
        } else if self.has_collection_before_units() {
            self.collection(s, mode, holding);
            self.units(s, mode, holding);
        } else {
            self.units(s, mode, holding);
            self.collection(s, mode, holding);
            // CMOS 17 14.218, an entry: `Photocopy, Department of Geography`.
            let opens_with_medium =
                self.medium_before_holder().is_some() && !self.has_units(holding) && !shelf::has_collection(holding);
            return self.repository(s, if opens_with_medium { Mode::Note } else { mode }, holding);
        }
        if !first {
            self.repository(s, mode, holding);
        }
    }

    /// A8: the archive's own wording replaces units and collection.
    pub(super) fn wording(&self, s: &mut Sentence<'_>, mode: Mode, holding: &Holding, words: &str) {
        let closes = self.number_place() == NumberPlace::ClosesTheUnits;
        if !closes {
            self.number(s, mode, Some(words));
        }
        if let Some(medium) = self.medium_before_holder() {
            mode.element(s).data(medium);
            if let Some(extent) = self.extent_of_photograph() {
                s.punctuate(Punctuation::Comma).data(extent);
            }
        }
        if holding.role == HoldingRole::Copy {
            mode.element(s).term(|language| language.notes.copy);
            s.punctuate(Punctuation::Comma);
        } else {
            mode.element(s);
        }
        s.verbatim(words);
        self.locator(s, mode);
        if closes {
            self.number(s, mode, Some(words));
        }
    }

    /// B12: after the shelf mark in orders from broad to narrow.
    fn number_place(&self) -> NumberPlace {
        if self.style.repository == RepositoryPlace::First || self.is_reference() {
            NumberPlace::ClosesTheUnits
        } else {
            NumberPlace::OpensTheUnits
        }
    }

    fn has_units(&self, holding: &Holding) -> bool {
        shelf::has_units(holding) || shelf::unsaid_number(self.document).is_some()
    }

    /// B36: the medium of papers comes before the holder, after the units.
    fn medium_before_holder(&self) -> Option<&str> {
        let medium = self.document.medium()?;
        let holding = self.document.holdings().first().filter(|holding| holding.cited_whole.is_none())?;
        let path_has_units = matches!(self.lead.opening, Opening::Path(_)) && !shelf::has_collection(holding);
        let is_read_on = holding.role == HoldingRole::Microform && medium.eq_ignore_ascii_case("microfilm");
        // B13: a work prints it in a place of its own.
        let has_own_place = is_recorded(self.document) || is_artwork(self.document) || self.is_published();
        (!path_has_units && !is_read_on && !has_own_place && !is_recording(medium)).then_some(medium)
    }

    /// B13: what follows the medium of a photograph, also of one among papers.
    fn extent_of_photograph(&self) -> Option<&str> {
        self.document.extent().filter(|_| *self.document.kind() == Kind::Photograph)
    }

    /// B14: the other holdings: `; copy in …`, `; microfilm, …`.
    fn other_holdings(&self, s: &mut Sentence<'_>) {
        let is_found = |holding: &&Holding| {
            let is_film = holding.role == HoldingRole::Microform;
            holding.repository.is_some() || holding.says_where() || holding.leaves.is_some() || is_film
        };
        for holding in self.document.holdings().iter().skip(1).filter(is_found) {
            s.punctuate(Punctuation::Semicolon);
            if holding.role == HoldingRole::Copy {
                s.term(|language| language.notes.copy_in);
            }
            if let Some(whole) = &holding.cited_whole {
                s.verbatim(without_stop(whole));
                continue;
            }
            let separator = std::cell::Cell::new(Separator::new());
            let next = |s: &mut Sentence<'_>| {
                let mut begun = separator.get();
                if begun.follows() {
                    s.punctuate(Punctuation::Comma);
                }
                separator.set(begun);
            };
            let repository = |s: &mut Sentence<'_>| {
                if let Some(repository) = &holding.repository {
                    next(s);
                    push_repository(s, repository, RepositoryForm::DEPARTMENT_FIRST);
                }
            };
            let first = self.style.repository == RepositoryPlace::First;
            if first {
                repository(s);
            }
            if let Some(words) = &holding.as_cited {
                next(s);
                s.verbatim(words);
            } else {
                let units = Units { says_copy: false, case: self.style.unit_case, ..Units::of(holding) };
                let form = CollectionForm { order: self.collection_order(), case: self.style.unit_case, said: None };
                let collection =
                    |s: &mut Sentence<'_>| form.push(s, holding, next, |s| _ = s.punctuate(Punctuation::Comma));
                let collection_first = self.has_collection_before_units();
                if collection_first {
                    collection(s);
                }
                units.push(s, next);
                if !collection_first {
                    collection(s);
                }
            }
            if !first {
                repository(s);
            }
        }
    }

    /// A locator that is not yet printed elsewhere. Lists take no locator.
    pub(super) fn locator(&self, s: &mut Sentence<'_>, mode: Mode) {
        if let Some(locator) = self.shelf_locator(mode) {
            push_locator(s.punctuate(Punctuation::Comma), locator);
        }
    }

    /// The document's number if no units include it (A11), unless the archive's own wording contains it.
    pub(super) fn number(&self, s: &mut Sentence<'_>, mode: Mode, wording: Option<&str>) {
        if let Some(number) =
            shelf::unsaid_number(self.document).filter(|number| !wording.is_some_and(|words| has_words(words, number)))
        {
            shelf::push_number(mode.element(s), number);
        }
    }

    pub(super) fn units(&self, s: &mut Sentence<'_>, mode: Mode, holding: &Holding) {
        let units = self.units_of(mode, holding);
        let raised = mode.is_list() && self.style.codes == Codes::AsTheyAre && units.open_with_code();
        units.push(s, |s| {
            mode.element(s);
            if raised {
                s.keep_case();
            }
        });
    }

    pub(super) fn units_of<'d>(&'d self, mode: Mode, holding: &'d Holding) -> Units<'d> {
        Units {
            locator: self.shelf_locator(mode).filter(|_| mode == Mode::Note),
            number_place: self.number_place(),
            medium: self.medium_before_holder().filter(|_| mode != Mode::Short),
            extent: self.extent_of_photograph(),
            case: self.style.unit_case,
            ..Units::of_document(self.document, holding)
        }
    }

    /// A15: broader levels come after narrower ones, but a series comes after the level that contains it.
    pub(super) fn collection(&self, s: &mut Sentence<'_>, mode: Mode, holding: &Holding) {
        let form = CollectionForm {
            order: if self.is_reference() { CollectionOrder::BroadFirst } else { self.collection_order() },
            said: shelf::level_of_title(self.document),
            case: self.style.unit_case,
        };
        // B6: in lists a collection and the collection that contains it are separate elements.
        form.push(s, holding, |s| _ = mode.element(s), |s| _ = mode.element(s));
    }

    fn has_collection_before_units(&self) -> bool {
        self.style.repository == RepositoryPlace::First || self.style.units == UnitsPlace::BehindCollection
    }

    fn collection_order(&self) -> CollectionOrder {
        if self.has_collection_before_units() { CollectionOrder::BeforeUnits } else { CollectionOrder::ByRule }
    }

    pub(super) fn repository(&self, s: &mut Sentence<'_>, mode: Mode, holding: &Holding) {
        if let Some(repository) = &holding.repository {
            mode.element(s).keep_case();
            let short = repository.abbreviation.as_ref().filter(|_| repository.name.is_some() && mode == Mode::Note);
            match (short, self.cite.short_names().repository) {
                (Some(short), NameUse::Short) => _ = s.data(short),
                (Some(short), NameUse::Introduced) => {
                    push_repository(s, repository, RepositoryForm::DEPARTMENT_FIRST);
                    s.word(" (").term(|language| language.notes.hereafter).data(short).word(")");
                }
                _ => push_repository(s, repository, RepositoryForm::DEPARTMENT_FIRST),
            }
        }
    }

    /// A20, A22: the medium after the holder, for a recording or a film with kind and length.
    fn what_it_is_made_of(&self, s: &mut Sentence<'_>, mode: Mode) {
        if is_artwork(self.document) {
            return;
        }
        let film_read = !self.is_published()
            && self.document.holdings().first().is_some_and(|holding| holding.role == HoldingRole::Microform);
        let is_printed = |medium: &&str| !(film_read && medium.eq_ignore_ascii_case("microfilm"));
        let before = self.medium_before_holder().is_some();
        if let Some(medium) = self.document.medium().filter(is_printed).filter(|_| !before) {
            mode.element(s).data(medium);
            if let Some(extent) = self.extent_of_photograph() {
                s.punctuate(Punctuation::Comma).data(extent);
            }
        }
        if is_recorded(self.document) {
            let kind = kind_word(self.document, self.language());
            // B23: `8 mm film` already contains the kind.
            let in_medium = self.document.medium().is_some_and(|medium| has_words(medium, kind));
            let titled = matches!(self.lead.opening, Opening::Title(title, None) if !has_words(printed(title), kind));
            if titled && !in_medium {
                mode.element(s).data(kind);
            }
            if let Some(extent) = self.document.extent() {
                if titled || in_medium { s.punctuate(Punctuation::Comma) } else { mode.element(s) }.data(extent);
            }
        }
    }

    /// B16: the record's own words, at the end of a full note or an entry.
    fn addendum(&self, s: &mut Sentence<'_>, mode: Mode) {
        if let Some(words) = self.document.addendum() {
            mode.element(s).data(words);
        }
    }

    fn digital_home(&self, s: &mut Sentence<'_>, mode: Mode) {
        let Some(home) = self.document.surrogates().first() else { return };
        if self.literature.is_some() {
            return self.data_base(s, mode, home);
        }
        let led = mode.is_list() && self.is_web_only();
        let host = home.host.as_deref().filter(|_| !led);
        match (home.archive.as_deref(), host) {
            (Some(archive), host) => {
                mode.element(s).keep_case().data(archive);
                if let Some(host) = host {
                    s.punctuate(Punctuation::Comma).data(host);
                }
            }
            (None, Some(host)) => _ = mode.element(s).keep_case().data(host),
            (None, None) => {}
        }
    }

    /// RULES 5: only if the document has no date, or by option. A document with a DOI does not change.
    fn access_date(&self, s: &mut Sentence<'_>, mode: Mode) {
        let accessed = self.document.surrogates().first().and_then(|home| home.accessed.as_ref());
        let date = self.literature.map_or(self.document.date(), |literature| literature.date());
        let undated = !date.is_some_and(|date| date.is_printable());
        let wanted =
            self.style.access == Access::Always || undated && !matches!(link(self.document), Some(Link::Doi(_)));
        if let Some(accessed) = accessed.filter(|_| wanted) {
            mode.element(s).term(|language| language.notes.accessed);
            dates::push_date(s, accessed, DatePart::Whole, self.style.calendar());
        }
    }

    fn link(&self, s: &mut Sentence<'_>, mode: Mode) {
        match link(self.document) {
            Some(Link::Doi(doi)) => _ = mode.element(s).address(format_args!("https://doi.org/{doi}")),
            Some(Link::Address(address)) => _ = mode.element(s).address(&address),
            None => {}
        }
    }
}
