use crate::document::{Holding, HoldingRole, Kind, LeafUnit, LevelKind};

#[test]
fn a_known_word_may_have_any_capitals_and_hyphens() {
    for (written, kind) in [("Telegram", Kind::Telegram), ("LETTER", Kind::Letter), ("letter", Kind::Letter)] {
        assert_eq!(Kind::from(written), kind);
    }
    for (written, level) in [
        ("Fonds", LevelKind::Fonds),
        ("Box", LevelKind::Box),
        ("Sub-series", LevelKind::Subseries),
        ("sub group", LevelKind::Subgroup),
        ("Record Group", LevelKind::RecordGroup),
        ("record_group", LevelKind::RecordGroup),
        ("Maço", LevelKind::Other("Maço".to_owned())),
        ("boxes", LevelKind::Other("boxes".to_owned())),
    ] {
        assert_eq!(LevelKind::from(written), level);
        assert_eq!(serde_json::from_value::<LevelKind>(written.into()).unwrap(), level);
    }
    assert_eq!(LeafUnit::from("Folio"), LeafUnit::Folio);
    let copy: Holding = serde_json::from_str(r#"{ "reference": "f. 1", "role": "Copy" }"#).unwrap();
    assert_eq!(copy.role, HoldingRole::Copy);
}

#[test]
fn all_known_words_are_listed() {
    assert_eq!(Kind::ALL.len(), Kind::WORDS.len());
    assert!(LevelKind::ALL.iter().all(LevelKind::is_known) && !LevelKind::from("Maço").is_known());
    assert_eq!(HoldingRole::ALL.len(), 3);
}
