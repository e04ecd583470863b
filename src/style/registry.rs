//! Style lookup by name or by media type.

#[cfg(feature = "csl")]
use super::Csl;
use super::Style;
use super::known::{CSL, KNOWN, info};
use super::lookup_error::{StyleLookupError, UnknownStyleError};

/// Returns the style with this name, one of [`all`](super::all). It never reads files, so the name may come from
/// untrusted input.
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
    #[cfg(feature = "csl")]
    if let Some(csl) = name.strip_prefix(CSL) {
        return Csl::bundled(csl).map(|style| Box::new(style) as _).map_err(|_| UnknownStyleError::new(name));
    }
    let known = KNOWN.iter().find(|known| known.info.name == name);
    // Without options the lookup cannot fail.
    known.and_then(|known| (known.make)(&[]).ok()).ok_or_else(|| UnknownStyleError::new(name))
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

/// Returns the style for a media type, as clients send it in the header `Accept`.
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
/// The media type is not in this list, or its style or locale is unknown.
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
