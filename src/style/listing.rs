//! A style in the list of those that have a name.

/// A style that can be found by its name.
///
/// ```
/// use prefercite::style;
///
/// let mla = style::list().find(|listing| listing.name == "mla").expect("it is listed");
/// assert_eq!(mla.description, "MLA Handbook, 9th edition: an entry of the works cited");
/// assert!(mla.options.contains(&"access-dates"));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct StyleInfo {
    /// What it is called.
    pub name: &'static str,
    /// What it is, in a line.
    pub description: &'static str,
    /// The options that [`named_with`](super::named_with) sets.
    pub options: &'static [&'static str],
}
