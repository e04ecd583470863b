//! Notes in full: `LEAD, KIND, PLACE, DATE, LOCATION, DIGITAL COPY.` (RULES 0.1)

use super::composer::Composer;
use super::options::OriginalScript;
use super::when::Undated;
use super::whereabouts::Mode;
use crate::document::{Title, TitleForm};
use crate::prose::collection::{before_path, before_title};
use crate::prose::lead::{Opening, push_conversation, push_title, translators};
use crate::prose::names::{NameForm, People, push_people};
use crate::prose::scripts::{characters, printed};
use crate::prose::sentence::{Punctuation, Sentence};
use crate::prose::shelf;
use crate::style::NameUse;

impl Composer<'_> {
    pub(super) fn note(&self, s: &mut Sentence<'_>) {
        self.note_lead(s);
        // RULES 6.3: after title and kind, before the date.
        let translators = translators(self.document);
        if !translators.is_empty() {
            s.punctuate(Punctuation::Comma).term(|language| language.books.trans);
            self.note_names(s, People::Names(translators), NameForm::Natural);
        }
        if !self.is_collection() || self.day.is_some() {
            self.note_date(s, if self.is_reference() { Undated::LeftOut } else { Undated::Printed });
        }
        self.whereabouts(s, Mode::Note);
        if let Some(short) = self.short_name().filter(|_| self.cite.short_names().collection == NameUse::Introduced) {
            // RULES 9.1: in parentheses before the period.
            s.word(" (").term(|language| language.notes.hereafter_cited_as).data(short).word(")");
        }
        if !self.cite.omits_final_period() {
            s.end();
        }
    }

    fn note_lead(&self, s: &mut Sentence<'_>) {
        let creators = self.lead.creators;
        let cut = self.note_recipients_cut();
        match self.lead.opening {
            Opening::Title(title, kind) => {
                let has_recipients = self.has_recipients_before_title();
                if has_recipients {
                    self.writer_to_recipients(s, NameForm::Natural);
                } else {
                    self.note_names(s, creators, NameForm::Natural);
                }
                self.role(s);
                s.punctuate(Punctuation::Comma);
                self.set_of_volume(s, Mode::Note);
                push_title(s, self.document, title, printed(title));
                self.original(s, title).translated(title);
                match (kind, self.lead.unsaid_recipients()) {
                    (Some(kind), _) if has_recipients => self.kind_of_correspondence(s, kind),
                    (Some(kind), _) => {
                        s.punctuate(Punctuation::Comma);
                        self.lead.push_kind(s, self.document, kind, cut);
                    }
                    (None, Some(recipients)) if !has_recipients => {
                        s.punctuate(Punctuation::Comma).term(|language| language.people.to);
                        push_people(s, recipients, (NameForm::Natural, NameForm::Natural), cut);
                    }
                    (None, _) => {}
                }
            }
            Opening::Description(title) => {
                self.note_names(s, creators, NameForm::Natural);
                self.role(s);
                s.punctuate(Punctuation::Comma);
                self.set_of_volume(s, Mode::Note);
                self.opening(s).roman(printed(title));
                self.original(s, title).translated(title);
                self.lead.push_interviewers(s, Punctuation::Comma, self.document, cut);
            }
            Opening::Correspondence(kind) => self.correspondence(s, kind, NameForm::Natural),
            Opening::Kind(kind) => {
                self.note_names(s, creators, NameForm::Natural);
                self.role(s);
                s.punctuate(Punctuation::Comma);
                self.lead.push_kind(self.opening(s), self.document, kind, cut);
            }
            Opening::Conversation(word) => push_conversation(s, self.document, word, NameForm::Natural),
            Opening::Collection(title) => {
                self.collection_of(s, NameForm::Natural, || before_title(printed(title)));
                self.collection_title(s, title, printed(title));
                self.original(s, title).translated(title);
                self.collection_number(s);
            }
            Opening::Path(holding) => {
                self.collection_of(s, NameForm::Natural, || before_path(holding, self.language()));
                shelf::push_path_as_title(s.capitalize_next(), holding);
                self.collection_number(s);
            }
            Opening::Reference => _ = s.capitalize_next(),
        }
    }

    /// B20: by option, the title in the script of the document, after the one in Latin letters.
    pub(super) fn original<'s, 't>(&self, s: &'s mut Sentence<'t>, title: &Title) -> &'s mut Sentence<'t> {
        if self.style.original == OriginalScript::Printed
            && let Some(characters) = characters(title)
        {
            s.word(" ").roman(characters);
        }
        s
    }

    /// B7: `Howley Family Papers, COLL-262`
    pub(super) fn collection_number(&self, s: &mut Sentence<'_>) {
        if let Some(number) = shelf::number_of_collection(self.document) {
            s.punctuate(Punctuation::Comma).verbatim(number);
        }
    }

    /// A5: a description is capitalized only where it opens the citation.
    pub(super) fn opening<'s, 't>(&self, s: &'s mut Sentence<'t>) -> &'s mut Sentence<'t> {
        if self.lead.creators.is_empty() { s.capitalize_next() } else { s }
    }

    /// Roman even if formal (A19). A supplied title is capitalized like a description.
    pub(super) fn collection_title<'s, 't>(
        &self,
        s: &'s mut Sentence<'t>,
        title: &Title,
        words: &str,
    ) -> &'s mut Sentence<'t> {
        if title.form == TitleForm::Supplied { self.opening(s) } else { s }.roman(words)
    }
}
