//! The full details of a document's holdings and printed editions.

use maud::{Markup, PreEscaped, html};
use prefercite::prose::{
    BookForm, BookPart, BookPeople, BookPunctuation, Credits, DateStyle, EN_US, EtAl, InOneForm, NameForm, OtherTitles,
    PagesForm, PrintedBook, Sentence, TitleMarks, is_several, push_book,
};
use prefercite::{
    Contribution, Holding, HoldingRole, Leaves, Level, LevelKind, Publication, Repository, Surrogate, Text,
};

use super::names::{date_words, linked, name_words};
use crate::citation::PageHtml;
use crate::links::Links;

/// A holding as the path from the repository down to the document.
pub(super) fn holding(holding: &Holding) -> Markup {
    html! {
        div.holding {
            ol.path {
                @if let Some(repository) = &holding.repository { li { bdi { (repository_words(repository)) } } }
                @for level in &holding.path { li { bdi { (level_words(level)) } } }
                @if let Some(reference) = &holding.reference { li { bdi { (reference) } } }
                @if let Some(leaves) = &holding.leaves {
                    li { (leaf_words(holding, leaves)) " " bdi { (leaves.range) } }
                }
            }
            @if holding.role != HoldingRole::Original {
                p.note { @if holding.role == HoldingRole::Copy { "A copy." } @else { "On microform." } }
            }
            @for words in holding.as_cited.iter().chain(&holding.cited_whole) {
                p.note { "As the archive cites it: " bdi { (words) } }
            }
        }
    }
}

/// The unit of the leaves. As in RECORDS.md, it follows from the path if the record does not have it.
fn leaf_words<'a>(holding: &Holding, leaves: &'a Leaves) -> &'a str {
    let has = |kind: LevelKind| holding.path.iter().any(|level| level.level.as_ref() == Some(&kind));
    match (&leaves.unit, is_several(&leaves.range)) {
        (Some(unit), _) => unit.as_str(),
        (None, several) if has(LevelKind::Fond) => {
            if several {
                "leaves"
            } else {
                "leaf"
            }
        }
        (None, several) if has(LevelKind::Roll) => {
            if several {
                "frames"
            } else {
                "frame"
            }
        }
        (None, true) => "pages",
        (None, false) => "page",
    }
}

fn repository_words(repository: &Repository) -> String {
    let parts = [&repository.department, &repository.name, &repository.parent, &repository.place];
    let mut words = parts.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", ");
    if let Some(abbreviation) = &repository.abbreviation {
        if words.is_empty() {
            return abbreviation.clone();
        }
        words.extend([" (", abbreviation, ")"]);
    }
    words
}

fn level_words(level: &Level) -> String {
    let mut words = String::new();
    let mut add = |part: &str, joint: &str| {
        if !words.is_empty() {
            words.push_str(joint);
        }
        words.push_str(part);
    };
    if let Some(kind) = &level.level {
        let kind = kind.as_str().replace('-', " ");
        let mut letters = kind.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        add(&first.chain(letters).collect::<String>(), "");
    }
    if let Some(id) = &level.id {
        add(id, " ");
    }
    if let Some(title) = &level.title {
        add(title, if level.id.is_some() { ": " } else { " " });
    }
    if let Some(date) = &level.date {
        add(&date_words(date), ", ");
    }
    words
}

/// `A and B, eds., Title [Translation], vol. 1 (Place: Publisher, 1987), 219–20`
const BOOK: BookForm = BookForm {
    parts: &[
        BookPart::LEADER,
        BookPart::title(TitleMarks::Italic),
        BookPart::container(TitleMarks::Italic).after(BookPunctuation::Comma),
        BookPart::CREDITS,
        BookPart::EDITION,
        BookPart::VOLUME,
        BookPart::ISSUE,
        BookPart::series(TitleMarks::Roman),
        BookPart::in_parentheses(BookPart::IMPRINT),
        BookPart::NUMBER,
        BookPart::pages(PagesForm::AsTyped),
        BookPart::ISBN,
        BookPart::DOI,
        BookPart::URL,
    ],
    leaders: &[BookPeople::Authors, BookPeople::Editors, BookPeople::Compilers],
    credits: Credits::Abbreviated,
    other_titles: OtherTitles::TranslatedInBrackets,
};

/// A printed edition on one line.
pub(super) fn publication(book: &Publication) -> Markup {
    let names = InOneForm { names: NameForm::Natural, et_al: EtAl::NEVER, dates: DateStyle::of(&EN_US) };
    let mut text = Text::new();
    push_book(&mut Sentence::new(&mut text, &EN_US), &PrintedBook::of(book), &BOOK, &names);
    // The notation escapes it.
    html! { (PreEscaped(text.render(&PageHtml))) }
}

/// `Obtained and translated for CWIHP by …`
pub(super) fn contribution(contribution: &Contribution, links: &Links) -> Markup {
    let roles = contribution.roles.iter().map(|role| role.as_str()).collect::<Vec<_>>().join(" and ");
    html! {
        (roles)
        @if let Some(project) = &contribution.on_behalf_of { " for " bdi { (project) } }
        " by "
        @for (at, name) in contribution.by.iter().enumerate() {
            @if at > 0 { ", " }
            (linked(links, "q", &name_words(name), &name_words(name)))
        }
    }
}

/// The address of a copy on the web, for a link: DOI, ARK or address.
pub(super) fn address_of(surrogate: &Surrogate) -> Option<String> {
    let ark = surrogate
        .ark
        .as_deref()
        .map(|ark| if ark.starts_with("ark:") { format!("https://n2t.net/{ark}") } else { ark.to_owned() });
    let doi = surrogate.doi.as_deref().map(|doi| format!("https://doi.org/{doi}"));
    let target = doi.or(ark).or_else(|| surrogate.url.clone())?;
    // `None` for a target that no notation would link.
    prefercite::citation::Mark::Link(&target).href().map(std::borrow::Cow::into_owned)
}

/// A copy on the web: its format, its archive, its language.
pub(super) fn surrogate(surrogate: &Surrogate) -> Markup {
    let kind = surrogate.format.as_deref().unwrap_or("Digital copy");
    html! {
        @match address_of(surrogate) {
            Some(address) => a href=(address) rel="external" hreflang=[surrogate.language.as_deref()] { bdi { (kind) } },
            None => bdi { (kind) },
        }
        @if let Some(archive) = &surrogate.archive { ", " bdi { (archive) } }
        @if let Some(host) = &surrogate.host { ", " bdi { (host) } }
        @if let Some(id) = &surrogate.id { ", no. " bdi { (id) } }
        @if let Some(language) = &surrogate.language { " (" (language) ")" }
        @if let Some(accessed) = &surrogate.accessed { ", seen " (date_words(accessed)) }
    }
}
