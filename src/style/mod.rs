//! How a document becomes a citation.

mod beside;
mod bibtex;
mod chicago;
mod cite;
#[cfg(feature = "csl")]
mod csl;
mod csl_json;
mod english;
mod hayagriva;
mod mla;
mod order;
mod preferred;
mod prose;
mod record;
mod ris;
mod wilson_center;

use std::fmt::Write;
use std::sync::Arc;

use crate::citation::{Citation, Syntax};
use crate::document::Document;

pub use beside::{Detail, Details, Mention, Naming};
pub use bibtex::{Biblatex, Bibtex};
pub use chicago::{Chicago, ChicagoForm};
pub use cite::{Cite, Form};
#[cfg(feature = "csl")]
pub use csl::{Csl, CslError};
pub use csl_json::CslJson;
pub use hayagriva::Hayagriva;
pub use mla::{Mla, MlaForm};
pub(crate) use order::filed;
pub use preferred::Preferred;
pub(crate) use prose::ranges::{Digits, push_range};
pub use ris::Ris;
pub use wilson_center::WilsonCenter;

/// A style of citation.
///
/// The one trait behind which Chicago, a house style, BibTeX and a stranger's own style are the same: a document goes in,
/// a [`Citation`] comes out.
///
/// ```
/// use prefercite::{Document, Style, style};
///
/// fn print(style: &dyn Style, document: &Document) -> Result<String, prefercite::Error> {
///     Ok(style.cite(document)?.to_string())
/// }
///
/// let document: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "1950-01-07" }"#)?;
/// assert_eq!(print(&*style::named("wilson-center")?, &document)?, "\"A report,\" January 07, 1950");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # For implementors
///
/// [`compose`](Style::compose) alone is required. A valid document can be cited in every style: what it lacks is words
/// (`n.d.`) or nothing, never an error and never odd punctuation. An error is for a style that has no citation to give.
pub trait Style: Send + Sync {
    /// For implementors: makes the citation that `cite` asks for.
    ///
    /// # Errors
    ///
    /// Where the style has no citation to give for the document.
    ///
    /// ```
    /// use prefercite::{Cite, Document, Form, Style, style};
    ///
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "1950" }"#)?;
    /// let chicago = style::named("chicago-bibliography")?;
    /// let note = chicago.compose(&Cite::new(&report).form(Form::Note).at("p. 3"))?;
    /// assert_eq!(note.to_string(), "“A report,” 1950, p. 3.");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn compose(&self, cite: &Cite<'_>) -> Result<Citation, StyleError>;

    /// For callers: the citation in the style's own default form.
    ///
    /// # Errors
    ///
    /// As [`compose`](Style::compose).
    fn cite(&self, document: &Document) -> Result<Citation, StyleError> {
        self.compose(&Cite::new(document))
    }

    /// For callers that write many: adds the citation to a string, the same words that it is displayed in.
    ///
    /// Chicago, MLA, the house style, BibTeX, BibLaTeX and RIS write straight into the string and allocate nothing where it has
    /// the room; as provided, the citation is made and displayed.
    ///
    /// # Errors
    ///
    /// As [`compose`](Style::compose); then nothing is added.
    ///
    /// ```
    /// use prefercite::{Cite, Document, style};
    ///
    /// let documents: Vec<Document> = serde_json::from_str(r#"[{ "id": "a", "title": "A report" }, { "id": "b", "title": "Another" }]"#)?;
    /// let (style, mut line) = (style::named("wilson-center")?, String::new());
    /// for document in &documents {
    ///     line.clear();
    ///     style.cite_into(&Cite::new(document), &mut line)?;
    ///     println!("{line}");
    /// }
    /// assert_eq!(line, "\"Another\"");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn cite_into(&self, cite: &Cite<'_>, out: &mut String) -> Result<(), StyleError> {
        let citation = self.compose(cite)?;
        // A `String` takes everything.
        _ = write!(out, "{citation}");
        Ok(())
    }

    /// The forms that it knows, its default first. Asked for another, it gives its default.
    ///
    /// ```
    /// use prefercite::style::{Mla, WilsonCenter};
    /// use prefercite::{Form, Style};
    ///
    /// assert_eq!(Mla::NINTH.in_text().forms()[0], Form::InText);
    /// assert!(!WilsonCenter::new().forms().contains(&Form::InText)); // its one line stands in notes and lists
    /// ```
    fn forms(&self) -> &[Form] {
        &[Form::Entry]
    }

    /// What a bibliography in this style is ordered by: the entries stand in the order of their keys, those of equal keys
    /// by date, then by id.
    ///
    /// As provided: by the names of the creators, then by the title.
    ///
    /// ```
    /// use prefercite::{Document, Style, style::Chicago};
    ///
    /// let mut documents: Vec<Document> = serde_json::from_str(
    ///     r#"[{ "id": "b", "title": "The Bomb" },
    ///         { "id": "a", "kind": "letter", "creators": ["Acheson, Dean"] }]"#,
    /// )?;
    /// documents.sort_by_cached_key(|document| Chicago::EIGHTEENTH.sort_key(document));
    /// assert_eq!(documents[0].id(), "a");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    fn sort_key(&self, document: &Document) -> String {
        order::by_creator(document)
    }

    /// Who leads an entry, in the words that it opens with: two entries with the same heading are by the same author. None
    /// where an entry opens with a title.
    ///
    /// ```
    /// use prefercite::{Document, Style, style::Chicago};
    ///
    /// let letter = r#"{ "id": "c", "kind": "letter", "creators": ["Creel, George"] }"#;
    /// let letter: Document = serde_json::from_str(letter)?;
    /// assert_eq!(Chicago::EIGHTEENTH.heading(&letter).as_deref(), Some("Creel, George"));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    fn heading(&self, _document: &Document) -> Option<String> {
        None
    }

    /// What a citation in the text goes by in author-date, without the letter behind the year: documents with the same label
    /// are told apart by letters. None in styles that know no such letters.
    ///
    /// ```
    /// use prefercite::{Document, Style, style::Chicago};
    ///
    /// let letters: Vec<Document> = serde_json::from_str(
    ///     r#"[{ "id": "a", "kind": "letter", "creators": ["Creel, George"], "date": "1918-09-25" },
    ///         { "id": "b", "kind": "letter", "creators": ["Creel, George"], "date": "1918-11-01" }]"#,
    /// )?;
    /// let style = Chicago::EIGHTEENTH.author_date();
    /// assert_eq!(style.label(&letters[0]), style.label(&letters[1])); // 1918a, 1918b
    /// assert_eq!(Chicago::EIGHTEENTH.label(&letters[0]), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    fn label(&self, _document: &Document) -> Option<String> {
        None
    }

    /// The details by which citations of this form are told apart, in the order in which they are tried.
    ///
    /// ```
    /// use prefercite::style::{Chicago, Detail};
    /// use prefercite::{Form, Style};
    ///
    /// assert_eq!(Chicago::EIGHTEENTH.distinctions(Form::Short)[0], Detail::Date);
    /// assert!(Chicago::EIGHTEENTH.distinctions(Form::Entry).is_empty());
    /// ```
    fn distinctions(&self, _form: Form) -> &[Detail] {
        &[]
    }

    /// Whether its notes follow [`Cite::naming`]: introduce the short names of repositories and collections, and use them.
    ///
    /// ```
    /// use prefercite::Style;
    /// use prefercite::style::{Chicago, Mla};
    ///
    /// assert!(Chicago::EIGHTEENTH.abbreviates() && !Mla::NINTH.abbreviates());
    /// ```
    fn abbreviates(&self) -> bool {
        false
    }

    /// The notation of its records, for a style that yields records: what a [`RecordFile`](crate::citation::RecordFile) asks.
    ///
    /// ```
    /// use prefercite::citation::RecordFile;
    /// use prefercite::{Style, style};
    ///
    /// let (csl_json, mut text) = (style::named("csl-json")?, String::new());
    /// if let Some(syntax) = csl_json.syntax() {
    ///     RecordFile::new(syntax).finish(&mut text)?;
    /// }
    /// assert_eq!(text, "[]\n");
    /// assert!(style::named("mla")?.syntax().is_none()); // it yields sentences
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn syntax(&self) -> Option<&'static dyn Syntax> {
        None
    }
}

