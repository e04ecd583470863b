//! A page with a message: something was not found, or is not available.

use maud::html;

use super::layout;
use crate::links::Links;
use crate::site::Site;

/// A page with this message.
pub fn message(title: &str, words: &str, site: &Site, links: &Links) -> String {
    let content = html! {
        h1 { (title) }
        p dir="auto" { (words) }
        p { a href=(links.home()) { "Search the documents" } }
    };
    layout::page(site, links, title, &html! {}, &content)
}
