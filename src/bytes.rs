//! Searches over the bytes of a text, several bytes at a time.

use std::ops::{BitAnd, BitOr};

const LOW: u64 = u64::from_ne_bytes([0x01; 8]);
const HIGH: u64 = u64::from_ne_bytes([0x80; 8]);

/// Eight bytes of a text.
#[derive(Clone, Copy)]
pub(crate) struct Eight(u64);

/// A flag for each of eight bytes: its highest bit.
#[derive(Clone, Copy)]
pub(crate) struct Found(u64);

impl Eight {
    /// Flags the bytes equal to this one.
    #[inline]
    pub(crate) const fn is(self, byte: u8) -> Found {
        let other = self.0 ^ (LOW * byte as u64);
        Found(!(((other & !HIGH) + !HIGH) | other) & HIGH)
    }

    /// Flags the bytes that are this letter in either case. A few other characters differ by the same bit and are
    /// flagged too.
    #[inline]
    pub(crate) const fn is_letter(self, letter: u8) -> Found {
        Eight(self.0 | (LOW * 0x20)).is(letter | 0x20)
    }
}

impl BitOr for Found {
    type Output = Found;

    #[inline]
    fn bitor(self, other: Found) -> Found {
        Found(self.0 | other.0)
    }
}

impl BitAnd for Found {
    type Output = Found;

    #[inline]
    fn bitand(self, other: Found) -> Found {
        Found(self.0 & other.0)
    }
}

/// Whether any byte is flagged.
#[inline]
pub(crate) fn any(bytes: &[u8], are: impl Fn(Eight) -> Found) -> bool {
    find(bytes, are, |_| true).is_some()
}

/// The first place that `is_found` among the bytes that are flagged.
#[inline]
pub(crate) fn find(bytes: &[u8], are: impl Fn(Eight) -> Found, is_found: impl Fn(usize) -> bool) -> Option<usize> {
    find_pair(bytes, bytes, |eight, _| are(eight), is_found)
}

/// The first place that `is_found` among those whose pair of bytes is flagged, up to the end of the shorter list. In a
/// list of fewer than eight bytes, `is_found` is asked about all places if one is flagged.
#[inline]
pub(crate) fn find_pair(
    a: &[u8],
    b: &[u8],
    are: impl Fn(Eight, Eight) -> Found,
    is_found: impl Fn(usize) -> bool,
) -> Option<usize> {
    let length = a.len().min(b.len());
    let (a, b) = (a.get(..length)?, b.get(..length)?);
    let eight = |bytes: &[u8; 8]| Eight(u64::from_le_bytes(*bytes));
    let find_from = |start: usize, mut flags: u64| {
        while flags != 0 {
            let at = start + flags.trailing_zeros() as usize / 8;
            if is_found(at) {
                return Some(at);
            }
            flags &= flags - 1;
        }
        None
    };
    // The last eight bytes overlap those before them. In a list of fewer than eight, some bytes are tested twice.
    match (a.last_chunk(), b.last_chunk()) {
        (Some(last_a), Some(last_b)) => {
            let mut eights = a.as_chunks().0.iter().zip(b.as_chunks().0).enumerate();
            eights
                .find_map(|(index, (a, b))| find_from(8 * index, are(eight(a), eight(b)).0))
                .or_else(|| find_from(length - 8, are(eight(last_a), eight(last_b)).0))
        }
        _ if length > 0 && are(spread(a), spread(b)).0 != 0 => (0..length).find(|at| is_found(*at)),
        _ => None,
    }
}

/// How many bytes at the beginning are known to be plain: none of them `is_odd` together with the byte after it, which
/// is a zero for the last one. Either all bytes, or some of those before the first odd one.
///
/// `is_odd` must be made of comparisons without branches. Then the compiler tests sixteen bytes at once.
#[inline]
pub(crate) fn plain_start(bytes: &[u8], is_odd: impl Fn(u8, u8) -> bool) -> usize {
    let (Some((last, these)), Some((_, next))) = (bytes.split_last(), bytes.split_first()) else { return 0 };
    let mut plain = 0;
    for (these, next) in these.as_chunks::<16>().0.iter().zip(next.as_chunks::<16>().0) {
        if !are_plain(these, next, &is_odd) {
            return plain;
        }
        plain += 16;
    }
    // The last ones overlap those before them.
    let is_rest_plain = match (these.last_chunk::<16>(), next.last_chunk::<16>()) {
        (Some(these), Some(next)) => are_plain(these, next, &is_odd),
        _ => are_ends_plain::<8>(these, next, &is_odd)
            .or_else(|| are_ends_plain::<4>(these, next, &is_odd))
            // A few bytes are tested faster one by one, by the caller.
            .unwrap_or(false),
    };
    if is_rest_plain && !is_odd(*last, 0) { bytes.len() } else { plain }
}

