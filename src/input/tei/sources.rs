//! The source note of a document in a volume: `Source: Department of State, Central Files, 611.93/8–1355. Secret.`
//!
//! The first sentence is the location, the second is often the marking, and the rest is the history. Older volumes
//! have only the number of a file, `740.00119 FEAC/2–349: Telegram`.

use crate::input::draft::Draft;
use crate::input::shared::shelf;

/// The content of a source note.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Source<'t> {
    pub(super) repository: Option<&'t str>,
    /// The parts after the repository.
    pub(super) parts: Vec<Part<'t>>,
    pub(super) classification: Option<&'t str>,
    /// The kind of document after the number of its file.
    pub(super) called: Option<&'t str>,
    pub(super) rest: String,
}

#[derive(Debug, PartialEq, Eq)]
pub(super) enum Part<'t> {
    Reference(&'t str),
    /// A number of the agency.
    Job(&'t str),
    Levels(&'t str),
    Title(&'t str),
}

const MARKINGS: &[&str] = &[
    "secret",
    "top secret",
    "confidential",
    "unclassified",
    "restricted",
    "limited official use",
    "official use only",
    "for official use only",
    "no classification marking",
    "personal",
    "eyes only",
    "nodis",
    "exdis",
    "limdis",
    "sensitive",
    "priority",
    "immediate",
    "flash",
    "niact",
    "official–informal",
    "official-informal",
    "plain",
];

/// Abbreviations before a period that does not end a sentence.
const ABBREVIATIONS: &[&str] = &[
    "No", "Nos", "Vol", "vol", "Mr", "Mrs", "Ms", "Dr", "Gen", "Sen", "Col", "Lt", "Amb", "Jr", "St", "Dept", "pt",
    "ed",
];

/// Whether it is a classification marking.
pub(super) fn is_marking(text: &str) -> bool {
    let first = text.split([';', ',']).next().unwrap_or_default().trim().to_lowercase();
    MARKINGS.contains(&first.as_str())
}

/// Parses a note. `None` if it is not a source note.
pub(super) fn read(text: &str) -> Option<Source<'_>> {
    let text = text.trim();
    let behind = text.get(..7).filter(|start| start.eq_ignore_ascii_case("source:")).and_then(|_| text.get(7..));
    let Some(behind) = behind else { return number_alone(text) };
    let mut sentences = sentences(behind).into_iter().peekable();
    let place = sentences.next()?.trim_end_matches('.');
    // A book is no place in an archive.
    let is_printed = place.split(", ").skip(1).any(|part| part.starts_with("pp. ") || part.starts_with("p. "));
    if place.starts_with("Ibid") || is_printed {
        return None;
    }
    let mut source =
        Source { classification: sentences.next_if(|next| is_marking(next.trim_end_matches('.'))), ..location(place)? };
    source.classification = source.classification.map(|marking| marking.trim_end_matches('.'));
    source.rest = sentences.collect::<Vec<_>>().join(" ");
    Some(source)
}

/// `740.00119 P.W./5–1749: Telegram`, `File No. 861.51/283`, `Truman Library, PSF–Subject File`.
fn number_alone(text: &str) -> Option<Source<'_>> {
    let text = text.trim_end_matches('.');
    if text.starts_with(['[', '(']) || text.len() > 200 {
        return None;
    }
    let (place, called) = match text.rsplit_once(": ") {
        Some((place, called)) if called.chars().all(|c| c.is_alphabetic() || c == ' ') => (place, Some(called)),
        _ => (text, None),
    };
    let place = place.trim_start_matches("File No. ").trim_start_matches("File ").trim();
    if is_number(place) {
        return Some(Source { parts: vec![Part::Reference(place)], called, ..Source::default() });
    }
    let source = location(place)?;
    let is_place =
        source.repository.is_some_and(is_keeper) || source.parts.iter().any(|part| !matches!(part, Part::Title(_)));
    is_place.then_some(Source { called, ..source })
}

/// A file of a central registry: `611.93/8–1355`, `303/3-1761`.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(['.', '/']) && text.len() < 60
}

fn is_keeper(text: &str) -> bool {
    ["Library", "Department", "Archives", "Agency", "Records", "Center", "University", "Office", "Ministry"]
        .iter()
        .any(|word| text.contains(word))
}

fn location(text: &str) -> Option<Source<'_>> {
    let mut segments = segments(text).into_iter();
    let first = segments.next().filter(|first| first.len() < 120)?;
    let mut source = Source::default();
    match first.starts_with(|c: char| c.is_uppercase()) && shelf::levels(first).is_none() && !is_number(first) {
        true => source.repository = Some(first),
        false => source.parts.push(part(first)),
    }
    for segment in segments {
        // `Conference Files: Lot 60 D 627`
        match segment.split_once(": ").filter(|(_, lot)| shelf::levels(lot).is_some()) {
            Some((files, lot)) => source.parts.extend([Part::Title(files), Part::Levels(lot)]),
            None => source.parts.push(part(segment)),
        }
        if source.parts.len() > 24 {
            return None;
        }
    }
    Some(source)
}

/// The parts between commas. A year alone belongs to the part before it: `Chronological, Jan.–Dec., 1955`.
fn segments(text: &str) -> Vec<&str> {
    let (mut segments, mut start) = (Vec::new(), 0);
    let ends = text.match_indices(", ").map(|(at, _)| at).chain([text.len()]);
    for at in ends {
        let behind = text.get(at + 2..).unwrap_or_default();
        let next = behind.split(", ").next().unwrap_or_default().trim();
        let is_year = next.len() == 4 && next.bytes().all(|byte| byte.is_ascii_digit());
        if !is_year || segments.is_empty() {
            segments.push(text.get(start..at).unwrap_or_default().trim());
            start = at + 2;
        }
    }
    segments.retain(|segment| !segment.is_empty());
    segments
}

