//! Keys of other models (EAD, CSL, BibTeX, Zotero, Dublin Core) and our keys in the wrong map, with what to write
//! instead.

use super::message::is_word;

/// What to write instead of a key that is unknown in the map of this name, if another model or another map has the
/// key.
pub(crate) fn ours(map: &str, key: &str) -> Option<String> {
    let (_, rows) = FOREIGN.iter().find(|(name, _)| *name == map)?;
    let (_, ours) = rows.iter().find(|(theirs, _)| theirs.iter().any(|their| is_word(key, their)))?;
    Some(format!("; write {ours}"))
}

type Rows = &'static [(&'static [&'static str], &'static str)];

/// For each map: foreign keys, and ours.
#[rustfmt::skip]
const FOREIGN: &[(&str, Rows)] = &[
    ("Document", &[
        (&["author", "authors", "writer", "writers", "sender", "senders", "from", "by", "interviewee", "origination"],
            "creators: [ … ]"),
        (&["to", "addressee", "addressees"], "recipients: [ … ]"),
        (&["type", "item-type", "document-type", "doc-type", "entry-type"], "kind: …"),
        (&["unit-title", "heading", "label", "caption"], "title: …"),
        (&["issued", "created", "date-created", "unit-date", "year"], "date: …"),
        (&["lang", "lang-material"], "languages: [ … ]"),
        (&["publisher"], "source: { publisher: … }"),
        (&["editor", "editors"], "source: { editors: [ … ] }"),
        (&["compilers"], "source: { compilers: [ … ] }"),
        (&["journal", "journal-title", "container-title", "publication-title"], "source: { container: … }"),
        (&["book", "book-title", "published-in", "printed-in", "publication"], "source: { title: … }"),
        (&["volume", "vol"], "source: { volume: … }"),
        (&["issue"], "source: { issue: … }"),
        (&["edition"], "source: { edition: … }"),
        (&["series-title"], "source: { series: … }"),
        (&["page", "pages", "pp"], "source: { pages: … }, or holdings: [{ leaves: … }]"),
        (&["isbn"], "source: { isbn: … }"),
        (&["publisher-place", "publication-place"], "source: { place: … }"),
        (&["folio", "folios"], "holdings: [{ leaves: { unit: folio, range: … } }]"),
        (&["leaf", "leaves", "frame", "frames", "list", "blatt"], "holdings: [{ leaves: … }]"),
        (&["call-number", "shelfmark", "signature", "signatur", "reference", "reference-number", "reference-code", "unit-id",
            "cote", "archive-location", "location"], "holdings: [{ reference: … }]"),
        (&["archive", "repository", "holding-institution", "institution", "library"], "holdings: [{ repository: … }]"),
        (&["holding", "path", "levels"], "holdings: [{ path: [ … ] }]"),
        (&["container"], "holdings: [{ path: [{ level: box, id: … }] }]; a journal or book is source: { container: … }"),
        (&["box", "folder", "file", "series", "subseries", "fonds", "fond", "opis", "delo", "collection", "record-group", "roll",
            "reel"], "holdings: [{ path: [{ level: …, id: … }] }]"),
        (&["url", "uri", "link", "href", "website"], "surrogates: [{ url: … }]"),
        (&["doi"], "surrogates: [{ doi: … }]"),
        (&["ark"], "surrogates: [{ ark: … }]"),
        (&["accessed", "access-date", "url-date"], "surrogates: [{ accessed: … }]"),
        (&["translator", "translators"], "translation: { by: [ … ] }"),
        (&["abstract", "description", "scope-content"], "summary: …"),
        (&["notes", "comment", "remark", "annotation"], "note: …"),
        (&["keyword", "keywords", "tags", "topics"], "subjects: [ … ]"),
        (&["size", "dimensions", "phys-desc", "length"], "extent: …"),
        (&["copyright", "license", "licence", "access-restrict", "use-restrict"], "rights: …"),
        (&["secrecy"], "classification: …"),
        (&["citation", "prefer-cite"], "preferred-citation: …"),
        (&["key", "cite-key", "citation-key"], "id: …"),
        (&["event-place", "city"], "place: …"),
    ]),
    ("Title", &[
        (&["title", "name", "main"], "text: …"),
        (&["subtitle", "sub-title"], "text: \"Title: Subtitle\""),
        (&["short-title", "title-short", "abbreviation"], "short: …"),
        (&["lang"], "language: …"),
        (&["translation"], "translated: …"),
    ]),
    ("Person", &[
        (&["first", "first-name", "forename", "forenames"], "given: …"),
        (&["last", "last-name", "surname"], "family: …"),
        (&["name", "literal", "full-name"], "family: …, or body: … for an institution"),
        (&["institution", "organization", "organisation", "corporate"], "body: …"),
        (&["title", "position", "office", "function"], "role: …"),
        (&["non-dropping-particle", "prefix"], "particle: …"),
    ]),
    ("Body", &[(&["name", "literal"], "body: …"), (&["acronym", "short"], "abbreviation: …")]),
    ("Date", &[
        (&["date", "value", "iso", "normal", "year", "month", "day", "date-parts"], "edtf: 1950-01-07"),
        (&["start", "from", "begin", "end", "to"], "edtf: 1949/1950"),
        (&["circa", "approximate"], "edtf: 1950~"),
        (&["literal", "raw", "text", "expression"], "display: …"),
    ]),
    ("Holding", &[
        (&["call-number", "shelfmark", "signature", "signatur", "reference-number", "reference-code", "unit-id", "cote", "id",
            "archive-location", "location"], "reference: …"),
        (&["folio", "folios"], "leaves: { unit: folio, range: … }"),
        (&["page", "pages", "leaf", "frame", "frames", "list", "blatt", "range"], "leaves: …"),
        (&["archive", "institution", "library", "name"], "repository: …"),
        (&["level", "levels"], "path: [ … ]"),
        (&["container", "box", "folder", "file", "series", "subseries", "fonds", "fond", "opis", "delo", "collection",
            "record-group", "roll", "reel"], "path: [{ level: …, id: … }]"),
    ]),
    ("Repository", &[
        (&["city", "location", "address", "country"], "place: …"),
        (&["isil"], "code: …"),
        (&["acronym", "short"], "abbreviation: …"),
        (&["repository", "archive", "library", "title"], "name: …"),
        (&["institution"], "parent: …"),
    ]),
    ("Level", &[
        (&["type", "kind"], "level: …"),
        (&["number", "no", "unit-id", "code"], "id: …"),
        (&["name", "unit-title"], "title: …"),
        (&["unit-date"], "date: …"),
        (&["folio", "folios", "page", "pages", "leaves", "frames"], "leaves: … next to the path"),
        (&["container"], "level: box, id: …"),
    ]),
    ("Leaves", &[
        (&["page", "pages", "folio", "folios", "number", "numbers", "value", "id"], "range: …"),
        (&["type", "kind", "level"], "unit: …"),
    ]),
    ("Surrogate", &[
        (&["link", "uri", "href", "address"], "url: …"),
        (&["access-date", "url-date", "retrieved"], "accessed: …"),
        (&["repository", "site", "website", "name", "title"], "archive: …"),
        (&["number"], "id: …"),
    ]),
    ("Publication", &[
        (&["journal", "journal-title", "container-title", "book", "book-title"], "container: …"),
        (&["collection-title", "series-title"], "series: …"),
        (&["publisher-place", "publication-place", "address", "city", "location"], "place: …"),
        (&["year", "issued"], "date: …"),
        (&["page", "pp", "leaves"], "pages: …"),
        (&["vol"], "volume: …"),
        (&["by", "creators"], "authors: [ … ]"),
        (&["link", "uri", "href"], "url: …"),
    ]),
    ("Translation", &[
        (&["translator", "translators"], "by: [ … ]"),
        (&["language"], "into: …"),
        (&["publication", "book", "title"], "source: { title: … }"),
    ]),
    ("Contribution", &[
        (&["role", "type", "kind"], "roles: [ … ]"),
        (&["name", "names", "contributor", "contributors"], "by: [ … ]"),
        (&["project"], "for: …"),
    ]),
];

#[cfg(test)]
mod tests;
