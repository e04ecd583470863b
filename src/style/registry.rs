//! Which styles there are, by their names.

#[cfg(feature = "csl")]
use super::Csl;
use super::{Biblatex, Bibtex, Chicago, CslJson, Hayagriva, Mla, Preferred, Ris, Style, StyleInfo, WilsonCenter};

struct Known {
    listing: StyleInfo,
    make: Make,
}

/// The style with these options, or the one that it does not know.
type Make = for<'o> fn(&[&'o str]) -> Result<Box<dyn Style>, &'o str>;

macro_rules! known {
    ($($name:literal: $type:ident, $style:expr, $description:literal;)+) => {
        const KNOWN: &[Known] = &[$(Known {
            listing: StyleInfo { name: $name, description: $description, options: $type::OPTIONS },
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
    "wilson-center": WilsonCenter, WilsonCenter::new(), "the Wilson Center Digital Archive's own line, with the address, as its later \"get citation\" box";
    "wilson-center-no-url": WilsonCenter, WilsonCenter::new().without_url(), "the same without the address, as its earlier \"get citation\" box";
    "bibtex": Bibtex, Bibtex::new(), "BibTeX: an entry for the program bibtex and its styles";
    "biblatex": Biblatex, Biblatex::new(), "BibLaTeX: an entry for biber, JabRef, Zotero, pandoc, Typst";
    "ris": Ris, Ris::new(), "RIS: a record for Zotero, EndNote, Mendeley and library catalogues";
    "csl-json": CslJson, CslJson::new(), "CSL-JSON: what Zotero, pandoc and every CSL processor read";
    "hayagriva": Hayagriva, Hayagriva::new(), "hayagriva's YAML: an entry for Typst";
    "preferred": Preferred, Preferred::new(), "the holding archive's own words, from the record's preferred-citation";
}

/// The styles of this crate, each with a line of description. [`named`] finds them, and with the feature `csl` also those of
/// `Csl::list`, whose names begin with `csl:`.
///
/// ```
/// let names: Vec<&str> = prefercite::style::list().map(|listing| listing.name).collect();
/// assert!(names.contains(&"wilson-center"));
/// ```
pub fn list() -> impl Iterator<Item = StyleInfo> {
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
pub fn named(name: &str) -> Result<Box<dyn Style>, UnknownStyleError> {
    #[cfg(feature = "csl")]
    if let Some(csl) = name.strip_prefix("csl:") {
        return Csl::bundled(csl).map(|style| Box::new(style) as _).map_err(|_| UnknownStyleError::new(name));
    }
    let known = KNOWN.iter().find(|known| known.listing.name == name);
    // Without options there is none to be unknown.
    known.and_then(|known| (known.make)(&[]).ok()).ok_or_else(|| UnknownStyleError::new(name))
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
pub fn named_with(name: &str, options: &[&str]) -> Result<Box<dyn Style>, StyleLookupError> {
    #[cfg(feature = "csl")]
    if let Some(csl) = name.strip_prefix("csl:") {
        let mut style = Csl::bundled(csl).map_err(|_| UnknownStyleError::new(name))?;
        for option in options {
            let listing = Csl::list_by_all_names().find(|listing| listing.name == name);
            let listing = listing.unwrap_or(StyleInfo { name: "csl", description: "", options: Csl::OPTIONS });
            let refused = || StyleLookupError::Option { option: (*option).to_owned(), style: listing };
            style = style.with_option(option).ok_or_else(refused)?;
        }
        return Ok(Box::new(style));
    }
    let known = KNOWN.iter().find(|known| known.listing.name == name).ok_or_else(|| UnknownStyleError::new(name))?;
    (known.make)(options).map_err(|option| StyleLookupError::Option { option: option.to_owned(), style: known.listing })
}

/// A style or an option that there is not.
///
/// ```
/// use prefercite::style::{self, StyleLookupError};
///
/// let error = style::named_with("ris", &["ascii"]).err().unwrap();
/// assert_eq!(error.to_string(), "ris has no option \"ascii\"; it has zotero");
/// assert!(matches!(error, StyleLookupError::Option { option, .. } if option == "ascii"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StyleLookupError {
    /// No style is called so.
    #[error(transparent)]
    Style(#[from] UnknownStyleError),
    /// The style has no such option.
    #[error("{} has no option \"{option}\"; it has {}", .style.name, said(.style.options))]
    Option {
        /// The option that was asked for.
        option: String,
        /// The style.
        style: StyleInfo,
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
pub struct UnknownStyleError {
    name: String,
    nearest: Vec<&'static str>,
}

impl UnknownStyleError {
    /// As many offers as one reads.
    const OFFERS: usize = 3;

    fn new(name: &str) -> Self {
        // Names come from command lines and queries: the distance to a page of text is not worth its time.
        let short: String = name.chars().take(64).collect();
        let likeness = |listing: &StyleInfo| {
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
        UnknownStyleError {
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

    #[test]
    fn an_unknown_name_offers_the_nearest() {
        assert_eq!(UnknownStyleError::new("wilson").nearest(), ["wilson-center", "wilson-center-no-url"]);
        assert_eq!(UnknownStyleError::new("prefered").nearest(), ["preferred"]);
        let stranger = UnknownStyleError::new("xyz");
        assert!(stranger.nearest().is_empty());
        assert!(stranger.to_string().contains("there are chicago-note, "), "{stranger}");
    }
}
