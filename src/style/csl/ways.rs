//! What a style does across documents: its switches and the contents of its layouts.

use hayagriva::citationberg::{
    DisambiguationRule, IndependentStyle, InheritableNameOptions, StyleClass, SubsequentAuthorSubstituteRule,
};

use super::sheet::{self, Asked, Part, made, reaches};

pub(super) struct Ways {
    /// `disambiguate-add-names`
    pub(super) adds_names: bool,
    /// `disambiguate-add-givenname`, with its rule.
    pub(super) adds_given: Option<DisambiguationRule>,
    /// Whether given names are initials.
    pub(super) initializes: bool,
    /// Whether a citation prints more with `disambiguate="true"`.
    pub(super) tests_ambiguity: bool,
    /// `disambiguate-add-year-suffix`
    pub(super) letters: bool,
    /// Whether citations and entries print the letter in a separate place.
    letters_are_printed: [bool; 2],
    /// Whether citations are numbers.
    pub(super) numbers: bool,
    /// Whether first citations in the text differ from later ones.
    pub(super) tests_positions: bool,
    /// What replaces names that also open the previous entry.
    pub(super) substitute: Option<(String, SubsequentAuthorSubstituteRule)>,
}

impl Ways {
    /// From the style as it was read.
    pub(super) fn of(style: &IndependentStyle) -> Self {
        let citation = &style.citation;
        let sheets = [Part::Citation, Part::Entry].map(|part| made(style, Asked::of(part)));
        let [in_text, _] = &sheets;
        let mut names_differ = citation.name_options.et_al_subsequent_min.is_some()
            || citation.name_options.et_al_subsequent_use_first.is_some();
        let mut initializes = false;
        let mut look = |options: &InheritableNameOptions| {
            initializes |= options.initialize_with.is_some();
            names_differ |= options.et_al_subsequent_min.is_some() || options.et_al_subsequent_use_first.is_some();
        };
        sheet::look_at_options(in_text, &mut look);
        let list = style.bibliography.as_ref();
        Ways {
            adds_names: citation.disambiguate_add_names,
            adds_given: citation.disambiguate_add_givenname.then_some(citation.givenname_disambiguation_rule),
            initializes,
            tests_ambiguity: reaches(in_text, &sheet::tests_ambiguity),
            letters: citation.disambiguate_add_year_suffix,
            letters_are_printed: sheets.each_ref().map(|sheet| reaches(sheet, &sheet::prints_letter)),
            numbers: reaches(in_text, &sheet::prints_number),
            tests_positions: style.settings.class == StyleClass::Note
                || names_differ
                || reaches(in_text, &sheet::tests_position),
            substitute: list.and_then(|list| {
                Some((list.subsequent_author_substitute.clone()?, list.subsequent_author_substitute_rule))
            }),
        }
    }

    pub(super) fn letters_are_printed(&self, part: Part) -> bool {
        let [citation, entry] = self.letters_are_printed;
        if part == Part::Citation { citation } else { entry }
    }
}
