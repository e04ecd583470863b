//! Prints the bibliography of record files, or of the records bundled with the crate.
//!
//!     cargo run --example bibliography -- --style wilson-center notes.yaml

mod ahead;
mod headings;
mod listing;
mod notation;
mod reading;

use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, ValueEnum};
use listing::Listing;
use notation::Notation;
use prefercite::bibliography::BibliographyMode;
use prefercite::style::{self, Csl, Style};

/// Prints the bibliography of record files (YAML, JSON, JSON Lines), or of files of other programs (Zotero, CSL-JSON, RIS, BibTeX).
#[derive(Parser)]
struct Options {
    /// The name of the style: see --list-styles.
    #[arg(long, value_name = "NAME", default_value = "chicago-bibliography")]
    style: String,
    /// An option of the style, such as day-month-year; may be repeated.
    #[arg(long = "option", value_name = "NAME")]
    options: Vec<String>,
    /// The notation of the citations.
    #[arg(long, value_enum)]
    notation: Option<Notation>,
    /// Prints the id of the document and a tab before each citation.
    #[arg(long)]
    keys: bool,
    /// Reports the fields that the records of a style such as bibtex or ris cannot hold, on standard error.
    #[arg(long)]
    report_omitted: bool,
    /// Reports where each value of a file of another program went, on standard error.
    #[arg(long)]
    report_input: bool,
    /// Reports the fields that a citation does not print, each with its rule in RULES.md, on standard error.
    #[arg(long)]
    explain: bool,
    /// Keeps the order of the records instead of sorting by the style.
    #[arg(long)]
    in_order: bool,
    /// What the list contains.
    #[arg(long, value_enum, default_value = "items")]
    mode: Mode,
    /// Groups the list by archive. --by-archive=collections omits the documents.
    #[arg(long, value_enum, value_name = "DEPTH", num_args = 0..=1, require_equals = true, default_missing_value = "items", conflicts_with = "in_order")]
    by_archive: Option<Depth>,
    /// Lists the styles, one per line.
    #[arg(long)]
    list_styles: bool,
    /// Record files, or - for standard input. Without files, the bundled records are used.
    files: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Mode {
    /// Every document.
    Items,
    /// Their collections.
    Collections,
    /// A collection, if two or more of its documents are cited.
    Auto,
}

/// The depth of the list of archives.
#[derive(Clone, Copy, PartialEq, ValueEnum)]
enum Depth {
    Items,
    Collections,
}

impl From<Mode> for BibliographyMode {
    fn from(mode: Mode) -> Self {
        match mode {
            Mode::Items => BibliographyMode::Items,
            Mode::Collections => BibliographyMode::Collections,
            Mode::Auto => BibliographyMode::Auto,
        }
    }
}

impl Options {
    /// How the file was made, for the comment at its start.
    fn remark(&self) -> String {
        let name = |file: &PathBuf| file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let files: Vec<String> = self.files.iter().map(name).collect();
        let from = if files.is_empty() { "the bundled records".to_owned() } else { files.join(", ") };
        format!("Made by prefercite {} in the style {} from {from}", env!("CARGO_PKG_VERSION"), self.style)
    }

    /// A CSL style, bundled or in a file: `csl:apa`, `csl:notes.csl`. The library never opens a file by its name,
    /// because an untrusted user may choose the name. Here the user of the program chooses it.
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
                style.set_option(option).map_err(|error| format!("{}: {error}", self.style))
            })
        }))
    }

    /// Options that exclude each other.
    fn mistake(&self, yields_records: bool) -> Option<String> {
        let asked = [
            ("--notation", self.notation.is_some()),
            ("--keys", self.keys),
            ("--by-archive", self.by_archive.is_some()),
        ];
        let (option, _) = asked.into_iter().find(|(_, asked)| *asked && yields_records)?;
        Some(format!("{option} is for styles that print sentences; {} has its own notation", self.style))
    }
}

/// The exit status: the worst error decides.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Whole = 0,
    /// A record was rejected, or cannot be cited in the style.
    FaultyRecord = 1,
    /// A file cannot be read, or an argument is unknown.
    Unusable = 2,
}

fn main() -> ExitCode {
    let options = Options::parse();
    match run(&options) {
        Ok(outcome) => ExitCode::from(outcome as u8),
        // The reader has closed the pipe: `bibliography | head`.
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

    if let Some(mistake) = options.mistake(style.syntax().is_some()) {
        eprintln!("bibliography: {mistake}");
        return Ok(Outcome::Unusable);
    }
    let (documents, outcome) = reading::read_all(&options.files, reading::Report { input: options.report_input });
    let listing = Listing::new(options, &*style, csl.as_ref(), &documents);
    let outcome = outcome.max(listing.write(&mut out)?);
    out.flush()?;
    Ok(outcome)
}
