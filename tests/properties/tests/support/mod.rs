//! Random documents, for properties of all documents.

#![allow(dead_code, unreachable_pub, reason = "each test takes what it needs")]

use prefercite::document::*;
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;

/// The keys of the record format that have names.
pub const PEOPLE: &[&str] = &[
    "creators",
    "recipients",
    "participants",
    "interviewers",
    "by",
    "authors",
    "editors",
    "compilers",
    "translators",
    "general-editors",
];

/// The texts of a document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Words {
    /// Words without punctuation: any odd output comes from the style.
    Tidy,
    /// Words with subtitles, quotation marks and brackets, properly opened and closed.
    Marked,
    /// Everything that a document accepts: markup, brackets, quotation marks, other scripts.
    Wild,
}

pub fn text(words: Words) -> BoxedStrategy<String> {
    match words {
        Words::Tidy => "[A-Z][a-z]{1,7}( [a-zéü]{2,7}){0,3}".boxed(),
        Words::Marked => {
            let word = "[a-z]{2,7}";
            let piece = prop_oneof![
                4 => word.prop_map(|word| word),
                1 => word.prop_map(|word| format!("\"{word}\"")),
                1 => word.prop_map(|word| format!("“{word} of”")),
                1 => word.prop_map(|word| format!("({word}: so)")),
                1 => word.prop_map(|word| format!("[{word}]")),
                1 => word.prop_map(|word| format!("{word}: a")),
            ];
            vec(piece, 1..7).prop_map(|pieces| pieces.join(" ")).boxed()
        }
        Words::Wild => {
            let pieces = prop_oneof![
                4 => "[a-zA-Z0-9]{1,6}",
                1 => Just("<b>x</b>".to_owned()),
                1 => Just("\\emph{x}".to_owned()),
                1 => Just("javascript:alert(1)".to_owned()),
                1 => "[\\\\{}%#$&_^~<>\"'`@*\\[\\]()|!?.,:;/=+-]{1,4}",
                1 => Just("“ ” ‘ ’ … –".to_owned()),
                1 => "[Ѐ-ӿ؀-ۿ一-龠\u{300}-\u{36F}😀-😏]{1,4}",
                1 => Just("می\u{200C}خواهم".to_owned()),
            ];
            vec(pieces, 1..5)
                .prop_map(|pieces| pieces.join(" "))
                .prop_filter("a text that can be seen", |text| {
                    text.chars().any(|c| !c.is_whitespace() && !('\u{200B}'..='\u{200F}').contains(&c))
                })
                .boxed()
        }
    }
}

/// A number, a shelf mark.
fn code() -> BoxedStrategy<String> {
    prop_oneof!["[0-9]{1,4}", "[0-9]{2,4}/[0-9]{1,4}", "0[0-9]{2,3}[a-z]?", "[A-Z]{1,3}-[0-9]{1,3}"].boxed()
}

fn range() -> BoxedStrategy<String> {
    prop_oneof!["[1-9][0-9]{0,2}", "[1-9][0-9]-[1-9][0-9]{2}", "[1-9]ob", "[1-9]r-[1-9]v", "[1-9], [1-9][0-9]"].boxed()
}

/// A date in any of its forms.
pub fn date() -> BoxedStrategy<Date> {
    (1000..2100i32, 1..=12u32, 1..=28u32, 0..22usize)
        .prop_map(|(year, month, day, form)| {
            let later = year + 3;
            let text = match form {
                0..=3 => format!("{year:04}-{month:02}-{day:02}"),
                4 => format!("{year:04}-{month:02}"),
                5 => format!("{year:04}"),
                6 => format!("{year:04}-{month:02}-{day:02}/{later:04}-{month:02}"),
                7 => format!("{year:04}/{later:04}"),
                8 => format!("{year:04}~"),
                9 => format!("{year:04}-{month:02}?"),
                10 => format!("{year:04}-{month:02}-{day:02}%"),
                11 => format!("[{year:04}-{month:02}-{day:02}]"),
                12 => format!("{:03}X", year / 10),
                13 => format!("{:02}XX", year / 100),
                14 => format!("{year:04}-{}", 21 + month % 4),
                15 => format!("../{year:04}"),
                16 => format!("{year:04}-{month:02}/.."),
                17 => format!("[{year:04},{later:04}]"),
                18 => format!("{{{year:04},{later:04}..{:04}}}", later + 2),
                19 => format!("circa {year:04}"),
                20 => format!("{year:04}-XX"),
                _ => "undated".to_owned(),
            };
            text.parse().unwrap_or_else(|error| panic!("{error}"))
        })
        .boxed()
}

