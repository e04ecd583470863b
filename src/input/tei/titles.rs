//! The titles of a header, and which of them is the title of the letter.

use super::known::{Known, Outcome, element_of, is_attribute};
use super::letters::{EMPTY, is_unknown};
use crate::input::draft::{At, Draft};
use crate::input::shared::dates;

/// The titles of a header: of the letter, of the edition, and others.
pub(super) fn title(known: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at).to_owned();
    if is_attribute(&field) {
        return draft.not(at, "the type of the title");
    }
    let element = element_of(&field, "titleStmt/title").to_owned();
    let place = draft.place(at);
    known.settle(draft, at, &element, |known, draft| {
        let Some(text) = known.text(&element).map(str::to_owned) else { return Outcome::Not(EMPTY) };
        if draft.look(&format!("{element}/@type")).is_some_and(|kind| kind.contains("date")) {
            return Outcome::Not("the same date again");
        }
        let is_series = draft.look(&format!("{element}/@level")).is_some_and(|level| level == "s");
        if main_title(draft, known).as_ref() == Some(&element) {
            let is_letter = draft.get("kind") == Some("letter");
            let bare = if is_letter { of_letter(&text, known) } else { &text };
            if is_letter && repeats_names(bare, known) {
                return Outcome::Not("it repeats who wrote to whom, and when");
            }
            draft.put("title.text", bare, place);
            if is_letter {
                draft.put("title.form", "supplied", place);
            }
            return Outcome::Key("title.text".to_owned());
        }
        match is_series && draft.has("surrogates[0].url") && !draft.has("surrogates[0].archive") {
            true => {
                draft.put("surrogates[0].archive", text, place);
                Outcome::Key("surrogates[0].archive".to_owned())
            }
            false => Outcome::Note(if is_series { "Edition" } else { "Title" }, text),
        }
    });
}

/// The title of the letter itself: with the level of an article, or the main title, or the first.
fn main_title(draft: &Draft<'_>, known: &Known) -> Option<String> {
    let fields =
        |index: usize| if index < 2 { "titleStmt/title".to_owned() } else { format!("titleStmt/title[{index}]") };
    let titles: Vec<String> = (1..50).map(fields).take_while(|field| known.texts.contains_key(field)).collect();
    let has = |name: &str, value: &str| {
        titles
            .iter()
            .find(|field| draft.look(&format!("{field}/@{name}")) == Some(value) && known.text(field).is_some())
            .cloned()
    };
    let plain = || {
        let is_other = |field: &String| {
            draft.look(&format!("{field}/@level")) == Some("s")
                || draft
                    .look(&format!("{field}/@type"))
                    .is_some_and(|kind| kind.contains("date") || matches!(kind, "sub" | "series" | "short"))
        };
        let of_letter = |field: &&String| !is_other(field) && known.text(field).is_some();
        let in_capitals = |field: &String| known.text(field).is_some_and(|text| !text.contains(char::is_lowercase));
        let first = titles.iter().filter(of_letter).find(|field| !in_capitals(field));
        first.or_else(|| titles.iter().find(of_letter)).cloned()
    };
    has("level", "a").or_else(|| has("type", "main")).or_else(|| has("type", "complete")).or_else(plain)
}

/// The title of a letter without its date, the day of the week and the place before it.
fn of_letter<'t>(title: &'t str, known: &Known) -> &'t str {
    let bare = without_date(title, known.language.as_deref());
    if bare.len() == title.trim().len() {
        return bare;
    }
    let last = |bare: &'t str| bare.rsplit_once(", ").filter(|(before, _)| !before.is_empty());
    let bare = match last(bare) {
        Some((before, day)) if WEEKDAYS.contains(&day.to_lowercase().as_str()) => before,
        _ => bare,
    };
    match last(bare) {
        Some((before, place)) if is_unknown(place) || known.text("correspDesc/sent/placeName") == Some(place) => before,
        _ => bare,
    }
}

#[rustfmt::skip]
const WEEKDAYS: &[&str] = &[
    "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
];

/// Words between the names in a title of a letter.
#[rustfmt::skip]
const BETWEEN: &[&str] = &[
    "from", "to", "an", "von", "und", "and", "et", "à", "de", "du", "aan", "van", "letter", "brief", "lettre", "the",
];

