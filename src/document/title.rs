//! The title of a document.

use std::borrow::Cow;

use super::fault::{Faults, FieldErrorKind};
use super::keys::{Keyed, Slot, Value, keys, through_the_tree};
use super::setters::setters;
use super::words::{default_word, words};

/// A title, and whether it is written on the document.
///
/// ```
/// use prefercite::{Title, TitleForm};
///
/// assert_eq!(Title::from("The Sources of Soviet Conduct").form, TitleForm::Formal);
/// assert_eq!(Title::supplied("Telegram, Mao Zedong to Zhou Enlai").form, TitleForm::Supplied);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
#[doc(alias = "heading")]
pub struct Title {
    /// The title as it is printed. Its case is never changed.
    pub text: String,
    /// The origin of the title.
    pub form: TitleForm,
    /// The BCP 47 tag of the language of the text.
    pub language: Option<String>,
    /// The short title for later notes.
    pub short: Option<String>,
    /// The title in the original script.
    pub original: Option<String>,
    /// The title in Latin letters.
    pub transliterated: Option<String>,
    /// The title in the language of the citation.
    pub translated: Option<String>,
}

/// The origin of a title.
///
/// ```
/// use prefercite::{Cite, Document, Kind, Title, TitleForm, style::Chicago};
///
/// let cited = |title: Title| {
///     let report = Document::builder("r", Kind::Report).title(title).build()?;
///     Ok::<_, prefercite::Error>(Chicago::EIGHTEENTH.note().text(&Cite::new(&report)).into_string())
/// };
/// assert_eq!(cited(Title::formal("The Situation in Korea"))?, "“The Situation in Korea,” report.");
/// assert_eq!(cited(Title::supplied("Report on Korea"))?, "Report on Korea.");
/// assert_eq!(Title::from("The Situation in Korea").form, TitleForm::Formal);
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum TitleForm {
    /// It is written on the document.
    #[default]
    Formal,
    /// A cataloguer's description.
    Supplied,
    /// The title of an independent work, such as a film or a published map. It is set in italics.
    Work,
}

words!(TitleForm, "a form of title", { Formal: "formal", Supplied: "supplied", Work: "work" });
default_word!(TitleForm);

impl Title {
    /// Creates a title that is written on the document.
    pub fn formal(text: impl Into<String>) -> Self {
        Title { text: text.into(), ..Title::default() }
    }

    /// Creates a title from a cataloguer's description.
    pub fn supplied(text: impl Into<String>) -> Self {
        Title { form: TitleForm::Supplied, ..Title::formal(text) }
    }

    /// Creates the title of an independent work.
    ///
    /// ```
    /// use prefercite::notation::Html;
    /// use prefercite::{Cite, Document, Kind, Title, style::Chicago};
    ///
    /// let film = Document::builder("f", Kind::Film).title(Title::work("The Fall of Berlin")).build()?;
    /// let note = Chicago::EIGHTEENTH.note().text(&Cite::new(&film));
    /// assert_eq!(note.render(&Html::new()), "<i>The Fall of Berlin</i>, film.");
    /// # Ok::<(), prefercite::Error>(())
    /// ```
    pub fn work(text: impl Into<String>) -> Self {
        Title { form: TitleForm::Work, ..Title::formal(text) }
    }

    setters! {
        text: language, short, original, transliterated, translated;
    }
}

impl From<&str> for Title {
    fn from(text: &str) -> Self {
        Title::formal(text)
    }
}

impl From<&String> for Title {
    fn from(text: &String) -> Self {
        Title::formal(text)
    }
}

impl From<String> for Title {
    fn from(text: String) -> Self {
        Title::formal(text)
    }
}

impl Keyed for Title {
    const NAME: &'static str = "Title";

    keys! {
        text: "text", form: "form", language: "language", short: "short", original: "original",
        transliterated: "transliterated", translated: "translated",
    }

    const SHORT: bool = true;

    fn from_short(text: String, _: &mut Faults) -> Option<Self> {
        Some(Title::formal(text))
    }

    fn to_short(&self) -> Option<Cow<'_, str>> {
        let bare = self.form == TitleForm::Formal
            && [&self.language, &self.short, &self.original, &self.transliterated, &self.translated]
                .iter()
                .all(|part| part.is_none());
        bare.then(|| self.text.as_str().into())
    }

    fn rules(&mut self, faults: &mut Faults) {
        check_language("language", self.language.as_ref(), faults);
    }
}

/// A required title.
impl Slot for Title {
    fn read_slot(node: &super::tree::Node<'_>, faults: &mut Faults) -> Self {
        Title::read(node, faults).unwrap_or_default()
    }

    fn write_slot(&self) -> Option<super::tree::Node<'_>> {
        Some(self.write())
    }

    fn check_slot(&mut self, faults: &mut Faults) {
        if *self == Title::default() {
            faults.add_unless_known(FieldErrorKind::Missing);
        } else {
            self.check(faults);
        }
    }

    #[cfg(feature = "schema")]
    fn schema_slot(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        Title::schema(generator)
    }
}

/// A BCP 47 tag, well formed: `ru`, `zh-Latn`.
///
/// RFC 5646 allows a primary subtag of four to eight letters, but no such subtag is registered: `russian` is a
/// mistake.
pub(crate) fn is_language(tag: &str) -> bool {
    oxilangtag::LanguageTag::parse(tag).is_ok() && tag.split('-').next().is_some_and(|primary| primary.len() <= 3)
}

/// Reports a language that is not written as a tag.
pub(crate) fn check_language(key: &'static str, tag: Option<&String>, faults: &mut Faults) {
    if let Some(tag) = tag
        && !is_language(tag)
    {
        faults.within(key, |faults| {
            faults.add_unless_known(FieldErrorKind::Format {
                found: tag.clone(),
                expected: "a language tag of BCP 47, such as ru or zh-Latn",
            });
        });
    }
}

through_the_tree!(Title);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_a_tag_and_not_its_name() {
        for tag in ["ru", "pt-BR", "zh-Latn", "arc", "sr-Latn-RS", "de-1901", "x-private", "i-klingon", "ru-x-old"] {
            assert!(is_language(tag), "{tag}");
        }
        for name in ["russian", "english", "Russian", "en_US", "r", "", "old church slavonic", "fran"] {
            assert!(!is_language(name), "{name}");
        }
    }
}
