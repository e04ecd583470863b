//! Splits a shelf mark into levels: completely or not at all.
//!
//! `Box 36, Folder 7` and `f. 5, op. 49, d. 131, ll. 1-2` are levels in words that archives define. `FO 371/83313`
//! is a call number, and stays one text. A shelf mark that is half levels and half text would be printed wrongly.

use std::borrow::Cow;

mod units;

use super::super::draft::{At, Draft};
use units::{LEAVES, SOVIET, Unit, number, word};

/// A shelf mark whose parts are all known.
#[derive(Debug, Default, PartialEq, Eq)]
pub(in crate::input) struct Shelf<'t> {
    /// The levels, broadest first.
    pub(in crate::input) levels: Vec<Level<'t>>,
    /// The unit, if it does not follow from the levels, and the range.
    pub(in crate::input) leaves: Option<(Option<&'static str>, &'t str)>,
}

#[derive(Debug, PartialEq, Eq)]
pub(in crate::input) struct Level<'t> {
    /// The word of the record format, or the archive's own. `None` for a collection with a title.
    pub(in crate::input) level: Option<Cow<'static, str>>,
    pub(in crate::input) id: Option<Cow<'t, str>>,
    pub(in crate::input) title: Option<&'t str>,
}

/// The levels of a shelf mark, if every part is a known word with its number.
pub(in crate::input) fn levels(text: &str) -> Option<Shelf<'_>> {
    let text = text.trim().trim_end_matches(['.', ',', ';']);
    let mut found: Vec<(&Unit, Option<&str>, Option<&str>)> = Vec::new();
    let soviet = is_soviet(text);
    for part in parts(text) {
        read_part(part.trim(), soviet, &mut found)?;
        if found.len() > 12 {
            return None;
        }
    }
    arrange(found)
}

/// The same with the title of a collection: `Kennan Papers, Box 3`, `box 3, folder 2, Kennan Papers`. The title is
/// recognized only by its last word.
pub(in crate::input) fn levels_of_collection(text: &str) -> Option<Shelf<'_>> {
    let text = text.trim();
    let before = text.split_once([',', ';']).filter(|(title, _)| names_a_collection(title));
    let behind = || {
        text.rsplit_once([',', ';']).map(|(rest, title)| (title, rest)).filter(|(title, _)| names_a_collection(title))
    };
    let (title, rest) = before.or_else(behind)?;
    let mut shelf = levels(rest)?;
    shelf.levels.insert(0, Level { level: Some("collection".into()), id: None, title: Some(title.trim()) });
    Some(shelf)
}

/// Whether a title ends like the name of a collection.
pub(in crate::input) fn names_a_collection(title: &str) -> bool {
    #[rustfmt::skip]
    const LAST: &[&str] = &["papers", "collection", "records", "fonds", "archive", "nachlass", "manuscripts", "mss", "archives"];
    let title = title.trim();
    let last = title.rsplit(' ').next().unwrap_or_default();
    title.contains(' ') && LAST.iter().any(|known| known.eq_ignore_ascii_case(last))
}

/// The parts between commas and semicolons, except within quotation marks.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let mut quoted = false;
    text.split(move |character| {
        match character {
            '"' => quoted = !quoted,
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        !quoted && matches!(character, ',' | ';')
    })
}

/// Whether it has an opis. Without one `f.` is a folio, and `d.` and `l.` are unknown.
fn is_soviet(text: &str) -> bool {
    parts(text).any(|part| {
        let part = part.trim().to_lowercase();
        ["op.", "opis", "оп.", "опись"].iter().any(|word| part.starts_with(word))
    })
}

/// `Box 36`, `Box 36 Folder 7`, `Folder 7: Korea`, `Folder "Korea"`.
fn read_part<'t>(
    part: &'t str,
    soviet: bool,
    found: &mut Vec<(&'static Unit, Option<&'t str>, Option<&'t str>)>,
) -> Option<()> {
    let (unit, rest) = word(part, soviet)?;
    let rest = rest.trim_start();
    if let Some(title) = quoted(rest).or_else(|| rest.strip_prefix(':').map(str::trim)) {
        let is_level = unit.rank < LEAVES && !title.is_empty() && !title.contains(['"', '“', '”']);
        is_level.then(|| found.push((unit, None, Some(title))))?;
        return Some(());
    }
    let (id, rest) = number(unit, rest)?;
    let rest = rest.trim_start();
    if rest.is_empty() {
        found.push((unit, Some(id), None));
        return Some(());
    }
    if let Some(title) = rest.strip_prefix(':').map(str::trim).or_else(|| quoted(rest)) {
        // `Box 3: Folder 2`
        if word(title, soviet).is_some_and(|(_, rest)| rest.trim_start().starts_with(|c: char| c.is_ascii_digit())) {
            found.push((unit, Some(id), None));
            return read_part(title, soviet, found);
        }
        let title = quoted(title).unwrap_or(title);
        (unit.rank < LEAVES && !title.is_empty() && !title.contains('"'))
            .then(|| found.push((unit, Some(id), Some(title))))?;
        return Some(());
    }
    found.push((unit, Some(id), None));
    let next = rest.trim_start_matches(['/', '-', '–', '—', ' ']);
    if found.len() > 12 { None } else { read_part(next, soviet, found) }
}

