//! The list: its order, and its citations one by one.

use std::collections::HashMap;
use std::io::{self, Write};

use prefercite::bibliography::{ArchiveGroup, ArchiveHeading, Bibliography, Entry};
use prefercite::citation::RecordFile;
use prefercite::style::{Csl, Style, StyleError};
use prefercite::{Citation, Cite, Document, Text};
use rayon::prelude::*;

use crate::ahead::Ahead;
use crate::notation::Notation;
use crate::reading::Named;
use crate::{Depth, Options, Outcome};

/// The number of citations that are made before they are written.
const AT_A_TIME: usize = 1024;

pub(crate) struct Listing<'a> {
    options: &'a Options,
    style: &'a dyn Style,
    /// The same style, if it is a CSL style: it reports what it omits.
    csl: Option<&'a Csl>,
    documents: &'a [Named],
    /// The position of each document in the files, by its id.
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
        let documents: Vec<&Document> = self.documents.iter().map(|(_, document)| document).collect();
        let ahead = Ahead::new(self.style, &documents);
        let bibliography =
            Bibliography::in_mode(&ahead, documents, self.options.mode.into()).map_err(io::Error::other)?;
        match self.options.by_archive {
            Some(depth) => self.write_by_archive(&bibliography, depth, out),
            None => self.write_one_by_one(&bibliography, out),
        }
    }

    fn notation(&self) -> Notation {
        self.options.notation.unwrap_or_default()
    }

    /// Writes headings for repositories and collections, and the documents below them.
    fn write_by_archive(&self, list: &Bibliography<'_>, depth: Depth, out: &mut dyn Write) -> io::Result<Outcome> {
        let (notation, mut outcome) = (self.notation(), Outcome::Whole);
        let (before, behind) = notation.paragraph();
        // If only collections are listed, a heading such as "Interviews" would be empty.
        let is_listed = |group: &ArchiveGroup<'_>| {
            depth == Depth::Items
                || matches!(group.archive, ArchiveHeading::Repository { .. })
                || group.collections.iter().any(|collection| collection.name.is_some())
        };
        for (number, group) in list.by_archive().iter().filter(|group| is_listed(group)).enumerate() {
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
                    match self.style.cite(&cite) {
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

    /// Makes the citations on all cores, in batches that need little memory, and writes them one by one.
    fn write_one_by_one(&self, list: &Bibliography<'_>, out: &mut dyn Write) -> io::Result<Outcome> {
        let mut entries: Vec<&Entry<'_>> = list.entries().iter().collect();
        if self.options.in_order {
            entries.sort_by_key(|entry| self.place(entry));
        }
        let cite = |entry: &&'_ Entry<'_>| {
            // In another order, another entry precedes it.
            let cite = entry.cite();
            self.style.cite(&cite.with_repeated_author(cite.repeats_author() && !self.options.in_order))
        };
        let mut file = self.style.syntax().map(|syntax| RecordFile::new(syntax).with_comment(self.options.remark()));
        let (mut text, mut outcome) = (String::new(), Outcome::Whole);
        for entries in entries.chunks(AT_A_TIME) {
            let citations: Vec<Result<Citation, StyleError>> = entries.par_iter().map(cite).collect();
            for (entry, citation) in entries.iter().zip(citations) {
                text.clear();
                match citation {
                    Ok(Citation::Record(record)) => {
                        if self.options.report_omitted || self.options.explain {
                            let id = entry.document().id();
                            record.omitted().iter().for_each(|omitted| eprintln!("{id}: {omitted}"));
                        }
                        let file = file.get_or_insert_with(|| RecordFile::new(record.syntax()));
                        file.push(record, &mut text).map_err(io::Error::other)?;
                    }
                    Ok(citation) => {
                        text.push_str(&self.line(&entry.cite(), &citation));
                        text.push('\n');
                    }
                    Err(error) => outcome = self.refuse(entry, &error),
                }
                out.write_all(text.as_bytes())?;
            }
        }
        if let Some(file) = file {
            text.clear();
            file.finish(&mut text).map_err(io::Error::other)?;
            out.write_all(text.as_bytes())?;
        }
        Ok(outcome)
    }

    /// The words of a citation, with the document's id before them if requested.
    fn line(&self, cite: &Cite<'_>, citation: &Citation) -> String {
        let id = cite.document().id();
        if self.options.explain {
            // Earlier code has made sure that it can be cited.
            let omitted = self.style.explain(cite).unwrap_or_default();
            omitted.iter().for_each(|omitted| eprintln!("{id}: {omitted}"));
        } else if let Some(csl) = self.csl.filter(|_| self.options.report_omitted) {
            csl.omitted(cite).iter().for_each(|omitted| eprintln!("{id}: {omitted}"));
        }
        let words = citation.as_text().map(|text: &Text| text.render(self.notation().markup()));
        let key = if self.options.keys { format!("{id}\t") } else { String::new() };
        key + &words.unwrap_or_default()
    }

    /// Reports a document that cannot be cited in the style.
    fn refuse(&self, entry: &Entry<'_>, error: &dyn std::error::Error) -> Outcome {
        let file = self.place(entry).and_then(|place| self.documents.get(place));
        eprintln!("{}: {error}", file.map_or("", |(name, _)| name));
        Outcome::FaultyRecord
    }

    /// The position in the files of the first of its documents.
    fn place(&self, entry: &Entry<'_>) -> Option<usize> {
        entry.members().iter().filter_map(|document| self.places.get(document.id()).copied()).min()
    }
}
