//! Style lookup with styles of a program beside those of the crate.

use std::fmt;
use std::sync::Arc;

#[cfg(feature = "csl")]
use super::Csl;
use super::known::{self, CSL, KNOWN};
use super::lookup_error::{StyleLookupError, UnknownStyleError};
use super::{Style, StyleInfo};

/// The styles that a program offers: those of this crate, and your own.
///
/// The functions [`named`](super::named), [`named_with`](super::named_with), [`for_media_type`](super::for_media_type),
/// [`all`](super::all) and [`info`](super::info) know the styles of this crate. The methods of the same names know your
/// own too. Keep the value where your program keeps its settings: it is cheap to clone, `Send` and `Sync`.
///
/// ```
/// use prefercite::style::{Style, StyleError, StyleInfo, Styles};
/// use prefercite::{Citation, Cite, Document, Text};
///
/// #[derive(Clone, Copy, Debug)]
/// struct House {
///     with_id: bool,
/// }
///
/// impl House {
///     fn with_option(self, name: &str) -> Option<Self> {
///         (name == "id").then_some(House { with_id: true })
///     }
/// }
///
/// impl Style for House {
///     fn cite(&self, cite: &Cite<'_>) -> Result<Citation, StyleError> {
///         let title = cite.document().title().map_or("untitled", |title| &title.text);
///         let id = if self.with_id { cite.document().id() } else { "" };
///         Ok(Text::from(format!("{title} {id}")).into())
///     }
/// }
///
/// let info = StyleInfo::new("house", "Our Archive").with_options(&["id"]);
/// let styles = Styles::new().with_options(info, House { with_id: false }, |style, option| style.with_option(option));
///
/// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report" }"#)?;
/// assert_eq!(styles.named_with("house", &["id"])?.cite_document(&report)?.to_string(), "A report r");
/// assert_eq!(styles.named("mla")?.cite_document(&report)?.to_string(), "“A report.”");
/// assert_eq!(styles.all().next().map(|info| info.label), Some("Our Archive"));
///
/// let error = styles.named_with("house", &["address"]).unwrap_err();
/// assert_eq!(error.to_string(), "house has no option \"address\"; it has id");
/// let error = styles.named("hause").unwrap_err();
/// assert_eq!(error.to_string(), "no style is called \"hause\", did you mean \"house\"?");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "registry")]
#[doc(alias = "register")]
#[derive(Clone, Default)]
pub struct Styles {
    own: Vec<Own>,
}

#[derive(Clone)]
struct Own {
    info: StyleInfo,
    make: Make,
}

/// The style with these options, or the index of the first option that it does not have.
type Make = Arc<dyn Fn(&[&str]) -> Result<Box<dyn Style>, usize> + Send + Sync>;

impl Styles {
    /// The styles of this crate.
    pub fn new() -> Self {
        Styles::default()
    }

    /// Adds a style without options. It replaces any style of the same name, also one of this crate.
    ///
    /// The media type and the extension of a style that yields records are those of its [`syntax`](Style::syntax).
    ///
    /// ```
    /// use prefercite::style::{Chicago, StyleInfo, Styles};
    ///
    /// // A style of this crate, under a name and with the options of the house.
    /// let note = Chicago::EIGHTEENTH.note().day_month_year().repository_first();
    /// let styles = Styles::new().with(StyleInfo::new("journal", "Notes of the Journal"), note);
    /// assert!(styles.named("journal").is_ok());
    /// assert!(prefercite::style::named("journal").is_err());
    /// ```
    #[must_use]
    pub fn with(self, info: StyleInfo, style: impl Style + Clone + 'static) -> Self {
        self.with_options(StyleInfo { options: &[], ..info }, style, |_, _| None)
    }

