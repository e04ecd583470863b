//! Every style of the Citation Style Language, with the processor hayagriva and workarounds for its faults.
//!
//! Only this module of the crate uses hayagriva. hayagriva renders one document at a time and makes no decision
//! across documents:
//!
//! | file | its question |
//! |---|---|
//! | `load` | which style is it, and can it be rendered? |
//! | `loaded` | what is kept of a loaded style? |
//! | `ways` | what does the style do across documents? |
//! | `sheet` | which variant of the style answers a question: with the letter after the year, with more names … |
//! | `item`, `disguise`, `figures` | what is the input of the processor for a document? |
//! | `render`, `tree` | what does the processor print? |
//! | `order`, `apart`, `repeated` | how do documents affect each other: sort keys, labels, names? |
//! | `corrections`, `dates`, `names`, `words` | what must be corrected in the output? |
//! | `omitted` | what does the citation not print? |

mod apart;
mod corrections;
mod dates;
mod disguise;
mod figures;
mod item;
mod load;
mod loaded;
mod locator;
mod names;
mod omitted;
mod order;
mod render;
mod repeated;
mod sheet;
mod tree;
mod ways;
mod words;

use std::sync::Arc;

use hayagriva::citationberg::StyleClass;

pub use load::CslError;

use self::item::{Prepared, prepare};
use self::loaded::Loaded;
use self::render::Place;
use self::sheet::{Asked, Part, Shown};
use self::tree::Run;
use super::{Cite, Disambiguator, Disambiguators, Filing, Form, Style, StyleError, StyleInfo};
use crate::citation::{Citation, Omission, Text};
use crate::document::Document;
use crate::prose::EN_US;
use crate::prose::lead::kind_word;
use crate::prose::sentence::Sentence;

