//! The parts of every page: the head, the archive's name, the link to the content.

use maud::{DOCTYPE, Markup, html};

use crate::links::Links;
use crate::site::Site;

/// A whole page. `head` is added to its head, and `language` is the language of the content.
pub(super) fn page(site: &Site, links: &Links, title: &str, head: &Markup, content: &Markup) -> String {
    html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) " – " (site.name) }
                link rel="stylesheet" href=(links.asset("archive.css"));
                link rel="icon" href=(links.asset("archive.svg")) type="image/svg+xml";
                @if let Some(unapi) = links.unapi() {
                    link rel="unapi-server" type="application/xml" title="unAPI" href=(unapi);
                }
                (head)
                script src=(links.asset("archive.js")) defer {}
            }
            body {
                a.skip href="#content" { "Skip to the content" }
                header.site {
                    a href=(links.home()) { (site.name) }
                }
                main #content tabindex="-1" { (content) }
                footer.site {
                    p { "Citations by prefercite." }
                }
            }
        }
    }
    .into_string()
}
