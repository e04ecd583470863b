//! Serves record files as a small digital archive.
//!
//!     cargo run -p archive                        # the bundled records, on http://127.0.0.1:8080/
//!     cargo run -p archive -- notes.yaml          # records of your own
//!     cargo run -p archive -- --export site notes.yaml

use std::error::Error;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use archive::index::Index;
use archive::{Archive, Site, Sources, export, router, serve};
use clap::Parser;

/// Serves record files as a small digital archive: search, pages with a "get citation" box, downloads.
#[derive(Parser)]
struct Options {
    /// Record files: YAML, JSON, JSON Lines, or - for standard input. Without files, the bundled records are used.
    files: Vec<PathBuf>,
    /// The address to listen on. Port 0 selects a free port.
    #[arg(long, value_name = "ADDRESS", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// The public address, for links that leave the site: https://archive.example.org
    #[arg(long, value_name = "URL")]
    base: Option<String>,
    /// The name of the archive.
    #[arg(long, value_name = "NAME", default_value = "A small digital archive")]
    name: String,
    /// The file of the index. By default it is in the cache folder, with a name made from the names of the record
    /// files.
    #[arg(long, value_name = "FILE")]
    index: Option<PathBuf>,
    /// Writes the site as files into this new or empty folder, and does not start the server.
    #[arg(long, value_name = "FOLDER")]
    export: Option<PathBuf>,
}

fn main() -> ExitCode {
    match run(Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("archive: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(options: Options) -> Result<(), Box<dyn Error>> {
    let base = base(&options)?;
    let path =
        options.index.or_else(|| cache(&options.files)).ok_or("no cache folder was found: name a file with --index")?;
    let sources = Sources::of(options.files);
    let index = Index::of(&sources, &path, &mut |words| eprintln!("{words}"))?;
    if let Some(folder) = options.export {
        let site = Site { name: options.name, base: base.unwrap_or_else(|| "https://archive.example.org".to_owned()) };
        let files = export(&index, &site, &folder)?;
        println!("{}: {} records, {files} files", folder.display(), index.len());
        return Ok(());
    }
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        let listener = tokio::net::TcpListener::bind(options.listen).await?;
        let address = listener.local_addr()?;
        let records = index.len();
        let site = Site { name: options.name, base: base.unwrap_or_else(|| format!("http://{address}")) };
        println!("{records} records on http://{address}/ (Ctrl-C to stop)");
        let stop = async { _ = tokio::signal::ctrl_c().await };
        serve(listener, router(Arc::new(Archive::new(index, site))), stop).await
    })?;
    Ok(())
}

/// The public address from the options, without a slash at its end.
fn base(options: &Options) -> Result<Option<String>, String> {
    let Some(base) = &options.base else { return Ok(None) };
    let is_address = prefercite::citation::Mark::Link(base).href().is_some_and(|href| href.starts_with("http"));
    if !is_address || base.contains(['?', '#']) {
        return Err(format!("--base {base}: not a web address; write it as in https://archive.example.org"));
    }
    Ok(Some(base.trim_end_matches('/').to_owned()))
}

/// A file in the user's cache folder: one for each set of record files.
fn cache(files: &[PathBuf]) -> Option<PathBuf> {
    let folder = std::env::var_os("XDG_CACHE_HOME")
        .filter(|folder| !folder.is_empty())
        .map(PathBuf::from)
        .or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".cache")))?;
    let mut hasher = DefaultHasher::new();
    for file in files {
        std::fs::canonicalize(file).unwrap_or_else(|_| file.clone()).hash(&mut hasher);
    }
    Some(folder.join("prefercite-archive").join(format!("{:016x}.db", hasher.finish())))
}
