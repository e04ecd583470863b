//! Style lookup by name or by media type.

use super::lookup_error::{StyleLookupError, UnknownStyleError};
use super::{Style, Styles};

/// Returns the style with this name, one of [`all`](super::all). It never reads files, so the name may come from
/// untrusted input. [`Styles`] finds styles of your own too.
///
/// # Errors
///
/// No style has this name. The error suggests the nearest names.
///
/// ```
/// use prefercite::style;
///
/// assert!(style::named("chicago-note").is_ok());
/// let error = style::named("chicago-notes").err().unwrap();
/// assert!(error.to_string().contains("\"chicago-note\""), "{error}");
/// ```
pub fn named(name: &str) -> Result<Box<dyn Style>, UnknownStyleError> {
    Styles::new().named(name)
}

/// Returns the style with this name and these options, which have the names in the style's documentation.
///
/// # Errors
///
/// The style, an option or a locale is unknown.
///
/// ```
/// use prefercite::style;
///
/// assert!(style::named_with("chicago-note", &["day-month-year", "repository-first"]).is_ok());
/// let error = style::named_with("chicago-note", &["day-first"]).err().unwrap();
/// assert!(error.to_string().starts_with("chicago-note has no option \"day-first\"; it has day-month-year, "));
/// ```
pub fn named_with(name: &str, options: &[&str]) -> Result<Box<dyn Style>, StyleLookupError> {
    Styles::new().named_with(name, options)
}

/// Returns the style for a media type, as clients send it in the header `Accept`.
///
/// | media type | style |
/// |---|---|
/// | `application/x-bibtex` | `bibtex` |
/// | `application/x-research-info-systems` | `ris` |
/// | `application/vnd.citationstyles.csl+json` | `csl-json` |
/// | `application/yaml` | `hayagriva` |
/// | `application/ld+json` | `json-ld` |
/// | `text/x-bibliography; style=apa; locale=de-DE` | the style of this name, or the CSL style: `csl:apa`. Without `style`, `chicago-bibliography` |
///
/// Most are the media types of [Crossref's and DataCite's content
/// negotiation](https://www.crossref.org/documentation/retrieve-metadata/content-negotiation/). Other parameters are ignored.
/// A style without locales accepts the `locale` of its own language, such as `en-US`. The record itself,
/// `application/json`, is `serde_json::to_string(&document)`.
///
/// # Errors
///
/// The media type is not in this list (`text/html` is not: a page is yours to write), or the style is unknown or does not have the locale.
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
    Styles::new().for_media_type(media_type)
}

#[cfg(test)]
mod tests {
    use super::super::known::{all, list};
    use super::*;

    #[test]
    fn what_is_listed_is_true() {
        for info in list() {
            let syntax = named(info.name).unwrap().syntax();
            assert_eq!(info.media_type, syntax.map(|syntax| syntax.media_type()), "{}", info.name);
            assert_eq!(info.extension, syntax.map(|syntax| syntax.extension()), "{}", info.name);
            if let Some(media_type) = info.media_type.filter(|it| *it != "text/html") {
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
        assert_eq!(cited("text/x-bibliography; style=mla; locale=en-US"), "“T.” Report.");
        assert_eq!(cited("text/x-bibliography; style=mla; locale=en"), "“T.” Report.");
        assert!(for_media_type("text/x-bibliography; style=mla; locale=de-DE").is_err());
        let error = |media_type| for_media_type(media_type).unwrap_err().to_string();
        assert_eq!(error("image/png"), "no style yields the media type \"image/png\"");
        // What a browser asks for is a page, not the metadata within one.
        assert_eq!(error("text/html"), "no style yields the media type \"text/html\"");
        assert!(error("text/x-bibliography; style=apo").starts_with("no style is called \"apo\""));
        assert_eq!(
            error("text/x-bibliography; style=apa; locale=xx"),
            "csl:apa: no locale \"xx\" is bundled; a locale is a language tag such as de-DE"
        );
        assert!(matches!(named_with("csl:apa", &["bold"]), Err(StyleLookupError::Option { .. })));
    }
}
