//! British English.

use super::{DateOrder, EN_US, Language, QuotationMarks, QuotedPunctuation, TypedMarks};

/// British English, as New Hart's Rules and the MHRA Style Guide write it: no serial comma, single quotation marks with the
/// comma outside, seasons in small letters, the day before the month.
pub const EN_GB: Language = Language {
    tag: "en-GB",
    seasons: ["spring", "summer", "autumn", "winter"],
    date_order: DateOrder::DayMonthYear,
    quotation: QuotationMarks {
        outer: ("‘", "’"),
        inner: ("“", "”"),
        punctuation: QuotedPunctuation::Outside,
        typed: TypedMarks::ByDepth,
    },
    serial_comma: false,
    ..EN_US
};
