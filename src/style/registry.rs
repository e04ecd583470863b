//! Which styles there are, by their names.

use super::{
    Biblatex, Bibtex, Chicago, CitationMeta, Coins, CslJson, Hayagriva, JsonLd, Mla, Preferred, Ris, Style, StyleInfo,
    WilsonCenter,
};
#[cfg(feature = "csl")]
use super::{Csl, CslError};

struct Known {
    info: StyleInfo,
    make: Make,
}

/// The style with these options, or the first option that it does not have.
type Make = for<'o> fn(&[&'o str]) -> Result<Box<dyn Style>, &'o str>;

/// Media type and extension of a file of records.
type File = (&'static str, &'static str);

const BIBTEX: Option<File> = Some(("application/x-bibtex", "bib"));
const RIS: Option<File> = Some(("application/x-research-info-systems", "ris"));
const CSL_JSON: Option<File> = Some(("application/vnd.citationstyles.csl+json", "json"));
const HAYAGRIVA: Option<File> = Some(("application/yaml", "yml"));
const JSON_LD: Option<File> = Some(("application/ld+json", "jsonld"));
const HTML: Option<File> = Some(("text/html", "html"));
const SENTENCE: Option<File> = None;

macro_rules! known {
    ($($name:literal: $type:ident, $style:expr, $file:ident, $label:literal, $description:literal;)+) => {
        const KNOWN: &[Known] = &[$(Known {
            info: StyleInfo {
                name: $name,
                label: $label,
                description: $description,
                options: $type::OPTIONS,
                alias_of: None,
                media_type: if let Some((media_type, _)) = $file { Some(media_type) } else { None },
                extension: if let Some((_, extension)) = $file { Some(extension) } else { None },
            },
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
    "chicago-note": Chicago, Chicago::EIGHTEENTH.note(), SENTENCE,
        "Chicago Manual of Style, 18th edition (full note)", "Chicago, 18th edition: a note in full";
    "chicago-short-note": Chicago, Chicago::EIGHTEENTH.short_note(), SENTENCE,
        "Chicago Manual of Style, 18th edition (short note)", "Chicago, 18th edition: a later note";
    "chicago-bibliography": Chicago, Chicago::EIGHTEENTH, SENTENCE,
        "Chicago Manual of Style, 18th edition (bibliography)", "Chicago, 18th edition: an entry of the bibliography";
    "chicago-author-date": Chicago, Chicago::EIGHTEENTH.author_date(), SENTENCE,
        "Chicago Manual of Style, 18th edition (author-date)", "Chicago, 18th edition: an entry of the reference list";
    "chicago-in-text": Chicago, Chicago::EIGHTEENTH.in_text(), SENTENCE,
        "Chicago Manual of Style, 18th edition (author-date, in the text)", "Chicago, 18th edition: author and date in the text";
    "chicago17-note": Chicago, Chicago::SEVENTEENTH.note(), SENTENCE,
        "Chicago Manual of Style, 17th edition (full note)", "Chicago, 17th edition: a note in full";
    "chicago17-short-note": Chicago, Chicago::SEVENTEENTH.short_note(), SENTENCE,
        "Chicago Manual of Style, 17th edition (short note)", "Chicago, 17th edition: a later note";
    "chicago17-bibliography": Chicago, Chicago::SEVENTEENTH, SENTENCE,
        "Chicago Manual of Style, 17th edition (bibliography)", "Chicago, 17th edition: an entry of the bibliography";
    "chicago17-author-date": Chicago, Chicago::SEVENTEENTH.author_date(), SENTENCE,
        "Chicago Manual of Style, 17th edition (author-date)", "Chicago, 17th edition: an entry of the reference list";
    "chicago17-in-text": Chicago, Chicago::SEVENTEENTH.in_text(), SENTENCE,
        "Chicago Manual of Style, 17th edition (author-date, in the text)", "Chicago, 17th edition: author and date in the text";
    "mla": Mla, Mla::NINTH, SENTENCE,
        "MLA Handbook, 9th edition (works cited)", "MLA Handbook, 9th edition: an entry of the works cited";
    "mla-in-text": Mla, Mla::NINTH.in_text(), SENTENCE,
        "MLA Handbook, 9th edition (in the text)", "MLA Handbook, 9th edition: a citation in the text";
    "wilson-center": WilsonCenter, WilsonCenter::new(), SENTENCE,
        "Wilson Center Digital Archive", "the Wilson Center Digital Archive's own line with the address, as in its later \"get citation\" box";
    "wilson-center-no-url": WilsonCenter, WilsonCenter::new().without_url(), SENTENCE,
        "Wilson Center Digital Archive (without address)", "the Wilson Center Digital Archive's own line without the address, as in its earlier \"get citation\" box";
    "bibtex": Bibtex, Bibtex::new(), BIBTEX,
        "BibTeX", "BibTeX: an entry for the program bibtex and its styles";
    "biblatex": Biblatex, Biblatex::new(), BIBTEX,
        "BibLaTeX", "BibLaTeX: an entry for biber, JabRef and Typst";
    "ris": Ris, Ris::new(), RIS,
        "RIS (EndNote, Mendeley; Zotero by option)", "RIS: a record for EndNote, Mendeley and library catalogues; option `zotero` for Zotero";
    "csl-json": CslJson, CslJson::new(), CSL_JSON,
        "CSL-JSON", "CSL-JSON: an item for pandoc and every CSL processor; option `zotero` for Zotero";
    "hayagriva": Hayagriva, Hayagriva::new(), HAYAGRIVA,
        "hayagriva (Typst)", "hayagriva's YAML: an entry for Typst";
    "json-ld": JsonLd, JsonLd::new(), JSON_LD,
        "JSON-LD (schema.org)", "JSON-LD: schema.org for the page of a document, read by search engines";
    "coins": Coins, Coins::new(), HTML,
        "COinS", "COinS: an OpenURL in the body of a document's page, read by Zotero and other reference managers";
    "citation-meta": CitationMeta, CitationMeta::new(), HTML,
        "Meta elements (Dublin Core, Highwire, Zotero)", "meta elements: Dublin Core, Highwire and Zotero for the head of a document's page";
    "preferred": Preferred, Preferred::new(), SENTENCE,
        "Preferred citation of the archive", "the holding archive's own words, from the record's preferred-citation";
}

/// The styles of this crate. [`all`] also lists those of the Citation Style Language.
///
/// ```
/// let names: Vec<&str> = prefercite::style::list().map(|info| info.name).collect();
/// assert!(names.contains(&"wilson-center"));
/// ```
pub fn list() -> impl Iterator<Item = StyleInfo> {
    KNOWN.iter().map(|known| known.info)
}

/// Every name that [`named`] finds: [`list`], and with the feature `csl` the bundled styles of the Citation Style Language by all
/// their names.
///
/// ```
/// # #[cfg(feature = "csl")] {
/// use prefercite::style;
///
/// // A menu: each style once.
/// let menu = style::all().filter(|info| info.alias_of.is_none()).map(|info| (info.name, info.label));
/// assert!(menu.count() > 90);
///
/// let apa = style::info("csl:apa").unwrap();
/// assert_eq!(apa.label, "APA Style 7th edition");
/// assert_eq!(apa.alias_of, Some("csl:american-psychological-association"));
/// # }
/// ```
pub fn all() -> impl Iterator<Item = StyleInfo> {
    #[cfg(feature = "csl")]
    let csl = Csl::list_by_all_names();
    #[cfg(not(feature = "csl"))]
    let csl = std::iter::empty();
    list().chain(csl)
}

/// What is known of the style of this name; `None` if [`named`] does not find it.
pub fn info(name: &str) -> Option<StyleInfo> {
    all().find(|info| info.name == name)
}

/// The style of this name: one of [`all`]. It never looks on the disk, so that a name may come from anybody.
///
/// # Errors
///
/// No style has this name: the error suggests the nearest ones.
///
/// ```
/// use prefercite::style;
///
/// assert!(style::named("chicago-note").is_ok());
/// let error = style::named("chicago-notes").err().unwrap();
/// assert!(error.to_string().contains("\"chicago-note\""), "{error}");
/// ```
pub fn named(name: &str) -> Result<Box<dyn Style>, UnknownStyleError> {
    #[cfg(feature = "csl")]
    if let Some(csl) = name.strip_prefix(CSL) {
        return Csl::bundled(csl).map(|style| Box::new(style) as _).map_err(|_| UnknownStyleError::new(name));
    }
    let known = KNOWN.iter().find(|known| known.info.name == name);
    // Without options the lookup cannot fail.
    known.and_then(|known| (known.make)(&[]).ok()).ok_or_else(|| UnknownStyleError::new(name))
}

/// What names of CSL styles begin with.
const CSL: &str = "csl:";

/// The style of this name with these options, each by the name in the style's documentation.
///
/// # Errors
///
/// No style has this name, it has no such option, or no such locale.
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
    if let Some(csl) = name.strip_prefix(CSL) {
        let mut style = Csl::bundled(csl).map_err(|_| UnknownStyleError::new(name))?;
        for option in options {
            style = style.set_option(option).map_err(|error| StyleLookupError::of_csl(error, name, option))?;
        }
        return Ok(Box::new(style));
    }
    let known = KNOWN.iter().find(|known| known.info.name == name).ok_or_else(|| UnknownStyleError::new(name))?;
    (known.make)(options)
        .map_err(|option| StyleLookupError::Option { option: option.to_owned(), style: Box::new(known.info) })
}

/// The style for a media type, as clients name it in the header `Accept`.
///
/// | media type | style |
/// |---|---|
/// | `application/x-bibtex` | `bibtex` |
/// | `application/x-research-info-systems` | `ris` |
/// | `application/vnd.citationstyles.csl+json` | `csl-json` |
/// | `application/yaml` | `hayagriva` |
/// | `text/x-bibliography; style=apa; locale=de-DE` | the style of this name, or the CSL style: `csl:apa`. Without `style`, `chicago-bibliography` |
///
/// These are the media types of [Crossref's and DataCite's content
/// negotiation](https://www.crossref.org/documentation/retrieve-metadata/content-negotiation/). Other parameters are ignored.
///
/// # Errors
///
/// The media type is none of these, or its style or locale is unknown.
///
/// ```
/// use prefercite::{Document, Style, style};
///
/// /// Answers a request with its media type and its body, or `None`: 406 Not Acceptable.
/// fn answer(accept: &str, document: &Document) -> Option<(String, String)> {
///     let mut ranges: Vec<(&str, f32)> = accept.split(',').map(|range| (range.trim(), quality(range))).collect();
///     ranges.sort_by(|one, other| other.1.total_cmp(&one.1)); // stable: the first of equals comes first
///     ranges.into_iter().filter(|(_, quality)| *quality > 0.0).find_map(|(range, _)| {
///         let style = style::for_media_type(range).ok()?;
///         let media_type = style.syntax().map_or("text/x-bibliography; charset=utf-8", |syntax| syntax.media_type());
///         Some((media_type.to_owned(), style.cite_document(document).ok()?.to_string()))
///     })
/// }
///
/// fn quality(range: &str) -> f32 {
///     range.split(';').find_map(|it| it.trim().strip_prefix("q=")).and_then(|q| q.parse().ok()).unwrap_or(1.0)
/// }
///
/// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "1950" }"#)?;
/// let (media_type, body) = answer("text/html;q=0.2, application/x-research-info-systems;q=0.9", &report).unwrap();
/// assert_eq!(media_type, "application/x-research-info-systems");
/// assert!(body.starts_with("TY  - "));
/// let (_, body) = answer("text/x-bibliography; style=mla", &report).unwrap();
/// assert_eq!(body, "“A report.” 1950.");
/// assert_eq!(answer("image/png", &report), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "content negotiation")]
#[doc(alias = "mime")]
pub fn for_media_type(media_type: &str) -> Result<Box<dyn Style>, StyleLookupError> {
    let mut parts = media_type.split(';').map(str::trim);
    let essence = parts.next().unwrap_or_default().to_ascii_lowercase();
    if essence != "text/x-bibliography" {
        let found = KNOWN.iter().find(|known| known.info.media_type == Some(&*essence));
        let unknown = || StyleLookupError::MediaType(media_type.to_owned());
        return Ok(named(found.ok_or_else(unknown)?.info.name)?);
    }
    let (mut name, mut locale) = ("chicago-bibliography", None);
    for (key, value) in parts.filter_map(|part| part.split_once('=')) {
        let value = value.trim().trim_matches('"');
        match key.trim() {
            key if key.eq_ignore_ascii_case("style") => name = value,
            key if key.eq_ignore_ascii_case("locale") => locale = Some(format!("locale={value}")),
            _ => {}
        }
    }
    let csl = format!("{CSL}{name}");
    let name = if info(name).is_none() && info(&csl).is_some() { &csl } else { name };
    let options: Vec<&str> = locale.as_deref().into_iter().collect();
    named_with(name, &options)
}

/// No style was found: its name, an option or a media type is unknown.
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
    /// No style has this name.
    #[error(transparent)]
    Style(#[from] UnknownStyleError),
    /// The style does not have this option.
    #[error("{} has no option \"{option}\"; it has {}", .style.name, listed(.style.options))]
    Option {
        /// The unknown option.
        option: String,
        /// The style.
        style: Box<StyleInfo>,
    },
    /// The style has the option, but not with this value: an unknown locale.
    #[error("{style}: {reason}")]
    OptionValue {
        /// The option with its value.
        option: String,
        /// The name of the style.
        style: String,
        /// Why the value is rejected.
        reason: String,
    },
    /// No style yields this media type.
    #[error("no style yields the media type \"{0}\"")]
    MediaType(String),
}

#[cfg(feature = "csl")]
impl StyleLookupError {
    fn of_csl(error: CslError, name: &str, option: &str) -> Self {
        let option = option.to_owned();
        match (error, info(name)) {
            (CslError::Option(_), Some(style)) => StyleLookupError::Option { option, style: Box::new(style) },
            (error, _) => StyleLookupError::OptionValue { option, style: name.to_owned(), reason: error.to_string() },
        }
    }
}

fn listed(options: &[&str]) -> String {
    if options.is_empty() { "none".to_owned() } else { options.join(", ") }
}

/// No style has this name.
///
/// ```
/// use prefercite::style;
///
/// let error = style::named("wilson-centre").err().unwrap();
/// assert_eq!((error.name(), error.nearest()[0]), ("wilson-centre", "wilson-center"));
/// assert!(error.to_string().starts_with("no style is called \"wilson-centre\", did you mean \"wilson-center\""));
/// # #[cfg(feature = "csl")]
/// assert_eq!(style::named("APA").err().unwrap().to_string(), "no style is called \"APA\", did you mean \"csl:apa\"?");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no style is called \"{name}\"{}", suggestion(.name, .nearest))]
pub struct UnknownStyleError {
    name: String,
    nearest: Vec<&'static str>,
}

impl UnknownStyleError {
    /// How many names are suggested at most.
    const SUGGESTIONS: usize = 3;

    fn new(name: &str) -> Self {
        let is_csl = name.starts_with("csl");
        let without_prefix = |info: &StyleInfo| info.name.strip_prefix(CSL);
        let same = all().find(|info| without_prefix(info).is_some_and(|known| known.eq_ignore_ascii_case(name)));
        // Names come from command lines and queries: the distance to a page of text is not worth its time.
        let short: String = name.chars().take(64).collect();
        let likeness = |info: &StyleInfo| {
            let begins = info.name.starts_with(&short) && !short.is_empty();
            // All names of CSL styles begin alike.
            let (short, known) = match (short.strip_prefix(CSL), without_prefix(info)) {
                (Some(short), Some(known)) => (short, known),
                _ => (short.as_str(), info.name),
            };
            if begins { 1.0 } else { strsim::jaro_winkler(short, known) }
        };
        let candidates = all().filter(|info| is_csl || without_prefix(info).is_none());
        let mut near: Vec<(f64, &'static str)> = candidates.map(|info| (likeness(&info), info.name)).collect();
        near.retain(|(likeness, _)| *likeness > 0.75);
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let near = near.into_iter().map(|(_, name)| name).filter(|name| same.is_none_or(|same| same.name != *name));
        UnknownStyleError {
            name: name.to_owned(),
            nearest: same.map(|same| same.name).into_iter().chain(near).take(Self::SUGGESTIONS).collect(),
        }
    }

    /// The unknown name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The names that are most like it, the nearest first.
    pub fn nearest(&self) -> &[&'static str] {
        &self.nearest
    }
}

fn suggestion(name: &str, nearest: &[&str]) -> String {
    if cfg!(not(feature = "csl")) && name.starts_with(CSL) {
        return ": this build of prefercite is without the feature csl".to_owned();
    }
    if nearest.is_empty() {
        let all: Vec<&str> = list().map(|info| info.name).collect();
        let csl = if cfg!(feature = "csl") { ", and names of CSL styles such as csl:apa" } else { "" };
        return format!("; there are {}{csl}", all.join(", "));
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

    #[test]
    fn what_is_listed_is_true() {
        for info in list() {
            let syntax = named(info.name).unwrap().syntax();
            assert_eq!(info.media_type, syntax.map(|syntax| syntax.media_type()), "{}", info.name);
            assert_eq!(info.extension, syntax.map(|syntax| syntax.extension()), "{}", info.name);
            if let Some(media_type) = info.media_type {
                let found = for_media_type(media_type).unwrap();
                assert_eq!(found.syntax().map(|syntax| syntax.media_type()), Some(media_type));
            }
        }
        for info in all() {
            assert!(info.label.starts_with(|c: char| c.is_uppercase()) || info.name == "hayagriva", "{}", info.label);
        }
    }

    #[cfg(feature = "csl")]
    #[test]
    fn media_types_name_styles_and_locales() {
        let document: crate::document::Document =
            serde_json::from_str(r#"{ "id": "r", "kind": "report", "title": "T" }"#).unwrap();
        let cited = |media_type| for_media_type(media_type).unwrap().cite_document(&document).unwrap().to_string();
        assert_eq!(
            cited("text/x-bibliography; style=apa"),
            cited("Text/X-Bibliography;Style=\"csl:apa\"; locale=en-US;q=0.5")
        );
        assert_eq!(cited("text/x-bibliography"), "“T.” Report.");
        let error = |media_type| for_media_type(media_type).unwrap_err().to_string();
        assert_eq!(error("image/png"), "no style yields the media type \"image/png\"");
        assert!(error("text/x-bibliography; style=apo").starts_with("no style is called \"apo\""));
        assert_eq!(
            error("text/x-bibliography; style=apa; locale=xx"),
            "csl:apa: no locale \"xx\" is bundled; a locale is a language tag such as de-DE"
        );
        assert!(matches!(named_with("csl:apa", &["bold"]), Err(StyleLookupError::Option { .. })));
    }
}
