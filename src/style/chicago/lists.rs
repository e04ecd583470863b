//! Entries of the bibliography and of the reference list: `AUTHOR. [YEAR.] TITLE. DATE. WHERE.` (RULES 0.2, 0.3)

use super::whereabouts::Mode;
use super::{Composer, Edition};
use crate::document::{Date, Kind};
use crate::style::prose::dates::{self, Part};
use crate::style::prose::lead::{What, push_conversation, push_title, translators};
use crate::style::prose::names::{Cut, Parties, Shape, push_list};
use crate::style::prose::sentence::{Joint, Sentence};
use crate::style::prose::shelf;

impl Composer<'_> {
    pub(super) fn bibliography(&self, s: &mut Sentence<'_>) {
        self.entry(s, Mode::Bibliography);
    }

    pub(super) fn author_date(&self, s: &mut Sentence<'_>) {
        self.entry(s, Mode::AuthorDate);
    }

    fn entry(&self, s: &mut Sentence<'_>, mode: Mode) {
        // RULES 7: a collection has no year.
        let mut year = mode == Mode::AuthorDate && *self.document.kind() != Kind::Collection;
        if self.heading(s) {
            self.year_element(s, std::mem::take(&mut year));
        }
        s.joint(Joint::Period);
        match self.lead.what {
            What::Title(title, _) => {
                push_title(s, self.document, title, &title.text);
                s.translated(title);
            }
            What::Description(title) => _ = s.raise().roman(&title.text).translated(title),
            What::Correspondence(kind) => {
                // A letter is named in lists (quirk Q2), and all recipients stand (RULES 2.3).
                s.raise().data(kind).word(" to ");
                push_list(s, self.lead.recipients, (Shape::Natural, Shape::Natural), Cut::NEVER);
            }
            What::Kind(kind) => self.lead.push_kind(s.raise(), self.document, kind, Cut::NEVER),
            What::Conversation(word) => push_conversation(s, self.document, word, Shape::Natural),
            What::Collection(title) => _ = s.roman(&title.text).translated(title),
            What::Path(holding) => shelf::push_path_as_title(s.raise(), holding),
        }
        let parted = year;
        self.year_element(s, year);
        if let What::Title(_, Some(kind)) = self.lead.what {
            s.joint(Joint::Period);
            self.lead.push_kind(s.raise(), self.document, kind, Cut::NEVER);
        }
        if *self.document.kind() != Kind::Collection {
            // A13: with a published source a description and its date are one element, a title and its date are two.
            let joint =
                if self.is_published() && !self.lead.is_quoted() && !parted { Joint::Comma } else { Joint::Period };
            self.entry_translators(s, joint);
            self.entry_date(s, mode, joint);
        }
        self.whereabouts(s, mode);
        s.stop();
    }

    /// The author, turned round, or the host of what is only on the web (A18).
    fn heading(&self, s: &mut Sentence<'_>) -> bool {
        if !self.lead.creators.is_empty() {
            push_list(s, self.lead.creators, (Shape::Inverted, Shape::Natural), self.entry_cut());
            return true;
        }
        match self.host().filter(|_| self.is_web_only()) {
            Some(host) => _ = s.data(host),
            None => return false,
        }
        true
    }

    /// RULES 2.2: from seven names three in the 18th edition, from eleven seven in the 17th.
    pub(super) fn entry_cut(&self) -> Cut {
        match self.style.edition {
            Edition::Eighteenth => Cut { from: 7, keep: 3 },
            Edition::Seventeenth => Cut { from: 11, keep: 7 },
        }
    }

    fn year_element(&self, s: &mut Sentence<'_>, wanted: bool) {
        if wanted {
            s.joint(Joint::Period);
            // "Before 1867", but never "N.d."
            if self.label_date().is_some() {
                s.raise();
            }
            self.year(s);
        }
    }

    /// The label of author-date: the year of the book, or the document's own (RULES 6.2, 9.3).
    pub(super) fn year(&self, s: &mut Sentence<'_>) {
        let suffix = self.cite.asked_suffix();
        match self.label_date() {
            Some(date) => _ = dates::push(s, date, Part::Year(suffix), self.style.calendar()),
            None => {
                s.word("n.d.");
                if let Some(suffix) = suffix {
                    s.word("-").word(suffix);
                }
            }
        }
    }

    pub(super) fn label_date(&self) -> Option<&Date> {
        let published = self.document.source().filter(|_| self.is_published()).and_then(|source| source.date.as_ref());
        published.or(self.document.date()).filter(|date| !date.is_undated())
    }

    fn entry_translators(&self, s: &mut Sentence<'_>, joint: Joint) {
        let names = translators(self.document);
        if !names.is_empty() {
            s.joint(joint);
            s.word(if joint == Joint::Period { "Translated by " } else { "translated by " });
            push_list(s, Parties::Names(names), (Shape::Natural, Shape::Natural), self.entry_cut());
        }
    }

    /// Place and date are one element (A13); author-date has said the year, unless that was a book's.
    fn entry_date(&self, s: &mut Sentence<'_>, mode: Mode, joint: Joint) {
        let calendar = self.style.calendar();
        let own_label = !self.is_published() || self.document.source().is_none_or(|source| source.date.is_none());
        let part = if mode == Mode::AuthorDate && own_label { Part::Rest } else { Part::Whole };
        let date = self.document.date().filter(|date| dates::says(date, part));
        let bracketed = date.is_some_and(|date| dates::is_bracketed(date, calendar));
        let within = if bracketed { Joint::Space } else { Joint::Comma };
        if let Some(place) = self.document.place() {
            s.joint(joint).data(place);
        }
        if let Some(date) = date {
            match (self.document.place(), joint) {
                (None, Joint::Period) => _ = s.joint(Joint::Period).raise(),
                _ => _ = s.joint(within),
            }
            dates::push(s, date, part, calendar);
        }
    }
}
