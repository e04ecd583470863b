//! The persons and bodies that made a collection, and the repository.

use super::super::draft::{At, Draft};
use super::super::field::Field;
use super::super::fold::fold;
use super::super::shared::names::{self, Parts, Read};
use super::fields;
use super::known::{Known, said, texts, values};
use super::rules;

const ELEMENTS: &[&str] = &["persname", "corpname", "famname", "name"];

/// `<origination label="creator"><persname>Kennan, George F., 1904-2005</persname></origination>`
pub(super) fn origination(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let field = draft.field(at);
    let around = item.element(at);
    // The name in the element, or the whole text.
    let mut end = around.len();
    let step = field.get(end + 1..).and_then(|rest| rest.split('/').next()).unwrap_or_default();
    let element = fields::name(step.split('[').next().unwrap_or_default()).into_owned();
    let is_name = ELEMENTS.contains(&element.as_str());
    if is_name {
        end += 1 + step.len();
    } else if !step.is_empty() && !matches!(element.as_str(), "emph" | "title" | "part" | "label") {
        return draft.not(at, "next to the name");
    }
    let name_field = Field::from(field.get(..end).unwrap_or_default());
    let parts = texts(draft, at, &name_field);
    // `Creator:` before the name.
    let has_names = !is_name && ELEMENTS.iter().any(|name| draft.has_value(&format!("{around}/{name}")));
    if has_names {
        return draft.not(at, "next to the name");
    }
    let mut read = match element.as_str() {
        "corpname" | "famname" => names::body(rules::tidy(&joined(draft, &parts, ". "))),
        _ => person(draft, &parts),
    };
    without_full_form(&mut read);
    let collects = |word: &str| word.eq_ignore_ascii_case("col") || word.to_lowercase().contains("collector");
    let is_collector = ["role", "relator", "label"]
        .iter()
        .any(|attribute| said(draft, &name_field, attribute).or(said(draft, &around, attribute)).is_some_and(collects));
    if is_collector {
        read.why.get_or_insert("the collector was read as the creator".into());
    }
    // `<corpname>` and `<name>` of one body.
    let same = (0..draft.count("creators")).map(|index| format!("creators[{index}]"));
    let same = same.into_iter().find(|path| is_there(draft, path, &read.name));
    if let Some(path) = same {
        return parts.into_iter().for_each(|at| draft.key_of(at, &path));
    }
    let path = format!("creators[{}]", draft.count("creators"));
    read.put(draft, &path, draft.place(at));
    for at in parts {
        match &read.why {
            Some(why) => draft.guess_of(at, &path, why.clone()),
            None => draft.key_of(at, &path),
        }
    }
}

/// Whether this name is at this path.
fn is_there(draft: &Draft<'_>, path: &str, name: &Parts) -> bool {
    let has = |key: &str, text: &str| draft.get(&format!("{path}{key}")) == Some(text);
    match name {
        Parts::Short(text) => has("", text) || has(".body", text),
        Parts::Body(text) => has(".body", text) || has("", text),
        Parts::Person { family, given } => has(".family", family) && has(".given", given),
    }
}

fn joined(draft: &Draft<'_>, parts: &[At], between: &str) -> String {
    parts.iter().map(|at| fold(draft.text(*at))).collect::<Vec<_>>().join(between)
}

/// A person in one text, or in parts that are marked.
fn person(draft: &Draft<'_>, parts: &[At]) -> Read {
    let of = |words: &[&str]| {
        let is = |at: &&At| {
            let part = said(draft, &draft.field(**at).into(), "localtype");
            part.is_some_and(|part| words.contains(&part.to_lowercase().replace(['-', '_', ' '], "").as_str()))
        };
        parts.iter().find(is).map(|at| fold(draft.text(*at)))
    };
    let family = of(&["surname", "family", "familyname", "lastname"]);
    let given = of(&["givenname", "given", "forename", "firstname"]);
    match (family, given) {
        (Some(family), given) => {
            let given = given.unwrap_or_default();
            let mut read = names::person(&family, &given);
            if parts.len() > 1 + usize::from(!given.is_empty()) {
                read.why.get_or_insert("the years and titles after the name were left out".into());
            }
            read
        }
        _ => names::read(&joined(draft, parts, ", ")),
    }
}

