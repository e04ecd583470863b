//! Maps the names of EAD 2002, EAD 3 and EAD 4 to common names.

use std::borrow::Cow;

/// The names that differ in EAD 4, in small letters. The other names differ only in their capitals.
#[rustfmt::skip]
const RENAMED: &[(&str, &str)] = &[
    ("identificationdata", "did"), ("descriptionofcomponents", "dsc"), ("agent", "origination"), ("languageofmaterial", "langmaterial"),
    ("subjectheadings", "controlaccess"), ("placename", "geogname"), ("accessconditions", "accessrestrict"),
    ("useconditions", "userestrict"), ("sourceofacquisition", "acqinfo"), ("otherdescription", "odd"),
    ("otherdescriptiveinfo", "odd"), ("publicationnote", "note"), ("descriptivenote", "note"), ("formsavailable", "altformavail"),
    ("formavailable", "dao"), ("component", "c"),
];

/// Elements that only group others.
#[rustfmt::skip]
const FRAMES: &[&str] = &[
    "did", "descgrp", "admininfo", "add", "controlaccess", "daogrp", "daoset", "physdescset", "archdescgrp", "agents", "places", "place",
    "functions",
];

/// The elements of a list, which may also contain subjects.
const LISTS: &[&str] = &["list", "item", "indexentry", "p"];

/// Elements with dates, which may also be in a title.
const DATES: &[&str] = &["unitdate", "unitdatestructured"];

/// The name of an element in EAD 2002 and EAD 3.
pub(super) fn name(name: &str) -> Cow<'_, str> {
    let small = match name.contains(|c: char| c.is_ascii_uppercase()) {
        true => Cow::Owned(name.to_ascii_lowercase()),
        false => Cow::Borrowed(name),
    };
    match RENAMED.iter().find(|(renamed, _)| *renamed == small) {
        Some((_, name)) => Cow::Borrowed(*name),
        None => small,
    }
}

/// The word in small letters, which most words have.
pub(super) fn small(word: &str) -> Cow<'_, str> {
    match word.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase()) {
        true => Cow::Borrowed(word),
        false => Cow::Owned(word.to_lowercase()),
    }
}

/// Whether an element is no more than a frame around others.
pub(super) fn is_frame(name: &str, in_subjects: bool) -> bool {
    FRAMES.contains(&name) || in_subjects && LISTS.contains(&name)
}

/// Whether the lists in this frame are lists of subjects.
pub(super) fn is_of_subjects(frame: &str) -> bool {
    frame == "controlaccess"
}

/// The number of a component: no number for `c`, 3 for `c03`. `None` if the element is not a component.
pub(super) fn component(name: &str) -> Option<Option<u8>> {
    if name == "c" {
        return Some(None);
    }
    let number = name.strip_prefix('c').filter(|digits| digits.len() == 2)?.parse::<u8>().ok()?;
    (1..=12).contains(&number).then_some(Some(number))
}

/// A field as it is looked up in the table.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Key {
    /// The length of the part of the field that is its element: `did/unittitle[2]` of `did/unittitle[2]/emph`.
    pub(super) element: usize,
    /// The names from the element on: `unittitle/emph`.
    pub(super) names: String,
}

/// The start and the end of the element in a field, without the groups around it.
pub(super) fn key(field: &str) -> Key {
    let mut key = Key { element: 0, names: String::new() };
    let (mut end, mut in_subjects) = (0, false);
    let mut steps = field.split('/').peekable();
    while let Some(step) = steps.next() {
        end += step.len() + usize::from(end > 0);
        let bare = step.split('[').next().unwrap_or_default();
        let step = name(bare);
        let next = steps.peek().map(|step| name(step.split('[').next().unwrap_or_default()));
        // EAD 4 has digital copies in an element that describes copies in the other versions.
        let is_frame = is_frame(&step, in_subjects) || step == "altformavail" && next.as_deref() == Some("dao");
        if key.names.is_empty() && is_frame && next.is_some() {
            in_subjects |= is_of_subjects(&step);
            continue;
        }
        if key.names == "unittitle" && DATES.contains(&&*step) {
            key.names.clear();
        }
        if key.names.is_empty() {
            key.element = end;
        } else {
            key.names.push('/');
        }
        key.names.push_str(&step);
    }
    key
}

