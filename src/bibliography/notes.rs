//! Footnotes from the first to the last: in full, then short (RULES 9.1, 9.2).

use std::collections::{BTreeMap, HashMap, HashSet};

use super::{DuplicateId, check_ids, tell_apart};
use crate::citation::{Citation, Text};
use crate::document::{Document, Repository};
use crate::style::{Cite, Details, Digits, Form, Mention, Naming, Style, StyleError, push_range};

/// The footnotes of a text, one after the other.
///
/// It is told before the first note of all documents that will be cited, for what a note has to say depends on the others: a
/// reader who has two letters of one day before him must see in every note which one is meant.
///
/// ```
/// use prefercite::bibliography::{NoteItem, Notes};
/// use prefercite::Document;
/// use prefercite::style::Chicago;
///
/// let archive = r#""holdings": [{ "repository": { "name": "Archive of the President", "abbreviation": "APRF", "place": "Moscow" },
///     "path": [{ "level": "fond", "id": 45 }] }]"#;
/// let telegram = |id: &str, day: &str| -> Document {
///     let json = format!(r#"{{ "id": "{id}", "kind": "telegram", "creators": ["Stalin"], "recipients": ["Mao"], "date": "{day}", {archive} }}"#);
///     serde_json::from_str(&json).unwrap()
/// };
/// let documents = [telegram("a", "1950-10-01"), telegram("b", "1950-10-05")];
/// let style = Chicago::EIGHTEENTH.note();
/// let mut notes = Notes::new(&style, &documents)?;
/// let mut note = |items: &[NoteItem]| notes.note(items).map(|text| text.to_string());
///
/// assert_eq!(note(&[NoteItem::new("a")])?,
///     "Stalin to Mao, telegram, October 1, 1950, f. 45, Archive of the President, Moscow (hereafter APRF).");
/// assert_eq!(note(&[NoteItem::new("a").at("l. 3"), NoteItem::new("b").before("see also ")])?,
///     "Stalin to Mao, telegram, October 1, 1950, l. 3; see also Stalin to Mao, telegram, October 5, 1950, f. 45, APRF.");
/// assert_eq!(notes.abbreviations()[0].to_string(), "APRF: Archive of the President, Moscow");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub struct Notes<'a> {
    style: &'a dyn Style,
    documents: HashMap<&'a str, &'a Document>,
    full: Form,
    short: Form,
    details: HashMap<&'a str, Details>,
    seen: HashSet<&'a str>,
    /// Of each repository with a short name, by that and its full one, how many of the documents lie there.
    in_repository: HashMap<(&'a str, String), usize>,
    introduced: BTreeMap<&'a str, String>,
    ibid: bool,
    last: Option<(&'a str, Option<String>)>,
}

/// A document in a note, with words around it.
///
/// ```
/// use prefercite::Document;
/// use prefercite::bibliography::{NoteItem, Notes};
/// use prefercite::style::Chicago;
///
/// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "The Situation in Korea", "date": "1950" }"#)?;
/// let style = Chicago::EIGHTEENTH.note();
/// let mut notes = Notes::new(&style, [&report])?;
/// let item = NoteItem::new("r").before("See ").at("p. 3").after(", on Pyongyang");
/// assert_eq!(notes.note(&[item])?.as_str(), "See “The Situation in Korea,” 1950, p. 3, on Pyongyang.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct NoteItem<'n> {
    id: &'n str,
    before: &'n str,
    locator: Option<&'n str>,
    after: &'n str,
}

/// A name that was introduced, and what it stands for.
///
/// ```
/// use prefercite::Document;
/// use prefercite::bibliography::{NoteItem, Notes};
/// use prefercite::style::Chicago;
///
/// let documents: Vec<Document> = serde_json::from_str(
///     r#"[{ "id": "a", "title": "A", "holdings": [{ "repository": { "name": "Hoover", "abbreviation": "HIA" } }] },
///         { "id": "b", "title": "B", "holdings": [{ "repository": { "abbreviation": "HIA" } }] }]"#,
/// )?;
/// let style = Chicago::EIGHTEENTH.note();
/// let mut notes = Notes::new(&style, &documents)?;
/// notes.note(&[NoteItem::new("a")])?;
/// let list = notes.abbreviations();
/// assert_eq!((list[0].short.as_str(), list[0].full.as_str()), ("HIA", "Hoover"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub struct Abbreviation {
    /// `APRF`
    pub short: String,
    /// `Archive of the President of the Russian Federation, Moscow`
    pub full: String,
}

