//! The line that an editor shows for each key on hover, by the type's name in the schema and the key.

/// The line for this key of this type.
pub(super) fn description(name: &str, key: &str) -> Option<&'static str> {
    let (_, keys) = DESCRIPTIONS.iter().find(|(known, _)| *known == name)?;
    keys.iter().find(|(known, _)| *known == key).map(|(_, line)| *line)
}

/// By type. The keys have the order of the type's own list.
pub(super) const DESCRIPTIONS: &[(&str, &[(&str, &str)])] = &[
    (
        "Document",
        &[
            ("id", "The cite key, unique in the file: letters, digits and _ : . + / - (at most 128 bytes)."),
            ("kind", "The kind of document: a word of the list, or any other words, printed as typed."),
            ("genre", "Printed in place of the kind: cable, circular telegram, war diary."),
            ("title", "The title. A document without a title is named by kind, creators and recipients."),
            ("creators", "Who wrote or made it."),
            ("recipients", "To whom it was sent."),
            ("participants", "Who took part in the conversation."),
            ("interviewers", "Who asked the questions."),
            ("date", "When it was written: 1950-01-07, 1950-01, 1950, 1949/1950, circa 1950, \"[1950]\", undated."),
            ("time", "The time of day on the document: HH:MM, from 00:00 to 23:59."),
            ("place", "Where it was written."),
            ("number", "The number on the document: Cable no. 153."),
            (
                "medium",
                "The material, or the medium in which it was read: typescript, microfilm, gelatin silver print.",
            ),
            ("languages", "The languages of the document itself, as BCP 47 tags: ru, zh-Hans."),
            ("holdings", "Where the original and its copies are."),
            ("surrogates", "Where it can be read on the web; the first one is cited."),
            ("source", "The printed edition that the text was taken from."),
            ("reviewed", "The book, film or exhibition that the article reviews."),
            ("printings", "Other printed editions, if the text was taken from a holding."),
            ("translation", "Who translated it, or the book that the translation was taken from."),
            ("contributions", "Who obtained, donated, translated … it; the order is kept."),
            ("addendum", "Words printed as typed at the end of full notes and entries, before the address."),
            ("note", "A sentence on its history, printed at the end."),
            ("summary", "An abstract."),
            ("extent", "The length or the size: 3 pages, 18:13, 39.3 × 37 cm."),
            ("rights", "The rights."),
            ("classification", "The marking on the document: Secret; Eyes Only."),
            ("subjects", "The subjects."),
            ("preferred-citation", "The holding archive's own words for the whole citation."),
        ],
    ),
    (
        "Title",
        &[
            ("text", "The title. Its capitals are not changed."),
            (
                "form",
                "formal: written on the document itself. supplied: a cataloguer's description. work: an independent work, in italics.",
            ),
            ("language", "The language of the text, as a BCP 47 tag: zh-Latn."),
            ("short", "The title that later notes use."),
            ("original", "The title in the script that the document has."),
            ("transliterated", "The title in Latin letters."),
            ("translated", "The title in the language of the citation."),
        ],
    ),
    (
        "Person",
        &[
            ("family", "The family name; alone it is a whole name: Stalin."),
            ("given", "The given name, or initials."),
            ("suffix", "The suffix after the name: Jr., III."),
            ("particle", "A particle that stays with the family name: de (Gaulle)."),
            ("dropping-particle", "A particle that is dropped before the family name alone: von (Humboldt)."),
            ("order", "given-first, or family-first for a name that is never inverted: Mao Zedong."),
            ("signed-as", "The name on the document, if it is another one: Filippov."),
            ("role", "The office that the person held."),
            ("affiliation", "Where the person worked."),
            ("attributed", "true if the name is not on the document."),
        ],
    ),
    (
        "Body",
        &[
            ("body", "The name of an institution."),
            ("abbreviation", "The short name that some styles print: CCP CC."),
            ("parent", "The institution that it is part of: United States, Congress."),
            ("role", "Its role: photographer."),
        ],
    ),
    (
        "Date",
        &[
            ("edtf", "The date, in any of the short forms: 1957, 1785/1960, circa 1950."),
            ("inferred", "true if the date is not on the document, but certain."),
            ("display", "The archive's own wording, printed instead of the date."),
            ("bulk", "The bulk dates, a range within the date: 1916/1958."),
        ],
    ),
    (
        "Holding",
        &[
            ("repository", "Who holds it."),
            ("path", "The levels of the archive down to the document, broadest first."),
            ("reference", "The whole call number as one text: FO 371/83313."),
            ("leaves", "The pages, leaves, folios or frames: 10-13, 12r-13v."),
            ("as-cited", "The archive's own wording of everything but the repository, printed as typed."),
            ("cited-whole", "The archive's own wording with the repository, printed as typed."),
            ("class", "The class or series of the archive, for lists of archives: FO 371. No citation prints it."),
            ("role", "original (the default), a copy or a microform."),
        ],
    ),
    (
        "Repository",
        &[
            ("name", "The name of the archive or library."),
            ("abbreviation", "The short name: APRF."),
            ("parent", "The institution that it is part of: Yale University."),
            ("department", "The department that keeps the document."),
            ("place", "Its city, with state or country where needed."),
            ("code", "Its ISIL: DE-1."),
        ],
    ),
    (
        "Level",
        &[
            (
                "level",
                "The archive's word for this level: a word of the list, or any other words. Leave it out if it is not known.",
            ),
            ("id", "Its number or code."),
            ("title", "Its title."),
            ("date", "The dates of its contents."),
            ("short", "The short name, used after the first mention: Egmont MSS."),
        ],
    ),
    (
        "Leaves",
        &[
            ("unit", "The unit: a word of the list, or any other words. Leave it out if it follows from the path."),
            ("range", "The numbers, printed as typed: 10-13, 5-7ob."),
        ],
    ),
    (
        "Surrogate",
        &[
            ("archive", "The digital archive."),
            ("host", "Who runs the digital archive."),
            ("id", "The number of the document there."),
            ("url", "Its address; http or https."),
            ("doi", "Its DOI: 10.1000/182."),
            ("ark", "Its ARK: ark:/12148/btv1b8449691v."),
            ("accessed", "The date on which it was accessed: 2026-11-23."),
            ("format", "The format: scan, PDF, transcript."),
            ("language", "The language of the copy, as a BCP 47 tag."),
        ],
    ),
    (
        "Publication",
        &[
            ("authors", "Who wrote the book or the article."),
            ("editors", "Who edited it."),
            ("general-editors", "Who edited the whole set, if editors are those of this volume."),
            ("compilers", "Who compiled it."),
            ("translators", "Who translated it."),
            ("title", "The title of the book, the article or the volume."),
            ("container", "The journal or the larger work that it is part of."),
            ("series", "The series in which it appeared."),
            ("volume", "The volume."),
            ("volumes", "How many volumes the whole work has: 12."),
            ("issue", "The issue of the journal."),
            ("number", "The number of the document in it: doc. 190."),
            ("edition", "The edition: 2nd."),
            ("place", "Where it was published."),
            ("publisher", "Who published it."),
            ("date", "When it was published."),
            ("original", "The first publication of a reprint or of a translated work."),
            ("pages", "The pages of the document, printed as typed: 219-20."),
            ("url", "Its address on the web; http or https."),
            ("doi", "Its DOI: 10.1000/182."),
            ("isbn", "Its ISBN."),
        ],
    ),
    (
        "Original",
        &[
            ("title", "Its title, if it differs."),
            ("place", "Where it was published first."),
            ("publisher", "Who published it first."),
            ("date", "When it was published first: 1952."),
        ],
    ),
    ("Reviewed", &[("title", "The title of the reviewed work."), ("by", "Who made the reviewed work.")]),
    (
        "Translation",
        &[
            ("by", "Who translated it; not again under contributions."),
            ("from", "The language it was translated from, as a BCP 47 tag."),
            ("into", "The language it was translated into, as a BCP 47 tag."),
            ("for", "The project that they translated it for: CWIHP."),
            ("source", "The book that the translation was taken from."),
        ],
    ),
    (
        "Contribution",
        &[
            ("roles", "Their roles, in this order: obtained, translated …"),
            ("by", "The people or institutions."),
            ("for", "The project that they worked for: CWIHP."),
        ],
    ),
];
