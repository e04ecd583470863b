//! What Chicago omits and the MLA prints (RULES 6, 9, 10).

use crate::style::reasons::{Reason, is_full, is_in_text, is_short};

pub(super) const REASONS: &[Reason] = &[
    Reason { fields: &[""], when: is_short, rule: "9.1.1", why: "a later note names who, what and when" },
    Reason { fields: &[""], when: is_in_text, rule: "9.3", why: "the text cites author and year" },
    Reason {
        fields: &["source.authors"],
        when: is_full,
        rule: "6.1.1",
        why: "a book by the document's own author does not name that author again, and names beyond the limit are “et al.”",
    },
    Reason {
        fields: &["source.place", "translation.source.place"],
        when: is_full,
        rule: "10.1",
        why: "the 18th edition prints a place only where no publisher is recorded",
    },
    Reason {
        fields: &["source.pages", "translation.source.pages"],
        when: is_full,
        rule: "6.2.1",
        why: "lists of the 18th edition print no pages of an edition",
    },
    Reason {
        fields: &["source.number", "translation.source.number"],
        when: is_full,
        rule: "6.1.3",
        why: "lists print no number of the document in its edition",
    },
];
