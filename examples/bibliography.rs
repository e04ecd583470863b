//! Prints the bibliography of record files, or of the records that are bundled with the crate.
//!
//!     cargo run --example bibliography -- --style wilson-center notes.yaml

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::rc::Rc;

use clap::{Parser, ValueEnum};
use prefercite::citation::{Markup, RecordFile};
use prefercite::document::{Format, Reading, Records, Refusal};
use prefercite::notation::{Html, Latex, Markdown, Plain, Typst};
use prefercite::style::{self, Csl, Style};
use prefercite::{Citation, Cite, Document};

const BUNDLED: &str = include_str!("records/documents.yaml");

/// Prints the bibliography of record files (YAML, JSON or JSON Lines).
#[derive(Parser)]
struct Options {
    /// The style, by its name: see --list-styles.
    #[arg(long, value_name = "NAME", default_value = "chicago-bibliography")]
    style: String,
    /// An option of the style, such as day-month-year; may be given again.
    #[arg(long = "option", value_name = "NAME")]
    options: Vec<String>,
    /// How the citations are written.
    #[arg(long, value_enum)]
    notation: Option<Notation>,
    /// Puts the document's id and a tab before each citation.
    #[arg(long)]
    keys: bool,
    /// Tells on standard error what the records of a style such as bibtex or ris do not carry.
    #[arg(long)]
    report_omitted: bool,
    /// Keeps the order of the records instead of the style's own.
    #[arg(long)]
    in_order: bool,
    /// Lists the styles, a line each.
    #[arg(long)]
    list_styles: bool,
    /// Record files, or - for standard input; none for the bundled records.
    files: Vec<PathBuf>,
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
            Notation::Plain => &Plain,
            Notation::Html => &Html,
            Notation::Markdown => &Markdown,
            Notation::Latex => &Latex,
            Notation::Typst => &Typst,
        }
    }
}

impl Options {
    /// How the file was made, for the comment at its head.
    fn remark(&self) -> String {
        let name = |file: &PathBuf| file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let files: Vec<String> = self.files.iter().map(name).collect();
        let from = if files.is_empty() { "the bundled records".to_owned() } else { files.join(", ") };
        format!("Made by prefercite {} in the style {} from {from}", env!("CARGO_PKG_VERSION"), self.style)
    }

    /// A style of the Citation Style Language, bundled or in a file: `csl:apa`, `csl:notes.csl`. A library never opens what a
    /// name says, for a name may come from anybody; on a command line it comes from whoever owns the disk.
    fn csl(&self) -> Option<Result<Csl, String>> {
        let name = self.style.strip_prefix("csl:")?;
        let style = if Path::new(name).extension().is_some_and(|extension| extension == "csl") {
            let text = std::fs::read_to_string(name).map_err(|error| format!("{name}: {error}"));
            text.and_then(|text| Csl::from_xml(&text).map_err(|error| format!("{name}: {error}")))
        } else {
            Csl::bundled(name).map_err(|_| style::named(&self.style).err().map_or(String::new(), |it| it.to_string()))
        };
        Some(style.and_then(|style| {
            self.options.iter().try_fold(style, |style, option| {
                style
                    .with_option(option)
                    .ok_or_else(|| format!("{} has no option \"{option}\"; it has locale=TAG", self.style))
            })
        }))
    }

    /// The whole list at once, so that the style numbers, sorts and tells apart; or each document by itself, in order.
    fn print_csl(
        &self,
        csl: &Csl,
        documents: &[&Document],
        markup: &dyn Markup,
        out: &mut dyn Write,
    ) -> io::Result<()> {
        let list = if self.in_order {
            documents.iter().enumerate().map(|(place, document)| (place, csl.text(&Cite::new(document)))).collect()
        } else {
            csl.bibliography(documents.iter().copied())
        };
        for (document, text) in list.iter().filter_map(|(place, text)| Some((documents.get(*place)?, text))) {
            let key = if self.keys { format!("{}\t", document.id()) } else { String::new() };
            writeln!(out, "{key}{}", text.write_with(markup))?;
            if self.report_omitted {
                csl.omitted(&Cite::new(document)).iter().for_each(|it| eprintln!("{}: {it}", document.id()));
            }
        }
        Ok(())
    }

    /// What is asked for and cannot be had.
    fn mistake(&self, yields_records: bool) -> Option<String> {
        let asked = [("--notation", self.notation.is_some()), ("--keys", self.keys)];
        let (option, _) = asked.into_iter().find(|(_, asked)| *asked && yields_records)?;
        Some(format!("{option} is for styles that print a sentence; {} has a notation of its own", self.style))
    }
}

/// What the run comes to: the worst of what happened.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Whole = 0,
    /// A record was refused, or cannot be cited in the style.
    FaultyRecord = 1,
    /// A file cannot be read, or the command line asks for what there is not.
    Unusable = 2,
}

fn main() -> ExitCode {
    let options = Options::parse();
    match run(&options) {
        Ok(outcome) => ExitCode::from(outcome as u8),
        // Whoever reads us has read enough: `bibliography | head`.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bibliography: {error}");
            ExitCode::from(Outcome::Unusable as u8)
        }
    }
}