macro_rules! forward {
    ($($pointer:ty),+) => {$(
        impl<S: Style + ?Sized> Style for $pointer {
            fn compose(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
                (**self).compose(cite)
            }

            fn cite(&self, document: &Document) -> Result<Citation, StyleError> {
                (**self).cite(document)
            }

            fn cite_into(&self, cite: &Cite<'_>, out: &mut String) -> Result<(), StyleError> {
                (**self).cite_into(cite, out)
            }

            fn forms(&self) -> &[Form] {
                (**self).forms()
            }

            fn sort_key(&self, document: &Document) -> String {
                (**self).sort_key(document)
            }

            fn heading(&self, document: &Document) -> Option<String> {
                (**self).heading(document)
            }

            fn label(&self, document: &Document) -> Option<String> {
                (**self).label(document)
            }

            fn distinctions(&self, form: Form) -> &[Detail] {
                (**self).distinctions(form)
            }

            fn abbreviates(&self) -> bool {
                (**self).abbreviates()
            }

            fn syntax(&self) -> Option<&'static dyn Syntax> {
                (**self).syntax()
            }
        }
    )+};
}

forward!(&S, Box<S>, Arc<S>);

/// Why a style has no citation to give.
///
/// ```
/// use prefercite::{Document, Style, style};
///
/// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report" }"#)?;
/// let error = style::named("preferred")?.cite(&report).unwrap_err();
/// assert_eq!(error.to_string(), "r: has no preferred-citation; add one, or choose another style");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StyleError {
    /// The style prints a record's own preferred citation, and this record has none.
    #[error("{id}: has no preferred-citation; add one, or choose another style")]
    NoPreferredCitation {
        /// The document.
        id: String,
    },
}

