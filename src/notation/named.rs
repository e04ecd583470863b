//! The notations for sentences by name.

use super::{Html, Latex, Markdown, Plain, Typst};
use crate::citation::Markup;

/// The names of the notations for sentences, which [`named`] finds.
pub const NAMES: &[&str] = &["plain", "html", "markdown", "latex", "typst"];

/// Returns the notation for sentences with this name, one of [`NAMES`].
///
/// ```
/// use prefercite::{Document, Style, notation, style};
///
/// let film: Document = serde_json::from_str(r#"{ "id": "f", "kind": "film", "title": "Berlin" }"#)?;
/// let citation = style::named("chicago-note")?.cite_document(&film)?;
/// let html = notation::named("html").ok_or("no such notation")?;
/// assert_eq!(citation.render(html), "<i>Berlin</i>, film.");
/// assert_eq!((html.media_type(), html.extension()), ("text/html", "html"));
/// assert!(notation::named("rtf").is_none());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "format")]
pub fn named(name: &str) -> Option<&'static dyn Markup> {
    Some(match name {
        "plain" => const { &Plain::new() },
        "html" => const { &Html::new() },
        "markdown" => const { &Markdown::new() },
        "latex" => const { &Latex::new() },
        "typst" => const { &Typst::new() },
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_finds_a_notation_of_its_own() {
        let mut files: Vec<&str> = NAMES.iter().map(|name| named(name).unwrap().extension()).collect();
        files.sort_unstable();
        files.dedup();
        assert_eq!(files.len(), NAMES.len());
        assert!(named("HTML").is_none());
    }
}
