//! The extent.

use super::super::draft::{At, Draft};
use super::super::fold::fold;
use super::known::{Known, texts};

/// `<physdesc><extent>1.25 Linear Feet</extent><extent>(1 volume)</extent></physdesc>`
pub(super) fn physdesc(item: &mut Known, draft: &mut Draft<'_>, at: At) {
    let element = item.element(at);
    let values = texts(draft, at, &element);
    // `<extent>3</extent> boxes` is a sentence of its own.
    let is_sentence = values.iter().any(|at| draft.field(*at) == &*element);
    let mut whole = if is_sentence { item.text(draft, at).into_owned() } else { String::new() };
    let mut was_quantity = false;
    for at in values.iter().filter(|_| !is_sentence) {
        let text = fold(draft.text(*at));
        let between = match whole.is_empty() {
            true => "",
            false if was_quantity || text.starts_with('(') || whole.ends_with([',', ';', ':']) => " ",
            false => ", ",
        };
        whole.push_str(between);
        whole.push_str(&text);
        was_quantity = draft.field(*at).to_lowercase().ends_with("quantity");
    }
    if let Some(before) = draft.get("extent") {
        whole = format!("{before}; {whole}");
    }
    draft.put("extent", whole, draft.place(at));
    values.into_iter().for_each(|at| draft.key_of(at, "extent"));
}
