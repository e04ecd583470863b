//! What Chicago omits and the MLA prints (RULES 6, 9, 10).

use crate::style::reasons::{Reason, is_full, is_in_text, is_short};

pub(super) const REASONS: &[Reason] = &[
    Reason {
        fields: &[""],
        when: is_short,
        rule: "9.1.1",
        why: "a later note has only names, title or kind, and date",
    },
    Reason { fields: &[""], when: is_in_text, rule: "9.3", why: "a citation in the text prints author and year" },
    Reason {
        fields: &["source.authors"],
        when: is_full,
        rule: "6.1.1",
        why: "a book does not repeat an author who is also the document's author, and names beyond the limit become “et al.”",
    },
    Reason {
        fields: &["source.place", "translation.source.place"],
        when: is_full,
        rule: "10.1",
        why: "the 18th edition prints a place only if the record has no publisher",
    },
    Reason {
        fields: &["source.pages", "translation.source.pages"],
        when: is_full,
        rule: "6.2.1",
        why: "lists of the 18th edition omit the pages of an edition",
    },
    Reason {
        fields: &["source.number", "translation.source.number"],
        when: is_full,
        rule: "6.1.3",
        why: "lists omit the number of the document in its edition",
    },
];
