//! Writes a Markdown text with its footnotes, the list of abbreviations and the bibliography.
//!
//!     cargo run --example footnotes -- --html chapter.md notes.yaml > chapter.html
//!
//! A citation stands in brackets, as pandoc has it: `[see @id, fol. 12, on Korea; @id2]`. Behind the id comes the place
//! (a label that is known, or a number; `{any words}` in braces), and whatever else stands in the brackets are words of the
//! note. What follows a semicolon need not be a document: `[@id, p. 3; the copy has no date]`. `\@`, e-mail addresses, code,
//! links and HTML are none of it, and `@id` without brackets is text.
//!
//! A footnote of one's own (`[^x]`) may cite in the midst of its words, and is numbered with the others. But for citations and
//! the labels of notes the text stays as it is; a note's mark goes before a space and behind the comma or period that follows
//! (`word [@id].`), as printers set it. A style that cites in the text (mla, chicago-author-date, csl:apa) gets citations in
//! parentheses instead.
//!
//! Nothing is written of a text that cites what there is not: a note with a hole in it would be printed some day.

mod chapter;
mod citation;
mod html;
mod notes;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use chapter::Chapter;
use clap::Parser;
use notes::{Apparatus, Fault};
use prefercite::Document;
use prefercite::document::{Reading, RecordError, RecordFormat, Records};
use prefercite::style::{self, Csl, Style};

const CHAPTER: &str = include_str!("chapter.md");
const RECORDS: [(&str, &str); 3] = [
    ("documents.yaml", include_str!("../records/documents.yaml")),
    ("more.jsonl", include_str!("../records/more.jsonl")),
    ("one.json", include_str!("../records/one.json")),
];

/// Writes a Markdown text with its footnotes, the list of abbreviations and the bibliography.
#[derive(Parser)]
struct Options {
    /// The style, by its name: chicago-note, csl:modern-humanities-research-association-notes, mla, csl:FILE.csl …
    #[arg(long, value_name = "NAME", default_value = "chicago-note")]
    style: String,
    /// An option of the style, such as day-month-year; may be given again.
    #[arg(long = "option", value_name = "NAME")]
    options: Vec<String>,
    /// Writes a page of HTML instead of Markdown.
    #[arg(long)]
    html: bool,
    /// The language of the text, for the HTML page.
    #[arg(long, value_name = "TAG", default_value = "en")]
    lang: String,
    /// Writes "Ibid." where a note cites what the note before it cited.
    #[arg(long)]
    ibid: bool,
    /// Groups the bibliography by the archives in which the documents lie.
    #[arg(long)]
    by_archive: bool,
    /// The text, or - for standard input; none for the chapter that is bundled.
    chapter: Option<PathBuf>,
    /// Files of the records that it cites (YAML, JSON or JSON Lines).
    #[arg(requires = "chapter")]
    records: Vec<PathBuf>,
}

impl Options {
    /// A style by its name, or one of the Citation Style Language in a file: `csl:notes.csl`.
    fn style(&self) -> Result<Box<dyn Style>, String> {
        let options: Vec<&str> = self.options.iter().map(String::as_str).collect();
        let Some(file) = self.style.strip_prefix("csl:").filter(|name| name.ends_with(".csl")) else {
            return style::named_with(&self.style, &options).map_err(|error| error.to_string());
        };
        let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
        let style = Csl::from_xml(&text).map_err(|error| format!("{file}: {error}"))?;
        let set = |style: Csl, option: &&str| {
            style.with_option(option).ok_or_else(|| format!("{file} has no option \"{option}\"; it has locale=TAG"))
        };
        options.iter().try_fold(style, set).map(|style| Box::new(style) as _)
    }
}

/// What the run comes to: the worst of what happened.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Whole = 0,
    /// A record was refused, or the text cites what there is not.
    Faulty = 1,
    /// A file cannot be read, or the command line asks for what there is not.
    Unusable = 2,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(outcome) => ExitCode::from(outcome as u8),
        // Whoever reads us has read enough: `footnotes | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("footnotes: {error}");
            ExitCode::from(Outcome::Unusable as u8)
        }
    }
}

