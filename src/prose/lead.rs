//! What a citation opens with: a title, a description, who wrote to whom (RULES 1).

use super::books::{self, is_said_by_newspaper};
use super::language::Language;
use super::names::{EtAl, NameForm, People, push_people};
use super::scripts::printed;
use super::sentence::{Punctuation, Sentence};
use super::shelf;
use super::supplied::{correspondents, names_its_writer, names_one};
use super::words::has_words;
use crate::document::{Document, Holding, Kind, Name, Title, TitleForm};

/// How a cataloguer's description is printed (RULES 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DescriptionMarks {
    /// Without quotation marks; one of a letter that says no more than the fields gives way to these.
    Roman,
    /// Like a title.
    Quoted,
}

/// What becomes of the subtitle of a short title. Its article goes always.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Subtitle {
    /// It goes, in Chicago (B42).
    Goes,
    /// A title of up to four words keeps it, in the MLA's text citations (A12).
    GoesFromLongTitles,
}

/// Who and what a citation opens with.
///
/// ```
/// use prefercite::Document;
/// use prefercite::prose::{DescriptionMarks, EN_US, Lead, Opening};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "t", "kind": "telegram", "title": { "text": "Telegram, Stalin to Mao", "form": "supplied" },
///          "creators": ["Stalin"], "recipients": ["Mao"] }"#,
/// )?;
/// let lead = Lead::of(&telegram, DescriptionMarks::Roman, &EN_US);
/// assert_eq!(lead.opening, Opening::Correspondence("telegram")); // the title says no more than the fields
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lead<'d> {
    /// Who leads; nobody where the opening names them.
    pub creators: People<'d>,
    /// To whom the document was sent, where the opening does not say it.
    pub recipients: People<'d>,
    /// What the document is called.
    pub opening: Opening<'d>,
}

