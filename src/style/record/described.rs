//! The kind and the recipient of a document in the words of a note: `letter to Thomas Jefferson`, `interview by A`.
//!
//! No format has a field for a recipient that programs print, so the recipient is printed with the kind. What the
//! title already contains is not repeated.

use super::{Facts, when};
use crate::document::{Document, Kind, TitleForm};
use crate::prose::EN_US;
use crate::prose::lead::{Lead, Opening, is_artwork, is_recorded};
use crate::prose::names::{EtAl, NameForm, People, push_people};
use crate::prose::sentence::{Punctuation, Sentence};
use crate::prose::words::has_words;

/// What replaces a missing title, or accompanies a title.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Description<'d> {
    document: &'d Document,
    lead: Lead<'d>,
    /// The words for the kind, unless the title or the collection contains them.
    kind: Option<&'d str>,
}

/// Whether place and date of writing follow, for formats without fields for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ends {
    /// `letter to Thomas Jefferson, May 24, 1804`
    Date,
    /// `letter to Charles Milnes Gaskell, Baden`
    Place,
    /// `letter to Charles Milnes Gaskell, Baden, September 22, 1867`
    PlaceAndDate,
}

impl<'d> Description<'d> {
    /// Whether the document has its own title, which is quoted. A cataloguer's title is not quoted (RULES 1.4).
    pub(crate) fn has_formal_title(&self) -> bool {
        self.document.title().is_some_and(|title| title.form != TitleForm::Supplied)
    }

    /// Whether "A to B" names the document, as in Chicago.
    pub(crate) fn is_correspondence(&self) -> bool {
        matches!(self.lead.opening, Opening::Correspondence(_))
    }

    /// Whether the title names the writer, so that a note has no other author (A5).
    pub(crate) fn names_its_writer(&self) -> bool {
        matches!(self.lead.opening, Opening::Description(_)) && self.lead.creators.is_empty()
    }

    /// Whether [`push`](Self::push) prints the kind.
    pub(crate) fn says_kind(&self) -> bool {
        self.kind.is_some()
    }

    /// Whether the genre, if present, is the printed kind.
    pub(crate) fn names_genre(&self) -> bool {
        self.document.genre().is_none_or(|genre| self.kind == Some(genre))
    }

    /// Whether [`push`](Self::push) writes anything, for a document without a title.
    pub(crate) fn is_printable(&self) -> bool {
        self.says_kind() || !self.lead.recipients.is_empty() || !self.document.interviewers().is_empty()
    }

    /// Whether the kind comes last, so that a number can follow it.
    pub(crate) fn ends_with_kind(&self) -> bool {
        let document = self.document;
        self.lead.recipients.is_empty() && document.interviewers().is_empty() && document.place().is_none()
    }

    /// Whether it is only a letter, for which "A to B" is enough.
    pub(crate) fn is_plain_letter(&self) -> bool {
        matches!(self.lead.opening, Opening::Correspondence(kind) if kind == EN_US.kind(&Kind::Letter))
    }

    /// The words after the title, or in its place. Nothing if the title contains everything.
    pub(crate) fn push(&self, s: &mut Sentence<'_>) {
        let document = self.document;
        match self.lead.opening {
            Opening::Title(_, Some(kind)) if self.says_kind() => self.lead.push_kind(s, document, kind, EtAl::NEVER),
            // B13: the medium of a work of art; A20: the length of a recording.
            Opening::Title(_, None) if is_artwork(document) => {
                s.data(document.medium().unwrap_or_default());
                s.element(Punctuation::Comma, "", |s| _ = s.data(document.extent().unwrap_or_default()));
            }
            Opening::Title(..) if is_recorded(document) => {
                s.data(self.kind.unwrap_or_default());
                s.element(Punctuation::Comma, "", |s| _ = s.data(document.extent().unwrap_or_default()));
            }
            Opening::Title(..) => {
                s.data(self.kind.unwrap_or_default());
                self.push_interviewers(s);
                if let Some(recipients) = self.lead.unsaid_recipients() {
                    push_to(s, recipients);
                }
            }
            Opening::Description(_) => self.lead.push_interviewers(s, Punctuation::Comma, document, EtAl::NEVER),
            Opening::Correspondence(_) => {
                s.data(self.kind.unwrap_or_default());
                // With a title, the title contains the recipient: that is how it was recognized as correspondence.
                if document.title().is_none() {
                    push_to(s, self.lead.recipients);
                }
                self.push_interviewers(s);
            }
            Opening::Kind(_) => {
                s.data(self.kind.unwrap_or_default());
                self.push_interviewers(s);
            }
            Opening::Conversation(word) => {
                let people = &s.language().people;
                let joint = if document.participants().len() == 1 { people.with } else { people.between };
                s.data(word).word(" ").word(joint);
                push_natural(s, People::Names(document.participants()));
            }
            Opening::Collection(_) | Opening::Path(_) | Opening::Reference => {}
        }
    }

    /// `memorandum`
    pub(crate) fn push_kind(&self, s: &mut Sentence<'_>) {
        s.data(self.kind.unwrap_or_default());
    }

    fn push_interviewers(&self, s: &mut Sentence<'_>) {
        let interviewers = self.document.interviewers();
        if !interviewers.is_empty() {
            s.word(if s.is_empty() { "" } else { " " }).term(|language| language.people.by);
            push_natural(s, People::Names(interviewers));
        }
    }

