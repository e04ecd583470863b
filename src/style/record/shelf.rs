//! The location of the document in the parts that formats have: repository, place, collection, location; in the
//! record's own spelling.

use super::Facts;
use crate::document::{Holding, HoldingRole, Repository};
use crate::labels::holding as labels;
use crate::prose::repository::{self, PlaceRule, RepositoryForm, unsaid_place};
use crate::prose::sentence::{Punctuation, Sentence};
use crate::prose::shelf::{self, Units};
use crate::prose::words::has_words;
use crate::separator::Separator;

impl Facts<'_> {
    /// The holder: `Manuscript Division, Library of Congress`. For a web-only document the digital archive.
    pub(crate) fn push_archive(&self, s: &mut Sentence<'_>) {
        match self.holding {
            Some(holding) => holding.repository.iter().for_each(|repository| push_repository(s, repository)),
            None => {
                let home = self.home.and_then(|home| home.archive.as_ref().or(home.host.as_ref()));
                home.into_iter().for_each(|home| _ = s.verbatim(home));
            }
        }
    }

    /// The city of the holder.
    pub(crate) fn archive_place(&self) -> Option<&str> {
        self.holding?.repository.as_ref()?.place.as_deref()
    }

    /// The same, if the name of the holder does not contain it. Otherwise a style would print it twice.
    pub(crate) fn unsaid_archive_place(&self) -> Option<&str> {
        let repository = self.holding?.repository.as_ref()?;
        unsaid_place(repository, PlaceRule::UnlessSaid).map(String::as_str)
    }

    /// The archive's own wording of the whole location, if it contains the name of the archive.
    pub(crate) fn whole_wording_with_archive(&self) -> Option<&str> {
        let holding = self.holding?;
        let repository = holding.repository.as_ref()?;
        let mut names = [&repository.name, &repository.abbreviation].into_iter().flatten();
        holding.cited_whole.as_deref().filter(|whole| names.any(|name| has_words(whole, name)))
    }

    /// The digital archive of a document that is held elsewhere, if its number there does not include the name.
    pub(crate) fn unsaid_digital_archive(&self) -> Option<&str> {
        self.holding?;
        self.home.filter(|home| home.id.is_none())?.archive.as_deref()
    }

    /// `General Records of the Department of State, Record Group 59`
    pub(crate) fn push_collection(&self, s: &mut Sentence<'_>) {
        if let Some(holding) = self.holding.filter(|holding| shelf::has_collection(holding)) {
            s.as_typed(|s| shelf::push_collection(s, holding));
        }
    }

    /// `box 3, folder 2`, or the archive's own wording of the whole location.
    pub(crate) fn push_location(&self, s: &mut Sentence<'_>) {
        let Some(holding) = self.holding else { return };
        match holding.cited_whole.as_ref().or(holding.as_cited.as_ref()) {
            Some(wording) => _ = s.verbatim(wording),
            None => push_units(s, holding),
        }
    }

    /// `box 3, folder 2, Dmitri Volkogonov Papers`, for formats with one field for both.
    pub(crate) fn push_location_and_collection(&self, s: &mut Sentence<'_>) {
        self.holding.iter().for_each(|holding| push_shelf(s, holding));
    }

    /// `Hoover Institution Archives, Dmitri Volkogonov Papers, box 3, folder 2`: the library of a document.
    pub(crate) fn push_archive_and_collection(&self, s: &mut Sentence<'_>) {
        let Some(holding) = self.holding else { return self.push_archive(s) };
        if let Some(whole) = &holding.cited_whole {
            if let Some(repository) = &holding.repository
                && s.part_unless(|name| has_words(whole, name), |s| push_repository(s, repository))
            {
                s.punctuate(Punctuation::Comma);
            }
            s.verbatim(whole);
            return;
        }
        holding.repository.iter().for_each(|repository| push_repository(s, repository));
        if let Some(wording) = &holding.as_cited {
            s.punctuate(Punctuation::Comma).verbatim(wording);
            return;
        }
        push_collection(s, holding);
        s.element(Punctuation::Comma, "", |s| push_units(s, holding));
    }

    /// `No. 46, box 3, folder 2, Dmitri Volkogonov Papers`: with the number of the document, if it is not printed elsewhere.
    pub(crate) fn push_numbered_location(&self, s: &mut Sentence<'_>) {
        self.push_numbered(s, |s| self.push_location_and_collection(s));
    }

    /// `No. 46, box 3, folder 2, Dmitri Volkogonov Papers, Hoover Institution Archives`, if the place has a field of its own.
    pub(crate) fn push_archival_source_without_place(&self, s: &mut Sentence<'_>) {
        self.push_numbered(s, |s| match self.holding {
            Some(holding) => push_up_to_repository(s, holding),
            None => self.push_archive(s),
        });
    }

    /// The number of the document before its location.
    pub(crate) fn push_numbered(&self, s: &mut Sentence<'_>, write: impl FnOnce(&mut Sentence<'_>)) {
        match self.unsaid_number() {
            None => write(s),
            Some(number) => {
                shelf::push_number(s, number);
                s.element(Punctuation::Comma, "", write);
            }
        }
    }

    /// `no. 46`
    pub(crate) fn push_number(&self, s: &mut Sentence<'_>) {
        self.unsaid_number().into_iter().for_each(|number| shelf::push_number(s, number));
    }

    /// The number of the document, if neither its title nor the archive's own wording contains it.
    pub(crate) fn unsaid_number(&self) -> Option<&str> {
        let wordings = self.holding.into_iter().flat_map(|holding| [&holding.as_cited, &holding.cited_whole]);
        let is_worded = |number: &&str| wordings.clone().flatten().any(|wording| has_words(wording, number));
        shelf::unsaid_number(self.document).filter(|number| !is_worded(number))
    }

    /// `box 3, folder 2, Dmitri Volkogonov Papers, Hoover Institution Archives, Stanford, CA`
    pub(crate) fn push_archival_source(&self, s: &mut Sentence<'_>) {
        match self.holding {
            Some(holding) => push_whole(s, holding),
            None => self.push_archive(s),
        }
    }
}