/// The years of a collection, and its bulk dates.
fn years_with_bulk() -> BoxedStrategy<Date> {
    (1000..2000i32, 0..9i32, 1..9i32)
        .prop_map(|(year, before, length)| {
            let years = |from: i32, to: i32| format!("{from:04}/{to:04}").parse::<Date>().unwrap();
            years(year, year + 20).with_bulk(years(year + before, year + before + length))
        })
        .boxed()
}

fn worded_date(words: Words) -> BoxedStrategy<Date> {
    let date = prop_oneof![19 => date(), 1 => years_with_bulk()];
    (date, proptest::option::weighted(0.1, text(words)))
        .prop_map(|(date, display)| match display {
            Some(display) => date.displayed(display),
            None => date,
        })
        .boxed()
}

pub fn name(words: Words) -> BoxedStrategy<Name> {
    let part = move || text(words);
    // A person's name has no life dates, and is one name.
    let letter = |c: char| match c {
        '0'..='9' => char::from(c as u8 - b'0' + b'a'),
        ';' => '.',
        other => other,
    };
    let own = move || part().prop_map(move |text| text.chars().map(letter).collect::<String>());
    let person =
        (own(), of(own()), of("Jr\\.|III"), of("de|van der"), of("von"), any::<[bool; 3]>(), of(part()), of(part()))
            .prop_map(|(family, given, suffix, particle, dropping, [family_first, attributed, signs], role, other)| {
                let mut person = Person::new(family);
                person.given = given;
                person.suffix = suffix;
                person.particle = particle;
                person.dropping_particle = dropping;
                person.order = if family_first { NameOrder::FamilyFirst } else { NameOrder::GivenFirst };
                person.attributed = attributed;
                person.role = role;
                if signs {
                    person.signed_as = other
                } else {
                    person.affiliation = other
                }
                Name::Person(person)
            });
    let body = (part(), of(part()), of(part()), of(part())).prop_map(|(body, abbreviation, parent, role)| {
        let mut name = Body::new(body);
        name.abbreviation = abbreviation;
        name.parent = parent;
        name.role = role;
        Name::Body(name)
    });
    prop_oneof![3 => person, 1 => body, 1 => part().prop_map(|name| Name::AsWritten(name.replace([',', ';'], " ").trim().to_owned() + "x"))]
    .boxed()
}

fn names(words: Words) -> BoxedStrategy<Vec<Name>> {
    prop_oneof![3 => Just(Vec::new()), 4 => vec(name(words), 1..2), 2 => vec(name(words), 2..9)].boxed()
}

pub fn title(words: Words) -> BoxedStrategy<Title> {
    let others = (of(text(words)), of(text(words)), proptest::option::weighted(0.2, text(words)));
    (text(words), 0..3u8, of(text(words)), others, of("ru|zh-Latn|en"))
        .prop_map(|(text, form, short, (original, translated, transliterated), language)| {
            let mut title = match form {
                0 => Title::formal(text),
                1 => Title::supplied(text),
                _ => Title::work(text),
            };
            (title.short, title.original, title.translated, title.language) = (short, original, translated, language);
            title.transliterated = transliterated;
            title
        })
        .boxed()
}

fn level(words: Words) -> BoxedStrategy<Level> {
    let kind = prop_oneof![
        8 => proptest::sample::select(vec![
            "record-group", "subgroup", "fonds", "subfonds", "collection", "series", "subseries", "entry", "lot", "fond", "opis",
            "delo", "papka", "file", "box", "folder", "carton", "volume", "album", "register", "bundle", "piece",
            "item", "publication", "roll", "Maço", "container",
        ]).prop_map(|word| Some(LevelKind::from(word))),
        1 => Just(None),
    ];
    (kind, of(code()), of(text(words)), proptest::option::weighted(0.1, date()), any::<bool>(), text(words))
        .prop_map(|(kind, id, title, date, short, spare)| {
            let mut level = Level::default();
            level.title = if id.is_none() { Some(title.unwrap_or(spare.clone())) } else { title };
            (level.level, level.id, level.date) = (kind, id, date);
            level.short = short.then_some(spare);
            level
        })
        .boxed()
}

