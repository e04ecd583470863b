//! The order of a list, by the style's own sort keys.
//!
//! The processor renders the macros of the keys for each document alone, in a sheet that prints names with the family
//! name first and dates in figures. It compares nothing: the keys are compared like those of every other style.

use hayagriva::citationberg::taxonomy::{NumberVariable, Variable};
use hayagriva::citationberg::{
    Date, DateForm, DatePart, DatePartName, DateParts, DemoteNonDroppingParticle, IndependentStyle, Layout,
    LayoutRenderingElement as Element, LongShortForm, NameAsSortOrder, Names, NamesChild, Sort, SortDirection, SortKey,
    Text, TextTarget,
};

use super::disguise::ET_AL;
use super::sheet::{each, each_name, each_options, edit, prune};
use super::tree::{Origin, Run};
use crate::prose::EN_US;
use crate::style::filed;

/// Follows a sort key. The letter keeps the processor from reading two of them as repeated punctuation.
const KEY_END: &str = "\u{FDD5}k";
/// Follows a family name.
const FAMILY_END: char = '\u{FDD6}';
/// Follows a name before another name.
const NAME_END: char = '\u{FDD7}';
/// Between the parts of a key, as in [`crate::style::order`].
const PART: char = '\u{1}';

/// Some of a style's sort keys, one after another.
pub(super) struct Keys {
    sheet: IndependentStyle,
    descending: Vec<bool>,
}

/// Empty if the style keeps the order in which documents are cited.
pub(super) fn keys(style: &IndependentStyle, sort: Option<&Sort>) -> Vec<Keys> {
    let is_key =
        |key: &&SortKey| !matches!(key, SortKey::Variable { variable, .. } if is_number_of_citation(*variable));
    let mut groups: Vec<(Option<_>, Vec<&SortKey>)> = Vec::new();
    for key in sort.iter().flat_map(|sort| &sort.keys).filter(is_key) {
        let names = match key {
            SortKey::MacroName { names_min, names_use_first, .. } => names_min.zip(*names_use_first),
            SortKey::Variable { .. } => None,
        };
        match groups.last_mut().filter(|(of_last, _)| *of_last == names) {
            Some((_, keys)) => keys.push(key),
            None => groups.push((names, vec![key])),
        }
    }
    groups.into_iter().map(|(names, keys)| made(style, names, &keys)).collect()
}

fn is_number_of_citation(variable: Variable) -> bool {
    variable == NumberVariable::CitationNumber.into()
}

fn made(style: &IndependentStyle, names: Option<(u32, u32)>, keys: &[&SortKey]) -> Keys {
    let mut sheet = style.clone();
    sheet.bibliography = None;
    let elements = keys.iter().flat_map(|key| [element(key), value(KEY_END)]).collect();
    sheet.citation.layout = Layout::new(elements, Default::default(), None, None);
    prune(&mut sheet);
    if sheet.settings.demote_non_dropping_particle == DemoteNonDroppingParticle::SortOnly {
        sheet.settings.demote_non_dropping_particle = DemoteNonDroppingParticle::DisplayAndSort;
    }
    each(&mut sheet, &mut |element| match element {
        Element::Date(date) => *date = in_figures(date),
        Element::Names(names) => {
            (names.prefix, names.suffix, names.and) = (None, None, None);
            names.children.retain(|child| !matches!(child, NamesChild::Label(_)));
        }
        Element::Text(text) => text.quotes = false,
        _ => {}
    });
    each_options(&mut sheet, &|options| {
        (options.and, options.name_delimiter) = (None, Some(NAME_END.into()));
        (options.et_al_min, options.et_al_use_first) = (None, None);
        (options.et_al_subsequent_min, options.et_al_subsequent_use_first) = (None, None);
        (options.et_al_use_last, options.initialize) = (None, Some(false));
        options.name_as_sort_order = Some(NameAsSortOrder::All);
        options.sort_separator = Some(FAMILY_END.into());
    });
    each_name(&mut sheet, &mut |name| {
        edit(name, |map| _ = map.insert("@delimiter".into(), NAME_END.to_string().into()))
    });
    if let Some((min, first)) = names {
        let options = &mut sheet.citation.name_options;
        (options.et_al_min, options.et_al_use_first) = (Some(min), Some(first));
    }
    let is_descending = |key: &&SortKey| key.sort_direction() == SortDirection::Descending;
    Keys { sheet, descending: keys.iter().map(is_descending).collect() }
}

