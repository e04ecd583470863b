#![no_main]

use prefercite::Date;

libfuzzer_sys::fuzz_target!(|text: &str| {
    match text.parse::<Date>() {
        Ok(date) => {
            assert_eq!(date.to_string().parse::<Date>().unwrap(), date, "what is written is what was read");
            assert!(date.earliest().zip(date.latest()).is_none_or(|(first, last)| first <= last));
        }
        Err(error) => assert!(error.offset() <= text.len(), "{error}"),
    }
});
