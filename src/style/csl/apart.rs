//! Disambiguation of citations in the text and of later notes, by the style's own switches: more names, given names,
//! what the style prints only then, and last the letter after the year.
//!
//! The order is that of CSL's specification ("Disambiguation"). Citations are compared by the names in them, so no
//! document is rendered more than twice.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use hayagriva::citationberg::DisambiguationRule as Rule;
use hayagriva::citationberg::json::{DateValue, Item, NameValue, Value};

use super::dates::year_of;
use super::disguise::undone;
use super::item::{Awkward, Prepared, Rest};
use super::loaded::Loaded;
use super::names::first_names;
use super::sheet::{Asked, Part};
use super::tree::{Origin, Run};
use crate::style::{Disambiguator, Disambiguators, Form};

/// A citation before disambiguation.
pub(super) struct Reading {
    words: String,
    /// The same with what the style prints only for documents that are still ambiguous.
    ambiguous: String,
    /// The names at its start, including those after "et al."
    names: Vec<Named>,
    /// How many of them it prints.
    shown: usize,
}

/// A name in the three forms in which it is printed.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Named {
    family: String,
    initials: String,
    given: String,
}

/// How much of a name is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Level {
    Family,
    Initials,
    Given,
}

impl Named {
    fn at(&self, level: Level) -> (&str, &str) {
        match level {
            Level::Family => (&self.family, ""),
            Level::Initials => (&self.family, &self.initials),
            Level::Given => (&self.family, &self.given),
        }
    }
}

impl Loaded {
    fn reading(&self, prepared: &Prepared, form: Form) -> Reading {
        let (item, asked) = (&prepared.item, Asked::of(Part::Citation));
        let runs = self.render(item, form, None, asked, None);
        let ambiguous = if self.ways.tests_ambiguity {
            text(&self.render(item, form, None, Asked { ambiguous: true, ..asked }, None))
        } else {
            String::new()
        };
        let names = leading(&runs).map(|variable| named(item, &variable)).unwrap_or_default();
        let shown = first_names(&runs).len().min(names.len());
        let mut words = text(&runs);
        if runs.iter().any(|run| matches!(run.origin, Origin::Date(_))) {
            words.extend(prepared.dates.iter().map(|date| beyond_year(date, item)));
        }
        Reading { words, ambiguous, names, shown }
    }

    /// The part of a citation in the text that disambiguation does not change. Documents with the same label get letters.
    pub(super) fn label(&self, prepared: &Prepared) -> String {
        let reading = self.reading(prepared, Form::InText);
        let count = if self.ways.adds_names { reading.names.len() } else { reading.shown };
        let mut label = reading.words;
        for (place, name) in reading.names.iter().take(count).enumerate() {
            let (family, given) = name.at(self.most(place));
            label.extend(["\u{1}", family, "\u{1}", given]);
        }
        label.extend(["\u{1}", &reading.ambiguous]);
        label
    }

    /// The longest form in which the style may print the name at this position.
    fn most(&self, place: usize) -> Level {
        match self.ways.adds_given {
            None => Level::Family,
            Some(Rule::PrimaryName | Rule::PrimaryNameWithInitials) if place > 0 => Level::Family,
            Some(Rule::AllNamesWithInitials | Rule::PrimaryNameWithInitials) if self.ways.initializes => {
                Level::Initials
            }
            Some(_) => Level::Given,
        }
    }

    /// The details to add to each of these documents so that no two citations are the same.
    pub(super) fn disambiguate(&self, prepared: &[Prepared], form: Form) -> Vec<Disambiguators> {
        let mut details = vec![Disambiguators::NONE; prepared.len()];
        if self.ways.numbers {
            return details;
        }
        let readings: Vec<Reading> = prepared.iter().map(|it| self.reading(it, form)).collect();
        let mut levels: Vec<Vec<Level>> = readings.iter().map(|it| vec![Level::Family; it.names.len()]).collect();
        if self.ways.adds_given.is_some_and(|rule| rule != Rule::ByCite) {
            self.separate_namesakes(&readings, &mut levels);
        }
        let mut alike: HashMap<_, Vec<usize>> = HashMap::new();
        for (place, (reading, levels)) in readings.iter().zip(&levels).enumerate() {
            let names = reading.names.iter().zip(levels).take(reading.shown).map(|(name, level)| name.at(*level));
            alike.entry((reading.words.as_str(), names.collect::<Vec<_>>())).or_default().push(place);
        }
        let mut state = State { loaded: self, readings: &readings, levels, details: &mut details };
        for group in alike.into_values().filter(|group| group.len() > 1) {
            state.settle(group);
        }
        let levels = state.levels;
        for (details, levels) in details.iter_mut().zip(levels) {
            for (place, level) in levels.into_iter().enumerate() {
                *details = match level {
                    Level::Family => *details,
                    Level::Initials => details.with_initials_of(place),
                    Level::Given => details.with_given_name_of(place),
                };
            }
        }
        details
    }

