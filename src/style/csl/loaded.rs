//! A loaded style, with everything that is computed from it once.

use std::collections::HashMap;
use std::sync::{Arc, RwLock};

use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode};

use super::order::Keys;
use super::sheet::{self, Asked};
use super::ways::Ways;

pub(super) struct Loaded {
    pub(super) style: Arc<IndependentStyle>,
    pub(super) ways: Arc<Ways>,
    pub(super) keys: Arc<[Keys]>,
    pub(super) locale: Option<LocaleCode>,
    pub(super) locales: Vec<Locale>,
    /// The same with marks after the years of their dates.
    lettered_locales: Vec<Locale>,
    sheets: RwLock<HashMap<Asked, Arc<IndependentStyle>>>,
}

impl Loaded {
    /// The style in one locale, with all locales that provide its words.
    pub(super) fn new(
        style: Arc<IndependentStyle>,
        ways: Arc<Ways>,
        keys: Arc<[Keys]>,
        locale: Option<LocaleCode>,
        mut locales: Vec<Locale>,
    ) -> Self {
        locales.iter_mut().for_each(sheet::mark_terms);
        let mut lettered_locales = locales.clone();
        lettered_locales.iter_mut().for_each(sheet::letter_locale);
        Loaded { style, ways, keys, locale, locales, lettered_locales, sheets: RwLock::default() }
    }

    pub(super) fn is_english(&self) -> bool {
        self.locale.as_ref().is_none_or(|code| code.0.starts_with("en"))
    }

    /// Whether commas and periods go inside quotation marks: the option of the style, otherwise of its locale.
    pub(super) fn pulls_punctuation(&self) -> bool {
        let code = self.locale.clone().unwrap_or_else(LocaleCode::en_us);
        let base = code.0.split('-').next().map(|base| LocaleCode(base.to_owned()));
        let own = [Some(code.clone()), base, None].map(|lang| (self.style.locale.as_slice(), lang));
        let shared = [Some(code.clone()), code.fallback(), Some(LocaleCode::en_us())]
            .map(|lang| (self.locales.as_slice(), lang));
        let found = |(locales, lang): (&[Locale], Option<LocaleCode>)| {
            locales.iter().find(|it| it.lang == lang)?.style_options?.punctuation_in_quote
        };
        own.into_iter().chain(shared).find_map(found).unwrap_or_default()
    }

    /// Each sheet is made on first use, and kept.
    pub(super) fn sheet(&self, asked: Asked) -> Arc<IndependentStyle> {
        if let Some(sheet) = self.sheets.read().ok().and_then(|sheets| sheets.get(&asked).cloned()) {
            return sheet;
        }
        let made = Arc::new(sheet::made(&self.style, asked));
        if let Ok(mut sheets) = self.sheets.write() {
            sheets.insert(asked, Arc::clone(&made));
        }
        made
    }

    pub(super) fn locales(&self, asked: Asked) -> &[Locale] {
        if asked.lettered && !self.ways.letters_are_printed(asked.part) {
            &self.lettered_locales
        } else {
            &self.locales
        }
    }
}