/// Department, name, institution, without the place.
fn push_repository(s: &mut Sentence<'_>, repository: &Repository) {
    s.as_typed(|s| repository::push_repository(s, repository, RepositoryForm::WITHOUT_PLACE));
}

fn push_units(s: &mut Sentence<'_>, holding: &Holding) {
    // The number of the document has a field of its own.
    let units = Units { says_copy: false, ..Units::of(holding) };
    s.as_typed(|s| units.push(s, |_| ()));
}

fn push_shelf(s: &mut Sentence<'_>, holding: &Holding) {
    if let Some(wording) = holding.cited_whole.as_ref().or(holding.as_cited.as_ref()) {
        s.verbatim(wording);
        return;
    }
    push_units(s, holding);
    push_collection(s, holding);
}

/// The collection after the text before it.
fn push_collection(s: &mut Sentence<'_>, holding: &Holding) {
    if shelf::has_collection(holding) {
        s.as_typed(|s| _ = s.element(Punctuation::Comma, "", |s| shelf::push_collection(s, holding)));
    }
}

/// The holding as in a note, narrowest level first.
pub(crate) fn push_whole(s: &mut Sentence<'_>, holding: &Holding) {
    push_up_to_repository(s, holding);
    let repository = holding.repository.as_ref().filter(|_| holding.cited_whole.is_none());
    if let Some(place) = repository.and_then(|it| unsaid_place(it, PlaceRule::UnlessSaid)) {
        s.punctuate(Punctuation::Comma).verbatim(place);
    }
}

fn push_up_to_repository(s: &mut Sentence<'_>, holding: &Holding) {
    push_shelf(s, holding);
    if let Some(repository) = holding.repository.as_ref().filter(|_| holding.cited_whole.is_none()) {
        s.punctuate(Punctuation::Comma);
        push_repository(s, repository);
    }
}

/// `copy: box 3, Library of Congress`, for the holdings that are not cited.
pub(crate) fn push_others(s: &mut Sentence<'_>, holdings: &[Holding]) {
    let mut separator = Separator::new();
    for holding in holdings.iter().skip(1) {
        s.word(separator.between("; "));
        s.word(match holding.role {
            HoldingRole::Copy => labels::COPY,
            // The units begin with the word.
            HoldingRole::Original | HoldingRole::Microform => "",
        });
        s.part(|s| push_whole(s, holding));
    }
}

/// `GARF; ISIL RU-1; Moscow; box 3, Dmitri Volkogonov Papers`: the other data of the first holding.
pub(crate) fn push_details(s: &mut Sentence<'_>, holding: &Holding) {
    let repository = holding.repository.as_ref();
    let abbreviation = repository.filter(|repository| repository.name.is_some()).and_then(|r| r.abbreviation.as_ref());
    let code = repository.and_then(|repository| repository.code.as_ref());
    let mut separator = Separator::new();
    let mut next = |s: &mut Sentence<'_>| _ = s.word(separator.between("; "));
    if let Some(abbreviation) = abbreviation {
        next(s);
        s.verbatim(abbreviation);
    }
    if let Some(code) = code {
        next(s);
        s.word(labels::CODE).verbatim(code);
    }
    // The archive's own wording may omit these, and not every entry type has a field for them.
    let parts = repository.map(|it| [&it.department, &it.parent, &it.place]).into_iter().flatten().flatten();
    let is_unsaid = |part: &&String| holding.cited_whole.as_ref().is_some_and(|whole| !has_words(whole, part));
    for part in parts.filter(is_unsaid) {
        next(s);
        s.verbatim(part);
    }
    if holding.role == HoldingRole::Copy {
        next(s);
        s.word(labels::IS_COPY);
    }
    // The path is printed after the archive's own wording too.
    let unsaid_shelf = !holding.path.is_empty() || holding.reference.is_some() || holding.leaves.is_some();
    if unsaid_shelf && (holding.as_cited.is_some() || holding.cited_whole.is_some()) {
        next(s);
        s.part(|s| {
            push_units(s, holding);
            push_collection(s, holding);
        });
    }
    if let Some(wording) = holding.as_cited.as_ref().filter(|_| holding.cited_whole.is_some()) {
        next(s);
        s.verbatim(wording);
    }
}
