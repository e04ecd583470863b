//! A page with a message: what was not found, or is not to be had.

use maud::html;

use super::layout;
use crate::links::Links;
use crate::site::Site;

/// The page.
pub fn message(title: &str, words: &str, site: &Site, links: &Links) -> String {
    let content = html! {
        h1 { (title) }
        p dir="auto" { (words) }
        p { a href=(links.home()) { "Search the documents" } }
    };
    layout::page(site, links, title, &html! {}, &content)
}
