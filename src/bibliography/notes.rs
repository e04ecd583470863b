//! Footnotes in sequence: in full the first time, then short (RULES 9.1, 9.2).

mod abbreviations;
mod item;
mod joints;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use super::Bibliography;
use super::apart::disambiguate;
use super::ids::{DuplicateIdError, check_ids};
use crate::citation::{Citation, Text};
use crate::document::Document;
use crate::prose::shelf::published_place;
use crate::style::{Cite, Disambiguators, Form, NameUse, ShortNames, Style, StyleError};
pub use abbreviations::Abbreviation;
use abbreviations::{abbreviated, bare_name, short_level};
pub use item::NoteItem;
use joints::{CLINGS, End, ibid, open_end, opens_sentence, push_comma, unquoted};

/// The footnotes of a text, one after the other.
///
/// All documents that will be cited are passed before the first note, because each note depends on the others: if two
/// letters have the same date, every note must show which one it cites.
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
/// assert_eq!(note(&[NoteItem::new("a").with_locator("l. 3"), NoteItem::new("b").with_prefix("see also ")])?,
///     "Stalin to Mao, telegram, October 1, 1950, l. 3; see also Stalin to Mao, telegram, October 5, 1950, f. 45, APRF.");
/// assert_eq!(notes.abbreviations()[0].to_string(), "APRF: Archive of the President, Moscow");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "footnote")]
#[doc(alias = "endnote")]
pub struct Notes<'a> {
    style: Arc<dyn Style + 'a>,
    documents: HashMap<&'a str, &'a Document>,
    full: Form,
    short: Form,
    /// The details that disambiguate first notes, and those that disambiguate later notes.
    details: HashMap<&'a str, [Disambiguators; 2]>,
    /// For a style without notes: the list in which documents have letters and numbers.
    list: Option<Bibliography<'a>>,
    seen: HashSet<&'a str>,
    /// The number of documents in each repository that has a short name. The key is the short and the full name.
    in_repository: HashMap<(&'a str, String), usize>,
    introduced: BTreeMap<&'a str, String>,
    /// Short names of collections that need no introduction, and their full names (B8).
    plain: BTreeMap<&'a str, String>,
    ibid: bool,
    last: Option<(&'a str, Option<String>)>,
}

/// The note cannot be written.
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
        /// The most similar id.
        nearest: Option<String>,
    },
    /// The style cannot cite the document.
    #[error(transparent)]
    Style(#[from] StyleError),
}

impl<'a> Notes<'a> {
    /// Footnotes that cite these documents. Pass exactly the documents that will be cited: otherwise a short name may be introduced
    /// and never used. The style may be borrowed (`&style`) or owned.
    ///
    /// # Errors
    ///
    /// Two documents have the same id.
    pub fn new(
        style: impl Style + 'a,
        documents: impl IntoIterator<Item = &'a Document>,
    ) -> Result<Self, DuplicateIdError> {
        let documents: Vec<&'a Document> = documents.into_iter().collect();
        check_ids(&documents)?;
        let style: Arc<dyn Style + 'a> = Arc::new(style);
        let knows = |form: Form| style.forms().contains(&form);
        let own = style.forms().first().copied().unwrap_or(Form::Entry);
        let full = if knows(Form::Note) { Form::Note } else { own };
        // In a style without notes, a note cites a document as the text does.
        let short = [Form::Short, Form::InText].into_iter().find(|form| knows(*form)).unwrap_or(full);
        let in_full = disambiguate(&*style, &documents, full);
        let details =
            in_full.into_iter().zip(disambiguate(&*style, &documents, short)).map(<[Disambiguators; 2]>::from);
        let list = if short == Form::InText {
            Some(Bibliography::new(Arc::clone(&style), documents.iter().copied())?)
        } else {
            None
        };
        let mut in_repository: HashMap<(&str, String), usize> = HashMap::new();
        for names in documents.iter().filter_map(|document| abbreviated(document, style.language())) {
            *in_repository.entry(names).or_default() += 1;
        }
        // If one record has only `APRF`, another may have the full name.
        for short in documents.iter().filter_map(|document| bare_name(document)) {
            in_repository.iter_mut().filter(|((known, _), _)| *known == short).for_each(|(_, count)| *count += 1);
        }
        Ok(Notes {
            style,
            full,
            short,
            details: documents.iter().map(|document| document.id()).zip(details).collect(),
            documents: documents.iter().map(|document| (document.id(), *document)).collect(),
            list,
            seen: HashSet::new(),
            in_repository,
            introduced: BTreeMap::new(),
            plain: BTreeMap::new(),
            ibid: false,
            last: None,
        })
    }