/// A style of the Citation Style Language (CSL): a bundled one or a style file.
///
/// ```
/// use prefercite::style::Csl;
/// use prefercite::{Cite, Document, Form};
///
/// let telegram: Document = serde_json::from_str(
///     r#"{ "id": "kennan", "kind": "telegram", "creators": ["Kennan, George F."], "date": "1946-02-22/1946-02-24",
///          "title": "Long Telegram",
///          "holdings": [{ "repository": { "name": "Truman Library", "place": "Independence, MO" },
///                         "path": [{ "level": "box", "id": 6462 }] }] }"#,
/// )?;
/// let apa = Csl::bundled("apa")?;
/// let cite = Cite::new(&telegram);
/// assert_eq!(apa.text(&cite.with_form(Form::InText)).as_str(), "(Kennan, 1946)");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A style is read once and shared, so cloning is cheap. [`Csl::list`] has the names of the bundled styles.
/// [`crate::style::named`] finds them as `csl:apa`.
///
/// # License
///
/// The bundled styles and locales are works of the authors that they name, licensed under [CC BY-SA
/// 3.0](https://creativecommons.org/licenses/by-sa/3.0/). A program that is built with the feature `csl` contains
/// them: keep their attribution ([`title`](Csl::title), [`authors`](Csl::authors), [`rights`](Csl::rights)) when you
/// distribute it. To build without them, turn the default features off: `default-features = false, features =
/// ["yaml", "collation", "xml", "bib"]`.
///
/// # Forms
///
/// A note style has notes and later notes, an in-text style has the in-text form. Most styles also have bibliography
/// entries, which are then the default. A document that is cited alone is not disambiguated and has no number; for
/// whole lists use [`Bibliography`](crate::bibliography::Bibliography).
///
/// # Lists
///
/// What a style does across documents is done here, according to the style's switches, because the processor panics
/// on some lists and loses names in others. [`Bibliography`](crate::bibliography::Bibliography) and
/// [`Notes`](crate::bibliography::Notes) use it as for every style:
///
/// * Order: by the style's sort keys. The processor renders the macros of the keys for each document alone, and the keys are
///   compared like those of other styles: without case, accents, punctuation and initial articles. Documents with equal keys
///   are sorted by date, by shelf mark and by id. A style without sort keys keeps the given order, and numbers the documents
///   in it.
/// * Letters after years (`disambiguate-add-year-suffix`): `1962a`, `n.d.-a`, in the order of the list.
/// * More names, initials and given names in the text (`disambiguate-add-names`, `disambiguate-add-givenname` and its rule), and
///   what a style prints only for documents that are still ambiguous (`disambiguate="true"`). Where names are added, "et al."
///   never replaces only one name.
/// * Repeated authors (`subsequent-author-substitute`): only if all names are the same, including those after "et al." With the
///   rule `partial-first` only the first name counts. `partial-each` is treated as `complete-each`.
///
/// # Differences from other CSL processors
///
/// * The case of titles is never changed.
/// * A style has no place for a second publication: of a document's printed source and its translation only the first is
///   printed, and only if the location of the document itself is unknown. [`omitted`](Csl::omitted) lists what a style omits.
/// * A document with a recipient is a `personal_communication`, whatever its kind and wherever it was printed.
/// * The archive's own wording of a date replaces the date. A set of years or an open range is written in words in English
///   (`before 1867`), in figures in other languages (`–1867`).
/// * Straight quotation marks are not changed, except within the quotation marks of an English style.
/// * `Text` supports italics, small capitals and links. Bold, underlined and raised characters are plain.
/// * Some styles omit documents from their bibliography (Chicago and APA omit letters without a location). Then the entry is
///   the note, or otherwise the citation in the text. If a style prints nothing at all, it is the name of the document.
///
/// Comparison with citeproc-js 2.4.63, with the same style files and the same CSL-JSON of the 46 bundled records
/// (entries of the bibliography; `tests/comparison/csl.mjs` in the repository counts them):
///
/// | | Chicago 18, notes | MLA 9 | APA 7 |
/// |---|---|---|---|
/// | equal | 33 | 33 | 38 |
/// | titles are not re-cased | 6 | 8 | |
/// | straight quotation marks are not curled | | | 3 |
/// | the archive's own wording of a date is used | 3 | 3 | 3 |
/// | a number is printed with one label, not with two | 1 | 1 | 1 |
/// | names of Hungarian items are not inverted | 1 | 1 | 1 |
/// | a translator or an editor in place of an author: given name first, no label; if both are present, no space between them | 1 | | |
/// | omitted from the bibliography there, its note here | 1 | | |
///
/// The same for four lists of 100 documents that share surnames, given names, years, titles and first authors
/// (`comparison/lists.mjs --seed 1` to `4`), 400 documents in each style:
///
/// | | APA 7 | Chicago 18, author-date | MLA 9 |
/// |---|---|---|---|
/// | entries: equal | 368 | 391 | 400 |
/// | entries of untitled letters without an author: APA prints the genre twice; Chicago has another letter after the year | 32 | 9 | |
/// | citations in the text: equal | 400 | 368 | 400 |
/// | those of untitled letters without an author: only the year, where citeproc-js prints the day | | 32 | |
/// | entries in another place: citeproc-js sorts `1950d` after `1950k` | | 4 | |
#[derive(Clone)]
pub struct Csl {
    loaded: Arc<Loaded>,
}

impl Csl {
    /// A bundled style, by its file name without `.csl` or by one of hayagriva's own names: `apa`,
    /// `modern-humanities-research-association-notes`.
    ///
    /// # Errors
    ///
    /// No bundled style has this name.
    pub fn bundled(name: &str) -> Result<Self, CslError> {
        Ok(Csl { loaded: load::bundled(name)? })
    }