/// A style that can be found by its name.
///
/// ```
/// use prefercite::style;
///
/// let mla = style::list().find(|listing| listing.name == "mla").expect("it is listed");
/// assert_eq!(mla.description, "MLA Handbook, 9th edition: an entry of the works cited");
/// assert!(mla.options.contains(&"access-dates"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Listing {
    /// What it is called.
    pub name: &'static str,
    /// What it is, in a line.
    pub description: &'static str,
    /// The options that [`named_with`] sets.
    pub options: &'static [&'static str],
}

struct Known {
    listing: Listing,
    make: Make,
}

/// The style with these options, or the one that it does not know.
type Make = for<'o> fn(&[&'o str]) -> Result<Box<dyn Style>, &'o str>;

macro_rules! known {
    ($($name:literal: $type:ident, $style:expr, $description:literal;)+) => {
        const KNOWN: &[Known] = &[$(Known {
            listing: Listing { name: $name, description: $description, options: $type::OPTIONS },
            make: |options| {
                let mut style = $style;
                for option in options {
                    style = style.with_option(option).ok_or(*option)?;
                }
                Ok(Box::new(style))
            },
        }),+];
    };
}

known! {
    "chicago-note": Chicago, Chicago::EIGHTEENTH.note(), "Chicago, 18th edition: a note in full";
    "chicago-short-note": Chicago, Chicago::EIGHTEENTH.short_note(), "Chicago, 18th edition: a later note";
    "chicago-bibliography": Chicago, Chicago::EIGHTEENTH, "Chicago, 18th edition: an entry of the bibliography";
    "chicago-author-date": Chicago, Chicago::EIGHTEENTH.author_date(), "Chicago, 18th edition: an entry of the reference list";
    "chicago-in-text": Chicago, Chicago::EIGHTEENTH.in_text(), "Chicago, 18th edition: author and date in the text";
    "chicago17-note": Chicago, Chicago::SEVENTEENTH.note(), "Chicago, 17th edition: a note in full";
    "chicago17-short-note": Chicago, Chicago::SEVENTEENTH.short_note(), "Chicago, 17th edition: a later note";
    "chicago17-bibliography": Chicago, Chicago::SEVENTEENTH, "Chicago, 17th edition: an entry of the bibliography";
    "chicago17-author-date": Chicago, Chicago::SEVENTEENTH.author_date(), "Chicago, 17th edition: an entry of the reference list";
    "chicago17-in-text": Chicago, Chicago::SEVENTEENTH.in_text(), "Chicago, 17th edition: author and date in the text";
    "mla": Mla, Mla::NINTH, "MLA Handbook, 9th edition: an entry of the works cited";
    "mla-in-text": Mla, Mla::NINTH.in_text(), "MLA Handbook, 9th edition: a citation in the text";
    "wilson-center": WilsonCenter, WilsonCenter::new(), "the Wilson Center Digital Archive's own line, with the address";
    "wilson-center-no-url": WilsonCenter, WilsonCenter::new().without_url(), "the same without the address, as its \"get citation\" box";
    "bibtex": Bibtex, Bibtex::new(), "BibTeX: an entry for the program bibtex and its styles";
    "biblatex": Biblatex, Biblatex::new(), "BibLaTeX: an entry for biber, JabRef, Zotero, pandoc, Typst";
    "ris": Ris, Ris::new(), "RIS: a record for Zotero, EndNote, Mendeley and library catalogues";
    "csl-json": CslJson, CslJson::new(), "CSL-JSON: what Zotero, pandoc and every CSL processor read";
    "hayagriva": Hayagriva, Hayagriva::new(), "hayagriva's YAML: an entry for Typst";
    "preferred": Preferred, Preferred, "the holding archive's own words, from the record's preferred-citation";
}

