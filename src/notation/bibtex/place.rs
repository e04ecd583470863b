//! What a field holds, by its name.

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Title,
    Names,
    Month,
    /// EDTF, of which `~` is a part.
    Date,
    /// Read without commands and escapes, also by LaTeX.
    Verbatim,
    /// Split into several at ` and `, as names are.
    List,
    Words,
}

impl Place {
    /// As the data model of biblatex has it (`blx-dm.def`), and `key`, which sorts like a name.
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
    /// Whether these words stand in a second pair of braces: a title keeps its capitals, a publisher its `and`.
    pub(super) fn is_braced_twice(self, words: &str) -> bool {
        match self {
            Place::Title => true,
            // biber takes it in capitals too.
            Place::List => words.split_whitespace().any(|word| word.eq_ignore_ascii_case("and")),
            Place::Names | Place::Month | Place::Date | Place::Verbatim | Place::Words => false,
        }
    }
}

/// How a title stands among the words of a note, for a style that does not say so itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TitleMark {
    /// In quotation marks, into which the style's next comma or period goes.
    Quoted,
    /// In italics.
    Emphasis,
}

impl TitleMark {
    /// The command of biblatex, by which a record names its value.
    pub(crate) const fn command(self) -> &'static str {
        match self {
            TitleMark::Quoted => "mkbibquote",
            TitleMark::Emphasis => "mkbibemph",
        }
    }

    pub(super) fn of_command(name: &str) -> Option<Self> {
        [TitleMark::Quoted, TitleMark::Emphasis].into_iter().find(|mark| mark.command() == name)
    }

    /// What opens the field: braces around the words keep their capitals.
    pub(super) const fn opening(self) -> &'static str {
        match self {
            TitleMark::Quoted => "{\\mkbibquote{{",
            TitleMark::Emphasis => "{\\mkbibemph{{",
        }
    }

    pub(super) const CLOSING: &'static str = "}}}";
}
