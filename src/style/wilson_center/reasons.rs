//! What the line has no place for.

use crate::document::Document;
use crate::style::reasons::{Asked, Reason, always};

pub(super) const REASONS: &[Reason] = &[
    Reason {
        fields: &["kind", "genre", "creators", "recipients"],
        when: |asked| asked.document.title().is_some(),
        rule: "14",
        why: "the title stands for it",
    },
    Reason { fields: &["genre", "kind"], when: always, rule: "14", why: "a genre stands in place of the kind" },
    Reason {
        fields: &["creators", "recipients"],
        when: always,
        rule: "14",
        why: "people are named, and no more is said of them",
    },
    Reason { fields: &["title.form"], when: always, rule: "14", why: "titles and descriptions are printed alike" },
    Reason { fields: &["title"], when: always, rule: "14", why: "the title is printed as it is given" },
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
        why: "one form of the date is printed, and of an undated document none",
    },
    Reason {
        fields: &["holdings"],
        when: is_worded,
        rule: "14.4",
        why: "the archive's own wording stands in its place",
    },
    Reason { fields: &["holdings"], when: always, rule: "14", why: "the line names the archive and the shelf mark" },
    Reason {
        fields: &["surrogates+"],
        when: always,
        rule: "14",
        why: "of several copies on the web the first is cited",
    },
    Reason { fields: &["surrogates.url"], when: always, rule: "14.4", why: "the earlier layout has no address" },
    Reason {
        fields: &["surrogates"],
        when: always,
        rule: "14",
        why: "the line names the digital archive and the address",
    },
    Reason {
        fields: &["contributions", "translation.by"],
        when: always,
        rule: "14.3",
        why: "of a person the affiliation is said, of a body the role",
    },
    Reason {
        fields: &["translation.from", "translation.into", "translation.for"],
        when: always,
        rule: "14.3",
        why: "a credit names the language translated from and the project",
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
