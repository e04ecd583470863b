//! Lists with "and" before the last item.

use super::sentence::Sentence;

/// Adds `A`, `A and B`, `A, B, and C`.
///
/// ```
/// use prefercite::prose::{EN_GB, EN_US, plain, push_items};
///
/// let archives = ["Moscow", "Beijing", "Washington"];
/// let list = |language| plain(language, |s| push_items(s, &archives, |s, archive| _ = s.data(archive)));
/// assert_eq!(list(&EN_US), "Moscow, Beijing, and Washington");
/// assert_eq!(list(&EN_GB), "Moscow, Beijing and Washington");
/// ```
pub fn push_items<T>(s: &mut Sentence<'_>, items: &[T], write: impl FnMut(&mut Sentence<'_>, &T)) {
    push_counted(s, items.len(), items.iter(), write);
}

/// The same for items that are not in one slice, with their number.
pub(crate) fn push_counted<T>(
    s: &mut Sentence<'_>,
    count: usize,
    items: impl Iterator<Item = T>,
    mut write: impl FnMut(&mut Sentence<'_>, T),
) {
    let language = s.language();
    let last = count.saturating_sub(1);
    for (index, item) in items.enumerate() {
        if index > 0 {
            let comma = index < last || index > 1 && language.serial_comma;
            s.with(|text| {
                text.push_str(if comma { ", " } else { " " });
                if index == last {
                    text.push_str(language.people.and);
                    text.push(' ');
                }
            });
        }
        write(s, item);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::prose::sentence::plain;
    use crate::prose::{DE, EN_GB, EN_US, FR};

    #[test]
    fn the_last_of_several_has_its_conjunction() {
        for (language, three) in [(EN_US, "A, B, and C"), (EN_GB, "A, B and C"), (FR, "A, B et C"), (DE, "A, B und C")]
        {
            for (names, printed) in [(&["A"][..], "A"), (&[], ""), (&["A", "B", "C"], three)] {
                assert_eq!(plain(&language, |s| push_items(s, names, |s, name| _ = s.data(name))), printed);
            }
        }
        assert_eq!(plain(&EN_US, |s| push_items(s, &["A", "B"], |s, name| _ = s.data(name))), "A and B");
    }
}
