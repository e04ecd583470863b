//! Variants of a style, one for each question. What the processor does not offer as an option is written into the style.

use std::collections::HashSet;

use hayagriva::citationberg::taxonomy::{NumberOrPageVariable, NumberVariable, OtherTerm, StandardVariable, Term};
use hayagriva::citationberg::{
    Choose, Date, DatePartName, IndependentStyle, InheritableNameOptions, Layout, LayoutRenderingElement as Element,
    Locale, Name, NameForm, Names, NamesChild, Text, TextTarget,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::disguise::{CLOSE, ET_AL, LETTER, NO_DATE, OPEN};

/// Which sheet of a style is needed for a rendering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) struct Asked {
    pub(super) part: Part,
    /// Marks the place of the letter after a year.
    pub(super) lettered: bool,
    /// Takes the branches for documents that are still ambiguous: `disambiguate="true"`.
    pub(super) ambiguous: bool,
    pub(super) names: Shown,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Part {
    Entry,
    Citation,
}

/// Which names a citation prints, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Shown {
    AsStyled,
    /// As many as an entry of the bibliography.
    AsListed,
    /// At least the first ones, before "et al."
    First(u32),
    /// All of them with given names, or with initials if the style has initials.
    Long,
    /// All of them, with given names in full.
    Full,
}

impl Asked {
    pub(super) const fn of(part: Part) -> Self {
        Asked { part, lettered: false, ambiguous: false, names: Shown::AsStyled }
    }
}

/// Removes what the processor would do across documents, and repairs what it cannot read.
pub(super) fn mend(style: &mut IndependentStyle) {
    (style.citation.sort, style.citation.collapse) = (None, None);
    if let Some(list) = &mut style.bibliography {
        (list.sort, list.subsequent_author_substitute) = (None, None);
    }
    style.locale.iter_mut().for_each(mark_terms);
    each(style, &mut |element| {
        if let Element::Names(names) = element {
            name_names(names);
        }
    });
}

/// CSL allows `cs:names` without `cs:name`. But if it has another child, hayagriva 0.10.1 prints no names (its pull request 520).
fn name_names(names: &mut Names) {
    if names.name().is_none() && !names.children.is_empty() {
        names.children.insert(0, NamesChild::Name(Name::default()));
    }
}

pub(super) fn made(style: &IndependentStyle, asked: Asked) -> IndependentStyle {
    let mut sheet = style.clone();
    match asked.part {
        // The processor renders both for an entry, and the citation is not needed.
        Part::Entry => sheet.citation.layout = Layout::new(Vec::new(), Default::default(), None, None),
        Part::Citation => sheet.bibliography = None,
    }
    prune(&mut sheet);
    if asked.lettered {
        letter(&mut sheet);
    }
    if asked.ambiguous {
        each_choose(&mut sheet, &mut |choose| {
            for branch in std::iter::once(&mut choose.if_).chain(&mut choose.else_if) {
                // The processor, which gets one document at a time, never disambiguates.
                branch.disambiguate = branch.disambiguate.map(|wanted| !wanted);
            }
        });
    }
    match asked.names {
        Shown::AsStyled => {}
        Shown::AsListed => {
            let listed = style.bibliography.as_ref().map(|list| list.name_options.clone()).unwrap_or_default();
            each_options(&mut sheet, &|options| {
                (options.et_al_min, options.et_al_use_first) = (listed.et_al_min, listed.et_al_use_first);
            });
        }
        Shown::First(count) => each_options(&mut sheet, &|options| {
            let more = |shown: Option<u32>| shown.map(|shown| shown.max(count));
            options.et_al_use_first = more(options.et_al_use_first);
            options.et_al_subsequent_use_first = more(options.et_al_subsequent_use_first);
        }),
        Shown::Long | Shown::Full => {
            each_options(&mut sheet, &|options| {
                (options.et_al_min, options.et_al_subsequent_min) = (None, None);
                options.name_form = options.name_form.map(lengthened);
                if asked.names == Shown::Full {
                    options.initialize = Some(false);
                }
            });
            each_name(&mut sheet, &mut |name| name.form = name.form.map(lengthened));
        }
    }
    sheet
}

fn lengthened(form: NameForm) -> NameForm {
    if form == NameForm::Short { NameForm::Long } else { form }
}

