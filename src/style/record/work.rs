//! Literature: books, chapters, articles, theses and web pages, for which every format has types.

use super::Facts;
use crate::document::{Date, Document, Kind, Publication};
use crate::prose::EN_US;
use crate::prose::books::{is_newspaper, newspaper_of_article};

/// A document that is itself published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Work<'d> {
    pub(crate) form: Form,
    /// Its own publication.
    pub(crate) source: Option<&'d Publication>,
}

/// The form of its publication.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Book,
    Chapter,
    /// An article in a journal.
    Article,
    /// An article in a newspaper or a magazine, which is cited by its date.
    Newspaper,
    Thesis,
    WebPage,
}

impl<'d> Work<'d> {
    /// `None` for everything in an archive: a rare book is cited by its shelf mark.
    pub(crate) fn of(document: &'d Document) -> Option<Self> {
        if !document.holdings().is_empty() {
            return None;
        }
        let source = document.source();
        let work = |form| Some(Work { form, source });
        if newspaper_of_article(document, &EN_US).is_some() {
            return work(Form::Newspaper);
        }
        match document.kind() {
            Kind::Book if source.is_none_or(|source| source.title.is_none()) => work(Form::Book),
            Kind::Book | Kind::Chapter => {
                source.filter(|source| source.title.is_some() || source.container.is_some()).and(work(Form::Chapter))
            }
            Kind::Article => {
                let journal = source.filter(|source| source.container.is_some() && source.title.is_none())?;
                work(if is_newspaper(journal) { Form::Newspaper } else { Form::Article })
            }
            Kind::Thesis => work(Form::Thesis),
            Kind::WebPage => work(Form::WebPage),
            _ => None,
        }
    }

    /// The date of publication.
    pub(crate) fn date(&self, document: &'d Document) -> Option<&'d Date> {
        self.source.and_then(|source| source.date.as_ref()).or(document.date())
    }

    /// The date of writing, if it differs from the date of publication.
    pub(crate) fn original_date(&self, document: &'d Document) -> Option<&'d Date> {
        document.date().filter(|date| self.date(document) != Some(*date))
    }
}

impl<'d> Facts<'d> {
    /// The URL of a work: that of its copy on the web, otherwise the publisher's.
    pub(crate) fn url_of_work(&self, work: &Work<'d>) -> Option<std::borrow::Cow<'d, str>> {
        self.url().or_else(|| work.source?.url.as_deref().map(Into::into))
    }

    pub(crate) fn doi_of_work(&self, work: &Work<'d>) -> Option<&'d str> {
        self.doi().or_else(|| work.source?.doi.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_published_is_literature() {
        for (json, form) in [
            (r#""kind": "book", "source": { "publisher": "P", "date": "1997" }"#, Some(Form::Book)),
            (r#""kind": "book""#, Some(Form::Book)),
            (r#""kind": "book", "holdings": [{ "repository": "British Library" }]"#, None),
            (r#""kind": "chapter", "source": { "title": "B" }"#, Some(Form::Chapter)),
            (r#""kind": "chapter""#, None),
            (r#""kind": "article", "source": { "container": "J", "volume": "3" }"#, Some(Form::Article)),
            (r#""kind": "article", "source": { "container": "N", "date": "1961-01-25" }"#, Some(Form::Newspaper)),
            (r#""source": { "container": "N", "date": "1961-01-25" }"#, Some(Form::Newspaper)),
            (r#""kind": "letter", "source": { "container": "N", "date": "1961-01-25" }"#, None),
            (r#""kind": "thesis""#, Some(Form::Thesis)),
            (r#""kind": "web-page""#, Some(Form::WebPage)),
            (r#""kind": "report""#, None),
        ] {
            let document: Document =
                serde_json::from_str(&format!(r#"{{ "id": "a", "title": "T", {json} }}"#)).unwrap();
            assert_eq!(Work::of(&document).map(|work| work.form), form, "{json}");
        }
    }
}