/// Whether a field is this element or in it.
pub(super) fn is_in(field: &str, element: &str) -> bool {
    field.strip_prefix(element).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Whether a key matches the pattern of a row. An element matches with all texts in it, `//head` in any element.
/// Attributes are named.
pub(super) fn matches(pattern: &str, key: &str) -> bool {
    let (path, attribute) = match key.rsplit_once('@') {
        Some((path, attribute)) => (path.trim_end_matches('/'), Some(attribute)),
        None => (key, None),
    };
    let (pattern, wanted) = match pattern.rsplit_once('@') {
        Some((pattern, attribute)) => (pattern, Some(attribute)),
        None => (pattern, None),
    };
    let is_wanted = match (wanted, attribute) {
        (None, None) | (Some("*"), Some(_)) => true,
        (Some(wanted), Some(attribute)) => wanted.eq_ignore_ascii_case(attribute),
        _ => false,
    };
    if !is_wanted {
        return false;
    }
    if let Some(anywhere) = pattern.strip_prefix("//") {
        return anywhere.is_empty() || path.split('/').any(|step| step == anywhere);
    }
    match (pattern.strip_suffix("//"), pattern.strip_suffix('/')) {
        (Some(above), _) => is_in(path, above),
        (None, Some(element)) => path == element,
        (None, None) if wanted.is_some() => path.is_empty(),
        (None, None) => is_in(path, pattern),
    }
}

/// Whether an element is part of the running text: emphasis, a name.
pub(super) fn is_in_line(name: &str) -> bool {
    #[rustfmt::skip]
    const IN_LINE: &[&str] = &[
        "emph", "title", "persname", "corpname", "famname", "geogname", "name", "subject", "genreform", "occupation", "function", "date",
        "num", "ref", "extref", "archref", "bibref", "ptr", "extptr", "linkgrp", "expan", "abbr", "foreign", "quote", "edition", "extent",
        "language", "subarea", "footnote",
    ];
    IN_LINE.contains(&name)
}

pub(super) fn is_date(name: &str) -> bool {
    DATES.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_has_an_element_without_its_frames() {
        for (field, element, names) in [
            ("did/unittitle[2]/emph", "did/unittitle[2]", "unittitle/emph"),
            ("descgrp[2]/prefercite/p", "descgrp[2]/prefercite", "prefercite/p"),
            (
                "controlaccess/controlaccess[3]/list/item/persname[2]/part",
                "controlaccess/controlaccess[3]/list/item/persname[2]",
                "persname/part",
            ),
            ("did/unittitle/unitdate/@normal", "did/unittitle/unitdate", "unitdate/@normal"),
            ("identificationData/unitTitle", "identificationData/unitTitle", "unittitle"),
            ("did", "did", "did"),
            ("@level", "@level", "@level"),
            ("did/@id", "did/@id", "@id"),
        ] {
            assert_eq!(key(field), Key { element: element.len(), names: names.to_owned() }, "{field}");
        }
    }

    #[test]
    fn a_row_has_an_element_or_an_attribute() {
        for (pattern, key, is) in [
            ("unittitle", "unittitle/emph", true),
            ("unittitle", "unittitle", true),
            ("unittitle", "unittitle/@label", false),
            ("unittitle", "unittitles", false),
            ("//head", "scopecontent/head/emph", true),
            ("//head", "head", true),
            ("//head", "scopecontent/head/@id", false),
            ("@level", "@level", true),
            ("@level", "dao/@level", false),
            ("dao/@href", "dao/@href", true),
            ("dao/@href", "dao/daodesc/@href", false),
            ("unitdatestructured//@standarddate", "unitdatestructured/daterange/fromdate/@standardDate", true),
            ("//@*", "a/b/@c", true),
            ("//@*", "@c", true),
            ("//@*", "a/b", false),
        ] {
            assert_eq!(matches(pattern, key), is, "{pattern} {key}");
        }
    }

    #[test]
    fn a_component_has_a_number_or_none() {
        assert_eq!((component("c"), component("c01"), component("c12")), (Some(None), Some(Some(1)), Some(Some(12))));
        assert_eq!(
            (component("c13"), component("c1"), component("container"), component("c0x")),
            (None, None, None, None)
        );
    }
}
