//! Writes a Markdown text with its footnotes, the list of abbreviations and the bibliography.
//!
//!     cargo run --example footnotes -- --html chapter.md notes.yaml > chapter.html
//!     cargo run --example footnotes -- chapter.md notes.yaml library.json | pandoc -o chapter.docx
//!
//! The citations are pandoc's:
//!
//! | typed | |
//! |---|---|
//! | `[see @id, fol. 12, on Korea; @id2]` | a note of two documents, with words of one's own |
//! | `@id says`, `@id [fol. 12] says` | `George F. Kennan` and the mark of a note without his name; later `Kennan` |
//! | `[-@id, 3]` | a note without its author |
//! | `^[Text @id, 3.]`, `[^x]` | a note of one's own, which may cite in the midst of its words |
//! | `@{any key}`, `{any words}` | a key, and a place, with characters that end others |
//! | `![Caption @id](map.png)` | a note of the caption |
//! | `\@word` | no citation; nor are e-mail addresses, code, links, formulas and tags of HTML |
//!
//! Behind the key comes the place: a label that is known, a number, a date. Whatever else is in the brackets is words of the
//! note, and what follows a semicolon need not be a document: `[@id, p. 3; the copy has no date]`.
//!
//! The text otherwise stays as it is; a note's mark goes before a space and behind the comma or period that follows
//! (`word [@id].`), as printers set it. A style that cites in the text (mla, chicago-author-date, csl:apa) gets citations in
//! parentheses instead, and `@id` is `Kennan (1947)`. The head of the text gives the page its title, authors and language, and
//! with `nocite` the bibliography more entries.
//!
//! A key that no record has is looked for in the libraries among the files, of Zotero, in CSL-JSON and in whatever else of other
//! programs is read; what had to be guessed of what is cited is reported. If nothing has it, the program names the line and writes nothing, because
//! a note with a hole in it would be printed some day; with `--leave-unknown` the citation is left to `pandoc --citeproc`.
//!
//! Where pandoc's own notes differ:
//!
//! | typed | here | pandoc |
//! |---|---|---|
//! | `[see @id, 44; and prose]` | a citation with prose | text, because each part needs a key |
//! | `[@id, 3]` in a note of one's own | the citation | the citation in parentheses |
//! | `@id’s telegram`, `@id, who` | the mark behind the word and its comma | the mark behind the name |
//! | `-@id` | as `[-@id]` | a hyphen and the name |
//! | `[text with @id](address)` | a link as it is | a link with a citation |
//! | `<div>` and `@id` in the next line | an error: a block of HTML ends at an empty line | a citation |
//! | `[a note` of which the bracket is not closed, with `@id` | an error | text with a citation |
//! | `[@id][@id2]`, `[@id][^x]` | two notes | words in brackets, as if for a link |
//! | `@word` of which the key is unknown | an error | `**word?**` |
//! | `word [@id]: more` | the mark behind the colon | the mark before it |

mod apparatus;
mod chapter;
mod curl;
mod edits;
mod group;
mod head;
mod html;
mod in_text;
mod key;
mod letters;
mod locator;
mod notes;
mod numbers;
mod raw;
mod reading;
mod subjects;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use apparatus::{Apparatus, Fault};
use chapter::Chapter;
use clap::{Parser, ValueEnum};
use head::Head;
use prefercite::bibliography::BibliographyMode;
use prefercite::style::{self, Csl, Style};

const CHAPTER: &str = include_str!("chapter.md");

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
    /// The language of the text, for the HTML page: where the head of the text does not say it, en.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Writes "Ibid." where a note cites what the note before it cited.
    #[arg(long)]
    ibid: bool,
    /// What the bibliography is of.
    #[arg(long, value_enum, default_value = "items")]
    mode: Mode,
    /// Groups the bibliography by the archives in which the documents lie.
    #[arg(long)]
    by_archive: bool,
    /// Leaves citations that no file has for `pandoc --citeproc`.
    #[arg(long)]
    leave_unknown: bool,
    /// The text, or - for standard input; without one, the bundled chapter.
    chapter: Option<PathBuf>,
    /// Files of the records that it cites (YAML, JSON or JSON Lines), and libraries of other programs (Zotero, CSL-JSON …).
    #[arg(requires = "chapter")]
    records: Vec<PathBuf>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Mode {
    /// Every document.
    Items,
    /// The collections in which they lie.
    Collections,
    /// A collection in place of its documents where two or more of them are cited.
    Auto,
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
    /// A record is invalid, or the text cites an unknown key.
    Faulty = 1,
    /// A file cannot be read, or the command line is invalid.
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
    // Windows programs begin a text with a byte order mark.
    let (bom, text) = text.strip_prefix('\u{feff}').map_or(("", text.as_str()), |text| ("\u{feff}", text));
    let mut chapter = Chapter::read(text);
    let head = chapter.head.clone().map(|range| Head::of(&text[range])).unwrap_or_default();
    let (documents, mut outcome) = reading::documents(options, &chapter, &head.uncited);
    let apparatus = match Apparatus::new(&*style, &documents, &mut chapter, &head, options) {
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
    apparatus.warnings.iter().for_each(|warning| eprintln!("{name}: {warning}"));
    let mut page = if options.html {
        html::page(&apparatus, &head, options.lang.as_deref())
    } else {
        bom.to_owned() + &apparatus.markdown()
    };
    if !options.html && text.contains("\r\n") {
        page = page.replace("\r\n", "\n").replace('\n', "\r\n");
    }
    let mut out = io::BufWriter::new(io::stdout().lock());
    out.write_all(page.as_bytes())?;
    out.flush()?;
    Ok(outcome)
}

fn unusable(what: &str) -> Outcome {
    eprintln!("footnotes: {what}");
    Outcome::Unusable
}
