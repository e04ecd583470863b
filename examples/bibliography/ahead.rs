//! A style that has computed the filing of every document in advance, on all cores.

use std::collections::HashMap;

use prefercite::citation::Syntax;
use prefercite::prose::Language;
use prefercite::style::{Cite, Disambiguator, Disambiguators, Filing, Form, Style, StyleError};
use prefercite::{Citation, Document};
use rayon::prelude::*;

#[derive(Debug)]
pub(crate) struct Ahead<'a> {
    style: &'a dyn Style,
    filings: HashMap<&'a str, Filing>,
}

impl<'a> Ahead<'a> {
    pub(crate) fn new(style: &'a dyn Style, documents: &[&'a Document]) -> Self {
        let filings = documents.par_iter().map(|document| (document.id(), style.filing(document))).collect();
        Ahead { style, filings }
    }
}

impl Style for Ahead<'_> {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        self.style.cite(cite)
    }

    fn forms(&self) -> &[Form] {
        self.style.forms()
    }

    fn filing(&self, document: &Document) -> Filing {
        self.filings.get(document.id()).cloned().unwrap_or_else(|| self.style.filing(document))
    }

    fn disambiguators(&self, form: Form) -> &[Disambiguator] {
        self.style.disambiguators(form)
    }

    fn disambiguate(&self, documents: &[&Document], form: Form) -> Option<Vec<Disambiguators>> {
        self.style.disambiguate(documents, form)
    }

    fn language(&self) -> &Language {
        self.style.language()
    }

    fn syntax(&self) -> Option<&'static dyn Syntax> {
        self.style.syntax()
    }
}
