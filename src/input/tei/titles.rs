//! The titles of a header, and which of them is the title of the letter.

use super::known::{Known, Outcome, element_of, is_attribute};
use super::letters::EMPTY;
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
            let bare = if is_letter { without_date(&text, known.language.as_deref()) } else { &text };
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

/// `A an B, 6. 7. 1891` without the date.
fn without_date<'t>(title: &'t str, language: Option<&str>) -> &'t str {
    let title = title.trim();
    let is_date = |text: &str| {
        let bare = text.trim_matches(['[', ']', '?', '(', ')', ' ', '.']);
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
            ("An die Freunde, 12 Stück", "An die Freunde, 12 Stück"),
            ("1891", "1891"),
        ] {
            assert_eq!(without_date(title, Some("de")), bare, "{title}");
        }
    }
}
