//! Why a style omits a field of a record: tables from paths of the record format to rules.

mod literature;
mod manuals;
mod pattern;

pub(super) use manuals::of_manuals;
use pattern::is_match;

use super::Form;
use crate::citation::OmissionReason;
use crate::document::Document;

/// A rule that omits fields. If two apply, the first in its table is reported.
pub(super) struct Reason {
    /// The fields: see [`is_match`].
    pub(super) fields: &'static [&'static str],
    /// The citations to which it applies.
    pub(super) when: fn(&Asked<'_>) -> bool,
    /// The section of RULES.
    pub(super) rule: &'static str,
    /// The rule in a few words.
    pub(super) why: &'static str,
}

/// The citation for which a reason is requested.
pub(super) struct Asked<'d> {
    pub(super) document: &'d Document,
    pub(super) form: Form,
    pub(super) field: &'d str,
}

pub(super) fn is_short(asked: &Asked<'_>) -> bool {
    asked.form == Form::Short
}

pub(super) fn is_in_text(asked: &Asked<'_>) -> bool {
    asked.form == Form::InText
}

/// A note in full or an entry.
pub(super) fn is_full(asked: &Asked<'_>) -> bool {
    !is_short(asked) && !is_in_text(asked)
}

pub(super) fn always(_: &Asked<'_>) -> bool {
    true
}

/// The reason for this field.
pub(super) fn find(reasons: &[Reason], asked: &Asked<'_>) -> Option<OmissionReason> {
    let applies =
        |reason: &&Reason| reason.fields.iter().any(|pattern| is_match(pattern, asked.field)) && (reason.when)(asked);
    let Reason { rule, why, .. } = reasons.iter().find(applies)?;
    Some(OmissionReason::Rule { why, rule })
}
