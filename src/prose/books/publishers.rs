//! Short names of publishers, as in the MLA (RULES 13.17).

use crate::prose::sentence::Sentence;

/// The kind of publisher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Publisher {
    /// A press: `Oxford UP`, but `MIT Press`.
    Press,
    /// A university that gave a degree: `Northwestern U`.
    University,
}

/// Adds a publisher: `Oxford UP`, `U of Chicago P`, and no `Inc.`
pub(crate) fn push_short_publisher(s: &mut Sentence<'_>, name: &str, what: Publisher) {
    let words = &s.language().literature;
    let name = without_company_form(name, words.company_forms);
    let is_university = |word: &str| words.universities.contains(&word);
    let is_press = |word: &str| words.presses.contains(&word);
    let has = |is: &dyn Fn(&str) -> bool| name.split(' ').any(is);
    let shortens = has(&is_university) && (what == Publisher::University || has(&is_press));
    if !shortens {
        s.data(name);
        return;
    }
    let mut before = None;
    for word in name.split(' ') {
        let (university, press) = (is_university(word), is_press(word));
        // `UP`, but `U of Chicago P`.
        let joins = press && before.is_some_and(is_university);
        s.word(if before.is_none() || joins { "" } else { " " });
        match (university, press) {
            (true, _) => _ = s.word(words.university),
            (_, true) => _ = s.word(words.press),
            _ => _ = s.data(word),
        }
        before = Some(word);
    }
}

/// `Norton` from `Norton, Inc.`. `Little, Brown and Co.` keeps the words that `and` needs.
fn without_company_form<'n>(name: &'n str, forms: &[&str]) -> &'n str {
    let bare = forms.iter().find_map(|form| name.strip_suffix(form)).filter(|bare| bare.ends_with(' '));
    let bare = bare.map(|bare| bare.trim_end().trim_end_matches(',')).unwrap_or(name);
    let needs_it = bare.ends_with(['&', ' ']) || bare.ends_with(" and") || bare.is_empty();
    if needs_it { name } else { bare }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::EN_US;
    use crate::prose::sentence::plain;

    #[test]
    fn a_press_of_a_university_is_shortened() {
        for (name, printed) in [
            ("Oxford University Press", "Oxford UP"),
            ("University of Chicago Press", "U of Chicago P"),
            ("University Press of Kansas", "UP of Kansas"),
            ("Johns Hopkins University Press", "Johns Hopkins UP"),
            ("MIT Press", "MIT Press"),
            ("Clarendon Press", "Clarendon Press"),
            ("Oxford UP", "Oxford UP"),
            ("Yale University", "Yale University"),
            ("Workman Publishing Co.", "Workman Publishing"),
            ("About, Inc.", "About"),
            ("Little, Brown and Co.", "Little, Brown and Co."),
            ("Inc.", "Inc."),
        ] {
            assert_eq!(plain(&EN_US, |s| push_short_publisher(s, name, Publisher::Press)), printed);
        }
    }

    #[test]
    fn so_is_the_university_of_a_thesis() {
        for (name, printed) in [
            ("Northwestern University", "Northwestern U"),
            ("University of Chicago", "U of Chicago"),
            ("Northwestern U", "Northwestern U"),
            ("Technische Universität Wien", "Technische Universität Wien"),
        ] {
            assert_eq!(plain(&EN_US, |s| push_short_publisher(s, name, Publisher::University)), printed);
        }
    }
}
