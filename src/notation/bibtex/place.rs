//! What a field contains, by its name.

use crate::bytes::{Eight, find_pair};
use crate::slice::slice;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Title,
    Names,
    Month,
    /// EDTF, which uses `~`.
    Date,
    /// Read without commands and escapes, by LaTeX too.
    Verbatim,
    /// Split at ` and `, as names are.
    List,
    Words,
}

impl Place {
    /// According to the data model of biblatex (`blx-dm.def`), and `key`, which sorts like a name.
    // Then the compiler determines the place of a name that is known to it.
    #[inline(always)]
    pub(super) fn of(name: &str) -> Place {
        match name {
            "title" | "shorttitle" | "booktitle" | "maintitle" | "journaltitle" | "eventtitle" | "issuetitle"
            | "origtitle" | "reprinttitle" | "subtitle" | "booksubtitle" | "mainsubtitle" | "titleaddon" => {
                Place::Title
            }
            "author" | "editor" | "editora" | "editorb" | "editorc" | "translator" | "bookauthor" | "annotator"
            | "commentator" | "holder" | "introduction" | "foreword" | "afterword" | "shortauthor" | "shorteditor"
            | "namea" | "nameb" | "namec" => Place::Names,
            "month" => Place::Month,
            "date" | "origdate" | "eventdate" | "urldate" => Place::Date,
            "url" | "doi" | "eprint" | "file" | "pdf" | "uri" | "urlraw" | "verba" | "verbb" | "verbc" => {
                Place::Verbatim
            }
            "publisher" | "location" | "address" | "institution" | "school" | "organization" | "origlocation"
            | "origpublisher" | "eventlocation" => Place::List,
            _ => Place::Words,
        }
    }
}

impl Place {
    /// Whether these words need a second pair of braces: a title to keep its capitals, a publisher to keep its `and`.
    pub(super) fn is_braced_twice(self, words: &str) -> bool {
        match self {
            Place::Title => true,
            Place::List => has_and(words),
            Place::Names | Place::Month | Place::Date | Place::Verbatim | Place::Words => false,
        }
    }
}

/// Whether there is an `and` between white space. biber recognizes it in capitals too.
pub(super) fn has_and(words: &str) -> bool {
    let may_be = |a: Eight, d: Eight| a.is_letter(b'a') & d.is_letter(b'd');
    let is_end = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let bytes = words.as_bytes();
    let and = find_pair(bytes, bytes.get(2..).unwrap_or_default(), may_be, |at| {
        bytes.get(at..at + 3).is_some_and(|word| word.eq_ignore_ascii_case(b"and"))
            && is_end(slice(words, ..at).chars().next_back())
            && is_end(slice(words, at + 3..).chars().next())
    });
    and.is_some()
}

/// How a title is marked in the text of a note, for a style that does not mark titles itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitleMark {
    /// In quotation marks; the style's next comma or period goes inside them.
    Quoted,
    /// In italics.
    Emphasis,
}

impl TitleMark {
    /// The command of biblatex, which is also the name of the value in a record.
    pub(crate) const fn command(self) -> &'static str {
        match self {
            TitleMark::Quoted => "mkbibquote",
            TitleMark::Emphasis => "mkbibemph",
        }
    }

    pub(super) fn of_command(name: &str) -> Option<Self> {
        [TitleMark::Quoted, TitleMark::Emphasis].into_iter().find(|mark| mark.command() == name)
    }

    /// The opening of the field, with braces that keep the capitals.
    pub(super) const fn opening(self) -> &'static str {
        match self {
            TitleMark::Quoted => "{\\mkbibquote{{",
            TitleMark::Emphasis => "{\\mkbibemph{{",
        }
    }

    pub(super) const CLOSING: &'static str = "}}}";
}
