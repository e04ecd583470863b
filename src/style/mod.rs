//! How a document becomes a citation.
//!
//! [`named`] finds a style by name, [`for_media_type`] by media type, and [`all`] lists them. [`Styles`] does the same with
//! styles of your own, which implement [`Style`] and can be written with [`prose`](crate::prose).

mod beside;
mod bibtex;
mod chicago;
mod cite;
#[cfg(feature = "csl")]
mod csl;
mod csl_json;
mod explain;
mod filing;
mod hayagriva;
mod interface;
mod known;
mod listing;
mod lookup_error;
mod mla;
mod order;
mod page;
mod preferred;
mod reasons;
mod record;
mod registry;
mod ris;
mod styles;
mod subject;
mod wilson_center;

pub use beside::{Disambiguator, Disambiguators, NameUse, ShortNames};
pub use bibtex::{Biblatex, Bibtex};
pub use chicago::{Chicago, ChicagoForm};
pub use cite::{Cite, Form};
#[cfg(feature = "csl")]
pub use csl::{Csl, CslError};
pub use csl_json::CslJson;
pub use filing::Filing;
pub use hayagriva::Hayagriva;
pub use interface::{Style, StyleError};
pub use known::{all, info, list};
pub use listing::StyleInfo;
pub use lookup_error::{StyleLookupError, UnknownStyleError};
pub use mla::{Mla, MlaForm};
pub(crate) use order::filed;
pub use page::{CitationMeta, Coins, JsonLd};
pub use preferred::Preferred;
pub use registry::{for_media_type, named, named_with};
pub use ris::Ris;
pub use styles::Styles;
pub use subject::subject;
pub use wilson_center::WilsonCenter;