/// The styles of this crate, each with a line of description. [`named`] finds them, and with the feature `csl` also those of
/// `Csl::list`, whose names begin with `csl:`.
///
/// ```
/// let names: Vec<&str> = prefercite::style::list().map(|listing| listing.name).collect();
/// assert!(names.contains(&"wilson-center"));
/// ```
pub fn list() -> impl Iterator<Item = Listing> {
    KNOWN.iter().map(|known| known.listing)
}

/// The style of this name: one of [`list`], or with the feature `csl` a bundled style of the Citation Style Language, as
/// `csl:apa`. It never looks on the disk: a name may come from anybody.
///
/// # Errors
///
/// No style is called so: the error offers the nearest ones.
///
/// ```
/// use prefercite::style;
///
/// assert!(style::named("chicago-note").is_ok());
/// let error = style::named("chicago-notes").err().unwrap();
/// assert!(error.to_string().contains("did you mean \"chicago-note\""));
/// ```
pub fn named(name: &str) -> Result<Box<dyn Style>, UnknownStyle> {
    #[cfg(feature = "csl")]
    if let Some(csl) = name.strip_prefix("csl:") {
        return Csl::bundled(csl).map(|style| Box::new(style) as _).map_err(|_| UnknownStyle::new(name));
    }
    let known = KNOWN.iter().find(|known| known.listing.name == name);
    // Without options there is none to be unknown.
    known.and_then(|known| (known.make)(&[]).ok()).ok_or_else(|| UnknownStyle::new(name))
}

/// The style of this name with these options, each by the name that the style's documentation gives it.
///
/// # Errors
///
/// No style is called so, or it has no such option: the error offers what there is.
///
/// ```
/// use prefercite::style;
///
/// assert!(style::named_with("chicago-note", &["day-month-year", "repository-first"]).is_ok());
/// let error = style::named_with("chicago-note", &["day-first"]).err().unwrap();
/// assert!(error.to_string().starts_with("chicago-note has no option \"day-first\"; it has day-month-year, "));
/// ```
pub fn named_with(name: &str, options: &[&str]) -> Result<Box<dyn Style>, NotFound> {
    #[cfg(feature = "csl")]
    if let Some(csl) = name.strip_prefix("csl:") {
        let mut style = Csl::bundled(csl).map_err(|_| UnknownStyle::new(name))?;
        for option in options {
            let listing = Csl::list_by_all_names().find(|listing| listing.name == name);
            let listing = listing.unwrap_or(Listing { name: "csl", description: "", options: Csl::OPTIONS });
            let refused = || NotFound::Option { option: (*option).to_owned(), style: listing };
            style = style.with_option(option).ok_or_else(refused)?;
        }
        return Ok(Box::new(style));
    }
    let known = KNOWN.iter().find(|known| known.listing.name == name).ok_or_else(|| UnknownStyle::new(name))?;
    (known.make)(options).map_err(|option| NotFound::Option { option: option.to_owned(), style: known.listing })
}