/// Whether none of these bytes is odd.
#[inline]
fn are_plain<const N: usize>(these: &[u8; N], next: &[u8; N], is_odd: impl Fn(u8, u8) -> bool) -> bool {
    !these.iter().zip(next).fold(false, |odd, (byte, next)| odd | is_odd(*byte, *next))
}

/// Whether none of the first and none of the last `N` bytes is odd. `None` for fewer than `N`.
#[inline]
fn are_ends_plain<const N: usize>(these: &[u8], next: &[u8], is_odd: impl Fn(u8, u8) -> bool) -> Option<bool> {
    let are_plain = |these: Option<&[u8; N]>, next: Option<&[u8; N]>| Some(are_plain(these?, next?, &is_odd));
    let is_start_plain = are_plain(these.first_chunk(), next.first_chunk())?;
    Some(is_start_plain & are_plain(these.last_chunk(), next.last_chunk())?)
}

/// Whether a byte beyond ASCII, with the next one, may belong to a character without a visible shape: a control, a
/// line separator, a bidirectional embedding or isolate, a byte order mark, a noncharacter. Dashes and curly quotation
/// marks do not.
#[inline]
pub(crate) fn may_be_invisible(byte: u8, next: u8) -> bool {
    let is_continued = |first: u8| next.wrapping_sub(first) <= 0xbf - first;
    // U+0080 to U+00BF; U+2028 to U+203F; U+2040 to U+207F; from U+F000 on.
    (byte == 0xc2) | (byte == 0x80) & is_continued(0xa8) | (byte == 0x81) & is_continued(0x80) | (byte >= 0xef)
}

/// One to seven bytes, some of them twice.
#[inline]
fn spread(bytes: &[u8]) -> Eight {
    let four = |bytes: &[u8; 4]| u64::from(u32::from_le_bytes(*bytes));
    match (bytes.first_chunk(), bytes.last_chunk(), bytes) {
        (Some(first), Some(last), _) => Eight(four(first) | four(last) << 32),
        (.., [a, middle @ .., c]) => {
            let b = middle.first().unwrap_or(c);
            Eight(four(&[*a, *b, *c, *c]) * (1 | 1 << 32))
        }
        (.., [a]) => Eight(LOW * u64::from(*a)),
        (.., []) => Eight(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_is_found_wherever_it_is() {
        for length in 0..40 {
            let mut bytes = vec![b'a'; length];
            let pairs = vec![b'B'; length + 3];
            assert!(!any(&bytes, |eight| eight.is(b'b')), "{length}");
            for at in 0..length {
                bytes[at] = b'b';
                assert!(any(&bytes, |eight| eight.is(b'b')), "{at} of {length}");
                let is_b = |_, b: Eight| b.is(b'b');
                assert_eq!(find_pair(&pairs, &bytes, is_b, |place| bytes[place] == b'b'), Some(at));
                assert_eq!(find_pair(&pairs, &bytes, is_b, |_| false), None);
                bytes[at] = b'a';
            }
        }
    }

    #[test]
    fn all_bytes_are_distinguished() {
        for byte in 0..=u8::MAX {
            for other in 0..=u8::MAX {
                assert_eq!(any(&[byte, 0, 0xff, other][..1], |eight| eight.is(other)), byte == other);
                assert_eq!(any(&[other, byte ^ 1], |eight| eight.is(byte)), byte == other, "{other} {byte}");
            }
        }
        assert!(any(b"Box", |eight| eight.is_letter(b'b')) && any(b"box", |eight| eight.is_letter(b'B')));
    }

    #[test]
    fn the_plain_start_ends_before_the_first_odd_byte() {
        let is_odd = |byte: u8, next: u8| (byte == b'!') | (byte == b'-') & (next == b'-');
        for length in 0..70 {
            let mut bytes = vec![b'a'; length];
            let known = if length < 5 { 0 } else { length };
            assert_eq!(plain_start(&bytes, is_odd), known);
            for at in 0..length {
                bytes[at] = b'!';
                let plain = plain_start(&bytes, is_odd);
                assert!(plain <= at && plain + 16 > at, "{at} of {length}");
                bytes[at] = b'-';
                assert_eq!(plain_start(&bytes, is_odd), known);
                if let Some(next) = bytes.get_mut(at + 1) {
                    *next = b'-';
                    assert!(plain_start(&bytes, is_odd) <= at, "{at} of {length}");
                    bytes[at + 1] = b'a';
                }
                bytes[at] = b'a';
            }
        }
    }

    #[test]
    fn what_is_beyond_the_shorter_list_is_not_asked() {
        assert!(find_pair(b"aaab", b"ccc", |a, _| a.is(b'b'), |_| true).is_none());
        assert!(find_pair(b"", b"ccc", |_, b| b.is(b'c'), |_| true).is_none());
    }
}
