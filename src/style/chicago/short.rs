//! Shortened notes (RULES 9.1) and citations in the text (RULES 9.3).

use super::Composer;
use crate::document::Kind;
use crate::style::prose::lead::{What, push_conversation, push_title, short_title};
use crate::style::prose::names::{Parties, Shape};
use crate::style::prose::ranges::{Digits, push_range};
use crate::style::prose::sentence::{Joint, Sentence};
use crate::style::prose::shelf;

impl Composer<'_> {
    pub(super) fn short_note(&self, s: &mut Sentence<'_>) {
        let creators = self.lead.creators;
        let named = !creators.is_empty();
        match self.lead.what {
            What::Title(title, _) => {
                self.short_heading(s);
                s.joint(Joint::Comma);
                push_title(s, self.document, title, short_title(title, false));
            }
            What::Description(title) => {
                self.short_heading(s);
                s.joint(Joint::Comma);
                self.open_unless(s, named).roman(short_title(title, false));
            }
            What::Correspondence(kind) => {
                self.correspondence(s, kind, Shape::Short);
                // The date of a letter is always kept.
                self.note_date(s, Shape::Short);
            }
            What::Kind(kind) => {
                self.short_heading(s);
                s.joint(Joint::Comma);
                self.open_unless(s, named).data(kind);
            }
            What::Conversation(word) => push_conversation(s, self.document, word, Shape::Short),
            What::Collection(_) | What::Path(_) => self.short_collection(s),
        }
        if let Some(locator) = self.cite.locator() {
            // A24: the label is kept.
            s.joint(Joint::Comma).with(|text| push_range(text, locator, Digits::Kept));
        }
        s.stop();
    }

    pub(super) fn in_text(&self, s: &mut Sentence<'_>) {
        s.word("(");
        match self.lead.what {
            What::Collection(_) | What::Path(_) => self.short_collection(s),
            _ if !self.lead.creators.is_empty() || self.is_web_only() => self.short_heading(s),
            What::Title(title, _) => push_title(s, self.document, title, short_title(title, false)),
            What::Description(title) => _ = s.raise().roman(short_title(title, false)),
            What::Correspondence(kind) => self.correspondence(s, kind, Shape::Short),
            What::Kind(kind) => _ = s.raise().data(kind),
            What::Conversation(word) => push_conversation(s, self.document, word, Shape::Short),
        }
        if *self.document.kind() != Kind::Collection {
            // RULES 9.3: "n.d." takes a comma before it, a year none.
            s.joint(if self.label_date().is_some() { Joint::Space } else { Joint::Comma });
            self.year(s);
        }
        if let Some(locator) = self.cite.locator() {
            let bare =
                ["pp. ", "p. ", "pp.", "p."].iter().find_map(|label| locator.strip_prefix(label)).unwrap_or(locator);
            s.joint(Joint::Comma).with(|text| push_range(text, bare, Digits::Kept));
        }
        s.word(")");
    }

    /// The family names, or the host of what is only on the web (A18).
    fn short_heading(&self, s: &mut Sentence<'_>) {
        match self.host().filter(|_| self.is_web_only()) {
            Some(host) => _ = s.data(host),
            None => self.note_names(s, self.lead.creators, Shape::Short),
        }
    }

    /// "House Papers" (A19).
    fn short_collection(&self, s: &mut Sentence<'_>) {
        self.collection_of(s, Shape::Short);
        match self.lead.what {
            What::Collection(title) => _ = s.roman(short_title(title, false)),
            What::Path(holding) => shelf::push_short_path(s.raise(), holding),
            _ => self.note_names(s, Parties::NONE, Shape::Short),
        }
    }
}
