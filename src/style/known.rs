//! The list of styles.

#[cfg(feature = "csl")]
use super::Csl;
use super::{
    Biblatex, Bibtex, Chicago, CitationMeta, Coins, CslJson, Hayagriva, JsonLd, Mla, Preferred, Ris, Style, StyleInfo,
    WilsonCenter,
};

pub(super) struct Known {
    pub(super) info: StyleInfo,
    pub(super) make: Make,
}

/// The style with these options, or the first option that it does not have.
pub(super) type Make = for<'o> fn(&[&'o str]) -> Result<Box<dyn Style>, &'o str>;

/// The media type and the extension of a file of records.
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
        pub(super) const KNOWN: &[Known] = &[$(Known {
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

/// The styles of this crate. [`all`] also includes the styles of the Citation Style Language.
///
/// ```
/// let names: Vec<&str> = prefercite::style::list().map(|info| info.name).collect();
/// assert!(names.contains(&"wilson-center"));
/// ```
pub fn list() -> impl Iterator<Item = StyleInfo> {
    KNOWN.iter().map(|known| known.info)
}

/// Every name that [`named`](super::named) finds: those of [`list`], and with the feature `csl` all names of the
/// bundled styles of the Citation Style Language.
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

/// The style with this name, or `None` if [`named`](super::named) does not find it.
pub fn info(name: &str) -> Option<StyleInfo> {
    all().find(|info| info.name == name)
}

/// The styles whose records are parts of a web page: no client means them by `Accept: text/html`.
pub(super) const IN_A_PAGE: &[&str] = &["coins", "citation-meta"];

/// The prefix of CSL style names.
pub(super) const CSL: &str = "csl:";
