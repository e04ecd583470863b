//! Parses the sentences of credit at the end of a citation: `Obtained by A and translated by B and C.`

use super::super::draft::Draft;
use super::{languages, names};
use crate::labels::work;

/// Roles and the people who had them.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::input) struct Credit<'t> {
    pub(in crate::input) roles: Vec<&'static str>,
    /// The name of the original language.
    pub(in crate::input) from: Option<&'t str>,
    pub(in crate::input) project: Option<&'t str>,
    pub(in crate::input) by: Vec<&'t str>,
}

const ROLES: &[&str] =
    &["obtained", "donated", "contributed", "provided", "compiled", "translated", "edited", "transcribed", "annotated"];

fn role(word: &str) -> Option<&'static str> {
    let word = word.trim_matches([',', ';', '.']).to_lowercase();
    ROLES.iter().find(|role| **role == word).copied()
}

/// The text before the credits, and the credits. `None` if the last sentence is not a credit.
pub(in crate::input) fn split(text: &str) -> Option<(&str, Vec<Credit<'_>>)> {
    let text = text.trim();
    let (start, credits) = at_end(text)?;
    let before = text.get(..start)?.trim_end().trim_end_matches(['.', ';', ',']).trim_end();
    Some((before, credits))
}

/// The start of the credits in a text, and the credits.
pub(in crate::input) fn at_end(text: &str) -> Option<(usize, Vec<Credit<'_>>)> {
    // A sentence that begins with a role: at the start of the text, or after a period.
    let starts = ROLES.iter().flat_map(|role| {
        let mut capital = role.to_string();
        if let Some(first) = capital.get_mut(..1) {
            first.make_ascii_uppercase();
        }
        text.match_indices(&capital).map(|(at, _)| at).collect::<Vec<_>>()
    });
    let mut starts: Vec<usize> = starts
        .filter(|at| {
            text.get(..*at).is_some_and(|before| before.is_empty() || before.trim_end().ends_with(['.', ';', ',']))
        })
        .collect();
    starts.sort_unstable();
    starts.truncate(MAX_STARTS);
    starts.into_iter().find_map(|start| Some((start, read(text.get(start..)?)?)))
}

/// The most sentences that may be credits. A citation has two or three.
const MAX_STARTS: usize = 32;

/// The credits as one sentence, in the form of the Wilson Center's Digital Archive.
pub(in crate::input) fn written(credits: &[Credit<'_>]) -> String {
    let mut text = String::new();
    for credit in credits {
        text.push_str(match (text.is_empty(), credit.by.len()) {
            (true, _) => "",
            (_, 1) => " and ",
            (_, 2) => ", ",
            _ => "; ",
        });
        text.push_str(&listed(&credit.roles));
        for (word, detail) in [(" from ", credit.from), (" for ", credit.project)] {
            text.extend(detail.into_iter().flat_map(|detail| [word, detail]));
        }
        text.push_str(" by ");
        text.push_str(&listed(&credit.by));
    }
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text.push('.');
    text
}

/// `A`, `A and B`, `A, B, and C`
fn listed(items: &[&str]) -> String {
    match items {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [one, two] => format!("{one} and {two}"),
        [first @ .., last] => format!("{}, and {last}", first.join(", ")),
    }
}

/// The whole text as credits.
fn read(text: &str) -> Option<Vec<Credit<'_>>> {
    let mut credits: Vec<Credit<'_>> = Vec::new();
    let mut rest = text.trim().trim_end_matches('.');
    while !rest.is_empty() {
        let by = rest.find(" by ")?;
        let (head, behind) = (rest.get(..by)?, rest.get(by + 4..)?);
        let (head, project) = match head.split_once(" for ") {
            Some((head, project)) => (head, Some(project.trim())),
            None => (head, None),
        };
        let (head, from) = match head.split_once(" from ") {
            Some((head, language)) => (head, Some(language.trim())),
            None => (head, None),
        };
        let mut roles = Vec::new();
        for word in head.split_whitespace().filter(|word| *word != "and") {
            roles.push(role(word)?);
        }
        if roles.is_empty() || credits.len() > 8 {
            return None;
        }
        // The names end where the next role begins.
        let next = behind.match_indices(' ').map(|(at, _)| at + 1).find(|at| {
            behind.get(*at..).and_then(|rest| rest.split_whitespace().next()).is_some_and(|word| role(word).is_some())
        });
        let names = next.map_or(behind, |at| behind.get(..at).unwrap_or(behind));
        let names = names.trim_end().trim_end_matches(" and").trim_end_matches(['.', ';', ',', ' ']);
        let by = people(names);
        let are_names = by.iter().all(|name| {
            name.starts_with(char::is_uppercase)
                && name.len() < 80
                && !name.contains(|c: char| c.is_ascii_digit())
                && name.matches('(').count() == name.matches(')').count()
        });
        if by.is_empty() || !are_names {
            return None;
        }
        // Only a translation has a key for the language. There is one translation, and it comes last.
        let is_translation = roles == ["translated"] && next.is_none();
        if from.is_some_and(|from| !is_translation || languages::tags(from).is_none_or(|tags| tags.len() != 1)) {
            return None;
        }
        credits.push(Credit { roles, from, project, by });
        rest = next.and_then(|at| behind.get(at..)).unwrap_or_default();
    }
    Some(credits)
}

/// Whether a sentence begins like a credit.
pub(in crate::input) fn opens(sentence: &str) -> bool {
    let first = sentence.split(' ').next().unwrap_or_default();
    first.starts_with(char::is_uppercase)
        && role(first).is_some()
        && [work::BY, work::FOR].iter().any(|word| sentence.contains(word))
}

