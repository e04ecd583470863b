//! Why no style was found, and which one may be meant.

#[cfg(feature = "csl")]
use super::CslError;
use super::StyleInfo;
use super::known::CSL;

/// No style was found: its name, an option or a media type is unknown.
///
/// ```
/// use prefercite::style::{self, StyleLookupError};
///
/// let error = style::named_with("ris", &["ascii"]).err().unwrap();
/// assert_eq!(error.to_string(), "ris has no option \"ascii\"; it has zotero");
/// assert!(matches!(error, StyleLookupError::Option { option, .. } if option == "ascii"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum StyleLookupError {
    /// No style has this name.
    #[error(transparent)]
    Style(#[from] UnknownStyleError),
    /// The style does not have this option.
    #[error("{} has no option \"{option}\"; it has {}", .style.name, listed(.style.options))]
    Option {
        /// The unknown option.
        option: String,
        /// The style.
        style: Box<StyleInfo>,
    },
    /// The style has the option, but not with this value: an unknown locale.
    #[error("{style}: {reason}")]
    OptionValue {
        /// The option with its value.
        option: String,
        /// The name of the style.
        style: String,
        /// Why the value is rejected.
        reason: String,
    },
    /// No style yields this media type.
    #[error("no style yields the media type \"{0}\"")]
    MediaType(String),
}

#[cfg(feature = "csl")]
impl StyleLookupError {
    pub(super) fn of_csl(error: CslError, name: &str, option: &str) -> Self {
        let option = option.to_owned();
        match (error, super::known::info(name)) {
            (CslError::Option(_), Some(style)) => StyleLookupError::Option { option, style: Box::new(style) },
            (error, _) => StyleLookupError::OptionValue { option, style: name.to_owned(), reason: error.to_string() },
        }
    }
}

fn listed(options: &[&str]) -> String {
    if options.is_empty() { "none".to_owned() } else { options.join(", ") }
}

/// No style has this name.
///
/// ```
/// use prefercite::style;
///
/// let error = style::named("wilson-centre").err().unwrap();
/// assert_eq!((error.name(), error.nearest()[0]), ("wilson-centre", "wilson-center"));
/// assert!(error.to_string().starts_with("no style is called \"wilson-centre\", did you mean \"wilson-center\""));
/// # #[cfg(feature = "csl")]
/// assert_eq!(style::named("APA").err().unwrap().to_string(), "no style is called \"APA\", did you mean \"csl:apa\"?");
/// ```
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no style is called \"{name}\"{}", suggestion(.name, .nearest, .others))]
pub struct UnknownStyleError {
    name: String,
    nearest: Vec<&'static str>,
    /// If no name is near, all names but those of CSL styles.
    others: Vec<&'static str>,
}

/// Returns the styles that a name was looked up among.
type Known<'k> = &'k dyn Fn() -> Box<dyn Iterator<Item = StyleInfo> + 'k>;

impl UnknownStyleError {
    /// The most names that are suggested.
    const SUGGESTIONS: usize = 3;

    pub(super) fn among(name: &str, all: Known<'_>) -> Self {
        let is_csl = name.starts_with("csl");
        let without_prefix = |info: &StyleInfo| info.name.strip_prefix(CSL);
        let same = all().find(|info| without_prefix(info).is_some_and(|known| known.eq_ignore_ascii_case(name)));
        // Names come from command lines and queries. Comparing a long text would only take time.
        let short: String = name.chars().take(64).collect::<String>().to_lowercase();
        let likeness = |info: &StyleInfo| {
            // All names of CSL styles have the same prefix.
            let known = without_prefix(info).unwrap_or(info.name);
            let short = short.strip_prefix(CSL).unwrap_or(&short);
            let begins = !short.is_empty() && known.starts_with(short);
            if begins { 1.0 } else { strsim::jaro_winkler(short, known) }
        };
        // Without the prefix, a name of a CSL style has to begin with all of the unknown one: `harvard`.
        let is_candidate = |info: &StyleInfo| {
            is_csl || without_prefix(info).is_none_or(|known| short.len() > 2 && known.starts_with(&short))
        };
        let mut near: Vec<(f64, &'static str)> =
            all().filter(is_candidate).map(|info| (likeness(&info), info.name)).collect();
        near.retain(|(likeness, _)| *likeness > 0.75);
        near.sort_by(|a, b| b.0.total_cmp(&a.0));
        let near = near.into_iter().map(|(_, name)| name).filter(|name| same.is_none_or(|same| same.name != *name));
        let nearest: Vec<_> = same.map(|same| same.name).into_iter().chain(near).take(Self::SUGGESTIONS).collect();
        let others = match nearest.is_empty() {
            true => all().filter(|info| without_prefix(info).is_none()).map(|info| info.name).collect(),
            false => Vec::new(),
        };
        UnknownStyleError { name: name.to_owned(), nearest, others }
    }

    /// The unknown name.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The most similar names, the nearest first.
    pub fn nearest(&self) -> &[&'static str] {
        &self.nearest
    }
}

fn suggestion(name: &str, nearest: &[&str], others: &[&str]) -> String {
    if cfg!(not(feature = "csl")) && name.starts_with(CSL) {
        return ": this build of prefercite is without the feature csl".to_owned();
    }
    if nearest.is_empty() {
        let csl = if cfg!(feature = "csl") { ", and names of CSL styles such as csl:apa" } else { "" };
        return format!("; there are {}{csl}", others.join(", "));
    }
    let quoted: Vec<String> = nearest.iter().map(|name| format!("\"{name}\"")).collect();
    format!(", did you mean {}?", quoted.join(" or "))
}

#[cfg(test)]
mod tests {
    use super::super::known;
    use super::*;

    fn unknown(name: &str) -> UnknownStyleError {
        UnknownStyleError::among(name, &|| Box::new(known::all()))
    }

    #[test]
    fn an_unknown_name_offers_the_nearest() {
        assert_eq!(unknown("wilson").nearest(), ["wilson-center", "wilson-center-no-url"]);
        assert_eq!(unknown("prefered").nearest(), ["preferred"]);
        assert_eq!(unknown("CHICAGO-NOTE").nearest()[0], "chicago-note");
        assert_eq!(unknown("chicago").nearest(), ["chicago-note", "chicago-short-note", "chicago-bibliography"]);
        let stranger = unknown("xyz");
        assert!(stranger.nearest().is_empty());
        assert!(stranger.to_string().contains("there are chicago-note, "), "{stranger}");
    }

    #[cfg(feature = "csl")]
    #[test]
    fn the_beginning_of_a_csl_name_offers_it() {
        assert_eq!(unknown("harvard").nearest(), ["csl:harvard-cite-them-right"]);
    }
}