/// `Lawrence, T. E. (Thomas Edward)`: without the full form, which catalogues add to distinguish people.
fn without_full_form(read: &mut Read) {
    if let Parts::Short(text) = &mut read.name
        && let Some((name, full)) = text.split_once(" (")
        && full.ends_with(')')
        && name.contains(',')
    {
        *text = name.to_owned();
        read.why.get_or_insert("the full form of the name in brackets was left out".into());
    }
}

const NAME: &str = "holdings[0].repository.name";
const DEPARTMENT: &str = "holdings[0].repository.department";
const PLACE: &str = "holdings[0].repository.place";

/// `<repository><corpname>Stanford University<subarea>Special Collections</subarea></corpname><address>…</address></repository>`
pub(super) fn repository(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let text = fold(draft.text(at));
    let text = rules::tidy(without_code(&text)).to_owned();
    let field = draft.field(at).to_lowercase();
    let element = item.element(at);
    let is_beside =
        draft.field(at) == &*element && ELEMENTS.iter().any(|name| draft.has_value(&format!("{element}/{name}")));
    let step =
        draft.field(at).get(element.len() + 1..).and_then(|rest| rest.split(['/', '[']).next()).unwrap_or_default();
    let step = fields::name(step);
    const PARTS: &[&str] = &["", "subarea", "part", "label", "emph", "title", "address"];
    if is_beside || !PARTS.contains(&&*step) && !ELEMENTS.contains(&&*step) {
        return draft.not(at, "next to the name of the archive");
    }
    if text.is_empty() {
        return draft.not(at, "a mark between names");
    }
    if field.contains("/address") {
        return match city(&text).filter(|_| !draft.has(PLACE)) {
            Some(city) => draft.guess(at, PLACE, city, "the city is from the address"),
            None => draft.not(at, "the address of the archive"),
        };
    }
    let path = if draft.has(NAME) || field.contains("/subarea") { DEPARTMENT } else { NAME };
    let text = match draft.get(path) {
        Some(before) => format!("{before}, {text}"),
        None => text,
    };
    draft.key_as(at, path, text);
}

/// `Northwest Architectural Archives. [naa]`: the program of the maker adds its code of the archive.
fn without_code(text: &str) -> &str {
    let code = text.strip_suffix(']').and_then(|text| text.rsplit_once(". ["));
    match code {
        Some((name, code)) if code.bytes().all(|byte| byte.is_ascii_lowercase()) => name,
        _ => text,
    }
}

/// `Poughkeepsie, NY 12601`: a line with a postal code of the United States.
fn city(line: &str) -> Option<String> {
    let (place, code) = line.rsplit_once(' ')?;
    let is_code = code.len() >= 5 && code.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let (city, state) = place.trim_end_matches(',').rsplit_once(' ')?;
    let is_state = state.len() == 2 && state.bytes().all(|byte| byte.is_ascii_uppercase());
    let city = city.trim_end_matches(',');
    let is_city = city.starts_with(char::is_uppercase) && !city.contains(|c: char| c.is_ascii_digit() || c == ',');
    (is_code && is_state && is_city).then(|| format!("{city}, {state}"))
}

/// `repositorycode="CSt" countrycode="US"`
pub(super) fn repository_code(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    const CODE: &str = "holdings[0].repository.code";
    let code = draft.owned(at);
    let element = item.element(at);
    let country = values(draft, at, &element).into_iter().find(|at| draft.field(*at).ends_with("/@countrycode"));
    if draft.has(CODE) {
        return draft.not(at, "there is already a code");
    }
    match (code.split_once('-'), country) {
        (Some((country, _)), _) if country.len() == 2 => draft.key(at, CODE),
        (_, Some(country)) => {
            let whole = format!("{}-{code}", draft.text(country).to_uppercase());
            draft.key_as(at, CODE, whole);
            draft.key_of(country, CODE);
        }
        _ => draft.not(at, "the code has no country"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_an_address_may_have_a_city() {
        for (line, place) in [
            ("Poughkeepsie, NY 12601", Some("Poughkeepsie, NY")),
            ("St. Louis MO 63130-4899", Some("St. Louis, MO")),
            ("557 Escondido Mall", None),
            ("Stanford 94305-6064", None),
            ("Green Library, Stanford, CA 94305", None),
            ("", None),
        ] {
            assert_eq!(city(line).as_deref(), place, "{line}");
        }
    }
}