    /// The style in the text of a `.csl` file. A dependent style, which only refers to another one, is loaded as that
    /// style in the locale of the dependent one, if that style is bundled.
    ///
    /// # Errors
    ///
    /// The text is not a CSL style, it depends on a style that is not bundled, or a citation in it would not terminate.
    ///
    /// ```
    /// use prefercite::style::Csl;
    /// use prefercite::{Cite, Document};
    ///
    /// let style = Csl::from_xml(
    ///     r#"<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
    ///       <info><title>County Archive</title><id>county</id><updated>2026-11-01T00:00:00Z</updated></info>
    ///       <citation><layout>
    ///         <text variable="archive_location" suffix=": "/><text variable="title"/>
    ///       </layout></citation>
    ///     </style>"#,
    /// )?;
    /// let report = r#"{ "id": "r", "title": "A report", "holdings": [{ "path": [{ "level": "box", "id": 26 }] }] }"#;
    /// let report: Document = serde_json::from_str(report)?;
    /// assert_eq!(style.text(&Cite::new(&report)).as_str(), "box 26: A report");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn from_xml(xml: &str) -> Result<Self, CslError> {
        Ok(Csl { loaded: load::from_xml(xml)? })
    }

    /// The same style with the words of another locale: `de-DE`, or `de` for the default locale of a language.
    ///
    /// # Errors
    ///
    /// No locale has this tag.
    ///
    /// ```
    /// use prefercite::style::Csl;
    /// use prefercite::{Cite, Document};
    ///
    /// let telegram: Document = serde_json::from_str(
    ///     r#"{ "id": "t", "kind": "telegram", "creators": ["Stalin"], "recipients": ["Mao"], "date": "1950",
    ///          "holdings": [{ "repository": "APRF", "path": [{ "level": "fond", "id": 45 }] }] }"#,
    /// )?;
    /// let apa = Csl::bundled("apa")?.locale("de")?;
    /// assert_eq!(apa.text(&Cite::new(&telegram)).as_str(), "Stalin. (1950). [Telegram an Mao]. APRF (f. 45).");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn locale(&self, tag: &str) -> Result<Self, CslError> {
        Ok(Csl { loaded: load::in_locale(&self.loaded, tag)? })
    }

    /// All bundled styles, each by its first name. [`crate::style::named`] also finds them by their other names.
    ///
    /// ```
    /// use prefercite::style::{self, Csl};
    ///
    /// let names: Vec<&str> = Csl::list().map(|listing| listing.name).collect();
    /// assert!(names.contains(&"csl:american-psychological-association") && !names.contains(&"csl:apa"));
    /// assert!(style::named("csl:apa").is_ok()); // the same style
    /// ```
    pub fn list() -> impl Iterator<Item = StyleInfo> {
        load::list()
    }

    /// The same by all their names: some styles have several.
    pub(super) fn list_by_all_names() -> impl Iterator<Item = StyleInfo> {
        load::list_by_all_names()
    }

    /// The names of the options.
    pub const OPTIONS: &[&str] = load::OPTIONS;

    /// Sets an option by its name, `locale=de-DE`. Returns `None` if the option or the locale is unknown;
    /// [`set_option`](Csl::set_option) reports which.
    ///
    /// ```
    /// use prefercite::style::Csl;
    ///
    /// assert!(Csl::bundled("apa")?.with_option("locale=de-DE").is_some());
    /// assert!(Csl::bundled("apa")?.with_option("locale=klingon").is_none());
    /// # Ok::<(), prefercite::style::CslError>(())
    /// ```
    pub fn with_option(self, name: &str) -> Option<Self> {
        self.set_option(name).ok()
    }

    /// Sets an option by its name, `locale=de-DE`.
    ///
    /// # Errors
    ///
    /// CSL styles do not have this option, or no locale has this tag.
    ///
    /// ```
    /// use prefercite::style::{Csl, CslError};
    ///
    /// let error = Csl::bundled("apa")?.set_option("locale=klingon").unwrap_err();
    /// assert_eq!(error, CslError::Locale("klingon".into()));
    /// # Ok::<(), CslError>(())
    /// ```
    pub fn set_option(&self, name: &str) -> Result<Self, CslError> {
        let tag = name.strip_prefix("locale=").ok_or_else(|| CslError::Option(name.to_owned()))?;
        self.locale(tag)
    }

    /// The title of the style, as given in the style.
    pub fn title(&self) -> &str {
        &self.loaded.style.info.title.value
    }

    /// The authors of the style and then its contributors, for attribution.
    ///
    /// ```
    /// use prefercite::style::Csl;
    ///
    /// let apa = Csl::bundled("apa")?;
    /// assert_eq!(apa.authors().next(), Some("Brenton M. Wiernik"));
    /// assert_eq!(apa.rights(), Some("This work is licensed under a Creative Commons Attribution-ShareAlike 3.0 License"));
    /// # Ok::<(), prefercite::style::CslError>(())
    /// ```
    pub fn authors(&self) -> impl Iterator<Item = &str> {
        let info = &self.loaded.style.info;
        info.authors.iter().chain(&info.contributors).map(|person| person.name.as_str())
    }

    /// The license of the style, in the words of the style; `None` if it contains none.
    pub fn rights(&self) -> Option<&str> {
        self.loaded.style.info.rights.as_ref().map(|rights| rights.name.as_str())
    }

    fn is_of_notes(&self) -> bool {
        self.loaded.style.settings.class == StyleClass::Note
    }

    fn form(&self, asked: Option<Form>) -> Form {
        let forms = self.forms();
        let default = forms.first().copied().unwrap_or(Form::Entry);
        asked.filter(|asked| forms.contains(asked)).unwrap_or(default)
    }

    /// The citation. This cannot fail.
    pub fn text(&self, cite: &Cite<'_>) -> Text {
        let document = cite.document();
        let form = self.form(cite.form());
        let place = cite.locator().filter(|_| form != Form::Entry);
        let prepared = prepare(document, place.is_some());
        let place = place.map(Place::new);
        let runs = |form: Form, names: Shown| printed(&self.runs(cite, form, &prepared, place.as_ref(), names));
        let text = runs(form, Shown::AsStyled);
        // What a bibliography omits is cited only in notes or in the text; here with as many names as its entries print.
        let in_its_place = || match form {
            Form::Entry => runs(if self.is_of_notes() { Form::Note } else { Form::InText }, Shown::AsListed),
            _ => None,
        };
        text.or_else(in_its_place).unwrap_or_else(|| called(document))
    }

    fn runs(&self, cite: &Cite<'_>, form: Form, prepared: &Prepared, place: Option<&Place>, names: Shown) -> Vec<Run> {
        let (loaded, number) = (&*self.loaded, cite.number());
        let details = if form == Form::Entry { Disambiguators::NONE } else { cite.disambiguators() };
        let part = if form == Form::Entry { Part::Entry } else { Part::Citation };
        let letter = cite.suffix().filter(|_| loaded.ways.letters);
        let asked = Asked {
            part,
            lettered: letter.is_some(),
            ambiguous: details.has(Disambiguator::Title),
            names: u32::try_from(details.shown()).ok().filter(|shown| *shown > 0).map_or(names, Shown::First),
        };
        let render = |asked: Asked| loaded.render(&prepared.item, form, place, asked, number);
        let mut runs = render(asked);
        if details.names_names() {
            names::lengthen(&mut runs, details, |names| render(Asked { names, ..asked }));
        }
        corrections::put_right(&mut runs, prepared, loaded.is_english(), |item| {
            loaded.render(item, form, place, asked, number)
        });
        if let Some(letter) = letter {
            tree::put_letter(&mut runs, letter, loaded.ways.letters_are_printed(part));
        }
        if let Some((substitute, rule)) =
            loaded.ways.substitute.as_ref().filter(|_| cite.repeats_author() && form == Form::Entry)
        {
            repeated::substitute(&mut runs, substitute, *rule);
        }
        // A note of correspondence keeps both names.
        if cite.leaves_author_out()
            && (form == Form::InText || form != Form::Entry && cite.document().recipients().is_empty())
        {
            names::leave_out_first(&mut runs);
        }
        tree::unmark(&mut runs);
        words::settle(&mut runs, loaded.pulls_punctuation());
        runs
    }

    /// The parts of the document that the requested citation does not print: their paths in the record format, or the path of a
    /// whole part of which nothing is printed (`translation.source`).
    ///
    /// The result is found by searching the printed words for each text of the record.
    ///
    /// ```
    /// use prefercite::style::Csl;
    /// use prefercite::{Cite, Document};
    ///
    /// let report: Document = serde_json::from_str(
    ///     r#"{ "id": "r", "kind": "report", "title": "On Korea", "creators": ["Gu"], "classification": "Secret" }"#,
    /// )?;
    /// let omitted = Csl::bundled("apa")?.omitted(&Cite::new(&report));
    /// assert_eq!(omitted.iter().map(|it| it.field.as_str()).collect::<Vec<_>>(), ["classification"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn omitted(&self, cite: &Cite<'_>) -> Vec<Omission> {
        // A mark in place of the author means the author of the previous entry.
        omitted::omitted(cite.document(), &self.text(&cite.with_repeated_author(false)))
    }
}

