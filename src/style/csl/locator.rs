//! A place within the document: `fol. 12r`, `pp. 12–13`.

use hayagriva::citationberg::taxonomy::Locator;

/// The unit and the rest. A bare number counts as pages, and text without a CSL unit is printed unchanged.
pub(super) fn parse(locator: &str) -> (Locator, &str) {
    if locator.starts_with(|c: char| c.is_ascii_digit()) {
        return (Locator::Page, locator);
    }
    let Some((unit, rest)) = locator.split_once(' ').filter(|(_, rest)| rest.starts_with(char::is_alphanumeric)) else {
        return (Locator::Custom, locator);
    };
    let unit = match unit.trim_end_matches('.') {
        "p" | "pp" | "page" | "pages" => Locator::Page,
        "fol" | "fols" | "folio" | "folios" => Locator::Folio,
        "vol" | "vols" | "volume" => Locator::Volume,
        "bk" | "book" => Locator::Book,
        "ch" | "chap" | "chapter" => Locator::Chapter,
        "col" | "cols" | "column" => Locator::Column,
        "fig" | "figs" | "figure" => Locator::Figure,
        "line" | "lines" => Locator::Line,
        "n" | "nn" | "note" => Locator::Note,
        "no" | "nos" => Locator::Issue,
        "para" | "paras" | "par" | "¶" | "paragraph" => Locator::Paragraph,
        "pt" | "part" => Locator::Part,
        "sec" | "secs" | "§" | "section" => Locator::Section,
        "v" | "vv" | "verse" => Locator::Verse,
        _ => return (Locator::Custom, locator),
    };
    (unit, rest)
}
