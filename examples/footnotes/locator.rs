//! Parses the place within a document: `fol. 12r, l. 3`, `{any words}`, `16 October 1917`.

use std::ops::Range;

use prefercite::prose::EN_US;

use crate::letters::{Letter, words};

/// The labels of pages and other units in archives and books.
const LABELS: &[&str] = &[
    "p",
    "pp",
    "page",
    "pages",
    "fol",
    "fols",
    "folio",
    "folios",
    "f",
    "ff",
    "l",
    "ll",
    "leaf",
    "leaves",
    "list",
    "bl",
    "s",
    "image",
    "images",
    "frame",
    "frames",
    "no",
    "nos",
    "number",
    "doc",
    "docs",
    "document",
    "item",
    "vol",
    "vols",
    "volume",
    "bk",
    "book",
    "chap",
    "chaps",
    "ch",
    "chapter",
    "sec",
    "secs",
    "section",
    "§",
    "§§",
    "par",
    "para",
    "paras",
    "paragraph",
    "¶",
    "¶¶",
    "col",
    "cols",
    "column",
    "line",
    "lines",
    "n",
    "nn",
    "note",
    "notes",
    "fig",
    "figs",
    "figure",
    "pl",
    "plate",
    "app",
    "appendix",
    "art",
    "article",
    "pt",
    "part",
    "encl",
    "enclosure",
    "box",
    "folder",
    "file",
    "reel",
    "min",
    "с",
    "стр",
    "л",
    "лл",
    "д",
    "оп",
    "ф",
    "d",
    "delo",
    "op",
    "opis",
    "papka",
    "piece",
    "carton",
    "roll",
    "track",
    "tape",
    "m",
    "mm",
    "membrane",
    "membranes",
    "r",
    "v",
    "vv",
    "verse",
    "verses",
    "fos",
    "fo",
    "items",
    "documents",
    "boxes",
    "folders",
    "frs",
    "entry",
    "entries",
    "tab",
    "annex",
    "paragraphs",
    "sections",
    "minute",
    "minutes",
    "enclosures",
    "st",
    "bks",
    "pts",
    "parts",
    "chapters",
    "figs",
    "figures",
    "pls",
    "plates",
    "sig",
    "sigs",
    "loc",
];

/// The locator after an id, and the rest: `, fol. 12r, l. 3` in `, fol. 12r, l. 3, on Korea`.
pub(crate) fn locator(rest: &[Letter]) -> (Option<String>, &[Letter]) {
    let start = rest.iter().position(|it| it.c != ' ' && it.c != ',').unwrap_or(rest.len());
    if rest.get(start).is_some_and(|it| it.is_text && it.c == '{')
        && let Some(length) = rest[start..].iter().position(|it| it.is_text && it.c == '}')
    {
        let inside = words(&rest[start + 1..start + length]);
        return (Some(with_dashes(inside.trim())), &rest[start + length + 1..]);
    }
    let (mut end, mut labelled) = (start, false);
    for token in tokens(rest, start) {
        let word = words(&rest[token.clone()]);
        let bare = word.trim_end_matches([',', '.']);
        let is_label = LABELS.contains(&bare.to_lowercase().as_str());
        // Roman numerals only after a label, because `mix` is a word.
        let is_roman = labelled && !bare.is_empty() && bare.chars().all(|c| "ivxlcdmIVXLCDM–-".contains(c));
        let is_figure = bare.contains(|c: char| c.is_ascii_digit()) || is_roman;
        let joins = end > start && matches!(bare, "and" | "&" | "–" | "-");
        let side = end > start && matches!(bare, "ob" | "об" | "recto" | "verso" | "r" | "v" | "rev");
        let is_month = EN_US.months.iter().any(|month| bare.len() >= 3 && month.starts_with(bare));
        if is_month {
            // `16 October 1917`, `October 16`: an entry of a diary.
            if end > start {
                end = token.start + word.trim_end_matches(',').chars().count();
            }
            labelled = true;
        } else if is_figure || side {
            // A comma after it may belong to the following words. A period belongs to `ob.`.
            end = token.start + if side { word.trim_end_matches(',') } else { bare }.chars().count();
            labelled = true;
        } else if is_label {
            labelled = true;
        } else if !joins {
            break;
        }
    }
    let found = with_dashes(&words(&rest[start..end]));
    if found.is_empty() { (None, rest) } else { (Some(found), &rest[end..]) }
}

/// Replaces hyphens by dashes as pandoc does: `12--13`.
fn with_dashes(words: &str) -> String {
    words.replace("---", "—").replace("--", "–")
}

/// The text up to a semicolon, or to the first letter that is not text.
fn tokens(rest: &[Letter], start: usize) -> impl Iterator<Item = Range<usize>> {
    let end =
        rest[start..].iter().position(|it| !it.is_text || it.c == ';').map_or(rest.len(), |length| start + length);
    let mut at = start;
    std::iter::from_fn(move || {
        at += rest[at..end].iter().take_while(|it| it.c.is_whitespace()).count();
        let length = rest[at..end].iter().take_while(|it| !it.c.is_whitespace()).count();
        let token = at..at + length;
        at += length;
        (length > 0).then_some(token)
    })
}
