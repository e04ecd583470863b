//! What the MLA omits and Chicago prints (RULES 1.3, 6.4, 9.6).

use crate::style::reasons::{Reason, always, is_in_text};

pub(super) const REASONS: &[Reason] = &[
    Reason {
        fields: &[""],
        when: is_in_text,
        rule: "9.6",
        why: "a citation in the text prints the author, or the title if there is no author",
    },
    Reason { fields: &["place"], when: always, rule: "1.3.2", why: "the place of writing is omitted" },
    Reason {
        fields: &["source.place", "translation.source.place"],
        when: always,
        rule: "6.4.1",
        why: "a place of publication is printed only if the record has no publisher",
    },
    Reason {
        fields: &["source.authors"],
        when: always,
        rule: "6.4.1",
        why: "a book does not repeat an author who is also the document's author, and names beyond the limit become “et al.”",
    },
];
