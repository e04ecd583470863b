//! Styles and locales: the bundled ones, and style files.

use std::collections::HashMap;
use std::error::Error;
use std::sync::{Arc, LazyLock, OnceLock};

use hayagriva::archive::{self, ArchivedStyle};
use hayagriva::citationberg::{IndependentStyle, Locale, LocaleCode, Style};
use serde_json::Value;

use super::loaded::Loaded;
use super::ways::Ways;
use super::{order, sheet};
use crate::style::StyleInfo;

/// Why a CSL style cannot be loaded.
///
/// ```
/// use prefercite::style::Csl;
///
/// let error = Csl::bundled("chicago").unwrap_err();
/// assert_eq!(error.to_string(), "no CSL style called \"chicago\" is bundled");
/// let error = Csl::bundled("apa").and_then(|style| style.locale("klingon")).unwrap_err();
/// assert_eq!(error.to_string(), "no locale \"klingon\" is bundled; a locale is a language tag such as de-DE");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum CslError {
    /// No bundled style has this name.
    #[error("no CSL style called \"{0}\" is bundled")]
    Unknown(String),
    /// The text is not a CSL style, or not one that the processor can read.
    #[error("not a CSL style: {0}")]
    Unreadable(String),
    /// The style is dependent: it only refers to another style, which is not bundled.
    #[error("the style depends on {parent}, which is not bundled: open that style instead")]
    Parent {
        /// The URL of the style on which it depends.
        parent: String,
    },
    /// The style has a class that CSL does not have.
    #[error("a style's class is note or in-text, not \"{0}\"")]
    Class(String),
    /// The style calls a macro that it does not define.
    #[error("the style calls the macro \"{0}\", which it does not define")]
    Missing(String),
    /// Elements are nested more deeply than a style needs.
    #[error("the style nests its elements more than {MOST_NESTED} levels deep")]
    Nested,
    /// A macro calls itself, directly or through other macros.
    #[error("the macro \"{0}\" calls itself")]
    Circle(String),
    /// Macros call each other so often that a citation would take too long.
    #[error("a citation in the style would need more than {MOST_CALLS} macro calls")]
    Calls,
    /// CSL styles do not have this option.
    #[error("no option \"{0}\"; CSL styles have locale=TAG")]
    Option(String),
    /// No locale has this tag.
    #[error("no locale \"{0}\" is bundled; a locale is a language tag such as de-DE")]
    Locale(String),
}

/// The names of the options of every CSL style.
pub(super) const OPTIONS: &[&str] = &["locale=TAG"];

const MOST_NESTED: usize = 100;
const MOST_CALLS: u64 = 100_000;

/// The bundled styles. Each is read on first use.
static BUNDLED: LazyLock<Vec<Bundled>> = LazyLock::new(|| {
    let named = |style: &ArchivedStyle| {
        let names = style.names().iter().map(|name| format!("csl:{name}")).collect();
        Bundled { style: *style, names, loaded: OnceLock::new() }
    };
    ArchivedStyle::all().iter().map(named).collect()
});

static LOCALES: LazyLock<Vec<Locale>> = LazyLock::new(archive::locales);

struct Bundled {
    style: ArchivedStyle,
    /// The names for [`crate::style::named`].
    names: Vec<String>,
    loaded: OnceLock<Result<Arc<Loaded>, CslError>>,
}

/// The bundled styles, each by its first name.
pub(super) fn list() -> impl Iterator<Item = StyleInfo> {
    BUNDLED.iter().filter_map(|bundled| bundled.info(bundled.names.first()?))
}

/// The same by all their names.
pub(super) fn list_by_all_names() -> impl Iterator<Item = StyleInfo> {
    BUNDLED.iter().flat_map(|bundled| bundled.names.iter().filter_map(|name| bundled.info(name)))
}

impl Bundled {
    fn info(&'static self, name: &'static str) -> Option<StyleInfo> {
        let (first, title) = (self.names.first()?.as_str(), self.style.display_name());
        let alias_of = (first != name).then_some(first);
        Some(StyleInfo {
            name,
            label: title,
            description: title,
            options: OPTIONS,
            alias_of,
            media_type: None,
            extension: None,
        })
    }
}

pub(super) fn bundled(name: &str) -> Result<Arc<Loaded>, CslError> {
    let unknown = || CslError::Unknown(name.to_owned());
    let style = ArchivedStyle::by_name(name).ok_or_else(unknown)?;
    let bundled = BUNDLED.iter().find(|bundled| bundled.style == style).ok_or_else(unknown)?;
    bundled.loaded.get_or_init(|| independent(bundled.style.get(), None)).clone()
}

pub(super) fn from_xml(xml: &str) -> Result<Arc<Loaded>, CslError> {
    if depth(xml) > MOST_NESTED {
        return Err(CslError::Nested);
    }
    let style = Style::from_xml(xml).map_err(|error| match odd_class(xml) {
        Some(class) => CslError::Class(class.to_owned()),
        None => CslError::Unreadable(reason(&error.source().map_or(error.to_string(), ToString::to_string), &error)),
    })?;
    independent(style, None)
}

/// The message of the reader, in words for the author of the file.
fn reason(message: &str, error: &dyn Error) -> String {
    let message = if message.contains("untagged enum TextTarget") {
        "a text prints a variable, macro, term or value that CSL 1.0.2 does not have"
    } else {
        message
    };
    let whole = error.to_string();
    let place = whole.split('`').nth(1).filter(|place| !matches!(*place, "." | "?"));
    place.map_or_else(|| message.to_owned(), |place| format!("{message} (at {})", place.replace(".$value", "")))
}

