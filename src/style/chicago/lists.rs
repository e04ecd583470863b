//! Entries of the bibliography and of the reference list: `AUTHOR. [YEAR.] TITLE. DATE. WHERE.` (RULES 0.2, 0.3)

use super::composer::Composer;
use super::whereabouts::Mode;
use crate::document::TitleForm;
use crate::prose::lead::{Opening, push_conversation, push_title, translators};
use crate::prose::names::{EtAl, NameForm, People, push_people};
use crate::prose::scripts::printed;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::prose::shelf;

impl Composer<'_> {
    pub(super) fn entry(&self, s: &mut Sentence<'_>, mode: Mode) {
        let is_collection = self.is_collection();
        let has_year = self.opens_with_year(mode);
        let headed = self.entry_heading(s);
        if headed {
            self.role(s);
        }
        if headed && has_year {
            self.year_element(s);
        }
        s.punctuate(Punctuation::Period);
        self.entry_lead(s, mode);
        // Without an author the year follows the words that open the entry.
        let parted = has_year && !headed;
        if parted {
            self.year_element(s);
        }
        if let Opening::Title(_, Some(kind)) = self.lead.opening {
            // B23: "by A" continues a title that contains "interview".
            let says_interview = self.lead.says_interview(self.document, kind) && !parted;
            s.punctuate(if says_interview { Punctuation::Comma } else { Punctuation::Period });
            self.lead.push_kind(if says_interview { s } else { s.capitalize_next() }, self.document, kind, EtAl::NEVER);
        } else if let Some(recipients) = self.lead.unsaid_recipients() {
            s.punctuate(Punctuation::Period).capitalize_next().term(|language| language.people.to);
            push_people(s, recipients, (NameForm::Natural, NameForm::Natural), EtAl::NEVER);
        }
        if !is_collection {
            // A13: with a published source, a description and its date are one element, but a title and its date are two.
            let joint = if self.is_published() && !self.lead.is_quoted() && !parted {
                Punctuation::Comma
            } else {
                Punctuation::Period
            };
            self.entry_translators(s, joint);
            self.entry_date(s, mode, joint);
        }
        self.whereabouts(s, mode);
        if !self.cite.omits_final_period() {
            s.end();
        }
    }

    /// Whether the year follows the author. A collection has no year (RULES 7.1).
    pub(super) fn opens_with_year(&self, mode: Mode) -> bool {
        mode == Mode::AuthorDate && !self.is_collection()
    }

    pub(super) fn entry_lead(&self, s: &mut Sentence<'_>, mode: Mode) {
        match self.lead.opening {
            Opening::Title(title, _) => {
                self.set_of_volume(s, mode);
                push_title(s, self.document, title, printed(title));
                self.original(s, title).translated(title);
            }
            Opening::Description(title) => {
                self.set_of_volume(s, mode);
                s.capitalize_next().roman(printed(title));
                self.original(s, title).translated(title);
                self.lead.push_interviewers(s, Punctuation::Period, self.document, EtAl::NEVER);
            }
            Opening::Correspondence(kind) if self.is_published_letter() => {
                self.correspondence(s.capitalize_next(), kind, NameForm::Natural);
            }
            Opening::Correspondence(kind) => {
                // Lists print the word "letter" (quirk Q2), and all recipients (RULES 2.3).
                s.capitalize_next().data(kind).word(" ").term(|language| language.people.to);
                push_people(s, self.lead.recipients, (NameForm::Natural, NameForm::Natural), EtAl::NEVER);
            }
            Opening::Kind(kind) => self.lead.push_kind(s.capitalize_next(), self.document, kind, EtAl::NEVER),
            Opening::Conversation(word) => push_conversation(s, self.document, word, NameForm::Natural),
            Opening::Collection(title) => {
                if title.form == TitleForm::Supplied {
                    s.capitalize_next();
                }
                s.roman(printed(title));
                self.original(s, title).translated(title);
                self.collection_number(s);
            }
            Opening::Path(holding) => {
                let between = |s: &mut Sentence<'_>| _ = s.punctuate(Punctuation::Period);
                shelf::push_path_in_elements(s.capitalize_next(), holding, between);
                self.collection_number(s);
            }
            // A bibliography prints the whole book, after the date.
            Opening::Reference if self.is_published() && mode == Mode::Bibliography => {}
            Opening::Reference => self.reference_lead(s, mode),
        }
    }

    fn entry_translators(&self, s: &mut Sentence<'_>, joint: Punctuation) {
        let names = translators(self.document);
        if !names.is_empty() {
            s.punctuate(joint);
            if joint == Punctuation::Period { s.capitalize_next() } else { &mut *s }
                .term(|language| language.books.translated_by);
            push_people(s, People::Names(names), (NameForm::Natural, NameForm::Natural), self.entry_cut());
        }
    }
}
