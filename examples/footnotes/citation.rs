//! What stands between the brackets: `[see @id, fol. 12, on Korea; @id2]`.

use std::ops::Range;

use crate::chapter::Letter;

/// The citations between two brackets.
pub(crate) struct Group {
    /// From bracket to bracket.
    pub(crate) range: Range<usize>,
    /// The note of one's own in which it stands.
    pub(crate) within: Option<usize>,
    /// Words before the first.
    pub(crate) before: String,
    pub(crate) cited: Vec<Cited>,
    /// Whether it stands behind one space.
    pub(crate) spaced: bool,
    /// Whether the paragraph begins with it.
    pub(crate) starts: bool,
    /// The last of the paragraph before it, but for spaces.
    pub(crate) preceded: Option<char>,
    /// The paragraph behind it.
    pub(crate) follows: String,
}

/// A document, with the words behind it, up to the next.
pub(crate) struct Cited {
    /// Where its id stands.
    pub(crate) at: usize,
    pub(crate) id: String,
    pub(crate) locator: Option<String>,
    pub(crate) after: String,
}

/// What stands in these brackets, if it cites.
pub(crate) fn group(letters: &[Letter], brackets: Range<usize>, within: Option<usize>) -> Option<Group> {
    let inside = &letters[brackets.start + 1..brackets.end - 1];
    let keys = keys(inside);
    let first = keys.first()?;
    let mut cited = Vec::with_capacity(keys.len());
    for (index, key) in keys.iter().enumerate() {
        let end = keys.get(index + 1).map_or(inside.len(), |next| next.from);
        let rest = &inside[key.to..end];
        let (locator, behind) = locator(rest);
        let mut after = words(behind);
        if index + 1 == keys.len() {
            after.truncate(after.trim_end().len());
        }
        // `;see @id2`, `;@id2`
        if after.starts_with(';') && !after.starts_with("; ") {
            after.insert(1, ' ');
        } else if after.ends_with(';') && index + 1 < keys.len() {
            after.push(' ');
        }
        cited.push(Cited { at: inside[key.from].at, id: key.id.clone(), locator, after });
    }
    let before = letters[..brackets.start].last();
    let spaces = letters[..brackets.start].iter().rev().take_while(|it| it.is_text && it.c == ' ').count();
    let open = letters[brackets.start].at;
    Some(Group {
        range: open..letters[brackets.end - 1].at + 1,
        within,
        before: words(&inside[..first.from]).trim_start().to_owned(),
        cited,
        spaced: spaces == 1 && before.is_some_and(|it| it.at + 1 == open),
        starts: brackets.start == spaces,
        follows: words(&letters[brackets.end..]),
        preceded: letters[..brackets.start - spaces].last().map(|it| it.c),
    })
}

fn words(letters: &[Letter]) -> String {
    letters.iter().map(|letter| letter.c).collect()
}

/// `@id`, from and to where it stands.
struct Key {
    from: usize,
    to: usize,
    id: String,
}

/// The ids in brackets, and not in brackets within them.
fn keys(letters: &[Letter]) -> Vec<Key> {
    let (mut keys, mut open, mut at) = (Vec::new(), 0, 0);
    while let Some(letter) = letters.get(at) {
        let start = at;
        at += 1;
        match letter.c {
            '[' if letter.is_text => open += 1,
            ']' if letter.is_text => open -= 1,
            // An address has a name before it: `editor@example.org`.
            '@' if letter.is_text && open == 0 && (start == 0 || !letters[start - 1].c.is_alphanumeric()) => {
                let Some((id, length)) = id(&letters[at..]) else { continue };
                at += length;
                // `-@id`: without its author, which a note has all the same.
                let hides = start > 0 && letters[start - 1].c == '-' && (start == 1 || letters[start - 2].c == ' ');
                keys.push(Key { from: start - usize::from(hides), to: at, id });
            }
            _ => {}
        }
    }
    keys
}

/// The characters of an id; the last of them is none of its punctuation, unless it stands in braces.
fn id(letters: &[Letter]) -> Option<(String, usize)> {
    if letters.first().is_some_and(|it| it.c == '{') {
        let end = letters.iter().position(|it| it.c == '}')?;
        return Some((words(&letters[1..end]).trim().to_owned(), end + 1));
    }
    let known = |it: &&Letter| it.is_text && (it.c.is_alphanumeric() || "_:.+/-".contains(it.c));
    let all: String = letters.iter().take_while(known).map(|it| it.c).collect();
    let id = all.trim_end_matches([':', '.', '+', '/', '-']);
    let begins = id.starts_with(|c: char| c.is_alphanumeric() || c == '_');
    begins.then(|| (id.to_owned(), id.chars().count()))
}

/// In a date that is a locator.
const MONTHS: &[&str] = &[
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// What is counted in archives and books.
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
];

/// The place behind an id, and what stands behind that: `, fol. 12r, l. 3` of `, fol. 12r, l. 3, on Korea`.
fn locator(rest: &[Letter]) -> (Option<String>, &[Letter]) {
    let start = rest.iter().position(|it| it.c != ' ' && it.c != ',').unwrap_or(rest.len());
    if rest.get(start).is_some_and(|it| it.is_text && it.c == '{')
        && let Some(length) = rest[start..].iter().position(|it| it.is_text && it.c == '}')
    {
        return (Some(words(&rest[start + 1..start + length]).trim().to_owned()), &rest[start + length + 1..]);
    }
    let (mut end, mut labelled) = (start, false);
    for token in tokens(rest, start) {
        let word = words(&rest[token.clone()]);
        let bare = word.trim_end_matches([',', '.']);
        let is_label = LABELS.contains(&bare.to_lowercase().as_str());
        // In Roman figures only behind a label: `mix` is a word.
        let is_roman = labelled && !bare.is_empty() && bare.chars().all(|c| "ivxlcdmIVXLCDM–-".contains(c));
        let is_figure = bare.contains(|c: char| c.is_ascii_digit()) || is_roman;
        let joins = end > start && matches!(bare, "and" | "&" | "–" | "-");
        let side = end > start && matches!(bare, "ob" | "об" | "recto" | "verso" | "r" | "v" | "rev");
        let is_month = MONTHS.iter().any(|month| bare.len() >= 3 && month.starts_with(bare));
        if is_month {
            // `16 October 1917`, `October 16`: an entry of a diary.
            if end > start {
                end = token.start + word.trim_end_matches(',').chars().count();
            }
            labelled = true;
        } else if is_figure || side {
            // A comma behind it may be that of the words: a period is that of `ob.`.
            end = token.start + if side { word.trim_end_matches(',') } else { bare }.chars().count();
            labelled = true;
        } else if is_label {
            labelled = true;
        } else if !joins {
            break;
        }
    }
    // As pandoc has it.
    let found = words(&rest[start..end]).replace("--", "–");
    if found.is_empty() { (None, rest) } else { (Some(found), &rest[end..]) }
}

/// The words up to a semicolon, or to what is no word of the text.
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
