//! Cites a stream of records, a JSON object a line, on all cores: for an archive that shows a citation beside each of a
//! million records.
//!
//!     cargo run --release --example bulk -- --style wilson-center export.jsonl > citations.tsv
//!
//! The citations come in the order of the records, and the memory that it takes does not grow with their number.

use std::fs::File;
use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use prefercite::Cite;
use prefercite::citation::{Citation, Markup, RecordFile};
use prefercite::document::{Document, RecordError, RecordFormat, Records};
use prefercite::notation::{Html, Latex, Markdown, Plain, Typst};
use prefercite::style::{self, Style};
use rayon::prelude::*;

/// Cites a stream of records (JSON Lines) on all cores, in their order and in constant memory.
#[derive(Parser)]
struct Options {
    /// The style, by its name.
    #[arg(long, value_name = "NAME", default_value = "wilson-center")]
    style: String,
    /// An option of the style; may be given again.
    #[arg(long = "option", value_name = "NAME")]
    options: Vec<String>,
    /// How the citations are written.
    #[arg(long, value_enum, default_value_t = Notation::Plain)]
    notation: Notation,
    /// Puts the document's id and a tab before each citation.
    #[arg(long)]
    keys: bool,
    /// How many errors are reported in full.
    #[arg(long, value_name = "NUMBER", default_value_t = 1000)]
    faults: usize,
    /// A file of records, a line each; standard input where none is named, or -.
    file: Option<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Notation {
    Plain,
    Html,
    Markdown,
    Latex,
    Typst,
}

impl Notation {
    fn markup(self) -> &'static dyn Markup {
        match self {
            Notation::Plain => const { &Plain::new() },
            Notation::Html => const { &Html::new() },
            Notation::Markdown => const { &Markdown::new() },
            Notation::Latex => const { &Latex::new() },
            Notation::Typst => const { &Typst::new() },
        }
    }
}

/// Lines that are read, cited and written together: enough that every core has work, few enough to be no weight.
const LINES: usize = 8192;
const BYTES: usize = 16 << 20;

/// What became of one line.
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

/// Tells how many records were refused.
fn run(options: &Options) -> io::Result<usize> {
    let style_options: Vec<&str> = options.options.iter().map(String::as_str).collect();
    let style = style::named_with(&options.style, &style_options).map_err(io::Error::other)?;
    let (mut input, bar) = open(options)?;
    let mut out = io::BufWriter::with_capacity(1 << 20, io::stdout().lock());
    let mut file = style.syntax().map(RecordFile::new);

    let (mut lines, mut next) = (Vec::new(), Vec::new());
    let (mut first_line, mut refused, mut faults) = (1, 0, Vec::new());
    let mut text = String::new();
    read(&mut input, &mut lines)?;
    while !lines.is_empty() {
        // While these are cited, the next ones are read.
        let cite = || -> Vec<Outcome> {
            let lines = lines.par_iter().enumerate();
            lines.map(|(at, line)| cite(line, first_line + at, &*style, options)).collect()
        };
        let (outcomes, was_read) = rayon::join(cite, || read(&mut input, &mut next));
        was_read?;
        for (outcome, line) in outcomes.into_iter().zip(&lines) {
            text.clear();
            match outcome {
                Outcome::Cited { id, words } => match &mut file {
                    Some(file) => {
                        if !file.push_formatted(&id, &words, &mut text).map_err(io::Error::other)?
                            && let Some(Ok(Citation::Record(record))) =
                                document(line).ok().flatten().map(|it| style.cite_document(&it))
                        {
                            // Another record has its key: it gets a number.
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
        bar.inc(lines.iter().map(|line: &Vec<u8>| line.len() as u64).sum());
        first_line += lines.len();
        std::mem::swap(&mut lines, &mut next);
    }
    if let Some(file) = file {
        text.clear();
        file.finish(&mut text).map_err(io::Error::other)?;
        out.write_all(text.as_bytes())?;
    }
    out.flush()?;
    bar.finish_and_clear();
    faults.iter().for_each(|fault| eprintln!("{fault}"));
    if refused > 0 {
        eprintln!("bulk: {refused} of {} lines were refused", first_line - 1);
    }
    Ok(refused)
}

fn open(options: &Options) -> io::Result<(Box<dyn BufRead + Send>, ProgressBar)> {
    let Some(path) = options.file.as_ref().filter(|path| path.as_os_str() != "-") else {
        return Ok((Box::new(BufReader::with_capacity(1 << 20, io::stdin())), ProgressBar::hidden()));
    };
    let file =
        File::open(path).map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))?;
    let bar = if io::stderr().is_terminal() { ProgressBar::new(file.metadata()?.len()) } else { ProgressBar::hidden() };
    let look = ProgressStyle::with_template("{wide_bar} {bytes}/{total_bytes} {bytes_per_sec} {eta}");
    Ok((Box::new(BufReader::with_capacity(1 << 20, file)), bar.with_style(look.map_err(io::Error::other)?)))
}

/// Reads the next lines, into the room of those that were read before.
fn read(input: &mut dyn BufRead, lines: &mut Vec<Vec<u8>>) -> io::Result<()> {
    let (mut count, mut bytes) = (0, 0);
    while count < LINES && bytes < BYTES {
        if lines.len() == count {
            lines.push(Vec::new());
        }
        let line = &mut lines[count];
        line.clear();
        let read = input.read_until(b'\n', line)?;
        if read == 0 {
            break;
        }
        (count, bytes) = (count + 1, bytes + read);
    }
    lines.truncate(count);
    Ok(())
}

/// The document of a line, if there is anything in the line.
fn document(line: &[u8]) -> Result<Option<Document>, RecordError> {
    Records::from_bytes(line, Some(RecordFormat::JsonLines))?.next().transpose()
}

fn cite(line: &[u8], number: usize, style: &dyn Style, options: &Options) -> Outcome {
    let document = match document(line) {
        Ok(Some(document)) => document,
        Ok(None) => return Outcome::Nothing,
        Err(refusal) => {
            // The line is the record: its place in it is 1.
            let name = refusal.id().unwrap_or("a record without id");
            return Outcome::Refused(
                refusal.field_errors().iter().map(|it| format!("{number}: {name}: {it}")).collect(),
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