fn part(segment: &str) -> Part<'_> {
    match segment.strip_prefix("Job ").filter(|number| number.starts_with(|c: char| c.is_ascii_digit())) {
        Some(number) => Part::Job(number),
        None if is_number(segment) => Part::Reference(segment),
        None if shelf::levels(segment).is_some() => Part::Levels(segment),
        None => Part::Title(segment),
    }
}

impl Source<'_> {
    /// Puts the holding. A number alone belongs to the files of the department itself.
    pub(super) fn put(&self, draft: &mut Draft<'_>, place: usize) {
        draft.put("holdings[0].repository.name", self.repository.unwrap_or("Department of State"), place);
        for part in &self.parts {
            let level = format!("holdings[0].path[{}]", draft.count("holdings[0].path"));
            match part {
                Part::Reference(number) if !draft.has("holdings[0].reference") => {
                    draft.put("holdings[0].reference", *number, place);
                }
                Part::Job(number) => {
                    draft.put(&format!("{level}.level"), "job", place);
                    draft.put(&format!("{level}.id"), *number, place);
                }
                Part::Levels(text) => {
                    if let Some(shelf) = shelf::levels(text) {
                        shelf.put(draft, place);
                    }
                }
                Part::Title(title) | Part::Reference(title) => draft.put(&format!("{level}.title"), *title, place),
            }
        }
    }
}

/// The sentences of a text.
fn sentences(text: &str) -> Vec<&str> {
    let (mut sentences, mut start) = (Vec::new(), 0);
    for (at, _) in text.match_indices(". ") {
        let before = text.get(start..at).unwrap_or_default();
        let word = before.rsplit([' ', '(', ',']).next().unwrap_or_default();
        let is_initial = word.chars().count() <= 2 && word.chars().all(char::is_alphabetic)
            || word.contains('.') && !is_number(word);
        let next = text.get(at + 2..).unwrap_or_default().trim_start();
        let begins = next.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '[' | '“' | '"'));
        if begins && !is_initial && !ABBREVIATIONS.contains(&word) {
            sentences.push(text.get(start..=at).unwrap_or_default().trim());
            start = at + 2;
        }
    }
    sentences.push(text.get(start..).unwrap_or_default().trim());
    sentences.retain(|sentence| !sentence.is_empty());
    sentences
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_says_where_a_document_is() {
        for (text, shown) in [
            (
                "Source: Central Intelligence Agency, Job 79–01025A, Box 7, Folder 1. Secret; Priority.",
                "Central Intelligence Agency | job 79–01025A | Box 7 | Folder 1 | (Secret; Priority) ",
            ),
            (
                "Source: Department of State, Central Files, 611.93/8–1355. Secret. Drafted by Dulles; cleared by U.S. Mission.",
                "Department of State | Central Files | =611.93/8–1355 | (Secret) Drafted by Dulles; cleared by U.S. Mission.",
            ),
            (
                "Source: Department of State, Conference Files: Lot 60 D 627, CF 200. No classification marking. Drafted by Bohlen.",
                "Department of State | Conference Files | Lot 60 D 627 | CF 200 | (No classification marking) Drafted by Bohlen.",
            ),
            (
                "Source: National Archives, RG 59, Central Files 1967-69, POL 27 ARAB-ISR. Unclassified.",
                "National Archives | RG 59 | Central Files 1967-69 | POL 27 ARAB-ISR | (Unclassified) ",
            ),
            (
                "Source: Kennedy Library, National Security Files, Countries Series, China Subjects. Personal. The source text bears a note.",
                "Kennedy Library | National Security Files | Countries Series | China Subjects | (Personal) The source text bears a note.",
            ),
            ("740.00119 P.W./5–1749: Telegram", "- | =740.00119 P.W./5–1749 | : Telegram "),
            ("File No. 861.51/283", "- | =861.51/283 | "),
            ("Truman Library, PSF–Subject File", "Truman Library | PSF–Subject File | "),
            ("S/S–NSC Files, lot 63 D 351, NSC 48 Series", "S/S–NSC Files | lot 63 D 351 | NSC 48 Series | "),
            ("[Extracts.]", "none"),
            (
                "Source: Department of State, PPS Files: Lot 66 D 70, Chronological, Jan.–Dec, 1955. Confidential.",
                "Department of State | PPS Files | Lot 66 D 70 | Chronological | Jan.–Dec, 1955 | (Confidential) ",
            ),
            ("Source: Public Papers of the Presidents: Nixon, 1970, pp. 116-190. It was sent to Congress.", "none"),
            ("Source: Ibid., Box 3.", "none"),
            ("sent to the embassy by pouch", "none"),
        ] {
            let found = read(text).map_or("none".to_owned(), |source| {
                let mut shown = format!("{} | ", source.repository.unwrap_or("-"));
                for part in &source.parts {
                    shown += &match part {
                        Part::Reference(number) => format!("={number} | "),
                        Part::Job(number) => format!("job {number} | "),
                        Part::Levels(text) | Part::Title(text) => format!("{text} | "),
                    };
                }
                shown += &source.called.map(|called| format!(": {called} ")).unwrap_or_default();
                shown += &source.classification.map(|marking| format!("({marking}) ")).unwrap_or_default();
                shown + &source.rest
            });
            assert_eq!(found, shown, "{text}");
        }
    }
}