impl std::fmt::Display for Abbreviation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: {}", self.short, self.full)
    }
}

/// Why there is no note.
///
/// ```
/// use prefercite::Document;
/// use prefercite::bibliography::{NoteItem, Notes};
/// use prefercite::style::Chicago;
///
/// let telegram: Document = serde_json::from_str(r#"{ "id": "mao-1950", "title": "A telegram" }"#)?;
/// let style = Chicago::EIGHTEENTH.note();
/// let mut notes = Notes::new(&style, [&telegram])?;
/// let error = notes.note(&[NoteItem::new("mao-1905")]).unwrap_err();
/// assert_eq!(error.to_string(), "no document has the id \"mao-1905\", did you mean \"mao-1950\"?");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NoteError {
    /// No document has this id.
    #[error("no document has the id \"{id}\"{}", .nearest.as_ref().map(|near| format!(", did you mean \"{near}\"?")).unwrap_or_default())]
    Unknown {
        /// The id.
        id: String,
        /// The one that is most like it.
        nearest: Option<String>,
    },
    /// The style has no citation to give.
    #[error(transparent)]
    Style(#[from] StyleError),
}

impl<'n> NoteItem<'n> {
    /// The document of this id.
    pub const fn new(id: &'n str) -> Self {
        NoteItem { id, before: "", locator: None, after: "" }
    }

    /// Words before it, with the space behind them: `see also `.
    #[must_use]
    pub const fn before(mut self, words: &'n str) -> Self {
        self.before = words;
        self
    }

    /// The place within it: `fol. 12`.
    #[must_use]
    pub const fn at(mut self, locator: &'n str) -> Self {
        self.locator = Some(locator);
        self
    }

    /// Words behind it, with the space or the comma before them: `, on Korea`.
    #[must_use]
    pub const fn after(mut self, words: &'n str) -> Self {
        self.after = words;
        self
    }
}

impl<'a> Notes<'a> {
    /// Footnotes over these documents: all that will be cited, and no others, or names are introduced that are not used again.
    ///
    /// # Errors
    ///
    /// Two documents have the same id.
    pub fn new(style: &'a dyn Style, documents: impl IntoIterator<Item = &'a Document>) -> Result<Self, DuplicateId> {
        let documents: Vec<&'a Document> = documents.into_iter().collect();
        check_ids(&documents)?;
        let knows = |form: Form| style.forms().contains(&form);
        let own = style.forms().first().copied().unwrap_or(Form::Entry);
        let full = if knows(Form::Note) { Form::Note } else { own };
        // A style without notes names a document in a note as it does in the text.
        let short = [Form::Short, Form::InText].into_iter().find(|form| knows(*form)).unwrap_or(full);
        let details = tell_apart(style, &documents, short);
        let mut in_repository: HashMap<(&str, String), usize> = HashMap::new();
        for names in documents.iter().filter_map(|document| abbreviated(document)) {
            *in_repository.entry(names).or_default() += 1;
        }
        // What one record calls `APRF` and no more is what another tells the whole name of.
        for short in documents.iter().filter_map(|document| bare_name(document)) {
            in_repository.iter_mut().filter(|((known, _), _)| *known == short).for_each(|(_, count)| *count += 1);
        }
        Ok(Notes {
            style,
            full,
            short,
            details: documents.iter().map(|document| document.id()).zip(details).collect(),
            documents: documents.iter().map(|document| (document.id(), *document)).collect(),
            seen: HashSet::new(),
            in_repository,
            introduced: BTreeMap::new(),
            ibid: false,
            last: None,
        })
    }

