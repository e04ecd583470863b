//! Writers, recipients, the host of a page, and where a list of names is cut (RULES 1.3, 2).

use super::composer::Composer;
use super::options::{Edition, Recipients, RecipientsPlace};
use crate::document::Kind;
use crate::prose::names::{EtAl, NameForm, People, is_the_author, push_people};
use crate::prose::sentence::{Punctuation, Sentence};
use crate::style::Disambiguator;

impl Composer<'_> {
    /// RULES 2.2: the first of three or more names in the 18th edition, of four or more in the 17th.
    pub(super) fn note_cut(&self) -> EtAl {
        match self.style.edition {
            Edition::Eighteenth => EtAl { from: 3, keep: 1 },
            Edition::Seventeenth => EtAl { from: 4, keep: 1 },
        }
    }

    /// RULES 2.2: three of seven or more names in the 18th edition, seven of eleven or more in the 17th.
    pub(super) fn entry_cut(&self) -> EtAl {
        match self.style.edition {
            Edition::Eighteenth => EtAl { from: 7, keep: 3 },
            Edition::Seventeenth => EtAl { from: 11, keep: 7 },
        }
    }

    /// RULES 2.3: recipients are cut as authors are (quirk Q28).
    pub(super) fn note_recipients_cut(&self) -> EtAl {
        if self.style.recipients == Recipients::All { EtAl::NEVER } else { self.note_cut() }
    }

    pub(super) fn note_names(&self, s: &mut Sentence<'_>, names: People<'_>, shape: NameForm) {
        if !names.is_empty() {
            push_people(s, names, (shape, shape), self.note_cut());
        }
    }

    /// "A to B, telegram": only the word "letter" is omitted (RULES 1.3; quirk Q1).
    pub(super) fn correspondence(&self, s: &mut Sentence<'_>, kind: &str, shape: NameForm) {
        let (creators, recipients) = (self.lead.creators, self.lead.recipients);
        let cut = self.note_recipients_cut();
        if creators.is_empty() {
            // A4: the note begins with "Telegram to B".
            s.capitalize_next().data(kind).word(" ").term(|language| language.people.to);
            push_people(s, recipients, (shape, shape), cut);
            return;
        }
        if self.is_to_the_author() {
            self.note_names(s, creators, shape);
            s.punctuate(Punctuation::Comma).data(kind).word(" ").term(|language| language.people.to);
            push_people(s, recipients, (shape, shape), cut);
            return;
        }
        self.writer_to_recipients(s, shape);
        self.kind_of_correspondence(s, kind);
    }

    /// `A to B`
    pub(super) fn writer_to_recipients(&self, s: &mut Sentence<'_>, shape: NameForm) {
        self.note_names(s, self.lead.creators, shape);
        s.word(" ").term(|language| language.people.to);
        push_people(s, self.lead.recipients, (shape, shape), self.note_recipients_cut());
    }

    /// The kind after `A to B`, except the word "letter".
    pub(super) fn kind_of_correspondence(&self, s: &mut Sentence<'_>, kind: &str) {
        if kind != Kind::Letter.as_str() {
            s.punctuate(Punctuation::Comma).data(kind);
        }
    }

    /// Whether `A to B` comes before the title, by option (RULES 1.1.6).
    pub(super) fn has_recipients_before_title(&self) -> bool {
        self.style.recipients_place == RecipientsPlace::BeforeTitle
            && !self.lead.creators.is_empty()
            && !self.lead.recipients.is_empty()
            && !self.is_to_the_author()
            && self.document.interviewers().is_empty()
    }

    /// B39: "letter to author" describes what "A to B" cannot.
    pub(super) fn is_to_the_author(&self) -> bool {
        !self.lead.creators.is_empty() && is_the_author(self.lead.recipients, self.language())
    }

    /// The person whose papers are cited: "Edward M. House Papers" (RULES 7). `joint` comes before the papers.
    pub(super) fn collection_of(&self, s: &mut Sentence<'_>, shape: NameForm, joint: impl FnOnce() -> Punctuation) {
        if !self.lead.creators.is_empty() {
            self.note_names(s, self.lead.creators, shape);
            s.punctuate(joint());
        }
    }

    /// How a short note or the text names an author: with more than the family name if another author has the same.
    pub(super) fn short_shape(&self) -> NameForm {
        let details = self.cite.disambiguators();
        if details.has(Disambiguator::GivenName) {
            NameForm::Natural
        } else if details.has(Disambiguator::Initials) {
            NameForm::Initials
        } else {
            NameForm::Short
        }
    }

    /// The inverted author, or the host of a web-only document (A18). Returns whether there is one.
    pub(super) fn entry_heading(&self, s: &mut Sentence<'_>) -> bool {
        // RULES 9.7: the 17th edition replaces the name with a dash. The 18th repeats it.
        if self.cite.repeats_author() && self.style.edition == Edition::Seventeenth && !self.lead.creators.is_empty() {
            s.word("———");
            return true;
        }
        if !self.lead.creators.is_empty() {
            push_people(s, self.lead.creators, (NameForm::Inverted, NameForm::Natural), self.entry_cut());
            return true;
        }
        if self.newspaper_heading(s) {
            return true;
        }
        let host = self.owner_of_page().or_else(|| self.host().filter(|_| self.is_web_only()));
        if let Some(host) = host {
            s.data(host);
        }
        host.is_some()
    }

    /// The family names, or the host of a web-only document (A18).
    pub(super) fn short_heading(&self, s: &mut Sentence<'_>) {
        if self.short_newspaper_heading(s) {
            return;
        }
        // RULES 13.14: a site without a separate owner does not come first in a later note.
        let owner = self.owner_of_page().and(self.literature).and_then(|literature| literature.owner());
        match owner.or_else(|| self.host().filter(|_| self.is_web_only())) {
            Some(host) => _ = s.data(host),
            None => self.note_names(s, self.lead.creators, self.short_shape()),
        }
    }

    /// A18: only a page on the web, whose host is known.
    pub(super) fn is_web_only(&self) -> bool {
        let document = self.document;
        self.literature.is_none()
            && !self.is_collection()
            && document.creators().is_empty()
            && document.holdings().is_empty()
            && document.source().is_none()
            && self.host().is_some()
    }

    pub(super) fn host(&self) -> Option<&str> {
        self.document.surrogates().first().filter(|home| home.archive.is_some()).and_then(|home| home.host.as_deref())
    }
}
