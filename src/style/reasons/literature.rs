//! What both manuals omit from literature (RULES 13).

use super::{Asked, Reason, is_full};
use crate::prose::books::literature::{Literature, Shape};

pub(super) const REASONS: &[Reason] = &[
    Reason {
        fields: &["reviewed"],
        when: is_full,
        rule: "13.10",
        why: "a review without a title says what it reviews, and one whose title is its own",
    },
    Reason {
        fields: &["source.original", "translation.source.original", "printings.original"],
        when: is_full,
        rule: "13.7",
        why: "of a first publication is printed what the form has room for, and of documents nothing",
    },
    Reason {
        fields: &["**.volumes"],
        when: is_full,
        rule: "13.6",
        why: "the number of volumes is printed of works that are cited whole",
    },
    Reason {
        fields: &["source.title"],
        when: |asked| is(asked, |it| !matches!(it.shape, Shape::Part | Shape::Article)),
        rule: "13.0",
        why: "the title of the document is that of its publication",
    },
    Reason {
        fields: &["source.pages"],
        when: |asked| is(asked, |_| true),
        rule: "13.0",
        why: "pages are printed of articles, and of chapters by the 17th edition and the MLA",
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
        why: "a page names its site, and the owner where that is another and no person leads the entry",
    },
    Reason {
        fields: &["genre"],
        when: |asked| is(asked, |it| it.shape == Shape::WebPage),
        rule: "13.14",
        why: "of a blog the name of the site says it",
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