    /// Different people with the same family name, in any citations: initials, or given names if the initials are
    /// also the same.
    fn separate_namesakes(&self, readings: &[Reading], levels: &mut [Vec<Level>]) {
        let mut families: HashMap<&str, BTreeMap<&str, BTreeSet<&str>>> = HashMap::new();
        let in_question = |place: usize, reading: &Reading| place < reading.shown && self.most(place) > Level::Family;
        for reading in readings {
            for (place, name) in reading.names.iter().enumerate() {
                if in_question(place, reading) {
                    let of_family = families.entry(&name.family).or_default();
                    of_family.entry(&name.initials).or_default().insert(&name.given);
                }
            }
        }
        for (reading, levels) in readings.iter().zip(levels) {
            for (place, (name, level)) in reading.names.iter().zip(levels).enumerate() {
                let Some(of_family) = families.get(name.family.as_str()).filter(|_| in_question(place, reading)) else {
                    continue;
                };
                let of_initials = of_family.get(name.initials.as_str()).map_or(0, BTreeSet::len);
                *level = match (of_initials > 1, of_family.len() > 1) {
                    (true, _) => self.most(place),
                    (false, true) => Level::Initials.min(self.most(place)),
                    (false, false) => Level::Family,
                };
            }
        }
    }
}

struct State<'s> {
    loaded: &'s Loaded,
    readings: &'s [Reading],
    levels: Vec<Vec<Level>>,
    details: &'s mut [Disambiguators],
}

impl State<'_> {
    /// A step that separates some of a group is applied to the whole group. The next step is applied to the documents
    /// that are still the same.
    fn settle(&mut self, group: Vec<usize>) {
        let groups = if self.loaded.ways.adds_names { self.add_names(group) } else { vec![group] };
        let by_cite = self.loaded.ways.adds_given == Some(Rule::ByCite);
        let groups = if by_cite { groups.into_iter().flat_map(|it| self.add_given(it)).collect() } else { groups };
        if self.loaded.ways.tests_ambiguity {
            for group in groups {
                let readings = self.readings;
                let parts = parted(&group, |place| readings.get(place).map(|it| it.ambiguous.as_str()));
                if parts.len() > 1 {
                    group.iter().for_each(|place| self.add(*place, |details| details.with(Disambiguator::Title)));
                }
            }
        }
    }

    /// Adds names after "et al." one by one. Returns the groups that no names separate.
    fn add_names(&mut self, group: Vec<usize>) -> Vec<Vec<usize>> {
        let readings = self.readings;
        let of = |place: usize| readings.get(place);
        let most = group.iter().filter_map(|place| of(*place)).map(|it| it.names.len()).max().unwrap_or_default();
        let least = group.iter().filter_map(|place| of(*place)).map(|it| it.shown).min().unwrap_or_default();
        let (mut open, mut left) = (vec![(group, least + 1)], Vec::new());
        while let Some((group, count)) = open.pop() {
            if count > most || group.len() == 1 {
                left.extend((group.len() > 1).then_some(group));
                continue;
            }
            let levels = &self.levels;
            // "Et al." never replaces only one name (APA manual, 8.18): with the last but one, the last is printed too.
            let added = |reading: &Reading| count + usize::from(reading.names.len() == count + 1);
            let parts = parted(&group, |place| {
                let (reading, levels) = (of(place)?, levels.get(place)?);
                let names = reading.names.iter().zip(levels).take(added(reading));
                let names = names.map(|(name, level)| name.at(*level)).collect::<Vec<_>>();
                Some((names, reading.names.len() > added(reading)))
            });
            if parts.len() > 1 {
                for place in &group {
                    let count = of(*place).map_or(count, added);
                    self.add(*place, |details| details.showing(count));
                }
            }
            open.extend(parts.into_iter().map(|part| (part, count + 1)));
        }
        left
    }

    /// Adds given names one by one.
    fn add_given(&mut self, group: Vec<usize>) -> Vec<Vec<usize>> {
        let readings = self.readings;
        let adds_names = self.loaded.ways.adds_names;
        let count =
            |place: &usize| readings.get(*place).map_or(0, |it| if adds_names { it.names.len() } else { it.shown });
        let most = group.iter().map(count).max().unwrap_or_default();
        let steps: Vec<(usize, Level)> =
            (0..most).flat_map(|name| [Level::Initials, Level::Given].map(|level| (name, level))).collect();
        let (mut open, mut left) = (vec![(group, 0)], Vec::new());
        while let Some((group, step)) = open.pop() {
            let Some((name, level)) = steps.get(step).copied().filter(|_| group.len() > 1) else {
                left.extend((group.len() > 1).then_some(group));
                continue;
            };
            let parts = parted(&group, |place| Some(readings.get(place)?.names.get(name)?.at(level)));
            if parts.len() > 1 {
                for place in &group {
                    if let Some(own) = self.levels.get_mut(*place).and_then(|levels| levels.get_mut(name)) {
                        *own = level;
                    }
                    let is_shown = readings.get(*place).is_some_and(|it| name < it.shown);
                    if !is_shown {
                        self.add(*place, |details| details.showing(details.shown().max(name + 1)));
                    }
                }
            }
            open.extend(parts.into_iter().map(|part| (part, step + 1)));
        }
        left
    }

    fn add(&mut self, place: usize, change: impl FnOnce(Disambiguators) -> Disambiguators) {
        if let Some(details) = self.details.get_mut(place) {
            *details = change(*details);
        }
    }
}