impl Style for Csl {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        Ok(self.text(cite).into())
    }

    fn explain(&self, cite: &Cite<'_>) -> Result<Vec<Omission>, StyleError> {
        Ok(self.omitted(cite))
    }

    fn forms(&self) -> &[Form] {
        match (self.is_of_notes(), self.loaded.style.bibliography.is_some()) {
            (true, true) => &[Form::Entry, Form::Note, Form::Short],
            (true, false) => &[Form::Note, Form::Short],
            (false, true) => &[Form::Entry, Form::InText],
            (false, false) => &[Form::InText],
        }
    }

    /// By the sort keys of its bibliography. A style without sort keys keeps the order of the documents.
    fn filing(&self, document: &Document) -> Filing {
        let prepared = prepare(document, false);
        let item = &prepared.item;
        // The names at the start of the entry, if the style has something to print in their place.
        let author = self.loaded.ways.substitute.as_ref().and_then(|(_, rule)| {
            let entry = self.loaded.render(item, Form::Entry, None, Asked::of(Part::Entry), None);
            repeated::heading(&entry, item, *rule)
        });
        let label = self.loaded.ways.letters.then(|| self.loaded.label(&prepared));
        let key = order::sort_key(&self.loaded.keys, |sheet| self.loaded.alone(sheet, item));
        Filing::by_key(key).with_author(author).with_label(label)
    }

    fn disambiguate(&self, documents: &[&Document], form: Form) -> Option<Vec<Disambiguators>> {
        if form == Form::Entry || !self.forms().contains(&form) {
            return Some(vec![Disambiguators::NONE; documents.len()]);
        }
        let prepared: Vec<Prepared> = documents.iter().map(|document| prepare(document, false)).collect();
        Some(self.loaded.disambiguate(&prepared, form))
    }
}

impl std::fmt::Debug for Csl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Csl").field("title", &self.title()).field("locale", &self.loaded.locale).finish_non_exhaustive()
    }
}

/// The words, or `None` if they are empty.
fn printed(runs: &[Run]) -> Option<Text> {
    Some(tree::into_text(runs)).filter(|text| text.as_str().contains(char::is_alphanumeric))
}

/// The name of the document, if the style prints nothing of it.
fn called(document: &Document) -> Text {
    let mut text = Text::new();
    match document.title() {
        Some(title) => text.push_str(&title.text),
        None => _ = Sentence::new(&mut text, &EN_US).capitalize_next().word(kind_word(document, &EN_US)),
    }
    text
}
