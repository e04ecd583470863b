use std::io::Cursor;

use super::super::super::format::RecordFormat;
use super::super::super::ledger::LedgerEntry;
use super::super::super::records::Records;
use super::super::{ReadError, RecordReader, Text};
use super::*;
use crate::document::fault::{FieldError, RecordError};
use crate::document::lossy::LossyDocument;
use crate::slice::slice;

/// A finding aid with values that are inherited, that are not valid, and that come after the components.
const AID: &str = "<?xml version='1.0'?>
<!DOCTYPE ead [<!ENTITY x 'y'>]>
<!-- A finding aid -->
<ead xmlns='urn:isbn:1-931666-22-9'><eadheader><eadid>aid.xml</eadid><filedesc><titlestmt>
<titleproper>Guide</titleproper></titlestmt></filedesc></eadheader>
<frontmatter><titlepage><p>Front</p></titlepage></frontmatter>
<archdesc level='collection'><did><unittitle>Papers of é</unittitle><unitdate normal='1900/1950'/>
<repository>An archive &amp; a library<address><addressline>London</addressline></address></repository></did>
<dsc type='combined'><head>List</head>
<c01 level='series' id='s1'><did><unitid>1</unitid><unittitle>Letters</unittitle>
<container type='box'>1</container></did><p>between</p>
  <c02 level='file'><did><unittitle>To Smith, <unitdate>1 May 1920</unitdate></unittitle></did></c02>
  <c02 level='file'/><c02 level='file'><did><unitdate normal='1921-13'>1921</unitdate></did>
    <c03><did><unittitle>One</unittitle></did><scopecontent><head>Scope</head><p>Of <c>it</c></p></scopecontent></c03></c02>
</c01> text <?pi?>
<c01 level='series'><did><unittitle>Letters</unittitle><dao href='x'/></did><c02/></c01>
<p>after the first list</p></dsc>
<dsc><c01><did><unittitle>Other</unittitle><unittitle></unittitle></did></c01></dsc>
<controlaccess><subject>Peace</subject></controlaccess>
<prefercite><p>Cite it.</p></prefercite>
</archdesc><x>end</x></ead>
";

type Shown = Vec<String>;

fn shown(record: &Result<LossyDocument, RecordError>, ledger: &[LedgerEntry]) -> Shown {
    let record = match record {
        Ok(LossyDocument { document, dropped }) => format!("{document:?} {dropped:?}"),
        Err(error) => {
            let lines: Vec<_> = error.field_errors().iter().map(FieldError::line).collect();
            format!("{:?} {:?} {lines:?} {error}", error.record(), error.line())
        }
    };
    let entries = ledger.iter().map(|entry| format!("{:?} {entry}", entry.record));
    std::iter::once(record).chain(entries).collect()
}

fn whole(text: &str) -> Vec<Shown> {
    let mut records = Records::new(text, RecordFormat::Ead).lossy();
    let mut found = Vec::new();
    while let Some(record) = records.next() {
        found.push(shown(&record, records.ledger()));
    }
    found.push(records.ledger().iter().map(ToString::to_string).collect());
    found
}

fn read<R: BufRead>(mut reader: RecordReader<R>, least: usize) -> Vec<Shown> {
    reader.text = Text::Ead(Box::new(Parts::new(least)));
    let mut records = reader.with_ledger().lossy();
    let mut found = Vec::new();
    while let Some(record) = records.next() {
        let record = record.map_err(|error| match error {
            ReadError::Record(error) => error,
            ReadError::Io { message, .. } => panic!("{message}"),
        });
        found.push(shown(&record, records.ledger()));
    }
    found.push(records.ledger().iter().map(ToString::to_string).collect());
    found
}

/// The file is read in parts of any size as it is read from its text.
fn check(text: &str) {
    let whole = whole(text);
    for least in [1, 500] {
        let file = io::BufReader::with_capacity(7, Cursor::new(text));
        assert_eq!(read(Records::from_file(file, RecordFormat::Ead), least), whole, "{least}: {text}");
    }
}

