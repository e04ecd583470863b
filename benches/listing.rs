//! Bibliographies of 1,000, 10,000 and 100,000 documents. The items per second should be similar for all sizes, and
//! so should the memory per item.
//!
//!     cargo bench --bench listing

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher, black_box};
use prefercite::bibliography::Bibliography;
use prefercite::document::Records;
use prefercite::style::{Chicago, Mla, Style};
use prefercite::{Document, Text};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

const SIZES: [usize; 3] = [1_000, 10_000, 100_000];

/// The bundled records repeated, with other people and other years, unsorted.
fn documents(count: usize) -> Vec<Document> {
    let bundled = Records::detect(include_str!("../examples/records/documents.yaml")).collect_all().documents;
    let varied = |index: usize| {
        let mut record = serde_json::to_value(&bundled[index % bundled.len()]).unwrap();
        record["id"] = format!("document-{index}").into();
        // The steps have no common factor with their moduli. Every fifth document shares its author with others.
        let (author, year) = (index * 7_919 % (count / 5), 1900 + index * 31 % 97);
        record["creators"] = serde_json::json!([{ "family": format!("Author {}", letters(author)), "given": "A" }]);
        record["date"] = year.into();
        serde_json::from_value(record).unwrap()
    };
    (0..count).map(varied).collect()
}

/// A number in letters, because a number in a name is read as a year.
fn letters(mut number: usize) -> String {
    let mut letters = String::new();
    loop {
        letters.push(char::from(b'a' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return letters;
        }
    }
}

fn listed(bencher: Bencher<'_, '_>, style: &dyn Style, count: usize) {
    let documents = documents(count);
    bencher.counter(ItemsCount::new(count)).bench_local(|| Bibliography::new(style, black_box(&documents)).unwrap());
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn chicago_bibliography(bencher: Bencher<'_, '_>, count: usize) {
    listed(bencher, &Chicago::EIGHTEENTH, count);
}

/// With the letters after the years.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn chicago_author_date(bencher: Bencher<'_, '_>, count: usize) {
    listed(bencher, &Chicago::EIGHTEENTH.author_date(), count);
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn mla(bencher: Bencher<'_, '_>, count: usize) {
    listed(bencher, &Mla::NINTH, count);
}

/// Sorts and writes lists in CSL styles. Four times the documents should take four times as long.
#[cfg(feature = "csl")]
mod csl {
    use super::*;
    use prefercite::style::Csl;

    const SIZES: [usize; 2] = [1_000, 4_000];

    /// Letters in boxes, by some hundred people.
    fn letters(count: usize) -> Vec<Document> {
        let letter = |index: usize| {
            // A name has no digits.
            let family = |step: usize| super::letters(index * step % 137);
            let person = |step: usize| format!("F{}, {}", family(step), ["John", "Jane", "Ann"][index % 3]);
            serde_json::json!({
                "id": format!("letter-{index}"),
                "kind": "letter",
                "creators": [person(7_919)],
                "recipients": [person(31)],
                "date": format!("19{:02}-{:02}-{:02}", index % 90 + 10, index % 12 + 1, index % 28 + 1),
                "holdings": [{ "repository": { "name": "Archive Center", "place": "Tarrytown" },
                               "path": [{ "level": "box", "id": index % 400 }] }],
            })
        };
        (0..count).map(|index| serde_json::from_value(letter(index)).unwrap()).collect()
    }

    #[divan::bench(args = SIZES, consts = [0, 1, 2], sample_count = 3, sample_size = 1)]
    fn letters_written<const STYLE: usize>(bencher: Bencher<'_, '_>, count: usize) {
        let name = ["apa", "modern-language-association", "chicago-notes"][STYLE];
        let (style, documents) = (Csl::bundled(name).unwrap(), letters(count));
        bencher.counter(ItemsCount::new(count)).bench_local(|| {
            let bibliography = Bibliography::new(&style, black_box(&documents)).unwrap();
            bibliography.citations().map(|entry| entry.unwrap().to_string().len()).sum::<usize>()
        });
    }
}

/// Sorts and writes the list.
#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn chicago_bibliography_written(bencher: Bencher<'_, '_>, count: usize) {
    let documents = documents(count);
    bencher.counter(ItemsCount::new(count)).bench_local(|| {
        let list = Bibliography::new(Chicago::EIGHTEENTH, black_box(&documents)).unwrap();
        let mut text = Text::new();
        list.entries().iter().for_each(|entry| {
            text.clear();
            Chicago::EIGHTEENTH.write(&entry.cite(), &mut text);
            black_box(&text);
        });
    });
}

#[divan::bench(args = SIZES, sample_count = 5, sample_size = 1)]
fn by_archive(bencher: Bencher<'_, '_>, count: usize) {
    let documents = documents(count);
    let list = Bibliography::new(Chicago::EIGHTEENTH, &documents).unwrap();
    bencher.counter(ItemsCount::new(count)).bench_local(|| black_box(&list).by_archive().len());
}
