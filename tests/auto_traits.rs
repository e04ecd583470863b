//! Documents, citations and styles can be sent between threads.

use prefercite::{Citation, Cite, Date, Document, Error, Name, Record, Style, Text, document, style};

#[test]
fn send_and_sync() {
    fn both<T: Send + Sync + ?Sized>() {}
    both::<Document>();
    both::<document::DocumentBuilder>();
    both::<document::Records<'_>>();
    both::<document::RecordError>();
    both::<Date>();
    both::<Name>();
    both::<Citation>();
    both::<Text>();
    both::<Record>();
    both::<Cite<'_>>();
    both::<dyn Style>();
    #[cfg(feature = "csl")]
    both::<style::Csl>();
    both::<style::WilsonCenter>();
    both::<Error>();
}