    /// Prints `Ibid.` if a note cites the only document of the previous note. Both manuals advise against it.
    ///
    /// ```
    /// use prefercite::Document;
    /// use prefercite::bibliography::{NoteItem, Notes};
    /// use prefercite::style::Chicago;
    ///
    /// let letter: Document = serde_json::from_str(r#"{ "id": "c", "kind": "letter", "creators": ["Creel"] }"#)?;
    /// let style = Chicago::EIGHTEENTH.note();
    /// let mut notes = Notes::new(&style, [&letter])?.with_ibid();
    /// notes.note(&[NoteItem::new("c").with_locator("p. 1")])?;
    /// assert_eq!(notes.note(&[NoteItem::new("c").with_locator("p. 2")])?.as_str(), "Ibid., p. 2.");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn with_ibid(mut self) -> Self {
        self.ibid = true;
        self
    }

    /// The next note: its documents separated by semicolons, with one final period.
    ///
    /// # Errors
    ///
    /// An id is unknown, or the style cannot cite the document.
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

    /// The citations of the next note one by one, for a caller that needs more than plain text around them. The
    /// caller writes that text, and the separators between the items. If [`with_suffix`](NoteItem::with_suffix)
    /// starts with a comma or a period, the citation already contains it, because it may belong inside a quotation mark.
    ///
    /// # Errors
    ///
    /// Returns the errors of [`note`](Notes::note).
    ///
    /// ```
    /// use prefercite::Document;
    /// use prefercite::bibliography::{NoteItem, Notes};
    /// use prefercite::style::Chicago;
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "The Situation in Korea" }"#)?;
    /// let style = Chicago::EIGHTEENTH.note();
    /// let mut notes = Notes::new(&style, [&report])?;
    /// let citations = notes.citations(&[NoteItem::new("r").with_locator("p. 3").with_suffix(", on Pyongyang")])?;
    /// assert_eq!(citations[0].as_str(), "“The Situation in Korea,” p. 3,");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn citations(&mut self, items: &[NoteItem<'_>]) -> Result<Vec<Text>, NoteError> {
        let known = |item: &NoteItem<'_>| match self.documents.get_key_value(item.id) {
            Some((id, document)) => Ok((*id, *document)),
            None => Err(self.unknown(item.id)),
        };
        // A note that fails introduces no names.
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
                    let [before, now] = [place.as_deref(), item.locator]
                        .map(|locator| locator.map(|locator| published_place(document, locator)));
                    let other = now.filter(|_| now != before);
                    ibid(document, other, item, end, self.style.language())
                }
                _ => self.citation(id, document, item, end, index > 0 && item.before.trim().is_empty())?,
            });
        }
        // B27: no `Ibid.` after a note that continues with other words.
        if let ([item], [(id, _)]) = (items, documents.as_slice())
            && item.after.chars().all(|c| CLINGS.contains(&c) || c.is_whitespace())
        {
            self.last = Some((id, item.locator.map(str::to_owned)));
        }
        Ok(citations)
    }

    /// The names introduced so far, in alphabetical order.
    pub fn abbreviations(&self) -> Vec<Abbreviation> {
        let named = |(short, full): (&&str, &String)| Abbreviation { short: (*short).to_owned(), full: full.clone() };
        self.introduced.iter().map(named).collect()
    }

    /// Groups of documents whose later notes are the same even with every detail that the style can add, so a reader
    /// cannot know which document such a note cites. Each group is in the order of its ids.
    ///
    /// ```
    /// use prefercite::Document;
    /// use prefercite::bibliography::Notes;
    /// use prefercite::style::Chicago;
    ///
    /// let minutes: Vec<Document> = serde_json::from_str(
    ///     r#"[{ "id": "a", "kind": "minute", "creators": ["Strang"] }, { "id": "b", "kind": "minute", "creators": ["Strang"] }]"#,
    /// )?;
    /// let style = Chicago::EIGHTEENTH.note();
    /// assert_eq!(Notes::new(&style, &minutes)?.alike(), [["a", "b"]]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn alike(&self) -> Vec<Vec<&'a str>> {
        let mut groups: BTreeMap<String, Vec<&'a str>> = BTreeMap::new();
        for (id, document) in &self.documents {
            let [_, later] = self.details.get(id).copied().unwrap_or_default();
            let cite = Cite::new(document).with_form(self.short).with_disambiguators(later);
            let entry = self.list.as_ref().and_then(|list| list.entry(id));
            let cite = entry.map_or(cite, |entry| cite.with_number(entry.number()));
            let cite = entry.and_then(|entry| entry.suffix()).map_or(cite, |suffix| cite.with_suffix(suffix));
            if let Ok(citation) = self.style.cite(&cite) {
                groups.entry(citation.to_string()).or_default().push(id);
            }
        }
        let mut alike: Vec<Vec<&'a str>> = groups.into_values().filter(|group| group.len() > 1).collect();
        alike.iter_mut().for_each(|group| group.sort_unstable());
        alike.sort_unstable();
        alike
    }

    fn citation(
        &mut self,
        id: &'a str,
        document: &'a Document,
        item: &NoteItem<'_>,
        end: End,
        is_joined: bool,
    ) -> Result<Text, StyleError> {
        let is_first = self.seen.insert(id);
        let form = if is_first { self.full } else { self.short };
        // B24: in mid-sentence after `see` or a semicolon.
        let mut cite = Cite::new(document)
            .with_form(form)
            .mid_sentence(is_joined || !opens_sentence(item.before, self.style.language()))
            .without_author(item.authorless);
        let entry = self.list.as_ref().and_then(|list| list.entry(id));
        let suffix = entry.and_then(|entry| entry.suffix()).map(str::to_owned);
        if let Some(suffix) = &suffix {
            cite = cite.with_suffix(suffix);
        }
        // Only the list cites an entry by its number.
        if let Some(entry) = entry.filter(|_| form == Form::InText) {
            cite = cite.with_number(entry.number());
        }
        if let Some(locator) = item.locator {
            cite = cite.with_locator(locator);
        }
        let [in_full, later] = self.details.get(id).copied().unwrap_or_default();
        cite = cite.with_disambiguators(if is_first { in_full } else { later });
        cite = cite.with_short_names(self.naming(document, is_first, cite)?);
        let words = |cite: &Cite<'_>| {
            self.style.cite(cite).map(|citation| match citation {
                Citation::Text(text) => text,
                record => Text::from(record.to_string()),
            })
        };
        if end == End::Period {
            return words(&cite);
        }
        let mut open = words(&cite.without_final_period())?;
        open_end(&mut open, self.style.language());
        if end == End::Comma {
            push_comma(&mut open, words(&cite)?.as_str());
        }
        Ok(open)
    }

    /// Introduces a short name where the full one is printed, and uses it from then on.
    fn naming(&mut self, document: &'a Document, is_first: bool, cite: Cite<'_>) -> Result<ShortNames, StyleError> {
        let mut naming = ShortNames::default();
        if let Some((short, full)) = abbreviated(document, self.style.language()) {
            let used_again = self.in_repository.get(&(short, full.clone())).is_some_and(|count| *count > 1);
            match self.introduced.get(short) {
                Some(known) if *known == full => naming.repository = NameUse::Short,
                // Another repository has this short name: `NA` in Washington, `NA` in London.
                Some(_) => {}
                None if is_first
                    && used_again
                    && self.changes(cite, ShortNames { repository: NameUse::Introduced, ..naming })? =>
                {
                    naming.repository = NameUse::Introduced;
                    self.introduced.insert(short, full);
                }
                None => {}
            }
        }
        if let Some((short, full, is_plain)) = short_level(document, self.style.language()) {
            match self.introduced.get(short).or(self.plain.get(short)) {
                Some(known) if *known == full => naming.collection = NameUse::Short,
                Some(_) => {}
                None if is_first && self.changes(cite, ShortNames { collection: NameUse::Introduced, ..naming })? => {
                    if is_plain {
                        self.plain.insert(short, full);
                    } else {
                        naming.collection = NameUse::Introduced;
                        self.introduced.insert(short, full);
                    }
                }
                None => {}
            }
        }
        Ok(naming)
    }

    /// Whether the short names change the citation. They do not if the document was read in a book.
    fn changes(&self, cite: Cite<'_>, naming: ShortNames) -> Result<bool, StyleError> {
        let (plain, named) = (self.style.cite(&cite)?, self.style.cite(&cite.with_short_names(naming))?);
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

#[cfg(test)]
mod tests;
