//! Literature, with the entry types that all styles support.

use super::book::{self, LargerWork};
use super::names::push_names;
use super::titles::{Printed, push_short_title, push_title};
use super::{dates, editions, push_date};
use crate::document::{Document, Publication};
use crate::prose::books::BookField;
use crate::prose::sentence::{Punctuation, Sentence};
use crate::style::record::Facts;
use crate::style::record::books;
use crate::style::record::omissions::{OfLiterature, OfOriginal};
use crate::style::record::sheet::Sheet;
use crate::style::record::work::{Form, Work};
use crate::style::record::{people, when};

/// The entry type of BibLaTeX.
pub(super) fn kind(work: &Work<'_>, document: &Document) -> &'static str {
    let has_title = document.title().is_some();
    match work.form {
        Form::Book => "book",
        // A foreword or an introduction is named by its kind.
        Form::Chapter if !has_title => "suppcollection",
        Form::Chapter if work.source.is_some_and(is_edited) => "incollection",
        Form::Chapter => "inbook",
        Form::Article | Form::Newspaper if !has_title => "suppperiodical",
        Form::Article | Form::Newspaper => "article",
        Form::Thesis => "thesis",
        Form::WebPage => "online",
    }
}

/// The entry type of classic BibTeX.
pub(super) fn classic_kind(work: &Work<'_>, document: &Document) -> &'static str {
    match work.form {
        Form::Book => "book",
        Form::Chapter => "incollection",
        Form::Article | Form::Newspaper => "article",
        Form::Thesis if is_masters(document) => "mastersthesis",
        Form::Thesis => "phdthesis",
        Form::WebPage => "misc",
    }
}

fn is_masters(document: &Document) -> bool {
    let genre = document.genre().unwrap_or_default();
    genre.get(..6).is_some_and(|start| start.eq_ignore_ascii_case("master"))
        || genre.starts_with(['M', 'm']) && genre.get(1..2) == Some("A")
}

fn is_edited(book: &Publication) -> bool {
    !book.editors.is_empty() || !book.compilers.is_empty()
}

pub(super) fn prints_translator(work: &Work<'_>) -> bool {
    work.form != Form::Thesis
}

fn push_title_of_work(sheet: &mut impl Sheet, facts: &Facts<'_>, work: &Work<'_>) {
    let document = facts.document;
    let Some(title) = document.title() else {
        return sheet.push_words("title", |s| facts.push_genre(s));
    };
    let is_quoted = matches!(work.form, Form::Chapter | Form::Article | Form::Newspaper | Form::Thesis);
    push_title(sheet, "title", title, if is_quoted { Printed::InQuotationMarks } else { Printed::Otherwise });
    push_short_title(sheet, title);
}

/// All fields of a work except those that every entry has.
pub(super) fn push(sheet: &mut impl Sheet, facts: &Facts<'_>, work: &Work<'_>) {
    let document = facts.document;
    push_title_of_work(sheet, facts, work);
    if document.title().is_some() && work.form != Form::Thesis && work.form != Form::WebPage {
        sheet.push("titleaddon", document.genre());
    }
    if let Some(source) = work.source {
        push_source(sheet, facts, work, source);
    }
    if work.form == Form::Thesis {
        sheet.push_text("type", facts.document.genre().unwrap_or("PhD diss."));
    }
    push_date(sheet, "date", work.date(document).filter(|date| dates::first(date).is_some()));
    let written = work.original_date(document).filter(|date| dates::first(date).is_some());
    push_date(sheet, "origdate", written);
    if let Some(original) = work.source.and_then(|source| source.original.as_ref()) {
        if let Some(title) = &original.title {
            push_title(sheet, "origtitle", title, Printed::Otherwise);
        }
        sheet.push("origlocation", original.place.as_deref());
        sheet.push("origpublisher", original.publisher.as_deref());
        if written.is_none() {
            push_date(sheet, "origdate", original.date.as_ref());
        }
    }
}

/// The keys for literature that the fields of BibLaTeX contain.
pub(super) fn literature_fields<'d>(document: &'d Document, work: &Work<'d>) -> OfLiterature<'d> {
    let has_date = work.original_date(document).is_none_or(|date| dates::first(date).is_none());
    let date = work.source.and_then(|source| source.original.as_ref()?.date.as_ref());
    let has_volumes = matches!(work.form, Form::Book | Form::Chapter);
    OfLiterature {
        book: work.source,
        volumes: has_volumes && work.source.is_some_and(|source| book::volumes(source).is_some()),
        original: OfOriginal {
            title: true,
            place: true,
            publisher: true,
            date: has_date && date.is_some_and(dates::says_all),
        },
        reviewed: false,
    }
}

fn push_source(sheet: &mut impl Sheet, facts: &Facts<'_>, work: &Work<'_>, source: &Publication) {
    let document = facts.document;
    match work.form {
        Form::Book => {
            if let Some(set) = &source.container {
                push_title(sheet, "maintitle", set, Printed::Otherwise);
            }
            push_makers(sheet, source);
            push_imprint(sheet, source, "publisher");
        }
        Form::Chapter => {
            book::push_fields(sheet, source, LargerWork::HasField);
            if source.authors != document.creators() {
                push_names(sheet, "bookauthor", &source.authors);
            }
            sheet.push("pages", book::pages(source));
            sheet.push("isbn", book::isbn(source));
        }
        Form::Article | Form::Newspaper => {
            if let Some(journal) = &source.container {
                push_title(sheet, "journaltitle", journal, Printed::Otherwise);
            }
            // In biblatex-chicago an article that is cited by its day. The standard styles ignore it.
            sheet.push("entrysubtype", (work.form == Form::Newspaper).then_some("newspaper"));
            push_names(sheet, "editor", &source.editors);
            if let Some(series) = &source.series {
                push_title(sheet, "series", series, Printed::Otherwise);
            }
            sheet.push("volume", source.volume.as_deref());
            sheet.push("number", source.issue.as_deref());
            sheet.push("location", source.place.as_deref());
            sheet.push("pages", book::pages(source));
        }
        Form::Thesis => push_imprint(sheet, source, "institution"),
        Form::WebPage => {
            let site = source.container.as_ref().or(source.title.as_ref());
            match (site, source.publisher.as_deref()) {
                // If a website and its owner have the same name, it is printed once.
                (Some(site), Some(owner)) if site.text != owner => {
                    push_title(sheet, "titleaddon", site, Printed::Otherwise);
                    sheet.push_text("organization", owner);
                }
                (Some(site), _) => push_title(sheet, "organization", site, Printed::Otherwise),
                (None, owner) => sheet.push("organization", owner),
            }
        }
    }
}

fn push_makers(sheet: &mut impl Sheet, source: &Publication) {
    if let Some((editors, is_compiled)) = book::editors(source) {
        push_names(sheet, "editor", editors);
        sheet.push("editortype", is_compiled.then_some("compiler"));
    }
    sheet.push("edition", source.edition.as_deref().map(editions::number));
    sheet.push("volume", source.volume.as_deref().filter(|volume| volume.bytes().all(|byte| byte.is_ascii_digit())));
    sheet.push("volumes", book::volumes(source));
    if let Some(series) = &source.series {
        push_title(sheet, "series", series, Printed::Otherwise);
        sheet.push("number", source.number.as_deref());
    }
}

fn push_imprint(sheet: &mut impl Sheet, source: &Publication, publisher: &'static str) {
    sheet.push("location", source.place.as_deref());
    sheet.push(publisher, source.publisher.as_deref());
    sheet.push("isbn", book::isbn(source));
    sheet.push("pages", book::pages(source));
}

/// The fields of the publication that the entry contains, unless it is a chapter, which has those of its book.
fn printed_fields<'b>(
    work: &Work<'_>,
    source: &'b Publication,
    translators: bool,
) -> impl Iterator<Item = BookField> + use<'b> {
    let has_date = source.date.as_ref().is_none_or(|date| dates::first(date).is_some());
    let volume_is_number =
        source.volume.as_ref().is_some_and(|volume| volume.bytes().all(|byte| byte.is_ascii_digit()));
    let is_book = work.form == Form::Book;
    let is_article = matches!(work.form, Form::Article | Form::Newspaper);
    let is_site = work.form == Form::WebPage;
    [
        (BookField::Title, is_site && source.container.is_none()),
        (BookField::Container, is_book || is_article || is_site && source.container.is_some()),
        (BookField::Series, is_book || is_article),
        (BookField::Editors, is_book || is_article),
        (BookField::Compilers, is_book && source.editors.is_empty()),
        (BookField::Translators, translators),
        (BookField::Volume, is_article || is_book && volume_is_number),
        (BookField::Issue, is_article),
        (BookField::Number, is_book && source.series.is_some()),
        (BookField::Edition, is_book),
        (BookField::Place, !is_site),
        (BookField::Publisher, !is_article),
        (BookField::Date, has_date),
        (BookField::Pages, book::pages(source).is_some() && !is_site),
        (BookField::Isbn, true),
        (BookField::Doi, true),
        (BookField::Url, true),
    ]
    .into_iter()
    .filter_map(|(field, is_printed)| is_printed.then_some(field))
}

