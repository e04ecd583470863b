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
            _ => Place::Words,
        }
    }
}
