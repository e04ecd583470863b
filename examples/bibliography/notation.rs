//! The notation that citations are written in, for the examples that print lists.

use clap::ValueEnum;
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
}