fn repository(words: Words) -> BoxedStrategy<Repository> {
    let code = proptest::option::weighted(0.2, "[A-Z]{2}-[A-Z0-9]{2,5}");
    (text(words), of("[A-Z]{3,5}"), of(text(words)), of(text(words)), of(text(words)), any::<bool>(), code)
        .prop_map(|(name, abbreviation, parent, department, place, nameless, code)| {
            let mut repository = Repository::new(name);
            if nameless && abbreviation.is_some() {
                repository.name = None;
            }
            (repository.abbreviation, repository.parent) = (abbreviation, parent);
            (repository.department, repository.place, repository.code) = (department, place, code);
            repository
        })
        .boxed()
}

fn holding(words: Words) -> BoxedStrategy<Holding> {
    let unit = of(proptest::sample::select(vec!["page", "leaf", "folio", "list", "blatt", "frame", "image", "sheets"]));
    (
        proptest::option::weighted(0.9, repository(words)),
        vec(level(words), 0..5),
        of(code()),
        of((unit, range())),
        proptest::option::weighted(0.1, text(words)),
        proptest::option::weighted(0.05, text(words)),
        of(code()),
        0..3u8,
    )
        .prop_map(|(repository, path, reference, leaves, as_cited, whole, class, role)| {
            let mut holding = Holding::default();
            (holding.repository, holding.path, holding.reference) = (repository, path, reference);
            holding.leaves = leaves.map(|(unit, range)| match unit {
                Some(unit) => Leaves::in_unit(unit, range),
                None => Leaves::from(range.as_str()),
            });
            (holding.as_cited, holding.cited_whole, holding.class) = (as_cited, whole, class);
            holding.role([HoldingRole::Original, HoldingRole::Copy, HoldingRole::Microform][usize::from(role)])
        })
        .boxed()
}

fn surrogate(words: Words) -> BoxedStrategy<Surrogate> {
    (
        of(text(words)),
        of(text(words)),
        of(code()),
        of(if words != Words::Wild {
            "https://example\\.org/[a-z]{1,5}"
        } else {
            "https://example\\.org/[a-z]{1,5}\\?q=[a-z&'\"<>()~#%]{0,6}"
        }),
        proptest::option::weighted(
            0.2,
            if words != Words::Wild { "10\\.[0-9]{4}/[a-z0-9]{1,8}" } else { "10\\.[0-9]{4}/[a-z0-9.()<>;]{1,8}" },
        ),
        proptest::option::weighted(0.2, "ark:/[0-9]{5}/[a-z0-9]{1,8}"),
        of(Just("2026-11-23")),
        (of("scan|PDF|transcript"), of("en|ru|zh-Hans")),
    )
        .prop_map(|(archive, host, id, url, doi, ark, accessed, (format, language))| {
            let mut surrogate = Surrogate::default();
            (surrogate.archive, surrogate.host, surrogate.id) = (archive, host, id);
            (surrogate.url, surrogate.doi, surrogate.ark) = (url, doi, ark);
            surrogate.accessed = accessed.map(|day| day.parse().unwrap());
            (surrogate.format, surrogate.language) = (format, language);
            surrogate
        })
        .boxed()
}

/// A newspaper has only its name, its day and perhaps its place (B28).
fn newspaper(words: Words) -> BoxedStrategy<Publication> {
    let day = (1800..2000i32, 1..=12u32, 1..=28u32, any::<bool>()).prop_map(|(year, month, day, whole)| {
        let day = if whole { format!("{year:04}-{month:02}-{day:02}") } else { format!("{year:04}-{month:02}") };
        day.parse::<Date>().unwrap()
    });
    (title(words), of(text(words)), day, of(range()))
        .prop_map(|(container, place, date, pages)| {
            let mut paper = Publication::default();
            (paper.container, paper.place, paper.date, paper.pages) = (Some(container), place, Some(date), pages);
            paper
        })
        .boxed()
}

fn publication(words: Words) -> BoxedStrategy<Publication> {
    prop_oneof![9 => book(words), 1 => newspaper(words)].boxed()
}

