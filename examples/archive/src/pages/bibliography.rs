//! A bibliography of the records that a visitor selected.

use maud::{PreEscaped, html};
use prefercite::Document;

use super::layout;
use super::names::heading;
use crate::address::percent_encoded;
use crate::citation::{STYLES, csl_styles};
use crate::formats::FORMATS;
use crate::links::Links;
use crate::site::Site;

/// The page of a list. `entries` is HTML, escaped by its notation.
pub fn bibliography(documents: &[Document], style: &str, entries: &str, site: &Site, links: &Links) -> String {
    let ids: Vec<&str> = documents.iter().map(Document::id).collect();
    let keys = percent_encoded(&ids.join(","));
    let content = html! {
        h1 { "Bibliography" }
        @if documents.is_empty() { p { "No document is selected. Select documents in the list." } }
        @else {
            form.citation-style method="get" action=(links.bibliography()) {
                @for id in &ids { input type="hidden" name="ids" value=(id); }
                label for="style" { "Style" }
                select #style name="style" {
                    @for (name, label) in STYLES.iter().filter(|(name, _)| *name != "preferred") {
                        option value=(name) selected[*name == style] { (label) }
                    }
                    optgroup label="Citation Style Language" {
                        @for csl in csl_styles() {
                            option value=(csl.name) selected[csl.name == style] { (csl.description) }
                        }
                    }
                }
                button type="submit" { "Show" }
            }
            div #citation.citation-words.list { (PreEscaped(entries)) }
            p.citation-copy hidden {
                button type="button" data-copy="rich" { "Copy with italics" }
                button type="button" data-copy="plain" { "Copy as text" }
                span role="status" {}
            }
            p.citation-files {
                span { "Download" }
                @for format in FORMATS.iter().filter(|format| format.is_offered) {
                    @let option = format.option.map(|option| format!("&option={option}")).unwrap_or_default();
                    a href=(format!("{}?ids={keys}&style={}{option}&download=1", links.bibliography(), format.style)) {
                        (format.label)
                    }
                }
            }
            h2 { "Documents" }
            ul { @for document in documents { li { a href=(links.record(document.id())) { bdi { (heading(document)) } } } } }
        }
    };
    layout::page(site, links, "Bibliography", &html! {}, &content)
}