/// The title in quotation marks, if it is the whole text.
fn quoted(text: &str) -> Option<&str> {
    let inside = text.strip_prefix(['"', '“'])?.strip_suffix(['"', '”'])?;
    (!inside.is_empty()).then_some(inside.trim())
}

/// Sorts the levels from broad to narrow, if they are in this order or in the reverse order.
fn arrange<'t>(mut found: Vec<(&'static Unit, Option<&'t str>, Option<&'t str>)>) -> Option<Shelf<'t>> {
    let leaves = match found.last() {
        Some((unit, Some(range), None)) if unit.rank == LEAVES => Some((unit.level, *range)),
        _ => None,
    };
    if leaves.is_some() {
        found.pop();
    }
    let ranks: Vec<u8> = found.iter().map(|(unit, ..)| unit.rank).collect();
    let rises = ranks.windows(2).all(|pair| matches!(pair, [one, other] if one < other));
    let falls = ranks.windows(2).all(|pair| matches!(pair, [one, other] if one > other));
    let is_soviet = ranks.iter().any(|rank| (SOVIET..LEAVES).contains(rank));
    // The folder may come before or after the document; a papka may follow its delo.
    let stands =
        rises || (falls && ranks.len() > 1 && !is_soviet) || (is_soviet && papka_behind(&found, leaves.is_some()));
    if found.is_empty() || !stands || ranks.contains(&LEAVES) {
        return None;
    }
    if falls && ranks.len() > 1 {
        found.reverse();
    }
    let unit = leaves.map(|(unit, range)| {
        // A fond or a roll decides the unit; `p.` is the default.
        let follows = matches!((unit, is_soviet), ("list", true) | ("page", false))
            || (unit == "frame" && found.iter().any(|(unit, ..)| unit.level == "roll"));
        ((!follows).then_some(unit), range)
    });
    let levels = found.into_iter().map(|(unit, id, title)| Level {
        level: Some(unit.level.into()),
        id: id.map(Cow::Borrowed),
        title,
    });
    Some(Shelf { levels: levels.collect(), leaves: unit })
}