fn book(words: Words) -> BoxedStrategy<Publication> {
    let people =
        (names(words), names(words), names(words), names(words), proptest::option::weighted(0.2, names(words)));
    let titles = (
        of(title(words)),
        proptest::option::weighted(0.3, title(words)),
        proptest::option::weighted(0.2, title(words)),
    );
    let numbers =
        (of("[0-9]{1,2}"), of("[0-9]{1,2}"), of("[0-9]{1,3}|doc\\. [0-9]{1,3}"), of("2nd|3rd ed\\."), of(range()));
    let imprint = (of(text(words)), of(text(words)), of(worded_date(words)));
    let rare = |pattern: &'static str| proptest::option::weighted(0.1, pattern);
    let marks =
        (rare("97[89][0-9]{10}"), rare("10\\.[0-9]{4}/[a-z0-9]{1,8}"), rare("https://example\\.com/[a-z]{1,5}"));
    let first = (
        proptest::option::weighted(0.2, "[0-9]{1,2}|[0-9] in [0-9] vols\\."),
        proptest::option::weighted(0.2, original(words)),
    );
    (people, titles, numbers, imprint, marks, first)
        .prop_map(|(people, titles, numbers, imprint, marks, (volumes, original))| {
            let mut book = Publication::default();
            (book.authors, book.editors, book.compilers, book.translators) = (people.0, people.1, people.2, people.3);
            book.general_editors = people.4.unwrap_or_default();
            (book.volumes, book.original) = (volumes, original);
            (book.title, book.container, book.series) = titles;
            (book.volume, book.issue, book.number, book.edition, book.pages) = numbers;
            (book.place, book.publisher, book.date) = imprint;
            (book.isbn, book.doi, book.url) = marks;
            book
        })
        .boxed()
}

fn original(words: Words) -> BoxedStrategy<Original> {
    (of(title(words)), of(text(words)), of(text(words)), of(worded_date(words)), date())
        .prop_map(|(title, place, publisher, date, spare)| {
            let mut original = Original::default();
            let is_empty = title.is_none() && place.is_none() && publisher.is_none() && date.is_none();
            (original.title, original.place, original.publisher) = (title, place, publisher);
            original.date = date.or(is_empty.then_some(spare));
            original
        })
        .boxed()
}

fn contribution(words: Words) -> BoxedStrategy<Contribution> {
    use ContributionRole as R;
    let all = vec![
        R::Obtained,
        R::Donated,
        R::Contributed,
        R::Provided,
        R::Compiled,
        R::Translated,
        R::Edited,
        R::Transcribed,
        R::Annotated,
    ];
    let roles = proptest::sample::subsequence(all, 1..3);
    (roles, vec(name(words), 1..4), of(text(words)))
        .prop_map(|(roles, by, project)| {
            let mut contribution = Contribution::default();
            (contribution.roles, contribution.by, contribution.on_behalf_of) = (roles, by, project);
            contribution
        })
        .boxed()
}

fn kind(words: Words) -> BoxedStrategy<Kind> {
    let known = vec![
        "letter",
        "telegram",
        "memorandum",
        "minutes",
        "report",
        "note",
        "diary",
        "speech",
        "conversation",
        "interview",
        "treaty",
        "order",
        "resolution",
        "directive",
        "charter",
        "deed",
        "manuscript",
        "photograph",
        "map",
        "recording",
        "film",
        "ephemera",
        "book",
        "chapter",
        "article",
        "thesis",
        "web-page",
        "collection",
        "document",
    ];
    let literature = vec!["book", "chapter", "article", "thesis", "web-page"];
    prop_oneof![
        6 => proptest::sample::select(known).prop_map(Kind::from),
        3 => proptest::sample::select(literature).prop_map(Kind::from),
        1 => text(words).prop_map(Kind::from),
    ]
    .boxed()
}

/// Any words, and those that identify a foreword, a thesis or a blog.
fn genre(words: Words) -> BoxedStrategy<String> {
    let known = vec!["foreword", "introduction", "review", "PhD dissertation", "MA thesis", "blog", "editorial"];
    prop_oneof![3 => text(words), 1 => proptest::sample::select(known).prop_map(str::to_owned)].boxed()
}

/// A book with one or two fields.
fn sparse_publication(words: Words) -> BoxedStrategy<Publication> {
    (publication(words), proptest::sample::subsequence((0..18usize).collect::<Vec<_>>(), 0..3))
        .prop_map(|(whole, kept)| {
            let mut book = Publication::default();
            macro_rules! keep {
                ($($index:literal: $field:ident),+) => {$(
                    if kept.contains(&$index) {
                        book.$field = whole.$field.clone();
                    }
                )+};
            }
            keep!(0: authors, 1: editors, 2: compilers, 3: translators, 4: title, 5: container, 6: series, 7: volume,
                8: issue, 9: number, 10: edition, 11: place, 12: publisher, 13: date, 14: pages, 15: general_editors, 16: volumes, 17: original);
            book
        })
        .boxed()
}

