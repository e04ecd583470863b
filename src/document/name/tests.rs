use super::*;

fn round(json: &str) -> String {
    let name: Name = serde_json::from_str(json).unwrap_or_else(|error| panic!("{json}: {error}"));
    serde_json::to_string(&name).unwrap()
}

#[test]
fn the_shortest_form_that_loses_nothing_is_written() {
    for json in [
        r#""Kennan, George F.""#,
        r#""Schlesinger, Arthur M., Jr.""#,
        r#""Mao Zedong""#,
        r#"{"family":"Stalin"}"#,
        r#"{"family":"Mao","given":"Zedong","order":"family-first"}"#,
        r#"{"family":"Gaulle","given":"Charles","particle":"de"}"#,
        r#"{"family":"Stalin","signed-as":"Filippov"}"#,
        r#"{"family":"Smith, Jones","given":"A."}"#,
        r#"{"body":"Ministry of Foreign Affairs, Hungary"}"#,
    ] {
        assert_eq!(round(json), json);
    }
    assert_eq!(round(r#"{"family":"Kennan","given":"George F.","order":"given-first"}"#), r#""Kennan, George F.""#);
}

#[test]
fn a_space_that_was_typed_on_purpose_is_kept() {
    let json = "{\"family\":\"Kennan\u{A0}\",\"given\":\"George\"}";
    assert_eq!(round(json), json);
}

#[test]
fn an_invalid_name_is_rejected_with_a_reason() {
    for (json, says) in [
        (r#""Polish Embassy, Rio, Brazil, South America""#, "{ body: "),
        (r#""Kennan,""#, "given: is empty"),
        (r#"{"given":"Zedong"}"#, "family: is required"),
        (r#"{"family":"Mao","order":"family"}"#, "is not an order of names"),
        (r#"{"family":"Mao","body":"CCP"}"#, "belongs to a person"),
        (r#"{"famly":"Mao"}"#, "did you mean \"family\"?"),
        (r#"{"abbrevation":"CCP"}"#, "did you mean \"abbreviation\"?"),
        (r#"["Mao"]"#, "expected a name"),
        ("1.5", "put it in quotation marks"),
    ] {
        let error = serde_json::from_str::<Name>(json).unwrap_err().to_string();
        assert!(error.contains(says), "{json}: {error}");
    }
}

#[test]
fn a_short_name_is_one_person_or_refused() {
    let parts = |text: &str| match Name::from(text) {
        Name::Person(person) => (person.family, person.given.unwrap_or_default(), person.suffix.unwrap_or_default()),
        _ => panic!("{text}"),
    };
    for (text, family, given, suffix) in [
        ("Kennan, George F.", "Kennan", "George F.", ""),
        ("Schlesinger, Arthur M., Jr.", "Schlesinger", "Arthur M.", "Jr."),
        ("Service, John S.", "Service", "John S.", ""),
        ("House, Edward M.", "House", "Edward M.", ""),
        ("Church, Frank", "Church", "Frank", ""),
        ("Clay, Cassius Church", "Clay", "Cassius Church", ""),
        ("Cromer, Earl of", "Cromer", "Earl of", ""),
        ("Lenin, VI", "Lenin", "VI", ""),
        ("Katayama, Sen", "Katayama", "Sen", ""),
        ("Lei, Jun", "Lei", "Jun", ""),
        ("Humboldt, Alexander von", "Humboldt", "Alexander von", ""),
        ("Astor, John Jacob, IV", "Astor", "John Jacob", "IV"),
        ("Astor, John Jacob, 3rd", "Astor", "John Jacob", "3rd"),
        ("Ricci, Matteo, S.J.", "Ricci", "Matteo", "S.J."),
        ("Nimitz, Chester W., USN", "Nimitz", "Chester W.", "USN"),
        ("Brueghel, Pieter, the Elder", "Brueghel", "Pieter", "the Elder"),
    ] {
        assert_eq!(parts(text), (family.to_owned(), given.to_owned(), suffix.to_owned()), "{text}");
        assert_eq!(round(&format!("{text:?}")), format!("{text:?}"));
    }
}

#[test]
fn what_may_be_read_in_two_ways_is_refused_with_what_would_be_right() {
    for (text, says) in [
        ("Mao, Zedong, 1893-1976", "leave out the years: \"Mao, Zedong\""),
        ("Smith, John, 1900-1980", "leave out the years: \"Smith, John\""),
        ("Smith, John, 1900-", "leave out the years: \"Smith, John\""),
        ("Smith, John, b. 1900", "leave out the years: \"Smith, John\""),
        ("Smith, John, approximately 1600-1650", "\"Smith, John\""),
        ("Smith, John, active 16th century", "leave out the years"),
        ("Smith, John (1900-1980)", "leave out the years: \"Smith, John\""),
        ("Schlesinger, Arthur M., Jr., 1917-2007", "\"Schlesinger, Arthur M., Jr.\""),
        ("Charlemagne, 742-814", "leave out the years: \"Charlemagne\""),
        ("Mao Zedong (1893-1976)", "leave out the years: \"Mao Zedong\""),
        ("Mao Zedong, 1893–1976", "leave out the years: \"Mao Zedong\""),
        ("Stalin b. 1878", "leave out the years: \"Stalin\""),
        ("King, Jr., Martin Luther", "write \"King, Martin Luther, Jr.\""),
        ("King, Martin Luther Jr.", "write \"King, Martin Luther, Jr.\""),
        ("King Jr., Martin Luther", "write \"King, Martin Luther, Jr.\""),
        ("Astor, III, John Jacob", "write \"Astor, John Jacob, III\""),
        ("King, Jr.", "{ family: King, suffix: Jr. }"),
        ("Smith, J.; Brown, K.", "an entry of its own"),
        ("Marx; Engels", "an entry of its own"),
        ("Smith, J., Brown, K.", "an entry of its own"),
        ("Smith, John and Brown, Kate", "{ body: "),
        ("Smith, John and Kate", "{ body: "),
        ("United States, Department of State", "{ body: \"United States, Department of State\" }"),
        ("Foreign Service, Brazil", "{ body: "),
        ("Embassy in Rio, Brazil, Poland's", "{ body: "),
        ("Great Britain, Foreign Office", "{ body: "),
        ("Hongrie, Ministère des affaires étrangères", "{ body: "),
        ("Österreich, AUSWÄRTIGES Amt", "{ body: "),
        ("Victoria, Queen of Great Britain", "{ body: "),
        ("Baring, Evelyn, 1st Earl of Cromer", "suffix: 1st Earl of Cromer }"),
        ("Churchill, Winston, Sir", "suffix: Sir }"),
    ] {
        let error = serde_json::from_str::<Name>(&format!("{text:?}")).unwrap_err().to_string();
        assert!(error.contains(" is not a name: ") && error.contains(says), "{text}: {error}");
    }
    for text in ["XX Congress 1956", "Group of 77", "Marx and Engels", "Secretary of State"] {
        assert_eq!(round(&format!("{text:?}")), format!("{text:?}"));
    }
    for json in [
        r#"{"family":"Mao","given":"Zedong","suffix":"1893-1976"}"#,
        r#"{"family":"Mao","given":"Zedong, 1893-1976"}"#,
        r#"{"family":"Smith, J.; Brown"}"#,
    ] {
        assert!(serde_json::from_str::<Name>(json).unwrap_err().to_string().contains(" is not a name: "), "{json}");
    }
}

#[test]
fn an_exact_constructor_guesses_nothing() {
    use crate::document::{Document, Kind};

    assert_eq!(Name::person("Stalin", "Joseph"), Name::from(Person::new("Stalin").given("Joseph")));
    let refusal = Document::builder("x", Kind::Letter).creator(Name::as_written("Kennan, George")).build().unwrap_err();
    assert!(refusal.to_string().contains("{ family: Kennan, given: George }"), "{refusal}");
}