/// A style or an option that there is not.
///
/// ```
/// use prefercite::style::{self, NotFound};
///
/// let error = style::named_with("ris", &["ascii"]).err().unwrap();
/// assert_eq!(error.to_string(), "ris has no option \"ascii\"; it has zotero");
/// assert!(matches!(error, NotFound::Option { option, .. } if option == "ascii"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum NotFound {
    /// No style is called so.
    #[error(transparent)]
    Style(#[from] UnknownStyle),
    /// The style has no such option.
    #[error("{} has no option \"{option}\"; it has {}", .style.name, said(.style.options))]
    Option {
        /// The option that was asked for.
        option: String,
        /// The style.
        style: Listing,
    },
}

fn said(options: &[&str]) -> String {
    if options.is_empty() { "none".to_owned() } else { options.join(", ") }
}

/// A name that no style has.
///
/// ```
/// use prefercite::style;
///
/// let error = style::named("wilson-centre").err().unwrap();
/// assert_eq!((error.name(), error.nearest()[0]), ("wilson-centre", "wilson-center"));
/// assert!(error.to_string().starts_with("no style is called \"wilson-centre\", did you mean \"wilson-center\""));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no style is called \"{name}\"{}", offer(.nearest))]
pub struct UnknownStyle {
    name: String,
    nearest: Vec<&'static str>,
}

impl UnknownStyle {
    /// As many offers as one reads.
    const OFFERS: usize = 3;

    fn new(name: &str) -> Self {
        // Names come from command lines and queries: the distance to a page of text is not worth its time.
        let short: String = name.chars().take(64).collect();
        let likeness = |listing: &Listing| {
            let begins = listing.name.starts_with(&short) && !short.is_empty();
            // All names of CSL styles begin alike.
            let (short, known) = match (short.strip_prefix("csl:"), listing.name.strip_prefix("csl:")) {
                (Some(short), Some(known)) => (short, known),
                _ => (short.as_str(), listing.name),
            };
            if begins { 1.0 } else { strsim::jaro_winkler(short, known) }
        };
        #[cfg(feature = "csl")]
        let all = list().chain(Csl::list_by_all_names().filter(|_| name.starts_with("csl")));
        #[cfg(not(feature = "csl"))]
        let all = list();
        let mut near: Vec<(f64, &'static str)> = all.map(|listing| (likeness(&listing), listing.name)).collect();
        near.retain(|(likeness, _)| *likeness > 0.75);
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        UnknownStyle {
            name: name.to_owned(),
            nearest: near.into_iter().map(|(_, name)| name).take(Self::OFFERS).collect(),
        }
    }

    /// The name that was asked for.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names that are like it, the nearest first.
    pub fn nearest(&self) -> &[&'static str] {
        &self.nearest
    }
}

fn offer(nearest: &[&str]) -> String {
    if nearest.is_empty() {
        let all: Vec<&str> = list().map(|listing| listing.name).collect();
        return format!("; there are {}", all.join(", "));
    }
    let quoted: Vec<String> = nearest.iter().map(|name| format!("\"{name}\"")).collect();
    format!(", did you mean {}?", quoted.join(" or "))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nothing but that these are styles.
    #[test]
    fn pointers_to_styles_are_styles() {
        fn is_style<S: Style>() {}
        is_style::<&WilsonCenter>();
        is_style::<Box<dyn Style>>();
        is_style::<Arc<dyn Style>>();
        is_style::<&dyn Style>();
    }

    #[test]
    fn an_unknown_name_offers_the_nearest() {
        assert_eq!(UnknownStyle::new("wilson").nearest(), ["wilson-center", "wilson-center-no-url"]);
        assert_eq!(UnknownStyle::new("prefered").nearest(), ["preferred"]);
        let stranger = UnknownStyle::new("xyz");
        assert!(stranger.nearest().is_empty());
        assert!(stranger.to_string().contains("there are chicago-note, "), "{stranger}");
    }
}
