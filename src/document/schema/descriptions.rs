//! What an editor shows of each key on hover: a line, by the type's name in the schema and the key.

/// The line for this key of this type.
pub(super) fn description(name: &str, key: &str) -> Option<&'static str> {
    let (_, keys) = DESCRIPTIONS.iter().find(|(known, _)| *known == name)?;
    keys.iter().find(|(known, _)| *known == key).map(|(_, line)| *line)
}

/// By type, in the order of the type's own list.
pub(super) const DESCRIPTIONS: &[(&str, &[(&str, &str)])] = &[
    (
        "Document",
        &[
            ("id", "The cite key, unique in the file: letters, digits and _ : . + / - (at most 128 bytes)."),
            ("kind", "What the document is: a word of the list, or any other words, printed as they stand."),
            ("genre", "Printed in place of the kind: cable, circular telegram, war diary."),
            ("title", "What it is called; without a title it is named by kind, creators and recipients."),
            ("creators", "Who wrote or made it."),
            ("recipients", "To whom it was sent."),
            ("participants", "Who took part in the conversation."),
            ("interviewers", "Who asked the questions."),
            ("date", "When it was written: 1950-01-07, 1950-01, 1950, 1949/1950, circa 1950, \"[1950]\", undated."),
            ("time", "The hour that it bears: HH:MM, from 00:00 to 23:59."),
            ("place", "Where it was written."),
            ("number", "The number that it bears: Cable no. 153."),
            ("medium", "What it is made of or how it was read: typescript, microfilm, gelatin silver print."),
            ("languages", "The languages of the document itself, as BCP 47 tags: ru, zh-Hans."),
            ("holdings", "Where the original and its copies lie."),
            ("surrogates", "Where it can be read on the web; the first one is cited."),
            ("source", "The printed edition that the text was taken from."),
            ("reviewed", "The book, film or exhibition that the article reviews."),
            ("printings", "Books and journals in which it is printed too; the text was taken from a holding."),
            ("translation", "Who translated it, or the book that the translation was taken from."),
            ("contributions", "Who obtained, donated, translated … it; the order is kept."),
            ("addendum", "Words printed as typed at the end of full notes and entries, before the address."),
            ("note", "A sentence on its history, printed at the end."),
            ("summary", "What it says, in short."),
            ("extent", "How long or how large it is: 3 pages, 18:13, 39.3 × 37 cm."),
            ("rights", "Who may do what with it."),
            ("classification", "The marking that it bears: Secret; Eyes Only."),
            ("subjects", "What it is about."),
            ("preferred-citation", "The holding archive's own words for citing it, whole."),
        ],
    ),
    (
        "Title",
        &[
            ("text", "The title itself; capitals are left as they are typed."),
            (
                "form",
                "formal: written on the document itself. supplied: a cataloguer's description. work: stands by itself, in italics.",
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
            ("suffix", "What stands behind the name: Jr., III."),
            ("particle", "A particle that stays with the family name: de (Gaulle)."),
            ("dropping-particle", "A particle that falls away where the family name stands alone: von (Humboldt)."),
            ("order", "given-first, or family-first for a name that is never turned round: Mao Zedong."),
            ("signed-as", "The name on the paper, where it is another one: Filippov."),
            ("role", "The office that the person held."),
            ("affiliation", "Where the person worked."),
            ("attributed", "true where the name is not on the document."),
        ],
    ),
    (
        "Body",
        &[
            ("body", "The name of an institution."),
            ("abbreviation", "What it is called where a style shortens: CCP CC."),
            ("parent", "What it is a part of: United States, Congress."),
            ("role", "What it did: photographer."),
        ],
    ),
    (
        "Date",
        &[
            ("edtf", "The date, in any of the short forms: 1957, 1785/1960, circa 1950."),
            ("inferred", "true where the date is not on the document, but certain."),
            ("display", "The archive's own wording, printed in place of the date."),
            ("bulk", "The range within the date from which most of the papers are: 1916/1958."),
        ],
    ),
    (
        "Holding",
        &[
            ("repository", "Who holds it."),
            ("path", "The levels of the archive down to the document, broadest first."),
            ("reference", "The whole call number in one piece: FO 371/83313."),
            ("leaves", "The pages, leaves, folios or frames: 10-13, 12r-13v."),
            ("as-cited", "The archive's own wording of everything but the repository, printed as it stands."),
            ("cited-whole", "The archive's own wording with the repository, printed as it stands."),
            ("class", "The class or series of the archive, for lists of archives: FO 371. No citation prints it."),
            ("role", "Whether this is the original (left out, it is), a copy or a microform."),
        ],
    ),
    (
        "Repository",
        &[
            ("name", "The name of the archive or library."),
            ("abbreviation", "What it is called for short: APRF."),
            ("parent", "The institution that it is a part of: Yale University."),
            ("department", "The part of it that keeps the document."),
            ("place", "Its city, with state or country where needed."),
            ("code", "Its ISIL: DE-1."),
        ],
    ),
    (
        "Level",
        &[
            (
                "level",
                "What the archive calls this level: a word of the list, or any other words; left out if not known.",
            ),
            ("id", "Its number or code."),
            ("title", "Its title."),
            ("date", "The dates of what it holds."),
            ("short", "What it is called after its first mention: Egmont MSS."),
        ],
    ),
    (
        "Leaves",
        &[
            (
                "unit",
                "What is counted: a word of the list, or any other words; left out where it follows from the path.",
            ),
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
            ("accessed", "The day on which it was looked at: 2026-11-23."),
            ("format", "What is there: scan, PDF, transcript."),
            ("language", "The language in which it is there, as a BCP 47 tag."),
        ],
    ),
    (
        "Publication",
        &[
            ("authors", "Who wrote the book or the article."),
            ("editors", "Who edited it."),
            ("general-editors", "Who edited the whole set, where editors are those of this volume."),
            ("compilers", "Who compiled it."),
            ("translators", "Who translated it."),
            ("title", "The title of the book, the article or the volume."),
            ("container", "The journal or the larger work that it is a part of."),
            ("series", "The series in which it appeared."),
            ("volume", "Which volume."),
            ("volumes", "How many volumes the whole work has: 12."),
            ("issue", "Which issue of the journal."),
            ("number", "The number of the document in it: doc. 190."),
            ("edition", "Which edition: 2nd."),
            ("place", "Where it was published."),
            ("publisher", "Who published it."),
            ("date", "When it was published."),
            ("original", "The first publication of a reprint or of what was translated."),
            ("pages", "The pages on which the document stands, printed as typed: 219-20."),
            ("url", "Its address on the web; http or https."),
            ("doi", "Its DOI: 10.1000/182."),
            ("isbn", "Its ISBN."),
        ],
    ),
    (
        "Original",
        &[
            ("title", "What it was called there, if that was another title."),
            ("place", "Where it was published first."),
            ("publisher", "Who published it first."),
            ("date", "When it was published first: 1952."),
        ],
    ),
    ("Reviewed", &[("title", "What the reviewed work is called."), ("by", "Who made the reviewed work.")]),
    (
        "Translation",
        &[
            ("by", "Who translated it; not again under contributions."),
            ("from", "The language it was translated from, as a BCP 47 tag."),
            ("into", "The language it was translated into, as a BCP 47 tag."),
            ("for", "The project for which they translated it: CWIHP."),
            ("source", "The book that the translation was taken from."),
        ],
    ),
    (
        "Contribution",
        &[
            ("roles", "What they did, in this order: obtained, translated …"),
            ("by", "Who they are."),
            ("for", "The project for which they did it: CWIHP."),
        ],
    ),
];
