//! Shortened notes (RULES 9.1) and citations in the text (RULES 9.3).

use super::Composer;
use super::when::Undated;
use crate::document::Kind;
use crate::style::prose::lead::{Article, What, push_conversation, push_title, short_title};
use crate::style::prose::names::Shape;
use crate::style::prose::ranges::{bare_pages, push_locator};
use crate::style::prose::sentence::{Joint, Sentence};
use crate::style::prose::shelf;

impl Composer<'_> {
    pub(super) fn short_note(&self, s: &mut Sentence<'_>) {
        match self.lead.what {
            What::Title(title, _) => {
                self.short_heading(s);
                s.joint(Joint::Comma);
                push_title(s, self.document, title, short_title(title, Article::GoesFromLongTitles));
            }
            What::Description(title) => {
                self.short_heading(s);
                s.joint(Joint::Comma);
                self.opening(s).roman(short_title(title, Article::GoesFromLongTitles));
            }
            What::Correspondence(kind) => {
                self.correspondence(s, kind, Shape::Short);
                // The date of a letter is always kept.
                self.note_date(s, Undated::LeftOut);
            }
            What::Kind(kind) => {
                self.short_heading(s);
                s.joint(Joint::Comma);
                self.opening(s).data(kind);
            }
            What::Conversation(word) => push_conversation(s, self.document, word, Shape::Short),
            What::Collection(_) | What::Path(_) => self.short_collection(s),
        }
        if let Some(locator) = self.cite.locator() {
            // A24: the label is kept.
            push_locator(s.joint(Joint::Comma), locator);
        }
        s.stop();
    }

    pub(super) fn in_text(&self, s: &mut Sentence<'_>) {
        s.word("(");
        match self.lead.what {
            What::Collection(_) | What::Path(_) => self.short_collection(s),
            _ if !self.lead.creators.is_empty() || self.is_web_only() => self.short_heading(s),
            What::Title(title, _) => {
                push_title(s, self.document, title, short_title(title, Article::GoesFromLongTitles))
            }
            What::Description(title) => _ = s.raise().roman(short_title(title, Article::GoesFromLongTitles)),
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
            push_locator(s.joint(Joint::Comma), bare_pages(locator).unwrap_or(locator));
        }
        s.word(")");
    }

    /// "House Papers" (A19).
    fn short_collection(&self, s: &mut Sentence<'_>) {
        self.collection_of(s, Shape::Short);
        if let What::Collection(title) = self.lead.what {
            self.collection_title(s, title, short_title(title, Article::GoesFromLongTitles));
        } else if let What::Path(holding) = self.lead.what {
            shelf::push_short_path(s.raise(), holding);
        }
    }
}