/// The parts of a publication that its fields do not contain, and those for which a dialect has no field.
fn push_unsaid_of_source(
    s: &mut Sentence<'_>,
    work: &Work<'_>,
    source: &Publication,
    (larger, translators): (LargerWork, bool),
    unknown: &[BookField],
) {
    let is_known = |field: &BookField| !unknown.contains(field);
    s.element(Punctuation::Period, "", |s| match work.form {
        Form::Chapter => {
            books::push_unsaid(s, source, book::printed_fields(source, larger, translators).filter(is_known));
        }
        _ => books::push_unsaid(s, source, printed_fields(work, source, translators).filter(is_known)),
    });
}

/// The parts of the publication that the fields do not contain.
pub(super) fn push_unsaid(s: &mut Sentence<'_>, facts: &Facts<'_>, work: &Work<'_>) {
    if let Some(source) = work.source {
        let translators = people::translators(facts.document).next().is_none();
        push_unsaid_of_source(s, work, source, (LargerWork::HasField, translators), &[]);
    }
    if work.date(facts.document).is_some_and(|date| dates::first(date).is_none()) {
        s.element(Punctuation::Period, "", |s| {
            work.date(facts.document).into_iter().for_each(|date| when::push(s, date))
        });
    }
    // The database has a field if the work has a number in it.
    let home = facts.home.filter(|home| home.id.is_none()).and_then(|home| home.archive.as_deref());
    s.element(Punctuation::Period, "", |s| _ = s.verbatim(home.unwrap_or_default()));
}