fn run(options: &Options) -> io::Result<Outcome> {
    let style = match options.style() {
        Ok(style) if style.syntax().is_none() => style,
        Ok(_) => return Ok(unusable(&format!("{} makes records, not notes", options.style))),
        Err(error) => return Ok(unusable(&error)),
    };
    let (name, text) = match &options.chapter {
        None => ("chapter.md".to_owned(), CHAPTER.to_owned()),
        Some(path) if path.as_os_str() == "-" => ("standard input".to_owned(), io::read_to_string(io::stdin())?),
        Some(path) => match std::fs::read_to_string(path) {
            Ok(text) => (path.to_string_lossy().into_owned(), text),
            Err(error) => return Ok(unusable(&format!("{}: {error}", path.display()))),
        },
    };
    let (documents, mut outcome) = records(options);
    let chapter = Chapter::read(&text);
    let apparatus = match Apparatus::new(&*style, &documents, &chapter, options) {
        Ok(apparatus) => apparatus,
        Err(faults) => {
            for Fault { at, what } in faults {
                outcome = outcome.max(match at {
                    None => unusable(&what),
                    Some(at) => {
                        eprintln!("{name}:{}: {what}", chapter.line(at));
                        Outcome::Faulty
                    }
                });
            }
            return Ok(outcome);
        }
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let page = if options.html { html::page(&apparatus, &options.lang) } else { apparatus.markdown() };
    out.write_all(page.as_bytes())?;
    out.flush()?;
    Ok(outcome)
}

fn unusable(what: &str) -> Outcome {
    eprintln!("footnotes: {what}");
    Outcome::Unusable
}

/// The documents of all files that can be read; what cannot is told on standard error.
fn records(options: &Options) -> (Vec<Document>, Outcome) {
    if options.chapter.is_none() {
        let bundled = RECORDS.iter().map(|(name, text)| tell(name, Records::detect(text).collect_all()));
        return gathered(bundled);
    }
    gathered(options.records.iter().map(|path| read(path)))
}

fn gathered(files: impl Iterator<Item = (Vec<Document>, Outcome)>) -> (Vec<Document>, Outcome) {
    files.fold((Vec::new(), Outcome::Whole), |(mut all, worst), (documents, outcome)| {
        all.extend(documents);
        (all, worst.max(outcome))
    })
}

fn read(path: &Path) -> (Vec<Document>, Outcome) {
    let name = path.to_string_lossy();
    let mut bytes = Vec::new();
    let read = match std::fs::File::open(path) {
        Ok(mut file) => file.read_to_end(&mut bytes),
        Err(error) => Err(error),
    };
    if let Err(error) = read {
        eprintln!("{name}: {error}");
        return (Vec::new(), Outcome::Unusable);
    }
    let format = RecordFormat::of_file(path, &bytes);
    if format.is_none() {
        eprintln!("{name}: the name does not end as a file of records, or of a program that is read");
        return (Vec::new(), Outcome::Unusable);
    }
    match Records::from_bytes(&bytes, format) {
        Ok(records) => tell(&name, records.collect_all()),
        Err(refusal) => {
            tell_refusal(&name, &refusal);
            (Vec::new(), Outcome::Unusable)
        }
    }
}

fn tell(name: &str, reading: Reading) -> (Vec<Document>, Outcome) {
    reading.errors.iter().for_each(|refusal| tell_refusal(name, refusal));
    (reading.documents, if reading.errors.is_empty() { Outcome::Whole } else { Outcome::Faulty })
}

/// A line a fault: `notes.yaml:12: mao-1950: holdings[0].path[2]: unknown key …`
fn tell_refusal(name: &str, refusal: &RecordError) {
    for fault in refusal.field_errors() {
        let line = fault.line().or(refusal.line()).map(|line| format!(":{line}")).unwrap_or_default();
        eprintln!("{name}{line}: {}: {fault}", refusal.name());
    }
}
