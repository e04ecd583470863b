//! Notes in full: `LEAD, KIND, PLACE, DATE, WHERE IT LIES, WHERE IT IS READ.` (RULES 0.1)

use super::whereabouts::Mode;
use super::{Composer, Edition, Recipients};
use crate::document::Kind;
use crate::style::prose::dates::{self, Part};
use crate::style::prose::lead::{What, push_conversation, push_title, translators};
use crate::style::prose::names::{Cut, Parties, Shape, push_list};
use crate::style::prose::sentence::{Joint, Sentence};
use crate::style::prose::shelf;

impl Composer<'_> {
    pub(super) fn note(&self, s: &mut Sentence<'_>) {
        self.note_lead(s);
        self.note_translators(s);
        if *self.document.kind() != Kind::Collection {
            self.note_date(s, Shape::Natural);
        }
        self.whereabouts(s, Mode::Note);
        s.stop();
    }

    fn note_lead(&self, s: &mut Sentence<'_>) {
        let creators = self.lead.creators;
        match self.lead.what {
            What::Title(title, kind) => {
                self.note_names(s, creators, Shape::Natural);
                s.joint(Joint::Comma);
                push_title(s, self.document, title, &title.text);
                s.translated(title);
                if let Some(kind) = kind {
                    s.joint(Joint::Comma);
                    self.lead.push_kind(s, self.document, kind, self.note_recipients_cut());
                }
            }
            What::Description(title) => {
                self.note_names(s, creators, Shape::Natural);
                s.joint(Joint::Comma);
                self.open_unless(s, !creators.is_empty()).roman(&title.text).translated(title);
            }
            What::Correspondence(kind) => self.correspondence(s, kind, Shape::Natural),
            What::Kind(kind) => {
                self.note_names(s, creators, Shape::Natural);
                s.joint(Joint::Comma);
                self.open_unless(s, !creators.is_empty());
                self.lead.push_kind(s, self.document, kind, self.note_recipients_cut());
            }
            What::Conversation(word) => push_conversation(s, self.document, word, Shape::Natural),
            What::Collection(title) => {
                self.collection_of(s, Shape::Natural);
                s.roman(&title.text).translated(title);
            }
            What::Path(holding) => {
                self.collection_of(s, Shape::Natural);
                shelf::push_path_as_title(s.raise(), holding);
            }
        }
    }

    /// "A to B, telegram": the word "letter" alone is left out (RULES 1.3; quirk Q1).
    pub(super) fn correspondence(&self, s: &mut Sentence<'_>, kind: &str, shape: Shape) {
        let (creators, recipients) = (self.lead.creators, self.lead.recipients);
        let cut = self.note_recipients_cut();
        if creators.is_empty() {
            // A4: "Telegram to B" opens the note.
            s.raise().data(kind).word(" to ");
            push_list(s, recipients, (shape, shape), cut);
            return;
        }
        self.note_names(s, creators, shape);
        s.word(" to ");
        push_list(s, recipients, (shape, shape), cut);
        if kind != Kind::Letter.as_str() {
            s.joint(Joint::Comma).data(kind);
        }
    }

    /// The person whose papers they are, unless the title says it: "Edward M. House Papers" (RULES 7).
    pub(super) fn collection_of(&self, s: &mut Sentence<'_>, shape: Shape) {
        use crate::style::prose::supplied::names_one;
        let named = self.document.title().is_some_and(|title| names_one(&title.text, self.document.creators()));
        if !named && !self.lead.creators.is_empty() {
            self.note_names(s, self.lead.creators, shape);
            s.word(" ");
        }
    }

    pub(super) fn note_names(&self, s: &mut Sentence<'_>, names: Parties<'_>, shape: Shape) {
        if !names.is_empty() {
            push_list(s, names, (shape, shape), self.note_cut());
        }
    }

    /// RULES 2.2: from three names in the 18th edition, from four in the 17th.
    pub(super) fn note_cut(&self) -> Cut {
        match self.style.edition {
            Edition::Eighteenth => Cut { from: 3, keep: 1 },
            Edition::Seventeenth => Cut { from: 4, keep: 1 },
        }
    }

    fn note_recipients_cut(&self) -> Cut {
        if self.style.recipients == Recipients::All { Cut::NEVER } else { self.note_cut() }
    }

    /// RULES 6.3: behind title and kind, before the date.
    fn note_translators(&self, s: &mut Sentence<'_>) {
        let names = translators(self.document);
        if !names.is_empty() {
            s.joint(Joint::Comma).word("trans. ");
            self.note_names(s, Parties::Names(names), Shape::Natural);
        }
    }

    /// Place and date; a date in brackets takes no comma before it (RULES 0.6). In a short note an undated document has none.
    pub(super) fn note_date(&self, s: &mut Sentence<'_>, shape: Shape) {
        if let Some(place) = self.document.place() {
            s.joint(Joint::Comma).data(place);
        }
        let calendar = self.style.calendar();
        match self.document.date().filter(|date| date.says_anything()) {
            Some(date) => {
                s.joint(if dates::is_bracketed(date, calendar) { Joint::Space } else { Joint::Comma });
                dates::push(s, date, Part::Whole, calendar);
            }
            None if shape != Shape::Short && self.says_undated() => _ = s.joint(Joint::Comma).word("n.d."),
            None => {}
        }
    }

    /// A19: not with a published source, not behind a description that has a year, not where an access date stands instead.
    fn says_undated(&self) -> bool {
        let has_year = |words: &str| {
            words.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4 && digits.starts_with(['1', '2']))
        };
        let described = matches!(self.lead.what, What::Description(title) if has_year(&title.text));
        let accessed =
            self.is_web_only() && self.document.surrogates().first().is_some_and(|home| home.accessed.is_some());
        !self.is_published() && !described && !accessed
    }

    /// A18: nothing but a page on the web, of which the host is known.
    pub(super) fn is_web_only(&self) -> bool {
        let document = self.document;
        document.creators().is_empty()
            && document.holdings().is_empty()
            && document.source().is_none()
            && self.host().is_some()
    }

    pub(super) fn host(&self) -> Option<&str> {
        self.document.surrogates().first().filter(|home| home.archive.is_some()).and_then(|home| home.host.as_deref())
    }

    pub(super) fn is_published(&self) -> bool {
        self.document.source().is_some_and(super::published::says_anything)
    }

    pub(super) fn open_unless<'s, 't>(&self, s: &'s mut Sentence<'t>, led: bool) -> &'s mut Sentence<'t> {
        // A5: the first letter is raised only where it opens the note.
        if led { s } else { s.raise() }
    }
}
