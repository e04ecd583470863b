//! The notation of the list.

use clap::ValueEnum;
use prefercite::Text;
use prefercite::citation::Markup;
use prefercite::notation::{Html, Latex, Markdown, Plain, Typst};

#[derive(Clone, Copy, Default, PartialEq, ValueEnum)]
pub(crate) enum Notation {
    #[default]
    Plain,
    Html,
    Markdown,
    Latex,
    Typst,
}

impl Notation {
    pub(crate) fn markup(self) -> &'static dyn Markup {
        match self {
            Notation::Plain => const { &Plain::new() },
            Notation::Html => const { &Html::new() },
            Notation::Markdown => const { &Markdown::new() },
            Notation::Latex => const { &Latex::new() },
            Notation::Typst => const { &Typst::new() },
        }
    }

    /// The name of an archive.
    pub(crate) fn archive(self, name: &str) -> String {
        let name = Text::from(name).render(self.markup());
        match self {
            Notation::Plain => format!("{name}\n"),
            Notation::Html => format!("<h2>{name}</h2>\n"),
            Notation::Markdown => format!("## {name}\n\n"),
            Notation::Latex => format!("\\section*{{{name}}}\n\n"),
            Notation::Typst => format!("= {name}\n\n"),
        }
    }

    /// The name of a collection in it.
    pub(crate) fn collection(self, name: &str) -> String {
        let name = Text::from(name).render(self.markup());
        match self {
            Notation::Plain => format!("  {name}\n"),
            Notation::Html => format!("<h3>{name}</h3>\n"),
            Notation::Markdown => format!("### {name}\n\n"),
            Notation::Latex => format!("\\subsection*{{{name}}}\n\n"),
            Notation::Typst => format!("== {name}\n\n"),
        }
    }

    /// The text before and after a citation below these headings.
    pub(crate) fn paragraph(self) -> (&'static str, &'static str) {
        match self {
            Notation::Plain => ("    ", "\n"),
            Notation::Html => ("<p>", "</p>\n"),
            Notation::Markdown | Notation::Latex | Notation::Typst => ("", "\n\n"),
        }
    }
}
