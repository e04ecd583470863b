//! Converts a file of another program to YAML records, for the user to check once.
//!
//!     cargo run --example convert -- Library.json > records.yaml
//!
//! Each record has a comment for each guess, next to the key, and for each value that is not carried over, above
//! the record.

mod yaml;

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Parser;
use prefercite::Document;
use prefercite::input::{Fate, LedgerEntry, RecordFormat, Records};

const BUNDLED: &str = include_str!("../input/zotero.json");

/// Writes YAML records from a file of another program (Zotero, CSL-JSON, RIS, BibTeX …), with the guesses as
/// comments.
#[derive(Parser)]
struct Options {
    /// Omits the comments on values that are not carried over.
    #[arg(long)]
    guesses_only: bool,
    /// Reports where each value went, on standard error.
    #[arg(long)]
    report_input: bool,
    /// The file, or - for standard input. Without a file, a small bundled library is used.
    file: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(&Options::parse()) {
        Ok(code) => code,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("convert: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(options: &Options) -> io::Result<ExitCode> {
    let (name, bytes, format) = match &options.file {
        None => ("the bundled library".to_owned(), BUNDLED.as_bytes().to_vec(), Some(RecordFormat::Zotero)),
        Some(path) if path == Path::new("-") => {
            let mut bytes = Vec::new();
            io::stdin().lock().read_to_end(&mut bytes)?;
            ("standard input".to_owned(), bytes, None)
        }
        Some(path) => {
            let named = |error: io::Error| io::Error::new(error.kind(), format!("{}: {error}", path.display()));
            let bytes = std::fs::read(path).map_err(named)?;
            let format = RecordFormat::detect_file(path, &bytes);
            if format.is_none() {
                return Err(io::Error::other(format!(
                    "{}: the file extension is not that of a known format",
                    path.display()
                )));
            }
            (path.to_string_lossy().into_owned(), bytes, format)
        }
    };
    let mut records = match Records::from_bytes(&bytes, format) {
        Ok(records) => records,
        Err(refusal) => return Err(io::Error::other(format!("{name}: {refusal}"))),
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    let mut code = ExitCode::SUCCESS;
    writeln!(
        out,
        "# Made by prefercite {} from {name}. Read it over: a guess may be wrong.",
        env!("CARGO_PKG_VERSION")
    )?;
    loop {
        let record = records.next();
        if options.report_input {
            let id = record.as_ref().and_then(|record| record.as_ref().ok()).map(Document::id);
            records.ledger().iter().for_each(|entry| eprintln!("{}", reported(&name, id, entry)));
        }
        match record {
            None => break,
            Some(Ok(document)) => {
                writeln!(out)?;
                if !options.guesses_only {
                    write_missing(&mut out, records.ledger())?;
                }
                let value = serde_json::to_value(&document).map_err(io::Error::other)?;
                out.write_all(yaml::record(&value, &guesses(records.ledger())).as_bytes())?;
            }
            Some(Err(refusal)) => {
                code = ExitCode::from(1);
                eprintln!("{name}:{}: {refusal}", refusal.line().unwrap_or_default());
            }
        }
    }
    out.flush()?;
    Ok(code)
}

/// A line in the form of error messages: `Library.json:12: mao-1950: date: "5/9/1958": in date, guessed: …`
fn reported(name: &str, id: Option<&str>, entry: &LedgerEntry) -> String {
    let whole = entry.to_string();
    let said = whole.split_once(": ").map_or(whole.as_str(), |(_, said)| said);
    let id = id.filter(|_| entry.record.is_some()).map(|id| format!("{id}: ")).unwrap_or_default();
    format!("{name}:{}: {id}{said}", entry.line)
}

/// The paths that were guessed, each with the reason.
fn guesses(ledger: &[LedgerEntry]) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for entry in ledger {
        let own = match &entry.fate {
            Fate::Guessed(path, why) => Some((path, why)),
            _ => None,
        };
        let more = entry.guesses.iter().map(|guess| (&guess.path, &guess.why));
        for (path, why) in own.into_iter().chain(more) {
            let guess = (path.to_string(), why.to_string());
            if !found.contains(&guess) {
                found.push(guess);
            }
        }
    }
    found
}

/// A comment for each value that is in no key and no note, except bookkeeping of the other program.
fn write_missing(out: &mut impl Write, ledger: &[LedgerEntry]) -> io::Result<()> {
    for entry in ledger.iter().filter(|entry| entry.record.is_some() && !entry.is_bookkeeping()) {
        if let Fate::NotCarried(why) = &entry.fate {
            let comment = format!("not carried: {}: {} ({why})", entry.field, shortened(&entry.value));
            writeln!(out, "# {}", yaml::one_line(&comment))?;
        }
    }
    Ok(())
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(80) {
        Some((at, _)) => format!("{}…", &text[..at]),
        None => text.to_owned(),
    }
}
