//! The beginning of a citation: a title, a description, or the writer and the recipient (RULES 1).

use super::books::literature::Literature;
use super::books::{self, BookPeople, is_said_by_newspaper};
use super::language::Language;
use super::names::{EtAl, NameForm, People, push_people};
use super::scripts::printed;
use super::sentence::{Punctuation, Sentence};
use super::shelf;
use super::supplied::{correspondents, names_its_writer, names_one};
use super::words::has_words;
use crate::document::{Document, Holding, Kind, Name, Reviewed, Title, TitleForm};

/// How a cataloguer's description is printed (RULES 1.4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum DescriptionMarks {
    /// Without quotation marks. The description of a letter that adds nothing to the fields is replaced by them.
    Roman,
    /// Like a title.
    Quoted,
}

/// Whether a short title keeps its subtitle. Its article is always removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Subtitle {
    /// It is removed, as in Chicago (B42).
    Goes,
    /// It is kept in a title of up to four words, as in the MLA's text citations (A12).
    GoesFromLongTitles,
}

/// The people and the title or description that a citation begins with.
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
/// assert_eq!(lead.opening, Opening::Correspondence("telegram")); // the title adds nothing to the fields
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Lead<'d> {
    /// The authors. Empty if the opening names them.
    pub creators: People<'d>,
    /// The role of those who lead a book without an author: its editors (RULES 13.1).
    pub role: Option<BookPeople>,
    /// The recipients. Empty if the opening names them.
    pub recipients: People<'d>,
    /// The title or description of the document.
    pub opening: Opening<'d>,
}