/// A document with little more than its title and the fields of one or two books.
pub fn sparse_document(words: Words) -> BoxedStrategy<Document> {
    let source = prop_oneof![3 => sparse_publication(words), 1 => newspaper(words)];
    let books = (of(source), of(sparse_publication(words)));
    let rest = (of(date()), names(words), names(words), of(holding(words)), of(surrogate(words)), of(code()));
    (kind(words), proptest::option::weighted(0.6, title(words)), books, rest, text(words))
        .prop_map(
            |(kind, title, (source, translation), (date, creators, recipients, holding, surrogate, number), spare)| {
                let mut builder = Document::builder("sparse", kind);
                let named = title.is_some() || !creators.is_empty() || !recipients.is_empty();
                macro_rules! put {
                ($($field:ident: $values:expr),+ $(,)?) => {
                    $(builder = $values.into_iter().fold(builder, |builder, value| builder.$field(value));)+
                };
            }
                put! {
                    title: title.or((!named).then(|| Title::formal(spare))), date: date, creator: creators,
                    recipient: recipients, holding: holding, surrogate: surrogate, source: source, number: number,
                    translation: translation.map(Translation::taken_from),
                }
                builder.build().unwrap_or_else(|refusal| panic!("the strategy makes what is refused: {refusal}"))
            },
        )
        .boxed()
}

/// Any valid document, and only valid ones.
pub fn document(words: Words) -> BoxedStrategy<Document> {
    let head = (kind(words), of(genre(words)), proptest::option::weighted(0.7, title(words)), of(worded_date(words)));
    let people = (names(words), names(words), names(words), names(words));
    let facts = (of(Just("18:30")), of(text(words)), of(code()), of(text(words)), of(text(words)), of(text(words)));
    let printings = prop_oneof![3 => Just(Vec::new()), 1 => vec(publication(words), 1..3)];
    let reviewed = proptest::option::weighted(0.1, (title(words), names(words)));
    let places = (vec(holding(words), 0..4), vec(surrogate(words), 0..3), of(publication(words)), printings, reviewed);
    let helpers = (
        vec(contribution(words), 0..4),
        vec(name(words), 0..4),
        of(publication(words)),
        (of("pt|zh-Hans|und"), of("en|de"), of(text(words))),
    );
    let rights = (proptest::option::weighted(0.2, text(words)), vec("ru|zh-Hans|de|en-GB|und", 0..3));
    let rest = (
        of(text(words)),
        of(text(words)),
        vec(text(words), 0..3),
        proptest::option::weighted(0.2, text(words)),
        rights,
        proptest::option::weighted(0.2, text(words)),
    );
    ("[a-z][a-z0-9:._+/-]{0,20}", text(words), head, people, facts, places, helpers, rest).prop_map(
        |(id, spare, (kind, genre, title, date), (creators, recipients, participants, interviewers), facts, places, helpers, rest)| {
            let named = title.is_some() || !creators.is_empty() || !recipients.is_empty();
            let mut builder = Document::builder(id, kind);
            if spare.len() % 4 == 0 {
                builder = builder.extension("x-own", spare.as_str());
            }
            macro_rules! put {
                ($($field:ident: $values:expr),+ $(,)?) => {
                    $(builder = $values.into_iter().fold(builder, |builder, value| builder.$field(value));)+
                };
            }
            let (time, place, number, medium, extent, classification) = facts;
            let (holdings, surrogates, source, printings, reviewed) = places;
            let reviewed = reviewed.map(|(title, by)| by.into_iter().fold(Reviewed::new(title), Reviewed::by));
            let (contributions, mut translators, book, (from, into, project)) = helpers;
            // A translator is in one of the two places.
            if contributions.iter().any(|contribution| contribution.roles.contains(&ContributionRole::Translated)) {
                translators.clear();
            }
            let (note, summary, subjects, preferred, (rights, languages), addendum) = rest;
            put! {
                genre: genre, title: title.or((!named).then(|| Title::formal(spare))), date: date, creator: creators,
                recipient: recipients, participant: participants, interviewer: interviewers, time: time, place: place,
                number: number, medium: medium, extent: extent, classification: classification, holding: holdings,
                surrogate: surrogates, source: source, reviewed: reviewed, printing: printings, contribution: contributions,
                addendum: addendum, note: note, summary: summary,
                subject: subjects, preferred_citation: preferred, rights: rights, language: languages,
            }
            if !translators.is_empty() || book.is_some() {
                let mut translation = Translation::default();
                (translation.by, translation.source) = (translators, book);
                (translation.from, translation.into, translation.on_behalf_of) = (from, into, project);
                builder = builder.translation(translation);
            }
            builder.build().unwrap_or_else(|refusal| panic!("the strategy makes what is refused: {refusal}"))
        },
    )
    .boxed()
}