#[test]
fn a_finding_aid_is_read_in_parts_as_from_its_text() {
    assert_eq!(whole(AID).len(), 10);
    check(AID);
    for (old, new) in [
        ("archdesc", "e:archDesc"),
        ("dsc>", "descriptionOfComponents>"),
        ("<p>after", "<c01/><dsc/><p>after"),
        ("\n", "\r\n"),
        ("<controlaccess>", "<dsc/><controlaccess>"),
        ("Front", "<dsc></dsc>"),
        ("<eadheader>", "<a><b><eadheader/></b></a><eadheader>"),
        ("<x>end", "<c>x</c><x>end"),
        ("<x>end", "<archdesc><did/><dsc><c/></dsc><p>x</p></archdesc><x>end"),
        ("<x>end", "<eadheader><eadid>b</eadid></eadheader><c/><x>end"),
        // Values that are not valid, and that the components inherit.
        ("Papers of", "Papers &#1; of"),
        ("An archive", "An &#1;archive"),
        ("'box'>1<", "'box'>&#1;1<"),
        ("Peace", "<!-- </dsc> -->Peace"),
        ("<did>", "<did a='</dsc>' b=1>"),
        // The parser drops a mark where it starts.
        ("</c01>", "</c01>\u{FEFF}é<c02/><c02/><c02/><c02/><c02/><c02/><c02/><c02/><c02/><c02/>\u{FEFF}<c02/>"),
        ("</dsc>", "</dsc>\u{FEFF}éé"),
        // Tags whose names end elsewhere for the parser, and names that begin like others.
        ("<p>between</p>", "<did=x></did=x>"),
        ("<p>between</p>", "<archdescription>x</archdescription>"),
        ("<x>end", "<?xml x='</dsc>'?><x>end"),
        ("</dsc>\n<dsc>", "</dsc>\n"),
        // Values of the collection that come last, and that the components inherit.
        ("<controlaccess>", "<did><container type='box'>&#1;</container></did><controlaccess>"),
        ("<c02 level='file'/>", "<control/><c02/><c02/><c02/><c02/><c02/><c02/><c02/><c02/><c02/><c02/><c02/>"),
        // The rest is not read, but it is more than is read together.
        ("<c01><did>", "<c02/><c02/><c02/><c02/><c02/><c02/><c02/><c02/><c01><did>"),
        ("</c01></dsc>", "<c02/><c02/><c02/><c02/><c02/><c02/><</c01></dsc>"),
    ] {
        check(&AID.replace(old, new));
    }
    // A reader that cannot move reads the text as a whole.
    assert_eq!(read(Records::from_reader(AID.as_bytes(), RecordFormat::Ead), 1), whole(AID));
    let marked = format!("\u{FEFF}{AID}");
    assert_eq!(read(Records::from_file(Cursor::new(&marked), RecordFormat::Ead), 1), whole(&marked));
    assert_eq!(read(Records::from_reader(marked.as_bytes(), RecordFormat::Ead), 1), whole(&marked));
}

#[test]
fn a_damaged_finding_aid_is_read_in_parts_as_from_its_text() {
    for (at, character) in AID.char_indices() {
        let (before, after) = (slice(AID, ..at), slice(AID, at + character.len_utf8()..));
        if at % 3 == 0 {
            check(&[before, after].concat());
        }
        if at % 43 == 0 {
            for new in ["<", ">", "<c>", "</c01>", "<!--", "]]>", "&", "'"] {
                check(&[before, new, after].concat());
            }
        }
    }
}

#[test]
fn an_element_that_is_too_deep_is_skipped_across_a_pause() {
    let part = "<a><c><did><unittitle>T</unittitle></did></c></a>\n".repeat(40);
    check(&format!("<ead>{}{part}", "<a>".repeat(255)));
}

#[test]
fn one_part_is_in_memory() {
    let part = "<c><did><unittitle>A title</unittitle></did></c>\n".repeat(10_000);
    let text = format!(
        "<ead><archdesc><did><unittitle>Papers</unittitle></did><dsc><!-- <p>x</p> -->{part}</dsc><p>Note</p></archdesc></ead>"
    );
    let mut records = Records::from_file(Cursor::new(&text), RecordFormat::Ead);
    assert!(records.next().unwrap().is_ok());
    let Text::Ead(parts) = &records.text else { panic!() };
    assert!(parts.text.as_ref().is_some_and(|text| text.len() < LEAST + 100));
    assert_eq!(parts.tail.as_ref().map(|(text, ..)| text.as_str()), Some("<p>Note</p>"));
    assert!(records.found.ready.len() < BATCH);
    assert_eq!(records.count(), 10_000);
}

#[test]
fn a_part_that_is_not_utf8_ends_the_file() {
    let mut bytes = AID.as_bytes().to_vec();
    let at = AID.find("One").unwrap();
    bytes[at] = 0xFF;
    let mut reader = Records::from_file(Cursor::new(bytes), RecordFormat::Ead);
    reader.text = Text::Ead(Box::new(Parts::new(1)));
    let read: Vec<_> = reader.collect();
    assert_eq!(read.len(), 6);
    let Some(Err(ReadError::Record(error))) = read.last() else { panic!() };
    assert_eq!((error.line(), error.to_string().as_str()), (Some(14), "record 6: not UTF-8; save the file as UTF-8"));
}

#[test]
fn a_file_that_becomes_shorter_is_an_error() {
    let mut reader = Records::from_file(Cursor::new(AID.to_owned()), RecordFormat::Ead);
    reader.text = Text::Ead(Box::new(Parts::new(1)));
    assert!(reader.next().unwrap().is_ok());
    reader.reader.get_mut().truncate(AID.find("One").unwrap());
    let read: Vec<_> = reader.collect();
    assert!(matches!(read.last(), Some(Err(ReadError::Io { kind: io::ErrorKind::UnexpectedEof, .. }))));
}
