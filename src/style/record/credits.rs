//! Who translated a document and contributed to it, in words.

use super::{Facts, books};
use crate::document::{Contribution, ContributionRole, Translation};
use crate::labels;
use crate::prose::EN_US;
use crate::prose::lists::push_counted;
use crate::prose::names::{EtAl, NameForm, People, push_people};
use crate::prose::sentence::{Punctuation, Sentence};

/// The parts of the translation that the translator field contains, which is printed.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TranslatorField {
    /// The translators.
    pub(crate) names: bool,
    /// The original language.
    pub(crate) language: bool,
}

impl Facts<'_> {
    /// `Translation from …`: only the book.
    pub(crate) fn push_translation_edition(&self, s: &mut Sentence<'_>) {
        self.document.translation().iter().for_each(|it| push_translation_edition(s, it));
    }

    /// The translators of the document, the book from which its translation was taken unless it is printed elsewhere,
    /// and the other contributors. What the translator field contains is omitted.
    pub(crate) fn push_credits(&self, s: &mut Sentence<'_>, field: TranslatorField, has_edition: bool) {
        if let Some(translation) = self.document.translation() {
            push_translators(s, translation, field);
            if has_edition {
                push_translation_edition(s, translation);
            }
        }
        self.document.contributions().iter().for_each(|it| push_contribution(s, it, field));
    }
}

/// `Translated from Russian into English for CWIHP by A`, and the book from which the translation was taken.
#[inline(never)]
pub(super) fn push_translation(s: &mut Sentence<'_>, translation: &Translation) {
    push_translators(s, translation, TranslatorField::default());
    push_translation_edition(s, translation);
}

fn push_translators(s: &mut Sentence<'_>, translation: &Translation, field: TranslatorField) {
    let Translation { by, from, into, on_behalf_of, source: _ } = translation;
    let by = if field.names { &[] } else { by.as_slice() };
    let from = from.as_ref().filter(|_| !field.language);
    if !by.is_empty() || [from, into.as_ref(), on_behalf_of.as_ref()].into_iter().any(|words| words.is_some()) {
        s.punctuate(Punctuation::Period).word(labels::work::TRANSLATED);
        for (label, tag) in [(labels::work::FROM, from), (labels::work::INTO, into.as_ref())] {
            if let Some(tag) = tag {
                s.word(label).verbatim(EN_US.language_name(tag).unwrap_or(tag));
            }
        }
        if let Some(project) = on_behalf_of {
            s.word(labels::work::FOR).verbatim(project);
        }
        if !by.is_empty() {
            push_people(
                s.word(labels::work::BY),
                People::Names(by),
                (NameForm::Natural, NameForm::Natural),
                EtAl::NEVER,
            );
        }
    }
}

fn push_translation_edition(s: &mut Sentence<'_>, translation: &Translation) {
    if let Some(source) = &translation.source {
        books::push(s.punctuate(Punctuation::Period).word(labels::TRANSLATION), source);
    }
}

/// `Obtained and translated for NKIDP by Balazs Szalontai`. If another field names the translator, `Obtained for
/// NKIDP by Balazs Szalontai` or only `Translated for NKIDP`.
fn push_contribution(s: &mut Sentence<'_>, contribution: &Contribution, field: TranslatorField) {
    let Contribution { roles, by, on_behalf_of } = contribution;
    let is_unsaid = |role: &&ContributionRole| !field.names || **role != ContributionRole::Translated;
    let does_more = roles.iter().any(|role| is_unsaid(&role));
    if !does_more && on_behalf_of.is_none() {
        return;
    }
    s.punctuate(Punctuation::Period).capitalize_next();
    let printed = || roles.iter().filter(|role| !does_more || is_unsaid(role));
    push_counted(s, printed().count(), printed(), |s, role| _ = s.word(role.as_str()));
    if let Some(project) = on_behalf_of {
        s.word(labels::work::FOR).verbatim(project);
    }
    if !does_more {
        return;
    }
    push_people(s.word(labels::work::BY), People::Names(by), (NameForm::Natural, NameForm::Natural), EtAl::NEVER);
}

#[inline(never)]
pub(super) fn push_contributions(s: &mut Sentence<'_>, contributions: &[Contribution]) {
    contributions.iter().for_each(|it| push_contribution(s, it, TranslatorField::default()));
}