/// The title or description of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Opening<'d> {
    /// The document's own title or the title of a work, and the kind after it, unless the title contains it.
    Title(&'d Title, Option<&'d str>),
    /// A cataloguer's description.
    Description(&'d Title),
    /// "A to B", with the word for the correspondence.
    Correspondence(&'d str),
    /// Only its kind.
    Kind(&'d str),
    /// "Conversation between A and B", which has no author.
    Conversation(&'d str),
    /// A collection by its own title.
    Collection(&'d Title),
    /// A collection that the path of its holding names.
    Path(&'d Holding),
    /// Nothing. Only the place of the document is known, and the citation begins with it (B1), or with the book that
    /// it was read in (B4).
    Reference,
}

impl<'d> Lead<'d> {
    /// The lead of a document, in the words of a language.
    pub fn of(document: &'d Document, supplied: DescriptionMarks, language: &Language) -> Lead<'d> {
        if let Some(literature) = Literature::of(document) {
            return Lead::of_literature(document, &literature, supplied, language);
        }
        let kind = match document.reviewed() {
            Some(_) if document.genre().is_none() && document.recipients().is_empty() => language.literature.review,
            _ => kind_word(document, language),
        };
        let (creators, recipients) = (document.creators(), document.recipients());
        let lead = |creators, recipients, opening| Lead { creators, role: None, recipients, opening };
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
            // "Edward M. House Papers" already names the creator (RULES 7).
            let creators = if said { People::NONE } else { People::Names(creators) };
            return lead(creators, People::Names(recipients), opening);
        }
        match document.title() {
            Some(title) if title.form == TitleForm::Supplied && supplied == DescriptionMarks::Roman => {
                if let Some((from, to)) = correspondents(document, &title.text, language) {
                    return lead(from, to, Opening::Correspondence(kind));
                }
                // A5: a description that names its writer is printed without the authors.
                let alone = names_one(&title.text, creators) || names_its_writer(document, &title.text, language);
                lead(
                    if alone { People::NONE } else { People::Names(creators) },
                    People::NONE,
                    Opening::Description(title),
                )
            }
            Some(title) => {
                // A2: the kind is omitted if the title contains it. But with recipients it is always printed (A3).
                let is_review = document.reviewed().is_some();
                let said = has_words(printed(title), kind) && recipients.is_empty() && !is_review;
                let mute = document.genre().is_none() && matches!(document.kind(), Kind::Manuscript | Kind::Document)
                    || is_said_by_newspaper(document, language) && !is_review;
                // A20: the kind of a recording or a film is printed with its length, after the holder.
                let elsewhere = is_recorded(document);
                let supplied = title.form == TitleForm::Supplied;
                let shown = is_artwork(document);
                let printed =
                    !said && !mute && !elsewhere && !supplied && !shown || !document.interviewers().is_empty();
                let kind = printed.then_some(kind);
                written(Opening::Title(title, kind))
            }
            None if creators.is_empty() && recipients.is_empty() && !document.participants().is_empty() => {
                // A4: the genre replaces "conversation".
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

    /// Removes the author, whom the running text names. Correspondence and collections are not changed.
    pub(crate) fn without_author(self) -> Self {
        match self.opening {
            Opening::Title(..) | Opening::Description(_) | Opening::Kind(_) => {
                Lead { creators: People::NONE, role: None, ..self }
            }
            _ => self,
        }
    }

    /// The lead of a book, an article or a web page: its genre is printed, its kind is not.
    fn of_literature(
        document: &'d Document,
        literature: &Literature<'d>,
        supplied: DescriptionMarks,
        language: &Language,
    ) -> Lead<'d> {
        let (role, creators) = match literature.leaders() {
            Some((role, names)) => (Some(role), names),
            None => (None, document.creators()),
        };
        let word = if document.reviewed().is_some() {
            Some(language.literature.review)
        } else {
            (!document.interviewers().is_empty()).then_some(language.kinds.interview)
        };
        let genre = literature.genre(language).or(word);
        let opening = match literature.title() {
            Some(title) if title.form == TitleForm::Supplied && supplied == DescriptionMarks::Roman => {
                Opening::Description(title)
            }
            Some(title) => Opening::Title(title, genre),
            None => Opening::Kind(genre.unwrap_or(language.kind(document.kind()))),
        };
        Lead { creators: People::Names(creators), role, recipients: People::Names(document.recipients()), opening }
    }

    /// Adds the kind, the interviewers (RULES 8), and the recipients of a titled document (A3).
    pub fn push_kind(&self, s: &mut Sentence<'_>, document: &Document, kind: &str, cut: EtAl) {
        if self.says_interview(document, kind) {
            s.term(|language| language.people.by);
            return push_people(s, People::Names(document.interviewers()), (NameForm::Natural, NameForm::Natural), cut);
        }
        if document.reviewed().is_some() && document.creators().is_empty() && matches!(self.opening, Opening::Kind(_)) {
            s.term(|language| language.literature.unsigned);
        }
        s.data(kind);
        let natural = (NameForm::Natural, NameForm::Natural);
        if !document.interviewers().is_empty() {
            s.word(" ").term(|language| language.people.by);
            push_people(s, People::Names(document.interviewers()), natural, cut);
        }
        if let Some(reviewed) = document.reviewed() {
            push_reviewed(s, reviewed, printed(&reviewed.title));
            s.translated(&reviewed.title);
            if !reviewed.by.is_empty() {
                s.punctuate(Punctuation::Comma).term(|language| language.people.by);
                push_people(s, People::Names(&reviewed.by), natural, cut);
            }
        }
        if matches!(self.opening, Opening::Title(..)) && !self.recipients.is_empty() {
            s.word(" ").term(|language| language.people.to);
            push_people(s, self.recipients, natural, cut);
        }
    }

    /// Adds "interview by A" after a description (RULES 8). After one that contains "interview", adds ", by A" (B23).
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

    /// Whether the title contains what the interviewers did: "Oral History Interview with A" (B23).
    pub fn says_interview(&self, document: &Document, kind: &str) -> bool {
        let (Opening::Title(title, _) | Opening::Description(title)) = self.opening else { return false };
        !document.interviewers().is_empty() && self.recipients.is_empty() && has_words(printed(title), kind)
    }

    /// The recipients of a titled document, if its kind is not printed: "to B" (A3).
    pub fn unsaid_recipients(&self) -> Option<People<'d>> {
        let mute = matches!(self.opening, Opening::Title(_, None)) && !self.recipients.is_empty();
        mute.then_some(self.recipients)
    }

    /// Whether it begins with words in quotation marks.
    pub fn is_quoted(&self) -> bool {
        matches!(self.opening, Opening::Title(..))
    }
}

/// ` of _Title_`, after the word for a review (RULES 13.10).
pub(crate) fn push_reviewed(s: &mut Sentence<'_>, reviewed: &Reviewed, words: &str) {
    s.term(|language| language.books.of);
    // A title that is not an independent work, such as an essay, keeps its quotation marks.
    if reviewed.title.form == TitleForm::Supplied {
        s.roman(words)
    } else {
        s.italic(words)
    };
}

/// Adds a title in quotation marks. The title of a work, a film or a published book is in italics (A20, A22; RULES 13.0).
pub fn push_title(s: &mut Sentence<'_>, document: &Document, title: &Title, words: &str) {
    let is_work = title.form == TitleForm::Work
        || *document.kind() == Kind::Film
        || *document.kind() == Kind::Book && Literature::of(document).is_some();
    if is_work {
        s.italic(words)
    } else {
        s.quoted(words)
    };
}

/// Adds "Conversation between A and B", with all participants in their order (A4).
pub fn push_conversation(s: &mut Sentence<'_>, document: &Document, word: &str, shape: NameForm) {
    let words = &s.language().people;
    s.capitalize_next().data(word).word(" ").word(if document.participants().len() == 1 {
        words.with
    } else {
        words.between
    });
    push_people(s, People::Names(document.participants()), (shape, shape), EtAl::NEVER);
}

/// The genre, or the word for the kind.
pub fn kind_word<'d>(document: &'d Document, language: &Language) -> &'d str {
    document.genre().unwrap_or(language.kind(document.kind()))
}

pub(crate) fn is_recorded(document: &Document) -> bool {
    matches!(document.kind(), Kind::Recording | Kind::Film)
}

/// Whether a museum holds it: a photograph, a painting or an etching, identified by its title and its material. An
/// item in a collection is cited like a paper (B13).
pub(crate) fn is_artwork(document: &Document) -> bool {
    matches!(document.kind(), Kind::Photograph | Kind::Other(_))
        && document.title().is_some_and(|title| title.form == TitleForm::Work)
        && (document.medium().is_some() || document.extent().is_some())
        && document.source().is_none()
        && document.holdings().first().is_none_or(|holding| holding.path.is_empty())
}

/// Whether only its place or the book that it was read in is known.
fn is_reference(document: &Document) -> bool {
    let is_anonymous = document.creators().is_empty() && document.interviewers().is_empty();
    let is_of_no_kind = *document.kind() == Kind::Document && document.genre().is_none();
    let is_found = match books::source(document) {
        Some(book) => book.title.is_some() || book.container.is_some(),
        None => document.holdings().first().is_some_and(|holding| holding.repository.is_some() || holding.says_where()),
    };
    is_anonymous && is_of_no_kind && is_found
}

/// The holding of a reference to a collection and nothing in it: then the collection leads (B1).
fn collection_alone(document: &Document) -> Option<&Holding> {
    let is_dated = document.place().is_some() || document.date().is_some_and(|date| date.is_printable());
    let holding = named_by_path(document).filter(|_| !is_dated && books::source(document).is_none())?;
    let has_units = document.number().is_some() || shelf::has_units(holding);
    (!has_units && shelf::has_collection(holding)).then_some(holding)
}

/// The first holding, if its path can name a collection (RULES 7).
fn named_by_path(document: &Document) -> Option<&Holding> {
    document
        .holdings()
        .first()
        .filter(|holding| !holding.path.is_empty() && holding.cited_whole.is_none() && holding.as_cited.is_none())
}

/// The translators, from any field of the record (A11).
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

/// Whether the words before a subtitle close every quotation and bracket that they open.
fn is_balanced(words: &str) -> bool {
    let count = |mark: char| words.matches(mark).count();
    count('(') == count(')')
        && count('[') == count(']')
        && count('“') == count('”')
        && count('"') % 2 == 0
        && count('‘') <= count('’')
}

/// The short title: the recorded one, or the title without its subtitle and its article.
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
