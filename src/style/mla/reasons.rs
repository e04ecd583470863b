//! What the MLA omits and Chicago prints (RULES 1.3, 6.4, 9.6).

use crate::style::reasons::{Reason, always, is_in_text};

pub(super) const REASONS: &[Reason] = &[
    Reason { fields: &[""], when: is_in_text, rule: "9.6", why: "the text cites the author, or without one the title" },
    Reason { fields: &["place"], when: always, rule: "1.3.2", why: "the place of writing is left out" },
    Reason {
        fields: &["source.place", "translation.source.place"],
        when: always,
        rule: "6.4.1",
        why: "a place of publication is printed only where no publisher is recorded",
    },
    Reason {
        fields: &["source.authors"],
        when: always,
        rule: "6.4.1",
        why: "a book by the document's own author does not name that author again, and names beyond the limit are “et al.”",
    },
];
