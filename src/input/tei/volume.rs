//! A volume of documents, which is the source of each document.

use super::leaves::Leaves;
use crate::input::draft::Draft;
use crate::input::shared::names;

/// A volume of documents.
#[derive(Clone, Debug, Default)]
pub(super) struct Volume {
    pub(super) id: Option<String>,
    pub(super) title: Option<String>,
    /// The set that it belongs to, and its number in the set.
    pub(super) set: Option<String>,
    pub(super) number: Option<String>,
    /// The editors of the volume, and the editors of the set.
    pub(super) editors: Vec<String>,
    pub(super) general_editors: Vec<String>,
    pub(super) publisher: Option<String>,
    pub(super) place: Option<String>,
    pub(super) date: Option<String>,
}

impl Volume {
    /// Reads the volume from the header of a file.
    pub(super) fn of(header: &Leaves<'_>) -> Self {
        let text = |field: &str| header.texts.get(field).filter(|text| !text.is_empty()).cloned();
        let look = |field: String| {
            header.values.iter().find(|value| *value.field == field).map(|value| value.text.trim().to_owned())
        };
        let all = |base: &str| -> Vec<String> {
            let field = |index: usize| if index < 2 { base.to_owned() } else { format!("{base}[{index}]") };
            (1..100).map(field).take_while(|field| header.texts.contains_key(field)).collect()
        };
        let titles = all("titleStmt/title");
        let of_type = |kind: &str| {
            titles
                .iter()
                .find(|field| look(format!("{field}/@type")).as_deref() == Some(kind))
                .and_then(|field| text(field))
        };
        let (series, subseries) = (of_type("series"), of_type("sub-series").or(of_type("subseries")));
        let parts = of_type("volume-number").zip(of_type("volume")).zip(series);
        let is_general = |field: &String| look(format!("{field}/@role")).as_deref() == Some("general");
        let (mut general, mut editors): (Vec<String>, Vec<String>) =
            all("titleStmt/editor").into_iter().partition(is_general);
        // General editors exist only for a set.
        if parts.is_none() {
            editors = if editors.is_empty() { general } else { editors };
            general = Vec::new();
        }
        let texts = |fields: Vec<String>| fields.iter().filter_map(|field| text(field)).collect();
        let dates = all("publicationStmt/date");
        let published =
            dates.iter().find(|field| look(format!("{field}/@type")).is_none_or(|kind| kind.contains("publication")));
        let idno = all("publicationStmt/idno")
            .into_iter()
            .find(|field| look(format!("{field}/@type")).as_deref() == Some("frus"));
        let mut volume = Volume {
            id: look("TEI/@id".to_owned()).or(idno.and_then(|field| text(&field))),
            title: None,
            set: None,
            number: None,
            editors: texts(editors),
            general_editors: texts(general),
            publisher: text("publicationStmt/publisher"),
            place: text("publicationStmt/pubPlace"),
            date: published.and_then(|field| look(format!("{field}/@when")).or(text(field))),
        };
        match parts {
            Some(((number, title), series)) => {
                let set = subseries.map_or(series.clone(), |years| format!("{series}, {years}"));
                let number = ["Volume ", "Vol. "]
                    .iter()
                    .find_map(|word| number.strip_prefix(word))
                    .unwrap_or(&number)
                    .to_owned();
                (volume.title, volume.set, volume.number) = (Some(title), Some(set), Some(number));
            }
            None => volume.title = of_type("complete").or_else(|| titles.first().and_then(|field| text(field))),
        }
        volume
    }

    /// Puts the volume as the source of a document.
    pub(super) fn put(&self, draft: &mut Draft<'_>, place: usize) {
        for (list, editors) in [("source.editors", &self.editors), ("source.general-editors", &self.general_editors)] {
            for (index, name) in editors.iter().enumerate() {
                names::read(name).put(draft, &format!("{list}[{index}]"), place);
            }
        }
        for (path, text) in [
            ("source.title", &self.title),
            ("source.container", &self.set),
            ("source.volume", &self.number),
            ("source.place", &self.place),
            ("source.publisher", &self.publisher),
            ("source.date", &self.date),
        ] {
            if let Some(text) = text {
                draft.put(path, text.as_str(), place);
            }
        }
    }
}