/// Splits the group by a key of its documents.
fn parted<K: Ord>(group: &[usize], key: impl Fn(usize) -> K) -> Vec<Vec<usize>> {
    let mut parts: BTreeMap<K, Vec<usize>> = BTreeMap::new();
    group.iter().for_each(|place| parts.entry(key(*place)).or_default().push(*place));
    parts.into_values().collect()
}

/// What is printed in place of the year, beyond the first year, which the processor has printed: `1949–1950`.
fn beyond_year(date: &Awkward, item: &Item) -> String {
    match &date.rest {
        Rest::Until(DateValue::DateParts { date_parts, .. }) if date.variable == "issued" => {
            let year = date_parts.0.first().and_then(|end| end.0.first()).copied();
            year.filter(|_| year != year_of(item, "issued")).map(|year| year.to_string()).unwrap_or_default()
        }
        Rest::Words { words, .. } if date.variable == "issued" => words.clone(),
        _ => String::new(),
    }
}

fn text(runs: &[Run]) -> String {
    runs.iter().map(|run| run.words.as_str()).collect()
}

/// The variable of the first printed names.
pub(super) fn leading(runs: &[Run]) -> Option<String> {
    first_names(runs).first().map(|(_, (variable, _))| variable.to_string())
}

fn named(item: &Item, variable: &str) -> Vec<Named> {
    let Some(Value::Names(names)) = item.0.get(variable) else { return Vec::new() };
    names.iter().map(named_one).collect()
}

fn named_one(name: &NameValue) -> Named {
    let (family, given) = match name {
        NameValue::Literal(it) => (it.literal.clone(), String::new()),
        NameValue::Item(it) => {
            let family = [it.non_dropping_particle.as_ref(), Some(&it.family)].into_iter().flatten();
            let given = [it.given.as_ref(), it.dropping_particle.as_ref(), it.suffix.as_ref()].into_iter().flatten();
            let joined = |parts: Vec<&String>| parts.into_iter().cloned().collect::<Vec<_>>().join(" ");
            (joined(family.collect()), joined(given.collect()))
        }
    };
    let given = undone(&given);
    let words = given.split([' ', '.', '-', '\u{a0}']).filter_map(|word| word.chars().find(|c| c.is_alphabetic()));
    Named { family, initials: words.flat_map(char::to_uppercase).collect(), given }
}