fn element(key: &SortKey) -> Element {
    let text = |var| Text::with_target(TextTarget::Variable { var, form: LongShortForm::default() });
    match key {
        SortKey::MacroName { name, .. } => Element::Text(Text::with_target(TextTarget::Macro { name: name.clone() })),
        SortKey::Variable { variable: Variable::Date(variable), .. } => Element::Date(Date {
            variable: Some(*variable),
            form: Some(DateForm::Numeric),
            parts: None,
            date_part: Vec::new(),
            formatting: Default::default(),
            affixes: Default::default(),
            delimiter: None,
            display: None,
            text_case: None,
        }),
        SortKey::Variable { variable: Variable::Name(variable), .. } => {
            Element::Names(Names::with_variables(vec![*variable]))
        }
        SortKey::Variable { variable, .. } => Element::Text(text(*variable)),
    }
}

fn value(words: &str) -> Element {
    Element::Text(Text::with_target(TextTarget::Value { val: words.to_owned() }))
}

/// `1950-01-07`, with the parts that the printed date has.
fn in_figures(date: &Date) -> Date {
    let has = |name| date.date_part.iter().any(|part| part.name == name);
    let (month, day) = match (date.is_localized(), date.parts.unwrap_or_default()) {
        (true, DateParts::Year) => (false, false),
        (true, DateParts::YearMonth) => (true, false),
        (true, DateParts::YearMonthDay) => (true, true),
        (false, _) => (has(DatePartName::Month), has(DatePartName::Day)),
    };
    let year = date.is_localized() || has(DatePartName::Year);
    let parts =
        [(year, "year", "long"), (month, "month", "numeric-leading-zeros"), (day, "day", "numeric-leading-zeros")];
    let part = |(is_printed, name, form): (bool, &str, &str)| -> Option<DatePart> {
        let part = serde_json::json!({ "@name": name, "@form": form });
        is_printed.then(|| serde_json::from_value(part).ok()).flatten()
    };
    Date {
        variable: date.variable,
        form: None,
        parts: None,
        date_part: parts.into_iter().filter_map(part).collect(),
        formatting: Default::default(),
        affixes: Default::default(),
        delimiter: Some("-".to_owned()),
        display: None,
        text_case: None,
    }
}

/// The sort keys of a document, one after the other. Empty if the style has none. `print` renders it in such a sheet.
pub(super) fn sort_key(keys: &[Keys], print: impl Fn(&IndependentStyle) -> Vec<Run>) -> String {
    let mut key = String::new();
    for keys in keys {
        let mut printed = parts(&print(&keys.sheet)).into_iter();
        for descending in &keys.descending {
            push(&mut key, &printed.next().unwrap_or_default(), *descending);
        }
    }
    key
}

/// The output for each key. Dates have the most digits that they can have.
fn parts(runs: &[Run]) -> Vec<String> {
    let mut words = String::new();
    for run in runs {
        match run.origin {
            Origin::Date(_) => words.push_str(&figures(&run.words)),
            _ => words.push_str(&run.words),
        }
    }
    let without_et_al = |words: &str| {
        let mut pieces = words.split(ET_AL).step_by(2).collect::<String>();
        pieces.truncate(pieces.trim_end_matches([NAME_END, ' ']).len());
        pieces
    };
    words.split(KEY_END).map(without_et_al).collect()
}

/// `19500107`, with zeros for missing parts, and without the era that the processor prints after years before 1000.
fn figures(date: &str) -> String {
    let mut parts = date.split('-').map(|part| part.chars().filter(char::is_ascii_digit).collect::<String>());
    let year = parts.next().unwrap_or_default();
    if year.is_empty() {
        date.to_owned()
    } else {
        format!("{:0<8}", format!("{year:0>4}{}", parts.collect::<String>()))
    }
}

fn push(key: &mut String, words: &str, descending: bool) {
    let words = words.trim();
    if words.is_empty() {
        // CSL: a document without a value is sorted last, in both directions.
        key.push(char::MAX);
    } else if words.bytes().all(|byte| byte.is_ascii_digit()) {
        key.push_str(&reversed(format!("{words:0>9}"), descending));
    } else {
        for (index, name) in words.split(NAME_END).enumerate() {
            let (family, given) = name.split_once(FAMILY_END).unwrap_or((name, ""));
            for (part, words) in [family, given].into_iter().enumerate() {
                key.extend((index + part > 0).then_some(PART));
                key.push_str(&reversed(filed(words, &EN_US), descending));
            }
        }
    }
    // An empty part: no name follows.
    key.extend([PART, PART]);
}

/// Latin letters and digits, counted from the other end.
fn reversed(words: String, descending: bool) -> String {
    if !descending {
        return words;
    }
    let turned = |c: char| match c {
        '0'..='9' => char::from(b'9' - (c as u8 - b'0')),
        'a'..='z' => char::from(b'z' - (c as u8 - b'a')),
        c => c,
    };
    words.chars().map(turned).collect()
}
