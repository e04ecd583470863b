//! What the line has no place for.

use crate::document::Document;
use crate::style::reasons::{Asked, Reason, always};

pub(super) const REASONS: &[Reason] = &[
    Reason {
        fields: &["kind", "genre", "creators", "recipients"],
        when: |asked| asked.document.title().is_some(),
        rule: "14",
        why: "the title replaces it",
    },
    Reason { fields: &["genre", "kind"], when: always, rule: "14", why: "a genre replaces the kind" },
    Reason {
        fields: &["creators", "recipients"],
        when: always,
        rule: "14",
        why: "only the names of people are printed",
    },
    Reason { fields: &["title.form"], when: always, rule: "14", why: "titles and descriptions have the same form" },
    Reason { fields: &["title"], when: always, rule: "14", why: "the title is printed unchanged" },
    Reason {
        fields: &[
            "participants",
            "interviewers",
            "time",
            "place",
            "number",
            "medium",
            "extent",
            "languages",
            "classification",
            "summary",
            "rights",
            "subjects",
            "preferred-citation",
            "printings",
            "reviewed",
            "addendum",
        ],
        when: always,
        rule: "14",
        why: "the line has no place for it",
    },
    Reason {
        fields: &["date"],
        when: always,
        rule: "14",
        why: "only one form of the date is printed, and no date for an undated document",
    },
    Reason { fields: &["holdings"], when: is_worded, rule: "14.4", why: "the archive's own wording replaces it" },
    Reason { fields: &["holdings"], when: always, rule: "14", why: "the line has only the archive and the shelf mark" },
    Reason { fields: &["surrogates+"], when: always, rule: "14", why: "only the first copy on the web is cited" },
    Reason { fields: &["surrogates.url"], when: always, rule: "14.4", why: "the earlier layout has no URL" },
    Reason {
        fields: &["surrogates"],
        when: always,
        rule: "14",
        why: "the line has only the digital archive and the URL",
    },
    Reason {
        fields: &["contributions", "translation.by"],
        when: always,
        rule: "14.3",
        why: "only the affiliation of a person and the role of an organization are printed",
    },
    Reason {
        fields: &["translation.from", "translation.into", "translation.for"],
        when: always,
        rule: "14.3",
        why: "a credit has only the original language and the project",
    },
    Reason {
        fields: &["source", "translation.source"],
        when: always,
        rule: "14.1",
        why: "a reference to a book does not need it",
    },
];

fn is_worded(asked: &Asked<'_>) -> bool {
    let worded = |document: &Document| {
        document.holdings().iter().any(|holding| holding.cited_whole.is_some() || holding.as_cited.is_some())
    };
    worded(asked.document)
}
