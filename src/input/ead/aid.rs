//! What all components of a finding aid have in common, from its head.

use std::sync::Arc;

use super::super::draft::{Told, Value};
use super::super::fold::fold;
use super::super::shared::ids;
use super::super::xml::Element;
use super::content::Content;
use super::fields;
use super::known::{Archive, Repository};

#[derive(Debug, Default)]
pub(super) struct Aid {
    /// The id in its head, converted to the record format.
    pub(super) id: Option<String>,
    /// The person or body that made it, if it names no archive.
    pub(super) repository: Repository,
    /// Its title in the head, if its description has none.
    pub(super) title: Option<(String, usize)>,
}

impl Aid {
    /// Reads the head of the finding aid that describes this collection.
    pub(super) fn of<'a>(head: Element<'a>, collection: &Content<'a>, outside: &mut Vec<Told<'a>>) -> Self {
        const PUBLISHERS: &[&str] = &["control/maintenanceagency/agencyname", "filedesc/publicationstmt/publisher"];
        let mut aid = Aid::default();
        let (has_archive, has_title) = (collection.has_in_did("repository"), collection.has_in_did("unittitle"));
        let (mut field, mut values) = (head.name.to_owned(), Vec::new());
        head.add_values(&mut field, &mut values);
        values.retain(Value::is_visible);
        let names: Vec<String> = values.iter().map(|value| fields::key(&value.field).names).collect();
        let find = |end: &str| names.iter().position(|names| names.ends_with(end));
        let publisher = PUBLISHERS.iter().filter(|_| !has_archive).find_map(|end| find(end));
        let title = find("titlestmt/titleproper").filter(|_| !has_title);
        for (index, (value, names)) in values.into_iter().zip(&names).enumerate() {
            let is_id = matches!(names.as_str(), "eadheader/eadid" | "control/recordid") && aid.id.is_none();
            let id = is_id.then(|| ids::id(value.text.trim().trim_end_matches(".xml"))).flatten();
            outside.push(if publisher == Some(index) {
                let archive = Archive::new(vec![("name", fold(&value.text).into_owned(), value.place)]);
                aid.repository = Some(Arc::new(archive));
                let why = "no archive is named, so the author of the finding aid is used";
                Told::guess(value, "holdings[0].repository.name", why)
            } else if title == Some(index) {
                aid.title = Some((fold(&value.text).into_owned(), value.place));
                Told::guess(value, "title", "the collection has no title, so the title of the finding aid is used")
            } else if id.is_some() {
                aid.id = id;
                Told::key(value, "id")
            } else {
                Told::not_carried(value, "about the finding aid, not about the documents")
            });
        }
        aid
    }
}
