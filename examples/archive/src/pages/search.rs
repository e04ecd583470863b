//! The search, and the list of all records.

use maud::{Markup, html};
use prefercite::Document;

use super::layout;
use super::names::{date, heading, heading_language, name_words};
use crate::address::percent_encoded;
use crate::index::{FACETS, Facet, Query, Results};
use crate::links::Links;
use crate::site::Site;

/// The search page with its form, its results and the facets that can narrow them.
pub fn search(query: &Query, results: &Results, site: &Site, links: &Links) -> String {
    let is_search = *query != Query { page: query.page, ..Query::default() };
    let content = html! {
        h1 { @if is_search { "Search results" } @else { "Documents" } }
        (form(query, links))
        p.count role="status" { (count(results)) }
        div.columns {
            @if results.facets.iter().any(|facet| !facet.values.is_empty()) || query.facets.iter().any(Option::is_some) {
                nav.facets aria-label="Narrow the search" {
                    (chosen(query, links))
                    @for (at, facet) in results.facets.iter().enumerate() {
                        @if query.facets.get(at).is_none_or(Option::is_none) { (values(at, facet, query, links)) }
                    }
                }
            }
            div.results {
                (hits(results, links))
                (pages(query.page.max(1), results, &|page| address(&Query { page, ..query.clone() }, links)))
            }
        }
    };
    layout::page(site, links, if is_search { "Search results" } else { "Documents" }, &html! {}, &content)
}

/// A page of the list of all records, for a static site.
pub fn list(page: usize, results: &Results, site: &Site, links: &Links) -> String {
    let content = html! {
        h1 { "Documents" }
        p.count { (count(results)) }
        ol.hits { @for document in &results.documents { li { (hit(document, links)) } } }
        (pages(page, results, &|page| links.list(page)))
    };
    layout::page(site, links, "Documents", &html! {}, &content)
}

fn form(query: &Query, links: &Links) -> Markup {
    html! {
        form.search role="search" method="get" action=(links.home()) {
            p.field.wide {
                label for="q" { "Words" }
                input #q type="search" name="q" value=(query.words) maxlength="400";
            }
            p.field {
                label for="people" { "People" }
                input #people type="search" name="people" value=(query.people) maxlength="400";
            }
            p.field.year {
                label for="from" { "From year" }
                input #from type="text" inputmode="numeric" name="from" value=[query.from] maxlength="5" size="5";
            }
            p.field.year {
                label for="to" { "To year" }
                input #to type="text" inputmode="numeric" name="to" value=[query.to] maxlength="5" size="5";
            }
            @for ((key, _), value) in FACETS.iter().zip(&query.facets) {
                @if let Some(value) = value { input type="hidden" name=(key) value=(value); }
            }
            p.field { button type="submit" { "Search" } }
        }
    }
}

fn count(results: &Results) -> String {
    match (results.total, results.more) {
        (0, _) => "Nothing was found.".to_owned(),
        (1, false) => "1 document.".to_owned(),
        (total, false) => format!("{} documents.", grouped(total)),
        (total, true) => {
            format!(
                "More than {} documents; these are the first. Add a word or a year to see the others.",
                grouped(total)
            )
        }
    }
}

/// `10,000`
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut words = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            words.push(',');
        }
        words.push(digit);
    }
    words
}

/// The facets that narrow the search, each with a link to remove it.
fn chosen(query: &Query, links: &Links) -> Markup {
    html! {
        @for (at, ((_, heading), value)) in FACETS.iter().zip(&query.facets).enumerate() {
            @if let Some(value) = value {
                h2 { (heading) }
                p { bdi { (value) } " " a href=(address(&with(query, at, None), links)) { "all" } }
            }
        }
    }
}

fn values(at: usize, facet: &Facet, query: &Query, links: &Links) -> Markup {
    html! {
        @if !facet.values.is_empty() {
            h2 { (facet.heading) }
            ul {
                @for value in &facet.values {
                    li {
                        a href=(address(&with(query, at, Some(value.words.clone())), links)) { bdi { (value.words) } }
                        " " span.number { (grouped(usize::try_from(value.records).unwrap_or_default())) }
                    }
                }
            }
        }
    }
}

fn with(query: &Query, at: usize, value: Option<String>) -> Query {
    let mut query = Query { page: 1, ..query.clone() };
    if let Some(facet) = query.facets.get_mut(at) {
        *facet = value;
    }
    query
}

fn hits(results: &Results, links: &Links) -> Markup {
    html! {
        @if !results.documents.is_empty() {
            form method="get" action=(links.bibliography()) {
                ol.hits {
                    @for document in &results.documents {
                        li {
                            input type="checkbox" name="ids" value=(document.id()) aria-label=(format!("Choose {}", heading(document)));
                            div { (hit(document, links)) }
                        }
                    }
                }
                p { button type="submit" { "Cite the selected" } }
            }
        }
    }
}

fn hit(document: &Document, links: &Links) -> Markup {
    let names: Vec<String> = document.creators().iter().map(name_words).collect();
    let kind = document.genre().unwrap_or(document.kind().as_str());
    html! {
        a.title href=(links.record(document.id())) lang=[heading_language(document)] dir="auto" { (heading(document)) }
        @if !links.is_static { abbr.unapi-id title=(document.id()) hidden {} }
        p.note {
            (kind)
            @if !names.is_empty() { ", " bdi { (names.join(", ")) } }
            @if let Some(day) = document.date() { ", " (date(day)) }
        }
        @if let Some(summary) = document.summary() { p.summary dir="auto" { (summary) } }
    }
}

fn pages(page: usize, results: &Results, address: &dyn Fn(usize) -> String) -> Markup {
    html! {
        @if results.pages > 1 {
            nav.pages aria-label="Pages" {
                @if page > 1 { a rel="prev" href=(address(page.min(results.pages + 1) - 1)) { "Previous" } }
                span { "Page " (page) " of " (results.pages) }
                @if page < results.pages { a rel="next" href=(address(page + 1)) { "Next" } }
            }
        }
    }
}

/// The address of a search.
fn address(query: &Query, links: &Links) -> String {
    let mut pairs: Vec<(&str, String)> = Vec::new();
    let mut add = |key, value: &str| {
        if !value.is_empty() {
            pairs.push((key, value.to_owned()));
        }
    };
    add("q", &query.words);
    add("people", &query.people);
    for ((key, _), value) in FACETS.iter().zip(&query.facets) {
        add(key, value.as_deref().unwrap_or_default());
    }
    for (key, year) in [("from", query.from), ("to", query.to)] {
        add(key, &year.map(|year| year.to_string()).unwrap_or_default());
    }
    if query.page > 1 {
        add("page", &query.page.to_string());
    }
    let pairs: Vec<String> = pairs.iter().map(|(key, value)| format!("{key}={}", percent_encoded(value))).collect();
    if pairs.is_empty() { links.home() } else { format!("{}?{}", links.home(), pairs.join("&")) }
}
