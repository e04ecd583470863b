//! `AUTHOR. TITLE OR DESCRIPTION. DATE. COLLECTION, REPOSITORY, …` (RULES 0.5)

use super::{CALENDAR, CUT, Composer, OriginalScript};
use crate::document::{Date, Kind, Title, TitleForm};
use crate::prose::books;
use crate::prose::dates::{self, DatePart};
use crate::prose::lead::{Opening, is_artwork, is_recorded, kind_word, push_conversation, translators};
use crate::prose::names::{NameForm, People, is_the_author, push_people};
use crate::prose::scripts::{characters, in_latin, printed};
use crate::prose::sentence::{Punctuation, Sentence};
use crate::prose::shelf;
use crate::prose::words::has_words;

impl Composer<'_> {
    pub(super) fn entry(&self, s: &mut Sentence<'_>) {
        if !self.lead.creators.is_empty() {
            self.heading(s);
            self.role(s);
        }
        s.punctuate(Punctuation::Period);
        self.entry_lead(s);
        let joint = self.date(s);
        self.whereabouts(s, joint);
        self.supplements(s);
        if !self.cite.omits_final_period() {
            s.end();
        }
    }

    /// What follows the author.
    pub(super) fn entry_lead(&self, s: &mut Sentence<'_>) {
        match self.lead.opening {
            Opening::Title(title, kind) => {
                self.title(s, title, |s| self.own_title(s, title, printed(title)));
                // A20: for a photograph or a map the kind comes at the end of the entry.
                if let Some(kind) = kind.filter(|_| !self.closes_with_kind()) {
                    if self.lead.says_interview(self.document, kind) {
                        s.punctuate(Punctuation::Comma);
                    } else {
                        s.punctuate(Punctuation::Period).capitalize_next();
                    }
                    self.lead.push_kind(s, self.document, kind, CUT);
                } else if kind.is_none()
                    && let Some(recipients) = self.lead.unsaid_recipients()
                {
                    s.punctuate(Punctuation::Period).capitalize_next().term(|language| language.people.to);
                    push_people(s, recipients, (NameForm::Natural, NameForm::Natural), CUT);
                }
            }
            Opening::Description(title) => {
                self.title(s, title, |s| _ = s.capitalize_next().roman(printed(title)));
                self.lead.push_interviewers(s, Punctuation::Period, self.document, CUT);
            }
            Opening::Correspondence(_) if self.is_titled_letter() => s.quotation(|s| {
                // B40: the title that its editors gave it.
                s.capitalize_next().term(|language| language.people.to);
                push_people(s, self.lead.recipients, (NameForm::Natural, NameForm::Natural), CUT);
            }),
            Opening::Correspondence(kind) => {
                s.capitalize_next().data(kind).word(" ").term(|language| language.people.to);
                push_people(s, self.lead.recipients, (NameForm::Natural, NameForm::Natural), CUT);
            }
            // B40: an interview by the author of the citing text, or one whose date names the interviewer.
            Opening::Kind(kind) if self.is_own_interview() => {
                s.capitalize_next().data(kind).word(" ").term(|language| language.people.with);
                push_people(s, self.interviewers(), (NameForm::Natural, NameForm::Natural), CUT);
            }
            Opening::Kind(kind) if self.conducted_by().is_some() => _ = s.capitalize_next().data(kind),
            Opening::Kind(kind) => self.lead.push_kind(s.capitalize_next(), self.document, kind, CUT),
            Opening::Conversation(word) => push_conversation(s, self.document, word, NameForm::Natural),
            Opening::Collection(title) => {
                if title.form == TitleForm::Supplied {
                    s.capitalize_next();
                }
                self.title(s, title, |s| _ = s.roman(printed(title)));
                self.collection_number(s);
            }
            Opening::Path(holding) => {
                shelf::push_path_as_title(s.capitalize_next(), holding);
                self.collection_number(s);
            }
            // If only the book is known, the book comes first (B4), after the date.
            Opening::Reference if self.is_published() => {}
            Opening::Reference => self.reference_lead(s),
        }
    }

    /// B7: `Howley Family Papers, COLL-262`
    fn collection_number(&self, s: &mut Sentence<'_>) {
        if let Some(number) = shelf::number_of_collection(self.document) {
            s.punctuate(Punctuation::Comma).verbatim(number);
        }
    }

    /// A title with its translation. By option, the original in roman type, with the transliteration and translation
    /// in one bracket (B20).
    fn title<'t>(&self, s: &mut Sentence<'t>, title: &Title, write: impl FnOnce(&mut Sentence<'t>)) {
        match characters(title).filter(|_| self.style.original == OriginalScript::Printed) {
            None => {
                write(s);
                s.translated(title);
            }
            Some(characters) => {
                s.keep_case().roman(characters).word(" [").roman(in_latin(title));
                if let Some(translated) = &title.translated {
                    s.term(|language| language.semicolon).word(" ").roman(translated);
                }
                s.word("]");
            }
        }
    }

    pub(super) fn is_titled_letter(&self) -> bool {
        *self.document.kind() == Kind::Letter && self.document.genre().is_none() && self.is_published()
    }

    fn interviewers(&self) -> People<'_> {
        People::Names(self.document.interviewers())
    }

    fn is_own_interview(&self) -> bool {
        is_the_author(self.interviewers(), self.language())
    }

    /// The interviewer, for an interview without a title (B40).
    fn conducted_by(&self) -> Option<People<'_>> {
        let untitled = matches!(self.lead.opening, Opening::Kind(_)) && !self.is_own_interview();
        Some(self.interviewers()).filter(|names| untitled && !names.is_empty())
    }

    /// A government organization begins with the government (RULES 2.1).
    pub(super) fn heading(&self, s: &mut Sentence<'_>) {
        // RULES 9.7: only for exactly the same authors.
        if self.cite.repeats_author() {
            s.word("---");
            return;
        }
        let parent = match self.lead.creators {
            People::Names([first, ..]) => first.as_body().and_then(|body| body.parent.as_deref()),
            _ => None,
        };
        if let Some(parent) = parent {
            s.data(parent).word(", ");
        }
        push_people(s, self.lead.creators, (NameForm::InvertedWithParticle, NameForm::Natural), CUT);
    }

    /// Translators and date. Returns the mark that follows them: a period with a collection, in correspondence,
    /// before a book or a digital archive, otherwise a comma (A1).
    fn date(&self, s: &mut Sentence<'_>) -> Punctuation {
        let names = translators(self.document);
        let is_elsewhere = self.literature.is_some() || books::is_dated_by_newspaper(self.document, self.language());
        let date = self.own_date().filter(|_| !is_elsewhere);
        let conducted_by = self.conducted_by();
        if let Some(interviewers) = conducted_by {
            s.punctuate(Punctuation::Period).capitalize_next().term(|language| language.people.conducted_by);
            push_people(s, interviewers, (NameForm::Natural, NameForm::Natural), CUT);
        }
        if !names.is_empty() {
            s.punctuate(Punctuation::Period).capitalize_next().term(|language| language.books.translated_by);
            push_people(s, People::Names(names), (NameForm::Natural, NameForm::Natural), CUT);
        }
        if let Some(date) = date {
            // A date that opens its element is capitalized: "Circa 1950" (RULES 3.2).
            if names.is_empty() && conducted_by.is_none() {
                s.punctuate(Punctuation::Period).capitalize_next()
            } else {
                s.punctuate(Punctuation::Comma)
            };
            dates::push_date(s, date, DatePart::Whole, CALENDAR);
        }
        let in_collection = self.document.holdings().first().is_some_and(shelf::has_collection);
        let at_home = self.document.holdings().is_empty() && self.names_home();
        let correspondence = !self.lead.recipients.is_empty() || !self.document.recipients().is_empty();
        let closed = in_collection || correspondence || self.is_published() || at_home;
        if closed || date.is_none() && names.is_empty() && conducted_by.is_none() {
            Punctuation::Period
        } else {
            Punctuation::Comma
        }
    }

    /// No date is printed for a collection (A19) or an undated document (RULES 3.2).
    pub(super) fn own_date(&self) -> Option<&Date> {
        let date = self.literature.map_or(self.document.date(), |literature| literature.date());
        date.filter(|date| *self.document.kind() != Kind::Collection && date.is_printable())
    }

    pub(super) fn is_published(&self) -> bool {
        books::source(self.document).is_some()
    }

    /// A20: the kind comes at the end for a photograph, map, recording or film.
    fn closes_with_kind(&self) -> bool {
        matches!(self.document.kind(), Kind::Photograph | Kind::Map) && self.document.interviewers().is_empty()
    }

    /// What comes at the end of the entry: the medium, and the book from which the translation was taken (A16, A20, A22).
    fn supplements(&self, s: &mut Sentence<'_>) {
        let kind = kind_word(self.document, self.language());
        // B23: `8 mm film` already contains the kind.
        let in_medium = self.document.medium().is_some_and(|medium| has_words(medium, kind));
        // With interviewers it follows the title. B23: also after a description.
        let titled = self.document.interviewers().is_empty()
            && !in_medium
            && matches!(
                self.lead.opening,
                Opening::Title(title, _) | Opening::Description(title) if !has_words(printed(title), kind)
            );
        let recorded = is_recorded(self.document);
        // B13: not printed for an object in a museum.
        if titled && (self.closes_with_kind() && !is_artwork(self.document) || recorded) {
            s.punctuate(Punctuation::Period).capitalize_next().data(kind);
            if let Some(extent) = self.document.extent().filter(|_| recorded) {
                s.punctuate(Punctuation::Comma).data(extent);
            }
        } else if let Some(extent) = self.document.extent().filter(|_| recorded && !in_medium) {
            s.punctuate(Punctuation::Period).capitalize_next().data(extent);
        }
        let film_read = self.is_microfilm();
        if film_read {
            s.punctuate(Punctuation::Period).capitalize_next().term(|language| language.notes.microfilm);
        }
        if let Some(medium) =
            self.document.medium().filter(|medium| !(film_read && medium.eq_ignore_ascii_case("microfilm")))
        {
            s.punctuate(Punctuation::Period).capitalize_next().data(medium);
            let is_picture = *self.document.kind() == Kind::Photograph || is_artwork(self.document);
            if let Some(extent) = self.document.extent().filter(|_| is_picture || recorded && in_medium) {
                s.punctuate(Punctuation::Comma).data(extent);
            }
        } else if let Some(extent) = self.document.extent().filter(|_| is_artwork(self.document)) {
            s.punctuate(Punctuation::Period).capitalize_next().data(extent);
        }
        if let Some(book) = books::translation_source(self.document) {
            s.punctuate(Punctuation::Period).capitalize_next().term(|language| language.books.translation_from);
            self.book(s, book);
        }
    }
}
