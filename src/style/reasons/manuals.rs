//! What both Chicago and the MLA omit.

use super::{Asked, Reason, always, find, is_full, literature};
use crate::citation::OmissionReason;
use crate::document::{ContributionRole, Kind};
use crate::prose::books;

/// The reason of one manual, or of both. `own` is searched first.
pub(in crate::style) fn of_manuals(own: &[Reason], asked: &Asked<'_>) -> Option<OmissionReason> {
    let tables = [literature::REASONS, FIRST, own, LAST];
    tables.into_iter().find_map(|reasons| find(reasons, asked))
}

/// Fields that no form prints, and lists of which only one item is cited.
const FIRST: &[Reason] = &[
    Reason {
        fields: &["time", "languages", "summary", "subjects", "rights", "classification", "note", "preferred-citation"],
        when: always,
        rule: "0.7",
        why: "is for exports and searching",
    },
    Reason {
        fields: &["holdings+"],
        when: is_in_archive,
        rule: "4.7.1",
        why: "of several holdings the first is cited",
    },
    Reason {
        fields: &["holdings", "number"],
        when: is_published,
        rule: "4.7.1",
        why: "the document is cited from its edition, not from the archive",
    },
    Reason { fields: &["surrogates+"], when: always, rule: "5.2", why: "only the first copy on the web is cited" },
    Reason { fields: &["holdings.class"], when: always, rule: "7.4", why: "is for lists of archives" },
    Reason { fields: &["holdings.role"], when: always, rule: "4.7.2", why: "is not printed for the cited holding" },
    Reason {
        fields: &[
            "holdings.repository",
            "holdings.path",
            "holdings.reference",
            "holdings.leaves",
            "holdings.as-cited",
            "number",
        ],
        when: is_cited_whole,
        rule: "4.4.1",
        why: "the archive's own wording of the whole location replaces it",
    },
    Reason {
        fields: &["holdings.path", "holdings.reference", "holdings.leaves", "number"],
        when: is_cited_in_words,
        rule: "4.4.1",
        why: "the archive's own wording replaces it",
    },
    Reason {
        fields: &["holdings.path.date"],
        when: always,
        rule: "4.1.4",
        why: "the dates of a level are not printed",
    },
    Reason {
        fields: &["contributions"],
        when: |asked| !is_of_translators(asked),
        rule: "0.7",
        why: "of all contributors only translators are printed",
    },
    Reason {
        fields: &[
            "**.role",
            "**.affiliation",
            "**.bulk",
            "**.isbn",
            "**.code",
            "surrogates.id",
            "surrogates.format",
            "**.language",
            "translation.from",
            "translation.into",
            "translation.for",
        ],
        when: always,
        rule: "0.7",
        why: "is for exports and searching",
    },
    Reason {
        fields: &["**.original", "**.transliterated"],
        when: always,
        rule: "6.3.2",
        why: "the title is printed unchanged",
    },
    Reason {
        fields: &["surrogates.accessed"],
        when: always,
        rule: "5.3",
        why: "an access date is printed only if the document has no date",
    },
    Reason { fields: &["**.doi", "**.ark", "**.url"], when: always, rule: "5.2", why: "only one link is printed" },
    Reason { fields: &["date", "place"], when: is_collection, rule: "7.1", why: "a collection has no date" },
    Reason {
        fields: &["**.edtf", "**.inferred"],
        when: always,
        rule: "3.1.8",
        why: "the archive's own wording of the date replaces it",
    },
];

