//! What is known about an item before its fields are read.

use crate::input::draft::Draft;
use crate::input::shared::{archives, extra};

/// What is known about the item.
#[derive(Clone, Debug, Default)]
pub(in crate::input) struct Known {
    pub(in crate::input) item_type: String,
    /// Whether it is cited by its publication.
    pub(in crate::input) literature: bool,
    pub(in crate::input) language: Option<String>,
    pub(in crate::input) has_author: bool,
    /// Whether it names a reviewed work.
    pub(in crate::input) reviews: bool,
}

/// Zotero's types, the kinds of the record format, and whether they are literature.
#[rustfmt::skip]
const TYPES: &[(&str, &str, bool)] = &[
    ("artwork", "", false), ("audioRecording", "recording", false), ("bill", "", false), ("blogPost", "web-page", true),
    ("book", "book", true), ("bookSection", "chapter", true), ("case", "", false), ("computerProgram", "", false),
    ("conferencePaper", "article", true), ("dataset", "", false), ("dictionaryEntry", "chapter", true), ("document", "document", false),
    ("email", "letter", false), ("encyclopediaArticle", "chapter", true), ("film", "film", false), ("forumPost", "web-page", true),
    ("hearing", "", false), ("instantMessage", "letter", false), ("interview", "interview", false), ("journalArticle", "article", true),
    ("letter", "letter", false), ("magazineArticle", "article", true), ("manuscript", "manuscript", false), ("map", "map", false),
    ("newspaperArticle", "article", true), ("patent", "", false), ("podcast", "recording", false), ("preprint", "article", true),
    ("presentation", "speech", false), ("radioBroadcast", "recording", false), ("report", "report", false), ("standard", "", false),
    ("statute", "", false), ("thesis", "thesis", true), ("tvBroadcast", "film", false), ("videoRecording", "film", false),
    ("webpage", "web-page", true),
];

/// The kinds of creators, and the lists of the record format. `None`: the note, with a label.
#[rustfmt::skip]
const CREATORS: &[(&str, Option<&str>, &str)] = &[
    ("author", Some("creators"), ""), ("artist", Some("creators"), ""), ("cartographer", Some("creators"), ""),
    ("composer", Some("creators"), ""), ("director", Some("creators"), ""), ("interviewee", Some("creators"), ""),
    ("inventor", Some("creators"), ""), ("performer", Some("creators"), ""), ("podcaster", Some("creators"), ""),
    ("presenter", Some("creators"), ""), ("programmer", Some("creators"), ""), ("sponsor", Some("creators"), ""),
    ("creator", Some("creators"), ""), ("recipient", Some("recipients"), ""), ("interviewer", Some("interviewers"), ""),
    ("contributor", None, "Contributor"), ("castMember", None, "Cast member"), ("scriptwriter", None, "Scriptwriter"),
    ("producer", None, "Producer"), ("wordsBy", None, "Words by"), ("guest", None, "Guest"), ("commenter", None, "Commenter"),
    ("counsel", None, "Counsel"), ("cosponsor", None, "Cosponsor"), ("attorneyAgent", None, "Attorney or agent"),
    ("executiveProducer", None, "Executive producer"), ("seriesEditor", None, "Series editor"), ("reviewedAuthor", None, "Reviewed author"),
    ("originalCreator", None, "Original creator"), ("narrator", None, "Narrator"), ("testimonyBy", None, "Testimony by"),
];

/// The kind for a type of Zotero. Empty if no kind has this meaning.
pub(super) fn kind_of(item_type: &str) -> &'static str {
    TYPES.iter().find(|(known, ..)| *known == item_type).map_or("", |(_, kind, _)| kind)
}

/// The list for a kind of creator, and the label of the note if there is no list.
pub(super) fn role(word: &str) -> Option<(Option<&'static str>, &'static str)> {
    CREATORS.iter().find(|(known, ..)| *known == word).map(|(_, list, label)| (*list, *label))
}

impl Known {
    /// Facts about an item of this type. `location` is the field for the location in the archive.
    pub(in crate::input) fn of_type(item_type: &str, location: &str, draft: &Draft<'_>) -> Self {
        let is_in_archive = draft.look(location).is_some()
            || draft.look("archive").is_some_and(|archive| archives::read(archive).digital.is_none());
        let published = TYPES.iter().any(|(known, _, literature)| *known == item_type && *literature);
        // Translators of archive sites save documents without a type as books.
        let literature = published && !(item_type == "book" && is_in_archive && draft.look("ISBN").is_none());
        let lines = ["extra", "note"].into_iter().filter_map(|field| draft.look(field)).flat_map(str::lines);
        let reviews = draft.look("reviewed-title").is_some() || extra::named(lines, "reviewed title");
        Known { item_type: item_type.to_owned(), literature, language: None, has_author: false, reviews }
    }

    pub(in crate::input) fn of(draft: &Draft<'_>) -> Self {
        let item_type = draft.look("itemType").unwrap_or_default();
        let has_author = draft
            .all("creators[].creatorType")
            .into_iter()
            .any(|at| role(draft.text(at)).is_some_and(|(list, _)| list == Some("creators")));
        Known { has_author, ..Known::of_type(item_type, "archiveLocation", draft) }
    }

    pub(in crate::input) fn is_literature(&self) -> bool {
        self.literature
    }

    /// Whether it is an article in a journal, which is cited without the publisher of the journal and its place.
    pub(in crate::input) fn is_in_journal(&self) -> bool {
        self.literature && self.item_type == "journalArticle"
    }

    /// Newspapers and magazines are cited by their day or month (B28).
    pub(in crate::input) fn is_cited_by_date(&self, draft: &Draft<'_>) -> bool {
        let is_paper = matches!(self.item_type.as_str(), "newspaperArticle" | "magazineArticle");
        is_paper && draft.get("source.date").is_some_and(|date| date.len() >= "1961-01".len())
    }
}
