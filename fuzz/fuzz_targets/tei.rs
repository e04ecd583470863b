#![no_main]

mod whole_way;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| whole_way::records(bytes, prefercite::RecordFormat::Tei));