    /// `Ibid.` where a note cites the document that the whole note before it cited. Both manuals advise against it.
    ///
    /// ```
    /// use prefercite::Document;
    /// use prefercite::bibliography::{NoteItem, Notes};
    /// use prefercite::style::Chicago;
    ///
    /// let letter: Document = serde_json::from_str(r#"{ "id": "c", "kind": "letter", "creators": ["Creel"] }"#)?;
    /// let style = Chicago::EIGHTEENTH.note();
    /// let mut notes = Notes::new(&style, [&letter])?.with_ibid();
    /// notes.note(&[NoteItem::new("c").at("p. 1")])?;
    /// assert_eq!(notes.note(&[NoteItem::new("c").at("p. 2")])?.as_str(), "Ibid., p. 2.");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_ibid(mut self) -> Self {
        self.ibid = true;
        self
    }

    /// The next note: documents joined by semicolons, and one period at its end.
    ///
    /// # Errors
    ///
    /// A document is not among those that the session was told of, or the style has no citation for it.
    pub fn note(&mut self, items: &[NoteItem<'_>]) -> Result<Text, NoteError> {
        let citations = self.citations(items)?;
        let mut note = Text::new();
        for (item, citation) in items.iter().zip(&citations) {
            note.push_str(if note.is_empty() { "" } else { "; " });
            note.push_str(item.before);
            note.push_text(citation);
            note.push_str(item.after.strip_prefix(CLINGS).unwrap_or(item.after));
        }
        let is_closed = unquoted(note.as_str()).ends_with(['.', '?', '!']);
        if items.last().is_some_and(|item| !item.after.is_empty()) && !is_closed {
            note.push('.');
        }
        Ok(note)
    }

    /// The citations of the next note one by one, for a program whose words around them are more than plain words: it writes
    /// these itself, and what stands between the items. A comma or a period with which [`after`](NoteItem::after) begins is
    /// in the citation already, for its place may be within a quotation mark.
    ///
    /// # Errors
    ///
    /// As [`note`](Notes::note).
    ///
    /// ```
    /// use prefercite::Document;
    /// use prefercite::bibliography::{NoteItem, Notes};
    /// use prefercite::style::Chicago;
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "The Situation in Korea" }"#)?;
    /// let style = Chicago::EIGHTEENTH.note();
    /// let mut notes = Notes::new(&style, [&report])?;
    /// let citations = notes.citations(&[NoteItem::new("r").at("p. 3").after(", on Pyongyang")])?;
    /// assert_eq!(citations[0].as_str(), "“The Situation in Korea,” n.d., p. 3,");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn citations(&mut self, items: &[NoteItem<'_>]) -> Result<Vec<Text>, NoteError> {
        let known = |item: &NoteItem<'_>| match self.documents.get_key_value(item.id) {
            Some((id, document)) => Ok((*id, *document)),
            None => Err(self.unknown(item.id)),
        };
        // Nothing is introduced by a note that there will not be.
        let documents = items.iter().map(known).collect::<Result<Vec<_>, _>>()?;
        let before = self.last.take();
        let mut citations = Vec::with_capacity(items.len());
        for (index, (item, (id, document))) in items.iter().zip(&documents).enumerate() {
            let end = match item.after.chars().next() {
                None if index + 1 == items.len() => End::Period,
                Some('.') => End::Period,
                Some(',') => End::Comma,
                _ => End::Open,
            };
            citations.push(match &before {
                Some((last, place)) if self.ibid && items.len() == 1 && last == id => {
                    ibid(item, place.as_deref() == item.locator, end)
                }
                _ => self.citation(id, document, item, end)?,
            });
        }
        if let ([item], [(id, _)]) = (items, documents.as_slice()) {
            self.last = Some((id, item.locator.map(str::to_owned)));
        }
        Ok(citations)
    }

    /// The names that were introduced so far, in their order.
    pub fn abbreviations(&self) -> Vec<Abbreviation> {
        let named = |(short, full): (&&str, &String)| Abbreviation { short: (*short).to_owned(), full: full.clone() };
        self.introduced.iter().map(named).collect()
    }

    fn citation(
        &mut self,
        id: &'a str,
        document: &'a Document,
        item: &NoteItem<'_>,
        end: End,
    ) -> Result<Text, StyleError> {
        let is_first = self.seen.insert(id);
        let mut cite = Cite::new(document).form(if is_first { self.full } else { self.short });
        if let Some(locator) = item.locator {
            cite = cite.at(locator);
        }
        if !is_first {
            cite = cite.details(self.details.get(id).copied().unwrap_or_default());
        }
        if self.style.abbreviates() {
            cite = cite.naming(self.naming(document, is_first, cite)?);
        }
        let words = |cite: &Cite<'_>| {
            self.style.compose(cite).map(|citation| match citation {
                Citation::Text(text) => text,
                record => Text::from(record.to_string()),
            })
        };
        if end == End::Period {
            return words(&cite);
        }
        let mut open = words(&cite.unclosed(true))?;
        open_end(&mut open);
        if end == End::Comma {
            push_comma(&mut open, words(&cite)?.as_str());
        }
        Ok(open)
    }

    /// A short name is introduced where the full one is printed, and used from then on.
    fn naming(&mut self, document: &'a Document, is_first: bool, cite: Cite<'_>) -> Result<Naming, StyleError> {
        let mut naming = Naming::default();
        if let Some((short, full)) = abbreviated(document) {
            let used_again = self.in_repository.get(&(short, full.clone())).is_some_and(|count| *count > 1);
            match self.introduced.get(short) {
                Some(known) if *known == full => naming.repository = Mention::Short,
                // The name is another's: `NA` in Washington, `NA` in London.
                Some(_) => {}
                None if is_first
                    && used_again
                    && self.changes(cite, Naming { repository: Mention::Introduced, ..naming })? =>
                {
                    naming.repository = Mention::Introduced;
                    self.introduced.insert(short, full);
                }
                None => {}
            }
        }
        if let Some((short, full)) = short_level(document) {
            match self.introduced.get(short) {
                Some(known) if *known == full => naming.collection = Mention::Short,
                Some(_) => {}
                None if is_first && self.changes(cite, Naming { collection: Mention::Introduced, ..naming })? => {
                    naming.collection = Mention::Introduced;
                    self.introduced.insert(short, full);
                }
                None => {}
            }
        }
        Ok(naming)
    }

    /// Whether a citation prints what the naming is about: not of a document that is read in a book.
    fn changes(&self, cite: Cite<'_>, naming: Naming) -> Result<bool, StyleError> {
        let (plain, named) = (self.style.compose(&cite)?, self.style.compose(&cite.naming(naming))?);
        Ok(plain.to_string() != named.to_string())
    }

    fn unknown(&self, id: &str) -> NoteError {
        let likeness = |known: &&str| strsim::jaro_winkler(id, known);
        let near = self.documents.keys().copied().max_by(|a, b| likeness(a).total_cmp(&likeness(b)).then(b.cmp(a)));
        let nearest = near.filter(|known| likeness(known) > 0.75).map(str::to_owned);
        NoteError::Unknown { id: id.to_owned(), nearest }
    }
}