/// Marks the place where the style prints the letter, or the place after the year if the style leaves it to the processor.
fn letter(sheet: &mut IndependentStyle) {
    let explicit = reaches(sheet, &prints_letter);
    each(sheet, &mut |element| match element {
        Element::Text(text) if explicit && is_letter(text) => text.target = TextTarget::Value { val: LETTER.into() },
        Element::Text(Text { target: TextTarget::Term { term, .. }, affixes, .. })
            if !explicit && *term == Term::Other(OtherTerm::NoDate) =>
        {
            affixes.suffix = Some(format!("-{LETTER}{}", affixes.suffix.as_deref().unwrap_or_default()));
        }
        Element::Date(date) if !explicit => letter_date(date),
        Element::Choose(choose) => {
            for variable in
                [&mut choose.if_].into_iter().chain(&mut choose.else_if).filter_map(|it| it.variable.as_mut())
            {
                variable.iter_mut().filter(|it| **it == StandardVariable::YearSuffix.into()).for_each(|variable| {
                    // Every item has this variable.
                    *variable = StandardVariable::CitationLabel.into();
                });
            }
        }
        _ => {}
    });
    if !explicit {
        sheet.locale.iter_mut().for_each(letter_locale);
    }
}

/// The dates of a locale with a mark after their years.
pub(super) fn letter_locale(locale: &mut Locale) {
    locale.date.iter_mut().for_each(letter_date);
}

fn letter_date(date: &mut Date) {
    for part in date.date_part.iter_mut().filter(|part| part.name == DatePartName::Year) {
        part.affixes.suffix = Some(format!("{LETTER}{}", part.affixes.suffix.as_deref().unwrap_or_default()));
    }
}

/// The locale with marks before and after `et al.`, `n.d.` and its quotation marks.
pub(super) fn mark_terms(locale: &mut Locale) {
    let Some(terms) = &mut locale.terms else { return };
    for term in &mut terms.terms {
        let mark = match term.name {
            Term::Other(OtherTerm::EtAl | OtherTerm::AndOthers) => ET_AL,
            Term::Other(OtherTerm::NoDate) => NO_DATE,
            Term::Other(OtherTerm::OpenQuote | OtherTerm::OpenInnerQuote) => OPEN,
            Term::Other(OtherTerm::CloseQuote | OtherTerm::CloseInnerQuote) => CLOSE,
            _ => continue,
        };
        edit(term, |map| {
            for key in ["$text", "single", "multiple"] {
                if let Some(Value::String(words)) = map.get_mut(key) {
                    *words = format!("{mark}{words}{mark}");
                }
            }
        });
    }
}

/// Whether the remaining layout prints a wanted element.
pub(super) fn reaches(sheet: &IndependentStyle, wanted: &dyn Fn(&Element) -> bool) -> bool {
    let mut known = HashSet::new();
    layouts(sheet).any(|elements| reaches_from(sheet, elements, wanted, &mut known))
}

fn reaches_from<'s>(
    sheet: &'s IndependentStyle,
    elements: &'s [Element],
    wanted: &dyn Fn(&Element) -> bool,
    known: &mut HashSet<&'s str>,
) -> bool {
    elements.iter().any(|element| {
        wanted(element)
            || called(element).is_some_and(|name| {
                known.insert(name)
                    && sheet
                        .macros
                        .iter()
                        .filter(|it| it.name == name)
                        .any(|it| reaches_from(sheet, &it.children, wanted, known))
            })
            || children(element).into_iter().any(|children| reaches_from(sheet, children, wanted, known))
    })
}

fn layouts(sheet: &IndependentStyle) -> impl Iterator<Item = &[Element]> {
    let list = sheet.bibliography.iter().map(|list| list.layout.elements.as_slice());
    std::iter::once(sheet.citation.layout.elements.as_slice()).chain(list)
}

fn called(element: &Element) -> Option<&str> {
    match element {
        Element::Text(Text { target: TextTarget::Macro { name }, .. }) => Some(name),
        _ => None,
    }
}

fn children(element: &Element) -> Vec<&[Element]> {
    match element {
        Element::Group(group) => vec![&group.children],
        Element::Choose(choose) => {
            let branches = choose.branches().map(|branch| branch.children.as_slice());
            branches.chain(choose.otherwise.iter().map(|it| it.children.as_slice())).collect()
        }
        Element::Names(names) => names.substitute().map(|it| it.children.as_slice()).into_iter().collect(),
        _ => Vec::new(),
    }
}

pub(super) fn prints_letter(element: &Element) -> bool {
    matches!(element, Element::Text(text) if is_letter(text))
}

fn is_letter(text: &Text) -> bool {
    matches!(text.target, TextTarget::Variable { var, .. } if var == StandardVariable::YearSuffix.into())
}

pub(super) fn prints_number(element: &Element) -> bool {
    match element {
        Element::Text(Text { target: TextTarget::Variable { var, .. }, .. }) => {
            *var == NumberVariable::CitationNumber.into()
        }
        Element::Number(number) => number.variable == NumberOrPageVariable::Number(NumberVariable::CitationNumber),
        _ => false,
    }
}

pub(super) fn tests_ambiguity(element: &Element) -> bool {
    matches!(element, Element::Choose(choose) if choose.branches().any(|branch| branch.disambiguate.is_some()))
}

pub(super) fn tests_position(element: &Element) -> bool {
    matches!(element, Element::Choose(choose) if choose.branches().any(|branch| branch.position.is_some()))
}

