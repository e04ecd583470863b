//! A style by a stranger: the finding aid of a county archive, in a sentence and as a record of its own.
//!
//! It has the same rights as the crate's styles: its sentences are written in every notation, and its records in a
//! notation of its own.

use std::fmt;

use prefercite::citation::{Entry, Mark, Omission, Syntax, Value};
use prefercite::document::Records;
use prefercite::notation::Html;
use prefercite::style::{Form, Style, StyleError};
use prefercite::{Citation, Cite, Record, Text};

/// `Box 26 / Charles E. Merriam Papers: Burton, 1923-01-26`
struct FindingAid;

impl Style for FindingAid {
    fn compose(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        let document = cite.document();
        let mut text = Text::new();
        let levels = document.holdings().iter().flat_map(|holding| &holding.path).rev();
        for (index, level) in levels.enumerate() {
            text.push_str(if index == 0 { "" } else { " / " });
            match (&level.level, &level.id, &level.title) {
                (_, _, Some(title)) => text.marked(Mark::Emphasis, |text| text.push_str(title)),
                (Some(level), Some(id), None) => text.push_str(&format!("{level} {id}")),
                (_, id, None) => text.push_str(id.as_deref().unwrap_or_default()),
            }
        }
        if !text.is_empty() {
            text.push_str(": ");
        }
        match (document.title(), document.creators().first()) {
            (Some(title), _) => text.push_str(&title.text),
            (None, Some(name)) => text.push_str(&name.to_string()),
            (None, None) => text.push_str(document.kind().as_str()),
        }
        if let Some(edtf) = document.date().and_then(|date| date.edtf()) {
            text.push_str(&format!(", {edtf}"));
        }
        Ok(text.into())
    }

    fn forms(&self) -> &[Form] {
        &[Form::Entry]
    }
}

/// A record of tab-separated fields, for the archive's own spreadsheet.
struct Spreadsheet;

impl Style for Spreadsheet {
    fn compose(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
        let document = cite.document();
        let mut record = Record::new(&Tabs, document.kind().as_str().to_owned(), document.id());
        record.push("title", document.title().map_or("", |title| title.text.as_str()));
        record.push(
            "earliest",
            document.date().and_then(|date| date.earliest()).map_or(String::new(), |day| day.to_string()),
        );
        if document.summary().is_some() {
            record.omit("summary", Omission::NoField);
        }
        Ok(record.into())
    }
}

/// One record a line. No value can hold a tab, for here it becomes a space: a notation escapes for itself.
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
    let reading = Records::of_text(include_str!("records/more.jsonl")).collect_all();
    let styles: [Box<dyn Style>; 2] = [Box::new(FindingAid), Box::new(Spreadsheet)];
    for style in styles {
        for document in &reading.documents {
            match style.cite(document)? {
                Citation::Text(text) => println!("{}", text.write_with(&Html)),
                citation => println!("{citation}"),
            }
        }
    }
    Ok(())
}
