//! Literature, with hayagriva's own types: an article in its periodical, a chapter in its book.

use super::entry::{
    Entry, Printed, affiliated, date, groups, people_of, publisher, title, title_of_book, volume_is_in_title, volumes,
};
use crate::citation::{Fields, Value};
use crate::document::Publication;
use crate::style::record::books;
use crate::style::record::work::{Form, Work};

pub(super) fn kind(work: &Work<'_>) -> &'static str {
    match work.form {
        Form::Book => "book",
        Form::Chapter => "chapter",
        Form::Article | Form::Newspaper => "article",
        Form::Thesis => "thesis",
        Form::WebPage => "web",
    }
}

/// Whether the entry contains the title of the publication, with its short title.
pub(super) fn writes_title_of_source(work: &Work<'_>) -> bool {
    match work.form {
        Form::Book | Form::Chapter | Form::Article | Form::Newspaper => true,
        Form::Thesis => false,
        Form::WebPage => work.source.is_some_and(|source| source.title.is_none() && source.container.is_some()),
    }
}

impl Entry<'_> {
    pub(super) fn push_work(&mut self, work: &Work<'_>) {
        let facts = self.facts;
        let document = facts.document;
        self.push("title", document.title().map(|words| title(words, self.printed)));
        self.push("author", people_of(document.creators()));
        let source = work.source;
        if let Some(source) = source.filter(|_| work.form == Form::Book) {
            self.push("editor", people_of(&source.editors));
        }
        let of_book = source.filter(|_| matches!(work.form, Form::Book | Form::Article | Form::Newspaper));
        self.push("affiliated", affiliated(document).or_else(|| of_book.and_then(makers)));
        self.push("date", work.date(document).and_then(date));
        // A foreword is named by its kind, a thesis by its degree.
        self.push("genre", document.genre().or((work.form == Form::Thesis).then_some("PhD diss.")));
        self.push_language();
        if let Some(source) = source {
            self.push_source(work, source);
        }
        let home = facts.home.and_then(|home| home.archive.as_deref());
        self.push("archive", home);
        self.push("archive-location", facts.home.and_then(|home| home.id.as_deref()).filter(|_| home.is_some()));
        let mut numbers = Fields::new();
        let isbn = source.and_then(|source| source.isbn.as_deref()).filter(|_| work.form == Form::Book);
        for (name, value) in [("doi", facts.doi_of_work(work)), ("isbn", isbn)] {
            if let Some(value) = value {
                numbers.push(name, value);
            }
        }
        self.push("serial-number", (!numbers.is_empty()).then_some(numbers));
        self.push_address(facts.url_of_work(work).as_deref());
        self.push("page-total", facts.page_count());
        self.push("abstract", document.summary());
    }

    fn push_source(&mut self, work: &Work<'_>, source: &Publication) {
        match work.form {
            Form::Book => {
                self.push("edition", source.edition.as_deref());
                self.push("volume", source.volume.as_deref());
                self.push("volume-total", volumes(source));
                self.push("publisher", publisher(source));
                let set = source.container.as_ref().or(source.series.as_ref());
                self.push(
                    "parent",
                    set.map(|set| {
                        let mut parent = Fields::from_iter([("type", Value::from("anthology"))]);
                        parent.push("title", title(set, Printed::InItalics));
                        if source.container.is_none()
                            && let Some(number) = &source.number
                        {
                            parent.push("volume", number.as_str());
                        }
                        parent
                    }),
                );
            }
            Form::Chapter => {
                self.push("page-range", source.pages.as_deref());
                let mut parent = Fields::from_iter([("type", Value::from("book"))]);
                let is_in_title = volume_is_in_title(source);
                let fields = [
                    ("title", title_of_book(source, true)),
                    ("author", people_of(&source.authors)),
                    ("editor", people_of(&source.editors)),
                    ("affiliated", makers(source)),
                    ("volume", source.volume.as_deref().filter(|_| !is_in_title).map(Value::from)),
                    ("volume-total", volumes(source).map(Value::from)),
                    ("edition", source.edition.as_deref().map(Value::from)),
                    ("date", source.date.as_ref().and_then(date).map(Value::from)),
                    ("publisher", publisher(source)),
                ];
                for (name, value) in fields {
                    if let Some(value) = value {
                        parent.push(name, value);
                    }
                }
                self.record.push("parent", parent);
            }
            Form::Article | Form::Newspaper => {
                self.push("page-range", source.pages.as_deref());
                let kind = if work.form == Form::Newspaper { "newspaper" } else { "periodical" };
                let mut parent = Fields::from_iter([("type", Value::from(kind))]);
                if let Some(journal) = books::title(source) {
                    parent.push("title", title(journal, Printed::InItalics));
                }
                for (name, value) in [("volume", &source.volume), ("issue", &source.issue), ("location", &source.place)]
                {
                    if let Some(value) = value {
                        parent.push(name, value.as_str());
                    }
                }
                self.record.push("parent", parent);
            }
            Form::Thesis => self.push("publisher", publisher(source)),
            Form::WebPage => {
                self.push("publisher", publisher(source));
                self.push(
                    "parent",
                    source.container.as_ref().map(|site| {
                        let mut parent = Fields::from_iter([("type", Value::from("web"))]);
                        parent.push("title", title(site, Printed::InItalics));
                        parent
                    }),
                );
            }
        }
    }
}

/// Translators and compilers of a book.
fn makers(book: &Publication) -> Option<Value> {
    groups([("compiler", book.compilers.as_slice()), ("translator", &book.translators)])
}