/// Removes macros that no layout calls, because the processor searches the list of macros for every call.
pub(super) fn prune(sheet: &mut IndependentStyle) {
    let mut known = HashSet::new();
    layouts(sheet).for_each(|elements| _ = reaches_from(sheet, elements, &|_| false, &mut known));
    let known: HashSet<String> = known.into_iter().map(str::to_owned).collect();
    sheet.macros.retain(|it| known.contains(&it.name));
}

/// Every element of the style, at any depth.
pub(super) fn each(style: &mut IndependentStyle, change: &mut dyn FnMut(&mut Element)) {
    style.macros.iter_mut().for_each(|it| each_of(&mut it.children, change));
    each_of(&mut style.citation.layout.elements, change);
    style.bibliography.iter_mut().for_each(|list| each_of(&mut list.layout.elements, change));
}

fn each_of(elements: &mut [Element], change: &mut dyn FnMut(&mut Element)) {
    for element in elements {
        change(element);
        match element {
            Element::Group(group) => each_of(&mut group.children, change),
            Element::Choose(choose) => {
                each_of(&mut choose.if_.children, change);
                choose.else_if.iter_mut().for_each(|branch| each_of(&mut branch.children, change));
                choose.otherwise.iter_mut().for_each(|branch| each_of(&mut branch.children, change));
            }
            Element::Names(names) => {
                for child in &mut names.children {
                    if let NamesChild::Substitute(substitute) = child {
                        each_of(&mut substitute.children, change);
                    }
                }
            }
            _ => {}
        }
    }
}

fn each_choose(style: &mut IndependentStyle, change: &mut dyn FnMut(&mut Choose)) {
    each(style, &mut |element| {
        if let Element::Choose(choose) = element {
            change(choose);
        }
    });
}

pub(super) fn each_name(style: &mut IndependentStyle, change: &mut dyn FnMut(&mut Name)) {
    each(style, &mut |element| {
        let Element::Names(names) = element else { return };
        for child in &mut names.children {
            if let NamesChild::Name(name) = child {
                change(name);
            }
        }
    });
}

/// Reads the same options.
pub(super) fn look_at_options(style: &IndependentStyle, look: &mut dyn FnMut(&InheritableNameOptions)) {
    look(&style.settings.options);
    look(&style.citation.name_options);
    let names = std::cell::RefCell::new(Vec::new());
    reaches(style, &|element| {
        if let Element::Names(it) = element {
            names.borrow_mut().push(it.options());
            let own = it.name().and_then(|name| serde_json::to_value(name).ok());
            names.borrow_mut().extend(own.and_then(|own| serde_json::from_value(own).ok()));
        }
        false
    });
    names.into_inner().iter().for_each(look);
}

/// The options for names, at any depth.
pub(super) fn each_options(style: &mut IndependentStyle, change: &dyn Fn(&mut InheritableNameOptions)) {
    change(&mut style.settings.options);
    change(&mut style.citation.name_options);
    style.bibliography.iter_mut().for_each(|list| change(&mut list.name_options));
    each(style, &mut |element| {
        let Element::Names(names) = element else { return };
        // Only `cs:name` has private options. For `cs:names` a change can only be about these.
        let mut options = names.options();
        change(&mut options);
        (names.et_al_min, names.et_al_use_first) = (options.et_al_min, options.et_al_use_first);
        names.et_al_subsequent_min = options.et_al_subsequent_min;
        names.et_al_subsequent_use_first = options.et_al_subsequent_use_first;
        (names.and, names.et_al_use_last) = (options.and, options.et_al_use_last);
        (names.name_form, names.initialize) = (options.name_form, options.initialize);
        (names.name_as_sort_order, names.sort_separator) = (options.name_as_sort_order, options.sort_separator);
        for child in &mut names.children {
            if let NamesChild::Name(name) = child {
                edit_options(name, change);
            }
        }
    });
}

fn edit_options(name: &mut Name, change: &dyn Fn(&mut InheritableNameOptions)) {
    edit(name, |map| {
        let Ok(mut options) = serde_json::from_value::<InheritableNameOptions>(Value::Object(map.clone())) else {
            return;
        };
        let Ok(Value::Object(before)) = serde_json::to_value(&options) else { return };
        change(&mut options);
        let Ok(Value::Object(after)) = serde_json::to_value(&options) else { return };
        map.retain(|key, _| !before.contains_key(key));
        map.extend(after);
    });
}

/// Changes a value with private fields through its serialized names.
pub(super) fn edit<T: Serialize + DeserializeOwned>(it: &mut T, change: impl FnOnce(&mut Map<String, Value>)) {
    let Ok(Value::Object(mut map)) = serde_json::to_value(&*it) else { return };
    change(&mut map);
    if let Ok(changed) = serde_json::from_value(Value::Object(map)) {
        *it = changed;
    }
}
