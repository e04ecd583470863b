//! The English labels of the sentences in a note, and of the details within a sentence.
//!
//! The exports write them, and the readers of RIS and BibTeX find them again.

/// The label before one name, and before several.
pub(crate) type Label = [&'static str; 2];

/// The word for a document without a kind, where a note has to begin with the kind.
pub(crate) const DOCUMENT: &str = "Document";
pub(crate) const DOCUMENT_BEFORE_NOTE: &str = "Document. ";

pub(crate) const NUMBER: &str = "Number: ";
pub(crate) const TITLE: &str = "Title: ";
pub(crate) const ORIGINAL_TITLE: &str = "Original title: ";
pub(crate) const TRANSLITERATED_TITLE: &str = "Transliterated title: ";
pub(crate) const CREATORS: Label = ["Creator: ", "Creators: "];
pub(crate) const RECIPIENTS: Label = ["Recipient: ", "Recipients: "];
pub(crate) const PARTICIPANTS: Label = ["Participant: ", "Participants: "];
pub(crate) const INTERVIEWERS: Label = ["Interviewer: ", "Interviewers: "];
pub(crate) const NAMES: &str = "Names: ";
pub(crate) const DATE: &str = "Date: ";
pub(crate) const TIME: &str = "Time: ";
pub(crate) const PLACE: &str = "Place of writing: ";
pub(crate) const ARCHIVAL_SOURCE: &str = "Archival source: ";
pub(crate) const REPOSITORY: &str = "Repository: ";
pub(crate) const OTHER_HOLDINGS: &str = "Also held: ";
pub(crate) const DIGITAL_ARCHIVE: &str = "Digital archive: ";
pub(crate) const OTHER_SURROGATES: &str = "Also online: ";
pub(crate) const SOURCE: &str = "Source edition: ";
pub(crate) const PRINTINGS: &str = "Printed: ";
pub(crate) const TRANSLATION: &str = "Translation from ";
pub(crate) const LANGUAGE: &str = "Language: ";
pub(crate) const LANGUAGES: &str = "Languages: ";
pub(crate) const MEDIUM: &str = "Medium: ";
pub(crate) const EXTENT: &str = "Extent: ";
pub(crate) const CLASSIFICATION: &str = "Classification: ";
pub(crate) const RIGHTS: &str = "Rights: ";
pub(crate) const SUBJECTS: &str = "Subjects: ";
pub(crate) const PREFERRED_CITATION: &str = "Preferred citation: ";
pub(crate) const ADDRESS: &str = "Address: ";
pub(crate) const ACCESSED: &str = "Accessed: ";

/// Before the dates of most of a collection.
pub(crate) const BULK: &str = " (bulk ";

/// The start of a line in Zotero's Extra field: `archive-place: `.
pub(crate) fn of_variable(variable: &str) -> &'static str {
    match variable {
        "type" => "type: ",
        "genre" => "genre: ",
        "interviewer" => "interviewer: ",
        "translator" => "translator: ",
        "archive_collection" => "archive_collection: ",
        "archive-place" => "archive-place: ",
        "event-place" => "event-place: ",
        "number" => "number: ",
        "issued" => "issued: ",
        "event-date" => "event-date: ",
        "container-title" => "container-title: ",
        "volume" => "volume: ",
        "issue" => "issue: ",
        "edition" => "edition: ",
        "publisher" => "publisher: ",
        "publisher-place" => "publisher-place: ",
        "page" => "page: ",
        "volume-title" => "volume-title: ",
        "editor" => "editor: ",
        "compiler" => "compiler: ",
        "container-author" => "container-author: ",
        "number-of-volumes" => "number-of-volumes: ",
        "original-title" => "original-title: ",
        "original-publisher" => "original-publisher: ",
        "original-publisher-place" => "original-publisher-place: ",
        "original-date" => "original-date: ",
        "reviewed-title" => "reviewed-title: ",
        "reviewed-author" => "reviewed-author: ",
        _ => "",
    }
}

/// Details of a name.
pub(crate) mod name {
    pub(crate) const ABBREVIATION: &str = "abbreviated ";
    pub(crate) const PARENT: &str = "of ";
    pub(crate) const SIGNATURE: &str = "signed ";
    pub(crate) const ATTRIBUTED: &str = "name not on the document";
}

/// Details of a holding.
pub(crate) mod holding {
    pub(crate) const CODE: &str = "ISIL ";
    /// Before another holding, and of the first one.
    pub(crate) const COPY: &str = "copy: ";
    pub(crate) const IS_COPY: &str = "a copy";
}

/// Details of a copy on the web.
pub(crate) mod surrogate {
    pub(crate) const ID: &str = "no. ";
    pub(crate) const LANGUAGE: &str = "in ";
    pub(crate) const ACCESSED: &str = "accessed ";
}

/// Who translated the document, and who obtained it for whom.
pub(crate) mod work {
    pub(crate) const TRANSLATED: &str = "Translated";
    /// Within a sentence.
    pub(crate) const TRANSLATED_BY: &str = "translated by ";
    pub(crate) const FROM: &str = " from ";
    pub(crate) const INTO: &str = " into ";
    pub(crate) const FOR: &str = " for ";
    pub(crate) const BY: &str = " by ";
}
