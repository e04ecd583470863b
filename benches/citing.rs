//! The time of one citation, and its allocations in steady state.
//!
//!     cargo bench --bench citing
//!
//! `pushing` is the lower limit: it pushes the same bytes into a `String`, in pieces of eight.

use divan::{AllocProfiler, Bencher, black_box};
use hayagriva::archive::ArchivedStyle;
use hayagriva::citationberg::{self, IndependentStyle, Locale, Style as CslStyle};
use hayagriva::{BibliographyDriver, BibliographyRequest, CitationItem, CitationRequest};
use prefercite::document::{Document, Records};
use prefercite::notation::Html;
use prefercite::style::{self, Biblatex, Bibtex, Chicago, Csl, CslJson, Hayagriva, Mla, Ris, WilsonCenter};
use prefercite::{Cite, Record, Style, Text};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

fn main() {
    divan::main();
}

/// The founding telegram with its two books, and an ordinary one in a box.
const IDS: [&str; 2] = ["mao-zhou-1950-01-07", "burton-merriam-1923-01-26"];

fn document(id: &str) -> Document {
    let records = Records::detect(include_str!("../examples/records/documents.yaml"));
    records.map(Result::unwrap).find(|document| document.id() == id).expect("the document is bundled")
}

#[divan::bench(args = IDS)]
fn wilson_center(bencher: Bencher<'_, '_>, id: &str) {
    let document = document(id);
    bencher.bench_local(|| WilsonCenter::new().text(&Cite::new(black_box(&document))));
}

#[divan::bench(args = IDS)]
fn wilson_center_in_steady_state(bencher: Bencher<'_, '_>, id: &str) {
    let (document, mut text) = (document(id), Text::new());
    bencher.bench_local(move || {
        text.clear();
        WilsonCenter::new().write(&Cite::new(black_box(&document)), &mut text);
        text.as_str().len()
    });
}

#[divan::bench(args = IDS)]
fn wilson_center_by_the_trait_as_html(bencher: Bencher<'_, '_>, id: &str) {
    let (document, style) = (document(id), style::named("wilson-center").unwrap());
    bencher.bench_local(|| {
        style.cite_document(black_box(&document)).unwrap().as_text().map(|text| text.render(&Html::new()))
    });
}

#[divan::bench(args = IDS)]
fn chicago_note(bencher: Bencher<'_, '_>, id: &str) {
    steady(bencher, id, |cite, text| Chicago::EIGHTEENTH.note().write(cite, text));
}

#[divan::bench(args = IDS)]
fn chicago_bibliography(bencher: Bencher<'_, '_>, id: &str) {
    steady(bencher, id, |cite, text| Chicago::EIGHTEENTH.write(cite, text));
}

#[divan::bench(args = IDS)]
fn mla(bencher: Bencher<'_, '_>, id: &str) {
    steady(bencher, id, |cite, text| Mla::NINTH.write(cite, text));
}

#[divan::bench(args = IDS)]
fn bibtex(bencher: Bencher<'_, '_>, id: &str) {
    straight(bencher, id, |cite, text| _ = Bibtex::new().cite_into(cite, text));
}

#[divan::bench(args = IDS)]
fn biblatex(bencher: Bencher<'_, '_>, id: &str) {
    straight(bencher, id, |cite, text| _ = Biblatex::new().cite_into(cite, text));
}

#[divan::bench(args = IDS)]
fn ris(bencher: Bencher<'_, '_>, id: &str) {
    straight(bencher, id, |cite, text| _ = Ris::new().cite_into(cite, text));
}

