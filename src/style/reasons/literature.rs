//! What both manuals omit from literature (RULES 13).

use super::{Asked, Reason, is_full};
use crate::prose::books::literature::{Literature, Shape};

pub(super) const REASONS: &[Reason] = &[
    Reason {
        fields: &["reviewed"],
        when: is_full,
        rule: "13.10",
        why: "the reviewed work is printed only for a review without a title or with a title of its own",
    },
    Reason {
        fields: &["source.original", "translation.source.original", "printings.original"],
        when: is_full,
        rule: "13.7",
        why: "only some parts of a first publication are printed, and none for documents",
    },
    Reason {
        fields: &["**.volumes"],
        when: is_full,
        rule: "13.6",
        why: "the number of volumes is printed only for works that are cited as a whole",
    },
    Reason {
        fields: &["source.title"],
        when: |asked| is(asked, |it| !matches!(it.shape, Shape::Part | Shape::Article)),
        rule: "13.0",
        why: "the document has the same title as its publication",
    },
    Reason {
        fields: &["source.pages"],
        when: |asked| is(asked, |_| true),
        rule: "13.0",
        why: "pages are printed for articles; for chapters only by the 17th edition and the MLA",
    },
    Reason {
        fields: &["source.place"],
        when: |asked| is(asked, |it| it.shape == Shape::Thesis),
        rule: "13.13",
        why: "a thesis has no place of publication",
    },
    Reason {
        fields: &["source.place", "source.publisher"],
        when: |asked| is(asked, |it| it.shape == Shape::WebPage),
        rule: "13.14",
        why: "a page prints its site, and the owner only if the names differ and no person comes first",
    },
    Reason {
        fields: &["genre"],
        when: |asked| is(asked, |it| it.shape == Shape::WebPage),
        rule: "13.14",
        why: "the name of the site already means a blog",
    },
    Reason {
        fields: &["number"],
        when: |asked| is(asked, |_| true),
        rule: "13.0",
        why: "literature has no number of its own",
    },
];

fn is(asked: &Asked<'_>, wanted: fn(&Literature<'_>) -> bool) -> bool {
    is_full(asked) && Literature::of(asked.document).is_some_and(|literature| wanted(&literature))
}