fn run(options: &Options) -> io::Result<Outcome> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    if options.list_styles {
        let all = || style::list().chain(Csl::list());
        let width = all().map(|listing| listing.name.len()).max().unwrap_or_default();
        for listing in all() {
            writeln!(out, "{:width$}  {}", listing.name, listing.description)?;
        }
        out.flush()?;
        return Ok(Outcome::Whole);
    }
    let style_options: Vec<&str> = options.options.iter().map(String::as_str).collect();
    let csl = match options.csl() {
        Some(csl) => csl.map(Some),
        None => Ok(None),
    };
    let found = csl.and_then(|csl| match csl {
        Some(style) => Ok((Some(style.clone()), Box::new(style) as Box<dyn Style>)),
        None => Ok((None, style::named_with(&options.style, &style_options).map_err(|error| error.to_string())?)),
    });
    let (csl, style) = match found {
        Ok(found) => found,
        Err(error) => {
            eprintln!("bibliography: {error}");
            return Ok(Outcome::Unusable);
        }
    };

    let (mut documents, mut outcome) = read_all(&options.files);
    if !options.in_order {
        let key = |document: &Document| (style.sort_key(document), document.date().cloned().unwrap_or_default());
        documents.sort_by_cached_key(|(_, document)| (key(document), document.id().to_owned()));
    }

    let mut file = style.syntax().map(|syntax| RecordFile::new(syntax).remark(options.remark()));
    if let Some(mistake) = options.mistake(file.is_some()) {
        eprintln!("bibliography: {mistake}");
        return Ok(Outcome::Unusable);
    }
    let markup = options.notation.unwrap_or(Notation::Plain).markup();
    if let Some(csl) = csl {
        let documents: Vec<&Document> = documents.iter().map(|(_, document)| document).collect();
        options.print_csl(&csl, &documents, markup, &mut out)?;
        out.flush()?;
        return Ok(outcome);
    }
    // Each citation goes through the one buffer: a list of any length takes no more room than its longest.
    let mut text = String::new();
    for (name, document) in &documents {
        text.clear();
        let written = match style.cite(document) {
            Ok(Citation::Record(record)) => {
                if options.report_omitted {
                    record.omitted().iter().for_each(|omitted| eprintln!("{}: {omitted}", document.id()));
                }
                file.get_or_insert_with(|| RecordFile::new(record.syntax())).push(record, &mut text)
            }
            Ok(citation) => {
                if options.keys {
                    text.extend([document.id(), "\t"]);
                }
                let words = citation.as_text().map_or(Ok(()), |words| words.write(markup, &mut text));
                words.map(|()| text.push('\n'))
            }
            Err(error) => {
                eprintln!("{name}: {error}");
                outcome = outcome.max(Outcome::FaultyRecord);
                continue;
            }
        };
        written.map_err(io::Error::other)?;
        out.write_all(text.as_bytes())?;
    }
    if let Some(file) = file {
        text.clear();
        file.finish(&mut text).map_err(io::Error::other)?;
        out.write_all(text.as_bytes())?;
    }
    out.flush()?;
    Ok(outcome)
}

/// A document and the name of its file.
type Named = (Rc<str>, Document);

/// The documents of all files that can be read; what cannot is told on standard error.
fn read_all(files: &[PathBuf]) -> (Vec<Named>, Outcome) {
    if files.is_empty() {
        return tell("bundled records", Records::of_text(BUNDLED).collect_all());
    }
    let (mut documents, mut outcome) = (Vec::new(), Outcome::Whole);
    for file in files {
        let (more, file_outcome) = read(file);
        documents.extend(more);
        outcome = outcome.max(file_outcome);
    }
    (documents, outcome)
}

fn read(file: &Path) -> (Vec<Named>, Outcome) {
    let is_input = file == Path::new("-");
    let name = if is_input { "standard input".into() } else { file.to_string_lossy() };
    // Without an ending to go by, as standard input or `<(…)`, the format is found by its look.
    let format = if is_input { None } else { Format::of_path(file) };
    let read = if is_input {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else if format.is_none() && file.extension().is_some() {
        Err(io::Error::other("not a record file: its name must end in .yaml, .yml, .json or .jsonl"))
    } else {
        std::fs::read(file)
    };
    let bytes = match read {
        Ok(bytes) => bytes,
        Err(error) => {
            eprintln!("{name}: {error}");
            return (Vec::new(), Outcome::Unusable);
        }
    };
    match Records::of_bytes(&bytes, format) {
        Ok(records) => tell(&name, records.collect_all()),
        Err(refusal) => {
            tell_refusal(&name, &refusal);
            (Vec::new(), Outcome::Unusable)
        }
    }
}

fn tell(name: &str, reading: Reading) -> (Vec<Named>, Outcome) {
    reading.refusals.iter().for_each(|refusal| tell_refusal(name, refusal));
    let outcome = if reading.refusals.is_empty() { Outcome::Whole } else { Outcome::FaultyRecord };
    let name: Rc<str> = name.into();
    (reading.documents.into_iter().map(|document| (Rc::clone(&name), document)).collect(), outcome)
}

/// A line a fault: `notes.yaml:12: mao-1950: holdings[0].path[2]: unknown key …`
fn tell_refusal(name: &str, refusal: &Refusal) {
    for fault in refusal.faults() {
        let line = fault.line().or(refusal.line()).map(|line| format!(":{line}")).unwrap_or_default();
        eprintln!("{name}{line}: {}: {fault}", refusal.name());
    }
}