fn straight(bencher: Bencher<'_, '_>, id: &str, write: impl Fn(&Cite<'_>, &mut String)) {
    let (document, mut text) = (document(id), String::new());
    bencher.bench_local(move || {
        text.clear();
        write(&Cite::new(black_box(&document)), &mut text);
        text.len()
    });
}

/// Through a record, which gives access to fields and omissions.
#[divan::bench(args = IDS)]
fn bibtex_record(bencher: Bencher<'_, '_>, id: &str) {
    written(bencher, id, |cite| Bibtex::new().record(cite));
}

#[divan::bench(args = IDS)]
fn biblatex_record(bencher: Bencher<'_, '_>, id: &str) {
    written(bencher, id, |cite| Biblatex::new().record(cite));
}

#[divan::bench(args = IDS)]
fn ris_record(bencher: Bencher<'_, '_>, id: &str) {
    written(bencher, id, |cite| Ris::new().record(cite));
}

#[divan::bench(args = IDS)]
fn hayagriva_yaml(bencher: Bencher<'_, '_>, id: &str) {
    written(bencher, id, |cite| Hayagriva::new().record(cite));
}

fn written(bencher: Bencher<'_, '_>, id: &str, record: impl Fn(&Cite<'_>) -> Record) {
    let (document, mut text) = (document(id), String::new());
    bencher.bench_local(move || {
        text.clear();
        let record = record(&Cite::new(black_box(&document)));
        record.syntax().write(record.as_entry(), &mut text).unwrap();
        text.len()
    });
}

fn steady(bencher: Bencher<'_, '_>, id: &str, write: impl Fn(&Cite<'_>, &mut Text)) {
    let (document, mut text) = (document(id), Text::new());
    bencher.bench_local(move || {
        text.clear();
        write(&Cite::new(black_box(&document)), &mut text);
        text.as_str().len()
    });
}

/// The same letter in the CSL engine, with style and locales loaded once: its bundled Chicago and MLA.
#[divan::bench(args = [ArchivedStyle::ChicagoNotes, ArchivedStyle::ModernLanguageAssociation], sample_count = 20)]
fn hayagriva(bencher: Bencher<'_, '_>, style: ArchivedStyle) {
    let CslStyle::Independent(style) = style.get() else { unreachable!("both are independent") };
    let locales = hayagriva::archive::locales();
    let item: citationberg::json::Item = serde_json::from_str(
        r#"{ "id": "burton-merriam", "type": "personal_communication", "genre": "telegram", "language": "zh",
             "author": [{ "family": "Burton" }], "recipient": [{ "family": "Merriam" }],
             "issued": { "date-parts": [[1923, 1, 26]] }, "archive": "University of Chicago Library",
             "archive_collection": "Charles E. Merriam Papers", "archive_location": "box 26, folder 17" }"#,
    )
    .unwrap();
    bencher.bench_local(|| by_csl(&style, &locales, black_box(&item)));
}

fn by_csl(style: &IndependentStyle, locales: &[Locale], item: &citationberg::json::Item) -> usize {
    let mut driver = BibliographyDriver::new();
    driver.citation(CitationRequest::new(vec![CitationItem::with_entry(item)], style, None, locales, None));
    let rendered = driver.finish(BibliographyRequest { style, locale: None, locale_files: locales });
    rendered.citations.iter().map(|citation| format!("{:#}", citation.citation).len()).sum()
}

/// A thousand documents in APA, with the style loaded before, and the same documents in our Chicago. The ratio is the
/// cost of an engine for all styles.
#[divan::bench(sample_count = 3)]
fn csl_apa_a_thousand(bencher: Bencher<'_, '_>) {
    let (documents, apa) = (thousand(), Csl::bundled("apa").unwrap());
    bencher.bench_local(|| documents.iter().map(|it| apa.text(&Cite::new(it)).as_str().len()).sum::<usize>());
}

#[divan::bench(sample_count = 20)]
fn chicago_a_thousand(bencher: Bencher<'_, '_>) {
    let documents = thousand();
    bencher.bench_local(|| {
        documents.iter().map(|it| Chicago::EIGHTEENTH.text(&Cite::new(it)).as_str().len()).sum::<usize>()
    });
}

fn thousand() -> Vec<Document> {
    let bundled = Records::detect(include_str!("../examples/records/documents.yaml")).map(Result::unwrap);
    bundled.collect::<Vec<_>>().into_iter().cycle().take(1000).collect()
}

#[divan::bench(args = IDS)]
fn csl_json(bencher: Bencher<'_, '_>, id: &str) {
    let document = document(id);
    bencher.bench_local(|| CslJson::new().record(&Cite::new(black_box(&document))).to_string().len());
}

#[divan::bench(args = IDS)]
fn pushing(bencher: Bencher<'_, '_>, id: &str) {
    let words = WilsonCenter::new().text(&Cite::new(&document(id))).into_string();
    let characters: Vec<char> = words.chars().collect();
    let pieces: Vec<String> = characters.chunks(8).map(|piece| piece.iter().collect()).collect();
    bencher.bench_local(|| {
        let mut string = String::new();
        black_box(&pieces).iter().for_each(|piece| string.push_str(piece));
        string
    });
}
