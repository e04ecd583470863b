#![no_main]

mod whole_way;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(document) = serde_json::from_slice(bytes) {
        whole_way::cite(&document);
    }
});
