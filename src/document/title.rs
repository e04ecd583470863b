//! What the document is called.

use std::borrow::Cow;

use super::fault::{Faults, Problem};
use super::keys::{Keyed, keys, through_the_tree};
use super::setters::setters;
use super::words::{default_word, words};

/// A title, and whether the document bears it.
///
/// ```
/// use prefercite::{Title, TitleForm};
///
/// assert_eq!(Title::from("The Sources of Soviet Conduct").form, TitleForm::Formal);
/// assert_eq!(Title::supplied("Telegram, Mao Zedong to Zhou Enlai").form, TitleForm::Supplied);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Title {
    /// The title as it is printed; never re-cased.
    pub text: String,
    /// Whose words it is.
    pub form: TitleForm,
    /// The BCP 47 tag of the language in which the text is.
    pub language: Option<String>,
    /// The title that later notes use.
    pub short: Option<String>,
    /// The title in the script that the document has.
    pub original: Option<String>,
    /// The title in Latin letters.
    pub transliterated: Option<String>,
    /// The title in the language of the citation.
    pub translated: Option<String>,
}

/// Whose words a title is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum TitleForm {
    /// The document bears it.
    #[default]
    Formal,
    /// A cataloguer's description.
    Supplied,
    /// It stands by itself, as a film or a published map does, and is set in italics.
    Work,
}

words!(TitleForm, "a form of title", { Formal: "formal", Supplied: "supplied", Work: "work" });
default_word!(TitleForm);

impl Title {
    /// A title that the document bears.
    pub fn formal(text: impl Into<String>) -> Self {
        Title { text: text.into(), ..Title::default() }
    }

    /// A cataloguer's description.
    pub fn supplied(text: impl Into<String>) -> Self {
        Title { form: TitleForm::Supplied, ..Title::formal(text) }
    }

    /// The title of a work that stands by itself.
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

/// A BCP 47 tag, well formed: `ru`, `zh-Latn`.
pub(crate) fn check_language(key: &'static str, tag: Option<&String>, faults: &mut Faults) {
    if let Some(tag) = tag
        && oxilangtag::LanguageTag::parse(tag.as_str()).is_err()
    {
        faults.within(key, |faults| {
            faults.add_unless_known(Problem::Form {
                found: tag.clone(),
                expected: "a language tag of BCP 47, such as ru or zh-Latn",
            });
        });
    }
}

through_the_tree!(Title);
