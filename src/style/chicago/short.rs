//! Shortened notes (RULES 9.1) and citations in the text (RULES 9.3).

use super::composer::Composer;
use super::options::ShortNotes;
use super::when::Undated;
use super::whereabouts::Mode;
use crate::document::{Kind, Publication};
use crate::prose::books::literature::Shape;
use crate::prose::books::{self, NumberRule};
use crate::prose::collection::{before_short_path, before_title};
use crate::prose::dates::{self, DatePart};
use crate::prose::lead::{Opening, Subtitle, push_conversation, push_title, short_title};
use crate::prose::names::{NameForm, People};
use crate::prose::sentence::{Punctuation, Sentence, in_parentheses};
use crate::prose::shelf::{self, LocatorForm};
use crate::prose::words::without_stop;
use crate::style::{Disambiguator, Disambiguators, NameUse};

impl Composer<'_> {
    pub(super) fn short_note(&self, s: &mut Sentence<'_>) {
        let details = self.cite.disambiguators();
        let mut dated = false;
        match self.lead.opening {
            Opening::Title(title, _) => {
                self.short_heading(s);
                s.punctuate(Punctuation::Comma);
                push_title(s, self.document, title, short_title(title, Subtitle::Goes, self.language()));
            }
            Opening::Description(title) => {
                self.short_heading(s);
                s.punctuate(Punctuation::Comma);
                self.opening(s).roman(short_title(title, Subtitle::Goes, self.language()));
            }
            // B39: named by the kind, in the place of a title.
            Opening::Correspondence(kind) if self.is_to_the_author() => {
                self.short_heading(s);
                s.punctuate(Punctuation::Comma).data(kind);
            }
            Opening::Correspondence(kind) => {
                self.correspondence(s, kind, self.short_shape());
                // The date of a letter is always printed.
                self.note_date(s, Undated::LeftOut);
                dated = true;
            }
            Opening::Kind(kind) => {
                self.short_heading(s);
                s.punctuate(Punctuation::Comma);
                self.opening(s).data(kind);
                self.short_part(s);
            }
            Opening::Conversation(word) => push_conversation(s, self.document, word, self.short_shape()),
            Opening::Collection(_) | Opening::Path(_) => self.short_collection(s),
            Opening::Reference => self.short_reference(s.capitalize_next(), details),
        }
        let is_reference = self.is_reference();
        if !is_reference {
            if self.day.is_some() && !dated {
                self.note_date(s, Undated::LeftOut);
                dated = true;
            }
            self.disambiguators(s, details, dated);
        }
        if let Some(locator) = self.cite.locator().filter(|_| !is_reference) {
            // A24: the label is kept.
            shelf::push_place(s.punctuate(Punctuation::Comma), self.document, locator, LocatorForm::CHICAGO);
        }
        if let Some(collection) = self.named_collection() {
            s.punctuate(Punctuation::Comma).roman(collection);
        }
        if !self.cite.omits_final_period() {
            s.end();
        }
    }

    /// B8: `Johnson to O’Laughlin, July 13, 1916, O’Laughlin Papers`; RULES 9.1: `…, Egmont MSS`.
    fn named_collection(&self) -> Option<&str> {
        let is_bare = self.style.short_notes == ShortNotes::Bare;
        let leads = self.is_reference() || self.is_collection() || !self.document.interviewers().is_empty();
        if is_bare || leads || *self.document.kind() == Kind::Interview || self.is_published() {
            return None;
        }
        if let Some(short) = self.short_name().filter(|_| self.cite.short_names().collection == NameUse::Short) {
            return Some(short);
        }
        let (level, name) = shelf::in_units(self.document).and_then(shelf::short_collection)?;
        let is_in_title = match self.lead.opening {
            Opening::Title(title, _) | Opening::Description(title) => {
                shelf::names_collection(short_title(title, Subtitle::Goes, self.language()), level)
            }
            _ => false,
        };
        (!is_in_title).then_some(name)
    }

    /// The disambiguating details, in the order of a full note (RULES 9.2).
    fn disambiguators(&self, s: &mut Sentence<'_>, details: Disambiguators, dated: bool) {
        if details.has(Disambiguator::Interviewer) && !self.document.interviewers().is_empty() {
            let is_kind = matches!(self.lead.opening, Opening::Kind(_));
            if is_kind {
                s.word(" ").term(|language| language.people.by)
            } else {
                s.punctuate(Punctuation::Comma).term(|language| language.people.interview_by)
            };
            self.note_names(s, People::Names(self.document.interviewers()), self.short_shape());
        }
        if details.has(Disambiguator::Recipient)
            && !matches!(self.lead.opening, Opening::Correspondence(_))
            && !self.document.recipients().is_empty()
        {
            s.punctuate(Punctuation::Comma).term(|language| language.people.to);
            self.note_names(s, People::Names(self.document.recipients()), self.short_shape());
        }
        if let Some(date) =
            self.literature.and_then(|literature| literature.date()).filter(|_| details.has(Disambiguator::Date))
        {
            // For two editions of one book.
            dates::push_date(s.punctuate(Punctuation::Comma), date, DatePart::Whole, self.style.calendar());
        } else if details.has(Disambiguator::Date) && !dated && !self.is_collection() {
            self.note_date(s, Undated::LeftOut);
        }
        if details.has(Disambiguator::Book)
            && self.literature.is_none_or(|literature| literature.shape != Shape::Book)
            && let Some(book) = books::source(self.document)
        {
            if book.container.is_some() || book.title.is_some() {
                s.punctuate(Punctuation::Comma).term(|language| language.books.within);
            }
            self.short_book(s, book);
        }
        if details.has(Disambiguator::Shelf) {
            self.shelf(s);
        } else if details.has(Disambiguator::Unit)
            && let Some(holding) = shelf::in_units(self.document)
        {
            self.units_of(Mode::Short, holding).push_narrowest(s);
        }
    }

    /// `_Title_, vol. 1, no. 42`
    pub(super) fn short_book(&self, s: &mut Sentence<'_>, book: &Publication) {
        if let Some(title) = book.container.as_ref().or(book.title.as_ref()) {
            s.italic(short_title(title, Subtitle::Goes, self.language()));
        }
        if let Some(volume) = &book.volume {
            books::push_unit(s.punctuate(Punctuation::Comma), |words| words.volume, volume);
        }
        if let Some(number) = &book.number {
            books::push_number(s.punctuate(Punctuation::Comma), number, NumberRule::OpeningWithDigit);
        }
    }

    /// Number, units and leaves, or what replaces them: these distinguish the letters of one collection.
    fn shelf(&self, s: &mut Sentence<'_>) {
        let number = shelf::unsaid_number(self.document);
        match self.document.holdings().first() {
            None => {
                if let Some(number) = number {
                    shelf::push_number(s.punctuate(Punctuation::Comma), number);
                }
            }
            Some(holding) => {
                if let Some(wording) = holding.cited_whole.as_ref().or(holding.as_cited.as_ref()) {
                    s.punctuate(Punctuation::Comma).verbatim(without_stop(wording));
                } else {
                    self.units(s, Mode::Short, holding);
                }
            }
        }
        let has_path = self.document.holdings().first().is_some_and(|holding| !holding.path.is_empty());
        if let Some(id) = self.document.surrogates().first().and_then(|home| home.id.as_ref()).filter(|_| !has_path) {
            s.punctuate(Punctuation::Comma)
                .term(|language| language.books.number.one)
                .term(|language| language.number_space)
                .data(id);
        }
    }

    /// The short name of the narrowest level that has one, for use after its first mention.
    pub(super) fn short_name(&self) -> Option<&str> {
        let holding = self.document.holdings().first().filter(|_| !self.is_published())?;
        holding.path.iter().rev().find_map(|level| level.short.as_deref())
    }

    pub(super) fn in_text(&self, s: &mut Sentence<'_>) {
        s.word("(");
        match self.lead.opening {
            _ if self.cite.leaves_author_out() => {}
            Opening::Collection(_) | Opening::Path(_) => self.short_collection(s),
            _ if self.owner_of_page().is_some() => _ = s.data(self.owner_of_page().unwrap_or_default()),
            _ if !self.lead.creators.is_empty() || self.is_web_only() || self.is_unsigned_article() => {
                self.short_heading(s);
            }
            Opening::Title(title, _) => {
                push_title(s, self.document, title, short_title(title, Subtitle::Goes, self.language()))
            }
            Opening::Description(title) => {
                _ = s.capitalize_next().roman(short_title(title, Subtitle::Goes, self.language()))
            }
            Opening::Correspondence(kind) => self.correspondence(s, kind, self.short_shape()),
            Opening::Kind(kind) => _ = s.capitalize_next().data(kind),
            Opening::Conversation(word) => push_conversation(s, self.document, word, self.short_shape()),
            Opening::Reference => _ = s.part(|s| self.reference_in_text(s.capitalize_next())),
        }
        if !self.is_collection() {
            // RULES 9.3: a comma before "n.d.", but not before a year.
            self.year(
                in_parentheses(s, if self.has_year() { Punctuation::Space } else { Punctuation::Comma }),
                ("[", "]"),
            );
        }
        if let Some(day) = &self.day {
            day.push(in_parentheses(s, Punctuation::Comma), self.style.calendar());
        }
        if let Some(locator) = self.cite.locator() {
            in_parentheses(s, Punctuation::Comma);
            match shelf::pages_in_text(self.document, locator, self.language()) {
                Some(pages) => shelf::push_pages_in_text(s, self.document, pages, LocatorForm::CHICAGO),
                None => shelf::push_place(s, self.document, locator, LocatorForm::CHICAGO),
            }
        }
        s.word(")");
    }

    /// "House Papers" (A19).
    fn short_collection(&self, s: &mut Sentence<'_>) {
        if let Opening::Collection(title) = self.lead.opening {
            let words = short_title(title, Subtitle::Goes, self.language());
            self.collection_of(s, NameForm::Short, || before_title(words));
            self.collection_title(s, title, words);
        } else if let Opening::Path(holding) = self.lead.opening {
            self.collection_of(s, NameForm::Short, || before_short_path(holding, self.language()));
            shelf::push_short_path(s.capitalize_next(), holding);
        }
    }
}
