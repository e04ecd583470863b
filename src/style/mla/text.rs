//! Citations in the text: `(Kennan 12–13)` (RULES 9.6)

use super::{CALENDAR, CUT, Composer, OriginalScript};
use crate::document::{Holding, Name, Title};
use crate::prose::books;
use crate::prose::collection::{before_short_path, before_title};
use crate::prose::dates::{self, DatePart};
use crate::prose::lead::{Opening, Subtitle, push_conversation, short_title};
use crate::prose::names::{NameForm, People, push_people};
use crate::prose::ranges::RangeDigits;
use crate::prose::repository::push_short_repository;
use crate::prose::scripts::characters;
use crate::prose::sentence::{Punctuation, Sentence, in_parentheses};
use crate::prose::shelf::{self, LocatorForm, MicrofilmWord, NumberPlace, Units};
use crate::prose::supplied::names_one;
use crate::prose::words::without_stop;
use crate::style::{Disambiguator, Disambiguators};

impl Composer<'_> {
    pub(super) fn in_text(&self, s: &mut Sentence<'_>) {
        s.word("(");
        let details = self.cite.disambiguators();
        let of_the_author_alone: Disambiguators =
            [Disambiguator::Initials, Disambiguator::GivenName].into_iter().collect();
        let beside_author = !details.without(of_the_author_alone).is_empty();
        match self.lead.opening {
            _ if self.cite.leaves_author_out() && beside_author => self.what(s, details),
            _ if self.cite.leaves_author_out() => {}
            Opening::Collection(title) => {
                // "(House Papers)", as in Chicago (A19).
                let words = short_title(title, Subtitle::GoesFromLongTitles, self.language());
                if !self.lead.creators.is_empty() && !names_one(&title.text, self.document.creators()) {
                    self.names(s);
                    s.punctuate(before_title(words));
                }
                s.roman(words);
            }
            Opening::Path(holding) => {
                if !self.lead.creators.is_empty() {
                    self.names(s);
                    s.punctuate(before_short_path(holding, self.language()));
                }
                shelf::push_short_path(s.capitalize_next(), holding);
            }
            _ if !self.lead.creators.is_empty() => {
                self.names(s);
                if beside_author {
                    self.what(s.punctuate(Punctuation::Comma), details);
                }
            }
            _ => self.what(s, details),
        }
        self.disambiguators(s, details);
        if let Some(day) = &self.day {
            // B19: in place of a page.
            day.push(in_parentheses(s, Punctuation::Space), CALENDAR);
        }
        if let Some(locator) = self.cite.locator() {
            let form = LocatorForm { folio: Some(self.language().leaf_forms.folio), digits: RangeDigits::Mla };
            // RULES 4.4: pages lose their label and take no comma. Every other label is kept, after a comma.
            match shelf::pages_in_text(self.document, locator, self.language()) {
                Some(pages) => {
                    let mark = if self.day.is_none() { Punctuation::Space } else { Punctuation::Comma };
                    shelf::push_pages_in_text(in_parentheses(s, mark), self.document, pages, form);
                }
                None => {
                    shelf::push_place(in_parentheses(s, Punctuation::Comma), self.document, locator, form);
                }
            }
        }
        s.word(")");
    }

    /// The title or the description. A12: an initial article is always omitted.
    fn what(&self, s: &mut Sentence<'_>, details: Disambiguators) {
        match self.lead.opening {
            Opening::Title(title, _) | Opening::Description(title) if self.original(title).is_some() => {
                _ = s.roman(self.original(title).unwrap_or_default())
            }
            Opening::Title(title, _) => {
                self.own_title(s, title, short_title(title, Subtitle::GoesFromLongTitles, self.language()));
            }
            Opening::Description(title) => {
                _ = s.capitalize_next().roman(short_title(title, Subtitle::GoesFromLongTitles, self.language()))
            }
            Opening::Correspondence(_) if self.is_titled_letter() => s.quotation(|s| {
                s.capitalize_next().term(|language| language.people.to);
                push_people(s, self.lead.recipients, (NameForm::Natural, NameForm::Natural), CUT);
            }),
            Opening::Correspondence(kind) => {
                s.capitalize_next().data(kind);
                let names_recipient = details.has(Disambiguator::Recipient);
                if self.lead.creators.is_empty() || names_recipient {
                    // B26: with the full name of the recipient.
                    let form = if names_recipient { NameForm::Natural } else { NameForm::Short };
                    s.word(" ").term(|language| language.people.to);
                    push_people(s, self.lead.recipients, (form, form), CUT);
                }
            }
            Opening::Kind(kind) => _ = s.capitalize_next().data(kind),
            Opening::Conversation(word) => push_conversation(s, self.document, word, NameForm::Short),
            Opening::Reference => _ = s.part(|s| self.reference(s)),
            Opening::Collection(_) | Opening::Path(_) => {}
        }
    }

    /// The title in its own script, by option, as at the start of its entry (B20).
    fn original<'t>(&self, title: &'t Title) -> Option<&'t str> {
        characters(title).filter(|_| self.style.original == OriginalScript::Printed)
    }

    /// The first unique element, with a date in brackets: `(Benton, Letter [22 June])` (RULES 9.6).
    fn disambiguators(&self, s: &mut Sentence<'_>, details: Disambiguators) {
        let recipients = self.document.recipients();
        if details.has(Disambiguator::Recipient)
            && !recipients.is_empty()
            && matches!(self.lead.opening, Opening::Title(..) | Opening::Description(_))
        {
            push_people(
                s.punctuate(Punctuation::Comma).term(|language| language.people.to),
                People::Names(recipients),
                (NameForm::Natural, NameForm::Natural),
                CUT,
            );
        }
        if details.has(Disambiguator::Interviewer) && !self.document.interviewers().is_empty() {
            s.punctuate(Punctuation::Comma).term(|language| language.people.interview_by);
            push_people(s, People::Names(self.document.interviewers()), (NameForm::Short, NameForm::Short), CUT);
        }
        if let Some(date) =
            self.own_date().filter(|_| details.has(Disambiguator::Date) || details.has(Disambiguator::Day))
        {
            let is_day = !details.has(Disambiguator::Date) && dates::has_part(date, DatePart::Rest);
            s.punctuate(Punctuation::Space);
            let bracketed = dates::is_bracketed(date, CALENDAR);
            s.word(if bracketed { "" } else { "[" });
            dates::push_date(s, date, if is_day { DatePart::Rest } else { DatePart::Whole }, CALENDAR);
            s.word(if bracketed { "" } else { "]" });
        }
        if self.is_reference() && !self.names_holder() {
            // The document is named by its shelf mark.
        } else if details.has(Disambiguator::Shelf) {
            self.shelf(s);
        } else if details.has(Disambiguator::Unit)
            && let Some(holding) = shelf::in_units(self.document)
        {
            self.units(holding).push_narrowest(s);
        }
    }

    /// B1: the repository that opens the entry; B4: the book.
    fn reference(&self, s: &mut Sentence<'_>) {
        let book = books::source(self.document);
        if let Some(title) = book.and_then(|book| book.container.as_ref().or(book.title.as_ref())) {
            s.italic(short_title(title, Subtitle::GoesFromLongTitles, self.language()));
        } else if let Some(holding) = self.document.holdings().first() {
            match (&holding.cited_whole, &holding.repository) {
                (None, Some(repository)) => push_short_repository(s, repository),
                _ => self.reference_lead(s),
            }
        }
    }

    fn names_holder(&self) -> bool {
        let holding = self.document.holdings().first();
        holding.is_some_and(|holding| holding.cited_whole.is_none() && holding.repository.is_some())
    }

    /// Number, units and leaves, or what replaces them.
    fn shelf(&self, s: &mut Sentence<'_>) {
        match self.document.holdings().first() {
            None => {
                if let Some(number) = shelf::unsaid_number(self.document) {
                    shelf::push_number(s.punctuate(Punctuation::Comma), number);
                }
            }
            Some(holding) => match holding.cited_whole.as_ref().or(holding.as_cited.as_ref()) {
                Some(wording) => _ = s.punctuate(Punctuation::Comma).verbatim(without_stop(wording)),
                None => self.units(holding).push(s, |s| _ = s.punctuate(Punctuation::Comma)),
            },
        }
    }

    fn units<'d>(&'d self, holding: &'d Holding) -> Units<'d> {
        Units {
            folio: Some(self.language().leaf_forms.folio),
            microfilm: MicrofilmWord::IsSaidElsewhere,
            // B12
            number_place: NumberPlace::ClosesTheUnits,
            ..Units::of_document(self.document, holding)
        }
    }

    /// The names at the start of the entry, so that a reader finds it: an organization without an abbreviation by its
    /// government (RULES 2.1).
    fn names(&self, s: &mut Sentence<'_>) {
        if let People::Names([Name::Body(body), ..]) = self.lead.creators
            && body.abbreviation.is_none()
            && let Some(parent) = &body.parent
        {
            s.data(parent).word(", ");
        }
        let details = self.cite.disambiguators();
        let shape = if details.has(Disambiguator::GivenName) {
            NameForm::Natural
        } else if details.has(Disambiguator::Initials) {
            NameForm::Initials
        } else {
            NameForm::Short
        };
        push_people(s, self.lead.creators, (shape, shape), CUT);
    }
}
