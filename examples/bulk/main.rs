//! Cites a stream of records on all cores: for an archive that shows a citation with each of a million records.
//!
//!     cargo run --release --example bulk -- --style wilson-center export.jsonl > citations.tsv
//!
//! The citations have the order of the records. JSON Lines, YAML lists and finding aids (EAD) need constant memory. A
//! JSON array, any other file of another program (Zotero, CSL-JSON …), and a finding aid on standard input are read as
//! a whole.

mod input;
#[path = "../bibliography/notation.rs"]
mod notation;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use input::{Input, Piece};
use notation::Notation;
use prefercite::Cite;
use prefercite::citation::{Citation, RecordFile};
use prefercite::style::{self, Style};
use rayon::prelude::*;

/// Cites a stream of records on all cores, in their order. JSON Lines, YAML lists and finding aids need constant memory.
#[derive(Parser)]
struct Options {
    /// The name of the style.
    #[arg(long, value_name = "NAME", default_value = "wilson-center")]
    style: String,
    /// An option of the style; may be repeated.
    #[arg(long = "option", value_name = "NAME")]
    options: Vec<String>,
    /// The notation of the citations.
    #[arg(long, value_enum, default_value_t = Notation::Plain)]
    notation: Notation,
    /// Prints the id of the document and a tab before each citation.
    #[arg(long)]
    keys: bool,
    /// The number of errors that are reported in full.
    #[arg(long, value_name = "NUMBER", default_value_t = 1000)]
    faults: usize,
    /// A file of records (JSON Lines, YAML, JSON) or of another program (Zotero, CSL-JSON …). Without a file, or
    /// with -, standard input is read.
    file: Option<PathBuf>,
}

/// The result for one record.
enum Outcome {
    Cited { id: String, words: String },
    Nothing,
    Refused(Vec<String>),
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::from(1),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bulk: {error}");
            ExitCode::from(2)
        }
    }
}

/// Returns the number of rejected records.
fn run(options: &Options) -> io::Result<usize> {
    let style_options: Vec<&str> = options.options.iter().map(String::as_str).collect();
    let style = style::named_with(&options.style, &style_options).map_err(io::Error::other)?;
    let mut held = String::new();
    let mut input = Input::open(options.file.as_deref(), &mut held)?;
    let mut out = io::BufWriter::with_capacity(1 << 20, io::stdout().lock());
    let mut file = style.syntax().map(RecordFile::new);

    let (mut pieces, mut next) = (Vec::new(), Vec::new());
    let (mut read, mut refused, mut faults) = (0, 0, Vec::new());
    let mut text = String::new();
    input.read(&mut pieces)?;
    while !pieces.is_empty() {
        // The next records are read while these are cited.
        let cite = || -> Vec<Outcome> {
            let pieces = pieces.par_iter().enumerate();
            pieces.map(|(at, piece)| cite(piece, read + at + 1, &*style, options)).collect()
        };
        let (outcomes, was_read) = rayon::join(cite, || input.read(&mut next));
        was_read?;
        for (outcome, piece) in outcomes.into_iter().zip(&pieces) {
            text.clear();
            match outcome {
                Outcome::Cited { id, words } => match &mut file {
                    Some(file) => {
                        if !file.push_formatted(&id, &words, &mut text).map_err(io::Error::other)?
                            && let Some(Ok(Citation::Record(record))) =
                                piece.document().ok().flatten().map(|it| style.cite_document(&it))
                        {
                            // Another record has the same key, so this one gets a number.
                            file.push(record, &mut text).map_err(io::Error::other)?;
                        }
                        out.write_all(text.as_bytes())?;
                    }
                    None => out.write_all(words.as_bytes())?,
                },
                Outcome::Nothing => {}
                Outcome::Refused(told) => {
                    refused += 1;
                    let room = options.faults.saturating_sub(faults.len());
                    faults.extend(told.into_iter().take(room));
                }
            }
        }
        read += pieces.len();
        std::mem::swap(&mut pieces, &mut next);
    }
    if let Some(file) = file {
        text.clear();
        file.finish(&mut text).map_err(io::Error::other)?;
        out.write_all(text.as_bytes())?;
    }
    out.flush()?;
    input.finish();
    faults.iter().for_each(|fault| eprintln!("{fault}"));
    if refused > 0 {
        let what = if input.is_by_lines() { "lines" } else { "records" };
        eprintln!("bulk: {refused} of {read} {what} were rejected");
    }
    Ok(refused)
}

fn cite(piece: &Piece, number: usize, style: &dyn Style, options: &Options) -> Outcome {
    let document = match piece.document() {
        Ok(Some(document)) => document,
        Ok(None) => return Outcome::Nothing,
        Err(error) => {
            let name = error.id().unwrap_or("a record without id");
            // Within a line every error is on line 1, so the number of the line is used.
            let line = |line: Option<usize>| if piece.is_line() { number } else { line.unwrap_or_default() };
            let faults = error.field_errors().iter();
            return Outcome::Refused(
                faults.map(|it| format!("{}: {name}: {it}", line(it.line().or(error.line())))).collect(),
            );
        }
    };
    let mut words = String::with_capacity(1024);
    let cited = if style.syntax().is_some() {
        style.cite_into(&Cite::new(&document), &mut words)
    } else {
        style.cite_document(&document).map(|citation| {
            if options.keys {
                words.extend([document.id(), "\t"]);
            }
            if let Some(text) = citation.as_text() {
                // Writing to a `String` never fails.
                _ = text.render_to(options.notation.markup(), &mut words);
            }
            words.push('\n');
        })
    };
    match cited {
        Ok(()) => Outcome::Cited { id: document.id().to_owned(), words },
        Err(error) => Outcome::Refused(vec![format!("{number}: {error}")]),
    }
}
