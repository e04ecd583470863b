//! The headings of a list by archive, in each notation.

use prefercite::Text;

use crate::notation::Notation;

impl Notation {
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
