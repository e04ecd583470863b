//! British English.

use super::definition::{DateOrder, Language, QuotationMarks, QuotedPunctuation, TypedMarks};
use super::en_us::EN_US;
use super::words::{BookWords, DateWords, LeafWords, LevelWord, LevelWords, NoteWords, Unit};

/// British English, as in the MHRA Style Guide and New Hart's Rules: no serial comma, single quotation marks with the
/// comma outside, seasons in lower case, the day before the month, no period in contractions (`fols`, `eds`, `edn`).
pub const EN_GB: Language = Language {
    tag: "en-GB",
    seasons: ["spring", "summer", "autumn", "winter"],
    date_order: DateOrder::DayMonthYear,
    dates: DateWords { ca: "c. ", ..EN_US.dates },
    date_dash: " – ",
    quotation: QuotationMarks {
        outer: ("‘", "’"),
        inner: ("“", "”"),
        punctuation: QuotedPunctuation::Outside,
        typed: TypedMarks::ByDepth,
    },
    serial_comma: false,
    levels: LevelWords { volume: LevelWord::abbreviated("volume", "vol.", "vols"), ..EN_US.levels },
    leaves: LeafWords { folio: Unit::new("fol.", "fols"), ..EN_US.leaves },
    books: BookWords {
        ed: "ed. by ",
        editor: Unit::new("ed.", "eds"),
        comp: "comp. by ",
        compiler: Unit::new("comp.", "comps"),
        trans: "trans. by ",
        volume: Unit::new("vol.", "vols"),
        number: Unit::new("no.", "nos"),
        edition: "edn",
        ..EN_US.books
    },
    notes: NoteWords { abbreviations: &["n.d.", "et al.", "ed.", "trans.", "no.", "vol.", "c."], ..EN_US.notes },
    ..EN_US
};
