//! Digital copies on the web.

use super::address::{check_address, check_ark, check_doi};
use super::date::{Date, Precision, When};
use super::fault::{Faults, FieldErrorKind};
use super::keys::{Keyed, keys, through_the_tree};
use super::setters::setters;
use super::title::check_language;

/// A copy of the document on the web.
///
/// ```
/// use prefercite::{Cite, Date, Document, Kind, Surrogate, style::Chicago};
///
/// let looked_at: Date = "2026-11-23".parse()?;
/// let scan = Surrogate::at("https://example.org/112667").archive("Digital Archive").accessed(looked_at);
/// let report = Document::builder("r", Kind::Report).title("A report").surrogate(scan).build()?;
/// let note = Chicago::EIGHTEENTH.note().text(&Cite::new(&report));
/// assert_eq!(
///     note.as_str(),
///     "“A report,” Digital Archive, accessed November 23, 2026, https://example.org/112667.",
/// );
/// # Ok::<(), prefercite::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct Surrogate {
    /// The digital archive.
    pub archive: Option<String>,
    /// The institution that runs the digital archive.
    pub host: Option<String>,
    /// The record's number there.
    pub id: Option<String>,
    /// Its address, http or https.
    pub url: Option<String>,
    /// Its DOI, without a resolver: `10.…`.
    pub doi: Option<String>,
    /// Its ARK: `ark:/…`, or with the resolver before it.
    pub ark: Option<String>,
    /// The date on which it was accessed.
    pub accessed: Option<Date>,
    /// Its format: a scan, a PDF, a transcript.
    pub format: Option<String>,
    /// The BCP 47 tag of its language.
    pub language: Option<String>,
}

impl Surrogate {
    /// Creates a copy in this digital archive.
    pub fn in_archive(archive: impl Into<String>) -> Self {
        Surrogate { archive: Some(archive.into()), ..Surrogate::default() }
    }

    /// Creates a copy at this address.
    pub fn at(url: impl Into<String>) -> Self {
        Surrogate { url: Some(url.into()), ..Surrogate::default() }
    }

    setters! {
        text: archive, host, id, url, doi, ark, format, language;
        value: accessed: Date;
    }
}

impl Keyed for Surrogate {
    const NAME: &'static str = "Surrogate";

    keys! {
        archive: "archive", host: "host", id: "id", url: "url", doi: "doi", ark: "ark", accessed: "accessed",
        format: "format", language: "language",
    }

    fn rules(&mut self, faults: &mut Faults) {
        check_address("url", self.url.as_ref(), faults);
        check_doi("doi", &mut self.doi, faults);
        check_ark("ark", self.ark.as_ref(), faults);
        check_language("language", self.language.as_ref(), faults);
        if let Some(accessed) = &self.accessed {
            let is_day = |moment: &super::date::Moment| matches!(moment.precision(), Precision::Day { .. });
            if !matches!(accessed.when(), When::Moment(moment) if is_day(moment)) {
                faults.within("accessed", |faults| {
                    faults.add_unless_known(FieldErrorKind::Format {
                        found: accessed.to_string(),
                        expected: "a day, such as 2026-11-23",
                    });
                });
            }
        }
    }
}

through_the_tree!(Surrogate);
