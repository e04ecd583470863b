//! The words for levels in shelf marks, in several languages, each with its number.

use crate::slice::slice;

/// A word before a number.
pub(super) struct Unit {
    words: &'static [&'static str],
    pub(super) level: &'static str,
    /// Broader levels have lower ranks. Levels of the same rank may contain each other.
    pub(super) rank: u8,
}

const fn unit(level: &'static str, rank: u8, words: &'static [&'static str]) -> Unit {
    Unit { words, level, rank }
}

/// Words that count leaves and pages. They come last.
pub(super) const LEAVES: u8 = 99;
/// Abbreviations of one letter. They mean levels only together with an opis.
pub(super) const SOVIET: u8 = 50;

/// Longer words come before words that they begin with. Words of other languages are kept as the archive's own.
#[rustfmt::skip]
const UNITS: &[Unit] = &[
    unit("record-group", 0, &["record group", "rg"]),
    unit("subgroup", 1, &["subgroup", "sub-group"]),
    unit("fonds", 0, &["fonds"]),
    unit("collection", 1, &["collection", "coll."]),
    unit("subseries", 3, &["subseries", "sub-series", "subser."]),
    unit("series", 2, &["series", "ser."]),
    unit("entry", 3, &["entry"]),
    unit("lot", 3, &["lot file", "lot"]),
    unit("carton", 4, &["carton", "ctn."]),
    unit("box", 4, &["boxes", "box", "bx."]),
    unit("container", 4, &["containers", "container"]),
    unit("drawer", 4, &["drawer"]),
    unit("roll", 4, &["microfilm reel", "microfilm roll", "mf reel", "reels", "reel", "roll"]),
    unit("volume", 5, &["volumes", "volume", "vols.", "vol."]),
    unit("album", 5, &["album"]),
    unit("register", 5, &["register"]),
    unit("bundle", 5, &["bundle", "bdl."]),
    unit("folder", 6, &["folders", "folder", "fldr.", "fold."]),
    unit("file", 6, &["files", "file"]),
    unit("piece", 7, &["piece"]),
    unit("item", 8, &["items", "item"]),
    // German, French, Spanish, Dutch, Danish: in the words of the archives.
    unit("Karton", 4, &["karton", "kart."]),
    unit("Band", 5, &["band", "bd."]),
    unit("Mappe", 6, &["mappe"]),
    unit("boîte", 4, &["boîte", "boite"]),
    unit("dossier", 6, &["dossier", "doss."]),
    unit("caja", 4, &["caja"]),
    unit("legajo", 4, &["legajo", "leg."]),
    unit("expediente", 6, &["expediente", "exp."]),
    unit("caixa", 4, &["caixa"]),
    unit("busta", 4, &["busta"]),
    unit("fascicolo", 6, &["fascicolo", "fasc."]),
    unit("inventarisnummer", 5, &["inventarisnummer", "inv. nr.", "inv.nr."]),
    // Soviet archives, in Latin and in Cyrillic letters.
    unit("fond", 50, &["fond", "фонд", "f.", "ф."]),
    unit("opis", 51, &["opis", "опись", "op.", "оп."]),
    unit("papka", 52, &["papka", "папка", "pap.", "p.", "п."]),
    unit("delo", 53, &["delo", "дело", "d.", "д."]),
    unit("ed. khr.", 53, &["ed. khr.", "ed.khr.", "ед. хр.", "ед.хр."]),
    unit("list", LEAVES, &["listy", "list", "ll.", "l.", "лл.", "л."]),
    unit("blatt", LEAVES, &["blatt", "bll.", "bl."]),
    unit("folio", LEAVES, &["folios", "folio", "fols.", "fol.", "ff."]),
    unit("page", LEAVES, &["pages", "page", "pp.", "p."]),
    unit("leaf", LEAVES, &["leaves", "leaf"]),
    unit("frame", LEAVES, &["frames", "frame", "fr."]),
];

/// The unit at the beginning, and the text after its word.
pub(super) fn word(part: &str, soviet: bool) -> Option<(&'static Unit, &str)> {
    let fits = |unit: &Unit| match unit.rank {
        SOVIET..LEAVES => soviet,
        LEAVES if unit.level == "list" => soviet,
        _ => !soviet || unit.rank >= SOVIET || unit.level == "file",
    };
    // Most words differ in their first letter.
    let first = part.bytes().next()?;
    let may_begin = |word: &&&str| {
        let byte = word.bytes().next().unwrap_or_default();
        byte.eq_ignore_ascii_case(&first) || !byte.is_ascii() || !first.is_ascii()
    };
    UNITS.iter().filter(|unit| fits(unit)).find_map(|unit| {
        unit.words.iter().filter(may_begin).find_map(|word| {
            let abbreviated = word.ends_with('.');
            let bare = word.trim_end_matches('.');
            let length = prefix(part, bare)?;
            let rest = slice(part, length..);
            let rest = match rest.strip_prefix('.') {
                Some(rest) => rest,
                // Nobody writes `f 5`.
                None if abbreviated && bare.len() < 3 => return None,
                None => rest,
            };
            // `Boxwood 3`, and `series` alone, do not begin with a unit.
            rest.starts_with([' ', ':', '"', '“', '#', '\u{a0}']).then_some(()).or_else(|| {
                (rest.starts_with(|c: char| c.is_ascii_digit()) && slice(part, ..length + 1).ends_with(['.']))
                    .then_some(())
            })?;
            Some((unit, rest))
        })
    })
}

/// How many bytes at the start of the text match this word, ignoring case.
fn prefix(text: &str, word: &str) -> Option<usize> {
    let mut length = 0;
    let mut characters = text.chars();
    for expected in word.chars() {
        let character = characters.next()?;
        // Nearly all letters are ASCII, and their case needs no table.
        let is_same = match character.is_ascii() {
            true => character.eq_ignore_ascii_case(&expected),
            false => character.to_lowercase().eq(expected.to_lowercase()),
        };
        if !is_same {
            return None;
        }
        length += character.len_utf8();
    }
    Some(length)
}

/// The number at the beginning: `36`, `7a`, `3-4`, `IV`, `B`, `72 D 415`, with `no.` or `#` before it.
pub(super) fn number<'t>(unit: &Unit, text: &'t str) -> Option<(&'t str, &'t str)> {
    let mut text = text;
    for sign in ["no.", "nos.", "nr.", "#", "№"] {
        if let Some(length) = prefix(text, sign) {
            text = slice(text, length..).trim_start();
            break;
        }
    }
    let end = text.find(|c: char| c.is_whitespace() || matches!(c, ':' | '"' | '“' | '(')).unwrap_or(text.len());
    let id = slice(text, ..end);
    let has_digit = id.contains(|c: char| c.is_ascii_digit());
    let is_roman = !id.is_empty() && id.bytes().all(|byte| b"IVXLC".contains(&byte));
    let is_letter = id.chars().count() == 1 && id.chars().all(|c| c.is_ascii_uppercase());
    let tidy = id.chars().all(|c| c.is_alphanumeric() || matches!(c, '.' | '-' | '–' | '/' | '_' | '+'));
    if !(has_digit || is_roman || is_letter) || !tidy || id.ends_with(['-', '–', '/']) {
        return None;
    }
    if unit.level == "lot" {
        // Department of State: `72 D 415`, with the year and the office.
        let mut rest = slice(text, end..).trim_start();
        for _ in 0..2 {
            let length = rest.find(char::is_whitespace).unwrap_or(rest.len());
            let next = slice(rest, ..length);
            let is_office = matches!(next, "D" | "F" | "M");
            let is_number = !next.is_empty() && next.bytes().all(|byte| byte.is_ascii_digit());
            if !is_office && !is_number {
                break;
            }
            rest = slice(rest, length..).trim_start();
        }
        let whole = slice(text, ..text.len() - rest.len()).trim_end();
        return Some((whole, rest));
    }
    Some((id, slice(text, end..)))
}