/// `f. 0100, op. 43, d. 11, p. 302, ll. 1-5`: before leaves, `p.` cannot be a page.
fn papka_behind(found: &[(&'static Unit, Option<&str>, Option<&str>)], has_leaves: bool) -> bool {
    let levels: Vec<&str> = found.iter().map(|(unit, ..)| unit.level).collect();
    has_leaves && matches!(levels.as_slice(), ["fond", "opis", "delo", "papka"])
}

impl Shelf<'_> {
    /// Appends the levels to the path of the first holding, and puts the leaves. Sets no fate.
    pub(in crate::input) fn put(&self, draft: &mut Draft<'_>, place: usize) {
        for level in &self.levels {
            let at = format!("holdings[0].path[{}]", draft.count("holdings[0].path"));
            for (key, text) in [("level", level.level.as_deref()), ("id", level.id.as_deref()), ("title", level.title)]
            {
                if let Some(text) = text {
                    draft.put(&format!("{at}.{key}"), text, place);
                }
            }
        }
        if let Some((unit, range)) = &self.leaves {
            match unit {
                Some(unit) => {
                    draft.put("holdings[0].leaves.unit", *unit, place);
                    draft.put("holdings[0].leaves.range", *range, place);
                }
                None => draft.put("holdings[0].leaves", *range, place),
            }
        }
    }
}

/// A shelf mark that may have levels; otherwise it is the reference. If there is a reference already, the text goes
/// into the note.
pub(in crate::input) fn put_mark(draft: &mut Draft<'_>, at: At) {
    let text = draft.owned(at);
    put_mark_as(draft, at, &text);
}

/// The same for a part of the value. The rest is elsewhere.
pub(in crate::input) fn put_mark_as(draft: &mut Draft<'_>, at: At, text: &str) {
    let place = draft.place(at);
    if let Some(shelf) = levels(text) {
        shelf.put(draft, place);
        return draft.key_of(at, "holdings[0].path");
    }
    if let Some(shelf) = levels_of_collection(text).filter(|_| draft.count("holdings[0].path") == 0) {
        shelf.put(draft, place);
        return draft.guess_of(at, "holdings[0].path", "its first part was read as the name of the collection");
    }
    match draft.get("holdings[0].reference") {
        None => draft.key_as(at, "holdings[0].reference", text),
        Some(known) if known == text => draft.key_of(at, "holdings[0].reference"),
        Some(_) => draft.note(at, "Shelf mark"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Option<String> {
        let shelf = levels(text)?;
        let level = |level: &Level<'_>| {
            let parts = [level.level.as_deref(), level.id.as_deref(), level.title];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        };
        let mut parts: Vec<String> = shelf.levels.iter().map(level).collect();
        parts.extend(shelf.leaves.map(|(unit, range)| format!("{}={range}", unit.unwrap_or("leaves"))));
        Some(parts.join(" > "))
    }

    #[test]
    fn a_collection_is_named_before_its_boxes_or_behind_them() {
        for text in
            ["Kennan Papers, Box 3, Folder 2", "folder 2, box 3, Kennan Papers", "box 3, folder 2, Kennan Papers"]
        {
            let shelf = levels_of_collection(text).unwrap();
            let shown: Vec<_> = shelf.levels.iter().map(|level| (level.title, level.id.as_deref())).collect();
            assert_eq!(shown, [(Some("Kennan Papers"), None), (None, Some("3")), (None, Some("2"))], "{text}");
        }
    }

    #[test]
    fn a_shelf_mark_is_split_whole_or_not_at_all() {
        for (text, levels) in [
            ("Box 36, Folder 7", Some("box 36 > folder 7")),
            ("box 1, folder 2", Some("box 1 > folder 2")),
            ("Folder 7, Box 36", Some("box 36 > folder 7")),
            ("Box 36 Folder 7", Some("box 36 > folder 7")),
            ("Box 36; Folder 7.", Some("box 36 > folder 7")),
            ("Box 3: Folder 2", Some("box 3 > folder 2")),
            ("Box No. 3, Folder #12", Some("box 3 > folder 12")),
            ("Series IV, Box B, Folder \"Korea, 1950\"", Some("series IV > box B > folder Korea, 1950")),
            ("Box 3, Folder 7: Korea", Some("box 3 > folder 7 Korea")),
            ("RG 59, Lot 72 D 415", Some("record-group 59 > lot 72 D 415")),
            ("RG 59, Lot File 64 D 199, Box 4", Some("record-group 59 > lot 64 D 199 > box 4")),
            ("Reel 12, frames 33-35", Some("roll 12 > leaves=33-35")),
            ("Box 3, fols. 12r-13v", Some("box 3 > folio=12r-13v")),
            ("f. 5, op. 49, d. 131, ll. 1-2", Some("fond 5 > opis 49 > delo 131 > leaves=1-2")),
            ("Fond 5, Opis 49, Delo 131, List 210", Some("fond 5 > opis 49 > delo 131 > leaves=210")),
            (
                "ф. 0100, оп. 46, п. 374, д. 121, лл. 1-5",
                Some("fond 0100 > opis 46 > papka 374 > delo 121 > leaves=1-5"),
            ),
            ("f. 0100, op. 43, d. 11, p. 302, ll. 1-5", Some("fond 0100 > opis 43 > delo 11 > papka 302 > leaves=1-5")),
            ("dossier 5", Some("dossier 5")),
            // Half of it is unknown, or all of it.
            ("FO 371/83313", None),
            ("f. 5, op. 49, d. 131, p. 12", None), // a page or a papka?
            ("RG 59, Central Files 1960-63, 611.00/1-1562", None),
            ("Box 36, the blue one", None),
            ("Box", None),
            ("d. 5", None),
            ("114 Z 1 248", None),
            ("Box 1, Box 2", None),
            ("Folder 3, Series 1, Box 2", None),
            ("pp. 3-4", None),
            ("2. Brand- og bygningsvæsen. Byudviklingsudvalget. Arkiv nr. 27-2", None),
            ("Boxwood 3", None),
            ("", None),
        ] {
            assert_eq!(shown(text).as_deref(), levels, "{text}");
        }
    }
}
