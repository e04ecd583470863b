//! A written document is read back as the same document, and written in the same way again.

mod support;

use prefercite::document::{RecordFormat, Records};
use prefercite::{Date, Document};
use proptest::prelude::*;
use support::{Words, date, document};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(384))]

    #[test]
    fn json_by_serde(document in document(Words::Wild)) {
        let written = serde_json::to_string(&document).unwrap();
        let read: Document = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(&read, &document);
        prop_assert_eq!(serde_json::to_string(&read).unwrap(), written);
    }

    #[test]
    fn json_lines_by_our_reader(document in document(Words::Wild)) {
        let written = serde_json::to_string(&document).unwrap();
        let read = Records::new(&written, RecordFormat::JsonLines).next().unwrap().unwrap();
        prop_assert_eq!(read, document);
    }

    #[cfg(feature = "yaml")]
    #[test]
    fn yaml_by_our_reader(document in document(Words::Wild)) {
        let written = serde_saphyr::to_string(&document).unwrap();
        let read = Records::new(&written, RecordFormat::Yaml).next().unwrap();
        let read = read.map_err(|refusal| TestCaseError::fail(format!("{refusal}\n{written}")))?;
        prop_assert_eq!(&read, &document);
        prop_assert_eq!(serde_saphyr::to_string(&read).unwrap(), written);
    }

    #[test]
    fn a_date_means_what_its_edtf_means(date in date()) {
        if let Some(edtf) = date.edtf() {
            let read: Date = edtf.parse().unwrap();
            prop_assert_eq!(read.edtf(), Some(edtf));
            prop_assert_eq!((read.earliest(), read.latest()), (date.earliest(), date.latest()));
        }
        prop_assert_eq!(&date.to_string().parse::<Date>().unwrap(), &date);
    }

    #[test]
    fn a_range_has_its_ends_in_order(date in date()) {
        if let (Some(first), Some(last)) = (date.earliest(), date.latest()) {
            prop_assert!(first <= last);
        }
    }
}
