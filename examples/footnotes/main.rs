//! Writes a Markdown text with its footnotes, the list of abbreviations and the bibliography.
//!
//!     cargo run --example footnotes -- --html chapter.md notes.yaml > chapter.html
//!     cargo run --example footnotes -- chapter.md notes.yaml library.json | pandoc -o chapter.docx
//!
//! The citations are pandoc's:
//!
//! | typed | |
//! |---|---|
//! | `[see @id, fol. 12, on Korea; @id2]` | a note of two documents, with your own words |
//! | `@id says`, `@id [fol. 12] says` | `George F. Kennan` and the mark of a note without the name; later `Kennan` |
//! | `[-@id, 3]` | a note without its author |
//! | `^[Text @id, 3.]`, `[^x]` | your own note, which may contain citations |
//! | `@{any key}`, `{any words}` | a key and a locator with any characters |
//! | `![Caption @id](map.png)` | a note in the caption |
//! | `\@word` | text; e-mail addresses, code, links, formulas and HTML tags are not citations either |
//!
//! The locator follows the key: a known label, a number, or a date. All other words in the brackets belong to the
//! note. After a semicolon there may be words without a document: `[@id, p. 3; the copy has no date]`.
//!
//! The rest of the text does not change. The mark of a note comes before a space and after a comma or period that
//! follows (`word [@id].`), as in printed books. A style that cites in the text (mla, chicago-author-date, csl:apa)
//! prints citations in parentheses, and `@id` is `Kennan (1947)`. The head of the text has the title, authors and
//! language of the page, and further entries of the bibliography (`nocite`).
//!
//! If no record has a key, the program looks for it in the libraries of other programs among the files (Zotero,
//! CSL-JSON …), and reports the guesses about the documents that are cited. If nothing has the key, the program
//! reports the line and writes nothing, because an incomplete note might get printed. With `--leave-unknown` the
//! citation is left to `pandoc --citeproc`.
//!
//! The differences from pandoc's own notes:
//!
//! | typed | here | pandoc |
//! |---|---|---|
//! | `[see @id, 44; and prose]` | a citation with prose | text, because each part needs a key |
//! | `[@id, 3]` in your own note | the citation | the citation in parentheses |
//! | `@id’s telegram`, `@id, who` | the mark after the word and its comma | the mark after the name |
//! | `-@id` | as `[-@id]` | a hyphen and the name |
//! | `[text with @id](address)` | an unchanged link | a link with a citation |
//! | `<div>` and `@id` in the next line | an error: a block of HTML ends at an empty line | a citation |
//! | `[a note` with `@id` and without a closing bracket | an error | text with a citation |
//! | `[@id][@id2]`, `[@id][^x]` | two notes | words in brackets, as if for a link |
//! | `@word` with an unknown key | an error | `**word?**` |
//! | `word [@id]: more` | the mark after the colon | the mark before it |

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
    /// The name of the style: chicago-note, csl:modern-humanities-research-association-notes, mla, csl:FILE.csl …
    #[arg(long, value_name = "NAME", default_value = "chicago-note")]
    style: String,
    /// An option of the style, such as day-month-year; may be repeated.
    #[arg(long = "option", value_name = "NAME")]
    options: Vec<String>,
    /// Writes a page of HTML instead of Markdown.
    #[arg(long)]
    html: bool,
    /// The language of the HTML page, if the head of the text has none. The default is en.
    #[arg(long, value_name = "TAG")]
    lang: Option<String>,
    /// Writes "Ibid." if a note cites only the document that the note before it cites.
    #[arg(long)]
    ibid: bool,
    /// What the bibliography contains.
    #[arg(long, value_enum, default_value = "items")]
    mode: Mode,
    /// Groups the bibliography by archive.
    #[arg(long)]
    by_archive: bool,
    /// Leaves citations that no file has to `pandoc --citeproc`.
    #[arg(long)]
    leave_unknown: bool,
    /// The text, or - for standard input. Without a file, the bundled chapter is used.
    chapter: Option<PathBuf>,
    /// Files with the cited records (YAML, JSON or JSON Lines), and libraries of other programs (Zotero, CSL-JSON
    /// …).
    #[arg(requires = "chapter")]
    records: Vec<PathBuf>,
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
    /// A style by its name, or a CSL style in a file: `csl:notes.csl`.
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

/// The exit status: the worst error decides.
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
        // The reader has closed the pipe: `footnotes | head`.
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
        Ok(_) => return Ok(unusable(&format!("{} yields records, not notes", options.style))),
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