/// `Translated from Russian into English for CWIHP by A and B`: with more than a role and its names.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::input) struct Translation<'t> {
    from: Option<String>,
    into: Option<String>,
    project: Option<&'t str>,
    by: Vec<&'t str>,
}

/// A sentence that only names the translator.
pub(in crate::input) fn translation(sentence: &str) -> Option<Translation<'_>> {
    let rest = sentence.trim().trim_end_matches('.').strip_prefix(work::TRANSLATED)?;
    let (head, by) = rest.split_once(work::BY)?;
    let (head, project) = match head.split_once(work::FOR) {
        Some((head, project)) => (head, Some(project)),
        None => (head, None),
    };
    let (head, into) = match head.split_once(work::INTO) {
        Some((head, into)) => (head, Some(languages::tag(into)?)),
        None => (head, None),
    };
    let from = match head.strip_prefix(work::FROM) {
        Some(from) => Some(languages::tag(from)?),
        None => None,
    };
    if from.is_none() && !head.is_empty() || by.contains(work::BY) {
        return None;
    }
    Some(Translation { from, into, project, by: people(by) })
}

impl Translation<'_> {
    /// Puts it into a record without one.
    pub(in crate::input) fn put(&self, draft: &mut Draft<'_>, place: usize) {
        let words = [("from", self.from.as_deref()), ("into", self.into.as_deref()), ("for", self.project)];
        for (key, text) in words {
            text.into_iter().for_each(|text| draft.put(&format!("translation.{key}"), text, place));
        }
        for (index, name) in self.by.iter().enumerate() {
            names::read(name).put(draft, &format!("translation.by[{index}]"), place);
        }
    }
}

/// `A, B, and C`
fn people(names: &str) -> Vec<&str> {
    let parts = names.split(", ").flat_map(|part| part.split(" and "));
    let parts = parts.map(|name| name.trim().trim_start_matches("and ").trim());
    parts.filter(|name| !name.is_empty()).collect()
}

/// Appends the credits to those of the record.
pub(in crate::input) fn put(credits: &[Credit<'_>], draft: &mut Draft<'_>, place: usize) {
    for credit in credits {
        if let Some(tags) = credit.from.and_then(languages::tags) {
            for (key, text) in [("from", tags.first().map(String::as_str)), ("for", credit.project)] {
                text.iter().for_each(|text| draft.put(&format!("translation.{key}"), *text, place));
            }
            put_names(&credit.by, draft, "translation.by", place);
            continue;
        }
        let at = format!("contributions[{}]", draft.count("contributions"));
        for (index, role) in credit.roles.iter().enumerate() {
            draft.put(&format!("{at}.roles[{index}]"), *role, place);
        }
        put_names(&credit.by, draft, &format!("{at}.by"), place);
        if let Some(project) = credit.project {
            draft.put(&format!("{at}.for"), project, place);
        }
    }
}

fn put_names(names: &[&str], draft: &mut Draft<'_>, list: &str, place: usize) {
    for (index, name) in names.iter().enumerate() {
        names::read(name).put(draft, &format!("{list}[{index}]"), place);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn credits_are_written_as_they_were_read() {
        for text in [
            "Translated by Gary Goldberg.",
            "Contributed by Sergey Radchenko and translated by Gary Goldberg.",
            "Obtained by James Hershberg, translated by Eduardo Baudet and Tanya Harmer.",
            "Obtained by Béla Révész; translated and edited by Barnabás Vajd, Laura Deal, and Karl P. Benziger.",
            "Translated from German for CWIHP by Bernd Schaefer.",
        ] {
            assert_eq!(at_end(text).map(|(_, credits)| written(&credits)).as_deref(), Some(text));
        }
    }

    #[test]
    fn credits_end_a_citation() {
        let credit = |roles: &[&'static str], project, by: &[&'static str]| Credit {
            roles: roles.to_vec(),
            from: None,
            project,
            by: by.to_vec(),
        };
        for (text, before, credits) in [
            (
                "RGANI, f. 5, ll. 193-194. Translated by Gary Goldberg.",
                "RGANI, f. 5, ll. 193-194",
                vec![credit(&["translated"], None, &["Gary Goldberg"])],
            ),
            (
                "X. Contributed by Sergey Radchenko and translated by Gary Goldberg.",
                "X",
                vec![
                    credit(&["contributed"], None, &["Sergey Radchenko"]),
                    credit(&["translated"], None, &["Gary Goldberg"]),
                ],
            ),
            (
                "Obtained by Béla Révész; translated and edited by Barnabás Vajd, Laura Deal, and Karl P. Benziger.",
                "",
                vec![
                    credit(&["obtained"], None, &["Béla Révész"]),
                    credit(&["translated", "edited"], None, &["Barnabás Vajd", "Laura Deal", "Karl P. Benziger"]),
                ],
            ),
            (
                "MOL, 4. doboz. Obtained and translated for NKIDP by Balazs Szalontai",
                "MOL, 4. doboz",
                vec![credit(&["obtained", "translated"], Some("NKIDP"), &["Balazs Szalontai"])],
            ),
        ] {
            assert_eq!(split(text), Some((before, credits)), "{text}");
        }
        for text in [
            "RGANI, f. 5",
            "Edited volumes by many hands",
            "Wartime. Translated by Michael B. Petrovich. (New York: Harcourt, 1977), 385.",
        ] {
            assert_eq!(split(text), None, "{text}");
        }
    }
}