/// The class in the root element, if CSL has no such class.
fn odd_class(xml: &str) -> Option<&str> {
    let root = xml.split_once("<style")?.1.split('>').next()?;
    let class = root.split_once("class=")?.1;
    let quote = class.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    class.split(quote).nth(1).filter(|class| !matches!(*class, "note" | "in-text"))
}

fn independent(style: Style, locale: Option<LocaleCode>) -> Result<Arc<Loaded>, CslError> {
    match style {
        Style::Independent(mut style) => {
            check_macros(&style)?;
            let locale = locale.or_else(|| style.default_locale.clone());
            if let Some(code) = locale.as_ref().filter(|code| !has_locale(&style, code)) {
                return Err(CslError::Locale(code.0.clone()));
            }
            let ways = Ways::of(&style);
            let sort = style.bibliography.as_ref().and_then(|list| list.sort.clone());
            sheet::mend(&mut style);
            let keys = order::keys(&style, sort.as_ref());
            let locales = locales_for(locale.as_ref());
            Ok(Arc::new(Loaded::new(Arc::new(style), Arc::new(ways), keys.into(), locale, locales)))
        }
        Style::Dependent(style) => {
            let parent = style.parent_link.href;
            let found =
                ArchivedStyle::by_id(&parent).or_else(|| ArchivedStyle::by_id(&parent.replacen("https:", "http:", 1)));
            match found.map(ArchivedStyle::get) {
                Some(found @ Style::Independent(_)) => independent(found, style.default_locale),
                _ => Err(CslError::Parent { parent }),
            }
        }
    }
}

/// Whether the language has words: bundled ones, or the style's own.
fn has_locale(style: &IndependentStyle, code: &LocaleCode) -> bool {
    let language = |code: &LocaleCode| code.0.split('-').next().map(str::to_lowercase);
    let own = style.locale.iter().chain(LOCALES.iter()).filter_map(|locale| locale.lang.as_ref());
    own.into_iter().any(|known| language(known) == language(code))
}

/// The same style in another locale.
pub(super) fn in_locale(loaded: &Loaded, tag: &str) -> Result<Arc<Loaded>, CslError> {
    let has = |code: &LocaleCode| LOCALES.iter().any(|locale| locale.lang.as_ref() == Some(code));
    let code = LocaleCode(tag.to_owned());
    let known = if has(&code) { Some(code) } else { code.fallback().filter(|_| !tag.contains('-')).filter(has) };
    let code = known.ok_or_else(|| CslError::Locale(tag.to_owned()))?;
    let locales = locales_for(Some(&code));
    let (style, ways, keys) = (Arc::clone(&loaded.style), Arc::clone(&loaded.ways), Arc::clone(&loaded.keys));
    Ok(Arc::new(Loaded::new(style, ways, keys, Some(code), locales)))
}

/// The locale, its fallbacks, and English. The processor searches the list for every word.
fn locales_for(locale: Option<&LocaleCode>) -> Vec<Locale> {
    let wanted = [locale.cloned(), locale.and_then(LocaleCode::fallback), Some(LocaleCode::en_us())];
    LOCALES.iter().filter(|it| it.lang.is_some() && wanted.contains(&it.lang)).cloned().collect()
}

/// The depth to which elements are nested. The reader is recursive.
fn depth(xml: &str) -> usize {
    let (mut depth, mut most) = (0usize, 0);
    for tag in xml.split('<').skip(1) {
        match tag.chars().next() {
            Some('/') => depth = depth.saturating_sub(1),
            Some('!' | '?') | None => {}
            Some(_) if tag.split('>').next().is_some_and(|tag| tag.ends_with('/')) => {}
            Some(_) => depth += 1,
        }
        most = most.max(depth);
    }
    most
}

/// Checks the macros, because the processor calls them recursively.
fn check_macros(style: &IndependentStyle) -> Result<(), CslError> {
    let calls: HashMap<&str, Vec<String>> = style
        .macros
        .iter()
        .map(|it| (it.name.as_str(), called(&serde_json::to_value(it).unwrap_or_default())))
        .collect();
    let layouts = std::iter::once(serde_json::to_value(&style.citation))
        .chain(style.bibliography.iter().map(serde_json::to_value))
        .flat_map(|layout| called(&layout.unwrap_or_default()));
    if let Some(name) = calls.values().flatten().cloned().chain(layouts).find(|name| !calls.contains_key(name.as_str()))
    {
        return Err(CslError::Missing(name));
    }
    let mut known = HashMap::new();
    for it in &style.macros {
        if count(&it.name, &calls, &mut known, 0)? > MOST_CALLS {
            return Err(CslError::Calls);
        }
    }
    Ok(())
}

/// The number of calls that one call of this macro causes.
fn count<'m>(
    name: &'m str,
    calls: &'m HashMap<&str, Vec<String>>,
    known: &mut HashMap<&'m str, Option<u64>>,
    depth: usize,
) -> Result<u64, CslError> {
    match known.get(name) {
        Some(Some(count)) => return Ok(*count),
        Some(None) => return Err(CslError::Circle(name.to_owned())),
        None if depth > MOST_NESTED => return Err(CslError::Nested),
        None => {}
    }
    known.insert(name, None);
    let mut all = 1u64;
    for called in calls.get(name).into_iter().flatten() {
        all = all.saturating_add(count(called, calls, known, depth + 1)?);
    }
    known.insert(name, Some(all));
    Ok(all)
}

/// The macros that are called within, each as often as it is called.
fn called(value: &Value) -> Vec<String> {
    match value {
        Value::Object(map) => map
            .iter()
            .flat_map(|(key, value)| match value {
                Value::String(name) if key == "@macro" => vec![name.clone()],
                value => called(value),
            })
            .collect(),
        Value::Array(values) => values.iter().flat_map(called).collect(),
        _ => Vec::new(),
    }
}
