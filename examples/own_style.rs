//! A house style of your own: the sentence of another archive, and a record for its spreadsheet.
//!
//! The sentence is written with `prefercite::prose`, like the crate's own styles. It prints names, dates and shelf
//! marks correctly in any language, and settles the punctuation.

use std::fmt;

use prefercite::citation::{Entry, OmissionReason, Syntax, Value};
use prefercite::document::Records;
use prefercite::notation::Html;
use prefercite::prose::{
    DatePart, DateStyle, DescriptionMarks, EN_GB, EtAl, Language, Lead, NameForm, Opening, Punctuation, RepositoryForm,
    Sentence, Units, kind_word, push_collection, push_date, push_people, push_repository, push_title,
};
use prefercite::style::{Form, Style, StyleError};
use prefercite::{Citation, Cite, Document, Record, Text};

/// The repository first, then the path to the document, then the document, in British English:
/// `University of Chicago Library, Charles E. Merriam Papers, box 26: Burton to Merriam, telegram, 26 January 1923.`
#[derive(Debug)]
struct CountyArchive;

const LANGUAGE: &Language = &EN_GB;

impl Style for CountyArchive {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        let document = cite.document();
        let mut text = Text::new();
        let mut s = Sentence::new(&mut text, LANGUAGE);
        if let Some(holding) = document.holdings().first() {
            if let Some(repository) = &holding.repository {
                push_repository(&mut s, repository, RepositoryForm::DEPARTMENT_FIRST);
            }
            // An element that is empty gets no comma.
            s.element(Punctuation::Comma, "", |s| push_collection(s, holding));
            Units::of(holding).push(&mut s, |s| _ = s.punctuate(Punctuation::Comma));
            s.term(|language| language.colon);
        }
        s.part(|s| push_document(s, document)).end();
        Ok(text.into())
    }

    fn forms(&self) -> &[Form] {
        &[Form::Entry]
    }

    fn language(&self) -> &Language {
        LANGUAGE
    }
}

/// `Burton to Merriam, telegram, 26 January 1923`
fn push_document(s: &mut Sentence<'_>, document: &Document) {
    let natural = (NameForm::Natural, NameForm::Natural);
    let lead = Lead::of(document, DescriptionMarks::Roman, LANGUAGE);
    push_people(s, lead.creators, natural, EtAl { from: 4, keep: 1 });
    match lead.opening {
        Opening::Title(title, _) => push_title(s.punctuate(Punctuation::Comma), document, title, &title.text),
        Opening::Description(title) => _ = s.punctuate(Punctuation::Comma).roman(&title.text),
        Opening::Correspondence(kind) => {
            s.word(" ").term(|language| language.people.to);
            push_people(s, lead.recipients, natural, EtAl::NEVER);
            s.punctuate(Punctuation::Comma).data(kind);
        }
        _ => _ = s.punctuate(Punctuation::Comma).data(kind_word(document, LANGUAGE)),
    }
    if let Some(date) = document.date() {
        s.element(Punctuation::Comma, "", |s| _ = push_date(s, date, DatePart::Whole, DateStyle::of(LANGUAGE)));
    }
}

/// A record of tab-separated fields, for the archive's own spreadsheet.
#[derive(Debug)]
struct Spreadsheet;

impl Style for Spreadsheet {
    fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        let document = cite.document();
        let mut record = Record::new(&Tabs, document.kind().as_str().to_owned(), document.id());
        record.push("title", document.title().map_or("", |title| title.text.as_str()));
        record.push(
            "earliest",
            document.date().and_then(|date| date.earliest()).map_or(String::new(), |day| day.to_string()),
        );
        if document.summary().is_some() {
            record.omit("summary", OmissionReason::NoField);
        }
        Ok(record.into())
    }
}

/// One record per line. A tab in a value becomes a space, because each notation must do its own escaping.
#[derive(Debug)]
struct Tabs;

impl Syntax for Tabs {
    fn media_type(&self) -> &'static str {
        "text/tab-separated-values"
    }

    fn write(&self, entry: Entry<'_>, out: &mut dyn fmt::Write) -> fmt::Result {
        write!(out, "{}\t{}", entry.key, entry.kind)?;
        for field in entry.fields {
            if let Value::Text(text) = &field.value {
                write!(out, "\t{}", text.replace(char::is_control, " "))?;
            }
        }
        Ok(())
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let reading = Records::detect(include_str!("records/more.jsonl")).collect_all();
    let styles: [Box<dyn Style>; 2] = [Box::new(CountyArchive), Box::new(Spreadsheet)];
    for style in styles {
        for document in &reading.documents {
            println!("{}", style.cite_document(document)?.render(&Html::new()));
        }
    }
    Ok(())
}
