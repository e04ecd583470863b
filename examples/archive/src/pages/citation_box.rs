//! The "get citation" box: an HTML fragment for any page.
//!
//! To use it in an archive of your own, copy this file, `citation.rs`, `formats.rs`, `links.rs` and `address.rs`, the
//! script, and the lines of the style sheet that begin with `.citation`. It also works without the script, as a form.

use maud::{Markup, PreEscaped, html};
use prefercite::{Document, Text};

use crate::citation::{CitationError, Notation, PageHtml, STYLES, csl_styles, style_named, written};
use crate::formats::{FORMATS, RECORD};
use crate::links::Links;

/// The box of a record, with the citation in the chosen style.
///
/// # Errors
///
/// Returns an error if the style is unknown, or cannot cite the document.
pub fn citation_box(document: &Document, chosen: &str, links: &Links) -> Result<Markup, CitationError> {
    Ok(html! {
        section.citation aria-labelledby="cite" {
            h2 #cite { "Get citation" }
            @if links.is_static {
                (every_style(document))
            } @else {
                form.citation-style method="get" action=(format!("{}#cite", links.record(document.id()))) {
                    label for="style" { "Style" }
                    (choice(document, chosen))
                    button type="submit" { "Show" }
                }
                (one(document, chosen)?)
            }
            p.citation-copy hidden {
                button type="button" data-copy="rich" { "Copy with italics" }
                button type="button" data-copy="plain" { "Copy as text" }
                span role="status" {}
            }
            p.citation-files {
                span { "Download" }
                @for format in FORMATS.iter().chain([&RECORD]).filter(|format| format.is_offered) {
                    a href=(links.download(document.id(), format)) download[links.is_static] { (format.label) }
                }
            }
        }
    })
}

/// The list of the styles: those of this crate, then those of CSL.
fn choice(document: &Document, chosen: &str) -> Markup {
    let ours = STYLES.iter().filter(|(name, _)| *name != "preferred" || document.preferred_citation().is_some());
    let csl = csl_styles();
    html! {
        select #style name="style" {
            @for (name, label) in ours {
                option value=(name) selected[*name == chosen] { (label) }
            }
            optgroup label="Citation Style Language" {
                @for style in csl {
                    option value=(style.name) selected[style.name == chosen] { (style.description) }
                }
            }
            @if !STYLES.iter().any(|(name, _)| *name == chosen) && !csl.iter().any(|style| style.name == chosen) {
                option value=(chosen) selected { (chosen) }
            }
        }
    }
}

/// The citation in one style. The lines of a style of records are kept.
fn one(document: &Document, style: &str) -> Result<Markup, CitationError> {
    let (name, style) = (style, style_named(style, &[])?);
    let citation = written(document, &*style, name, Notation::Html)?;
    let is_sentence = style.syntax().is_none();
    Ok(html! {
        @if is_sentence {
            // The notation escapes it.
            blockquote #citation.citation-words { p { (PreEscaped(citation.body)) } }
        } @else {
            blockquote #citation.citation-words { pre tabindex="0" { (citation.body) } }
        }
    })
}

/// The citation in each style of the crate, for a static site, which has no server. The script then shows one at a
/// time.
fn every_style(document: &Document) -> Markup {
    let sentence = |style: &str| -> Option<Text> {
        style_named(style, &[]).ok()?.cite_document(document).ok()?.as_text().cloned()
    };
    html! {
        dl.citation-styles {
            @for (name, label) in STYLES.iter().chain(&[("csl:apa", "APA")]) {
                @if let Some(text) = sentence(name) {
                    dt { (label) }
                    dd.citation-words { (PreEscaped(text.render(&PageHtml))) }
                }
            }
        }
    }
}
