//! A date printed back as EDTF.

use std::fmt::{self, Display, Formatter};

use super::moment::{DateSpan, Moment, Part, RangeEnd, When};
use crate::separator::Separator;

/// Prints EDTF. EDTF has no undated document: it is printed as in the record format.
impl Display for When {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            When::Undated => f.write_str("undated"),
            When::Moment(moment) => moment.fmt(f),
            When::Range { start, end } => write!(f, "{start}/{end}"),
            When::OneOf(stretches) => set(f, '[', stretches, ']'),
            When::AllOf(stretches) => set(f, '{', stretches, '}'),
        }
    }
}

fn set(f: &mut Formatter<'_>, open: char, stretches: &[DateSpan], close: char) -> fmt::Result {
    write!(f, "{open}")?;
    let mut separator = Separator::new();
    for stretch in stretches {
        write!(f, "{}{stretch}", separator.between(","))?;
    }
    write!(f, "{close}")
}

impl Display for RangeEnd {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            RangeEnd::Moment(moment) => moment.fmt(f),
            RangeEnd::Open => f.write_str(".."),
            RangeEnd::Unknown => Ok(()),
        }
    }
}

impl Display for DateSpan {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            DateSpan::Moment(moment) => moment.fmt(f),
            DateSpan::Between(first, last) => write!(f, "{first}..{last}"),
            DateSpan::Before(last) => write!(f, "..{last}"),
            DateSpan::After(first) => write!(f, "{first}.."),
        }
    }
}

impl Display for Moment {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (year, year_unknown, month, day) = self.parts();
        match year_unknown {
            0 if !(0..=9999).contains(&year) => write!(f, "Y{year}")?,
            0 => write!(f, "{year:04}")?,
            1 => write!(f, "{:03}X", year / 10)?,
            _ => write!(f, "{:02}XX", year / 100)?,
        }
        for part in [month, day] {
            match part {
                Part::Absent => {}
                Part::Unknown => f.write_str("-XX")?,
                Part::Known(number) => write!(f, "-{number:02}")?,
            }
        }
        f.write_str(match (self.is_approximate(), self.is_uncertain()) {
            (true, true) => "%",
            (true, false) => "~",
            (false, true) => "?",
            (false, false) => "",
        })
    }
}