    /// The same with the place and date of writing.
    pub(crate) fn push_ending(&self, s: &mut Sentence<'_>, ends: Ends) {
        s.part(|s| self.push(s));
        // A place alone would be read as the kind.
        let follows = !s.is_empty() || ends == Ends::PlaceAndDate;
        if follows
            && matches!(ends, Ends::Place | Ends::PlaceAndDate)
            && let Some(place) = self.document.place()
        {
            s.element(Punctuation::Comma, "", |s| _ = s.data(place));
        }
        if matches!(ends, Ends::Date | Ends::PlaceAndDate) {
            s.element(Punctuation::Comma, "", |s| _ = when::push_as_printed(s, self.document));
        }
    }

    /// `Henry Adams to Charles Milnes Gaskell`, as in Chicago.
    pub(crate) fn push_correspondents(&self, s: &mut Sentence<'_>) {
        push_natural(s, self.lead.creators);
        push_to(s, self.lead.recipients);
    }

    /// `to Charles Milnes Gaskell`
    pub(crate) fn push_recipients(&self, s: &mut Sentence<'_>) {
        push_to(s, self.lead.recipients);
    }

    /// `Martin Luther King Jr., unpublished letter to the editor`: the writers, before the other words.
    pub(crate) fn push_writers(&self, s: &mut Sentence<'_>) {
        push_natural(s, self.lead.creators);
    }
}

impl<'d> Facts<'d> {
    /// `Letter to Charles Milnes Gaskell, September 22, 1867`: a title for lists that need one for every document.
    pub(crate) fn push_made_title(&self, s: &mut Sentence<'_>) {
        let description = self.description();
        s.capitalize_next();
        if description.says_kind() {
            description.push_ending(s, Ends::Date);
        } else {
            self.push_word_as_title(s);
            s.element(Punctuation::Comma, "", |s| _ = when::push_as_printed(s, self.document));
        }
    }

    pub(crate) fn description(&self) -> Description<'d> {
        let (document, lead) = (self.document, self.lead());
        Description { document, lead, kind: unsaid_kind(document, &lead) }
    }
}

/// The words for the kind, unless the title or the collection contains them.
fn unsaid_kind<'d>(document: &'d Document, lead: &Lead<'d>) -> Option<&'d str> {
    let known = |kind: &'d str| Some(kind).filter(|_| document.genre().is_some() || *document.kind() != Kind::Document);
    let unsaid = |kind: &&str| document.title().is_none_or(|title| !has_words(&title.text, kind));
    match lead.opening {
        Opening::Title(_, Some(kind)) => known(kind),
        Opening::Title(_, None) if is_recorded(document) => {
            document.genre().or(Some(document.kind().as_str())).filter(unsaid)
        }
        Opening::Correspondence(kind) => known(kind).filter(unsaid),
        Opening::Kind(kind) => known(kind),
        Opening::Conversation(word) => Some(word),
        Opening::Title(..)
        | Opening::Description(_)
        | Opening::Collection(_)
        | Opening::Path(_)
        | Opening::Reference => None,
    }
}

fn push_to(s: &mut Sentence<'_>, recipients: People<'_>) {
    if !recipients.is_empty() {
        s.word(if s.is_empty() { "" } else { " " }).term(|language| language.people.to);
        push_natural(s, recipients);
    }
}

fn push_natural(s: &mut Sentence<'_>, people: People<'_>) {
    push_people(s, people, (NameForm::Natural, NameForm::Natural), EtAl::NEVER);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::record::nonempty;

    #[test]
    fn the_title_is_not_repeated() {
        for (json, bare, ending) in [
            (
                r#""kind": "letter", "creators": ["Humboldt"], "recipients": ["Jefferson, Thomas"], "date": "1804-05-24""#,
                "letter to Thomas Jefferson",
                "letter to Thomas Jefferson, May 24, 1804",
            ),
            (
                r#""kind": "interview", "creators": ["Spock"], "interviewers": ["Senn, Milton"], "date": "1974""#,
                "interview by Milton Senn",
                "interview by Milton Senn, 1974",
            ),
            (
                r#""kind": "memorandum", "title": "On the Budget", "recipients": ["Hoover, Herbert"], "place": "Bonn""#,
                "memorandum to Herbert Hoover",
                "memorandum to Herbert Hoover, Bonn",
            ),
            (
                r#""kind": "telegram", "title": { "text": "Telegram, Mao to Stalin", "form": "supplied" },
                   "creators": ["Mao"], "recipients": ["Stalin"]"#,
                "",
                "",
            ),
            (
                r#""kind": "telegram", "title": { "text": "Mao to Stalin", "form": "supplied" },
                   "creators": ["Mao"], "recipients": ["Stalin"], "date": "undated""#,
                "telegram",
                "telegram, n.d.",
            ),
            (r#""kind": "minutes", "title": "Minutes of the Politburo""#, "", ""),
            (
                r#""kind": "conversation", "participants": ["A", "B"]"#,
                "conversation between A and B",
                "conversation between A and B",
            ),
            (r#""kind": "collection", "title": "Papers", "date": "1900/1950""#, "", "1900–1950"),
            ("\"date\": \"1950\", \"creators\": [\"A\"]", "", "1950"),
        ] {
            let document: Document = serde_json::from_str(&format!(r#"{{ "id": "a", {json} }}"#)).unwrap();
            let description = Facts::of(&document).description();
            assert_eq!(nonempty(|s| description.push(s)).unwrap_or_default(), bare, "{json}");
            assert_eq!(
                nonempty(|s| description.push_ending(s, Ends::PlaceAndDate)).unwrap_or_default(),
                ending,
                "{json}"
            );
        }
    }
}