/// The parts that the fields of classic BibTeX do not contain. It has fewer fields.
pub(super) fn push_unsaid_by_classic(s: &mut Sentence<'_>, facts: &Facts<'_>, work: &Work<'_>) {
    facts.push_credits(s, Default::default(), true);
    if let Some(source) = work.source {
        let unknown: &[BookField] = match work.form {
            Form::Book | Form::Thesis => &[BookField::Translators, BookField::Pages],
            Form::Chapter => &[BookField::Authors, BookField::Translators],
            Form::Article | Form::Newspaper => &[BookField::Editors, BookField::Translators, BookField::Place],
            Form::WebPage => &[BookField::Translators],
        };
        push_unsaid_of_source(s, work, source, (LargerWork::HasNone, false), unknown);
    }
    if work.form == Form::Newspaper || work.date(facts.document).is_some_and(|date| !when::is_plain(date)) {
        s.element(Punctuation::Period, "", |s| {
            work.date(facts.document).into_iter().for_each(|date| when::push(s, date))
        });
    }
    let home = facts.home.and_then(|home| home.archive.as_deref());
    s.element(Punctuation::Period, "", |s| _ = s.verbatim(home.unwrap_or_default()));
}

/// The fields of classic BibTeX.
pub(super) fn push_classic(sheet: &mut impl Sheet, facts: &Facts<'_>, work: &Work<'_>) {
    let document = facts.document;
    push_title_of_work(sheet, facts, work);
    let Some(source) = work.source else { return };
    match work.form {
        Form::Chapter => {
            book::push_fields(sheet, source, LargerWork::HasNone);
            sheet.push("pages", book::pages(source));
        }
        Form::Article | Form::Newspaper => {
            if let Some(journal) = &source.container {
                push_title(sheet, "journal", journal, Printed::Otherwise);
            }
            sheet.push("volume", source.volume.as_deref());
            sheet.push("number", source.issue.as_deref());
            sheet.push("pages", book::pages(source));
        }
        Form::Book => {
            if let Some((editors, _)) = book::editors(source) {
                push_names(sheet, "editor", editors);
            }
            sheet.push("edition", source.edition.as_deref().map(editions::bare));
            if let Some(series) = source.container.as_ref().or(source.series.as_ref()) {
                push_title(sheet, "series", series, Printed::Otherwise);
                sheet.push("volume", source.volume.as_deref());
                sheet.push(
                    "number",
                    source.number.as_deref().filter(|_| source.volume.is_none() && source.container.is_none()),
                );
            }
            sheet.push("publisher", source.publisher.as_deref());
            sheet.push("address", source.place.as_deref());
        }
        Form::Thesis => {
            sheet.push("type", document.genre());
            sheet.push("school", source.publisher.as_deref());
            sheet.push("address", source.place.as_deref());
        }
        Form::WebPage => {
            let site = source.container.as_ref().or(source.title.as_ref());
            let owner = source.publisher.as_deref().filter(|owner| site.is_none_or(|site| site.text != *owner));
            sheet.push_words("howpublished", |s| {
                if let Some(site) = site {
                    s.data(&site.text).translated(site);
                }
                s.element(Punctuation::Comma, "", |s| _ = s.data(owner.unwrap_or_default()));
            });
        }
    }
    sheet.push("isbn", book::isbn(source));
}
