//! The list: its order, and its citations one by one.

use std::collections::HashMap;
use std::io::{self, Write};

use prefercite::bibliography::{Bibliography, Entry};
use prefercite::citation::RecordFile;
use prefercite::style::{Csl, Style};
use prefercite::{Citation, Cite, Document, Text};

use crate::notation::Notation;
use crate::reading::Named;
use crate::{Depth, Options, Outcome};

pub(crate) struct Listing<'a> {
    options: &'a Options,
    style: &'a dyn Style,
    /// The same style, if it is one of the Citation Style Language: this can be given the whole list.
    csl: Option<&'a Csl>,
    documents: &'a [Named],
    /// Where each stands in the files, by its id.
    places: HashMap<&'a str, usize>,
}

impl<'a> Listing<'a> {
    pub(crate) fn new(
        options: &'a Options,
        style: &'a dyn Style,
        csl: Option<&'a Csl>,
        documents: &'a [Named],
    ) -> Self {
        let places = documents.iter().enumerate().map(|(place, (_, document))| (document.id(), place)).collect();
        Listing { options, style, csl, documents, places }
    }

    pub(crate) fn write(&self, out: &mut dyn Write) -> io::Result<Outcome> {
        let documents = self.documents.iter().map(|(_, document)| document);
        let bibliography =
            Bibliography::in_mode(self.style, documents, self.options.mode.into()).map_err(io::Error::other)?;
        match (self.options.by_archive, self.csl) {
            (Some(depth), _) => self.write_by_archive(&bibliography, depth, out),
            (None, Some(csl)) if !self.options.in_order => self.write_whole(csl, &bibliography, out),
            (None, _) => self.write_one_by_one(&bibliography, out),
        }
    }

    fn notation(&self) -> Notation {
        self.options.notation.unwrap_or_default()
    }

    /// Repository, collection, document.
    fn write_by_archive(&self, list: &Bibliography<'_>, depth: Depth, out: &mut dyn Write) -> io::Result<Outcome> {
        let (notation, mut outcome) = (self.notation(), Outcome::Whole);
        let (before, behind) = notation.paragraph();
        for (number, group) in list.by_archive().iter().enumerate() {
            let gap = if number > 0 && notation == Notation::Plain { "\n" } else { "" };
            write!(out, "{gap}{}", notation.archive(&group.heading))?;
            for collection in &group.collections {
                if let Some(name) = &collection.name {
                    out.write_all(notation.collection(name).as_bytes())?;
                }
                if depth == Depth::Collections {
                    continue;
                }
                for (entry, cite) in collection.entries.iter().zip(collection.cites()) {
                    match self.style.compose(&cite) {
                        Ok(citation) => {
                            let words = self.line(&cite, &citation);
                            write!(out, "{before}{words}{behind}")?;
                        }
                        Err(error) => outcome = self.refuse(entry, &error),
                    }
                }
            }
        }
        Ok(outcome)
    }

    /// The whole list at once, so that the style numbers, sorts and tells apart.
    fn write_whole(&self, csl: &Csl, list: &Bibliography<'_>, out: &mut dyn Write) -> io::Result<Outcome> {
        let documents: Vec<&Document> = list.entries().iter().map(Entry::document).collect();
        for (place, text) in csl.bibliography(documents.iter().copied()) {
            if let Some(document) = documents.get(place) {
                writeln!(out, "{}", self.line(&Cite::new(document), &Citation::Text(text)))?;
            }
        }
        Ok(Outcome::Whole)
    }

    /// Each citation goes through the one buffer: a list of any length takes no more room than its longest.
    fn write_one_by_one(&self, list: &Bibliography<'_>, out: &mut dyn Write) -> io::Result<Outcome> {
        let mut entries: Vec<&Entry<'_>> = list.entries().iter().collect();
        if self.options.in_order {
            entries.sort_by_key(|entry| self.place(entry));
        }
        let mut file = self.style.syntax().map(|syntax| RecordFile::new(syntax).remark(self.options.remark()));
        let (mut text, mut outcome) = (String::new(), Outcome::Whole);
        for entry in entries {
            let mut cite = entry.cite();
            if self.options.in_order {
                cite = cite.repeating_author(false);
            }
            text.clear();
            match self.style.compose(&cite) {
                Ok(Citation::Record(record)) => {
                    if self.options.report_omitted {
                        let id = cite.document().id();
                        record.omitted().iter().for_each(|omitted| eprintln!("{id}: {omitted}"));
                    }
                    let file = file.get_or_insert_with(|| RecordFile::new(record.syntax()));
                    file.push(record, &mut text).map_err(io::Error::other)?;
                }
                Ok(citation) => {
                    text.push_str(&self.line(&cite, &citation));
                    text.push('\n');
                }
                Err(error) => outcome = self.refuse(entry, &error),
            }
            out.write_all(text.as_bytes())?;
        }
        if let Some(file) = file {
            text.clear();
            file.finish(&mut text).map_err(io::Error::other)?;
            out.write_all(text.as_bytes())?;
        }
        Ok(outcome)
    }

    /// The words of a citation, behind the document's id where that is asked for.
    fn line(&self, cite: &Cite<'_>, citation: &Citation) -> String {
        let id = cite.document().id();
        if let Some(csl) = self.csl.filter(|_| self.options.report_omitted) {
            csl.omitted(cite).iter().for_each(|omitted| eprintln!("{id}: {omitted}"));
        }
        let words = citation.as_text().map(|text: &Text| text.write_with(self.notation().markup()));
        let key = if self.options.keys { format!("{id}\t") } else { String::new() };
        key + &words.unwrap_or_default()
    }

    /// Tells of a document that the style has no citation for.
    fn refuse(&self, entry: &Entry<'_>, error: &dyn std::error::Error) -> Outcome {
        let file = self.place(entry).and_then(|place| self.documents.get(place));
        eprintln!("{}: {error}", file.map_or("", |(name, _)| name));
        Outcome::FaultyRecord
    }

    /// Where the first of its documents stands in the files.
    fn place(&self, entry: &Entry<'_>) -> Option<usize> {
        entry.members().iter().filter_map(|document| self.places.get(document.id()).copied()).min()
    }
}