/// What the document is called.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Opening<'d> {
    /// The document's own title, or that of a work; and the kind that follows it, where the title does not say it.
    Title(&'d Title, Option<&'d str>),
    /// A cataloguer's description.
    Description(&'d Title),
    /// "A to B", and by what.
    Correspondence(&'d str),
    /// Nothing but its kind.
    Kind(&'d str),
    /// "Conversation between A and B": nobody wrote it.
    Conversation(&'d str),
    /// A collection by its own title.
    Collection(&'d Title),
    /// A collection that the path of its holding names.
    Path(&'d Holding),
    /// Nothing: where it lies is all that is known, and opens the citation (B1); or the book that it is read in (B4).
    Reference,
}

impl<'d> Lead<'d> {
    /// The lead of a document, in the words of a language.
    pub fn of(document: &'d Document, supplied: DescriptionMarks, language: &Language) -> Lead<'d> {
        let kind = kind_word(document, language);
        let (creators, recipients) = (document.creators(), document.recipients());
        let lead = |creators, recipients, opening| Lead { creators, recipients, opening };
        let written = |opening| lead(People::Names(creators), People::Names(recipients), opening);
        if *document.kind() == Kind::Collection {
            let (opening, said) = match (document.title(), named_by_path(document)) {
                (Some(title), _) => (Opening::Collection(title), names_one(&title.text, creators)),
                (None, Some(holding)) => {
                    let titles = holding.path.iter().filter_map(|level| level.title.as_ref());
                    (Opening::Path(holding), titles.into_iter().any(|title| names_one(title, creators)))
                }
                (None, None) => (Opening::Kind(kind), false),
            };
            // "Edward M. House Papers" says whose they are (RULES 7).
            let creators = if said { People::NONE } else { People::Names(creators) };
            return lead(creators, People::Names(recipients), opening);
        }
        match document.title() {
            Some(title) if title.form == TitleForm::Supplied && supplied == DescriptionMarks::Roman => {
                if let Some((from, to)) = correspondents(document, &title.text, language) {
                    return lead(from, to, Opening::Correspondence(kind));
                }
                // A5: a description that names its writer leads alone.
                let alone = names_one(&title.text, creators) || names_its_writer(document, &title.text, language);
                lead(
                    if alone { People::NONE } else { People::Names(creators) },
                    People::NONE,
                    Opening::Description(title),
                )
            }
            Some(title) => {
                // A2: not where the title says it; but with whom it was addressed to the kind is said all the same (A3).
                let said = has_words(printed(title), kind) && recipients.is_empty();
                let mute = document.genre().is_none() && matches!(document.kind(), Kind::Manuscript | Kind::Document)
                    || is_said_by_newspaper(document, language);
                // A20: of a recording or a film the kind stands with its length, behind the holder.
                let elsewhere = is_recorded(document);
                let supplied = title.form == TitleForm::Supplied;
                let shown = is_artwork(document);
                let printed =
                    !said && !mute && !elsewhere && !supplied && !shown || !document.interviewers().is_empty();
                let kind = printed.then_some(kind);
                written(Opening::Title(title, kind))
            }
            None if creators.is_empty() && recipients.is_empty() && !document.participants().is_empty() => {
                // A4: in place of "conversation" the genre.
                let word = document.genre().unwrap_or(language.people.conversation);
                written(Opening::Conversation(word))
            }
            None if !recipients.is_empty() => written(Opening::Correspondence(kind)),
            None if is_reference(document) => {
                written(collection_alone(document).map_or(Opening::Reference, Opening::Path))
            }
            None => written(Opening::Kind(kind)),
        }
    }

    /// The kind, who asked (RULES 8), whom a titled document was addressed to (A3).
    pub fn push_kind(&self, s: &mut Sentence<'_>, document: &Document, kind: &str, cut: EtAl) {
        if self.says_interview(document, kind) {
            s.term(|language| language.people.by);
            return push_people(s, People::Names(document.interviewers()), (NameForm::Natural, NameForm::Natural), cut);
        }
        s.data(kind);
        let natural = (NameForm::Natural, NameForm::Natural);
        if !document.interviewers().is_empty() {
            s.word(" ").term(|language| language.people.by);
            push_people(s, People::Names(document.interviewers()), natural, cut);
        }
        if matches!(self.opening, Opening::Title(..)) && !self.recipients.is_empty() {
            s.word(" ").term(|language| language.people.to);
            push_people(s, self.recipients, natural, cut);
        }
    }

    /// "interview by A", behind a description (RULES 8); behind one that says "interview", ", by A" (B23).
    pub fn push_interviewers(&self, s: &mut Sentence<'_>, joint: Punctuation, document: &Document, cut: EtAl) {
        if document.interviewers().is_empty() {
            return;
        }
        if self.says_interview(document, s.language().kind(&Kind::Interview)) {
            s.punctuate(Punctuation::Comma).term(|language| language.people.by);
        } else {
            s.punctuate(joint);
            if joint == Punctuation::Period { s.capitalize_next() } else { &mut *s }
                .term(|language| language.people.interview_by);
        }
        push_people(s, People::Names(document.interviewers()), (NameForm::Natural, NameForm::Natural), cut);
    }

    /// Whether the title says what the interviewers did: "Oral History Interview with A" (B23).
    pub fn says_interview(&self, document: &Document, kind: &str) -> bool {
        let (Opening::Title(title, _) | Opening::Description(title)) = self.opening else { return false };
        !document.interviewers().is_empty() && self.recipients.is_empty() && has_words(printed(title), kind)
    }

    /// The people a titled document was addressed to, where its kind is not printed: "to B" (A3).
    pub fn unsaid_recipients(&self) -> Option<People<'d>> {
        let mute = matches!(self.opening, Opening::Title(_, None)) && !self.recipients.is_empty();
        mute.then_some(self.recipients)
    }

    /// Whether it opens with words that stand in quotation marks.
    pub fn is_quoted(&self) -> bool {
        matches!(self.opening, Opening::Title(..))
    }
}

/// A title in quotation marks; a work or a film in italics (A20, A22).
pub fn push_title(s: &mut Sentence<'_>, document: &Document, title: &Title, words: &str) {
    let is_work = title.form == TitleForm::Work || *document.kind() == Kind::Film;
    if is_work {
        s.italic(words)
    } else {
        s.quoted(words)
    };
}

/// "Conversation between A and B": all of them, in their order (A4).
pub fn push_conversation(s: &mut Sentence<'_>, document: &Document, word: &str, shape: NameForm) {
    let words = &s.language().people;
    s.capitalize_next().data(word).word(" ").word(if document.participants().len() == 1 {
        words.with
    } else {
        words.between
    });
    push_people(s, People::Names(document.participants()), (shape, shape), EtAl::NEVER);
}

/// The genre, or the kind's own word.
pub fn kind_word<'d>(document: &'d Document, language: &Language) -> &'d str {
    document.genre().unwrap_or(language.kind(document.kind()))
}

pub(crate) fn is_recorded(document: &Document) -> bool {
    matches!(document.kind(), Kind::Recording | Kind::Film)
}

/// Whether a museum holds it: a photograph, a painting, an etching that is known by its title and by what it is made of. What
/// lies in a collection is cited like a paper (B13).
pub(crate) fn is_artwork(document: &Document) -> bool {
    matches!(document.kind(), Kind::Photograph | Kind::Other(_))
        && document.title().is_some_and(|title| title.form == TitleForm::Work)
        && (document.medium().is_some() || document.extent().is_some())
        && document.source().is_none()
        && document.holdings().first().is_none_or(|holding| holding.path.is_empty())
}

/// Whether nothing is known but where it lies, or in which book it is read.
fn is_reference(document: &Document) -> bool {
    let is_anonymous = document.creators().is_empty() && document.interviewers().is_empty();
    let is_of_no_kind = *document.kind() == Kind::Document && document.genre().is_none();
    let is_found = match books::source(document) {
        Some(book) => book.title.is_some() || book.container.is_some(),
        None => document.holdings().first().is_some_and(|holding| holding.repository.is_some() || holding.says_where()),
    };
    is_anonymous && is_of_no_kind && is_found
}

/// The holding of a reference that names a collection and nothing in it: that leads itself (B1).
fn collection_alone(document: &Document) -> Option<&Holding> {
    let is_dated = document.place().is_some() || document.date().is_some_and(|date| date.is_printable());
    let holding = named_by_path(document).filter(|_| !is_dated && books::source(document).is_none())?;
    let has_units = document.number().is_some() || shelf::has_units(holding);
    (!has_units && shelf::has_collection(holding)).then_some(holding)
}

/// The first holding, where its path can name a collection (RULES 7).
fn named_by_path(document: &Document) -> Option<&Holding> {
    document
        .holdings()
        .first()
        .filter(|holding| !holding.path.is_empty() && holding.cited_whole.is_none() && holding.as_cited.is_none())
}

/// The translators, wherever the record has them (A11).
pub fn translators(document: &Document) -> &[Name] {
    use crate::document::ContributionRole::Translated;
    match document.translation() {
        Some(translation) if !translation.by.is_empty() => &translation.by,
        _ => document
            .contributions()
            .iter()
            .find(|contribution| contribution.roles.contains(&Translated))
            .map_or(&[], |contribution| contribution.by.as_slice()),
    }
}

/// What stands before a subtitle may not break a quotation or a bracket open.
fn is_balanced(words: &str) -> bool {
    let count = |mark: char| words.matches(mark).count();
    count('(') == count(')')
        && count('[') == count(']')
        && count('“') == count('”')
        && count('"') % 2 == 0
        && count('‘') <= count('’')
}

/// A short title: the recorded one; else cut at the subtitle, and without its article.
///
/// ```
/// use prefercite::Title;
/// use prefercite::prose::{EN_US, Subtitle, short_title};
///
/// let title = Title::from("The Bomb: A Life");
/// assert_eq!(short_title(&title, Subtitle::Goes, &EN_US), "Bomb");
/// assert_eq!(short_title(&title, Subtitle::GoesFromLongTitles, &EN_US), "Bomb: A Life");
/// ```
pub fn short_title<'t>(title: &'t Title, subtitle: Subtitle, language: &Language) -> &'t str {
    if let Some(short) = &title.short {
        return short;
    }
    let words = printed(title);
    let goes = subtitle == Subtitle::Goes || words.split_whitespace().count() > 4;
    let is_title = |main: &&str| !main.trim().is_empty() && is_balanced(main);
    let cut = words.split_once(": ").map(|(main, _)| main).filter(|main| goes && is_title(main)).unwrap_or(words);
    let bare = if cut.starts_with(char::is_uppercase) { language.without_article(cut) } else { cut };
    if bare.trim().is_empty() { cut } else { bare }
}