    /// Adds a style with options: `set_option` returns the style with an option, or `None` if it does not have it.
    /// It replaces any style of the same name, also one of this crate.
    #[must_use]
    pub fn with_options<S: Style + Clone + 'static>(
        mut self,
        info: StyleInfo,
        style: S,
        set_option: impl Fn(S, &str) -> Option<S> + Send + Sync + 'static,
    ) -> Self {
        let syntax = style.syntax();
        let info = StyleInfo {
            media_type: syntax.map(|syntax| syntax.media_type()),
            extension: syntax.map(|syntax| syntax.extension()),
            ..info
        };
        let make: Make = Arc::new(move |options| {
            let mut style = style.clone();
            for (index, option) in options.iter().enumerate() {
                style = set_option(style, option).ok_or(index)?;
            }
            Ok(Box::new(style))
        });
        self.own.retain(|own| own.info.name != info.name);
        self.own.push(Own { info, make });
        self
    }

    /// Every style: your own in the order in which they were added, then those of [`all`](super::all).
    pub fn all(&self) -> impl Iterator<Item = StyleInfo> {
        let is_own = |name| self.own.iter().any(|own| own.info.name == name);
        self.own.iter().map(|own| own.info).chain(known::all().filter(move |info| !is_own(info.name)))
    }

    /// The style with this name.
    pub fn info(&self, name: &str) -> Option<StyleInfo> {
        self.all().find(|info| info.name == name)
    }

    /// Returns the style with this name.
    ///
    /// # Errors
    ///
    /// No style has this name.
    pub fn named(&self, name: &str) -> Result<Box<dyn Style>, UnknownStyleError> {
        // Without options the name is all that can be unknown.
        self.named_with(name, &[]).map_err(|_| self.unknown(name))
    }

    /// Returns the style with this name and these options.
    ///
    /// # Errors
    ///
    /// The style, an option or a locale is unknown.
    pub fn named_with(&self, name: &str, options: &[&str]) -> Result<Box<dyn Style>, StyleLookupError> {
        let no_option = |info: StyleInfo, option: &str| StyleLookupError::Option {
            option: option.to_owned(),
            style: Box::new(info),
        };
        if let Some(own) = self.own.iter().find(|own| own.info.name == name) {
            let option = |index| options.get(index).copied().unwrap_or_default();
            return (own.make)(options).map_err(|index| no_option(own.info, option(index)));
        }
        #[cfg(feature = "csl")]
        if let Some(csl) = name.strip_prefix(CSL) {
            let mut style = Csl::bundled(csl).map_err(|_| self.unknown(name))?;
            for option in options {
                style = style.set_option(option).map_err(|error| StyleLookupError::of_csl(error, name, option))?;
            }
            return Ok(Box::new(style));
        }
        let known = KNOWN.iter().find(|known| known.info.name == name).ok_or_else(|| self.unknown(name))?;
        (known.make)(options).map_err(|option| no_option(known.info, option))
    }

    /// Returns the style for a media type: see [`for_media_type`](super::for_media_type).
    ///
    /// # Errors
    ///
    /// The media type, the style or the locale is unknown.
    ///
    /// ```
    /// use prefercite::Document;
    /// use prefercite::style::{Chicago, StyleInfo, Styles};
    ///
    /// let styles = Styles::new().with(StyleInfo::new("journal", "Notes of the Journal"), Chicago::EIGHTEENTH.note());
    /// let report: Document = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "1950" }"#)?;
    /// let style = styles.for_media_type("text/x-bibliography; style=journal")?;
    /// assert_eq!(style.cite_document(&report)?.to_string(), "“A report,” 1950.");
    /// # use prefercite::Style;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn for_media_type(&self, media_type: &str) -> Result<Box<dyn Style>, StyleLookupError> {
        let mut parts = media_type.split(';').map(str::trim);
        let essence = parts.next().unwrap_or_default().to_ascii_lowercase();
        if essence != "text/x-bibliography" {
            let is_file = |info: &StyleInfo| !known::IN_A_PAGE.contains(&info.name);
            let found = self.all().find(|info| info.media_type == Some(&*essence) && is_file(info));
            let unknown = || StyleLookupError::MediaType(media_type.to_owned());
            return Ok(self.named(found.ok_or_else(unknown)?.name)?);
        }
        let (mut name, mut locale) = ("chicago-bibliography", None);
        for (key, value) in parts.filter_map(|part| part.split_once('=')) {
            let value = value.trim().trim_matches('"');
            match key.trim() {
                key if key.eq_ignore_ascii_case("style") => name = value,
                key if key.eq_ignore_ascii_case("locale") => locale = Some(value),
                _ => {}
            }
        }
        let csl = format!("{CSL}{name}");
        let name = if self.info(name).is_none() && self.info(&csl).is_some() { &csl } else { name };
        let Some(locale) = locale else { return Ok(self.named(name)?) };
        if !name.starts_with(CSL) {
            let style = self.named(name)?;
            if is_or_covers(locale, style.language().tag) {
                return Ok(style);
            }
        }
        self.named_with(name, &[&format!("locale={locale}")])
    }

    fn unknown(&self, name: &str) -> UnknownStyleError {
        UnknownStyleError::among(name, &|| Box::new(self.all()))
    }
}

/// Whether a tag is this one or its language alone: `en-US`, `en`.
fn is_or_covers(wanted: &str, tag: &str) -> bool {
    let language = tag.split('-').next().unwrap_or(tag);
    wanted.eq_ignore_ascii_case(tag) || wanted.eq_ignore_ascii_case(language)
}

/// Shows the names of the program's own styles.
impl fmt::Debug for Styles {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.own.iter().map(|own| own.info.name)).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Chicago, Mla, Ris};
    use super::*;

    #[test]
    fn an_own_style_replaces_one_of_the_crate() {
        let report = serde_json::from_str(r#"{ "id": "r", "title": "A report", "date": "1950" }"#).unwrap();
        let styles = Styles::new()
            .with(StyleInfo::new("mla", "First"), Ris::new())
            .with(StyleInfo::new("mla", "Second"), Chicago::EIGHTEENTH.note());
        assert_eq!(styles.named("mla").unwrap().cite_document(&report).unwrap().to_string(), "“A report,” 1950.");
        assert_eq!(styles.all().filter(|info| info.name == "mla").map(|it| it.label).collect::<Vec<_>>(), ["Second"]);
        assert_eq!(styles.all().count(), known::all().count());
        assert_eq!(format!("{styles:?}"), "[\"mla\"]");
    }

    #[test]
    fn an_own_style_is_found_by_its_media_type_and_listed_in_errors() {
        let styles = Styles::new().with(StyleInfo::new("our-ris", "Our RIS"), Ris::new());
        let info = styles.info("our-ris").unwrap();
        assert_eq!((info.media_type, info.extension), (Some("application/x-research-info-systems"), Some("ris")));
        assert!(styles.for_media_type("application/x-research-info-systems").unwrap().syntax().is_some());
        assert!(styles.named("xyz").unwrap_err().to_string().contains("; there are our-ris, chicago-note, "));
        let error = styles.named_with("our-ris", &["zotero"]).unwrap_err();
        assert_eq!(error.to_string(), "our-ris has no option \"zotero\"; it has none");
    }

    #[test]
    fn an_unknown_option_is_named_whatever_its_place() {
        let info = StyleInfo::new("house", "House").with_options(Mla::OPTIONS);
        let styles = Styles::new().with_options(info, Mla::NINTH, |style, option| style.with_option(option));
        let error = styles.named_with("house", &["schemes", "bold"]).unwrap_err();
        assert!(matches!(error, StyleLookupError::Option { option, .. } if option == "bold"));
    }
}
