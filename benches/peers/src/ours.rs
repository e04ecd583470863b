//! prefercite: its styles in steady state, and through the trait.

use std::fmt::Write;
use std::hint::black_box;

use prefercite::style::{Bibtex, Chicago, Mla, Ris};
use prefercite::{Cite, Document, Style};

/// The timed styles, by their names in `style::named`.
pub const STYLES: [&str; 5] = ["chicago-bibliography", "chicago-note", "mla", "bibtex", "ris"];

/// Adds a citation to a reused string, by the style's own method.
fn write(name: &str) -> fn(&Cite<'_>, &mut String) {
    match name {
        "chicago-bibliography" => |cite, out| _ = Chicago::EIGHTEENTH.cite_into(cite, out),
        "chicago-note" => |cite, out| _ = Chicago::EIGHTEENTH.note().cite_into(cite, out),
        "mla" => |cite, out| _ = Mla::NINTH.cite_into(cite, out),
        "bibtex" => |cite, out| _ = Bibtex::new().cite_into(cite, out),
        "ris" => |cite, out| _ = Ris::new().cite_into(cite, out),
        _ => unreachable!("not one of ours"),
    }
}

/// Cites all documents by the style's own method, into a reused string.
pub fn cite_all(name: &str, documents: &[Document], out: &mut String) {
    let write = write(name);
    for document in documents {
        out.clear();
        write(&Cite::new(document), out);
        black_box(&out);
    }
}

/// Cites all documents through the trait. Each citation is a value of its own, which is then displayed.
pub fn cite_all_by_the_trait(style: &dyn Style, documents: &[Document], out: &mut String) {
    for document in documents {
        out.clear();
        write!(out, "{}", style.cite_document(document).expect("all can be cited")).expect("a string takes everything");
        black_box(&out);
    }
}

pub fn cite(name: &str, document: &Document) -> String {
    let mut out = String::new();
    write(name)(&Cite::new(document), &mut out);
    out
}