impl std::fmt::Debug for Notes<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Notes").field("seen", &self.seen).field("introduced", &self.introduced).finish_non_exhaustive()
    }
}

/// The short name of the repository of the holding that is cited, and the full one, if it has both.
fn abbreviated(document: &Document) -> Option<(&str, String)> {
    let repository = document.holdings().first()?.repository.as_ref()?;
    repository.name.as_ref()?;
    Some((repository.abbreviation.as_deref()?, full_name(repository)))
}

/// The one name of a repository of which nothing else is known.
fn bare_name(document: &Document) -> Option<&str> {
    let repository = document.holdings().first()?.repository.as_ref()?;
    let others = [&repository.department, &repository.parent, &repository.place];
    if others.iter().any(|it| it.is_some()) {
        return None;
    }
    match (&repository.name, &repository.abbreviation) {
        (Some(name), None) | (None, Some(name)) => Some(name),
        _ => None,
    }
}

/// Name, department, parent and place, as a list of abbreviations has them.
fn full_name(repository: &Repository) -> String {
    let parts = [&repository.department, &repository.name, &repository.parent, &repository.place];
    let mut full = String::new();
    for part in parts.into_iter().flatten() {
        // A library of Chicago needs no Chicago behind it.
        if !full.contains(part.as_str()) {
            full.push_str(if full.is_empty() { "" } else { ", " });
            full.push_str(part);
        }
    }
    full
}

/// The narrowest level that goes by another name later, and what it is.
fn short_level(document: &Document) -> Option<(&str, String)> {
    let holding = document.holdings().first()?;
    let level = holding.path.iter().rev().find(|level| level.short.is_some())?;
    let mut full = level.title.clone().or(level.id.clone()).unwrap_or_default();
    if let Some(repository) = &holding.repository {
        full.push_str(", ");
        full.push_str(&full_name(repository));
    }
    Some((level.short.as_deref()?, full))
}

