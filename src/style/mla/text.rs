//! Citations in the text: `(Kennan 12–13)` (RULES 9.6)

use super::{CUT, Composer};
use crate::document::Name;
use crate::style::prose::lead::{Article, What, push_conversation, push_title, short_title};
use crate::style::prose::names::{Parties, Shape, push_list};
use crate::style::prose::ranges::{bare_pages, push_locator};
use crate::style::prose::sentence::{Joint, Sentence};
use crate::style::prose::shelf;
use crate::style::prose::supplied::names_one;

impl Composer<'_> {
    pub(super) fn in_text(&self, s: &mut Sentence<'_>) {
        s.word("(");
        match self.lead.what {
            What::Collection(title) => {
                // "(House Papers)", as in Chicago (A19).
                if !self.lead.creators.is_empty() && !names_one(&title.text, self.document.creators()) {
                    self.names(s);
                    s.word(" ");
                }
                s.roman(short_title(title, Article::GoesAlways));
            }
            What::Path(holding) => shelf::push_short_path(s.raise(), holding),
            _ if !self.lead.creators.is_empty() => self.names(s),
            // A12: the article always goes.
            What::Title(title, _) => push_title(s, self.document, title, short_title(title, Article::GoesAlways)),
            What::Description(title) => _ = s.raise().roman(short_title(title, Article::GoesAlways)),
            What::Correspondence(kind) => {
                s.raise().data(kind).word(" to ");
                push_list(s, self.lead.recipients, (Shape::Short, Shape::Short), CUT);
            }
            What::Kind(kind) => _ = s.raise().data(kind),
            What::Conversation(word) => push_conversation(s, self.document, word, Shape::Short),
        }
        if let Some(locator) = self.cite.locator() {
            // RULES 4.4: pages lose their label and take no comma; every other label stays behind one.
            let pages = bare_pages(locator);
            s.joint(if pages.is_some() { Joint::Space } else { Joint::Comma });
            push_locator(s, pages.unwrap_or(locator));
        }
        s.word(")");
    }

    /// As the entry opens, so that a reader finds it: a body without an abbreviation by its government (RULES 2.1).
    fn names(&self, s: &mut Sentence<'_>) {
        if let Parties::Names([Name::Body(body), ..]) = self.lead.creators
            && body.abbreviation.is_none()
            && let Some(parent) = &body.parent
        {
            s.data(parent).word(", ");
        }
        push_list(s, self.lead.creators, (Shape::Short, Shape::Short), CUT);
    }
}