/// Whether the title of a letter has only the names of its sender and recipient, which have fields of their own.
fn repeats_names(title: &str, known: &Known) -> bool {
    let of = |part: &str| -> Vec<&str> {
        let is_one = |field: &str| {
            let step = field.strip_prefix(part).and_then(|rest| rest.split('[').next());
            step.is_some_and(|step| matches!(step, "persName" | "orgName" | "name" | "rs" | "sender" | "recipient"))
        };
        known.texts.iter().filter(|(field, _)| is_one(field)).map(|(_, name)| name.as_str()).collect()
    };
    let (mut sent, received) = (of("correspDesc/sent/"), of("correspDesc/received/"));
    sent.extend(of("particDesc/"));
    if sent.is_empty() || sent.len() + received.len() < 2 {
        return false;
    }
    let sent: Vec<String> = sent.into_iter().chain(received).flat_map(words).collect();
    // `Henry Ambrose Oldfield` for `Oldfield, H. A.`
    let is_name = |word: &String| {
        sent.iter().any(|name| name == word || name.chars().count() == 1 && word.starts_with(name.as_str()))
    };
    let mut names = 0;
    let is_known = words(title).iter().all(|word| {
        names += usize::from(is_name(word));
        is_name(word) || BETWEEN.contains(&word.as_str())
    });
    is_known && names > 0
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// `A an B, 6. 7. 1891` without the date.
fn without_date<'t>(title: &'t str, language: Option<&str>) -> &'t str {
    let title = title.trim();
    let is_date = |text: &str| {
        // `30 March [188]9`
        let text = text.replace(['[', ']', '?'], "");
        let bare = text.trim_matches(['(', ')', ' ', '.']);
        let read = dates::read(bare, language);
        bare.contains(|c: char| c.is_ascii_digit()) && read.edtf.is_some() && read.display.is_none()
    };
    // `vom 8. Oktober 1928 [PS]`, `8. April 1802, Donnerstag`
    let whole = title.strip_suffix(']').and_then(|title| title.rsplit_once(" [")).map_or(title, |(before, _)| before);
    let day = title
        .rsplit_once(", ")
        .filter(|(_, last)| last.chars().all(char::is_alphabetic))
        .map_or(title, |(before, _)| before);
    for text in [title, whole, day] {
        for mark in [", ", " vom ", " du ", " of ", " dated ", " from ", ". "] {
            if let Some((before, _)) =
                text.rsplit_once(mark).filter(|(before, last)| !before.is_empty() && is_date(last))
            {
                return before.trim_end_matches([',', ' ']);
            }
        }
    }
    // `From A. Example [before 27 January 1863]`
    if let Some((before, inside)) = title.strip_suffix(']').and_then(|title| title.rsplit_once(" ["))
        && inside.split(|c: char| !c.is_ascii_digit()).any(|digits| digits.len() == 4)
        && inside.contains(' ')
    {
        return before.trim_end_matches([',', ' ']);
    }
    // `From A. Example 4 March 1878`, `To A. Example 10 May [1856]`
    for (at, _) in title.rmatch_indices(' ').skip(1).take(3) {
        let (before, date) = title.split_at(at);
        if is_date(date) && before.ends_with(char::is_alphabetic) {
            return before;
        }
    }
    title
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_cut_before_its_date() {
        for (title, bare) in [
            ("Joachim und Kafka an Schnitzler, 6. 7. 1891", "Joachim und Kafka an Schnitzler"),
            ("Hofmannsthal an Schnitzler, [13. 7. 1891]", "Hofmannsthal an Schnitzler"),
            ("Brief von Paul an Hannah Tillich vom 8. Oktober 1928 [PS]", "Brief von Paul an Hannah Tillich"),
            ("Von Emanuel an Jean Paul. Bayreuth, 8. April 1802, Donnerstag", "Von Emanuel an Jean Paul. Bayreuth"),
            ("Letter to Mary, dated 3 May 1850", "Letter to Mary"),
            ("Letter to Mary, 3 May 1850", "Letter to Mary"),
            ("Letter to Mary, 3 May [185]0", "Letter to Mary"),
            ("An die Freunde, 12 Stück", "An die Freunde, 12 Stück"),
            ("From A. Example 4 March 1878", "From A. Example"),
            ("To A. Example 10 May [1856]", "To A. Example"),
            ("To A. Example [before 27 January 1863]", "To A. Example"),
            ("1891", "1891"),
        ] {
            assert_eq!(without_date(title, Some("de")), bare, "{title}");
        }
    }
}
