//! The containers: the collection and the archive, the book, the digital archive (RULES 4.5, 5).

use super::{Access, CALENDAR, Composer, Schemes};
use crate::document::{Holding, HoldingRole};
use crate::prose::books;
use crate::prose::books::literature::Shape;
use crate::prose::dates::{self, DatePart};
use crate::prose::lead::Opening;
use crate::prose::links::{Link, link};
use crate::prose::repository::{push_parts, push_repository};
use crate::prose::sentence::{Punctuation, Sentence};
use crate::prose::shelf::{self, CollectionForm, CollectionOrder, MicrofilmWord, NumberPlace, Units};
use crate::prose::words::{has_words, without_stop};

impl Composer<'_> {
    /// `joint`: the mark after the date.
    pub(super) fn whereabouts(&self, s: &mut Sentence<'_>, joint: Punctuation) {
        let mut joint = joint;
        // A21: with a source the holdings are not printed.
        if let Some(literature) = &self.literature {
            joint = self.published_literature(s, literature);
            // B37: the place where an article is kept is a separate container.
            if literature.shape == Shape::Article
                && self.document.source().is_some()
                && let Some(holding) = self.document.holdings().first()
            {
                joint = self.location(s, holding, Punctuation::Period);
            }
        } else if let Some(source) = books::source(self.document) {
            s.punctuate(joint);
            if joint == Punctuation::Period {
                s.capitalize_next();
            }
            self.book(s, source);
            joint = Punctuation::Comma;
            // B37: the place where a clipping is kept is a separate container.
            if let Some(holding) = self.document.holdings().first()
                && books::is_cited_as_newspaper(self.document, source, self.language())
            {
                joint = self.location(s, holding, Punctuation::Period);
            }
        } else if let Some(holding) = self.document.holdings().first() {
            if !self.leads_whole(holding) {
                joint = self.location(s, holding, joint);
            }
        } else if let Some(number) = shelf::unsaid_number(self.document) {
            // A11: it opens the units, if there are any.
            s.punctuate(joint);
            if joint == Punctuation::Period {
                s.capitalize_next();
            }
            shelf::push_number(s, number);
            joint = Punctuation::Comma;
        }
        if let Some(words) = self.document.addendum() {
            // B16
            s.punctuate(Punctuation::Period).capitalize_next().data(words);
            joint = Punctuation::Period;
        }
        self.digital_home(s, joint);
        let accessed = self.document.surrogates().first().and_then(|home| home.accessed.as_ref());
        let wanted = self.style.access == Access::Always || self.own_date().is_none();
        if let Some(accessed) = accessed.filter(|_| wanted) {
            s.punctuate(Punctuation::Period).capitalize_next().term(|language| language.notes.accessed);
            dates::push_date(s, accessed, DatePart::Whole, CALENDAR);
        }
    }

    /// `Collection, Repository, Place, Department, MS 176, box 1` (A1). Returns the mark for what follows.
    fn location(&self, s: &mut Sentence<'_>, holding: &Holding, joint: Punctuation) -> Punctuation {
        let mut joint = joint;
        let mut next = |s: &mut Sentence<'_>| {
            let joint = std::mem::replace(&mut joint, Punctuation::Comma);
            if joint == Punctuation::Period {
                s.punctuate(joint).capitalize_next()
            } else {
                s.punctuate(joint)
            };
        };
        if let Some(whole) = &holding.cited_whole {
            next(s);
            s.verbatim(without_stop(whole));
            return joint;
        }
        // The path of a collection is already printed.
        let by_path = matches!(self.lead.opening, Opening::Path(_));
        let is_reference = self.is_reference();
        if holding.as_cited.is_none() && !by_path {
            let form = CollectionForm {
                order: if is_reference { CollectionOrder::BroadFirst } else { CollectionOrder::ByRule },
                said: shelf::level_of_title(self.document),
                ..CollectionForm::BY_RULE
            };
            if form.is_printable(holding) {
                next(s);
                form.push(s, holding, |_| (), |s| _ = s.punctuate(Punctuation::Comma));
            }
        }
        // B1: a reference that is only a location begins with the repository.
        if let Some(repository) = holding.repository.as_ref().filter(|_| !is_reference) {
            push_parts(s, repository, self.style.repository, |s| {
                next(s);
                s.keep_case();
            });
        }
        if let Some(words) = &holding.as_cited {
            next(s);
            s.verbatim(words);
            // B12
            if let Some(number) = shelf::unsaid_number(self.document).filter(|number| !has_words(words, number)) {
                next(s);
                shelf::push_number(s, number);
            }
        } else if !by_path || shelf::has_collection(holding) {
            let units = Units {
                // RULES 4.5: `ff. 1r–11v`
                folio: Some(self.language().leaf_forms.folio),
                microfilm: MicrofilmWord::IsSaidElsewhere,
                // B12
                number_place: NumberPlace::ClosesTheUnits,
                ..Units::of_document(self.document, holding)
            };
            let first = std::cell::Cell::new(true);
            let opening = joint;
            units.push(s, |s| {
                first.set(false);
                s.punctuate(opening);
                if opening == Punctuation::Period {
                    s.capitalize_next();
                }
            });
            if !first.get() {
                joint = Punctuation::Comma;
            }
        }
        joint
    }

    pub(super) fn is_reference(&self) -> bool {
        matches!(self.lead.opening, Opening::Reference)
    }

    /// Whether the whole known location has opened the reference: without a repository its shelf mark does (B1).
    fn leads_whole(&self, holding: &Holding) -> bool {
        self.is_reference() && (holding.repository.is_none() || holding.cited_whole.is_some())
    }

    /// B1: prints the repository, or whatever is known of the location, in place of the author.
    pub(super) fn reference_lead(&self, s: &mut Sentence<'_>) {
        match self.document.holdings().first() {
            Some(holding) if self.leads_whole(holding) => _ = self.location(s, holding, Punctuation::Period),
            Some(Holding { repository: Some(repository), .. }) => push_repository(s, repository, self.style.repository),
            _ => {}
        }
    }

    pub(super) fn is_microfilm(&self) -> bool {
        !self.is_published()
            && self.document.holdings().first().is_some_and(|holding| holding.role == HoldingRole::Microform)
    }

    pub(super) fn names_home(&self) -> bool {
        self.document.surrogates().first().is_some_and(|home| home.archive.is_some() || home.host.is_some())
    }

    /// A new container after a period, in italics. A URL alone follows a comma (A17).
    fn digital_home(&self, s: &mut Sentence<'_>, joint: Punctuation) {
        let home = self.document.surrogates().first();
        let mut joint = joint;
        let page = self.literature.filter(|it| it.shape == Shape::WebPage);
        let is_site = page.is_some_and(|it| it.book.container.is_none());
        let is_owner = page.is_some_and(|it| it.book.publisher.is_none());
        if let Some(archive) = home.and_then(|home| home.archive.as_ref()).filter(|_| !is_site) {
            s.punctuate(Punctuation::Period).italic(archive);
            joint = Punctuation::Comma;
        }
        if let Some(host) = home.and_then(|home| home.host.as_ref()).filter(|_| !is_owner) {
            s.punctuate(if home.is_some_and(|home| home.archive.is_some()) {
                Punctuation::Comma
            } else {
                Punctuation::Period
            })
            .data(host);
            joint = Punctuation::Comma;
        }
        match link(self.document) {
            Some(Link::Doi(doi)) => _ = s.punctuate(joint).address(format_args!("https://doi.org/{doi}")),
            Some(Link::Address(address)) => {
                s.punctuate(joint);
                match (self.style.schemes, address.split_once("://")) {
                    // A DOI that was copied as a URL.
                    (Schemes::Dropped, Some((_, bare))) if !bare.starts_with("doi.org/10.") => s.link(&address, bare),
                    _ => s.address(&address),
                };
            }
            None => {}
        }
    }
}