/// What follows a citation.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// The end of the sentence.
    Period,
    /// A comma of the words behind it.
    Comma,
    /// A semicolon, or words.
    Open,
}

/// The marks that American quotation marks take in.
const CLINGS: [char; 2] = [',', '.'];

fn ibid(item: &NoteItem<'_>, same_place: bool, end: End) -> Text {
    let mut text = Text::from(if item.before.is_empty() { "Ibid." } else { "ibid." });
    let locator = item.locator.filter(|_| !same_place);
    if let Some(locator) = locator {
        text.push_str(", ");
        push_range(&mut text, locator, Digits::Kept);
    }
    match end {
        End::Period if locator.is_some() && !text.as_str().ends_with('.') => text.push('.'),
        End::Comma => text.push(','),
        _ => {}
    }
    text
}

/// Takes the period from the end of a citation whose style does not know that the note goes on: `n.d.` keeps its own.
fn open_end(citation: &mut Text) {
    let words = citation.as_str();
    let is_short =
        ["n.d.", "et al.", "Jr.", "Sr.", "ed.", "eds.", "trans.", "no.", "vol."].iter().any(|it| words.ends_with(it));
    let end = unquoted(words).len();
    if words.get(..end).is_some_and(|words| words.ends_with('.')) && !is_short {
        citation.replace(end - 1..end, "");
    }
}

/// A comma, within the quotation mark where the style puts a period there: of the citation that is `closed` with one.
fn push_comma(citation: &mut Text, closed: &str) {
    let end = unquoted(citation.as_str()).len();
    let (words, quotes) = citation.as_str().split_at_checked(end).unwrap_or_default();
    // A question mark takes no period, and tells nothing: `World Leadership?,”` (RULES 0.6).
    let asks = words.ends_with(['?', '!']) && quotes.ends_with('”');
    let takes_in = !quotes.is_empty() && (asks || closed.strip_suffix(quotes).is_some_and(|it| it.ends_with('.')));
    if takes_in && !words.ends_with('.') {
        citation.replace(end..end, ",");
    } else {
        citation.push(',');
    }
}