/// Reasons that apply after the manual's own rules.
const LAST: &[Reason] = &[
    Reason {
        fields: &["title.short"],
        when: is_full,
        rule: "9.1.2",
        why: "is for later notes and citations in the text",
    },
    Reason { fields: &["holdings.path.short"], when: is_full, rule: "9.1.5", why: "is for later notes" },
    Reason { fields: &["holdings.repository.abbreviation"], when: is_full, rule: "9.1.5", why: "is for later notes" },
    Reason { fields: &["**.abbreviation"], when: is_full, rule: "2.1.4", why: "only short forms print abbreviations" },
    Reason { fields: &["**.parent"], when: is_full, rule: "2.1.4", why: "an organization is printed as recorded" },
    Reason { fields: &["**.short"], when: is_full, rule: "9.1.2", why: "books are cited by their full titles" },
    Reason {
        fields: &["kind"],
        when: |asked| asked.document.genre().is_some(),
        rule: "1.1.2",
        why: "the genre replaces the kind",
    },
    Reason {
        fields: &["kind", "genre"],
        when: is_full,
        rule: "1.1.2",
        why: "is omitted if the title contains the kind, and after a description",
    },
    Reason {
        fields: &["participants"],
        when: is_full,
        rule: "1.5.2",
        why: "participants are printed only if there is neither a title nor an author",
    },
    Reason {
        fields: &["creators+", "interviewers+", "translation.by+", "contributions.by+"],
        when: is_full,
        rule: "2.2.1",
        why: "names beyond the limit become “et al.”",
    },
    Reason {
        fields: &["recipients+"],
        when: |asked| is_full(asked) && asked.document.recipients().len() > 2,
        rule: "2.3",
        why: "names beyond the limit become “et al.”",
    },
    Reason { fields: &["creators", "recipients"], when: is_full, rule: "1.4", why: "the title contains it" },
    Reason {
        fields: &["interviewers"],
        when: is_full,
        rule: "8.1",
        why: "an interviewer is printed after the title or the kind of an interview",
    },
    Reason {
        fields: &["contributions", "translation.by"],
        when: is_full,
        rule: "6.3.3",
        why: "only the names of translators are printed, and none for a collection",
    },
    Reason { fields: &["date"], when: is_full, rule: "3.1.8", why: "no date is printed for an undated document" },
    Reason {
        fields: &["extent"],
        when: is_full,
        rule: "0.7",
        why: "is printed only for works of art, recordings and films",
    },
    Reason { fields: &["medium"], when: is_full, rule: "8.5", why: "“microfilm” is printed once" },
    Reason { fields: &["number"], when: is_full, rule: "4.1.9", why: "the title contains it" },
    Reason { fields: &["title"], when: is_full, rule: "1.4", why: "the other fields contain the same as the title" },
    Reason {
        fields: &["printings"],
        when: is_full,
        rule: "4.7.3",
        why: "Chicago prints other editions only for a document cited from the archive, the MLA none",
    },
    Reason {
        fields: &["addendum"],
        when: is_full,
        rule: "4.7.4",
        why: "is printed only at the end of full notes and entries",
    },
    Reason {
        fields: &["source", "translation.source"],
        when: is_full,
        rule: "6.1.1",
        why: "a reference to a book does not need it",
    },
    Reason { fields: &["surrogates"], when: is_full, rule: "5.1", why: "the name of the archive is enough" },
    Reason { fields: &["holdings"], when: is_full, rule: "4.1.1", why: "the path contains it" },
];

fn is_published(asked: &Asked<'_>) -> bool {
    books::source(asked.document).is_some()
}

/// Whether the field belongs to the contribution that names the translators.
fn is_of_translators(asked: &Asked<'_>) -> bool {
    let index = asked.field.split(['[', ']']).nth(1).and_then(|index| index.parse::<usize>().ok());
    let contribution = index.and_then(|index| asked.document.contributions().get(index));
    contribution.is_some_and(|contribution| contribution.roles.contains(&ContributionRole::Translated))
}

fn is_in_archive(asked: &Asked<'_>) -> bool {
    !is_published(asked)
}

fn is_collection(asked: &Asked<'_>) -> bool {
    *asked.document.kind() == Kind::Collection
}

fn is_cited_whole(asked: &Asked<'_>) -> bool {
    asked.document.holdings().first().is_some_and(|holding| holding.cited_whole.is_some())
}

fn is_cited_in_words(asked: &Asked<'_>) -> bool {
    asked.document.holdings().first().is_some_and(|holding| holding.as_cited.is_some())
}