fn unquoted(words: &str) -> &str {
    words.trim_end_matches(['”', '’', '"', '»', '“'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::style::Chicago;

    fn documents(json: &str) -> Vec<Document> {
        serde_json::from_str(json).unwrap()
    }

    fn printed(notes: &mut Notes<'_>, items: &[NoteItem<'_>]) -> String {
        notes.note(items).unwrap().to_string()
    }

    const TITLES: &str = r#"[{ "id": "k", "title": "The Sources of Soviet Conduct", "creators": ["Kennan, George F."] },
        { "id": "r", "title": "Is America Facing World Leadership?", "creators": ["Roosevelt, Eleanor"] }]"#;

    #[test]
    fn a_comma_and_a_period_of_the_words_behind_go_into_the_quotation_marks() {
        let (documents, style) = (documents(TITLES), Chicago::EIGHTEENTH.short_note());
        let mut notes = Notes::new(&style, &documents).unwrap();
        printed(&mut notes, &[NoteItem::new("k"), NoteItem::new("r")]);
        let mut short = |id, after| printed(&mut notes, &[NoteItem::new(id).after(after)]);
        assert_eq!(short("k", ", on Korea"), "Kennan, “Sources of Soviet Conduct,” on Korea.");
        assert_eq!(short("k", ". It is short"), "Kennan, “Sources of Soviet Conduct.” It is short.");
        assert_eq!(short("k", ". He says “no.”"), "Kennan, “Sources of Soviet Conduct.” He says “no.”");
        assert_eq!(short("k", " (Korea)"), "Kennan, “Sources of Soviet Conduct” (Korea).");
        // RULES 0.6
        assert_eq!(short("r", ", on Korea"), "Roosevelt, “Is America Facing World Leadership?,” on Korea.");
        assert_eq!(short("r", "."), "Roosevelt, “Is America Facing World Leadership?”");
    }

    #[cfg(feature = "csl")]
    #[test]
    fn so_they_do_in_csl_styles_where_the_style_has_it_so() {
        let documents = documents(TITLES);
        for (name, alone, joined, comma) in [
            ("csl:chicago-notes", "Conduct.”", "Conduct”; ", "Conduct,” on it."),
            ("csl:modern-humanities-research-association-notes", "Conduct’.", "Conduct’; ", "Conduct’, on it."),
        ] {
            let style = crate::style::named(name).unwrap();
            let mut notes = Notes::new(&style, &documents).unwrap();
            let both = [NoteItem::new("k"), NoteItem::new("r")];
            printed(&mut notes, &both);
            let said = printed(&mut notes, &[NoteItem::new("k")]);
            assert!(said.ends_with(alone), "{name}: {said}");
            let said = printed(&mut notes, &both);
            assert!(said.contains(joined), "{name}: {said}");
            let said = printed(&mut notes, &[NoteItem::new("k").after(", on it")]);
            assert!(said.ends_with(comma), "{name}: {said}");
        }
    }

    #[test]
    fn a_short_name_that_two_repositories_have_is_that_of_the_first() {
        let lies = |id: &str, date: &str, place: &str| {
            format!(
                r#"{{ "id": "{id}", "kind": "letter", "creators": ["A"], "recipients": ["B"], "date": "{date}",
                    "holdings": [{{ "repository": {{ "name": "National Archives", "abbreviation": "NA", "place": "{place}" }} }}] }}"#
            )
        };
        let all = [
            lies("a", "1950", "London"),
            lies("b", "1951", "Washington"),
            lies("c", "1952", "London"),
            lies("d", "1953", "Washington"),
        ];
        let documents = documents(&format!("[{}]", all.join(",")));
        let style = Chicago::EIGHTEENTH.note();
        let mut notes = Notes::new(&style, &documents).unwrap();
        let note = |id| printed(&mut notes, &[NoteItem::new(id)]);
        assert_eq!(
            ["a", "b", "c", "d"].map(note),
            [
                "A to B, 1950, National Archives, London (hereafter NA).",
                "A to B, 1951, National Archives, Washington.",
                "A to B, 1952, NA.",
                "A to B, 1953, National Archives, Washington.",
            ]
        );
        assert_eq!(notes.abbreviations().len(), 1);
    }

    #[test]
    fn a_record_that_knows_the_short_name_alone_is_of_the_same_repository() {
        let documents = documents(
            r#"[{ "id": "a", "title": "A", "holdings": [{ "repository": { "name": "Archive of the President", "abbreviation": "APRF" } }] },
                { "id": "b", "title": "B", "holdings": [{ "repository": "APRF" }] }]"#,
        );
        let style = Chicago::EIGHTEENTH.note();
        let mut notes = Notes::new(&style, &documents).unwrap();
        assert_eq!(printed(&mut notes, &[NoteItem::new("a")]), "“A,” n.d., Archive of the President (hereafter APRF).");
        assert_eq!(printed(&mut notes, &[NoteItem::new("b")]), "“B,” n.d., APRF.");
    }

    #[test]
    fn a_note_that_there_is_not_changes_nothing() {
        let (documents, style) = (documents(TITLES), Chicago::EIGHTEENTH.note());
        let mut notes = Notes::new(&style, &documents).unwrap();
        assert!(notes.note(&[NoteItem::new("k"), NoteItem::new("x")]).is_err());
        assert_eq!(
            printed(&mut notes, &[NoteItem::new("k")]),
            "George F. Kennan, “The Sources of Soviet Conduct,” n.d."
        );
    }

    #[test]
    fn ibid_prints_a_place_as_a_citation_does() {
        let (documents, style) = (documents(TITLES), Chicago::SEVENTEENTH.note());
        let mut notes = Notes::new(&style, &documents).unwrap().with_ibid();
        printed(&mut notes, &[NoteItem::new("k")]);
        let mut again = |item: NoteItem<'_>| printed(&mut notes, &[item]);
        assert_eq!(again(NoteItem::new("k").at("pp. 3-4")), "Ibid., pp. 3–4.");
        assert_eq!(again(NoteItem::new("k").at("pp. 3-4").after(", on Korea")), "Ibid., on Korea.");
        assert_eq!(again(NoteItem::new("k").at("pp. 3-4").before("See ")), "See ibid.");
    }
}
